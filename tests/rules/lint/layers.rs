//! A lower layer may only tighten, and what does not is not judged by.

use super::{CLEAN, alone, article, cap, days, house, law, rule, under};
use quittance::engine::rules::{Flaw, Pack, fit_to_judge};

const READ: &str = "Act of 2020, section 1 [R]";

fn capped_by_law(severity: &str) -> Pack {
    let source = if severity == "block" {
        READ
    } else {
        "Act of 2020 [2]"
    };
    law(&[article("LAW", &cap("15.4"), severity, "", source)])
}

fn house_at(percent: &str, severity: &str) -> Pack {
    house(&[rule("A", &cap(percent), severity, "")])
}

#[test]
fn a_limit_looser_than_the_laws() {
    let law = capped_by_law("block");
    assert_eq!(
        under(&[&law], &house_at("18", "block")),
        ["error loosens rules.1.limit A LAW"]
    );
    assert_eq!(
        under(&[&law], &house_at("18", "supervisor")),
        ["error loosens rules.1.limit A LAW"]
    );
    for (percent, severity) in [("15.4", "block"), ("12", "block"), ("15.4", "supervisor")] {
        assert_eq!(under(&[&law], &house_at(percent, severity)), CLEAN);
    }
    assert_eq!(alone(&house_at("18", "block")), CLEAN);
}

#[test]
fn a_last_step_beyond_a_note_of_the_law_needs_a_step_within_it() {
    let law = capped_by_law("warn");
    let last = rule("A", &cap("36"), "block", "");
    assert_eq!(
        under(&[&law], &house(std::slice::from_ref(&last))),
        ["error loosens rules.1.limit A LAW"]
    );
    let steps = house(&[last, rule("B", &cap("15.4"), "supervisor", "")]);
    assert_eq!(under(&[&law], &steps), CLEAN);
}

#[test]
fn the_law_binds_only_what_it_is_written_for() {
    let loose = house_at("18", "block");
    let of = |more: &str| law(&[article("LAW", &cap("15.4"), "block", more, READ)]);
    let micro = of(r#""applies":{"products":["micro-loan"]},"#);
    assert_eq!(under(&[&micro], &loose), CLEAN);
    let long_ago = of(r#""effective_to":"2025-12-31","#);
    assert_eq!(under(&[&long_ago], &loose), CLEAN);
    let old_debts = of(&days(91, None));
    assert_eq!(
        under(&[&old_debts], &loose),
        ["error loosens rules.1.limit A LAW"]
    );
    let young = house(&[rule("A", &cap("18"), "block", &days(0, Some(90)))]);
    assert_eq!(under(&[&old_debts], &young), CLEAN);
}

#[test]
fn what_the_law_never_lets_go_no_house_gives_up() {
    let law = law(&[article(
        "LAW",
        r#"{"kind":"not-waivable","component":"costs"}"#,
        "block",
        "",
        READ,
    )]);
    let pack = house(&[
        rule(
            "F",
            r#"{"kind":"minimum-settlement","share":"80"}"#,
            "block",
            "",
        ),
        rule(
            "A",
            r#"{"kind":"waiver-cap","component":"costs","share":"10"}"#,
            "block",
            "",
        ),
    ]);
    assert_eq!(under(&[&law], &pack), ["error loosens rules.2.limit A LAW"]);
}

#[test]
fn a_step_that_the_law_does_not_know() {
    let steps = |list: &str| format!(r#"{{"kind":"allowed-frequencies","frequencies":[{list}]}}"#);
    let law = law(&[article(
        "LAW",
        &steps(r#""monthly","fortnightly""#),
        "block",
        "",
        READ,
    )]);
    let term = rule(
        "T",
        r#"{"kind":"maximum-term-months","months":24}"#,
        "block",
        "",
    );
    let house = |list: &str| house(&[rule("A", &steps(list), "block", ""), term.clone()]);
    assert_eq!(
        under(&[&law], &house(r#""monthly","weekly""#)),
        ["error loosens rules.1.limit A LAW"]
    );
    assert_eq!(under(&[&law], &house(r#""monthly""#)), CLEAN);
}

#[test]
fn packs_of_the_same_layer_or_another_place_are_not_above() {
    let loose = house_at("18", "block");
    let other_house = house_at("12", "block");
    assert_eq!(under(&[&other_house], &loose), CLEAN);
    let mut elsewhere = capped_by_law("block");
    elsewhere.jurisdiction = quittance::engine::claim::Jurisdiction::Britain;
    assert_eq!(under(&[&elsewhere], &loose), CLEAN);
}

#[test]
fn what_says_two_things_or_loosens_is_not_judged_by() {
    let law = capped_by_law("block");
    let code = |packs: &[&Pack]| -> Vec<&'static str> {
        let findings = fit_to_judge(packs).err().unwrap_or_default();
        findings.iter().map(|one| one.flaw.code()).collect()
    };
    assert_eq!(code(&[&law, &house_at("15", "block")]), Vec::<&str>::new());
    assert_eq!(code(&[&law, &house_at("18", "block")]), ["loosens"]);
    // In any order.
    assert_eq!(code(&[&house_at("18", "block"), &law]), ["loosens"]);
    let bands = |to: u32| {
        house(&[
            rule("A", &cap("12"), "block", &days(0, Some(to))),
            rule("B", &cap("10"), "block", &days(31, None)),
        ])
    };
    assert_eq!(code(&[&bands(40)]), ["overlap"]);
    assert_eq!(code(&[&bands(20)]), ["gap"]);
    assert_eq!(code(&[&bands(30)]), Vec::<&str>::new());
    // What is merely odd does not stand in the way.
    let idle = house(&[
        rule("A", &cap("12"), "block", ""),
        rule("B", &cap("13"), "supervisor", ""),
    ]);
    assert_eq!(alone(&idle), ["warning never-decides rules.2.limit B A"]);
    assert_eq!(fit_to_judge(&[&idle]), Ok(()));
    assert!(!Flaw::NoSource.bars_judging());
}
