//! A length of time as an exact part of a year.

use super::amount::OutOfRange;
use super::common_divisor::common_divisor;

/// A length of time in units of 1/145,880,280 of a year; never rounded.
///
/// The denominator is the least common multiple of 360, 364, 365 and 366, so that one day under
/// every supported day count, and a month, a week, a fortnight and a half-month as 1/12, 1/52,
/// 1/26 and 1/24 of a year, are each a whole number of units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct YearFraction(i64);

impl YearFraction {
    /// How many units make a year.
    pub const DENOMINATOR: i64 = 145_880_280;

    /// No time.
    pub const ZERO: Self = Self(0);

    /// One whole year.
    pub const YEAR: Self = Self(Self::DENOMINATOR);

    /// `days` over a year of `basis` days.
    ///
    /// # Errors
    /// [`OutOfRange`] when `basis` does not divide the denominator or the result does not fit.
    pub fn of_days(days: i64, basis: u32) -> Result<Self, OutOfRange> {
        Self::of_parts(days, basis)
    }

    /// `count` periods of which `per_year` make a year: `(1, 12)` is a month.
    ///
    /// # Errors
    /// [`OutOfRange`] when `per_year` does not divide the denominator or the result does not fit.
    pub fn of_periods(count: i64, per_year: u32) -> Result<Self, OutOfRange> {
        Self::of_parts(count, per_year)
    }

    fn of_parts(count: i64, parts: u32) -> Result<Self, OutOfRange> {
        let parts = i64::from(parts);
        if Self::DENOMINATOR.checked_rem(parts) != Some(0) {
            return Err(OutOfRange);
        }
        let units = Self::DENOMINATOR.checked_div(parts).ok_or(OutOfRange)?;
        count.checked_mul(units).map(Self).ok_or(OutOfRange)
    }

    /// The two lengths one after the other.
    ///
    /// # Errors
    /// [`OutOfRange`] when the sum does not fit.
    pub fn checked_add(self, other: Self) -> Result<Self, OutOfRange> {
        self.0.checked_add(other.0).map(Self).ok_or(OutOfRange)
    }

    /// This length less another.
    ///
    /// # Errors
    /// [`OutOfRange`] when the difference does not fit.
    pub fn checked_sub(self, other: Self) -> Result<Self, OutOfRange> {
        self.0.checked_sub(other.0).map(Self).ok_or(OutOfRange)
    }

    /// The length `count` times over.
    ///
    /// # Errors
    /// [`OutOfRange`] when the product does not fit.
    pub fn checked_times(self, count: i64) -> Result<Self, OutOfRange> {
        self.0.checked_mul(count).map(Self).ok_or(OutOfRange)
    }

    /// The length as parts of a year and how many parts make one, in lowest terms: 181 and 365.
    #[must_use]
    pub fn in_lowest_terms(self) -> (i64, i64) {
        let shared = common_divisor(self.0.unsigned_abs(), Self::DENOMINATOR.unsigned_abs());
        // It divides the denominator, so it fits and is not nought.
        let shared = i64::try_from(shared).unwrap_or(1);
        let over = |part: i64| part.checked_div(shared).unwrap_or_default();
        (over(self.0), over(Self::DENOMINATOR))
    }

    /// The length in units of 1/[`YearFraction::DENOMINATOR`] of a year.
    #[must_use]
    pub const fn units(self) -> i64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::{OutOfRange, YearFraction};

    #[test]
    fn every_supported_basis_is_a_whole_number_of_units() {
        for parts in [360, 364, 365, 366, 12, 24, 26, 52] {
            let one = YearFraction::of_days(1, parts).unwrap();
            assert_eq!(
                one.units() * i64::from(parts),
                YearFraction::DENOMINATOR,
                "1/{parts}"
            );
            let all = YearFraction::of_periods(i64::from(parts), parts).unwrap();
            assert_eq!(all, YearFraction::YEAR);
        }
        assert_eq!(YearFraction::of_days(1, 0), Err(OutOfRange));
        assert_eq!(YearFraction::of_days(1, 361), Err(OutOfRange));
        assert_eq!(YearFraction::of_days(i64::MAX, 365), Err(OutOfRange));
    }

    #[test]
    fn lowest_terms_have_no_common_divisor() {
        let days = |days, basis| YearFraction::of_days(days, basis).unwrap();
        assert_eq!(days(181, 365).in_lowest_terms(), (181, 365));
        assert_eq!(days(90, 360).in_lowest_terms(), (1, 4));
        assert_eq!(days(-30, 360).in_lowest_terms(), (-1, 12));
        assert_eq!(days(730, 365).in_lowest_terms(), (2, 1));
        assert_eq!(YearFraction::ZERO.in_lowest_terms(), (0, 1));
    }

    #[test]
    fn no_smaller_denominator_would_do() {
        for prime in [2, 3, 5, 7, 13, 61, 73] {
            let smaller = YearFraction::DENOMINATOR / prime;
            let fits = [360, 364, 365, 366]
                .into_iter()
                .all(|basis| smaller % basis == 0);
            assert!(!fits, "{smaller} would serve every basis");
        }
    }
}
