//! The tables of `tests/published/schedules.json`, cell by cell.

use std::fmt::Write;

use quittance::engine::calendar::{Date, DayCount, Frequency, Unit, format_date, parse_date};
use quittance::engine::money::{Currency, Money, Rate, Rounding};
use quittance::engine::plan::schedule::{
    Instalment, InterestBasis, Method, Row, amortise, level_instalment, periods_after,
};
use serde_json::Value;

/// Tables whose convention is not ours, each with what sets it apart.
const OTHER_CONVENTIONS: [(&str, &str); 8] = [
    (
        "schedules-022",
        "only a period with 29 February in it is over 366",
    ),
    (
        "schedules-025",
        "31 December counts as a day of the next year",
    ),
    (
        "schedules-028",
        "the instalment is refitted so that the last differs least",
    ),
    (
        "schedules-034",
        "the instalment is refitted so that the last differs least",
    ),
    (
        "schedules-070",
        "only a period with 29 February in it is over 366",
    ),
    (
        "schedules-091",
        "only a period with 29 February in it is over 366",
    ),
    (
        "schedules-136",
        "the first six rows repay no principal: a deferral, not a bare schedule",
    ),
    (
        "schedules-154",
        "the last row's interest, not its principal, takes the residue",
    ),
];

pub(crate) const YUAN: Currency = Currency::Cny;

fn all_cases() -> Vec<Value> {
    let all: Value = serde_json::from_str(include_str!("../published/schedules.json")).unwrap();
    all["cases"].as_array().unwrap().clone()
}

pub(crate) fn cases(method: &str) -> Vec<Value> {
    all_cases()
        .into_iter()
        .filter(|case| case["method"] == method)
        .collect()
}

pub(crate) fn text<'a>(case: &'a Value, name: &str) -> &'a str {
    case[name]
        .as_str()
        .unwrap_or_else(|| panic!("{}: no {name}", case["id"]))
}

pub(crate) fn money(case: &Value, name: &str) -> Money {
    Money::parse(text(case, name), YUAN).unwrap()
}

pub(crate) fn count(case: &Value) -> u32 {
    u32::try_from(case["periods"].as_u64().unwrap()).unwrap()
}

pub(crate) fn rate(case: &Value) -> Rate {
    Rate::parse_percent(text(case, "annual_rate_pct")).unwrap()
}

pub(crate) fn start(case: &Value) -> Date {
    parse_date(text(case, "start_date")).unwrap()
}

pub(crate) fn frequency(case: &Value) -> Frequency {
    let unit = match text(case, "unit") {
        "days" => Unit::Days,
        "weeks" => Unit::Weeks,
        "months" => Unit::Months,
        other => panic!("unknown unit {other}"),
    };
    Frequency::new(
        u16::try_from(case["every"].as_u64().unwrap()).unwrap(),
        unit,
    )
    .unwrap()
}

pub(crate) fn basis(case: &Value) -> InterestBasis {
    match (text(case, "day_count"), text(case, "unit")) {
        ("periodic" | "none (zero rate)", _) | ("30/360 whole-month", "months") => {
            InterestBasis::Periodic
        }
        // A month is 30 days over 360 there, and a step in days counts its days.
        ("30/360 whole-month", "days") | ("ACT/360", _) => InterestBasis::Daily(DayCount::Act360),
        ("ACT/364", _) => InterestBasis::Daily(DayCount::Act364),
        ("ACT/365F", _) => InterestBasis::Daily(DayCount::Act365Fixed),
        ("ACT/ACT ISDA", _) => InterestBasis::Daily(DayCount::ActActIsda),
        other => panic!("unknown day count {other:?}"),
    }
}

/// The case's schedule as this engine lays it out, down payment and all.
fn ours(case: &Value) -> Vec<Row> {
    let rounding = Rounding::from_code(text(case, "rounding")).unwrap();
    let mut rows = Vec::new();
    let mut principal = money(case, "principal");
    if case.get("down_payment").is_some() {
        let down = money(case, "down_payment");
        principal = principal.checked_sub(down).unwrap();
        rows.push(Row {
            due: start(case),
            interest: Money::ZERO,
            principal: down,
            arrears: Money::ZERO,
            closing: principal,
        });
    }
    let left = count(case) - u32::try_from(rows.len()).unwrap();
    let periods = periods_after(start(case), frequency(case), left, basis(case)).unwrap();
    let instalment = if case.get("instalment_multiple_of").is_some() {
        let level = level_instalment(principal, rate(case), &periods, rounding).unwrap();
        let unit = money(case, "instalment_multiple_of");
        Instalment::Fixed(level.round_to_multiple(unit, rounding).unwrap())
    } else {
        Instalment::Fitted
    };
    let method = Method::EqualInstalment;
    rows.extend(
        amortise(
            principal,
            rate(case),
            method,
            &periods,
            instalment,
            rounding,
        )
        .unwrap(),
    );
    rows
}

fn table(rows: impl IntoIterator<Item = [String; 4]>) -> String {
    let mut table = String::from("due         principal  interest   balance\n");
    for [due, principal, interest, balance] in rows {
        writeln!(table, "{due} {principal:>10} {interest:>9} {balance:>9}").unwrap();
    }
    table
}

fn our_table(rows: &[Row]) -> String {
    table(rows.iter().map(|row| {
        let cell = |amount: Money| amount.to_decimal_string(YUAN);
        [
            format_date(row.due),
            cell(row.principal),
            cell(row.interest),
            cell(row.closing),
        ]
    }))
}

fn their_table(case: &Value) -> String {
    table(case["rows"].as_array().unwrap().iter().map(|row| {
        let cell = |place: usize| {
            let amount = Money::parse(row[place].as_str().unwrap(), YUAN).unwrap();
            amount.to_decimal_string(YUAN)
        };
        [
            row[1].as_str().unwrap().to_owned(),
            cell(2),
            cell(3),
            cell(4),
        ]
    }))
}

#[test]
fn equal_instalment_tables_are_reproduced() {
    let cases = cases("equal-instalment");
    let mut reproduced = 0;
    for case in &cases {
        let id = text(case, "id");
        let (ours, theirs) = (our_table(&ours(case)), their_table(case));
        let other = OTHER_CONVENTIONS.iter().find(|(other, _)| *other == id);
        if let Some((_, why)) = other {
            // A difference that goes away would leave the list claiming what is no longer so.
            assert_ne!(ours, theirs, "{id} is reproduced, though: {why}");
            let dues = |table: &str| -> Vec<String> {
                table
                    .lines()
                    .map(|line| line.chars().take(10).collect())
                    .collect()
            };
            assert_eq!(dues(&ours), dues(&theirs), "{id} differs in its dates");
        } else {
            assert_eq!(ours, theirs, "\n{id}\nours:\n{ours}\ntheirs:\n{theirs}");
            reproduced += 1;
        }
    }
    println!(
        "{reproduced} of {} published tables reproduced",
        cases.len()
    );
    assert_eq!((reproduced, cases.len()), (33, 41));
}

#[test]
fn a_single_payment_after_a_year_is_reproduced() {
    let cases = cases("one-off");
    for case in &cases {
        let periods = periods_after(start(case), frequency(case), 1, basis(case)).unwrap();
        for method in Method::ALL {
            let rows = amortise(
                money(case, "principal"),
                rate(case),
                method,
                &periods,
                Instalment::Fitted,
                Rounding::HalfUp,
            );
            assert_eq!(
                our_table(&rows.unwrap()),
                their_table(case),
                "{}",
                case["id"]
            );
        }
    }
    assert_eq!(cases.len(), 1);
}

#[test]
fn every_published_case_is_used_and_has_a_source() {
    let used = [
        "equal-instalment",
        "one-off",
        "annuity-factor",
        "equal-instalment-display",
        "frappe-whole-unit-emi-only",
        "frappe-whole-unit-emi",
    ];
    for case in all_cases() {
        assert!(used.contains(&text(&case, "method")), "{}", case["id"]);
        let source = &case["source"];
        assert!(
            source["repo"].is_string() || source["url"].is_string(),
            "{}",
            case["id"]
        );
    }
    for (id, _) in OTHER_CONVENTIONS {
        assert!(
            all_cases().iter().any(|case| text(case, "id") == id),
            "{id} is not published"
        );
    }
}
