//! T6: the links that hold texts written to be run, for the tests that open them in a browser.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use quittance::agreement::Offer;
use quittance::engine::rules::Role;
use quittance::share::signed::{
    Acceptance, Approval, Counter, Envelope, Kind, Request, Ring, offering, open_signed, sealed,
};
use quittance::share::{decode_offer, encode_offer};
use serde_json::json;

use crate::cards::{self, day};
use crate::house::{House, id_of};
use crate::injections::{PLACES, payloads};

/// Names the file into which the texts are written.
const FILE: &str = "QUITTANCE_INJECTED_TEXTS";

/// The link of a draft with a text in one of its fields, where the field takes it.
fn draft(offer: &Offer) -> Option<String> {
    let link = encode_offer(offer, &offer.work_out().unwrap()).ok()?;
    assert_eq!(&decode_offer(&link).unwrap().offer, offer);
    Some(link)
}

/// What a borrower, an agent and a supervisor say in their own words, beside the offer that it is about.
fn answers(house: &House, said: &str) -> Vec<String> {
    let on = day("2026-11-21");
    let plain = house.offer(&cards::card(), None);
    let waiting = house.offer(&cards::card(), Some(Role::Supervisor));
    let approval = Approval {
        of: id_of(house, &waiting),
        on,
        until: day("2026-11-28"),
        reason: said.to_owned(),
    };
    let request = Request {
        of: approval.of,
        on,
        asked: Role::Supervisor,
        note: Some(said.to_owned()),
    };
    let acceptance = Acceptance {
        of: id_of(house, &plain),
        on,
        recording: Some(said.to_owned()),
    };
    let wished = cards::card();
    let counter = Counter {
        of: Some(acceptance.of),
        on,
        wish: offering(&wished, &wished.work_out().unwrap(), None, &Ring::new()).unwrap(),
        note: Some(said.to_owned()),
    };
    let signed = |kind, payload, by| Envelope::signed(kind, payload, by);
    let beside = [
        approval.encode().ok().map(|payload| {
            let answer = signed(Kind::Approval, payload, &house.supervisor);
            vec![waiting.clone(), answer]
        }),
        request.encode().ok().map(|payload| {
            let answer = signed(Kind::Request, payload, &house.agent);
            vec![waiting.clone(), answer]
        }),
        acceptance
            .encode()
            .ok()
            .map(|payload| vec![plain.clone(), Envelope::unsigned(Kind::Acceptance, payload)]),
        counter
            .encode()
            .ok()
            .map(|payload| vec![Envelope::unsigned(Kind::Counter, payload)]),
    ];
    let texts: Vec<String> = beside
        .into_iter()
        .flatten()
        .map(|objects| sealed(objects).unwrap())
        .collect();
    for text in &texts {
        open_signed(text, &house.ring()).unwrap();
    }
    texts
}

#[test]
fn links_with_injected_texts_open_and_are_handed_to_the_browser() {
    let house = House::of(1);
    let mut texts = Vec::new();
    for payload in payloads() {
        for place in PLACES {
            let mut offer = cards::card();
            place(&mut offer).clone_from(&payload);
            texts.extend(draft(&offer));
        }
        texts.extend(answers(&house, &payload));
    }
    assert!(texts.len() > 2_000, "{} texts", texts.len());
    if let Some(file) = std::env::var_os(FILE) {
        let root = URL_SAFE_NO_PAD.encode(house.root.public().bytes());
        let all = json!({"lender": house.entry(), "root": root, "texts": texts});
        std::fs::write(file, all.to_string()).unwrap();
    }
}
