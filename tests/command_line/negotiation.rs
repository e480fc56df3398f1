//! `quittance repair` and `quittance solve`: what they answer can be put into the option, and then it holds.

use serde_json::{Value, json};

use crate::program::{answer, quittance};

/// RFC 7396.
pub fn merge(into: &mut Value, patch: &Value) {
    let Some(fields) = patch.as_object() else {
        *into = patch.clone();
        return;
    };
    if !into.is_object() {
        *into = json!({});
    }
    for (name, value) in fields {
        merge(&mut into[name], value);
    }
}

fn asked() -> Value {
    json!({
        "settlement": "instalments", "count": 36, "first_due": "2026-12-20", "rate_pct": "6",
        "waivers": {"penalty": "50%"}
    })
}

#[test]
fn every_repair_put_into_the_option_is_what_it_says() {
    for case in ["card-cn", "loan-cn", "micro-cn", "property-cn", "loan-gb"] {
        let found = answer("repair", &json!({"case": case, "option": asked()}));
        let repairs = found["repairs"].as_array().unwrap();
        assert!(
            !repairs.is_empty() || found["passes"] == true,
            "{case}: {found}"
        );
        for repair in repairs {
            let mut option = asked();
            for change in repair["changes"].as_array().unwrap() {
                merge(&mut option, &change["set"]);
            }
            let plan = answer("plan", &json!({"case": case, "option": option}));
            assert_eq!(plan["verdict"]["decision"], "allowed", "{case}: {option}");
            for figure in [
                "due_now",
                "instalment",
                "count",
                "last_date",
                "paid",
                "waived",
            ] {
                assert_eq!(plan["totals"][figure], repair[figure], "{case}: {option}");
            }
        }
    }
}

#[test]
fn who_asks_decides_how_much_must_change() {
    let repairs = |authority: &str| {
        let document = json!({"case": "card-cn", "option": asked(), "authority": authority});
        answer("repair", &document)
    };
    let changes = |found: &Value| {
        found["repairs"][0]["changes"]
            .as_array()
            .map_or(0, Vec::len)
    };
    assert_eq!(repairs("agent")["passes"], false);
    let (agent, manager) = (repairs("agent"), repairs("manager"));
    assert!(changes(&manager) < changes(&agent), "{agent} {manager}");
    let refused = quittance(
        &["repair"],
        &json!({"case": "card-cn", "option": asked(), "authority": "owner"}).to_string(),
    );
    assert_eq!(
        (refused.status, &refused.lines[0]["error"]["at"]),
        (2, &json!("authority"))
    );
}

#[test]
fn each_unknown_is_found_or_said_to_be_out_of_reach() {
    let mut option = asked();
    option["waivers"] = json!({});
    let document = |unknown: &str, payment: Option<&str>| {
        let mut document = json!({"case": "card-cn", "option": option, "unknown": unknown});
        if let Some(payment) = payment {
            document["payment"] = json!(payment);
        }
        if unknown == "waiver" {
            document["component"] = json!("penalty");
        }
        document
    };
    let largest = |answer: &Value| answer["largest"].as_str().unwrap().parse::<f64>().unwrap();
    for unknown in ["down-payment", "waiver", "discount", "count", "end-date"] {
        let found = answer("solve", &document(unknown, Some("1420.00")));
        assert!(
            largest(&found) <= 1420.0 && largest(&found) > 1340.0,
            "{unknown}: {found}"
        );
    }
    for unknown in ["rate", "first-date"] {
        let found = answer("solve", &document(unknown, Some("1500.00")));
        assert!(
            largest(&found) <= 1500.0 && largest(&found) > 1490.0,
            "{unknown}: {found}"
        );
    }
    let each = answer("solve", &document("instalment", None));
    assert_eq!(each["value"], each["largest"]);
    assert_eq!(answer("solve", &document("lump-sum", None))["count"], 1);

    let far = quittance(&["solve"], &document("rate", Some("100.00")).to_string());
    assert_eq!(far.status, 1);
    assert_eq!(far.lines[0]["answer"]["value"], "0");
    for (mut wrong, at) in [
        (document("rate", None), "payment"),
        (document("mercy", Some("1")), "unknown"),
        (document("rate", Some("1")), "component"),
    ] {
        if at == "component" {
            wrong["component"] = json!("penalty");
        }
        let said = quittance(&["solve"], &wrong.to_string());
        assert_eq!(
            (said.status, &said.lines[0]["error"]["at"]),
            (2, &json!(at)),
            "{wrong}"
        );
    }
}

#[test]
fn rules_that_no_two_changes_meet_together_are_named() {
    // Through within forty days, and in twenty monthly payments: a plan can keep to either, none to both.
    let rule = |id: &str, limit: Value| json!({"id": id, "limit": limit, "severity": "block", "visibility": "public", "source": "house"});
    let pack = json!({
        "format": "quittance-pack/1", "id": "own", "name": {"zh": "-", "en": "-"}, "version": "1", "layer": "statutory",
        "jurisdiction": "cn", "currency": "CNY", "effective_from": "2020-01-01", "rules": [
            rule("SOON", json!({"kind": "maximum-total-days", "days": 40})),
            rule("MANY", json!({"kind": "minimum-payments", "count": 20})),
            rule("MONTHLY", json!({"kind": "allowed-frequencies", "frequencies": ["monthly"]})),
        ]
    });
    let document = json!({"case": "card-cn", "option": asked(), "packs": [pack]});
    let said = quittance(&["repair"], &document.to_string());
    assert_eq!(said.status, 1);
    let answer = &said.lines[0]["answer"];
    assert_eq!(
        (&answer["repairs"], &answer["beyond"]),
        (&json!([]), &json!([]))
    );
    assert_eq!(answer["apart"], json!(["SOON", "MANY"]));
    // One change meets one of them, and that is as near as it gets.
    assert_eq!(answer["nearest"]["change"]["term"], "count");
    assert_eq!(answer["nearest"]["left"], json!(["MANY"]));
}
