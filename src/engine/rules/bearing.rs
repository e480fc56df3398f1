//! Limits on what a plan asks of a month, against what a month leaves the borrower.

use super::facts::{Facts, judged, part, silent};
use super::{Outcome, Quantity, Why};
use crate::engine::money::{Money, Rounding, Share};
use crate::engine::plan::monthly_equivalent;

pub(super) fn affordable_share(facts: &Facts<'_>, share: Share) -> Option<Outcome> {
    let Some(surplus) = facts.situation.circumstances.surplus else {
        return Some(silent(Why::NotNoted));
    };
    let asked = asked_of_a_month(facts)?;
    // Rounded down, unlike what limits a lender: the borrower is never asked for more than the share says.
    let most = share.of(surplus, Rounding::TowardZero).ok()?;
    let limit = Quantity::Part {
        amount: most,
        share,
    };
    Some(judged(
        limit,
        part(asked, surplus),
        asked.checked_sub(most).ok()?,
    ))
}

pub(super) fn minimum_residual(facts: &Facts<'_>, least: Money) -> Option<Outcome> {
    let Some(surplus) = facts.situation.circumstances.surplus else {
        return Some(silent(Why::NotNoted));
    };
    let left = surplus.checked_sub(asked_of_a_month(facts)?).ok()?;
    Some(judged(
        Quantity::Money(least),
        Quantity::Money(left),
        least.checked_sub(left).ok()?,
    ))
}

fn asked_of_a_month(facts: &Facts<'_>) -> Option<Money> {
    monthly_equivalent(facts.claim.as_of, facts.proposal, facts.plan).ok()
}
