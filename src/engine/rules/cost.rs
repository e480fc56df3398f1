//! Limits on everything a plan collects: what it costs the borrower in all, and what it is worth to the lender.

use super::facts::{Facts, judged, part_at_least, part_at_most, silent};
use super::{Outcome, Quantity, Why};
use crate::engine::calendar::{DayCount, days_between};
use crate::engine::claim::Component;
use crate::engine::money::{Accrued, Rate, Rounding, Share, YearFraction};
use crate::engine::plan::{DatedFlow, present_value};

pub(super) fn minimum_value(facts: &Facts<'_>, share: Share, rate: Rate) -> Option<Outcome> {
    let owed = facts.owed?;
    if owed.is_zero() {
        return Some(silent(Why::NothingOwed));
    }
    let mut flows = Vec::with_capacity(facts.plan.rows.len());
    for row in &facts.plan.rows {
        flows.push(DatedFlow {
            date: row.date,
            amount: row.paid.total().ok()?,
        });
    }
    // Both rounded in the option's favour.
    let value = present_value(
        facts.claim.as_of,
        &flows,
        rate,
        DayCount::Act365Fixed,
        Rounding::AwayFromZero,
    )
    .ok()?;
    let least = share.of(owed, Rounding::TowardZero).ok()?;
    let limit = Quantity::Part {
        amount: least,
        share,
    };
    part_at_least(value, limit, least, owed)
}

pub(super) fn total_cost_cap(facts: &Facts<'_>, share: Share) -> Option<Outcome> {
    let growing = [
        Component::Interest,
        Component::Penalty,
        Component::Compound,
        Component::Charges,
    ];
    let mut cost = facts.totals.interest;
    for component in growing {
        cost = cost.checked_add(facts.collected(component)?).ok()?;
    }
    part_at_most(cost, share, facts.claim.terms.original_principal)
}

pub(super) fn total_within_rate(facts: &Facts<'_>, rate: Rate) -> Option<Outcome> {
    let terms = &facts.claim.terms;
    let days = days_between(terms.signed_on, facts.totals.last_date);
    let time = YearFraction::of_days(days, 365).ok()?;
    let earned = Accrued::of(terms.original_principal, rate, time)
        .ok()?
        .settle(Rounding::AwayFromZero)
        .ok()?;
    let most = terms.original_principal.checked_add(earned).ok()?;
    let collected = facts.totals.paid;
    Some(judged(
        Quantity::Accrual {
            amount: most,
            rate: Some(rate),
        },
        Quantity::Money(collected),
        collected.checked_sub(most).ok()?,
    ))
}
