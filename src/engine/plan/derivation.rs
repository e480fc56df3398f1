//! From what the interest of each row of a plan was worked out, for whoever wants to do it again by hand.

use super::layout::time_between;
use super::schedule;
use super::{DeferralInterest, InterestBasis, Plan, PlanError, Proposal, RowKind, Settlement};
use crate::engine::calendar::{Date, days_between};
use crate::engine::claim::Claim;
use crate::engine::money::{Accrued, Money, Rate, YearFraction};

/// One row's interest: `principal x rate x time`, rounded as the proposal says, comes to it to the minor unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InterestDerived {
    /// The balance that bore it.
    pub principal: Money,
    /// The yearly rate.
    pub rate: Rate,
    /// The day from which it ran.
    pub from: Date,
    /// The day to which it ran.
    pub to: Date,
    /// Calendar days between the two.
    pub days: u32,
    /// The time as a part of a year, reduced: over, under.
    pub part_of_year: (i64, i64),
    /// What it comes to.
    pub interest: Money,
}

/// The derivation of every row's interest, in the order of the plan's rows. `None` where there is no interest, or where
/// no single balance bore it: interest carried from row to row, or carried balances that are not whole minor units.
///
/// # Errors
/// [`PlanError`] if a figure leaves its range, which it did not when the plan was laid out.
pub fn interest_derived(
    claim: &Claim,
    proposal: &Proposal,
    plan: &Plan,
) -> Result<Vec<Option<InterestDerived>>, PlanError> {
    let mut from = claim.as_of;
    let mut whole = None;
    let mut derived = Vec::with_capacity(plan.rows.len());
    let mut first = true;
    for row in &plan.rows {
        let principal = row.closing.principal.checked_add(row.paid.principal)?;
        let time = match row.kind {
            RowKind::DownPayment => YearFraction::ZERO,
            RowKind::Deferral => time_between(proposal.basis, from, row.date)?,
            RowKind::Instalment | RowKind::LumpSum => {
                whole = whole.or(Some(principal));
                if first {
                    from = start_of_first(claim, proposal)?;
                }
                time_of(proposal, from, row.date, std::mem::take(&mut first))?
            }
        };
        // Interest that became principal with this very row bore none itself.
        let added =
            row.kind == RowKind::Deferral && proposal.deferral == DeferralInterest::Capitalised;
        let bearing = if added {
            principal.checked_sub(row.interest)?
        } else {
            principal
        };
        // Flat interest is borne by the whole principal in every row.
        let candidates = [Some(bearing), whole];
        let found = candidates.into_iter().flatten().find(|principal| {
            let grown = Accrued::of(*principal, proposal.rate, time);
            grown.and_then(|grown| grown.settle(proposal.rounding)) == Ok(row.interest)
        });
        let bears = row.interest.is_positive();
        derived.push(found.filter(|_| bears).map(|principal| InterestDerived {
            principal,
            rate: proposal.rate,
            from,
            to: row.date,
            days: u32::try_from(days_between(from, row.date)).unwrap_or(0),
            part_of_year: time.in_lowest_terms(),
            interest: row.interest,
        }));
        from = row.date;
    }
    Ok(derived)
}

/// The day from which the first payment's own interest runs.
fn start_of_first(claim: &Claim, proposal: &Proposal) -> Result<Date, PlanError> {
    match proposal.settlement {
        Settlement::Instalments { frequency, .. } => {
            let start = frequency.step_back(proposal.first_due)?;
            Ok(start.max(claim.as_of))
        }
        Settlement::LumpSum | Settlement::OnDates { .. } => Ok(claim.as_of),
    }
}

/// The time for which a payment's interest runs, as the plan counts it.
fn time_of(
    proposal: &Proposal,
    from: Date,
    due: Date,
    first: bool,
) -> Result<YearFraction, PlanError> {
    match (&proposal.settlement, proposal.basis) {
        (Settlement::Instalments { frequency, .. }, InterestBasis::Periodic) if !first => {
            Ok(frequency.period_fraction())
        }
        (Settlement::Instalments { frequency, .. }, basis) => {
            let periods = schedule::periods(from, due, *frequency, 1, basis);
            let period = periods.ok().and_then(|periods| periods.first().copied());
            Ok(period.ok_or(PlanError::Accrual)?.fraction)
        }
        _ if first && proposal.deferral == DeferralInterest::Frozen => Ok(YearFraction::ZERO),
        (_, basis) => time_between(basis, from, due),
    }
}
