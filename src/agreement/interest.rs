//! What the document says of interest and of what else is carried along.

use super::Clause;
use super::document::Source;
use crate::engine::claim::{Component, Components};
use crate::engine::money::{Money, OutOfRange};
use crate::engine::plan::{Carry, DeferralInterest, Repayment, RowKind, Settlement};

impl Source<'_> {
    /// Interest of the plan and before it, and what becomes of arrears that are not given up.
    pub(super) fn interest(&self) -> Result<Vec<Clause>, OutOfRange> {
        let proposal = &self.offer.proposal;
        let (rate, basis) = (proposal.rate, proposal.basis);
        let mut clauses = vec![Clause::PlanInterest {
            rate,
            basis,
            total: self.worked.totals.interest,
        }];
        clauses.extend(self.before_start());
        clauses.push(Clause::NothingElseGrows);
        let arrears = self.left_after_down_payment()?;
        let as_given = match &proposal.settlement {
            Settlement::Instalments { repayment, .. } => {
                matches!(repayment, Repayment::Custom { .. })
            }
            Settlement::OnDates { .. } => true,
            Settlement::LumpSum => false,
        };
        for (component, amount) in arrears.iter() {
            let carry = proposal.carry.get(component);
            let in_one_sum = matches!(proposal.settlement, Settlement::LumpSum);
            // One sum pays everything at once: only what was added to principal behaves otherwise.
            let told = !in_one_sum || carry == Carry::Capitalised;
            if component != Component::Principal && amount.is_positive() && told {
                clauses.push(Clause::Carried {
                    component,
                    amount,
                    carry,
                    as_given,
                });
            }
        }
        Ok(clauses)
    }

    /// What happens between the as-of date and the day from which the first payment's interest runs, where the
    /// two are apart.
    fn before_start(&self) -> Option<Clause> {
        let proposal = &self.offer.proposal;
        let from = self.offer.claim.as_of;
        let rows = &self.worked.plan.rows;
        let (until, kind) = match proposal.settlement {
            Settlement::LumpSum => (proposal.first_due, RowKind::LumpSum),
            Settlement::OnDates { .. } => (proposal.first_due, RowKind::Instalment),
            Settlement::Instalments { frequency, .. } => (
                frequency.step_back(proposal.first_due).ok()?,
                RowKind::Deferral,
            ),
        };
        let row = rows.iter().find(|row| row.kind == kind);
        let interest = row.map_or(Money::ZERO, |row| row.interest);
        let treatment = match (&proposal.settlement, proposal.deferral) {
            // The first payment pays the interest too: nothing is left that could become principal.
            (Settlement::LumpSum | Settlement::OnDates { .. }, DeferralInterest::Capitalised) => {
                DeferralInterest::Accrues
            }
            (_, treatment) => treatment,
        };
        (until > from).then_some(Clause::BeforeStart {
            treatment,
            from,
            until,
            interest,
        })
    }

    fn left_after_down_payment(&self) -> Result<Components, OutOfRange> {
        let plan = &self.worked.plan;
        match plan.rows.first() {
            Some(row) if row.kind == RowKind::DownPayment => Ok(row.closing),
            _ => plan.opening.checked_sub(&plan.waived),
        }
    }
}
