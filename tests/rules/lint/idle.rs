//! Rules that can never decide anything.

use super::{CLEAN, alone, cap, changed, days, house, rule};
use crate::option::date;
use quittance::engine::rules::DateRange;

#[test]
fn dates_outside_those_of_the_pack() {
    let in_force = |from: Option<&str>, to: Option<&str>| {
        let pack = house(&[rule("A", &cap("12"), "block", "")]);
        let range = DateRange {
            from: from.map(date),
            to: to.map(date),
        };
        alone(&changed(pack, |rule| rule.effective = range))
    };
    let never = ["error never-in-force rules.1.effective_from A"];
    assert_eq!(in_force(Some("2028-01-01"), None), never);
    assert_eq!(in_force(None, Some("2025-12-31")), never);
    assert_eq!(in_force(Some("2027-12-31"), None), CLEAN);
}

#[test]
fn products_that_the_pack_is_not_written_for() {
    let of = |products: &str| {
        let applies = format!(r#""applies":{{"products":[{products}]}},"#);
        alone(&house(&[rule("A", &cap("12"), "block", &applies)]))
    };
    assert_eq!(
        of(r#""bank-loan","receivable""#),
        ["error products-not-covered rules.1.applies.products A"]
    );
    assert_eq!(of(r#""bank-loan","credit-card""#), CLEAN);
}

#[test]
fn a_milder_rule_behind_a_graver_one() {
    let total = |percent: &str| format!(r#"{{"kind":"waiver-cap-total","share":"{percent}"}}"#);
    let steps = |mild: &str, more: &str| {
        alone(&house(&[
            rule("A", &total(mild), "supervisor", more),
            rule("B", &total("50"), "block", ""),
        ]))
    };
    assert_eq!(steps("60", ""), ["warning never-decides rules.1.limit A B"]);
    assert_eq!(steps("50", ""), ["warning never-decides rules.1.limit A B"]);
    assert_eq!(
        steps("60", &days(31, None)),
        ["warning never-decides rules.1.limit A B"]
    );
    assert_eq!(steps("40", ""), CLEAN);
    // Where the graver one does not bind, the milder one decides.
    let apart = house(&[
        rule("A", &total("60"), "supervisor", ""),
        rule("B", &total("50"), "block", &days(31, None)),
    ]);
    assert_eq!(alone(&apart), CLEAN);
}

#[test]
fn a_note_or_a_step_behind_what_is_never_given_up() {
    let pack = house(&[
        rule(
            "F",
            r#"{"kind":"minimum-settlement","share":"80"}"#,
            "block",
            "",
        ),
        rule(
            "A",
            r#"{"kind":"not-waivable","component":"costs"}"#,
            "block",
            "",
        ),
        rule(
            "B",
            r#"{"kind":"waiver-cap","component":"costs","share":"10"}"#,
            "manager",
            "",
        ),
    ]);
    assert_eq!(alone(&pack), ["warning never-decides rules.3.limit B A"]);
}

#[test]
fn strategies_of_which_every_option_uses_another() {
    let allowed = |strategies: &str| {
        let limit = format!(r#"{{"kind":"allowed-strategies","strategies":[{strategies}]}}"#);
        alone(&house(&[rule("A", &limit, "block", "")]))
    };
    assert_eq!(
        allowed(r#""waiver","discount""#),
        ["error never-met rules.1.limit A"]
    );
    assert_eq!(allowed(r#""waiver","lump-sum""#), CLEAN);
    assert_eq!(allowed(r#""instalments""#), CLEAN);
}
