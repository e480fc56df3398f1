//! The instalment against the same formula in decimals, and at the ends of its range.

use rust_decimal::{Decimal, RoundingStrategy};

use super::{ScheduleError, level_instalment, long_division};
use crate::engine::calendar::{DayCount, Frequency, parse_date};
use crate::engine::money::{Money, OutOfRange, Rate, Rounding, YearFraction};
use crate::engine::plan::schedule::{InterestBasis, Period, periods_after};

fn months(count: u32, basis: InterestBasis) -> Vec<Period> {
    let start = parse_date("2026-11-21").unwrap();
    periods_after(start, Frequency::MONTHLY, count, basis).unwrap()
}

fn percent(text: &str) -> Rate {
    Rate::parse_percent(text).unwrap()
}

/// The same formula in decimals of 28 digits.
#[expect(
    clippy::arithmetic_side_effects,
    reason = "a reference for tests may abort"
)]
fn by_decimals(principal: Money, rate: Rate, periods: &[Period]) -> Decimal {
    let mut product = Decimal::ONE;
    let mut bracket = Decimal::ZERO;
    for period in periods {
        let time =
            Decimal::from(period.fraction.units()) / Decimal::from(YearFraction::DENOMINATOR);
        product /= Decimal::ONE + rate.as_decimal() * time;
        bracket += product;
    }
    Decimal::from(principal.minor()) / bracket
}

#[test]
fn whole_numbers_agree_with_decimals() {
    let daily = InterestBasis::Daily(DayCount::Act365Fixed);
    for basis in [InterestBasis::Periodic, daily] {
        for count in [1, 2, 3, 12, 60, 360, 600] {
            let periods = months(count, basis);
            for rate in ["0.00000001", "0.5", "6.3", "18.25", "36", "100", "400"] {
                for minor in [1, 99, 1_000_000, 4_853_217, 100_000_000_000_000] {
                    let principal = Money::from_minor(minor).unwrap();
                    let rate = percent(rate);
                    let ours = level_instalment(principal, rate, &periods, Rounding::HalfUp);
                    let exact = by_decimals(principal, rate, &periods);
                    let theirs =
                        exact.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
                    let ours = Decimal::from(ours.unwrap().minor());
                    assert_eq!(ours, theirs, "{minor} {rate:?} {count} {exact}");
                }
            }
        }
    }
}

#[test]
fn a_half_that_is_exact_on_paper_is_exact_here() {
    // One month at 6 % is 1.005 exactly: 100 minor units become 100.5.
    let one = months(1, InterestBasis::Periodic);
    let round = |minor, rounding| {
        let principal = Money::from_minor(minor).unwrap();
        level_instalment(principal, percent("6"), &one, rounding)
            .unwrap()
            .minor()
    };
    assert_eq!(round(100, Rounding::HalfUp), 101);
    assert_eq!(round(100, Rounding::HalfEven), 100);
    assert_eq!(round(300, Rounding::HalfEven), 302);
    assert_eq!(round(100, Rounding::TowardZero), 100);
    // Whole on paper, so nothing is left to round away from zero.
    assert_eq!(round(200, Rounding::AwayFromZero), 201);
    assert_eq!(
        round(20_000_000_000_000_000, Rounding::AwayFromZero),
        20_100_000_000_000_000
    );
    assert_eq!(
        round(20_000_000_000_000_000, Rounding::TowardZero),
        20_100_000_000_000_000
    );
}

#[test]
fn the_ends_of_the_range_are_answers_not_aborts() {
    let level = |principal: Money, rate: &str, count| {
        let periods = months(count, InterestBasis::Periodic);
        level_instalment(principal, percent(rate), &periods, Rounding::HalfUp)
    };
    assert_eq!(level(Money::ZERO, "24", 12), Ok(Money::ZERO));
    assert_eq!(
        level(Money::MAX, "100", 1),
        Err(ScheduleError::Amount(OutOfRange))
    );
    assert!(level(Money::MAX, "100000", 600).is_err());
    assert!(level(Money::MAX, "0", 1).is_ok());
    let minor = Money::from_minor(-1).unwrap();
    assert_eq!(
        level(minor, "24", 12),
        Err(ScheduleError::NegativePrincipal)
    );
    let none = level_instalment(Money::MAX, Rate::ZERO, &[], Rounding::HalfUp);
    assert_eq!(none, Err(ScheduleError::NoPeriods));
    let due = parse_date("2026-11-21").unwrap();
    for units in [-1, i64::MAX / YearFraction::DENOMINATOR] {
        let fraction = YearFraction::of_periods(units, 1).unwrap();
        let period = [Period { due, fraction }];
        let odd = level_instalment(Money::MAX, Rate::MAX, &period, Rounding::HalfUp);
        assert_eq!(odd, Err(ScheduleError::Amount(OutOfRange)), "{units} years");
    }
}

#[test]
fn long_division_is_exact_for_any_step() {
    assert_eq!(long_division(1, 3, 128, 64), Some(u128::MAX / 3));
    assert_eq!(long_division(1, 3, 127, 32), Some(u128::MAX / 6));
    assert_eq!(long_division(1, 0, 128, 64), None);
}
