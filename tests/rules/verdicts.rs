//! What follows from all findings together.

use super::option::{Case, card, date, pack_of, pack_text, rule};
use quittance::engine::claim::Product;
use quittance::engine::money::Currency;
use quittance::engine::rules::{
    Decision, Finding, Layer, Outcome, Pack, Role, Unfit, Why, read_pack,
};

const DOWN: &str = r#"{"kind":"minimum-down-payment","share":"20"}"#;
const COUNT: &str = r#"{"kind":"maximum-instalments","count":24}"#;

fn decision(case: &Case, rules: &[String]) -> Decision {
    case.verdict(&[&pack_of(rules)]).decision
}

#[test]
fn the_worst_of_all_rules_decides() {
    let warn = rule("W", DOWN, "warn", "");
    let supervisor = rule("S", DOWN, "supervisor", "");
    let manager = rule("M", COUNT, "manager", "");
    let block = rule("B", COUNT, "block", "");
    let case = card();
    assert_eq!(decision(&case, &[]), Decision::Allowed);
    assert_eq!(
        decision(&case, std::slice::from_ref(&warn)),
        Decision::Allowed
    );
    assert_eq!(
        case.verdict(&[&pack_of(std::slice::from_ref(&warn))])
            .warnings,
        1
    );
    let by_supervisor = Decision::NeedsApproval(Role::Supervisor);
    assert_eq!(
        decision(&case, &[warn.clone(), supervisor.clone()]),
        by_supervisor
    );
    let by_manager = Decision::NeedsApproval(Role::Manager);
    assert_eq!(
        decision(&case, &[manager.clone(), supervisor.clone()]),
        by_manager
    );
    assert_eq!(
        decision(&case, &[warn, block, supervisor, manager]),
        Decision::Refused
    );
}

#[test]
fn the_broken_rules_come_most_severe_first() {
    let rules = [
        rule("W", DOWN, "warn", ""),
        rule("S", DOWN, "supervisor", ""),
        rule("B", COUNT, "block", ""),
        rule(
            "met",
            r#"{"kind":"maximum-instalments","count":36}"#,
            "block",
            "",
        ),
        rule("M", COUNT, "manager", ""),
    ];
    let verdict = card().verdict(&[&pack_of(&rules)]);
    let order: Vec<&str> = verdict
        .broken()
        .iter()
        .map(|finding| finding.rule.id.as_str())
        .collect();
    assert_eq!(order, ["B", "M", "S", "W"]);
    assert_eq!(verdict.findings.len(), 5);
}

#[test]
fn every_pack_binds_and_a_second_one_only_tightens() {
    let loose = pack_of(&[rule(
        "L",
        r#"{"kind":"maximum-instalments","count":60}"#,
        "block",
        "",
    )]);
    let tight = pack_of(&[rule("T", COUNT, "block", "")]);
    assert_eq!(card().verdict(&[&loose]).decision, Decision::Allowed);
    for packs in [[&loose, &tight], [&tight, &loose]] {
        let verdict = card().verdict(&packs);
        assert_eq!(verdict.decision, Decision::Refused);
        assert_eq!(verdict.findings.len(), 2);
        assert!(
            verdict
                .findings
                .iter()
                .all(|finding| finding.layer == Layer::Statutory)
        );
    }
    // A milder breach after a graver one mends nothing.
    let mild = pack_of(&[rule("W", COUNT, "warn", "")]);
    for packs in [[&mild, &tight], [&tight, &mild]] {
        let verdict = card().verdict(&packs);
        assert_eq!(verdict.decision, Decision::Refused);
        assert_eq!(verdict.warnings, 1);
    }
}

#[test]
fn a_rule_not_in_force_gives_no_finding() {
    let dated = |dates: &str| {
        let verdict = card().verdict(&[&pack_of(&[rule("R", COUNT, "block", dates)])]);
        verdict.findings.len()
    };
    // The as-of date is 2026-11-20, the contract of 2022-03-14.
    assert_eq!(
        dated(r#""effective_from":"2026-11-20","effective_to":"2026-11-20","#),
        1
    );
    assert_eq!(dated(r#""effective_from":"2026-11-21","#), 0);
    assert_eq!(dated(r#""effective_to":"2026-11-19","#), 0);
    assert_eq!(dated(r#""applies":{"signed":{"to":"2022-03-14"}},"#), 1);
    assert_eq!(dated(r#""applies":{"signed":{"from":"2022-03-15"}},"#), 0);
}

#[test]
fn a_pack_that_cannot_judge_refuses_and_says_why() {
    let pack = |from: &str, to: &str| -> Pack {
        read_pack(&pack_text(&[rule("R", COUNT, "warn", "")]).replace(from, to)).unwrap()
    };
    let later = pack("2026-01-01", "2026-11-21");
    let pounds = pack(r#""currency":"CNY""#, r#""currency":"GBP""#);
    let loans = pack(r#""rules""#, r#""products":["bank-loan"],"rules""#);
    for (pack, why) in [
        (later, Unfit::NotInForce),
        (pounds, Unfit::OtherCurrency),
        (loans, Unfit::OtherProduct),
    ] {
        let verdict = card().verdict(&[&pack]);
        assert_eq!(
            (verdict.decision, verdict.unfit),
            (Decision::Refused, Some(why))
        );
        let silent = |finding: &Finding| {
            finding.outcome
                == Outcome::DoesNotApply {
                    why: Why::PackUnfit,
                }
        };
        assert!(verdict.findings.iter().all(silent), "{why:?}");
    }
    let verdict = card().verdict(&[]);
    assert_eq!(
        (verdict.decision, verdict.unfit),
        (Decision::Refused, Some(Unfit::NoPack))
    );
}

#[test]
fn a_claim_of_another_product_or_currency_is_what_makes_the_pack_unfit() {
    let pack = pack_of(&[rule(
        "R",
        r#"{"kind":"maximum-instalments","count":60}"#,
        "block",
        "",
    )]);
    assert_eq!(card().verdict(&[&pack]).unfit, None);
    let pounds = card().owing(|claim| claim.currency = Currency::Gbp);
    assert_eq!(pounds.verdict(&[&pack]).unfit, Some(Unfit::OtherCurrency));
    let early = card().owing(|claim| {
        claim.overdue_since = date("2025-12-01");
        claim.as_of = date("2025-12-31");
    });
    assert_eq!(early.verdict(&[&pack]).unfit, Some(Unfit::NotInForce));
    assert!(pack.covers(Product::CreditCard));
}
