//! `quittance accrue` reproduces the published growth and settlement figures.

use quittance::engine::calendar::{Frequency, format_date, parse_date};
use quittance::engine::money::{Money, Rate, Rounding};
use quittance::engine::plan::schedule::{
    Debt, Instalment, InterestBasis, Method, amortise, periods_after,
};
use serde_json::{Value, json};

use crate::program::{answer, quittance};
use crate::published::{cases, document, reproduced, same_amount};

const WAIVERS: &str = include_str!("../published/waiver.json");
const SETTLEMENTS: &str = include_str!("../published/settlement.json");

/// Nothing but these fields of a case is the answer's business.
const ASKED: [&str; 13] = [
    "amount",
    "principal",
    "annual_rate_pct",
    "daily_rate_pct",
    "day_basis",
    "day_count",
    "days",
    "start_date",
    "as_of",
    "payments",
    "overdue",
    "inclusive",
    "paid_through",
];

fn case(file: &str, count: usize, id: &str) -> Value {
    let all = cases(file, count);
    let found = all.into_iter().find(|case| case["id"] == id);
    found.unwrap_or_else(|| panic!("no {id}"))
}

#[test]
fn simple_interest_comes_to_the_published_figures() {
    let all = cases(WAIVERS, 7);
    let simple = all.iter().filter(|case| case["kind"] == "simple_interest");
    let simple: Vec<&Value> = simple.collect();
    assert_eq!(simple.len(), 3);
    for case in simple {
        let ours = answer("accrue", &document(case, &ASKED));
        let id = case["id"].as_str().unwrap();
        assert_eq!(ours["days"], case["days"], "{id}");
        same_amount(
            &ours["grown"]["interest"],
            &case["expected"]["interest"],
            id,
        );
        assert_eq!(ours["grown"]["total"], ours["grown"]["interest"], "{id}");
        reproduced(case);
    }
}

#[test]
fn a_daily_late_charge_comes_to_the_published_figure_and_stays_below_its_cap() {
    let case = case(WAIVERS, 7, "waiver-010");
    let mut asked = json!({
        "amount": case["amount"], "days": case["days"],
        "late_charge": {"daily_rate_pct": case["daily_rate_pct"], "cap": case["cap"]}
    });
    let ours = answer("accrue", &asked);
    same_amount(
        &ours["grown"]["charges"],
        &case["expected"]["penalty"],
        "waiver-010",
    );
    asked["days"] = json!(3000);
    same_amount(
        &answer("accrue", &asked)["grown"]["charges"],
        &case["cap"],
        "cap",
    );
    reproduced(&case);
}

#[test]
fn a_penalty_on_overdue_instalments_comes_to_the_published_figure() {
    let case = case(WAIVERS, 7, "waiver-007");
    let mut asked = document(&case, &ASKED);
    asked["penalty"] = json!({"rate_pct": case["rate_pct"], "base": "overdue-instalment"});
    let ours = answer("accrue", &asked);
    let expected = &case["expected"];
    same_amount(&ours["owed"]["penalty"], &expected["penalty"], "waiver-007");
    let days: Vec<&Value> = ours["instalments"]
        .as_array()
        .unwrap()
        .iter()
        .map(|instalment| &instalment["days"])
        .collect();
    assert_eq!(json!(days), expected["days"]);
    assert_eq!(ours["overdue_since"], "2024-05-05");
    reproduced(&case);
}

#[test]
fn a_settlement_figure_comes_to_the_published_cent() {
    let case = case(SETTLEMENTS, 3, "settlement-001");
    let mut asked = document(&case, &ASKED);
    asked["rounding"] = json!("toward-zero");
    let ours = answer("accrue", &asked);
    let expected = &case["expected"];
    same_amount(
        &ours["owed"]["total"],
        &expected["settlement"],
        "settlement",
    );
    same_amount(
        &ours["owed"]["principal"],
        &expected["principal"],
        "principal",
    );
    same_amount(&ours["owed"]["interest"], &expected["interest"], "interest");
    let lines = ours["lines"].as_array().unwrap();
    assert_eq!(lines.len(), 4);
    assert_eq!(lines[3]["owed"], ours["owed"]);
    // 250.00 for 24 days at 0.8 % a day.
    assert_eq!(lines[0]["grown"]["interest"], "48.00");
    reproduced(&case);
}

#[test]
fn what_is_payable_today_comes_to_the_published_cents() {
    let case = case(SETTLEMENTS, 3, "settlement-010");
    let rate = Rate::parse_percent(case["annual_rate_pct"].as_str().unwrap()).unwrap();
    let start = parse_date(case["start_date"].as_str().unwrap()).unwrap();
    let count = u32::try_from(case["periods"].as_u64().unwrap()).unwrap();
    let periods = periods_after(start, Frequency::MONTHLY, count, InterestBasis::Periodic).unwrap();
    let debt = Debt {
        principal: Money::parse_with(case["principal"].as_str().unwrap(), 2).unwrap(),
        arrears: Money::ZERO,
    };
    let method = Method::EqualInstalment;
    let rows = amortise(
        debt,
        rate,
        method,
        &periods,
        Instalment::Fitted,
        Rounding::HalfUp,
    );
    let rows = rows.unwrap();
    let text = |amount: Money| amount.to_decimal_string_with(2);
    let rows: Vec<Value> = rows
        .iter()
        .map(|row| {
            json!({"due": format_date(row.due), "principal": text(row.principal), "interest": text(row.interest)})
        })
        .collect();
    let dues: Vec<&Value> = rows.iter().map(|row| &row["due"]).collect();
    assert_eq!(json!(dues), case["due_dates"]);
    let mut asked = document(&case, &ASKED);
    asked.as_object_mut().unwrap().remove("principal");
    asked["instalments"] = json!(rows);
    let ours = answer("accrue", &asked);
    let expected = &case["expected"];
    same_amount(
        &ours["owed"]["principal"],
        &expected["outstanding_balance"],
        "balance",
    );
    same_amount(
        &ours["overdue_principal"],
        &expected["payable_principal"],
        "principal",
    );
    same_amount(
        &ours["owed"]["interest"],
        &expected["payable_interest"],
        "interest",
    );
    reproduced(&case);
}

/// 20,000 of which 10,000 is overdue, at 12 % and 18 %: 100 days of 365.
pub fn balances(more: &Value) -> Value {
    let mut asked = json!({
        "balances": {"principal": "20000", "interest": "730"}, "overdue_principal": "10000",
        "from": "2026-01-01", "to": "2026-04-11", "annual_rate_pct": "7.3",
        "penalty": {"multiple": "1.5"}
    });
    for (name, value) in more.as_object().unwrap() {
        asked[name] = value.clone();
    }
    asked
}

#[test]
fn balances_grow_by_component_under_the_terms() {
    let grown = |more: Value| {
        let grown = answer("accrue", &balances(&more))["grown"].clone();
        ["interest", "penalty", "compound", "charges"]
            .map(|component| grown[component].as_str().unwrap().to_owned())
    };
    // 10,000 at 7.3 % and at 10.95 % for 100 of 365 days.
    assert_eq!(grown(json!({})), ["200.00", "300.00", "0.00", "0.00"]);
    let beside = json!({"multiple": "1.5", "beside_interest": true, "compound": true});
    assert_eq!(
        grown(json!({"penalty": beside})),
        ["400.00", "300.00", "21.90", "0.00"]
    );
    let whole = json!({"rate_pct": "3.65", "base": "whole_principal"});
    assert_eq!(
        grown(json!({"penalty": whole})),
        ["0.00", "200.00", "0.00", "0.00"]
    );
    let instalment = json!({"daily_rate_pct": "0.03", "base": "overdue-instalment"});
    assert_eq!(
        grown(json!({"penalty": instalment})),
        ["200.00", "321.90", "0.00", "0.00"]
    );
    let charge = json!({"rate_pct": "36.5", "cap": "75.50"});
    assert_eq!(
        grown(json!({"late_charge": charge})),
        ["200.00", "300.00", "0.00", "75.50"]
    );
    // 20,000 at 7.3 % is the most.
    assert_eq!(
        grown(json!({"ceiling_pct": "7.3"})),
        ["200.00", "200.00", "0.00", "0.00"]
    );
    assert_eq!(
        grown(json!({"last_day_counts": true})),
        ["202.00", "303.00", "0.00", "0.00"]
    );
    assert_eq!(
        grown(json!({"day_count": "30/360", "to": "2026-04-01"})),
        ["182.50", "273.75", "0.00", "0.00"]
    );
}

#[test]
fn a_statement_adds_up_and_keeps_its_dates() {
    for counts in [false, true] {
        let ours = answer(
            "accrue",
            &balances(&json!({
                "last_day_counts": counts,
                "payments": [{"date": "2026-02-01", "amount": "1000"}, {"date": "2026-05-01", "amount": "1"}],
                "switch": {"from_days_past_due": 31, "order": "principal-first"}
            })),
        );
        assert_eq!(ours["lines"][0]["date"], "2026-02-01");
        assert_eq!(ours["lines"][1]["date"], "2026-04-11");
        assert_eq!(ours["lines"].as_array().unwrap().len(), 2);
        assert_eq!(ours["paid"]["principal"], "1000.00");
        assert_eq!(ours["days"], if counts { 101 } else { 100 });
        let cents = |value: &Value| {
            let text = value.as_str().unwrap().replace('.', "");
            text.parse::<i64>().unwrap()
        };
        let (grown, paid, owed) = (&ours["grown"], &ours["paid"], &ours["owed"]);
        assert_eq!(
            cents(&owed["total"]),
            2_073_000 + cents(&grown["total"]) - cents(&paid["total"])
        );
    }
}

#[test]
fn a_history_is_worked_out_under_late_terms() {
    let asked = |more: &Value| {
        let mut asked = json!({
            "instalments": [
                {"n": 1, "due": "2026-02-01", "principal": "10000", "interest": "200"},
                {"n": 2, "due": "2026-03-01", "principal": "10000", "interest": "100"}
            ],
            "start": "2026-01-01", "as_of": "2026-02-21", "annual_rate_pct": "7.3",
            "penalty": {"rate_pct": "10.95"}
        });
        for (name, value) in more.as_object().unwrap() {
            asked[name] = value.clone();
        }
        answer("accrue", &asked)
    };
    let plain = asked(&json!({}));
    // 20 days on 10,000 overdue at 10.95 %, and on 10,000 not yet due at 7.3 %.
    assert_eq!(plain["owed"]["penalty"], "60.00");
    assert_eq!(plain["owed"]["interest"], "240.00");
    assert_eq!(plain["owed"]["principal"], "20000.00");
    assert_eq!(plain["overdue_principal"], "10000.00");
    assert_eq!(plain["instalments"].as_array().unwrap().len(), 1);

    let grace = |from: &str| asked(&json!({"grace": {"days": 10, "penalty_from": from}}));
    assert_eq!(grace("end-of-grace")["owed"]["penalty"], "30.00");
    assert_eq!(grace("due_date")["owed"]["penalty"], "60.00");
    let missed = json!({"share_pct": "5", "each_at_most": "400"});
    assert_eq!(
        asked(&json!({"missed_charge": missed}))["owed"]["charges"],
        "400.00"
    );
    let fixed = json!({"amount": "25", "together_at_most": "20"});
    assert_eq!(
        asked(&json!({"missed_charge": fixed}))["owed"]["charges"],
        "20.00"
    );
    let called = asked(&json!({"accelerated_on": "2026-02-11"}));
    assert_eq!(called["overdue_principal"], "20000.00");
    assert_eq!(called["owed"]["penalty"], "90.00");
    let capped = asked(&json!({"ceiling_pct": "7.3"}));
    assert_eq!(capped["owed"]["penalty"], "40.00");
    let paid =
        asked(&json!({"paid_through": 1, "payments": [{"date": "2026-02-10", "amount": "5"}]}));
    assert_eq!(paid["owed"]["penalty"], "0.00");
    assert_eq!(paid["overpayment"], "5.00");
    assert_eq!(paid["overdue_since"], Value::Null);
}

#[test]
fn what_outgrows_the_largest_amount_is_refused() {
    let asked = json!({"amount": "900000000000000", "days": 3650, "annual_rate_pct": "100000"});
    let said = quittance(&["accrue"], &asked.to_string());
    assert_eq!(said.status, 2);
    assert_eq!(
        said.lines[0]["error"]["problem"],
        "an amount worked out from it goes beyond 1000000000000000.00"
    );
}
