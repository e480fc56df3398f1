//! Money still building up, finer than a minor unit.

use super::amount::{Money, OutOfRange};
use super::rate::Rate;
use super::rounding::Rounding;
use super::year_fraction::YearFraction;

/// Units of [`Accrued`] in one minor unit: a rate's steps times a year's units.
const UNITS_PER_MINOR: i128 = 1_000_0000_000 * 145_880_280;

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

    /// What a balance earns at a yearly rate over a length of time, simple interest.
    ///
    /// # Errors
    /// [`OutOfRange`] when the product does not fit.
    pub fn of(balance: Money, rate: Rate, time: YearFraction) -> Result<Self, OutOfRange> {
        // A rate is at most 10^13 and an amount at most 10^17: this product cannot overflow.
        i128::from(balance.minor())
            .checked_mul(i128::from(rate.scaled()))
            .and_then(|yearly| yearly.checked_mul(i128::from(time.units())))
            .map(Self)
            .ok_or(OutOfRange)
    }

    /// A settled amount as an accrued one, to go on accruing upon.
    #[must_use]
    pub fn from_money(amount: Money) -> Self {
        // At most 10^17 times 1.5 x 10^18: always within 128 bits.
        Self(i128::from(amount.minor()).wrapping_mul(UNITS_PER_MINOR))
    }

    /// The two amounts together.
    ///
    /// # Errors
    /// [`OutOfRange`] when the sum does not fit.
    pub fn checked_add(self, other: Self) -> Result<Self, OutOfRange> {
        self.0.checked_add(other.0).map(Self).ok_or(OutOfRange)
    }

    /// This amount less another.
    ///
    /// # Errors
    /// [`OutOfRange`] when the difference does not fit.
    pub fn checked_sub(self, other: Self) -> Result<Self, OutOfRange> {
        self.0.checked_sub(other.0).map(Self).ok_or(OutOfRange)
    }

    /// The amount rounded to whole minor units: the only bridge from accruing to owed.
    ///
    /// # Errors
    /// [`OutOfRange`] beyond [`Money::MAX`].
    pub fn settle(self, rounding: Rounding) -> Result<Money, OutOfRange> {
        rounding
            .divide(self.0, UNITS_PER_MINOR)
            .ok_or(OutOfRange)
            .and_then(Money::from_wide)
    }
}

#[cfg(test)]
mod tests {
    use super::{Accrued, UNITS_PER_MINOR};
    use crate::engine::money::{Money, OutOfRange, Rate, Rounding, YearFraction};

    fn minor(amount: i64) -> Money {
        Money::from_minor(amount).unwrap()
    }

    #[test]
    fn the_unit_is_a_rate_step_of_a_year_unit() {
        assert_eq!(
            UNITS_PER_MINOR,
            i128::from(Rate::ONE) * i128::from(YearFraction::DENOMINATOR)
        );
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
}
