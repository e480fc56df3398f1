//! `quittance rate` gives the published rates, and says what it found where there is not one.

use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

use crate::program::{Said, answer, quittance};
use crate::published::reproduced;

/// Those cases of the published file that are of a kind.
fn cases(kind: &str) -> Vec<Value> {
    let all: Value = serde_json::from_str(include_str!("../published/apr.json")).unwrap();
    let all = all["cases"].as_array().unwrap().iter();
    all.filter(|case| case["kind"] == kind).cloned().collect()
}

fn decimal(value: &Value) -> Decimal {
    let text = value
        .as_str()
        .unwrap_or_else(|| panic!("no number: {value}"));
    Decimal::from_str_exact(text).unwrap()
}

/// Those fields of a case that a document has.
fn fields(case: &Value, names: &[&str]) -> Value {
    let fields = case.as_object().unwrap().iter();
    let fields = fields.filter(|(name, _)| names.contains(&name.as_str()));
    let fields: Map<String, Value> = fields
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    assert!(fields.len() > 1, "{case}");
    Value::Object(fields)
}

fn run(document: &Value) -> Said {
    let said = quittance(&["rate"], &document.to_string());
    assert_eq!(said.lines.len(), 1, "{document}");
    said
}

fn assert_apr(case: &Value, document: &Value) -> Value {
    let answer = answer("rate", document);
    assert_eq!(answer["answer"], "one", "{}", case["id"]);
    let off = (decimal(&answer["rate_pct"]) - decimal(&case["expected_apr_pct"])).abs();
    assert!(
        off <= decimal(&case["tolerance_pct"]),
        "{}: {answer}",
        case["id"]
    );
    answer
}

#[test]
fn appendix_j_examples_are_reproduced_from_their_unit_periods_and_from_their_dates() {
    let cases = cases("regz_actuarial");
    for case in &cases {
        let stated = [
            "kind",
            "amount_financed",
            "unit_period",
            "unit_periods_per_year",
            "first_payment",
            "payments",
        ];
        let answer = assert_apr(case, &fields(case, &stated));
        assert_eq!(answer["unit_period"], case["unit_period"], "{}", case["id"]);
        assert_eq!(answer["rates"][0]["simple_pct"], answer["rate_pct"]);
        // The rule chooses the same unit-period from the days, and comes to the same rate.
        let dated = [
            "kind",
            "amount_financed",
            "unit_period",
            "dates",
            "payments",
        ];
        let answer = assert_apr(case, &fields(case, &dated));
        assert_eq!(answer["unit_period"], case["unit_period"], "{}", case["id"]);
        reproduced(case);
    }
    assert_eq!(cases.len(), 18);
}

#[test]
fn appendix_j_single_payments_are_reproduced_from_flows() {
    let cases = cases("regz_single");
    for case in &cases {
        let out = format!("-{}", case["amount_financed"].as_str().unwrap());
        let document = json!({"kind": "regz_actuarial", "flows": [
            {"date": case["dates"]["advance"], "amount": out},
            {"date": case["dates"]["payment"], "amount": case["payment"]},
        ]});
        let answer = assert_apr(case, &document);
        assert_eq!(answer["unit_period"], "term of 255 days");
        reproduced(case);
    }
    assert_eq!(cases.len(), 1);
}

#[test]
fn published_annual_rates_are_reproduced() {
    let cases = cases("effective_annual");
    let mut without = Vec::new();
    for case in &cases {
        let document = fields(case, &["kind", "flows"]);
        let said = run(&document);
        if said.status == 0 {
            assert_apr(case, &document);
        } else {
            without.push((
                case["id"].clone(),
                said.lines[0]["answer"]["answer"].clone(),
            ));
        }
        reproduced(case);
    }
    assert_eq!(cases.len(), 4);
    // Repaid the same day: every rate would do, and none is told.
    assert_eq!(without, [(json!("apr-022"), json!("none"))]);
}

/// The nearest of the rates told, and whether there is one only.
fn nearest(case: &Value, document: &Value, rate: &str) -> bool {
    let said = run(document);
    let answer = match said.status {
        0 => &said.lines[0],
        _ => &said.lines[0]["answer"],
    };
    let expected = decimal(&case["expected_rate"]) * Decimal::ONE_HUNDRED;
    let rates = answer["rates"].as_array().unwrap().iter();
    let off = rates
        .map(|found| (decimal(&found[rate]) - expected).abs())
        .min();
    let tolerance = decimal(&case["tolerance"]) * Decimal::ONE_HUNDRED;
    assert!(
        off.is_some_and(|off| off <= tolerance),
        "{}: {answer}",
        case["id"]
    );
    let only = ["one", "below-zero"].contains(&answer["answer"].as_str().unwrap());
    assert_eq!(only, said.status == 0, "{answer}");
    assert_eq!(only, answer["rate_pct"].is_string(), "{answer}");
    only
}

#[test]
fn published_dated_rates_are_reproduced() {
    let cases = cases("xirr");
    let mut with_several = Vec::new();
    for case in &cases {
        let document = fields(case, &["kind", "flows", "day_count"]);
        if !nearest(case, &document, "effective_pct") {
            with_several.push(case["id"].as_str().unwrap());
        }
        reproduced(case);
    }
    assert_eq!(cases.len(), 9);
    // The flows turn many times: the published rate is one of those told.
    assert_eq!(with_several, ["apr-034", "apr-043", "apr-046"]);
}

#[test]
fn published_periodic_rates_are_reproduced() {
    let cases = cases("periodic_irr");
    for case in &cases {
        nearest(case, &fields(case, &["kind", "flows"]), "periodic_pct");
        reproduced(case);
    }
    assert_eq!(cases.len(), 5);
}

#[test]
fn several_rates_are_all_told_and_none_is_headed() {
    // -100 + 230 / 1.1 - 132 / 1.21 = 0, and with 1.2 and 1.44 too.
    let said = run(&json!({"kind": "periodic_irr", "flows": ["-100", "230", "-132"]}));
    assert_eq!(said.status, 1);
    let answer = &said.lines[0]["answer"];
    assert_eq!(answer["answer"], "several");
    assert_eq!(answer["rates"][0]["periodic_pct"], "10");
    assert_eq!(answer["rates"][1]["periodic_pct"], "20");
    assert_eq!(answer["rates"].as_array().unwrap().len(), 2);
    assert_eq!(answer.get("rate_pct"), None);
    assert_eq!(said.lines[0]["refused"], json!([answer["reason"]]));
}

#[test]
fn less_paid_back_than_was_lent_is_a_rate_below_zero() {
    let document = json!({"kind": "xirr", "flows": [
        {"date": "2025-01-01", "amount": "-100.00"}, {"date": "2026-01-01", "amount": "90"},
    ]});
    let found = answer("rate", &document);
    assert_eq!(found["answer"], "below-zero");
    assert_eq!(found["rate_pct"], "-10");
}

#[test]
fn the_annual_equation_of_dates_counts_years_as_its_rule_says() {
    // Two whole years at ten per cent, by years or by months.
    let document = |rule: &str, unit: &str| {
        json!({"kind": "effective_annual", "rule": rule, "unit": unit, "flows": [
            {"date": "2019-01-31", "amount": "-100"}, {"date": "2021-01-31", "amount": "121"},
        ]})
    };
    for (rule, unit) in [
        ("eu", "months"),
        ("UK", "months"),
        ("eu", "Years"),
        ("uk", "years"),
    ] {
        let found = answer("rate", &document(rule, unit));
        assert_eq!(found["rate_pct"], "10", "{rule} {unit}");
    }
    // 731 days are 104 weeks and three days, which are over 365 under either rule.
    let timed = json!({"kind": "effective_annual", "flows": [
        {"t": "0", "amount": "-100"}, {"t": "2+3/365", "amount": "121"},
    ]});
    let expected = &answer("rate", &timed)["rate_pct"];
    for rule in ["eu", "uk"] {
        let found = answer("rate", &document(rule, "weeks"));
        assert_eq!(&found["rate_pct"], expected, "{rule}");
        assert_ne!(&found["rate_pct"], "10", "{rule}");
    }
}

#[test]
fn several_advances_have_a_rate_by_unit_periods_and_by_date() {
    // 1,000.00 now and 1,000.00 after a month, back with 1 % a month: 1,010.00 + 1,000.00 is 2,010.00 after
    // one month, and 2,030.10 after two.
    let timed = answer(
        "rate",
        &json!({"kind": "regz_actuarial", "unit_period": "month", "flows": [
            {"t": "0", "amount": "-1000.00"}, {"t": "1", "amount": "-1000.00"}, {"t": "2", "amount": "2030.10"},
        ]}),
    );
    assert_eq!(timed["rate_pct"], "12");
    let dated = answer(
        "rate",
        &json!({"kind": "regz_actuarial", "flows": [
            {"date": "2026-01-15", "amount": "-1000.00"}, {"date": "2026-02-15", "amount": "-1000.00"},
            {"date": "2026-03-15", "amount": "2030.10"},
        ]}),
    );
    assert_eq!(dated["answer"], "one");
    // (1 + 1/3 x 1 %) x 1.01 is 1.0133666..., and 304,010 over 300,000.
    let odd = answer(
        "rate",
        &json!({"kind": "regz_actuarial", "unit_period": "month", "flows": [
            {"t": "0", "amount": "-300000"}, {"t": "1+10/30", "amount": "304010"},
        ]}),
    );
    assert_eq!(odd["rate_pct"], "12");
}

#[test]
fn simple_and_effective_rates_are_converted_both_ways() {
    let convert = |field: &str, rate: &str, times: u32| {
        let mut document = json!({"kind": "convert", "unit_periods_per_year": times});
        document[field] = json!(rate);
        answer("rate", &document)
    };
    // 1.02^12 = 1.268241794562545...; 1.05^2 = 1.1025.
    let yearly = convert("simple_pct", "24", 12);
    assert_eq!(yearly["rate_pct"], "26.8241794563");
    assert_eq!(yearly["rates"][0]["periodic_pct"], "2");
    let back = convert("effective_pct", "10.25", 2);
    assert_eq!(back["rate_pct"], "10");
    assert_eq!(convert("effective_pct", "-19", 2)["rate_pct"], "-20");
    assert_eq!(convert("effective_pct", "-19", 2)["answer"], "below-zero");
    assert_eq!(convert("simple_pct", "0", 52)["rate_pct"], "0");
}
