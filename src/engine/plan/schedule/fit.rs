//! Payments that repay a balance under any growth: level, with a balloon, and in steps.
//!
//! With `D_j` the product of the discounts of periods 1 to j, a payment `A` that row j pays `w_j` times
//! over beside a fixed part `c_j` repays `P = c_1 D_1 + ... + c_n D_n + A (w_1 D_1 + ... + w_n D_n)`.

use super::annuity::{AMOUNT_BITS, BRACKET_BITS, bracket, discount, quotient};
use super::error::ScheduleError;
use super::growth::Growth;
use super::repayment::Step;
use super::terms::Multiple;
use super::terms_error::TermsError;
use crate::engine::money::{Money, OutOfRange, Rounding, high_product};
use rust_decimal::Decimal;

/// Binary places of a bracket of steps: weights may add up to 2^28.
const STEP_BITS: u32 = 100;
/// Places by which an amount of 57 bits fills 128.
const FULL_BITS: u32 = 128 - AMOUNT_BITS;
/// Places that a product of such an amount and a bracket of steps lacks of an amount's own.
const SPARE_BITS: u32 = AMOUNT_BITS - (FULL_BITS + STEP_BITS - 128);
/// One in a factor's units.
const FACTOR_ONE: u128 = 10_000_000_000;
/// The largest factor from payment to payment.
const MOST_TIMES: u128 = 100;

/// What a payment is fitted to.
#[derive(Clone, Copy)]
pub(super) struct Fit<'a> {
    /// The balance to repay.
    pub(super) balance: Money,
    /// The row that is paid first, counted from 1.
    pub(super) row: u32,
    /// The growth of each period.
    pub(super) growths: &'a [Growth],
    /// Whole units of the payment, if any.
    pub(super) multiple: Option<Multiple>,
    /// The rounding of interest, and of the payment without whole units.
    pub(super) rounding: Rounding,
}

impl Fit<'_> {
    /// The payment that repays the balance but for a balloon, which the last row pays as well.
    pub(super) fn level(&self, balloon: Money) -> Result<Money, OutOfRange> {
        let one = 1_u128 << BRACKET_BITS;
        let divisor = bracket(self.discounts(), |later| later.checked_add(one))?;
        let later = self.worth_of_last(balloon)?;
        let numerator = amount(self.balance)?.checked_sub(later).ok_or(OutOfRange)?;
        self.payment(numerator, divisor, BRACKET_BITS)
    }

    /// The first of payments that change by a step every so many rows.
    ///
    /// # Errors
    /// [`ScheduleError::InstalmentBelowInterest`] when rising steps alone repay more than the balance, or falling
    /// ones fall below zero.
    pub(super) fn stepped(&self, step: Step, every: u32) -> Result<Money, TermsError> {
        let one = 1_u128 << STEP_BITS;
        let count = u32::try_from(self.growths.len()).map_err(|_| OutOfRange)?;
        let steps_before = |row: u32| row.saturating_sub(1).checked_div(every);
        let mut row = count.saturating_add(1);
        match step {
            Step::Times(factor) => {
                let (whole, part) = split_factor(factor)?;
                let divisor = bracket(self.discounts(), |later| {
                    row = row.checked_sub(1)?;
                    let begins_a_step = steps_before(row.saturating_add(1)) != steps_before(row);
                    let stepped = if begins_a_step {
                        let whole = later.checked_mul(whole)?;
                        whole.checked_add(high_product(later, part))?
                    } else {
                        later
                    };
                    stepped.checked_add(one)
                })?;
                Ok(self.payment(amount(self.balance)?, divisor, STEP_BITS)?)
            }
            Step::Plus(more) => {
                let divisor = bracket(self.discounts(), |later| later.checked_add(one))?;
                let steps = bracket(self.discounts(), |later| {
                    row = row.checked_sub(1)?;
                    one.checked_mul(u128::from(steps_before(row)?))?
                        .checked_add(later)
                })?;
                // The product of the full widths, brought back to that of an amount.
                let size = u128::from(more.minor().unsigned_abs());
                let worth = size
                    .checked_shl(FULL_BITS)
                    .map(|size| high_product(size, steps))
                    .and_then(|worth| worth.checked_mul(1 << SPARE_BITS))
                    .ok_or(OutOfRange)?;
                let balance = amount(self.balance)?;
                let numerator = if more.is_negative() {
                    balance.checked_add(worth).ok_or(OutOfRange)?
                } else if let Some(numerator) = balance.checked_sub(worth) {
                    numerator
                } else {
                    // The steps alone repay more than there is: the first payment would be below zero.
                    return Err(self.below_interest(0)?);
                };
                let first = self.payment(numerator, divisor, STEP_BITS)?;
                let last_step = steps_before(count).ok_or(OutOfRange)?;
                if more.is_negative() && first.minor() < size_of(more, last_step) {
                    // The last payments would be below zero: the row of the first that is.
                    let size = i64::try_from(size).map_err(|_| OutOfRange)?;
                    let steps = first.minor().checked_div(size).ok_or(OutOfRange)?;
                    let rows = u32::try_from(steps)
                        .ok()
                        .and_then(|steps| steps.checked_add(1)?.checked_mul(every))
                        .ok_or(OutOfRange)?;
                    return Err(self.below_interest(rows)?);
                }
                Ok(first)
            }
        }
    }

    /// The error for a payment so many rows after the first that would be below zero.
    fn below_interest(&self, rows: u32) -> Result<TermsError, OutOfRange> {
        let interest = match self.growths.first() {
            Some(growth) if rows == 0 => growth.interest(self.balance, self.rounding)?,
            _ => Money::ZERO,
        };
        let row = self.row.saturating_add(rows);
        Ok(ScheduleError::InstalmentBelowInterest { row, interest }.into())
    }

    /// The level payment after moving it so that the last payment differs from it least.
    pub(super) fn smoothed(&self) -> Result<Money, OutOfRange> {
        let mut level = self.level(Money::ZERO)?;
        let count = i128::try_from(self.growths.len()).map_err(|_| OutOfRange)?;
        let half_a_unit_a_row = count.div_euclid(2);
        let (unit, rounding) = self.unit();
        let mut apart = self.last_apart(level)?;
        while i128::from(apart.minor()).abs() > half_a_unit_a_row && half_a_unit_a_row > 0 {
            let moved = i128::from(level.minor())
                .checked_mul(count)
                .and_then(|all| all.checked_add(i128::from(apart.minor())))
                .and_then(|all| rounding.divide(all, count.checked_mul(i128::from(unit))?))
                .and_then(|units| i64::try_from(units).ok()?.checked_mul(unit))
                .ok_or(OutOfRange)
                .and_then(Money::from_minor)?;
            let closer = self.last_apart(moved)?;
            if closer.minor().abs() >= apart.minor().abs() {
                break;
            }
            (level, apart) = (moved, closer);
        }
        Ok(level)
    }

    /// How much more the last payment is than the others.
    fn last_apart(&self, level: Money) -> Result<Money, OutOfRange> {
        let mut left = self.balance;
        let mut last = Money::ZERO;
        let mut growths = self.growths.iter().peekable();
        while let Some(growth) = growths.next() {
            let interest = growth.interest(left, self.rounding)?;
            if growths.peek().is_none() {
                last = left.checked_add(interest)?;
            } else {
                let repaid = level.checked_sub(interest)?.or_zero_if_negative();
                left = left.checked_sub(repaid.min(left))?;
            }
        }
        last.checked_sub(level)
    }

    /// What an amount paid with the last row is worth at the start, in units of 2^-[`AMOUNT_BITS`].
    fn worth_of_last(&self, last: Money) -> Result<u128, OutOfRange> {
        self.discounts().try_fold(amount(last)?, |worth, discount| {
            Ok(match discount? {
                Some(discount) => high_product(discount, worth),
                None => worth,
            })
        })
    }

    /// The discounts, the last first.
    fn discounts(&self) -> impl Iterator<Item = Result<Option<u128>, OutOfRange>> {
        // Regular periods are all alike: the one before is nearly always known.
        let mut known: Option<(Growth, Option<u128>)> = None;
        self.growths.iter().rev().map(move |growth| match known {
            Some((seen, discount)) if seen == *growth => Ok(discount),
            _ => {
                let (earned, whole) = growth.fraction().ok_or(OutOfRange)?;
                let discount = discount(earned, whole)?;
                known = Some((*growth, discount));
                Ok(discount)
            }
        })
    }

    fn unit(&self) -> (i64, Rounding) {
        self.multiple.map_or((1, self.rounding), |multiple| {
            (multiple.of.minor(), multiple.rounding)
        })
    }

    fn payment(&self, numerator: u128, divisor: u128, bits: u32) -> Result<Money, OutOfRange> {
        let (unit, rounding) = self.unit();
        quotient(numerator, divisor, bits, unit, rounding).ok_or(OutOfRange)
    }
}

/// So many steps down, in minor units.
fn size_of(step: Money, steps: u32) -> i64 {
    step.minor()
        .saturating_neg()
        .saturating_mul(i64::from(steps))
}

/// An amount in units of 2^-[`AMOUNT_BITS`] of a minor unit.
fn amount(amount: Money) -> Result<u128, OutOfRange> {
    u128::try_from(amount.minor())
        .ok()
        .and_then(|minor| minor.checked_shl(AMOUNT_BITS))
        .ok_or(OutOfRange)
}

/// A factor as a ratio of whole numbers: how many times ten thousand million.
pub(super) fn factor_steps(factor: Decimal) -> Result<u128, TermsError> {
    let factor = factor.normalize();
    let widened = 10_u32
        .checked_sub(factor.scale())
        .and_then(|places| 10_i128.checked_pow(places))
        .and_then(|scale| factor.mantissa().checked_mul(scale));
    widened
        .and_then(|steps| u128::try_from(steps).ok())
        .filter(|steps| (1..=FACTOR_ONE.saturating_mul(MOST_TIMES)).contains(steps))
        .ok_or(TermsError::StepOutside)
}

/// A factor's whole part, and the rest in units of 2^-128.
fn split_factor(factor: Decimal) -> Result<(u128, u128), TermsError> {
    let steps = factor_steps(factor)?;
    let (whole, rest) = (
        steps.checked_div(FACTOR_ONE).ok_or(OutOfRange)?,
        steps.checked_rem(FACTOR_ONE).ok_or(OutOfRange)?,
    );
    // The rest times 2^128 over ten thousand million, without its carry beyond 128 bits.
    let unit = u128::MAX.checked_div(FACTOR_ONE).ok_or(OutOfRange)?;
    Ok((whole, rest.checked_mul(unit).ok_or(OutOfRange)?))
}

/// An amount times a factor, rounded to the minor unit.
pub(super) fn times(
    amount: Money,
    factor: Decimal,
    rounding: Rounding,
) -> Result<Money, TermsError> {
    let steps = i128::try_from(factor_steps(factor)?).map_err(|_| OutOfRange)?;
    let one = i128::try_from(FACTOR_ONE).map_err(|_| OutOfRange)?;
    let product = i128::from(amount.minor()).checked_mul(steps);
    let minor = product
        .and_then(|product| rounding.divide(product, one))
        .and_then(|minor| i64::try_from(minor).ok())
        .ok_or(OutOfRange)?;
    Ok(Money::from_minor(minor)?)
}
