//! What `quittance schedule` says of a document that makes no schedule: the place, what stands there, and what would do.

use serde_json::{Value, json};

use crate::program::{answer, quittance};

/// A loan over a year, with one thing changed.
fn loan(changes: &Value) -> Value {
    let mut document = json!({
        "method": "equal-instalment", "principal": "1200", "annual_rate_pct": "12", "periods": 12, "start_date": "2026-01-01"
    });
    for (name, value) in changes.as_object().unwrap() {
        document[name] = value.clone();
    }
    document
}

/// Runs every document at once; each must be bad input at its place, with words that say so much.
///
/// A line of the table is what is changed, the place, and part of the value and the problem.
fn all_fail(table: &str) {
    let lines = table.trim().lines();
    let table: Vec<[&str; 3]> = lines
        .map(|line| {
            line.splitn(3, " | ")
                .collect::<Vec<_>>()
                .try_into()
                .unwrap()
        })
        .collect();
    let documents = table
        .iter()
        .map(|[changes, ..]| loan(&serde_json::from_str(changes).unwrap()).to_string());
    let documents: Vec<String> = documents.collect();
    let said = quittance(&["schedule"], &documents.join("\n"));
    assert_eq!(said.status, 2);
    assert_eq!(said.lines.len(), table.len());
    for ([changes, at, words], line) in table.iter().zip(&said.lines) {
        let error = &line["error"];
        assert_eq!(error["at"], *at, "{changes}: {line}");
        let value = error["value"].as_str().unwrap_or_default();
        let told = format!("{value}: {}", error["problem"].as_str().unwrap());
        assert!(told.contains(words), "{changes}: {told}");
        for name in ["Error", "Outside", "{ ", "Some("] {
            assert!(!told.contains(name), "{changes}: {told}");
        }
    }
}

#[test]
fn counts_rates_amounts_and_dates_beyond_their_limits_are_named() {
    all_fail(
        r#"
{"periods": 0} | periods | 0: a schedule has 1 to 600 rows
{"periods": 601} | periods | 601: a schedule has 1 to 600 rows
{"periods": 4294967295} | periods | 4294967295: a schedule has 1 to 600
{"periods": 1, "down_payment": {"amount": "1"}} | periods | 1: a schedule has 2 to 600
{"periods": 601, "down_payment": {"amount": "1"}} | periods | 601: a schedule has 2 to 600
{"periods": null} | periods | missing
{"periods": -1} | periods | -1
{"periods": "12"} | periods | string
{"annual_rate_pct": "-1"} | annual_rate_pct | -1: 
{"annual_rate_pct": "100000.1"} | annual_rate_pct | 100000.1: 
{"annual_rate_pct": 12} | annual_rate_pct | expected a string
{"principal": 1200} | principal | expected a string
{"principal": 0.5} | principal | expected a string
{"principal": "-0.01"} | principal | -0.01: it must not be below zero
{"principal": "0.001"} | principal | 0.001: 
{"principal": "1e6"} | principal | 1e6: 
{"principal": "1000000000000000.01"} | principal | 1000000000000000.01: 
{"principal": "1000000000000000"} |  | 1000000000000000.00
{"money_decimals": 5} | money_decimals | 5: it must be from 0 to 4
{"money_decimals": 0, "principal": "0.5"} | principal | 0.5: 
{"start_date": "1899-12-31"} | start_date | 1899-12-31
{"start_date": "10000-01-01"} | start_date | 10000-01-01
{"start_date": "2026-02-29"} | start_date | 2026-02-29
{"start_date": "9999-12-31"} |  | 9999-12-31
{"first_due": "2025-12-31"} | first_due | 2025-12-31: it must not be before the start, 2026-01-01
{"due_dates": [], "periods": null} | due_dates | 0 dates: a schedule has 1 to 600
{"due_dates": ["2026-02-01", "2026-02-01"], "periods": 2} | due_dates | 2026-02-01: it must come after 2026-02-01
{"due_dates": ["2026-02-01", "2026-02-30"]} | due_dates.2 | 2026-02-30
{"due_dates": ["2026-02-01"]} | periods | 12: due_dates make 1 rows
{"frequency": "every-0-months"} | frequency | every-0-months
{"frequency": {"every": 0, "unit": "months"}} | frequency.every | 0
{"frequency": {"every": 1, "unit": "years"}} | frequency.unit | years
{"frequency": 1} | frequency | 1
"#,
    );
}

#[test]
fn what_a_method_lacks_or_cannot_have_is_named() {
    all_fail(
        r#"
{"method": "magic"} | method | magic: not known
{"principle": "1"} | principle | unknown field
{"method": "balloon"} | balloon | missing
{"method": "balloon", "balloon": "1200.01"} | balloon | 1200.01: it must be from 0.00 to 1200.00
{"balloon": "1"} | balloon | has no meaning together with method equal-instalment
{"method": "stepped"} | step | missing
{"method": "stepped", "step": {}} | step | times or plus
{"method": "stepped", "step": {"times": "0"}} | step.times | 0: it must be above 0
{"method": "stepped", "step": {"times": "1,05"}} | step.times | 1,05: not a factor
{"method": "stepped", "step": {"plus": "1", "every": 0}} | step.every | 0: it must be from 1 to 600
{"method": "stepped", "step": {"plus": "-100"}, "instalment": "112"} | step | row 3 must cover its interest
{"instalment": "1"} | instalment | the payment of row 1 must cover its interest, 12.00
{"instalment": "1", "down_payment": {"amount": "200"}} | instalment | row 2 must cover its interest, 10.00
{"method": "minimum-first"} | minimum | missing
{"method": "minimum-first", "minimum": {"payment": "20", "rows": 12}} | minimum.rows | 12: it must be from 0 to 11
{"method": "minimum-first", "minimum": {"payment": "11.99", "rows": 2}} | minimum.payment | its interest, 12.00
{"method": "custom"} | payments | missing
{"method": "custom", "payments": ["100"]} | payments | 1: payments for 12 rows
{"method": "custom", "periods": 3, "payments": ["400", "400", "x"]} | payments.3 | x: 
{"method": "custom", "periods": 3, "payments": ["400", "-1", "400"]} | payments | -1.00: it must be from 0.00
{"method": "custom", "periods": 3, "payments": ["400", "400", "400"]} | payments.3 | 400: row 3 is the last and leaves 24.32
{"method": "custom", "periods": 3, "payments": ["400", "400", "424.33"]} | payments.3 | 424.33: row 3 pays 0.01 more than is owed
{"down_payment": {}} | down_payment | amount or a pct
{"down_payment": {"amount": "1200.01"}} | down_payment | 1200.01: it must be from 0.00 to 1200.00
{"down_payment": {"amount": "300", "pct": "24.9"}} | down_payment.pct | 24.9: the amount is 25 per cent
{"down_payment": {"amount": "1300", "pct": "25"}} | down_payment | 1300.00: it must be from 0.00 to 1200.00
{"down_payment": {"pct": "101"}} | down_payment.pct | 101: 
{"down_payment": "300"} | down_payment | string
{"grace": {"principal": 12}} | grace.principal | 12: it must be from 0 to 11
{"grace": {"interest_free": 13}} | grace.interest_free | 13: it must be from 0 to 12
{"grace": {"months": 1}} | grace.months | unknown field
{"method": "one-off", "grace": {"principal": 1}} | grace.principal | together with method one-off
"#,
    );
}

#[test]
fn conventions_that_are_not_known_or_contradict_each_other_are_named() {
    all_fail(
        r#"
{"day_count": "act/111"} | day_count | act/111: not known: write one of periodic
{"day_count": "none (zero rate)"} | day_count | there is a rate above zero
{"annual_rate_pct": "0", "day_count": "none (zero rate)", "rate_changes": [{"from": "2026-02-01", "annual_rate_pct": "1"}]} | day_count | a rate above zero
{"interest_period": "daily"} | day_count | missing
{"interest_period": "daily", "day_count": "periodic"} | interest_period | day_count periodic
{"interest_period": "hourly"} | interest_period | hourly: not known
{"year_split": "jan2"} | year_split | jan2: not known
{"year_split": "feb29"} | year_split | feb29: only act/act-isda splits years
{"year_split": "jan1", "day_count": "act/act-dec31"} | year_split | jan1: the day count says another
{"rounding": "nearest"} | rounding | nearest: not known
{"multiple_rounding": "half-up"} | multiple_rounding | instalment_multiple_of
{"instalment_multiple_of": "0"} | instalment_multiple_of | 0.00: it must be from 0.01
{"instalment": "200", "instalment_multiple_of": "1"} | instalment | with instalment_multiple_of
{"last_instalment": "smoothed", "method": "flat"} | last_instalment | smoothed: has no meaning together with method flat
{"balances": "unrounded", "method": "flat"} | balances | unrounded: has no meaning together with method flat
{"balances": "none"} | balances | none: not known
{"pause": {"start": "2026-02-02", "end": "2026-02-01"}} | pause.end | 2026-02-01: it must not be before
{"pause": {"start": "2026-02-02"}} | pause | end
{"pause": {"start": "2026-02-01", "end": "2026-02-02"}, "pauses": []} | pause | together with pauses
{"pauses": [{"start": "2026-02-01", "end": "2026-02-02", "instalment": "x"}]} | pauses.1.instalment | x: not known
{"rate_changes": [{"from": "2026-03-01", "annual_rate_pct": "1"}, {"from": "2026-02-01", "annual_rate_pct": "2"}]} | rate_changes | 2026-02-01: it must come after 2026-03-01
{"rate_changes": [{"from": "2026-03-01", "annual_rate_pct": "-1"}]} | rate_changes.1.annual_rate_pct | -1: 
{"rate_changes": [{"from": "2026-03-01", "annual_rate_pct": "1", "first_night": "x"}]} | rate_changes.1.first_night | x: not known: write one of begins, ends
{"re_amortise": {"paid": 12, "as_of": "2026-02-01"}} | re_amortise.as_of | 2026-02-01: no row
{"re_amortise": {"paid": 0, "as_of": "2026-02-01"}, "method": "flat"} | re_amortise | method flat
{"re_amortise": {"paid": 0, "as_of": "2026-02-01"}, "grace": {"principal": 1}} | re_amortise | with grace
{"re_amortise": {"paid": 0, "as_of": "2026-02-01"}, "re_age": {"overdue_interest": "1", "how": "with-first"}} | re_age | with re_amortise
{"re_age": {"overdue_interest": "-1", "how": "with-first"}} | re_age.overdue_interest | -1: it must not be below
{"re_age": {"overdue_interest": "1", "how": "x"}} | re_age.how | x: not known
{"re_age": {"overdue_interest": "1", "how": "with-first"}, "method": "interest-first"} | method | equal-instalment
{"re_age": {"overdue_interest": "1", "how": "with-first"}, "instalment": "200"} | re_age | with instalment
"#,
    );
}

#[test]
fn the_least_and_the_most_are_answered() {
    let cent = answer("schedule", &loan(&json!({"principal": "0.01"})));
    assert_eq!(cent["totals"]["principal"], "0.01");
    assert_eq!(cent["final_balance"], "0.00");

    let nothing = answer("schedule", &loan(&json!({"principal": "0"})));
    assert_eq!(nothing["totals"]["payments"], "0.00");

    let most =
        loan(&json!({"principal": "1000000000000000", "annual_rate_pct": "0", "periods": 600}));
    let most = answer("schedule", &most);
    assert_eq!(most["rows"].as_array().unwrap().len(), 600);
    assert_eq!(most["totals"]["payments"], "1000000000000000.00");

    let last = loan(&json!({"start_date": "9998-12-31", "day_count": "ACT/365F"}));
    assert_eq!(answer("schedule", &last)["rows"][11]["due"], "9999-12-31");
}
