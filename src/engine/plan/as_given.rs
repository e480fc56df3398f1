//! Payments whose amounts are given one by one: what each settles, and whether they settle everything.

use super::layout::time_between;
use super::schedule::MOST_ROWS;
use super::{DatedPayment, DeferralInterest, PlanError, PlanRow, Proposal, RowKind};
use crate::engine::calendar::Date;
use crate::engine::claim::{Claim, Component, Components, Order, allocate};
use crate::engine::money::{Accrued, Money, YearFraction};

/// One payment to lay out.
pub(super) struct Given {
    pub due: Date,
    /// The time since the payment before, for which principal bears interest.
    pub time: YearFraction,
    /// How much, or whatever is left.
    pub payment: Option<Money>,
}

/// The payments of [`Settlement::OnDates`](super::Settlement::OnDates), in order of date.
pub(super) fn on_dates(
    claim: &Claim,
    proposal: &Proposal,
    payments: &[DatedPayment],
    rest_on: Option<Date>,
) -> Result<Vec<Given>, PlanError> {
    let given = payments
        .iter()
        .map(|payment| (payment.date, Some(payment.amount)));
    let all = given.chain(rest_on.map(|date| (date, None)));
    let mut lines = Vec::with_capacity(payments.len().saturating_add(1));
    let mut before = claim.as_of;
    for (due, payment) in all {
        let first = lines.is_empty();
        let expected = if first { proposal.first_due } else { before };
        if if first {
            due != expected
        } else {
            due <= expected
        } {
            return Err(PlanError::DaysOutOfOrder {
                before: expected,
                date: due,
            });
        }
        // Until the first payment interest is stopped or runs on: nothing is left that could become principal.
        let time = if first && proposal.deferral == DeferralInterest::Frozen {
            YearFraction::ZERO
        } else {
            time_between(proposal.basis, before, due)?
        };
        lines.push(Given { due, time, payment });
        before = due;
    }
    let most = usize::try_from(MOST_ROWS).unwrap_or(usize::MAX);
    if lines.is_empty() || lines.len() > most {
        return Err(PlanError::CountOutOfRange { most: MOST_ROWS });
    }
    Ok(lines)
}

/// Lays out given payments, appending to `rows`. `first` is what the first of them settles before anything else.
pub(super) fn lay_out_given(
    proposal: &Proposal,
    order: Order,
    lines: &[Given],
    first: Components,
    mut left: Components,
    rows: &mut Vec<PlanRow>,
) -> Result<(), PlanError> {
    let mut with_the_first = first;
    let mut unpaid_interest = Money::ZERO;
    let mut last = 0_u32;
    for (line, number) in lines.iter().zip(1_u32..) {
        let interest =
            Accrued::of(left.principal, proposal.rate, line.time)?.settle(proposal.rounding)?;
        unpaid_interest = unpaid_interest.checked_add(interest)?;
        left.add_to(Component::Interest, interest)?;
        let owed = left.total()?;
        let payment = line.payment.unwrap_or(owed);
        let difference = payment.checked_sub(owed)?;
        if owed.is_zero() || difference.is_positive() {
            return Err(PlanError::PaymentsDoNotAddUp { number, difference });
        }
        if !payment.is_positive() {
            return Err(PlanError::PaymentNotPositive { number });
        }
        let arrears = with_the_first.total()?;
        let mut remaining = payment.checked_sub(arrears)?;
        if remaining.is_negative() {
            return Err(PlanError::FirstBelowArrears { payment, arrears });
        }
        let mut paid = with_the_first;
        with_the_first = Components::ZERO;
        let of_interest = remaining.min(unpaid_interest);
        unpaid_interest = unpaid_interest.checked_sub(of_interest)?;
        remaining = remaining.checked_sub(of_interest)?;
        paid.add_to(Component::Interest, of_interest)?;
        let settled = allocate(remaining, &left.checked_sub(&paid)?, order)?.paid;
        paid = paid.checked_add(&settled)?;
        left = left.checked_sub(&paid)?;
        rows.push(PlanRow {
            kind: RowKind::Instalment,
            date: line.due,
            interest,
            paid,
            closing: left,
        });
        last = number;
    }
    let owed = left.total()?;
    if owed.is_zero() {
        Ok(())
    } else {
        Err(PlanError::PaymentsDoNotAddUp {
            number: last,
            difference: Money::ZERO.checked_sub(owed)?,
        })
    }
}
