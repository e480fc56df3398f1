//! What options are worth, worked out by hand, and which of them no other beats, against all of them in turn.

use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use quittance::engine::calendar::{Frequency, add_days};
use quittance::engine::claim::{Balances, Component, Components};
use quittance::engine::money::{Money, Rate};
use quittance::engine::negotiate::{Axes, Prospects, Worth, compare, worth};
use quittance::engine::plan::{DatedPayment, Proposal, Settlement, Waiver, lay_out};
use quittance::engine::rules::{Decision, read_pack};

use crate::option::{Case, instalments, money, rate, sample, share};
use crate::question;

/// A thousand of principal, paid by amounts on days after the as-of date and the rest on the last of them, at no interest.
fn owing(amount: &str, payments: &[(i64, &str)], rest_after: i64) -> Case {
    let mut case = sample("card-cn");
    let principal = money(amount);
    case.claim.balances = Balances {
        components: Components {
            principal,
            ..Components::ZERO
        },
        overdue_principal: principal,
    };
    let day = |days| add_days(case.claim.as_of, days).unwrap();
    case.proposal.settlement = Settlement::OnDates {
        payments: payments
            .iter()
            .map(|(days, amount)| DatedPayment {
                date: day(*days),
                amount: money(amount),
            })
            .collect(),
        rest_on: Some(day(rest_after)),
    };
    case.proposal.first_due = day(payments[0].0);
    case.proposal.rate = Rate::ZERO;
    case
}

fn worth_of(case: &Case, prospects: &Prospects) -> Worth {
    let plan = lay_out(&case.claim, &case.proposal).unwrap();
    worth(&case.claim, &case.proposal, &plan, prospects).unwrap()
}

#[test]
fn what_is_certain_is_discounted_and_nothing_else() {
    let case = owing("1000", &[(365, "550")], 730);
    let prospects = Prospects {
        rate: rate("10"),
        kept: share("100"),
        recovers: None,
    };
    // 550 / 1.1 + 450 / 1.21.
    let found = worth_of(&case, &prospects);
    assert_eq!(found.value.total, money("871.90"));
    assert_eq!(found.gain, None);
}

#[test]
fn what_breaks_recovers_a_share_of_what_is_unpaid() {
    let case = owing("1000", &[(30, "550")], 60);
    let prospects = Prospects {
        rate: Rate::ZERO,
        kept: share("50"),
        recovers: Some(share("40")),
    };
    // Half is kept to the first payment, a quarter to the last: 275 + 112.50 is paid; 200 of 400 and 45 of 180 recovered.
    let found = worth_of(&case, &prospects);
    assert_eq!(found.value.paid, money("387.50"));
    assert_eq!(found.value.recovered, money("245.00"));
    // Doing nothing brings 400.
    assert_eq!(found.gain, Some(money("232.50")));
    // Nothing has broken before thirty days have passed.
    let sooner = owing("1000", &[(29, "550")], 59);
    assert_eq!(worth_of(&sooner, &prospects).value.paid, money("775.00"));
}

fn run(cases: u32) -> TestRunner {
    let config = Config {
        cases,
        failure_persistence: None,
        ..Config::default()
    };
    TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha))
}

#[test]
fn more_money_is_never_worth_less_nor_the_same_money_sooner() {
    let drawn = (
        1_000..50_000_i64,
        0..10_000_i64,
        1..200_i64,
        1..400_i64,
        (0..30_u32, 0..101_u32, 0..101_u32),
    );
    run(2_000)
        .run(
            &drawn,
            |(first, more, days, later, (percent, kept, recovers))| {
                let prospects = Prospects {
                    rate: rate(&percent.to_string()),
                    kept: share(&kept.to_string()),
                    recovers: Some(share(&recovers.to_string())),
                };
                let cents = |minor: i64| format!("{}.{:02}", minor / 100, minor % 100);
                let option = |first: i64, waived: i64| {
                    let mut case = owing("1000", &[(days, &cents(first))], days + later);
                    case.proposal.concessions.waivers.principal =
                        Waiver::Amount(Money::from_minor(waived).unwrap());
                    worth_of(&case, &prospects).value.total.minor()
                };
                // Each amount recovered is rounded by itself: two rows, a cent each.
                let waived = 100_000 - first - more - 1;
                prop_assert!(option(first, 0) + 2 >= option(first, waived.clamp(0, 40_000)));
                prop_assert!(option(first + more, 0) + 2 >= option(first, 0));
                Ok(())
            },
        )
        .unwrap();
}

/// Whether one lies no worse than the other in every respect and better in one, told one by one.
fn beats(one: &Axes, other: &Axes) -> bool {
    let less_is_better = [
        (one.now.minor(), other.now.minor()),
        (one.monthly.minor(), other.monthly.minor()),
        (one.total.minor(), other.total.minor()),
        (one.end.signed_duration_since(other.end).num_days(), 0),
        (
            other.worth.value.total.minor(),
            one.worth.value.total.minor(),
        ),
    ];
    less_is_better.iter().all(|(one, other)| one <= other)
        && less_is_better.iter().any(|(one, other)| one < other)
}

#[test]
fn the_unbeaten_are_those_that_no_other_beats_one_by_one() {
    let option = (1..30_u32, 0..5_i64, 0..101_u32, 1..90_i64);
    let pack = read_pack(
        r#"{"format":"quittance-pack/1","id":"own","name":{"zh":"自有","en":"Own"},"version":"1","layer":"statutory",
        "jurisdiction":"cn","currency":"CNY","effective_from":"2020-01-01","rules":[
        {"id":"FEW","limit":{"kind":"maximum-instalments","count":20},"severity":"block","visibility":"public","source":"house: a test"}]}"#,
    )
    .unwrap();
    let packs = [&pack];
    let counters = std::cell::RefCell::new([0_u32; 4]);
    run(200)
        .run(&prop::collection::vec(option, 1..9), |options| {
            let case = sample("card-cn");
            let mut options: Vec<Proposal> = options
                .into_iter()
                .map(|(count, thousands, penalty, days)| {
                    let mut case =
                        sample("card-cn").waiving(Component::Penalty, &penalty.to_string());
                    case.proposal.down_payment = Money::from_minor(thousands * 100_000).unwrap();
                    case.proposal.settlement = instalments(Frequency::MONTHLY, count);
                    case.proposal.first_due = add_days(case.claim.as_of, days).unwrap();
                    case.proposal
                })
                .collect();
            // A tie: the first once more.
            options.push(options[0].clone());
            let prospects = Prospects {
                rate: rate("8"),
                kept: share("97"),
                recovers: Some(share("35")),
            };
            let found = compare(&question(&packs, &case), &options, &prospects);
            let found: Vec<_> = found.into_iter().map(Result::unwrap).collect();
            let mut counters = counters.borrow_mut();
            for one in &found {
                let refused = one.judged.verdict.decision == Decision::Refused;
                let beaten = found.iter().any(|other| {
                    other.judged.verdict.decision != Decision::Refused
                        && beats(&other.axes, &one.axes)
                });
                prop_assert_eq!(one.unbeaten, !refused && !beaten);
                counters[usize::from(one.unbeaten)] += 1;
                counters[2] += u32::from(refused);
            }
            prop_assert_eq!(found[0].unbeaten, found.last().unwrap().unbeaten);
            counters[3] += u32::from(found[0].unbeaten);
            Ok(())
        })
        .unwrap();
    let [beaten, unbeaten, refused, ties] = counters.into_inner();
    println!("{unbeaten} unbeaten, {beaten} not, {refused} of them refused, {ties} ties kept");
    assert!(beaten > refused && unbeaten > 200 && refused > 50 && ties > 20);
}
