//! Reading dates as people write them. An order of day and month that could be read both ways is refused.

use chrono::Datelike;

use super::Locale;
use super::format::english_month;
use super::typed::narrowed;
use crate::engine::calendar::{Date, ParseDateError, parse_date};

/// Why what was typed is not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TypedDateError {
    /// Nothing was typed.
    Empty,
    /// None of the ways to write a date.
    NotADate,
    /// A day that the calendar does not have.
    NoSuchDay,
    /// Outside the supported years.
    OutOfRange,
}

/// Reads a date: `2026-11-21`, `2026/11/21`, `2026.1.5`, `2026年11月21日`, `21 November 2026`.
///
/// # Errors
/// [`TypedDateError`].
pub fn parse_date_typed(text: &str) -> Result<Date, TypedDateError> {
    let text = narrowed(text);
    if text.is_empty() {
        return Err(TypedDateError::Empty);
    }
    let (year, month, day) = chinese(&text)
        .or_else(|| separated(&text))
        .or_else(|| english(&text))
        .ok_or(TypedDateError::NotADate)?;
    let two = |part: &str| format!("{part:0>2}");
    parse_date(&format!("{year}-{}-{}", two(&month), two(&day))).map_err(|error| match error {
        ParseDateError::NotIso => TypedDateError::NotADate,
        ParseDateError::NoSuchDay => TypedDateError::NoSuchDay,
        ParseDateError::OutOfRange => TypedDateError::OutOfRange,
    })
}

/// Reads a day of a list. Beside what [`parse_date_typed`] reads: a day without its year is the next one after
/// `before` (`12月20日`), and `20/12/2026` is a day wherever one of the two numbers cannot be a month.
///
/// # Errors
/// [`TypedDateError`].
pub fn parse_date_after(text: &str, before: Date) -> Result<Date, TypedDateError> {
    let text = narrowed(text);
    if let Some(ordered) = year_last(&text) {
        return parse_date_typed(&ordered);
    }
    if !text.contains('月') || text.contains('年') {
        return parse_date_typed(&text);
    }
    let in_year = |year| parse_date_typed(&format!("{year}年{text}"));
    match in_year(before.year()) {
        // A 29 February comes with the next leap year.
        Ok(date) if date > before => Ok(date),
        Ok(_) | Err(TypedDateError::NoSuchDay) => {
            let later = (1..=8).find_map(|years| in_year(before.year().checked_add(years)?).ok());
            later.ok_or(TypedDateError::NoSuchDay)
        }
        Err(error) => Err(error),
    }
}

/// `20/12/2026` and `12/20/2026` with the year first; nothing where both numbers could be the month.
fn year_last(text: &str) -> Option<String> {
    let (first, rest) = text.split_once('/')?;
    let (second, year) = rest.split_once('/')?;
    let of_month = |text: &str| {
        text.trim()
            .parse::<u32>()
            .ok()
            .filter(|number| *number <= 31)
    };
    let (first, second) = (of_month(first)?, of_month(second)?);
    let (day, month) = match (first > 12, second > 12) {
        (true, false) => (first, second),
        (false, true) => (second, first),
        _ => return None,
    };
    Some(format!("{year}/{month}/{day}"))
}

type Parts = (String, String, String);

/// The year first, then month and day, if all are digits.
fn parts(year: &str, month: &str, day: &str) -> Option<Parts> {
    let part = |text: &str, longest: usize| {
        let text = text.trim();
        let digits =
            (1..=longest).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| text.to_owned())
    };
    let year = part(year, 4).filter(|year| year.len() == 4)?;
    Some((year, part(month, 2)?, part(day, 2)?))
}

fn chinese(text: &str) -> Option<Parts> {
    let (year, rest) = text.split_once('年')?;
    let (month, day) = rest.split_once('月')?;
    let day = day.trim_end();
    parts(year, month, day.strip_suffix(['日', '号']).unwrap_or(day))
}

fn separated(text: &str) -> Option<Parts> {
    ['-', '/', '.'].into_iter().find_map(|separator| {
        let mut pieces = text.split(separator);
        let found = parts(pieces.next()?, pieces.next()?, pieces.next()?)?;
        pieces.next().is_none().then_some(found)
    })
}

/// Day, month by its English name or the first three letters of it, year.
fn english(text: &str) -> Option<Parts> {
    let mut pieces = text.split_whitespace();
    let (day, name, year) = (pieces.next()?, pieces.next()?, pieces.next()?);
    if pieces.next().is_some() {
        return None;
    }
    let name = name.to_ascii_lowercase();
    let month = (1_u32..=12).find(|month| {
        let full = english_month(*month).to_ascii_lowercase();
        full == name || full.chars().take(3).eq(name.chars())
    })?;
    parts(year, &month.to_string(), day)
}

impl TypedDateError {
    /// What is wrong: one sentence, with how to write it.
    pub(super) const fn problem(self, locale: Locale) -> &'static str {
        let (zh, en) = match self {
            Self::Empty => (
                "请输入日期，如2026-11-21。",
                "Enter a date, such as 2026-11-21.",
            ),
            Self::NotADate => (
                "这不是日期：请写成2026-11-21或者2026年11月21日。",
                "Not a date: write it like 2026-11-21 or 21 November 2026.",
            ),
            Self::NoSuchDay => (
                "日历上没有这一天：请检查月和日。",
                "The calendar has no such day: check the month and the day.",
            ),
            Self::OutOfRange => (
                "年份应当在1900至9999之间。",
                "The year has to be from 1900 to 9999.",
            ),
        };
        locale.pick(zh, en)
    }
}
