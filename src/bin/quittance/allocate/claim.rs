//! `quittance allocate` over a claim by component: waived, paid, and the rest written off if it is small.

use quittance::engine::claim::{Components, PerComponent, allocate};
use quittance::engine::money::{Money, OutOfRange, Rounding};
use quittance::engine::plan::{Concessions, PlanError, Waiver, waived, written_off_within};

use crate::allocate::answer::{Answer, OverClaim};
use crate::allocate::document::Document;
use crate::amounts::{Decimals, component};
use crate::document::BadInput;
use crate::settlement_order::waterfall;
use crate::values::{code_form, coded};

/// Settles what is owed `before`.
pub fn settle_claim(document: &Document, decimals: Decimals) -> Result<Answer, BadInput> {
    let before = document.before.as_ref();
    let before = before.map_or(Ok(Components::ZERO), |given| given.read("before", decimals))?;
    let whole = |OutOfRange| decimals.beyond("before");
    before.total().map_err(whole)?;
    let waived = given_up(document, &before, decimals)?;
    let owed = before.checked_sub(&waived).map_err(whole)?;

    let payment = decimals.optional("payment", document.payment.as_ref())?;
    let days_past_due = i64::from(document.days_past_due.unwrap_or(0));
    let order = waterfall(document.order.as_ref(), document.switch.as_ref())?;
    let order = order.order_at(days_past_due);
    let allocation = allocate(payment.unwrap_or(Money::ZERO), &owed, order).map_err(whole)?;
    let left = owed.checked_sub(&allocation.paid).map_err(whole)?;

    let at = "write_off_within";
    let tolerance = decimals.optional(at, document.write_off_within.as_ref())?;
    let written_off = match tolerance {
        None => None,
        Some(tolerance) => {
            written_off_within(&left, tolerance).map_err(|_| decimals.beyond("before"))?
        }
    };
    let written_off = written_off.unwrap_or(Components::ZERO);
    let after = left.checked_sub(&written_off).map_err(whole)?;
    Ok(Answer::Claim(Box::new(OverClaim {
        before: decimals.parts(&before),
        waived: decimals.parts(&waived),
        allocated: decimals.parts(&allocation.paid),
        overpayment: decimals.text(allocation.excess),
        written_off: decimals.parts(&written_off),
        after: decimals.parts(&after),
    })))
}

fn given_up(
    document: &Document,
    before: &Components,
    decimals: Decimals,
) -> Result<Components, BadInput> {
    let rounding = match document.rounding.as_deref().map(code_form) {
        None => Rounding::HalfUp,
        Some(code) => coded("rounding", &code, Rounding::CODES, Rounding::from_code)?,
    };
    let mut waivers = PerComponent::all(Waiver::Nothing);
    for (name, text) in &document.waive {
        let at = format!("waive.{name}");
        waivers.set(component(&at, name)?, decimals.waiver(&at, text)?);
    }
    let concessions = Concessions {
        waivers,
        discount: Waiver::Nothing,
    };
    let waived = waived(before, &concessions, rounding).map_err(|error| match error {
        PlanError::WaiverAboveComponent {
            component,
            owed,
            waiver,
        } => {
            let at = format!("waive.{}", component.code());
            let problem = format!("is more than the {} owed", decimals.text(owed).0);
            BadInput::value(&at, &decimals.text(waiver).0, &problem)
        }
        // Nothing else goes wrong when amounts of a claim are added.
        _ => decimals.beyond("before"),
    })?;
    match waived.iter().find(|(_, amount)| amount.is_negative()) {
        Some((component, amount)) => {
            let at = format!("waive.{}", component.code());
            let text = decimals.text(amount).0;
            Err(BadInput::value(&at, &text, "must not be below zero"))
        }
        None => Ok(waived),
    }
}
