//! Day counts and month sequences against the figures of public sources.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test speaks by failing, in what it calls too"
)]

use chrono::Datelike;
use quittance::engine::calendar::{
    AnnualRule, AnnualUnit, Counting, Date, DateOutOfRange, DayCount, Frequency, MonthEnd,
    add_days, add_months, days_in_month, format_date, parse_date,
};
use quittance::engine::money::{Accrued, Money, Rate, Rounding, YearFraction};
use rust_decimal::Decimal;
use serde_json::Value;

fn cases(kind: &str) -> Vec<Value> {
    let all: Value = serde_json::from_str(include_str!("published/daycount.json")).unwrap();
    let all = all["cases"].as_array().unwrap();
    all.iter()
        .filter(|case| case["kind"] == kind)
        .cloned()
        .collect()
}

fn text<'a>(case: &'a Value, name: &str) -> &'a str {
    case[name]
        .as_str()
        .unwrap_or_else(|| panic!("{}: no {name}", case["id"]))
}

fn date(case: &Value, name: &str) -> Date {
    parse_date(text(case, name)).unwrap()
}

fn day_count(case: &Value) -> DayCount {
    match text(case, "day_count") {
        "ACT" | "ACT/365F" => DayCount::Act365Fixed,
        "ACT/360" => DayCount::Act360,
        "ACT/ACT ISDA" => DayCount::ActActIsda,
        "30/360 Bond Basis" => DayCount::Thirty360BondBasis,
        "30/360 US" => DayCount::Thirty360Us,
        "30E/360" => DayCount::ThirtyE360,
        other => panic!("unknown day count {other}"),
    }
}

fn decimal(text: &str) -> Decimal {
    let number = |text| Decimal::from_str_exact(text).unwrap();
    match text.split_once('/') {
        Some((above, below)) => number(above) / number(below),
        None => number(text),
    }
}

fn as_decimal(fraction: YearFraction) -> Decimal {
    Decimal::from(fraction.units()) / Decimal::from(YearFraction::DENOMINATOR)
}

#[test]
fn published_day_counts_are_reproduced() {
    let cases = cases("day_count");
    for case in &cases {
        let days = day_count(case).days(date(case, "start"), date(case, "end"));
        assert_eq!(
            days,
            Ok(case["expected_days"].as_i64().unwrap()),
            "{}",
            case["id"]
        );
    }
    assert_eq!(cases.len(), 51);
}

#[test]
fn published_year_fractions_are_reproduced() {
    let cases = cases("year_fraction");
    for case in &cases {
        let (start, end) = (date(case, "start"), date(case, "end"));
        let fraction = as_decimal(day_count(case).year_fraction(start, end).unwrap());
        let apart = (fraction - decimal(text(case, "expected"))).abs();
        assert!(
            apart <= decimal(text(case, "tolerance")),
            "{}: {fraction}",
            case["id"]
        );
    }
    assert_eq!(cases.len(), 11);
}

#[test]
fn published_period_rates_are_reproduced() {
    let cases = cases("period_rate");
    for case in &cases {
        let (start, end) = (date(case, "start"), date(case, "end"));
        let time = day_count(case).year_fraction(start, end).unwrap();
        let rate = Rate::from_fraction(decimal(text(case, "annual_rate"))).unwrap();
        // The source states 1e12 times the period rate of one, to the whole number.
        let scale = Money::from_minor(1_000_000_000_000).unwrap();
        let earned = Accrued::of(scale, rate, time)
            .unwrap()
            .settle(Rounding::HalfUp)
            .unwrap();
        let expected = decimal(text(case, "expected")) * Decimal::from(scale.minor());
        assert_eq!(Decimal::from(earned.minor()), expected, "{}", case["id"]);
    }
    assert_eq!(cases.len(), 4);
}

#[test]
fn published_month_sequences_are_reproduced() {
    let cases = cases("month_sequence");
    for case in &cases {
        let anchor = date(case, "anchor");
        for (k, expected) in (1..).zip(case["expected"].as_array().unwrap()) {
            let due = Frequency::MONTHLY.nth_due(anchor, k).unwrap();
            assert_eq!(
                format_date(due),
                expected.as_str().unwrap(),
                "{}",
                case["id"]
            );
        }
    }
    assert_eq!(cases.len(), 3);
}

#[test]
fn published_month_ends_are_reproduced() {
    let cases = cases("month_end_sequence");
    for case in &cases {
        // The end of the anchor's own month, and then every month's last day.
        let anchor = date(case, "anchor");
        let last_day = i64::from(days_in_month(anchor)) - i64::from(anchor.day());
        let end = add_days(anchor, last_day).unwrap();
        let last = i32::try_from(case["count"].as_i64().unwrap()).unwrap() - 1;
        let expected = case["expected_first_second_last"].as_array().unwrap();
        for (months, expected) in [0, 1, last].into_iter().zip(expected) {
            let reached = add_months(end, months, MonthEnd::Stick).unwrap();
            assert_eq!(
                format_date(reached),
                expected.as_str().unwrap(),
                "{}",
                case["id"]
            );
        }
    }
    assert_eq!(cases.len(), 1);
}

#[test]
fn published_annual_intervals_are_reproduced() {
    let cases = cases("apr_interval");
    for case in &cases {
        let rule = match text(case, "rule").split(' ').next() {
            Some("EU") => AnnualRule::Eu,
            Some("UK") => AnnualRule::Uk,
            other => panic!("unknown rule {other:?}"),
        };
        let (start, end) = (date(case, "start"), date(case, "end"));
        let years = as_decimal(rule.years(start, end, AnnualUnit::Months).unwrap());
        let expected: Decimal = text(case, "expected").split('+').map(decimal).sum();
        let apart = (years - expected).abs();
        assert!(
            apart <= decimal(text(case, "tolerance")),
            "{}: {years}",
            case["id"]
        );
    }
    assert_eq!(cases.len(), 4);
}

/// Figures of curo's own tests of both rules (github.com/andrewmurphy353/curo, MIT, commit 1a2d435,
/// `test/daycounts/eu_2008_48_ec_test.dart` and `uk_conc_app_test.dart`): whole units, days over 365,
/// days over 366.
#[test]
fn annual_intervals_of_peers_are_reproduced() {
    use AnnualRule::{Eu, Uk};
    use AnnualUnit::{Months, Weeks, Years};
    let table = [
        (Eu, Months, "2019-01-12", "2020-01-12", 12, 0, 0),
        (Eu, Months, "2019-01-31", "2019-02-28", 1, 0, 0),
        (Eu, Months, "2019-02-28", "2019-03-31", 1, 0, 0),
        (Eu, Months, "2019-02-15", "2019-03-15", 1, 0, 0),
        (Eu, Months, "2020-12-31", "2021-03-01", 2, 0, 1),
        (Eu, Months, "2019-01-01", "2020-06-15", 17, 14, 0),
        (Eu, Years, "2019-01-01", "2020-01-01", 1, 0, 0),
        (Eu, Weeks, "2019-01-01", "2019-01-08", 1, 0, 0),
        (Uk, Months, "2025-01-31", "2025-02-28", 1, 0, 0),
        (Uk, Months, "2025-01-31", "2031-02-28", 73, 0, 0),
        (Uk, Months, "2025-01-12", "2025-02-15", 1, 3, 0),
        (Uk, Months, "2023-12-15", "2024-02-29", 2, 0, 14),
        (Uk, Months, "2020-02-01", "2020-03-01", 1, 0, 0),
        (Uk, Weeks, "2020-01-01", "2020-01-23", 3, 0, 1),
        (Uk, Weeks, "2025-01-31", "2025-02-28", 4, 0, 0),
        (Uk, Weeks, "2023-01-01", "2024-01-14", 54, 0, 0),
        (Uk, Weeks, "2024-01-12", "2024-01-30", 2, 0, 4),
        // Two of theirs lose the last day of the year; every day counts here.
        (Uk, Months, "2023-11-20", "2024-01-15", 1, 12, 14),
        (Uk, Weeks, "2023-12-02", "2024-01-05", 4, 2, 4),
        // Not theirs: the same day of every month is whole months, at the end of February too.
        (Eu, Months, "2019-01-28", "2019-02-28", 1, 0, 0),
        (Eu, Years, "2019-03-01", "2021-02-28", 1, 0, 365),
        (Uk, Years, "2019-03-01", "2021-02-28", 1, 58, 306),
    ];
    for (rule, unit, start, end, whole, common, leap) in table {
        let per_year = match unit {
            Years => 1,
            Months => 12,
            Weeks => 52,
        };
        let (start, end) = (parse_date(start).unwrap(), parse_date(end).unwrap());
        let mut expected = YearFraction::of_periods(whole, per_year).unwrap();
        for (days, basis) in [(common, 365), (leap, 366)] {
            let days = YearFraction::of_days(days, basis).unwrap();
            expected = expected.checked_add(days).unwrap();
        }
        let years = rule.years(start, end, unit);
        assert_eq!(years, Ok(expected), "{rule:?} {unit:?} {start} {end}");
    }
    let date = |text: &str| parse_date(text).unwrap();
    let backwards = Eu.years(date("2026-01-02"), date("2026-01-01"), Months);
    assert_eq!(backwards, Err(DateOutOfRange::EndBeforeStart));
}

#[test]
fn the_first_day_or_the_last_or_both_count() {
    let date = |text: &str| parse_date(text).unwrap();
    let (start, end) = (date("2023-12-31"), date("2024-01-01"));
    let time = |way: Counting| way.year_fraction(DayCount::ActActIsda, start, end).unwrap();
    let day = |basis| YearFraction::of_days(1, basis).unwrap();
    // The one day of this period is 31 December 2023, or 1 January 2024, or both.
    assert_eq!(time(Counting::FirstDay), day(365));
    assert_eq!(time(Counting::LastDay), day(366));
    assert_eq!(
        time(Counting::Both),
        day(365).checked_add(day(366)).unwrap()
    );
    let (start, end) = (date("2026-01-31"), date("2026-03-31"));
    for day_count in DayCount::ALL {
        let days = |way: Counting| way.days(day_count, start, end).unwrap();
        let plain = day_count.days(start, end).unwrap();
        assert_eq!(days(Counting::FirstDay), plain, "{day_count:?}");
        assert_eq!(days(Counting::LastDay), plain, "{day_count:?}");
        assert_eq!(days(Counting::Both), plain + 1, "{day_count:?}");
        let time = |way: Counting| way.year_fraction(day_count, start, end).unwrap();
        let plain = day_count.year_fraction(start, end).unwrap();
        assert_eq!(time(Counting::FirstDay), plain, "{day_count:?}");
        assert_eq!(time(Counting::LastDay), plain, "{day_count:?}");
        assert!(time(Counting::Both) > plain, "{day_count:?}");
        let backwards = Counting::LastDay.year_fraction(day_count, end, start);
        assert_eq!(backwards, Err(DateOutOfRange::EndBeforeStart));
    }
    for way in Counting::ALL {
        assert_eq!(Counting::from_code(way.code()), Some(way));
    }
    let thirty = Counting::Both.year_fraction(DayCount::ThirtyE360, start, end);
    assert_eq!(thirty, Ok(YearFraction::of_days(61, 360).unwrap()));
}

/// Every day count over every pair of a few hundred awkward days.
#[test]
fn time_adds_up_and_never_runs_backwards() {
    let first = parse_date("2023-12-25").unwrap();
    let days: Vec<Date> = (0..440)
        .map(|step| add_days(first, step).unwrap())
        .collect();
    for day_count in DayCount::ALL {
        for (place, &start) in days.iter().enumerate() {
            let none = day_count.year_fraction(start, start);
            assert_eq!(none, Ok(YearFraction::ZERO), "{day_count:?} {start}");
            let mut before = YearFraction::ZERO;
            for &end in &days[place..] {
                let now = day_count.year_fraction(start, end).unwrap();
                assert!(now >= before, "{day_count:?} {start} {end}");
                before = now;
                let back = day_count.year_fraction(end, start);
                assert_eq!(back.is_err(), end > start, "{day_count:?} {start} {end}");
            }
        }
    }
}

#[test]
fn actual_day_counts_split_anywhere() {
    use DayCount::{Act360, Act364, Act365Fixed, ActActIsda};
    let date = |text: &str| parse_date(text).unwrap();
    let (start, end) = (date("1999-11-30"), date("2004-03-01"));
    for day_count in [Act365Fixed, Act360, Act364, ActActIsda] {
        let whole = day_count.year_fraction(start, end).unwrap();
        let mut middle = start;
        while middle < end {
            let first = day_count.year_fraction(start, middle).unwrap();
            let second = day_count.year_fraction(middle, end).unwrap();
            assert_eq!(
                first.checked_add(second),
                Ok(whole),
                "{day_count:?} {middle}"
            );
            middle = add_days(middle, 1).unwrap();
        }
    }
}

#[test]
fn whole_months_count_a_twelfth_whatever_their_days() {
    let fraction = |start: &str, end: &str| {
        let (start, end) = (parse_date(start).unwrap(), parse_date(end).unwrap());
        DayCount::WholeMonth.year_fraction(start, end).unwrap()
    };
    let expected = |months, days| {
        let months = YearFraction::of_periods(months, 12).unwrap();
        months
            .checked_add(YearFraction::of_days(days, 365).unwrap())
            .unwrap()
    };
    assert_eq!(fraction("2026-01-31", "2026-02-28"), expected(1, 0));
    assert_eq!(fraction("2026-01-31", "2026-03-01"), expected(1, 1));
    assert_eq!(fraction("2026-01-31", "2026-03-30"), expected(1, 30));
    assert_eq!(fraction("2026-01-31", "2026-03-31"), expected(2, 0));
    assert_eq!(fraction("2024-02-29", "2025-02-28"), expected(12, 0));
    assert_eq!(fraction("2026-11-21", "2026-12-20"), expected(0, 29));
    assert_eq!(fraction("1900-01-01", "9999-12-31"), expected(97_199, 30));
}

#[test]
fn every_day_count_has_one_name() {
    for (day_count, code) in DayCount::ALL.into_iter().zip(DayCount::CODES) {
        assert_eq!(day_count.code(), *code);
        assert_eq!(DayCount::from_code(code), Some(day_count));
    }
    assert_eq!(DayCount::from_code("ACT/365F"), None);
}

#[test]
fn what_has_no_answer_is_refused_by_name() {
    let date = |text: &str| parse_date(text).unwrap();
    let old = Date::from_ymd_opt(1899, 12, 31).unwrap();
    for day_count in DayCount::ALL {
        let backwards = day_count.year_fraction(date("2026-02-01"), date("2026-01-31"));
        assert_eq!(
            backwards,
            Err(DateOutOfRange::EndBeforeStart),
            "{day_count:?}"
        );
        let early = day_count.year_fraction(old, date("2026-01-31"));
        assert_eq!(early, Err(DateOutOfRange::Unsupported), "{day_count:?}");
        let late = day_count.days(date("2026-01-31"), Date::MAX);
        assert_eq!(late, Err(DateOutOfRange::Unsupported), "{day_count:?}");
    }
}
