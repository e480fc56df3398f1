//! What becomes of a due date that nobody works on.

use std::fmt;

use chrono::Datelike;

use super::business_calendar::BusinessCalendar;
use super::date::{Date, DateOutOfRange, add_days};
use super::frequency::{Frequency, Unit};
use super::holidays::NotCovered;
use super::month_step::{MonthEnd, add_months, is_last_of_month, last_of_month};

/// A business day calculation has no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RollError {
    /// The calendar does not know a year that the calculation needs.
    NotCovered(NotCovered),
    /// A date left the supported years.
    Date(DateOutOfRange),
}

impl fmt::Display for RollError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotCovered(reason) => reason.fmt(out),
            Self::Date(reason) => reason.fmt(out),
        }
    }
}

impl std::error::Error for RollError {}

impl From<NotCovered> for RollError {
    fn from(reason: NotCovered) -> Self {
        Self::NotCovered(reason)
    }
}

impl From<DateOutOfRange> for RollError {
    fn from(reason: DateOutOfRange) -> Self {
        Self::Date(reason)
    }
}

/// A business day convention: where a date goes that is not a business day.
///
/// Definitions follow the 2006 ISDA Definitions, section 4.12, unless said otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Roll {
    /// It stays. Also "no adjustment".
    Unadjusted,
    /// To the next business day.
    Following,
    /// To the next business day, or the one before if the next is in another month.
    ModifiedFollowing,
    /// To the business day before.
    Preceding,
    /// To the business day before, or the next if the one before is in another month. Not an ISDA
    /// convention.
    ModifiedPreceding,
    /// To the nearest business day, the later one of two equally near. Also "nearest" of FRN
    /// markets.
    Nearest,
    /// As modified following, and to the business day before too if the next is past the 15th of
    /// the month and the date is not. Not an ISDA convention.
    HalfMonthModifiedFollowing,
}

impl Roll {
    /// Every convention, in the order they are offered.
    pub const ALL: [Self; 7] = [
        Self::Unadjusted,
        Self::Following,
        Self::ModifiedFollowing,
        Self::Preceding,
        Self::ModifiedPreceding,
        Self::Nearest,
        Self::HalfMonthModifiedFollowing,
    ];

    /// The name used in files and links.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Unadjusted => "unadjusted",
            Self::Following => "following",
            Self::ModifiedFollowing => "modified-following",
            Self::Preceding => "preceding",
            Self::ModifiedPreceding => "modified-preceding",
            Self::Nearest => "nearest",
            Self::HalfMonthModifiedFollowing => "half-month-modified-following",
        }
    }

    /// The convention of a name used in files and links.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|roll| roll.code() == code)
    }

    /// The date itself if it is worked, or where the convention moves it.
    ///
    /// # Errors
    /// [`RollError::NotCovered`] when the date or a day on the way is in a year that the calendar
    /// does not know; [`RollError::Date`] past the supported years.
    pub fn apply(self, date: Date, calendar: &BusinessCalendar) -> Result<Date, RollError> {
        let next = || nearest_towards(date, 1, calendar);
        let before = || nearest_towards(date, -1, calendar);
        let same_month = |other: Date| other.month() == date.month();
        match self {
            Self::Unadjusted => Ok(date),
            Self::Following => next(),
            Self::Preceding => before(),
            Self::ModifiedFollowing => {
                let next = next()?;
                if same_month(next) { Ok(next) } else { before() }
            }
            Self::ModifiedPreceding => {
                let before = before()?;
                if same_month(before) {
                    Ok(before)
                } else {
                    next()
                }
            }
            Self::HalfMonthModifiedFollowing => {
                let next = next()?;
                let same_half = (next.day() > 15) == (date.day() > 15);
                if same_month(next) && same_half {
                    Ok(next)
                } else {
                    before()
                }
            }
            Self::Nearest => {
                let (mut later, mut earlier) = (date, date);
                loop {
                    if calendar.is_business_day(later)? {
                        return Ok(later);
                    }
                    if calendar.is_business_day(earlier)? {
                        return Ok(earlier);
                    }
                    later = add_days(later, 1)?;
                    earlier = add_days(earlier, -1)?;
                }
            }
        }
    }
}

/// The date itself or the first business day in a direction.
///
/// Ends: a calendar either has worked days every week or knows a limited number of years.
fn nearest_towards(date: Date, step: i64, calendar: &BusinessCalendar) -> Result<Date, RollError> {
    let mut found = date;
    while !calendar.is_business_day(found)? {
        found = add_days(found, step)?;
    }
    Ok(found)
}

/// The date so many business days later, or earlier when `count` is negative; a count of nothing is
/// the date itself, worked or not.
///
/// # Errors
/// As [`Roll::apply`].
pub fn add_business_days(
    date: Date,
    count: i32,
    calendar: &BusinessCalendar,
) -> Result<Date, RollError> {
    let step = i64::from(count.signum());
    let mut reached = date;
    for _ in 0..count.unsigned_abs() {
        reached = nearest_towards(add_days(reached, step)?, step, calendar)?;
    }
    Ok(reached)
}

/// The last business day of a date's month.
///
/// # Errors
/// As [`Roll::apply`].
pub fn last_business_day(date: Date, calendar: &BusinessCalendar) -> Result<Date, RollError> {
    nearest_towards(last_of_month(date), -1, calendar)
}

/// The date `count` units after a start, rolled: business days, or weeks, half-months or months of
/// the calendar and then the convention.
///
/// [`MonthEnd::Stick`] with months is the end-of-month rule: from the last business day of a month
/// to the last business day of the month reached, or from calendar day to calendar day when the
/// convention is [`Roll::Unadjusted`]. A count of nothing rolls the start itself.
///
/// # Errors
/// As [`Roll::apply`].
pub fn advance(
    start: Date,
    count: i32,
    unit: Unit,
    month_end: MonthEnd,
    roll: Roll,
    calendar: &BusinessCalendar,
) -> Result<Date, RollError> {
    if count == 0 {
        return roll.apply(start, calendar);
    }
    match unit {
        Unit::Days => add_business_days(start, count, calendar),
        Unit::Weeks | Unit::HalfMonths => {
            let step = Frequency::new(1, unit).ok_or(DateOutOfRange::Unsupported)?;
            roll.apply(step.steps_from(start, i64::from(count))?, calendar)
        }
        Unit::Months => {
            let reached = add_months(start, count, MonthEnd::Clamp)?;
            if month_end == MonthEnd::Stick {
                if roll == Roll::Unadjusted {
                    return Ok(if is_last_of_month(start) {
                        last_of_month(reached)
                    } else {
                        reached
                    });
                }
                if start >= last_business_day(start, calendar)? {
                    return last_business_day(reached, calendar);
                }
            }
            roll.apply(reached, calendar)
        }
    }
}
