//! Bands that leave something out, meet, or say the same twice.

use super::{CLEAN, alone, cap, days, house, rule};

fn two(first: (&str, &str), second: (&str, &str)) -> Vec<String> {
    let pack = house(&[
        rule("A", &cap(first.0), "block", first.1),
        rule("B", &cap(second.0), "block", second.1),
    ]);
    alone(&pack)
}

#[test]
fn a_gap_between_bands() {
    let early = days(0, Some(30));
    assert_eq!(
        two(("12", &early), ("10", &days(61, None))),
        ["error gap rules.2.applies.days_past_due B A"]
    );
    assert_eq!(two(("12", &early), ("10", &days(31, None))), CLEAN);
    // Whatever the order of the file.
    assert_eq!(
        two(("10", &days(61, None)), ("12", &early)),
        ["error gap rules.1.applies.days_past_due A B"]
    );
}

#[test]
fn a_gap_that_another_rule_of_the_kind_speaks_for_is_none() {
    let bands = [
        rule("A", &cap("12"), "block", &days(0, Some(30))),
        rule("B", &cap("10"), "block", &days(61, None)),
        rule("C", &cap("9"), "supervisor", &days(20, Some(70))),
    ];
    assert_eq!(alone(&house(&bands)), CLEAN);
    let elsewhere = [
        bands[0].clone(),
        bands[1].clone(),
        rule(
            "C",
            r#"{"kind":"maximum-deferral-days","days":30}"#,
            "supervisor",
            "",
        ),
    ];
    assert_eq!(
        alone(&house(&elsewhere)),
        ["error gap rules.2.applies.days_past_due B A"]
    );
}

#[test]
fn one_band_alone_leaves_nothing_out() {
    let pack = house(&[rule("A", &cap("12"), "block", &days(366, None))]);
    assert_eq!(alone(&pack), CLEAN);
}

#[test]
fn a_gap_between_days_of_contracts_and_between_dates_in_force() {
    let signed = |from: &str, to: &str| {
        format!(r#""applies":{{"signed":{{"from":"{from}","to":"{to}"}}}},"#)
    };
    let first = signed("2020-01-01", "2022-06-30");
    assert_eq!(
        two(("12", &first), ("10", &signed("2022-07-02", "2025-01-01"))),
        ["error gap rules.2.applies.signed B A"]
    );
    assert_eq!(
        two(("12", &first), ("10", &signed("2022-07-01", "2025-01-01"))),
        CLEAN
    );
    let until = r#""effective_to":"2026-06-30","#;
    assert_eq!(
        two(
            ("12", until),
            (
                "10",
                r#""effective_from":"2026-08-01","effective_to":"2026-12-31","#
            )
        ),
        ["error gap rules.2.effective_from B A"]
    );
    assert_eq!(
        two(
            ("12", until),
            (
                "10",
                r#""effective_from":"2026-07-01","effective_to":"2026-12-31","#
            )
        ),
        CLEAN
    );
}

#[test]
fn bands_that_overlap_with_two_values() {
    assert_eq!(
        two(("12", &days(0, Some(60))), ("10", &days(31, Some(90)))),
        ["error overlap rules.2.applies.days_past_due B A"]
    );
    // A band within a band is as unclear: somebody forgot where one begins.
    assert_eq!(
        two(("12", &days(0, Some(30))), ("10", &days(0, Some(90)))),
        ["error overlap rules.2.applies.days_past_due B A"]
    );
    assert_eq!(
        two(("12", &days(0, Some(60))), ("10", &days(61, Some(90)))),
        CLEAN
    );
}

#[test]
fn two_values_for_the_same_debts() {
    assert_eq!(
        two(("12", ""), ("10", "")),
        ["error overlap rules.2.limit B A"]
    );
    let steps = house(&[
        rule("A", &cap("12"), "block", ""),
        rule("B", &cap("10"), "supervisor", ""),
    ]);
    assert_eq!(alone(&steps), CLEAN);
    // Each tighter in its own way.
    let band =
        |from, to| format!(r#"{{"kind":"penalty-multiple-band","from":"{from}","to":"{to}"}}"#);
    let crossing = house(&[
        rule("A", &band("1.3", "1.5"), "warn", ""),
        rule("B", &band("1.2", "1.4"), "warn", ""),
    ]);
    assert_eq!(alone(&crossing), ["error overlap rules.2.limit B A"]);
    // A cap and none at all of the same component.
    let waiver = house(&[
        rule(
            "F",
            r#"{"kind":"waiver-cap-total","share":"20"}"#,
            "block",
            "",
        ),
        rule(
            "A",
            r#"{"kind":"waiver-cap","component":"penalty","share":"50"}"#,
            "block",
            "",
        ),
        rule(
            "B",
            r#"{"kind":"not-waivable","component":"penalty"}"#,
            "block",
            "",
        ),
    ]);
    assert_eq!(alone(&waiver), ["error overlap rules.3.limit B A"]);
}

#[test]
fn a_share_and_an_amount_are_two_things_to_ask() {
    let pack = house(&[
        rule(
            "A",
            r#"{"kind":"minimum-settlement","share":"80"}"#,
            "block",
            "",
        ),
        rule(
            "B",
            r#"{"kind":"minimum-settlement","amount":"500.00"}"#,
            "block",
            "",
        ),
    ]);
    assert_eq!(alone(&pack), CLEAN);
}

#[test]
fn a_tighter_value_for_some_of_the_debts() {
    assert_eq!(
        two(("12", ""), ("10", &days(31, None))),
        ["warning narrower rules.2.applies B A"]
    );
    assert_eq!(
        two(("12", &days(0, Some(30))), ("10", &days(31, None))),
        CLEAN
    );
    // A looser one for some of them can never be had.
    assert_eq!(
        two(("10", ""), ("12", &days(31, None))),
        ["error overlap rules.2.applies.days_past_due B A"]
    );
}

#[test]
fn the_same_said_twice() {
    assert_eq!(
        two(("12", ""), ("12.00", "")),
        ["warning said-twice rules.2.limit B A"]
    );
    assert_eq!(
        two(("12", &days(31, None)), ("12", "")),
        ["warning said-twice rules.1.limit A B"]
    );
    assert_eq!(
        two(("12", &days(0, Some(30))), ("12", &days(31, None))),
        CLEAN
    );
}

#[test]
fn values_told_apart_by_different_conditions() {
    let unwilling = r#""applies":{"customers":["unwilling-able"]},"#;
    // Neither rule holds the other; both bind an unwilling customer whose debt is old.
    let old = days(31, None);
    assert_eq!(
        two(("12", &old), ("10", unwilling)),
        ["warning narrower rules.2.applies B A"]
    );
    assert_eq!(
        two(("10", &old), ("12", unwilling)),
        ["warning narrower rules.2.applies B A"]
    );
    // Two lists of customers that share one are as unclear as two bands that overlap.
    let unable = r#""applies":{"customers":["unwilling-able","willing-unable"]},"#;
    let able = r#""applies":{"customers":["unwilling-able","willing-able"]},"#;
    assert_eq!(
        two(("12", able), ("10", unable)),
        ["error overlap rules.2.limit B A"]
    );
}
