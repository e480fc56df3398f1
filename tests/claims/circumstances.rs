//! What a case file notes beside its balances, and debits that failed on the lender's side.

use quittance::engine::claim::{Case, Evidence, Guarantor, read_case};
use quittance::engine::fields::{CodeSet, FieldError, Problem};
use quittance::engine::money::{Currency, Money};
use quittance::samples;
use quittance::text::Locale;
use quittance::text::noted::penalty_not_owed;
use quittance::text::problem::field_problem;
use serde_json::{Value, json};

use crate::{day, yuan};

/// The sample card debt with something noted: 3,913.77 of penalty interest, as of 20 November 2026.
fn read(circumstances: Value) -> Result<Case, FieldError> {
    let mut case: Value = serde_json::from_str(samples::by_id("card-cn").unwrap().file).unwrap();
    case["circumstances"] = circumstances;
    read_case(&case.to_string())
}

#[test]
fn everything_noted_is_read() {
    let case = read(json!({
        "payments_since_overdue": 3, "restructured_on": ["2025-03-01", "2025-09-01"], "guarantor": "consented",
        "moratorium_until": "2026-12-01", "evidence": ["hardship", "income"], "surplus": "1420.00"
    }))
    .unwrap();
    let noted = &case.circumstances;
    assert_eq!(noted.payments_since_overdue, Some(3));
    let days = vec![day("2025-03-01"), day("2025-09-01")];
    assert_eq!(noted.restructured_on, Some(days));
    assert_eq!(noted.guarantor, Some(Guarantor::Consented));
    assert_eq!(noted.moratorium_until, Some(day("2026-12-01")));
    let papers = CodeSet::of(&[Evidence::Income, Evidence::Hardship]);
    assert_eq!(noted.evidence, Some(papers));
    assert_eq!(noted.surplus, Some(yuan("1420.00")));
    assert_eq!(case.penalty_not_owed, Money::ZERO);
    assert_eq!(case.stated, *case.claim.components());
    // Nothing noted is not the same as none.
    let bare = read(json!({})).unwrap().circumstances;
    assert_eq!((bare.restructured_on, bare.evidence), (None, None));
    let none = read(json!({"restructured_on": [], "evidence": []}))
        .unwrap()
        .circumstances;
    assert_eq!(none.restructured_on, Some(Vec::new()));
    assert_eq!(none.evidence, Some(CodeSet::EMPTY));
}

#[test]
fn what_is_noted_wrongly_is_refused_at_its_place() {
    let table: [(Value, &str, Problem); 15] = [
        (json!([]), "", Problem::NeedsObject),
        (
            json!({"payments_since_overdue": "3"}),
            ".payments_since_overdue",
            Problem::NeedsCount { most: 1_000 },
        ),
        (
            json!({"restructured_on": "2025-03-01"}),
            ".restructured_on",
            Problem::NeedsList,
        ),
        (
            json!({"restructured_on": ["2026-11-21"]}),
            ".restructured_on.1",
            Problem::AfterDate {
                latest: day("2026-11-20"),
            },
        ),
        (
            json!({"restructured_on": ["2025-03-01", "2025-03-01"]}),
            ".restructured_on.2",
            Problem::OutOfOrder,
        ),
        (
            json!({"guarantor": "yes"}),
            ".guarantor",
            Problem::NotOneOf {
                found: "yes".to_owned(),
                known: "consented, not-asked".to_owned(),
            },
        ),
        (
            json!({"moratorium_until": "soon"}),
            ".moratorium_until",
            Problem::NotADate {
                found: "soon".to_owned(),
            },
        ),
        (
            json!({"evidence": ["income", "income"]}),
            ".evidence.2",
            Problem::NotEachOnce,
        ),
        (
            json!({"surplus": "-1.00"}),
            ".surplus",
            Problem::Negative {
                found: "-1.00".to_owned(),
            },
        ),
        (
            json!({"failed_debits": [{"on": "2026-10-07"}]}),
            ".failed_debits.1.penalty",
            Problem::Missing,
        ),
        (
            json!({"failed_debits": [{"on": "2026-11-21", "penalty": "1.00"}]}),
            ".failed_debits.1.on",
            Problem::AfterDate {
                latest: day("2026-11-20"),
            },
        ),
        (
            json!({"failed_debits": [{"on": "2026-10-08", "penalty": "1.00"}, {"on": "2026-10-07", "penalty": "1.00"}]}),
            ".failed_debits.2.on",
            Problem::OutOfOrder,
        ),
        (
            json!({"failed_debits": [{"on": "2026-10-07", "penalty": "-1.00"}]}),
            ".failed_debits.1.penalty",
            Problem::Negative {
                found: "-1.00".to_owned(),
            },
        ),
        (
            json!({"failed_debits": [{"on": "2026-10-07", "penalty": "3900.00"}, {"on": "2026-10-08", "penalty": "13.78"}]}),
            ".failed_debits",
            Problem::Above {
                most: yuan("3913.77"),
                currency: Currency::Cny,
            },
        ),
        (
            json!({"mood": "good"}),
            ".mood",
            Problem::Unknown {
                known: "payments_since_overdue, restructured_on, guarantor, moratorium_until, evidence, surplus, failed_debits".to_owned(),
            },
        ),
    ];
    for (circumstances, path, problem) in table {
        let error = read(circumstances.clone()).expect_err(&circumstances.to_string());
        assert_eq!(
            error.path,
            format!("circumstances{path}"),
            "{circumstances}"
        );
        assert_eq!(error.problem, problem, "{circumstances}");
    }
    let beyond = json!({"failed_debits": [{"on": "2026-10-07", "penalty": "3913.78"}]});
    let error = read(beyond).unwrap_err();
    assert_eq!(
        field_problem(Locale::Zh, &error),
        "其他情况、未能成功的扣款（circumstances.failed_debits）：金额过大；请写¥3,913.77或者更小的金额。"
    );
    assert_eq!(
        field_problem(Locale::En, &error),
        "Circumstances, failed debits (circumstances.failed_debits): too large an amount; write ¥3,913.77 or less."
    );
}

#[test]
fn the_penalty_of_failed_debits_is_taken_out_and_told_apart() {
    let case = read(json!({"failed_debits": [
        {"on": "2026-10-07", "penalty": "35.00"}, {"on": "2026-11-07", "penalty": "70.02"}
    ]}))
    .unwrap();
    assert_eq!(case.stated.penalty, yuan("3913.77"));
    assert_eq!(case.penalty_not_owed, yuan("105.02"));
    assert_eq!(case.claim.components().penalty, yuan("3808.75"));
    assert_eq!(case.claim.components().total(), Ok(yuan("48427.15")));
    // All of it, and not a cent more.
    let all = read(json!({"failed_debits": [{"on": "2026-10-07", "penalty": "3913.77"}]})).unwrap();
    assert_eq!(all.claim.components().penalty, Money::ZERO);
    let words =
        |locale, debits| penalty_not_owed(locale, debits, case.penalty_not_owed, Currency::Cny);
    assert_eq!(
        words(Locale::Zh, 2),
        "另有罚息¥105.02因出借方2次未能成功扣款而产生，不计入欠款；这不是减免。"
    );
    assert_eq!(
        words(Locale::En, 2),
        "¥105.02 of penalty interest came of 2 debits that failed on the lender's side: it is not owed, and leaving it out is no concession."
    );
    assert!(words(Locale::En, 1).contains("a debit that failed"));
}

#[test]
fn a_history_is_worked_out_as_it_was_and_then_loses_what_is_not_owed() {
    let mut file: Value = serde_json::from_str(samples::by_id("loan-cn").unwrap().file).unwrap();
    let before = read_case(&file.to_string()).unwrap();
    let recomputed = before.recomputed_claim().unwrap();
    file["circumstances"] = json!({"failed_debits": [{"on": "2026-11-01", "penalty": "1.00"}]});
    let after = read_case(&file.to_string()).unwrap();
    // The check of the stated figures against the history is of the figures as stated.
    assert_eq!(after.recomputed, before.recomputed);
    assert_eq!(
        after.stated_above_recomputed(),
        before.stated_above_recomputed()
    );
    let less = recomputed.components().penalty.checked_sub(yuan("1.00"));
    let penalty = after.recomputed_claim().unwrap().components().penalty;
    assert_eq!(Ok(penalty), less);
    // Where less was recomputed than failed debits are said to have cost, nothing is left of it, and never less.
    let all = before.stated.penalty.to_decimal_string(Currency::Cny);
    file["circumstances"] = json!({"failed_debits": [{"on": "2026-11-01", "penalty": all}]});
    let after = read_case(&file.to_string()).unwrap();
    assert_eq!(after.claim.components().penalty, Money::ZERO);
    let left = after.recomputed_claim().unwrap().components().penalty;
    assert!(left <= recomputed.components().penalty && !left.is_negative());
}
