//! A part of a whole: how much of a component is waived, paid down or discounted.

use std::fmt;

use super::amount::{Money, OutOfRange};
use super::digits::{self, Digits, NotDigits};
use super::rounding::Rounding;

/// Why a text is not a share of a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShareError {
    /// Not digits with an optional decimal point.
    NotANumber,
    /// Below 0 % or above 100 %.
    OutsideWhole,
    /// More than 8 decimals of a percent.
    TooPrecise,
}

impl fmt::Display for ShareError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::NotANumber => "not a percentage: write digits and a decimal point, such as 12.5",
            Self::OutsideWhole => "a share lies between 0 and 100 percent",
            Self::TooPrecise => "the percentage has more than 8 decimals",
        })
    }
}

impl std::error::Error for ShareError {}

/// A proportion from nothing to the whole, in steps of 10^-10.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Share(i64);

/// Decimals of a percentage that is a whole number of steps.
const PERCENT_DECIMALS: u32 = 8;

impl Share {
    /// Nothing of it.
    pub const ZERO: Self = Self(0);

    /// All of it.
    pub const ONE: Self = Self(10_000_000_000);

    /// Reads a percentage in strict machine form: `12.5`.
    ///
    /// # Errors
    /// [`ShareError`] that says what is wrong.
    pub fn parse_percent(text: &str) -> Result<Self, ShareError> {
        let digits = Digits::read(text).map_err(|reason| match reason {
            NotDigits::Empty | NotDigits::Malformed => ShareError::NotANumber,
            NotDigits::TooLong => ShareError::OutsideWhole,
            NotDigits::TooFine => ShareError::TooPrecise,
        })?;
        let steps = digits
            .in_steps(PERCENT_DECIMALS)
            .ok_or(ShareError::TooPrecise)?;
        Self::from_steps(steps).ok_or(ShareError::OutsideWhole)
    }

    fn from_steps(steps: i128) -> Option<Self> {
        i64::try_from(steps)
            .ok()
            .filter(|steps| (0..=Self::ONE.0).contains(steps))
            .map(Self)
    }

    /// This share of an amount, rounded to the minor unit.
    ///
    /// # Errors
    /// [`OutOfRange`] never in practice: a share is at most the whole.
    pub fn of(self, amount: Money, rounding: Rounding) -> Result<Money, OutOfRange> {
        let product = i128::from(amount.minor()).checked_mul(i128::from(self.0));
        let whole = i128::from(Self::ONE.0);
        let part = product.and_then(|product| rounding.divide(product, whole));
        part.ok_or(OutOfRange).and_then(Money::from_wide)
    }

    /// What share of `whole` the `part` is, rounded to a step of 10^-10.
    ///
    /// `None` when `whole` is not above zero or `part` is not between zero and it.
    #[must_use]
    pub fn ratio(part: Money, whole: Money, rounding: Rounding) -> Option<Self> {
        if !whole.is_positive() || part.is_negative() || part > whole {
            return None;
        }
        let steps = i128::from(part.minor()).checked_mul(i128::from(Self::ONE.0))?;
        rounding
            .divide(steps, i128::from(whole.minor()))
            .and_then(Self::from_steps)
    }

    /// What is left of the whole beside this share.
    #[must_use]
    pub fn rest(self) -> Self {
        Self(Self::ONE.0.saturating_sub(self.0))
    }

    /// The share in percent without trailing zeros: `12.5`.
    #[must_use]
    pub fn to_percent_string(self) -> String {
        digits::trimmed(self.0, PERCENT_DECIMALS)
    }

    /// The share in steps of 10^-10.
    #[must_use]
    pub const fn scaled(self) -> i64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::{Money, Rounding, Share, ShareError};

    fn minor(amount: i64) -> Money {
        Money::from_minor(amount).unwrap()
    }

    #[test]
    fn a_share_of_an_amount_is_rounded_once() {
        let third = Share::parse_percent("33.33333333").unwrap();
        assert_eq!(third.of(minor(100), Rounding::HalfUp), Ok(minor(33)));
        assert_eq!(third.of(minor(100), Rounding::AwayFromZero), Ok(minor(34)));
        assert_eq!(Share::ONE.of(Money::MAX, Rounding::HalfUp), Ok(Money::MAX));
        assert_eq!(
            Share::ZERO.of(Money::MAX, Rounding::AwayFromZero),
            Ok(Money::ZERO)
        );
        assert_eq!(third.rest().to_percent_string(), "66.66666667");
    }

    #[test]
    fn a_ratio_stays_within_the_whole() {
        let ratio = |part, whole| Share::ratio(minor(part), minor(whole), Rounding::HalfUp);
        assert_eq!(ratio(1, 4).unwrap().to_percent_string(), "25");
        assert_eq!(ratio(2, 3).unwrap().to_percent_string(), "66.66666667");
        assert_eq!(ratio(3, 3), Some(Share::ONE));
        assert_eq!(ratio(4, 3), None);
        assert_eq!(ratio(-1, 3), None);
        assert_eq!(ratio(0, 0), None);
        assert_eq!(
            Share::ratio(Money::MAX, Money::MAX, Rounding::HalfUp),
            Some(Share::ONE)
        );
    }

    #[test]
    fn a_percentage_is_read_strictly() {
        assert_eq!(Share::parse_percent("100"), Ok(Share::ONE));
        assert_eq!(
            Share::parse_percent("100.00000001"),
            Err(ShareError::OutsideWhole)
        );
        assert_eq!(Share::parse_percent("-1"), Err(ShareError::OutsideWhole));
        assert_eq!(
            Share::parse_percent("0.000000001"),
            Err(ShareError::TooPrecise)
        );
        assert_eq!(Share::parse_percent("12.5%"), Err(ShareError::NotANumber));
        assert_eq!(Share::parse_percent(""), Err(ShareError::NotANumber));
    }
}
