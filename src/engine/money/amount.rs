//! Whole minor units of the claim's currency.

use std::fmt;

use super::currency::Currency;
use super::digits::{self, Digits, NotDigits};
use super::rounding::Rounding;

/// An operation left the range an amount, rate or length of time may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OutOfRange;

impl fmt::Display for OutOfRange {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("amount out of range")
    }
}

impl std::error::Error for OutOfRange {}

/// Why a text is not an amount in machine form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParseMoneyError {
    /// There is no text.
    Empty,
    /// Something other than `-`, digits and one decimal point, or a leading zero.
    NotANumber,
    /// More decimals than the currency has.
    TooManyDecimals {
        /// How many decimals the currency has.
        allowed: u32,
    },
    /// Beyond [`Money::MAX`].
    TooLarge,
}

impl fmt::Display for ParseMoneyError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => out.write_str("the amount is empty: write digits such as 48532.17"),
            Self::NotANumber => {
                out.write_str("not an amount: write digits and a decimal point, such as 48532.17")
            }
            Self::TooManyDecimals { allowed } => {
                write!(out, "too many decimals: this currency has {allowed}")
            }
            Self::TooLarge => out.write_str("the amount is too large"),
        }
    }
}

impl std::error::Error for ParseMoneyError {}

/// An amount at rest: whole minor units (fen, pence, cents, yen) of the claim's currency.
///
/// Its size never passes [`Money::MAX`]; an operation that would is an [`OutOfRange`] error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Money(i64);

impl Money {
    /// No money.
    pub const ZERO: Self = Self(0);

    /// The largest amount: 10^17 minor units, a thousand million million yuan.
    pub const MAX: Self = Self(100_000_000_000_000_000);

    /// An amount of whole minor units.
    ///
    /// # Errors
    /// [`OutOfRange`] beyond plus or minus [`Money::MAX`].
    pub const fn from_minor(minor: i64) -> Result<Self, OutOfRange> {
        if minor > Self::MAX.0 || minor < Self::MAX.0.wrapping_neg() {
            return Err(OutOfRange);
        }
        Ok(Self(minor))
    }

    /// [`Money::from_minor`] of many amounts at once, with a single branch.
    pub(in crate::engine) fn all_from_minor<const N: usize>(
        minor: [i64; N],
    ) -> Result<[Self; N], OutOfRange> {
        // Below zero where one is above the largest amount or below the smallest.
        let outside = minor.iter().fold(0_i64, |outside, minor| {
            outside | Self::MAX.0.wrapping_sub(*minor) | Self::MAX.0.wrapping_add(*minor)
        });
        if outside < 0 {
            return Err(OutOfRange);
        }
        Ok(minor.map(Self))
    }

    /// An amount from a wide intermediate result.
    pub(super) fn from_wide(minor: i128) -> Result<Self, OutOfRange> {
        i64::try_from(minor)
            .map_err(|_| OutOfRange)
            .and_then(Self::from_minor)
    }

    /// The amount in minor units.
    #[must_use]
    pub const fn minor(self) -> i64 {
        self.0
    }

    /// The sum of two amounts.
    ///
    /// # Errors
    /// [`OutOfRange`] beyond [`Money::MAX`].
    pub fn checked_add(self, other: Self) -> Result<Self, OutOfRange> {
        // Twice the largest amount is far within 64 bits.
        Self::from_minor(self.0.wrapping_add(other.0))
    }

    /// This amount less another; below zero when the other is larger.
    ///
    /// # Errors
    /// [`OutOfRange`] beyond [`Money::MAX`].
    pub fn checked_sub(self, other: Self) -> Result<Self, OutOfRange> {
        Self::from_minor(self.0.wrapping_sub(other.0))
    }

    /// The amount with its sign turned.
    ///
    /// # Errors
    /// [`OutOfRange`] never in practice: the range is the same on both sides of zero.
    pub fn checked_neg(self) -> Result<Self, OutOfRange> {
        self.0
            .checked_neg()
            .ok_or(OutOfRange)
            .and_then(Self::from_minor)
    }

    /// The amount `count` times over.
    ///
    /// # Errors
    /// [`OutOfRange`] beyond [`Money::MAX`].
    pub fn checked_times(self, count: u32) -> Result<Self, OutOfRange> {
        self.0
            .checked_mul(i64::from(count))
            .ok_or(OutOfRange)
            .and_then(Self::from_minor)
    }

    /// Whether the amount is exactly nothing.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// Whether the amount is above zero.
    #[must_use]
    pub const fn is_positive(self) -> bool {
        self.0 > 0
    }

    /// Whether the amount is below zero.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// The amount, or zero in place of a negative one.
    #[must_use]
    pub fn or_zero_if_negative(self) -> Self {
        self.max(Self::ZERO)
    }

    /// One of `count` equal parts, rounded to the minor unit; the parts need not add up.
    ///
    /// # Errors
    /// [`OutOfRange`] when `count` is zero.
    pub fn divide_by_count(self, count: u32, rounding: Rounding) -> Result<Self, OutOfRange> {
        let part = rounding
            .divide(i128::from(self.0), i128::from(count))
            .ok_or(OutOfRange)?;
        Self::from_wide(part)
    }

    /// The amount rounded to a multiple of `unit`, such as whole yuan.
    ///
    /// # Errors
    /// [`OutOfRange`] when `unit` is not above zero or the result passes [`Money::MAX`].
    pub fn round_to_multiple(self, unit: Self, rounding: Rounding) -> Result<Self, OutOfRange> {
        if !unit.is_positive() {
            return Err(OutOfRange);
        }
        let unit = i128::from(unit.0);
        let multiples = rounding
            .divide(i128::from(self.0), unit)
            .ok_or(OutOfRange)?;
        multiples
            .checked_mul(unit)
            .ok_or(OutOfRange)
            .and_then(Self::from_wide)
    }

    /// The sum of many amounts.
    ///
    /// # Errors
    /// [`OutOfRange`] when a partial sum passes [`Money::MAX`].
    pub fn sum(amounts: impl IntoIterator<Item = Self>) -> Result<Self, OutOfRange> {
        amounts.into_iter().try_fold(Self::ZERO, Self::checked_add)
    }

    /// Reads the strict machine form: optional `-`, digits, optional point and decimals.
    ///
    /// What people type (separators, full-width digits, `万`) is read elsewhere and arrives here
    /// already in this form.
    ///
    /// # Errors
    /// A [`ParseMoneyError`] that says what is wrong.
    pub fn parse(text: &str, currency: Currency) -> Result<Self, ParseMoneyError> {
        Self::parse_with(text, currency.minor_digits())
    }

    /// [`Money::parse`] for a currency known only by its count of decimals.
    ///
    /// # Errors
    /// A [`ParseMoneyError`] that says what is wrong.
    pub fn parse_with(text: &str, minor_digits: u32) -> Result<Self, ParseMoneyError> {
        let allowed = minor_digits;
        let digits = Digits::read(text).map_err(|reason| match reason {
            NotDigits::Empty => ParseMoneyError::Empty,
            NotDigits::Malformed => ParseMoneyError::NotANumber,
            NotDigits::TooLong => ParseMoneyError::TooLarge,
            NotDigits::TooFine => ParseMoneyError::TooManyDecimals { allowed },
        })?;
        if digits.decimals > allowed {
            return Err(ParseMoneyError::TooManyDecimals { allowed });
        }
        let minor = digits.in_steps(allowed).ok_or(ParseMoneyError::TooLarge)?;
        Self::from_wide(minor).map_err(|OutOfRange| ParseMoneyError::TooLarge)
    }

    /// Writes the strict machine form with exactly the currency's decimals: `48532.17`.
    #[must_use]
    pub fn to_decimal_string(self, currency: Currency) -> String {
        self.to_decimal_string_with(currency.minor_digits())
    }

    /// [`Money::to_decimal_string`] for a currency known only by its count of decimals.
    #[must_use]
    pub fn to_decimal_string_with(self, minor_digits: u32) -> String {
        digits::fixed(self.0, minor_digits)
    }
}

#[cfg(test)]
#[path = "amount_tests.rs"]
mod tests;
