//! Random packs: the linter always answers, and what it answers holds together.

use super::{house, law};
use crate::option::date;
use crate::tightening::pair;
use proptest::prelude::*;
use quittance::engine::claim::{Component, Product};
use quittance::engine::rules::{
    Applicability, DateRange, DaysPastDue, Layer, LintSeverity, Pack, Role, Rule, Severity,
    Visibility, diff, fit_to_judge, lint, looseness,
};
use std::cmp::Ordering;
use std::sync::Arc;

fn range() -> impl Strategy<Value = DateRange> {
    let day = || proptest::option::of(0_u64..3000);
    (day(), day()).prop_map(|(one, other)| {
        let at = |days: u64| date("2020-01-01") + chrono::Days::new(days);
        let (from, to) = match (one, other) {
            (Some(one), Some(other)) => (Some(one.min(other)), Some(one.max(other))),
            ends => ends,
        };
        DateRange {
            from: from.map(at),
            to: to.map(at),
        }
    })
}

fn any_rule() -> impl Strategy<Value = Rule> {
    let limit = (
        0_usize..21,
        proptest::sample::select(&Component::ALL[..]),
        0_u32..=10_000,
    );
    let severity = proptest::sample::select(vec![
        Severity::Warn,
        Severity::Route(Role::Supervisor),
        Severity::Route(Role::Manager),
        Severity::Block,
    ]);
    let band = proptest::option::of((0_u32..120, proptest::option::of(0_u32..120)));
    let products =
        proptest::option::of(proptest::sample::subsequence(Product::ALL.to_vec(), 1..=3));
    let source =
        proptest::sample::select(vec!["house", "Act of 2020 [R]", "Act [2]", "-", "条例[u]"]);
    (
        limit,
        severity,
        any::<bool>(),
        band,
        products,
        (range(), range()),
        source,
    )
        .prop_map(
            |(
                (kind, component, size),
                severity,
                public,
                band,
                products,
                (signed, effective),
                source,
            )| Rule {
                id: String::new(),
                limit: pair(kind, component, size, size).0,
                severity,
                visibility: if public {
                    Visibility::Public
                } else {
                    Visibility::Private
                },
                applies: Applicability {
                    products,
                    days_past_due: band.map(|(from, more)| DaysPastDue {
                        from,
                        to: more.map(|more| from + more),
                    }),
                    signed,
                },
                effective,
                source: source.to_owned(),
            },
        )
}

fn filled(mut pack: Pack, rules: &[Rule]) -> Pack {
    pack.rules = rules
        .iter()
        .enumerate()
        .map(|(place, rule)| {
            let mut rule = rule.clone();
            rule.id = format!("{}-{}", pack.id, place + 1);
            Arc::new(rule)
        })
        .collect();
    pack
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_linter_answers_about_every_pack_and_points_where_it_means(
        above in proptest::collection::vec(any_rule(), 0..6),
        below in proptest::collection::vec(any_rule(), 0..10),
        day in 0_u64..4000,
    ) {
        let statute = filled(law(&[]), &above);
        let pack = filled(house(&[]), &below);
        let on = Some(date("2019-01-01") + chrono::Days::new(day));
        let found = lint(&pack, &[&statute], on);
        for one in &found {
            prop_assert_eq!(&one.pack, &pack.id);
            if let Some(place) = one.path.strip_prefix("rules.") {
                let place: usize = place.split('.').next().unwrap().parse().unwrap();
                prop_assert_eq!(&one.rule.as_ref().unwrap().id, &pack.rules[place - 1].id);
            }
            for id in one.rule_ids() {
                let known = |pack: &Pack| pack.rules.iter().any(|rule| rule.id == id);
                prop_assert!(known(&pack) || known(&statute), "{}", id);
            }
        }
        // The packs can be judged by together exactly where nothing found bars it.
        let barred = lint(&statute, &[&pack], None)
            .iter()
            .chain(&lint(&pack, &[&statute], None))
            .any(|one| one.flaw.bars_judging());
        prop_assert_eq!(fit_to_judge(&[&statute, &pack]).is_err(), barred);
        prop_assert_eq!(diff(&pack, &pack).rules.len(), 0);
        // What bars judging is an error.
        prop_assert!(found.iter().all(|one| !one.flaw.bars_judging() || one.severity == LintSeverity::Error));
        prop_assert_eq!(pack.layer, Layer::House);
    }

    #[test]
    fn a_rule_under_a_second_name_never_goes_unseen(rule in any_rule(), others in proptest::collection::vec(any_rule(), 0..4)) {
        let mut rules = others;
        rules.push(rule.clone());
        rules.push(rule);
        let pack = filled(house(&[]), &rules);
        let last = &pack.rules[rules.len() - 1].id;
        let seen = lint(&pack, &[], None).into_iter().any(|one| {
            one.rule.as_ref().is_some_and(|rule| &rule.id == last)
                && matches!(one.flaw.code(), "said-twice" | "never-in-force" | "products-not-covered")
        });
        prop_assert!(seen, "{:?}", pack.rules);
    }

    #[test]
    fn looser_and_tighter_are_two_sides_of_one_answer(
        kind in 0_usize..21,
        component in proptest::sample::select(&Component::ALL[..]),
        one in 0_u32..=10_000,
        other in 0_u32..=10_000,
    ) {
        let (loose, tight) = pair(kind, component, one.min(other), one.max(other));
        let room = looseness(&loose, &tight).unwrap();
        prop_assert_ne!(room, Ordering::Less, "{:?} {:?}", loose, tight);
        prop_assert_eq!(looseness(&tight, &loose), Some(room.reverse()));
        prop_assert_eq!(room == Ordering::Equal, loose == tight);
    }
}
