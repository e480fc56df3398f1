//! Repairs under rules of what a plan bears, costs and is worth: each passes, and one step less does not.

use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use quittance::engine::calendar::add_days;
use quittance::engine::negotiate::{Change, TermValue, repair};
use quittance::engine::rules::{Pack, Role, read_pack};
use std::cell::Cell;

use crate::brute::{case, money, pack_text, passes};
use crate::question;

const CASES: u32 = 300;

fn pack() -> impl Strategy<Value = String> {
    let share = |kind: &'static str, range: std::ops::Range<u32>| {
        range.prop_map(move |share| format!(r#"{{"kind":"{kind}","share":"{share}"}}"#))
    };
    let limit = prop_oneof![
        share("affordable-share", 5..60),
        (1..60_u32)
            .prop_map(|amount| format!(r#"{{"kind":"minimum-residual","amount":"{amount}"}}"#)),
        (60..101_u32).prop_map(|share| format!(
            r#"{{"kind":"minimum-value","share":"{share}","rate":"12"}}"#
        )),
        share("total-cost-cap", 0..40),
        (0..30_u32).prop_map(|rate| format!(r#"{{"kind":"total-within-rate","rate":"{rate}"}}"#)),
        (0..40_u32).prop_map(|amount| format!(
            r#"{{"kind":"waiver-cap","component":"penalty","share":"50","amount":"{amount}"}}"#
        )),
        (40..101_u32).prop_map(|share| format!(
            r#"{{"kind":"minimum-settlement","share":"{share}","components":["penalty","costs"]}}"#
        )),
        Just(r#"{"kind":"allowed-strategies","strategies":["lump-sum","instalments","rate-cut","freeze"]}"#.to_owned()),
    ];
    prop::collection::vec(limit, 1..3).prop_map(|limits| pack_text(&limits))
}

/// The same change one step nearer to what was asked; `None` where that is what was asked.
fn nearer(change: &Change) -> Option<TermValue> {
    let step = |from: i64, to: i64| to + (from - to).signum();
    let nearer = match (change.from, change.to) {
        (TermValue::Money(from) | TermValue::Part { amount: from, .. }, TermValue::Money(to)) => {
            TermValue::Money(money(step(from.minor(), to.minor())))
        }
        (TermValue::Count(from), TermValue::Count(to)) => {
            let count = step(from.into(), to.into());
            TermValue::Count(u32::try_from(count).unwrap())
        }
        (TermValue::Date(from), TermValue::Date(to)) => {
            TermValue::Date(add_days(to, if from > to { 1 } else { -1 }).unwrap())
        }
        // A rule's own share, a rate in hundredths of a percent and a choice have no next value.
        _ => return None,
    };
    (nearer != change.from).then_some(nearer)
}

#[test]
fn a_repair_goes_no_further_than_it_must() {
    let config = Config {
        cases: CASES,
        failure_persistence: None,
        ..Config::default()
    };
    let mut runner =
        TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let (broken, mended) = (Cell::new(0_u32), Cell::new(0_u32));
    runner
        .run(&(pack(), case(), 1..60_i64), |(pack, case, surplus)| {
            let case = case
                .beside(|noted| noted.surplus = Some(money(surplus)))
                .owing(|claim| claim.terms.original_principal = money(150));
            let pack: Pack = read_pack(&pack).unwrap();
            let packs = [&pack];
            let question = question(&packs, &case);
            if question.judge(&case.proposal).is_err() || passes(&question, &case.proposal) {
                return Ok(());
            }
            broken.set(broken.get() + 1);
            let found = repair(&question, &case.proposal, Role::Agent).unwrap();
            for one in &found.found {
                prop_assert!(passes(&question, &one.proposal));
                let [change] = one.changes.as_slice() else {
                    continue;
                };
                mended.set(mended.get() + 1);
                if let Some(value) = nearer(change) {
                    let less = change.term.write(&case.proposal, value).unwrap();
                    prop_assert!(
                        !passes(&question, &less),
                        "{:?} where {:?} is enough, {:?}",
                        change,
                        value,
                        pack.rules
                    );
                }
            }
            Ok(())
        })
        .unwrap();
    println!("{} refused, {} single changes", broken.get(), mended.get());
    assert!(broken.get() > CASES / 3 && mended.get() > CASES / 3);
}
