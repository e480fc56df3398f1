//! What must hold for every claim and every proposal, whatever they are.

mod support;

use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use quittance::engine::calendar::DayCount;
use quittance::engine::claim::{Claim, Component, Components};
use quittance::engine::money::Money;
use quittance::engine::plan::{
    Plan, PlanError, Proposal, RowKind, Settlement, Size, if_payments_stop, lay_out,
};

/// Random cases in every test run; raise it by `QUITTANCE_CASES` for a long run.
fn cases() -> u32 {
    std::env::var("QUITTANCE_CASES")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(4_000)
}

/// The same cases in every run: a failure can be seen again.
fn runner() -> TestRunner {
    let config = Config {
        cases: cases(),
        failure_persistence: None,
        ..Config::default()
    };
    TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha))
}

fn total(amounts: impl IntoIterator<Item = Components>) -> Components {
    amounts.into_iter().fold(Components::ZERO, |sum, amount| {
        sum.checked_add(&amount).unwrap()
    })
}

fn check_plan(claim: &Claim, proposal: &Proposal, plan: &Plan) {
    let paid = total(plan.rows.iter().map(|row| row.paid));
    let interest = Money::sum(plan.rows.iter().map(|row| row.interest)).unwrap();

    // Opening and accrual are payments, what is given up and what is left: in total and per component.
    let closing = plan.rows.last().map_or(Components::ZERO, |row| row.closing);
    assert!(closing.is_zero(), "something is left: {closing:?}");
    let mut expected = plan.opening.checked_sub(&plan.waived).unwrap();
    expected.add_to(Component::Interest, interest).unwrap();
    for (component, moved) in plan.capitalised.iter() {
        expected.take_from(component, moved).unwrap();
        expected.add_to(Component::Principal, moved).unwrap();
    }
    assert_eq!(
        paid, expected,
        "paid is not opening plus interest less waived"
    );
    assert_eq!(plan.opening, *claim.components());

    // Nothing is negative; balances rise only by a row's own interest.
    let mut before = plan
        .opening
        .checked_sub(&plan.waived)
        .unwrap()
        .total()
        .unwrap();
    let mut last_date = claim.as_of;
    for row in &plan.rows {
        for amounts in [row.paid, row.closing, plan.waived, plan.capitalised] {
            assert!(
                amounts.iter().all(|(_, amount)| !amount.is_negative()),
                "{row:?}"
            );
        }
        assert!(!row.interest.is_negative());
        let after = row.closing.total().unwrap();
        let grown = before.checked_add(row.interest).unwrap();
        assert_eq!(
            grown.checked_sub(row.paid.total().unwrap()),
            Ok(after),
            "{row:?}"
        );
        assert!(row.date >= last_date, "dates go back");
        (before, last_date) = (after, row.date);
    }
    for (component, amount) in plan.waived.iter() {
        assert!(amount <= plan.opening.get(component));
    }

    // As many instalments as were asked for; where the amount was given, no payment but the last differs from it.
    let instalments: Vec<_> = plan
        .rows
        .iter()
        .filter(|row| row.kind == RowKind::Instalment)
        .collect();
    match proposal.settlement {
        Settlement::LumpSum => assert!(instalments.is_empty()),
        Settlement::Instalments {
            size: Size::Count(count),
            ..
        } => {
            assert_eq!(instalments.len(), usize::try_from(count).unwrap());
        }
        Settlement::Instalments {
            size: Size::Payment(payment),
            ..
        } => {
            let first = instalments
                .first()
                .map_or(0, |row| row.number_of_carried_first(proposal));
            for row in instalments.iter().rev().skip(1).rev().skip(first) {
                assert_eq!(row.paid.total(), Ok(payment), "{row:?}");
            }
        }
    }
}

/// Where arrears are paid with the first instalment, that one is larger than the amount given.
trait CarriedFirst {
    fn number_of_carried_first(&self, proposal: &Proposal) -> usize;
}

impl CarriedFirst for quittance::engine::plan::PlanRow {
    fn number_of_carried_first(&self, proposal: &Proposal) -> usize {
        use quittance::engine::plan::Carry;
        usize::from(
            proposal
                .carry
                .iter()
                .any(|(_, carry)| carry == Carry::First),
        )
    }
}

#[test]
fn every_plan_balances_to_the_minor_unit() {
    let mut laid_out = 0_u32;
    let seen = std::cell::RefCell::new((&mut laid_out, 0_u32));
    runner()
        .run(&support::any_case(), |(claim, proposal)| {
            match lay_out(&claim, &proposal) {
                Ok(plan) => {
                    check_plan(&claim, &proposal, &plan);
                    *seen.borrow_mut().0 += 1;
                }
                Err(PlanError::Accrual) => panic!("an unexplained refusal: {proposal:?}"),
                Err(_) => seen.borrow_mut().1 += 1,
            }
            Ok(())
        })
        .unwrap();
    let (laid_out, refused) = {
        let seen = seen.borrow();
        (*seen.0, seen.1)
    };
    println!("{laid_out} laid out, {refused} refused by name");
    assert!(
        laid_out > cases() / 3,
        "the generator makes too few plans: {laid_out}"
    );
    assert!(
        refused > cases() / 100,
        "the generator makes too few refusals: {refused}"
    );
}

#[test]
fn stopping_later_never_leaves_more_owed_than_paying_nothing() {
    runner()
        .run(&support::any_case(), |(claim, proposal)| {
            let Ok(plan) = lay_out(&claim, &proposal) else {
                return Ok(());
            };
            let Ok(stops) = if_payments_stop(&claim, &plan) else {
                return Ok(());
            };
            for stop in &stops {
                prop_assert!(stop.owed.iter().all(|(_, amount)| !amount.is_negative()));
                let nothing = claim.if_nothing_is_paid(stop.on);
                let Some(nothing) = nothing.ok().and_then(|owed| owed.total().ok()) else {
                    continue;
                };
                // Each stretch between payments is rounded on its own: up to one minor unit a component and payment.
                let slack = i64::from(stop.after) * 4 + 4;
                let additive = [DayCount::Act365Fixed, DayCount::Act360, DayCount::Act364];
                prop_assert!(
                    stop.owed.total().unwrap().minor() <= nothing.minor() + slack
                        // Thirty-day months and leap years do not add up over parts of a stretch.
                        || !additive.contains(&claim.terms.day_count)
                        || claim
                            .terms
                            .late_charge
                            .is_some_and(|charge| charge.cap.is_some())
                        || claim.terms.ceiling.is_some()
                        || claim.terms.penalty.is_some_and(|penalty| penalty.compound),
                    "{stop:?} against {nothing:?}"
                );
            }
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_larger_payment_never_lengthens_a_plan_or_raises_its_cost() {
    let strategy = (support::any_case(), 1..5_000_000_i64, 1..1_000_000_i64);
    runner()
        .run(&strategy, |((claim, mut proposal), payment, more)| {
            let mut with = |minor: i64| {
                proposal.settlement = Settlement::Instalments {
                    method: quittance::engine::plan::Method::EqualInstalment,
                    frequency: quittance::engine::calendar::Frequency::MONTHLY,
                    size: Size::Payment(Money::from_minor(minor).unwrap()),
                    multiple: None,
                };
                lay_out(&claim, &proposal).map(|plan| {
                    let interest = Money::sum(plan.rows.iter().map(|row| row.interest)).unwrap();
                    (plan.rows.len(), interest)
                })
            };
            let (Ok(smaller), Ok(larger)) = (with(payment), with(payment + more)) else {
                return Ok(());
            };
            prop_assert!(larger.0 <= smaller.0, "{smaller:?} {larger:?}");
            prop_assert!(larger.1 <= smaller.1, "{smaller:?} {larger:?}");
            Ok(())
        })
        .unwrap();
}
