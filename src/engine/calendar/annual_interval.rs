//! The time of the annual percentage rate of charge, in years, as European and British law count it.

use chrono::Datelike;

use super::date::{Date, DateOutOfRange, add_days, days_between, supported};
use super::day_count::DayCount;
use super::month_step::{MonthEnd, add_months, is_leap, month_number};
use crate::engine::money::{OutOfRange, YearFraction};

/// Whose rule counts the time between the first drawdown and a payment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AnnualRule {
    /// Directive 2008/48/EC, annex I, remark (c): whole units are counted back from the later date,
    /// and the days left at the start are over 365, or over 366 when the twelve months before the
    /// whole units begin hold 29 February (the Commission's guidelines of 2012, SWD(2012) 128).
    Eu,
    /// FCA Handbook, CONC App 1: whole units are counted forward from the earlier date, and the days
    /// left at the end are over 365, or over 366 those that lie in a leap year.
    Uk,
}

/// The unit that is counted in whole before days are: of a year, 1, 12 or 52.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AnnualUnit {
    /// Years.
    Years,
    /// Months, each an equal twelfth.
    Months,
    /// Weeks, each 1/52.
    Weeks,
}

impl AnnualUnit {
    /// Every unit, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Years, Self::Months, Self::Weeks];

    /// The name used in files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Years => "years",
            Self::Months => "months",
            Self::Weeks => "weeks",
        }
    }

    /// The unit of a name used in files.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|unit| unit.code() == code)
    }

    const fn per_year(self) -> u32 {
        match self {
            Self::Years => 1,
            Self::Months => 12,
            Self::Weeks => 52,
        }
    }
}

impl AnnualRule {
    /// Every rule, in the order they are offered.
    pub const ALL: [Self; 2] = [Self::Eu, Self::Uk];

    /// The name used in files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Eu => "eu",
            Self::Uk => "uk",
        }
    }

    /// The rule of a name used in files.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.code() == code)
    }

    /// The time between two dates, exactly, in years.
    ///
    /// # Errors
    /// [`DateOutOfRange`] when the later date is before the earlier one or a date is not supported.
    pub fn years(
        self,
        earlier: Date,
        later: Date,
        unit: AnnualUnit,
    ) -> Result<YearFraction, DateOutOfRange> {
        supported(earlier)?;
        supported(later)?;
        if later < earlier {
            return Err(DateOutOfRange::EndBeforeStart);
        }
        let (count, rest) = match self {
            Self::Eu => whole_units_back(earlier, later, unit)?,
            Self::Uk => whole_units_forward(earlier, later, unit)?,
        };
        let whole = YearFraction::of_periods(count, unit.per_year()).map_err(unsupported)?;
        let days = match self {
            Self::Eu => {
                let basis = if leap_day_in_year_before(rest) {
                    366
                } else {
                    365
                };
                YearFraction::of_days(days_between(earlier, rest), basis).map_err(unsupported)?
            }
            Self::Uk => DayCount::ActActIsda.year_fraction(rest, later)?,
        };
        whole.checked_add(days).map_err(unsupported)
    }
}

fn unsupported(_: OutOfRange) -> DateOutOfRange {
    DateOutOfRange::Unsupported
}

/// Whether the twelve months that end on a date hold 29 February.
fn leap_day_in_year_before(date: Date) -> bool {
    /// Days of a year before 29 February.
    const BEFORE: u32 = 31 + 28;
    let year = if date.ordinal0() >= BEFORE {
        date.year()
    } else {
        date.year().saturating_sub(1)
    };
    is_leap(year)
}

fn shifted(date: Date, months: i64, month_end: MonthEnd) -> Result<Date, DateOutOfRange> {
    let months = i32::try_from(months).map_err(|_| DateOutOfRange::Unsupported)?;
    add_months(date, months, month_end)
}

fn months_a_unit(unit: AnnualUnit) -> Option<i64> {
    match unit {
        AnnualUnit::Years => Some(12),
        AnnualUnit::Months => Some(1),
        AnnualUnit::Weeks => None,
    }
}

/// How many whole units end at the later date, and the date they begin at.
fn whole_units_back(
    earlier: Date,
    later: Date,
    unit: AnnualUnit,
) -> Result<(i64, Date), DateOutOfRange> {
    let Some(months) = months_a_unit(unit) else {
        let weeks = days_between(earlier, later).div_euclid(7);
        let rest = add_days(later, weeks.saturating_mul(-7))?;
        return Ok((weeks, rest));
    };
    let apart = month_number(later).saturating_sub(month_number(earlier));
    let most = apart.div_euclid(months);
    let back = |count: i64, month_end| {
        shifted(
            later,
            count.saturating_mul(months).saturating_neg(),
            month_end,
        )
    };
    // The same day of the month is a whole number of months, at the end of a month too.
    if back(most, MonthEnd::Clamp) == Ok(earlier) {
        return Ok((most, earlier));
    }
    match back(most, MonthEnd::Stick) {
        Ok(begins) if begins >= earlier => Ok((most, begins)),
        _ => {
            let fewer = most.saturating_sub(1);
            Ok((fewer, back(fewer, MonthEnd::Stick)?))
        }
    }
}

/// How many whole units begin at the earlier date, and the date they end at.
fn whole_units_forward(
    earlier: Date,
    later: Date,
    unit: AnnualUnit,
) -> Result<(i64, Date), DateOutOfRange> {
    let Some(months) = months_a_unit(unit) else {
        let weeks = days_between(earlier, later).div_euclid(7);
        let rest = add_days(earlier, weeks.saturating_mul(7))?;
        return Ok((weeks, rest));
    };
    let apart = month_number(later).saturating_sub(month_number(earlier));
    let most = apart.div_euclid(months);
    let forward = |count: i64| shifted(earlier, count.saturating_mul(months), MonthEnd::Clamp);
    match forward(most) {
        Ok(ends) if ends <= later => Ok((most, ends)),
        _ => {
            let fewer = most.saturating_sub(1);
            Ok((fewer, forward(fewer)?))
        }
    }
}
