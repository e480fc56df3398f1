//! Offers signed, asked for, approved and answered. Whoever holds a key and what day it is come as arguments.

use super::certified::Given;
use crate::agreement::Offer;
use crate::engine::calendar::{Date, Frequency};
use crate::engine::money::Money;
use crate::engine::plan::{PlanError, Repayment, Settlement, Size};
use crate::engine::rules::Role;
use crate::share::signed::{
    Acceptance, Approval, Counter, Envelope, Kind, Menu, PublicKey, Request, Ring, SecretKey,
    SignatureBytes, Withdrawal, joined, offering, read_objects, sealed, to_be_signed,
};
use crate::share::{LinkError, Refusal, TermsId};
use crate::text::link::LinkFault;

/// An offer that somebody means to make, and who must approve it first.
#[derive(Clone, Debug, PartialEq)]
pub struct Intended {
    /// The offer.
    pub offer: Offer,
    /// Who must approve it, as the lender's rules say; nobody where they allow it.
    pub approval: Option<Role>,
}

/// Something to be signed, and what goes with it into one text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToSign {
    kind: Kind,
    payload: Vec<u8>,
    beside: Vec<Envelope>,
}

impl ToSign {
    /// The bytes that a key signs.
    #[must_use]
    pub fn message(&self) -> Vec<u8> {
        to_be_signed(self.kind, &self.payload)
    }

    /// The text with a signature made elsewhere, and with the certificate that its readers need.
    ///
    /// # Errors
    /// [`SignError::Refused`] if the key did not make that signature, or [`SignError::NoText`].
    pub fn signed(
        self,
        key: &PublicKey,
        signature: SignatureBytes,
        certificate: Option<&Envelope>,
    ) -> Result<String, SignError> {
        if !key.verifies(self.kind, &self.payload, &signature) {
            return Err(SignError::Refused);
        }
        let mut objects = self.beside;
        objects.extend(certificate.cloned());
        let object = Envelope::unsigned(self.kind, self.payload);
        objects.push(object.with_signature(key.id(), signature));
        sealed(objects).map_err(|_| SignError::NoText)
    }

    /// The text signed by a key that is at hand.
    ///
    /// # Errors
    /// [`SignError`].
    pub fn signed_by(self, key: &SecretKey) -> Result<String, SignError> {
        let signature = key.sign(self.kind, &self.payload);
        self.signed(&key.public(), signature, None)
    }
}

/// Why something was not signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignError {
    /// A value is beyond what texts carry, or the text would be too long.
    NoText,
    /// The key did not sign: whoever keeps it refused, or signed something else.
    Refused,
    /// What was signed does not stand: the certificate is not for it, or not for that day.
    DoesNotStand(LinkFault),
}

/// One offer to be signed, or several as a menu.
///
/// # Errors
/// [`SignError::NoText`] if a value cannot stand in a link, or the offers are about different debts.
pub fn offers(ring: &Ring, intended: &[Intended]) -> Result<ToSign, SignError> {
    let mut offers = intended
        .iter()
        .map(|Intended { offer, approval }| {
            let worked = offer.work_out().map_err(|_| SignError::NoText)?;
            offering(offer, &worked, *approval, ring).map_err(|_| SignError::NoText)
        })
        .collect::<Result<Vec<_>, _>>()?;
    let (kind, payload) = match (offers.pop(), offers.is_empty()) {
        (Some(only), true) => (Kind::Offer, only.encode()),
        (last, _) => {
            offers.extend(last);
            (Kind::Menu, Menu::of(offers).and_then(|menu| menu.encode()))
        }
    };
    to_sign(kind, payload, Vec::new())
}

/// The question whether an offer may be made, to stand beside it; with how far its signer may go, for whoever approves.
///
/// # Errors
/// [`SignError::NoText`] if the note is too long.
pub fn request(
    text: &str,
    of: TermsId,
    asked: Role,
    note: Option<String>,
    on: Date,
    given: &Given,
) -> Result<ToSign, SignError> {
    let request = Request {
        of,
        on,
        asked,
        note,
    };
    let mut beside = objects(text)?;
    beside.extend(given.authority());
    to_sign(Kind::Request, request.encode(), beside)
}

/// The approval of what was asked for: it stands beside the offer, in place of the question.
///
/// # Errors
/// [`SignError::NoText`] if the reason is empty or too long.
pub fn approval(
    text: &str,
    of: TermsId,
    reason: &str,
    (on, until): (Date, Date),
) -> Result<ToSign, SignError> {
    let approval = Approval {
        of,
        on,
        until,
        reason: reason.trim().to_owned(),
    };
    let mut beside = objects(text)?;
    beside.retain(|object| !matches!(object.kind, Kind::Request | Kind::Authority));
    to_sign(Kind::Approval, approval.encode(), beside)
}

/// The acceptance in a text, to be signed by the lender's side too.
///
/// # Errors
/// [`SignError::NoText`] if there is none.
pub fn countersignature(text: &str) -> Result<ToSign, SignError> {
    let mut beside = objects(text)?;
    let place = beside
        .iter()
        .position(|object| object.kind == Kind::Acceptance)
        .ok_or(SignError::NoText)?;
    let acceptance = beside.remove(place);
    to_sign(Kind::Acceptance, Ok(acceptance.payload), beside)
}

/// That an offer no longer holds, from a day on, to stand beside it.
///
/// # Errors
/// [`SignError::NoText`] if the text cannot be read.
pub fn withdrawal(text: &str, of: TermsId, on: Date) -> Result<ToSign, SignError> {
    let reason = None;
    let withdrawal = Withdrawal { of, on, reason };
    to_sign(Kind::Withdrawal, withdrawal.encode(), objects(text)?)
}

fn to_sign(
    kind: Kind,
    payload: Result<Vec<u8>, Refusal>,
    beside: Vec<Envelope>,
) -> Result<ToSign, SignError> {
    let payload = payload.map_err(|_| SignError::NoText)?;
    Ok(ToSign {
        kind,
        payload,
        beside,
    })
}

fn objects(text: &str) -> Result<Vec<Envelope>, SignError> {
    read_objects(text)
        .map(|bundle| bundle.objects().to_vec())
        .map_err(|_| SignError::NoText)
}

/// What was offered, with the borrower's acceptance of one of its options.
///
/// # Errors
/// [`LinkError`] if the whole cannot be put into a text.
pub fn accept(text: &str, of: TermsId, on: Date) -> Result<String, LinkError> {
    let acceptance = Acceptance {
        of,
        on,
        recording: None,
    };
    let acceptance = Envelope::unsigned(Kind::Acceptance, acceptance.encode()?);
    joined(text, &sealed(vec![acceptance])?)
}

/// What a borrower would rather do: so much now, so much each time, from a day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// At once.
    pub now: Money,
    /// Each time.
    pub each: Money,
    /// How often.
    pub frequency: Frequency,
    /// The first payment.
    pub first_due: Date,
    /// What the borrower says about it.
    pub note: Option<String>,
}

/// Why a wish makes no counter-proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WishError {
    /// No plan can be laid out from it.
    NoPlan(PlanError),
    /// It cannot be put into a text.
    NoText,
}

/// A wish as an answer to an offer. What is given up stays as it was offered: more of it is for the lender to say.
///
/// # Errors
/// [`WishError`] if it makes no plan or no text.
pub fn counter(of: TermsId, offered: &Offer, wish: &Wish, on: Date) -> Result<String, WishError> {
    let mut offer = offered.clone();
    offer.proposal.down_payment = wish.now;
    offer.proposal.first_due = wish.first_due;
    offer.proposal.settlement = Settlement::Instalments {
        repayment: Repayment::EqualInstalment,
        frequency: wish.frequency,
        size: Size::Payment(wish.each),
        multiple: None,
    };
    let worked = offer.work_out().map_err(WishError::NoPlan)?;
    // The wish goes to a lender that knows its own lines: but it must open anywhere.
    let wished = offering(&offer, &worked, None, &Ring::new()).map_err(|_| WishError::NoText)?;
    let counter = Counter {
        of: Some(of),
        on,
        wish: wished,
        note: wish.note.clone(),
    };
    let payload = counter.encode().map_err(|_| WishError::NoText)?;
    sealed(vec![Envelope::unsigned(Kind::Counter, payload)]).map_err(|_| WishError::NoText)
}
