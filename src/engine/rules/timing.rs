//! Limits on how many payments there are, when they fall due, and for whom.

use super::facts::{Facts, count_at_most, silent};
use super::{FrequencyList, Outcome, Quantity, Why};
use crate::engine::calendar::{Date, Frequency, days_between};
use crate::engine::plan::{RowKind, Settlement};

pub(super) fn maximum_instalments(facts: &Facts<'_>, count: u32) -> Outcome {
    count_at_most(facts.totals.count, count, Quantity::Payments)
}

pub(super) fn minimum_payments(facts: &Facts<'_>, count: u32) -> Outcome {
    if facts
        .situation
        .customer
        .is_some_and(|customer| customer.able)
    {
        return silent(Why::OtherCustomer);
    }
    let (limit, actual) = (
        Quantity::Payments(count),
        Quantity::Payments(facts.totals.count),
    );
    match count.checked_sub(facts.totals.count) {
        Some(fewer) if fewer > 0 => Outcome::Broken {
            limit,
            actual,
            shortfall: Quantity::Payments(fewer),
        },
        _ => Outcome::Met { limit, actual },
    }
}

pub(super) fn maximum_total_days(facts: &Facts<'_>, days: u32) -> Option<Outcome> {
    days_at_most(facts.claim.as_of, facts.totals.last_date, days)
}

pub(super) fn maximum_days_to_first(facts: &Facts<'_>, days: u32) -> Option<Outcome> {
    days_at_most(facts.claim.as_of, facts.totals.first_date, days)
}

pub(super) fn maximum_deferral_days(facts: &Facts<'_>, days: u32) -> Option<Outcome> {
    let start = match facts.proposal.settlement {
        Settlement::LumpSum | Settlement::OnDates { .. } => facts.proposal.first_due,
        Settlement::Instalments { frequency, .. } => {
            frequency.step_back(facts.proposal.first_due).ok()?
        }
    };
    days_at_most(facts.claim.as_of, start, days)
}

fn days_at_most(from: Date, to: Date, most: u32) -> Option<Outcome> {
    let days = u32::try_from(days_between(from, to).max(0)).ok()?;
    Some(count_at_most(days, most, Quantity::Days))
}

pub(super) fn maximum_days_between(facts: &Facts<'_>, days: u32) -> Option<Outcome> {
    let rows = facts.plan.rows.iter();
    let mut days_to = rows
        .filter(|row| matches!(row.kind, RowKind::Instalment | RowKind::LumpSum))
        .map(|row| days_between(facts.claim.as_of, row.date));
    let mut previous = days_to.next();
    let mut widest: Option<i64> = None;
    for next in days_to {
        widest = widest.max(previous.and_then(|previous| next.checked_sub(previous)));
        previous = Some(next);
    }
    let Some(widest) = widest else {
        return Some(silent(Why::SinglePayment));
    };
    Some(count_at_most(
        u32::try_from(widest).ok()?,
        days,
        Quantity::Days,
    ))
}

pub(super) fn allowed_frequencies(facts: &Facts<'_>, frequencies: FrequencyList) -> Outcome {
    let limit = Quantity::Frequencies(frequencies);
    match facts.proposal.settlement {
        Settlement::LumpSum => silent(Why::PaidInOneSum),
        Settlement::OnDates { .. } if facts.totals.count > 1 => {
            let actual = Quantity::OwnDates;
            if frequencies.agreed_days() {
                Outcome::Met { limit, actual }
            } else {
                Outcome::Broken {
                    limit,
                    actual,
                    shortfall: Quantity::Unmeasured,
                }
            }
        }
        Settlement::OnDates { .. } => silent(Why::SinglePayment),
        Settlement::Instalments { frequency, .. } => {
            let actual = Quantity::Frequency(frequency);
            if frequencies.contains(frequency) {
                Outcome::Met { limit, actual }
            } else {
                Outcome::Broken {
                    limit,
                    actual,
                    shortfall: Quantity::Unmeasured,
                }
            }
        }
    }
}

pub(super) fn maximum_term_months(facts: &Facts<'_>, months: u32) -> Option<Outcome> {
    let (whole, more) = months_between(facts.claim.as_of, facts.totals.last_date)?;
    let begun = if more { whole.checked_add(1)? } else { whole };
    Some(count_at_most(begun, months, Quantity::Months))
}

pub(super) fn recovery_horizon(facts: &Facts<'_>, months: u32) -> Option<Outcome> {
    match facts.situation.customer {
        None => Some(silent(Why::CustomerNotNoted)),
        Some(customer) if customer.willing && !customer.able => {
            let (whole, _) = months_between(facts.claim.as_of, facts.totals.last_date)?;
            Some(count_at_most(whole, months, Quantity::Months))
        }
        Some(_) => Some(silent(Why::OtherCustomer)),
    }
}

/// Whole months from one date to another, and whether days are left over.
pub(super) fn months_between(from: Date, to: Date) -> Option<(u32, bool)> {
    use chrono::Datelike;

    let number = |date: Date| {
        i64::from(date.year())
            .checked_mul(12)?
            .checked_add(i64::from(date.month0()))
    };
    let mut months = u32::try_from(number(to)?.checked_sub(number(from)?)?.max(0)).ok()?;
    let mut reached = Frequency::MONTHLY.nth_due(from, months).ok()?;
    if reached > to && months > 0 {
        months = months.checked_sub(1)?;
        reached = Frequency::MONTHLY.nth_due(from, months).ok()?;
    }
    Some((months, reached < to))
}

pub(super) fn broken_promises(facts: &Facts<'_>, most: u32) -> Outcome {
    match facts.situation.customer {
        None => silent(Why::CustomerNotNoted),
        Some(customer) => count_at_most(customer.promises_broken, most, Quantity::Promises),
    }
}

/// A term of the offer that is counted in days.
pub(super) fn at_most_days(days: Option<u32>, most: u32) -> Outcome {
    match days {
        None => silent(Why::OfferTermUnknown),
        Some(days) => count_at_most(days, most, Quantity::Days),
    }
}
