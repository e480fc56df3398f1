//! What a plan costs a year: the rate at which its payments are worth the balance they settle.
//!
//! The actuarial method of Regulation Z, Appendix J (12 CFR 1026): whole unit-periods compound, an odd part of
//! one at the start bears simple interest. The simple annual rate is the periodic rate times the periods of
//! a year; the effective one compounds it.

use rust_decimal::Decimal;

use crate::engine::money::Money;

/// A payment and when it is made, in whole unit-periods after the first one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RatedPayments<'a> {
    /// The balance that the payments settle, on the day from which time runs.
    pub balance: Money,
    /// Part of a unit-period from that day to where whole unit-periods begin, such as 10/30.
    pub odd_part: Decimal,
    /// Whole unit-periods from there to the first payment.
    pub whole_before_first: u32,
    /// The payments, one unit-period apart.
    pub payments: &'a [Money],
    /// Unit-periods in a year, such as 12.
    pub periods_per_year: Decimal,
}

/// A yearly rate of a plan, as a fraction: 0.061 is 6.1 %.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanRate {
    /// The only rate there is.
    Found {
        /// Periodic rate times periods of a year.
        simple: Decimal,
        /// Compounded over a year.
        effective: Decimal,
    },
    /// The payments come to less than the balance: the rate is below zero.
    BelowZero {
        /// Periodic rate times periods of a year; below zero.
        simple: Decimal,
    },
    /// No rate makes the payments worth the balance, because one of them is zero or the rate is beyond
    /// the range searched.
    None,
}

/// The largest periodic rate searched: 1,000 % a period.
const HIGHEST: Decimal = Decimal::from_parts(10, 0, 0, false, 0);
/// The smallest periodic rate searched: minus 99 % a period.
const LOWEST: Decimal = Decimal::from_parts(99, 0, 0, true, 2);
/// The bracket is narrowed until it is this small: 10^-12 a period.
const CLOSE: Decimal = Decimal::from_parts(1, 0, 0, false, 12);
/// A bracket of 11 halves to 10^-12 within 44 steps; the secant steps between make it fewer.
const MOST_STEPS: u32 = 100;

/// Finds the rate of a plan.
///
/// All payments lie on one side of the balance, so the value falls strictly as the rate rises and there is at
/// most one rate; it is bracketed between -99 % and 1,000 % a period and found to 10^-12.
#[must_use]
pub fn plan_rate(rated: &RatedPayments<'_>) -> PlanRate {
    if !rated.balance.is_positive() || !rated.payments.iter().any(|payment| payment.is_positive()) {
        return PlanRate::None;
    }
    let excess = |rate: Decimal| value_above_balance(rated, rate);
    let at_zero = excess(Decimal::ZERO);
    let (low, high) = match at_zero {
        Some(value) if value.is_zero() => {
            return PlanRate::Found {
                simple: Decimal::ZERO,
                effective: Decimal::ZERO,
            };
        }
        Some(value) if value.is_sign_negative() => (LOWEST, Decimal::ZERO),
        _ => (Decimal::ZERO, HIGHEST),
    };
    let Some(periodic) = bracketed(low, high, excess) else {
        return PlanRate::None;
    };
    annualise(periodic, rated.periods_per_year).unwrap_or(PlanRate::None)
}

/// Value of the payments at a periodic rate, less the balance. `None` stands for a value beyond what a decimal
/// holds, which only happens far above the balance.
fn value_above_balance(rated: &RatedPayments<'_>, rate: Decimal) -> Option<Decimal> {
    let growth = Decimal::ONE.checked_add(rate)?;
    let discount = Decimal::ONE.checked_div(growth)?;
    let mut value = Decimal::ZERO;
    for payment in rated.payments.iter().rev() {
        value = value
            .checked_mul(discount)?
            .checked_add(Decimal::from(payment.minor()))?;
    }
    for _ in 0..rated.whole_before_first {
        value = value.checked_mul(discount)?;
    }
    let odd_growth = rated
        .odd_part
        .checked_mul(rate)?
        .checked_add(Decimal::ONE)?;
    value
        .checked_div(odd_growth)?
        .checked_sub(Decimal::from(rated.balance.minor()))
}

/// The rate in the bracket where the excess changes sign, by the Illinois variant of regula falsi with a
/// bisection wherever a value is out of range or the step leaves the bracket.
fn bracketed(
    mut low: Decimal,
    mut high: Decimal,
    excess: impl Fn(Decimal) -> Option<Decimal>,
) -> Option<Decimal> {
    // Above zero (or too large to hold) at the low end, below at the high end.
    let mut at_low = excess(low);
    let mut at_high = excess(high)?;
    if !at_high.is_sign_negative() || at_low.is_some_and(|value| value.is_sign_negative()) {
        return None;
    }
    let two = Decimal::from(2_u8);
    let mut last_side = 0_i8;
    for step in 0..MOST_STEPS {
        let width = high.checked_sub(low)?;
        if width <= CLOSE {
            break;
        }
        let middle = low.checked_add(width.checked_div(two)?)?;
        // Every third step halves the bracket whatever the secant does, so that the bound on steps holds.
        let secant = at_low
            .filter(|_| step.checked_rem(3) != Some(2))
            .and_then(|value| {
                let rise = value.checked_sub(at_high)?;
                low.checked_add(value.checked_mul(width)?.checked_div(rise)?)
            });
        let trial = secant
            .filter(|trial| *trial > low && *trial < high)
            .unwrap_or(middle);
        match excess(trial) {
            Some(value) if value.is_zero() => return Some(trial),
            Some(value) if value.is_sign_negative() => {
                high = trial;
                at_high = value;
                if last_side < 0 {
                    at_low = at_low.and_then(|value| value.checked_div(two));
                }
                last_side = -1;
            }
            above => {
                low = trial;
                at_low = above;
                if last_side > 0 {
                    at_high = at_high.checked_div(two)?;
                }
                last_side = 1;
            }
        }
    }
    low.checked_add(high)?.checked_div(two)
}

fn annualise(periodic: Decimal, periods_per_year: Decimal) -> Option<PlanRate> {
    let simple = periodic.checked_mul(periods_per_year)?;
    if simple.is_sign_negative() {
        return Some(PlanRate::BelowZero { simple });
    }
    let growth = Decimal::ONE.checked_add(periodic)?;
    let whole = u32::try_from(periods_per_year.trunc().mantissa()).ok()?;
    // Only whole numbers of periods compound exactly; part of one bears simple interest.
    let mut effective = Decimal::ONE;
    for _ in 0..whole {
        effective = effective.checked_mul(growth)?;
    }
    let part = periods_per_year
        .fract()
        .checked_mul(periodic)?
        .checked_add(Decimal::ONE)?;
    let effective = effective.checked_mul(part)?.checked_sub(Decimal::ONE)?;
    Some(PlanRate::Found { simple, effective })
}
