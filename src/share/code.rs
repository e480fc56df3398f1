//! A code that two people read to each other to learn whether they see the same plan.

use super::figures::Figures;
use super::ids::short_hash;
use super::speech::spoken;
use super::{ShareError, wire};
use crate::agreement::{Offer, Worked};

/// Sets these hashes apart from those that guard a link.
const DOMAIN: &str = "quittance-code-1";

/// The code of an offer and its figures, such as `7K3M-9QXT`. The same offer and the same figures give
/// the same code everywhere; anything else gives another one but once in a million million.
///
/// # Errors
/// [`ShareError::Refused`] if a value is beyond what links carry.
pub fn short_code(offer: &Offer, worked: &Worked) -> Result<String, ShareError> {
    let bytes = wire::encode(offer, &Figures::of(worked)?)?;
    Ok(spoken::<5>(&short_hash(DOMAIN, &bytes)))
}
