//! Pairs of rules that no option meets together, and steps longer than the time between payments.

use super::{CLEAN, alone, article, house, law, rule, under};

const TERM: &str = r#"{"kind":"maximum-term-months","months":25}"#;

fn most(count: u32) -> String {
    format!(r#"{{"kind":"maximum-instalments","count":{count}}}"#)
}

fn least(count: u32) -> String {
    format!(r#"{{"kind":"minimum-payments","count":{count}}}"#)
}

#[test]
fn fewest_payments_above_the_most() {
    let pair = |few: u32, severity: &str| {
        alone(&house(&[
            rule("A", &least(few), severity, ""),
            rule("B", &most(6), "block", ""),
            rule("T", TERM, "block", ""),
        ]))
    };
    assert_eq!(pair(7, "block"), ["error never-both rules.1.limit A B"]);
    assert_eq!(pair(7, "warn"), ["warning never-both rules.1.limit A B"]);
    assert_eq!(pair(6, "block"), CLEAN);
    let law = law(&[article("LAW", &least(3), "block", "", "Act of 2020 [R]")]);
    let short = house(&[
        rule("A", &most(2), "block", ""),
        rule("T", TERM, "block", ""),
    ]);
    assert_eq!(
        under(&[&law], &short),
        ["error never-both rules.1.limit A LAW"]
    );
}

#[test]
fn strategies_without_the_payments_that_are_asked_for() {
    let pair = |strategies: &str, few: u32| {
        let allowed = format!(r#"{{"kind":"allowed-strategies","strategies":[{strategies}]}}"#);
        alone(&house(&[
            rule("A", &allowed, "block", ""),
            rule("B", &least(few), "block", ""),
        ]))
    };
    assert_eq!(
        pair(r#""lump-sum","waiver""#, 3),
        ["error never-both rules.2.limit B A"]
    );
    assert_eq!(pair(r#""lump-sum","waiver""#, 1), CLEAN);
    assert_eq!(pair(r#""lump-sum","instalments""#, 3), CLEAN);
}

#[test]
fn steps_longer_than_the_time_between_payments() {
    let seen = |list: &str, days: u32| {
        let steps = format!(r#"{{"kind":"allowed-frequencies","frequencies":[{list}]}}"#);
        let between = format!(r#"{{"kind":"maximum-days-between","days":{days}}}"#);
        alone(&house(&[
            rule("A", &steps, "block", ""),
            rule("B", &between, "block", ""),
            rule("T", TERM, "block", ""),
        ]))
    };
    assert_eq!(seen(r#""monthly""#, 31), CLEAN);
    assert_eq!(seen(r#""half-monthly""#, 16), CLEAN);
    assert_eq!(seen(r#""weekly","every-4-weeks""#, 28), CLEAN);
    assert_eq!(seen(r#""every-3-months""#, 92), CLEAN);
    // Three months from the first of July are 92 days.
    assert_eq!(
        seen(r#""every-3-months""#, 91),
        ["warning step-too-long rules.1.limit A B"]
    );
    // February fits, a month of 31 days does not.
    assert_eq!(
        seen(r#""weekly","monthly""#, 30),
        ["warning step-too-long rules.1.limit A B"]
    );
    assert_eq!(
        seen(r#""monthly""#, 27),
        ["error never-both rules.1.limit A B"]
    );
    assert_eq!(
        seen(r#""monthly","agreed-days""#, 27),
        ["warning step-too-long rules.1.limit A B"]
    );
}
