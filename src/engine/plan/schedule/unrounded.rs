//! Rows whose balances are carried unrounded, as public calculators show them.

use super::annuity::{BRACKET_BITS, bracket, discount, long_division};
use super::growth::Growth;
use super::periods::Period;
use super::repayment::Repayment;
use super::terms::Terms;
use super::walk::Row;
use crate::engine::money::{Money, OutOfRange, Rounding, high_product};

/// Binary places of an unrounded amount: 57 bits are left for the whole part and seven for sums.
const PLACES: u32 = 64;
/// Binary places that an amount is snapped to before it is rounded, so that a half on paper is one here.
const SNAP: u32 = 30;

/// The rows, each cell rounded by itself, and the equal instalment.
///
/// A row's closing balance and its principal are both rounded from unrounded amounts, so the one need not be the
/// balance before less the other.
pub(super) fn unrounded_rows(
    terms: &Terms,
    principal: Money,
    periods: &[Period],
    growths: &[Growth],
) -> Result<(Vec<Row>, Option<Money>), OutOfRange> {
    let shown = |amount: u128| rounded(amount, terms.rounding);
    let mut left = u128::try_from(principal.minor())
        .ok()
        .and_then(|minor| minor.checked_shl(PLACES))
        .ok_or(OutOfRange)?;
    let count = u128::try_from(periods.len()).map_err(|_| OutOfRange)?;
    let (instalment, part) = match terms.repayment {
        Repayment::EqualInstalment => (Some(level(left, growths)?), 0),
        Repayment::EqualPrincipal => (None, left.checked_div(count).ok_or(OutOfRange)?),
        _ => (None, 0),
    };
    let mut rows = Vec::with_capacity(periods.len());
    let mut both = periods.iter().zip(growths).peekable();
    while let Some((period, growth)) = both.next() {
        let interest = earned(left, *growth)?;
        let repaid = match instalment {
            _ if both.peek().is_none() => left,
            Some(payment) => payment.saturating_sub(interest).min(left),
            None => part,
        };
        left = left.checked_sub(repaid).ok_or(OutOfRange)?;
        rows.push(Row {
            due: period.due,
            interest: shown(interest)?,
            principal: shown(repaid)?,
            arrears: Money::ZERO,
            closing: shown(left)?,
        });
    }
    let instalment = instalment.map(shown).transpose()?;
    Ok((rows, instalment))
}

/// The equal instalment of a balance.
fn level(balance: u128, growths: &[Growth]) -> Result<u128, OutOfRange> {
    let discounts = growths.iter().rev().map(|growth| {
        let (earned, whole) = growth.fraction().ok_or(OutOfRange)?;
        discount(earned, whole)
    });
    let bracket = bracket(discounts, |later| later.checked_add(1 << BRACKET_BITS))?;
    divided(balance, bracket).ok_or(OutOfRange)
}

/// An amount over a bracket, bit by bit: the quotient has as many places as the amount.
fn divided(amount: u128, bracket: u128) -> Option<u128> {
    let mut quotient = amount.checked_div(bracket)?;
    let mut rest = amount.checked_rem(bracket)?;
    for _ in 0..BRACKET_BITS {
        // A bracket is below 2^128 and a rest below the bracket: the bit that a doubling loses counts.
        let carries = rest.leading_zeros() == 0;
        rest = rest.wrapping_shl(1);
        quotient = quotient.checked_mul(2)?;
        if carries || rest >= bracket {
            rest = rest.wrapping_sub(bracket);
            quotient = quotient.checked_add(1)?;
        }
    }
    Some(quotient)
}

/// What an unrounded balance earns.
fn earned(balance: u128, growth: Growth) -> Result<u128, OutOfRange> {
    let (earned, whole) = growth.fraction().ok_or(OutOfRange)?;
    let times = earned.checked_div(whole).ok_or(OutOfRange)?;
    let rest = earned.checked_rem(whole).ok_or(OutOfRange)?;
    let whole_part = balance.checked_mul(times).ok_or(OutOfRange)?;
    let fraction = long_division(rest, whole, 128, 32).ok_or(OutOfRange)?;
    whole_part
        .checked_add(high_product(balance, fraction))
        .ok_or(OutOfRange)
}

/// An unrounded amount in minor units.
fn rounded(amount: u128, rounding: Rounding) -> Result<Money, OutOfRange> {
    let dropped = PLACES.saturating_sub(SNAP);
    let snapped = amount
        .checked_add(1 << dropped.saturating_sub(1))
        .map(|amount| amount >> dropped)
        .and_then(|snapped| i128::try_from(snapped).ok())
        .ok_or(OutOfRange)?;
    let minor = rounding.divide(snapped, 1 << SNAP).ok_or(OutOfRange)?;
    Money::from_minor(i64::try_from(minor).map_err(|_| OutOfRange)?)
}
