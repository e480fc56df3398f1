//! `quittance keys`.

use serde_json::{Value, json};

use crate::lender::{Lender, creditor, public, seed};
use crate::program::{answer, quittance, refuses};

#[test]
fn a_key_is_random_and_its_seed_gives_it_again() {
    let (one, other) = (
        answer("keys", &json!({"make": {}})),
        answer("keys", &json!({"make": {}})),
    );
    assert_ne!(one["seed"], other["seed"]);
    assert_ne!(one["public_key"], other["public_key"]);
    assert_ne!(one["fingerprint"], other["fingerprint"]);
    assert_eq!(one["fingerprint"].as_str().unwrap().len(), 19);
    let again = answer("keys", &json!({"make": {"seed": one["seed"]}}));
    assert_eq!(again, one);
    // RFC 8032, section 7.1, the first test.
    let known = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
    let made = answer("keys", &json!({"make": {"seed": known}}));
    assert_eq!(
        made["public_key"],
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
    );
}

#[test]
fn a_certificate_names_its_limits_by_a_hash_that_the_salt_hides() {
    let certify = |salt: Option<&str>| {
        let mut limits = json!({"currency": "CNY", "most_waived": "5000.00"});
        if let Some(salt) = salt {
            limits["salt"] = json!(salt);
        }
        answer(
            "keys",
            &json!({"certify": {
                "root": seed(1), "subject": public(2), "role": "agent", "holder": "A", "from": "2026-01-01",
                "until": "2026-12-31", "authority": limits
            }}),
        )
    };
    let salt = "07".repeat(16);
    assert_eq!(certify(Some(&salt)), certify(Some(&salt)));
    let (one, other) = (certify(None), certify(None));
    assert_ne!(one["certificate"], other["certificate"]);
    let held = answer("inspect", &json!({"text": one["authority"]}));
    assert_eq!(held["objects"][0]["kind"], "authority");
    assert_eq!(held["objects"][0]["payload"]["most-waived"], 500_000);
    let certificate = answer("inspect", &json!({"text": one["certificate"]}));
    assert_eq!(certificate["objects"][0]["signed"], true);
    assert_eq!(certificate["objects"][0]["payload"]["holder"], "A");
}

#[test]
fn an_entry_holds_what_it_was_given_and_counts_where_its_root_is_known() {
    let lender = Lender::of(1);
    let asked = |text: &Value, lenders: Value, pinned: Option<Value>| {
        let mut asked = json!({"text": text, "lenders": lenders, "today": "2026-11-22"});
        if let Some(pinned) = pinned {
            asked["pinned"] = pinned;
        }
        quittance(&["verify"], &asked.to_string())
    };
    let alone = asked(&lender.entry, json!([]), None);
    assert_eq!(alone.status, 1);
    assert_eq!(
        alone.lines[0]["answer"]["doubt"]["code"],
        "lender-not-known"
    );
    let pinned = asked(&lender.entry, json!([]), Some(public(1)));
    assert_eq!(pinned.status, 0);
    let people = pinned.lines[0]["lender"]["people"].as_array().unwrap();
    assert_eq!(people.len(), 3);
    assert_eq!(
        (&people[0]["limited"], &people[2]["limited"]),
        (&json!(true), &json!(false))
    );
    assert_eq!(
        pinned.lines[0]["lender"]["creditors"][0],
        creditor("card-cn")["name"]
    );
    let known = asked(&lender.bare_entry(), json!([lender.entry]), None);
    assert_eq!(known.status, 0);
    let other = asked(&lender.entry, json!([lender.entry]), Some(public(9)));
    assert_eq!(
        (other.status, &other.lines[0]["error"]["at"]),
        (2, &json!("lenders.1"))
    );
}

#[test]
fn what_is_wrong_is_named_and_no_secret_is_repeated() {
    let certify = |field: &str, value: Value| {
        let mut asked = json!({
            "root": seed(1), "subject": public(2), "role": "agent", "holder": "A", "from": "2026-01-01",
            "until": "2026-12-31", "authority": {"currency": "CNY"}
        });
        if let Some((outer, inner)) = field.split_once('.') {
            asked[outer][inner] = value;
        } else {
            asked[field] = value;
        }
        json!({"certify": asked})
    };
    let small_order = format!("01{}", "00".repeat(31));
    let entry = |field: &str, value: Value| {
        let mut asked = json!({"root": seed(1), "label": "L", "issued_on": "2026-11-01"});
        asked[field] = value;
        json!({"entry": asked})
    };
    let foreign = Lender::of(40).certificates[0].clone();
    refuses(
        "keys",
        &[
            (json!({}), ""),
            (
                json!({"make": {}, "entry": {"root": seed(1), "label": "L", "issued_on": "2026-11-01"}}),
                "",
            ),
            (json!({"make": {"seed": "00"}}), "make.seed"),
            (json!({"make": {"seed": "+0".repeat(32)}}), "make.seed"),
            (json!({"make": {"seed": "é".repeat(32)}}), "make.seed"),
            (json!({"make": {"size": 3}}), "make.size"),
            (certify("root", json!("secret words")), "certify.root"),
            (certify("subject", json!(small_order)), "certify.subject"),
            (certify("subject", public(1)), "certify.subject"),
            (certify("role", json!("owner")), "certify.role"),
            (certify("until", json!("2025-12-31")), "certify.until"),
            (certify("until", json!("2046-12-31")), "certify"),
            (certify("holder", json!("right\u{202e}left")), "certify"),
            (certify("holder", json!("x".repeat(81))), "certify"),
            (
                certify("authority.currency", json!("XAU")),
                "certify.authority.currency",
            ),
            (
                certify("authority.most_owed", json!("-1.00")),
                "certify.authority.most_owed",
            ),
            (
                certify("authority.most_owed", json!("1e9")),
                "certify.authority.most_owed",
            ),
            (
                certify("authority.most_waived_pct", json!("100.1")),
                "certify.authority.most_waived_pct",
            ),
            (
                certify("authority.most_days", json!(-1)),
                "certify.authority",
            ),
            (
                certify("authority.salt", json!("00")),
                "certify.authority.salt",
            ),
            (entry("certificates", json!([foreign])), "entry"),
            (
                entry("certificates", json!(["s1.AA.z"])),
                "entry.certificates.1",
            ),
            (
                entry(
                    "withdrawn_keys",
                    json!([{"key_id": "xy", "from": "2026-01-01"}]),
                ),
                "entry.withdrawn_keys.1.key_id",
            ),
            (entry("label", json!("")), "entry"),
        ],
    );
    let said = quittance(
        &["keys"],
        &certify("root", json!("secret words")).to_string(),
    );
    assert!(!said.lines[0].to_string().contains("secret words"));
}
