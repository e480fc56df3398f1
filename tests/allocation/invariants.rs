//! What must hold for any payments over any instalments.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use quittance::engine::calendar::{add_days, days_between};
use quittance::engine::claim::{
    Advance, Cell, ChargeTiming, Component, Components, ContractInstalment, Event, Fill, GridOrder,
    GridSwitch, GridWaterfall, Replayed, Timing, replay,
};
use quittance::engine::money::Money;

use crate::day;

fn money(minor: i64) -> Money {
    Money::from_minor(minor).unwrap()
}

fn any_money() -> impl Strategy<Value = Money> {
    prop_oneof![
        Just(0),
        0..100_i64,
        0..100_000_i64,
        0..=100_000_000_000_000_i64
    ]
    .prop_map(money)
}

/// The whole grid in any order.
fn any_whole_order() -> impl Strategy<Value = GridOrder> {
    let cells: Vec<Cell> = Timing::ALL
        .into_iter()
        .flat_map(|timing| Component::ALL.map(|component| Cell { timing, component }))
        .collect();
    Just(cells)
        .prop_shuffle()
        .prop_map(|cells| GridOrder::new(cells).unwrap())
}

fn any_waterfall() -> impl Strategy<Value = GridWaterfall> {
    let switch =
        (0..200_u32, any_whole_order()).prop_map(|(from_days_past_due, order)| GridSwitch {
            from_days_past_due,
            order,
        });
    (
        any_whole_order(),
        proptest::option::of(switch),
        proptest::sample::select(Fill::ALL.to_vec()),
        proptest::sample::select(Advance::ALL.to_vec()),
        proptest::sample::select(ChargeTiming::ALL.to_vec()),
    )
        .prop_map(|(order, switch, fill, advance, charges)| GridWaterfall {
            order,
            switch,
            fill,
            advance,
            charges,
        })
}

fn any_instalments() -> impl Strategy<Value = Vec<ContractInstalment>> {
    let row = (1..60_i64, any_money(), any_money());
    proptest::collection::vec(row, 1..8).prop_map(|rows| {
        let mut due = day("2026-01-01");
        rows.into_iter()
            .map(|(gap, principal, interest)| {
                due = add_days(due, gap).unwrap();
                ContractInstalment {
                    due,
                    principal,
                    interest,
                }
            })
            .collect()
    })
}

fn any_event() -> impl Strategy<Value = Event> {
    let date = || (0..400_i64).prop_map(|days| add_days(day("2026-01-01"), days).unwrap());
    let component = proptest::sample::select(vec![
        Component::Charges,
        Component::Penalty,
        Component::Compound,
        Component::Costs,
    ]);
    prop_oneof![
        4 => (date(), any_money()).prop_map(|(date, amount)| Event::Payment { date, amount }),
        1 => (date(), any_money()).prop_map(|(date, amount)| Event::Credit { date, amount }),
        2 => (date(), component, any_money()).prop_map(|(due, component, amount)| Event::Charge {
            due,
            component,
            amount,
        }),
    ]
}

/// Everything that the instalments and charges bring, by component.
fn brought(instalments: &[ContractInstalment], events: &[Event]) -> Components {
    let mut sum = Components::ZERO;
    for instalment in instalments {
        sum.add_to(Component::Principal, instalment.principal)
            .unwrap();
        sum.add_to(Component::Interest, instalment.interest)
            .unwrap();
    }
    for event in events {
        if let Event::Charge {
            component, amount, ..
        } = *event
        {
            sum.add_to(component, amount).unwrap();
        }
    }
    sum
}

fn settled(replayed: &Replayed) -> Components {
    let mut sum = Components::ZERO;
    for payment in &replayed.payments {
        sum = sum
            .checked_add(&payment.split.by_component().unwrap())
            .unwrap();
    }
    sum
}

fn left(replayed: &Replayed) -> Components {
    let mut sum = Components::ZERO;
    for instalment in &replayed.instalments {
        sum = sum.checked_add(&instalment.owed().unwrap()).unwrap();
    }
    sum
}

/// The same cases in every run: a failure can be seen again.
fn seeded() -> ProptestConfig {
    ProptestConfig {
        cases: 4000,
        rng_seed: RngSeed::Fixed(561),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(seeded())]

    #[test]
    fn portions_add_up_to_the_payment_less_the_overpayment(
        instalments in any_instalments(),
        events in proptest::collection::vec(any_event(), 0..12),
        waterfall in any_waterfall(),
    ) {
        let replayed = replay(&instalments, &events, &waterfall).unwrap();
        for payment in &replayed.payments {
            let portions = Money::sum(payment.split.portions.iter().map(|part| part.amount)).unwrap();
            prop_assert_eq!(portions.checked_add(payment.split.excess).unwrap(), payment.amount);
            prop_assert!(!payment.split.excess.is_negative());
            for part in &payment.split.portions {
                prop_assert!(part.amount.is_positive());
            }
        }
        // Component by component: what was brought is settled or left, and nothing is left below zero.
        let both = settled(&replayed).checked_add(&left(&replayed)).unwrap();
        prop_assert_eq!(both, brought(&instalments, &events));
        for instalment in &replayed.instalments {
            for (_, amount) in instalment.components.iter() {
                prop_assert!(!amount.is_negative());
            }
            for charge in &instalment.charges {
                prop_assert!(!charge.amount.is_negative());
            }
        }
    }

    #[test]
    fn either_way_through_the_whole_grid_settles_the_same_total(
        instalments in any_instalments(),
        events in proptest::collection::vec(any_event(), 0..12),
        waterfall in any_waterfall(),
        advance in proptest::sample::select(Advance::ALL.to_vec()),
    ) {
        // Charges that a payment does not know could be paid by one way and not by the other: none here.
        let mut events = events;
        events.sort_by_key(|event| !matches!(event, Event::Charge { .. }));
        let other = GridWaterfall {
            fill: match waterfall.fill {
                Fill::ByInstalment => Fill::ByComponent,
                Fill::ByComponent => Fill::ByInstalment,
            },
            advance,
            ..waterfall.clone()
        };
        let one = replay(&instalments, &events, &waterfall).unwrap();
        let two = replay(&instalments, &events, &other).unwrap();
        prop_assert_eq!(one.overpaid, two.overpaid);
        prop_assert_eq!(
            settled(&one).total().unwrap(),
            settled(&two).total().unwrap()
        );
    }

    #[test]
    fn a_larger_payment_leaves_no_more_of_any_kind(
        instalments in any_instalments(),
        amount in 0..1_000_000_i64,
        more in 0..1_000_000_i64,
        after in 0..400_i64,
        waterfall in any_waterfall(),
    ) {
        let date = add_days(day("2026-01-01"), after).unwrap();
        let pay = |minor| {
            let event = Event::Payment { date, amount: money(minor) };
            left(&replay(&instalments, &[event], &waterfall).unwrap())
        };
        let (less, more) = (pay(amount), pay(amount + more));
        // Equal parts shift by a unit where they do not divide; every other rule is monotone by component.
        if waterfall.advance != Advance::Reamortise {
            for (component, amount) in more.iter() {
                prop_assert!(amount <= less.get(component));
            }
        }
        prop_assert!(more.total().unwrap() <= less.total().unwrap());
    }
}

#[test]
fn a_timing_follows_from_the_days_between() {
    let on = day("2026-03-31");
    for (due, timing) in [
        ("2026-03-30", Timing::PastDue),
        ("2026-03-31", Timing::Due),
        ("2026-04-01", Timing::InAdvance),
    ] {
        assert_eq!(Timing::of(day(due), on), timing);
        assert_eq!(
            days_between(day(due), on).signum(),
            match timing {
                Timing::PastDue => 1,
                Timing::Due => 0,
                Timing::InAdvance => -1,
            }
        );
    }
}
