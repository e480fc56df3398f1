//! Every payload comes out as it went in, and in one form only.

use quittance::engine::rules::Role;
use quittance::share::Refusal;
use quittance::share::signed::{
    Acceptance, Approval, Authority, Bundle, Certificate, Counter, Envelope, Kind, Menu, Offering,
    PublicKey, Request, Withdrawal, creditor_id, offering,
};

use crate::cards::{self, day, minor};
use crate::house::{House, acceptance, counter, id_of, key};

#[test]
fn payloads_come_out_as_they_went_in() {
    let house = House::of(1);
    let ring = house.ring();
    let directory = &|id| ring.creditor(id);
    let offer = house.offer(&cards::card(), Some(Role::Manager));
    let read = Offering::decode(&offer.payload, directory).unwrap();
    assert_eq!(read.offer, cards::card());
    assert_eq!(read.approval, Some(Role::Manager));
    assert_eq!(read.encode().unwrap(), offer.payload);
    let id = id_of(&house, &offer);
    let approval = house.approval(id);
    let read = Approval::decode(&approval.payload).unwrap();
    assert_eq!(read.encode().unwrap(), approval.payload);
    let request = house.request(id);
    let read = Request::decode(&request.payload).unwrap();
    assert_eq!(read.encode().unwrap(), request.payload);
    let accepted = acceptance(id, "2026-11-22");
    let read = Acceptance::decode(&accepted.payload).unwrap();
    assert_eq!(read.encode().unwrap(), accepted.payload);
    let withdrawn = house.withdrawal(id, "2026-11-22");
    let read = Withdrawal::decode(&withdrawn.payload).unwrap();
    assert_eq!(read.encode().unwrap(), withdrawn.payload);
    let wish = counter(Some(id), &cards::loan());
    let read = Counter::decode(&wish.payload, directory).unwrap();
    assert_eq!(read.encode().unwrap(), wish.payload);
    let certificate = house.certificate(&house.agent, Role::Agent, "Agent 0417");
    let bytes = certificate.encode().unwrap();
    assert_eq!(Certificate::decode(&bytes).unwrap(), certificate);
    for authority in [House::agent_authority(), House::supervisor_authority()] {
        let bytes = authority.encode().unwrap();
        assert_eq!(Authority::decode(&bytes).unwrap(), authority);
    }
}

#[test]
fn a_reference_names_exactly_one_creditors_lines() {
    let house = House::of(1);
    let mut other = house.creditors[0].clone();
    let id = creditor_id(&other).unwrap();
    assert_eq!(house.ring().creditor(id), Some(other.clone()));
    other.channels.push("6222 0000 1111 2222".to_owned());
    assert_ne!(creditor_id(&other).unwrap(), id);
    assert_eq!(house.ring().creditor(creditor_id(&other).unwrap()), None);
    // A reader who does not know the lender cannot guess.
    let offer = house.offer(&cards::card(), None);
    assert_eq!(
        Offering::decode(&offer.payload, &|_| None),
        Err(Refusal::UnknownCreditor)
    );
}

#[test]
fn a_menu_is_of_one_debt_and_of_different_options() {
    let ring = House::of(1).ring();
    let of = |offers: &[quittance::agreement::Offer]| {
        let options = offers
            .iter()
            .map(|offer| offering(offer, &offer.work_out().unwrap(), None, &ring).unwrap())
            .collect();
        Menu::of(options)
    };
    let refused = |what| Err(Refusal::Value { what });
    assert_eq!(of(&[]), refused("options"));
    assert_eq!(of(&[cards::card(), cards::card()]), refused("options"));
    assert_eq!(of(&[cards::card(), cards::loan()]), refused("common"));
    let downs = |count: i64| {
        (1..=count)
            .map(|number| {
                let mut offer = cards::card();
                offer.proposal.down_payment = minor(number * 100_00);
                offer
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(of(&downs(9)), refused("options"));
    let eight = of(&downs(8)).unwrap();
    assert_eq!(eight.options().len(), 8);
    let read = Menu::decode(&eight.encode().unwrap(), &|id| ring.creditor(id)).unwrap();
    assert_eq!(read, eight);
    // The order is the lender's: another order is another menu.
    let turned = of(&downs(8).into_iter().rev().collect::<Vec<_>>()).unwrap();
    assert_ne!(turned.id().unwrap(), eight.id().unwrap());
}

#[test]
fn what_nobody_could_read_is_not_written() {
    let house = House::of(1);
    let mut certificate = house.certificate(&house.agent, Role::Agent, &"x".repeat(81));
    assert!(certificate.encode().is_err());
    certificate.holder = "right\u{202e}left".to_owned();
    assert!(certificate.encode().is_err());
    certificate.holder = "Agent".to_owned();
    certificate.until = day("2025-12-31");
    assert!(certificate.encode().is_err());
    let id = id_of(&house, &house.offer(&cards::card(), None));
    for reason in ["", "   ", &"x".repeat(161)] {
        let approval = Approval {
            of: id,
            on: day("2026-11-21"),
            until: day("2026-11-22"),
            reason: reason.to_owned(),
        };
        assert!(approval.encode().is_err(), "{reason}");
    }
    let asked_of_an_agent = Request {
        of: id,
        on: day("2026-11-21"),
        asked: Role::Agent,
        note: None,
    };
    assert!(asked_of_an_agent.encode().is_err());
}

#[test]
fn objects_stand_in_one_order() {
    let house = House::of(1);
    let offer = house.offer(&cards::card(), None);
    let approval = house.approval(id_of(&house, &offer));
    let one = Bundle::of(vec![approval.clone(), offer.clone()]);
    let other = Bundle::of(vec![offer.clone(), approval.clone(), offer.clone()]);
    assert_eq!(one, other);
    assert_eq!(one.only(Kind::Offer), Some(&offer));
    assert_eq!(Bundle::decode(&one.encode().unwrap()).unwrap(), one);
    assert!(Bundle::of(Vec::new()).encode().is_err());
    let many: Vec<Envelope> = (0..13_u8)
        .map(|number| Envelope::unsigned(Kind::Authority, vec![number]))
        .collect();
    assert!(Bundle::of(many).encode().is_err());
}

#[test]
fn a_fingerprint_is_sixteen_symbols_and_a_keys_own() {
    let mut seen = std::collections::BTreeSet::new();
    for number in 0..200 {
        let key = key(number).public();
        let print = key.fingerprint();
        assert_eq!(print.len(), 19);
        assert!(print.split('-').all(|group| group.len() == 4));
        assert!(seen.insert((print, *key.id().bytes())));
        assert_eq!(PublicKey::from_bytes(key.bytes()), Some(key));
    }
}

#[test]
fn a_secret_key_does_not_show_itself() {
    assert_eq!(format!("{:?}", key(42)), "SecretKey(..)");
}
