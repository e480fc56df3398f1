//! Unit-periods, and the number of them between two dates, as Regulation Z, Appendix J, (b)(3) to (5) says.

use super::annualise::PerYear;
use crate::engine::calendar::{Date, DateOutOfRange, MonthEnd, add_months, days_between};

/// The period that a transaction's times are counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum UnitPeriod {
    /// So many days, no multiple of a week; one is the rule's own.
    Days(u32),
    /// So many weeks.
    Weeks(u32),
    /// Half a month, of fifteen days.
    HalfMonth,
    /// So many months of thirty days, one to eleven.
    Months(u32),
    /// A year.
    Year,
    /// The whole term of a single advance with a single payment, in days, when it is below a year.
    TermDays(u32),
    /// The same when the term is a whole number of months.
    TermMonths(u32),
}

/// A number of unit-periods: whole ones, and days over the days of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct UnitPeriods {
    pub whole: u32,
    pub odd: (u32, u32),
}

impl UnitPeriod {
    /// How many of them make a year.
    #[must_use]
    pub fn per_year(self) -> PerYear {
        let (periods, years) = match self {
            Self::Days(days) | Self::TermDays(days) => (365, days),
            Self::Weeks(weeks) => (52, weeks),
            Self::HalfMonth => (24, 1),
            Self::Months(months) | Self::TermMonths(months) => (12, months),
            Self::Year => (1, 1),
        };
        PerYear::new(periods, years).unwrap_or(PerYear::YEARLY)
    }

    /// Days for the comparison of periods: months have thirty.
    fn length(self) -> u32 {
        match self {
            Self::Days(days) | Self::TermDays(days) => days,
            Self::Weeks(weeks) => weeks.saturating_mul(7),
            Self::HalfMonth => 15,
            Self::Months(months) | Self::TermMonths(months) => months.saturating_mul(30),
            Self::Year => 365,
        }
    }

    /// The unit-period of a transaction: (b)(4).
    ///
    /// That period between advances, between payments, or before the first of either which occurs most often,
    /// the shorter of two, a year at most; without one that occurs twice, the average of all. The term for a
    /// single advance and a single payment.
    pub(super) fn of(
        begins: Date,
        advances: &[Date],
        payments: &[Date],
    ) -> Result<Self, DateOutOfRange> {
        if let ([_], [payment]) = (advances, payments) {
            return Ok(term(begins, *payment));
        }
        let mut common: Vec<(Self, u32)> = Vec::new();
        let (mut days, mut periods) = (0_u32, 0_u32);
        for dates in [advances, payments] {
            let halves = are_half_months(dates);
            let starts = std::iter::once(&begins).chain(dates);
            for (place, (start, end)) in starts.zip(dates).enumerate() {
                if start == end {
                    continue;
                }
                let apart = day_count(*start, *end)?;
                days = days.saturating_add(apart);
                periods = periods.saturating_add(1);
                let names = if halves && place > 0 {
                    [Some(Self::HalfMonth), None]
                } else {
                    names(*start, *end, apart)
                };
                for name in names.into_iter().flatten() {
                    match common.iter_mut().find(|(known, _)| *known == name) {
                        Some((_, count)) => *count = count.saturating_add(1),
                        None => common.push((name, 1)),
                    }
                }
            }
        }
        let twice = common.into_iter().filter(|(_, count)| *count > 1);
        let most = twice.min_by_key(|(unit, count)| {
            // A month's name goes before that of its days.
            let named_in_days = matches!(unit, Self::Days(_));
            (u32::MAX.wrapping_sub(*count), unit.length(), named_in_days)
        });
        let unit = match most {
            Some((unit, _)) => unit,
            None => nearest_standard(days, periods),
        };
        Ok(if unit.length() > Self::Year.length() {
            Self::Year
        } else {
            unit
        })
    }

    /// How many unit-periods lie between two dates: (b)(5).
    ///
    /// # Errors
    /// [`DateOutOfRange`] when the end is before the start or a date is not supported.
    pub(super) fn between(self, start: Date, end: Date) -> Result<UnitPeriods, DateOutOfRange> {
        let days = day_count(start, end)?;
        let divided = |days: u32, unit: u32| UnitPeriods {
            whole: days.checked_div(unit).unwrap_or(0),
            odd: (days.checked_rem(unit).unwrap_or(0), unit.max(1)),
        };
        Ok(match self {
            Self::TermDays(_) | Self::TermMonths(_) => UnitPeriods {
                whole: u32::from(days > 0),
                odd: (0, 1),
            },
            Self::Days(unit) => divided(days, unit),
            Self::Weeks(weeks) => divided(days, weeks.saturating_mul(7)),
            Self::Months(1) => {
                let (months, rest) = months_back(start, end)?;
                UnitPeriods {
                    whole: months,
                    // A month of 31 days leaves 30 days at most, which are one more unit-period.
                    odd: (rest.min(30), 30),
                }
            }
            Self::HalfMonth | Self::Months(_) => {
                let (months, rest) = months_back(start, end)?;
                divided(
                    months.saturating_mul(30).saturating_add(rest),
                    self.length(),
                )
            }
            Self::Year => {
                let (months, rest) = months_back(start, end)?;
                let whole = months.checked_div(12).unwrap_or(0);
                let odd = if rest == 0 {
                    (months.checked_rem(12).unwrap_or(0), 12)
                } else {
                    let years = whole.saturating_mul(12);
                    (day_count(start, back(end, years)?)?.min(365), 365)
                };
                UnitPeriods { whole, odd }
            }
        })
    }
}

/// The unit-period of a single advance and a single payment.
fn term(begins: Date, payment: Date) -> UnitPeriod {
    let Ok((months, rest)) = months_back(begins, payment) else {
        return UnitPeriod::Year;
    };
    let days = days_between(begins, payment);
    match u32::try_from(days) {
        _ if months >= 12 => UnitPeriod::Year,
        Ok(_) if rest == 0 && months > 0 => UnitPeriod::TermMonths(months),
        Ok(days) if days > 0 => UnitPeriod::TermDays(days),
        _ => UnitPeriod::Year,
    }
}

/// What a period may be called: whole months, and whole weeks or else days.
fn names(start: Date, end: Date, days: u32) -> [Option<UnitPeriod>; 2] {
    let months = match months_back(start, end) {
        Ok((months, 0)) if months >= 12 => Some(UnitPeriod::Year),
        Ok((months, 0)) if months > 0 => Some(UnitPeriod::Months(months)),
        _ => None,
    };
    let weeks = days.checked_div(7).unwrap_or(0);
    let in_days = if weeks.saturating_mul(7) == days {
        UnitPeriod::Weeks(weeks)
    } else {
        UnitPeriod::Days(days)
    };
    [months, Some(in_days)]
}

/// Whether dates go by half months: every second one a month on, and those between about the middle.
fn are_half_months(dates: &[Date]) -> bool {
    let second = || dates.iter().zip(dates.iter().skip(2));
    let next = || dates.iter().zip(dates.iter().skip(1));
    let fortnightly = next().all(|(one, other)| days_between(*one, *other) == 14);
    dates.len() > 2
        && !fortnightly
        && second().all(|(one, other)| months_back(*one, *other) == Ok((1, 0)))
        && next().all(|(one, other)| (12..=18).contains(&days_between(*one, *other)))
}

/// The whole standard interval nearest to an average of days, the lower of two.
fn nearest_standard(days: u32, periods: u32) -> UnitPeriod {
    let weeks = (1..=52).map(UnitPeriod::Weeks);
    let months = (1..=11).map(UnitPeriod::Months);
    let standard = [UnitPeriod::Days(1), UnitPeriod::HalfMonth, UnitPeriod::Year];
    let away = |unit: &UnitPeriod| {
        let interval = unit.length().saturating_mul(periods);
        (interval.abs_diff(days), unit.length())
    };
    let nearest = weeks.chain(months).chain(standard).min_by_key(away);
    nearest.unwrap_or(UnitPeriod::Year)
}

fn day_count(start: Date, end: Date) -> Result<u32, DateOutOfRange> {
    u32::try_from(days_between(start, end)).map_err(|_| DateOutOfRange::EndBeforeStart)
}

/// So many months before a date, at the end of a month from the end of one.
fn back(date: Date, months: u32) -> Result<Date, DateOutOfRange> {
    let months = i32::try_from(months).map_err(|_| DateOutOfRange::Unsupported)?;
    add_months(date, months.saturating_neg(), MonthEnd::Clamp)
}

/// Full months measured back from the later date, and the days left before them: (b)(3)(iv), (b)(5)(ii).
fn months_back(start: Date, end: Date) -> Result<(u32, u32), DateOutOfRange> {
    let days = day_count(start, end)?;
    // No month has fewer than 28 days: from the most there can be, down to the first that fits.
    let mut months = days.checked_div(28).unwrap_or(0);
    loop {
        let reached = back(end, months);
        if let Ok(reached) = reached {
            let signed = i32::try_from(months).map_err(|_| DateOutOfRange::Unsupported)?;
            let sticks = add_months(end, signed.saturating_neg(), MonthEnd::Stick) == Ok(start);
            let forward = add_months(start, signed, MonthEnd::Clamp) == Ok(end);
            if months > 0 && (sticks || forward) {
                return Ok((months, 0));
            }
            if reached >= start {
                // The first whole month begins here.
                return Ok((months, day_count(start, reached)?));
            }
        }
        months = months.saturating_sub(1);
    }
}
