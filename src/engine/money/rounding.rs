//! How an exact quotient becomes a whole number.

use std::cmp::Ordering;

/// A rounding direction, named by what it does to a negative as well as to a positive amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rounding {
    /// To the nearest; a half goes away from zero: 2.5 to 3, -2.5 to -3.
    HalfUp,
    /// To the nearest; a half goes to the even neighbour: 2.5 to 2, 3.5 to 4, -2.5 to -2.
    HalfEven,
    /// Drop the fraction: 2.9 to 2, -2.9 to -2.
    TowardZero,
    /// Any fraction counts as a whole: 2.1 to 3, -2.1 to -3.
    AwayFromZero,
}

impl Rounding {
    /// Every rounding, in the order they are offered.
    pub const ALL: [Self; 4] = [
        Self::HalfUp,
        Self::HalfEven,
        Self::TowardZero,
        Self::AwayFromZero,
    ];

    /// Their names in files and links, in the same order.
    pub const CODES: &'static [&'static str] = &[
        Self::HalfUp.code(),
        Self::HalfEven.code(),
        Self::TowardZero.code(),
        Self::AwayFromZero.code(),
    ];

    /// `numerator / denominator` rounded to a whole number.
    ///
    /// `None` when the denominator is zero or the quotient does not fit.
    #[must_use]
    pub fn divide(self, numerator: i128, denominator: i128) -> Option<i128> {
        // Most are this short, and their division a single instruction.
        if let (Ok(short), Ok(divisor)) = (i64::try_from(numerator), i64::try_from(denominator)) {
            return self.divide_short(short, divisor).map(i128::from);
        }
        let truncated = numerator.checked_div(denominator)?;
        // Exact: the product is never larger in size than the numerator.
        let remainder = numerator.wrapping_sub(truncated.wrapping_mul(denominator));
        let odd = truncated & 1 == 1;
        if !self.goes_away(odd, remainder.unsigned_abs(), denominator.unsigned_abs()) {
            return Some(truncated);
        }
        if (numerator < 0) == (denominator < 0) {
            truncated.checked_add(1)
        } else {
            truncated.checked_sub(1)
        }
    }

    fn divide_short(self, numerator: i64, denominator: i64) -> Option<i64> {
        let truncated = numerator.checked_div(denominator)?;
        let remainder = numerator.wrapping_sub(truncated.wrapping_mul(denominator));
        if remainder == 0 {
            return Some(truncated);
        }
        let (dropped, whole) = (remainder.unsigned_abs(), denominator.unsigned_abs());
        let against_half = dropped.cmp(&whole.wrapping_sub(dropped));
        Some(if !self.leaves(truncated & 1 == 1, against_half) {
            truncated
        } else if (numerator < 0) == (denominator < 0) {
            // Something was dropped, so that it was divided by two at least: there is room for one more.
            truncated.wrapping_add(1)
        } else {
            truncated.wrapping_sub(1)
        })
    }

    /// Whether a quotient with something dropped from it, `dropped` out of `whole`, goes one step
    /// away from zero. `odd` says so of the truncated quotient.
    pub(super) fn goes_away(self, odd: bool, dropped: u128, whole: u128) -> bool {
        if dropped == 0 {
            return false;
        }
        // Compares the dropped part with what is left of the divisor: doubling could overflow.
        self.leaves(odd, dropped.cmp(&whole.wrapping_sub(dropped)))
    }

    /// [`Rounding::goes_away`] for something dropped that stands so to one half.
    pub(super) fn leaves(self, odd: bool, against_half: Ordering) -> bool {
        match self {
            Self::TowardZero => false,
            Self::AwayFromZero => true,
            Self::HalfUp => against_half != Ordering::Less,
            Self::HalfEven => match against_half {
                Ordering::Less => false,
                Ordering::Greater => true,
                Ordering::Equal => odd,
            },
        }
    }

    /// The name used in files and links.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::HalfUp => "half-up",
            Self::HalfEven => "half-even",
            Self::TowardZero => "toward-zero",
            Self::AwayFromZero => "away-from-zero",
        }
    }

    /// The rounding of a name used in files and links.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|rounding| rounding.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::Rounding;

    #[test]
    fn rounding_modes_hold_for_negative_amounts() {
        // Tenths and what each mode makes of them: up, even, toward, away.
        let table: [(i128, [i128; 4]); 13] = [
            (-35, [-4, -4, -3, -4]),
            (-29, [-3, -3, -2, -3]),
            (-25, [-3, -2, -2, -3]),
            (-21, [-2, -2, -2, -3]),
            (-20, [-2, -2, -2, -2]),
            (-5, [-1, 0, 0, -1]),
            (0, [0, 0, 0, 0]),
            (5, [1, 0, 0, 1]),
            (20, [2, 2, 2, 2]),
            (21, [2, 2, 2, 3]),
            (25, [3, 2, 2, 3]),
            (29, [3, 3, 2, 3]),
            (35, [4, 4, 3, 4]),
        ];
        for (tenths, expected) in table {
            for (rounding, whole) in Rounding::ALL.into_iter().zip(expected) {
                assert_eq!(
                    rounding.divide(tenths, 10),
                    Some(whole),
                    "{tenths}/10 {rounding:?}"
                );
                // The sign may sit on either side.
                assert_eq!(rounding.divide(-tenths, -10), Some(whole), "{rounding:?}");
                assert_eq!(rounding.divide(tenths, -10), Some(-whole), "{rounding:?}");
            }
        }
    }

    #[test]
    fn dividing_at_the_ends_of_the_range_is_an_answer_not_an_abort() {
        for rounding in Rounding::ALL {
            assert_eq!(rounding.divide(1, 0), None);
            assert_eq!(rounding.divide(i128::MIN, -1), None);
            assert_eq!(rounding.divide(i128::MIN, 1), Some(i128::MIN));
        }
        assert_eq!(Rounding::HalfUp.divide(i128::MAX - 1, i128::MAX), Some(1));
        assert_eq!(Rounding::HalfUp.divide(i128::MIN + 1, i128::MIN), Some(1));
        assert_eq!(
            Rounding::TowardZero.divide(i128::MIN + 1, i128::MIN),
            Some(0)
        );
    }

    #[test]
    fn every_code_leads_back_to_its_rounding() {
        for rounding in Rounding::ALL {
            assert_eq!(Rounding::from_code(rounding.code()), Some(rounding));
        }
        assert_eq!(Rounding::from_code("bankers"), None);
    }
}
