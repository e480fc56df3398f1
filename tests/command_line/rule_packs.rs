//! `quittance lint` and `quittance diff`, and packs that nothing is judged by.

use serde_json::{Value, json};

use crate::program::{answer, quittance, refuses};

const SHIPPED: [&str; 9] = [
    "cn-statutory",
    "gb-statutory",
    "us-statutory",
    "house-card-cn",
    "house-loan-cn",
    "house-micro-cn",
    "house-property-cn",
    "house-loan-gb",
    "house-agency-us",
];

fn file(id: &str) -> Value {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/engine/rules/packs");
    let text = std::fs::read_to_string(format!("{folder}/{id}.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// The card pack with one more rule, a cap on yearly cost, for some ages of debt.
fn capped(rate: &str, from: u32) -> Value {
    let mut pack = file("house-card-cn");
    pack["rules"].as_array_mut().unwrap().push(json!({
        "id": "OWN", "limit": {"kind": "all-in-cap", "rate": rate}, "severity": "block", "visibility": "public",
        "applies": {"days_past_due": {"from": from}}, "source": "house: a test"
    }));
    pack
}

fn option() -> Value {
    json!({
        "settlement": "instalments", "count": 24, "first_due": "2026-12-21", "rate_pct": "6",
        "waivers": {"penalty": "30%"}, "down_payment": "9707.00"
    })
}

#[test]
fn every_pack_of_the_program_is_free_of_errors_by_name_and_as_a_file() {
    for id in SHIPPED {
        let by_name = answer("lint", &json!({"pack": id, "on": "2026-11-22"}));
        assert_eq!(by_name["errors"], 0, "{id}: {by_name}");
        assert_eq!(by_name["pack"], id);
        let as_file = answer("lint", &json!({"pack": file(id), "on": "2026-11-22"}));
        assert_eq!(by_name, as_file, "{id}");
    }
    let late = answer("lint", &json!({"pack": "house-loan-cn"}));
    let findings = late["findings"].as_array().unwrap();
    assert_eq!(late["warnings"], findings.len());
    let steps = findings
        .iter()
        .find(|one| one["code"] == "agreed-days-apart");
    assert_eq!(steps.unwrap()["at"], "rules.12.limit.frequencies");
    assert_eq!(steps.unwrap()["rules"], json!(["LOAN-STEPS"]));
}

/// The card pack with its cap on yearly cost above the note of the law at 24 %.
fn loose() -> Value {
    let mut pack = file("house-card-cn");
    pack["rules"][22]["limit"]["rate"] = json!("30");
    pack
}

#[test]
fn errors_are_reasons_and_set_the_status() {
    let codes = |document: Value, status: i32| -> Vec<String> {
        let said = quittance(&["lint"], &document.to_string());
        assert_eq!(said.status, status, "{:?}", said.lines);
        let line = &said.lines[0];
        let answer = if status == 0 { line } else { &line["answer"] };
        let findings = answer["findings"].as_array().unwrap();
        for (reason, finding) in line["refused"]
            .as_array()
            .into_iter()
            .flatten()
            .zip(findings)
        {
            let at = finding["at"].as_str().unwrap();
            assert!(reason.as_str().unwrap().starts_with(&format!("{at}: ")));
        }
        findings
            .iter()
            .map(|finding| finding["code"].as_str().unwrap().to_owned())
            .collect()
    };
    let usual = codes(json!({"pack": "house-card-cn"}), 0);
    let and_usual = |code: &str, found: Vec<String>| {
        let others: Vec<String> = found.iter().filter(|one| *one != code).cloned().collect();
        assert_eq!(found.len(), others.len() + 1, "{code}: {found:?}");
        assert_eq!(others, usual, "{code}");
    };
    and_usual("overlap", codes(json!({"pack": capped("12", 0)}), 1));
    and_usual("loosens", codes(json!({"pack": loose()}), 1));
    let alone = codes(json!({"pack": loose(), "above": []}), 0);
    assert!(!alone.contains(&"loosens".to_owned()), "{alone:?}");
    // Over its time.
    let mut old = file("house-card-cn");
    old["effective_to"] = json!("2026-06-30");
    let on = |day: &str| {
        let document = json!({"pack": old, "on": day});
        quittance(&["lint"], &document.to_string()).status
    };
    assert_eq!((on("2026-06-30"), on("2026-07-01")), (0, 1));
}

#[test]
fn what_cannot_be_read_names_its_place() {
    let mut wrong = file("house-card-cn");
    wrong["rules"][1]["limit"]["share"] = json!("much");
    let mut unknown = file("house-card-cn");
    unknown["rules"][4]["limit"] = json!({"kind": "mercy"});
    refuses(
        "lint",
        &[
            (json!({"pack": "house-of-cards"}), "pack"),
            (json!({"pack": wrong}), "pack.rules.2.limit.share"),
            (json!({"pack": unknown}), "pack.rules.5.limit.kind"),
            (json!({"pack": {}}), "pack.format"),
            (
                json!({"pack": "house-card-cn", "above": ["cn-statutory", wrong]}),
                "above.2.rules.2.limit.share",
            ),
            (json!({"pack": "house-card-cn", "on": "yesterday"}), "on"),
        ],
    );
    refuses(
        "diff",
        &[
            (
                json!({"before": wrong, "after": wrong}),
                "before.rules.2.limit.share",
            ),
            (json!({"before": "house-card-cn", "after": "none"}), "after"),
            (
                json!({"before": "house-card-cn", "after": "house-card-cn", "book": [
                    {"case": "card-cn", "option": option()}, {"case": "nobody", "option": option()}]}),
                "book.2.case",
            ),
        ],
    );
}

#[test]
fn nothing_is_judged_by_a_pack_that_says_two_things_or_loosens_the_law() {
    let judged = |command: &str, house: Value| {
        let mut document =
            json!({"case": "card-cn", "option": option(), "packs": ["cn-statutory", house]});
        if command == "solve" {
            document["unknown"] = json!("instalment");
        }
        quittance(&[command], &document.to_string())
    };
    let last = capped("12", 0)["rules"].as_array().unwrap().len();
    for command in ["plan", "repair", "solve"] {
        for (house, field) in [
            (capped("12", 0), "limit"),
            (capped("30", 400), "applies.days_past_due"),
        ] {
            let at = format!("packs.2.rules.{last}.{field}");
            let said = judged(command, house);
            assert_eq!(said.status, 2, "{command}: {:?}", said.lines);
            assert_eq!(said.lines[0]["error"]["at"], at, "{command}");
        }
        let said = judged(command, file("house-card-cn"));
        assert_eq!(said.status, 0, "{command}: {:?}", said.lines);
    }
    let said = judged("plan", loose());
    assert_eq!(
        (said.status, &said.lines[0]["error"]["at"]),
        (2, &json!("packs.2.rules.23.limit"))
    );
    let problem = said.lines[0]["error"]["problem"].as_str().unwrap();
    assert!(
        problem.contains("CARD-RATE-15") && problem.contains("CN-CAP-FI24-RATE"),
        "{problem}"
    );
}

#[test]
fn a_diff_says_what_changed_and_which_cases_change_with_it() {
    let mut after = file("house-card-cn");
    let version = after["version"].as_str().unwrap().to_owned();
    after["version"] = json!("9");
    after["rules"][0]["limit"]["share"] = json!("25");
    after["rules"].as_array_mut().unwrap().remove(4);
    let mut less = option();
    less["down_payment"] = json!("4000.00");
    let document = json!({
        "before": "house-card-cn", "after": after,
        "book": [
            {"case": "card-cn", "option": option(), "name": "Li"},
            {"case": "card-cn", "option": less},
        ],
    });
    let said = answer("diff", &document);
    assert_eq!(
        said["head"],
        json!([{"part": "version", "words": format!("Version 9 in place of {version}.")}])
    );
    let rules = said["rules"].as_array().unwrap();
    assert_eq!(rules.len(), 2, "{said}");
    assert_eq!(rules[0]["change"], "changed");
    assert_eq!(rules[0]["parts"], json!(["limit"]));
    assert_eq!(rules[0]["effect"], "tightens");
    assert_eq!(rules[1]["change"], "removed");
    assert_eq!(rules[1]["before"], "CARD-INTEREST-10");
    assert_eq!(rules[1]["effect"], "loosens");

    let book = &said["book"];
    assert_eq!((&book["cases"], &book["changed"]), (&json!(2), &json!(1)));
    assert_eq!(book["shifts"][0]["cases"], json!(["Li"]));
    assert_eq!(book["changes"][0]["before"], "allowed");
    assert_eq!(book["changes"][0]["after"], "needs-supervisor");
    assert_eq!(book["changes"][0]["broken_now"], json!(["CARD-DOWN-20"]));
    // As `plan` says of each.
    let decision = |packs: Value| {
        let document = json!({"case": "card-cn", "option": option(), "packs": packs});
        answer("plan", &document)["verdict"]["decision"].clone()
    };
    assert_eq!(
        decision(json!(["cn-statutory", "house-card-cn"])),
        "allowed"
    );
    assert_eq!(decision(json!(["cn-statutory", after])), "needs-approval");
}

#[test]
fn a_diff_of_law_is_judged_beside_the_house_and_nothing_changes_with_nothing() {
    let mut after = file("cn-statutory");
    let rules = after["rules"].as_array_mut().unwrap();
    rules.push(json!({
        "id": "NEW", "limit": {"kind": "maximum-instalments", "count": 12}, "severity": "block", "visibility": "public",
        "source": "Act of 2027 [R]"
    }));
    let book = json!([{"case": "card-cn", "option": option()}]);
    let said = answer(
        "diff",
        &json!({"before": "cn-statutory", "after": after, "book": book}),
    );
    assert_eq!(said["rules"][0]["change"], "added");
    assert_eq!(said["book"]["changes"][0]["after"], "refused");
    assert_eq!(said["book"]["changes"][0]["broken_now"], json!(["NEW"]));
    for id in SHIPPED {
        let same = answer("diff", &json!({"before": id, "after": file(id)}));
        assert_eq!(same["rules"], json!([]), "{id}");
        assert_eq!(same["head"], json!([]), "{id}");
    }
}
