//! A claim and a proposal laid out in time.

use super::as_given::{lay_out_given, on_dates};
use super::instalments::{Instalments, lay_out_instalments, paid_with_the_first};
use super::{Carry, DeferralInterest, InterestBasis, PlanError, Proposal, Settlement, waived};
use crate::engine::calendar::{Date, DayCount, Frequency};
use crate::engine::claim::{Claim, Component, Components, Order, allocate};
use crate::engine::money::{Accrued, Money, YearFraction};

/// What a row of a plan is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// A payment on the as-of date.
    DownPayment,
    /// Interest of the time before the instalments start; nothing is paid.
    Deferral,
    /// An instalment.
    Instalment,
    /// The rest in one sum.
    LumpSum,
}

/// One line of a plan: what accrued since the line before, what is paid, and what is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlanRow {
    /// What it is.
    pub kind: RowKind,
    /// The day on which it falls.
    pub date: Date,
    /// Interest for the time since the line before, at the plan's rate.
    pub interest: Money,
    /// The payment by component; all zero where nothing is paid.
    pub paid: Components,
    /// What is left to pay afterwards, by component.
    pub closing: Components,
}

/// A proposal laid out: every figure that a person sees comes from here.
///
/// For the whole plan: `opening + sum of interest = waived + sum of paid`, in total; and every component of the
/// last closing is zero.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// What is owed on the as-of date.
    pub opening: Components,
    /// What is given up on completion.
    pub waived: Components,
    /// What was moved from each component to principal before the schedule, deferral interest included.
    pub capitalised: Components,
    /// The lines in order of date.
    pub rows: Vec<PlanRow>,
}

/// Lays out a proposal for a claim, in the order that never changes: what the claim recognises, then
/// concessions, then the down payment, then capitalisation, then the schedule.
///
/// The down payment, and the part of every instalment that is for arrears carried along, settle components in
/// the contract's order of allocation as it stands on the as-of date; the last instalment pays what is left.
///
/// # Errors
/// [`PlanError`], naming the term that does not fit.
pub fn lay_out(claim: &Claim, proposal: &Proposal) -> Result<Plan, PlanError> {
    let opening = *claim.components();
    if proposal.first_due < claim.as_of {
        return Err(PlanError::FirstDueBeforeAsOf {
            as_of: claim.as_of,
            first_due: proposal.first_due,
        });
    }
    let given_up = waived(&opening, &proposal.concessions, proposal.rounding)?;
    let mut left = opening.checked_sub(&given_up)?;
    let mut rows = Vec::new();
    let order = claim
        .terms
        .waterfall
        .order_at(claim.days_past_due(claim.as_of));
    pay_down(claim, proposal, order, &mut left, &mut rows)?;

    let mut capitalised = Components::ZERO;
    for (component, carry) in proposal.carry.iter() {
        if component != Component::Principal && carry == Carry::Capitalised {
            let amount = left.get(component);
            capitalised.set(component, amount);
            left.set(component, Money::ZERO);
            left.add_to(Component::Principal, amount)?;
        }
    }
    match &proposal.settlement {
        Settlement::LumpSum => lump_sum(claim, proposal, &mut left, &mut rows)?,
        Settlement::Instalments {
            repayment,
            frequency,
            size,
            multiple,
        } => {
            let start = defer(
                claim,
                proposal,
                *frequency,
                &mut left,
                &mut capitalised,
                &mut rows,
            )?;
            let terms = Instalments {
                start,
                repayment,
                frequency: *frequency,
                size: *size,
                multiple: *multiple,
                order,
            };
            lay_out_instalments(proposal, &terms, left, &mut rows)?;
        }
        Settlement::OnDates { payments, rest_on } => {
            let lines = on_dates(claim, proposal, payments, *rest_on)?;
            let first = paid_with_the_first(proposal, &left);
            lay_out_given(proposal, order, &lines, first, left, &mut rows)?;
        }
    }
    Ok(Plan {
        opening,
        waived: given_up,
        capitalised,
        rows,
    })
}

fn pay_down(
    claim: &Claim,
    proposal: &Proposal,
    order: Order,
    left: &mut Components,
    rows: &mut Vec<PlanRow>,
) -> Result<(), PlanError> {
    let owed = left.total()?;
    if proposal.down_payment.is_negative() || proposal.down_payment > owed {
        let down_payment = proposal.down_payment;
        return Err(PlanError::DownPaymentAboveBalance { owed, down_payment });
    }
    if proposal.down_payment.is_zero() {
        return Ok(());
    }
    let paid = allocate(proposal.down_payment, left, order)?.paid;
    *left = left.checked_sub(&paid)?;
    let kind = RowKind::DownPayment;
    let interest = Money::ZERO;
    rows.push(PlanRow {
        kind,
        date: claim.as_of,
        interest,
        paid,
        closing: *left,
    });
    Ok(())
}

/// Interest at the plan's rate for a stretch of time that is not one of the schedule's periods.
fn interest_between(
    proposal: &Proposal,
    principal: Money,
    from: Date,
    to: Date,
) -> Result<Money, PlanError> {
    let time = time_between(proposal.basis, from, to)?;
    Ok(Accrued::of(principal, proposal.rate, time)?.settle(proposal.rounding)?)
}

/// A stretch of time that is not one of the schedule's periods: whole months and days where periods count as regular.
pub(super) fn time_between(
    basis: InterestBasis,
    from: Date,
    to: Date,
) -> Result<YearFraction, PlanError> {
    let day_count = match basis {
        InterestBasis::Periodic => DayCount::WholeMonth,
        InterestBasis::Daily(day_count) => day_count,
    };
    day_count
        .year_fraction(from, to)
        .map_err(|_| PlanError::Accrual)
}

fn lump_sum(
    claim: &Claim,
    proposal: &Proposal,
    left: &mut Components,
    rows: &mut Vec<PlanRow>,
) -> Result<(), PlanError> {
    let interest = match proposal.deferral {
        DeferralInterest::Frozen => Money::ZERO,
        DeferralInterest::Accrues | DeferralInterest::Capitalised => {
            interest_between(proposal, left.principal, claim.as_of, proposal.first_due)?
        }
    };
    left.add_to(Component::Interest, interest)?;
    let row = PlanRow {
        kind: RowKind::LumpSum,
        date: proposal.first_due,
        interest,
        paid: *left,
        closing: Components::ZERO,
    };
    rows.push(row);
    Ok(())
}

/// Works out the interest until the instalments start, and returns the day from which they run.
fn defer(
    claim: &Claim,
    proposal: &Proposal,
    frequency: Frequency,
    left: &mut Components,
    capitalised: &mut Components,
    rows: &mut Vec<PlanRow>,
) -> Result<Date, PlanError> {
    let start = frequency.step_back(proposal.first_due)?;
    if start <= claim.as_of {
        return Ok(claim.as_of);
    }
    let interest = match proposal.deferral {
        DeferralInterest::Frozen => return Ok(start),
        DeferralInterest::Accrues | DeferralInterest::Capitalised => {
            interest_between(proposal, left.principal, claim.as_of, start)?
        }
    };
    if interest.is_zero() {
        return Ok(start);
    }
    if proposal.deferral == DeferralInterest::Capitalised {
        left.add_to(Component::Principal, interest)?;
        capitalised.add_to(Component::Interest, interest)?;
    } else {
        left.add_to(Component::Interest, interest)?;
    }
    let (kind, paid) = (RowKind::Deferral, Components::ZERO);
    rows.push(PlanRow {
        kind,
        date: start,
        interest,
        paid,
        closing: *left,
    });
    Ok(start)
}
