//! Signers and lenders, as answers show them.

use quittance::share::signed::{Certificate, Lender, Reach, Signer};
use schemars::JsonSchema;
use serde::Serialize;

use super::hex;
use crate::values::Day;

/// Who signed, as the lender's root key says.
#[derive(Serialize, JsonSchema)]
pub struct By {
    /// How the lender names the holder of the key.
    holder: String,
    /// `agent`, `supervisor` or `manager`.
    role: &'static str,
    lender: String,
    /// Whether the lender's secret keys are published for trying things out: then nothing binds anybody.
    demo: bool,
    key: String,
    /// The id of the lender's root key.
    root: String,
    /// The day of the lender's entry: a key withdrawn later is not known to be.
    known_on: Day,
    /// How far the holder may go: `unlimited`, `checked` against limits known here, or `hidden` from this program.
    reach: &'static str,
}

impl By {
    /// A signer.
    pub fn of(signer: &Signer) -> Self {
        Self {
            holder: signer.holder.clone(),
            role: signer.role.code(),
            lender: signer.lender.clone(),
            demo: signer.demo,
            key: hex::digits(signer.key.bytes()),
            root: hex::digits(signer.root.bytes()),
            known_on: Day(signer.known_on),
            reach: match signer.reach {
                Reach::Unlimited => "unlimited",
                Reach::Known(_) => "checked",
                Reach::Hidden => "hidden",
            },
        }
    }

    /// In half a sentence.
    pub fn words(signer: &Signer) -> String {
        let demo = if signer.demo {
            " with demonstration keys, which bind nobody"
        } else {
            ""
        };
        format!(
            "{} ({}) of {}{demo}",
            signer.holder,
            signer.role.code(),
            signer.lender
        )
    }
}

/// A lender's entry.
#[derive(Serialize, JsonSchema)]
pub struct Entry {
    label: String,
    demo: bool,
    issued_on: Day,
    /// The root key.
    root: String,
    /// The root key as two people read it to each other.
    fingerprint: String,
    /// The names of the creditors whose lines it lists.
    creditors: Vec<String>,
    people: Vec<Person>,
    withdrawn_keys: Vec<Withdrawn>,
}

#[derive(Serialize, JsonSchema)]
struct Person {
    holder: String,
    role: &'static str,
    key: String,
    fingerprint: String,
    from: Day,
    until: Day,
    /// Whether the key has limits of its own.
    limited: bool,
}

#[derive(Serialize, JsonSchema)]
struct Withdrawn {
    key: String,
    from: Day,
}

impl Entry {
    /// A lender.
    pub fn of(lender: &Lender) -> Self {
        let certificates = lender.certificates.iter();
        Self {
            label: lender.label.clone(),
            demo: lender.demo,
            issued_on: Day(lender.issued_on),
            root: hex::digits(lender.root.bytes()),
            fingerprint: lender.root.fingerprint(),
            creditors: lender
                .creditors
                .iter()
                .map(|creditor| creditor.name.clone())
                .collect(),
            people: certificates
                .filter_map(|object| Certificate::decode(&object.payload).ok())
                .map(|certificate| Person {
                    key: hex::digits(certificate.subject.id().bytes()),
                    fingerprint: certificate.subject.fingerprint(),
                    role: certificate.role.code(),
                    from: Day(certificate.from),
                    until: Day(certificate.until),
                    limited: certificate.authority.is_some(),
                    holder: certificate.holder,
                })
                .collect(),
            withdrawn_keys: lender
                .withdrawn
                .iter()
                .map(|(key, from)| Withdrawn {
                    key: hex::digits(key.bytes()),
                    from: Day(*from),
                })
                .collect(),
        }
    }
}
