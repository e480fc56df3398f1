//! T6: texts that somebody wrote to be run rather than read: refused, or the same text again, and nothing else.

use quittance::agreement::Offer;
use quittance::engine::claim::read_case;
use quittance::engine::rules::Role;
use quittance::share::signed::{
    Acceptance, Approval, Certificate, Counter, Envelope, Kind, Lender, Offering, Request, Ring,
    Signed, Withdrawal, offering, open_signed, sealed, text_of,
};
use quittance::share::{decode_offer, encode_offer};
use serde_json::{Value, json};

use crate::cards::{self, day};
use crate::house::{House, id_of};

/// The texts and the ways to put them, which the tests in a browser read too.
const GIVEN: &str = include_str!("../injections.json");

/// A text put in one way: in other letters, several times, or behind others and signs that are not seen.
fn dressed(vector: &str, dressing: &Value) -> String {
    let mut text = vector.repeat(usize::try_from(dressing["times"].as_u64().unwrap_or(1)).unwrap());
    for pair in dressing["replace"].as_array().into_iter().flatten() {
        text = text.replace(pair[0].as_str().unwrap(), pair[1].as_str().unwrap());
    }
    if dressing["upper"] == true {
        text = text.to_uppercase();
    }
    format!("{}{text}", dressing["before"].as_str().unwrap_or_default())
}

pub fn payloads() -> Vec<String> {
    let given: Value = serde_json::from_str(GIVEN).unwrap();
    let vectors = given["vectors"].as_array().unwrap();
    let dressings = given["dressings"].as_array().unwrap();
    vectors
        .iter()
        .flat_map(|vector| {
            dressings
                .iter()
                .map(|it| dressed(vector.as_str().unwrap(), it))
        })
        .collect()
}

#[derive(Default)]
struct Count {
    refused: usize,
    kept: usize,
}

impl Count {
    /// Either refused, or there again to the last character.
    fn see(&mut self, written: Option<bool>, payload: &str) {
        match written {
            None => self.refused += 1,
            Some(same) => {
                assert!(same, "{payload:?}");
                self.kept += 1;
            }
        }
    }
}

pub type Place = fn(&mut Offer) -> &mut String;

/// Every text of an offer.
pub const PLACES: [Place; 9] = [
    |offer| &mut offer.parties.creditor.name,
    |offer| offer.parties.creditor.original.get_or_insert_default(),
    |offer| &mut offer.parties.creditor.contact,
    |offer| &mut offer.parties.creditor.complaints,
    |offer| {
        offer.parties.creditor.channels = vec![String::new()];
        &mut offer.parties.creditor.channels[0]
    },
    |offer| &mut offer.parties.borrower,
    |offer| &mut offer.parties.account,
    |offer| &mut offer.pack.id,
    |offer| &mut offer.pack.version,
];

#[test]
fn five_hundred_injections_stay_texts_in_every_field_of_every_object() {
    let house = House::of(1);
    let id = id_of(&house, &house.offer(&cards::card(), None));
    let payloads = payloads();
    assert_eq!(payloads.len(), 500);
    let mut count = Count::default();
    for payload in &payloads {
        for place in PLACES {
            let mut offer = cards::card();
            place(&mut offer).clone_from(payload);
            let worked = offer.work_out().unwrap();
            count.see(
                encode_offer(&offer, &worked)
                    .ok()
                    .map(|link| decode_offer(&link).unwrap().offer == offer),
                payload,
            );
            let signed = offering(&offer, &worked, None, &Ring::new())
                .ok()
                .and_then(|offering| offering.encode().ok())
                .filter(|bytes| Offering::decode(bytes, &|_| None).is_ok())
                .map(|bytes| Offering::decode(&bytes, &|_| None).unwrap().offer == offer);
            count.see(signed, payload);
        }
        lines(&house, id, payload, &mut count);
        lender(&house, payload, &mut count);
        case(payload, &mut count);
    }
    println!(
        "T6 natively: {} injections in {} fields: {} refused, {} there again to the last character",
        payloads.len(),
        (count.refused + count.kept) / payloads.len(),
        count.refused,
        count.kept
    );
    assert!(count.refused > 1_000 && count.kept > 1_000);
}

/// What people write beside an offer.
fn lines(house: &House, of: quittance::share::TermsId, payload: &str, count: &mut Count) {
    let (on, said) = (day("2026-11-21"), payload.to_owned());
    let signed = |kind, bytes: Option<Vec<u8>>, read: &dyn Fn(&Signed) -> Option<String>| {
        let object = Envelope::signed(kind, bytes?, &house.supervisor);
        let opened = open_signed(&sealed(vec![object]).unwrap(), &house.ring()).unwrap();
        Some(read(&opened).as_deref() == Some(payload))
    };
    let approval = Approval {
        of,
        on,
        until: on,
        reason: said.clone(),
    };
    count.see(
        signed(
            Kind::Approval,
            approval.encode().ok(),
            &|signed| match signed {
                Signed::Approval(approval, _) => Some(approval.reason.clone()),
                _ => None,
            },
        ),
        payload,
    );
    let acceptance = Acceptance {
        of,
        on,
        recording: Some(said.clone()),
    };
    count.see(
        signed(
            Kind::Acceptance,
            acceptance.encode().ok(),
            &|signed| match signed {
                Signed::Acceptance(acceptance, _) => acceptance.recording.clone(),
                _ => None,
            },
        ),
        payload,
    );
    let withdrawal = Withdrawal {
        of,
        on,
        reason: Some(said.clone()),
    };
    count.see(
        signed(
            Kind::Withdrawal,
            withdrawal.encode().ok(),
            &|signed| match signed {
                Signed::Withdrawal(withdrawal, _) => withdrawal.reason.clone(),
                _ => None,
            },
        ),
        payload,
    );
    let worked = cards::loan().work_out().unwrap();
    let wish = offering(&cards::loan(), &worked, None, &Ring::new()).unwrap();
    let counter = Counter {
        of: Some(of),
        on,
        wish,
        note: Some(said.clone()),
    };
    let read = counter
        .encode()
        .ok()
        .and_then(|bytes| Counter::decode(&bytes, &|_| None).ok());
    count.see(read.map(|read| read == counter), payload);
    let request = Request {
        of,
        on,
        asked: Role::Manager,
        note: Some(said),
    };
    let read = request.encode().ok().map(|bytes| Request::decode(&bytes));
    count.see(read.map(|read| read.unwrap() == request), payload);
}

/// A lender's own names.
fn lender(house: &House, payload: &str, count: &mut Count) {
    let mut certificate = house.certificate(&house.agent, Role::Agent, "A");
    payload.clone_into(&mut certificate.holder);
    let read = certificate
        .encode()
        .ok()
        .map(|bytes| Certificate::decode(&bytes));
    count.see(read.map(|read| read.unwrap() == certificate), payload);
    let entry = |change: &dyn Fn(&mut Lender)| {
        let mut lender = house.lender(Vec::new());
        change(&mut lender);
        let object = Envelope::signed(Kind::Lender, lender.encode().ok()?, &house.root);
        let text = text_of(vec![object]).ok()?;
        let mut ring = Ring::new();
        Some(*ring.trust(&text, None).unwrap() == lender)
    };
    count.see(
        entry(&|lender| payload.clone_into(&mut lender.label)),
        payload,
    );
    count.see(
        entry(&|lender| payload.clone_into(&mut lender.creditors[0].name)),
        payload,
    );
    count.see(
        entry(&|lender| lender.creditors[0].channels = vec![payload.to_owned()]),
        payload,
    );
}

/// A case file.
fn case(payload: &str, count: &mut Count) {
    let file = quittance::samples::by_id("card-cn").unwrap().file;
    for path in [
        &["creditor", "name"][..],
        &["creditor", "contact"],
        &["creditor", "complaints"],
        &["borrower", "name"],
        &["borrower", "account"],
    ] {
        let mut case: Value = serde_json::from_str(file).unwrap();
        case[path[0]][path[1]] = json!(payload);
        let read = read_case(&case.to_string()).ok().map(|case| {
            let sides = &case.parties;
            let found = match path {
                ["creditor", "name"] => &sides.creditor.name,
                ["creditor", "contact"] => &sides.creditor.contact,
                ["creditor", "complaints"] => &sides.creditor.complaints,
                ["borrower", "name"] => &sides.borrower,
                _ => &sides.account,
            };
            found == payload
        });
        count.see(read, payload);
    }
}
