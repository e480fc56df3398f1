//! One unknown from all the others: exact, and one step further is too far.

use quittance::engine::calendar::{Frequency, add_days};
use quittance::engine::claim::Component;
use quittance::engine::money::Money;
use quittance::engine::negotiate::{Solved, TermValue, Unknown, Unsolved, solve};
use quittance::engine::plan::{Proposal, Repayment, Settlement, Size, lay_out};

use crate::option::{date, instalments, money, rate, sample};

/// The largest payment after the down payment.
fn largest(proposal: &Proposal) -> Money {
    let plan = lay_out(&sample("card-cn").claim, proposal).unwrap();
    plan.rows
        .iter()
        .filter(|row| row.kind != quittance::engine::plan::RowKind::DownPayment)
        .map(|row| row.paid.total().unwrap())
        .max()
        .unwrap()
}

fn solved(unknown: Unknown, payment: &str) -> Solved {
    let case = sample("card-cn");
    let payment = money(payment);
    let solved = solve(&case.claim, &case.proposal, unknown, Some(payment)).unwrap();
    assert!(solved.largest <= payment, "{unknown:?}");
    assert_eq!(solved.largest, largest(&solved.proposal), "{unknown:?}");
    solved
}

#[test]
fn the_amount_follows_from_everything_else() {
    let case = sample("card-cn");
    let all = solve(&case.claim, &case.proposal, Unknown::Instalment, None).unwrap();
    assert_eq!(all.value, TermValue::Money(largest(&case.proposal)));
    let at_once = solve(&case.claim, &case.proposal, Unknown::LumpSum, None).unwrap();
    assert_eq!(at_once.proposal.settlement, Settlement::LumpSum);
    assert_eq!(at_once.value, TermValue::Money(at_once.totals.paid));
}

#[test]
fn the_fewest_payments_that_so_much_each_time_takes() {
    let solved = solved(Unknown::Count, "1500.00");
    let TermValue::Count(count) = solved.value else {
        panic!("{:?}", solved.value);
    };
    let fewer = Proposal {
        settlement: instalments(Frequency::MONTHLY, count - 1),
        ..solved.proposal.clone()
    };
    assert!(largest(&fewer) > money("1500.00"));
    let case = sample("card-cn");
    let end = solve(
        &case.claim,
        &case.proposal,
        Unknown::EndDate,
        Some(money("1500.00")),
    )
    .unwrap();
    assert_eq!(end.value, TermValue::Date(solved.totals.last_date));
    // One payment can be the answer.
    assert_eq!(
        solve(
            &case.claim,
            &case.proposal,
            Unknown::Count,
            Some(money("60000"))
        )
        .unwrap()
        .value,
        TermValue::Count(1)
    );
}

#[test]
fn down_payment_waiver_and_discount_are_the_least_that_is_enough() {
    for unknown in [
        Unknown::DownPayment,
        Unknown::Waiver(Component::Penalty),
        Unknown::Discount,
    ] {
        let solved = solved(unknown, "1420.00");
        let TermValue::Money(amount) = solved.value else {
            panic!("{:?}", solved.value);
        };
        assert!(amount.is_positive(), "{unknown:?}");
        let less = amount.checked_sub(money("0.01")).unwrap();
        let mut proposal = solved.proposal.clone();
        let waiver = quittance::engine::plan::Waiver::Amount(less);
        match unknown {
            Unknown::DownPayment => proposal.down_payment = less,
            Unknown::Discount => proposal.concessions.discount = waiver,
            _ => proposal.concessions.waivers.penalty = waiver,
        }
        assert!(
            largest(&proposal) > money("1420.00"),
            "{unknown:?} {amount:?}"
        );
    }
}

#[test]
fn rate_and_first_day_go_as_far_as_payments_bear() {
    let dear = solved(Unknown::Rate, "1500.00");
    let TermValue::Rate(found) = dear.value else {
        panic!("{:?}", dear.value);
    };
    let dearer = Proposal {
        rate: quittance::engine::money::Rate::from_scaled(found.scaled() + 1_000_000).unwrap(),
        ..dear.proposal.clone()
    };
    assert!(largest(&dearer) > money("1500.00"), "{found:?}");
    let late = solved(Unknown::FirstDate, "1500.00");
    let TermValue::Date(first) = late.value else {
        panic!("{:?}", late.value);
    };
    assert!(first > date("2026-12-20"));
    let later = Proposal {
        first_due: add_days(first, 1).unwrap(),
        ..late.proposal.clone()
    };
    assert!(largest(&later) > money("1500.00"), "{first}");
}

#[test]
fn out_of_reach_says_how_near_one_can_get() {
    let case = sample("card-cn");
    let answer =
        |unknown, payment| solve(&case.claim, &case.proposal, unknown, Some(money(payment)));
    for unknown in [
        Unknown::Rate,
        Unknown::Waiver(Component::Penalty),
        Unknown::Count,
    ] {
        let Err(Unsolved::OutOfReach(nearest)) = answer(unknown, "100.00") else {
            panic!("{unknown:?}");
        };
        assert!(nearest.largest > money("100.00"), "{unknown:?}");
        match unknown {
            Unknown::Rate => assert_eq!(nearest.value, TermValue::Rate(rate("0"))),
            Unknown::Count => assert_eq!(nearest.value, TermValue::Count(600)),
            _ => assert_eq!(nearest.value, TermValue::Money(money("3913.77"))),
        }
    }
    assert_eq!(
        solve(&case.claim, &case.proposal, Unknown::Count, None),
        Err(Unsolved::NoSuchTerm)
    );
    let mut custom = case.proposal.clone();
    custom.settlement = Settlement::Instalments {
        repayment: Repayment::Custom {
            payments: vec![money("1")],
            last_takes_rest: true,
        },
        frequency: Frequency::MONTHLY,
        size: Size::Count(1),
        multiple: None,
    };
    assert_eq!(
        solve(&case.claim, &custom, Unknown::Count, Some(money("1"))),
        Err(Unsolved::NoSuchTerm)
    );
}
