//! A lender's entry.

use quittance::engine::claim::Creditor;
use quittance::share::signed::{Envelope, Kind, Lender, creditor_id, read_objects};
use schemars::JsonSchema;
use serde::Deserialize;

use super::Answer;
use super::certify::alone;
use crate::document::BadInput;
use crate::signed::doubt::{Told, of_refusal};
use crate::signed::given::{key_id, secret_key};
use crate::signed::hex;
use crate::values::Day;

/// What a lender says about itself.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EntryAsked {
    /// The seed of the root key.
    root: String,
    /// How the lender is named beside a signature.
    label: String,
    /// The day of the entry: what it says of withdrawn keys is as of then.
    issued_on: Day,
    /// Whether its secret keys are published for trying things out: then nothing that it signs binds anybody.
    #[serde(default)]
    demo: bool,
    /// The creditors' lines that offers name by reference. Lines once listed stay listed: old agreements name them.
    #[serde(default)]
    creditors: Vec<CreditorLines>,
    /// Certificates, as `certify` wrote them.
    #[serde(default)]
    certificates: Vec<String>,
    /// Keys that no longer count.
    #[serde(default)]
    withdrawn_keys: Vec<Gone>,
}

/// A creditor as a case file has it.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct CreditorLines {
    name: String,
    /// The first creditor, if the debt was assigned.
    #[serde(default)]
    original: Option<String>,
    contact: String,
    /// Where to complain.
    complaints: String,
    /// The only ways in which payments are taken.
    #[serde(default)]
    channels: Vec<String>,
}

/// A key that no longer counts.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Gone {
    /// The id of the key.
    key_id: String,
    /// The first day on which it does not count.
    from: Day,
}

impl EntryAsked {
    /// The entry, signed by the root key.
    pub fn made(self) -> Result<Answer, BadInput> {
        let root = secret_key("entry.root", &self.root)?;
        let creditors: Vec<Creditor> = self.creditors.into_iter().map(Creditor::from).collect();
        let ids = creditors
            .iter()
            .zip(1_u32..)
            .map(|(creditor, place)| {
                creditor_id(creditor).map_err(|refusal| {
                    BadInput::place(&format!("entry.creditors.{place}"), &of_refusal(refusal))
                })
            })
            .collect::<Result<Vec<_>, _>>()?;
        let certificates = self
            .certificates
            .iter()
            .zip(1_u32..)
            .map(|(text, place)| certificate(&format!("entry.certificates.{place}"), text))
            .collect::<Result<_, _>>()?;
        let withdrawn = self
            .withdrawn_keys
            .iter()
            .zip(1_u32..)
            .map(|(gone, place)| {
                let at = format!("entry.withdrawn_keys.{place}.key_id");
                Ok((key_id(&at, &gone.key_id)?, gone.from.0))
            })
            .collect::<Result<_, BadInput>>()?;
        let lender = Lender {
            root: root.public(),
            label: self.label,
            issued_on: self.issued_on.0,
            demo: self.demo,
            creditors,
            certificates,
            withdrawn,
        };
        let payload = lender
            .encode()
            .map_err(|refusal| BadInput::place("entry", &of_refusal(refusal)))?;
        let object = Envelope::signed(Kind::Lender, payload, &root);
        // A certificate of another root is told by the reader, before anybody pins the entry.
        Lender::open(&object)
            .map_err(|doubt| BadInput::place("entry", &Told::of(&doubt, None).sentence))?;
        Ok(Answer {
            entry: Some(alone(object)?),
            creditors: ids.iter().map(|id| hex::digits(id.bytes())).collect(),
            ..Answer::of(&root)
        })
    }
}

fn certificate(at: &str, text: &str) -> Result<Envelope, BadInput> {
    let bundle = read_objects(text.trim())
        .map_err(|error| BadInput::place(at, &Told::of(&error.into(), None).sentence))?;
    match bundle.objects() {
        [object] if object.kind == Kind::Certificate => Ok(object.clone()),
        _ => Err(BadInput::place(
            at,
            "holds something else than one certificate",
        )),
    }
}

impl From<CreditorLines> for Creditor {
    fn from(lines: CreditorLines) -> Self {
        Self {
            name: lines.name,
            original: lines.original,
            contact: lines.contact,
            complaints: lines.complaints,
            channels: lines.channels,
        }
    }
}
