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
        InterestBasis::Periodic => time_before_first_due(start, first_due, frequency)?,
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

/// The time before the first due date under [`InterestBasis::Periodic`].
fn time_before_first_due(
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
mod tests {
    use super::{InterestBasis, Period, ScheduleError, periods, periods_after};
    use crate::engine::calendar::{Date, DayCount, Frequency, Unit, format_date, parse_date};
    use crate::engine::money::YearFraction;

    fn date(text: &str) -> Date {
        parse_date(text).unwrap()
    }

    fn first_fraction(start: &str, first_due: &str, frequency: Frequency) -> YearFraction {
        let made = periods(
            date(start),
            date(first_due),
            frequency,
            1,
            InterestBasis::Periodic,
        );
        made.unwrap()[0].fraction
    }

    fn months_and_days(months: i64, days: i64) -> YearFraction {
        let months = YearFraction::of_periods(months, 12).unwrap();
        months
            .checked_add(YearFraction::of_days(days, 365).unwrap())
            .unwrap()
    }

    #[test]
    fn an_odd_first_period_is_whole_periods_and_the_days_left_over() {
        let monthly = |start, first| first_fraction(start, first, Frequency::MONTHLY);
        assert_eq!(monthly("2026-11-21", "2026-12-21"), months_and_days(1, 0));
        assert_eq!(monthly("2026-11-21", "2026-12-25"), months_and_days(1, 4));
        assert_eq!(monthly("2026-11-21", "2026-12-05"), months_and_days(0, 14));
        assert_eq!(monthly("2026-11-21", "2027-03-05"), months_and_days(3, 14));
        assert_eq!(monthly("2026-11-21", "2026-11-21"), YearFraction::ZERO);
        assert_eq!(monthly("2026-01-31", "2026-02-28"), months_and_days(1, 0));
        assert_eq!(monthly("2025-12-31", "2026-02-28"), months_and_days(2, 0));
        assert_eq!(
            monthly("1900-01-01", "2000-01-15"),
            months_and_days(1200, 14)
        );
        let weekly = first_fraction("2026-11-21", "2026-12-01", Frequency::WEEKLY);
        let week = YearFraction::of_periods(1, 52).unwrap();
        assert_eq!(weekly, week.checked_add(months_and_days(0, 3)).unwrap());
        let half = first_fraction("2026-11-20", "2027-01-05", Frequency::HALF_MONTHLY);
        assert_eq!(half, YearFraction::of_periods(3, 24).unwrap());
    }

    #[test]
    fn a_plan_keeps_the_day_it_is_anchored_on() {
        let dues = |made: Result<Vec<Period>, ScheduleError>| -> Vec<String> {
            made.unwrap()
                .iter()
                .map(|period| format_date(period.due))
                .collect()
        };
        let basis = InterestBasis::Daily(DayCount::Act365Fixed);
        let monthly = Frequency::MONTHLY;
        assert_eq!(
            dues(periods_after(date("2023-10-31"), monthly, 3, basis)),
            ["2023-11-30", "2023-12-31", "2024-01-31"]
        );
        assert_eq!(
            dues(periods(
                date("2023-10-31"),
                date("2023-11-30"),
                monthly,
                3,
                basis
            )),
            ["2023-11-30", "2023-12-30", "2024-01-30"]
        );
    }

    #[test]
    fn what_cannot_be_laid_out_is_refused_by_name() {
        let make = |start, first, count| {
            periods(
                date(start),
                date(first),
                Frequency::MONTHLY,
                count,
                InterestBasis::Periodic,
            )
        };
        assert_eq!(
            make("2026-11-21", "2026-12-21", 0),
            Err(ScheduleError::NoPeriods)
        );
        for count in [601, u32::MAX] {
            let too_many = Err(ScheduleError::TooManyPeriods { count, limit: 600 });
            assert_eq!(make("2026-11-21", "2026-12-21", count), too_many);
        }
        assert_eq!(
            make("2026-11-21", "2026-11-20", 1),
            Err(ScheduleError::FirstDueBeforeStart)
        );
        assert!(matches!(
            make("9999-01-01", "9999-11-01", 3),
            Err(ScheduleError::Date(_))
        ));
        assert_eq!(make("2026-11-21", "2026-12-21", 600).unwrap().len(), 600);
        let days = Frequency::new(1, Unit::Days).unwrap();
        let ages = periods(
            date("1900-01-01"),
            date("9999-12-31"),
            days,
            1,
            InterestBasis::Periodic,
        );
        assert!(ages.is_ok());
    }
}
