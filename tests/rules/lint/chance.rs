//! Random packs: the linter always answers, what it answers holds together, and what it calls idle is.

use super::{desk, house_with, law};
use crate::option::date;
use crate::tightening::{any_option, pair};
use proptest::prelude::*;
use quittance::engine::claim::{Component, Customer, CustomerType, Product};
use quittance::engine::fields::{CodeSet, Coded};
use quittance::engine::money::Money;
use quittance::engine::rules::{
    Applicability, BalanceBand, DateRange, DaysPastDue, Layer, LintSeverity, Pack, Role, Rule,
    Severity, Strategy as Means, Visibility, diff, fit_to_judge, lint,
};
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

/// Some of a list, or no choice at all.
fn some<T: Clone + std::fmt::Debug + 'static>(
    all: &[T],
) -> impl Strategy<Value = Option<Vec<T>>> + use<T> {
    let most = all.len();
    let chosen = proptest::sample::subsequence(all.to_vec(), 1..=most);
    prop_oneof![Just(None), chosen.prop_map(Some)]
}

fn set<T: Coded>(words: Vec<T>) -> CodeSet<T> {
    CodeSet::of(&words)
}

fn applicability() -> impl Strategy<Value = Applicability> {
    let days = proptest::option::of((0_u32..120, proptest::option::of(0_u32..120)));
    let balance = proptest::option::of((0_i64..9_000_000, 0_i64..9_000_000));
    let segments = some(&["young".to_owned(), "old".to_owned()]);
    (
        some(&Product::ALL),
        days,
        balance,
        some(&CustomerType::ALL),
        some(Means::ALL),
        segments,
        range(),
    )
        .prop_map(
            |(products, days, balance, customers, means, segments, signed)| Applicability {
                products,
                days_past_due: days.map(|(from, more)| DaysPastDue {
                    from,
                    to: more.map(|more| from + more),
                }),
                balance: balance.map(|(from, more)| BalanceBand {
                    from: Some(Money::from_minor(from).unwrap()),
                    to: Some(Money::from_minor(from + more).unwrap()),
                }),
                customers: customers.map(set),
                strategies: means.map(set),
                segments,
                signed,
            },
        )
}

/// A rule that binds everything half the time, so that rules meet.
fn any_rule() -> impl Strategy<Value = Rule> {
    let limit = (
        0_usize..38,
        proptest::sample::select(&Component::ALL[..]),
        0_u32..=10_000,
    );
    let severity = proptest::sample::select(vec![
        Severity::Warn,
        Severity::Route(Role::Supervisor),
        Severity::Route(Role::Manager),
        Severity::Block,
    ]);
    let sources = ["house", "Act of 2020 [R]", "Act [2]", "-", "条例[u]"];
    let applies = prop_oneof![Just(Applicability::default()), applicability()];
    let effective = prop_oneof![Just(DateRange::default()), range()];
    let source = proptest::sample::select(sources.to_vec());
    (limit, severity, any::<bool>(), applies, effective, source).prop_map(
        |((kind, component, size), severity, public, applies, effective, source)| Rule {
            id: String::new(),
            limit: pair(kind, component, size, size).0,
            severity,
            visibility: if public {
                Visibility::Public
            } else {
                Visibility::Private
            },
            applies,
            effective,
            source: source.to_owned(),
        },
    )
}

/// Few kinds and round values, so that rules of one kind meet often.
fn any_crowded_rule() -> impl Strategy<Value = Rule> {
    let kind = proptest::sample::select(vec![3_usize, 4, 5, 13]);
    (any_rule(), kind, 1_u32..6).prop_map(|(rule, kind, size)| Rule {
        limit: pair(kind, Component::Penalty, size * 1000, size * 1000).0,
        ..rule
    })
}

/// A house pack for every product, with or without segments.
fn pack_of(rules: &[Rule], segments: bool) -> Pack {
    let young = r#"{"id":"young","days_past_due":{"from":0,"to":60}}"#;
    let old = r#"{"id":"old","days_past_due":{"from":61}}"#;
    let written = if segments {
        format!(r#"{}"segments":[{young},{old}],"#, desk("6", ""))
    } else {
        desk("6", "")
    };
    let mut pack = house_with(&written, &[]);
    pack.products = None;
    filled(pack, rules)
}

fn filled(mut pack: Pack, rules: &[Rule]) -> Pack {
    let named = rules.iter().zip(1..).map(|(rule, place)| {
        let mut rule = rule.clone();
        rule.id = format!("{}-{place}", pack.id);
        if pack.segments.is_empty() {
            rule.applies.segments = None;
        }
        Arc::new(rule)
    });
    pack.rules = named.collect();
    pack
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_linter_answers_about_every_pack_and_points_where_it_means(
        above in proptest::collection::vec(any_rule(), 0..6),
        below in proptest::collection::vec(prop_oneof![any_rule(), any_crowded_rule()], 0..10),
        segments in any::<bool>(),
        day in 0_u64..4000,
    ) {
        let statute = filled(law(&[]), &above);
        let pack = pack_of(&below, segments);
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
            prop_assert!(!one.flaw.bars_judging() || one.severity == LintSeverity::Error);
        }
        // The packs can be judged by together exactly where nothing found bars it.
        let barred = lint(&statute, &[&pack], None)
            .iter()
            .chain(&lint(&pack, &[&statute], None))
            .any(|one| one.flaw.bars_judging());
        prop_assert_eq!(fit_to_judge(&[&statute, &pack]).is_err(), barred);
        prop_assert_eq!(diff(&pack, &pack).rules.len(), 0);
        prop_assert_eq!(pack.layer, Layer::House);
    }

    #[test]
    fn a_rule_under_a_second_name_never_goes_unseen(
        rule in any_rule(),
        others in proptest::collection::vec(any_rule(), 0..4),
        segments in any::<bool>(),
    ) {
        let mut rules = others;
        rules.push(rule.clone());
        rules.push(rule);
        let pack = pack_of(&rules, segments);
        let last = &pack.rules[rules.len() - 1].id;
        let idle = ["said-twice", "never-in-force", "outside-segments"];
        let seen = lint(&pack, &[], None).into_iter().any(|one| {
            one.rule.as_ref().is_some_and(|rule| &rule.id == last) && idle.contains(&one.flaw.code())
        });
        prop_assert!(seen, "{:?}", pack.rules);
    }

    #[test]
    fn without_a_rule_that_is_called_idle_every_decision_stays(
        case in any_option(),
        rules in proptest::collection::vec(any_crowded_rule(), 2..8),
        segments in any::<bool>(),
        noted in proptest::option::of((any::<bool>(), any::<bool>())),
    ) {
        let case = case.noted(noted.map(|(willing, able)| Customer { willing, able, promises_broken: 0 }));
        if quittance::agreement::work_out(&case.claim, &case.proposal).is_err() {
            return Ok(());
        }
        let pack = pack_of(&rules, segments);
        let decision = case.verdict(&[&pack]).decision;
        let idle = ["said-twice", "never-in-force", "products-not-covered", "outside-segments", "never-decides"];
        for one in lint(&pack, &[], None) {
            let Some(rule) = one.rule.filter(|_| idle.contains(&one.flaw.code())) else { continue };
            let mut without = pack.clone();
            without.rules.retain(|other| other.id != rule.id);
            prop_assert_eq!(case.verdict(&[&without]).decision, decision, "{} {:?}", one.flaw.code(), pack.rules);
        }
    }
}
