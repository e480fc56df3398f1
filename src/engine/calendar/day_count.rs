//! Day counts: how the time between two dates becomes a part of a year.

use chrono::Datelike;

use super::date::{Date, DateOutOfRange, days_between, supported};
use super::month_step::{MonthEnd, add_months, is_last_of_month, is_leap, month_number};
use crate::engine::money::{OutOfRange, YearFraction};

/// A day count convention. The first day of a period counts, the last does not.
///
/// Definitions follow the 2006 ISDA Definitions, section 4.16, unless said otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DayCount {
    /// Actual days over 365, in leap years too. Also "Actual/365 (Fixed)", "English", "A/365F".
    Act365Fixed,
    /// Actual days over 360. Also "Actual/360", "French", "money market".
    Act360,
    /// Actual days over 364, so that a week is exactly 1/52 of a year. Not an ISDA convention.
    Act364,
    /// Days in leap years over 366 and the others over 365, added up. Also "Actual/Actual",
    /// "Act/Act (ISDA)", "Actual/365 (ISDA)".
    ActActIsda,
    /// As Actual/Actual (ISDA), but 31 December counts as a day of the next year: a period is split at
    /// the last day of a year and not at the first. Apache Fineract splits so. Not an ISDA convention.
    ActActDec31,
    /// Actual days over 366 for a period that holds a 29 February after its first day, and over 365 for
    /// any other, not split by years. Apache Fineract's "feb 29 period only". Not an ISDA convention.
    ActActFeb29,
    /// Months of 30 days over 360; the 31st counts as the 30th, at the end only when the start is
    /// the 30th or 31st. Also "30/360", "360/360", "Bond Basis".
    Thirty360BondBasis,
    /// As Bond Basis, and the last day of February counts as the 30th at the start, and at the
    /// end too when both are. Also "30/360 US", "30U/360", "30/360 NASD", "30/360 SIA".
    Thirty360Us,
    /// Months of 30 days over 360; every 31st counts as the 30th. Also "30E/360",
    /// "Eurobond Basis", "30/360 ICMA".
    ThirtyE360,
    /// Each whole month from the start is 1/12 of a year whatever its days, and the days left
    /// over are actual days over 365. A month from the 31st ends on the last day of a shorter
    /// month. What lenders mean by "monthly rate is the yearly rate over 12".
    WholeMonth,
}

impl DayCount {
    /// Every day count, in the order they are offered.
    pub const ALL: [Self; 10] = [
        Self::Act365Fixed,
        Self::Act360,
        Self::Act364,
        Self::ActActIsda,
        Self::ActActDec31,
        Self::ActActFeb29,
        Self::Thirty360BondBasis,
        Self::Thirty360Us,
        Self::ThirtyE360,
        Self::WholeMonth,
    ];

    /// Their names in files and links, in the same order.
    pub const CODES: &'static [&'static str] = &[
        Self::Act365Fixed.code(),
        Self::Act360.code(),
        Self::Act364.code(),
        Self::ActActIsda.code(),
        Self::ActActDec31.code(),
        Self::ActActFeb29.code(),
        Self::Thirty360BondBasis.code(),
        Self::Thirty360Us.code(),
        Self::ThirtyE360.code(),
        Self::WholeMonth.code(),
    ];

    /// The days of a period: of 30-day months under the 30/360 family, calendar days otherwise.
    ///
    /// # Errors
    /// [`DateOutOfRange`] when the end is before the start or a date is not supported.
    pub fn days(self, start: Date, end: Date) -> Result<i64, DateOutOfRange> {
        ordered(start, end)?;
        match self {
            Self::Act365Fixed
            | Self::Act360
            | Self::Act364
            | Self::ActActIsda
            | Self::ActActDec31
            | Self::ActActFeb29
            | Self::WholeMonth => Ok(days_between(start, end)),
            Self::Thirty360BondBasis | Self::Thirty360Us | Self::ThirtyE360 => {
                let (first, last) = self.thirty_day_ends(start, end);
                let months = month_number(end).saturating_sub(month_number(start));
                let days = i64::from(last).saturating_sub(i64::from(first));
                // 9999 years of 360 days: far within 64 bits.
                Ok(months.saturating_mul(30).saturating_add(days))
            }
        }
    }

    /// The time of a period as an exact part of a year.
    ///
    /// # Errors
    /// [`DateOutOfRange`] when the end is before the start or a date is not supported.
    pub fn year_fraction(self, start: Date, end: Date) -> Result<YearFraction, DateOutOfRange> {
        let over = |basis| {
            let days = self.days(start, end)?;
            YearFraction::of_days(days, basis).map_err(unsupported)
        };
        match self {
            Self::Act365Fixed => over(365),
            Self::Act360 | Self::Thirty360BondBasis | Self::Thirty360Us | Self::ThirtyE360 => {
                over(360)
            }
            Self::Act364 => over(364),
            Self::ActActIsda => {
                ordered(start, end)?;
                split_by_year(into_year(start), into_year(end))
            }
            Self::ActActDec31 => {
                ordered(start, end)?;
                split_by_year(into_year_from_last_day(start), into_year_from_last_day(end))
            }
            Self::ActActFeb29 => over(if holds_leap_day(start, end) { 366 } else { 365 }),
            Self::WholeMonth => {
                ordered(start, end)?;
                let (months, rest) = whole_months(start, end)?;
                let left_over = YearFraction::of_days(days_between(rest, end), 365);
                YearFraction::of_periods(months, 12)
                    .and_then(|whole| whole.checked_add(left_over?))
                    .map_err(unsupported)
            }
        }
    }

    /// The name used in files and links.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Act365Fixed => "act/365f",
            Self::Act360 => "act/360",
            Self::Act364 => "act/364",
            Self::ActActIsda => "act/act-isda",
            Self::ActActDec31 => "act/act-dec31",
            Self::ActActFeb29 => "act/act-feb29",
            Self::Thirty360BondBasis => "30/360",
            Self::Thirty360Us => "30/360-us",
            Self::ThirtyE360 => "30e/360",
            Self::WholeMonth => "whole-month",
        }
    }

    /// The day count of a name used in files and links.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|day_count| day_count.code() == code)
    }

    /// The days of the month that the 30/360 family puts in place of the real ones.
    fn thirty_day_ends(self, start: Date, end: Date) -> (u32, u32) {
        if self == Self::ThirtyE360 {
            return (start.day().min(30), end.day().min(30));
        }
        let end_of_february = |date: Date| date.month() == 2 && is_last_of_month(date);
        let (mut first, mut last) = (start.day(), end.day());
        if self == Self::Thirty360Us && end_of_february(start) {
            if end_of_february(end) {
                last = 30;
            }
            first = 30;
        }
        if last == 31 && first >= 30 {
            last = 30;
        }
        (first.min(30), last)
    }
}

fn unsupported(_: OutOfRange) -> DateOutOfRange {
    DateOutOfRange::Unsupported
}

fn ordered(start: Date, end: Date) -> Result<(), DateOutOfRange> {
    supported(start)?;
    supported(end)?;
    if end < start {
        Err(DateOutOfRange::EndBeforeStart)
    } else {
        Ok(())
    }
}

/// A year and the days of it that lie before a date.
type DayOfYear = (i32, u32);

fn into_year(date: Date) -> DayOfYear {
    (date.year(), date.ordinal0())
}

/// As [`into_year`], for years that begin on 31 December.
fn into_year_from_last_day(date: Date) -> DayOfYear {
    if date.month() == 12 && date.day() == 31 {
        (date.year().saturating_add(1), 0)
    } else {
        (date.year(), date.ordinal())
    }
}

/// Days over the length of the year they fall in.
fn split_by_year(start: DayOfYear, end: DayOfYear) -> Result<YearFraction, DateOutOfRange> {
    let part = |(year, days): DayOfYear| {
        let basis = if is_leap(year) { 366 } else { 365 };
        YearFraction::of_days(i64::from(days), basis)
    };
    let years = i64::from(end.0).saturating_sub(i64::from(start.0));
    YearFraction::of_periods(years, 1)
        .and_then(|whole| whole.checked_add(part(end)?))
        .and_then(|to_end| to_end.checked_sub(part(start)?))
        .map_err(unsupported)
}

/// Whether a 29 February lies after `start` and not after `end`.
fn holds_leap_day(start: Date, end: Date) -> bool {
    (start.year()..=end.year()).any(|year| {
        Date::from_ymd_opt(year, 2, 29).is_some_and(|leap_day| start < leap_day && leap_day <= end)
    })
}

/// Whole months from `start` that fit before `end`, and the date they lead to.
fn whole_months(start: Date, end: Date) -> Result<(i64, Date), DateOutOfRange> {
    let apart = month_number(end).saturating_sub(month_number(start));
    let step = |months: i64| {
        let months = i32::try_from(months).map_err(|_| DateOutOfRange::Unsupported)?;
        add_months(start, months, MonthEnd::Clamp)
    };
    // The same day of the end's month may lie past the end: then one month fewer is whole.
    match step(apart) {
        Ok(reached) if reached <= end => Ok((apart, reached)),
        _ => {
            let fewer = apart.saturating_sub(1);
            Ok((fewer, step(fewer)?))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{DayCount, YearFraction};
    use crate::engine::calendar::parse_date;

    fn time(day_count: DayCount, start: &str, end: &str) -> YearFraction {
        let (start, end) = (parse_date(start).unwrap(), parse_date(end).unwrap());
        day_count.year_fraction(start, end).unwrap()
    }

    fn days(normal: i64, leap: i64) -> YearFraction {
        let part = |days, basis| YearFraction::of_days(days, basis).unwrap();
        part(normal, 365).checked_add(part(leap, 366)).unwrap()
    }

    #[test]
    fn the_last_day_of_a_year_may_count_with_the_next() {
        let split = |day_count| time(day_count, "2023-12-12", "2024-01-12");
        assert_eq!(split(DayCount::ActActIsda), days(20, 11));
        assert_eq!(split(DayCount::ActActDec31), days(19, 12));
        let within = |start, end| time(DayCount::ActActDec31, start, end);
        assert_eq!(within("2023-12-30", "2023-12-31"), days(1, 0));
        assert_eq!(within("2023-12-31", "2024-01-01"), days(0, 1));
        assert_eq!(within("2023-12-31", "2024-12-31"), YearFraction::YEAR);
        assert_eq!(within("2024-12-31", "2025-01-02"), days(2, 0));
        assert_eq!(within("9999-12-30", "9999-12-31"), days(1, 0));
    }

    #[test]
    fn only_a_period_with_a_leap_day_may_be_over_366() {
        let within = |start, end| time(DayCount::ActActFeb29, start, end);
        assert_eq!(within("2024-01-31", "2024-02-28"), days(28, 0));
        assert_eq!(within("2024-01-31", "2024-02-29"), days(0, 29));
        assert_eq!(within("2024-02-29", "2024-03-31"), days(31, 0));
        assert_eq!(within("2023-10-31", "2024-10-31"), YearFraction::YEAR);
        assert_eq!(within("2022-10-31", "2023-10-31"), YearFraction::YEAR);
        assert_eq!(within("1900-01-31", "1900-03-31"), days(59, 0));
    }
}
