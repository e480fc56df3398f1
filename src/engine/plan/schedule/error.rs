//! Why there is no schedule.

use std::fmt;

use crate::engine::calendar::DateOutOfRange;
use crate::engine::money::{Money, OutOfRange};

/// The most rows a schedule may have: fifty years of months.
pub const MOST_ROWS: u32 = 600;

/// Why a schedule cannot be laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScheduleError {
    /// There is no period to pay in.
    NoPeriods,
    /// More periods than a schedule may have.
    TooManyPeriods {
        /// How many were asked for.
        count: u32,
        /// The most there may be: [`MOST_ROWS`].
        limit: u32,
    },
    /// A given instalment does not cover what a row's balance earns, so the debt would grow.
    InstalmentBelowInterest {
        /// The row, counted from 1.
        row: u32,
        /// The interest of that row: the least that an instalment must be.
        interest: Money,
    },
    /// The first due date lies before the start.
    FirstDueBeforeStart,
    /// The principal is below zero.
    NegativePrincipal,
    /// An amount left its range.
    Amount(OutOfRange),
    /// A date left its range.
    Date(DateOutOfRange),
}

impl fmt::Display for ScheduleError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoPeriods => out.write_str("a schedule needs at least one period"),
            Self::TooManyPeriods { count, limit } => {
                write!(out, "{count} periods: a schedule has at most {limit}")
            }
            Self::InstalmentBelowInterest { row, interest } => {
                write!(
                    out,
                    "the instalment does not cover the interest of row {row}, {} minor units",
                    interest.minor()
                )
            }
            Self::FirstDueBeforeStart => out.write_str("the first due date is before the start"),
            Self::NegativePrincipal => out.write_str("the principal is below zero"),
            Self::Amount(error) => error.fmt(out),
            Self::Date(error) => error.fmt(out),
        }
    }
}

impl std::error::Error for ScheduleError {}

impl From<OutOfRange> for ScheduleError {
    fn from(error: OutOfRange) -> Self {
        Self::Amount(error)
    }
}

impl From<DateOutOfRange> for ScheduleError {
    fn from(error: DateOutOfRange) -> Self {
        Self::Date(error)
    }
}

/// The number of rows if a schedule may have that many.
pub(super) fn allowed_count(count: usize) -> Result<u32, ScheduleError> {
    match u32::try_from(count).unwrap_or(u32::MAX) {
        0 => Err(ScheduleError::NoPeriods),
        count if count <= MOST_ROWS => Ok(count),
        count => Err(ScheduleError::TooManyPeriods {
            count,
            limit: MOST_ROWS,
        }),
    }
}
