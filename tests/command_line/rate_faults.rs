//! What `quittance rate` refuses, and the place that it names.

use serde_json::{Value, json};

use crate::program::{answer, quittance};

fn refused(documents: &[Value], word: &str) {
    for document in documents {
        let said = quittance(&["rate"], &document.to_string());
        assert_eq!(said.status, 1, "{document}: {:?}", said.lines);
        let answer = &said.lines[0]["answer"];
        assert_eq!(answer["answer"], word, "{document}: {answer}");
        assert_eq!(answer["rates"], json!([]), "{document}");
        assert_eq!(said.lines[0]["refused"], json!([answer["reason"]]));
        assert!(!answer["reason"].as_str().unwrap().is_empty());
    }
}

#[test]
fn flows_without_a_rate_are_told_why() {
    let one_way =
        json!([{"date": "2026-01-01", "amount": "-5"}, {"date": "2026-02-01", "amount": "-7"}]);
    let ever_more = json!([
        {"date": "2026-01-01", "amount": "-0.01"}, {"date": "2026-01-02", "amount": "1000000000000000"},
    ]);
    refused(
        &[
            json!({"kind": "xirr", "flows": []}),
            json!({"kind": "xirr", "flows": one_way}),
            json!({"kind": "xirr", "flows": ever_more}),
            json!({"kind": "periodic_irr", "flows": []}),
            json!({"kind": "periodic_irr", "flows": ["0", "0.00"]}),
            json!({"kind": "periodic_irr", "flows": ["1", "2"]}),
            // 100 - 100 v + 100 v^2 is above nothing at every rate.
            json!({"kind": "periodic_irr", "flows": ["100", "-100", "100"]}),
            json!({"kind": "effective_annual", "flows": []}),
            json!({"kind": "effective_annual", "rule": "eu", "flows": one_way}),
            json!({"kind": "regz_actuarial", "amount_financed": "5000", "unit_period": "month",
                   "first_payment": {"full_unit_periods": 1}, "payments": []}),
            json!({"kind": "regz_actuarial", "amount_financed": "0.00", "unit_period": "month",
                   "first_payment": {"full_unit_periods": 1}, "payments": [{"count": 2, "amount": "1.00"}]}),
            json!({"kind": "regz_actuarial", "flows": one_way}),
            json!({"kind": "convert", "simple_pct": "-1200", "unit_periods_per_year": 12}),
            json!({"kind": "convert", "effective_pct": "-100", "unit_periods_per_year": 12}),
            json!({"kind": "convert", "simple_pct": "100000", "unit_periods_per_year": 365}),
        ],
        "none",
    );
}

#[test]
fn the_largest_amount_is_rated_and_a_larger_one_names_the_limit() {
    let flows =
        |amount: &str| json!({"kind": "periodic_irr", "flows": ["-1000000000000000.00", amount]});
    let rated = answer("rate", &flows("1000000000000000.00"));
    assert_eq!(rated["rate_pct"], "0");
    let said = quittance(&["rate"], &flows("1000000000000000.01").to_string());
    assert_eq!(said.status, 2);
    let fault = &said.lines[0]["error"];
    assert_eq!(fault["at"], "flows.2");
    assert_eq!(fault["value"], "1000000000000000.01");
    assert!(
        fault["problem"]
            .as_str()
            .unwrap()
            .ends_with("the limit is 1000000000000000.00")
    );
}

/// A transaction that is rated, with some fields changed; null takes one away.
fn level(changes: Value) -> Value {
    let mut document = json!({
        "kind": "regz_actuarial", "amount_financed": "5000.00", "unit_period": "month",
        "first_payment": {"full_unit_periods": 1}, "payments": [{"count": 24, "amount": "230.00"}],
    });
    let fields = document.as_object_mut().unwrap();
    let Value::Object(changes) = changes else {
        panic!("no fields: {changes}")
    };
    fields.extend(changes);
    fields.retain(|_, value| !value.is_null());
    document
}

/// Two dated flows of a kind, the second with some date and amount.
fn dated(kind: &str, date: &str, amount: &str) -> Value {
    json!({"kind": kind, "flows": [
        {"date": "2026-01-01", "amount": "-100.00"}, {"date": date, "amount": amount},
    ]})
}

fn assert_places(table: &[(Value, &str)]) {
    for (document, at) in table {
        let said = quittance(&["rate"], &document.to_string());
        assert_eq!(said.status, 2, "{document}: {:?}", said.lines);
        let fault = &said.lines[0]["error"];
        assert_eq!(fault["at"], *at, "{document}: {fault}");
        assert!(!fault["problem"].as_str().unwrap().is_empty());
    }
}

#[test]
fn a_fault_in_flows_names_its_place() {
    let irr = |flows: Value| json!({"kind": "periodic_irr", "flows": flows});
    let timed = |t: &str| json!({"kind": "effective_annual", "flows": [{"t": "0", "amount": "-5"}, {"t": t, "amount": "6"}]});
    assert_places(&[
        (json!({}), ""),
        (json!({"kind": "guess"}), "kind"),
        (json!({"kind": "xirr"}), "flows"),
        (json!({"kind": "xirr", "flows": "-5"}), "flows"),
        (json!({"kind": "xirr", "flows": ["-5", "6"]}), "flows.1"),
        (
            json!({"kind": "xirr", "flows": [], "day_count": "act/111"}),
            "day_count",
        ),
        (json!({"kind": "xirr", "flows": [], "rule": "eu"}), "rule"),
        (
            json!({"kind": "xirr", "flows": [], "guess": "0.1"}),
            "guess",
        ),
        (dated("xirr", "1899-12-31", "6"), "flows.2.date"),
        (dated("xirr", "10000-01-01", "6"), "flows.2.date"),
        (dated("xirr", "2026-02-30", "6"), "flows.2.date"),
        (dated("xirr", "2027-01-01", "six"), "flows.2.amount"),
        (dated("xirr", "2027-01-01", "1e6"), "flows.2.amount"),
        (
            dated("xirr", "2027-01-01", "1000000000000001"),
            "flows.2.amount",
        ),
        (
            dated("xirr", "2027-01-01", "0.123456789012345678"),
            "flows.2.amount",
        ),
        (
            json!({"kind": "xirr", "flows": [{"date": "2026-01-01", "amount": 5}]}),
            "flows.1.amount",
        ),
        (
            json!({"kind": "xirr", "flows": [{"date": "2026-01-01", "sum": "5"}]}),
            "flows.1.sum",
        ),
        (
            json!({"kind": "xirr", "flows": [{"date": "2026-01-01"}]}),
            "flows.1",
        ),
        (json!({"kind": "xirr", "flows": [5]}), "flows.1"),
        (irr(json!(["-5", ""])), "flows.2"),
        (irr(json!(["-5", {"t": "1", "amount": "6"}])), "flows.2"),
        (timed("-1"), "flows.2.t"),
        (timed("0.5"), "flows.2.t"),
        (timed("1/0"), "flows.2.t"),
        (timed("1/361"), "flows.2.t"),
        (timed("99999999999"), "flows.2.t"),
        (timed(""), "flows.2.t"),
        (dated("effective_annual", "2027-01-01", "6"), "flows.1"),
        (
            json!({"kind": "effective_annual", "flows": [], "unit": "weeks"}),
            "unit",
        ),
        (
            json!({"kind": "effective_annual", "flows": [], "rule": "us"}),
            "rule",
        ),
    ]);
}

#[test]
fn a_fault_in_a_transaction_names_its_place() {
    let dates = |advance: &str, first: &str| {
        level(json!({"first_payment": null, "dates": {"advance": advance, "first_payment": first}}))
    };
    let mut begins_late = dated("regz_actuarial", "2026-06-01", "110.00");
    begins_late["begins"] = json!("2026-02-01");
    let mut chosen = dated("regz_actuarial", "2026-06-01", "110.00");
    chosen["unit_period"] = json!("month");
    let many_parts: Vec<Value> = (0..=100)
        .map(|part| json!({"t": format!("1+{part}/365"), "amount": "1"}))
        .collect();
    assert_places(&[
        (
            json!({"kind": "regz_actuarial", "unit_period": "year", "flows": many_parts}),
            "flows.101.t",
        ),
        (
            level(json!({"amount_financed": "-5000.00"})),
            "amount_financed",
        ),
        (level(json!({"amount_financed": null})), ""),
        (level(json!({"flows": []})), ""),
        (level(json!({"unit_period": null})), "unit_period"),
        (level(json!({"unit_period": "fortnight"})), "unit_period"),
        (level(json!({"unit_period": "14 days"})), "unit_period"),
        (level(json!({"unit_period": "0 weeks"})), "unit_period"),
        (level(json!({"unit_period": "12 months"})), "unit_period"),
        (
            level(json!({"unit_periods_per_year": 13})),
            "unit_periods_per_year",
        ),
        (
            level(json!({"unit_periods_per_year": 0})),
            "unit_periods_per_year",
        ),
        (level(json!({"first_payment": null})), ""),
        (
            level(json!({"first_payment": {"full_unit_periods": -1}})),
            "first_payment.full_unit_periods",
        ),
        (
            level(json!({"first_payment": {"full_unit_periods": u32::MAX}})),
            "first_payment.full_unit_periods",
        ),
        (
            level(json!({"first_payment": {"full_unit_periods": 1, "fraction": "31/30"}})),
            "first_payment.fraction",
        ),
        (
            level(json!({"first_payment": {"full_unit_periods": 1, "fraction": "half"}})),
            "first_payment.fraction",
        ),
        (
            level(json!({"payments": [{"count": 1, "amount": "-1"}]})),
            "payments.1.amount",
        ),
        (
            level(json!({"payments": [{"count": 10_001, "amount": "1"}]})),
            "payments.1.count",
        ),
        (
            level(json!({"payments": [{"count": 1, "amount": "1"}, {"count": -1, "amount": "1"}]})),
            "payments.2.count",
        ),
        (level(json!({"begins": "2026-01-01"})), "begins"),
        (dates("2026-02-01", "2026-01-31"), "dates.first_payment"),
        (dates("1899-12-31", "2026-01-31"), "dates.advance"),
        (dates("9998-12-31", "9999-01-31"), "dates.first_payment"),
        (begins_late, "begins"),
        (chosen, "unit_period"),
        (json!({"kind": "regz_actuarial", "flows": []}), "flows"),
        (
            json!({"kind": "regz_actuarial", "unit_period": "month",
                   "flows": [{"t": "0", "amount": "-5"}, {"t": "1+31/30", "amount": "6"}]}),
            "flows.2.t",
        ),
        (
            json!({"kind": "regz_actuarial", "unit_period": "month",
                   "flows": [{"t": "0", "amount": "-5"}, {"date": "2026-01-01", "amount": "6"}]}),
            "flows.2",
        ),
        (
            json!({"kind": "convert", "simple_pct": "6"}),
            "unit_periods_per_year",
        ),
        (
            json!({"kind": "convert", "simple_pct": "6", "unit_periods_per_year": 0}),
            "unit_periods_per_year",
        ),
        (json!({"kind": "convert", "unit_periods_per_year": 12}), ""),
        (
            json!({"kind": "convert", "simple_pct": "100001", "unit_periods_per_year": 12}),
            "simple_pct",
        ),
        (
            json!({"kind": "convert", "effective_pct": "--6", "unit_periods_per_year": 12}),
            "effective_pct",
        ),
    ]);
}
