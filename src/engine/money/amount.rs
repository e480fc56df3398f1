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
        self.0
            .checked_add(other.0)
            .ok_or(OutOfRange)
            .and_then(Self::from_minor)
    }

    /// This amount less another; below zero when the other is larger.
    ///
    /// # Errors
    /// [`OutOfRange`] beyond [`Money::MAX`].
    pub fn checked_sub(self, other: Self) -> Result<Self, OutOfRange> {
        self.0
            .checked_sub(other.0)
            .ok_or(OutOfRange)
            .and_then(Self::from_minor)
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
        let allowed = currency.minor_digits();
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
        digits::fixed(self.0, currency.minor_digits())
    }
}

#[cfg(test)]
mod tests {
    use super::{Currency, Money, OutOfRange, ParseMoneyError, Rounding};

    fn minor(amount: i64) -> Money {
        Money::from_minor(amount).unwrap()
    }

    #[test]
    fn adding_decimals_past_the_end_is_an_error_not_an_abort() {
        assert_eq!(Money::MAX.checked_add(minor(1)), Err(OutOfRange));
        assert_eq!(
            Money::MAX.checked_neg().unwrap().checked_sub(minor(1)),
            Err(OutOfRange)
        );
        assert_eq!(Money::sum([Money::MAX, Money::MAX]), Err(OutOfRange));
        assert_eq!(Money::MAX.checked_times(2), Err(OutOfRange));
        assert_eq!(Money::from_minor(i64::MAX), Err(OutOfRange));
        assert_eq!(Money::from_minor(i64::MIN), Err(OutOfRange));
        assert_eq!(
            Money::MAX.divide_by_count(0, Rounding::HalfUp),
            Err(OutOfRange)
        );
        assert_eq!(OutOfRange.to_string(), "amount out of range");
    }

    #[test]
    fn machine_form_is_read_and_written_alike() {
        for text in [
            "0.00",
            "0.05",
            "-0.05",
            "48532.17",
            "1000000000000000.00",
            "-7.10",
        ] {
            let amount = Money::parse(text, Currency::Cny).unwrap();
            assert_eq!(amount.to_decimal_string(Currency::Cny), text);
        }
        assert_eq!(Money::parse("7.1", Currency::Cny), Ok(minor(710)));
        assert_eq!(Money::parse("7", Currency::Jpy), Ok(minor(7)));
        assert_eq!(minor(1_234).to_decimal_string(Currency::Jpy), "1234");
    }

    #[test]
    fn anything_else_is_refused_by_name() {
        let parse = |text: &str| Money::parse(text, Currency::Cny).unwrap_err();
        assert_eq!(parse(""), ParseMoneyError::Empty);
        let malformed = [
            " 1", "1 ", "+1", "1e5", "1_000.5", "1,000", "007", "00", ".5", "5.", "-", ".", "--1",
            "1.2.3", "NaN", "１２", "4.85万", "-.5", "0x10", "1.-5",
        ];
        for text in malformed {
            assert_eq!(parse(text), ParseMoneyError::NotANumber, "{text:?}");
        }
        assert_eq!(
            parse("1.234"),
            ParseMoneyError::TooManyDecimals { allowed: 2 }
        );
        assert_eq!(
            parse("1.230"),
            ParseMoneyError::TooManyDecimals { allowed: 2 }
        );
        assert_eq!(
            parse(&format!("0.{}", "0".repeat(90))),
            ParseMoneyError::TooManyDecimals { allowed: 2 }
        );
        assert_eq!(
            Money::parse("5.0", Currency::Jpy),
            Err(ParseMoneyError::TooManyDecimals { allowed: 0 })
        );
        assert_eq!(parse("1000000000000000.01"), ParseMoneyError::TooLarge);
        assert_eq!(parse(&"9".repeat(90)), ParseMoneyError::TooLarge);
    }

    #[test]
    fn rounding_to_a_multiple_names_its_direction() {
        let yuan = minor(100);
        assert_eq!(
            minor(33_301).round_to_multiple(yuan, Rounding::AwayFromZero),
            Ok(minor(33_400))
        );
        assert_eq!(
            minor(33_350).round_to_multiple(yuan, Rounding::HalfUp),
            Ok(minor(33_400))
        );
        assert_eq!(
            minor(-33_301).round_to_multiple(yuan, Rounding::TowardZero),
            Ok(minor(-33_300))
        );
        assert_eq!(
            minor(5).round_to_multiple(Money::ZERO, Rounding::HalfUp),
            Err(OutOfRange)
        );
        assert_eq!(
            minor(5).round_to_multiple(minor(-1), Rounding::HalfUp),
            Err(OutOfRange)
        );
        let rounded = Money::MAX.round_to_multiple(minor(300), Rounding::AwayFromZero);
        assert_eq!(rounded, Err(OutOfRange));
    }

    #[test]
    fn signs_are_told_apart() {
        assert!(minor(1).is_positive() && !minor(1).is_negative() && !minor(1).is_zero());
        assert!(minor(-1).is_negative() && !minor(-1).is_positive());
        assert!(Money::ZERO.is_zero() && !Money::ZERO.is_positive());
        assert_eq!(minor(-1).or_zero_if_negative(), Money::ZERO);
        assert_eq!(minor(1).or_zero_if_negative(), minor(1));
    }
}
