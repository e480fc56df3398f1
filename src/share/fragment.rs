//! The text behind `#`: a version, the bytes in base64url, and a terminator that shows a cut.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

use super::figures::Figures;
use super::{LinkError, Refusal, ShareError, wire};
use crate::agreement::{Offer, Worked};
use crate::engine::money::Money;

/// Most characters of a link that a text message or a small QR code takes without trouble.
pub const TYPICAL: usize = 350;
/// From more characters than this on, say that the link is long.
pub const LONG: usize = 600;
/// The most characters of a link; some chat programs cut at 2,000.
pub const LONGEST: usize = 1_800;

/// The version that this program writes.
const VERSION: u32 = 1;
const PREFIX: &str = "q1.";
/// Ends in a letter, because chat programs drop a trailing `-`, `_` or full stop from a link.
const TERMINATOR: &str = ".z";
/// Bytes of SHA-256 that guard the payload: a damaged one passes once in 2^64.
const CHECKSUM: usize = 8;

/// How a link's length will fare on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LinkLength {
    /// At most [`TYPICAL`] characters.
    Typical,
    /// At most [`LONG`].
    Acceptable,
    /// More than [`LONG`]: a message may break it; use the QR code or the file.
    Long,
    /// More than [`LONGEST`]: not to be sent.
    TooLong,
}

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
    let text = seal(&bytes);
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
    let text = fragment
        .strip_prefix('#')
        .or_else(|| fragment.strip_prefix("%23"))
        .unwrap_or(fragment);
    let bytes = unseal(text)?;
    let (offer, stated) = wire::decode(&bytes)?;
    if seal(&bytes) != text {
        return Err(LinkError::Damaged);
    }
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
    Ok(Opened {
        offer,
        worked,
        verified,
    })
}

/// How a whole link of so many characters, address included, will fare.
#[must_use]
pub const fn link_length(characters: usize) -> LinkLength {
    if characters <= TYPICAL {
        LinkLength::Typical
    } else if characters <= LONG {
        LinkLength::Acceptable
    } else if characters <= LONGEST {
        LinkLength::Long
    } else {
        LinkLength::TooLong
    }
}

fn seal(bytes: &[u8]) -> String {
    let mut payload = bytes.to_vec();
    payload.extend(checksum(bytes));
    format!("{PREFIX}{}{TERMINATOR}", URL_SAFE_NO_PAD.encode(payload))
}

fn unseal(text: &str) -> Result<Vec<u8>, LinkError> {
    let body = body_of(text)?;
    let mut payload = URL_SAFE_NO_PAD
        .decode(body)
        .map_err(|_| LinkError::Damaged)?;
    let end = payload
        .len()
        .checked_sub(CHECKSUM)
        .ok_or(LinkError::Damaged)?;
    let sum = payload.split_off(end);
    if sum == checksum(&payload) {
        Ok(payload)
    } else {
        Err(LinkError::Damaged)
    }
}

/// What stands between the version and the terminator.
fn body_of(text: &str) -> Result<&str, LinkError> {
    if !text.is_empty() && PREFIX.starts_with(text) {
        return Err(LinkError::CutOff);
    }
    let (version, rest) = version_of(text).ok_or(LinkError::NotALink)?;
    if version != VERSION {
        return Err(LinkError::NewerVersion { version });
    }
    if text.len() > LONGEST {
        return Err(LinkError::TooLong { length: text.len() });
    }
    rest.strip_suffix(TERMINATOR)
        .ok_or(if rest.contains(TERMINATOR) {
            // Something was added behind the end.
            LinkError::Damaged
        } else {
            LinkError::CutOff
        })
}

/// The version that a text names, from 1, and what follows it.
fn version_of(text: &str) -> Option<(u32, &str)> {
    let (version, rest) = text.strip_prefix('q')?.split_once('.')?;
    let plain = version.bytes().all(|byte| byte.is_ascii_digit()) && !version.starts_with('0');
    let version = version
        .parse()
        .ok()
        .filter(|_| plain && version.len() <= 9)?;
    Some((version, rest))
}

fn checksum(bytes: &[u8]) -> Vec<u8> {
    let sum = Sha256::new()
        .chain_update(PREFIX)
        .chain_update(bytes)
        .finalize();
    sum.into_iter().take(CHECKSUM).collect()
}
