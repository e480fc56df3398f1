//! The annual percentage rate of Regulation Z by the actuarial method (12 CFR 1026, Appendix J, (b)(8)).
//!
//! An advance or a payment after `t` whole unit-periods and a fraction `f` of one is worth
//! `1 / ((1 + f i) (1 + i)^t)` of itself at the rate `i` of a unit-period. With `v = 1 / (1 + i)` that is
//! `v^(t + 1) / (f + (1 - f) v)`; multiplied by the denominators of all the fractions there are, the general
//! equation is a polynomial in `v` whose other factors have no root above nought.

use std::collections::BTreeMap;
use std::fmt;

use super::answer::{NoRate, RateAnswer};
use super::dated::DatedFlow;
use super::factor::{ONE, quotient};
use super::isolate::{Flows, balances, in_order, sign_changes};
use super::unit_period::{UnitPeriod, UnitPeriods};
use crate::engine::calendar::{Date, DateOutOfRange};
use crate::engine::money::{Money, high_product};

/// An advance or a payment, at a number of unit-periods from the beginning of the term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ActuarialFlow {
    /// Whole unit-periods.
    pub whole: u32,
    /// The part of a unit-period, as a number over another: 5 days over 28; below one or one.
    pub odd: (u32, u32),
    /// The amount, above zero for an advance and for a payment alike.
    pub amount: Money,
}

/// Why a transaction cannot be rated by the actuarial method.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActuarialError {
    /// A part of a unit-period above one, or over nought.
    OddPart {
        /// The part, as it was given.
        odd: (u32, u32),
    },
    /// A date before the term begins, or not supported.
    Date(DateOutOfRange),
}

impl fmt::Display for ActuarialError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OddPart {
                odd: (above, below),
            } => {
                write!(
                    out,
                    "{above}/{below} is no part of a unit-period: at most one whole"
                )
            }
            Self::Date(reason) => reason.fmt(out),
        }
    }
}

impl std::error::Error for ActuarialError {}

impl From<DateOutOfRange> for ActuarialError {
    fn from(error: DateOutOfRange) -> Self {
        Self::Date(error)
    }
}

/// The annual percentage rate of advances and payments: [`FoundRate::simple`](super::FoundRate) of the answer.
///
/// # Errors
/// [`ActuarialError::OddPart`] for a part of a unit-period that is none.
pub fn actuarial_rate(
    advances: &[ActuarialFlow],
    payments: &[ActuarialFlow],
    unit: UnitPeriod,
) -> Result<RateAnswer, ActuarialError> {
    let mut timed: BTreeMap<(u32, u128), i128> = BTreeMap::new();
    let paid_out = advances.iter().map(|flow| (flow, -1_i128));
    for (flow, sign) in paid_out.chain(payments.iter().map(|flow| (flow, 1))) {
        let (whole, odd) = lattice_time(flow)?;
        let amount = i128::from(flow.amount.minor()).wrapping_mul(sign);
        let sum = timed.entry((whole, odd)).or_default();
        *sum = sum.wrapping_add(amount);
    }
    timed.retain(|_, amount| *amount != 0);
    let in_time: Flows = (0..).zip(timed.values().copied()).collect();
    if in_time.is_empty() {
        return Ok(RateAnswer::None(NoRate::NothingFlows));
    }
    // The later of two moments is worth less at every higher rate: one turn in time is one rate, as for powers.
    let turns = sign_changes(&in_time);
    if turns == 0 {
        return Ok(RateAnswer::None(NoRate::OneWay));
    }
    let (flows, length) = in_order(general_equation(&timed));
    let found = balances(&flows, turns == 1, 1);
    let single: Option<Vec<_>> = found.iter().map(|factor| factor.root(length)).collect();
    Ok(RateAnswer::of_periods(
        &single.unwrap_or_default(),
        unit.per_year(),
    ))
}

/// The same of dated advances and payments, whose unit-period is chosen from the dates, and that unit-period.
///
/// `begins` is the day from which the finance charge is earned: that of consummation, if not a later one.
///
/// # Errors
/// [`ActuarialError::Date`] when a date is before that day or not supported.
pub fn actuarial_rate_by_date(
    begins: Date,
    advances: &[DatedFlow],
    payments: &[DatedFlow],
) -> Result<(UnitPeriod, RateAnswer), ActuarialError> {
    let dates = |flows: &[DatedFlow]| {
        let mut dates: Vec<Date> = flows.iter().map(|flow| flow.date).collect();
        dates.sort_unstable();
        dates.dedup();
        dates
    };
    let unit = UnitPeriod::of(begins, &dates(advances), &dates(payments))?;
    let placed = |flows: &[DatedFlow]| {
        let placed = flows.iter().map(|flow| {
            let UnitPeriods { whole, odd } = unit.between(begins, flow.date)?;
            Ok(ActuarialFlow {
                whole,
                odd,
                amount: flow.amount,
            })
        });
        placed.collect::<Result<Vec<_>, DateOutOfRange>>()
    };
    let answer = actuarial_rate(&placed(advances)?, &placed(payments)?, unit)?;
    Ok((unit, answer))
}

/// Whole unit-periods and the part of one as a binary fraction, a part of one whole counted as such.
fn lattice_time(flow: &ActuarialFlow) -> Result<(u32, u128), ActuarialError> {
    let wrong = ActuarialError::OddPart { odd: flow.odd };
    let (above, below) = flow.odd;
    if below == 0 || above > below {
        return Err(wrong);
    }
    if above == below {
        return Ok((flow.whole.checked_add(1).ok_or(wrong)?, 0));
    }
    let part = quotient(above.into(), below.into()).ok_or(wrong)?;
    Ok((flow.whole, part))
}

/// The terms of the polynomial in `v`.
fn general_equation(timed: &BTreeMap<(u32, u128), i128>) -> Flows {
    let mut groups: BTreeMap<u128, BTreeMap<u64, i128>> = BTreeMap::new();
    let size = timed
        .values()
        .fold(0_u128, |sum, part| sum.wrapping_add(part.unsigned_abs()));
    // Room above for the sums: what is cut off below is far less than a minor unit.
    let widen = size.leading_zeros().saturating_sub(4);
    for ((whole, odd), amount) in timed {
        let power = u64::from(*whole).wrapping_add(u64::from(*odd != 0));
        let wide = amount.checked_shl(widen).unwrap_or(*amount);
        groups.entry(*odd).or_default().insert(power, wide);
    }
    let odds: Vec<u128> = groups.keys().copied().filter(|odd| *odd != 0).collect();
    let mut sum: BTreeMap<u64, i128> = BTreeMap::new();
    for (odd, group) in groups {
        let others = odds.iter().filter(|other| **other != odd);
        for (power, part) in others.fold(group, |group, other| times_odd(&group, *other)) {
            let whole = sum.entry(power).or_default();
            *whole = whole.wrapping_add(part);
        }
    }
    sum.into_iter().collect()
}

/// Terms times `f + (1 - f) v`: their sizes add up to no more than before.
fn times_odd(terms: &BTreeMap<u64, i128>, odd: u128) -> BTreeMap<u64, i128> {
    let part = |amount: i128, share: u128| {
        let size = high_product(amount.unsigned_abs(), share).cast_signed();
        if amount < 0 {
            size.wrapping_neg()
        } else {
            size
        }
    };
    let mut product: BTreeMap<u64, i128> = BTreeMap::new();
    for (power, amount) in terms {
        let stays = product.entry(*power).or_default();
        *stays = stays.wrapping_add(part(*amount, odd));
        let moves = product.entry(power.wrapping_add(1)).or_default();
        *moves = moves.wrapping_add(part(*amount, ONE.wrapping_sub(odd)));
    }
    product
}
