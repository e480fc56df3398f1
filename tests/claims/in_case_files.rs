//! What a case file's history says about coming late, worked out by hand.

use quittance::engine::claim::{Case, Component, read_case};
use quittance::engine::fields::{FieldError, Problem};
use serde_json::{Value, json};

use crate::yuan;

/// One instalment of 10,000 and 100 of interest, ten days late at ten yuan a day, and one not due yet.
fn read(late: &Value) -> Result<Case, FieldError> {
    let mut history = json!({
        "start": "2025-12-01",
        "instalments": [
            {"due": "2026-01-01", "principal": "10000", "interest": "100"},
            {"due": "2026-03-01", "principal": "10000", "interest": "100"}
        ]
    });
    if !late.is_null() {
        history["late"] = late.clone();
    }
    let case = json!({
        "format": "quittance-case/1", "jurisdiction": "cn", "currency": "CNY", "as_of": "2026-01-11",
        "product": "bank-loan",
        "creditor": {"name": "Lender", "contact": "-", "complaints": "-", "channels": ["-"]},
        "borrower": {"name": "B*", "account": "1"},
        "contract": {
            "signed_on": "2025-12-01", "original_principal": "20000", "interest_rate": "0",
            "penalty": {"rate": "36.5", "base": "overdue-principal", "compound": false, "beside_interest": false},
            "day_count": "act/365f"
        },
        "history": history
    });
    read_case(&case.to_string())
}

/// Penalty interest and late charges of the balances.
fn grown(late: Value) -> (String, String) {
    let claim = read(&late).unwrap().claim;
    let text = |part| {
        claim
            .components()
            .get(part)
            .to_decimal_string(claim.currency)
    };
    (text(Component::Penalty), text(Component::Charges))
}

#[test]
fn each_term_for_coming_late_counts_as_the_file_says() {
    for (late, penalty, charges) in [
        (Value::Null, "100.00", "0.00"),
        (json!({}), "100.00", "0.00"),
        (json!({"grace": {"days": 10}}), "0.00", "0.00"),
        (json!({"grace": {"days": 5}}), "100.00", "0.00"),
        (
            json!({"grace": {"days": 5, "penalty_from": "end-of-grace"}}),
            "50.00",
            "0.00",
        ),
        (
            json!({"missed_charge": {"amount": "20"}}),
            "100.00",
            "20.00",
        ),
        (json!({"missed_charge": {"share": "1"}}), "100.00", "101.00"),
        (
            json!({"missed_charge": {"share": "1", "each_at_most": "60", "together_at_most": "50"}}),
            "100.00",
            "50.00",
        ),
        // Called in ten days ago: twice the principal bears penalty interest.
        (json!({"accelerated_on": "2026-01-01"}), "200.00", "0.00"),
        (json!({"last_day_counts": true}), "110.00", "0.00"),
        (json!({"settling": "at-the-end"}), "100.00", "0.00"),
    ] {
        let said = late.to_string();
        let expected = (penalty.to_owned(), charges.to_owned());
        assert_eq!(grown(late), expected, "{said}");
    }
    let capped = read(&json!({"ceiling": "3.65"})).unwrap();
    let grown = capped.claim.components().penalty;
    assert!(grown.is_positive() && grown < yuan("12"), "{grown:?}");
}

#[test]
fn a_term_that_cannot_be_is_refused_at_its_place() {
    let refused = |late: Value| {
        let error = read(&late).unwrap_err();
        (error.path.clone(), error.problem.clone())
    };
    let at = |path: &str| format!("history.late.{path}");
    assert_eq!(
        refused(json!({"grace": {}})),
        (at("grace.days"), Problem::Missing)
    );
    assert_eq!(
        refused(json!({"grace": {"days": 3661}})),
        (at("grace.days"), Problem::NeedsCount { most: 3_660 })
    );
    assert_eq!(
        refused(json!({"missed_charge": {}})),
        (at("missed_charge.amount"), Problem::Missing)
    );
    for (late, path) in [
        (
            json!({"missed_charge": {"amount": "1", "share": "1"}}),
            "missed_charge.share",
        ),
        (
            json!({"missed_charge": {"share": "101"}}),
            "missed_charge.share",
        ),
        (json!({"settling": "never"}), "settling"),
        (
            json!({"grace": {"days": 1, "penalty_from": "noon"}}),
            "grace.penalty_from",
        ),
        (json!({"accelerated_on": "2026-02-30"}), "accelerated_on"),
        (json!({"mercy": true}), "mercy"),
    ] {
        assert_eq!(refused(late).0, at(path));
    }
}
