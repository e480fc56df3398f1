//! One offer has one form: every other way to write the same bytes is refused, right checksum or not.

use crate::cards;
use crate::sealing::{cbor, payload, sealed};
use minicbor::{Decoder, Encoder};
use quittance::share::{LinkError, Refusal, decode_offer, encode_offer};

type Entry = (u8, Vec<u8>);

fn card_link() -> String {
    let card = cards::card();
    encode_offer(&card, &card.work_out().unwrap()).unwrap()
}

/// The entries of a map, each value as it stands.
fn entries(map: &[u8]) -> Vec<Entry> {
    let mut decoder = Decoder::new(map);
    let count = decoder.map().unwrap().unwrap();
    let mut found = Vec::new();
    for _ in 0..count {
        let key = decoder.u8().unwrap();
        let start = decoder.position();
        decoder.skip().unwrap();
        found.push((key, map[start..decoder.position()].to_vec()));
    }
    assert_eq!(decoder.position(), map.len());
    found
}

fn map_of(entries: &[Entry]) -> Vec<u8> {
    let mut encoder = Encoder::new(Vec::new());
    encoder.map(entries.len() as u64).unwrap();
    let mut bytes = encoder.into_writer();
    for (key, value) in entries {
        bytes.extend(written(u64::from(*key)));
        bytes.extend(value);
    }
    bytes
}

fn written(number: u64) -> Vec<u8> {
    let mut encoder = Encoder::new(Vec::new());
    encoder.u64(number).unwrap();
    encoder.into_writer()
}

/// The card's bytes with the entry of one key replaced, added or, with `None`, taken out.
fn with(key: u8, value: Option<Vec<u8>>) -> Vec<u8> {
    let mut entries = entries(&cbor(&card_link()));
    entries.retain(|(present, _)| *present != key);
    entries.extend(value.map(|value| (key, value)));
    entries.sort();
    map_of(&entries)
}

fn inner(key: u8) -> Vec<Entry> {
    let whole = entries(&cbor(&card_link()));
    entries(&whole.iter().find(|(present, _)| *present == key).unwrap().1)
}

fn refusal(bytes: &[u8]) -> Refusal {
    match decode_offer(&sealed(bytes)) {
        Err(LinkError::Unsupported(refusal)) => refusal,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_pieces_put_together_again_are_the_link() {
    let link = card_link();
    assert_eq!(sealed(&map_of(&entries(&cbor(&link)))), link);
    assert_eq!(sealed(&with(8, Some(map_of(&inner(8))))), link);
}

#[test]
fn keys_stand_once_and_in_order() {
    let right = entries(&cbor(&card_link()));
    for at in 0..right.len() - 1 {
        let mut swapped = right.clone();
        swapped.swap(at, at + 1);
        assert_eq!(refusal(&map_of(&swapped)), Refusal::NotCanonical);
        let mut doubled = right.clone();
        doubled.insert(at, right[at].clone());
        assert_eq!(refusal(&map_of(&doubled)), Refusal::NotCanonical);
    }
    let mut terms = inner(8);
    terms.swap(0, 1);
    assert_eq!(
        refusal(&with(8, Some(map_of(&terms)))),
        Refusal::NotCanonical
    );
}

#[test]
fn an_unknown_key_is_refused_in_every_map() {
    let zero = vec![0];
    assert_eq!(
        refusal(&with(32, Some(zero.clone()))),
        Refusal::UnknownKey { what: "offer" }
    );
    assert_eq!(
        refusal(&with(30, Some(zero.clone()))),
        Refusal::Value { what: "guarantor" }
    );
    // An itemisation that does not come to what is owed, and one with a key too many.
    assert_eq!(
        refusal(&with(31, Some(map_of(&[(1, vec![1])])))),
        Refusal::Value {
            what: "itemisation"
        }
    );
    assert_eq!(
        refusal(&with(31, Some(map_of(&[(6, vec![1])])))),
        Refusal::UnknownKey {
            what: "itemisation"
        }
    );
    // Who must approve is for signed offers: a draft with it is none.
    assert_eq!(
        refusal(&with(29, Some(vec![1]))),
        Refusal::UnknownKey { what: "offer" }
    );
    for (key, what) in [
        (5, "parties"),
        (6, "balances"),
        (8, "terms"),
        (9, "concessions"),
        (11, "instalments"),
    ] {
        let mut map = inner(key);
        map.push((23, zero.clone()));
        assert_eq!(
            refusal(&with(key, Some(map_of(&map)))),
            Refusal::UnknownKey { what }
        );
    }
}

#[test]
fn a_key_that_must_be_there_is_missed_by_name() {
    for (key, what) in [
        (0, "as-of"),
        (5, "parties"),
        (6, "balances"),
        (8, "terms"),
        (18, "pack-id"),
        (19, "pack-version"),
        (22, "paid"),
        (23, "digest"),
    ] {
        assert_eq!(refusal(&with(key, None)), Refusal::Missing { what });
    }
}

#[test]
fn a_default_written_out_is_refused() {
    let empty_map = vec![0xa0];
    for (key, value) in [
        (1, vec![0]),
        (2, vec![0]),
        (3, vec![0]),
        (13, vec![0]),
        (14, empty_map.clone()),
        (16, vec![0]),
        (17, vec![0]),
    ] {
        assert_eq!(
            refusal(&with(key, Some(value))),
            Refusal::NotCanonical,
            "key {key}"
        );
    }
    let no = vec![0xf4];
    assert_eq!(refusal(&with(4, Some(no))), Refusal::NotCanonical);
    assert_eq!(refusal(&with(9, Some(empty_map))), Refusal::NotCanonical);
    for (map, key) in [(6, 1), (8, 6), (8, 7), (8, 8), (11, 0), (11, 2)] {
        let mut entries = inner(map);
        entries.retain(|(present, _)| *present != key);
        entries.push((key, vec![0]));
        entries.sort();
        assert_eq!(
            refusal(&with(map, Some(map_of(&entries)))),
            Refusal::NotCanonical,
            "{map} {key}"
        );
    }
}

#[test]
fn longer_forms_of_the_same_value_are_refused() {
    // 30 days, which fit in one byte behind the head, in two and in four.
    assert!(decode_offer(&sealed(&with(12, Some(vec![0x18, 30])))).is_ok());
    for long in [vec![0x19, 0, 30], vec![0x1a, 0, 0, 0, 30]] {
        assert_eq!(refusal(&with(12, Some(long))), Refusal::NotCanonical);
    }
    // 9 % in steps of 10^-10 although hundredths of a percent hold it.
    let fine = [&[0x82, 0x01][..], &written(900_000_000)].concat();
    assert_eq!(refusal(&with(15, Some(fine))), Refusal::NotCanonical);
    // Principal first spelt out at the switch although that order has a number.
    let mut terms = inner(8);
    terms.retain(|(key, _)| *key != 10);
    terms.push((10, vec![0x86, 0, 1, 2, 3, 4, 5]));
    assert_eq!(
        refusal(&with(8, Some(map_of(&terms)))),
        Refusal::NotCanonical
    );
    // Overdue principal written although it is the whole principal.
    let mut balances = inner(6);
    let principal = balances[0].1.clone();
    balances.push((6, principal));
    assert_eq!(
        refusal(&with(6, Some(map_of(&balances)))),
        Refusal::NotCanonical
    );
    // A long header of the outermost map, of a text and of the digest.
    let bytes = cbor(&card_link());
    let count = bytes[0] - 0xa0;
    assert_eq!(
        refusal(&[&[0xb8, count], &bytes[1..]].concat()),
        Refusal::NotCanonical
    );
    assert_eq!(
        refusal(&with(19, Some(b"\x78\x031.0".to_vec()))),
        Refusal::NotCanonical
    );
    let digest = inner_digest();
    assert_eq!(
        refusal(&with(23, Some([&[0x58, 8], &digest[..]].concat()))),
        Refusal::NotCanonical
    );
}

fn inner_digest() -> Vec<u8> {
    entries(&cbor(&card_link())).pop().unwrap().1[1..].to_vec()
}

#[test]
fn indefinite_lengths_other_kinds_and_bytes_left_over_are_refused() {
    let bytes = cbor(&card_link());
    assert_eq!(
        refusal(&[&[0xbf], &bytes[1..], &[0xff]].concat()),
        Refusal::NotCanonical
    );
    assert_eq!(refusal(&[&bytes[..], &[0]].concat()), Refusal::NotCanonical);
    assert_eq!(
        refusal(&[&bytes[..], &bytes[..]].concat()),
        Refusal::NotCanonical
    );
    let text = b"\x7f\x631.0\xff".to_vec();
    assert_eq!(refusal(&with(19, Some(text))), Refusal::NotCanonical);
    let (float, tagged, null) = (vec![0xf9, 0x4f, 0x80], vec![0xc1, 0x18, 30], vec![0xf6]);
    for value in [
        float,
        tagged,
        null,
        vec![0xf7],
        vec![0xe5],
        vec![0x3b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
        vec![0x1b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
    ] {
        assert_eq!(refusal(&with(12, Some(value))), Refusal::NotCanonical);
    }
    assert_eq!(refusal(&[]), Refusal::NotCanonical);
    assert_eq!(refusal(&[0x81; 64]), Refusal::NotCanonical);
    assert_eq!(refusal(&[0xbb; 9]), Refusal::NotCanonical);
    assert_eq!(refusal(&[0x80]), Refusal::Value { what: "offer" });
}

#[test]
fn values_out_of_their_range_are_refused_by_name() {
    let minus_one = vec![0x20];
    for (key, value, what) in [
        (0, written(3_000_000), "as-of"),
        (1, vec![7], "currency"),
        (2, vec![3], "jurisdiction"),
        (3, vec![6], "product"),
        (4, vec![1], "sample"),
        (5, vec![0], "parties"),
        (7, minus_one.clone(), "overdue-since"),
        (7, written(1_000_000), "overdue-since"),
        (10, minus_one.clone(), "down-payment"),
        (10, written(100_000_000_000_000_001), "down-payment"),
        (12, written(3_661), "first-due"),
        (13, vec![3], "deferral"),
        (15, written(10_000_001), "plan-rate"),
        (15, vec![0x82, 0, 1], "plan-rate"),
        (16, vec![11], "basis"),
        (16, minus_one.clone(), "basis"),
        (17, vec![4], "plan-rounding"),
        (18, vec![0x60], "pack-id"),
        (18, b"\x63a\x07b".to_vec(), "pack-id"),
        (18, "\x66a\u{202e}bc".as_bytes().to_vec(), "pack-id"),
        (20, written(3_661), "expires-on"),
        (21, written(3_661), "grace-days"),
        (22, minus_one.clone(), "paid"),
        (23, vec![0x41, 0], "digest"),
    ] {
        assert_eq!(refusal(&with(key, Some(value))), Refusal::Value { what });
    }
    for (map, key, value, what) in [
        (6, 0, minus_one.clone(), "principal"),
        (6, 6, written(4_520_001), "overdue-principal"),
        (8, 1, minus_one, "original-principal"),
        (8, 8, vec![2], "order"),
        (8, 8, vec![0x86, 0, 1, 2, 3, 4, 4], "order"),
        (8, 8, vec![0x85, 0, 1, 2, 3, 4], "order"),
        (9, 0, written(10_001), "principal"),
        (9, 0, vec![0x82, 2, 1], "principal"),
        (11, 1, vec![0], "every"),
        (11, 1, written(65_536), "every"),
        (11, 2, vec![4], "unit"),
        (11, 3, written(601), "count"),
    ] {
        let mut entries = inner(map);
        entries.retain(|(present, _)| *present != key);
        entries.push((key, value));
        entries.sort();
        assert_eq!(
            refusal(&with(map, Some(map_of(&entries)))),
            Refusal::Value { what }
        );
    }
}

#[test]
fn a_plan_that_cannot_be_laid_out_opens_as_none() {
    let down_payment_above_everything = with(10, Some(written(90_000_000)));
    let opened = decode_offer(&sealed(&down_payment_above_everything));
    assert!(matches!(opened, Err(LinkError::NoPlan(_))), "{opened:?}");
}

#[test]
fn base64_has_one_form_too() {
    // A payload whose length leaves bits over in its last character.
    let link = [cards::card(), cards::loan(), cards::deferred()]
        .iter()
        .map(|offer| encode_offer(offer, &offer.work_out().unwrap()).unwrap())
        .find(|link| !payload(link).len().is_multiple_of(3))
        .unwrap();
    let body = link
        .strip_prefix("q1.")
        .unwrap()
        .strip_suffix(".z")
        .unwrap();
    let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let last = alphabet.find(body.chars().last().unwrap()).unwrap();
    let other_tail = alphabet.chars().nth(last + 1).unwrap();
    let tail = format!("q1.{}{other_tail}.z", &body[..body.len() - 1]);
    assert_eq!(
        decode_offer(&tail),
        Err(LinkError::Damaged),
        "bits left over"
    );
    for padded in [format!("q1.{body}=.z"), format!("q1.{body}==.z")] {
        assert_eq!(decode_offer(&padded), Err(LinkError::Damaged), "padding");
    }
    let standard = link.replace('-', "+").replace('_', "/");
    assert_ne!(standard, link, "the sample must use both alphabets");
    assert_eq!(
        decode_offer(&standard),
        Err(LinkError::Damaged),
        "the standard alphabet"
    );
    let broken_line = format!("q1.{}\n{}.z", &body[..76], &body[76..]);
    assert_eq!(
        decode_offer(&broken_line),
        Err(LinkError::Damaged),
        "a line break"
    );
}
