//! `quittance inspect`: every key by its name, nothing believed.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::lender::{Lender, draft_of, offer};
use crate::program::{answer, quittance};

/// The names of all keys, at every depth.
fn names(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| names(item, found)),
        Value::Object(entries) => {
            for (name, inner) in entries {
                found.push(name.clone());
                names(inner, found);
            }
        }
        _ => {}
    }
}

fn sealed(cbor: &[u8]) -> String {
    let sum = Sha256::new()
        .chain_update("s1.")
        .chain_update(cbor)
        .finalize();
    let payload = [cbor, &sum[..8]].concat();
    format!("s1.{}.z", URL_SAFE_NO_PAD.encode(payload))
}

#[test]
fn every_key_of_every_object_has_a_name() {
    let lender = Lender::of(1);
    let menu = lender.sign(
        Some(lender.agent()),
        "menu",
        json!([offer(24, "30%"), offer(12, "30%")]),
    );
    let large = lender.large();
    let request = lender.sign(
        Some(lender.agent()),
        "approval_request",
        json!({"about": large["text"], "on": "2026-11-22", "note": "N", "authority": lender.authorities[0]}),
    );
    let approval = lender.sign(
        Some(lender.supervisor()),
        "approval",
        json!({"about": large["terms"], "on": "2026-11-22", "until": "2026-11-23", "reason": "R"}),
    );
    let wish = lender.sign(
        None,
        "counter_proposal",
        json!({"on": "2026-11-22", "wish": offer(36, "60%"), "note": "N"}),
    );
    let gone = lender.sign(
        Some(lender.agent()),
        "withdrawal",
        json!({"about": menu["terms"], "on": "2026-11-22", "reason": "R"}),
    );
    let taken = lender.sign(
        None,
        "acceptance",
        json!({"about": menu["text"], "option": 1, "on": "2026-11-22", "recording": "R"}),
    );
    let draft = draft_of(&lender, &large["text"]);
    let texts =
        [&menu, &request, &approval, &wish, &gone, &taken].map(|signed| signed["text"].clone());
    let (mut kinds, mut found) = (Vec::new(), Vec::new());
    for text in texts
        .iter()
        .chain([&lender.entry, &json!(draft), &lender.certificates[0]])
    {
        let held = answer("inspect", &json!({"text": text}));
        assert_eq!(held["verified"], false);
        assert_eq!(held["characters"], text.as_str().unwrap().chars().count());
        let mut objects = held["objects"].as_array().unwrap().clone();
        let within: Vec<Value> = objects
            .iter()
            .filter_map(|object| object["within"].as_array().cloned())
            .flatten()
            .collect();
        objects.extend(within);
        for object in &objects {
            kinds.push(object["kind"].as_str().unwrap().to_owned());
            names(&object["payload"], &mut found);
        }
    }
    kinds.sort();
    kinds.dedup();
    assert_eq!(kinds.len(), 11, "{kinds:?}");
    assert!(found.len() > 150);
    let unnamed: Vec<&String> = found
        .iter()
        .filter(|name| name.parse::<u8>().is_ok())
        .collect();
    assert!(unnamed.is_empty(), "{unnamed:?}");
}

#[test]
fn bytes_that_nobody_made_on_purpose_are_shown_as_they_are() {
    // An offer of one unknown key, an offer of no CBOR, and one whose signature is nobody's.
    for (payload, shown) in [
        (vec![0xa1, 0x18, 0x63, 0x01], json!({"99": 1})),
        (vec![0xff], Value::Null),
    ] {
        let mut cbor = vec![
            0x81,
            0x82,
            0x04,
            0x40 + u8::try_from(payload.len()).unwrap(),
        ];
        cbor.extend(&payload);
        let held = answer("inspect", &json!({"text": sealed(&cbor)}));
        let object = &held["objects"][0];
        assert_eq!(
            (&object["kind"], &object["signed"]),
            (&json!("offer"), &json!(false))
        );
        assert_eq!(object.get("payload").cloned().unwrap_or_default(), shown);
        assert_eq!(object.get("unreadable").is_some(), shown.is_null());
    }
    for (text, code) in [
        ("hello", "not-a-link"),
        ("s1.AA", "cut-off"),
        ("q1.AAAA.z", "damaged"),
        ("q9.AAAA.z", "newer-version"),
        (sealed(&[0x80]).as_str(), "unsupported"),
        (
            sealed(&[0x81, 0x82, 0x18, 0x63, 0x40]).as_str(),
            "unsupported",
        ),
    ] {
        let said = quittance(&["inspect"], &json!({"text": text}).to_string());
        assert_eq!(said.status, 1, "{text}");
        assert_eq!(said.lines[0]["answer"]["doubt"]["code"], code, "{text}");
    }
}
