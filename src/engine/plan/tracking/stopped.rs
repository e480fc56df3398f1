//! What would be owed if nothing more were paid: the break table's rule over the payments really made.

use super::TrackedDue;
use crate::engine::calendar::Date;
use crate::engine::claim::{Claim, Components, PaymentReceived};
use crate::engine::money::Money;
use crate::engine::plan::breakage::{Broken, Run};
use crate::engine::plan::{Plan, PlanError, Proposal};

/// How far a plan was kept: what was paid under it and what has vested of its waiver.
pub(super) struct Kept {
    pub paid: Money,
    pub vested: Components,
}

/// The claim carried forward with the payments on their own days: under the plan's relief to the due date of the
/// first payment that is not paid whole, and under the contract from then on. The figures hold on that due date, or on
/// the day looked at where it is later. Payments made exactly as planned therefore come to the line of
/// [`break_table`](crate::engine::plan::break_table) after as many of them.
pub(super) fn stopped(
    claim: &Claim,
    proposal: &Proposal,
    plan: &Plan,
    dues: &[TrackedDue],
    arrived: &[PaymentReceived],
    kept: &Kept,
    on: Date,
) -> Result<Broken, PlanError> {
    let while_kept = proposal.relief.while_kept;
    let terms = while_kept.terms(&claim.terms, proposal.rate);
    let (after, missed) = first_open(dues, kept.paid)?.unwrap_or((0, on));
    // The table carries the claim to every row that it passes, one that asks for nothing too.
    let passed = dues
        .iter()
        .filter(|due| due.amount.is_zero() && due.date < missed)
        .map(|due| (due.date, Money::ZERO));
    let payments = arrived.iter().map(|payment| (payment.date, payment.amount));
    let mut moments: Vec<(Date, Money)> = payments.chain(passed).collect();
    moments.sort_by_key(|(date, _)| *date);

    let mut run = Run::new(claim, &terms, kept.vested)?;
    let mut in_plan = true;
    for (date, amount) in moments {
        if in_plan && date > missed {
            run.grow(missed)?;
            run.under(&claim.terms);
            in_plan = false;
        }
        run.grow(date)?;
        run.pay(date, amount)?;
    }
    let until = missed.max(on);
    if in_plan {
        run.grow(missed)?;
        run.under(&claim.terms);
    }
    run.grow(until)?;
    run.broken(after, until, &plan.waived)
}

/// How many payments stand before the first due that so much does not pay whole, and its day.
fn first_open(dues: &[TrackedDue], paid: Money) -> Result<Option<(u32, Date)>, PlanError> {
    let mut demanded = Money::ZERO;
    for due in dues {
        demanded = demanded.checked_add(due.amount)?;
        if demanded > paid {
            return Ok(Some((due.number.saturating_sub(1), due.date)));
        }
    }
    Ok(None)
}
