//! Instalments fall on their days, and their interest is that of the time between them.

use super::{Held, hold, rounded};
use crate::judged::{Judged, minor};
use chrono::Datelike;
use quittance::engine::calendar::{Date, DayCount, Frequency, Unit, days_between};
use quittance::engine::money::Money;
use quittance::engine::plan::{DeferralInterest, InterestBasis, PlanRow};

/// Steps of a rate in one.
const STEPS: i128 = 10_000_000_000;

/// A stretch of time as a part of a year, and days that it has at most of one of 360.
#[derive(Clone, Copy, Debug)]
pub struct Stretch {
    /// Units of time and how many of them are a year, where that is plain.
    pub of_a_year: Option<(i128, i128)>,
    pub days_at_most: i128,
}

fn last_day_of_month(year: i32, month: u32) -> u32 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Months are counted from the first due date, whose day comes back wherever a month has it.
pub fn on_their_days(frequency: Frequency, rows: &[&PlanRow]) -> Held {
    let Some(first) = rows.first().map(|row| row.date) else {
        return Ok(());
    };
    let every = i64::from(frequency.every());
    for (row, number) in rows.iter().zip(0_i64..) {
        let steps = number * every;
        let days = days_between(first, row.date);
        let fits = match frequency.unit() {
            Unit::Days => days == steps,
            Unit::Weeks => days == steps * 7,
            Unit::Months => so_many_months_on(first, row.date, steps),
            Unit::HalfMonths if steps % 2 == 0 => so_many_months_on(first, row.date, steps / 2),
            Unit::HalfMonths => half_a_month_off(first, row.date, steps / 2),
        };
        hold!(
            fits,
            "instalment {number} falls on {}, from {first}",
            row.date
        );
    }
    Ok(())
}

fn months_apart(first: Date, date: Date) -> i64 {
    let number = |date: Date| i64::from(date.year()) * 12 + i64::from(date.month0());
    number(date) - number(first)
}

fn so_many_months_on(first: Date, date: Date, months: i64) -> bool {
    let last = last_day_of_month(date.year(), date.month());
    months_apart(first, date) == months && date.day() == first.day().min(last)
}

fn half_a_month_off(first: Date, date: Date, whole_months: i64) -> bool {
    let last = last_day_of_month(date.year(), date.month());
    let (months, day) = if first.day() <= 15 {
        (whole_months, first.day() + 15)
    } else {
        (whole_months + 1, first.day() - 15)
    };
    months_apart(first, date) == months && date.day() == day.min(last)
}

/// The time of every instalment.
pub fn stretches(judged: &Judged<'_>, frequency: Frequency, rows: &[&PlanRow]) -> Vec<Stretch> {
    let proposal = &judged.case.proposal;
    let as_of = judged.case.claim.as_of;
    let per_year: i128 = match frequency.unit() {
        Unit::Days => 365,
        Unit::Weeks => 52,
        Unit::HalfMonths => 24,
        Unit::Months => 12,
    };
    // Before the calendar's first day there is no step back, and such a plan is refused.
    let a_step_before = frequency.step_back(proposal.first_due).unwrap_or(as_of);
    let mut before = a_step_before.max(as_of);
    let mut whole = a_step_before >= as_of;
    let mut stretches = Vec::new();
    for row in rows {
        let days = i128::from(days_between(before, row.date));
        stretches.push(Stretch {
            of_a_year: match proposal.basis {
                InterestBasis::Periodic => {
                    whole.then_some((i128::from(frequency.every()), per_year))
                }
                InterestBasis::Daily(day_count) => days_in_year(day_count).map(|year| (days, year)),
            },
            days_at_most: days + 3,
        });
        before = row.date;
        whole = true;
    }
    stretches
}

/// The time of payments on days of their own.
pub fn stretches_by_date(judged: &Judged<'_>, rows: &[&PlanRow]) -> Vec<Stretch> {
    let proposal = &judged.case.proposal;
    let mut before = judged.case.claim.as_of;
    let mut frozen = proposal.deferral == DeferralInterest::Frozen;
    let mut stretches = Vec::new();
    for row in rows {
        let days = i128::from(days_between(before, row.date));
        let of_a_year = match proposal.basis {
            _ if frozen => Some((0, 1)),
            // Whole months and days: only the whole ones are plain.
            InterestBasis::Periodic => {
                let months = months_apart(before, row.date);
                let plain = before.day() <= 28 && before.day() == row.date.day();
                plain.then_some((i128::from(months), 12))
            }
            InterestBasis::Daily(day_count) => days_in_year(day_count).map(|year| (days, year)),
        };
        stretches.push(Stretch {
            of_a_year,
            days_at_most: days + 3,
        });
        before = row.date;
        frozen = false;
    }
    stretches
}

/// The year of a day count that takes every day for the same part of it.
const fn days_in_year(day_count: DayCount) -> Option<i128> {
    match day_count {
        DayCount::Act365Fixed => Some(365),
        DayCount::Act360 => Some(360),
        DayCount::Act364 => Some(364),
        _ => None,
    }
}

/// The interest of a principal over a plain stretch of time, rounded.
pub fn interest_of(judged: &Judged<'_>, principal: i64, time: Stretch) -> Option<i64> {
    let proposal = &judged.case.proposal;
    let (units, year) = time.of_a_year?;
    let earned = i128::from(principal) * i128::from(proposal.rate.scaled()) * units;
    Some(rounded(earned, year * STEPS, proposal.rounding))
}

/// What principal there was before a row.
pub fn principal_before(row: &PlanRow) -> i64 {
    minor(row.closing.principal) + minor(row.paid.principal)
}

/// Interest of every payment, worked out again where its time is a plain part of a year.
pub fn with_interest_of_their_time(
    judged: &Judged<'_>,
    rows: &[&PlanRow],
    stretches: &[Stretch],
) -> Held {
    for (row, time) in rows.iter().zip(stretches) {
        let expected = interest_of(judged, principal_before(row), *time);
        hold!(
            expected.is_none_or(|interest| minor(row.interest) == interest),
            "the interest should be {expected:?} for {time:?}: {row:?}"
        );
        hold!(
            judged.case.proposal.rate.scaled() > 0 || row.interest == Money::ZERO,
            "interest without a rate: {row:?}"
        );
    }
    Ok(())
}
