//! Names that are hashes: the same thing has the same name wherever and however often it is sent.

use sha2::{Digest, Sha256};

/// The name of an offer or a menu: SHA-256 over its terms and figures in their only form. Signatures are no part of it,
/// so a draft keeps its name when it is signed, and accepting twice changes nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TermsId(pub(super) [u8; 32]);

impl TermsId {
    /// The 32 bytes.
    #[must_use]
    pub const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The name of 32 bytes; none for another number of them.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }
}

/// A creditor's name, contact, complaints address and channels by reference: the first 16 bytes of SHA-256 over them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CreditorId(pub(super) [u8; 16]);

impl CreditorId {
    /// The 16 bytes.
    #[must_use]
    pub const fn bytes(&self) -> &[u8; 16] {
        &self.0
    }

    /// The reference of 16 bytes; none for another number of them.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }
}

/// SHA-256 over bytes, set apart by a domain so that no hash made for one purpose serves another.
pub fn hash(domain: &str, bytes: &[u8]) -> [u8; 32] {
    let sum = Sha256::new()
        .chain_update(domain)
        .chain_update(bytes)
        .finalize();
    sum.into()
}

/// The head of such a hash.
pub fn short_hash<const N: usize>(domain: &str, bytes: &[u8]) -> [u8; N] {
    let mut head = [0; N];
    for (place, byte) in head.iter_mut().zip(hash(domain, bytes)) {
        *place = byte;
    }
    head
}
