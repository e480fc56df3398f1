//! What a case file may say at most.

use quittance::engine::calendar::parse_date;
use quittance::engine::claim::{Case, Component, read_case};
use quittance::engine::fields::{FieldError, LONGEST_DOCUMENT, Problem};
use serde_json::{Value, json};

const CARD: &str = include_str!("../../src/samples/card-cn.json");
const AGENCY: &str = include_str!("../../src/samples/agency-us.json");

/// The sample card, as of 2026-11-20, with one field put in place; `null` takes it out.
fn with(path: &str, value: Value) -> Result<Case, FieldError> {
    let mut case: Value = serde_json::from_str(CARD).unwrap();
    put(&mut case, path, value);
    read_case(&case.to_string())
}

fn put(case: &mut Value, path: &str, value: Value) {
    let (folder, name) = path.rsplit_once('/').unwrap();
    let parent = case.pointer_mut(folder).unwrap().as_object_mut().unwrap();
    parent.insert(name.to_owned(), value);
}

fn refused(path: &str, value: Value) -> Problem {
    with(path, value).unwrap_err().problem.clone()
}

#[test]
fn what_has_happened_has_happened_by_the_as_of_date() {
    let latest = parse_date("2026-11-20").unwrap();
    for path in ["/contract/signed_on", "/overdue_since"] {
        assert!(with(path, json!("2026-11-19")).is_ok(), "{path}");
        assert!(with(path, json!("2026-11-20")).is_ok(), "{path}");
        for later in ["2026-11-21", "2027-11-20"] {
            assert_eq!(
                refused(path, json!(later)),
                Problem::AfterDate { latest },
                "{path}"
            );
        }
    }
    let restructured = |day: &str| json!({"restructured_on": [day]});
    assert!(with("/circumstances", restructured("2026-11-20")).is_ok());
    assert_eq!(
        refused("/circumstances", restructured("2026-11-21")),
        Problem::AfterDate { latest }
    );
}

#[test]
fn all_of_the_principal_may_be_overdue_and_no_more() {
    let all = with("/overdue_principal", json!("41200.00")).unwrap();
    let balances = all.claim.balances;
    assert_eq!(balances.overdue_principal, balances.components.principal);
    for more in ["41200.01", "50000.00"] {
        let problem = refused("/overdue_principal", json!(more));
        assert!(
            matches!(problem, Problem::Above { most, .. } if most == balances.components.principal)
        );
    }
}

#[test]
fn a_name_may_be_as_long_as_is_said() {
    let problem = refused("/creditor/name", json!("息".repeat(5_000)));
    let Problem::TextLength { most } = problem else {
        panic!("{problem:?}");
    };
    assert!(with("/creditor/name", json!("息".repeat(most))).is_ok());
    let problem = refused("/creditor/name", json!("息".repeat(most + 1)));
    assert_eq!(problem, Problem::TextLength { most });
}

#[test]
fn a_document_may_be_as_long_as_is_said() {
    let mut text = CARD.to_owned();
    text.extend(std::iter::repeat_n(' ', LONGEST_DOCUMENT - CARD.len()));
    assert!(read_case(&text).is_ok());
    text.push(' ');
    assert_eq!(read_case(&text).unwrap_err().problem, Problem::TooLong);
}

/// A history of one instalment and these payments.
fn history(payments: &[Value]) -> Value {
    json!({
        "start": "2026-01-01",
        "instalments": [{"due": "2026-02-01", "principal": "41200.00", "interest": "100.00"}],
        "payments": payments
    })
}

#[test]
fn payments_may_share_a_day_and_be_as_many_as_is_said() {
    let on = |day: &str| json!({"date": day, "amount": "0.01"});
    let read = |payments: &[Value]| with("/history", history(payments));
    assert!(read(&[on("2026-03-01"), on("2026-03-01")]).is_ok());
    assert!(read(&[on("2026-03-01"), on("2026-03-02")]).is_ok());
    let problem = read(&[on("2026-03-02"), on("2026-03-01")])
        .unwrap_err()
        .problem
        .clone();
    assert_eq!(problem, Problem::OutOfOrder);
    let payments = |count| vec![on("2026-03-01"); count];
    assert!(read(&payments(2_000)).is_ok());
    for count in [2_001, 2_002] {
        let problem = read(&payments(count)).unwrap_err().problem.clone();
        assert_eq!(problem, Problem::NeedsCount { most: 2_000 });
    }
}

#[test]
fn what_was_recomputed_has_its_own_day_of_default() {
    let stated = with("/history", history(&[])).unwrap();
    let recomputed = stated.recomputed_claim().unwrap();
    assert_eq!(
        stated.claim.overdue_since,
        parse_date("2026-10-06").unwrap()
    );
    assert_eq!(recomputed.overdue_since, parse_date("2026-02-01").unwrap());
    assert_eq!(recomputed.terms, stated.claim.terms);
}

#[test]
fn before_it_is_called_in_a_debt_bears_a_penalty_on_what_is_overdue_alone() {
    // Two instalments, one of them ten days late at a thousandth a day; the contract's base is the whole principal.
    let mut case: Value = serde_json::from_str(CARD).unwrap();
    put(&mut case, "/as_of", json!("2026-02-11"));
    put(&mut case, "/contract/interest_rate", json!("0"));
    for (name, value) in [("rate", "36.5"), ("base", "whole-principal")] {
        put(
            &mut case,
            &format!("/contract/penalty/{name}"),
            json!(value),
        );
    }
    for gone in ["overdue_since", "balances"] {
        case.as_object_mut().unwrap().remove(gone);
    }
    let instalment = |due: &str| json!({"due": due, "principal": "10000.00", "interest": "0.00"});
    let history = json!({
        "start": "2026-01-01",
        "instalments": [instalment("2026-02-01"), instalment("2026-03-01")]
    });
    put(&mut case, "/history", history);
    let claim = read_case(&case.to_string()).unwrap().claim;
    let penalty = claim.components().get(Component::Penalty);
    assert_eq!(penalty.to_decimal_string(claim.currency), "100.00");
    // The terms that the claim goes on with are those of the contract.
    assert_eq!(claim.terms.penalty.unwrap().base.code(), "whole-principal");
}

#[test]
fn a_multiple_is_a_plain_number_of_at_most_twenty_characters() {
    let with = |multiple: &str| {
        let penalty = json!({
            "multiple": multiple, "base": "overdue-principal", "compound": false, "beside_interest": false
        });
        with("/contract/penalty", penalty)
    };
    for plain in ["1.5", "2", "1.500000", "1.500000000000000000"] {
        assert!(with(plain).is_ok(), "{plain}");
    }
    let twenty_one = "1.5000000000000000000";
    for other in [twenty_one, "+1.5", "-1.5", "1_5", "1e1", "1.5 ", ".", ""] {
        let problem = with(other).unwrap_err().problem.clone();
        let found = other.to_owned();
        assert_eq!(problem, Problem::NotANumber { found }, "{other:?}");
    }
}

#[test]
fn what_was_itemised_was_so_by_the_as_of_date() {
    let on = |day: &str| {
        let mut case: Value = serde_json::from_str(AGENCY).unwrap();
        let as_of = parse_date(case["as_of"].as_str().unwrap()).unwrap();
        put(&mut case, "/itemisation/on", json!(day));
        (read_case(&case.to_string()), as_of)
    };
    let (read, latest) = on("2026-11-20");
    assert_eq!(latest, parse_date("2026-11-20").unwrap());
    assert!(read.is_ok(), "{read:?}");
    assert!(on("2026-11-19").0.is_ok());
    for later in ["2026-11-21", "2027-01-01"] {
        let problem = on(later).0.unwrap_err().problem.clone();
        assert_eq!(problem, Problem::AfterDate { latest });
    }
}
