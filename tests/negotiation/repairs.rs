//! What a refused option is offered in its place.

use quittance::engine::claim::Component;
use quittance::engine::negotiate::{Repair, Term, TermValue, repair};
use quittance::engine::plan::Settlement;
use quittance::engine::rules::{Decision, Pack, Role, read_pack};

use crate::option::{Case, card, instalments, money, sample, share};
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
        case.proposal.settlement = instalments(quittance::engine::calendar::Frequency::MONTHLY, 60);
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
