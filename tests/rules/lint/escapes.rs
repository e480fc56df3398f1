//! Frequencies, option types and components that slip past.

use super::{CLEAN, alone, days, house, rule};

const COUNT: &str = r#"{"kind":"maximum-instalments","count":24}"#;
const TERM: &str = r#"{"kind":"maximum-term-months","months":25}"#;
const TOTAL: &str = r#"{"kind":"maximum-total-days","days":760}"#;
const BETWEEN: &str = r#"{"kind":"maximum-days-between","days":31}"#;
const DEFERRAL: &str = r#"{"kind":"maximum-deferral-days","days":30}"#;
const FIRST: &str = r#"{"kind":"maximum-days-to-first","days":45}"#;

fn seen(limits: &[&str]) -> Vec<String> {
    let rules: Vec<String> = limits
        .iter()
        .zip(["A", "B", "C", "D"])
        .map(|(limit, id)| rule(id, limit, "block", ""))
        .collect();
    alone(&house(&rules))
}

#[test]
fn a_count_that_longer_steps_stretch() {
    assert_eq!(
        seen(&[COUNT, DEFERRAL]),
        ["warning count-without-time rules.1.limit A"]
    );
    assert_eq!(seen(&[COUNT, TERM]), CLEAN);
    assert_eq!(seen(&[COUNT, TOTAL]), CLEAN);
    // With the time between payments and the start both limited, a count is a limit on time.
    assert_eq!(seen(&[COUNT, BETWEEN, FIRST]), CLEAN);
    // A limit on time for younger debts alone does not do.
    let pack = house(&[
        rule("A", COUNT, "block", ""),
        rule("B", TERM, "block", &days(0, Some(90))),
        rule("C", DEFERRAL, "block", ""),
    ]);
    assert_eq!(alone(&pack), ["warning count-without-time rules.1.limit A"]);
}

#[test]
fn agreed_days_that_lie_as_far_apart_as_one_likes() {
    let steps = |list: &str| format!(r#"{{"kind":"allowed-frequencies","frequencies":[{list}]}}"#);
    let agreed = steps(r#""monthly","agreed-days""#);
    assert_eq!(
        seen(&[&agreed, TERM]),
        ["warning agreed-days-apart rules.1.limit.frequencies A"]
    );
    assert_eq!(seen(&[&agreed, TERM, BETWEEN]), CLEAN);
    assert_eq!(seen(&[&steps(r#""monthly""#), TERM]), CLEAN);
}

#[test]
fn a_lump_sum_that_no_day_binds() {
    let down = r#"{"kind":"minimum-down-payment","share":"20"}"#;
    assert_eq!(seen(&[down]), ["warning lump-sum-any-day rules.1.limit A"]);
    for bound in [DEFERRAL, FIRST, TERM, TOTAL] {
        assert_eq!(seen(&[down, bound]), CLEAN, "{bound}");
    }
    assert_eq!(
        seen(&[BETWEEN]),
        ["warning lump-sum-any-day rules.1.limit A"]
    );
}

#[test]
fn components_on_which_a_discount_can_fall() {
    let penalty = r#"{"kind":"waiver-cap","component":"penalty","share":"30"}"#;
    assert_eq!(
        seen(&[penalty]),
        ["warning uncapped-components rules.1.limit.component A"]
    );
    for bound in [
        r#"{"kind":"minimum-settlement","share":"80"}"#,
        r#"{"kind":"waiver-cap-total","share":"10"}"#,
    ] {
        assert_eq!(seen(&[penalty, bound]), CLEAN);
    }
    let each: Vec<String> = ["principal", "interest", "compound", "charges", "costs"]
        .iter()
        .map(|part| {
            let limit = format!(r#"{{"kind":"not-waivable","component":"{part}"}}"#);
            rule(part, &limit, "block", "")
        })
        .chain([rule("penalty", penalty, "block", "")])
        .collect();
    assert_eq!(alone(&house(&each)), CLEAN);
    assert_eq!(
        alone(&house(&each[1..])),
        ["warning uncapped-components rules.1.limit.component interest"]
    );
}

#[test]
fn strategies_that_no_rule_of_the_kind_binds() {
    let total = |share: u32| format!(r#"{{"kind":"waiver-cap-total","share":"{share}"}}"#);
    let bound = |strategies: &str| format!(r#""applies":{{"strategies":[{strategies}]}},"#);
    let waivers = rule("A", &total(20), "block", &bound(r#""waiver""#));
    assert_eq!(
        alone(&house(std::slice::from_ref(&waivers))),
        ["warning strategies-free rules.1.applies.strategies A"]
    );
    for other in [bound(r#""discount""#), String::new()] {
        let second = rule("B", &total(10), "supervisor", &other);
        assert_eq!(alone(&house(&[waivers.clone(), second])), CLEAN, "{other}");
    }
    // What a limit cannot bear on is no way past it.
    let down = r#"{"kind":"minimum-down-payment","share":"20"}"#;
    let first = rule("F", FIRST, "block", "");
    for (strategies, expected) in [
        (r#""instalments""#, vec![]),
        (
            r#""deferral""#,
            vec!["warning strategies-free rules.1.applies.strategies A"],
        ),
    ] {
        let pack = house(&[rule("A", down, "block", &bound(strategies)), first.clone()]);
        assert_eq!(alone(&pack), expected, "{strategies}");
    }
    let evidence = r#"{"kind":"evidence-required","evidence":["income"]}"#;
    assert_eq!(
        alone(&house(&[rule(
            "A",
            evidence,
            "block",
            &bound(r#""deferral""#)
        )])),
        CLEAN
    );
    // One sum or instalments: who names both names every option.
    let both = bound(r#""lump-sum","instalments""#);
    assert_eq!(
        alone(&house(&[rule("A", &total(20), "block", &both)])),
        CLEAN
    );
}

#[test]
fn customers_of_whom_nothing_is_noted() {
    let cap = |percent: &str| super::cap(percent);
    let of = |types: &str| format!(r#""applies":{{"customers":[{types}]}},"#);
    let able = rule(
        "A",
        &cap("12"),
        "block",
        &of(r#""willing-able","unwilling-able""#),
    );
    let unable = rule(
        "B",
        &cap("8"),
        "block",
        &of(r#""willing-unable","unwilling-unable""#),
    );
    assert_eq!(
        alone(&house(&[able.clone(), unable.clone()])),
        ["warning not-noted-free rules.1.applies.customers A"]
    );
    let anybody = rule("C", &cap("15"), "block", "");
    assert_eq!(
        alone(&house(&[able.clone(), unable, anybody])),
        [
            "warning narrower rules.1.applies A C",
            "warning narrower rules.2.applies B C"
        ]
    );
    // A rule for some types alone means those.
    assert_eq!(alone(&house(&[able])), CLEAN);
}
