//! The yearly rate of flows on any dates.

use super::annualise::PerYear;
use super::answer::RateAnswer;
use super::isolate::{Flows, balances, sign_changes};
use super::periodic::sorted;
use crate::engine::calendar::{
    AnnualRule, AnnualUnit, Date, DateOutOfRange, DayCount, days_between,
};
use crate::engine::money::{Money, YearFraction};

/// An amount on a date; what is paid out has one sign and what comes in the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DatedFlow {
    /// The day it flows.
    pub date: Date,
    /// The amount, in minor units or all in the same finer unit.
    pub amount: Money,
}

/// An amount after a length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimedFlow {
    /// How long after some common start it flows.
    pub time: YearFraction,
    /// The amount, in minor units or all in the same finer unit.
    pub amount: Money,
}

/// The effective yearly rate at which dated flows are worth nothing together, with time counted from the first
/// of them. Also "XIRR", which counts days over 365.
///
/// # Errors
/// [`DateOutOfRange`] when a date is not supported.
pub fn dated_rate(flows: &[DatedFlow], day_count: DayCount) -> Result<RateAnswer, DateOutOfRange> {
    let Some(first) = flows.iter().map(|flow| flow.date).min() else {
        return Ok(annual_rate(&[]));
    };
    if day_count == DayCount::Act365Fixed {
        // Days are whole already.
        let days: Flows = flows
            .iter()
            .map(|flow| {
                let days = days_between(first, flow.date).unsigned_abs();
                (days, flow.amount.minor().into())
            })
            .collect();
        return Ok(rate_of(days, 365));
    }
    timed(flows, |date| day_count.year_fraction(first, date))
}

/// The annual percentage rate of charge of dated flows: time is counted from the first of them, the first
/// drawdown, in whole units and days as the rule says.
///
/// # Errors
/// [`DateOutOfRange`] when a date is not supported.
pub fn annual_equation(
    flows: &[DatedFlow],
    rule: AnnualRule,
    unit: AnnualUnit,
) -> Result<RateAnswer, DateOutOfRange> {
    let Some(first) = flows.iter().map(|flow| flow.date).min() else {
        return Ok(annual_rate(&[]));
    };
    timed(flows, |date| rule.years(first, date, unit))
}

/// The effective yearly rate at which flows of known times are worth nothing together.
#[must_use]
pub fn annual_rate(flows: &[TimedFlow]) -> RateAnswer {
    let first = flows.iter().map(|flow| flow.time.units()).min();
    let units: Flows = flows
        .iter()
        .map(|flow| {
            let after = flow.time.units().abs_diff(first.unwrap_or(0));
            (after, flow.amount.minor().into())
        })
        .collect();
    // Fits: it is below 2^28.
    rate_of(units, u32::try_from(YearFraction::DENOMINATOR).unwrap_or(1))
}

fn timed(
    flows: &[DatedFlow],
    time: impl Fn(Date) -> Result<YearFraction, DateOutOfRange>,
) -> Result<RateAnswer, DateOutOfRange> {
    let timed: Result<Vec<TimedFlow>, DateOutOfRange> = flows
        .iter()
        .map(|flow| {
            Ok(TimedFlow {
                time: time(flow.date)?,
                amount: flow.amount,
            })
        })
        .collect();
    Ok(annual_rate(&timed?))
}

/// The yearly rate of flows whose times are whole parts of a year.
fn rate_of(flows: Flows, parts: u32) -> RateAnswer {
    let (ordered, length) = match sorted(flows) {
        Ok(found) => found,
        Err(reason) => return RateAnswer::None(reason),
    };
    // Lengths in a year, in lowest terms: 30-day lengths are 73 in six years.
    let Some(per_year) = PerYear::lowest(parts.into(), length) else {
        // Two flows so many years apart that no rate can be told between them.
        return RateAnswer::None(super::NoRate::OutsideRange);
    };
    let found = balances(&ordered, sign_changes(&ordered) == 1, per_year.periods());
    RateAnswer::of_years(&found, per_year)
}
