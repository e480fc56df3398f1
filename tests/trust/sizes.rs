//! T3: how long signed things are.

use quittance::engine::calendar::Frequency;
use quittance::engine::plan::{Repayment, Settlement, Size};
use quittance::share::signed::{Envelope, open_signed, sealed};
use quittance::share::{CreditorId, qr_path};

use crate::cards::{self, day};
use crate::house::{House, id_of};
use crate::opening::bare_ring;

/// T3's figures: bytes, characters of the link's fragment, version of the QR code at level M.
const BY_REFERENCE: (usize, usize, usize) = (400, 600, 19);
const EMBEDDED: (usize, usize, usize) = (700, 1_000, 25);

fn with_count(count: u32) -> quittance::agreement::Offer {
    let mut offer = cards::card();
    offer.proposal.settlement = Settlement::Instalments {
        repayment: Repayment::EqualInstalment,
        frequency: Frequency::MONTHLY,
        size: Size::Count(count),
        multiple: None,
    };
    offer.expires_on = day("2026-12-05");
    offer.proposal.first_due = day("2026-12-21");
    offer
}

fn size(name: &str, objects: Vec<Envelope>) -> (usize, usize, usize) {
    let text = sealed(objects).unwrap();
    let bytes = (text.len() - "s1..z".len()) * 3 / 4;
    let modules = qr_path(&text).unwrap().side_modules - 8;
    let found = (bytes, text.len(), (modules - 17) / 4);
    println!(
        "T3 {name}: {} bytes, {} characters, QR version {}",
        found.0, found.1, found.2
    );
    found
}

fn within(found: (usize, usize, usize), most: (usize, usize, usize)) -> bool {
    found.0 <= most.0 && found.1 <= most.1 && found.2 <= most.2
}

#[test]
fn a_signed_offer_of_sixty_instalments_with_certificates_by_reference_is_short() {
    let house = House::of(1);
    let sixty = size("60 instalments", vec![house.offer(&with_count(60), None)]);
    assert!(within(sixty, BY_REFERENCE), "{sixty:?}");
}

#[test]
fn an_offer_with_its_approval_and_both_certificates_is_short_enough() {
    let house = House::of(1);
    let offer = house.offer(&with_count(60), None);
    let approval = house.approval(id_of(&house, &offer));
    let mut objects = house.certificates();
    objects.truncate(2);
    objects.extend([offer, approval]);
    let text = sealed(objects.clone()).unwrap();
    // It opens where nothing but the root key is known.
    open_signed(&text, &bare_ring(&house)).unwrap();
    let all = size("60 instalments, approval, two certificates", objects);
    assert!(within(all, EMBEDDED), "{all:?}");
}

#[test]
fn six_hundred_instalments_are_no_longer_than_sixty() {
    let house = House::of(1);
    let of = |count| {
        size(
            &format!("{count} instalments"),
            vec![house.offer(&with_count(count), None)],
        )
    };
    // One byte for a count above 255.
    assert!(of(600).0 <= of(60).0 + 1);
}

#[test]
fn a_creditor_is_named_by_reference_where_the_lender_lists_it() {
    assert!(CreditorId::from_bytes(&[0; 15]).is_none());
    let house = House::of(1);
    let mut other = House::of(1);
    other.creditors.clear();
    let (short, long) = (
        house.offer(&cards::card(), None),
        other.offer(&cards::card(), None),
    );
    assert!(short.payload.len() + 40 < long.payload.len());
    assert_eq!(id_of(&house, &short).bytes().len(), 32);
}
