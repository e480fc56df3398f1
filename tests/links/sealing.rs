//! Sealing bytes as `docs/wire-format.md` tells a stranger to, so that a test can hand over any payload
//! with a right checksum, and opening a link without looking at its checksum.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

/// A link around any bytes, with the checksum that belongs to them.
pub fn sealed(cbor: &[u8]) -> String {
    let guarded = [b"q1.", cbor].concat();
    let payload = [cbor, &Sha256::digest(guarded)[..8]].concat();
    format!("q1.{}.z", URL_SAFE_NO_PAD.encode(payload))
}

/// The bytes in a link, checksum and all.
pub fn payload(link: &str) -> Vec<u8> {
    let body = link
        .strip_prefix("q1.")
        .unwrap()
        .strip_suffix(".z")
        .unwrap();
    URL_SAFE_NO_PAD.decode(body).unwrap()
}

/// The CBOR in a link.
pub fn cbor(link: &str) -> Vec<u8> {
    let mut bytes = payload(link);
    bytes.truncate(bytes.len() - 8);
    bytes
}
