//! The published schemas say what the reader reads: what one refuses, the other refuses too, but for what one value says
//! about another.

use jsonschema::Validator;
use quittance::engine::claim::read_case;
use quittance::engine::fields::{FieldError, Problem};
use quittance::engine::rules::{LimitKind, PACK_IDS, read_pack};
use quittance::samples;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::option::{pack_text, rule};

const PACK: &str = include_str!("../../docs/rule-pack.schema.json");
const CASE: &str = include_str!("../../docs/case.schema.json");
const GUIDE: &str = include_str!("../../docs/rule-packs.md");

fn validator(schema: &str) -> Validator {
    jsonschema::options()
        .should_validate_formats(true)
        .build(&serde_json::from_str(schema).unwrap())
        .unwrap()
}

static PACKS: LazyLock<Validator> = LazyLock::new(|| validator(PACK));
static CASES: LazyLock<Validator> = LazyLock::new(|| validator(CASE));

/// What only the reader can tell: what one value says about another, sums, and what lies beyond what can be worked out.
fn of_two_values(error: &FieldError) -> bool {
    match &error.problem {
        Problem::AfterDate { .. }
        | Problem::Above { .. }
        | Problem::DoesNotAddUp { .. }
        | Problem::OutOfOrder
        | Problem::Overlaps { .. }
        | Problem::NeverInForce { .. }
        | Problem::TooLarge { .. } => true,
        Problem::NotEachOnce => error.path.ends_with(".id"),
        // A band that ends before it begins names the end that it passes.
        Problem::NotANumber { found } => error.path.ends_with(".from") && found != "1e5",
        Problem::NeedsCount { most } => {
            error.path.ends_with("days_past_due.from") && *most < 36_500
        }
        Problem::NotOneOf { .. } => error.path.contains(".segments."),
        _ => false,
    }
}

/// What the reader refused, the schema refuses too, unless it lies in what one value says about another.
pub fn agrees_on_a_bad_pack(text: &str, error: &FieldError) {
    let Ok(document) = serde_json::from_str::<Value>(text) else {
        return;
    };
    assert_eq!(
        PACKS.is_valid(&document),
        of_two_values(error),
        "{}: {:?}",
        error.path,
        error.problem
    );
}

fn shipped() -> Vec<Value> {
    PACK_IDS
        .map(|id| {
            let file = format!(
                "{}/src/engine/rules/packs/{id}.json",
                env!("CARGO_MANIFEST_DIR")
            );
            serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap()
        })
        .into()
}

fn sampled() -> Vec<Value> {
    samples::ALL
        .map(|sample| serde_json::from_str(sample.file).unwrap())
        .into()
}

#[test]
fn every_shipped_pack_and_sample_is_valid() {
    for pack in shipped() {
        let faults: Vec<String> = PACKS
            .iter_errors(&pack)
            .map(|fault| format!("{}: {fault}", fault.instance_path))
            .collect();
        assert_eq!(faults, Vec::<String>::new(), "{}", pack["id"]);
    }
    for case in sampled() {
        let faults: Vec<String> = CASES
            .iter_errors(&case)
            .map(|fault| format!("{}: {fault}", fault.instance_path))
            .collect();
        assert_eq!(faults, Vec::<String>::new(), "{}", case["pack"]);
    }
}

/// Every place of a document, as a JSON pointer.
fn places(at: &Value, pointer: &str, found: &mut Vec<String>) {
    found.push(pointer.to_owned());
    match at {
        Value::Object(map) => map
            .iter()
            .for_each(|(name, inner)| places(inner, &format!("{pointer}/{name}"), found)),
        Value::Array(list) => list
            .iter()
            .enumerate()
            // Long lists hold more of the same.
            .filter(|(at, _)| *at < 40)
            .for_each(|(at, inner)| places(inner, &format!("{pointer}/{at}"), found)),
        _ => {}
    }
}

fn without(document: &Value, pointer: &str) -> Option<Value> {
    let (parent, name) = pointer.rsplit_once('/')?;
    let mut changed = document.clone();
    changed.pointer_mut(parent)?.as_object_mut()?.remove(name)?;
    Some(changed)
}

fn replaced(document: &Value, pointer: &str, value: Value) -> Value {
    let mut changed = document.clone();
    *changed.pointer_mut(pointer).unwrap() = value;
    changed
}

/// The document with something wrong, or left out, or added, at every place in turn.
fn changed(document: &Value) -> Vec<Value> {
    let mut pointers = Vec::new();
    places(document, "", &mut pointers);
    let mut all = Vec::new();
    for pointer in &pointers {
        for odd in [json!(true), json!(-3), json!("?"), json!([]), json!({})] {
            all.push(replaced(document, pointer, odd));
        }
        all.extend(without(document, pointer));
        if document.pointer(pointer).is_some_and(Value::is_object) {
            all.push(replaced(document, &format!("{pointer}"), {
                let mut grown = document.pointer(pointer).unwrap().clone();
                grown["colour"] = json!("red");
                grown
            }));
        }
    }
    all
}

fn held_to(
    schema: &Validator,
    documents: &[Value],
    read: impl Fn(&str) -> Result<(), FieldError>,
) -> (u32, u32) {
    let (mut refused, mut taken) = (0, 0);
    for document in documents.iter().flat_map(changed) {
        let valid = schema.is_valid(&document);
        match read(&document.to_string()) {
            Ok(()) => {
                assert!(valid, "read, and not valid: {document}");
                taken += 1;
            }
            Err(error) => {
                let expected = of_two_values(&error);
                let (path, problem) = (&error.path, &error.problem);
                assert_eq!(valid, expected, "{path} {problem:?}: {document}");
                refused += 1;
            }
        }
    }
    (refused, taken)
}

#[test]
fn a_pack_changed_at_any_place_is_refused_by_both_or_by_neither() {
    let packs: Vec<Value> = shipped()
        .into_iter()
        .map(|mut pack| {
            // Nine versions of one rule stand for all of them.
            let rules = pack["rules"].as_array_mut().unwrap();
            rules.retain(|rule| {
                let id = rule["id"].as_str().unwrap();
                !id.starts_with("CN-CAP") || id.ends_with("2025-05-20") || id.contains("FI24")
            });
            pack
        })
        .collect();
    let read = |text: &str| read_pack(text).map(|_| ());
    let (refused, taken) = held_to(&PACKS, &packs, read);
    assert!(refused > 10_000, "{refused} refused");
    assert!(taken > 500, "{taken} taken");
}

#[test]
fn a_case_changed_at_any_place_is_refused_by_both_or_by_neither() {
    let read = |text: &str| read_case(text).map(|_| ());
    let (refused, taken) = held_to(&CASES, &sampled(), read);
    assert!(refused > 1_000, "{refused} refused");
    assert!(taken > 20, "{taken} taken");
}

/// The schemas of the kinds of limits.
fn kinds() -> Vec<Value> {
    let schema: Value = serde_json::from_str(PACK).unwrap();
    schema["properties"]["rules"]["items"]["properties"]["limit"]["oneOf"]
        .as_array()
        .unwrap()
        .clone()
}

fn with_limit(limit: &Value) -> String {
    pack_text(&[rule("A", &limit.to_string(), "block", "")])
}

#[test]
fn every_kind_of_limit_is_in_the_schema_with_an_example_that_reads() {
    let described: BTreeSet<String> = kinds()
        .iter()
        .map(|kind| {
            kind["properties"]["kind"]["const"]
                .as_str()
                .unwrap()
                .to_owned()
        })
        .collect();
    let known: BTreeSet<String> = LimitKind::CODES.map(str::to_owned).into();
    assert_eq!(described, known);
    for kind in kinds() {
        let example = &kind["examples"][0];
        let pack = read_pack(&with_limit(example)).unwrap();
        assert_eq!(json!(pack.rules[0].limit.kind().code()), example["kind"]);
        let written = example.as_object().unwrap().len();
        assert_eq!(written, kind["properties"].as_object().unwrap().len());
    }
}

#[test]
fn whole_numbers_of_limits_end_where_the_schema_says() {
    let mut numbers = 0;
    for kind in kinds() {
        let example = &kind["examples"][0];
        for (name, shape) in kind["properties"].as_object().unwrap() {
            let Some(most) = shape["maximum"].as_u64() else {
                continue;
            };
            numbers += 1;
            let at = |value: u64| {
                let mut limit = example.clone();
                limit[name] = json!(value);
                read_pack(&with_limit(&limit)).is_ok()
            };
            assert!(at(most) && at(0), "{kind} {name}");
            assert!(!at(most + 1), "{kind} {name}");
        }
    }
    assert!(numbers >= 17, "{numbers} whole numbers");
}

#[test]
fn the_guide_explains_every_kind_with_a_limit_that_reads() {
    let mut explained = BTreeSet::new();
    for line in GUIDE.lines().filter(|line| line.contains(r#"`{"kind""#)) {
        let (_, example) = line.split_once(r#"`{"kind""#).unwrap();
        let (example, _) = example.rsplit_once('`').unwrap();
        let limit: Value = serde_json::from_str(&format!(r#"{{"kind"{example}"#)).unwrap();
        let pack = read_pack(&with_limit(&limit)).unwrap();
        let code = pack.rules[0].limit.kind().code();
        assert!(line.starts_with(&format!("| `{code}` |")), "{line}");
        assert!(explained.insert(code), "{code} twice");
    }
    assert_eq!(explained, LimitKind::CODES.into());
}

#[test]
fn the_pack_of_the_guide_reads() {
    let (_, rest) = GUIDE.split_once("```json\n").unwrap();
    let (pack, _) = rest.split_once("```").unwrap();
    let read = read_pack(pack).unwrap();
    assert_eq!(read.rules.len(), 2);
    assert!(PACKS.is_valid(&serde_json::from_str(pack).unwrap()));
}
