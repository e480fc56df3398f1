//! The closed vocabulary of what a rule can limit.

use rust_decimal::Decimal;

use crate::engine::calendar::Frequency;
use crate::engine::claim::Component;
use crate::engine::money::{Money, Rate, Share};

/// The most frequencies that a list names.
pub(super) const MOST_FREQUENCIES: usize = 6;

/// A short list of payment frequencies, at least one, none twice; and whether days agreed one by one are among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FrequencyList {
    steps: [Option<Frequency>; MOST_FREQUENCIES],
    agreed_days: bool,
}

impl FrequencyList {
    /// A list of 1 to 6 frequencies, each named once; `None` otherwise.
    #[must_use]
    pub fn new(frequencies: &[Frequency]) -> Option<Self> {
        let mut list = [None; MOST_FREQUENCIES];
        if frequencies.is_empty() || frequencies.len() > list.len() {
            return None;
        }
        for (slot, frequency) in list.iter_mut().zip(frequencies) {
            *slot = Some(*frequency);
        }
        let list = Self {
            steps: list,
            agreed_days: false,
        };
        let once = |one: &Frequency| list.iter().filter(|other| other == one).count() == 1;
        frequencies.iter().all(once).then_some(list)
    }

    /// The same list, with days agreed one by one.
    #[must_use]
    pub const fn with_agreed_days(self) -> Self {
        Self {
            agreed_days: true,
            ..self
        }
    }

    /// Whether payments may fall due on days agreed one by one.
    #[must_use]
    pub const fn agreed_days(&self) -> bool {
        self.agreed_days
    }

    /// The frequencies in the order of the list.
    pub fn iter(&self) -> impl Iterator<Item = Frequency> + '_ {
        self.steps.iter().flatten().copied()
    }

    /// Whether the list names this frequency.
    #[must_use]
    pub fn contains(&self, frequency: Frequency) -> bool {
        self.iter().any(|one| one == frequency)
    }
}

/// What a rule limits, and at what value. There is no expression language: each kind can be explained,
/// repaired and compared.
///
/// A limit judges lump sum, deferral and instalments alike; where one cannot bear on an option it says why.
/// Amounts that come from a share are rounded in the option's favour, by less than a minor unit, so that an
/// option written with the same share meets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// Everything paid, down payment included, is at least the higher of a share of what is owed today and an
    /// amount, though never more than what is owed.
    MinimumSettlement {
        /// Share of what is owed today.
        share: Option<Share>,
        /// Amount.
        amount: Option<Money>,
    },
    /// At most this share of one component is given up, whether by a waiver or by a discount on the total.
    WaiverCap {
        /// The component.
        component: Component,
        /// Share of what is owed of it.
        share: Share,
    },
    /// At most this share of everything owed is given up.
    WaiverCapTotal {
        /// Share of what is owed.
        share: Share,
    },
    /// Nothing of this component is given up.
    NotWaivable {
        /// The component.
        component: Component,
    },
    /// Nothing of this component, nor interest in its place, is turned into principal that bears interest.
    NotCapitalisable {
        /// The component.
        component: Component,
    },
    /// At least this share of what is owed is paid on the as-of date. A lump sum pays everything at once, and is
    /// bound in time by the limits on days.
    MinimumDownPayment {
        /// Share of what is owed.
        share: Share,
    },
    /// At most this many payments follow the down payment.
    MaximumInstalments {
        /// The most payments.
        count: u32,
    },
    /// At least this many payments follow the down payment, unless the customer is noted as able to pay.
    MinimumPayments {
        /// The fewest payments.
        count: u32,
    },
    /// The last payment falls due at most this many days after the as-of date.
    MaximumTotalDays {
        /// Calendar days.
        days: u32,
    },
    /// The last payment falls due at most this many months, to the day, after the as-of date.
    MaximumTermMonths {
        /// Months.
        months: u32,
    },
    /// No two payments that follow each other are further apart. The down payment is not counted among them.
    MaximumDaysBetween {
        /// Calendar days.
        days: u32,
    },
    /// The first payment after the down payment falls due at most this many days after the as-of date.
    MaximumDaysToFirst {
        /// Calendar days.
        days: u32,
    },
    /// Every instalment but the last is at least this amount, however often instalments fall due.
    MinimumInstalment {
        /// The least amount.
        amount: Money,
    },
    /// Instalments fall due at one of these steps.
    AllowedFrequencies {
        /// The steps.
        frequencies: FrequencyList,
    },
    /// The time that passes before the instalments' own time begins, one period before the first of them, is
    /// at most this. For a lump sum it is the whole time until it falls due.
    MaximumDeferralDays {
        /// Calendar days.
        days: u32,
    },
    /// What is left to finance after concessions and down payment is at most the principal of the contract.
    BalanceWithinOriginalPrincipal,
    /// What the plan charges is at most this rate, on a year of 365 days. The rate solved from the payments is held
    /// against it too.
    AllInCap {
        /// Yearly rate.
        rate: Rate,
    },
    /// Interest, penalty interest, compound interest and late charges that the plan still collects are at most what
    /// the outstanding principal earns at this rate in the days past due, over 365.
    ///
    /// Interest that belongs to the time before the oldest unpaid due date counts in, though that time does
    /// not: the strict side. A pack applies it only to products whose arrears begin with that date.
    ArrearsCap {
        /// Yearly rate.
        rate: Rate,
    },
    /// Late charges that the plan still collects are at most this amount for each 30 days past due, begun ones
    /// counted whole.
    ChargesPerMonth {
        /// Amount for 30 days.
        amount: Money,
    },
    /// The contract's penalty rate is between two multiples of its interest rate, both included.
    PenaltyMultipleBand {
        /// The lowest multiple.
        from: Decimal,
        /// The highest multiple.
        to: Decimal,
    },
    /// The contract's penalty rate is at most this. Says nothing where the plan collects no penalty interest.
    PenaltyRateCap {
        /// Yearly rate.
        rate: Rate,
    },
    /// A customer who is willing but not able is through within this many months; days of a month begun are not
    /// counted. 24 is a house convention for "recovery can be expected".
    RecoveryHorizonMonths {
        /// Months.
        months: u32,
    },
    /// At most this many promises were broken before.
    BrokenPromises {
        /// The most broken promises.
        most: u32,
    },
}

/// What a rule limits, without the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LimitKind {
    /// [`Limit::MinimumSettlement`].
    MinimumSettlement,
    /// [`Limit::WaiverCap`].
    WaiverCap(Component),
    /// [`Limit::WaiverCapTotal`].
    WaiverCapTotal,
    /// [`Limit::NotWaivable`].
    NotWaivable(Component),
    /// [`Limit::NotCapitalisable`].
    NotCapitalisable(Component),
    /// [`Limit::MinimumDownPayment`].
    MinimumDownPayment,
    /// [`Limit::MaximumInstalments`].
    MaximumInstalments,
    /// [`Limit::MinimumPayments`].
    MinimumPayments,
    /// [`Limit::MaximumTotalDays`].
    MaximumTotalDays,
    /// [`Limit::MaximumTermMonths`].
    MaximumTermMonths,
    /// [`Limit::MaximumDaysBetween`].
    MaximumDaysBetween,
    /// [`Limit::MaximumDaysToFirst`].
    MaximumDaysToFirst,
    /// [`Limit::MinimumInstalment`].
    MinimumInstalment,
    /// [`Limit::AllowedFrequencies`].
    AllowedFrequencies,
    /// [`Limit::MaximumDeferralDays`].
    MaximumDeferralDays,
    /// [`Limit::BalanceWithinOriginalPrincipal`].
    BalanceWithinOriginalPrincipal,
    /// [`Limit::AllInCap`].
    AllInCap,
    /// [`Limit::ArrearsCap`].
    ArrearsCap,
    /// [`Limit::ChargesPerMonth`].
    ChargesPerMonth,
    /// [`Limit::PenaltyMultipleBand`].
    PenaltyMultipleBand,
    /// [`Limit::PenaltyRateCap`].
    PenaltyRateCap,
    /// [`Limit::RecoveryHorizonMonths`].
    RecoveryHorizonMonths,
    /// [`Limit::BrokenPromises`].
    BrokenPromises,
}

impl LimitKind {
    /// Every name used in files, in the order of the vocabulary.
    pub const CODES: [&str; 23] = [
        "minimum-settlement",
        "waiver-cap",
        "waiver-cap-total",
        "not-waivable",
        "not-capitalisable",
        "minimum-down-payment",
        "maximum-instalments",
        "minimum-payments",
        "maximum-total-days",
        "maximum-term-months",
        "maximum-days-between",
        "maximum-days-to-first",
        "minimum-instalment",
        "allowed-frequencies",
        "maximum-deferral-days",
        "balance-within-original-principal",
        "all-in-cap",
        "arrears-cap",
        "charges-per-month",
        "penalty-multiple-band",
        "penalty-rate-cap",
        "recovery-horizon-months",
        "broken-promises",
    ];

    /// The name used in files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::MinimumSettlement => "minimum-settlement",
            Self::WaiverCap(_) => "waiver-cap",
            Self::WaiverCapTotal => "waiver-cap-total",
            Self::NotWaivable(_) => "not-waivable",
            Self::NotCapitalisable(_) => "not-capitalisable",
            Self::MinimumDownPayment => "minimum-down-payment",
            Self::MaximumInstalments => "maximum-instalments",
            Self::MinimumPayments => "minimum-payments",
            Self::MaximumTotalDays => "maximum-total-days",
            Self::MaximumTermMonths => "maximum-term-months",
            Self::MaximumDaysBetween => "maximum-days-between",
            Self::MaximumDaysToFirst => "maximum-days-to-first",
            Self::MinimumInstalment => "minimum-instalment",
            Self::AllowedFrequencies => "allowed-frequencies",
            Self::MaximumDeferralDays => "maximum-deferral-days",
            Self::BalanceWithinOriginalPrincipal => "balance-within-original-principal",
            Self::AllInCap => "all-in-cap",
            Self::ArrearsCap => "arrears-cap",
            Self::ChargesPerMonth => "charges-per-month",
            Self::PenaltyMultipleBand => "penalty-multiple-band",
            Self::PenaltyRateCap => "penalty-rate-cap",
            Self::RecoveryHorizonMonths => "recovery-horizon-months",
            Self::BrokenPromises => "broken-promises",
        }
    }
}

impl Limit {
    /// What it limits, without the value.
    #[must_use]
    pub const fn kind(&self) -> LimitKind {
        match *self {
            Self::MinimumSettlement { .. } => LimitKind::MinimumSettlement,
            Self::WaiverCap { component, .. } => LimitKind::WaiverCap(component),
            Self::WaiverCapTotal { .. } => LimitKind::WaiverCapTotal,
            Self::NotWaivable { component } => LimitKind::NotWaivable(component),
            Self::NotCapitalisable { component } => LimitKind::NotCapitalisable(component),
            Self::MinimumDownPayment { .. } => LimitKind::MinimumDownPayment,
            Self::MaximumInstalments { .. } => LimitKind::MaximumInstalments,
            Self::MinimumPayments { .. } => LimitKind::MinimumPayments,
            Self::MaximumTotalDays { .. } => LimitKind::MaximumTotalDays,
            Self::MaximumTermMonths { .. } => LimitKind::MaximumTermMonths,
            Self::MaximumDaysBetween { .. } => LimitKind::MaximumDaysBetween,
            Self::MaximumDaysToFirst { .. } => LimitKind::MaximumDaysToFirst,
            Self::MinimumInstalment { .. } => LimitKind::MinimumInstalment,
            Self::AllowedFrequencies { .. } => LimitKind::AllowedFrequencies,
            Self::MaximumDeferralDays { .. } => LimitKind::MaximumDeferralDays,
            Self::BalanceWithinOriginalPrincipal => LimitKind::BalanceWithinOriginalPrincipal,
            Self::AllInCap { .. } => LimitKind::AllInCap,
            Self::ArrearsCap { .. } => LimitKind::ArrearsCap,
            Self::ChargesPerMonth { .. } => LimitKind::ChargesPerMonth,
            Self::PenaltyMultipleBand { .. } => LimitKind::PenaltyMultipleBand,
            Self::PenaltyRateCap { .. } => LimitKind::PenaltyRateCap,
            Self::RecoveryHorizonMonths { .. } => LimitKind::RecoveryHorizonMonths,
            Self::BrokenPromises { .. } => LimitKind::BrokenPromises,
        }
    }
}
