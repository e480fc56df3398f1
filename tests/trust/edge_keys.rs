//! Keys and signatures at the edges of the curve, made here as the vectors of C2SP's CCTV describe theirs: points of small
//! order, in every encoding, as key, as commitment, or added to an honest one.

use curve25519_dalek::constants::{ED25519_BASEPOINT_POINT as BASE, EIGHT_TORSION};
use curve25519_dalek::{EdwardsPoint, Scalar};
use quittance::share::signed::PublicKey;
use sha2::{Digest, Sha512};

/// The field's prime and its neighbours above it as first coordinates: the encodings of 0 and 1 that are not the only
/// ones, with either sign.
fn other_encodings() -> Vec<[u8; 32]> {
    let mut found = Vec::new();
    for first in [0xed_u8, 0xee] {
        for last in [0x7f_u8, 0xff] {
            let mut bytes = [0xff; 32];
            (bytes[0], bytes[31]) = (first, last);
            found.push(bytes);
        }
    }
    let mut one = [0; 32];
    (one[0], one[31]) = (1, 0x80);
    found.push(one);
    found
}

fn challenge(commitment: &[u8; 32], key: &[u8; 32], message: &[u8]) -> Scalar {
    let hash: [u8; 64] = Sha512::new()
        .chain_update(commitment)
        .chain_update(key)
        .chain_update(message)
        .finalize()
        .into();
    Scalar::from_bytes_mod_order_wide(&hash)
}

/// A signature that the equation with cofactor accepts, whatever of small order was added to key and commitment.
fn signature(
    secret: Scalar,
    nonce: Scalar,
    key: &[u8; 32],
    commitment: &[u8; 32],
    message: &[u8],
) -> [u8; 64] {
    let sum = nonce + challenge(commitment, key, message) * secret;
    let mut signature = [0; 64];
    signature[..32].copy_from_slice(commitment);
    signature[32..].copy_from_slice(sum.as_bytes());
    signature
}

fn verifies(key: &[u8; 32], message: &[u8], signature: &[u8; 64]) -> bool {
    PublicKey::from_bytes(key).is_some_and(|key| key.verifies_bytes(message, signature))
}

#[test]
fn an_honest_signature_stands() {
    let (secret, nonce) = (Scalar::from(77_u64), Scalar::from(99_u64));
    let key = (BASE * secret).compress().0;
    let commitment = (BASE * nonce).compress().0;
    let signed = signature(secret, nonce, &key, &commitment, b"terms");
    assert!(verifies(&key, b"terms", &signed));
}

#[test]
fn a_key_of_small_order_signs_nothing() {
    let mut keys: Vec<[u8; 32]> = EIGHT_TORSION
        .iter()
        .map(|point| point.compress().0)
        .collect();
    keys.extend(other_encodings());
    let mut tried = 0;
    for key in &keys {
        for commitment in &keys {
            for message in 0..16_u8 {
                // No secret is needed: zero is one for every such key.
                let signed = signature(Scalar::ZERO, Scalar::ZERO, key, commitment, &[message]);
                assert!(!verifies(key, &[message], &signed));
                tried += 1;
            }
        }
        assert!(PublicKey::from_bytes(key).is_none());
    }
    assert_eq!(tried, 13 * 13 * 16);
}

#[test]
fn a_commitment_of_small_order_stands_for_nothing() {
    let secret = Scalar::from(77_u64);
    let key = (BASE * secret).compress().0;
    let mut commitments: Vec<[u8; 32]> = EIGHT_TORSION
        .iter()
        .map(|point| point.compress().0)
        .collect();
    commitments.extend(other_encodings());
    for commitment in &commitments {
        let signed = signature(secret, Scalar::ZERO, &key, commitment, b"terms");
        assert!(!verifies(&key, b"terms", &signed));
    }
}

/// With something of small order added, the equation without cofactor holds only by chance of the challenge; both sides
/// of that chance come up, and the verdict is the equation's.
#[test]
fn what_has_a_part_of_small_order_is_judged_by_the_plain_equation() {
    let (secret, nonce) = (Scalar::from(77_u64), Scalar::from(99_u64));
    let (mut stood, mut fell) = (0, 0);
    for added_to_key in EIGHT_TORSION {
        for added_to_nonce in EIGHT_TORSION {
            let key: EdwardsPoint = BASE * secret + added_to_key;
            let commitment = BASE * nonce + added_to_nonce;
            let (key_bytes, commitment_bytes) = (key.compress().0, commitment.compress().0);
            for message in 0..8_u8 {
                let signed = signature(secret, nonce, &key_bytes, &commitment_bytes, &[message]);
                let k = challenge(&commitment_bytes, &key_bytes, &[message]);
                let sum = nonce + k * secret;
                let plain = BASE * sum == commitment + key * k;
                assert_eq!(verifies(&key_bytes, &[message], &signed), plain);
                if plain {
                    stood += 1;
                } else {
                    fell += 1;
                }
            }
        }
    }
    println!(
        "T2: {stood} of {} with parts of small order stand",
        stood + fell
    );
    assert!(stood > 20 && fell > 200);
}

#[test]
fn a_second_form_of_a_signature_is_refused() {
    let (secret, nonce) = (Scalar::from(77_u64), Scalar::from(99_u64));
    let key = (BASE * secret).compress().0;
    let commitment = (BASE * nonce).compress().0;
    let mut signed = signature(secret, nonce, &key, &commitment, b"terms");
    // S + L: the same number modulo the order of the group, 2^252 + 27742317777372353535851937790883648493.
    let order: [u8; 32] = [
        0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde,
        0x14, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
    ];
    let mut carry = 0_u16;
    for (place, byte) in signed[32..].iter_mut().zip(order) {
        let sum = u16::from(*place) + u16::from(byte) + carry;
        *place = (sum & 0xff) as u8;
        carry = sum >> 8;
    }
    assert!(!verifies(&key, b"terms", &signed));
}
