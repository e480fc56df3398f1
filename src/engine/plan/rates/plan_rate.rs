//! What a plan costs a year: the rate at which its payments are worth the balance they settle.
//!
//! The actuarial method of Regulation Z, Appendix J (12 CFR 1026): whole unit-periods compound, an odd part of
//! one at the start bears simple interest. The simple annual rate is the periodic rate times the periods of
//! a year; the effective one compounds it.
//!
//! With `v = 1 / (1 + i)` the payments `p0, p1, ...` are worth the balance `P` when
//! `(p0 + p1 v + p2 v^2 + ...) v^w / (1 + f i) = P`, `w` whole unit-periods and `f` of one before the first. For a
//! rate above zero `v` is below one, and for a rate below zero `g = 1 + i` is: either is sought as a binary
//! fraction of 128 bits between nought and one, so that a plan of sixty rows needs no more than some
//! hundred products a step. A rate above zero is first sought, and mostly found, in 64 bits (`quick_discount`).

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::factor::{Factor, power};
use super::quick_discount::quick_discount;
use crate::engine::money::{Money, high_product};

/// A payment stream one unit-period apart, and the time before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RatedPayments<'a> {
    /// The balance that the payments settle, on the day from which time runs.
    pub balance: Money,
    /// Part of a unit-period from that day to where whole unit-periods begin, as days over days of a unit-period,
    /// such as 10 over 30; at most one.
    pub odd_days: u32,
    /// Days of a unit-period: 30 for a month, 7 for a week.
    pub unit_days: u32,
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
    /// No rate makes the payments worth the balance, because one of them is nothing or the rate is outside
    /// -99 % to 1,000 % a period.
    None,
}

/// Binary places of an amount in the search: 10^18 minor units, more than the largest sum of amounts, need 60 bits
/// before the point.
const PLACES: u32 = 60;
/// Unit-periods of a day in a year.
const DAYS_OF_A_YEAR: u16 = 365;
/// The smallest `v` searched, 1/11: 1,000 % a period.
const LOWEST_DISCOUNT: u128 = u128::MAX / 11;
/// The smallest `g` searched: minus 99 % a period.
const LOWEST_GROWTH: u128 = u128::MAX / 100;
/// The bracket is narrowed to 2^-48 of the unit, 4 x 10^-15, so that a yearly rate is right to 10^-12.
const CLOSE: u128 = 1 << 80;
/// The search halves the bracket at least every third step: 48 halvings.
const MOST_STEPS: u32 = 150;

/// Finds the rate of a plan.
///
/// All payments lie on one side of the balance, so the value falls strictly as the rate rises and there is at
/// most one rate.
#[must_use]
pub fn plan_rate(rated: &RatedPayments<'_>) -> PlanRate {
    let Ok(paid) = Money::sum(rated.payments.iter().copied()) else {
        return PlanRate::None;
    };
    let odd_fits = rated.odd_days <= rated.unit_days && rated.unit_days > 0;
    let payments_fit = rated.payments.iter().all(|payment| !payment.is_negative());
    if !rated.balance.is_positive() || !paid.is_positive() || !odd_fits || !payments_fit {
        return PlanRate::None;
    }
    let factor = match paid.cmp(&rated.balance) {
        Ordering::Equal => Some(Factor::Stays),
        // The value rises with v.
        Ordering::Greater => quick_discount(rated, paid)
            .or_else(|| root(LOWEST_DISCOUNT, &|discount| above_zero(rated, discount)))
            .map(Factor::Grows),
        // Balance less value rises with g.
        Ordering::Less => {
            root(LOWEST_GROWTH, &|growth| below_zero(rated, growth)).map(Factor::Shrinks)
        }
    };
    found(factor, rated.periods_per_year)
}

fn found(factor: Option<Factor>, periods_per_year: Decimal) -> PlanRate {
    factor
        .and_then(|factor| annualise(factor, periods_per_year))
        .unwrap_or(PlanRate::None)
}

/// Finds the rate of payments on any days: each is so many days after the one before, the first after the day on
/// which the balance stands.
///
/// Interest is counted by the day, 365 days to a year: the simple rate is 365 times the daily one, the effective rate
/// compounds it day by day. As with [`plan_rate`] there is at most one.
#[must_use]
pub fn daily_rate(balance: Money, payments: &[(u32, Money)]) -> PlanRate {
    let Ok(paid) = Money::sum(payments.iter().map(|(_, payment)| *payment)) else {
        return PlanRate::None;
    };
    let payments_fit = payments.iter().all(|(_, payment)| !payment.is_negative());
    if !balance.is_positive() || !paid.is_positive() || !payments_fit {
        return PlanRate::None;
    }
    let (low, above) = match paid.cmp(&balance) {
        Ordering::Equal => return found(Some(Factor::Stays), DAYS_OF_A_YEAR.into()),
        Ordering::Greater => (LOWEST_DISCOUNT, true),
        Ordering::Less => (LOWEST_GROWTH, false),
    };
    let factor = root(low, &|factor| daily(balance, payments, factor, above));
    let side = if above {
        Factor::Grows
    } else {
        Factor::Shrinks
    };
    found(factor.map(side), DAYS_OF_A_YEAR.into())
}

/// At a discount of a day, the value of the payments less the balance; at a growth of a day below one, the balance less
/// that value when the last is paid.
fn daily(balance: Money, payments: &[(u32, Money)], factor: u128, discounts: bool) -> Option<i128> {
    let mut value: u128 = 0;
    let mut balance = units(balance);
    if discounts {
        for (days, payment) in payments.iter().rev() {
            let later = value.checked_add(units(*payment))?;
            value = high_product(later, power(factor, (*days).into()));
        }
        return difference(value, balance);
    }
    for (days, payment) in payments {
        let grown = power(factor, (*days).into());
        value = high_product(value, grown).checked_add(units(*payment))?;
        balance = high_product(balance, grown);
    }
    difference(balance, value)
}

/// An amount in the units of the search.
#[cfg_attr(target_family = "wasm", inline(never))]
fn units(amount: Money) -> u128 {
    u128::from(amount.minor().unsigned_abs()) << PLACES
}

/// `1 - f (1 - factor)`: what an odd part of a period makes of a factor.
#[cfg_attr(target_family = "wasm", inline(never))]
fn odd_part(rated: &RatedPayments<'_>, factor: u128) -> u128 {
    let rest = u128::MAX.wrapping_sub(factor);
    // Division first: what it cuts off is below a unit-period's days of 2^-128.
    let part = rest.checked_div(u128::from(rated.unit_days)).unwrap_or(0);
    u128::MAX.wrapping_sub(part.saturating_mul(u128::from(rated.odd_days)))
}

/// Value of the payments less the balance at a rate above zero, both times `v + f (1 - v)`, in the units of the
/// search.
#[cfg_attr(target_family = "wasm", inline(never))]
fn above_zero(rated: &RatedPayments<'_>, discount: u128) -> Option<i128> {
    let mut value: u128 = 0;
    for payment in rated.payments.iter().rev() {
        value = high_product(value, discount).checked_add(units(*payment))?;
    }
    for _ in 0..=rated.whole_before_first {
        value = high_product(value, discount);
    }
    // v + f (1 - v) = 1 - (1 - f) (1 - v)
    let left = RatedPayments {
        odd_days: rated.unit_days.checked_sub(rated.odd_days)?,
        ..*rated
    };
    let balance = high_product(units(rated.balance), odd_part(&left, discount));
    difference(value, balance)
}

/// The balance less the value of the payments at a rate below zero, both times `g` to the power of all whole
/// unit-periods, in the units of the search.
#[cfg_attr(target_family = "wasm", inline(never))]
fn below_zero(rated: &RatedPayments<'_>, growth: u128) -> Option<i128> {
    let mut value: u128 = 0;
    let mut balance = high_product(units(rated.balance), odd_part(rated, growth));
    let mut payments = rated.payments.iter();
    if let Some(first) = payments.next() {
        value = units(*first);
    }
    for payment in payments {
        value = high_product(value, growth).checked_add(units(*payment))?;
        balance = high_product(balance, growth);
    }
    for _ in 0..rated.whole_before_first {
        balance = high_product(balance, growth);
    }
    difference(balance, value)
}

#[cfg_attr(target_family = "wasm", inline(never))]
fn difference(left: u128, right: u128) -> Option<i128> {
    i128::try_from(left)
        .ok()?
        .checked_sub(i128::try_from(right).ok()?)
}

/// Where a rising function of a factor between `low` and one changes sign: the Illinois variant of regula falsi,
/// with a bisection every third step. `None` if it does not change sign there.
fn root(low: u128, rising: &dyn Fn(u128) -> Option<i128>) -> Option<u128> {
    let (mut low, mut high) = (low, u128::MAX);
    let mut at_low = rising(low)?;
    let mut at_high = rising(high)?;
    if at_low > 0 || at_high < 0 {
        return None;
    }
    let mut last_side = 0_i8;
    for step in 0..MOST_STEPS {
        let width = high.wrapping_sub(low);
        if width <= CLOSE {
            break;
        }
        let trial = if step.checked_rem(3) == Some(2) {
            low.midpoint(high)
        } else {
            low.wrapping_add(share_of(
                width,
                at_low.unsigned_abs(),
                at_high.unsigned_abs(),
            )?)
        };
        let value = rising(trial)?;
        if value == 0 {
            return Some(trial);
        }
        if value > 0 {
            (high, at_high) = (trial, value);
            if last_side > 0 {
                at_low >>= 1;
            }
            last_side = 1;
        } else {
            (low, at_low) = (trial, value);
            if last_side < 0 {
                at_high >>= 1;
            }
            last_side = -1;
        }
    }
    Some(low.midpoint(high))
}

/// The part of `width` that `left` is of `left + right`, away from both ends.
#[cfg_attr(target_family = "wasm", inline(never))]
fn share_of(width: u128, left: u128, right: u128) -> Option<u128> {
    let larger = left.max(right);
    let cut = 66_u32.saturating_sub(larger.leading_zeros());
    let (left, right) = (left >> cut, right >> cut);
    let ratio = (left << 64).checked_div(left.checked_add(right)?)?;
    let inside = ratio.clamp(1 << 20, (1 << 64) - (1 << 20));
    Some(high_product(width, inside << 64))
}

fn annualise(factor: Factor, periods_per_year: Decimal) -> Option<PlanRate> {
    let periodic = factor.rate()?;
    let simple = product(periodic, periods_per_year)?;
    if let Factor::Shrinks(_) = factor {
        return Some(PlanRate::BelowZero { simple });
    }
    let whole = u32::try_from(periods_per_year.trunc().mantissa()).ok()?;
    let compounded = match factor.power(whole.into()).rate() {
        Some(compounded) => compounded,
        None => compounded_far(periodic, whole)?,
    };
    // Only whole numbers of periods compound; part of one bears simple interest.
    let part = product(periods_per_year.fract(), periodic)?;
    let effective = if part.is_zero() {
        compounded
    } else {
        let growth = sum(compounded, Decimal::ONE)?;
        sum(product(growth, part)?, compounded)?
    };
    Some(PlanRate::Found { simple, effective })
}

/// A rate over so many periods, where money grows more than 2^30 times.
fn compounded_far(periodic: Decimal, periods: u32) -> Option<Decimal> {
    let growth = sum(periodic, Decimal::ONE)?;
    let mut compounded = Decimal::ONE;
    for _ in 0..periods {
        compounded = product(compounded, growth)?;
    }
    sum(compounded, Decimal::NEGATIVE_ONE)
}

/// The sum; one copy, like [`product`].
#[cfg_attr(target_family = "wasm", inline(never))]
fn sum(left: Decimal, right: Decimal) -> Option<Decimal> {
    left.checked_add(right)
}

/// The product; one copy of the library's, which would be written out at every call.
#[cfg_attr(target_family = "wasm", inline(never))]
fn product(left: Decimal, right: Decimal) -> Option<Decimal> {
    left.checked_mul(right)
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::{LOWEST_DISCOUNT, RatedPayments, above_zero, quick_discount, root};
    use crate::engine::money::Money;

    #[test]
    fn what_sixty_four_bits_find_is_what_the_search_in_a_hundred_and_twenty_eight_finds() {
        let mut seed: u64 = 20_261_122;
        let mut below = |most: u64| {
            seed = seed
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) % most
        };
        let (mut quick, mut found) = (0, 0);
        for round in 0..2_000_u64 {
            let count = [1, 2, 12, 36, 60, 600][usize::try_from(round % 6).unwrap()];
            let size = 10_u64.pow(u32::try_from(2 + below(9)).unwrap());
            let payments: Vec<Money> = (0..count)
                .map(|_| Money::from_minor(i64::try_from(below(size)).unwrap()).unwrap())
                .collect();
            let paid = Money::sum(payments.iter().copied()).unwrap();
            // From a fraction of a percent to many times what was lent.
            let parts = [1_000, 990, 900, 500, 100][usize::try_from(below(5)).unwrap()];
            let balance = Money::from_minor(paid.minor() / 1_000 * parts).unwrap();
            if balance >= paid || !balance.is_positive() {
                continue;
            }
            let unit_days = [1, 7, 30, 365][usize::try_from(below(4)).unwrap()];
            let rated = RatedPayments {
                balance,
                odd_days: u32::try_from(below(u64::from(unit_days) + 1)).unwrap(),
                unit_days,
                whole_before_first: u32::try_from(below(4)).unwrap(),
                payments: &payments,
                periods_per_year: Decimal::from(12_u8),
            };
            let wide = root(LOWEST_DISCOUNT, &|discount| above_zero(&rated, discount));
            let Some(near) = quick_discount(&rated, paid) else {
                found += u32::from(wide.is_some());
                continue;
            };
            // Each is within 2^-49 of the root.
            let apart = near.abs_diff(wide.unwrap());
            assert!(apart <= 1 << 80, "{apart:#x} apart: {rated:?}");
            quick += 1;
        }
        assert!(
            quick > 1_700 && found < 20,
            "{quick}, and {found} only there"
        );
    }
}
