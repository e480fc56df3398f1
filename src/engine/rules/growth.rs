//! Limits on what the debt grows by: the plan's own rate, what being late cost, the penalty rate.

use rust_decimal::Decimal;

use super::facts::{Facts, rate_of, silent};
use super::{Outcome, Quantity, Why};
use crate::engine::calendar::DayCount;
use crate::engine::claim::{Component, PenaltyRate};
use crate::engine::money::{Accrued, Money, Rate, Rounding, YearFraction};
use crate::engine::plan::{InterestBasis, PlanRate, Proposal};

pub(super) fn all_in_cap(facts: &Facts<'_>, cap: Rate) -> Option<Outcome> {
    if facts.financed()?.is_zero() {
        return Some(silent(Why::NothingFinanced));
    }
    if facts.totals.interest.is_zero() {
        return rate_at_most(Rate::ZERO, cap);
    }
    let own = on_a_year_of_365_days(facts.proposal)?;
    rate_at_most(own.max(solved_beyond(facts, own)?), cap)
}

/// The plan's own rate as simple interest over actual days of a 365-day year.
fn on_a_year_of_365_days(proposal: &Proposal) -> Option<Rate> {
    let days_in_year: i128 = match proposal.basis {
        InterestBasis::Daily(DayCount::Act360) => 360,
        InterestBasis::Daily(DayCount::Act364) => 364,
        _ => return Some(proposal.rate),
    };
    let steps = i128::from(proposal.rate.scaled()).checked_mul(365)?;
    let yearly = i64::try_from(Rounding::HalfEven.divide(steps, days_in_year)?).ok()?;
    Some(Rate::from_scaled(yearly).unwrap_or(Rate::MAX))
}

/// The rate solved from the payments, where the calendar cannot explain that it is above the plan's own.
///
/// The solver takes every period for equal: a month of 28 days bears up to a tenth more of the solved rate, half
/// a month of 13 days up to a sixth. More than a quarter above is something charged besides interest.
fn solved_beyond(facts: &Facts<'_>, own: Rate) -> Option<Rate> {
    let PlanRate::Found { simple, .. } = facts.totals.rate_on_balance else {
        return Some(Rate::ZERO);
    };
    // A hundred and twenty-five hundredths of steps of 10^-10.
    let explained = Decimal::new(own.scaled().checked_mul(125)?, 12);
    Some(if simple > explained {
        rate_of(simple)
    } else {
        Rate::ZERO
    })
}

fn rate_at_most(actual: Rate, cap: Rate) -> Option<Outcome> {
    let (limit, quantity) = (Quantity::Rate(cap), Quantity::Rate(actual));
    if actual <= cap {
        return Some(Outcome::Met {
            limit,
            actual: quantity,
        });
    }
    let above = actual.scaled().checked_sub(cap.scaled())?;
    let shortfall = Quantity::Rate(Rate::from_scaled(above)?);
    Some(Outcome::Broken {
        limit,
        actual: quantity,
        shortfall,
    })
}

pub(super) fn arrears_cap(facts: &Facts<'_>, cap: Rate) -> Option<Outcome> {
    let for_being_late = [Component::Penalty, Component::Compound, Component::Charges];
    let mut collected = Money::ZERO;
    for component in for_being_late {
        collected = collected.checked_add(facts.collected(component)?).ok()?;
    }
    if facts.days_past_due == 0 && collected.is_zero() {
        return Some(silent(Why::NotPastDue));
    }
    collected = collected
        .checked_add(facts.collected(Component::Interest)?)
        .ok()?;
    let principal = facts.plan.opening.principal;
    let time = YearFraction::of_days(facts.days_past_due, 365).ok()?;
    let most = Accrued::of(principal, cap, time)
        .ok()?
        .settle(Rounding::AwayFromZero)
        .ok()?;
    let limit = Quantity::Accrual {
        amount: most,
        rate: Some(cap),
    };
    let rate = implied_rate(collected, principal, facts.days_past_due);
    let actual = Quantity::Accrual {
        amount: collected,
        rate,
    };
    Some(if collected > most {
        let shortfall = Quantity::Money(collected.checked_sub(most).ok()?);
        Outcome::Broken {
            limit,
            actual,
            shortfall,
        }
    } else {
        Outcome::Met { limit, actual }
    })
}

/// The yearly rate at which a principal earns an amount in so many days.
fn implied_rate(amount: Money, principal: Money, days: i64) -> Option<Rate> {
    let base = i128::from(principal.minor()).checked_mul(i128::from(days))?;
    let steps = i128::from(amount.minor())
        .checked_mul(365)?
        .checked_mul(i128::from(Rate::ONE))?
        .checked_div(base)?;
    let steps = steps.min(i128::from(Rate::MAX.scaled()));
    Rate::from_scaled(i64::try_from(steps).ok()?)
}

pub(super) fn penalty_multiple_band(
    facts: &Facts<'_>,
    from: Decimal,
    to: Decimal,
) -> Option<Outcome> {
    let terms = &facts.claim.terms;
    let multiple = match terms.penalty.map(|penalty| penalty.rate) {
        None => return Some(silent(Why::NoPenaltyRate)),
        Some(PenaltyRate::Multiple(multiple)) => multiple,
        Some(PenaltyRate::Own(_)) if terms.interest_rate.is_zero() => {
            return Some(silent(Why::NoPenaltyRate));
        }
        Some(PenaltyRate::Own(rate)) => rate
            .as_decimal()
            .checked_div(terms.interest_rate.as_decimal())?,
    };
    let (limit, actual) = (Quantity::Band { from, to }, Quantity::Multiple(multiple));
    let miss = multiple.checked_sub(to)?.max(from.checked_sub(multiple)?);
    Some(if miss > Decimal::ZERO {
        Outcome::Broken {
            limit,
            actual,
            shortfall: Quantity::Multiple(miss),
        }
    } else {
        Outcome::Met { limit, actual }
    })
}

pub(super) fn penalty_rate_cap(facts: &Facts<'_>, cap: Rate) -> Option<Outcome> {
    let Some(rate) = facts.claim.terms.penalty_rate().ok()? else {
        return Some(silent(Why::NoPenaltyRate));
    };
    let collected = facts.collected(Component::Penalty)?;
    if collected.is_zero() && facts.collected(Component::Compound)?.is_zero() {
        return Some(silent(Why::NoPenaltyCollected));
    }
    rate_at_most(rate, cap)
}
