//! The tables of `tests/published/schedules.json`, cell by cell, under every convention named for them.

use std::collections::BTreeSet;
use std::fmt::Write;

use quittance::engine::calendar::{Frequency, format_date, parse_date};
use quittance::engine::money::{Money, Rate, Rounding};
use quittance::engine::plan::schedule::{
    InterestBasis, Row, Schedule, lay_out, level_instalment, periods_after,
};
use rust_decimal::Decimal;
use serde_json::Value;

use crate::reading::{YUAN, cases, small, terms, text, yuan};

/// A table of the rows that the source states; a cell that it leaves out is left out in both.
fn table(case: &Value, cell: impl Fn(usize, usize) -> String) -> String {
    let mut table = String::from("row due         principal   interest    balance\n");
    for (place, stated) in case["rows"].as_array().into_iter().flatten().enumerate() {
        let shown = |column: usize| {
            if stated[column].is_null() {
                "-".to_owned()
            } else {
                cell(place, column)
            }
        };
        let [due, principal, interest, balance] = [1, 2, 3, 4].map(shown);
        let number = text_of(&stated[0]);
        writeln!(
            table,
            "{number:>3} {due:10} {principal:>10} {interest:>10} {balance:>10}"
        )
        .unwrap();
    }
    table
}

fn text_of(cell: &Value) -> &str {
    cell.as_str().unwrap()
}

/// An amount in the unit that the source shows.
fn shown(case: &Value, amount: Money) -> String {
    let unit = case.get("shown_to").map_or("0.01", text_of);
    let whole = amount.round_to_multiple(yuan(unit), Rounding::HalfUp);
    whole.unwrap().to_decimal_string(YUAN)
}

fn our_table(case: &Value, rows: &[Row]) -> String {
    table(case, |place, column| {
        let number: usize = text_of(&case["rows"][place][0]).parse().unwrap();
        let row = rows[number - 1];
        match column {
            1 => format_date(row.due),
            2 => shown(case, row.principal),
            3 => shown(case, row.interest),
            _ => shown(case, row.closing),
        }
    })
}

fn their_table(case: &Value) -> String {
    table(case, |place, column| {
        let cell = text_of(&case["rows"][place][column]);
        match column {
            1 => cell.to_owned(),
            _ => yuan(cell).to_decimal_string(YUAN),
        }
    })
}

fn check(case: &Value, convention: &Value, schedule: &Schedule) {
    let named = format!("{} by {convention}", case["id"]);
    let rows = &schedule.rows;
    assert_eq!(
        rows.len(),
        usize::try_from(small(&case["periods"])).unwrap()
    );
    let (ours, theirs) = (our_table(case, rows), their_table(case));
    assert_eq!(ours, theirs, "\n{named}\nours:\n{ours}\ntheirs:\n{theirs}");
    // A source that repays in equal parts states an instalment that none of its rows pays.
    let equal_parts = convention["flat_principal"] == "equal-parts";
    if let Some(instalment) = case.get("instalment").filter(|_| !equal_parts) {
        assert_eq!(
            schedule.instalment,
            Some(yuan(text_of(instalment))),
            "{named}"
        );
    }
    let total = |name: &str, pick: fn(&Row) -> Money| {
        if let Some(stated) = case.get(name) {
            let total = Money::sum(rows.iter().map(pick)).unwrap();
            assert_eq!(
                shown(case, total),
                shown(case, yuan(text_of(stated))),
                "{named}"
            );
        }
    };
    total("total_interest", |row| row.interest);
    total("total_paid", |row| row.payment().unwrap());
}

#[test]
fn every_published_schedule_is_reproduced_under_every_convention_named_for_it() {
    let (mut reproduced, mut tried) = (0, 0);
    for case in cases()
        .iter()
        .filter(|case| case.get("conventions").is_some())
    {
        for convention in case["conventions"].as_array().unwrap() {
            let schedule = lay_out(&terms(case, convention))
                .unwrap_or_else(|error| panic!("{} by {convention}: {error}", case["id"]));
            check(case, convention, &schedule);
            tried += 1;
        }
        reproduced += 1;
    }
    println!("{reproduced} published schedules reproduced under {tried} conventions");
    assert_eq!((reproduced, tried), (57, 199));
}

/// A convention that changed nothing would be a name only: each of them tells some case apart. (Rounding up to
/// whole units is what its source says; to the nearest would give the same two figures.)
#[test]
fn every_convention_named_is_needed_by_some_case() {
    let mut needed = BTreeSet::new();
    for case in cases()
        .iter()
        .filter(|case| case.get("conventions").is_some())
    {
        let convention = &case["conventions"][0];
        let named = lay_out(&terms(case, convention)).unwrap();
        for (name, plain) in [
            ("year_split", None),
            ("last_instalment", None),
            ("instalment_basis", None),
            ("balances", None),
            ("flat_principal", Some("equal-parts")),
            ("flat_principal", Some("level-instalment")),
            ("rounding", Some("half-up")),
            ("first_night", Some("begins")),
            ("instalment_after", Some("kept")),
        ] {
            let mut other = convention.clone();
            let fields = other.as_object_mut().unwrap();
            if fields.remove(name).is_none() {
                continue;
            }
            fields.extend(plain.map(|plain| (name.to_owned(), Value::from(plain))));
            if lay_out(&terms(case, &other)).unwrap() != named {
                needed.insert(format!("{name} {}", text(convention, name)));
            }
        }
    }
    let all = [
        "balances unrounded",
        "first_night ends",
        "flat_principal equal-parts",
        "flat_principal level-instalment",
        "instalment_after refitted",
        "instalment_basis periodic",
        "last_instalment interest-absorbs",
        "last_instalment smoothed",
        "rounding half-even",
        "year_split dec31",
        "year_split feb29",
    ];
    assert_eq!(needed, all.map(str::to_owned).into());
}

/// Sources that state the instalment to more digits than a currency has: the same formula in a
/// unit of 10^-9.
#[test]
fn annuity_factors_are_reproduced() {
    let mut reproduced = 0;
    for case in cases()
        .iter()
        .filter(|case| case["method"] == "annuity-factor")
    {
        let (yearly, twelve) = text(case, "rate_per_period").split_once('/').unwrap();
        assert_eq!(twelve, "12");
        let rate = Rate::from_fraction(Decimal::from_str_exact(yearly).unwrap()).unwrap();
        let principal: i64 = text(case, "principal").parse().unwrap();
        let principal = Money::from_minor(principal * 1_000_000_000).unwrap();
        let (start, count) = (parse_date("2025-01-27").unwrap(), small(&case["periods"]));
        let basis = InterestBasis::Periodic;
        let periods = periods_after(start, Frequency::MONTHLY, count, basis).unwrap();
        let level = level_instalment(principal, rate, &periods, Rounding::HalfUp).unwrap();
        let level = Decimal::new(level.minor(), 9);
        let number = |name| Decimal::from_str_exact(text(case, name)).unwrap();
        let apart = (level - number("instalment")).abs();
        assert!(apart <= number("tolerance"), "{}: {level}", case["id"]);
        // Counted by `cargo xtask figures C1`, like those that come out of the program.
        println!("C1 {}", text(case, "id"));
        reproduced += 1;
    }
    assert_eq!(reproduced, 2);
}

#[test]
fn every_published_case_is_used_and_has_a_source() {
    let all = cases();
    assert_eq!(all.len(), 59);
    for case in &all {
        let used = case["method"] == "annuity-factor"
            || case["conventions"]
                .as_array()
                .is_some_and(|all| !all.is_empty());
        assert!(used, "{}", case["id"]);
        let stated = case.get("instalment").is_some() || case.get("rows").is_some();
        assert!(stated, "{}", case["id"]);
        let source = &case["source"];
        assert!(
            source["repo"].is_string() || source["url"].is_string(),
            "{}",
            case["id"]
        );
    }
}
