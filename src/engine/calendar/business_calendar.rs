//! Which days are worked.

use std::collections::BTreeSet;

use chrono::{Datelike, Weekday};

use super::date::Date;
use super::holidays::{
    CHINA, CHINA_FROM, ENGLAND_AND_WALES, ENGLAND_AND_WALES_FROM, NotCovered, Year,
};

/// Which days are worked: the days that a business day convention rolls to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BusinessCalendar {
    /// Every day is worked. Also "no calendar", "null calendar".
    EveryDay,
    /// Monday to Friday, with no holiday.
    Weekdays,
    /// Mainland China with its make-up working days (调休), as banks and their interbank market
    /// work them. Covers 2024 to 2026.
    China,
    /// England and Wales: Monday to Friday without bank holidays. Covers 2024 to 2027.
    EnglandAndWales,
    /// A calendar that the caller states.
    Stated(StatedDays),
    /// Days that are worked in every one of these, for a payment that needs both ends open.
    Joint(Vec<Self>),
}

/// A calendar stated day by day: Monday to Friday with these exceptions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatedDays {
    /// Days that are not worked.
    pub holidays: BTreeSet<Date>,
    /// Saturdays and Sundays that are.
    pub worked: BTreeSet<Date>,
    /// The first year for which the exceptions are complete.
    pub first_year: i32,
    /// The last year for which they are.
    pub last_year: i32,
}

impl BusinessCalendar {
    /// The calendars that have a name of their own, in the order they are offered.
    pub const NAMED: [Self; 4] = [
        Self::EveryDay,
        Self::Weekdays,
        Self::China,
        Self::EnglandAndWales,
    ];

    /// The name used in files; England and Wales has its ISO 3166-2 code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::EveryDay => "every-day",
            Self::Weekdays => "weekdays",
            Self::China => "cn",
            Self::EnglandAndWales => "gb-eaw",
            Self::Stated(_) => "stated",
            Self::Joint(_) => "joint",
        }
    }

    /// The named calendar of a name used in files.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::NAMED
            .into_iter()
            .find(|calendar| calendar.code() == code)
    }

    /// Whether a day is worked.
    ///
    /// # Errors
    /// [`NotCovered`] when the calendar does not know the holidays of that year.
    pub fn is_business_day(&self, date: Date) -> Result<bool, NotCovered> {
        match self {
            Self::EveryDay => Ok(true),
            Self::Weekdays => Ok(is_weekday(date)),
            Self::China => self.by_year(CHINA, CHINA_FROM, date),
            Self::EnglandAndWales => self.by_year(ENGLAND_AND_WALES, ENGLAND_AND_WALES_FROM, date),
            Self::Stated(days) => {
                let (first, last) = (days.first_year, days.last_year);
                if !(first..=last).contains(&date.year()) {
                    return Err(self.not_covered(date, first, last));
                }
                let open = is_weekday(date) || days.worked.contains(&date);
                Ok(open && !days.holidays.contains(&date))
            }
            Self::Joint(calendars) => {
                // Every one is asked, so that a year not covered is told whatever the others say.
                let mut open = true;
                for calendar in calendars {
                    open &= calendar.is_business_day(date)?;
                }
                Ok(open)
            }
        }
    }

    fn by_year(&self, years: &[Year], first: i32, date: Date) -> Result<bool, NotCovered> {
        let known = date
            .year()
            .checked_sub(first)
            .and_then(|place| usize::try_from(place).ok())
            .and_then(|place| years.get(place));
        let Some(year) = known else {
            let known = i32::try_from(years.len()).unwrap_or(0);
            let last = first.saturating_add(known).saturating_sub(1);
            return Err(self.not_covered(date, first, last));
        };
        let day = (date.month(), date.day());
        Ok(if is_weekday(date) {
            !year.off.contains(&day)
        } else {
            year.worked.contains(&day)
        })
    }

    fn not_covered(&self, date: Date, first: i32, last: i32) -> NotCovered {
        NotCovered {
            calendar: self.code(),
            year: date.year(),
            first,
            last,
        }
    }
}

fn is_weekday(date: Date) -> bool {
    !matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}
