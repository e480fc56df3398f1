//! Putting objects into texts, and taking them out unverified.

use super::Kind;
use super::cose::{Bundle, Envelope};
use super::lender::creditor_id;
use super::ring::Ring;
use crate::agreement::{Offer, Worked};
use crate::engine::rules::Role;
use crate::share::figures::Figures;
use crate::share::framing::{LONGEST, LONGEST_FILE, TextKind, bare, seal, unseal};
use crate::share::wire::Offering;
use crate::share::{LinkError, ShareError};

/// An offer as it is signed: its figures stated, its creditor by reference if the ring's lenders list it.
///
/// # Errors
/// [`ShareError`] if a value cannot stand in a link.
pub fn offering(
    offer: &Offer,
    worked: &Worked,
    approval: Option<Role>,
    ring: &Ring,
) -> Result<Offering, ShareError> {
    let creditor = creditor_id(&offer.parties.creditor)
        .ok()
        .filter(|id| ring.creditor(*id).is_some());
    Ok(Offering {
        offer: offer.clone(),
        figures: Figures::of(worked)?,
        approval,
        creditor,
    })
}

/// The text of some objects, for a link.
///
/// # Errors
/// [`ShareError`] if it would be longer than a link may be, or there are too many objects.
pub fn sealed(objects: Vec<Envelope>) -> Result<String, ShareError> {
    let text = text_of(objects)?;
    if text.len() > LONGEST {
        return Err(ShareError::TooLong { length: text.len() });
    }
    Ok(text)
}

/// The text of some objects, for a file.
///
/// # Errors
/// [`ShareError`] if it would be longer than a file may be, or there are too many objects.
pub fn text_of(objects: Vec<Envelope>) -> Result<String, ShareError> {
    let text = seal(TextKind::Signed, &Bundle::of(objects).encode()?);
    if text.len() > LONGEST_FILE {
        return Err(ShareError::TooLong { length: text.len() });
    }
    Ok(text)
}

/// The objects of a text, in their only form but with nothing verified.
///
/// # Errors
/// [`LinkError`] if the text does not open.
pub fn read_objects(text: &str) -> Result<Bundle, LinkError> {
    let text = bare(text);
    let bytes = unseal(TextKind::Signed, text, LONGEST_FILE)?;
    let bundle = Bundle::decode(&bytes)?;
    // Only a lender's entry, which no link carries, is longer than a link.
    let entry = bundle.only(Kind::Lender).is_some();
    if text.len() > LONGEST && !entry {
        return Err(LinkError::TooLong { length: text.len() });
    }
    Ok(bundle)
}

/// Two texts as one: an offer and what was answered to it. Nothing is verified: who opens the whole does that.
///
/// # Errors
/// [`LinkError`] if one of them does not open or the whole would be too long.
pub fn joined(one: &str, other: &str) -> Result<String, LinkError> {
    let mut objects = read_objects(one)?.objects().to_vec();
    objects.extend_from_slice(read_objects(other)?.objects());
    Ok(sealed(objects)?)
}
