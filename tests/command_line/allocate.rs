//! `quittance allocate` reproduces the published splits.

use serde_json::{Value, json};

use crate::program::{answer, quittance};
use crate::published::{cases, document, reproduced, same_amount};

const FILE: &str = include_str!("../published/allocation.json");

/// The codes of the components, with the names that the cases have for them.
const NAMES: [(&str, &str); 5] = [
    ("costs", "costs"),
    ("penalty", "penalties"),
    ("charges", "fees"),
    ("interest", "interest"),
    ("principal", "principal"),
];

/// Nothing but these fields of a case is the answer's business.
const ASKED: [&str; 9] = [
    "strategy",
    "instalments",
    "events",
    "processing",
    "future_installment_rule",
    "order",
    "before",
    "payment",
    "charges",
];

fn same_parts(ours: &Value, published: &Value, what: &str) {
    for (code, name) in NAMES {
        if let Some(amount) = published.get(name) {
            same_amount(&ours[code], amount, &format!("{what} {name}"));
        }
    }
}

#[test]
fn every_published_case_is_nearly_a_document() {
    let cases = cases(FILE, 21);
    let lines: Vec<String> = cases
        .iter()
        .map(|case| document(case, &ASKED).to_string())
        .collect();
    let said = quittance(&["allocate"], &lines.join("\n"));
    assert_eq!((said.status, said.lines.len()), (0, 21));
    for (case, ours) in cases.iter().zip(&said.lines) {
        let (id, expected) = (case["id"].as_str().unwrap(), &case["expected"]);
        if case["kind"] == "simple_waterfall" {
            same_parts(&ours["allocated"], &expected["allocated"], id);
            same_parts(&ours["after"], &expected["after"], id);
            same_amount(&ours["overpayment"], &expected["overpayment"], id);
            reproduced(case);
            continue;
        }
        let payments = ours["payments"].as_array().unwrap();
        let published = expected["payments"].as_array().unwrap();
        assert_eq!(payments.len(), published.len(), "{id}");
        for (payment, published) in payments.iter().zip(published) {
            assert_eq!(payment["date"], published["date"], "{id}");
            same_amount(&payment["amount"], &published["amount"], id);
            same_parts(&payment["paid"], published, id);
            if published["overpayment"].is_string() {
                same_amount(&payment["overpayment"], &published["overpayment"], id);
            }
        }
        let left = ours["outstanding_by_instalment"].as_array().unwrap();
        let published = expected["outstanding_by_instalment"].as_array().unwrap();
        assert_eq!(left.len(), published.len(), "{id}");
        for (left, published) in left.iter().zip(published) {
            same_amount(left, published, id);
        }
        reproduced(case);
    }
}

#[test]
fn a_credit_of_the_lender_settles_as_published() {
    let all = cases(include_str!("../published/waiver.json"), 7);
    let case = all.iter().find(|case| case["id"] == "waiver-001").unwrap();
    let mut asked = document(case, &ASKED);
    asked["events"] = json!([{"type": "credit", "date": case["date"], "amount": case["amount"]}]);
    let ours = answer("allocate", &asked);
    let expected = &case["expected"];
    assert_eq!(ours["payments"][0]["type"], "credit");
    same_parts(&ours["payments"][0]["paid"], expected, "waiver-001");
    same_amount(
        &ours["outstanding"]["total"],
        &expected["outstanding"],
        "outstanding",
    );
    let balance = &expected["balance_principal"];
    same_amount(&ours["outstanding"]["principal"], balance, "balance");
    reproduced(case);
}

#[test]
fn a_waived_charge_and_a_write_off_come_to_the_published_figures() {
    let waivers = cases(include_str!("../published/waiver.json"), 7);
    let case = waivers
        .iter()
        .find(|case| case["id"] == "waiver-004")
        .unwrap();
    let expected = &case["expected"];
    let ours = answer(
        "allocate",
        &json!({"before": case["total_due_components"], "waive": case["waive"], "payment": expected["paid"]}),
    );
    same_amount(&ours["before"]["total"], &expected["due_total"], "due");
    same_amount(&ours["waived"]["total"], &expected["waived"], "waived");
    same_amount(&ours["allocated"]["total"], &expected["paid"], "paid");
    same_amount(
        &ours["after"]["total"],
        &expected["outstanding"],
        "outstanding",
    );
    let later = answer(
        "allocate",
        &json!({"before": case["before"], "waive": case["waive"]}),
    );
    assert_eq!(later["after"], ours["after"]);
    reproduced(case);

    let settlements = cases(include_str!("../published/settlement.json"), 3);
    let case = settlements
        .iter()
        .find(|case| case["id"] == "settlement-004")
        .unwrap();
    let (parts, expected) = (&case["components"], &case["expected"]);
    let owed = json!({
        "principal": parts["principal"], "interest": parts["interest"],
        "penalty": parts["nsf_penalty"], "charges": parts["processing_fee"]
    });
    let written_off = |within: &Value| {
        answer(
            "allocate",
            &json!({"before": owed, "write_off_within": within}),
        )
    };
    let ours = written_off(&expected["written_off"]);
    same_amount(
        &ours["written_off"]["total"],
        &expected["written_off"],
        "written off",
    );
    same_amount(
        &ours["written_off"]["principal"],
        &expected["principal_part"],
        "principal",
    );
    assert_eq!(ours["after"]["total"], "0.00");
    let ours = written_off(&json!("1142.99"));
    assert_eq!(ours["written_off"]["total"], "0.00");
    same_amount(
        &ours["after"]["total"],
        &expected["written_off"],
        "all is left",
    );
    reproduced(case);
}

/// Two instalments, the first 19 days past due on the day of the payment.
pub fn two(more: &Value) -> Value {
    let mut asked = json!({
        "instalments": [
            {"n": 1, "due": "2026-10-01", "principal": "500", "interest": "20", "fees": "5"},
            {"n": 2, "due": "2026-11-01", "principal": "500", "interest": "10"}
        ],
        "events": [{"type": "payment", "date": "2026-10-20", "amount": "530"}]
    });
    for (name, value) in more.as_object().unwrap() {
        asked[name] = value.clone();
    }
    asked
}

fn cells(asked: &Value) -> Vec<String> {
    let payment = answer("allocate", asked)["payments"][0].clone();
    let cells = payment["cells"].as_array().unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    cells
        .iter()
        .map(|cell| {
            let (name, amount) = (text(&cell["cell"]), text(&cell["amount"]));
            format!("{} {name} {amount}", cell["instalment"])
        })
        .collect()
}

#[test]
fn an_order_is_a_name_components_or_cells() {
    let plain = [
        "1 past-due-charges 5.00",
        "1 past-due-interest 20.00",
        "1 past-due-principal 500.00",
    ];
    let spent = [plain.as_slice(), &["2 in-advance-interest 5.00"]].concat();
    assert_eq!(cells(&two(&json!({}))), spent);
    assert_eq!(cells(&two(&json!({"order": "civil-code-561"}))), spent);
    assert_eq!(cells(&two(&json!({"order": ["fees", "interest"]}))), spent);
    let ahead = [plain.as_slice(), &["2 in-advance-principal 5.00"]].concat();
    let spelled = "DUE_FEE_INTEREST_PRINCIPAL_IN_ADVANCE_PRINCIPAL";
    assert_eq!(cells(&two(&json!({"strategy": spelled}))), ahead);
    let apart = "past-due-interest-principal-due-fee-in-advance-principal-strategy";
    assert_eq!(
        cells(&two(&json!({"order": apart}))),
        [
            "1 past-due-interest 20.00",
            "1 past-due-principal 500.00",
            "1 past-due-charges 5.00",
            "2 in-advance-principal 5.00"
        ]
    );
    // A cell left out receives nothing, and what no cell needs is returned.
    let only = two(&json!({"order": ["PAST_DUE_PRINCIPAL", "past-due-fee"]}));
    assert_eq!(
        cells(&only),
        ["1 past-due-principal 500.00", "1 past-due-charges 5.00"]
    );
    assert_eq!(answer("allocate", &only)["overpayment"], "25.00");
    let switch = |days: u32| {
        let switch = json!({"from_days_past_due": days, "order": "principal-first"});
        cells(&two(&json!({"switch": switch})))[0].clone()
    };
    assert_eq!(switch(19), "1 past-due-principal 500.00");
    assert_eq!(switch(20), "1 past-due-charges 5.00");
}

#[test]
fn a_payment_runs_by_instalment_or_by_component_and_ahead_as_told() {
    let due = |fill: &str| {
        let events = json!([{"type": "payment", "date": "2026-12-01", "amount": "100"}]);
        cells(&two(
            &json!({"events": events, "processing": fill, "order": ["interest", "principal"]}),
        ))
    };
    let across = [
        "1 past-due-interest 20.00",
        "2 past-due-interest 10.00",
        "1 past-due-principal 70.00",
    ];
    assert_eq!(due("vertical"), across);
    assert_eq!(due("by-component"), across);
    assert_eq!(
        due("horizontal"),
        ["1 past-due-interest 20.00", "1 past-due-principal 80.00"]
    );
    assert_eq!(due("by_instalment"), due("horizontal"));

    let early = |rule: &str| {
        let events = json!([{"type": "payment", "date": "2026-09-01", "amount": "100"}]);
        cells(&two(
            &json!({"events": events, "future_installment_rule": rule, "order": ["principal"]}),
        ))
    };
    assert_eq!(early("NEXT_INSTALLMENT"), ["1 in-advance-principal 100.00"]);
    assert_eq!(early("last-instalment"), ["2 in-advance-principal 100.00"]);
    assert_eq!(early("NEXT_LAST_INSTALLMENT"), early("next-then-last"));
    assert_eq!(
        early("REAMORTIZATION"),
        [
            "1 in-advance-principal 50.00",
            "2 in-advance-principal 50.00"
        ]
    );
}

#[test]
fn charges_stand_by_their_dates_and_can_make_an_instalment_more() {
    let late = json!({"events": [
        {"type": "payment", "date": "2026-10-20", "amount": "10"},
        {"type": "charge", "kind": "penalty", "due": "2026-10-19", "amount": "4"},
        {"type": "charge", "kind": "penalty", "due": "2026-10-20", "amount": "4"},
        {"type": "charge", "kind": "costs", "due": "2026-12-01", "amount": "7"}
    ], "order": ["penalty", "fees"], "fill": "by-component"});
    let asked = two(&late);
    // Entered later but due before the payment: ahead of it. Due the same day: not.
    assert_eq!(
        cells(&asked),
        [
            "2 past-due-penalty 4.00",
            "1 past-due-charges 5.00",
            "1 past-due-interest 1.00"
        ]
    );
    let ours = answer("allocate", &asked);
    assert_eq!(ours["payments"][0]["event"], 1);
    assert_eq!(
        ours["outstanding_by_instalment"],
        json!(["519.00", "514.00", "7.00"])
    );
    assert_eq!(ours["instalments"][2]["due"], "2026-12-01");
    let mut with = asked;
    with["charge_timing"] = json!("with-instalment");
    assert_eq!(
        cells(&with),
        ["1 past-due-charges 5.00", "1 past-due-interest 5.00"]
    );
}
