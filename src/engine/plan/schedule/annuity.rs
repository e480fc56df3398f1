//! The equal instalment of the annuity formula, in whole numbers.
//!
//! An instalment `A` repays `P` over periods that earn `i1`, `i2`, ... when
//! `P = A * (v1 + v1*v2 + v1*v2*v3 + ...)` with `v = 1 / (1 + i)`. The bracket is built from the
//! last period backwards, `v1 * (1 + v2 * (1 + v3))`, which takes one product a period and never
//! grows beyond the number of periods. Binary fractions of 118 to 128 bits hold about 35 decimal
//! digits, more than a 28-digit decimal, and cost a fraction of its time.

use super::error::{ScheduleError, allowed_count};
use super::periods::Period;
use crate::engine::money::{Money, OutOfRange, Rate, Rounding, YearFraction};

/// Binary places of the bracket: 10 bits are left for a whole part of up to 600.
const BRACKET_BITS: u32 = 118;
/// One, in the bracket's units.
const ONE: u128 = 1 << BRACKET_BITS;
/// Binary places that an instalment is snapped to before it is rounded. What the fixed width cuts
/// off is at least sixteen times smaller, so a half that is exact on paper is exact here too.
const SNAP_BITS: u32 = 30;
/// `1` as steps of a rate times units of a year.
const WHOLE: u128 = 10_000_000_000 * 145_880_280;

/// The instalment that repays `principal` in equal payments, rounded to the minor unit.
///
/// With a rate of zero it is the principal over the number of periods.
///
/// # Errors
/// [`ScheduleError`] when the principal is negative, the count is not 1 to 600, or an amount
/// leaves its range.
pub fn level_instalment(
    principal: Money,
    rate: Rate,
    periods: &[Period],
    rounding: Rounding,
) -> Result<Money, ScheduleError> {
    let count = allowed_count(periods.len())?;
    if principal.is_negative() {
        return Err(ScheduleError::NegativePrincipal);
    }
    if rate.is_zero() {
        return Ok(principal.divide_by_count(count, rounding)?);
    }
    let bracket = present_value_of_one(rate, periods)?;
    Ok(quotient(principal, bracket, rounding).ok_or(OutOfRange)?)
}

/// The bracket: what one minor unit a period is worth at the start.
fn present_value_of_one(rate: Rate, periods: &[Period]) -> Result<u128, OutOfRange> {
    // Regular periods are all alike, so a discount is worked out once for a run of them.
    let mut known: Option<(YearFraction, Option<u128>)> = None;
    let mut bracket: u128 = 0;
    for period in periods.iter().rev() {
        let discount = match known {
            Some((fraction, discount)) if fraction == period.fraction => discount,
            _ => discount(rate, period.fraction)?,
        };
        known = Some((period.fraction, discount));
        let undiscounted = bracket.checked_add(ONE).ok_or(OutOfRange)?;
        bracket = match discount {
            Some(discount) => high_product(discount, undiscounted),
            None => undiscounted,
        };
    }
    Ok(bracket)
}

/// `1 / (1 + i)` in units of 2^-128; `None` for exactly one, when nothing is earned.
fn discount(rate: Rate, fraction: YearFraction) -> Result<Option<u128>, OutOfRange> {
    let earned = i128::from(rate.scaled()).checked_mul(i128::from(fraction.units()));
    let earned = earned
        .and_then(|earned| u128::try_from(earned).ok())
        .ok_or(OutOfRange)?;
    if earned == 0 {
        return Ok(None);
    }
    let grown = WHOLE.checked_add(earned).ok_or(OutOfRange)?;
    // Long division, as many bits at a time as the remainder leaves room for.
    let step = match grown.leading_zeros() {
        64.. => 64,
        32.. => 32,
        _ => return Err(OutOfRange),
    };
    long_division(WHOLE, grown, 128, step)
        .map(Some)
        .ok_or(OutOfRange)
}

/// `numerator * 2^bits / denominator` cut to a whole number, `step` bits at a time.
///
/// The numerator is below the denominator, which leaves `step` bits free at its head.
fn long_division(numerator: u128, denominator: u128, bits: u32, step: u32) -> Option<u128> {
    let mut quotient: u128 = 0;
    let mut remainder = numerator.checked_rem(denominator)?;
    let mut left = bits;
    while left > 0 {
        let now = step.min(left);
        let dividend = remainder.checked_shl(now)?;
        let digit = dividend.checked_div(denominator)?;
        // Exact: the digit is the truncated quotient of the dividend.
        remainder = dividend.wrapping_sub(digit.wrapping_mul(denominator));
        quotient = quotient.checked_shl(now)? | digit;
        left = left.checked_sub(now)?;
    }
    Some(quotient)
}

/// The upper half of a 256-bit product: `left * right / 2^128`, cut.
fn high_product(left: u128, right: u128) -> u128 {
    const LOW: u128 = u64::MAX as u128;
    let (left_high, left_low) = (left >> 64, left & LOW);
    let (right_high, right_low) = (right >> 64, right & LOW);
    // Each factor is below 2^64 and each sum below 2^128: none of these can wrap.
    let low = left_low.wrapping_mul(right_low) >> 64;
    let first = left_high.wrapping_mul(right_low).wrapping_add(low);
    let second = left_low.wrapping_mul(right_high).wrapping_add(first & LOW);
    left_high
        .wrapping_mul(right_high)
        .wrapping_add(first >> 64)
        .wrapping_add(second >> 64)
}

/// The principal over the bracket, snapped and rounded.
fn quotient(principal: Money, bracket: u128, rounding: Rounding) -> Option<Money> {
    let principal = u128::try_from(principal.minor()).ok()?;
    // The 96 leading bits of the bracket are enough, and leave room to divide 32 bits at a time.
    let spare = 32_u32.saturating_sub(bracket.leading_zeros());
    let divisor = bracket >> spare;
    let places = BRACKET_BITS.checked_sub(spare)?.checked_add(SNAP_BITS)?;
    // One bit more than the snap, to round to the nearest.
    let whole = principal.checked_shl(57)?;
    let start = whole.checked_div(divisor)?;
    let rest = whole.checked_rem(divisor)?;
    let bits = places.checked_add(1)?.checked_sub(57)?;
    let fraction = long_division(rest, divisor, bits, 32)?;
    let cut = start
        .checked_mul(1_u128.checked_shl(bits)?)?
        .checked_add(fraction)?;
    let snapped = i128::try_from(cut.checked_add(1)? >> 1).ok()?;
    let minor = rounding.divide(snapped, 1 << SNAP_BITS)?;
    Money::from_minor(i64::try_from(minor).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use rust_decimal::{Decimal, RoundingStrategy};

    use super::{ScheduleError, high_product, level_instalment, long_division};
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
    fn wide_products_and_quotients_are_right() {
        assert_eq!(high_product(u128::MAX, u128::MAX), u128::MAX - 1);
        assert_eq!(high_product(1 << 127, 6), 3);
        assert_eq!(high_product((1 << 64) + 1, (1 << 64) + 1), 1);
        assert_eq!(high_product(u128::MAX, 1), 0);
        assert_eq!(long_division(1, 3, 128, 64), Some(u128::MAX / 3));
        assert_eq!(long_division(1, 3, 127, 32), Some(u128::MAX / 6));
        assert_eq!(long_division(1, 0, 128, 64), None);
    }
}
