//! What else is known about a debt and its debtor that lenders' rules ask for.

use super::CustomerType;
use crate::engine::calendar::Date;
use crate::engine::fields::{CodeSet, Coded};
use crate::engine::money::{Money, OutOfRange};

/// Whether somebody who guarantees the debt agreed to a change of it (Civil Code article 695: a guarantor who did not
/// agree in writing is not bound for what a change adds).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guarantor {
    /// Agreed in writing.
    Consented,
    /// Not asked yet.
    NotAsked,
}

impl Coded for Guarantor {
    const ALL: &'static [Self] = &[Self::Consented, Self::NotAsked];

    fn code(self) -> &'static str {
        match self {
            Self::Consented => "consented",
            Self::NotAsked => "not-asked",
        }
    }
}

impl Coded for CustomerType {
    const ALL: &'static [Self] = &Self::ALL;

    fn code(self) -> &'static str {
        Self::code(self)
    }
}

/// A paper that shows how the borrower stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// Who the borrower is.
    Identity,
    /// What comes in.
    Income,
    /// What goes out.
    Spending,
    /// Hardship of any kind.
    Hardship,
    /// A job that was lost.
    Unemployment,
    /// Illness or injury.
    Illness,
    /// A disaster.
    Disaster,
    /// A fraud of which the borrower is the victim.
    Fraud,
    /// Debts to others.
    OtherDebts,
    /// What the borrower owns.
    Assets,
    /// How a business stands: sales, receivables.
    Business,
    /// That payment can be expected again.
    Recovery,
}

impl Coded for Evidence {
    const ALL: &'static [Self] = &[
        Self::Identity,
        Self::Income,
        Self::Spending,
        Self::Hardship,
        Self::Unemployment,
        Self::Illness,
        Self::Disaster,
        Self::Fraud,
        Self::OtherDebts,
        Self::Assets,
        Self::Business,
        Self::Recovery,
    ];

    fn code(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Income => "income",
            Self::Spending => "spending",
            Self::Hardship => "hardship",
            Self::Unemployment => "unemployment",
            Self::Illness => "illness",
            Self::Disaster => "disaster",
            Self::Fraud => "fraud",
            Self::OtherDebts => "other-debts",
            Self::Assets => "assets",
            Self::Business => "business",
            Self::Recovery => "recovery",
        }
    }
}

/// A day on which the lender did not collect although the money was there. The penalty of those days is not owed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FailedDebit {
    /// The day.
    pub on: Date,
    /// The penalty interest that came of it, as the lender's balances hold it.
    pub penalty: Money,
}

/// What is noted about a debt and its debtor besides balances and terms. What is not noted is `None`, and a rule that
/// asks for it says so.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Circumstances {
    /// Payments that arrived since the debt fell past due.
    pub payments_since_overdue: Option<u32>,
    /// Days on which the debt was restructured before, the earliest first; empty if it never was.
    pub restructured_on: Option<Vec<Date>>,
    /// The guarantor, if there is one.
    pub guarantor: Option<Guarantor>,
    /// The last day of a time in which nothing may be asked for, such as a breathing space.
    pub moratorium_until: Option<Date>,
    /// The papers that are at hand.
    pub evidence: Option<CodeSet<Evidence>>,
    /// What a month leaves the borrower after everything that comes first.
    pub surplus: Option<Money>,
    /// Days on which the lender did not collect although the money was there, the earliest first.
    pub failed_debits: Vec<FailedDebit>,
}

/// Nothing noted at all.
static NOTHING_NOTED: Circumstances = Circumstances {
    payments_since_overdue: None,
    restructured_on: None,
    guarantor: None,
    moratorium_until: None,
    evidence: None,
    surplus: None,
    failed_debits: Vec::new(),
};

impl Circumstances {
    /// Nothing noted at all.
    #[must_use]
    pub fn nothing_noted() -> &'static Self {
        &NOTHING_NOTED
    }

    /// The penalty interest of all failed debits together.
    ///
    /// # Errors
    /// [`OutOfRange`] if the sum leaves the supported range of amounts.
    pub fn penalty_not_owed(&self) -> Result<Money, OutOfRange> {
        Money::sum(self.failed_debits.iter().map(|debit| debit.penalty))
    }
}
