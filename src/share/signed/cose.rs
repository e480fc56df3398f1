//! One object with its signature: `COSE_Sign1` (RFC 9052, section 4.2) in the one form that is used here.

use super::super::wire::{Value, write};
use super::super::{Refusal, wire};
use super::keys::{KeyId, SignatureBytes};
use super::{Kind, SecretKey};

/// The protected header `{1: -8}`: the algorithm is `EdDSA`, and no text can ask for another.
const PROTECTED: [u8; 3] = [0xa1, 0x01, 0x27];
/// The context of a signature by one signer.
const CONTEXT: &str = "Signature1";
/// The unprotected header's key for a key's id.
const KEY_ID: u8 = 4;

/// An object as it stands in a text: what it is, its payload, and who signed it if anybody did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Envelope {
    /// What it is.
    pub kind: Kind,
    /// Its map, in deterministic CBOR.
    pub payload: Vec<u8>,
    /// The signature and the id of the key that made it.
    pub seal: Option<Seal>,
}

/// A signature, and whose it says it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seal {
    /// The key; none where only a root key can have signed.
    pub key: Option<KeyId>,
    /// The signature.
    pub signature: SignatureBytes,
}

/// What a signature of an object covers: the `Sig_structure` of RFC 9052, section 4.4, with the kind's domain as
/// `external_aad`. A key outside this program signs exactly these bytes.
#[must_use]
pub fn to_be_signed(kind: Kind, payload: &[u8]) -> Vec<u8> {
    let structure = Value::List(vec![
        Value::Text(CONTEXT.to_owned()),
        Value::Bytes(PROTECTED.to_vec()),
        Value::Bytes(kind.domain().as_bytes().to_vec()),
        Value::Bytes(payload.to_vec()),
    ]);
    // Writing into memory does not fail; a signature over nothing would verify nothing.
    write(&structure).unwrap_or_default()
}

impl Envelope {
    /// An object without a signature.
    #[must_use]
    pub const fn unsigned(kind: Kind, payload: Vec<u8>) -> Self {
        Self {
            kind,
            payload,
            seal: None,
        }
    }

    /// The object signed by a key that is at hand.
    #[must_use]
    pub fn signed(kind: Kind, payload: Vec<u8>, key: &SecretKey) -> Self {
        let signature = key.sign(kind, &payload);
        Self::unsigned(kind, payload).with_signature(key.public().id(), signature)
    }

    /// The object with a signature made elsewhere over [`to_be_signed`].
    #[must_use]
    pub fn with_signature(mut self, key: KeyId, signature: SignatureBytes) -> Self {
        let key = (!self.kind.is_of_the_root()).then_some(key);
        self.seal = Some(Seal { key, signature });
        self
    }

    /// `[kind, COSE_Sign1]`, or `[kind, payload]` without a signature.
    pub(super) fn value(&self) -> Value {
        let payload = Value::Bytes(self.payload.clone());
        let body = match &self.seal {
            None => payload,
            Some(seal) => Value::List(vec![
                Value::Bytes(PROTECTED.to_vec()),
                Value::Map(
                    seal.key
                        .iter()
                        .map(|key| (KEY_ID, Value::Bytes(key.bytes().to_vec())))
                        .collect(),
                ),
                payload,
                Value::Bytes(seal.signature.to_vec()),
            ]),
        };
        Value::List(vec![Value::Int(self.kind.number()), body])
    }

    pub(super) fn read(value: Value) -> Result<Self, Refusal> {
        let fault = Refusal::Value { what: "object" };
        let Value::List(items) = value else {
            return Err(fault);
        };
        let [Value::Int(number), body]: [Value; 2] = items.try_into().map_err(|_| fault)? else {
            return Err(fault);
        };
        let kind = Kind::from_number(number).ok_or(fault)?;
        match body {
            Value::Bytes(payload) => Ok(Self::unsigned(kind, payload)),
            Value::List(parts) => {
                read_sign1(kind, parts).ok_or(Refusal::Value { what: "signature" })
            }
            _ => Err(fault),
        }
    }
}

/// The four items, each in the one form that is used.
fn read_sign1(kind: Kind, parts: Vec<Value>) -> Option<Envelope> {
    let [
        Value::Bytes(protected),
        Value::Map(header),
        Value::Bytes(payload),
        Value::Bytes(signature),
    ]: [Value; 4] = parts.try_into().ok()?
    else {
        return None;
    };
    let key = match header.as_slice() {
        [] => None,
        [(KEY_ID, Value::Bytes(key))] => Some(KeyId::from_bytes(key)?),
        _ => return None,
    };
    (protected == PROTECTED && key.is_none() == kind.is_of_the_root()).then_some(())?;
    let signature = signature.try_into().ok()?;
    Some(Envelope {
        kind,
        payload,
        seal: Some(Seal { key, signature }),
    })
}

/// Objects that travel in one text, in ascending order of kind; certificates in order of their payloads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundle(Vec<Envelope>);

/// The most objects in one text.
const MOST_OBJECTS: usize = 12;

impl Bundle {
    /// Puts objects in order; the same object twice is the same as once.
    #[must_use]
    pub fn of(mut objects: Vec<Envelope>) -> Self {
        objects.sort_by(|one, other| (one.kind, &one.payload).cmp(&(other.kind, &other.payload)));
        objects.dedup_by(|one, other| (one.kind, &one.payload) == (other.kind, &other.payload));
        Self(objects)
    }

    /// The objects, in order.
    #[must_use]
    pub fn objects(&self) -> &[Envelope] {
        &self.0
    }

    /// The only object of a kind; none if there are none or several.
    #[must_use]
    pub fn only(&self, kind: Kind) -> Option<&Envelope> {
        let mut found = self.0.iter().filter(|object| object.kind == kind);
        found.next().filter(|_| found.next().is_none())
    }

    /// The bytes.
    ///
    /// # Errors
    /// [`Refusal`] if there are none or too many objects.
    pub fn encode(&self) -> Result<Vec<u8>, Refusal> {
        if self.0.is_empty() || self.0.len() > MOST_OBJECTS {
            return Err(Refusal::Value { what: "objects" });
        }
        write(&Value::List(self.0.iter().map(Envelope::value).collect()))
    }

    /// The objects in some bytes, if they are exactly what [`encode`](Self::encode) would give for them.
    ///
    /// # Errors
    /// [`Refusal`] for anything else.
    pub fn decode(bytes: &[u8]) -> Result<Self, Refusal> {
        let Value::List(items) = wire::read(bytes)? else {
            return Err(Refusal::NotCanonical);
        };
        let objects = items
            .into_iter()
            .map(Envelope::read)
            .collect::<Result<_, _>>()?;
        let bundle = Self::of(objects);
        wire::in_only_form(bundle, bytes, Self::encode)
    }
}
