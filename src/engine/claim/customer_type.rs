//! The four types of customer, the signs that place a person there, and what broken promises lead to.
//!
//! Ability is judged on figures, willingness on behaviour. A type is what an agent notes after listening; signs only
//! suggest it.

use super::Customer;

/// Willing or not, able or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CustomerType {
    /// Willing and able.
    WillingAble,
    /// Willing, and not able for now.
    WillingUnable,
    /// Able, and not willing.
    UnwillingAble,
    /// Neither.
    UnwillingUnable,
}

impl CustomerType {
    /// Every type.
    pub const ALL: [Self; 4] = [
        Self::WillingAble,
        Self::WillingUnable,
        Self::UnwillingAble,
        Self::UnwillingUnable,
    ];

    /// The type of somebody who is willing or not, and able or not.
    #[must_use]
    pub const fn of(willing: bool, able: bool) -> Self {
        match (willing, able) {
            (true, true) => Self::WillingAble,
            (true, false) => Self::WillingUnable,
            (false, true) => Self::UnwillingAble,
            (false, false) => Self::UnwillingUnable,
        }
    }

    /// Whether the customer is willing to pay.
    #[must_use]
    pub const fn willing(self) -> bool {
        matches!(self, Self::WillingAble | Self::WillingUnable)
    }

    /// Whether the customer is able to pay.
    #[must_use]
    pub const fn able(self) -> bool {
        matches!(self, Self::WillingAble | Self::UnwillingAble)
    }

    /// The name used in files: `willing-able`, `willing-unable`, `unwilling-able`, `unwilling-unable`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::WillingAble => "willing-able",
            Self::WillingUnable => "willing-unable",
            Self::UnwillingAble => "unwilling-able",
            Self::UnwillingUnable => "unwilling-unable",
        }
    }

    /// The type of that [`code`](Self::code).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

impl Customer {
    /// Which of the four types was noted.
    #[must_use]
    pub const fn kind(&self) -> CustomerType {
        CustomerType::of(self.willing, self.able)
    }
}

/// Something noted on a call that bears on willingness or on ability.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sign {
    /// No day is named for a payment.
    NoDate,
    /// A promise was given and not kept.
    PromiseNotKept,
    /// The reasons change from call to call.
    ReasonsChange,
    /// Papers are not shown.
    RefusesPapers,
    /// Assets are moved away.
    MovesAssets,
    /// Sales or income fall.
    IncomeFalls,
    /// What others owe the customer is not paid.
    ReceivablesUnpaid,
    /// Illness, of the customer or in the household.
    Illness,
    /// Several debts fall due together.
    OverlappingDebts,
    /// A disaster.
    Disaster,
    /// The customer was defrauded.
    FraudVictim,
}

impl Sign {
    /// Every sign: those of weak willingness, then those of weak ability.
    pub const ALL: [Self; 11] = [
        Self::NoDate,
        Self::PromiseNotKept,
        Self::ReasonsChange,
        Self::RefusesPapers,
        Self::MovesAssets,
        Self::IncomeFalls,
        Self::ReceivablesUnpaid,
        Self::Illness,
        Self::OverlappingDebts,
        Self::Disaster,
        Self::FraudVictim,
    ];

    /// The name used in files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoDate => "no-date",
            Self::PromiseNotKept => "promise-not-kept",
            Self::ReasonsChange => "reasons-change",
            Self::RefusesPapers => "refuses-papers",
            Self::MovesAssets => "moves-assets",
            Self::IncomeFalls => "income-falls",
            Self::ReceivablesUnpaid => "receivables-unpaid",
            Self::Illness => "illness",
            Self::OverlappingDebts => "overlapping-debts",
            Self::Disaster => "disaster",
            Self::FraudVictim => "fraud-victim",
        }
    }

    /// The sign of that [`code`](Self::code).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sign| sign.code() == code)
    }

    /// Whether it bears on willingness; otherwise on ability.
    #[must_use]
    pub const fn of_willingness(self) -> bool {
        matches!(
            self,
            Self::NoDate
                | Self::PromiseNotKept
                | Self::ReasonsChange
                | Self::RefusesPapers
                | Self::MovesAssets
        )
    }
}

/// The type that signs suggest, for the agent to confirm or not; `None` where none was noted, as no sign of weakness is no
/// sign of strength.
#[must_use]
pub fn suggested_type(signs: &[Sign]) -> Option<CustomerType> {
    if signs.is_empty() {
        return None;
    }
    let weak_will = signs.iter().any(|sign| sign.of_willingness());
    let weak_ability = signs.iter().any(|sign| !sign.of_willingness());
    Some(CustomerType::of(!weak_will, !weak_ability))
}

/// What broken promises lead to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PromiseEffect {
    /// None was broken: a reminder before the next date.
    Remind,
    /// Understand why, let it be made up, and plan anew where that is needed.
    CureAndReplan,
    /// It may be said that the plan may be cancelled: no more than that, and never with a date.
    MayBeCancelled,
}

impl PromiseEffect {
    /// The effect of so many promises broken one after the other, where `misses_that_end` of them can end a plan (two by
    /// the convention of most houses; see a pack's desk defaults). At least 1 is taken.
    #[must_use]
    pub fn of(broken_running: u32, misses_that_end: u32) -> Self {
        match broken_running {
            0 => Self::Remind,
            broken if broken >= misses_that_end.max(1) => Self::MayBeCancelled,
            _ => Self::CureAndReplan,
        }
    }
}
