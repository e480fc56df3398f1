//! `quittance schedule` gives the tables of public sources, reaches every term, and says what is wrong with any other.

use quittance::engine::money::{Money, Rounding};
use quittance::engine::plan::schedule::Repayment;
use serde_json::{Map, Value, json};

use crate::program::{answer, quittance};
use crate::published::reproduced;

fn cents(cell: &Value) -> Money {
    Money::parse_with(cell.as_str().unwrap(), 2).unwrap()
}

/// A published case under one of its conventions, as a document.
fn document(case: &Value, convention: &Value) -> Value {
    let mut document = Map::new();
    for name in [
        "method",
        "principal",
        "annual_rate_pct",
        "periods",
        "day_count",
        "instalment_multiple_of",
        "grace",
        "pause",
    ] {
        if let Some(value) = case.get(name) {
            document.insert(name.to_owned(), value.clone());
        }
    }
    document.insert(
        "frequency".to_owned(),
        json!({"every": case["every"], "unit": case["unit"]}),
    );
    // A source that names no date counts months, which are all alike.
    let start = case["start_date"].as_str().unwrap_or("2025-01-01");
    document.insert("start_date".to_owned(), json!(start));
    if let Some(amount) = case.get("down_payment") {
        document.insert("down_payment".to_owned(), json!({"amount": amount}));
    }
    let mut convention = convention.as_object().unwrap().clone();
    if let Some(change) = case.get("rate_change") {
        let change = json!([{
            "from": change["date"], "annual_rate_pct": change["annual_rate_pct"],
            "first_night": convention.remove("first_night"), "instalment": convention.remove("instalment_after"),
        }]);
        document.insert("rate_changes".to_owned(), change);
    }
    document.append(&mut convention);
    Value::Object(document)
}

/// Whether an amount is the one that the source shows, in the unit that it shows.
fn assert_shown(case: &Value, ours: &Value, theirs: &Value, what: &str) {
    let unit = cents(case.get("shown_to").unwrap_or(&json!("0.01")));
    let shown = |cell| {
        cents(cell)
            .round_to_multiple(unit, Rounding::HalfUp)
            .unwrap()
    };
    assert_eq!(shown(ours), shown(theirs), "{}: {what}", case["id"]);
}

fn check(case: &Value, convention: &Value, ours: &Value) {
    let rows = ours["rows"]
        .as_array()
        .unwrap_or_else(|| panic!("{} by {convention}: {ours}", case["id"]));
    assert_eq!(case["periods"], rows.len(), "{}", case["id"]);
    for theirs in case["rows"].as_array().into_iter().flatten() {
        let number = theirs[0].as_str().unwrap();
        let row = &rows[number.parse::<usize>().unwrap() - 1];
        assert_eq!(row["n"].to_string(), number);
        let first_down = case.get("down_payment").is_some() && number == "1";
        let kind = if first_down {
            "down_payment"
        } else {
            "instalment"
        };
        assert_eq!(row["kind"], kind);
        if !theirs[1].is_null() {
            assert_eq!(row["due"], theirs[1], "{} by {convention}", case["id"]);
        }
        for (column, name) in [(2, "principal"), (3, "interest"), (4, "balance")] {
            if !theirs[column].is_null() {
                let what = format!("{convention}, row {number}, {name}");
                assert_shown(case, &row[name], &theirs[column], &what);
            }
        }
    }
    let equal_parts = convention["flat_principal"] == "equal-parts";
    if let Some(instalment) = case.get("instalment").filter(|_| !equal_parts) {
        assert_eq!(cents(&ours["instalment"]), cents(instalment));
    }
    for (name, ours) in [
        ("total_interest", &ours["totals"]["interest"]),
        ("total_paid", &ours["totals"]["payments"]),
    ] {
        if let Some(theirs) = case.get(name) {
            assert_shown(case, ours, theirs, name);
        }
    }
    if convention.get("balances").is_none() {
        let (principal, paid) = (&ours["totals"]["principal"], &case["principal"]);
        assert_eq!(cents(principal), cents(paid), "{}", case["id"]);
        assert_eq!(ours["final_balance"], "0.00");
    }
}

#[test]
fn every_published_schedule_comes_out_of_the_program_under_every_convention() {
    let all: Value = serde_json::from_str(include_str!("../published/schedules.json")).unwrap();
    let (mut documents, mut tried) = (String::new(), Vec::new());
    for case in all["cases"].as_array().unwrap() {
        for convention in case["conventions"].as_array().into_iter().flatten() {
            documents.push_str(&document(case, convention).to_string());
            documents.push('\n');
            tried.push((case, convention));
        }
    }
    let said = quittance(&["schedule"], &documents);
    assert_eq!(said.status, 0, "{:?}", said.lines);
    assert_eq!(said.lines.len(), tried.len());
    for ((case, convention), ours) in tried.iter().zip(&said.lines) {
        check(case, convention, ours);
        reproduced(case);
    }
    assert_eq!(tried.len(), 199);
}

/// Three months of 1 % from 1 January 2026.
fn quarter(changes: &Value) -> Value {
    let mut document = json!({
        "method": "equal-principal", "principal": "1200", "annual_rate_pct": "12", "periods": 3, "start_date": "2026-01-01"
    });
    for (name, value) in changes.as_object().unwrap() {
        document[name] = value.clone();
    }
    document
}

fn columns(answer: &Value, names: [&str; 3]) -> Vec<String> {
    let rows = answer["rows"].as_array().unwrap();
    rows.iter()
        .map(|row| names.map(|name| row[name].as_str().unwrap()).join(" "))
        .collect()
}

/// What is changed, and interest, principal and balance of the three rows, worked out by hand.
#[test]
fn every_way_to_repay_and_every_term_beside_it_is_reached() {
    let table = r#"
{} | 12.00 400.00 800.00 | 8.00 400.00 400.00 | 4.00 400.00 0.00
{"method": "Interest_First"} | 12.00 0.00 1200.00 | 12.00 0.00 1200.00 | 12.00 1200.00 0.00
{"method": "one_off"} | 0.00 0.00 1200.00 | 0.00 0.00 1200.00 | 36.00 1200.00 0.00
{"method": "interest last"} | 0.00 400.00 800.00 | 0.00 400.00 400.00 | 24.00 400.00 0.00
{"method": "flat"} | 12.00 400.00 800.00 | 12.00 400.00 400.00 | 12.00 400.00 0.00
{"method": "balloon", "balloon": "600", "annual_rate_pct": "0"} | 0.00 200.00 1000.00 | 0.00 200.00 800.00 | 0.00 800.00 0.00
{"method": "stepped", "step": {"plus": "100"}, "annual_rate_pct": "0"} | 0.00 300.00 900.00 | 0.00 400.00 500.00 | 0.00 500.00 0.00
{"method": "stepped", "step": {"times": "1.5", "every": 2}, "annual_rate_pct": "0", "principal": "700"} | 0.00 200.00 500.00 | 0.00 200.00 300.00 | 0.00 300.00 0.00
{"method": "minimum-first", "minimum": {"payment": "212", "rows": 1}, "instalment": "510"} | 12.00 200.00 1000.00 | 10.00 500.00 500.00 | 5.00 500.00 0.00
{"method": "custom", "principal": "1000", "payments": ["500", "0", "520.20"]} | 10.00 490.00 510.00 | 0.00 0.00 510.00 | 10.20 510.00 0.00
{"method": "custom", "principal": "1000", "payments": ["500", "0", "1"], "last_takes_rest": true} | 10.00 490.00 510.00 | 0.00 0.00 510.00 | 10.20 510.00 0.00
{"grace": {"principal": 1}} | 12.00 0.00 1200.00 | 12.00 600.00 600.00 | 6.00 600.00 0.00
{"grace": {"interest_payment_deferred": 1}} | 0.00 400.00 800.00 | 20.00 400.00 400.00 | 4.00 400.00 0.00
{"grace": {"interest_free": 1}} | 0.00 400.00 800.00 | 8.00 400.00 400.00 | 4.00 400.00 0.00
{"pauses": [{"start": "2026-01-02", "end": "2026-02-01"}]} | 0.00 400.00 800.00 | 8.00 400.00 400.00 | 4.00 400.00 0.00
{"rate_changes": [{"from": "2026-02-01", "annual_rate_pct": "24"}]} | 12.00 400.00 800.00 | 16.00 400.00 400.00 | 8.00 400.00 0.00
{"down_payment": {"pct": "50"}} | 0.00 600.00 600.00 | 6.00 300.00 300.00 | 3.00 300.00 0.00
{"instalment": "500"} | 12.00 500.00 700.00 | 7.00 500.00 200.00 | 2.00 200.00 0.00
{"day_count": "30E/360", "interest_period": "daily"} | 12.00 400.00 800.00 | 8.00 400.00 400.00 | 4.00 400.00 0.00
{"day_count": "ACT/360", "frequency": "every-15-days"} | 6.00 400.00 800.00 | 4.00 400.00 400.00 | 2.00 400.00 0.00
{"first_due": "2026-03-01"} | 24.00 400.00 800.00 | 8.00 400.00 400.00 | 4.00 400.00 0.00
{"periods": null, "due_dates": ["2026-02-01", "2026-04-01", "2026-05-01"]} | 12.00 400.00 800.00 | 16.00 400.00 400.00 | 4.00 400.00 0.00
{"money_decimals": 0, "principal": "1000"} | 10 333 667 | 7 333 334 | 3 334 0
{"money_decimals": 4, "principal": "0.1", "rounding": "toward_zero"} | 0.0010 0.0333 0.0667 | 0.0006 0.0333 0.0334 | 0.0003 0.0334 0.0000
{"method": "equal-instalment", "annual_rate_pct": "0", "instalment_multiple_of": "500", "multiple_rounding": "away-from-zero"} | 0.00 500.00 700.00 | 0.00 500.00 200.00 | 0.00 200.00 0.00
"#;
    for line in table.trim().lines() {
        let mut parts = line.split(" | ");
        let changes = serde_json::from_str(parts.next().unwrap()).unwrap();
        let answered = answer("schedule", &quarter(&changes));
        let expected: Vec<&str> = parts.collect();
        assert_eq!(
            columns(&answered, ["interest", "principal", "balance"]),
            expected,
            "{changes}"
        );
    }
}

#[test]
fn every_method_of_the_engine_is_a_method_of_documents() {
    for code in Repayment::CODES {
        let document = quarter(&json!({"method": code, "instalment_basis": "wrong"}));
        let said = quittance(&["schedule"], &document.to_string());
        assert_ne!(said.lines[0]["error"]["at"], "method", "{code}");
    }
}

#[test]
fn totals_and_days_are_those_of_the_rows() {
    let document = quarter(
        &json!({"method": "equal-instalment", "down_payment": {"amount": "200", "pct": "16.67"}}),
    );
    let answered = answer("schedule", &document);
    // 1000 over two months at 1 %: 507.512; interest 10 and 5.02.
    assert_eq!(answered["instalment"], "507.51");
    assert_eq!(
        columns(&answered, ["kind", "due", "total"]),
        [
            "down_payment 2026-01-01 200.00",
            "instalment 2026-02-01 507.51",
            "instalment 2026-03-01 507.51"
        ]
    );
    let days: Vec<i64> = answered["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["days"].as_i64().unwrap())
        .collect();
    assert_eq!(days, [0, 31, 28]);
    assert_eq!(
        answered["totals"],
        json!({"principal": "1200.00", "interest": "15.02", "payments": "1215.02"})
    );
}

#[test]
fn a_schedule_that_was_not_kept_is_laid_out_again() {
    let missed = quarter(&json!({"re_amortise": {"paid": 0, "as_of": "2026-02-01"}}));
    let left = answer("schedule", &missed);
    assert_eq!(
        columns(&left, ["arrears", "total", "balance"]),
        ["6.00 618.00 600.00", "6.00 612.00 0.00"]
    );
    assert_eq!(left["rows"][0]["n"], 2);
    assert_eq!(left["rows"][0]["days"], 28);
    assert_eq!(left["totals"]["arrears"], "12.00");

    let aged = |how| {
        let again = json!({"overdue_interest": "100", "how": how});
        let document = quarter(&json!({"method": "equal-instalment", "re_age": again}));
        columns(
            &answer("schedule", &document),
            ["arrears", "total", "balance"],
        )
    };
    assert_eq!(
        aged("with_first"),
        [
            "100.00 508.03 803.97",
            "0.00 408.03 403.98",
            "0.00 408.02 0.00"
        ]
    );
    assert_eq!(
        aged("split-equally"),
        [
            "33.34 433.34 800.00",
            "33.33 433.33 400.00",
            "33.33 433.33 0.00"
        ]
    );
}
