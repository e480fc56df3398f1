//! The instalments of `tests/published/schedules.json`, where a source states no whole table.

use quittance::engine::calendar::{Frequency, parse_date};
use quittance::engine::money::{Money, Rate, Rounding};
use quittance::engine::plan::schedule::{
    Instalment, InterestBasis, Method, Period, amortise, level_instalment, periods_after,
};
use rust_decimal::Decimal;
use serde_json::Value;

use crate::published::{YUAN, basis, cases, count, frequency, money, rate, start, text};

fn months(count: u32, basis: InterestBasis) -> Vec<Period> {
    periods_after(
        parse_date("2025-01-27").unwrap(),
        Frequency::MONTHLY,
        count,
        basis,
    )
    .unwrap()
}

/// Sources that state the instalment to more digits than a currency has: the same formula in a
/// unit of 10^-9.
#[test]
fn annuity_factors_are_reproduced() {
    let cases = cases("annuity-factor");
    for case in &cases {
        let (yearly, twelve) = text(case, "rate_per_period").split_once('/').unwrap();
        assert_eq!(twelve, "12");
        let rate = Rate::from_fraction(Decimal::from_str_exact(yearly).unwrap()).unwrap();
        let principal: i64 = text(case, "principal").parse().unwrap();
        let principal = Money::from_minor(principal * 1_000_000_000).unwrap();
        let periods = months(count(case), InterestBasis::Periodic);
        let level = level_instalment(principal, rate, &periods, Rounding::HalfUp).unwrap();
        let level = Decimal::new(level.minor(), 9);
        let number = |name| Decimal::from_str_exact(text(case, name)).unwrap();
        let apart = (level - number("instalment")).abs();
        assert!(apart <= number("tolerance"), "{}: {level}", case["id"]);
    }
    assert_eq!(cases.len(), 2);
}

/// Tables that were rounded for display only: their balances are not carried rounded, so what can
/// be compared is the instalment.
#[test]
fn instalments_of_public_calculators_are_reproduced() {
    let cases = cases("equal-instalment-display");
    for case in &cases {
        let periods = months(count(case), InterestBasis::Periodic);
        let principal = money(case, "principal");
        let level = level_instalment(principal, rate(case), &periods, Rounding::HalfUp);
        assert_eq!(level, Ok(money(case, "instalment")), "{}", case["id"]);
    }
    assert_eq!(cases.len(), 2);
}

fn whole_unit_instalment(case: &Value) -> Money {
    let periods = months(count(case), InterestBasis::Periodic);
    let principal = money(case, "principal");
    let up = Rounding::AwayFromZero;
    let level = level_instalment(principal, rate(case), &periods, up).unwrap();
    level
        .round_to_multiple(Money::parse("1", YUAN).unwrap(), up)
        .unwrap()
}

#[test]
fn instalments_rounded_up_to_a_whole_unit_are_reproduced() {
    let cases = cases("frappe-whole-unit-emi-only");
    for case in &cases {
        assert_eq!(
            whole_unit_instalment(case),
            money(case, "instalment"),
            "{}",
            case["id"]
        );
    }
    assert_eq!(cases.len(), 1);
}

/// The instalment comes from whole months, the interest of the rows from their days; the source
/// rounds what it shows to whole units.
#[test]
fn a_whole_unit_plan_with_interest_by_the_day_is_reproduced() {
    let cases = cases("frappe-whole-unit-emi");
    for case in &cases {
        let level = whole_unit_instalment(case);
        assert_eq!(level, money(case, "instalment"));
        let periods = periods_after(start(case), frequency(case), count(case), basis(case));
        let rows = amortise(
            money(case, "principal"),
            rate(case),
            Method::EqualInstalment,
            &periods.unwrap(),
            Instalment::Fixed(level),
            Rounding::HalfUp,
        )
        .unwrap();
        assert_eq!(rows.len(), 20);
        let unit = Money::parse("1", YUAN).unwrap();
        let whole = |amount: Money| amount.round_to_multiple(unit, Rounding::HalfUp).unwrap();
        for stated in case["rows"].as_array().unwrap() {
            let cell = |place: usize| stated[place].as_str().unwrap();
            let amount = |place: usize| Money::parse(cell(place), YUAN).unwrap();
            let row = rows[cell(0).parse::<usize>().unwrap() - 1];
            let shown = [
                whole(row.principal),
                whole(row.interest),
                whole(row.closing),
            ];
            assert_eq!(shown, [amount(2), amount(3), amount(4)], "row {}", cell(0));
        }
        let interest = Money::sum(rows.iter().map(|row| row.interest)).unwrap();
        assert_eq!(whole(interest), money(case, "total_interest"));
        let paid = Money::sum(rows.iter().map(|row| row.payment().unwrap())).unwrap();
        assert_eq!(whole(paid), money(case, "total_paid"));
    }
    assert_eq!(cases.len(), 1);
}
