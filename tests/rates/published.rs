//! Every published case, each by the equation it belongs to.

use quittance::engine::calendar::{Date, DayCount, Frequency, Unit, parse_date};
use quittance::engine::money::{Money, YearFraction};
use quittance::engine::plan::{
    ActuarialFlow, DatedFlow, NoRate, PerYear, RateAnswer, TimedFlow, UnitPeriod, actuarial_rate,
    actuarial_rate_by_date, annual_rate, dated_rate, periodic_rate,
};
use rust_decimal::Decimal;
use serde_json::Value;

fn cases(kind: &str) -> Vec<Value> {
    let all: Value = serde_json::from_str(include_str!("../published/apr.json")).unwrap();
    let all = all["cases"].as_array().unwrap();
    all.iter()
        .filter(|case| case["kind"] == kind)
        .cloned()
        .collect()
}

fn decimal(value: &Value) -> Decimal {
    value.as_str().unwrap().parse().unwrap()
}

/// An amount in units of 10^-12: the finest that a source states.
fn fine(value: &Value) -> Money {
    whole(decimal(value) * Decimal::from(1_000_000_000_000_u64))
}

fn whole(units: Decimal) -> Money {
    assert!(units.is_integer(), "{units}");
    Money::from_minor(i64::try_from(units.trunc().mantissa()).unwrap()).unwrap()
}

fn cents(value: &Value) -> Money {
    whole(decimal(value) * Decimal::ONE_HUNDRED)
}

fn fraction(text: &str) -> (u32, u32) {
    let (above, below) = text.split_once('/').unwrap_or((text, "1"));
    (above.parse().unwrap(), below.parse().unwrap())
}

fn unit_period(case: &Value) -> (UnitPeriod, Frequency) {
    let frequency = |every, unit| Frequency::new(every, unit).unwrap();
    match case["unit_period"].as_str().unwrap() {
        "day" => (UnitPeriod::Days(1), frequency(1, Unit::Days)),
        "week" => (UnitPeriod::Weeks(1), Frequency::WEEKLY),
        "2 weeks" => (UnitPeriod::Weeks(2), Frequency::FORTNIGHTLY),
        "4 weeks" => (UnitPeriod::Weeks(4), frequency(4, Unit::Weeks)),
        "half-month" => (UnitPeriod::HalfMonth, Frequency::HALF_MONTHLY),
        "month" => (UnitPeriod::Months(1), Frequency::MONTHLY),
        "2 months" => (UnitPeriod::Months(2), frequency(2, Unit::Months)),
        "quarter" => (UnitPeriod::Months(3), frequency(3, Unit::Months)),
        "year" => (UnitPeriod::Year, frequency(12, Unit::Months)),
        other => panic!("unknown unit-period {other}"),
    }
}

fn assert_apr(case: &Value, answer: &RateAnswer) {
    let simple = answer
        .only()
        .unwrap_or_else(|| panic!("{case}: {answer:?}"))
        .simple;
    let off = (simple * Decimal::ONE_HUNDRED - decimal(&case["expected_apr_pct"])).abs();
    assert!(
        off <= decimal(&case["tolerance_pct"]),
        "{}: {simple}",
        case["id"]
    );
}

fn payments(case: &Value) -> Vec<Money> {
    let runs = case["payments"].as_array().unwrap();
    let payment = |run: &Value| {
        let count = usize::try_from(run["count"].as_u64().unwrap()).unwrap();
        std::iter::repeat_n(cents(&run["amount"]), count)
    };
    runs.iter().flat_map(payment).collect()
}

fn date(case: &Value, name: &str) -> Date {
    parse_date(case["dates"][name].as_str().unwrap()).unwrap()
}

#[test]
fn appendix_j_examples_are_reproduced_from_their_unit_periods() {
    let cases = cases("regz_actuarial");
    for case in &cases {
        let (unit, _) = unit_period(case);
        let first = &case["first_payment"];
        let whole = u32::try_from(first["full_unit_periods"].as_u64().unwrap()).unwrap();
        let odd = fraction(first["fraction"].as_str().unwrap());
        let advance = ActuarialFlow {
            whole: 0,
            odd: (0, 1),
            amount: cents(&case["amount_financed"]),
        };
        let flows: Vec<ActuarialFlow> = (whole..)
            .zip(payments(case))
            .map(|(whole, amount)| ActuarialFlow { whole, odd, amount })
            .collect();
        let per_year = u32::try_from(case["unit_periods_per_year"].as_u64().unwrap()).unwrap();
        assert_eq!(unit.per_year(), PerYear::new(per_year, 1).unwrap());
        assert_apr(case, &actuarial_rate(&[advance], &flows, unit).unwrap());
    }
    assert_eq!(cases.len(), 18);
}

#[test]
fn appendix_j_examples_are_reproduced_from_their_dates() {
    let cases = cases("regz_actuarial");
    for case in &cases {
        let (unit, frequency) = unit_period(case);
        let (begins, first) = (date(case, "advance"), date(case, "first_payment"));
        let advance = DatedFlow {
            date: begins,
            amount: cents(&case["amount_financed"]),
        };
        let flows: Vec<DatedFlow> = (0..)
            .zip(payments(case))
            .map(|(k, amount)| DatedFlow {
                date: frequency.nth_due(first, k).unwrap(),
                amount,
            })
            .collect();
        let (chosen, answer) = actuarial_rate_by_date(begins, &[advance], &flows).unwrap();
        assert_eq!(chosen, unit, "{}", case["id"]);
        assert_apr(case, &answer);
    }
}

#[test]
fn appendix_j_single_payments_are_reproduced() {
    let cases = cases("regz_single");
    let mut units = Vec::new();
    for case in &cases {
        let begins = date(case, "advance");
        let flow = |date, name: &str| DatedFlow {
            date,
            amount: cents(&case[name]),
        };
        let advance = flow(begins, "amount_financed");
        let payment = flow(date(case, "payment"), "payment");
        let (unit, answer) = actuarial_rate_by_date(begins, &[advance], &[payment]).unwrap();
        assert_apr(case, &answer);
        units.push(unit);
    }
    assert_eq!(units, [UnitPeriod::TermDays(255)]);
}

#[test]
fn published_annual_rates_are_reproduced() {
    let cases = cases("effective_annual");
    for case in &cases {
        let flows: Vec<TimedFlow> = case["flows"]
            .as_array()
            .unwrap()
            .iter()
            .map(|flow| {
                let (above, below) = fraction(flow["t"].as_str().unwrap());
                TimedFlow {
                    time: YearFraction::of_days(above.into(), below).unwrap(),
                    amount: cents(&flow["amount"]),
                }
            })
            .collect();
        let answer = annual_rate(&flows);
        if case["id"] == "apr-022" {
            // Repaid the same day: every rate would do, and none is told.
            assert_eq!(answer, RateAnswer::None(NoRate::NothingFlows));
        } else {
            assert_apr(case, &answer);
        }
    }
    assert_eq!(cases.len(), 4);
}

#[test]
fn published_dated_rates_are_reproduced() {
    let cases = cases("xirr");
    let mut with_several = Vec::new();
    for case in &cases {
        let day_count = match case["day_count"].as_str().unwrap() {
            "ACT/365F" => DayCount::Act365Fixed,
            "ACT/ACT ISDA" => DayCount::ActActIsda,
            other => panic!("unknown day count {other}"),
        };
        let flows: Vec<DatedFlow> = case["flows"]
            .as_array()
            .unwrap()
            .iter()
            .map(|flow| DatedFlow {
                date: parse_date(flow["date"].as_str().unwrap()).unwrap(),
                amount: fine_or_coarse(&flow["amount"], case),
            })
            .collect();
        let answer = dated_rate(&flows, day_count).unwrap();
        let expected = decimal(&case["expected_rate"]);
        let off = |rate: Option<Decimal>| rate.map(|rate| (rate - expected).abs());
        let nearest = answer
            .all()
            .iter()
            .filter_map(|rate| off(rate.effective))
            .min();
        assert!(
            nearest.is_some_and(|off| off <= decimal(&case["tolerance"])),
            "{}: {answer:?}",
            case["id"]
        );
        if answer.only().is_none() {
            with_several.push(case["id"].as_str().unwrap().to_owned());
        }
    }
    assert_eq!(cases.len(), 9);
    // Flows to and fro, whose signs turn many times: the published rate is one of those told.
    assert_eq!(with_several, ["apr-034", "apr-043", "apr-046"]);
}

/// Twelve decimals where a source has more than two.
fn fine_or_coarse(amount: &Value, case: &Value) -> Money {
    let coarse = |flow: &Value| decimal(&flow["amount"]).normalize().scale() <= 2;
    if case["flows"].as_array().unwrap().iter().all(coarse) {
        cents(amount)
    } else {
        fine(amount)
    }
}

#[test]
fn published_periodic_rates_are_reproduced() {
    let cases = cases("periodic_irr");
    for case in &cases {
        let flows: Vec<Money> = case["flows"].as_array().unwrap().iter().map(fine).collect();
        let answer = periodic_rate(&flows, PerYear::YEARLY);
        let expected = decimal(&case["expected_rate"]);
        let rates = answer.all().iter();
        let nearest = rates.map(|rate| (rate.periodic - expected).abs()).min();
        assert!(
            nearest.is_some_and(|off| off <= decimal(&case["tolerance"])),
            "{}: {answer:?}",
            case["id"]
        );
    }
    assert_eq!(cases.len(), 5);
}
