//! T5: nothing that a borrower receives says how far the lender would have gone.

use quittance::share::signed::{Authority, Envelope, Kind, sealed, text_of};

use crate::cards;
use crate::house::{House, acceptance, id_of};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// The bytes of everything in a text, payloads within payloads too, since they stand in it as they are.
fn bytes(text: &str) -> Vec<u8> {
    URL_SAFE_NO_PAD.decode(&text[3..text.len() - 2]).unwrap()
}

fn holds(hay: &[u8], needle: &[u8]) -> bool {
    hay.windows(needle.len()).any(|window| window == needle)
}

/// Amounts that stand nowhere else, as CBOR writes them.
fn sentinels(authority: &Authority) -> Vec<Vec<u8>> {
    let amounts = [authority.most_owed, authority.most_waived];
    let mut found: Vec<Vec<u8>> = amounts
        .into_iter()
        .flatten()
        .map(|amount| {
            let mut bytes = vec![0x1a];
            bytes.extend(u32::try_from(amount.minor()).unwrap().to_be_bytes());
            bytes
        })
        .collect();
    found.push(authority.salt.to_vec());
    found
}

#[test]
fn a_borrowers_texts_hold_no_limit_of_any_authority() {
    let house = House::of(1);
    let offer = house.offer(&cards::card(), None);
    let id = id_of(&house, &offer);
    let mut whole = house.certificates();
    whole.extend([
        offer.clone(),
        house.approval(id),
        acceptance(id, "2026-11-22"),
    ]);
    let borrowers = [
        sealed(vec![offer]).unwrap(),
        text_of(whole).unwrap(),
        sealed(vec![house.menu(&[cards::card()])]).unwrap(),
        house.entry(),
    ];
    let authorities = [House::agent_authority(), House::supervisor_authority()];
    let mut looked = 0;
    for text in &borrowers {
        for sentinel in authorities.iter().flat_map(sentinels) {
            assert!(!holds(&bytes(text), &sentinel), "{sentinel:?}");
            looked += 1;
        }
    }
    println!("T5 objects: {looked} looks at 4 texts for 4 sentinels of two authorities, 0 found");
    assert_eq!(looked, 4 * 4);
    // The look finds them where they are.
    let lenders = text_of(vec![Envelope::unsigned(
        Kind::Authority,
        House::agent_authority().encode().unwrap(),
    )])
    .unwrap();
    for sentinel in sentinels(&House::agent_authority()) {
        assert!(holds(&bytes(&lenders), &sentinel));
    }
}

#[test]
fn the_name_of_an_authority_cannot_be_searched_for() {
    let (one, mut other) = (House::agent_authority(), House::agent_authority());
    other.salt = [9; 16];
    assert_ne!(one.id().unwrap(), other.id().unwrap());
    let mut tighter = House::agent_authority();
    tighter.most_days = Some(30);
    assert_ne!(one.id().unwrap(), tighter.id().unwrap());
}
