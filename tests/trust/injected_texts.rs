//! T6: the links that hold texts written to be run, for the tests that open them in a browser.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use quittance::engine::rules::Role;
use quittance::share::signed::{
    Acceptance, Approval, Counter, Envelope, Kind, Offering, Request, Ring, offering, open_signed,
    sealed,
};
use quittance::share::{TermsId, encode_offer};
use serde_json::json;

use crate::cards::{self, day};
use crate::house::{House, id_of};
use crate::injections::{PLACES, payloads};

/// Names the file into which the texts are written.
const FILE: &str = "QUITTANCE_INJECTED_TEXTS";

/// What is answered: an offer that stands, and one that waits for approval.
struct About {
    plain: Envelope,
    waiting: Envelope,
    wish: Offering,
    of: [TermsId; 2],
}

impl About {
    fn of(house: &House) -> Self {
        let plain = house.offer(&cards::card(), None);
        let waiting = house.offer(&cards::card(), Some(Role::Supervisor));
        let worked = cards::card().work_out().unwrap();
        Self {
            of: [id_of(house, &plain), id_of(house, &waiting)],
            wish: offering(&cards::card(), &worked, None, &Ring::new()).unwrap(),
            plain,
            waiting,
        }
    }
}

/// What a borrower, an agent and a supervisor say in their own words, beside the offer that it is about.
fn answers(house: &House, about: &About, said: &str) -> Vec<String> {
    let on = day("2026-11-21");
    let About {
        plain,
        waiting,
        wish,
        of: [of_plain, of_waiting],
    } = about;
    let approval = Approval {
        of: *of_waiting,
        on,
        until: day("2026-11-28"),
        reason: said.to_owned(),
    };
    let request = Request {
        of: *of_waiting,
        on,
        asked: Role::Supervisor,
        note: Some(said.to_owned()),
    };
    let acceptance = Acceptance {
        of: *of_plain,
        on,
        recording: Some(said.to_owned()),
    };
    let counter = Counter {
        of: Some(*of_plain),
        on,
        wish: wish.clone(),
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
    let texts = beside
        .into_iter()
        .flatten()
        .map(|objects| sealed(objects).unwrap());
    // What no line may hold is refused when it is written or when it is read.
    texts
        .filter(|text| open_signed(text, &house.ring()).is_ok())
        .collect()
}

#[test]
fn links_with_injected_texts_open_and_are_handed_to_the_browser() {
    let house = House::of(1);
    let about = About::of(&house);
    let worked = cards::card().work_out().unwrap();
    let mut texts = Vec::new();
    for payload in payloads() {
        for place in PLACES {
            let mut offer = cards::card();
            place(&mut offer).clone_from(&payload);
            // A field that does not take a text makes no link of it.
            texts.extend(encode_offer(&offer, &worked).ok());
        }
        texts.extend(answers(&house, &about, &payload));
    }
    assert!(texts.len() > 3_000, "{} texts", texts.len());
    if let Some(file) = std::env::var_os(FILE) {
        let root = URL_SAFE_NO_PAD.encode(house.root.public().bytes());
        let all = json!({"lender": house.entry(), "root": root, "texts": texts});
        std::fs::write(file, all.to_string()).unwrap();
    }
}
