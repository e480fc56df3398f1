//! Where rules come from, the dates for which they stand, and what the desk starts from.

use super::{CLEAN, alone, article, cap, changed, desk, house, house_with, law, on, rule, under};
use crate::option::date;
use quittance::engine::rules::Pack;

fn law_from(severity: &str, source: &str) -> Vec<String> {
    alone(&law(&[article("LAW", &cap("15.4"), severity, "", source)]))
}

#[test]
fn a_source_that_says_nothing() {
    let pack = |source: &str| {
        let pack = house(&[rule("A", &cap("12"), "block", "")]);
        alone(&changed(pack, |rule| source.clone_into(&mut rule.source)))
    };
    for empty in ["", "  ", "-", "?!"] {
        assert_eq!(
            pack(empty),
            ["error no-source rules.1.source A"],
            "{empty:?}"
        );
    }
    assert_eq!(pack("house: authority of 2026"), CLEAN);
    assert_eq!(pack("机构授权"), CLEAN);
}

#[test]
fn law_that_does_not_say_how_it_was_read() {
    assert_eq!(
        law_from("warn", "Act of 2020, section 1"),
        ["error no-mark rules.1.source LAW"]
    );
    for mark in ["[R]", "[2]", "[u]"] {
        assert_eq!(law_from("warn", &format!("Act of 2020 {mark}")), CLEAN);
    }
}

#[test]
fn law_that_decides_on_what_was_not_read() {
    for source in [
        "Act of 2020 [2]",
        "Act of 2020 [u]",
        "Act of 2020 [R]; its rate [u]",
    ] {
        for severity in ["block", "supervisor", "manager"] {
            assert_eq!(
                law_from(severity, source),
                ["error secondary-decides rules.1.severity LAW"]
            );
        }
        assert_eq!(law_from("warn", source), CLEAN);
    }
    assert_eq!(
        law_from("block", "Act of 2020 [R], as reported in 2025 [2]"),
        CLEAN
    );
}

#[test]
fn law_without_a_date() {
    assert_eq!(
        law_from("block", "Civil Code 585 [R]"),
        ["warning no-date rules.1.source LAW"]
    );
    for dated in [
        r#""effective_from":"2021-01-01","#,
        r#""applies":{"signed":{"from":"2021-01-01"}},"#,
    ] {
        let rule = article("LAW", &cap("15.4"), "block", dated, "Civil Code 585 [R]");
        assert_eq!(alone(&law(&[rule])), CLEAN);
    }
    // A number that is no year is no date.
    assert_eq!(
        law_from("block", "Notice 3120 of the bank [R]"),
        ["warning no-date rules.1.source LAW"]
    );
}

#[test]
fn law_that_is_hidden() {
    let hidden =
        law(
            &[article("LAW", &cap("15.4"), "block", "", "Act of 2020 [R]")
                .replace("public", "private")],
        );
    assert_eq!(
        alone(&hidden),
        ["warning hidden-law rules.1.visibility LAW"]
    );
}

#[test]
fn packs_and_rules_whose_time_is_over_or_to_come() {
    let pack = house(&[rule("A", &cap("12"), "block", "")]);
    assert_eq!(
        on(date("2028-01-01"), &pack),
        ["error pack-expired effective_to "]
    );
    assert_eq!(on(date("2027-12-31"), &pack), CLEAN);
    assert_eq!(
        on(date("2025-12-31"), &pack),
        ["warning pack-not-yet effective_from "]
    );

    let versions = |second: &str| {
        house(&[
            rule("A", &cap("12"), "block", r#""effective_to":"2026-06-30","#),
            rule("B", second, "block", r#""effective_from":"2026-07-01","#),
        ])
    };
    let late = date("2026-11-22");
    assert_eq!(on(late, &versions(&cap("10"))), CLEAN);
    let deferral = r#"{"kind":"maximum-deferral-days","days":30}"#;
    assert_eq!(
        on(late, &versions(deferral)),
        ["warning rule-expired rules.1.effective_to A"]
    );
    assert_eq!(on(date("2026-06-30"), &versions(deferral)), CLEAN);
}

#[test]
fn a_desk_that_starts_beyond_its_own_rules() {
    let starting = |waivers: &str, limit: &str, severity: &str| -> Pack {
        house_with(
            &desk("6", waivers),
            &[
                rule(
                    "F",
                    r#"{"kind":"minimum-settlement","share":"60"}"#,
                    "block",
                    "",
                ),
                rule("A", limit, severity, ""),
            ],
        )
    };
    let thirty = r#"{"kind":"waiver-cap","component":"penalty","share":"30"}"#;
    let fifty = r#""penalty":"50""#;
    assert_eq!(
        alone(&starting(fifty, thirty, "block")),
        ["error default-beyond defaults.waivers.penalty A"]
    );
    assert_eq!(
        alone(&starting(fifty, thirty, "supervisor")),
        ["warning default-beyond defaults.waivers.penalty A"]
    );
    assert_eq!(alone(&starting(fifty, thirty, "warn")), CLEAN);
    assert_eq!(
        alone(&starting(r#""penalty":"30""#, thirty, "block")),
        CLEAN
    );
    let never = r#"{"kind":"not-waivable","component":"costs"}"#;
    assert_eq!(
        alone(&starting(r#""costs":"1""#, never, "block")),
        ["error default-beyond defaults.waivers.costs A"]
    );
    // Grace and the time for which offers stand: three days each.
    for (kind, field) in [("grace", "grace_days"), ("offer", "offer_days")] {
        let within = |days: u32| {
            let limit = format!(r#"{{"kind":"maximum-{kind}-days","days":{days}}}"#);
            alone(&house(&[rule("A", &limit, "block", "")]))
        };
        assert_eq!(
            within(2),
            [format!("error default-beyond defaults.{field} A")]
        );
        assert_eq!(within(3), CLEAN);
    }
    let dear = house_with(&desk("18", ""), &[rule("A", &cap("15"), "block", "")]);
    assert_eq!(alone(&dear), ["error default-beyond defaults.plan_rate A"]);
    // The law's cap counts too, where it is written for the pack's debts.
    let law_for = |products: &str| {
        let applies = format!(r#""applies":{{"products":["{products}"]}},"#);
        law(&[article(
            "LAW",
            &cap("15.4"),
            "block",
            &applies,
            "Act of 2020 [R]",
        )])
    };
    let silent = house_with(&desk("18", ""), &[]);
    assert_eq!(
        under(&[&law_for("credit-card")], &silent),
        ["error default-beyond defaults.plan_rate LAW"]
    );
    assert_eq!(under(&[&law_for("micro-loan")], &silent), CLEAN);
}
