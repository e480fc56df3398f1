//! `quittance roll` gives the published business days.

use serde_json::{Value, json};

use crate::program::answer;
use crate::published::reproduced;

const DAYS: &str = include_str!("../published/daycount.json");
const CALENDARS: &str = include_str!("../published/calendars.json");

fn cases(file: &str, kind: &str) -> Vec<Value> {
    let all: Value = serde_json::from_str(file).unwrap();
    let all = all["cases"].as_array().unwrap().iter();
    all.filter(|case| case["kind"] == kind).cloned().collect()
}

/// The code of the place that a case names.
fn code(place: &Value) -> &'static str {
    match place.as_str().unwrap() {
        "England & Wales" => "gb-eaw",
        place if place.starts_with("China") => "cn",
        other => panic!("unknown place {other}"),
    }
}

fn rolled(document: &Value) -> Value {
    let answer = answer("roll", document);
    let dates = answer["dates"].as_array().unwrap();
    assert_eq!(dates.len(), 1, "{document}");
    dates[0].clone()
}

fn days_of(year: u64) -> Vec<String> {
    use quittance::engine::calendar::{add_days, format_date, parse_date};
    let first = parse_date(&format!("{year}-01-01")).unwrap();
    let days = (0..366).map(|step| format_date(add_days(first, step).unwrap()));
    days.filter(|day| day.starts_with(&year.to_string()))
        .collect()
}

fn is_weekend(day: &str) -> bool {
    use chrono::{Datelike, Weekday};
    let day = quittance::engine::calendar::parse_date(day).unwrap();
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

#[test]
fn published_days_off_are_those_of_the_calendars_and_no_others() {
    for (kind, weekend, count) in [
        ("weekday_days_off", false, 3),
        ("bank_holidays_weekdays", false, 4),
        ("weekend_days_worked", true, 3),
    ] {
        let cases = cases(CALENDARS, kind);
        assert_eq!(cases.len(), count);
        for case in cases {
            let days = days_of(case["year"].as_u64().unwrap());
            let said = answer(
                "roll",
                &json!({"dates": days, "calendar": code(&case["region"])}),
            );
            let exceptions: Vec<&str> = said["dates"]
                .as_array()
                .unwrap()
                .iter()
                .filter(|row| row["is_business_day"] == weekend)
                .map(|row| row["date"].as_str().unwrap())
                .filter(|day| is_weekend(day) == weekend)
                .collect();
            let stated: Vec<String> = match &case["dates"] {
                Value::Object(named) => named.keys().cloned().collect(),
                listed => serde_json::from_value(listed.clone()).unwrap(),
            };
            assert_eq!(exceptions, stated, "{}", case["id"]);
            reproduced(&case);
        }
    }
}

#[test]
fn published_rolls_are_reproduced() {
    let cases = cases(DAYS, "roll");
    for case in &cases {
        for convention in ["following", "modified_following", "preceding"] {
            let row = rolled(&json!({
                "date": case["date"], "calendar": code(&case["calendar"]), "convention": convention,
            }));
            assert_eq!(
                row["is_business_day"], case["is_business_day"],
                "{}",
                case["id"]
            );
            assert_eq!(row["rolled"], case[convention], "{}", case["id"]);
            assert_eq!(row["accrues_to"], case["date"], "{}", case["id"]);
        }
        reproduced(case);
    }
    assert_eq!(cases.len(), 13);
}

#[test]
fn published_advances_are_reproduced() {
    let cases = cases(DAYS, "advance_and_roll");
    for case in &cases {
        // The case as it stands, and the years that its holidays cover.
        let row = rolled(&json!({
            "start": case["start"], "period": case["period"], "convention": case["convention"],
            "end_of_month": case["end_of_month"], "holidays": case["holidays"],
            "first_year": 2015, "last_year": 2015,
        }));
        assert_eq!(row["rolled"], case["expected"], "{}", case["id"]);
        reproduced(case);
    }
    assert_eq!(cases.len(), 10);
}

#[test]
fn published_month_sequences_are_reproduced() {
    let dates = |document: &Value| {
        let said = answer("roll", document);
        let dates = said["dates"].as_array().unwrap().iter();
        dates.map(|row| row["rolled"].clone()).collect::<Vec<_>>()
    };
    let monthly = cases(DAYS, "month_sequence");
    for case in &monthly {
        assert_eq!(case["every_months"], 1);
        let expected = case["expected"].as_array().unwrap();
        let all = dates(&json!({"anchor": case["anchor"], "count": expected.len() + 1}));
        assert_eq!(all[0], case["anchor"]);
        assert_eq!(&all[1..], expected, "{}", case["id"]);
        reproduced(case);
    }
    assert_eq!(monthly.len(), 3);
    let ends = cases(DAYS, "month_end_sequence");
    for case in &ends {
        let all =
            dates(&json!({"anchor": case["anchor"], "count": case["count"], "month_ends": true}));
        let (first, second, last) = (&all[0], &all[1], all.last().unwrap());
        let expected = case["expected_first_second_last"].as_array().unwrap();
        assert_eq!(
            [first, second, last],
            [&expected[0], &expected[1], &expected[2]]
        );
        reproduced(case);
    }
    assert_eq!(ends.len(), 1);
}

#[test]
fn due_dates_roll_and_interest_moves_with_them_or_not() {
    // 31 January and 31 May 2026 are a Saturday and a Sunday.
    let mut document = json!({
        "anchor": "2026-01-31", "frequency": "every-4-months", "count": 2,
        "convention": "ModifiedFollowing", "calendar": "weekdays",
    });
    let rows = |document: &Value| answer("roll", document)["dates"].clone();
    let row = |date: &str, rolled: &str, accrues_to: &str| json!({"date": date, "is_business_day": false, "rolled": rolled, "accrues_to": accrues_to});
    assert_eq!(
        rows(&document),
        json!([
            row("2026-01-31", "2026-01-30", "2026-01-31"),
            row("2026-05-31", "2026-05-29", "2026-05-31"),
        ])
    );
    document["interest_moves"] = json!(true);
    assert_eq!(
        rows(&document),
        json!([
            row("2026-01-31", "2026-01-30", "2026-01-30"),
            row("2026-05-31", "2026-05-29", "2026-05-29"),
        ])
    );
    let ends = json!({"anchor": "2026-02-28", "count": 2, "end_of_month": true});
    assert_eq!(rows(&ends)[1]["rolled"], "2026-03-31");
    let unsaid = json!({"date": "2026-01-31"});
    assert_eq!(
        rows(&unsaid),
        json!([{"date": "2026-01-31", "rolled": "2026-01-31", "accrues_to": "2026-01-31"}])
    );
}

#[test]
fn calendars_are_joined_and_stated() {
    // 4 May 2026 is the early May bank holiday in England, 5 May still Labour Day in China.
    let next = |document: Value| rolled(&document)["rolled"].clone();
    let on = |calendars: Value| {
        next(json!({"date": "2026-05-04", "convention": "following", "calendars": calendars}))
    };
    assert_eq!(on(json!(["gb-eaw"])), "2026-05-05");
    assert_eq!(on(json!(["gb-eaw", "cn"])), "2026-05-06");
    // A day off of one's own on top, and a Saturday that is worked in one calendar only.
    let own = json!({
        "date": "2026-05-04", "convention": "following", "calendars": ["gb-eaw", "cn"],
        "holidays": ["2026-05-06"], "first_year": 2026, "last_year": 2026,
    });
    assert_eq!(next(own), "2026-05-07");
    let worked = json!({
        "date": "2026-05-09", "convention": "following",
        "worked": ["2026-05-09"], "first_year": 2026, "last_year": 2026,
    });
    assert_eq!(next(worked), "2026-05-09");
    // 9 May 2026 is worked in China.
    assert_eq!(
        next(json!({"date": "2026-05-09", "convention": "following", "calendar": "cn"})),
        "2026-05-09"
    );
}
