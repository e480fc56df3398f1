//! Why payments cannot be held against a plan.

use crate::engine::calendar::Date;
use crate::engine::money::{Money, OutOfRange};
use crate::engine::plan::PlanError;

/// Why payments cannot be held against a plan. Payments are counted from 1 in the order in which they were given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrackError {
    /// The day looked at is before the as-of date, when there was no plan.
    DayBeforeAgreement {
        /// The day.
        on: Date,
        /// The first day of the plan.
        as_of: Date,
    },
    /// A payment is zero or below.
    NotPositive {
        /// The payment.
        number: u32,
        /// Its amount.
        amount: Money,
    },
    /// A payment is before the as-of date: it is in the balances already.
    BeforeAgreement {
        /// The payment.
        number: u32,
        /// Its day.
        date: Date,
        /// The first day of the plan.
        as_of: Date,
    },
    /// A payment is after the day looked at: it was not made yet.
    NotYetMade {
        /// The payment.
        number: u32,
        /// Its day.
        date: Date,
        /// The day looked at.
        on: Date,
    },
    /// One payment is above everything that could be owed on its day, under the plan and without it.
    MoreThanOwed {
        /// The payment.
        number: u32,
        /// Its amount.
        amount: Money,
        /// The most that it could be.
        most: Money,
    },
    /// More payments than are held against a plan.
    TooMany {
        /// How many are.
        most: u32,
    },
    /// A figure of the plan left its range on the way.
    Plan(PlanError),
}

impl From<PlanError> for TrackError {
    fn from(error: PlanError) -> Self {
        Self::Plan(error)
    }
}

impl From<OutOfRange> for TrackError {
    fn from(error: OutOfRange) -> Self {
        Self::Plan(PlanError::Amount(error))
    }
}
