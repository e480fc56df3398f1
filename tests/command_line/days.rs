//! `quittance days` gives the published times, and refuses what does not go together.

use rust_decimal::Decimal;
use serde_json::{Value, json};

use crate::program::{answer, quittance};
use crate::published::reproduced;

/// Those cases of the published file that are of a kind.
fn cases(kind: &str) -> Vec<Value> {
    let all: Value = serde_json::from_str(include_str!("../published/daycount.json")).unwrap();
    let all = all["cases"].as_array().unwrap().iter();
    all.filter(|case| case["kind"] == kind).cloned().collect()
}

/// A number, or the sum of parts of one: `1/12+1/365`.
fn decimal(value: &Value) -> Decimal {
    let number = |text: &str| Decimal::from_str_exact(text).unwrap();
    let parts = value.as_str().unwrap().split('+');
    parts
        .map(|part| match part.split_once('/') {
            Some((above, below)) => number(above) / number(below),
            None => number(part),
        })
        .sum()
}

/// The answers to some documents, one line each.
fn answers(documents: &[Value]) -> Vec<Value> {
    let lines: Vec<String> = documents.iter().map(Value::to_string).collect();
    let said = quittance(&["days"], &lines.join("\n"));
    assert_eq!(said.status, 0, "{:?}", said.lines);
    assert_eq!(said.lines.len(), documents.len());
    said.lines
}

fn fields(case: &Value, names: &[&str]) -> Value {
    let chosen = names
        .iter()
        .map(|name| ((*name).to_owned(), case[*name].clone()));
    Value::Object(chosen.collect())
}

fn within(ours: Decimal, case: &Value, expected: Decimal) {
    let apart = (ours - expected).abs();
    assert!(
        apart <= decimal(&case["tolerance"]),
        "{}: {ours}",
        case["id"]
    );
    reproduced(case);
}

#[test]
fn published_days_are_reproduced() {
    let cases = cases("day_count");
    let asked: Vec<Value> = cases
        .iter()
        .map(|case| fields(case, &["day_count", "start", "end"]))
        .collect();
    for (case, answer) in cases.iter().zip(answers(&asked)) {
        assert_eq!(answer["days"], case["expected_days"], "{}", case["id"]);
        reproduced(case);
    }
    assert_eq!(cases.len(), 51);
}

#[test]
fn published_parts_of_a_year_are_reproduced() {
    let cases = cases("year_fraction");
    let asked: Vec<Value> = cases
        .iter()
        .map(|case| fields(case, &["day_count", "start", "end"]))
        .collect();
    for (case, answer) in cases.iter().zip(answers(&asked)) {
        within(
            decimal(&answer["year_fraction"]),
            case,
            decimal(&case["expected"]),
        );
    }
    assert_eq!(cases.len(), 11);
}

#[test]
fn published_rates_of_a_period_are_reproduced() {
    let cases = cases("period_rate");
    let asked: Vec<Value> = cases
        .iter()
        .map(|case| {
            let mut document = fields(case, &["day_count", "start", "end"]);
            let percent = decimal(&case["annual_rate"]) * Decimal::ONE_HUNDRED;
            document["annual_rate_pct"] = json!(percent.normalize().to_string());
            document
        })
        .collect();
    for (case, answer) in cases.iter().zip(answers(&asked)) {
        let rate = decimal(&answer["period_rate_pct"]) / Decimal::ONE_HUNDRED;
        within(rate, case, decimal(&case["expected"]));
    }
    assert_eq!(cases.len(), 4);
}

#[test]
fn published_annual_intervals_are_reproduced() {
    let cases = cases("apr_interval");
    let asked: Vec<Value> = cases
        .iter()
        .map(|case| {
            let mut document = fields(case, &["rule", "start", "end"]);
            // The first word of the case's rule: "EU 2008/48/EC equal months ...".
            let rule = case["rule"].as_str().unwrap().split(' ').next();
            document["rule"] = json!(rule.unwrap());
            document
        })
        .collect();
    for (case, answer) in cases.iter().zip(answers(&asked)) {
        let years = decimal(&answer["year_fraction"]);
        within(years, case, decimal(&case["expected"]));
    }
    assert_eq!(cases.len(), 4);
}

#[test]
fn either_end_counts_or_both() {
    let counted = |counting: &str| {
        answer(
            "days",
            &json!({"day_count": "Actual/Actual (ISDA)", "counting": counting,
                    "start": "2023-12-31", "end": "2024-01-01"}),
        )
    };
    for (counting, days, exactly) in [
        ("first-day", 1, "1/365"),
        ("last_day", 1, "1/366"),
        // 1/365 + 1/366.
        ("BothDays", 2, "731/133590"),
    ] {
        let answer = counted(counting);
        assert_eq!(answer["days"], days, "{counting}");
        assert_eq!(answer["calendar_days"], 1, "{counting}");
        assert_eq!(answer["exactly"], exactly, "{counting}");
    }
    let days = json!({"day_count": "ACT", "counting": "both-days", "start": "2026-02-01", "end": "2026-02-28"});
    assert_eq!(
        answer("days", &days),
        json!({"days": 28, "calendar_days": 27})
    );
}

#[test]
fn every_spelling_of_a_day_count_is_the_same_one() {
    let time = |day_count: &str| {
        answer(
            "days",
            &json!({"day_count": day_count, "start": "2024-01-31", "end": "2025-03-31"}),
        )
    };
    for (code, spellings) in [
        ("act/365f", ["ACT/365F", "Actual/365 (Fixed)", "English"]),
        ("act/360", ["ACT/360", "Actual/360", "French"]),
        ("30/360", ["30/360 Bond Basis", "Bond Basis", "360/360"]),
        ("30/360-us", ["30/360 US", "30U/360", "30/360-US"]),
        ("30e/360", ["30E/360", "Eurobond Basis", "30/360 ICMA"]),
        (
            "whole-month",
            ["30/360 whole-month", "Whole Month", "whole-month"],
        ),
    ] {
        for spelling in spellings {
            assert_eq!(time(spelling), time(code), "{spelling}");
        }
    }
    assert_ne!(time("30/360"), time("act/360"));
}

#[test]
fn what_does_not_go_together_is_refused_at_its_place() {
    let with = |extra: Value| {
        let mut document = json!({"start": "2026-01-31", "end": "2026-02-28"});
        let fields = document.as_object_mut().unwrap();
        fields.extend(extra.as_object().unwrap().clone());
        document
    };
    for (document, at) in [
        (with(json!({})), ""),
        (with(json!({"day_count": "act/360", "rule": "eu"})), ""),
        (
            with(json!({"day_count": "act/360", "unit": "weeks"})),
            "unit",
        ),
        (
            with(json!({"day_count": "act/360", "counting": "none"})),
            "counting",
        ),
        (with(json!({"rule": "us"})), "rule"),
        (with(json!({"rule": "uk", "unit": "days"})), "unit"),
        (
            with(json!({"rule": "uk", "counting": "both-days"})),
            "counting",
        ),
        (
            with(json!({"day_count": "act", "annual_rate_pct": "6"})),
            "annual_rate_pct",
        ),
        (
            with(json!({"day_count": "act/360", "annual_rate_pct": "-6"})),
            "annual_rate_pct",
        ),
        (
            with(json!({"day_count": "act/360", "annual_rate_pct": "100001"})),
            "annual_rate_pct",
        ),
        (
            with(json!({"day_count": "act/360", "annual_rate_pct": 6})),
            "annual_rate_pct",
        ),
        (
            with(json!({"day_count": "act/365", "start": "2026-01-01"})),
            "day_count",
        ),
        (with(json!({"rule": "eu", "start": "2026-03-01"})), "end"),
        (with(json!({"rule": "eu", "start": "1899-12-31"})), "start"),
        (with(json!({"rule": "eu", "end": "10000-01-01"})), "end"),
        (
            with(json!({"day_count": "act/360", "counting": "both-days", "end": "9999-12-31"})),
            "end",
        ),
    ] {
        let said = quittance(&["days"], &document.to_string());
        assert_eq!(said.status, 2, "{document}");
        let fault = &said.lines[0]["error"];
        assert_eq!(fault["at"], at, "{document}: {fault}");
        assert!(!fault["problem"].as_str().unwrap().is_empty());
    }
}
