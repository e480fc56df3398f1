//! What `quittance roll` refuses, and the place or the calendar that it names.

use serde_json::{Value, json};

use crate::program::quittance;

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

fn assert_places(table: &[(Value, &str)]) {
    for (document, at) in table {
        let said = quittance(&["roll"], &document.to_string());
        assert_eq!(said.status, 2, "{document}: {:?}", said.lines);
        let fault = &said.lines[0]["error"];
        assert_eq!(fault["at"], *at, "{document}: {fault}");
        assert!(!fault["problem"].as_str().unwrap().is_empty());
    }
}

#[test]
fn a_fault_in_dates_names_its_place() {
    assert_places(&[
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
    ]);
}

#[test]
fn a_fault_in_an_advance_or_a_sequence_names_its_place() {
    assert_places(&[
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
    ]);
}

#[test]
fn a_fault_in_a_stated_calendar_names_its_place() {
    let stated = |holidays: Value, worked: Value, first: i32, last: i32| {
        json!({"date": "2015-01-01", "holidays": holidays, "worked": worked,
               "first_year": first, "last_year": last})
    };
    assert_places(&[
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
    ]);
}
