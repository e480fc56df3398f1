//! Which of a period's two end days count.

use super::date::{Date, DateOutOfRange, add_days};
use super::day_count::DayCount;
use crate::engine::money::{OutOfRange, YearFraction};

/// Which of the first and the last day of a period count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Counting {
    /// The first day counts and the last does not: what a [`DayCount`] does by itself.
    FirstDay,
    /// The last day counts and the first does not: as many days, but under an actual count each is
    /// a day later, which matters where years have different lengths.
    LastDay,
    /// Both days count: one day more.
    Both,
}

impl Counting {
    /// Every way, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::FirstDay, Self::LastDay, Self::Both];

    /// The name used in files and links.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::FirstDay => "first-day",
            Self::LastDay => "last-day",
            Self::Both => "both-days",
        }
    }

    /// The way of a name used in files and links.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.code() == code)
    }

    /// The days of a period under a day count.
    ///
    /// # Errors
    /// [`DateOutOfRange`] when the end is before the start or a date is not supported.
    pub fn days(self, day_count: DayCount, start: Date, end: Date) -> Result<i64, DateOutOfRange> {
        let days = day_count.days(start, end)?;
        Ok(days.saturating_add(i64::from(self == Self::Both)))
    }

    /// The time of a period as an exact part of a year. Months of thirty days, and whole months, are
    /// the same whichever end counts; the extra day of [`Counting::Both`] is then 1/360, or 1/365.
    ///
    /// # Errors
    /// [`DateOutOfRange`] when the end is before the start or a date that counts is not supported.
    pub fn year_fraction(
        self,
        day_count: DayCount,
        start: Date,
        end: Date,
    ) -> Result<YearFraction, DateOutOfRange> {
        let plain = || day_count.year_fraction(start, end);
        let one_more = |basis| {
            let day = YearFraction::of_days(1, basis).map_err(unsupported)?;
            plain()?.checked_add(day).map_err(unsupported)
        };
        match (self, day_count) {
            (Self::FirstDay, _)
            | (
                Self::LastDay,
                DayCount::Thirty360BondBasis
                | DayCount::Thirty360Us
                | DayCount::ThirtyE360
                | DayCount::WholeMonth,
            ) => plain(),
            (
                Self::Both,
                DayCount::Thirty360BondBasis | DayCount::Thirty360Us | DayCount::ThirtyE360,
            ) => one_more(360),
            (Self::Both, DayCount::WholeMonth) => one_more(365),
            (Self::LastDay, _) => {
                plain()?;
                day_count.year_fraction(add_days(start, 1)?, add_days(end, 1)?)
            }
            (Self::Both, _) => {
                plain()?;
                day_count.year_fraction(start, add_days(end, 1)?)
            }
        }
    }
}

fn unsupported(_: OutOfRange) -> DateOutOfRange {
    DateOutOfRange::Unsupported
}
