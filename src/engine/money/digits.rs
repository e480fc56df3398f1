//! The one strict reader of decimal text that amounts, rates and shares are built on.

/// A decimal number as written: `coefficient / 10^decimals`, with its sign apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Digits {
    pub(super) negative: bool,
    pub(super) coefficient: i128,
    pub(super) decimals: u32,
}

/// Why a text is not a decimal number in machine form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NotDigits {
    Empty,
    Malformed,
    /// More than 20 digits before the point: larger than anything here may be.
    TooLong,
    /// More than 17 digits after the point: finer than anything here may be.
    TooFine,
}

/// With the next one, keeps every coefficient and every step count within 128 bits.
const MOST_WHOLE_DIGITS: usize = 20;
const MOST_DECIMALS: usize = 17;

impl Digits {
    /// Reads `-?(0|[1-9][0-9]*)(\.[0-9]+)?` and nothing else.
    ///
    /// Machine form has one reading everywhere: an exponent, a plus, a space, a separator or a
    /// leading zero is more often a slip of some other program than a number to trust.
    pub(super) fn read(text: &str) -> Result<Self, NotDigits> {
        if text.is_empty() {
            return Err(NotDigits::Empty);
        }
        let (negative, unsigned) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, fraction) = match unsigned.split_once('.') {
            Some((_, "")) => return Err(NotDigits::Malformed),
            Some((whole, fraction)) => (whole, fraction),
            None => (unsigned, ""),
        };
        let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !all_digits(whole) || !all_digits(fraction) {
            return Err(NotDigits::Malformed);
        }
        if whole.len() > 1 && whole.starts_with('0') {
            return Err(NotDigits::Malformed);
        }
        if whole.len() > MOST_WHOLE_DIGITS {
            return Err(NotDigits::TooLong);
        }
        if fraction.len() > MOST_DECIMALS {
            return Err(NotDigits::TooFine);
        }
        let mut coefficient: i128 = 0;
        for byte in whole.bytes().chain(fraction.bytes()) {
            coefficient = coefficient
                .checked_mul(10)
                .and_then(|shifted| shifted.checked_add(i128::from(byte.saturating_sub(b'0'))))
                .ok_or(NotDigits::TooLong)?;
        }
        let decimals = u32::try_from(fraction.len()).map_err(|_| NotDigits::TooFine)?;
        Ok(Self {
            negative,
            coefficient,
            decimals,
        })
    }

    /// The value in steps of `10^-decimals`, if it is a whole number of them.
    pub(super) fn in_steps(self, decimals: u32) -> Option<i128> {
        let size = if self.decimals <= decimals {
            let factor = 10_i128.checked_pow(decimals.checked_sub(self.decimals)?)?;
            self.coefficient.checked_mul(factor)?
        } else {
            let divisor = 10_i128.checked_pow(self.decimals.checked_sub(decimals)?)?;
            if self.coefficient.checked_rem(divisor)? != 0 {
                return None;
            }
            self.coefficient.checked_div(divisor)?
        };
        if self.negative {
            size.checked_neg()
        } else {
            Some(size)
        }
    }
}

/// Writes `scaled / 10^decimals` without trailing zeros: 182500 in 4 decimals is `18.25`.
pub(super) fn trimmed(scaled: i64, decimals: u32) -> String {
    let mut text = fixed(scaled, decimals);
    if decimals > 0 {
        let kept = text.trim_end_matches('0').trim_end_matches('.').len();
        text.truncate(kept);
    }
    text
}

/// Writes `scaled / 10^decimals` with exactly that many decimals: 5 in 2 decimals is `0.05`.
pub(super) fn fixed(scaled: i64, decimals: u32) -> String {
    let sign = if scaled < 0 { "-" } else { "" };
    let size = scaled.unsigned_abs();
    match 10_u64.checked_pow(decimals) {
        Some(one) if decimals > 0 => {
            let whole = size.checked_div(one).unwrap_or_default();
            let fraction = size.checked_rem(one).unwrap_or_default();
            let width = usize::try_from(decimals).unwrap_or_default();
            format!("{sign}{whole}.{fraction:0width$}")
        }
        _ => format!("{sign}{size}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Digits, NotDigits, fixed, trimmed};

    #[test]
    fn as_many_digits_as_are_read_are_read_exactly() {
        let (whole, fraction) = ("9".repeat(20), "8".repeat(17));
        let read = Digits::read(&format!("{whole}.{fraction}")).unwrap();
        assert_eq!(read.coefficient.to_string(), format!("{whole}{fraction}"));
        assert_eq!((read.negative, read.decimals), (false, 17));
        assert_eq!(Digits::read(&"9".repeat(21)), Err(NotDigits::TooLong));
        assert_eq!(Digits::read(&"9".repeat(22)), Err(NotDigits::TooLong));
        for more in [18, 19] {
            let text = format!("0.{}", "8".repeat(more));
            assert_eq!(Digits::read(&text), Err(NotDigits::TooFine));
        }
    }

    #[test]
    fn noughts_are_cut_behind_the_point_alone() {
        assert_eq!(trimmed(182_500, 4), "18.25");
        assert_eq!(trimmed(180_000, 4), "18");
        assert_eq!(trimmed(1_200, 0), "1200");
        assert_eq!(fixed(-5, 2), "-0.05");
        assert_eq!(fixed(1_200, 0), "1200");
    }
}
