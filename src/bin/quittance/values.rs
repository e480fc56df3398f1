//! Dates, amounts and rates as JSON writes them.

use std::borrow::Cow;

use quittance::engine::calendar::{self, Date, DayCount, Frequency};
use quittance::engine::money::{Money, Rate};
use rust_decimal::Decimal;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

use crate::document::BadInput;

/// A date, `2026-11-21`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day(pub Date);

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        calendar::parse_date(&text)
            .map(Self)
            .map_err(|problem| D::Error::custom(format!("{text:?}: {problem}")))
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&calendar::format_date(self.0))
    }
}

impl JsonSchema for Day {
    fn schema_name() -> Cow<'static, str> {
        "Day".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "string", "format": "date"})
    }
}

/// A decimal number as text, `48532.17`: never a JSON number, which other programs round.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(transparent)]
pub struct DecimalText(pub String);

impl JsonSchema for DecimalText {
    fn schema_name() -> Cow<'static, str> {
        "DecimalText".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "string", "pattern": r"^-?(0|[1-9][0-9]*)(\.[0-9]+)?$"})
    }
}

impl DecimalText {
    /// The amount, in a currency of that many decimals.
    pub fn amount(&self, at: &str, minor_digits: u32) -> Result<Money, BadInput> {
        Money::parse_with(&self.0, minor_digits)
            .map_err(|problem| BadInput::value(at, &self.0, &problem))
    }

    /// The yearly rate, written in per cent.
    pub fn percent_rate(&self, at: &str) -> Result<Rate, BadInput> {
        Rate::parse_percent(&self.0).map_err(|problem| BadInput::value(at, &self.0, &problem))
    }

    /// An amount as text.
    pub fn of(amount: Money, minor_digits: u32) -> Self {
        Self(amount.to_decimal_string_with(minor_digits))
    }
}

/// A name in the engine's spelling: `half_up` and `Half up` are `half-up`.
pub fn code_form(name: &str) -> String {
    name.to_ascii_lowercase().replace(['_', ' '], "-")
}

/// Reads a code by the engine's own table, and names the codes that there are.
pub fn coded<T>(
    at: &str,
    code: &str,
    known: &[&str],
    from_code: impl Fn(&str) -> Option<T>,
) -> Result<T, BadInput> {
    from_code(code).ok_or_else(|| {
        let problem = format!("not known: write one of {}", known.join(", "));
        BadInput::value(at, code, &problem)
    })
}

/// A name that may be left out.
pub fn named_or<T>(
    at: &str,
    written: Option<&str>,
    known: &[&str],
    from_code: impl Fn(&str) -> Option<T>,
    otherwise: T,
) -> Result<T, BadInput> {
    match written {
        None => Ok(otherwise),
        Some(written) => coded(at, written, known, |code| from_code(&code_form(code))),
    }
}

/// A field that has no meaning beside another.
pub fn not_with(at: &str, with: &str) -> BadInput {
    BadInput::place(at, &format!("has no meaning together with {with}"))
}

/// Reads a code however it is spelled: `ModifiedFollowing`, `modified_following` and `modified-following` are one.
pub fn spelled<T>(
    at: &str,
    text: &str,
    known: &[&str],
    from_code: impl Fn(&str) -> Option<T>,
) -> Result<T, BadInput> {
    let letters = |name: &str| {
        name.chars()
            .filter(|letter| !matches!(letter, '-' | '_' | ' '))
            .flat_map(char::to_lowercase)
            .collect::<String>()
    };
    let wanted = letters(text);
    let code = known.iter().find(|code| letters(code) == wanted);
    coded(at, code.copied().unwrap_or(text), known, from_code)
}

/// Market names of day counts that are not their codes, small and with hyphens.
const DAY_COUNT_NAMES: [(&str, DayCount); 11] = [
    ("act/365-fixed", DayCount::Act365Fixed),
    ("a/365f", DayCount::Act365Fixed),
    ("english", DayCount::Act365Fixed),
    ("french", DayCount::Act360),
    ("30/360-bond-basis", DayCount::Thirty360BondBasis),
    ("bond-basis", DayCount::Thirty360BondBasis),
    ("360/360", DayCount::Thirty360BondBasis),
    ("30u/360", DayCount::Thirty360Us),
    ("eurobond-basis", DayCount::ThirtyE360),
    ("30/360-icma", DayCount::ThirtyE360),
    ("30/360-whole-month", DayCount::WholeMonth),
];

/// A day count by the engine's code, or as finance writes it: `ACT/365F`, `Actual/365 (Fixed)`, `30/360 Bond Basis`.
pub fn day_count(at: &str, code: &str) -> Result<DayCount, BadInput> {
    let written = code
        .to_ascii_lowercase()
        .replace(' ', "-")
        .replace("actual", "act")
        .replace(['(', ')'], "");
    coded(at, code, DayCount::CODES, |_| {
        let named = DAY_COUNT_NAMES.iter().find(|(name, _)| *name == written);
        named
            .map(|(_, day_count)| *day_count)
            .or_else(|| DayCount::from_code(&written))
    })
}

/// A frequency by the engine's code.
pub fn frequency(at: &str, code: &str) -> Result<Frequency, BadInput> {
    Frequency::from_code(code).ok_or_else(|| {
        let problem = "not known: write monthly, weekly, fortnightly, half-monthly, or every-10-days and the like";
        BadInput::value(at, code, problem)
    })
}

/// A fraction as per cent, to 10 decimals: more are not right of a rate that was searched.
pub fn percent(fraction: Decimal) -> String {
    fraction
        .checked_mul(Decimal::ONE_HUNDRED)
        .unwrap_or(Decimal::MAX)
        .round_dp(10)
        .normalize()
        .to_string()
}

/// A number that is given must be the place in the list.
pub fn numbered(at: &str, given: Option<u32>, place: u32) -> Result<(), BadInput> {
    match given {
        Some(number) if number != place => {
            let problem = format!("stands in place {place}: numbers count from 1");
            Err(BadInput::value(at, &number, &problem))
        }
        _ => Ok(()),
    }
}

/// At most so many entries.
pub fn bounded<T>(at: &str, entries: Option<&[T]>, most: usize) -> Result<(), BadInput> {
    match entries.map_or(0, <[T]>::len) {
        count if count > most => {
            let problem = format!("at most {most} are read");
            Err(BadInput::value(at, &count, &problem))
        }
        _ => Ok(()),
    }
}
