//! What a refused option is offered in its place.

use quittance::engine::calendar::Frequency;
use quittance::engine::claim::{Component, Components, Guarantor};
use quittance::engine::fields::CodeSet;
use quittance::engine::negotiate::{Repair, Term, TermValue, repair};
use quittance::engine::plan::Settlement;
use quittance::engine::rules::{Decision, Pack, Role, read_pack};

use crate::option::{Case, card, date, instalments, money, rate, sample, share};
use crate::{packs_of, question};

fn repairs(case: &Case, packs: &[&Pack], authority: Role) -> Vec<Repair> {
    let found = repair(&question(packs, case), &case.proposal, authority).unwrap();
    for one in &found.found {
        assert!(one.judged.within(authority), "{:?}", one.changes);
        let again = question(packs, case).judge(&one.proposal).unwrap();
        assert_eq!(again, one.judged);
    }
    found.found
}

fn changes(repair: &Repair) -> Vec<(Term, TermValue)> {
    repair
        .changes
        .iter()
        .map(|change| (change.term, change.to))
        .collect()
}

fn own_pack(rules: &str) -> Pack {
    let text = format!(
        r#"{{"format":"quittance-pack/1","id":"own","name":{{"zh":"自有","en":"Own"}},"version":"1","layer":"statutory",
        "jurisdiction":"cn","currency":"CNY","effective_from":"2020-01-01","rules":[{rules}]}}"#
    );
    read_pack(&text).unwrap()
}

fn rule(id: &str, limit: &str) -> String {
    format!(
        r#"{{"id":"{id}","limit":{limit},"severity":"block","visibility":"public","source":"house: a test"}}"#
    )
}

#[test]
fn one_change_meets_one_rule_by_just_what_it_misses() {
    let case = card();
    for (limit, expected) in [
        (
            r#"{"kind":"minimum-down-payment","share":"10"}"#,
            (Term::DownPayment, TermValue::Money(money("4853.21"))),
        ),
        (
            r#"{"kind":"maximum-instalments","count":24}"#,
            (Term::Count, TermValue::Count(24)),
        ),
        (
            r#"{"kind":"waiver-cap","component":"penalty","share":"30"}"#,
            (
                Term::Waiver(Component::Penalty),
                TermValue::Part {
                    amount: money("1174.14"),
                    share: share("30"),
                },
            ),
        ),
        (
            r#"{"kind":"not-waivable","component":"penalty"}"#,
            (
                Term::Waiver(Component::Penalty),
                TermValue::Money(money("0")),
            ),
        ),
    ] {
        let pack = own_pack(&rule("ONE", limit));
        let found = repairs(&case, &[&pack], Role::Agent);
        let first = found.first().unwrap_or_else(|| panic!("{limit}: nothing"));
        assert_eq!(changes(first), [expected], "{limit}");
        assert_eq!(first.mends[0].id, "ONE");
    }
}

#[test]
fn what_a_month_bears_and_what_a_plan_costs_is_repaired_too() {
    // 12,000 at no interest in twelve instalments; a month leaves 1,420.
    let thousand = sample("card-cn")
        .owing(|claim| {
            let principal = money("12000.00");
            claim.balances.components = Components::ZERO.with(Component::Principal, principal);
        })
        .with(|proposal| {
            proposal.rate = rate("0");
            proposal.settlement = instalments(Frequency::MONTHLY, 12);
        })
        .beside(|noted| noted.surplus = Some(money("1420.00")));
    let half = own_pack(&rule("HALF", r#"{"kind":"affordable-share","share":"50"}"#));
    let found = repairs(&thousand, &[&half], Role::Agent);
    let by = |term: Term| found.iter().find(|one| one.changes[0].term == term);
    // 12,000 in 17 are 705.89 at most; in 16 they are 750.
    assert_eq!(
        changes(by(Term::Count).unwrap()),
        [(Term::Count, TermValue::Count(17))]
    );
    // Twelve of 710 are 8,520.
    assert_eq!(
        changes(by(Term::DownPayment).unwrap()),
        [(Term::DownPayment, TermValue::Money(money("3480.00")))]
    );
    // One sum in 60 days comes to 6,083.34 a month: it takes 515 days, as 12,000 * 365 / (12 * 515) is 708.74.
    let mut lump = thousand.clone().due("2027-01-19");
    lump.proposal.settlement = Settlement::LumpSum;
    let found = repairs(&lump, &[&half], Role::Agent);
    let later = found
        .iter()
        .find(|one| one.changes[0].term == Term::FirstDue)
        .unwrap();
    let TermValue::Date(day) = later.changes[0].to else {
        panic!("{later:?}");
    };
    assert_eq!(day, date("2026-11-20") + chrono::Days::new(515));

    // Everything given up and charged: each of these can be met by one change at least.
    for limit in [
        r#"{"kind":"minimum-residual","amount":"500.00"}"#,
        r#"{"kind":"minimum-value","share":"97","rate":"12"}"#,
        r#"{"kind":"total-within-rate","rate":"0"}"#,
        r#"{"kind":"total-cost-cap","share":"1"}"#,
        r#"{"kind":"allowed-strategies","strategies":["instalments","rate-cut"]}"#,
    ] {
        let mut case = thousand.clone();
        if !limit.contains("residual") {
            case = case.owing(|claim| {
                claim.balances.components.penalty = money("900.00");
                claim.terms.original_principal = money("12000.00");
                claim.terms.signed_on = claim.as_of;
            });
            case.proposal.rate = rate("6");
        }
        if limit.contains("strategies") || limit.contains("value") {
            case = case.waiving(Component::Penalty, "50");
        }
        let pack = own_pack(&rule("ONE", limit));
        let asked = question(&[&pack], &case).judge(&case.proposal).unwrap();
        assert_eq!(asked.verdict.decision, Decision::Refused, "{limit}");
        let found = repairs(&case, &[&pack], Role::Agent);
        assert!(!found.is_empty(), "{limit}");
        assert_eq!(found[0].changes.len(), 1, "{limit}");
    }
}

#[test]
fn what_stands_around_a_plan_is_for_no_plan_to_mend() {
    let case = card().offered(Some(9), Some(9)).beside(|noted| {
        noted.payments_since_overdue = Some(0);
        noted.restructured_on = Some(vec![date("2026-01-05")]);
        noted.guarantor = Some(Guarantor::NotAsked);
        noted.moratorium_until = Some(date("2026-12-01"));
        noted.evidence = Some(CodeSet::EMPTY);
    });
    for limit in [
        r#"{"kind":"maximum-grace-days","days":3}"#,
        r#"{"kind":"maximum-offer-days","days":3}"#,
        r#"{"kind":"restructures","most":0,"within_months":24}"#,
        r#"{"kind":"guarantor-consent"}"#,
        r#"{"kind":"repayment-behaviour","payments":1}"#,
        r#"{"kind":"evidence-required","evidence":["income"]}"#,
        r#"{"kind":"moratorium"}"#,
        r#"{"kind":"limitation-period","months":1}"#,
    ] {
        let pack = own_pack(&rule("STANDS", limit));
        let packs = [&pack];
        let answer = repair(&question(&packs, &case), &case.proposal, Role::Manager).unwrap();
        assert!(answer.found.is_empty(), "{limit}");
        assert_eq!(answer.beyond.len(), 1, "{limit}");
    }
}

#[test]
fn two_rules_that_no_single_change_meets_take_two() {
    let case = card();
    let pack = own_pack(&format!(
        "{},{}",
        rule("DOWN", r#"{"kind":"minimum-down-payment","share":"10"}"#),
        rule("FEW", r#"{"kind":"maximum-instalments","count":24}"#)
    ));
    let found = repairs(&case, &[&pack], Role::Agent);
    let first = found.first().unwrap();
    assert_eq!(
        changes(first),
        [
            (Term::DownPayment, TermValue::Money(money("4853.21"))),
            (Term::Count, TermValue::Count(24)),
        ]
    );
    assert_eq!(first.mends.len(), 2);
}

#[test]
fn what_no_option_can_mend_is_said_and_nothing_is_offered() {
    let case = card();
    let pack = own_pack(&rule("PROMISES", r#"{"kind":"broken-promises","most":0}"#));
    let packs = [&pack];
    let answer = repair(&question(&packs, &case), &case.proposal, Role::Manager).unwrap();
    assert!(answer.found.is_empty());
    assert_eq!(answer.beyond.len(), 1);
    assert_eq!(answer.beyond[0].id, "PROMISES");
}

#[test]
fn an_option_that_passes_needs_no_repair() {
    let mut case = sample("card-cn");
    case.proposal.settlement = Settlement::LumpSum;
    case.proposal.first_due = case.claim.as_of;
    let pack = own_pack(&rule("FEW", r#"{"kind":"maximum-instalments","count":24}"#));
    let packs = [&pack];
    let answer = repair(&question(&packs, &case), &case.proposal, Role::Agent).unwrap();
    assert!(answer.found.is_empty() && answer.beyond.is_empty());
    assert_eq!(answer.asked.verdict.decision, Decision::Allowed);
}

#[test]
fn what_a_supervisor_may_agree_to_needs_no_change_for_a_supervisor() {
    let case = card();
    let routed = rule("ASK", r#"{"kind":"maximum-instalments","count":24}"#)
        .replace(r#""block""#, r#""supervisor""#);
    let pack = own_pack(&routed);
    assert!(repairs(&case, &[&pack], Role::Supervisor).is_empty());
    let found = repairs(&case, &[&pack], Role::Agent);
    assert_eq!(changes(&found[0]), [(Term::Count, TermValue::Count(24))]);
}

#[test]
fn every_sample_asked_for_too_much_is_offered_something_its_rules_allow() {
    for id in ["card-cn", "loan-cn", "property-cn", "loan-gb"] {
        let mut case = sample(id);
        case.proposal.settlement = instalments(Frequency::MONTHLY, 60);
        let packs = packs_of(id);
        let packs = [&packs[0], &packs[1]];
        let answer = repair(&question(&packs, &case), &case.proposal, Role::Agent).unwrap();
        let passes = answer.asked.within(Role::Agent);
        assert!(
            passes || !answer.found.is_empty() || !answer.beyond.is_empty(),
            "{id}: {:?}",
            answer.asked.verdict.broken()
        );
        for one in answer.found {
            assert!(one.judged.within(Role::Agent), "{id}: {:?}", one.changes);
        }
    }
}
