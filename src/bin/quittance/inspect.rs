//! `quittance inspect`: what a text holds, with nothing in it trusted.

use quittance::share::signed::{
    Described, Envelope, Kind, described_draft, described_payload, read_objects,
};
use quittance::share::{LinkError, Refusal, TextKind};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::bulk::Bulk;
use crate::document::{Answering, BadInput, Outcome};
use crate::signed::doubt::{Told, of_refusal};
use crate::signed::given::OneOrMany;
use crate::signed::hex;

/// A text.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// The text, such as `s1.….z` or `q1.….z`; or a list, each text of which is answered on a line of its own.
    text: OneOrMany,
}

/// What it holds. Nothing of it was verified.
#[derive(Serialize, JsonSchema)]
pub struct Answer {
    /// Always false: only `quittance verify` says what stands.
    verified: bool,
    /// `signed` or `draft`.
    #[serde(skip_serializing_if = "Option::is_none")]
    form: Option<&'static str>,
    characters: usize,
    /// In the order of the text.
    objects: Vec<Object>,
    /// Why the text does not open.
    #[serde(skip_serializing_if = "Option::is_none")]
    doubt: Option<Told>,
}

/// One object.
#[derive(Serialize, JsonSchema)]
struct Object {
    kind: &'static str,
    /// Its number in the bytes; none for a draft.
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<i64>,
    /// What its signature covers besides the payload.
    #[serde(skip_serializing_if = "Option::is_none")]
    domain: Option<&'static str>,
    signed: bool,
    /// The id of the key that it names; none where only a root key can have signed.
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<String>,
    /// The payload's bytes.
    bytes: usize,
    /// The payload by the names of its keys: bytes as `h'0a1b'`, days as the format counts them, keys that are not known
    /// by their numbers.
    #[serde(skip_serializing_if = "Option::is_none")]
    payload: Option<Value>,
    /// The payload where it cannot be read, as hexadecimal digits.
    #[serde(skip_serializing_if = "Option::is_none")]
    raw: Option<String>,
    /// Why the payload cannot be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    unreadable: Option<String>,
    /// The certificates within a lender's entry.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    within: Vec<Self>,
}

/// The command.
pub struct Inspect;

impl Answering for Inspect {
    type Document = Document;
    type Answer = Answer;
    const NAME: &'static str = "inspect";
    const ABOUT: &'static str =
        "A text: every object in it, key by key, with nothing verified and nobody trusted";
    const EXAMPLE: &'static str = include_str!("sign/inspect_example.json");
    const BULK: Option<Bulk> = Some(Bulk {
        field: "text",
        columns: &[
            "id",
            "form",
            "characters",
            "objects.0.kind",
            "objects.0.signed",
            "objects.0.key",
            "objects.1.kind",
            "objects.1.signed",
            "objects.1.key",
            "doubt.code",
            "error.problem",
        ],
    });

    fn answer(document: Document) -> Result<Outcome<Answer>, BadInput> {
        let text = document.text.0.trim();
        let draft = TextKind::of(text) == Some(TextKind::Draft);
        let objects = if draft {
            of_draft(text)
        } else {
            read_objects(text).map(|bundle| bundle.objects().iter().map(Object::of).collect())
        };
        let form = if draft { "draft" } else { "signed" };
        let answer = |objects, doubt: Option<Told>| Answer {
            verified: false,
            form: doubt.is_none().then_some(form),
            characters: text.chars().count(),
            objects,
            doubt,
        };
        Ok(match objects {
            Ok(objects) => Outcome::Answered(answer(objects, None)),
            Err(error) => {
                let told = Told::of(&error.into(), None);
                Outcome::Refused {
                    reasons: vec![told.sentence.clone()],
                    answer: Some(answer(Vec::new(), Some(told))),
                }
            }
        })
    }
}

fn of_draft(text: &str) -> Result<Vec<Object>, LinkError> {
    let (bytes, said) = described_draft(text)?;
    Ok(vec![Object {
        kind: "draft",
        number: None,
        domain: None,
        signed: false,
        key: None,
        bytes: bytes.len(),
        payload: Some(shown(&said)),
        raw: None,
        unreadable: None,
        within: Vec::new(),
    }])
}

impl Object {
    fn of(object: &Envelope) -> Self {
        let said = described_payload(object.kind, &object.payload);
        let key = object.seal.and_then(|seal| seal.key);
        Self {
            kind: object.kind.code(),
            number: Some(object.kind.number()),
            domain: Some(object.kind.domain()),
            signed: object.seal.is_some(),
            key: key.map(|key| hex::digits(key.bytes())),
            bytes: object.payload.len(),
            raw: said.is_err().then(|| hex::digits(&object.payload)),
            unreadable: said.as_ref().err().copied().map(of_refusal),
            within: within(object, &said),
            payload: said.as_ref().ok().map(shown),
        }
    }
}

/// The certificates in a lender's entry, each of which stands there as the bytes of a text.
fn within(object: &Envelope, said: &Result<Described, Refusal>) -> Vec<Object> {
    let (Kind::Lender, Ok(Described::Map(entries))) = (object.kind, said) else {
        return Vec::new();
    };
    let held = entries.iter().flat_map(|(name, value)| match value {
        Described::List(items) if name == "certificates" => items.as_slice(),
        _ => &[],
    });
    held.filter_map(|item| match item {
        Described::Bytes(bytes) => quittance::share::signed::Bundle::decode(bytes).ok(),
        _ => None,
    })
    .flat_map(|bundle| bundle.objects().iter().map(Object::of).collect::<Vec<_>>())
    .collect()
}

fn shown(said: &Described) -> Value {
    match said {
        Described::Int(number) => Value::from(*number),
        Described::Bool(flag) => Value::from(*flag),
        Described::Bytes(bytes) => Value::from(format!("h'{}'", hex::digits(bytes))),
        Described::Text(text) => Value::from(text.clone()),
        Described::List(items) => items.iter().map(shown).collect(),
        Described::Map(entries) => entries
            .iter()
            .map(|(name, value)| (name.clone(), shown(value)))
            .collect::<Map<_, _>>()
            .into(),
    }
}
