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
        | Problem::GivesNoMore
        | Problem::ReliefAfterTime
        | Problem::TooLarge { .. } => true,
        Problem::NotEachOnce => error.path.ends_with(".id") || error.path.contains(".ask."),
        // A band that ends before it begins names the end that it passes.
        Problem::NotANumber { found } => {
            let mut letters = found.chars();
            error.path.ends_with(".from") && letters.all(|it| it.is_ascii_digit() || it == '.')
        }
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

/// Every place of a document from a place on, as JSON pointers.
fn places(document: &Value, from: &str) -> Vec<String> {
    let inner: Vec<String> = match document.pointer(from) {
        Some(Value::Object(map)) => map.keys().cloned().collect(),
        // Long lists hold more of the same.
        Some(Value::Array(list)) => (0..list.len().min(6)).map(|at| at.to_string()).collect(),
        _ => Vec::new(),
    };
    let mut found = vec![from.to_owned()];
    for name in inner {
        found.extend(places(document, &format!("{from}/{name}")));
    }
    found
}

fn replaced(document: &Value, pointer: &str, value: Value) -> Value {
    let mut changed = document.clone();
    *changed.pointer_mut(pointer).unwrap() = value;
    changed
}

fn without(document: &Value, pointer: &str) -> Option<Value> {
    let (parent, name) = pointer.rsplit_once('/')?;
    let mut changed = document.clone();
    changed.pointer_mut(parent)?.as_object_mut()?.remove(name)?;
    Some(changed)
}

/// The document with something else, nothing, or something more at a place.
fn changed(document: &Value, pointer: &str) -> Vec<Value> {
    let odd = [json!(true), json!(-3), json!("?"), json!([]), json!({})];
    let mut all: Vec<Value> = odd
        .into_iter()
        .map(|odd| replaced(document, pointer, odd))
        .collect();
    all.extend(without(document, pointer));
    let mut grown = document.pointer(pointer).unwrap().clone();
    if grown.is_object() {
        grown["colour"] = json!("red");
        all.push(replaced(document, pointer, grown));
    }
    all
}

#[derive(Default)]
struct Held {
    refused: u32,
    taken: u32,
}

impl Held {
    /// Tries a document, changed at each place from a place on, with the reader and with the schema.
    fn hold(
        &mut self,
        schema: &Validator,
        read: impl Fn(&str) -> Result<(), FieldError>,
        document: &Value,
        from: &str,
    ) {
        for pointer in places(document, from) {
            for changed in changed(document, &pointer) {
                let valid = schema.is_valid(&changed);
                let at = changed.pointer(&pointer);
                match read(&changed.to_string()) {
                    Ok(()) => {
                        assert!(valid, "read, and not valid: {pointer} {at:?}");
                        self.taken += 1;
                    }
                    Err(error) => {
                        let (path, problem) = (&error.path, &error.problem);
                        let expected = of_two_values(&error);
                        assert_eq!(valid, expected, "{pointer} {at:?}: {path} {problem:?}");
                        self.refused += 1;
                    }
                }
            }
        }
    }
}

#[test]
fn a_pack_changed_at_any_place_is_refused_by_both_or_by_neither() {
    let read = |text: &str| read_pack(text).map(|_| ());
    let mut held = Held::default();
    for pack in shipped() {
        let mut head = pack.clone();
        head["rules"] = json!([]);
        head.as_object_mut().unwrap().remove("duties");
        held.hold(&PACKS, read, &head, "");
        for list in ["rules", "duties"] {
            for entry in pack[list].as_array().into_iter().flatten() {
                let mut alone = head.clone();
                alone[list] = json!([entry]);
                held.hold(&PACKS, read, &alone, &format!("/{list}"));
            }
        }
    }
    assert!(held.refused > 10_000, "{} refused", held.refused);
    assert!(held.taken > 500, "{} taken", held.taken);
}

#[test]
fn a_case_changed_at_any_place_is_refused_by_both_or_by_neither() {
    let read = |text: &str| read_case(text).map(|_| ());
    let mut held = Held::default();
    for case in sampled() {
        held.hold(&CASES, read, &case, "");
    }
    assert!(held.refused > 1_000, "{} refused", held.refused);
    assert!(held.taken > 20, "{} taken", held.taken);
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
