//! Offers signed, asked for, approved and answered. Whoever holds a key and what day it is come as arguments.

use crate::agreement::Offer;
use crate::engine::calendar::{Date, Frequency};
use crate::engine::money::Money;
use crate::engine::plan::{PlanError, Repayment, Settlement, Size};
use crate::engine::rules::Role;
use crate::samples::demo;
use crate::share::signed::{
    Acceptance, Approval, Counter, Doubt, Envelope, Kind, Menu, Offered, PublicKey, Request, Ring,
    SecretKey, joined, offering, read_objects, sealed,
};
use crate::share::{LinkError, Refusal, ShareError, TermsId};
use crate::text::link::LinkFault;

/// An offer that somebody means to make, and who must approve it first.
#[derive(Clone, Debug, PartialEq)]
pub struct Intended {
    /// The offer.
    pub offer: Offer,
    /// Who must approve it, as the lender's rules say; nobody where they allow it.
    pub approval: Option<Role>,
}

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

/// Whether the demo lender can sign an offer: it was made from a sample, with the sample's creditor.
#[must_use]
pub fn demo_signs(ring: &Ring, offer: &Offer) -> bool {
    offer.sample
        && ring
            .lenders()
            .any(|lender| lender.demo && ring.lists(lender.root.id(), &offer.parties.creditor))
}

/// One offer signed, or several as a menu.
///
/// # Errors
/// [`ShareError`] if a value cannot stand in a link, the offers are about different debts, or the text would be too long.
pub fn sign(ring: &Ring, intended: &[Intended], key: &SecretKey) -> Result<String, ShareError> {
    let mut offers = intended
        .iter()
        .map(|Intended { offer, approval }| {
            let worked = offer
                .work_out()
                .map_err(|_| ShareError::Refused(Refusal::Value { what: "offer" }))?;
            offering(offer, &worked, *approval, ring)
        })
        .collect::<Result<Vec<_>, _>>()?;
    let object = match (offers.pop(), offers.is_empty()) {
        (Some(only), true) => Envelope::signed(Kind::Offer, only.encode()?, key),
        (last, _) => {
            offers.extend(last);
            Envelope::signed(Kind::Menu, Menu::of(offers)?.encode()?, key)
        }
    };
    sealed(vec![object])
}

/// The same text with the question beside it whether it may be offered.
///
/// # Errors
/// [`LinkError`] if the whole cannot be put into a text.
pub fn ask(
    text: &str,
    offered: &Offered,
    asked: Role,
    note: Option<String>,
    on: Date,
    key: &SecretKey,
) -> Result<String, LinkError> {
    let request = Request {
        of: offered.id,
        on,
        asked,
        note,
    };
    beside(
        text,
        Envelope::signed(Kind::Request, request.encode()?, key),
    )
}

/// What was asked for, approved: the offer and the approval, without the question.
///
/// # Errors
/// [`LinkError`] if the reason is empty or too long, or the whole cannot be put into a text.
pub fn approve(
    text: &str,
    offered: &Offered,
    reason: &str,
    (on, until): (Date, Date),
    key: &SecretKey,
) -> Result<String, LinkError> {
    let approval = Approval {
        of: offered.id,
        on,
        until,
        reason: reason.trim().to_owned(),
    };
    let approval = Envelope::signed(Kind::Approval, approval.encode()?, key);
    let mut objects = read_objects(text)?.objects().to_vec();
    objects.retain(|object| !matches!(object.kind, Kind::Request | Kind::Authority));
    objects.push(approval);
    whole(objects)
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
    beside(
        text,
        Envelope::unsigned(Kind::Acceptance, acceptance.encode()?),
    )
}

/// The acceptance in a text, signed by the lender's side too.
///
/// # Errors
/// [`LinkError`] if there is none, or the whole cannot be put into a text.
pub fn countersign(text: &str, key: &SecretKey) -> Result<String, LinkError> {
    let mut objects = read_objects(text)?.objects().to_vec();
    for object in &mut objects {
        if object.kind == Kind::Acceptance {
            *object = Envelope::signed(Kind::Acceptance, object.payload.clone(), key);
        }
    }
    whole(objects)
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

fn beside(text: &str, object: Envelope) -> Result<String, LinkError> {
    let answer = sealed(vec![object]).map_err(no_text)?;
    joined(text, &answer)
}

fn whole(objects: Vec<Envelope>) -> Result<String, LinkError> {
    sealed(objects).map_err(no_text)
}

fn no_text(error: ShareError) -> LinkError {
    match error {
        ShareError::Refused(refusal) => LinkError::Unsupported(refusal),
        ShareError::TooLong { length } => LinkError::TooLong { length },
    }
}

/// The page that tells why a text does not open.
#[must_use]
pub const fn fault_of_link(error: LinkError) -> LinkFault {
    match error {
        LinkError::NotALink => LinkFault::NotALink,
        LinkError::CutOff => LinkFault::CutOff,
        LinkError::Damaged | LinkError::TooLong { .. } => LinkFault::Damaged,
        LinkError::NewerVersion { version } => LinkFault::Newer(version),
        LinkError::Unsupported(Refusal::UnknownCreditor) => LinkFault::UnknownLender,
        LinkError::Unsupported(_) => LinkFault::Unknown,
        LinkError::NoPlan(_) => LinkFault::NoPlan,
    }
}

/// The page that tells why something signed does not stand.
#[must_use]
pub const fn fault_of_doubt(doubt: Doubt) -> LinkFault {
    match doubt {
        Doubt::Text(error) => fault_of_link(error),
        Doubt::Unreadable(Refusal::UnknownCreditor)
        | Doubt::UnknownSigner(_)
        | Doubt::UnknownRoot => LinkFault::UnknownLender,
        Doubt::Unreadable(_) => LinkFault::Unknown,
        Doubt::Signature(_) => LinkFault::Signature,
        Doubt::Unsigned(_) | Doubt::Role { .. } | Doubt::ApprovedByEqual => LinkFault::NotAllowed,
        Doubt::NotCertifiedThen { .. } | Doubt::KeyWithdrawn { .. } => LinkFault::NotThen,
        Doubt::BeyondAuthority(_) => LinkFault::BeyondAuthority,
        Doubt::OtherTerms(_)
        | Doubt::TooLate { .. }
        | Doubt::TooEarly { .. }
        | Doubt::NotTogether => LinkFault::OtherTerms,
        Doubt::ForeignCreditor => LinkFault::ForeignCreditor,
    }
}
