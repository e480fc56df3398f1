//! Calendar dates from 1900 to 9999, written as ISO 8601 text.

use std::fmt;

use chrono::{Datelike, Days};

/// A day of the Gregorian calendar, with no time and no zone.
pub type Date = chrono::NaiveDate;

/// The first supported year. A debt older than this is a slip of the keyboard.
const FIRST_YEAR: i32 = 1900;
/// The last supported year: the last one that ISO 8601 writes with four digits.
const LAST_YEAR: i32 = 9999;

/// A date calculation has no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateOutOfRange {
    /// The date is not within 1900-01-01 to 9999-12-31.
    Unsupported,
    /// A period ends before it starts.
    EndBeforeStart,
}

impl fmt::Display for DateOutOfRange {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Unsupported => "date outside 1900-01-01 to 9999-12-31",
            Self::EndBeforeStart => "the period ends before it starts",
        })
    }
}

impl std::error::Error for DateOutOfRange {}

/// Why a text is not a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParseDateError {
    /// Not four digits, two digits and two digits with hyphens between.
    NotIso,
    /// A month or a day that the calendar does not have, such as 30 February.
    NoSuchDay,
    /// Before 1900.
    OutOfRange,
}

impl fmt::Display for ParseDateError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::NotIso => "not a date: write year-month-day, such as 2026-11-21",
            Self::NoSuchDay => "the calendar has no such day",
            Self::OutOfRange => "the date is before 1900",
        })
    }
}

impl std::error::Error for ParseDateError {}

/// The date itself if it is within 1900-01-01 to 9999-12-31.
///
/// # Errors
/// [`DateOutOfRange::Unsupported`] otherwise.
pub fn supported(date: Date) -> Result<Date, DateOutOfRange> {
    if (FIRST_YEAR..=LAST_YEAR).contains(&date.year()) {
        Ok(date)
    } else {
        Err(DateOutOfRange::Unsupported)
    }
}

/// Reads `2026-11-21` and no other form: no time, no missing zero, no other separator.
///
/// # Errors
/// A [`ParseDateError`] that says what is wrong.
pub fn parse_date(text: &str) -> Result<Date, ParseDateError> {
    let mut parts = text.split('-');
    let mut part = |width: usize| {
        parts
            .next()
            .filter(|part| part.len() == width && part.bytes().all(|byte| byte.is_ascii_digit()))
            .and_then(|part| part.parse::<u32>().ok())
            .ok_or(ParseDateError::NotIso)
    };
    let (year, month, day) = (part(4)?, part(2)?, part(2)?);
    if parts.next().is_some() {
        return Err(ParseDateError::NotIso);
    }
    let year = i32::try_from(year).map_err(|_| ParseDateError::NotIso)?;
    let date = Date::from_ymd_opt(year, month, day).ok_or(ParseDateError::NoSuchDay)?;
    supported(date).map_err(|_| ParseDateError::OutOfRange)
}

/// Writes a date as `2026-11-21`.
#[must_use]
pub fn format_date(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
}

/// Days from one date to another: 1 from a day to the next, negative when `to` is earlier.
#[must_use]
pub fn days_between(from: Date, to: Date) -> i64 {
    // Both are 32-bit day numbers: the difference cannot leave 64 bits.
    i64::from(to.num_days_from_ce()).saturating_sub(i64::from(from.num_days_from_ce()))
}

/// The date so many days later, or earlier when `days` is negative.
///
/// # Errors
/// [`DateOutOfRange::Unsupported`] when the result is.
pub fn add_days(date: Date, days: i64) -> Result<Date, DateOutOfRange> {
    let step = Days::new(days.unsigned_abs());
    let moved = if days < 0 {
        date.checked_sub_days(step)
    } else {
        date.checked_add_days(step)
    };
    moved.ok_or(DateOutOfRange::Unsupported).and_then(supported)
}

#[cfg(test)]
mod tests {
    use super::{DateOutOfRange, ParseDateError, add_days, days_between, format_date, parse_date};

    #[test]
    fn dates_are_read_and_written_alike() {
        for text in ["1900-01-01", "2024-02-29", "2026-11-21", "9999-12-31"] {
            assert_eq!(format_date(parse_date(text).unwrap()), text);
        }
    }

    #[test]
    fn any_other_form_is_refused_by_name() {
        let not_iso = [
            "",
            "2026-11-2",
            "2026-1-21",
            "26-11-21",
            "2026/11/21",
            "20261121",
            "2026-11-21T00",
            "2026-11-21-",
            "-2026-11-21",
            "+026-11-21",
            "2026-11- 1",
            "２０２６-11-21",
            "12026-11-21",
        ];
        for text in not_iso {
            assert_eq!(parse_date(text), Err(ParseDateError::NotIso), "{text:?}");
        }
        for text in [
            "2026-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-04-31",
            "2026-04-00",
        ] {
            assert_eq!(parse_date(text), Err(ParseDateError::NoSuchDay), "{text:?}");
        }
        assert_eq!(parse_date("1899-12-31"), Err(ParseDateError::OutOfRange));
    }

    #[test]
    fn adding_days_stops_at_the_ends() {
        let last = parse_date("9999-12-31").unwrap();
        let first = parse_date("1900-01-01").unwrap();
        assert_eq!(add_days(last, 1), Err(DateOutOfRange::Unsupported));
        assert_eq!(add_days(first, -1), Err(DateOutOfRange::Unsupported));
        assert_eq!(add_days(first, i64::MIN), Err(DateOutOfRange::Unsupported));
        assert_eq!(add_days(first, i64::MAX), Err(DateOutOfRange::Unsupported));
        let span = days_between(first, last);
        assert_eq!(add_days(first, span), Ok(last));
        assert_eq!(add_days(last, -span), Ok(first));
        assert_eq!(days_between(last, first), -span);
    }
}
