//! Whose signatures count, and whose a key at hand makes: what lenders' entries and certificates say of it.

use crate::agreement::Offer;
use crate::engine::calendar::Date;
use crate::engine::claim::Creditor;
use crate::engine::rules::Role;
use crate::samples::demo;
use crate::share::signed::{
    Authority, Certificate, Envelope, KeyId, Kind, Lender, PublicKey, Ring, SecretKey,
    read_objects, sealed,
};
use crate::share::{Opened, Verified, link_in};

/// The lenders that a deployment names, and the demo lender of the samples.
#[must_use]
pub fn ring(deployed: Option<(&str, &PublicKey)>) -> Ring {
    let mut ring = Ring::new();
    // An entry that does not stand leaves its lender unknown, which every page about it then says.
    let _ = ring.trust(demo::LENDER, None);
    if let Some((entry, root)) = deployed {
        let _ = ring.trust(entry, Some(root));
    }
    ring
}

/// The published key of the demo lender's agent or supervisor.
#[must_use]
pub fn demo_key(role: Role) -> SecretKey {
    SecretKey::from_seed(match role {
        Role::Agent => &demo::AGENT_SEED,
        Role::Supervisor | Role::Manager => &demo::SUPERVISOR_SEED,
    })
}

/// The root key of the lender that lists a creditor, a deployment's own before the demo lender.
#[must_use]
pub fn lender_of(ring: &Ring, creditor: &Creditor) -> Option<KeyId> {
    let listing = |demo: bool| {
        let lender = ring
            .lenders()
            .find(|lender| lender.demo == demo && lender.creditors.contains(creditor));
        lender.map(|lender| lender.root.id())
    };
    listing(false).or_else(|| listing(true))
}

/// Whose signatures a key makes, as a lender known here certified it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certified {
    /// How the lender names the holder.
    pub holder: String,
    /// What the holder may do.
    pub role: Role,
    /// How the lender is named.
    pub lender: String,
    /// The lender's root key.
    pub root: KeyId,
    /// The last day on which its signatures count.
    pub until: Date,
    /// The certificate, where readers do not have it from the lender's entry: it goes into every text that is signed.
    pub beside: Option<Envelope>,
}

/// What a lender gave to the holder of a key: its certificate, and how far it may go.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    certificate: Option<Envelope>,
    authority: Option<Authority>,
}

impl Given {
    /// This and what a text holds; none if it holds anything but a certificate and an authority.
    #[must_use]
    pub fn with(mut self, text: &str) -> Option<Self> {
        if text.trim().is_empty() {
            return Some(self);
        }
        for object in read_objects(&link_in(text)?).ok()?.objects() {
            match object.kind {
                Kind::Certificate => self.certificate = Some(object.clone()),
                Kind::Authority => self.authority = Authority::decode(&object.payload).ok(),
                _ => return None,
            }
        }
        Some(self)
    }

    /// Both in one text, to be kept; empty if there is nothing.
    #[must_use]
    pub fn text(&self) -> String {
        let certificate = self.certificate.iter().cloned();
        let objects: Vec<_> = certificate.chain(self.authority()).collect();
        sealed(objects).unwrap_or_default()
    }

    /// How far the holder may go, as it travels: beside a question for approval, never to a borrower.
    #[must_use]
    pub fn authority(&self) -> Option<Envelope> {
        let payload = self.authority.as_ref()?.encode().ok()?;
        Some(Envelope::unsigned(Kind::Authority, payload))
    }

    /// Whether an offer is more than the holder may make alone.
    #[must_use]
    pub fn is_beyond(&self, offer: &Offer) -> bool {
        let Some(authority) = &self.authority else {
            return false;
        };
        // What cannot be laid out is not signed either.
        offer.work_out().is_ok_and(|worked| {
            let opened = Opened {
                offer: offer.clone(),
                worked,
                verified: Verified::SameFigures,
            };
            authority.beyond(&opened).is_some()
        })
    }
}

/// What lenders known here say of a key: in their own entries, or in a certificate that was handed over by itself.
#[must_use]
pub fn certified(ring: &Ring, key: &PublicKey, given: &Given) -> Option<Certified> {
    let of = |lender: &Lender, certificate: &Certificate, beside| Certified {
        holder: certificate.holder.clone(),
        role: certificate.role,
        lender: lender.label.clone(),
        root: lender.root.id(),
        until: certificate.until,
        beside,
    };
    if let Some((lender, certificate)) = ring.known(key.id()) {
        return (certificate.subject == *key).then(|| of(lender, certificate, None));
    }
    let object = given.certificate.as_ref()?;
    let (lender, certificate) = ring.certified(object).ok()?;
    (certificate.subject == *key).then(|| of(lender, &certificate, Some(object.clone())))
}
