//! The Chinese caps on what a debt may grow by.

use super::option::{Case, date, money, pack_of, rate, rule, sample};
use quittance::engine::calendar::Frequency;
use quittance::engine::claim::Component;
use quittance::engine::money::Money;
use quittance::engine::plan::Waiver;
use quittance::engine::rules::{
    Decision, Limit, Outcome, Pack, Quantity, Why, pack_by_id, statutory_ceiling,
};

fn statutory() -> Pack {
    pack_by_id("cn-statutory").unwrap()
}

fn micro() -> Case {
    sample("micro-cn").counted(Frequency::MONTHLY, 12)
}

/// The micro-loan with nothing but its penalty of 292 % a year beside the principal.
fn penalised() -> Case {
    micro().owing(|claim| claim.balances.components.charges = Money::ZERO)
}

fn giving_up(case: Case, penalty: Money) -> Case {
    case.with(|proposal| {
        proposal
            .concessions
            .waivers
            .set(Component::Penalty, Waiver::Amount(penalty));
    })
}

fn one_rule(limit: &str) -> Pack {
    pack_of(&[rule("CAP", limit, "block", "")])
}

#[test]
fn a_penalty_of_0_8_percent_a_day_is_refused_by_every_chinese_cap_until_waived_to_the_cap() {
    let mut caps = 0;
    for found in &statutory().rules {
        let (kind, cap) = match found.limit {
            Limit::AllInCap { rate } => ("all-in-cap", rate),
            Limit::ArrearsCap { rate } => ("arrears-cap", rate),
            Limit::PenaltyRateCap { rate } => ("penalty-rate-cap", rate),
            _ => continue,
        };
        caps += 1;
        let text = format!(
            r#"{{"kind":"{kind}","rate":"{}"}}"#,
            cap.to_percent_string()
        );
        let pack = one_rule(&text);
        let refused = |case: &Case| case.verdict(&[&pack]).decision == Decision::Refused;
        match found.limit {
            Limit::AllInCap { .. } => {
                let at = |yearly| penalised().with(|proposal| proposal.rate = yearly);
                assert!(refused(&at(rate("292"))), "{}", found.id);
                assert!(!refused(&at(cap)), "{}", found.id);
            }
            Limit::PenaltyRateCap { .. } => {
                assert!(refused(&penalised()), "{}", found.id);
                let waived = giving_up(penalised(), money("12800.00")).answer(&text);
                assert_eq!(
                    waived,
                    Outcome::DoesNotApply {
                        why: Why::NoPenaltyCollected
                    }
                );
            }
            _ => {
                let Outcome::Broken {
                    actual,
                    shortfall: Quantity::Money(above),
                    ..
                } = penalised().answer(&text)
                else {
                    panic!("{} lets it pass", found.id);
                };
                // 0.8 % of 20,000.00 on each of 80 days.
                assert_eq!(
                    actual,
                    Quantity::Accrual {
                        amount: money("12800.00"),
                        rate: Some(rate("292")),
                    }
                );
                let a_fen_less = above.checked_sub(money("0.01")).unwrap();
                assert!(refused(&giving_up(penalised(), a_fen_less)), "{}", found.id);
                assert!(!refused(&giving_up(penalised(), above)), "{}", found.id);
            }
        }
    }
    assert!(caps >= 20, "only {caps} caps");
}

#[test]
fn four_times_the_lpr_of_the_day_of_contract_is_the_cap() {
    let at = |signed: &str| {
        let case = micro().owing(|claim| claim.terms.signed_on = date(signed));
        statutory_ceiling(&[&statutory()], case.product, &case.claim)
    };
    for (signed, percent) in [
        ("2020-08-20", "15.4"),
        ("2021-12-19", "15.4"),
        ("2021-12-20", "15.2"),
        ("2022-08-21", "14.8"),
        ("2023-08-21", "13.8"),
        ("2024-10-20", "13.4"),
        ("2024-10-21", "12.4"),
        ("2025-05-19", "12.4"),
        ("2025-05-20", "12"),
        ("2026-03-01", "12"),
    ] {
        assert_eq!(at(signed), Some(rate(percent)), "{signed}");
    }
    // Before that the rule only warns, and no ceiling is set.
    assert_eq!(at("2020-08-19"), None);
    let bank = sample("loan-cn");
    assert_eq!(
        statutory_ceiling(&[&statutory()], bank.product, &bank.claim),
        None
    );
}

#[test]
fn exactly_one_private_lending_cap_of_each_kind_answers_whatever_the_day_of_contract() {
    for signed in [
        "2019-01-01",
        "2020-08-20",
        "2022-02-01",
        "2023-07-01",
        "2026-03-01",
    ] {
        let case = micro().owing(|claim| claim.terms.signed_on = date(signed));
        let verdict = case.verdict(&[&statutory()]);
        let private = |part: &str| {
            let named = |id: &str| id.starts_with("CN-CAP-PRIV") && id.contains(part);
            verdict
                .findings
                .iter()
                .filter(|finding| named(&finding.rule.id))
                .count()
        };
        assert_eq!((private("RATE"), private("ARREARS")), (1, 1), "{signed}");
    }
}

#[test]
fn the_micro_loan_is_refused_by_law_and_passes_once_waived() {
    let house = pack_by_id("house-micro-cn").unwrap();
    let law = statutory();
    let asked = micro().down("3330.00");
    let verdict = asked.verdict(&[&law, &house]);
    assert_eq!(verdict.decision, Decision::Refused);
    let refusing: Vec<&str> = verdict
        .findings
        .iter()
        .filter(|finding| finding.decision() == Decision::Refused)
        .map(|finding| finding.rule.id.as_str())
        .collect();
    // More than a year of interest at the cap has been asked for beside the principal, too.
    let expected = ["CN-CAP-PRIV-ARREARS-2025-05-20", "CN-CAPZ-27-2025-05-20"];
    assert_eq!(refusing, expected);
    let waived = asked
        .waiving(Component::Penalty, "96")
        .waiving(Component::Charges, "100");
    assert_eq!(waived.verdict(&[&law, &house]).decision, Decision::Allowed);
}

#[test]
fn no_arrears_hide_behind_a_debt_that_is_not_past_due() {
    let case = micro().owing(|claim| claim.overdue_since = claim.as_of);
    let answer = case.answer(r#"{"kind":"arrears-cap","rate":"24"}"#);
    assert_eq!(
        answer,
        Outcome::Broken {
            limit: Quantity::Accrual {
                amount: Money::ZERO,
                rate: Some(rate("24"))
            },
            actual: Quantity::Accrual {
                amount: money("13300.00"),
                rate: None
            },
            shortfall: Quantity::Money(money("13300.00")),
        }
    );
}
