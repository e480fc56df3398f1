//! What collection practice puts on the table for a stage and a type of customer (house convention, not law).
//!
//! These are ways to talk and kinds of plan; whether an option is allowed is for the rules alone to say.

use super::{CustomerType, Stage};

/// A way to help, or to proceed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Approach {
    /// A service reminder of date and amount.
    Reminder,
    /// Payment from an account by agreement.
    Autopay,
    /// A part paid early.
    EarlyPart,
    /// Something in return for paying on time.
    RewardOnTime,
    /// A few days' grace.
    GraceDays,
    /// The minimum first, the rest afterwards.
    MinimumFirst,
    /// Another day of the month.
    DateChange,
    /// Payment in instalments.
    Instalments,
    /// A later start.
    Deferral,
    /// New terms for the whole debt.
    Restructuring,
    /// Help with cash flow, such as collecting what others owe the customer.
    CashFlowHelp,
    /// A new schedule with something to secure it.
    AddedSecurity,
    /// Penalty relief against a down payment or one sum.
    PenaltyRelief,
    /// Money from elsewhere that costs less.
    OtherFunding,
    /// One sum that settles the debt.
    Settlement,
    /// Assets are sold in the best way for both, together.
    RealiseAssets,
    /// Find out why: a failure of service, a dispute, not having been heard.
    FindOutWhy,
    /// Facts, more firmly, and their order.
    FirmerFacts,
    /// Formal steps.
    FormalSteps,
    /// Note what happened, and learn from it.
    RecordAndLearn,
}

impl Approach {
    /// The name used in files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Reminder => "reminder",
            Self::Autopay => "autopay",
            Self::EarlyPart => "early-part",
            Self::RewardOnTime => "reward-on-time",
            Self::GraceDays => "grace-days",
            Self::MinimumFirst => "minimum-first",
            Self::DateChange => "date-change",
            Self::Instalments => "instalments",
            Self::Deferral => "deferral",
            Self::Restructuring => "restructuring",
            Self::CashFlowHelp => "cash-flow-help",
            Self::AddedSecurity => "added-security",
            Self::PenaltyRelief => "penalty-relief",
            Self::OtherFunding => "other-funding",
            Self::Settlement => "settlement",
            Self::RealiseAssets => "realise-assets",
            Self::FindOutWhy => "find-out-why",
            Self::FirmerFacts => "firmer-facts",
            Self::FormalSteps => "formal-steps",
            Self::RecordAndLearn => "record-and-learn",
        }
    }

    /// Every approach.
    pub const ALL: [Self; 20] = [
        Self::Reminder,
        Self::Autopay,
        Self::EarlyPart,
        Self::RewardOnTime,
        Self::GraceDays,
        Self::MinimumFirst,
        Self::DateChange,
        Self::Instalments,
        Self::Deferral,
        Self::Restructuring,
        Self::CashFlowHelp,
        Self::AddedSecurity,
        Self::PenaltyRelief,
        Self::OtherFunding,
        Self::Settlement,
        Self::RealiseAssets,
        Self::FindOutWhy,
        Self::FirmerFacts,
        Self::FormalSteps,
        Self::RecordAndLearn,
    ];
}

/// What is on the table, in the order in which it is tried. Nothing that gives up money is there for a customer who is not
/// willing, and no formal step while nothing, or not much, is past due.
#[must_use]
pub const fn on_the_table(stage: Stage, customer: CustomerType) -> &'static [Approach] {
    use Approach as A;
    use CustomerType as T;
    match (stage, customer) {
        (Stage::M0, T::WillingAble) => &[A::Reminder, A::Autopay, A::EarlyPart, A::RewardOnTime],
        (Stage::M0, T::WillingUnable) => &[A::Reminder, A::EarlyPart, A::DateChange],
        (Stage::M0, _) => &[A::Reminder, A::FindOutWhy, A::Autopay],
        (Stage::M1, T::WillingAble) => &[A::Reminder, A::GraceDays, A::DateChange, A::Autopay],
        (Stage::M1, T::WillingUnable) => &[A::GraceDays, A::MinimumFirst, A::DateChange],
        (Stage::M1, T::UnwillingAble) => &[A::FindOutWhy, A::GraceDays, A::MinimumFirst],
        (Stage::M1, T::UnwillingUnable) => &[A::FindOutWhy, A::MinimumFirst, A::DateChange],
        (Stage::M2, T::WillingAble) => &[A::MinimumFirst, A::Instalments, A::Autopay],
        (Stage::M2, T::WillingUnable) => &[
            A::MinimumFirst,
            A::Instalments,
            A::Deferral,
            A::CashFlowHelp,
            A::Restructuring,
        ],
        (Stage::M2, T::UnwillingAble) => &[A::FindOutWhy, A::MinimumFirst, A::FirmerFacts],
        (Stage::M2, T::UnwillingUnable) => &[A::FindOutWhy, A::FirmerFacts, A::RecordAndLearn],
        (Stage::M3, T::WillingAble) => &[A::PenaltyRelief, A::Instalments, A::Settlement],
        (Stage::M3, T::WillingUnable) => &[
            A::PenaltyRelief,
            A::AddedSecurity,
            A::Restructuring,
            A::OtherFunding,
        ],
        (Stage::M3 | Stage::M3Plus, T::UnwillingAble) => {
            &[A::FindOutWhy, A::FirmerFacts, A::FormalSteps]
        }
        (Stage::M3, T::UnwillingUnable) => &[A::FirmerFacts, A::FormalSteps, A::RecordAndLearn],
        (Stage::M3Plus, T::WillingAble) => &[A::Settlement, A::PenaltyRelief, A::Instalments],
        (Stage::M3Plus, T::WillingUnable) => &[
            A::Restructuring,
            A::Settlement,
            A::OtherFunding,
            A::RealiseAssets,
        ],
        (Stage::M3Plus, T::UnwillingUnable) => &[A::FormalSteps, A::RecordAndLearn],
    }
}

/// Whether a customer who is willing and not able can be expected to recover.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recovery {
    /// Within the horizon, and papers show it.
    Expected,
    /// Within the horizon as the customer says; papers are still to show it.
    NotShown,
    /// Later than the horizon.
    TooLate {
        /// In how many months it is expected.
        months: u32,
        /// The horizon.
        horizon: u32,
    },
    /// Nobody can say when.
    NotInSight,
}

impl Recovery {
    /// The test: recovery is expected in so many months, if at all, and papers show it or not. The horizon is the pack's
    /// rule about it; see [`recovery_horizon`](crate::engine::rules::recovery_horizon).
    #[must_use]
    pub const fn of(expected_in_months: Option<u32>, papers_show_it: bool, horizon: u32) -> Self {
        match expected_in_months {
            None => Self::NotInSight,
            Some(months) if months > horizon => Self::TooLate { months, horizon },
            Some(_) if papers_show_it => Self::Expected,
            Some(_) => Self::NotShown,
        }
    }

    /// What it leads to: more time where recovery is expected; otherwise no extension for its own sake.
    #[must_use]
    pub const fn leads_to(self) -> &'static [Approach] {
        match self {
            Self::Expected => &[
                Approach::Deferral,
                Approach::Instalments,
                Approach::Restructuring,
                Approach::AddedSecurity,
                Approach::OtherFunding,
            ],
            Self::NotShown => &[Approach::MinimumFirst],
            Self::TooLate { .. } | Self::NotInSight => &[Approach::RealiseAssets],
        }
    }
}
