//! Who signs, and what goes into one text.

use quittance::engine::rules::Role;
use quittance::share::TermsId;
use quittance::share::signed::{
    Bundle, Certificate, Envelope, KeyId, Kind, Offered, Ring, SecretKey, Signed, read_objects,
    sealed,
};

use super::{Answer, Stop, unwritten};
use crate::document::BadInput;
use crate::signed::given::{secret_key, standing};
use crate::signed::hex;

/// Who signs, and whom the reader will trust.
pub struct Hand<'a> {
    key: Option<SecretKey>,
    pub ring: &'a Ring,
    certificates: Vec<Envelope>,
    embed: bool,
}

impl<'a> Hand<'a> {
    /// A hand with a key, or a borrower's without one.
    pub fn new(
        seed: Option<&str>,
        ring: &'a Ring,
        certificates: &[String],
        embed: bool,
    ) -> Result<Self, BadInput> {
        let beside = certificates.iter().zip(1_u32..).map(|(text, place)| {
            let at = format!("certificates.{place}");
            match read_objects(text.trim()).ok().as_ref().map(Bundle::objects) {
                Some([object]) if object.kind == Kind::Certificate => Ok(object.clone()),
                _ => Err(BadInput::place(
                    &at,
                    "holds something else than one certificate",
                )),
            }
        });
        let mut all = beside.collect::<Result<Vec<_>, _>>()?;
        for lender in ring.lenders() {
            all.extend(lender.certificates.iter().cloned());
        }
        Ok(Self {
            key: seed.map(|seed| secret_key("key", seed)).transpose()?,
            ring,
            certificates: all,
            embed,
        })
    }

    /// The role that the signer's certificate gives.
    pub fn role(&self) -> Option<Role> {
        let key = self.key.as_ref()?.public().id();
        let (_, certificate) = self.certificate(key)?;
        Some(certificate.role)
    }

    fn certificate(&self, key: KeyId) -> Option<(&Envelope, Certificate)> {
        self.certificates.iter().find_map(|object| {
            let certificate = Certificate::decode(&object.payload).ok()?;
            (certificate.subject.id() == key).then_some((object, certificate))
        })
    }

    /// An object that counts for nothing without a signature.
    pub fn must_sign(&self, kind: Kind, payload: Vec<u8>) -> Result<Envelope, BadInput> {
        let Some(key) = &self.key else {
            let problem = format!("missing: this is signed ({})", kind.code());
            return Err(BadInput::place("key", &problem));
        };
        Ok(Envelope::signed(kind, payload, key))
    }

    /// An object that a borrower can make alone.
    pub fn may_sign(&self, kind: Kind, payload: Vec<u8>) -> Envelope {
        match &self.key {
            Some(key) => Envelope::signed(kind, payload, key),
            None => Envelope::unsigned(kind, payload),
        }
    }

    /// One text of an object and those beside it, opened again: what does not stand is not given out.
    pub fn sealed(
        &self,
        object: Envelope,
        beside: Vec<Envelope>,
        about: Option<TermsId>,
    ) -> Result<Answer, Stop> {
        let kind = object.kind;
        let signed = object.seal.is_some();
        let mut objects = beside;
        objects.push(object);
        let embedded = self.with_certificates(&mut objects);
        let text = sealed(objects).map_err(|error| Stop::Refused {
            reasons: vec![unwritten(&error)],
        })?;
        let standing = standing(&text, self.ring).map_err(|told| Stop::of(&told))?;
        let offered = match &standing {
            Signed::Offered(offered) | Signed::Request { about: offered, .. } => Some(offered),
            _ => None,
        };
        let terms = about.or(offered.map(|offered| offered.id));
        Ok(Answer {
            what: kind.code(),
            characters: text.chars().count(),
            text,
            terms: terms.map(|id| hex::digits(id.bytes())),
            options: offered.map_or_else(Vec::new, |offered| options(offered)),
            approval: None,
            key: self
                .key
                .as_ref()
                .filter(|_| signed)
                .map(|key| hex::digits(key.public().id().bytes())),
            embedded,
            verdicts: Vec::new(),
        })
    }

    /// Leaves out certificates that nothing in the text needs, and puts in those that it does if that is asked.
    fn with_certificates(&self, objects: &mut Vec<Envelope>) -> Vec<String> {
        let signers: Vec<KeyId> = objects
            .iter()
            .filter_map(|object| object.seal.and_then(|seal| seal.key))
            .collect();
        let subject = |object: &Envelope| {
            Certificate::decode(&object.payload)
                .ok()
                .map(|certificate| certificate.subject.id())
        };
        objects.retain(|object| {
            object.kind != Kind::Certificate
                || subject(object).is_some_and(|key| signers.contains(&key))
        });
        let mut held: Vec<KeyId> = objects
            .iter()
            .filter(|object| object.kind == Kind::Certificate)
            .filter_map(subject)
            .collect();
        if self.embed {
            for key in signers {
                if let Some((certificate, _)) = self.certificate(key)
                    && !held.contains(&key)
                {
                    objects.push(certificate.clone());
                    held.push(key);
                }
            }
        }
        held.sort_unstable();
        held.iter().map(|key| hex::digits(key.bytes())).collect()
    }
}

/// The ids of a menu's options; an offer's own id says it already.
fn options(offered: &Offered) -> Vec<String> {
    let ids = offered.options.iter().filter(|_| offered.menu);
    ids.map(|option| hex::digits(option.id.bytes())).collect()
}
