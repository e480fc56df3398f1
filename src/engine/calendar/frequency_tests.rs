//! Due dates that never drift.

use super::{Decimal, Frequency, Unit};
use crate::engine::calendar::{Date, DateOutOfRange, format_date, parse_date};
use crate::engine::money::YearFraction;

fn dues(frequency: Frequency, first: &str, count: u32) -> Vec<String> {
    let first: Date = parse_date(first).unwrap();
    (0..count)
        .map(|k| format_date(frequency.nth_due(first, k).unwrap()))
        .collect()
}

#[test]
fn thirty_first_of_january_monthly_is_thirty_first_in_march() {
    assert_eq!(
        dues(Frequency::MONTHLY, "2026-01-31", 4),
        ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"]
    );
}

#[test]
fn half_months_keep_two_days_of_the_month() {
    let half = Frequency::HALF_MONTHLY;
    assert_eq!(
        dues(half, "2026-01-05", 3),
        ["2026-01-05", "2026-01-20", "2026-02-05"]
    );
    assert_eq!(
        dues(half, "2026-01-31", 5),
        [
            "2026-01-31",
            "2026-02-16",
            "2026-02-28",
            "2026-03-16",
            "2026-03-31"
        ]
    );
    assert_eq!(
        dues(half, "2026-01-15", 4),
        ["2026-01-15", "2026-01-30", "2026-02-15", "2026-02-28"]
    );
    assert_eq!(
        dues(half, "2026-12-16", 3),
        ["2026-12-16", "2027-01-01", "2027-01-16"]
    );
}

#[test]
fn weeks_and_days_are_counted_in_days() {
    assert_eq!(
        dues(Frequency::FORTNIGHTLY, "2026-12-24", 3),
        ["2026-12-24", "2027-01-07", "2027-01-21"]
    );
    let ten_days = Frequency::new(10, Unit::Days).unwrap();
    assert_eq!(
        dues(ten_days, "2028-02-20", 2),
        ["2028-02-20", "2028-03-01"]
    );
}

#[test]
fn a_step_back_undoes_a_step_on() {
    let back = |frequency: Frequency, first: &str| {
        format_date(frequency.step_back(parse_date(first).unwrap()).unwrap())
    };
    assert_eq!(back(Frequency::MONTHLY, "2026-03-31"), "2026-02-28");
    assert_eq!(back(Frequency::WEEKLY, "2026-01-05"), "2025-12-29");
    assert_eq!(back(Frequency::HALF_MONTHLY, "2026-01-05"), "2025-12-20");
    assert_eq!(back(Frequency::HALF_MONTHLY, "2026-01-20"), "2026-01-05");
}

#[test]
fn periods_make_up_a_year() {
    let per_year = |frequency: Frequency| frequency.periods_per_year().to_string();
    let every = |every, unit| Frequency::new(every, unit).unwrap();
    assert_eq!(per_year(Frequency::MONTHLY), "12");
    assert_eq!(per_year(Frequency::WEEKLY), "52");
    assert_eq!(per_year(Frequency::FORTNIGHTLY), "26");
    assert_eq!(per_year(Frequency::HALF_MONTHLY), "24");
    assert_eq!(per_year(every(3, Unit::Months)), "4");
    assert_eq!(per_year(every(5, Unit::Months)), "2.4");
    assert_eq!(per_year(every(10, Unit::Days)), "36.5");
    for every in [1, 5, 365, u16::MAX] {
        for unit in [Unit::Days, Unit::Weeks, Unit::HalfMonths, Unit::Months] {
            let frequency = Frequency::new(every, unit).unwrap();
            let year = Decimal::from(YearFraction::DENOMINATOR);
            let counted =
                frequency.periods_per_year() * Decimal::from(frequency.period_fraction().units());
            assert_eq!(counted.round_dp(9), year, "{}", frequency.code());
        }
    }
}

#[test]
fn every_frequency_has_one_name() {
    for every in [1, 2, 3, 10, u16::MAX] {
        for unit in [Unit::Days, Unit::Weeks, Unit::HalfMonths, Unit::Months] {
            let frequency = Frequency::new(every, unit).unwrap();
            assert_eq!(Frequency::from_code(&frequency.code()), Some(frequency));
        }
    }
    let refused = [
        "",
        "every-0-days",
        "every-01-days",
        "every-1-months",
        "every-2-weeks",
        "every-+3-days",
        "every-3-years",
        "every-65536-days",
        "Monthly",
        "every-3",
    ];
    for code in refused {
        assert_eq!(Frequency::from_code(code), None, "{code:?}");
    }
    assert_eq!(Frequency::new(0, Unit::Days), None);
}

#[test]
fn stepping_past_the_last_year_is_an_error_not_an_abort() {
    let first = parse_date("2026-01-31").unwrap();
    for unit in [Unit::Days, Unit::Weeks, Unit::HalfMonths, Unit::Months] {
        let frequency = Frequency::new(u16::MAX, unit).unwrap();
        assert_eq!(
            frequency.nth_due(first, u32::MAX),
            Err(DateOutOfRange::Unsupported)
        );
        assert_eq!(
            frequency.steps_from(first, i64::MIN),
            Err(DateOutOfRange::Unsupported)
        );
    }
}
