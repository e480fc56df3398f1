//! Texts under a passphrase: `p1.`, for links that hold somebody's name.
//!
//! ```text
//! p1.<base64url( salt 16 | nonce 12 | AES-256-GCM( letter of the kind | bytes of the text ) | checksum 8 )>.z
//! ```
//!
//! The key is PBKDF2-HMAC-SHA-256 (RFC 8018) over the passphrase's symbols and the salt, 600,000 times, which the version
//! fixes: no text can ask for fewer. The cipher itself is whoever calls this one's: the browser's, in the app.

use super::framing::{LONGEST, TextKind, bare, seal, unseal};
use super::speech::{in_groups, spoken, spoken_symbols};
use super::{LinkError, ShareError};

/// How often the passphrase is hashed: what OWASP's Password Storage Cheat Sheet asks of PBKDF2-HMAC-SHA-256 (2023).
pub const ITERATIONS: u32 = 600_000;
/// What the cipher authenticates beside the text: no other program's cipher text passes for one of ours.
pub const ASSOCIATED: &[u8] = b"quittance-passphrase-1";

const SALT: usize = 16;
const NONCE: usize = 12;
/// The tag of AES-GCM, which stands at the end of the cipher text.
const TAG: usize = 16;
/// Symbols of a passphrase: 60 bits.
const SYMBOLS: usize = 12;

/// A passphrase that the program made: twelve symbols of 5 bits that people can read to each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase(String);

impl Phrase {
    /// The passphrase of ten random bytes, the last twenty bits of which are not used.
    #[must_use]
    pub fn of_chance(bytes: &[u8; 10]) -> Self {
        let spoken = spoken(bytes);
        let symbols = spoken.chars().filter(|symbol| *symbol != '-');
        Self(symbols.take(SYMBOLS).collect())
    }

    /// The passphrase that somebody typed, in any case, with or without hyphens and spaces, and with the letters that
    /// are read for digits; none if it has another number of symbols or others.
    #[must_use]
    pub fn typed(text: &str) -> Option<Self> {
        let symbols = spoken_symbols(text)?;
        (symbols.len() == SYMBOLS).then_some(Self(symbols))
    }

    /// The symbols, over which the key is made.
    #[must_use]
    pub fn symbols(&self) -> &str {
        &self.0
    }

    /// In groups, as it is shown and read out: `7K3M-9QXT-2F4H`.
    #[must_use]
    pub fn shown(&self) -> String {
        in_groups(self.0.chars())
    }
}

/// A text under a passphrase, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locked {
    /// What the passphrase is hashed with.
    pub salt: [u8; SALT],
    /// The cipher's nonce.
    pub nonce: [u8; NONCE],
    /// The cipher text with its tag.
    pub cipher: Vec<u8>,
}

impl Locked {
    /// The parts of a text.
    ///
    /// # Errors
    /// [`LinkError`] if it is none, or did not arrive whole.
    pub fn read(text: &str) -> Result<Self, LinkError> {
        let bytes = unseal(TextKind::Locked, bare(text), LONGEST)?;
        let parts = bytes
            .split_first_chunk()
            .and_then(|(salt, rest)| Some((salt, rest.split_first_chunk()?)));
        match parts {
            Some((salt, (nonce, cipher))) if cipher.len() > TAG => Ok(Self {
                salt: *salt,
                nonce: *nonce,
                cipher: cipher.to_vec(),
            }),
            _ => Err(LinkError::Damaged),
        }
    }

    /// The text.
    ///
    /// # Errors
    /// [`ShareError::TooLong`] if a link cannot carry it.
    pub fn text(&self) -> Result<String, ShareError> {
        let bytes = [&self.salt[..], &self.nonce, &self.cipher].concat();
        let text = seal(TextKind::Locked, &bytes);
        if text.len() > LONGEST {
            return Err(ShareError::TooLong { length: text.len() });
        }
        Ok(text)
    }
}

/// What is enciphered of a text: the letter of its kind, and its bytes.
///
/// # Errors
/// [`LinkError`] if the text does not arrive whole, or is under a passphrase already.
pub fn to_lock(text: &str) -> Result<Vec<u8>, LinkError> {
    let text = bare(text);
    let kind = TextKind::of(text)
        .filter(|kind| *kind != TextKind::Locked)
        .ok_or(LinkError::NotALink)?;
    let mut plain = vec![kind.letter()];
    plain.extend(unseal(kind, text, LONGEST)?);
    Ok(plain)
}

/// The text that was enciphered. Nothing in it is believed yet: whoever opens it reads it as strictly as any other.
#[must_use]
pub fn unlocked(plain: &[u8]) -> Option<String> {
    let (letter, bytes) = plain.split_first()?;
    let kind = TextKind::ALL
        .into_iter()
        .find(|kind| kind.letter() == *letter && *kind != TextKind::Locked)?;
    Some(seal(kind, bytes))
}

#[cfg(test)]
mod tests {
    use super::{Locked, Phrase, to_lock, unlocked};
    use crate::share::framing::{TextKind, seal};
    use crate::share::{LinkError, ShareError};

    #[test]
    fn a_passphrase_is_read_as_it_is_spoken() {
        let phrase =
            Phrase::of_chance(&[0x3a, 0xc7, 0x44, 0xde, 0xba, 0x13, 0xc9, 0x10, 0xff, 0x01]);
        assert_eq!(phrase.shown(), "7B3M-9QNT-2F4H");
        for typed in ["7b3m9qnt2f4h", " 7B3M 9QNT-2f4h ", "7b3M–9qnt—2F4h"] {
            assert_eq!(Phrase::typed(typed).as_ref(), Some(&phrase), "{typed}");
        }
        let zeros = Phrase::of_chance(&[0; 10]);
        assert_eq!(Phrase::typed("oO00-0000-oooo"), Some(zeros));
        assert_eq!(
            Phrase::typed("iIlL-1111-1111"),
            Phrase::typed("111111111111")
        );
        for wrong in [
            "",
            "7B3M-9QNT-2F4",
            "7B3M-9QNT-2F4HH",
            "7B3M-9QNT-2F4U",
            "7B3M-9QNT-2F4é",
        ] {
            assert_eq!(Phrase::typed(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_text_comes_back_from_its_parts_and_nothing_else_does() {
        let locked = Locked {
            salt: [1; 16],
            nonce: [2; 12],
            cipher: vec![3; 40],
        };
        let text = locked.text().unwrap();
        assert_eq!(Locked::read(&text), Ok(locked.clone()));
        assert_eq!(Locked::read(&format!("%23{text}")), Ok(locked));
        assert_eq!(Locked::read("q1.AA.z"), Err(LinkError::NotALink));
        let cut = &text[..text.len() - 3];
        assert_eq!(Locked::read(cut), Err(LinkError::CutOff));
        // Nothing is under the tag alone.
        let empty = Locked {
            salt: [1; 16],
            nonce: [2; 12],
            cipher: vec![3; 16],
        };
        assert_eq!(
            Locked::read(&empty.text().unwrap()),
            Err(LinkError::Damaged)
        );
        let long = Locked {
            salt: [1; 16],
            nonce: [2; 12],
            cipher: vec![3; 1_400],
        };
        assert!(matches!(long.text(), Err(ShareError::TooLong { .. })));
    }

    #[test]
    fn drafts_and_signed_texts_go_under_a_passphrase_and_locked_ones_do_not() {
        for kind in [TextKind::Draft, TextKind::Signed] {
            let text = seal(kind, b"bytes");
            assert_eq!(unlocked(&to_lock(&text).unwrap()), Some(text));
        }
        assert_eq!(
            to_lock(&seal(TextKind::Locked, b"bytes")),
            Err(LinkError::NotALink)
        );
        assert_eq!(unlocked(b"pbytes"), None);
        assert_eq!(unlocked(b""), None);
    }
}
