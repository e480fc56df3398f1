//! A claim on its as-of date.

use super::{AccrualError, Balances, Components, Terms, accrue};
use crate::engine::calendar::{Date, days_between};
use crate::engine::money::Currency;

/// How old a debt is, in the bands that collection practice uses (house convention, not law).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Not past due.
    M0,
    /// 1 to 30 days past due.
    M1,
    /// 31 to 60 days past due.
    M2,
    /// 61 to 90 days past due.
    M3,
    /// More than 90 days past due.
    M3Plus,
}

impl Stage {
    /// Every stage, the youngest first.
    pub const ALL: [Self; 5] = [Self::M0, Self::M1, Self::M2, Self::M3, Self::M3Plus];

    /// The stage of a debt that is this many days past due.
    #[must_use]
    pub const fn of(days_past_due: i64) -> Self {
        match days_past_due {
            ..=0 => Self::M0,
            1..=30 => Self::M1,
            31..=60 => Self::M2,
            61..=90 => Self::M3,
            _ => Self::M3Plus,
        }
    }

    /// The name used in files and on screen.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::M0 => "M0",
            Self::M1 => "M1",
            Self::M2 => "M2",
            Self::M3 => "M3",
            Self::M3Plus => "M3+",
        }
    }
}

/// What is owed on one day, and the terms under which it grows. Every plan is a function of a claim and
/// a proposal alone, so that a link that carries these two carries every figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Currency of every amount.
    pub currency: Currency,
    /// The day on which the balances hold; all accrual up to it is recognised.
    pub as_of: Date,
    /// What is owed.
    pub balances: Balances,
    /// Due date of the oldest amount unpaid.
    pub overdue_since: Date,
    /// How the claim grows and how payments settle it.
    pub terms: Terms,
}

impl Claim {
    /// What is owed by component.
    #[must_use]
    pub const fn components(&self) -> &Components {
        &self.balances.components
    }

    /// Days past due (DPD) on that day; zero if nothing is overdue.
    #[must_use]
    pub fn days_past_due(&self, on: Date) -> i64 {
        days_between(self.overdue_since, on).max(0)
    }

    /// The stage on the as-of date.
    #[must_use]
    pub fn stage(&self) -> Stage {
        Stage::of(self.days_past_due(self.as_of))
    }

    /// What would be owed on a later day if nothing were paid until then.
    ///
    /// # Errors
    /// [`AccrualError`] if an amount leaves the supported range or the day is before the as-of date.
    pub fn if_nothing_is_paid(&self, until: Date) -> Result<Components, AccrualError> {
        let grown = accrue(&self.balances, &self.terms, self.as_of, until)?;
        Ok(self.components().checked_add(&grown)?)
    }
}
