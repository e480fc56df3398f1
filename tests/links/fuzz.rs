//! Bytes that nobody made on purpose: refused, without a panic, in no time.

use std::time::{Duration, Instant};

use crate::cards;
use crate::sealing::{cbor, sealed};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use quittance::share::{decode_offer, encode_offer};

const TEXTS: u32 = 60_000;
const SEALED: u32 = 38_000;
const MUTATED: u32 = 2_000;

/// Numbers that look random and are the same every time (Vigna's splitmix64).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() % bound as u64).unwrap()
    }

    fn bytes(&mut self, most: usize) -> Vec<u8> {
        let length = self.below(most + 1);
        (0..length).map(|_| self.next().to_le_bytes()[0]).collect()
    }
}

#[test]
fn random_texts_never_open() {
    let mut numbers = Numbers(1);
    for round in 0..TEXTS {
        let bytes = numbers.bytes(300);
        let text = match round % 4 {
            0 => String::from_utf8_lossy(&bytes).into_owned(),
            1 => format!("q1.{}.z", String::from_utf8_lossy(&bytes)),
            2 => format!("q1.{}.z", URL_SAFE_NO_PAD.encode(&bytes)),
            _ => bytes
                .iter()
                .map(|byte| char::from(b' ' + byte % 95))
                .collect(),
        };
        assert!(decode_offer(&text).is_err(), "{text}");
    }
}

#[test]
fn random_bytes_with_a_right_checksum_never_open() {
    let mut numbers = Numbers(2);
    for round in 0..SEALED {
        let mut bytes = numbers.bytes(200);
        if round % 2 == 0 {
            // Begins as a map, so that the reader goes on.
            bytes.insert(0, 0xa0 + (numbers.next() % 24).to_le_bytes()[0]);
        }
        assert!(decode_offer(&sealed(&bytes)).is_err(), "{bytes:?}");
    }
}

#[test]
fn changed_offers_with_a_right_checksum_open_as_they_stand_or_not_at_all() {
    let mut numbers = Numbers(3);
    let originals: Vec<Vec<u8>> = cards::all()
        .iter()
        .map(|(_, offer)| cbor(&encode_offer(offer, &offer.work_out().unwrap()).unwrap()))
        .collect();
    let (mut opened, mut slowest) = (0, Duration::ZERO);
    for _ in 0..MUTATED {
        let mut bytes = originals[numbers.below(originals.len())].clone();
        for _ in 0..=numbers.below(3) {
            let at = numbers.below(bytes.len());
            match numbers.next() % 4 {
                0 => bytes[at] = numbers.next().to_le_bytes()[0],
                1 => bytes[at] ^= 1 << numbers.below(8),
                2 => bytes.insert(at, numbers.next().to_le_bytes()[0]),
                _ => {
                    bytes.remove(at);
                }
            }
        }
        let link = sealed(&bytes);
        let started = Instant::now();
        let result = decode_offer(&link);
        slowest = slowest.max(started.elapsed());
        if let Ok(read) = result {
            opened += 1;
            // The program that made this link computed nothing: its digest is of other figures, but the
            // text is still the only one for this offer and those figures.
            assert_eq!(read.worked, read.offer.work_out().unwrap());
            if read.verified == quittance::share::Verified::SameFigures {
                assert_eq!(encode_offer(&read.offer, &read.worked).unwrap(), link);
            }
        }
    }
    println!("{opened} of {MUTATED} opened; the slowest took {slowest:?}");
    assert!(opened > MUTATED / 20, "too few reach the plan: {opened}");
    // Without optimisation; a release build takes a tenth of it.
    assert!(slowest < Duration::from_secs(2), "{slowest:?}");
}
