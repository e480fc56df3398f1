//! What must hold for any history under any late terms, tried on seeded random ones.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use quittance::engine::calendar::{DayCount, add_days};
use quittance::engine::claim::{
    ChargeSize, Component, ContractInstalment, Grace, History, LateCharge, LateTerms, MissedCharge,
    Order, PaymentReceived, Penalty, PenaltyBase, PenaltyRate, PenaltyStart, Settling, Terms,
    Waterfall, recompute,
};
use quittance::engine::money::{Money, Rate, Rounding, Share};

use crate::day;

fn money(minor: i64) -> Money {
    Money::from_minor(minor).unwrap()
}

fn any_rate() -> impl Strategy<Value = Rate> {
    prop_oneof![Just(0), 0..4_000_i64].prop_map(|steps| {
        // Hundredths of a percent.
        Rate::from_scaled(steps * 1_000_000).unwrap()
    })
}

fn any_terms() -> impl Strategy<Value = Terms> {
    let penalty = (
        any_rate(),
        proptest::sample::select(PenaltyBase::ALL.to_vec()),
        any::<bool>(),
        any::<bool>(),
    )
        .prop_map(|(rate, base, compound, beside_interest)| Penalty {
            rate: PenaltyRate::Own(rate),
            base,
            compound,
            beside_interest,
        });
    let late_charge =
        (any_rate(), proptest::option::of(0..50_000_i64)).prop_map(|(rate, cap)| LateCharge {
            rate,
            cap: cap.map(money),
        });
    (
        any_rate(),
        proptest::option::of(penalty),
        proptest::option::of(late_charge),
        proptest::sample::select(DayCount::ALL.to_vec()),
        proptest::sample::select(Rounding::ALL.to_vec()),
    )
        .prop_map(
            |(interest_rate, penalty, late_charge, day_count, rounding)| Terms {
                signed_on: day("2025-01-01"),
                original_principal: Money::ZERO,
                interest_rate,
                penalty,
                late_charge,
                ceiling: None,
                day_count,
                rounding,
                waterfall: Waterfall {
                    order: Order::CIVIL_CODE_561,
                    switch: None,
                },
            },
        )
}

fn any_late() -> impl Strategy<Value = LateTerms> {
    let size = prop_oneof![
        (0..10_000_i64).prop_map(|minor| ChargeSize::Fixed(money(minor))),
        (0..30_u32).prop_map(|percent| {
            ChargeSize::ShareOfInstalment(Share::parse_percent(&percent.to_string()).unwrap())
        }),
    ];
    let missed = (
        size,
        proptest::option::of(0..10_000_i64),
        proptest::option::of(0..20_000_i64),
    )
        .prop_map(|(size, each, together)| MissedCharge {
            size,
            each_at_most: each.map(money),
            together_at_most: together.map(money),
        });
    (
        0..20_u32,
        proptest::sample::select(PenaltyStart::ALL.to_vec()),
        proptest::option::of(missed),
        proptest::option::of(0..400_i64),
        any::<bool>(),
        proptest::sample::select(Settling::ALL.to_vec()),
    )
        .prop_map(
            |(days, penalty_from, missed, called_in, last_day_counts, settling)| LateTerms {
                grace: Grace { days, penalty_from },
                missed,
                accelerated_on: called_in.map(|days| add_days(day("2026-01-01"), days).unwrap()),
                ceiling: None,
                last_day_counts,
                settling,
            },
        )
}

fn any_history() -> impl Strategy<Value = History> {
    let instalments =
        proptest::collection::vec((1..60_i64, 0..5_000_000_i64, 0..100_000_i64), 1..6);
    let payments = proptest::collection::vec((0..400_i64, 0..3_000_000_i64), 0..8);
    (instalments, payments).prop_map(|(instalments, payments)| {
        let start = day("2026-01-01");
        let mut due = start;
        History {
            start,
            instalments: instalments
                .into_iter()
                .map(|(gap, principal, interest)| {
                    due = add_days(due, gap).unwrap();
                    ContractInstalment {
                        due,
                        principal: money(principal),
                        interest: money(interest),
                    }
                })
                .collect(),
            payments: payments
                .into_iter()
                .map(|(days, amount)| PaymentReceived {
                    date: add_days(start, days).unwrap(),
                    amount: money(amount),
                })
                .collect(),
        }
    })
}

fn seeded() -> ProptestConfig {
    ProptestConfig {
        cases: 4000,
        rng_seed: RngSeed::Fixed(251),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(seeded())]

    #[test]
    fn a_recomputed_claim_is_sound(
        history in any_history(),
        terms in any_terms(),
        late in any_late(),
        days in 0..500_i64,
        ceiling in any_rate(),
    ) {
        let as_of = add_days(day("2026-01-01"), days).unwrap();
        let claim = recompute(&history, &terms, &late, as_of).unwrap();
        let owed = claim.balances.components;
        for (component, amount) in owed.iter() {
            prop_assert!(!amount.is_negative(), "{:?}", component);
        }
        prop_assert!(!claim.excess.is_negative());
        prop_assert!(claim.balances.overdue_principal <= owed.principal);

        // Principal is lent, paid or owed, and payments are at least what principal they paid.
        let lent = Money::sum(history.instalments.iter().map(|row| row.principal)).unwrap();
        let arrived = history.payments.iter().filter(|payment| payment.date <= as_of);
        let arrived = Money::sum(arrived.map(|payment| payment.amount)).unwrap();
        let repaid = lent.checked_sub(owed.principal).unwrap();
        prop_assert!(!repaid.is_negative());
        prop_assert!(repaid.checked_add(claim.excess).unwrap() <= arrived);

        // Every late charge within its caps.
        let by_the_day = terms.late_charge.map_or(Some(Money::ZERO), |charge| charge.cap);
        let missed = late.missed.map_or(Some(Money::ZERO), |charge| charge.together_at_most);
        if let (Some(by_the_day), Some(missed)) = (by_the_day, missed) {
            prop_assert!(owed.charges <= by_the_day.checked_add(missed).unwrap());
        }

        // A ceiling never makes more owed, and one of nothing lets nothing grow.
        let total = |ceiling| {
            let late = LateTerms { ceiling: Some(ceiling), ..late };
            recompute(&history, &terms, &late, as_of).unwrap().balances.components
        };
        prop_assert!(total(ceiling).total().unwrap() <= owed.total().unwrap());
        let nothing = total(Rate::ZERO);
        prop_assert_eq!(nothing.penalty, Money::ZERO);
        prop_assert_eq!(nothing.compound, Money::ZERO);
        prop_assert_eq!(nothing.charges, Money::ZERO);
    }

    #[test]
    fn one_more_payment_never_makes_more_owed(
        history in any_history(),
        terms in any_terms(),
        late in any_late(),
        extra in (0..400_i64, 0..3_000_000_i64),
    ) {
        let as_of = day("2027-06-01");
        // Rounded once, so that the extra event moves nothing by rounding.
        let late = LateTerms { settling: Settling::AtTheEnd, ..late };
        let before = recompute(&history, &terms, &late, as_of).unwrap();
        let mut more = history.clone();
        more.payments.push(PaymentReceived {
            date: add_days(day("2026-01-01"), extra.0).unwrap(),
            amount: money(extra.1),
        });
        let after = recompute(&more, &terms, &late, as_of).unwrap();
        let (before, after) = (before.balances.components, after.balances.components);
        prop_assert!(after.get(Component::Principal) <= before.get(Component::Principal));
        // A unit for the rounding of each component of each instalment.
        let slack = money(6 * 6);
        prop_assert!(after.total().unwrap() <= before.total().unwrap().checked_add(slack).unwrap());
    }
}
