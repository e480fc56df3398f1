//! Yearly rates.

use std::fmt;

use rust_decimal::Decimal;

use super::digits::{self, Digits, NotDigits};
use super::rounding::Rounding;

/// Why a number is not a yearly rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RateError {
    /// Not digits with an optional decimal point.
    NotANumber,
    /// Below zero.
    Negative,
    /// Above 100,000 % a year.
    TooLarge,
    /// Finer than 10^-10 of the balance a year (10^-8 percent).
    TooPrecise,
}

impl fmt::Display for RateError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::NotANumber => "not a rate: write digits and a decimal point, such as 18.25",
            Self::Negative => "the rate is below zero",
            Self::TooLarge => "the rate is above 100000 % a year",
            Self::TooPrecise => "the rate has more than 8 decimals of a percent",
        })
    }
}

impl std::error::Error for RateError {}

/// A yearly rate in steps of 10^-10: 24 % is 2,400,000,000.
///
/// From zero to 100,000 % a year. Kept as a whole number, so that interest is an exact product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Rate(i64);

/// Decimals of a rate as a fraction of the balance.
const DECIMALS: u32 = 10;

impl Rate {
    /// Steps in a rate of 100 %.
    pub const ONE: i64 = 10_000_000_000;

    /// No interest.
    pub const ZERO: Self = Self(0);

    /// The highest rate: 1000 times the balance a year, 100,000 %.
    pub const MAX: Self = Self(1000 * Self::ONE);

    fn from_steps(steps: i128) -> Result<Self, RateError> {
        if steps < 0 {
            return Err(RateError::Negative);
        }
        match i64::try_from(steps) {
            Ok(steps) if steps <= Self::MAX.0 => Ok(Self(steps)),
            _ => Err(RateError::TooLarge),
        }
    }

    /// A rate given in steps of 10^-10 of the balance a year; `None` below zero or above [`Rate::MAX`].
    #[must_use]
    pub fn from_scaled(steps: i64) -> Option<Self> {
        Self::from_steps(i128::from(steps)).ok()
    }

    /// A rate given as a fraction of the balance a year: 0.24 is 24 %.
    ///
    /// # Errors
    /// [`RateError`] when negative, too large, or finer than 10^-10.
    pub fn from_fraction(fraction: Decimal) -> Result<Self, RateError> {
        // The largest mantissa with no decimals does not fit once widened to ten of them.
        let steps = exact_steps(fraction.mantissa(), fraction.scale(), RateError::TooLarge)?;
        Self::from_steps(steps)
    }

    /// Reads a yearly percentage in strict machine form: `18.25`.
    ///
    /// # Errors
    /// [`RateError`] that says what is wrong.
    pub fn parse_percent(text: &str) -> Result<Self, RateError> {
        Self::from_steps(percent_steps(text)?)
    }

    /// A rate given in percent a day times the days a contract counts in a year.
    ///
    /// `0.05` a day over 365 days is 18.25 % a year, exactly.
    ///
    /// # Errors
    /// [`RateError`] that says what is wrong.
    pub fn from_daily_percent_days(daily: &str, days_in_year: u32) -> Result<Self, RateError> {
        let yearly = percent_steps(daily)?.checked_mul(i128::from(days_in_year));
        Self::from_steps(yearly.ok_or(RateError::TooLarge)?)
    }

    /// The rate times a multiple, such as a penalty of 1.5 times the contract rate; half-even to a step of 10^-10 where
    /// the product is finer.
    ///
    /// # Errors
    /// [`RateError`] when the product is negative or too large.
    pub fn times(self, multiple: Decimal) -> Result<Self, RateError> {
        let steps = |multiple: Decimal| {
            let product = multiple.mantissa().checked_mul(i128::from(self.0))?;
            Rounding::HalfEven.divide(product, 10_i128.checked_pow(multiple.scale())?)
        };
        // Without trailing zeros where the product is too long with them.
        let steps = steps(multiple).or_else(|| steps(multiple.normalize()));
        Self::from_steps(steps.ok_or(RateError::TooLarge)?)
    }

    /// The rate as a fraction of the balance a year, without trailing zeros.
    #[must_use]
    pub fn as_decimal(self) -> Decimal {
        Decimal::new(self.0, DECIMALS).normalize()
    }

    /// The rate in percent a year without trailing zeros: `18.25`.
    #[must_use]
    pub fn to_percent_string(self) -> String {
        digits::trimmed(self.0, DECIMALS.saturating_sub(2))
    }

    /// The rate in steps of 10^-10.
    #[must_use]
    pub const fn scaled(self) -> i64 {
        self.0
    }

    /// Whether the rate is nothing.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }
}

/// A percentage in machine form, in steps of 10^-10 of the whole.
fn percent_steps(text: &str) -> Result<i128, RateError> {
    let digits = Digits::read(text).map_err(|reason| match reason {
        NotDigits::Empty | NotDigits::Malformed => RateError::NotANumber,
        NotDigits::TooLong => RateError::TooLarge,
        NotDigits::TooFine => RateError::TooPrecise,
    })?;
    digits
        .in_steps(DECIMALS.saturating_sub(2))
        .ok_or(RateError::TooPrecise)
}

/// `mantissa / 10^scale` in steps of 10^-10.
fn exact_steps(mantissa: i128, scale: u32, overflow: RateError) -> Result<i128, RateError> {
    if scale <= DECIMALS {
        let factor = 10_i128
            .checked_pow(DECIMALS.saturating_sub(scale))
            .ok_or(overflow)?;
        return mantissa.checked_mul(factor).ok_or(overflow);
    }
    let divisor = 10_i128
        .checked_pow(scale.saturating_sub(DECIMALS))
        .ok_or(overflow)?;
    if mantissa.checked_rem(divisor) != Some(0) {
        return Err(RateError::TooPrecise);
    }
    mantissa.checked_div(divisor).ok_or(overflow)
}

#[cfg(test)]
mod tests {
    use super::{Decimal, Rate, RateError};

    fn percent(text: &str) -> Rate {
        Rate::parse_percent(text).unwrap()
    }

    #[test]
    fn five_hundredths_a_day_is_eighteen_and_a_quarter_a_year() {
        let rate = Rate::from_daily_percent_days("0.05", 365).unwrap();
        assert_eq!(rate.to_percent_string(), "18.25");
        assert_eq!(rate, percent("18.25"));
        assert_eq!(rate.as_decimal().to_string(), "0.1825");
        // A micro-loan's 0.8 % a day, the case that nobody may collect.
        let micro = Rate::from_daily_percent_days("0.8", 365).unwrap();
        assert_eq!(micro.to_percent_string(), "292");
    }

    #[test]
    fn a_penalty_multiple_is_exact_or_refused() {
        let multiple = |text: &str| Decimal::from_str_exact(text).unwrap();
        assert_eq!(percent("12").times(multiple("1.5")), Ok(percent("18")));
        assert_eq!(
            percent("12").times(multiple("1.500000000000")),
            Ok(percent("18"))
        );
        assert_eq!(
            percent("0.00000001").times(multiple("1.5")),
            Ok(percent("0.00000002"))
        );
        assert_eq!(
            percent("0.00000003").times(multiple("1.5")),
            Ok(percent("0.00000004"))
        );
        assert_eq!(
            percent("12").times(multiple("-1")),
            Err(RateError::Negative)
        );
        assert_eq!(percent("12").times(Decimal::MAX), Err(RateError::TooLarge));
        assert_eq!(Rate::ZERO.times(Decimal::MAX), Ok(Rate::ZERO));
    }

    #[test]
    fn a_fraction_says_why_it_is_refused() {
        let fraction = |text: &str| Rate::from_fraction(Decimal::from_str_exact(text).unwrap());
        assert_eq!(fraction("0.24"), Ok(percent("24")));
        assert_eq!(fraction("0.240000000000000"), Ok(percent("24")));
        assert_eq!(fraction("1000"), Ok(Rate::MAX));
        assert_eq!(fraction("1000.0000000001"), Err(RateError::TooLarge));
        assert_eq!(fraction("-0.01"), Err(RateError::Negative));
        assert_eq!(fraction("0.00000000001"), Err(RateError::TooPrecise));
        assert_eq!(Rate::from_fraction(Decimal::MAX), Err(RateError::TooLarge));
    }

    #[test]
    fn a_percentage_is_read_strictly() {
        for text in [
            "", " 1", "+1", "1e2", "1_0", "01", ".5", "5.", "1,5", "%", "--1", "１",
        ] {
            assert_eq!(
                Rate::parse_percent(text),
                Err(RateError::NotANumber),
                "{text:?}"
            );
        }
        assert_eq!(Rate::parse_percent("-0.1"), Err(RateError::Negative));
        assert_eq!(
            Rate::parse_percent("0.000000001"),
            Err(RateError::TooPrecise)
        );
        assert_eq!(Rate::parse_percent("100000.1"), Err(RateError::TooLarge));
        for text in ["0", "18.25", "100000", "0.00000001", "7.1", "100"] {
            assert_eq!(percent(text).to_percent_string(), text);
        }
    }
}
