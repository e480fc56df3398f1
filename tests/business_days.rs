//! Calendars, business-day conventions and due dates against the figures of public sources.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test speaks by failing, in what it calls too"
)]

use std::collections::BTreeSet;

use chrono::{Datelike, Weekday};
use quittance::engine::calendar::{
    BusinessCalendar, Date, DateOutOfRange, DueDate, DueDateRule, Frequency, MonthEnd, NotCovered,
    Roll, RollError, StatedDays, Unit, add_business_days, add_days, advance, due_dates,
    format_date, last_business_day, month_ends, parse_date,
};
use serde_json::Value;

fn date(text: &str) -> Date {
    parse_date(text).unwrap()
}

fn text<'a>(case: &'a Value, name: &str) -> &'a str {
    case[name]
        .as_str()
        .unwrap_or_else(|| panic!("{}: no {name}", case["id"]))
}

fn cases(file: &str, kind: &str) -> Vec<Value> {
    let all: Value = serde_json::from_str(file).unwrap();
    let all = all["cases"].as_array().unwrap();
    all.iter()
        .filter(|case| case["kind"] == kind)
        .cloned()
        .collect()
}

const DAYS: &str = include_str!("published/daycount.json");
const CALENDARS: &str = include_str!("published/calendars.json");

fn is_weekend(date: Date) -> bool {
    matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}

fn days_of(year: i32) -> impl Iterator<Item = Date> {
    let first = Date::from_ymd_opt(year, 1, 1).unwrap();
    (0..366)
        .map(move |step| add_days(first, step).unwrap())
        .filter(move |day| day.year() == year)
}

/// The place that a case names, or the calendar that it states.
fn calendar(case: &Value) -> BusinessCalendar {
    let name = case.get("calendar").or_else(|| case.get("region"));
    match name.unwrap().as_str().unwrap() {
        "England & Wales" => BusinessCalendar::EnglandAndWales,
        name if name.starts_with("China") => BusinessCalendar::China,
        _ => {
            let holidays: BTreeSet<Date> = case["holidays"]
                .as_array()
                .unwrap()
                .iter()
                .map(|day| date(day.as_str().unwrap()))
                .collect();
            BusinessCalendar::Stated(StatedDays {
                first_year: holidays.first().unwrap().year(),
                last_year: holidays.last().unwrap().year(),
                holidays,
                worked: BTreeSet::new(),
            })
        }
    }
}

fn roll_named(name: &str) -> Roll {
    match name {
        "Unadjusted" => Roll::Unadjusted,
        "Following" => Roll::Following,
        "ModifiedFollowing" => Roll::ModifiedFollowing,
        "Preceding" => Roll::Preceding,
        "ModifiedPreceding" => Roll::ModifiedPreceding,
        "Nearest" => Roll::Nearest,
        "HalfMonthModifiedFollowing" => Roll::HalfMonthModifiedFollowing,
        other => panic!("unknown convention {other}"),
    }
}

#[test]
fn published_days_off_are_those_of_the_calendars_and_no_others() {
    let off = |kind: &str, weekend: bool, worked: bool| {
        let cases = cases(CALENDARS, kind);
        for case in &cases {
            let calendar = calendar(case);
            let year = i32::try_from(case["year"].as_i64().unwrap()).unwrap();
            let exceptions: Vec<String> = days_of(year)
                .filter(|day| is_weekend(*day) == weekend)
                .filter(|day| calendar.is_business_day(*day).unwrap() == worked)
                .map(format_date)
                .collect();
            let stated: Vec<String> = match &case["dates"] {
                Value::Object(named) => named.keys().cloned().collect(),
                listed => serde_json::from_value(listed.clone()).unwrap(),
            };
            assert_eq!(exceptions, stated, "{}", case["id"]);
        }
        cases.len()
    };
    assert_eq!(off("weekday_days_off", false, false), 3);
    assert_eq!(off("bank_holidays_weekdays", false, false), 4);
    assert_eq!(off("weekend_days_worked", true, true), 3);
}

#[test]
fn no_weekend_is_worked_in_england_and_wales() {
    for day in (2024..=2027)
        .flat_map(days_of)
        .filter(|day| is_weekend(*day))
    {
        let worked = BusinessCalendar::EnglandAndWales.is_business_day(day);
        assert_eq!(worked, Ok(false), "{day}");
    }
}

#[test]
fn published_rolls_are_reproduced() {
    let cases = cases(DAYS, "roll");
    for case in &cases {
        let (calendar, day) = (calendar(case), date(text(case, "date")));
        let worked = case["is_business_day"].as_bool();
        assert_eq!(calendar.is_business_day(day).ok(), worked, "{}", case["id"]);
        for (name, roll) in [
            ("following", Roll::Following),
            ("modified_following", Roll::ModifiedFollowing),
            ("preceding", Roll::Preceding),
        ] {
            let rolled = roll.apply(day, &calendar).unwrap();
            assert_eq!(format_date(rolled), text(case, name), "{}", case["id"]);
        }
    }
    assert_eq!(cases.len(), 13);
}

#[test]
fn published_advances_are_reproduced() {
    let cases = cases(DAYS, "advance_and_roll");
    for case in &cases {
        let count = i32::try_from(case["period"]["n"].as_i64().unwrap()).unwrap();
        let unit = match text(&case["period"], "unit") {
            "Days" => Unit::Days,
            "Weeks" => Unit::Weeks,
            "Months" => Unit::Months,
            other => panic!("unknown unit {other}"),
        };
        let month_end = if case["end_of_month"].as_bool().unwrap() {
            MonthEnd::Stick
        } else {
            MonthEnd::Clamp
        };
        let reached = advance(
            date(text(case, "start")),
            count,
            unit,
            month_end,
            roll_named(text(case, "convention")),
            &calendar(case),
        );
        assert_eq!(
            format_date(reached.unwrap()),
            text(case, "expected"),
            "{}",
            case["id"]
        );
    }
    assert_eq!(cases.len(), 10);
}

/// What each convention promises, on every day of the years covered.
#[test]
fn every_roll_keeps_its_promise_on_every_day() {
    for calendar in [BusinessCalendar::China, BusinessCalendar::EnglandAndWales] {
        let worked = |day: Date| calendar.is_business_day(day).unwrap();
        for day in (2024..=2026).flat_map(days_of) {
            // A week of holidays may reach past the last year that is known.
            if day.year() == 2026 && day.month() == 12 && day.day() > 20 {
                continue;
            }
            if day.year() == 2024 && day.ordinal() < 10 {
                continue;
            }
            let roll = |roll: Roll| roll.apply(day, &calendar).unwrap();
            assert_eq!(roll(Roll::Unadjusted), day);
            for convention in Roll::ALL.into_iter().skip(1) {
                let rolled = roll(convention);
                assert!(worked(rolled), "{day} {convention:?}");
                assert!(!worked(day) || rolled == day, "{day} {convention:?}");
            }
            let (next, before) = (roll(Roll::Following), roll(Roll::Preceding));
            assert!(before <= day && day <= next, "{day}");
            let mut between = add_days(before, 1).unwrap();
            while between < next {
                assert!(!worked(between), "{day}: {between} was passed over");
                between = add_days(between, 1).unwrap();
            }
            for modified in [Roll::ModifiedFollowing, Roll::ModifiedPreceding] {
                assert_eq!(roll(modified).month(), day.month(), "{day} {modified:?}");
            }
            let halves = roll(Roll::HalfMonthModifiedFollowing);
            assert_eq!(halves.month(), day.month(), "{day}");
            assert_eq!(halves.day() > 15, day.day() > 15, "{day}");
            let (later, earlier) = ((next - day).num_days(), (day - before).num_days());
            let nearest = if later <= earlier { next } else { before };
            assert_eq!(roll(Roll::Nearest), nearest, "{day}");
        }
    }
}

#[test]
fn a_year_not_covered_is_told_and_never_guessed() {
    let not_covered = |calendar, year, last| NotCovered {
        calendar,
        year,
        first: 2024,
        last,
    };
    let china = &BusinessCalendar::China;
    let asked = |calendar: &BusinessCalendar, day: &str| calendar.is_business_day(date(day));
    assert_eq!(
        asked(china, "2027-01-01"),
        Err(not_covered("cn", 2027, 2026))
    );
    assert_eq!(
        asked(china, "2023-12-31"),
        Err(not_covered("cn", 2023, 2026))
    );
    let british = &BusinessCalendar::EnglandAndWales;
    assert_eq!(
        asked(british, "2028-01-03"),
        Err(not_covered("gb-eaw", 2028, 2027))
    );
    assert_eq!(asked(british, "2027-12-31"), Ok(true));
    // On the way to the next working day the last year known is left.
    let stated = BusinessCalendar::Stated(StatedDays {
        holidays: BTreeSet::from([date("2026-12-31")]),
        worked: BTreeSet::new(),
        first_year: 2026,
        last_year: 2026,
    });
    let left = Roll::Following.apply(date("2026-12-31"), &stated);
    let told = NotCovered {
        calendar: "stated",
        year: 2027,
        first: 2026,
        last: 2026,
    };
    assert_eq!(left, Err(RollError::NotCovered(told)));
    assert_eq!(
        told.to_string(),
        "the calendar stated covers 2026 to 2026, not 2027"
    );
    assert_eq!(
        Roll::ModifiedFollowing.apply(date("2026-12-30"), &stated),
        Ok(date("2026-12-30"))
    );
    let joint = BusinessCalendar::Joint(vec![british.clone(), china.clone()]);
    assert_eq!(
        joint.is_business_day(date("2027-01-01")),
        Err(not_covered("cn", 2027, 2026))
    );
    let end = Roll::Following.apply(date("9999-12-31"), &BusinessCalendar::EveryDay);
    assert_eq!(end, Ok(date("9999-12-31")));
    let past = add_business_days(date("9999-12-31"), 1, &BusinessCalendar::Weekdays);
    assert_eq!(past, Err(RollError::Date(DateOutOfRange::Unsupported)));
}

#[test]
fn a_joint_calendar_is_open_when_both_are() {
    let (china, british) = (BusinessCalendar::China, BusinessCalendar::EnglandAndWales);
    let joint = BusinessCalendar::Joint(vec![china.clone(), british.clone()]);
    let mut both = 0;
    for day in (2024..=2026).flat_map(days_of) {
        let open = china.is_business_day(day).unwrap() && british.is_business_day(day).unwrap();
        assert_eq!(joint.is_business_day(day), Ok(open), "{day}");
        both += i32::from(open);
    }
    assert!(both > 650);
    let neither = BusinessCalendar::Joint(vec![]);
    assert_eq!(neither.is_business_day(date("2026-11-22")), Ok(true));
}

#[test]
fn interest_moves_with_the_date_or_does_not() {
    // 1 October 2026 opens a week of holidays; 10 October, a Saturday, is worked.
    let dates = due_dates(date("2026-09-01"), Frequency::MONTHLY, 3, MonthEnd::Clamp).unwrap();
    let rule = |interest_moves| DueDateRule {
        calendar: BusinessCalendar::China,
        roll: Roll::Following,
        interest_moves,
    };
    let due = |pays_on: &str, accrues_to: &str| DueDate {
        pays_on: date(pays_on),
        accrues_to: date(accrues_to),
    };
    assert_eq!(
        rule(true).apply(&dates),
        Ok(vec![
            due("2026-09-01", "2026-09-01"),
            due("2026-10-08", "2026-10-08"),
            due("2026-11-02", "2026-11-02"),
        ])
    );
    assert_eq!(
        rule(false).apply(&dates),
        Ok(vec![
            due("2026-09-01", "2026-09-01"),
            due("2026-10-08", "2026-10-01"),
            due("2026-11-02", "2026-11-01"),
        ])
    );
    let saturday = Roll::Following.apply(date("2026-10-10"), &BusinessCalendar::China);
    assert_eq!(saturday, Ok(date("2026-10-10")));
}

#[test]
fn business_days_are_stepped_one_by_one_both_ways() {
    let british = &BusinessCalendar::EnglandAndWales;
    let (start, weekday) = (date("2026-12-24"), &BusinessCalendar::Weekdays);
    assert_eq!(add_business_days(start, 1, british), Ok(date("2026-12-29")));
    assert_eq!(add_business_days(start, 1, weekday), Ok(date("2026-12-25")));
    assert_eq!(
        add_business_days(date("2026-12-29"), -1, british),
        Ok(start)
    );
    assert_eq!(
        add_business_days(date("2026-12-26"), 0, british),
        Ok(date("2026-12-26"))
    );
    assert_eq!(
        last_business_day(date("2026-05-01"), british),
        Ok(date("2026-05-29"))
    );
    // A count of nothing rolls, whatever the unit.
    let rolled = advance(
        date("2026-12-26"),
        0,
        Unit::Days,
        MonthEnd::Clamp,
        Roll::Preceding,
        british,
    );
    assert_eq!(rolled, Ok(date("2026-12-24")));
    for count in 1..200 {
        let there = add_business_days(start, -count, british).unwrap();
        assert_eq!(add_business_days(there, count, british), Ok(start));
    }
}

#[test]
fn month_sequences_keep_their_anchor_or_the_end_of_the_month() {
    let texts = |dates: Vec<Date>| dates.into_iter().map(format_date).collect::<Vec<_>>();
    let quarterly = Frequency::new(3, Unit::Months).unwrap();
    let from_february = |month_end| due_dates(date("2026-02-28"), quarterly, 3, month_end);
    assert_eq!(
        texts(from_february(MonthEnd::Stick).unwrap()),
        ["2026-02-28", "2026-05-31", "2026-08-31"]
    );
    assert_eq!(
        texts(from_february(MonthEnd::Clamp).unwrap()),
        ["2026-02-28", "2026-05-28", "2026-08-28"]
    );
    assert_eq!(
        texts(month_ends(date("2024-01-10"), 3).unwrap()),
        ["2024-01-31", "2024-02-29", "2024-03-31"]
    );
    assert_eq!(
        due_dates(date("9999-11-30"), Frequency::MONTHLY, 3, MonthEnd::Stick),
        Err(DateOutOfRange::Unsupported)
    );
    assert_eq!(
        due_dates(date("2026-01-01"), quarterly, 0, MonthEnd::Clamp),
        Ok(vec![])
    );
}

#[test]
fn every_convention_and_calendar_has_one_name() {
    for roll in Roll::ALL {
        assert_eq!(Roll::from_code(roll.code()), Some(roll));
    }
    for calendar in BusinessCalendar::NAMED {
        let named = BusinessCalendar::from_code(calendar.code());
        assert_eq!(named, Some(calendar));
    }
    assert_eq!(Roll::from_code("Following"), None);
    assert_eq!(BusinessCalendar::from_code("stated"), None);
}
