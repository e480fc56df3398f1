//! T5 on the command line: how far the lender would have gone is in nothing that a borrower gets.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};

use crate::lender::{Lender, SECRET_AMOUNT, SECRET_PCT, offer};
use crate::program::{answer, quittance};

/// The card pack with other private limits.
fn pack(penalty: &str, charges: &str, floor: &str) -> Value {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/engine/rules/packs");
    let text = std::fs::read_to_string(format!("{folder}/house-card-cn.json")).unwrap();
    let mut pack: Value = serde_json::from_str(&text).unwrap();
    for rule in pack["rules"].as_array_mut().unwrap() {
        let secret = match rule["id"].as_str().unwrap() {
            "CARD-PENALTY-60" => ("share", penalty),
            "CARD-CHARGES-50" => ("share", charges),
            "CARD-FLOOR-88" => ("amount", floor),
            _ => continue,
        };
        assert_eq!(rule["visibility"], "private");
        rule["limit"][secret.0] = json!(secret.1);
    }
    pack
}

/// A share or an amount in every form in which it could stand: as text, as a whole number, and as CBOR writes it.
fn forms() -> Vec<Vec<u8>> {
    let share = 876_543_u32;
    let amount = 3_141_592_653_u32;
    let steps = 8_765_430_000_u64;
    let cbor = |number: u32| [&[0x1a_u8][..], &number.to_be_bytes()].concat();
    vec![
        SECRET_PCT.into(),
        SECRET_AMOUNT.into(),
        share.to_string().into(),
        amount.to_string().into(),
        steps.to_string().into(),
        cbor(share),
        cbor(amount),
        [&[0x1b_u8][..], &steps.to_be_bytes()].concat(),
    ]
}

fn holds(hay: &[u8], needle: &[u8]) -> bool {
    hay.windows(needle.len()).any(|window| window == needle)
}

/// Everything that a borrower gets of a text: itself, its bytes, and what this program says of it.
fn everything(lender: &Lender, text: &Value) -> Vec<Vec<u8>> {
    let link = text.as_str().unwrap();
    let bytes = URL_SAFE_NO_PAD.decode(&link[3..link.len() - 2]).unwrap();
    let verified = lender.verify(text).lines[0].to_string();
    let inspected = answer("inspect", &json!({"text": text})).to_string();
    vec![link.into(), bytes, verified.into(), inspected.into()]
}

#[test]
fn the_same_menu_under_other_private_limits_is_the_same_text() {
    let lender = Lender::of(1);
    let menu = |pack: &Value| {
        let options: Vec<Value> = [24, 30, 36]
            .into_iter()
            .map(|count| {
                let mut option = offer(count, "30%");
                option["packs"] = json!(["cn-statutory", pack]);
                option
            })
            .collect();
        lender.sign(Some(lender.agent()), "menu", json!(options))
    };
    let (open, tight) = (
        pack(SECRET_PCT, SECRET_PCT, "0.01"),
        pack("61", "50", SECRET_AMOUNT),
    );
    // The packs do differ: one option passes under the first alone.
    let passes = |pack: &Value| {
        let mut asked = offer(24, "75%");
        asked["packs"] = json!(["cn-statutory", pack]);
        quittance(&["check"], &asked.to_string()).lines[0].to_string()
    };
    assert_ne!(passes(&open), passes(&tight));
    assert_eq!(menu(&open)["text"], menu(&tight)["text"]);
}

#[test]
fn no_limit_stands_in_anything_that_a_borrower_gets() {
    let lender = Lender::of(1);
    let large = lender.large();
    let approval =
        json!({"about": large["text"], "on": "2026-11-22", "until": "2026-11-23", "reason": "R"});
    let mut asked = lender.asked(Some(lender.supervisor()), "approval", approval);
    asked["embed"] = json!(true);
    let approved = answer("sign", &asked);
    let accepted = lender.sign(
        None,
        "acceptance",
        json!({"about": approved["text"], "on": "2026-11-22"}),
    );
    let menu = lender.sign(
        Some(lender.agent()),
        "menu",
        json!([offer(24, "30%"), offer(12, "30%")]),
    );
    let mut looked = 0;
    for text in [
        &large["text"],
        &approved["text"],
        &accepted["text"],
        &menu["text"],
        &lender.entry,
    ] {
        for held in everything(&lender, text) {
            for form in forms() {
                assert!(!holds(&held, &form), "{}", String::from_utf8_lossy(&held));
                looked += 1;
            }
        }
    }
    println!("T5: {looked} looks at 5 texts in 4 forms for 8 sentinels, 0 found");
    assert_eq!(looked, 5 * 4 * 8);
    // The look finds them in what is the lender's alone.
    let mut found = 0;
    for authority in &lender.authorities {
        let held = everything(&lender, authority);
        found += forms()
            .iter()
            .filter(|form| held.iter().any(|one| holds(one, form)))
            .count();
    }
    assert!(found >= 4, "{found}");
}
