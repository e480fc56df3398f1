//! Keys: their ids, their fingerprints, and Ed25519 signatures under the strict rules.

use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};

use super::super::ids::short_hash;
use super::super::speech::spoken;
use super::Kind;
use super::cose::to_be_signed;

/// A public key for Ed25519 (RFC 8032).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PublicKey(pub(super) [u8; 32]);

/// The short name of a key: the first 6 bytes of SHA-256 over it. It finds the certificate, and proves nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyId(pub(super) [u8; 6]);

/// A secret key. It shows nothing of itself when printed, and is wiped when it is dropped.
pub struct SecretKey(SigningKey);

/// A signature's 64 bytes.
pub type SignatureBytes = [u8; 64];

impl PublicKey {
    /// The 32 bytes.
    #[must_use]
    pub const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// A key from its bytes; none if they are no point of the curve, or one of small order, for which a signature
    /// can be made without a secret.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let bytes: [u8; 32] = bytes.try_into().ok()?;
        let key = VerifyingKey::from_bytes(&bytes).ok()?;
        // Another spelling of the same point would be another id for the same key.
        (!key.is_weak() && key.to_bytes() == bytes && is_canonical(&bytes)).then_some(Self(bytes))
    }

    /// The short name.
    #[must_use]
    pub fn id(&self) -> KeyId {
        KeyId(short_hash("quittance-key-1", &self.0))
    }

    /// Sixteen symbols of 5 bits that two people can read to each other: `7K3M-9QXT-2F4H-0WZB`. Making another key
    /// with the same takes some 2^80 tries.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        spoken::<10>(&short_hash("quittance-fingerprint-1", &self.0))
    }

    /// Whether this key made a signature over an object of this kind.
    ///
    /// Strict: a signature has one form (`S` below the group's order), and keys and commitments of small order are
    /// refused, so that nobody can make a second signature out of one, or one that fits several payloads.
    #[must_use]
    pub fn verifies(&self, kind: Kind, payload: &[u8], signature: &SignatureBytes) -> bool {
        self.verifies_bytes(&to_be_signed(kind, payload), signature)
    }

    /// The same over any bytes.
    #[must_use]
    pub fn verifies_bytes(&self, message: &[u8], signature: &SignatureBytes) -> bool {
        VerifyingKey::from_bytes(&self.0).is_ok_and(|key| {
            key.verify_strict(message, &Signature::from_bytes(signature))
                .is_ok()
        })
    }
}

impl KeyId {
    /// The 6 bytes.
    #[must_use]
    pub const fn bytes(&self) -> &[u8; 6] {
        &self.0
    }

    /// The id of 6 bytes; none for another number of them.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }
}

impl SecretKey {
    /// The key of a seed of 32 random bytes.
    #[must_use]
    pub fn from_seed(seed: &[u8; 32]) -> Self {
        Self(SigningKey::from_bytes(seed))
    }

    /// Its public key.
    #[must_use]
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key().to_bytes())
    }

    /// A signature over an object of this kind.
    #[must_use]
    pub fn sign(&self, kind: Kind, payload: &[u8]) -> SignatureBytes {
        self.0.sign(&to_be_signed(kind, payload)).to_bytes()
    }
}

impl core::fmt::Debug for SecretKey {
    fn fmt(&self, out: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        out.write_str("SecretKey(..)")
    }
}

/// Whether the 255 bits of the first coordinate are below the field's prime 2^255 - 19.
fn is_canonical(bytes: &[u8; 32]) -> bool {
    let [first, middle @ .., last] = bytes;
    let full = middle.iter().all(|byte| *byte == 0xff) && *last & 0x7f == 0x7f;
    !(full && *first >= 0xed)
}
