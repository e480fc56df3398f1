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

const VECTORS: [&str; 25] = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<iframe src=javascript:alert(1)>",
    "<a href=\"javascript:alert(1)\">pay here</a>",
    "<style>*{display:none}</style>",
    "<link rel=stylesheet href=//e.example>",
    "<base href=//e.example>",
    "<meta http-equiv=refresh content=0>",
    "<form action=//e.example><input>",
    "<!--><script>1</script>-->",
    "<template><script>1</script>",
    "</textarea><script>1</script>",
    "{{constructor.constructor('1')()}}",
    "${alert(1)}",
    "javascript:alert(1)",
    "data:text/html,<b>1</b>",
    "=HYPERLINK(\"//e.example\")",
    "@SUM(1+1)*cmd|'/C calc'!A0",
    "'; DROP TABLE plans; --",
    "../../etc/passwd",
    "%3Cscript%3E1%3C/script%3E",
    "&lt;script&gt;1",
    "\\u003cscript\\u003e1",
    "END:VALARM X-ALT-DESC:<b>",
];

/// Twenty ways to put a text: within others, in other letters, with signs that are not seen.
fn dressed(vector: &str) -> Vec<String> {
    let hidden = [
        "\u{202e}",
        "\u{2066}",
        "\u{200b}",
        "\u{feff}",
        "\u{0}",
        "\u{1b}[2J",
        "\n",
        "\r\n",
        "\u{2028}",
        "\u{7f}",
    ];
    let mut all: Vec<String> = hidden
        .iter()
        .map(|sign| format!("{sign}{vector}"))
        .collect();
    all.extend([
        vector.to_owned(),
        vector.to_uppercase(),
        format!("\"{vector}"),
        format!("'>{vector}"),
        format!("]]>{vector}"),
        format!("`{vector}`"),
        format!("张三{vector}"),
        format!("{vector}{vector}{vector}"),
        vector.replace('<', "\u{ff1c}").replace('>', "\u{ff1e}"),
        vector.replace(' ', "/"),
    ]);
    all
}

fn payloads() -> Vec<String> {
    VECTORS.into_iter().flat_map(dressed).collect()
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

type Place = fn(&mut Offer) -> &mut String;

/// Every text of an offer.
const PLACES: [Place; 9] = [
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
