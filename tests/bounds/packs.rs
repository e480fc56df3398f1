//! What a rule pack may say at most.

use quittance::engine::fields::{FieldError, Problem};
use quittance::engine::rules::{Pack, read_pack};
use serde_json::{Value, json};

const LAW: &str = include_str!("../../src/engine/rules/packs/cn-statutory.json");
const HOUSE: &str = include_str!("../../src/engine/rules/packs/house-card-cn.json");

/// The house's pack with these segments.
fn segments(list: &[Value]) -> Result<Pack, FieldError> {
    let mut pack: Value = serde_json::from_str(HOUSE).unwrap();
    pack["segments"] = json!(list);
    read_pack(&pack.to_string())
}

/// So many segments, each of one day past due.
fn days(count: usize) -> Vec<Value> {
    (0..count)
        .map(|day| json!({"id": format!("s{day}"), "days_past_due": {"from": day, "to": day}}))
        .collect()
}

#[test]
fn a_band_may_be_one_day_or_one_amount_wide() {
    let with_days =
        |from, to| segments(&[json!({"id": "s", "days_past_due": {"from": from, "to": to}})]);
    assert!(with_days(30, 30).is_ok());
    for from in [31, 32] {
        let problem = with_days(from, 30).unwrap_err().problem.clone();
        assert_eq!(problem, Problem::NeedsCount { most: 30 });
    }
    let with_balance =
        |from: &str, to: &str| segments(&[json!({"id": "s", "balance": {"from": from, "to": to}})]);
    assert!(with_balance("100.00", "100.00").is_ok());
    for from in ["100.01", "100.02"] {
        let problem = with_balance(from, "100.00").unwrap_err().problem.clone();
        assert!(matches!(problem, Problem::Above { .. }), "{problem:?}");
    }
    let open = segments(&[json!({"id": "s", "balance": {}})]);
    assert_eq!(open.unwrap_err().problem, Problem::Missing);
}

#[test]
fn there_are_some_segments_and_not_too_many() {
    let Problem::NeedsCount { most } = segments(&days(5_000)).unwrap_err().problem.clone() else {
        panic!("thousands of segments were read as something else");
    };
    let most = usize::try_from(most).unwrap();
    assert_eq!(segments(&days(most)).unwrap().segments.len(), most);
    for count in [0, most + 1, most + 2] {
        let problem = segments(&days(count)).unwrap_err().problem.clone();
        assert!(
            matches!(problem, Problem::NeedsCount { .. }),
            "{count}: {problem:?}"
        );
    }
}

/// A pack with so many entries in place of a list, each made from the first by its number.
fn many(
    text: &str,
    list: &str,
    count: usize,
    change: impl Fn(&mut Value, usize),
) -> Result<Pack, FieldError> {
    let mut pack: Value = serde_json::from_str(text).unwrap();
    let entries = pack.pointer_mut(list).unwrap();
    let first = entries[0].clone();
    let numbered = |number| {
        let mut entry = first.clone();
        entry["id"] = json!(format!("N-{number}"));
        change(&mut entry, number);
        entry
    };
    *entries = (0..count).map(numbered).collect();
    read_pack(&pack.to_string())
}

#[test]
fn rules_duties_and_steps_may_be_as_many_as_is_said() {
    let nothing = |_: &mut Value, _: usize| {};
    // Each step gives a little more than the one before it.
    let more = |step: &mut Value, number: usize| {
        step["give"] = json!({"waivers": {"penalty": (number + 1).to_string()}});
    };
    for (text, list, most) in [
        (HOUSE, "/rules", 500),
        (LAW, "/duties", 200),
        (HOUSE, "/ladder/steps", 24),
    ] {
        let read = |count| {
            if list == "/ladder/steps" {
                many(text, list, count, more)
            } else {
                many(text, list, count, nothing)
            }
        };
        let pack = read(most).unwrap();
        let ladder = pack.ladder.as_ref().map_or(0, |ladder| ladder.steps.len());
        assert!(
            [pack.rules.len(), pack.duties.len(), ladder].contains(&most),
            "{list}"
        );
        for count in [most + 1, most + 2] {
            let problem = read(count).unwrap_err().problem.clone();
            let most = u32::try_from(most).unwrap();
            assert_eq!(problem, Problem::NeedsCount { most }, "{list}");
        }
    }
}

#[test]
fn a_rule_may_name_six_frequencies() {
    let with = |count: usize| {
        let known = [
            "weekly",
            "fortnightly",
            "half-monthly",
            "monthly",
            "every-2-months",
            "every-3-months",
            "every-4-months",
            "every-5-months",
        ];
        let limit = json!({"kind": "allowed-frequencies", "frequencies": &known[..count]});
        many(HOUSE, "/rules", 1, move |rule, _| {
            rule["limit"] = limit.clone()
        })
    };
    assert!(with(6).is_ok(), "{:?}", with(6));
    for count in [7, 8] {
        let problem = with(count).unwrap_err().problem.clone();
        assert_eq!(problem, Problem::NeedsCount { most: 6 });
    }
}
