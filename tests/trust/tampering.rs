//! T1: every single thing that can happen to a signed text on its way is noticed, with and without its checksum.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use quittance::share::signed::{Ring, open_signed, sealed};
use sha2::{Digest, Sha256};

use crate::cards;
use crate::house::{House, acceptance, id_of};

const ALPHABET: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

fn texts(house: &House) -> Vec<String> {
    let offer = house.offer(&cards::card(), None);
    let id = id_of(house, &offer);
    let mut all = house.certificates();
    all.truncate(2);
    all.extend([
        offer.clone(),
        house.approval(id),
        acceptance(id, "2026-11-22"),
    ]);
    vec![sealed(vec![offer]).unwrap(), sealed(all).unwrap()]
}

fn refused(text: &str, ring: &Ring, tried: &mut usize) {
    assert!(open_signed(text, ring).is_err(), "{text}");
    *tried += 1;
}

#[test]
fn every_substitution_cut_insertion_and_swap_is_noticed() {
    let house = House::of(1);
    let ring = house.ring();
    let (mut tried, mut lengths) = (0, 0);
    for text in texts(&house) {
        open_signed(&text, &ring).unwrap();
        lengths += text.len();
        let symbols: Vec<char> = text.chars().collect();
        for at in 0..symbols.len() {
            for symbol in ALPHABET.chars().chain(".=+%# \u{ff11}".chars()) {
                if symbol != symbols[at] {
                    let mut other = symbols.clone();
                    other[at] = symbol;
                    refused(&String::from_iter(other), &ring, &mut tried);
                }
                let mut other = symbols.clone();
                other.insert(at, symbol);
                // A sign of the address before the text is the one thing that is taken off.
                if !(at == 0 && symbol == '#') && other != symbols {
                    refused(&String::from_iter(other), &ring, &mut tried);
                }
            }
            let mut other = symbols.clone();
            other.remove(at);
            refused(&String::from_iter(other), &ring, &mut tried);
            refused(&String::from_iter(&symbols[..at]), &ring, &mut tried);
            if at > 0 && symbols[at] != symbols[at - 1] {
                let mut other = symbols.clone();
                other.swap(at, at - 1);
                refused(&String::from_iter(other), &ring, &mut tried);
            }
        }
    }
    println!("T1 signed: {tried} changed texts over {lengths} characters, 0 opened");
    assert!(tried > 140 * lengths, "{tried}");
}

/// Whoever changes a text on purpose mends its checksum: the signatures are what is left.
#[test]
fn every_flipped_bit_under_a_mended_checksum_is_noticed() {
    let house = House::of(1);
    let ring = house.ring();
    let (mut tried, mut opened) = (0, Vec::new());
    for text in texts(&house) {
        let body = URL_SAFE_NO_PAD.decode(&text[3..text.len() - 2]).unwrap();
        let cbor = &body[..body.len() - 8];
        for at in 0..cbor.len() {
            for bit in 0..8 {
                let mut other = cbor.to_vec();
                other[at] ^= 1 << bit;
                let guarded = [b"s1.", other.as_slice()].concat();
                let payload = [other.as_slice(), &Sha256::digest(guarded)[..8]].concat();
                let text = format!("s1.{}.z", URL_SAFE_NO_PAD.encode(payload));
                tried += 1;
                if open_signed(&text, &ring).is_ok() {
                    opened.push((at, bit));
                }
            }
        }
    }
    println!(
        "T1 signed, checksum mended: {tried} flipped bits, {} opened",
        opened.len()
    );
    // The day of a borrower's own acceptance, which nobody signed: the day before or after, within the offer's time. Such
    // an acceptance counts as claimed, and a lender countersigns it where that matters.
    let unsigned_days = opened.len();
    assert!(
        unsigned_days <= 4,
        "{} at {:?}",
        opened.len(),
        opened.first()
    );
    assert!(tried > 5_000);
}
