//! `quittance roll` gives the published business days, and refuses to guess.

use serde_json::{Value, json};

use crate::program::{answer, quittance};
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

#[test]
fn a_year_that_is_not_covered_is_refused_by_its_calendar_and_years() {
    for (document, reason) in [
        (
            json!({"date": "2027-01-04", "calendar": "cn"}),
            "the calendar cn covers 2024 to 2026, not 2027",
        ),
        (
            json!({"date": "2023-12-29", "calendar": "gb-eaw", "convention": "preceding"}),
            "the calendar gb-eaw covers 2024 to 2027, not 2023",
        ),
        (
            json!({"dates": ["2026-05-04", "2027-12-26"], "calendars": ["cn", "gb-eaw"], "convention": "following"}),
            "the calendar cn covers 2024 to 2026, not 2027",
        ),
        (
            json!({"anchor": "2015-12-31", "count": 3, "convention": "following",
                   "holidays": ["2015-12-31"], "first_year": 2015, "last_year": 2015}),
            "the calendar stated covers 2015 to 2015, not 2016",
        ),
        (
            json!({"start": "2026-12-31", "period": {"n": 1, "unit": "days"}, "calendar": "cn"}),
            "the calendar cn covers 2024 to 2026, not 2027",
        ),
    ] {
        let said = quittance(&["roll"], &document.to_string());
        assert_eq!(said.status, 1, "{document}");
        assert_eq!(said.lines[0], json!({"refused": [reason]}), "{document}");
    }
}

#[test]
fn a_fault_names_its_place() {
    let stated = |holidays: Value, worked: Value, first: i32, last: i32| {
        json!({"date": "2015-01-01", "holidays": holidays, "worked": worked,
               "first_year": first, "last_year": last})
    };
    for (document, at) in [
        (json!({}), ""),
        (json!({"date": "2026-01-01", "anchor": "2026-01-01"}), ""),
        (json!({"dates": []}), "dates"),
        (json!({"dates": ["2026-01-01", "1899-12-31"]}), "dates.2"),
        (json!({"dates": ["2026-01-01", "2026-02-29"]}), "dates.2"),
        (json!({"date": "10000-01-01"}), "date"),
        (json!({"date": 20_260_101}), "date"),
        (
            json!({"date": "2026-01-01", "calendar": "tokyo"}),
            "calendar",
        ),
        (
            json!({"date": "2026-01-01", "calendar": "China"}),
            "calendar",
        ),
        (
            json!({"date": "2026-01-01", "calendars": ["cn", "x"]}),
            "calendars.2",
        ),
        (
            json!({"date": "2026-01-01", "convention": "following"}),
            "calendar",
        ),
        (
            json!({"date": "2026-01-01", "convention": "backwards"}),
            "convention",
        ),
        (json!({"date": "2026-01-01", "count": 3}), "count"),
        (
            json!({"date": "2026-01-01", "end_of_month": true}),
            "end_of_month",
        ),
        (json!({"date": "2026-01-01", "holiday": []}), "holiday"),
        (
            json!({"date": "2026-01-01", "first_year": 2026}),
            "first_year",
        ),
        (json!({"start": "2026-01-01"}), "period"),
        (
            json!({"start": "2026-01-01", "period": {"n": 1, "unit": "days"}}),
            "calendar",
        ),
        (
            json!({"start": "2026-01-01", "period": {"n": 1, "unit": "eons"}}),
            "period.unit",
        ),
        (
            json!({"start": "2026-01-01", "period": {"n": 1.5, "unit": "days"}}),
            "period.n",
        ),
        (
            json!({"start": "2026-01-01", "period": {"n": i64::MAX, "unit": "days"}}),
            "period.n",
        ),
        (
            json!({"start": "2026-01-01", "period": {"n": i32::MAX, "unit": "months"}}),
            "start",
        ),
        (
            json!({"start": "2026-01-01", "period": {"n": i32::MIN, "unit": "days"}, "calendar": "weekdays"}),
            "start",
        ),
        (json!({"anchor": "2026-01-01"}), "count"),
        (json!({"anchor": "2026-01-01", "count": 0}), "count"),
        (json!({"anchor": "2026-01-01", "count": -1}), "count"),
        (json!({"anchor": "2026-01-01", "count": u32::MAX}), "count"),
        (
            json!({"anchor": "2026-01-01", "count": 2, "frequency": "yearly"}),
            "frequency",
        ),
        (
            json!({"anchor": "2026-01-01", "count": 2, "frequency": "weekly", "month_ends": true}),
            "frequency",
        ),
        (
            json!({"date": "2015-01-01", "holidays": ["2015-01-01"]}),
            "",
        ),
        (
            stated(json!(["2016-01-01"]), json!([]), 2015, 2015),
            "holidays.1",
        ),
        (
            stated(json!([]), json!(["2014-01-01"]), 2015, 2015),
            "worked.1",
        ),
        (
            stated(json!(["2015-01-03"]), json!(["2015-01-03"]), 2015, 2015),
            "worked",
        ),
        (stated(json!([]), json!([]), 2016, 2015), "last_year"),
    ] {
        let said = quittance(&["roll"], &document.to_string());
        assert_eq!(said.status, 2, "{document}: {:?}", said.lines);
        let fault = &said.lines[0]["error"];
        assert_eq!(fault["at"], at, "{document}: {fault}");
        assert!(!fault["problem"].as_str().unwrap().is_empty());
    }
}
