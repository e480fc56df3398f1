//! Whom a reader trusts: lenders by their root keys, and what is known of how far their people may go.

use super::authority::{Authority, Beyond};
use super::certificate::Certificate;
use super::cose::Envelope;
use super::lender::Lender;
use super::{Bundle, Doubt, KeyId, Kind, PublicKey};
use crate::engine::calendar::Date;
use crate::engine::claim::Creditor;
use crate::engine::rules::Role;
use crate::share::framing::{LONGEST_FILE, TextKind, bare, unseal};
use crate::share::{CreditorId, Opened, Refusal};

/// The lenders whose signatures count here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ring {
    lenders: Vec<Known>,
    authorities: Vec<Authority>,
}

/// A lender, with the certificates of its entry read once.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Known {
    lender: Lender,
    people: Vec<(KeyId, Certificate)>,
}

/// What a text itself brings for its signatures to be judged by: certificates of lenders known here, and authorities
/// that certificates name.
#[derive(Clone, Debug, Default)]
pub struct Brought<'a> {
    pub(super) certificates: Vec<(&'a Lender, Certificate)>,
    pub(super) authorities: Vec<Authority>,
}

/// Who signed, as the lender's root key says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signer {
    /// The key's short name.
    pub key: KeyId,
    /// How the lender names its holder.
    pub holder: String,
    /// What the holder may do.
    pub role: Role,
    /// The lender's root key.
    pub root: KeyId,
    /// How the lender is named.
    pub lender: String,
    /// Whether the lender's keys are published for trying things out.
    pub demo: bool,
    /// The day of the lender's entry: a key withdrawn later is not known to be.
    pub known_on: Date,
    /// What is known here of how far the holder may go.
    pub reach: Reach,
}

/// What is known here of how far a signer may go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reach {
    /// The certificate sets no limit.
    Unlimited,
    /// The limits are known here, and were checked.
    Known(Authority),
    /// The certificate names limits that only the lender's own programs can see.
    Hidden,
}

impl Ring {
    /// No lender: nothing signed stands.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds the lender of a text, if its own root key signed it and, where one is pinned, that is the root key.
    ///
    /// # Errors
    /// [`Doubt`] if the text is no such entry, or not by the pinned key.
    pub fn trust(&mut self, text: &str, pinned: Option<&PublicKey>) -> Result<&Lender, Doubt> {
        let bytes = unseal(TextKind::Signed, bare(text.trim()), LONGEST_FILE)?;
        let bundle = Bundle::decode(&bytes)?;
        let [object] = bundle.objects() else {
            return Err(Doubt::NotTogether);
        };
        if object.kind != Kind::Lender {
            return Err(Doubt::NotTogether);
        }
        let lender = Lender::open(object)?;
        if let Some(pinned) = pinned
            && *pinned != lender.root
        {
            return Err(Doubt::UnknownSigner(lender.root.id()));
        }
        self.lenders
            .retain(|known| known.lender.root != lender.root);
        let people = lender.people();
        self.lenders.push(Known { lender, people });
        self.lenders().last().ok_or(Doubt::NotTogether)
    }

    /// Makes an authority known, so that offers under it are checked.
    pub fn know(&mut self, authority: Authority) {
        if !self.authorities.contains(&authority) {
            self.authorities.push(authority);
        }
    }

    /// The lenders.
    pub fn lenders(&self) -> impl Iterator<Item = &Lender> {
        self.lenders.iter().map(|known| &known.lender)
    }

    /// The creditor's lines that a reference names.
    #[must_use]
    pub fn creditor(&self, id: CreditorId) -> Option<Creditor> {
        self.lenders()
            .find_map(|lender| lender.creditor(id))
            .cloned()
    }

    /// What the lenders' own entries certify of a key.
    #[must_use]
    pub fn known(&self, key: KeyId) -> Option<(&Lender, &Certificate)> {
        self.lenders.iter().find_map(|known| {
            let (_, certificate) = known.people.iter().find(|(id, _)| *id == key)?;
            Some((&known.lender, certificate))
        })
    }

    /// Whether the lender of a root key lists these very lines as one of its creditors.
    #[must_use]
    pub fn lists(&self, root: KeyId, creditor: &Creditor) -> bool {
        self.lenders()
            .any(|lender| lender.root.id() == root && lender.creditors.contains(creditor))
    }

    /// Who signed an object that bears a day, by the certificates of the lenders and those beside it.
    ///
    /// # Errors
    /// [`Doubt`] if nobody certified signed it, or not within the certificate's time.
    pub fn signer(
        &self,
        object: &Envelope,
        brought: &Brought<'_>,
        on: Date,
    ) -> Result<Signer, Doubt> {
        let seal = object.seal.as_ref().ok_or(Doubt::Unsigned(object.kind))?;
        let key = seal.key.ok_or(Doubt::NotTogether)?;
        let (lender, certificate) = self
            .certificate(key, brought)
            .ok_or(Doubt::UnknownSigner(key))?;
        if !certificate
            .subject
            .verifies(object.kind, &object.payload, &seal.signature)
        {
            return Err(Doubt::Signature(object.kind));
        }
        if !certificate.holds_on(on) {
            return Err(Doubt::NotCertifiedThen {
                on,
                from: certificate.from,
                until: certificate.until,
            });
        }
        if let Some(from) = lender.withdrawn_from(key).filter(|from| on >= *from) {
            return Err(Doubt::KeyWithdrawn { key, from });
        }
        if !may(certificate.role, object.kind) {
            return Err(Doubt::Role {
                kind: object.kind,
                role: certificate.role,
            });
        }
        Ok(Signer {
            key,
            reach: self.reach(certificate, brought)?,
            holder: certificate.holder.clone(),
            role: certificate.role,
            root: lender.root.id(),
            lender: lender.label.clone(),
            demo: lender.demo,
            known_on: lender.issued_on,
        })
    }

    /// The lender whose root key signed a certificate, and the certificate.
    ///
    /// # Errors
    /// [`Doubt::UnknownRoot`] if no lender known here did.
    pub fn certified(&self, object: &Envelope) -> Result<(&Lender, Certificate), Doubt> {
        for lender in self.lenders() {
            if let Ok(certificate) = lender.certified(object) {
                return Ok((lender, certificate));
            }
        }
        Err(Doubt::UnknownRoot)
    }

    /// The certificate of a key: one of the lenders' own first, whose entry is newer than what came with a text.
    fn certificate<'a>(
        &'a self,
        key: KeyId,
        brought: &'a Brought<'_>,
    ) -> Option<(&'a Lender, &'a Certificate)> {
        self.known(key).or_else(|| {
            let (lender, certificate) = brought
                .certificates
                .iter()
                .find(|(_, certificate)| certificate.subject.id() == key)?;
            Some((*lender, certificate))
        })
    }

    fn reach(&self, certificate: &Certificate, brought: &Brought<'_>) -> Result<Reach, Refusal> {
        let Some(named) = certificate.authority else {
            return Ok(Reach::Unlimited);
        };
        for authority in self.authorities.iter().chain(&brought.authorities) {
            if authority.id()? == named {
                return Ok(Reach::Known(authority.clone()));
            }
        }
        Ok(Reach::Hidden)
    }
}

impl Signer {
    /// The first limit of this signer that an offer goes beyond; none if it is within all that are known here.
    #[must_use]
    pub fn beyond(&self, opened: &Opened) -> Option<Beyond> {
        match &self.reach {
            Reach::Known(authority) => authority.beyond(opened),
            Reach::Unlimited | Reach::Hidden => None,
        }
    }
}

/// Who may sign what: everybody certified makes offers and asks, only those above an agent approve. Lenders and
/// certificates are signed by the root key alone.
fn may(role: Role, kind: Kind) -> bool {
    match kind {
        Kind::Offer
        | Kind::Menu
        | Kind::Request
        | Kind::Acceptance
        | Kind::Withdrawal
        | Kind::Counter => true,
        Kind::Approval => role > Role::Agent,
        Kind::Lender | Kind::Certificate | Kind::Authority => false,
    }
}
