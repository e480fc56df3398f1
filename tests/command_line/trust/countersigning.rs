//! `quittance countersign`: drafts made without a key, one by one, in a list and in a folder.

use serde_json::{Value, json};

use crate::lender::{Lender, draft_of, folder};
use crate::program::{answer, quittance};

fn asked(lender: &Lender, draft: Value) -> Value {
    json!({"draft": draft, "key": lender.agent(), "lenders": [lender.entry], "authorities": lender.authorities})
}

#[test]
fn a_draft_keeps_its_id_and_becomes_the_same_offer_that_was_signed_at_once() {
    let lender = Lender::of(1);
    let signed = lender.plain();
    let draft = draft_of(&lender, &signed["text"]);
    let read = lender.verify(&json!(draft));
    assert_eq!(read.lines[0]["answer"]["doubt"]["code"], "not-signed");
    let later = answer("countersign", &asked(&lender, json!(draft)));
    assert_eq!(later["text"], signed["text"]);
    assert_eq!(later["terms"], signed["terms"]);
}

#[test]
fn an_acceptance_gets_the_lenders_signature() {
    let lender = Lender::of(1);
    let signed = lender.plain();
    let own = lender.sign(
        None,
        "acceptance",
        json!({"about": signed["text"], "on": "2026-11-22"}),
    );
    let both = answer("countersign", &asked(&lender, own["text"].clone()));
    let read = lender.stands(&both["text"]);
    assert_eq!(read["acceptance"]["by"]["holder"], "The agent");
    assert_eq!(read["state"]["name"], "accepted");
    for text in [&both["text"], &signed["text"], &lender.entry] {
        let said = quittance(&["countersign"], &asked(&lender, text.clone()).to_string());
        assert!(said.status > 0, "{:?}", said.lines);
    }
}

#[test]
fn a_list_gets_a_line_for_each_and_the_worst_sets_the_status() {
    let lender = Lender::of(1);
    let draft = draft_of(&lender, &lender.plain()["text"]);
    let large = draft_of(&lender, &lender.large()["text"]);
    let list = json!([draft, "q1.AAAA.z", large, "", 5]);
    let said = quittance(&["countersign"], &asked(&lender, list).to_string());
    assert_eq!((said.status, said.lines.len()), (2, 5));
    assert_eq!(
        (&said.lines[0]["id"], &said.lines[0]["what"]),
        (&json!(1), &json!("offer"))
    );
    assert!(
        said.lines[1]["refused"][0]
            .as_str()
            .unwrap()
            .starts_with("damaged")
    );
    assert_eq!(said.lines[2]["approval"], "supervisor");
    assert!(
        said.lines[3]["refused"][0]
            .as_str()
            .unwrap()
            .starts_with("not-a-link")
    );
    assert_eq!(said.lines[4]["error"]["at"], "draft");
}

#[test]
fn a_folder_becomes_a_table() {
    let lender = Lender::of(1);
    let draft = draft_of(&lender, &lender.plain()["text"]);
    let files = [
        ("b.quittance", draft.as_str()),
        ("a.quittance", "no text of ours"),
        ("notes.txt", "not read"),
    ];
    let folder = folder("countersign", &files);
    let mut document = asked(&lender, json!(""));
    document.as_object_mut().unwrap().remove("draft");
    let path = folder.to_str().unwrap();
    let said = quittance(
        &["countersign", "--folder", path, "--csv"],
        &document.to_string(),
    );
    let table: Vec<&str> = said.lines.iter().filter_map(Value::as_str).collect();
    assert_eq!((said.status, table.len()), (1, 3), "{table:?}");
    assert_eq!(
        table[0],
        "id,what,terms,approval,key,characters,text,refused,error.problem"
    );
    assert!(
        table[1].starts_with("a.quittance,,,,,,,not-a-link"),
        "{}",
        table[1]
    );
    assert!(table[2].starts_with("b.quittance,offer,"), "{}", table[2]);
    assert!(table[2].contains(",s1."));
    // The document must leave the field to the folder.
    let said = quittance(
        &["countersign", "--folder", path],
        &asked(&lender, json!(draft)).to_string(),
    );
    assert_eq!(
        (said.status, &said.lines[0]["error"]["at"]),
        (2, &json!("draft"))
    );
    let said = quittance(
        &["countersign", "--folder", "no/such/folder"],
        &document.to_string(),
    );
    assert_eq!(
        (said.status, &said.lines[0]["error"]["at"]),
        (2, &json!("folder"))
    );
}
