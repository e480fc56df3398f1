//! What the payload of an object says, key by key, with nothing believed and nothing worked out.

use super::super::framing::{LONGEST, TextKind, bare, unseal};
use super::super::wire::{Described, OFFER, PARTIES, Shape, described, read_to};
use super::super::{LinkError, Refusal};
use super::{Kind, answer, approval, authority, certificate, lender, menu};

/// Deeper than any payload that this version writes.
const DEEPEST: u8 = 9;

const LENDER: Shape = Shape::of(&[
    (lender::ROOT, None),
    (lender::LABEL, None),
    (lender::ISSUED_ON, None),
    (lender::DEMO, None),
    (lender::CREDITORS, Some(&PARTIES)),
    (lender::CERTIFICATES, None),
    (lender::WITHDRAWN, None),
]);

const CERTIFICATE: Shape = Shape::of(&[
    (certificate::SUBJECT, None),
    (certificate::ROLE, None),
    (certificate::HOLDER, None),
    (certificate::FROM, None),
    (certificate::DAYS, None),
    (certificate::AUTHORITY, None),
]);

const AUTHORITY: Shape = Shape::of(&[
    (authority::SALT, None),
    (authority::CURRENCY, None),
    (authority::MOST_OWED, None),
    (authority::MOST_WAIVED, None),
    (authority::MOST_WAIVED_SHARE, None),
    (authority::MOST_DAYS, None),
]);

const REQUEST: Shape = Shape::of(&[
    (approval::OF, None),
    (approval::ON, None),
    (approval::ASKED, None),
    (approval::NOTE, None),
]);

const APPROVAL: Shape = Shape::of(&[
    (approval::OF, None),
    (approval::ON, None),
    (approval::DAYS, None),
    (approval::REASON, None),
]);

const MENU: Shape = Shape::of(&[(menu::COMMON, Some(&OFFER)), (menu::OPTIONS, Some(&OFFER))]);

const COUNTER: Shape = Shape::of(&[
    (answer::OF, None),
    (answer::ON, None),
    (answer::WISH, Some(&OFFER)),
    (answer::NOTE, None),
]);

const ACCEPTANCE: Shape = Shape::of(&[
    (answer::OF, None),
    (answer::ON, None),
    (answer::RECORDING, None),
]);

const WITHDRAWAL: Shape = Shape::of(&[
    (answer::OF, None),
    (answer::ON, None),
    (answer::REASON, None),
]);

/// The payload of an object of a kind by the names of its keys.
///
/// # Errors
/// [`Refusal`] if it is no CBOR of the kinds used. Values are not looked at: what is named here need not stand.
pub fn described_payload(kind: Kind, payload: &[u8]) -> Result<Described, Refusal> {
    let shape = match kind {
        Kind::Lender => &LENDER,
        Kind::Certificate => &CERTIFICATE,
        Kind::Authority => &AUTHORITY,
        Kind::Request => &REQUEST,
        Kind::Offer => &OFFER,
        Kind::Menu => &MENU,
        Kind::Counter => &COUNTER,
        Kind::Approval => &APPROVAL,
        Kind::Acceptance => &ACCEPTANCE,
        Kind::Withdrawal => &WITHDRAWAL,
    };
    Ok(described(read_to(payload, DEEPEST)?, Some(shape)))
}

/// The bytes of a draft, and what they say by the names of their keys.
///
/// # Errors
/// [`LinkError`] if the text does not arrive whole. Values are not looked at.
pub fn described_draft(text: &str) -> Result<(Vec<u8>, Described), LinkError> {
    let bytes = unseal(TextKind::Draft, bare(text), LONGEST)?;
    let said = described(read_to(&bytes, DEEPEST)?, Some(&OFFER));
    Ok((bytes, said))
}
