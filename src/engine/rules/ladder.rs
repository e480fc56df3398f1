//! A ladder as a pack states it: what is given up step by step, and what is asked in return.
//!
//! The order is the lender's, with one rule over it: relief of what was added for being late comes before longer terms,
//! as a randomised trial across eleven card issuers found that lower charges raised repayment and longer terms did
//! little. Principal is never on a ladder.

use crate::engine::claim::{Component, PerComponent};
use crate::engine::money::{Rate, Share};

/// The components that a ladder can relieve, in the order in which relief is given where a pack states none: what is owed
/// for being late first.
pub const RELIEF_ORDER: [Component; 4] = [
    Component::Penalty,
    Component::Compound,
    Component::Charges,
    Component::Interest,
];

/// How much of a ladder is shown to the person on the call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reveal {
    /// A step is shown once every step before it has been put to the borrower.
    Reached,
    /// The step after what the option at hand gives is shown, whatever was said before.
    Next,
    /// Every step is shown.
    All,
}

impl Reveal {
    /// Every way, the most reserved first.
    pub const ALL: [Self; 3] = [Self::Reached, Self::Next, Self::All];

    /// The name used in files: `reached`, `next`, `all`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Reached => "reached",
            Self::Next => "next",
            Self::All => "all",
        }
    }

    /// The way of that [`code`](Self::code).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reveal| reveal.code() == code)
    }
}

/// What a step gives, together with every step before it: levels, not additions. A term at its default is not given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Give {
    /// The share of each component that is given up; of [`RELIEF_ORDER`] only.
    pub waivers: PerComponent<Share>,
    /// The share given up of the total that the waivers leave.
    pub discount: Share,
    /// The yearly rate of the plan, where it is lowered to this.
    pub rate: Option<Rate>,
    /// How many instalments there may be, where there may be more.
    pub count: Option<u32>,
    /// Days from the as-of date until the instalments' own time begins; for a lump sum until it falls due.
    pub deferral_days: Option<u32>,
}

impl Give {
    /// Whether money is given up: what is paid for being late, or for time.
    #[must_use]
    pub fn relieves(&self) -> bool {
        let waives = self.waivers.iter().any(|(_, share)| share > Share::ZERO);
        waives || self.discount > Share::ZERO || self.rate.is_some()
    }

    /// Whether time is given.
    #[must_use]
    pub const fn gives_time(&self) -> bool {
        self.count.is_some() || self.deferral_days.is_some()
    }

    /// The money alone, without the time.
    #[must_use]
    pub fn relief_alone(&self) -> Self {
        Self {
            count: None,
            deferral_days: None,
            ..*self
        }
    }

    /// The time alone, without the money.
    #[must_use]
    pub fn time_alone(&self) -> Self {
        Self {
            count: self.count,
            deferral_days: self.deferral_days,
            ..Self::default()
        }
    }

    /// This step's levels on top of those before: of each term the more generous.
    #[must_use]
    pub fn after(&self, before: &Self) -> Self {
        let mut waivers = before.waivers;
        for (component, share) in self.waivers.iter() {
            waivers.set(component, share.max(before.waivers.get(component)));
        }
        Self {
            waivers,
            discount: self.discount.max(before.discount),
            rate: match (self.rate, before.rate) {
                (Some(now), Some(before)) => Some(now.min(before)),
                (now, before) => now.or(before),
            },
            count: self.count.max(before.count),
            deferral_days: self.deferral_days.max(before.deferral_days),
        }
    }
}

/// What is asked in return for a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// At least this share of what is owed is paid on the as-of date.
    DownPayment {
        /// Share of what is owed.
        share: Share,
    },
    /// The first payment falls due at most this many days after the as-of date.
    FirstPayment {
        /// Calendar days.
        days: u32,
    },
    /// The rest is paid in one sum.
    LumpSum,
    /// Payments are taken from an account by agreement.
    Autopay,
    /// Something secures the debt: a guarantor who consents, or a pledge.
    Security,
    /// Papers show what the customer says about income or hardship.
    Evidence,
}

impl Ask {
    /// The names used in files.
    pub const CODES: [&'static str; 6] = [
        "down-payment",
        "first-payment",
        "lump-sum",
        "autopay",
        "security",
        "evidence",
    ];

    /// The name used in files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::DownPayment { .. } => "down-payment",
            Self::FirstPayment { .. } => "first-payment",
            Self::LumpSum => "lump-sum",
            Self::Autopay => "autopay",
            Self::Security => "security",
            Self::Evidence => "evidence",
        }
    }
}

/// One step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LadderStep {
    /// Its name within the ladder.
    pub id: String,
    /// What it gives.
    pub give: Give,
    /// What it asks in return.
    pub ask: Vec<Ask>,
}

/// A pack's ladder, the opening first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ladder {
    /// How much of it is shown.
    pub reveal: Reveal,
    /// The steps; each gives more than those before it.
    pub steps: Vec<LadderStep>,
    /// Who decided it.
    pub source: String,
}

/// What a lender expects of its plans: assumptions of the house, never figures of the debt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expectations {
    /// The effective yearly rate at which later money is discounted.
    pub rate: Rate,
    /// The part of plans kept so far that is still kept thirty days on.
    pub kept: Share,
    /// What is recovered of a debt without a plan, or where a plan breaks: a share of what is then unpaid of today's
    /// claim, worth that much on that day, costs taken off.
    pub recovers: Share,
    /// Who expects so.
    pub source: String,
}
