//! The equal instalment of the annuity formula, in whole numbers.
//!
//! An instalment `A` repays `P` over periods that earn `i1`, `i2`, ... when
//! `P = A * (v1 + v1*v2 + v1*v2*v3 + ...)` with `v = 1 / (1 + i)`. The bracket is built from the
//! last period backwards, `v1 * (1 + v2 * (1 + v3))`, which takes one product a period and never
//! grows beyond the number of periods. Binary fractions of 118 to 128 bits hold about 35 decimal
//! digits, more than a 28-digit decimal, and cost a fraction of its time.

use super::error::{ScheduleError, allowed_count};
use super::growth::Growth;
use super::periods::Period;
use super::walk::Debt;
use crate::engine::money::{Money, OutOfRange, Rate, Rounding, YearFraction, high_product};

/// Binary places of the bracket: 10 bits are left for a whole part of up to 600.
pub(super) const BRACKET_BITS: u32 = 118;
/// One, in the bracket's units.
const ONE: u128 = 1 << BRACKET_BITS;
/// Binary places of the amount that a bracket divides: an amount has 57 bits itself.
pub(super) const AMOUNT_BITS: u32 = 57;
/// Binary places that an instalment is snapped to before it is rounded. What the fixed width cuts
/// off is at least sixteen times smaller, so a half that is exact on paper is exact here too.
const SNAP_BITS: u32 = 30;
/// `1` in the units of a rate times those of a year.
const WHOLE: u128 = Growth::WHOLE.cast_unsigned();

/// The instalment that repays a debt in equal payments, rounded to the minor unit.
///
/// With a rate of zero it is the debt over the number of periods. With arrears it is the instalment of the whole
/// at the rate that the whole bears: the principal's rate times the principal's share, to 10^-10 a year; what that
/// leaves is for the last row.
///
/// # Errors
/// [`ScheduleError`] when the principal is negative, the count is not 1 to 600, or an amount
/// leaves its range.
pub fn level_instalment(
    debt: impl Into<Debt>,
    rate: Rate,
    periods: &[Period],
    rounding: Rounding,
) -> Result<Money, ScheduleError> {
    let debt = debt.into();
    let count = allowed_count(periods.len())?;
    if debt.principal.is_negative() || debt.arrears.is_negative() {
        return Err(ScheduleError::NegativePrincipal);
    }
    let whole = debt.principal.checked_add(debt.arrears)?;
    let rate = borne_by_the_whole(debt, whole, rate)?;
    if rate.is_zero() {
        return Ok(whole.divide_by_count(count, rounding)?);
    }
    let bracket = present_value_of_one(rate, periods)?;
    let whole = u128::try_from(whole.minor()).map_err(|_| OutOfRange)?;
    let whole = whole.checked_shl(AMOUNT_BITS).ok_or(OutOfRange)?;
    let unit = 1;
    Ok(quotient(whole, bracket, BRACKET_BITS, unit, rounding).ok_or(OutOfRange)?)
}

/// The rate that the whole bears when only the principal in it bears `rate`.
fn borne_by_the_whole(debt: Debt, whole: Money, rate: Rate) -> Result<Rate, OutOfRange> {
    if debt.arrears.is_zero() || whole.is_zero() {
        return Ok(rate);
    }
    i128::from(rate.scaled())
        .checked_mul(i128::from(debt.principal.minor()))
        .and_then(|product| Rounding::HalfEven.divide(product, i128::from(whole.minor())))
        .and_then(|scaled| i64::try_from(scaled).ok())
        .and_then(Rate::from_scaled)
        .ok_or(OutOfRange)
}

/// What one minor unit a period is worth at the start.
fn present_value_of_one(rate: Rate, periods: &[Period]) -> Result<u128, OutOfRange> {
    // Regular periods are all alike and months have four lengths, so few discounts are different.
    let mut known: [Option<(YearFraction, Option<u128>)>; 4] = [None; 4];
    let discounts = periods.iter().rev().map(|period| {
        let seen = known
            .iter()
            .flatten()
            .find(|(fraction, _)| *fraction == period.fraction);
        if let Some((_, discount)) = seen {
            return Ok(*discount);
        }
        let earned = i128::from(rate.scaled()).checked_mul(i128::from(period.fraction.units()));
        let earned = earned
            .and_then(|earned| u128::try_from(earned).ok())
            .ok_or(OutOfRange)?;
        let discount = discount(earned, WHOLE)?;
        let [first, second, third, _] = known;
        known = [Some((period.fraction, discount)), first, second, third];
        Ok(discount)
    });
    bracket(discounts, |later| later.checked_add(ONE))
}

/// The bracket: the last discount first, and `with_row` adds the weight of a row to what follows it.
pub(super) fn bracket(
    discounts: impl Iterator<Item = Result<Option<u128>, OutOfRange>>,
    mut with_row: impl FnMut(u128) -> Option<u128>,
) -> Result<u128, OutOfRange> {
    let mut bracket: u128 = 0;
    for discount in discounts {
        let undiscounted = with_row(bracket).ok_or(OutOfRange)?;
        bracket = match discount? {
            Some(discount) => high_product(discount, undiscounted),
            None => undiscounted,
        };
    }
    Ok(bracket)
}

/// `1 / (1 + earned / whole)` in units of 2^-128; `None` for exactly one, when nothing is earned.
pub(super) fn discount(earned: u128, whole: u128) -> Result<Option<u128>, OutOfRange> {
    if earned == 0 {
        return Ok(None);
    }
    let grown = whole.checked_add(earned).ok_or(OutOfRange)?;
    // Long division, as many bits at a time as the remainder leaves room for.
    let step = match grown.leading_zeros() {
        64.. => 64,
        32.. => 32,
        _ => return Err(OutOfRange),
    };
    long_division(whole, grown, 128, step)
        .map(Some)
        .ok_or(OutOfRange)
}

/// `numerator * 2^bits / denominator` cut to a whole number, `step` bits at a time.
///
/// The numerator is below the denominator, which leaves `step` bits free at its head: a denominator below
/// 2^96 has 32.
pub(super) fn long_division(
    numerator: u128,
    denominator: u128,
    bits: u32,
    step: u32,
) -> Option<u128> {
    let mut quotient: u128 = 0;
    let mut remainder = if numerator < denominator {
        numerator
    } else {
        numerator.checked_rem(denominator)?
    };
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

/// An amount over a bracket of so many binary places, snapped and rounded to a multiple of `unit`.
///
/// The amount is in units of 2^-[`AMOUNT_BITS`] of a minor unit.
pub(super) fn quotient(
    amount: u128,
    bracket: u128,
    bracket_bits: u32,
    unit: i64,
    rounding: Rounding,
) -> Option<Money> {
    // The 96 leading bits of the bracket are enough, and leave room to divide 32 bits at a time.
    let spare = 32_u32.saturating_sub(bracket.leading_zeros());
    let divisor = bracket >> spare;
    let places = bracket_bits.checked_sub(spare)?.checked_add(SNAP_BITS)?;
    // One bit more than the snap, to round to the nearest.
    let start = amount.checked_div(divisor)?;
    let rest = amount.wrapping_sub(start.wrapping_mul(divisor));
    let bits = places.checked_add(1)?.checked_sub(AMOUNT_BITS)?;
    let fraction = long_division(rest, divisor, bits, 32)?;
    let cut = start
        .checked_mul(1_u128.checked_shl(bits)?)?
        .checked_add(fraction)?;
    let snapped = i128::try_from(cut.checked_add(1)? >> 1).ok()?;
    // Dividing by a constant is a shift; nearly every payment is in minor units.
    let units = if unit == 1 {
        rounding.divide(snapped, 1 << SNAP_BITS)?
    } else {
        rounding.divide(snapped, i128::from(unit).checked_mul(1 << SNAP_BITS)?)?
    };
    let minor = i64::try_from(units).ok()?.checked_mul(unit)?;
    Money::from_minor(minor).ok()
}

#[cfg(test)]
#[path = "annuity_tests.rs"]
mod tests;
