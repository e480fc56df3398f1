//! Bytes that libFuzzer changes where it sees new ways through the readers, under a checksum that fits.
//!
//! `cargo xtask fuzz` builds and runs it. The first byte says whether the rest is a draft or objects.

#![no_main]

use std::sync::LazyLock;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use libfuzzer_sys::fuzz_target;
use quittance::share::signed::{
    Ring, described_draft, described_payload, open_signed, read_objects,
};
use quittance::share::{Verified, decode_offer, encode_offer};
use sha2::{Digest, Sha256};

/// The lender of the texts to begin with, from the file that `cargo xtask fuzz` names.
static RING: LazyLock<Ring> = LazyLock::new(|| {
    let mut ring = Ring::new();
    let entry = std::env::var("QUITTANCE_FUZZ_ENTRY").unwrap_or_default();
    if let Ok(text) = std::fs::read_to_string(entry) {
        assert!(ring.trust(&text, None).is_ok(), "the entry does not stand");
    }
    ring
});

fuzz_target!(|bytes: &[u8]| {
    let Some((first, cbor)) = bytes.split_first() else {
        return;
    };
    let prefix = if first % 2 == 0 { "q1." } else { "s1." };
    let sum = Sha256::new()
        .chain_update(prefix)
        .chain_update(cbor)
        .finalize();
    let payload = [cbor, &sum[..8]].concat();
    let text = format!("{prefix}{}.z", URL_SAFE_NO_PAD.encode(payload));
    let _ = described_draft(&text);
    if let Ok(opened) = decode_offer(&text)
        && opened.verified == Verified::SameFigures
    {
        assert_eq!(
            encode_offer(&opened.offer, &opened.worked).as_deref(),
            Ok(&*text)
        );
    }
    if let Ok(bundle) = read_objects(&text) {
        for object in bundle.objects() {
            let _ = described_payload(object.kind, &object.payload);
        }
    }
    let _ = open_signed(&text, &RING);
    let _ = Ring::new().trust(&text, None);
});
