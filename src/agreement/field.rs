//! What every agreement summary says, whatever kind of plan it is about.

/// One of the 22 fields, in the order in which they stand in the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FieldId {
    /// The creditor, and the original one where the debt was assigned.
    Creditor,
    /// The masked borrower and account.
    Borrower,
    /// The day on which the balances hold.
    AsOf,
    /// What is owed, by component.
    Owed,
    /// What is given up per component, on what condition, and when that falls away.
    Concessions,
    /// Every payment's date, amount and allocation; the first and the last date.
    Payments,
    /// To pay, given up, cost against doing nothing, yearly rate.
    Totals,
    /// Interest while the plan runs.
    Interest,
    /// The order in which payments settle components.
    Allocation,
    /// Where the remainder of rounding goes.
    Remainder,
    /// What happens on a missed payment, with grace, and what is owed then.
    MissedPayment,
    /// What becomes of any balance that the plan leaves.
    RemainingBalance,
    /// What may be reported to credit registers.
    CreditReporting,
    /// Paying early.
    EarlySettlement,
    /// The only channels of payment.
    Channels,
    /// Until when the offer can be accepted.
    Expiry,
    /// Whether anybody has signed.
    Status,
    /// Complaint, dispute and free advice.
    Contacts,
    /// The right to a copy.
    Copy,
    /// The rule pack and the engine that made the figures.
    Versions,
    /// The verification code and how to check it.
    Verification,
    /// Language, currency, day count and time zone, and what the document cannot show.
    Conventions,
}

impl FieldId {
    /// Every field, in the order of the document.
    pub const ALL: [Self; 22] = [
        Self::Creditor,
        Self::Borrower,
        Self::AsOf,
        Self::Owed,
        Self::Concessions,
        Self::Payments,
        Self::Totals,
        Self::Interest,
        Self::Allocation,
        Self::Remainder,
        Self::MissedPayment,
        Self::RemainingBalance,
        Self::CreditReporting,
        Self::EarlySettlement,
        Self::Channels,
        Self::Expiry,
        Self::Status,
        Self::Contacts,
        Self::Copy,
        Self::Versions,
        Self::Verification,
        Self::Conventions,
    ];
}
