//! The text around bytes: what kind it is, its version, the bytes in base64url with a checksum, and a terminator
//! that shows a cut.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

use super::LinkError;

/// Most characters of a link that a text message or a small QR code takes without trouble.
pub const TYPICAL: usize = 350;
/// From more characters than this on, say that the link is long.
pub const LONG: usize = 600;
/// The most characters of a link; some chat programs cut at 2,000.
pub const LONGEST: usize = 1_800;
/// The most characters of a file, which no chat program cuts: a lender's entry holds all its certificates.
pub const LONGEST_FILE: usize = 400_000;

/// The version that this program writes, of every kind of text.
const VERSION: u32 = 1;
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

/// What the first letter of a text says about what it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextKind {
    /// An unsigned draft of an offer: `q`.
    Draft,
    /// Objects with signatures, and those that answer them: `s`.
    Signed,
    /// Either of them under a passphrase: `p`.
    Locked,
}

impl TextKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Draft, Self::Signed, Self::Locked];

    /// What every text of the kind begins with, in the version that this program writes.
    const fn prefix(self) -> &'static str {
        match self {
            Self::Draft => "q1.",
            Self::Signed => "s1.",
            Self::Locked => "p1.",
        }
    }

    /// The letter that a text of the kind begins with.
    pub(super) const fn letter(self) -> u8 {
        match self {
            Self::Draft => b'q',
            Self::Signed => b's',
            Self::Locked => b'p',
        }
    }

    /// The kind of a text by how it begins; none for what is no text of ours.
    ///
    /// A text is not yet read by this: it may be cut, damaged or newer.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let text = bare(text);
        Self::ALL
            .into_iter()
            .find(|kind| text.as_bytes().first() == kind.prefix().as_bytes().first())
    }
}

/// Takes off the `#` of an address, or what mail gateways make of it. Nothing else is repaired.
pub fn bare(text: &str) -> &str {
    text.strip_prefix('#')
        .or_else(|| text.strip_prefix("%23"))
        .unwrap_or(text)
}

/// The link in what somebody pasted or a file holds: line breaks, spaces and invisible marks that a message put into it are
/// taken out, with everything before its sign and behind its end. A text that merely holds no end is given as it is, so
/// that its reader can say that it was cut; nothing is read or repaired here.
#[must_use]
pub fn link_in(pasted: &str) -> Option<String> {
    let plain: String = pasted.chars().filter(char::is_ascii_graphic).collect();
    let (at, _) = TextKind::ALL
        .into_iter()
        .flat_map(|kind| plain.match_indices(kind.prefix()))
        .filter(|(at, _)| begins_a_text(plain.get(..*at).unwrap_or_default()))
        .max()?;
    let text = plain.get(at..)?;
    let end = text
        .find(TERMINATOR)
        .and_then(|end| end.checked_add(TERMINATOR.len()));
    Some(text.get(..end.unwrap_or(text.len()))?.to_owned())
}

/// Whether a text of ours can follow: at the beginning, or behind the sign of an address.
fn begins_a_text(before: &str) -> bool {
    before.is_empty() || before.ends_with('#') || before.ends_with("%23")
}

/// The text of some bytes.
pub fn seal(kind: TextKind, bytes: &[u8]) -> String {
    let mut payload = bytes.to_vec();
    payload.extend(checksum(kind, bytes));
    let body = URL_SAFE_NO_PAD.encode(payload);
    format!("{}{body}{TERMINATOR}", kind.prefix())
}

/// The bytes of a text of this kind and of at most so many characters.
///
/// # Errors
/// [`LinkError`] for anything that [`seal`] would not have given for the bytes.
pub fn unseal(kind: TextKind, text: &str, longest: usize) -> Result<Vec<u8>, LinkError> {
    let body = body_of(kind, text, longest)?;
    let mut payload = URL_SAFE_NO_PAD
        .decode(body)
        .map_err(|_| LinkError::Damaged)?;
    let end = payload
        .len()
        .checked_sub(CHECKSUM)
        .ok_or(LinkError::Damaged)?;
    let sum = payload.split_off(end);
    if sum != checksum(kind, &payload) {
        return Err(LinkError::Damaged);
    }
    // base64url leaves room for other spellings of the same bytes: only one is ours.
    if seal(kind, &payload) == text {
        Ok(payload)
    } else {
        Err(LinkError::Damaged)
    }
}

/// What stands between the version and the terminator.
fn body_of(kind: TextKind, text: &str, longest: usize) -> Result<&str, LinkError> {
    if !text.is_empty() && kind.prefix().starts_with(text) {
        return Err(LinkError::CutOff);
    }
    let (version, rest) = version_of(kind, text).ok_or_else(|| {
        if version_of(TextKind::Locked, text).is_some() {
            LinkError::Locked
        } else {
            LinkError::NotALink
        }
    })?;
    if version != VERSION {
        return Err(LinkError::NewerVersion { version });
    }
    if text.len() > longest {
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
fn version_of(kind: TextKind, text: &str) -> Option<(u32, &str)> {
    let letter = kind.prefix().chars().next()?;
    let (version, rest) = text.strip_prefix(letter)?.split_once('.')?;
    let plain = version.bytes().all(|byte| byte.is_ascii_digit()) && !version.starts_with('0');
    let version = version
        .parse()
        .ok()
        .filter(|_| plain && version.len() <= 9)?;
    Some((version, rest))
}

fn checksum(kind: TextKind, bytes: &[u8]) -> Vec<u8> {
    let sum = Sha256::new()
        .chain_update(kind.prefix())
        .chain_update(bytes)
        .finalize();
    sum.into_iter().take(CHECKSUM).collect()
}
