//! Unsigned drafts of offers as the text behind `#`.

use super::figures::Figures;
use super::framing::{LONGEST, TextKind, bare, seal, unseal};
use super::{LinkError, Refusal, ShareError, wire};
use crate::agreement::{Offer, Worked};
use crate::engine::money::Money;

/// An offer from a link, with everything worked out again from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// The offer.
    pub offer: Offer,
    /// What this program works out from it.
    pub worked: Worked,
    /// Whether these are the figures that the link was made with.
    pub verified: Verified,
}

/// Whether two programs worked out the same figures from one offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verified {
    /// To the minor unit, in every row.
    SameFigures,
    /// They differ, if only in one row: show NOT VERIFIED and both totals.
    OtherFigures {
        /// Everything paid, as the link states it.
        paid_in_link: Money,
        /// Everything paid, as worked out here.
        paid_here: Money,
    },
}

impl Opened {
    /// Works an offer out again and compares the figures with those that were stated.
    ///
    /// # Errors
    /// [`LinkError::NoPlan`] if the proposal does not fit the claim.
    pub(super) fn of(offer: Offer, stated: Figures) -> Result<Self, LinkError> {
        let worked = offer.work_out().map_err(LinkError::NoPlan)?;
        let here = Figures::of(&worked)?;
        let verified = if here == stated {
            Verified::SameFigures
        } else {
            Verified::OtherFigures {
                paid_in_link: stated.paid,
                paid_here: here.paid,
            }
        };
        Ok(Self {
            offer,
            worked,
            verified,
        })
    }
}

/// Puts an offer into the fragment of a link, without the leading `#`.
///
/// # Errors
/// [`ShareError`] if a value is beyond what links carry, or the text beyond [`LONGEST`].
pub fn encode_offer(offer: &Offer, worked: &Worked) -> Result<String, ShareError> {
    let figures = Figures::of(worked)?;
    let bytes = wire::encode(offer, &figures)?;
    // What could not be opened again must not leave the house: the reader's bounds are the writer's.
    if wire::decode(&bytes)? != (offer.clone(), figures) {
        return Err(Refusal::NotCanonical.into());
    }
    let text = seal(TextKind::Draft, &bytes);
    if text.len() > LONGEST {
        return Err(ShareError::TooLong { length: text.len() });
    }
    Ok(text)
}

/// Opens the fragment of a link, with or without its leading `#` (or `%23`, which mail gateways make
/// of it), and works out everything again. Nothing else is repaired or guessed.
///
/// # Errors
/// [`LinkError`], which says whether the text is cut off, damaged, newer, or none of ours.
pub fn decode_offer(fragment: &str) -> Result<Opened, LinkError> {
    let bytes = unseal(TextKind::Draft, bare(fragment), LONGEST)?;
    let (offer, stated) = wire::decode(&bytes)?;
    Opened::of(offer, stated)
}
