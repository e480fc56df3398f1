//! Stepping by months without drifting from the anchor day.

use chrono::Datelike;

use super::date::{Date, DateOutOfRange, supported};

/// What becomes of a day that a shorter month does not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MonthEnd {
    /// The last day of that month; the next longer month has the anchor day again.
    Clamp,
    /// As [`MonthEnd::Clamp`], and an anchor on the last day of its month means every last day.
    Stick,
}

/// How many days the month of a date has.
#[must_use]
pub fn days_in_month(date: Date) -> u32 {
    last_day(date.year(), date.month())
}

/// Whether a date is the last of its month.
#[must_use]
pub fn is_last_of_month(date: Date) -> bool {
    date.day() == days_in_month(date)
}

/// The last day of a date's month.
#[must_use]
pub fn last_of_month(date: Date) -> Date {
    // Every month has its last day: never the default.
    date.with_day(days_in_month(date)).unwrap_or(date)
}

fn last_day(year: i32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if is_leap(year) => 29,
        2 => 28,
        _ => 31,
    }
}

/// Whether a year has 29 February.
pub(super) const fn is_leap(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// The date so many months after (or before) the anchor, on the anchor's day of the month.
///
/// Always counted from the anchor itself, so 31 January leads to 28 February and 31 March.
///
/// # Errors
/// [`DateOutOfRange::Unsupported`] when the result is.
pub fn add_months(anchor: Date, months: i32, month_end: MonthEnd) -> Result<Date, DateOutOfRange> {
    let day = match month_end {
        MonthEnd::Stick if is_last_of_month(anchor) => 31,
        MonthEnd::Stick | MonthEnd::Clamp => anchor.day(),
    };
    day_of_month(anchor, months, day)
}

/// The given day, or the last one before it, of the month so many months from the anchor's.
pub(super) fn day_of_month(anchor: Date, months: i32, day: u32) -> Result<Date, DateOutOfRange> {
    // Within the years supported both fit 32 bits, and neither is below zero.
    let reached = u32::try_from(month_number(anchor).saturating_add(i64::from(months)))
        .map_err(|_| DateOutOfRange::Unsupported)?;
    let year = (reached / 12).cast_signed();
    let month = (reached % 12).saturating_add(1);
    let day = match day {
        ..=28 => day,
        _ => day.min(last_day(year, month)),
    };
    Date::from_ymd_opt(year, month, day)
        .ok_or(DateOutOfRange::Unsupported)
        .and_then(supported)
}

/// Months since year zero.
pub(super) fn month_number(date: Date) -> i64 {
    // A 32-bit year times twelve cannot leave 64 bits.
    i64::from(date.year())
        .saturating_mul(12)
        .saturating_add(i64::from(date.month0()))
}

#[cfg(test)]
mod tests {
    use super::{MonthEnd, add_months, days_in_month};
    use crate::engine::calendar::{Date, DateOutOfRange, add_days, parse_date};

    fn date(text: &str) -> Date {
        parse_date(text).unwrap()
    }

    #[test]
    fn thirty_first_of_january_monthly_is_thirty_first_in_march() {
        let anchor = date("2026-01-31");
        let step = |months| add_months(anchor, months, MonthEnd::Clamp).unwrap();
        assert_eq!(step(1), date("2026-02-28"));
        assert_eq!(step(2), date("2026-03-31"));
        assert_eq!(step(3), date("2026-04-30"));
        assert_eq!(step(-2), date("2025-11-30"));
        assert_eq!(step(25), date("2028-02-29"));
    }

    #[test]
    fn an_anchor_at_the_end_of_a_month_may_stick_there() {
        let anchor = date("2026-02-28");
        assert_eq!(
            add_months(anchor, 1, MonthEnd::Clamp),
            Ok(date("2026-03-28"))
        );
        assert_eq!(
            add_months(anchor, 1, MonthEnd::Stick),
            Ok(date("2026-03-31"))
        );
        assert_eq!(
            add_months(date("2026-02-27"), 1, MonthEnd::Stick),
            Ok(date("2026-03-27"))
        );
    }

    #[test]
    fn stepping_past_the_ends_is_an_error_not_an_abort() {
        let anchor = date("2026-01-31");
        for months in [i32::MAX, i32::MIN, 12 * 8000, -12 * 200] {
            let stepped = add_months(anchor, months, MonthEnd::Clamp);
            assert_eq!(stepped, Err(DateOutOfRange::Unsupported), "{months}");
        }
    }

    #[test]
    fn the_length_of_every_month_agrees_with_the_calendar() {
        let mut day = date("1999-12-31");
        let end = date("2101-01-01");
        while day < end {
            let next = add_days(day, 1).unwrap();
            let last = chrono::Datelike::month(&next) != chrono::Datelike::month(&day);
            assert_eq!(
                last,
                chrono::Datelike::day(&day) == days_in_month(day),
                "{day}"
            );
            day = next;
        }
    }
}
