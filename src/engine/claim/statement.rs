//! A claim carried forward through payments, line by line.

use super::lot::{Charged, Lot};
use super::{
    AccrualError, Balances, Claim, Components, LateTerms, PaymentReceived, Settling, allocate,
};
use crate::engine::calendar::Date;
use crate::engine::money::Money;

/// One line of a statement: what grew since the line before, what was paid, and what is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatementLine {
    /// The day of the payment; the last line is the day on which the statement ends.
    pub date: Date,
    /// What accrued since the line before, by component.
    pub grown: Components,
    /// The payment by component; all zero in the last line.
    pub paid: Components,
    /// What the payment brought beyond everything owed.
    pub excess: Money,
    /// What is owed afterwards.
    pub closing: Balances,
}

/// Carries a claim from its as-of date through payments to `until`: one line for each payment in order of date,
/// and a last one for the day on which it ends. What a debt costs to settle that day is the last line's closing.
///
/// Between payments the claim grows under its terms, within their ceiling and cap; each payment is allocated in
/// the contract's order as it stands that day. Payments after `until` are left out.
///
/// # Errors
/// [`AccrualError`] if an amount leaves the supported range, a payment is below zero, or a day is before the
/// as-of date.
pub fn statement(
    claim: &Claim,
    payments: &[PaymentReceived],
    until: Date,
    settling: Settling,
) -> Result<Vec<StatementLine>, AccrualError> {
    let late = LateTerms {
        ceiling: claim.terms.ceiling,
        settling,
        ..LateTerms::default()
    };
    let mut arrivals = Vec::with_capacity(payments.len());
    for (number, payment) in payments.iter().enumerate() {
        if payment.amount.is_negative() {
            return Err(AccrualError::NegativePayment {
                payment: number,
                amount: payment.amount,
            });
        }
        if payment.date <= until {
            arrivals.push(*payment);
        }
    }
    arrivals.sort_by_key(|payment| payment.date);
    let end = PaymentReceived {
        date: until,
        amount: Money::ZERO,
    };
    let mut lot = Lot::new(claim.as_of, claim.balances, true);
    let mut charged = Charged {
        growing: claim.components().charges,
        ..Charged::default()
    };
    let mut lines = Vec::with_capacity(arrivals.len().saturating_add(1));
    for payment in arrivals.into_iter().chain([end]) {
        let before = lot.balances.components;
        lot.grow(&claim.terms, &late, payment.date, &mut charged)?;
        let owed = lot.balances.components;
        let order = claim.terms.waterfall;
        let order = order.order_at(claim.days_past_due(payment.date));
        let allocation = allocate(payment.amount, &owed, order)?;
        lot.balances.settle(&allocation.paid)?;
        lines.push(StatementLine {
            date: payment.date,
            grown: owed.checked_sub(&before)?,
            paid: allocation.paid,
            excess: allocation.excess,
            closing: lot.balances,
        });
    }
    Ok(lines)
}
