//! Factors of growth and discount as binary fractions of 128 bits.
//!
//! A factor between nought and one is a whole number of 2^-128; one itself is the largest number. A product
//! is cut by less than 2^-128, so a power of `n` is low by less than `n` times that, and a root found by
//! halving is the exact root to 2^-128 and the error of its power over `n`.

use rust_decimal::Decimal;

use crate::engine::money::high_product;

/// One, but for 2^-128.
pub(super) const ONE: u128 = u128::MAX;

/// Decimals of every rate that is handed out.
pub(super) const DECIMALS: u32 = 18;
/// `10^DECIMALS`.
const SCALE: u128 = 1_000_000_000_000_000_000;
/// Growth of 2^30 is the largest that is told, and 2^-30 the least.
const MOST_BITS: u32 = 30;

/// Growth over a length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Factor {
    /// Above one: one over this fraction.
    Grows(u128),
    /// Exactly one.
    Stays,
    /// Below one: this fraction.
    Shrinks(u128),
}

impl Factor {
    /// The growth over `times` such lengths.
    pub(crate) fn power(self, times: u64) -> Self {
        match self {
            Self::Grows(discount) => Self::Grows(power(discount, times)),
            Self::Stays => Self::Stays,
            Self::Shrinks(growth) => Self::Shrinks(power(growth, times)),
        }
    }

    /// The growth over one of `parts` equal parts of the length; `None` for no parts.
    pub(crate) fn root(self, parts: u64) -> Option<Self> {
        Some(match self {
            Self::Grows(discount) => Self::Grows(root(discount, parts)?),
            Self::Stays => Self::Stays,
            Self::Shrinks(growth) => Self::Shrinks(root(growth, parts)?),
        })
    }

    /// Growth less one, to 18 decimals; `None` above 2^30 or below 2^-30.
    pub(crate) fn rate(self) -> Option<Decimal> {
        let (negative, size) = match self {
            Self::Stays => return Some(Decimal::ZERO),
            Self::Grows(discount) => (false, reciprocal(discount)?.checked_sub(1 << 64)?),
            Self::Shrinks(growth) if growth.leading_zeros() > MOST_BITS => return None,
            Self::Shrinks(growth) => (true, ONE.wrapping_sub(growth) >> 64),
        };
        // Whole numbers and 64 binary places.
        let places = (size & u128::from(u64::MAX)).wrapping_mul(SCALE);
        let rounded = (places >> 63).wrapping_add(1) >> 1;
        let whole = (size >> 64).checked_mul(SCALE)?;
        let size = i128::try_from(whole.checked_add(rounded)?).ok()?;
        let size = if negative { size.wrapping_neg() } else { size };
        Decimal::try_from_i128_with_scale(size, DECIMALS).ok()
    }
}

/// The factor of a rate over the same length of time: 0.1 is growth of 1.1. Exact to 2^-90 of itself; `None` at
/// or below -100 % and from 2^30 on.
pub(crate) fn factor_of_rate(rate: Decimal) -> Option<Factor> {
    let growth = Decimal::ONE.checked_add(rate)?.normalize();
    if growth == Decimal::ONE {
        return Some(Factor::Stays);
    }
    let above = u128::try_from(growth.mantissa()).ok()?;
    let below = 10_u128.checked_pow(growth.scale())?;
    let (factor, left, right) = if growth > Decimal::ONE {
        (Factor::Grows as fn(u128) -> Factor, below, above)
    } else {
        (Factor::Shrinks as fn(u128) -> Factor, above, below)
    };
    let fraction = quotient(left, right)?;
    (fraction.leading_zeros() <= MOST_BITS).then(|| factor(fraction))
}

/// `left / right` as a fraction, for `left` below `right` below 2^127; `None` otherwise.
pub(super) fn quotient(left: u128, right: u128) -> Option<u128> {
    if left >= right || right >> 127 != 0 {
        return None;
    }
    // Long division, a bit at a time: exact, and used only to set things up.
    let (mut rest, mut found) = (left, 0_u128);
    for _ in 0..128 {
        rest <<= 1;
        found <<= 1;
        if rest >= right {
            rest = rest.wrapping_sub(right);
            found |= 1;
        }
    }
    Some(found)
}

/// A fraction to a whole power, by squaring.
pub(super) fn power(fraction: u128, times: u64) -> u128 {
    let (mut square, mut left, mut product) = (fraction, times, ONE);
    while left > 0 {
        if left & 1 == 1 {
            product = high_product(product, square);
        }
        square = high_product(square, square);
        left >>= 1;
    }
    product
}

/// The fraction whose power is this one, by halving; `None` for a power of nought.
fn root(fraction: u128, times: u64) -> Option<u128> {
    let times_wide = u128::from(times);
    // Bernoulli: the root is at most 1 - (1 - x) / n.
    let mut high = ONE.wrapping_sub(ONE.wrapping_sub(fraction).checked_div(times_wide)?);
    let mut low = 0;
    while high.wrapping_sub(low) > 1 {
        let middle = low.midpoint(high);
        if power(middle, times) > fraction {
            high = middle;
        } else {
            low = middle;
        }
    }
    Some(high)
}

/// One over a fraction, in units of 2^-64, to 2^-62 of itself; `None` above 2^30.
fn reciprocal(fraction: u128) -> Option<u128> {
    let empty = fraction.leading_zeros();
    if empty > MOST_BITS {
        return None;
    }
    let top = fraction.checked_shl(empty)? >> 64;
    // The middle of the part that the upper 64 bits leave open.
    let doubled = top.wrapping_mul(2).wrapping_add(1);
    let found = (u128::MAX / 2).checked_div(doubled)?.wrapping_mul(4);
    found.checked_shl(empty)
}

#[cfg(test)]
mod tests {
    use super::{Factor, quotient};

    #[test]
    fn the_range_of_growth_ends_at_two_to_the_thirtieth() {
        let least = 1 << 97;
        assert!(Factor::Shrinks(least).rate().is_some());
        assert_eq!(Factor::Shrinks(least - 1).rate(), None);
        assert!(Factor::Grows(least).rate().is_some());
        assert_eq!(Factor::Grows(least - 1).rate(), None);
    }

    #[test]
    fn a_quotient_is_of_less_by_more_that_can_be_doubled() {
        assert_eq!(quotient(1, 2), Some(1 << 127));
        assert_eq!(quotient(0, 1), Some(0));
        for (left, right) in [(2, 2), (3, 2), (0, 0), (1, 1 << 127), (1, u128::MAX)] {
            assert_eq!(quotient(left, right), None, "{left} / {right}");
        }
        assert_eq!(quotient(1, (1 << 127) - 1), Some(2));
    }
}
