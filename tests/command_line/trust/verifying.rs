//! `quittance verify`: every doubt by its name, and folders as tables.

use serde_json::{Value, json};

use crate::lender::{Lender, TODAY, doubt, draft_of, folder, offer, seed};
use crate::program::{answer, quittance};

#[test]
fn what_happened_to_a_text_on_its_way_is_told_by_a_name() {
    let lender = Lender::of(1);
    let text = lender.plain()["text"].as_str().unwrap().to_owned();
    let mut changed = text.clone();
    changed.replace_range(20..21, if &text[20..21] == "A" { "B" } else { "A" });
    let newer = text.replacen("s1.", "s2.", 1);
    let long = format!("s1.{}.z", "A".repeat(400_000));
    for (text, code) in [
        ("", "not-a-link"),
        ("https://example.org/", "not-a-link"),
        ("s1", "cut-off"),
        (&text[..text.len() - 2], "cut-off"),
        (&text[..40], "cut-off"),
        (&format!("{text}."), "damaged"),
        (&changed, "damaged"),
        (&newer, "newer-version"),
        (&long, "too-long"),
    ] {
        assert_eq!(
            doubt(&lender.verify(&json!(text)))["code"],
            code,
            "{text:.60}"
        );
    }
    // A sign of the address before it and line ends around it are no part of it.
    lender.stands(&json!(format!("\n#{text}\r\n")));
}

#[test]
fn what_does_not_stand_is_told_by_a_name_with_its_values() {
    let lender = Lender::of(1);
    let code = |said: &crate::program::Said, name: &str| {
        let told = doubt(said).clone();
        assert_eq!(told["code"], name, "{told}");
        assert!(told["sentence"].as_str().unwrap().len() > 20);
        assert!(said.lines[0]["answer"].get("options").is_none());
        told
    };
    let signed = lender.plain();
    // The lender withdrew the agent's key.
    let key = signed["key"].clone();
    let withdrawn = answer(
        "keys",
        &json!({"entry": {
            "root": seed(1), "label": "Tests", "issued_on": "2026-11-22",
            "creditors": [crate::lender::creditor("card-cn")], "certificates": lender.certificates,
            "withdrawn_keys": [{"key_id": key, "from": "2026-11-10"}]
        }}),
    );
    let with = |entry: &Value| {
        let asked = json!({"text": signed["text"], "lenders": [entry], "today": TODAY});
        quittance(&["verify"], &asked.to_string())
    };
    let told = code(&with(&withdrawn["entry"]), "key-withdrawn");
    assert_eq!(told["fields"], json!({"key": key, "from": "2026-11-10"}));
    // It has no certificate of the agent.
    let told = code(&with(&lender.bare_entry()), "unknown-signer");
    assert_eq!(told["fields"]["key"], key);
    // Beyond limits that only the lender's own programs know.
    let free = Lender::of(1);
    let mut wide = free.asked(Some(free.agent()), "offer", offer(24, "30%"));
    wide["authorities"] = json!([]);
    wide["offer"]["option"]["waivers"] = json!({"penalty": "30%", "interest": "10%"});
    let text = answer("sign", &wide)["text"].clone();
    lender.stands(&text);
    let asked = json!({"text": text, "lenders": [lender.entry], "authorities": lender.authorities, "today": TODAY});
    let told = code(
        &quittance(&["verify"], &asked.to_string()),
        "beyond-authority",
    );
    assert_eq!(told["fields"]["measure"], "waived-share");
    assert_eq!(told["fields"]["limit"], "3 %");
    assert_eq!(told["fields"]["actual"], "1485.97 of 48532.17");
    // An authority alone says nothing to a reader.
    code(&lender.verify(&lender.authorities[0]), "not-together");
}

#[test]
fn a_folder_is_answered_line_by_line_and_as_a_table_that_no_spreadsheet_runs() {
    let lender = Lender::of(1);
    let signed = lender.plain();
    let text = signed["text"].as_str().unwrap();
    let draft = draft_of(&lender, &signed["text"]);
    let (cut, lines) = (&text[..90], format!("{text}\n"));
    let files = [
        ("1.quittance", lines.as_str()),
        ("2.quittance", cut),
        ("3.quittance", draft.as_str()),
        ("=cmd|x.quittance", text),
        ("bytes.quittance", "\u{0}\u{1}"),
        ("read.me", "not read"),
    ];
    let path = folder("verify", &files);
    std::fs::write(path.join("bytes.quittance"), [0xff, 0xfe, 0x00]).unwrap();
    let path = path.to_str().unwrap();
    let document = json!({"lenders": [lender.entry], "today": TODAY}).to_string();
    let said = quittance(&["verify", "--folder", path], &document);
    assert_eq!((said.status, said.lines.len()), (1, 5));
    let by = |name: &str| said.lines.iter().find(|line| line["id"] == name).unwrap();
    assert_eq!(by("1.quittance")["stands"], true);
    assert_eq!(by("2.quittance")["answer"]["doubt"]["code"], "cut-off");
    assert_eq!(by("3.quittance")["answer"]["doubt"]["code"], "not-signed");
    assert_eq!(
        by("3.quittance")["answer"]["options"][0]["paid"],
        by("1.quittance")["options"][0]["paid"]
    );
    assert_eq!(
        by("bytes.quittance")["answer"]["doubt"]["code"],
        "not-a-link"
    );
    let table = quittance(&["verify", "--folder", path, "--csv"], &document);
    let table: Vec<&str> = table.lines.iter().filter_map(Value::as_str).collect();
    assert_eq!(table.len(), 6);
    assert!(table[0].starts_with("id,stands,what,state.name,"));
    assert!(
        table[1].starts_with("1.quittance,true,offer,offered,2026-11-23,,"),
        "{}",
        table[1]
    );
    assert!(
        table[1].contains(",CNY,49762.38,24,2026-12-21,2028-11-21,"),
        "{}",
        table[1]
    );
    assert!(table[2].contains(",cut-off,"), "{}", table[2]);
    assert!(
        table[4].starts_with("'=cmd|x.quittance,true,"),
        "{}",
        table[4]
    );
    // All of them stand: the status says so.
    let fine = folder("verify-fine", &[("1.quittance", text)]);
    assert_eq!(
        quittance(&["verify", "--folder", fine.to_str().unwrap()], &document).status,
        0
    );
    let none = folder("verify-none", &[]);
    let said = quittance(&["verify", "--folder", none.to_str().unwrap()], &document);
    assert_eq!(said.status, 0);
}

#[test]
fn a_list_of_texts_and_documents_on_lines_are_answered_alike() {
    let lender = Lender::of(1);
    let text = lender.plain()["text"].clone();
    let list = json!({"text": [text, "s1.x"], "lenders": [lender.entry], "today": TODAY});
    let said = quittance(&["verify"], &list.to_string());
    assert_eq!((said.status, said.lines.len()), (1, 2));
    assert_eq!(
        (&said.lines[0]["id"], &said.lines[1]["id"]),
        (&json!(1), &json!(2))
    );
    let one =
        |text: &Value| json!({"text": text, "lenders": [lender.entry], "today": TODAY}).to_string();
    let lines = quittance(
        &["verify"],
        &format!("{}\n{}", one(&text), one(&json!("s1.x"))),
    );
    assert_eq!(lines.lines[0]["terms"], said.lines[0]["terms"]);
    assert_eq!(lines.lines[1]["answer"], said.lines[1]["answer"]);
    for (wrong, at) in [
        (json!({"lenders": [], "today": TODAY}), ""),
        (
            json!({"text": "x", "lenders": [lender.entry, "s1."], "today": TODAY}),
            "lenders.2",
        ),
        (
            json!({"text": "x", "lenders": [text], "today": TODAY}),
            "lenders.1",
        ),
        (
            json!({"text": "x", "lenders": [], "today": "tomorrow"}),
            "today",
        ),
        (
            json!({"text": "x", "lenders": [], "today": TODAY, "pinned": "00"}),
            "pinned",
        ),
        (
            json!({"text": "x", "lenders": [], "today": TODAY, "trust": true}),
            "trust",
        ),
    ] {
        let said = quittance(&["verify"], &wrong.to_string());
        assert_eq!(
            (said.status, &said.lines[0]["error"]["at"]),
            (2, &json!(at)),
            "{wrong}"
        );
    }
}
