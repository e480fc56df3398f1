//! Keys, lenders, authorities, roles and ids as documents give them.

use std::borrow::Cow;

use quittance::engine::rules::Role;
use quittance::share::TermsId;
use quittance::share::signed::{
    Authority, KeyId, Kind, PublicKey, Ring, SecretKey, Signed, open_signed, read_objects,
};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;

use super::doubt::Told;
use super::hex;
use crate::document::BadInput;
use crate::values::coded;

/// Whom a document trusts.
#[derive(Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Lenders(Vec<String>);

impl Lenders {
    /// A ring of them, with what is known of how far their people may go. Where a root key is pinned, no other counts.
    pub fn ring(&self, pinned: Option<&str>, authorities: &[String]) -> Result<Ring, BadInput> {
        let pinned = pinned.map(|text| public_key("pinned", text)).transpose()?;
        let mut ring = Ring::new();
        for (text, place) in self.0.iter().zip(1_u32..) {
            ring.trust(text, pinned.as_ref()).map_err(|doubt| {
                let told = Told::of(&doubt, None);
                BadInput::place(&format!("lenders.{place}"), &told.sentence)
            })?;
        }
        for (text, place) in authorities.iter().zip(1_u32..) {
            ring.know(authority(&format!("authorities.{place}"), text)?);
        }
        Ok(ring)
    }
}

/// One text of ours, or in a list each by itself.
#[derive(Deserialize)]
#[serde(transparent)]
pub struct OneOrMany(pub String);

impl JsonSchema for OneOrMany {
    fn schema_name() -> Cow<'static, str> {
        "OneOrMany".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"anyOf": [
            {"type": "string"},
            {"type": "array", "items": {"type": "string"}},
        ]})
    }
}

/// A secret key from its seed, which no fault repeats.
pub fn secret_key(at: &str, seed: &str) -> Result<SecretKey, BadInput> {
    let problem = "a seed is 32 bytes as 64 hexadecimal digits";
    let seed = hex::bytes(seed).ok_or_else(|| BadInput::place(at, problem))?;
    Ok(SecretKey::from_seed(&seed))
}

/// A public key.
pub fn public_key(at: &str, text: &str) -> Result<PublicKey, BadInput> {
    let problem = "a public key for Ed25519 is 32 bytes as 64 hexadecimal digits, in its only form and of no small order";
    hex::bytes::<32>(text)
        .and_then(|bytes| PublicKey::from_bytes(&bytes))
        .ok_or_else(|| BadInput::value(at, text, problem))
}

/// The short name of a key.
pub fn key_id(at: &str, text: &str) -> Result<KeyId, BadInput> {
    hex::bytes::<6>(text)
        .and_then(|bytes| KeyId::from_bytes(&bytes))
        .ok_or_else(|| {
            BadInput::value(
                at,
                text,
                "the id of a key is 6 bytes as 12 hexadecimal digits",
            )
        })
}

/// The id of an offer or a menu.
pub fn terms_id(at: &str, text: &str) -> Result<TermsId, BadInput> {
    hex::bytes::<32>(text)
        .and_then(|bytes| TermsId::from_bytes(&bytes))
        .ok_or_else(|| {
            let problem = "the id of an offer is 32 bytes as 64 hexadecimal digits";
            BadInput::value(at, text, problem)
        })
}

/// A role.
pub fn role(at: &str, text: &str) -> Result<Role, BadInput> {
    coded(at, text, &Role::ALL.map(Role::code), Role::from_code)
}

/// A role that approves.
pub fn approver(at: &str, text: &str) -> Result<Role, BadInput> {
    match role(at, text)? {
        Role::Agent => {
            let problem = "nobody asks an agent: write supervisor or manager";
            Err(BadInput::value(at, text, problem))
        }
        role => Ok(role),
    }
}

/// An authority, alone in a text.
pub fn authority(at: &str, text: &str) -> Result<Authority, BadInput> {
    let found = read_objects(text.trim()).map(|bundle| match bundle.objects() {
        [object] if object.kind == Kind::Authority => Authority::decode(&object.payload).ok(),
        _ => None,
    });
    match found {
        Ok(Some(authority)) => Ok(authority),
        Ok(None) => Err(BadInput::place(
            at,
            "holds something else than an authority",
        )),
        Err(error) => Err(BadInput::place(at, &Told::of(&error.into(), None).sentence)),
    }
}

/// What a text holds, if it stands.
pub fn standing(text: &str, ring: &Ring) -> Result<Signed, Told> {
    let signed = open_signed(text, ring)
        .map_err(|doubt| Told::of(&doubt, super::standing::currency_of(text, ring)))?;
    match super::standing::other_figures(&signed) {
        Some(told) => Err(told),
        None => Ok(signed),
    }
}
