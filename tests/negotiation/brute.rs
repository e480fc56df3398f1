//! Small debts, where everything that could be asked for can be tried: the nearest single changes are the nearest.

use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use quittance::engine::calendar::add_days;
use quittance::engine::claim::{Balances, Component, Components};
use quittance::engine::money::{Currency, Money, Rate};
use quittance::engine::negotiate::{Question, Term, TermValue, repair};
use quittance::engine::plan::{Proposal, Repayment, Settlement, Size, Waiver};
use quittance::engine::rules::{Pack, Role, read_pack};

use crate::option::{Case, sample};
use crate::question;

const CASES: u32 = 400;

pub fn money(minor: i64) -> Money {
    Money::from_minor(minor).unwrap()
}

/// One or two rules of the kinds that bind amounts, counts and days.
fn pack() -> impl Strategy<Value = String> {
    let limit = prop_oneof![
        (1..60_u32)
            .prop_map(|share| format!(r#"{{"kind":"minimum-down-payment","share":"{share}"}}"#)),
        (1..20_u32)
            .prop_map(|count| format!(r#"{{"kind":"maximum-instalments","count":{count}}}"#)),
        (10..400_u32).prop_map(|days| format!(r#"{{"kind":"maximum-total-days","days":{days}}}"#)),
        (1..80_u32).prop_map(|days| format!(r#"{{"kind":"maximum-days-to-first","days":{days}}}"#)),
        (2..40_u32)
            .prop_map(|amount| format!(r#"{{"kind":"minimum-instalment","amount":"{amount}"}}"#)),
        (0..90_u32).prop_map(|share| format!(
            r#"{{"kind":"waiver-cap","component":"penalty","share":"{share}"}}"#
        )),
        (0..60_u32).prop_map(|share| format!(r#"{{"kind":"waiver-cap-total","share":"{share}"}}"#)),
        (40..101_u32)
            .prop_map(|share| format!(r#"{{"kind":"minimum-settlement","share":"{share}"}}"#)),
    ];
    prop::collection::vec(limit, 1..3).prop_map(|limits| pack_text(&limits))
}

/// A pack of rules that refuse, each with one of these limits.
pub fn pack_text(limits: &[String]) -> String {
    let rules: Vec<String> = limits
        .iter()
        .zip(1..)
        .map(|(limit, number)| {
            format!(
                r#"{{"id":"R{number}","limit":{limit},"severity":"block","visibility":"public","source":"house: a test"}}"#
            )
        })
        .collect();
    format!(
        r#"{{"format":"quittance-pack/1","id":"own","name":{{"zh":"自有","en":"Own"}},"version":"1","layer":"statutory",
        "jurisdiction":"cn","currency":"JPY","effective_from":"2020-01-01","rules":[{}]}}"#,
        rules.join(",")
    )
}

/// A hundred yen or two of debt, and some option for it.
pub fn case() -> impl Strategy<Value = Case> {
    (
        40..160_i64,
        0..60_i64,
        1..25_u32,
        0..90_i64,
        0..60_i64,
        0..61_i64,
        select(vec![0_i64, 12]),
    )
        .prop_map(|(principal, penalty, count, days, down, waived, percent)| {
            let mut case = sample("card-cn");
            case.claim.currency = Currency::Jpy;
            case.claim.balances = Balances {
                components: Components {
                    principal: money(principal),
                    penalty: money(penalty),
                    ..Components::ZERO
                },
                overdue_principal: money(principal),
            };
            case.proposal = Proposal {
                settlement: Settlement::Instalments {
                    repayment: Repayment::EqualInstalment,
                    frequency: quittance::engine::calendar::Frequency::MONTHLY,
                    size: Size::Count(count),
                    multiple: None,
                },
                down_payment: money(down.min(principal)),
                first_due: add_days(case.claim.as_of, days).unwrap(),
                rate: Rate::parse_percent(&percent.to_string()).unwrap(),
                ..case.proposal
            };
            case.proposal.concessions.waivers.penalty = Waiver::Amount(money(waived.min(penalty)));
            case
        })
}

/// Every value of a term, in the order of its distance from what it is.
fn values(term: Term, case: &Case, from: TermValue) -> Vec<TermValue> {
    let owed = case.claim.components().total().unwrap().minor();
    let amounts = |most: i64| {
        (0..=most)
            .map(|minor| TermValue::Money(money(minor)))
            .collect()
    };
    let mut all: Vec<TermValue> = match term {
        Term::DownPayment => amounts(owed),
        Term::Waiver(component) => amounts(case.claim.components().get(component).minor()),
        Term::Count => (1..=60).map(TermValue::Count).collect(),
        Term::FirstDue => (0..=200)
            .map(|days| TermValue::Date(add_days(case.claim.as_of, days).unwrap()))
            .collect(),
        _ => Vec::new(),
    };
    all.retain(|value| *value != from);
    all.sort_by_key(|value| distance(*value, from));
    all
}

fn distance(one: TermValue, other: TermValue) -> i64 {
    let number = |value| match value {
        TermValue::Money(amount) | TermValue::Part { amount, .. } => amount.minor(),
        TermValue::Count(count) => i64::from(count),
        TermValue::Date(date) => {
            quittance::engine::calendar::days_between(add_days(date, 0).unwrap(), date)
                + i64::from(chrono_number(date))
        }
        other => panic!("{other:?}"),
    };
    (number(one) - number(other)).abs()
}

fn chrono_number(date: quittance::engine::calendar::Date) -> i32 {
    use chrono::Datelike;
    date.num_days_from_ce()
}

/// Whether people would expect a change of this term to meet a rule of this kind. Tiny debts are also moved over a limit by
/// the rounding that any other change brings.
fn bears_on(term: Term, kind: &str) -> bool {
    match kind {
        "minimum-down-payment" => term == Term::DownPayment,
        "maximum-instalments" => matches!(term, Term::Count | Term::DownPayment),
        "maximum-total-days" => {
            matches!(term, Term::Count | Term::FirstDue | Term::DownPayment)
        }
        "maximum-days-to-first" => term == Term::FirstDue,
        "minimum-instalment" => {
            matches!(term, Term::Count | Term::DownPayment | Term::Waiver(_))
        }
        "waiver-cap" | "waiver-cap-total" | "minimum-settlement" => {
            matches!(term, Term::Waiver(_))
        }
        other => panic!("{other}"),
    }
}

pub fn passes(question: &Question<'_>, proposal: &Proposal) -> bool {
    question
        .judge(proposal)
        .is_ok_and(|judged| judged.within(Role::Agent))
}

#[test]
fn the_nearest_single_change_is_the_nearest_of_all_that_could_be_tried() {
    let config = Config {
        cases: CASES,
        failure_persistence: None,
        ..Config::default()
    };
    let mut runner =
        TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let (mut broken, mut mended, mut tried) = (0_u32, 0_u32, 0_u64);
    let counters = std::cell::RefCell::new((&mut broken, &mut mended, &mut tried));
    runner
        .run(&(pack(), case()), |(pack, case)| {
            let pack: Pack = read_pack(&pack).unwrap();
            let packs = [&pack];
            let question = question(&packs, &case);
            if question.judge(&case.proposal).is_err() || passes(&question, &case.proposal) {
                return Ok(());
            }
            let mut counters = counters.borrow_mut();
            *counters.0 += 1;
            let found = repair(&question, &case.proposal, Role::Agent).unwrap();
            for one in &found.found {
                prop_assert!(one.judged.within(Role::Agent));
            }
            for term in [
                Term::DownPayment,
                Term::Waiver(Component::Penalty),
                Term::Count,
                Term::FirstDue,
            ] {
                let Some(from) = term.read(&case.claim, &case.proposal) else {
                    continue;
                };
                let nearest = values(term, &case, from).into_iter().find(|value| {
                    *counters.2 += 1;
                    term.write(&case.proposal, *value)
                        .is_some_and(|changed| passes(&question, &changed))
                });
                let ours = found
                    .found
                    .iter()
                    .filter(|repair| repair.changes.len() == 1)
                    .map(|repair| &repair.changes[0])
                    .find(|change| change.term == term)
                    .map(|change| change.to);
                let expected = question
                    .judge(&case.proposal)
                    .unwrap()
                    .verdict
                    .broken()
                    .iter()
                    .all(|finding| bears_on(term, finding.kind().code()));
                match (nearest.filter(|_| expected), ours) {
                    (None, None) => {}
                    (Some(nearest), Some(ours)) => {
                        *counters.1 += 1;
                        prop_assert_eq!(
                            distance(nearest, from),
                            distance(ours, from),
                            "{:?} {:?}: nearest {:?}, ours {:?}, {:?}",
                            term,
                            from,
                            nearest,
                            ours,
                            pack.rules
                        );
                    }
                    (nearest, ours) => prop_assert!(
                        false,
                        "{term:?} {from:?}: nearest {nearest:?}, ours {ours:?}, {:?} {:?}",
                        pack.rules,
                        case.proposal
                    ),
                }
            }
            Ok(())
        })
        .unwrap();
    println!("{broken} refused, {mended} single changes, {tried} tried by hand");
    assert!(broken > CASES / 3 && mended > CASES / 3);
}
