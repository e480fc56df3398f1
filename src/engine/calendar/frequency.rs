//! How often payments fall due.

use chrono::Datelike;
use rust_decimal::Decimal;

use super::date::{Date, DateOutOfRange, add_days};
use super::month_step::{MonthEnd, add_months, day_of_month};
use crate::engine::money::YearFraction;

/// What a frequency counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// Calendar days.
    Days,
    /// Weeks of seven days.
    Weeks,
    /// Two days in every month, fifteen apart: the 5th and the 20th.
    HalfMonths,
    /// Calendar months.
    Months,
}

impl Unit {
    /// Every unit, the shortest first.
    pub const ALL: [Self; 4] = [Self::Days, Self::Weeks, Self::HalfMonths, Self::Months];

    /// Their names in files and links, in the same order.
    pub const CODES: &'static [&'static str] = &[
        Self::Days.code(),
        Self::Weeks.code(),
        Self::HalfMonths.code(),
        Self::Months.code(),
    ];

    /// The name used in files and links.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Days => "days",
            Self::Weeks => "weeks",
            Self::HalfMonths => "half-months",
            Self::Months => "months",
        }
    }

    /// The unit of a name used in files and links.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|unit| unit.code() == code)
    }
}

/// The step from one due date to the next: `every` so many units, at least one.
///
/// Due dates are always counted from the first one, so a short month never pulls the later ones
/// forward: 31 January, 28 February, 31 March.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Frequency {
    every: u16,
    unit: Unit,
}

impl Frequency {
    /// Every week.
    pub const WEEKLY: Self = Self {
        every: 1,
        unit: Unit::Weeks,
    };
    /// Every two weeks.
    pub const FORTNIGHTLY: Self = Self {
        every: 2,
        unit: Unit::Weeks,
    };
    /// Twice a month, fifteen days of the month apart.
    pub const HALF_MONTHLY: Self = Self {
        every: 1,
        unit: Unit::HalfMonths,
    };
    /// Every month on the same day.
    pub const MONTHLY: Self = Self {
        every: 1,
        unit: Unit::Months,
    };

    /// A step of `every` units; `None` when `every` is zero.
    #[must_use]
    pub const fn new(every: u16, unit: Unit) -> Option<Self> {
        if every == 0 {
            None
        } else {
            Some(Self { every, unit })
        }
    }

    /// How many units one step is; at least one.
    #[must_use]
    pub const fn every(self) -> u16 {
        self.every
    }

    /// The unit of a step.
    #[must_use]
    pub const fn unit(self) -> Unit {
        self.unit
    }

    /// The due date `k` steps after the first; `k` = 0 is `first` itself.
    ///
    /// # Errors
    /// [`DateOutOfRange::Unsupported`] when the date is.
    pub fn nth_due(self, first: Date, k: u32) -> Result<Date, DateOutOfRange> {
        self.steps_from(first, i64::from(k))
    }

    /// The date one period before `first`, counted from it.
    ///
    /// # Errors
    /// [`DateOutOfRange::Unsupported`] when the date is.
    pub fn step_back(self, first: Date) -> Result<Date, DateOutOfRange> {
        self.steps_from(first, -1)
    }

    /// The date `k` periods before `first`, counted from it.
    ///
    /// # Errors
    /// [`DateOutOfRange::Unsupported`] when the date is.
    pub fn step_back_by(self, first: Date, k: u32) -> Result<Date, DateOutOfRange> {
        self.steps_from(first, i64::from(k).saturating_neg())
    }

    /// The date so many steps after `anchor`, or before it when `steps` is negative.
    ///
    /// # Errors
    /// [`DateOutOfRange::Unsupported`] when the date is.
    pub fn steps_from(self, anchor: Date, steps: i64) -> Result<Date, DateOutOfRange> {
        let units = steps.checked_mul(i64::from(self.every));
        let units = units.ok_or(DateOutOfRange::Unsupported)?;
        match self.unit {
            Unit::Days => add_days(anchor, units),
            Unit::Weeks => add_days(
                anchor,
                units.checked_mul(7).ok_or(DateOutOfRange::Unsupported)?,
            ),
            Unit::Months => add_months(anchor, months(units)?, MonthEnd::Clamp),
            Unit::HalfMonths => half_months_from(anchor, units),
        }
    }

    /// The time one regular period counts for: 1/12, 1/24 or 1/52 of a year a unit, a day 1/365.
    #[must_use]
    pub fn period_fraction(self) -> YearFraction {
        // Each divides the denominator and a 16-bit count of them fits: never the default.
        YearFraction::of_periods(i64::from(self.every), self.units_per_year())
            .unwrap_or(YearFraction::ZERO)
    }

    /// How many regular periods make a year: 12, 24, 26, 52, or 2.4 for every five months.
    ///
    /// Rounded to 28 digits when it is no finite decimal, such as 52 over 3;
    /// [`Frequency::period_fraction`] is exact for all.
    #[must_use]
    pub fn periods_per_year(self) -> Decimal {
        let units = Decimal::from(self.units_per_year());
        if self.every == 1 {
            return units;
        }
        // A step is at least one unit: never the default.
        units
            .checked_div(Decimal::from(self.every))
            .unwrap_or_default()
            .normalize()
    }

    const fn units_per_year(self) -> u32 {
        match self.unit {
            Unit::Days => 365,
            Unit::Weeks => 52,
            Unit::HalfMonths => 24,
            Unit::Months => 12,
        }
    }

    /// The name used in files and links: `monthly`, `every-10-days`.
    #[must_use]
    pub fn code(self) -> String {
        match (self.every, self.unit) {
            (1, Unit::Weeks) => "weekly".to_owned(),
            (2, Unit::Weeks) => "fortnightly".to_owned(),
            (1, Unit::HalfMonths) => "half-monthly".to_owned(),
            (1, Unit::Months) => "monthly".to_owned(),
            (every, unit) => format!("every-{every}-{}", unit.code()),
        }
    }

    /// The frequency of a name used in files and links; each frequency has one name only.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let named = match code {
            "weekly" => return Some(Self::WEEKLY),
            "fortnightly" => return Some(Self::FORTNIGHTLY),
            "half-monthly" => return Some(Self::HALF_MONTHLY),
            "monthly" => return Some(Self::MONTHLY),
            other => other.strip_prefix("every-")?,
        };
        let (every, unit) = named.split_once('-')?;
        let unit = Unit::from_code(unit)?;
        let frequency = Self::new(every.parse().ok()?, unit)?;
        // `every-01-months` and `every-1-months` would be second names for others.
        (frequency.code() == code).then_some(frequency)
    }
}

fn months(count: i64) -> Result<i32, DateOutOfRange> {
    i32::try_from(count).map_err(|_| DateOutOfRange::Unsupported)
}

/// Even counts are months from the anchor; odd ones fall on the anchor's partner day.
///
/// An anchor in the first half of a month is partnered fifteen days later in the same month (or
/// its last day), one in the second half fifteen days of the month earlier in the next.
fn half_months_from(anchor: Date, count: i64) -> Result<Date, DateOutOfRange> {
    let whole = months(count.div_euclid(2))?;
    if count.rem_euclid(2) == 0 {
        return add_months(anchor, whole, MonthEnd::Clamp);
    }
    let day = anchor.day();
    if day <= 15 {
        day_of_month(anchor, whole, day.saturating_add(15))
    } else {
        let next = whole.checked_add(1).ok_or(DateOutOfRange::Unsupported)?;
        day_of_month(anchor, next, day.saturating_sub(15))
    }
}

#[cfg(test)]
#[path = "frequency_tests.rs"]
mod tests;
