//! Everything that can happen to a link on its way, one thing at a time, everywhere in it.

use crate::cards;
use crate::sealing::{cbor, payload, sealed};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use quittance::share::locked::Locked;
use quittance::share::{LinkError, Verified, decode_offer, encode_offer};

const ALPHABET: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

fn links() -> Vec<String> {
    cards::all()
        .iter()
        .map(|(_, offer)| encode_offer(offer, &offer.work_out().unwrap()).unwrap())
        .collect()
}

/// Counts how every changed text was refused; a text that opens ends the test.
#[derive(Debug, Default)]
struct Refused {
    cut_off: usize,
    damaged: usize,
    newer: usize,
    not_a_link: usize,
}

impl Refused {
    fn expect(&mut self, text: &str) {
        match decode_offer(text) {
            Err(LinkError::CutOff) => self.cut_off += 1,
            Err(LinkError::Damaged) => self.damaged += 1,
            Err(LinkError::NewerVersion { .. }) => self.newer += 1,
            Err(LinkError::NotALink) => self.not_a_link += 1,
            // Another letter at the beginning names a text under a passphrase, whose checksum then does not fit.
            Err(LinkError::Locked) => {
                assert_eq!(Locked::read(text), Err(LinkError::Damaged), "{text}");
                self.damaged += 1;
            }
            other => panic!("{text}\n{other:?}"),
        }
    }

    const fn all(&self) -> usize {
        self.cut_off + self.damaged + self.newer + self.not_a_link
    }
}

fn replaced(text: &str, at: usize, symbol: char) -> String {
    text.chars()
        .enumerate()
        .map(|(place, old)| if place == at { symbol } else { old })
        .collect()
}

#[test]
fn every_single_character_substitution_is_detected() {
    let mut refused = Refused::default();
    let mut tried = 0;
    for link in links() {
        for (at, old) in link.chars().enumerate() {
            for symbol in ALPHABET.chars().chain("=+/.#% \u{ff11}".chars()) {
                if symbol != old {
                    refused.expect(&replaced(&link, at, symbol));
                    tried += 1;
                }
            }
        }
    }
    println!("T1 draft: {tried} substitutions: {refused:?}");
    assert_eq!(refused.all(), tried);
    assert!(
        tried > 50_000 && refused.damaged > tried * 9 / 10,
        "{refused:?}"
    );
}

#[test]
fn every_bit_flip_of_the_text_is_detected() {
    let mut refused = Refused::default();
    let mut tried = 0;
    for link in links() {
        for at in 0..link.len() {
            for bit in 0..8 {
                let mut bytes = link.clone().into_bytes();
                bytes[at] ^= 1 << bit;
                // A text of the browser is Unicode: a byte of its own above 127 becomes a Latin letter.
                let text: String = bytes.iter().map(|byte| char::from(*byte)).collect();
                refused.expect(&text);
                tried += 1;
            }
        }
    }
    println!("T1 draft: {tried} bit flips of the text: {refused:?}");
    assert_eq!(refused.all(), tried);
}

#[test]
fn every_bit_flip_of_the_payload_is_detected_and_the_checksum_is_why() {
    let (mut tried, mut another_plan) = (0, 0);
    for link in links() {
        let whole = payload(&link);
        for bit in 0..whole.len() * 8 {
            let mut bytes = whole.clone();
            bytes[bit / 8] ^= 1 << (bit % 8);
            let text = format!("q1.{}.z", URL_SAFE_NO_PAD.encode(&bytes));
            assert_eq!(decode_offer(&text), Err(LinkError::Damaged), "bit {bit}");
        }
        // What a decoder without the checksum would have done: it takes the flipped bytes as they are.
        let inner = cbor(&link);
        let original = decode_offer(&link).unwrap();
        for bit in 0..inner.len() * 8 {
            let mut bytes = inner.clone();
            bytes[bit / 8] ^= 1 << (bit % 8);
            tried += 1;
            if let Ok(opened) = decode_offer(&sealed(&bytes)) {
                assert_ne!(
                    (&opened.offer, opened.verified),
                    (&original.offer, original.verified)
                );
                another_plan += 1;
            }
        }
    }
    println!(
        "T1 draft: without the checksum {another_plan} of {tried} bit flips open as another offer"
    );
    assert!(another_plan * 3 > tried, "{another_plan} of {tried}");
}

#[test]
fn every_truncation_is_detected_and_named() {
    let mut refused = Refused::default();
    for link in links() {
        for end in 0..link.len() {
            refused.expect(&link[..end]);
            let cut = decode_offer(&link[..end]);
            let expected = if end == 0 {
                LinkError::NotALink
            } else {
                LinkError::CutOff
            };
            assert_eq!(cut, Err(expected), "cut at {end}");
        }
        for start in 1..link.len() {
            refused.expect(&link[start..]);
        }
    }
    println!("T1 draft: truncations at either end: {refused:?}");
}

#[test]
fn every_insertion_deletion_and_transposition_is_detected() {
    let mut refused = Refused::default();
    for link in links() {
        for at in 0..=link.len() {
            for symbol in ALPHABET.chars().chain("=.% \n".chars()) {
                refused.expect(&format!("{}{symbol}{}", &link[..at], &link[at..]));
            }
        }
        for at in 0..link.len() - 1 {
            refused.expect(&format!("{}{}", &link[..at], &link[at + 1..]));
            let (one, two) = (link.as_bytes()[at], link.as_bytes()[at + 1]);
            if one != two {
                let swapped = format!("{}{}", char::from(two), char::from(one));
                refused.expect(&format!("{}{swapped}{}", &link[..at], &link[at + 2..]));
            }
        }
    }
    println!("T1 draft: insertions, deletions, transpositions: {refused:?}");
}

#[test]
fn two_links_cannot_be_spliced() {
    let mut refused = Refused::default();
    let links = links();
    for one in &links {
        for two in links.iter().filter(|two| *two != one) {
            for at in 4..one.len().min(two.len()) {
                let spliced = format!("{}{}", &one[..at], &two[at..]);
                // Where both begin or end alike, a splice is one of them again.
                if !links.contains(&spliced) {
                    refused.expect(&spliced);
                }
            }
        }
    }
    assert!(refused.damaged > 1_000, "{refused:?}");
}

#[test]
fn a_hash_or_its_escape_in_front_is_taken_off_once_and_nothing_else_is_repaired() {
    for link in links() {
        let opened = decode_offer(&link).unwrap();
        assert_eq!(opened.verified, Verified::SameFigures);
        assert_eq!(decode_offer(&format!("#{link}")).as_ref(), Ok(&opened));
        assert_eq!(decode_offer(&format!("%23{link}")).as_ref(), Ok(&opened));
        for front in ["##", "#%23", "%23#", " ", "?", "/", "\u{feff}", "%2523"] {
            let text = format!("{front}{link}");
            assert_eq!(decode_offer(&text), Err(LinkError::NotALink), "{text}");
        }
        let swapped = link.replace(".z", "%2Ez");
        assert_eq!(decode_offer(&swapped), Err(LinkError::CutOff));
        for tail in [" ", ")", ".", "z", "%20", "&utm_source=mail"] {
            let text = format!("{link}{tail}");
            assert_eq!(decode_offer(&text), Err(LinkError::Damaged), "{text}");
        }
        assert_eq!(decode_offer(&link.to_uppercase()), Err(LinkError::NotALink));
        assert_eq!(decode_offer(&link.to_lowercase()), Err(LinkError::Damaged));
    }
}

#[test]
fn a_newer_version_is_named_whatever_follows() {
    let link = links().remove(0);
    for (text, version) in [
        (link.replacen("q1.", "q2.", 1), 2),
        (link.replacen("q1.", "q17.", 1), 17),
        ("q2.".to_owned(), 2),
        ("#q3.\u{4e00} = anything".to_owned(), 3),
        (format!("q999999999.{}", "A".repeat(5_000)), 999_999_999),
    ] {
        assert_eq!(
            decode_offer(&text),
            Err(LinkError::NewerVersion { version }),
            "{text}"
        );
    }
    for text in [
        "",
        "#",
        "q0.x.z",
        "q01.x.z",
        "q1000000000.x.z",
        "q+2.x.z",
        "q.x.z",
        "q1a.x.z",
        "x1.x.z",
        "case=card",
        "q\u{ff12}.x.z",
        "/portal",
    ] {
        assert_eq!(decode_offer(text), Err(LinkError::NotALink), "{text}");
    }
    for text in ["q", "#q1", "q1.", "%23q1.AAAA"] {
        assert_eq!(decode_offer(text), Err(LinkError::CutOff), "{text}");
    }
    let long = format!("q1.{}.z", "A".repeat(1_796));
    assert_eq!(
        decode_offer(&long),
        Err(LinkError::TooLong { length: 1_801 })
    );
}
