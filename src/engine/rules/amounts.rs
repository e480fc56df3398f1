//! Limits on amounts: what is paid, what is given up, what is left.

use super::facts::{Facts, judged, money_at_most, part_at_least, part_at_most, silent};
use super::{Outcome, Quantity, Why};
use crate::engine::claim::Component;
use crate::engine::fields::CodeSet;
use crate::engine::money::{Money, Rounding, Share};

pub(super) fn minimum_settlement(
    facts: &Facts<'_>,
    share: Option<Share>,
    amount: Option<Money>,
    components: Option<CodeSet<Component>>,
) -> Option<Outcome> {
    let (owed, paid) = match components {
        None => (facts.owed?, facts.totals.paid),
        Some(parts) => {
            let owed = Money::sum(parts.iter().map(|part| facts.plan.opening.get(part))).ok()?;
            let waived = Money::sum(parts.iter().map(|part| facts.plan.waived.get(part))).ok()?;
            (owed, owed.checked_sub(waived).ok()?)
        }
    };
    if owed.is_zero() {
        return Some(silent(Why::NothingOwed));
    }
    // Rounded down, as an option that gives up the other share rounded up still meets it.
    let by_share = match share {
        Some(share) => share.of(owed, Rounding::TowardZero).ok()?,
        None => Money::ZERO,
    };
    // Nobody is asked for more than the whole debt.
    let least = by_share.max(amount.unwrap_or(Money::ZERO)).min(owed);
    let limit = match share {
        Some(share) if least == by_share => Quantity::Part {
            amount: least,
            share,
        },
        _ => Quantity::Money(least),
    };
    part_at_least(paid, limit, least, owed)
}

pub(super) fn waiver_cap(
    facts: &Facts<'_>,
    component: Component,
    share: Option<Share>,
    amount: Option<Money>,
) -> Option<Outcome> {
    let owed = facts.plan.opening.get(component);
    if owed.is_zero() {
        return Some(silent(Why::NothingOwed));
    }
    let waived = facts.plan.waived.get(component);
    match (share, amount) {
        (Some(share), None) => part_at_most(waived, share, owed),
        (None, amount) => money_at_most(waived, amount.unwrap_or(Money::ZERO)),
        (Some(share), Some(amount)) => {
            // Rounded as where the share stands alone.
            if share.of(owed, Rounding::AwayFromZero).ok()? <= amount {
                part_at_most(waived, share, owed)
            } else {
                money_at_most(waived, amount)
            }
        }
    }
}

pub(super) fn waiver_cap_total(facts: &Facts<'_>, share: Share) -> Option<Outcome> {
    let owed = facts.owed?;
    if owed.is_zero() {
        return Some(silent(Why::NothingOwed));
    }
    part_at_most(facts.totals.waived, share, owed)
}

pub(super) fn not_waivable(facts: &Facts<'_>, component: Component) -> Option<Outcome> {
    if facts.plan.opening.get(component).is_zero() {
        return Some(silent(Why::NothingOwed));
    }
    money_at_most(facts.plan.waived.get(component), Money::ZERO)
}

pub(super) fn not_capitalisable(facts: &Facts<'_>, component: Component) -> Option<Outcome> {
    let capitalised = facts.plan.capitalised.get(component);
    if capitalised.is_zero() && facts.plan.opening.get(component).is_zero() {
        return Some(silent(Why::NothingOwed));
    }
    money_at_most(capitalised, Money::ZERO)
}

pub(super) fn minimum_down_payment(facts: &Facts<'_>, share: Share) -> Option<Outcome> {
    if facts.one_sum() {
        return Some(silent(Why::PaidInOneSum));
    }
    let owed = facts.owed?;
    if owed.is_zero() {
        return Some(silent(Why::NothingOwed));
    }
    let least = share.of(owed, Rounding::TowardZero).ok()?;
    let limit = Quantity::Part {
        amount: least,
        share,
    };
    part_at_least(facts.totals.due_now, limit, least, owed)
}

pub(super) fn minimum_instalment(facts: &Facts<'_>, amount: Money) -> Option<Outcome> {
    if facts.one_sum() {
        return Some(silent(Why::PaidInOneSum));
    }
    // The last one absorbs the remainder.
    let Some(smallest) = facts.totals.smallest_before_last else {
        return Some(silent(Why::SinglePayment));
    };
    let missing = amount.checked_sub(smallest).ok()?;
    Some(judged(
        Quantity::Money(amount),
        Quantity::Money(smallest),
        missing,
    ))
}

pub(super) fn within_original_principal(facts: &Facts<'_>) -> Option<Outcome> {
    let financed = facts.financed()?;
    // One sum without interest settles the old debt and makes no new one.
    let no_new_debt = facts.one_sum() && facts.totals.interest.is_zero();
    if financed.is_zero() || no_new_debt {
        return Some(silent(Why::NothingFinanced));
    }
    money_at_most(financed, facts.claim.terms.original_principal)
}

pub(super) fn charges_per_month(facts: &Facts<'_>, amount: Money) -> Option<Outcome> {
    if facts.plan.opening.charges.is_zero() {
        return Some(silent(Why::NothingOwed));
    }
    let begun = u32::try_from(facts.days_past_due).ok()?.div_ceil(30);
    money_at_most(
        facts.collected(Component::Charges)?,
        amount.checked_times(begun).ok()?,
    )
}
