//! If I stop after instalment k: what is owed then, for every k.

use super::{Plan, PlanError, Progress, Proposal, RowKind};
use crate::engine::calendar::Date;
use crate::engine::claim::{Balances, Claim, Components, Terms, accrue, allocate};
use crate::engine::money::Money;

/// What is owed if payments stop after some of them, part by part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Broken {
    /// How many payments were made, the down payment included; 0 if none.
    pub after: u32,
    /// The day on which the first missed payment was due; the amounts below hold on that day.
    pub on: Date,
    /// What had been paid.
    pub paid: Money,
    /// What had been given up for good by then, by component.
    pub vested: Components,
    /// What had been given up on condition that the plan is kept, and is owed again, by component.
    pub revived: Components,
    /// What accrued since the claim's as-of date, by component.
    pub accrued: Components,
    /// What is owed: `claim - vested + accrued - (paid - excess)`, with the payments settled in the contract's
    /// order, whatever they settled in the plan.
    pub balances: Balances,
    /// What was paid beyond everything owed: to be returned.
    pub excess: Money,
}

impl Broken {
    /// The claim that is left, on the day of the first missed payment; it grows under the contract again.
    #[must_use]
    pub const fn claim(&self, before: &Claim) -> Claim {
        Claim {
            as_of: self.on,
            balances: self.balances,
            ..*before
        }
    }
}

/// One [`Broken`] for every payment that can be the first one missed, under the proposal's [`Relief`](super::Relief).
///
/// Under the default relief the claim is carried forward as if there had been no plan: a broken plan leaves the original
/// claim, plus accrual under the contract's terms, minus what was paid.
///
/// What has vested counts as given up from the as-of date on: the claim that revives is worked out without it,
/// so that a waiver never lands on another component than its own, even where the payments made have settled
/// that component meanwhile.
///
/// # Errors
/// [`PlanError::Amount`] if an amount leaves the supported range; [`PlanError::Accrual`] if the accrual cannot be
/// worked out.
pub fn break_table(
    claim: &Claim,
    proposal: &Proposal,
    plan: &Plan,
) -> Result<Vec<Broken>, PlanError> {
    let relief = &proposal.relief;
    let terms = relief.while_kept.terms(&claim.terms, proposal.rate);
    let payments = payments(plan)?;
    let to_pay = Money::sum(payments.iter().map(|(_, amount)| *amount))?;
    let mut table: Vec<Broken> = Vec::with_capacity(payments.len());
    let mut run = Run::new(claim, &terms, Components::ZERO)?;
    let mut made = 0_u32;
    for (number, (date, payment)) in payments.iter().enumerate() {
        let progress = Progress {
            payments: made,
            paid: run.paid,
            to_pay,
        };
        let vested = relief.vesting.vested(&plan.waived, progress)?;
        if vested != run.vested {
            // More has vested: the claim without it, from the as-of date on.
            run = Run::new(claim, &terms, vested)?;
            for (date, payment) in payments.iter().take(number) {
                run.grow(*date)?;
                run.pay(*date, *payment)?;
            }
        }
        run.grow(*date)?;
        table.push(run.broken(run.after, *date, &plan.waived)?);
        run.pay(*date, *payment)?;
        made = made.saturating_add(u32::from(payment.is_positive()));
    }
    Ok(table)
}

/// When payments of a plan are due and what they come to.
fn payments(plan: &Plan) -> Result<Vec<(Date, Money)>, PlanError> {
    plan.rows
        .iter()
        .filter(|row| row.kind != RowKind::Deferral)
        .map(|row| Ok((row.date, row.paid.total()?)))
        .collect()
}

/// A claim carried forward beside its plan.
pub(super) struct Run<'a> {
    claim: &'a Claim,
    terms: &'a Terms,
    vested: Components,
    balances: Balances,
    since: Date,
    after: u32,
    paid: Money,
    accrued: Components,
    excess: Money,
}

impl<'a> Run<'a> {
    /// The claim less what has vested of it.
    pub(super) fn new(
        claim: &'a Claim,
        terms: &'a Terms,
        vested: Components,
    ) -> Result<Self, PlanError> {
        let mut balances = claim.balances;
        balances.settle(&vested)?;
        Ok(Self {
            claim,
            terms,
            vested,
            balances,
            since: claim.as_of,
            after: 0,
            paid: Money::ZERO,
            accrued: Components::ZERO,
            excess: Money::ZERO,
        })
    }

    /// The terms by which it grows from now on.
    pub(super) const fn under(&mut self, terms: &'a Terms) {
        self.terms = terms;
    }

    /// What is owed as it stands now, after so many payments, with what of a waiver is owed again.
    pub(super) fn broken(
        &self,
        after: u32,
        on: Date,
        waived: &Components,
    ) -> Result<Broken, PlanError> {
        Ok(Broken {
            after,
            on,
            paid: self.paid,
            vested: self.vested,
            revived: waived.checked_sub(&self.vested)?,
            accrued: self.accrued,
            balances: self.balances,
            excess: self.excess,
        })
    }

    pub(super) fn grow(&mut self, to: Date) -> Result<(), PlanError> {
        let grown =
            accrue(&self.balances, self.terms, self.since, to).map_err(|_| PlanError::Accrual)?;
        self.balances.components = self.balances.components.checked_add(&grown)?;
        self.accrued = self.accrued.checked_add(&grown)?;
        self.since = to;
        Ok(())
    }

    pub(super) fn pay(&mut self, on: Date, payment: Money) -> Result<(), PlanError> {
        let waterfall = self.claim.terms.waterfall;
        let order = waterfall.order_at(self.claim.days_past_due(on));
        let allocation = allocate(payment, &self.balances.components, order)?;
        self.balances.settle(&allocation.paid)?;
        self.paid = self.paid.checked_add(payment)?;
        self.excess = self.excess.checked_add(allocation.excess)?;
        self.after = self.after.saturating_add(1);
        Ok(())
    }
}
