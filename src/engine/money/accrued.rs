//! Money still building up, finer than a minor unit.

use super::amount::{Money, OutOfRange};
use super::rate::Rate;
use super::rounding::Rounding;
use super::year_fraction::YearFraction;

/// Units of [`Accrued`] in one minor unit: a rate's steps times a year's units.
const UNITS_PER_MINOR: u128 = 10_000_000_000 * 145_880_280;

/// The same in 64 bits.
const UNITS: u64 = 10_000_000_000 * 145_880_280;

/// `2^124 / UNITS_PER_MINOR`, cut: a product with it stands in for a slow division.
const RECIPROCAL: u128 = (1 << 124) / UNITS_PER_MINOR;

/// An exact amount that is still accruing, in minor units of 10^-10 over
/// [`YearFraction::DENOMINATOR`].
///
/// A balance times a rate times a length of time is a whole number of these, so interest may be
/// added up over any number of days without loss. [`Accrued::settle`] is the only way to
/// [`Money`], and it names its rounding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Accrued(i128);

impl Accrued {
    /// Nothing accrued.
    pub const ZERO: Self = Self(0);

    /// An amount of so many units of 10^-10 over [`YearFraction::DENOMINATOR`] of a minor unit.
    pub(in crate::engine) const fn from_units(units: i128) -> Self {
        Self(units)
    }

    /// What a balance earns at a yearly rate over a length of time, simple interest.
    ///
    /// # Errors
    /// [`OutOfRange`] when the product does not fit.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub fn of(balance: Money, rate: Rate, time: YearFraction) -> Result<Self, OutOfRange> {
        // Rate times time nearly always fits 64 bits, and then the product fits 128.
        let balance = i128::from(balance.minor());
        let accrued = match rate.scaled().checked_mul(time.units()) {
            Some(growth) => balance.checked_mul(i128::from(growth)),
            None => i128::from(rate.scaled())
                .checked_mul(i128::from(time.units()))
                .and_then(|growth| balance.checked_mul(growth)),
        };
        accrued.map(Self).ok_or(OutOfRange)
    }

    /// A settled amount as an accrued one, to go on accruing upon.
    #[must_use]
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub fn from_money(amount: Money) -> Self {
        // At most 10^17 times 1.5 x 10^18: always within 128 bits.
        Self(i128::from(amount.minor()).wrapping_mul(UNITS_PER_MINOR.cast_signed()))
    }

    /// The two amounts together.
    ///
    /// # Errors
    /// [`OutOfRange`] when the sum does not fit.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub fn checked_add(self, other: Self) -> Result<Self, OutOfRange> {
        self.0.checked_add(other.0).map(Self).ok_or(OutOfRange)
    }

    /// This amount less another.
    ///
    /// # Errors
    /// [`OutOfRange`] when the difference does not fit.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub fn checked_sub(self, other: Self) -> Result<Self, OutOfRange> {
        self.0.checked_sub(other.0).map(Self).ok_or(OutOfRange)
    }

    /// The amount rounded to whole minor units: the only bridge from accruing to owed.
    ///
    /// # Errors
    /// [`OutOfRange`] beyond [`Money::MAX`].
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub fn settle(self, rounding: Rounding) -> Result<Money, OutOfRange> {
        let (truncated, dropped) = in_minor_units(self.0.unsigned_abs()).ok_or(OutOfRange)?;
        let against_half = dropped.cmp(&UNITS.wrapping_sub(dropped));
        let away = dropped != 0 && rounding.leaves(truncated & 1 == 1, against_half);
        let size = i64::try_from(truncated).map_err(|_| OutOfRange)?;
        // One more than fits is below every amount, and as much out of range.
        let size = size.wrapping_add(i64::from(away));
        Money::from_minor(if self.0 < 0 {
            size.wrapping_neg()
        } else {
            size
        })
    }
}

/// Whole minor units and the units left over; `None` from 2^64 on.
fn in_minor_units(units: u128) -> Option<(u64, u64)> {
    const LOW: u128 = u64::MAX as u128;
    if units >> 124 != 0 {
        let whole = u64::try_from(units / UNITS_PER_MINOR).ok()?;
        let rest = u64::try_from(units % UNITS_PER_MINOR).ok()?;
        return Some((whole, rest));
    }
    // Both factors are below 2^64 and cut, so the estimate may be two too small, never too large: what is left is
    // less than three units, which 64 bits hold whatever stands above them.
    let estimate = (units >> 60).wrapping_mul(RECIPROCAL) >> 64;
    let mut whole = u64::try_from(estimate).ok()?;
    let low = u64::try_from(units & LOW).ok()?;
    let mut rest = low.wrapping_sub(whole.wrapping_mul(UNITS));
    while rest >= UNITS {
        rest = rest.wrapping_sub(UNITS);
        whole = whole.wrapping_add(1);
    }
    Some((whole, rest))
}

#[cfg(test)]
mod tests {
    use super::{Accrued, UNITS_PER_MINOR, in_minor_units};
    use crate::engine::money::{Money, OutOfRange, Rate, Rounding, YearFraction};

    fn minor(amount: i64) -> Money {
        Money::from_minor(amount).unwrap()
    }

    #[test]
    fn the_unit_is_a_rate_step_of_a_year_unit() {
        let unit = i128::from(Rate::ONE) * i128::from(YearFraction::DENOMINATOR);
        assert_eq!(UNITS_PER_MINOR.cast_signed(), unit);
    }

    #[test]
    fn a_year_at_twenty_four_percent_is_twenty_four_percent() {
        let rate = Rate::parse_percent("24").unwrap();
        let year = Accrued::of(minor(1_000_000), rate, YearFraction::YEAR).unwrap();
        assert_eq!(year.settle(Rounding::HalfUp), Ok(minor(240_000)));
    }

    #[test]
    fn days_added_one_by_one_equal_the_whole() {
        let rate = Rate::parse_percent("18.25").unwrap();
        let day = YearFraction::of_days(1, 365).unwrap();
        let mut sum = Accrued::ZERO;
        for _ in 0..365 {
            sum = sum
                .checked_add(Accrued::of(minor(77_777), rate, day).unwrap())
                .unwrap();
        }
        assert_eq!(
            sum,
            Accrued::of(minor(77_777), rate, YearFraction::YEAR).unwrap()
        );
        assert_eq!(sum.checked_sub(sum), Ok(Accrued::ZERO));
    }

    #[test]
    fn money_survives_the_way_there_and_back() {
        for amount in [Money::ZERO, minor(1), minor(-1), Money::MAX] {
            for rounding in Rounding::ALL {
                assert_eq!(Accrued::from_money(amount).settle(rounding), Ok(amount));
            }
        }
    }

    #[test]
    fn accruing_past_the_end_is_an_error_not_an_abort() {
        let rate = Rate::parse_percent("100000").unwrap();
        let ages = YearFraction::of_periods(100_000, 1).unwrap();
        assert_eq!(Accrued::of(Money::MAX, rate, ages), Err(OutOfRange));
        let year = Accrued::of(Money::MAX, rate, YearFraction::YEAR).unwrap();
        assert_eq!(year.settle(Rounding::HalfUp), Err(OutOfRange));
    }

    #[test]
    fn the_quick_division_is_the_division() {
        let unit = UNITS_PER_MINOR;
        let mut awkward = vec![0, 1, u128::MAX, u128::MAX - 1, i128::MAX.unsigned_abs()];
        for shift in 0..67 {
            for units in [
                unit << shift,
                (unit << shift) + 1,
                (unit << shift) - 1,
                7 << shift,
            ] {
                awkward.extend([
                    units,
                    units + unit / 2,
                    units.wrapping_mul(0x9E37_79B9_7F4A_7C15),
                ]);
            }
        }
        for units in awkward {
            assert_eq!(
                in_minor_units(units),
                u64::try_from(units / unit)
                    .ok()
                    .map(|whole| (whole, u64::try_from(units % unit).unwrap())),
                "{units}"
            );
        }
    }

    #[test]
    fn settling_rounds_as_the_mode_says_on_both_sides_of_zero() {
        let half = UNITS_PER_MINOR.cast_signed() / 2;
        for units in [
            0,
            1,
            half - 1,
            half,
            half + 1,
            2 * half - 1,
            2 * half,
            3 * half,
            5 * half,
        ] {
            for rounding in Rounding::ALL {
                for accrued in [Accrued(units), Accrued(-units)] {
                    let expected = rounding.divide(accrued.0, 2 * half).unwrap();
                    let settled = accrued.settle(rounding).unwrap();
                    assert_eq!(
                        i128::from(settled.minor()),
                        expected,
                        "{units} {rounding:?}"
                    );
                }
            }
        }
        for accrued in [Accrued(i128::MAX), Accrued(i128::MIN)] {
            assert_eq!(accrued.settle(Rounding::HalfUp), Err(OutOfRange));
        }
    }
}
