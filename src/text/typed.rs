//! Reading what people type: full-width digits, separators, currency signs, `4.85万`, several ways to write a date.
//!
//! Lenient in form, strict in meaning: what could be read in two ways is refused with a sentence that says how to
//! write it. A refusal never changes a figure.

use std::ops::RangeInclusive;

use super::format::money_bare;
use crate::engine::money::{Currency, Money, ParseMoneyError, Rate, RateError, Share, ShareError};

pub use super::typed_date::{TypedDateError, parse_date_after, parse_date_typed};
pub use super::typed_list::{
    ListError, ListFault, TypedListError, TypedPayments, parse_milestones, parse_payments,
    parse_step,
};
pub use super::typed_problem::typed_problem;

/// Why what was typed is not an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TypedAmountError {
    /// Nothing was typed.
    Empty,
    /// Not digits with an optional decimal point.
    NotANumber,
    /// Separators that do not stand between groups of three digits: `48,53` could be two amounts.
    Grouping,
    /// More decimals than the currency has.
    TooManyDecimals {
        /// How many it has.
        allowed: u32,
    },
    /// Beyond the supported range.
    TooLarge,
    /// Below zero.
    Negative,
    /// The sign of another currency than the claim's.
    OtherCurrency {
        /// The claim's currency.
        expected: Currency,
    },
}

/// Why what was typed is not a percentage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TypedPercentError {
    /// Nothing was typed.
    Empty,
    /// Not digits with an optional decimal point.
    NotANumber,
    /// Below zero or above the most that fits.
    OutsideRange {
        /// The most that fits, in percent.
        most: u32,
    },
    /// More decimals than are kept.
    TooPrecise,
}

/// Why what was typed is not a count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TypedCountError {
    /// Nothing was typed.
    Empty,
    /// Not a whole number.
    NotANumber,
    /// Outside the range.
    OutsideRange {
        /// The smallest number taken.
        least: u32,
        /// The largest number taken.
        most: u32,
    },
}

/// Whatever is wrong with what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TypedError {
    /// As an amount.
    Amount(TypedAmountError),
    /// As a percentage.
    Percent(TypedPercentError),
    /// As a count.
    Count(TypedCountError),
    /// As a date.
    Date(TypedDateError),
    /// As a list.
    List(TypedListError),
}

impl From<TypedAmountError> for TypedError {
    fn from(error: TypedAmountError) -> Self {
        Self::Amount(error)
    }
}

impl From<TypedPercentError> for TypedError {
    fn from(error: TypedPercentError) -> Self {
        Self::Percent(error)
    }
}

impl From<TypedCountError> for TypedError {
    fn from(error: TypedCountError) -> Self {
        Self::Count(error)
    }
}

impl From<TypedDateError> for TypedError {
    fn from(error: TypedDateError) -> Self {
        Self::Date(error)
    }
}

/// What was typed with full-width signs as narrow ones and every kind of space as one, without spaces at the ends.
pub(super) fn narrowed(text: &str) -> String {
    text.chars()
        .map(|letter| match letter {
            // The full-width forms repeat ASCII at a fixed distance.
            '！'..='～' => {
                char::from_u32(u32::from(letter).saturating_sub(0xFEE0)).unwrap_or(letter)
            }
            '。' => '.',
            '−' | '–' => '-',
            '￥' => '¥',
            '￡' => '£',
            letter if letter.is_whitespace() => ' ',
            letter => letter,
        })
        .collect::<String>()
        .trim()
        .to_owned()
}

/// Reads an amount as people write it: `48,532.17`, `４８，５３２．１７`, `¥ 48,532.17`, `48532.17元`, `4.85万`.
///
/// # Errors
/// [`TypedAmountError`], for [`typed_problem`] to put in words.
pub fn parse_amount(text: &str, currency: Currency) -> Result<Money, TypedAmountError> {
    let text = narrowed(text).to_ascii_uppercase();
    if text.is_empty() {
        return Err(TypedAmountError::Empty);
    }
    let unsigned = without_sign(&text, currency)?;
    let (body, tens) = match unsigned.strip_suffix('万') {
        Some(body) => (body.trim_end(), 4),
        None => (unsigned, 0),
    };
    if body.starts_with('-') {
        return Err(TypedAmountError::Negative);
    }
    let (whole, decimals) = body.split_once('.').unwrap_or((body, ""));
    let whole = ungrouped(whole)?;
    if whole.is_empty() && decimals.is_empty() {
        return Err(TypedAmountError::NotANumber);
    }
    let plain = moved(&whole, decimals, tens);
    Money::parse(&plain, currency).map_err(|error| match error {
        ParseMoneyError::Empty | ParseMoneyError::NotANumber => TypedAmountError::NotANumber,
        ParseMoneyError::TooManyDecimals { allowed } => {
            TypedAmountError::TooManyDecimals { allowed }
        }
        ParseMoneyError::TooLarge => TypedAmountError::TooLarge,
    })
}

/// What was typed as an amount, written in order: `4.85万` as `48,500`, `48532.1` as `48,532.10`. `None` if it is no
/// amount, or in order already.
#[must_use]
pub fn amount_in_order(text: &str, currency: Currency) -> Option<String> {
    let written = money_bare(parse_amount(text, currency).ok()?, currency);
    let ordered = match written.split_once('.') {
        Some((whole, decimals)) if decimals.bytes().all(|digit| digit == b'0') => whole.to_owned(),
        _ => written,
    };
    (ordered != text).then_some(ordered)
}

/// Takes one currency sign from the front and one from the end, if they are the claim's.
fn without_sign(text: &str, currency: Currency) -> Result<&str, TypedAmountError> {
    let mut left = text;
    for (sign, meant) in SIGNS {
        let rest = left.strip_prefix(sign).or_else(|| left.strip_suffix(sign));
        if let Some(rest) = rest {
            if !meant.contains(&currency) {
                return Err(TypedAmountError::OtherCurrency { expected: currency });
            }
            left = rest.trim();
        }
    }
    Ok(left)
}

/// Signs and the currencies that they may mean; longer ones before those that they contain.
const SIGNS: [(&str, &[Currency]); 23] = [
    ("人民币", &[Currency::Cny]),
    ("RMB", &[Currency::Cny]),
    ("CNY", &[Currency::Cny]),
    ("GBP", &[Currency::Gbp]),
    ("USD", &[Currency::Usd]),
    ("EUR", &[Currency::Eur]),
    ("INR", &[Currency::Inr]),
    ("HKD", &[Currency::Hkd]),
    ("JPY", &[Currency::Jpy]),
    ("US$", &[Currency::Usd]),
    ("HK$", &[Currency::Hkd]),
    ("JP¥", &[Currency::Jpy]),
    ("¥", &[Currency::Cny, Currency::Jpy]),
    ("£", &[Currency::Gbp]),
    ("€", &[Currency::Eur]),
    ("₹", &[Currency::Inr]),
    ("$", &[Currency::Usd, Currency::Hkd]),
    ("英镑", &[Currency::Gbp]),
    ("美元", &[Currency::Usd]),
    ("港元", &[Currency::Hkd]),
    ("日元", &[Currency::Jpy]),
    ("欧元", &[Currency::Eur]),
    ("元", &[Currency::Cny]),
];

/// Digits without their separators, which must all be of one kind and stand before groups of three.
fn ungrouped(whole: &str) -> Result<String, TypedAmountError> {
    let separator = if whole.contains(',') { ',' } else { ' ' };
    let mut groups = whole.split(separator);
    let head = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    let digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(head) || !rest.iter().all(|group| digits(group)) {
        return Err(TypedAmountError::NotANumber);
    }
    let in_threes = (1..=3).contains(&head.len()) && rest.iter().all(|group| group.len() == 3);
    if rest.is_empty() || in_threes {
        Ok(format!("{head}{}", rest.concat()))
    } else {
        Err(TypedAmountError::Grouping)
    }
}

/// The number with its decimal point so many places further right, in strict machine form.
fn moved(whole: &str, decimals: &str, places: usize) -> String {
    let mut whole = whole.to_owned();
    let mut rest = decimals.chars();
    for _ in 0..places {
        whole.push(rest.next().unwrap_or('0'));
    }
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let decimals = rest.as_str();
    if decimals.is_empty() {
        whole.to_owned()
    } else {
        format!("{whole}.{decimals}")
    }
}

/// Reads a part of a whole: `50`, `50%`, `５０％`, `12.5 %`.
///
/// # Errors
/// [`TypedPercentError`].
pub fn parse_percent_typed(text: &str) -> Result<Share, TypedPercentError> {
    Share::parse_percent(&percent_body(text)?).map_err(|error| match error {
        ShareError::NotANumber => TypedPercentError::NotANumber,
        ShareError::OutsideWhole => TypedPercentError::OutsideRange { most: 100 },
        ShareError::TooPrecise => TypedPercentError::TooPrecise,
    })
}

/// Reads a yearly rate in percent: `6.1`, `18.25%`.
///
/// # Errors
/// [`TypedPercentError`].
pub fn parse_rate_typed(text: &str) -> Result<Rate, TypedPercentError> {
    Rate::parse_percent(&percent_body(text)?).map_err(|error| match error {
        RateError::NotANumber => TypedPercentError::NotANumber,
        RateError::Negative | RateError::TooLarge => {
            TypedPercentError::OutsideRange { most: 100_000 }
        }
        RateError::TooPrecise => TypedPercentError::TooPrecise,
    })
}

/// Digits in strict machine form, without the percent sign.
fn percent_body(text: &str) -> Result<String, TypedPercentError> {
    let text = narrowed(text);
    if text.is_empty() {
        return Err(TypedPercentError::Empty);
    }
    let body = text.strip_suffix('%').map_or(text.as_str(), str::trim_end);
    let (sign, size) = body
        .strip_prefix('-')
        .map_or(("", body), |size| ("-", size));
    let (whole, decimals) = size.split_once('.').unwrap_or((size, ""));
    if whole.is_empty() && decimals.is_empty() {
        return Err(TypedPercentError::NotANumber);
    }
    Ok(format!("{sign}{}", moved(whole, decimals, 0)))
}

/// Reads a number of things: `36`, `３６`, `36期`, `30天`.
///
/// # Errors
/// [`TypedCountError`].
pub fn parse_count(text: &str, range: RangeInclusive<u32>) -> Result<u32, TypedCountError> {
    let text = narrowed(text);
    let body = ["个月", "期", "天", "日", "周", "次"]
        .iter()
        .find_map(|unit| text.strip_suffix(unit))
        .map_or(text.as_str(), str::trim_end);
    if body.is_empty() {
        let empty = text.is_empty();
        return Err(if empty {
            TypedCountError::Empty
        } else {
            TypedCountError::NotANumber
        });
    }
    let digits = body.strip_prefix('-').unwrap_or(body);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(TypedCountError::NotANumber);
    }
    let outside = TypedCountError::OutsideRange {
        least: *range.start(),
        most: *range.end(),
    };
    body.parse()
        .ok()
        .filter(|number| range.contains(number))
        .ok_or(outside)
}
