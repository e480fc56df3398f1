//! A lender's entry: what a deployment pins, and all that a reader needs to know whose signature it sees.

use super::super::ids::short_hash;
use super::super::wire::{
    Draft, Entries, Key, NAME_LENGTH, Value, creditor_map, day, day_number, in_only_form, int, key,
    read, read_creditor, refuse, text, text_value, write,
};
use super::super::{CreditorId, Refusal};
use super::certificate::Certificate;
use super::cose::Envelope;
use super::keys::{KeyId, PublicKey};
use super::{Bundle, Doubt, Kind};
use crate::engine::calendar::Date;
use crate::engine::claim::Creditor;

pub(super) const ROOT: Key = key(0, "root");
pub(super) const LABEL: Key = key(1, "label");
pub(super) const ISSUED_ON: Key = key(2, "issued-on");
pub(super) const DEMO: Key = key(3, "demo");
pub(super) const CREDITORS: Key = key(4, "creditors");
pub(super) const CERTIFICATES: Key = key(5, "certificates");
pub(super) const WITHDRAWN: Key = key(6, "withdrawn-keys");

/// A lender as its own root key describes it. The texts of creditors are only ever added to: an old agreement names one
/// by its hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lender {
    /// The key that certifies all others, and that signs this entry.
    pub root: PublicKey,
    /// How the lender is named beside a signature.
    pub label: String,
    /// The day on which the entry was made: what it says of withdrawn keys is as of then.
    pub issued_on: Date,
    /// Whether its secret keys are published for trying things out: nothing that it signs binds anybody.
    pub demo: bool,
    /// The creditors' lines that offers name by reference.
    pub creditors: Vec<Creditor>,
    /// The certificates of its people, each in its envelope.
    pub certificates: Vec<Envelope>,
    /// Keys that no longer count, each from a day on.
    pub withdrawn: Vec<(KeyId, Date)>,
}

impl Lender {
    /// The payload that the root key signs.
    ///
    /// # Errors
    /// [`Refusal`] if a text is too long or there are too many entries.
    pub fn encode(&self) -> Result<Vec<u8>, Refusal> {
        let mut map = Draft::default();
        map.put(ROOT, Value::Bytes(self.root.bytes().to_vec()));
        map.put(LABEL, text_value(&self.label));
        map.put(ISSUED_ON, Value::Int(day_number(self.issued_on)));
        map.put_true(DEMO, self.demo);
        let lists = [
            (
                CREDITORS,
                self.creditors
                    .iter()
                    .map(|creditor| creditor_map(creditor).whole())
                    .collect(),
            ),
            (CERTIFICATES, self.certificate_values()?),
            (
                WITHDRAWN,
                self.withdrawn
                    .iter()
                    .map(|(key, from)| {
                        Value::List(vec![
                            Value::Bytes(key.bytes().to_vec()),
                            Value::Int(day_number(*from)),
                        ])
                    })
                    .collect(),
            ),
        ];
        for (key, values) in lists {
            let values: Vec<Value> = values;
            map.put_some(key, (!values.is_empty()).then_some(Value::List(values)));
        }
        let bytes = write(&map.whole())?;
        // What nobody could read must not be signed.
        Self::read(&bytes)?;
        Ok(bytes)
    }

    fn certificate_values(&self) -> Result<Vec<Value>, Refusal> {
        self.certificates
            .iter()
            .map(|certificate| {
                Ok(Value::Bytes(
                    Bundle::of(vec![certificate.clone()]).encode()?,
                ))
            })
            .collect()
    }

    /// The entry in a signed object, if its own root key signed it and every certificate in it.
    ///
    /// # Errors
    /// [`Doubt`] if anything in it does not stand.
    pub fn open(object: &Envelope) -> Result<Self, Doubt> {
        let lender = Self::decode(&object.payload).map_err(Doubt::Unreadable)?;
        lender.root_signed(object)?;
        for certificate in &lender.certificates {
            lender.certified(certificate)?;
        }
        Ok(lender)
    }

    /// The certificate in an envelope, if this lender's root key signed it.
    ///
    /// # Errors
    /// [`Doubt`] if it is none, or of another root.
    pub fn certified(&self, object: &Envelope) -> Result<Certificate, Doubt> {
        if object.kind != Kind::Certificate {
            return Err(Doubt::NotTogether);
        }
        self.root_signed(object)?;
        Certificate::decode(&object.payload).map_err(Doubt::Unreadable)
    }

    /// The certificates of this entry, by the keys that they are of.
    #[must_use]
    pub fn people(&self) -> Vec<(KeyId, Certificate)> {
        self.certificates
            .iter()
            .filter_map(|object| Certificate::decode(&object.payload).ok())
            .map(|certificate| (certificate.subject.id(), certificate))
            .collect()
    }

    fn root_signed(&self, object: &Envelope) -> Result<(), Doubt> {
        let seal = object.seal.as_ref().ok_or(Doubt::Unsigned(object.kind))?;
        if self
            .root
            .verifies(object.kind, &object.payload, &seal.signature)
        {
            Ok(())
        } else {
            Err(Doubt::Signature(object.kind))
        }
    }

    /// The creditor that a reference names.
    #[must_use]
    pub fn creditor(&self, id: CreditorId) -> Option<&Creditor> {
        self.creditors
            .iter()
            .find(|creditor| creditor_id(creditor) == Ok(id))
    }

    /// The first day on which a key no longer counts, if there is one.
    #[must_use]
    pub fn withdrawn_from(&self, key: KeyId) -> Option<Date> {
        self.withdrawn
            .iter()
            .find(|(withdrawn, _)| *withdrawn == key)
            .map(|(_, from)| *from)
    }

    fn decode(bytes: &[u8]) -> Result<Self, Refusal> {
        in_only_form(Self::read(bytes)?, bytes, Self::encode)
    }

    fn read(bytes: &[u8]) -> Result<Self, Refusal> {
        let mut map = Entries::of(read(bytes)?, "lender")?;
        let root = match map.need(ROOT)? {
            Value::Bytes(key) => PublicKey::from_bytes(&key).ok_or(refuse(ROOT))?,
            _ => return Err(refuse(ROOT)),
        };
        let label = text(map.need(LABEL)?, LABEL, NAME_LENGTH)?;
        let issued_on = day(int(&map.need(ISSUED_ON)?, ISSUED_ON)?, ISSUED_ON)?;
        let demo = map.flag(DEMO)?;
        let creditors = list(&mut map, CREDITORS)?
            .into_iter()
            .map(|value| read_creditor(Entries::of(value, CREDITORS.name)?))
            .collect::<Result<_, _>>()?;
        let certificates = list(&mut map, CERTIFICATES)?
            .into_iter()
            .map(read_certificate)
            .collect::<Result<_, _>>()?;
        let withdrawn = list(&mut map, WITHDRAWN)?
            .into_iter()
            .map(|value| read_withdrawn(&value))
            .collect::<Result<_, _>>()?;
        map.finish()?;
        Ok(Self {
            root,
            label,
            issued_on,
            demo,
            creditors,
            certificates,
            withdrawn,
        })
    }
}

/// The reference of a creditor's lines.
///
/// # Errors
/// [`Refusal`] if a text cannot stand in a link.
pub fn creditor_id(creditor: &Creditor) -> Result<CreditorId, Refusal> {
    let bytes = write(&creditor_map(creditor).whole())?;
    read_creditor(Entries::of(read(&bytes)?, CREDITORS.name)?)?;
    Ok(CreditorId(short_hash("quittance-creditor-1", &bytes)))
}

fn list(map: &mut Entries, key: Key) -> Result<Vec<Value>, Refusal> {
    match map.take(key) {
        None => Ok(Vec::new()),
        Some(Value::List(values)) => Ok(values),
        Some(_) => Err(refuse(key)),
    }
}

fn read_certificate(value: Value) -> Result<Envelope, Refusal> {
    let Value::Bytes(bytes) = value else {
        return Err(refuse(CERTIFICATES));
    };
    let bundle = Bundle::decode(&bytes)?;
    bundle
        .only(Kind::Certificate)
        .filter(|_| bundle.objects().len() == 1)
        .cloned()
        .ok_or(refuse(CERTIFICATES))
}

fn read_withdrawn(value: &Value) -> Result<(KeyId, Date), Refusal> {
    let Value::List(pair) = value else {
        return Err(refuse(WITHDRAWN));
    };
    let [Value::Bytes(key), Value::Int(from)] = pair.as_slice() else {
        return Err(refuse(WITHDRAWN));
    };
    let key = KeyId::from_bytes(key).ok_or(refuse(WITHDRAWN))?;
    Ok((key, day(*from, WITHDRAWN)?))
}
