//! What the rules need to know about an option, worked out once.

use rust_decimal::Decimal;

use super::{Outcome, Quantity, Situation, Why};
use crate::engine::claim::{Claim, Component};
use crate::engine::money::{Money, Rate, Rounding, Share};
use crate::engine::plan::{Plan, Proposal, Settlement, Totals};

/// An option and the claim it is for.
pub(super) struct Facts<'a> {
    pub situation: &'a Situation<'a>,
    pub claim: &'a Claim,
    pub proposal: &'a Proposal,
    pub plan: &'a Plan,
    pub totals: &'a Totals,
    /// Everything owed on the as-of date; `None` beyond the supported range.
    pub owed: Option<Money>,
    pub days_past_due: i64,
}

impl Facts<'_> {
    pub fn one_sum(&self) -> bool {
        matches!(self.proposal.settlement, Settlement::LumpSum)
    }

    /// What the plan still collects of a component that was owed.
    pub fn collected(&self, component: Component) -> Option<Money> {
        self.plan
            .opening
            .get(component)
            .checked_sub(self.plan.waived.get(component))
            .ok()
    }

    /// What is left to pay after concessions and down payment.
    pub fn financed(&self) -> Option<Money> {
        self.owed?
            .checked_sub(self.totals.waived)
            .and_then(|left| left.checked_sub(self.totals.due_now))
            .ok()
    }
}

pub(super) const fn silent(why: Why) -> Outcome {
    Outcome::DoesNotApply { why }
}

/// An amount that must not be above a limit.
pub(super) fn money_at_most(actual: Money, limit: Money) -> Option<Outcome> {
    let missing = actual.checked_sub(limit).ok()?;
    Some(judged(
        Quantity::Money(limit),
        Quantity::Money(actual),
        missing,
    ))
}

/// A part of a whole that must not be above a share of it.
pub(super) fn part_at_most(actual: Money, share: Share, whole: Money) -> Option<Outcome> {
    // Rounded up: a share waived and rounded in any direction is within the same share as a limit.
    let limit = share.of(whole, Rounding::AwayFromZero).ok()?;
    let missing = actual.checked_sub(limit).ok()?;
    Some(judged(
        Quantity::Part {
            amount: limit,
            share,
        },
        part(actual, whole),
        missing,
    ))
}

/// A part of a whole that must not be below an amount.
pub(super) fn part_at_least(
    actual: Money,
    limit: Quantity,
    least: Money,
    whole: Money,
) -> Option<Outcome> {
    Some(judged(
        limit,
        part(actual, whole),
        least.checked_sub(actual).ok()?,
    ))
}

/// Met where nothing is missing, broken by what is.
pub(super) fn judged(limit: Quantity, actual: Quantity, missing: Money) -> Outcome {
    if missing.is_positive() {
        Outcome::Broken {
            limit,
            actual,
            shortfall: Quantity::Money(missing),
        }
    } else {
        Outcome::Met { limit, actual }
    }
}

/// An amount with its share of a whole; without one where it is more than the whole.
pub(super) fn part(amount: Money, whole: Money) -> Quantity {
    match Share::ratio(amount, whole, Rounding::HalfUp) {
        Some(share) => Quantity::Part { amount, share },
        None => Quantity::Money(amount),
    }
}

/// A count that must not be above a limit.
pub(super) fn count_at_most(actual: u32, limit: u32, unit: impl Fn(u32) -> Quantity) -> Outcome {
    match actual.checked_sub(limit) {
        Some(more) if more > 0 => Outcome::Broken {
            limit: unit(limit),
            actual: unit(actual),
            shortfall: unit(more),
        },
        _ => Outcome::Met {
            limit: unit(limit),
            actual: unit(actual),
        },
    }
}

/// A rate from a fraction a year; the engine's highest where it is above it.
pub(super) fn rate_of(fraction: Decimal) -> Rate {
    Rate::from_fraction(fraction.round_dp(10)).unwrap_or(Rate::MAX)
}
