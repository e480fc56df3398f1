//! Amounts, days, rates, shares, multiples and texts as values, each within its bounds.

use rust_decimal::Decimal;

use super::codes::Numbered;
use super::entries::{Entries, int};
use super::keys::Key;
use super::value::Value;
use crate::engine::calendar::{Date, add_days, days_between};
use crate::engine::money::{Money, Rate, Rounding, Share};
use crate::share::Refusal;

/// The most days by which a first due date or an expiry follows the as-of date: ten years.
pub const MOST_DAYS_AHEAD: i64 = 3_660;
/// The most characters of a name, an id or a version.
pub const NAME_LENGTH: usize = 80;
/// The most characters of a contact or a channel.
pub const LINE_LENGTH: usize = 160;

/// Steps of a rate or share in a hundredth of a percent.
const STEPS_PER_BASIS_POINT: i64 = 1_000_000;
/// Decimals of a rate or share in steps.
const STEP_DECIMALS: u32 = 10;
/// Decimals of a hundredth of a percent, and of the multiples that need no scale.
const BASIS_POINT_DECIMALS: u32 = 4;
const PLAIN_MULTIPLE_DECIMALS: u32 = 2;
const MOST_MULTIPLE_DECIMALS: i64 = 19;
const LARGEST_MANTISSA: i64 = 1_000_000_000_000_000;
/// What stands first in the list of a value finer than a hundredth of a percent.
pub const FINE: i64 = 1;

/// The refusal of a key's value.
pub const fn refuse(key: Key) -> Refusal {
    Refusal::Value { what: key.name }
}

/// An amount of at least zero in minor units.
pub fn money(value: &Value, key: Key) -> Result<Money, Refusal> {
    let minor = int(value, key)?;
    Money::from_minor(minor)
        .ok()
        .filter(|amount| !amount.is_negative())
        .ok_or(refuse(key))
}

/// An amount that may be left out, and is nothing then.
pub fn money_or_zero(entries: &mut Entries, key: Key) -> Result<Money, Refusal> {
    entries
        .take(key)
        .map_or(Ok(Money::ZERO), |value| money(&value, key))
}

/// An amount as a value.
pub const fn money_value(amount: Money) -> Value {
    Value::Int(amount.minor())
}

/// A member of a closed list, by default the one with the number 0.
pub fn member<T: Numbered>(entries: &mut Entries, key: Key) -> Result<T, Refusal> {
    T::from_number(entries.int_or(key, 0)?).ok_or(refuse(key))
}

/// A count from 0 to `most`, by default 0.
pub fn count(entries: &mut Entries, key: Key, most: u32) -> Result<u32, Refusal> {
    let number = entries.int_or(key, 0)?;
    u32::try_from(number)
        .ok()
        .filter(|count| *count <= most)
        .ok_or(refuse(key))
}

/// Days since 1 January 1970, below zero before it.
pub fn day_number(date: Date) -> i64 {
    days_between(epoch(), date)
}

/// The day of a number.
pub fn day(number: i64, key: Key) -> Result<Date, Refusal> {
    add_days(epoch(), number).map_err(|_| refuse(key))
}

/// The calendar's own default day is 1 January 1970.
fn epoch() -> Date {
    Date::default()
}

/// A day so many days before the as-of date, by default that day.
pub fn day_before(entries: &mut Entries, key: Key, as_of: Date) -> Result<Date, Refusal> {
    let days = entries.int_or(key, 0)?;
    let back = days
        .checked_neg()
        .filter(|back| *back <= 0)
        .ok_or(refuse(key))?;
    add_days(as_of, back).map_err(|_| refuse(key))
}

/// A day so many days after the as-of date, by default that day.
pub fn day_after(entries: &mut Entries, key: Key, as_of: Date) -> Result<Date, Refusal> {
    let days = entries.int_or(key, 0)?;
    if !(0..=MOST_DAYS_AHEAD).contains(&days) {
        return Err(refuse(key));
    }
    add_days(as_of, days).map_err(|_| refuse(key))
}

/// A yearly rate: hundredths of a percent, or `[1, steps of 10^-10]` where that is too coarse.
pub fn rate(value: &Value, key: Key) -> Result<Rate, Refusal> {
    let fraction = match value {
        Value::Int(points) => Decimal::new(*points, BASIS_POINT_DECIMALS),
        other => Decimal::new(fine_steps(other).ok_or(refuse(key))?, STEP_DECIMALS),
    };
    Rate::from_fraction(fraction).map_err(|_| refuse(key))
}

/// A share of a whole, in the form of a rate.
pub fn share(value: &Value) -> Option<Share> {
    let (part, whole) = match value {
        Value::Int(points) => (
            *points,
            Share::ONE.scaled().checked_div(STEPS_PER_BASIS_POINT)?,
        ),
        other => (fine_steps(other)?, Share::ONE.scaled()),
    };
    let amount = |minor| Money::from_minor(minor).ok();
    // Exact, since the whole divides the steps of a share: the rounding never acts.
    Share::ratio(amount(part)?, amount(whole)?, Rounding::TowardZero)
}

/// Steps of 10^-10 as the value of a rate or share.
pub fn steps_value(steps: i64) -> Value {
    match (
        steps.checked_rem(STEPS_PER_BASIS_POINT),
        steps.checked_div(STEPS_PER_BASIS_POINT),
    ) {
        (Some(0), Some(points)) => Value::Int(points),
        _ => Value::List(vec![Value::Int(FINE), Value::Int(steps)]),
    }
}

fn fine_steps(value: &Value) -> Option<i64> {
    match value {
        Value::List(items) => match items.as_slice() {
            [Value::Int(FINE), Value::Int(steps)] => Some(*steps),
            _ => None,
        },
        _ => None,
    }
}

/// A multiple of at least zero: hundredths, or `[decimals, digits]` where that is too coarse.
pub fn multiple(value: &Value, key: Key) -> Result<Decimal, Refusal> {
    let (digits, decimals) = match value {
        Value::Int(hundredths) => (*hundredths, PLAIN_MULTIPLE_DECIMALS),
        Value::List(items) => match items.as_slice() {
            [
                Value::Int(decimals @ 3..=MOST_MULTIPLE_DECIMALS),
                Value::Int(digits),
            ] => (*digits, u32::try_from(*decimals).map_err(|_| refuse(key))?),
            _ => return Err(refuse(key)),
        },
        _ => return Err(refuse(key)),
    };
    if !(0..=LARGEST_MANTISSA).contains(&digits) {
        return Err(refuse(key));
    }
    Ok(Decimal::new(digits, decimals).normalize())
}

/// A multiple as a value.
pub fn multiple_value(multiple: Decimal, key: Key) -> Result<Value, Refusal> {
    let plain = multiple.normalize();
    let digits = i64::try_from(plain.mantissa()).map_err(|_| refuse(key))?;
    match PLAIN_MULTIPLE_DECIMALS.checked_sub(plain.scale()) {
        Some(missing) => 10_i64
            .checked_pow(missing)
            .and_then(|factor| digits.checked_mul(factor))
            .map(Value::Int)
            .ok_or(refuse(key)),
        None => Ok(Value::List(vec![
            Value::Int(i64::from(plain.scale())),
            Value::Int(digits),
        ])),
    }
}

/// Text of 1 to `most` characters that holds nothing invisible.
pub fn text(value: Value, key: Key, most: usize) -> Result<String, Refusal> {
    match value {
        Value::Text(text)
            if !text.trim().is_empty()
                && text.chars().count() <= most
                && !text.chars().any(is_invisible) =>
        {
            Ok(text)
        }
        _ => Err(refuse(key)),
    }
}

/// Text as a value.
pub fn text_value(text: &str) -> Value {
    Value::Text(text.to_owned())
}

/// Controls, and the marks that turn or hide text: with them a name could read as another one.
fn is_invisible(symbol: char) -> bool {
    symbol.is_control()
        || matches!(symbol,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e0fff}')
}
