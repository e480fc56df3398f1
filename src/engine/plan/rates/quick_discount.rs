//! The discount of a unit-period in 64 bits: Newton's method, and a proof that the root is where it ended.
//!
//! With `v` between nought and one, `G(v) = (p0 + p1 v + p2 v^2 + ...) v^(w + 1) - P (1 - (1 - f) (1 - v))` is
//! convex, at most nought at nought and above nought at one when the payments come to more than the balance, so
//! that Newton's method falls from one to its only root. Amounts are scaled to 62 bits. Every product is cut by
//! less than a unit, so the sign of a value that is further from nought than there are products is certain: the
//! root is proven to lie between two discounts 2^-49 to either side of the one found, the bracket of the search in
//! 128 bits.

use super::plan_rate::RatedPayments;
use crate::engine::money::Money;

/// Bits of the largest amount once scaled: two are left for a value cut and a sign.
const BITS: u32 = 62;
/// The slope is kept in units so many bits coarser than the value: it is at most so many times as large.
const SLOPE_BITS: u32 = 11;
/// The most products that a value takes.
const MOST_PRODUCTS: u32 = 1 << SLOPE_BITS;
/// The smallest `v` searched, 1/11: 1,000 % a period.
const LOWEST: u64 = u64::MAX / 11;
/// The proof is given so far to either side, in units of 2^-64: 2^-49.
const ASIDE: u64 = 1 << 15;
/// Below this step Newton's next one, of the square of its size, is below the proof's.
const LAST_STEP: u64 = 1 << 32;
/// A rate of 1,000 % takes eleven.
const MOST_STEPS: u32 = 24;

/// The payments and what is asked of them, scaled.
struct Scaled<'a> {
    payments: &'a [Money],
    shift: u32,
    balance: u64,
    /// Whole unit-periods before the first payment and the one that the odd part is short of.
    whole: u32,
    /// `1 - f`, the part of a unit-period that the odd part leaves, in units of 2^-64.
    left: u64,
    /// What all products of a value cut off, at most.
    cut: i64,
}

/// The discount, in units of 2^-128, at which payments that come to `paid` are worth less than that: the balance.
///
/// Right to 2^-49. `None` where 64 bits are too few to prove that, or where it is below 1/11.
pub(super) fn quick_discount(rated: &RatedPayments<'_>, paid: Money) -> Option<u128> {
    let (paid, balance) = (
        paid.minor().unsigned_abs(),
        rated.balance.minor().unsigned_abs(),
    );
    let shift = paid
        .leading_zeros()
        .checked_sub(64_u32.wrapping_sub(BITS))?;
    let whole = rated.whole_before_first.checked_add(1)?;
    let products = u32::try_from(rated.payments.len())
        .ok()?
        .checked_add(whole)?;
    if products >= MOST_PRODUCTS || balance >= paid {
        return None;
    }
    let short = rated.unit_days.checked_sub(rated.odd_days)?;
    let scaled = Scaled {
        payments: rated.payments,
        shift,
        balance: balance << shift,
        whole,
        left: part_of_one(short, rated.unit_days)?,
        // Four more: the odd part is cut twice, its product and the scaled one once each.
        cut: i64::from(products).wrapping_add(4),
    };
    let mut discount = u64::MAX;
    for _ in 0..MOST_STEPS {
        let (value, slope) = scaled.value_and_slope(discount);
        let step = quotient(value.unsigned_abs(), slope)?;
        discount = if value < 0 {
            discount.checked_add(step)?
        } else {
            discount.checked_sub(step)?
        };
        if step < LAST_STEP {
            break;
        }
    }
    let below = scaled.value(discount.checked_sub(ASIDE)?);
    let above = scaled.value(discount.saturating_add(ASIDE));
    let proven = below < scaled.cut.wrapping_neg() && above > scaled.cut;
    (proven && discount >= LOWEST).then_some(u128::from(discount) << 64)
}

impl Scaled<'_> {
    /// `G`, less what products cut off.
    fn value(&self, discount: u64) -> i64 {
        let mut value: u64 = 0;
        for payment in self.payments.iter().rev() {
            value = high(value, discount).wrapping_add(self.units(*payment));
        }
        for _ in 0..self.whole {
            value = high(value, discount);
        }
        self.less_balance(value, discount)
    }

    /// `G`, less what products cut off, and its slope in units coarser by [`SLOPE_BITS`].
    fn value_and_slope(&self, discount: u64) -> (i64, u64) {
        let (mut value, mut slope) = (0_u64, 0_u64);
        for payment in self.payments.iter().rev() {
            slope = high(slope, discount).wrapping_add(value >> SLOPE_BITS);
            value = high(value, discount).wrapping_add(self.units(*payment));
        }
        for _ in 0..self.whole {
            slope = high(slope, discount).wrapping_add(value >> SLOPE_BITS);
            value = high(value, discount);
        }
        let linear = high(self.balance, self.left) >> SLOPE_BITS;
        (
            self.less_balance(value, discount),
            slope.saturating_sub(linear),
        )
    }

    /// A payment in the units of the search: all of them together stay below 2^62.
    fn units(&self, payment: Money) -> u64 {
        payment.minor().unsigned_abs() << self.shift
    }

    fn less_balance(&self, value: u64, discount: u64) -> i64 {
        let rest = u64::MAX.wrapping_sub(discount);
        let cut_off = high(self.balance, high(rest, self.left));
        let balance = self.balance.wrapping_sub(cut_off);
        // Both are below 2^62.
        value.cast_signed().wrapping_sub(balance.cast_signed())
    }
}

/// The upper half of a product: of a number and a fraction in units of 2^-64.
fn high(left: u64, right: u64) -> u64 {
    let product = u128::from(left).wrapping_mul(u128::from(right));
    u64::try_from(product >> 64).unwrap_or(u64::MAX)
}

/// Days over days as a fraction in units of 2^-64; one itself is the largest number. Cut by one unit at most.
fn part_of_one(days: u32, unit_days: u32) -> Option<u64> {
    if days == 0 {
        return Some(0);
    }
    // (2^64 - 1) times days over unit days: quotient and rest of the first part apart.
    let (days, unit_days) = (u64::from(days), u64::from(unit_days));
    let whole = u64::MAX.checked_div(unit_days)?.checked_mul(days)?;
    let rest = u64::MAX.checked_rem(unit_days)?.checked_mul(days)?;
    whole.checked_add(rest.checked_div(unit_days)?)
}

/// A value over a slope, in units of 2^-64 and right to 2^-30 of itself.
fn quotient(value: u64, slope: u64) -> Option<u64> {
    if value == 0 {
        return Some(0);
    }
    let (empty, room) = (value.leading_zeros(), slope.leading_zeros());
    let divisor = slope.checked_shl(room)? >> 32;
    let ratio = (value << empty).checked_div(divisor)?;
    // value = top / 2^empty, slope = divisor * 2^(32 - room + SLOPE_BITS)
    let up = room.wrapping_add(64 - 32 - SLOPE_BITS);
    if up >= empty {
        let places = up.wrapping_sub(empty);
        (ratio.leading_zeros() > places).then(|| ratio << places)
    } else {
        Some(ratio >> empty.wrapping_sub(up))
    }
}
