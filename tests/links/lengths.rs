//! The longest link that is made is the longest that is opened.

use crate::cards::card;
use quittance::agreement::Offer;
use quittance::share::{LONGEST, LinkError, ShareError, decode_offer, encode_offer};

/// The card's offer with channels of so many Chinese characters, three bytes each, and one of so many letters.
fn with(characters: usize, letters: usize) -> Offer {
    let mut offer = card();
    let full = characters / 160;
    let mut channels = vec!["行".repeat(160); full];
    channels.push("行".repeat(characters % 160 + 1));
    channels.push("a".repeat(letters));
    offer.parties.creditor.channels = channels;
    offer
}

#[test]
fn links_up_to_the_longest_are_made_and_opened_and_no_longer_ones() {
    let length = |offer: &Offer| match encode_offer(offer, &offer.work_out().unwrap()) {
        Ok(link) => {
            assert_eq!(decode_offer(&link).unwrap().offer, *offer);
            Ok(link.len())
        }
        Err(ShareError::TooLong { length }) => Err(length),
        Err(other) => panic!("{other:?}"),
    };
    let few = (0..400).step_by(20).rev();
    let characters = few
        .clone()
        .find(|count| length(&with(*count, 1)).is_ok())
        .unwrap();
    let lengths: Vec<_> = (1..=100)
        .map(|letters| length(&with(characters, letters)))
        .collect();
    let made = lengths.iter().filter_map(|one| one.ok());
    let refused = lengths.iter().filter_map(|one| one.err());
    assert_eq!(made.max(), Some(LONGEST));
    assert!(refused.min().unwrap() > LONGEST);
}

#[test]
fn a_text_of_the_longest_length_is_looked_into() {
    let text = |length: usize| format!("q1.{}", "a".repeat(length - 3));
    assert_eq!(decode_offer(&text(LONGEST)).unwrap_err(), LinkError::CutOff);
    let length = LONGEST + 1;
    assert_eq!(
        decode_offer(&text(length)).unwrap_err(),
        LinkError::TooLong { length }
    );
}
