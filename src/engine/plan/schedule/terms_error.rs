//! Why terms make no schedule.

use std::fmt;

use super::error::ScheduleError;
use crate::engine::calendar::{Date, DateOutOfRange};
use crate::engine::money::{Money, OutOfRange};

/// Why terms cannot be laid out. Fields are named as in documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TermsError {
    /// The rows cannot be laid out.
    Schedule(ScheduleError),
    /// Two terms that have no meaning together.
    NotTogether {
        /// The one.
        field: &'static str,
        /// The other, or the method.
        with: &'static str,
    },
    /// An amount outside what it may be.
    AmountOutside {
        /// The field.
        field: &'static str,
        /// What it says.
        value: Money,
        /// The least it may be.
        least: Money,
        /// The most it may be.
        most: Money,
    },
    /// A count of rows outside what it may be.
    CountOutside {
        /// The field.
        field: &'static str,
        /// What it says.
        value: u32,
        /// The least it may be.
        least: u32,
        /// The most it may be.
        most: u32,
    },
    /// A factor from payment to payment that is not above zero, or has more than ten decimals or is above a hundred.
    StepOutside,
    /// The first due date is before the start.
    FirstDueBeforeStart {
        /// The start.
        start: Date,
        /// The first due date.
        first_due: Date,
    },
    /// A date that is not after the one it follows.
    DatesOutOfOrder {
        /// The list of dates, or the end of a stretch.
        field: &'static str,
        /// The date before.
        before: Date,
        /// The date at fault.
        date: Date,
    },
    /// The payments given and the rows there are differ in number.
    PaymentsForRows {
        /// How many payments are given.
        payments: u32,
        /// How many rows there are for them.
        rows: u32,
    },
    /// Given payments do not repay the debt: the first row that pays more than is owed, or the last that leaves some.
    RowsDoNotAddUp {
        /// The row, counted from 1, a down payment included.
        row: u32,
        /// What is given for the row less what is owed by then: above zero for too much.
        difference: Money,
    },
    /// No due date is left to spread over.
    NothingLeft {
        /// The day it was asked for.
        as_of: Date,
    },
}

impl fmt::Display for TermsError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Schedule(error) => error.fmt(out),
            Self::NotTogether { field, with } => {
                write!(out, "{field} has no meaning together with {with}")
            }
            Self::AmountOutside {
                field,
                value,
                least,
                most,
            } => write!(
                out,
                "{field} is {} minor units: it must be from {} to {}",
                value.minor(),
                least.minor(),
                most.minor()
            ),
            Self::CountOutside {
                field,
                value,
                least,
                most,
            } => write!(out, "{field} is {value}: it must be from {least} to {most}"),
            Self::StepOutside => out.write_str(
                "step: a factor must be above 0 and at most 100, with at most ten decimals",
            ),
            Self::FirstDueBeforeStart { start, first_due } => {
                write!(out, "first_due {first_due} is before the start {start}")
            }
            Self::DatesOutOfOrder {
                field,
                before,
                date,
            } => write!(out, "{field}: {date} must come after {before}"),
            Self::PaymentsForRows { payments, rows } => {
                write!(out, "{payments} payments are given for {rows} rows")
            }
            Self::RowsDoNotAddUp { row, difference } => write!(
                out,
                "row {row} pays {} minor units {} than is owed",
                difference.minor().unsigned_abs(),
                if difference.is_negative() {
                    "less"
                } else {
                    "more"
                }
            ),
            Self::NothingLeft { as_of } => write!(out, "no due date is left after {as_of}"),
        }
    }
}

impl std::error::Error for TermsError {}

impl From<ScheduleError> for TermsError {
    fn from(error: ScheduleError) -> Self {
        Self::Schedule(error)
    }
}

impl From<OutOfRange> for TermsError {
    fn from(error: OutOfRange) -> Self {
        Self::Schedule(ScheduleError::Amount(error))
    }
}

impl From<DateOutOfRange> for TermsError {
    fn from(error: DateOutOfRange) -> Self {
        Self::Schedule(ScheduleError::Date(error))
    }
}
