//! What is given up, worked out before anything is capitalised.

use super::{Concessions, PlanError, Waiver};
use crate::engine::claim::{Component, Components};
use crate::engine::money::{Money, Rounding};

/// The order in which a discount on the total is taken from components: what is owed for being late
/// first, principal last.
pub const DISCOUNT_ORDER: [Component; 6] = [
    Component::Penalty,
    Component::Compound,
    Component::Charges,
    Component::Interest,
    Component::Costs,
    Component::Principal,
];

/// What the concessions come to per component, on what is `owed`.
///
/// A waiver of a component is taken from that component and no other.
///
/// # Errors
/// [`PlanError::WaiverAboveComponent`] and [`PlanError::DiscountAboveTotal`] for an amount larger than what
/// it is taken from; [`PlanError::Amount`] if an amount leaves the supported range.
pub fn waived(
    owed: &Components,
    concessions: &Concessions,
    rounding: Rounding,
) -> Result<Components, PlanError> {
    let mut waived = Components::ZERO;
    let none_negative = owed.iter().all(|(_, amount)| !amount.is_negative());
    if *concessions == Concessions::NONE && none_negative {
        return Ok(waived);
    }
    for (component, waiver) in concessions.waivers.iter() {
        let from = owed.get(component);
        let given_up = amount_of(waiver, from, rounding)?;
        if given_up > from {
            return Err(PlanError::WaiverAboveComponent {
                component,
                owed: from,
                waiver: given_up,
            });
        }
        waived.set(component, given_up);
    }
    let left = owed.checked_sub(&waived)?;
    let total = left.total()?;
    let mut discount = amount_of(concessions.discount, total, rounding)?;
    if discount > total {
        return Err(PlanError::DiscountAboveTotal {
            owed: total,
            discount,
        });
    }
    for component in DISCOUNT_ORDER {
        let portion = discount.min(left.get(component));
        waived.add_to(component, portion)?;
        discount = discount.checked_sub(portion)?;
    }
    Ok(waived)
}

/// What is written off to close a debt of which at most `tolerance` is left: everything, by component; `None` if
/// more is left, or nothing.
///
/// # Errors
/// [`PlanError::Amount`] if the sum leaves the supported range.
pub fn written_off_within(
    left: &Components,
    tolerance: Money,
) -> Result<Option<Components>, PlanError> {
    let total = left.total()?;
    Ok((total.is_positive() && total <= tolerance).then_some(*left))
}

fn amount_of(waiver: Waiver, from: Money, rounding: Rounding) -> Result<Money, PlanError> {
    Ok(match waiver {
        Waiver::Nothing => Money::ZERO,
        Waiver::Share(share) => share.of(from, rounding)?,
        Waiver::Amount(amount) => amount,
    })
}
