//! What a missed limit says: the figures of each, worked out by hand.

use super::option::{Case, card, date, money, pack_of, rate, rule, sample, share};
use quittance::engine::calendar::{DayCount, Frequency};
use quittance::engine::claim::{Customer, PenaltyRate};
use quittance::engine::money::Money;
use quittance::engine::plan::{InterestBasis, Waiver};
use quittance::engine::rules::{Outcome, Quantity, Why};

fn loan() -> Case {
    sample("loan-cn")
}

#[test]
fn minimum_instalment_binds_weekly_plans_too() {
    let least = r#"{"kind":"minimum-instalment","amount":"300.00"}"#;
    assert!(matches!(
        card().counted(Frequency::MONTHLY, 120).answer(least),
        Outcome::Met { .. }
    ));
    for frequency in [
        Frequency::WEEKLY,
        Frequency::FORTNIGHTLY,
        Frequency::HALF_MONTHLY,
    ] {
        let answer = card().counted(frequency, 260).answer(least);
        let Outcome::Broken {
            limit,
            actual: Quantity::Money(actual),
            shortfall,
        } = answer
        else {
            panic!("{answer:?}");
        };
        assert_eq!(limit, Quantity::Money(money("300.00")));
        assert_eq!(
            shortfall,
            Quantity::Money(money("300.00").checked_sub(actual).unwrap())
        );
    }
}

#[test]
fn a_missed_down_payment_says_what_is_missing() {
    let answer = card()
        .down("7279.82")
        .answer(r#"{"kind":"minimum-down-payment","share":"20"}"#);
    assert_eq!(
        answer,
        Outcome::Broken {
            limit: Quantity::Part {
                amount: money("9706.43"),
                share: share("20")
            },
            actual: Quantity::Part {
                amount: money("7279.82"),
                share: share("14.99998867")
            },
            shortfall: Quantity::Money(money("2426.61")),
        }
    );
    let enough = card()
        .down("9706.43")
        .answer(r#"{"kind":"minimum-down-payment","share":"20"}"#);
    assert!(matches!(enough, Outcome::Met { .. }));
}

#[test]
fn a_discount_counts_as_a_waiver_of_what_it_is_taken_from() {
    let discounted = sample("card-cn").with(|proposal| {
        proposal.concessions.discount = Waiver::Amount(money("5000.00"));
    });
    // Penalty interest 3,913.77 first, then 300.00 of charges, then 786.23 of interest.
    let answer = discounted.answer(r#"{"kind":"waiver-cap","component":"penalty","share":"60"}"#);
    assert_eq!(
        answer,
        Outcome::Broken {
            limit: Quantity::Part {
                amount: money("2348.27"),
                share: share("60")
            },
            actual: Quantity::Part {
                amount: money("3913.77"),
                share: share("100")
            },
            shortfall: Quantity::Money(money("1565.50")),
        }
    );
    assert!(
        discounted
            .answer(r#"{"kind":"not-waivable","component":"interest"}"#)
            .is_broken()
    );
}

#[test]
fn nobody_is_asked_for_more_than_the_whole_debt() {
    let whole = r#"{"kind":"minimum-settlement","amount":"60000.00"}"#;
    let answer = sample("card-cn").lump_sum().answer(whole);
    assert!(matches!(answer, Outcome::Met { .. }), "{answer:?}");
}

#[test]
fn a_new_balance_above_the_original_principal_is_missed_by_the_difference() {
    let case = card().owing(|claim| claim.terms.original_principal = money("40000.00"));
    let limit = r#"{"kind":"balance-within-original-principal"}"#;
    let Outcome::Broken { shortfall, .. } = case.answer(limit) else {
        panic!("not missed")
    };
    assert_eq!(shortfall, Quantity::Money(money("6575.28")));
    // A lump sum that bears interest until its day is a new debt too.
    assert!(case.lump_sum().due("2027-06-20").answer(limit).is_broken());
}

#[test]
fn months_count_to_the_day_for_the_law_and_whole_for_the_horizon() {
    let later = card().due("2026-12-25");
    assert!(
        later
            .answer(r#"{"kind":"maximum-term-months","months":36}"#)
            .is_broken()
    );
    let horizon = later.answer(r#"{"kind":"recovery-horizon-months","months":36}"#);
    assert!(matches!(horizon, Outcome::Met { .. }), "{horizon:?}");
    let other = Customer {
        willing: false,
        able: false,
        promises_broken: 0,
    };
    let answer = later
        .noted(Some(other))
        .answer(r#"{"kind":"recovery-horizon-months","months":36}"#);
    assert_eq!(
        answer,
        Outcome::DoesNotApply {
            why: Why::OtherCustomer
        }
    );
}

#[test]
fn a_year_of_360_days_costs_more_than_its_rate() {
    let by_360 = card().with(|proposal| {
        proposal.rate = rate("12");
        proposal.basis = InterestBasis::Daily(DayCount::Act360);
    });
    let answer = by_360.answer(r#"{"kind":"all-in-cap","rate":"12"}"#);
    let Outcome::Broken { actual, .. } = answer else {
        panic!("{answer:?}")
    };
    assert_eq!(actual, Quantity::Rate(rate("12.16666667")));
    // Months of unequal length do not push a plan over its own rate.
    let february = card()
        .counted(Frequency::MONTHLY, 1)
        .owing(|claim| claim.as_of = date("2027-01-31"))
        .due("2027-02-28")
        .with(|proposal| proposal.rate = rate("12"));
    let answer = february.answer(r#"{"kind":"all-in-cap","rate":"12"}"#);
    assert!(matches!(answer, Outcome::Met { .. }), "{answer:?}");
}

#[test]
fn an_own_penalty_rate_is_measured_by_the_contract_rate() {
    let case = loan().owing(|claim| {
        if let Some(penalty) = &mut claim.terms.penalty {
            penalty.rate = PenaltyRate::Own(rate("14.4"));
        }
    });
    let answer = case.answer(r#"{"kind":"penalty-multiple-band","from":"1.3","to":"1.5"}"#);
    let Outcome::Broken {
        actual: Quantity::Multiple(multiple),
        ..
    } = answer
    else {
        panic!("{answer:?}");
    };
    assert_eq!(multiple, 2.into());
    let below = case.answer(r#"{"kind":"penalty-multiple-band","from":"2.5","to":"3"}"#);
    assert!(below.is_broken());
}

#[test]
fn figures_beyond_the_range_are_missed_not_waved_through() {
    let huge = card().owing(|claim| {
        claim.balances.components.principal = Money::MAX;
        claim.balances.components.interest = Money::MAX;
    });
    // Such a debt cannot be laid out, so the plan of another stands in for it.
    let worked = quittance::agreement::work_out(&card().claim, &huge.proposal).unwrap();
    let plan = quittance::engine::plan::Plan {
        opening: huge.claim.balances.components,
        ..worked.plan
    };
    let pack = pack_of(&[rule(
        "R",
        r#"{"kind":"minimum-down-payment","share":"1"}"#,
        "block",
        "",
    )]);
    let verdict = quittance::engine::rules::check(
        &[&pack],
        &huge.situation(),
        &huge.proposal,
        &plan,
        &worked.totals,
    );
    let Outcome::Broken { shortfall, .. } = verdict.findings[0].outcome else {
        panic!("{verdict:?}");
    };
    assert_eq!(shortfall, Quantity::OutOfRange);
}
