//! A case of `tests/published/schedules.json` as terms, under one of its named conventions.

use quittance::engine::calendar::{Date, DayCount, Frequency, Unit, parse_date};
use quittance::engine::money::{Currency, Money, Rate, Rounding};
use quittance::engine::plan::schedule::{
    Balances, DownPayment, FirstNight, FlatPrincipal, Grace, InterestBasis, LastInstalment,
    Multiple, Pause, RateChange, Refit, Repayment, Terms, Timetable,
};
use serde_json::Value;

pub(crate) const YUAN: Currency = Currency::Cny;

pub(crate) fn cases() -> Vec<Value> {
    let all: Value = serde_json::from_str(include_str!("../published/schedules.json")).unwrap();
    all["cases"].as_array().unwrap().clone()
}

pub(crate) fn yuan(text: &str) -> Money {
    Money::parse(text, YUAN).unwrap()
}

pub(crate) fn text<'a>(case: &'a Value, name: &str) -> &'a str {
    case[name]
        .as_str()
        .unwrap_or_else(|| panic!("{}: no {name}", case["id"]))
}

fn date(text: &str) -> Date {
    parse_date(text).unwrap()
}

pub(crate) fn small(value: &Value) -> u32 {
    u32::try_from(value.as_u64().unwrap()).unwrap()
}

fn unit(case: &Value) -> Unit {
    match text(case, "unit") {
        "days" => Unit::Days,
        "weeks" => Unit::Weeks,
        "months" => Unit::Months,
        other => panic!("unknown unit {other}"),
    }
}

fn frequency(case: &Value) -> Frequency {
    let every = u16::try_from(case["every"].as_u64().unwrap()).unwrap();
    Frequency::new(every, unit(case)).unwrap()
}

fn basis(case: &Value, year_split: Option<&str>) -> InterestBasis {
    let by_days = match (text(case, "day_count"), year_split) {
        ("periodic" | "none (zero rate)", _) => return InterestBasis::Periodic,
        ("30/360 whole-month", _) => return InterestBasis::thirty_360_whole_month(unit(case)),
        ("ACT/360", _) => DayCount::Act360,
        ("ACT/364", _) => DayCount::Act364,
        ("ACT/365F", _) => DayCount::Act365Fixed,
        ("ACT/ACT ISDA", None) => DayCount::ActActIsda,
        ("ACT/ACT ISDA", Some("dec31")) => DayCount::ActActDec31,
        ("ACT/ACT ISDA", Some("feb29")) => DayCount::ActActFeb29,
        other => panic!("unknown day count {other:?}"),
    };
    InterestBasis::Daily(by_days)
}

fn repayment(case: &Value, convention: &Value) -> Repayment {
    match text(case, "method") {
        "equal-instalment" => Repayment::EqualInstalment,
        "one-off" => Repayment::OneOff,
        "flat" => Repayment::Flat(match convention["flat_principal"].as_str().unwrap() {
            "equal-parts" => FlatPrincipal::EqualParts,
            "level-instalment" => FlatPrincipal::LevelInstalment,
            other => panic!("unknown flat principal {other}"),
        }),
        other => panic!("unknown method {other}"),
    }
}

fn grace(case: &Value) -> Grace {
    let rows = |name: &str| case["grace"].get(name).map_or(0, small);
    Grace {
        principal: rows("principal"),
        interest_payment: rows("interest_payment"),
        interest_free: rows("interest_free"),
        instalment: Refit::Kept,
    }
}

fn pauses(case: &Value) -> Vec<Pause> {
    let pause = case.get("pause").map(|pause| Pause {
        from: date(text(pause, "start")),
        to: date(text(pause, "end")),
        instalment: Refit::Kept,
    });
    pause.into_iter().collect()
}

fn rate_changes(case: &Value, convention: &Value) -> Vec<RateChange> {
    let change = case.get("rate_change").map(|change| RateChange {
        from: date(text(change, "date")),
        first_night: match text(convention, "first_night") {
            "begins" => FirstNight::Begins,
            "ends" => FirstNight::Ends,
            other => panic!("unknown first night {other}"),
        },
        annual_rate: Rate::parse_percent(text(change, "annual_rate_pct")).unwrap(),
        instalment: match text(convention, "instalment_after") {
            "kept" => Refit::Kept,
            "refitted" => Refit::Refitted,
            other => panic!("unknown instalment {other}"),
        },
    });
    change.into_iter().collect()
}

/// The terms of a case. Everything is read from the case's own fields and the convention's.
pub(crate) fn terms(case: &Value, convention: &Value) -> Terms {
    let said = |name: &str| convention.get(name).map(|value| value.as_str().unwrap());
    let rounding = |name: &str| said(name).map(|code| Rounding::from_code(code).unwrap());
    let each = rounding("rounding").unwrap();
    Terms {
        principal: yuan(text(case, "principal")),
        annual_rate: Rate::parse_percent(text(case, "annual_rate_pct")).unwrap(),
        repayment: repayment(case, convention),
        timetable: Timetable::Regular {
            // A source that names no date counts months, which are all alike.
            start: date(case["start_date"].as_str().unwrap_or("2025-01-01")),
            first_due: None,
            frequency: frequency(case),
            count: small(&case["periods"]),
        },
        basis: basis(case, said("year_split")),
        instalment_basis: said("instalment_basis").map(|code| match code {
            "periodic" => InterestBasis::Periodic,
            other => panic!("unknown basis {other}"),
        }),
        down_payment: case
            .get("down_payment")
            .map(|amount| DownPayment::Amount(yuan(amount.as_str().unwrap()))),
        grace: grace(case),
        pauses: pauses(case),
        rate_changes: rate_changes(case, convention),
        instalment: None,
        multiple: case.get("instalment_multiple_of").map(|unit| Multiple {
            of: yuan(unit.as_str().unwrap()),
            rounding: rounding("multiple_rounding").unwrap_or(each),
        }),
        rounding: each,
        last_instalment: match said("last_instalment") {
            None => LastInstalment::Plain,
            Some("smoothed") => LastInstalment::Smoothed,
            Some("interest-absorbs") => LastInstalment::InterestAbsorbs,
            Some(other) => panic!("unknown last instalment {other}"),
        },
        balances: match said("balances") {
            None => Balances::Rounded,
            Some("unrounded") => Balances::Unrounded,
            Some(other) => panic!("unknown balances {other}"),
        },
    }
}
