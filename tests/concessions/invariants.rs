//! What must hold for the break table of any plan under any relief.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use quittance::engine::claim::Components;
use quittance::engine::money::{Money, Share};
use quittance::engine::plan::{
    Broken, Milestone, Milestones, Relief, Vesting, WhileKept, break_table, if_payments_stop,
    lay_out,
};

use crate::support::any_case;

fn any_vesting() -> impl Strategy<Value = Vesting> {
    let milestones =
        (1..20_u32, 1..20_u32, 1..50_u32, 1..50_u32).prop_map(|(first, gap, share, more)| {
            let step = |after, percent: u32| Milestone {
                after,
                share: Share::parse_percent(&percent.to_string()).unwrap(),
            };
            let steps = vec![step(first, share), step(first + gap, share + more)];
            Vesting::Milestones(Milestones::new(steps).unwrap())
        });
    prop_oneof![
        Just(Vesting::OnCompletion),
        Just(Vesting::ProRata),
        Just(Vesting::AtOnce),
        milestones,
    ]
}

fn seeded() -> ProptestConfig {
    ProptestConfig {
        cases: 1000,
        rng_seed: RngSeed::Fixed(158),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

fn total(components: &Components) -> Money {
    components.total().unwrap()
}

fn check(broken: &Broken, opening: &Components, waived: &Components) {
    assert_eq!(broken.vested.checked_add(&broken.revived).unwrap(), *waived);
    for (component, amount) in broken.balances.components.iter() {
        assert!(!amount.is_negative(), "{component:?}");
        let vested = broken.vested.get(component);
        assert!(!vested.is_negative() && vested <= waived.get(component));
    }
    assert!(!broken.balances.overdue_principal.is_negative());
    assert!(broken.balances.overdue_principal <= broken.balances.components.principal);
    // The claim less what vested, and what accrued, is paid or owed.
    let brought = total(opening)
        .checked_sub(total(&broken.vested))
        .and_then(|left| left.checked_add(total(&broken.accrued)))
        .unwrap();
    let accounted = broken
        .paid
        .checked_sub(broken.excess)
        .and_then(|kept| kept.checked_add(total(&broken.balances.components)))
        .unwrap();
    assert_eq!(brought, accounted);
}

proptest! {
    #![proptest_config(seeded())]

    #[test]
    fn a_broken_plan_adds_up(
        (claim, proposal) in any_case(),
        vesting in any_vesting(),
        while_kept in proptest::sample::select(WhileKept::ALL.to_vec()),
    ) {
        let Ok(plan) = lay_out(&claim, &proposal) else { return Ok(()) };
        // Vesting in proportion is worked out anew for every row.
        prop_assume!(plan.rows.len() <= 120);
        let relief = Relief { while_kept, vesting };
        let Ok(table) = break_table(&claim, &proposal, &plan, &relief) else { return Ok(()) };
        for broken in &table {
            check(broken, claim.components(), &plan.waived);
        }
        let frozen = Relief { while_kept: WhileKept::NoAccrual, ..relief.clone() };
        let least = break_table(&claim, &proposal, &plan, &frozen).unwrap();
        for (least, broken) in least.iter().zip(&table) {
            prop_assert!(least.accrued.is_zero());
            prop_assert!(total(&least.balances.components) <= total(&broken.balances.components));
        }
        let later = table.iter().skip(1);
        for (before, after) in table.iter().zip(later) {
            for (component, vested) in after.vested.iter() {
                prop_assert!(vested >= before.vested.get(component));
            }
        }
    }

    #[test]
    fn the_default_table_is_the_one_of_stops((claim, proposal) in any_case()) {
        let Ok(plan) = lay_out(&claim, &proposal) else { return Ok(()) };
        let stops = if_payments_stop(&claim, &plan);
        let table = break_table(&claim, &proposal, &plan, &Relief::default());
        prop_assert_eq!(stops.is_ok(), table.is_ok());
        for (stop, broken) in stops.iter().flatten().zip(table.iter().flatten()) {
            prop_assert_eq!(stop.owed, broken.balances.components);
            prop_assert_eq!(Ok(stop.revived), broken.revived.total());
        }
    }
}
