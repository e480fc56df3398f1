//! First periods of every kind, and what cannot be laid out.

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
