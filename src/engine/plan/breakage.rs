//! If I stop after instalment k: what is owed then, for every k.

use super::{Plan, PlanError, RowKind};
use crate::engine::calendar::Date;
use crate::engine::claim::{Claim, Components, accrue, allocate};
use crate::engine::money::Money;

/// What is owed if payments stop after some of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stop {
    /// How many payments were made, the down payment included; 0 if none.
    pub after: u32,
    /// The day on which the first missed payment was due; the amounts below hold on that day.
    pub on: Date,
    /// What had been paid.
    pub paid: Money,
    /// What had been given up on condition that the plan is kept, and is owed again.
    pub revived: Money,
    /// What is owed by component: the claim with everything the contract accrues since the as-of date, less
    /// the payments made, settled in the contract's order.
    pub owed: Components,
}

/// One [`Stop`] for every payment that can be the first one missed.
///
/// The claim is carried forward as if there had been no plan: nothing has vested before completion, so a broken
/// plan leaves the original claim, plus accrual under the contract's terms, minus what was paid.
///
/// # Errors
/// [`PlanError::Amount`] if an amount leaves the supported range; [`PlanError::Accrual`] if the contract's accrual
/// cannot be worked out.
pub fn if_payments_stop(claim: &Claim, plan: &Plan) -> Result<Vec<Stop>, PlanError> {
    let revived = plan.waived.total()?;
    let mut balances = claim.balances;
    let mut since = claim.as_of;
    let mut paid = Money::ZERO;
    let mut stops = Vec::with_capacity(plan.rows.len());
    let payments = plan.rows.iter().filter(|row| row.kind != RowKind::Deferral);
    for (row, after) in payments.zip(0_u32..) {
        let grown =
            accrue(&balances, &claim.terms, since, row.date).map_err(|_| PlanError::Accrual)?;
        balances.components = balances.components.checked_add(&grown)?;
        since = row.date;
        stops.push(Stop {
            after,
            on: row.date,
            paid,
            revived,
            owed: balances.components,
        });
        let payment = row.paid.total()?;
        let order = claim
            .terms
            .waterfall
            .order_at(claim.days_past_due(row.date));
        let allocation = allocate(payment, &balances.components, order)?;
        balances.settle(&allocation.paid)?;
        paid = paid.checked_add(payment)?;
    }
    Ok(stops)
}
