//! What a plan asks for in a month, whatever its step.

use super::{Plan, Proposal, RowKind, Settlement};
use crate::engine::calendar::{Date, Frequency, Unit, days_between};
use crate::engine::money::{Money, OutOfRange, Rounding};

/// An amount at each step of a frequency as an amount a month, rounded up: a week is 52 of 12, a day 365 of 12.
///
/// # Errors
/// [`OutOfRange`] if the amount leaves the supported range.
pub fn a_month(amount: Money, frequency: Frequency) -> Result<Money, OutOfRange> {
    let (steps, months) = match frequency.unit() {
        Unit::Days => (365, 12),
        Unit::Weeks => (52, 12),
        Unit::HalfMonths => (2, 1),
        Unit::Months => (1, 1),
    };
    i128::from(frequency.every())
        .checked_mul(months)
        .ok_or(OutOfRange)
        .and_then(|months| part(amount, steps, months))
}

/// The most that a plan asks for in a month; the down payment, which is at hand, is not counted.
///
/// Of instalments it is the largest of them at their step. A single payment, and payments on days agreed one by one, can
/// be saved up for: there it is the most that has fallen due by any payment, spread over the time since the as-of date, of
/// which a month begun counts whole until the first is over. A month is the twelfth part of 365 days.
///
/// # Errors
/// [`OutOfRange`] if an amount leaves the supported range.
pub fn monthly_equivalent(
    as_of: Date,
    proposal: &Proposal,
    plan: &Plan,
) -> Result<Money, OutOfRange> {
    let payments = || {
        let rows = plan.rows.iter();
        rows.filter(|row| matches!(row.kind, RowKind::Instalment | RowKind::LumpSum))
    };
    let several = payments().nth(1).is_some();
    let mut most = Money::ZERO;
    if let Settlement::Instalments { frequency, .. } = proposal.settlement
        && several
    {
        for row in payments() {
            most = most.max(row.paid.total()?);
        }
        return a_month(most, frequency);
    }
    let mut due = Money::ZERO;
    for row in payments() {
        due = due.checked_add(row.paid.total()?)?;
        let days = i128::from(days_between(as_of, row.date));
        let twelfths = days.checked_mul(12).ok_or(OutOfRange)?.max(365);
        most = most.max(part(due, 365, twelfths)?);
    }
    Ok(most)
}

/// So many parts of so many, rounded up.
fn part(amount: Money, above: i128, below: i128) -> Result<Money, OutOfRange> {
    i128::from(amount.minor())
        .checked_mul(above)
        .and_then(|product| Rounding::AwayFromZero.divide(product, below))
        .and_then(|minor| i64::try_from(minor).ok())
        .ok_or(OutOfRange)
        .and_then(Money::from_minor)
}
