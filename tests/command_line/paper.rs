//! `quittance document`: the papers and files of an agreement.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::program::{answer, quittance};

fn asked(changes: &Value) -> Value {
    let mut document = json!({
        "case": "card-cn",
        "option": {
            "settlement": "instalments", "count": 24, "first_due": "2026-12-21", "rate_pct": "6",
            "waivers": {"penalty": "30%"}, "down_payment": "9707.00"
        }
    });
    for (name, value) in changes.as_object().unwrap() {
        document[name] = value.clone();
    }
    document
}

fn text(changes: &Value) -> String {
    answer("document", &asked(changes))["text"]
        .as_str()
        .unwrap()
        .to_owned()
}

#[test]
fn every_form_is_of_the_plan_that_the_program_lays_out() {
    let plan = answer("plan", &asked(&json!({})));
    let paid = plan["totals"]["paid"].as_str().unwrap();
    let mut written = paid.to_owned();
    written.insert(2, ',');
    for form in ["text", "message"] {
        let said = text(&json!({"form": form}));
        assert!(
            said.starts_with("还款协议摘要") && said.contains(&written),
            "{form}: {said}"
        );
    }
    let data: Value = serde_json::from_str(&text(&json!({"form": "data"}))).unwrap();
    assert_eq!(data["totals"]["paid"], paid);
    assert_eq!(data["totals"]["waived"], plan["totals"]["waived"]);
    assert_eq!(data["opening"]["principal"], plan["opening"]["principal"]);
    let rows = plan["rows"].as_array().unwrap();
    assert_eq!(data["rows"].as_array().unwrap().len(), rows.len());
    let payments = rows.iter().filter(|row| row["kind"] != "deferral").count();
    let calendar = text(&json!({"form": "calendar"}));
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), payments);
    let table = text(&json!({"form": "table"}));
    assert_eq!(table.lines().count(), rows.len() + 1);
    let file = answer(
        "document",
        &asked(&json!({"form": "pdf", "languages": "zh-en"})),
    );
    assert!(file.get("text").is_none());
    let bytes = STANDARD.decode(file["base64"].as_str().unwrap()).unwrap();
    assert!(bytes.starts_with(b"%PDF-1.4\n") && bytes.ends_with(b"%%EOF\n"));
    assert_eq!(file["profile"], "cn-card");
    let code = file["code"].as_str().unwrap();
    assert_eq!(
        file["name"],
        format!("quittance-agreement-{code}-zh-en.pdf")
    );
}

#[test]
fn papers_and_languages_are_those_asked_for() {
    let notice = text(&json!({"paper": "arrears", "languages": "en"}));
    assert!(notice.starts_with("Notice of arrears\n"), "{notice}");
    let both = text(&json!({"paper": "plan", "languages": "zh-en"}));
    assert!(
        both.contains("还款计划书") && both.contains("Repayment plan"),
        "{both}"
    );
    let british = answer(
        "document",
        &json!({"case": "loan-gb", "option": {
            "settlement": "instalments", "count": 36, "first_due": "2026-12-20", "rate_pct": "0"
        }}),
    );
    assert_eq!(british["profile"], "gb");
    assert!(british["text"].as_str().unwrap().contains("(CONC 7.4.2R)"));
}

#[test]
fn an_address_makes_the_link_and_its_code() {
    let without = answer("document", &asked(&json!({"form": "data"})));
    let read =
        |file: &Value| -> Value { serde_json::from_str(file["text"].as_str().unwrap()).unwrap() };
    assert!(read(&without)["link"].is_null());
    let with = asked(&json!({"form": "data", "address": "https://plans.example/"}));
    let with = answer("document", &with);
    let fragment = with["fragment"].as_str().unwrap();
    assert_eq!(
        read(&with)["link"],
        format!("https://plans.example/#{fragment}")
    );
    assert_eq!(with["code"], without["code"]);
    let size = |address: Value| {
        let document = asked(&json!({"form": "pdf", "address": address}));
        answer("document", &document)["base64"]
            .as_str()
            .unwrap()
            .len()
    };
    assert!(
        size(json!("https://plans.example/")) > size(Value::Null) + 10_000,
        "no QR code"
    );
}

#[test]
fn what_cannot_be_made_is_refused_by_name() {
    for (changes, at) in [
        (json!({"paper": "letter"}), "paper"),
        (json!({"languages": "fr"}), "languages"),
        (
            json!({"form": "message", "languages": "zh-en"}),
            "languages",
        ),
        (json!({"form": "docx"}), "form"),
        (json!({"form": "pdf", "page": "a5"}), "page"),
        (json!({"address": "https://plans.example/#a"}), "address"),
        (json!({"address": "x".repeat(2_000)}), "address"),
        (json!({"packs": ["cn-statutory"]}), "packs"),
    ] {
        let said = quittance(&["document"], &asked(&changes).to_string());
        assert_eq!(said.status, 2, "{changes}: {:?}", said.lines);
        assert_eq!(
            said.lines[0]["error"]["at"], at,
            "{changes}: {:?}",
            said.lines
        );
    }
    // An option that the rules refuse makes no agreement.
    let mut refused = asked(&json!({}));
    refused["option"]["count"] = json!(240);
    let said = quittance(&["document"], &refused.to_string());
    assert_eq!(said.status, 1, "{:?}", said.lines);
    assert!(said.lines[0].get("text").is_none(), "{:?}", said.lines);
}
