//! When payments fall due, and how long each period counts for interest.

use super::error::{ScheduleError, allowed_count};
use crate::engine::calendar::{Date, DayCount, Frequency, Unit, days_between, supported};
use crate::engine::money::YearFraction;

/// One period of a schedule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// When the payment falls due.
    pub due: Date,
    /// Time since the due date before, or since the start, as interest counts it.
    pub fraction: YearFraction,
}

/// How the length of a period is counted for interest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum InterestBasis {
    /// Every regular period counts the same, whatever its days: a month is 1/12 of a year. An odd
    /// first period counts whole periods back from the first due date, and the days left over
    /// before them as actual days over 365.
    Periodic,
    /// Each period counts its own days.
    Daily(DayCount),
}

impl InterestBasis {
    /// What lenders call 30/360 when a whole monthly period is a twelfth of a year whatever its days: regular months
    /// and half-months are all alike, and a step in days or weeks counts its days over 360.
    #[must_use]
    pub const fn thirty_360_whole_month(unit: Unit) -> Self {
        match unit {
            Unit::Months | Unit::HalfMonths => Self::Periodic,
            Unit::Days | Unit::Weeks => Self::Daily(DayCount::Act360),
        }
    }
}

/// The periods of a plan whose first due date is given; the later ones keep its day.
///
/// # Errors
/// [`ScheduleError`] when the count is not 1 to 600, the first due date is before the start, or a
/// date leaves its range.
pub fn periods(
    start: Date,
    first_due: Date,
    frequency: Frequency,
    count: u32,
    basis: InterestBasis,
) -> Result<Vec<Period>, ScheduleError> {
    if first_due < start {
        return Err(ScheduleError::FirstDueBeforeStart);
    }
    let first_fraction = match basis {
        InterestBasis::Periodic => time_between(start, first_due, frequency)?,
        InterestBasis::Daily(day_count) => day_count.year_fraction(start, first_due)?,
    };
    let first = Period {
        due: first_due,
        fraction: first_fraction,
    };
    following(first, first_due, 1, frequency, count, basis)
}

/// The periods of a plan whose first payment is one whole period after the start.
///
/// Due dates keep the day of the start itself: a plan from 31 October is due on 30 November and
/// then on 31 December, which no first due date of 30 November could tell.
///
/// # Errors
/// [`ScheduleError`] when the count is not 1 to 600 or a date leaves its range.
pub fn periods_after(
    start: Date,
    frequency: Frequency,
    count: u32,
    basis: InterestBasis,
) -> Result<Vec<Period>, ScheduleError> {
    let due = frequency.nth_due(start, 1)?;
    let fraction = match basis {
        InterestBasis::Periodic => frequency.period_fraction(),
        InterestBasis::Daily(day_count) => day_count.year_fraction(start, due)?,
    };
    following(Period { due, fraction }, start, 2, frequency, count, basis)
}

/// The first period and those after it, of which the second is `next_step` steps from the anchor.
fn following(
    first: Period,
    anchor: Date,
    next_step: u32,
    frequency: Frequency,
    count: u32,
    basis: InterestBasis,
) -> Result<Vec<Period>, ScheduleError> {
    supported(first.due)?;
    let count = allowed_count(usize::try_from(count).unwrap_or(usize::MAX))?;
    let mut periods = Vec::with_capacity(usize::try_from(count).unwrap_or_default());
    periods.push(first);
    let regular = frequency.period_fraction();
    let mut previous = first.due;
    for step in (next_step..).take(usize::try_from(count.saturating_sub(1)).unwrap_or_default()) {
        let due = frequency.nth_due(anchor, step)?;
        let fraction = match basis {
            InterestBasis::Periodic => regular,
            InterestBasis::Daily(day_count) => day_count.year_fraction(previous, due)?,
        };
        periods.push(Period { due, fraction });
        previous = due;
    }
    Ok(periods)
}

/// The time from a start, or a due date, to the next due date under [`InterestBasis::Periodic`].
pub(super) fn time_between(
    start: Date,
    first_due: Date,
    frequency: Frequency,
) -> Result<YearFraction, ScheduleError> {
    let (whole, reached) = whole_periods_back(start, first_due, frequency);
    // 31 January to 28 February is one month, though counting back from the 28th falls short.
    for steps in [whole, whole.saturating_add(1)] {
        if frequency.steps_from(start, steps) == Ok(first_due) {
            return regular_periods(steps, frequency);
        }
    }
    let left_over = YearFraction::of_days(days_between(start, reached), 365)?;
    Ok(regular_periods(whole, frequency)?.checked_add(left_over)?)
}

fn regular_periods(count: i64, frequency: Frequency) -> Result<YearFraction, ScheduleError> {
    Ok(frequency.period_fraction().checked_times(count)?)
}

/// How many whole periods fit between the start and the first due date, and where they begin.
fn whole_periods_back(start: Date, first_due: Date, frequency: Frequency) -> (i64, Date) {
    // The fewest days a unit can have: the answer is at most this many steps, and seldom far off.
    let shortest_unit = match frequency.unit() {
        Unit::Days => 1,
        Unit::Weeks => 7,
        Unit::HalfMonths => 13,
        Unit::Months => 28,
    };
    let shortest = i64::from(frequency.every()).saturating_mul(shortest_unit);
    let most = days_between(start, first_due)
        .checked_div(shortest)
        .unwrap_or_default();
    for steps in (1..=most).rev() {
        match frequency.steps_from(first_due, steps.saturating_neg()) {
            Ok(reached) if reached >= start => return (steps, reached),
            // Before the start, or before the first year the calendar knows.
            Ok(_) | Err(_) => {}
        }
    }
    (0, first_due)
}

#[cfg(test)]
#[path = "periods_tests.rs"]
mod tests;
