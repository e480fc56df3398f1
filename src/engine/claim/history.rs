//! The claim worked out again from the instalments that fell due and the payments that arrived.
//!
//! Checking the penalty figure before a call is the first step of good practice: a wrong figure
//! destroys trust.

use super::{AccrualError, Balances, Components, PenaltyBase, Terms, accrue, allocate};
use crate::engine::calendar::{Date, days_between};
use crate::engine::money::{Accrued, Money};

/// One instalment of the contract as it was agreed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ContractInstalment {
    /// The day it falls due.
    pub due: Date,
    /// Its principal.
    pub principal: Money,
    /// Its interest at the contract rate.
    pub interest: Money,
}

/// A payment that arrived.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PaymentReceived {
    /// The day it arrived.
    pub date: Date,
    /// Its amount.
    pub amount: Money,
}

/// What was agreed and what arrived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History {
    /// The day from which the first instalment's interest runs.
    pub start: Date,
    /// Every instalment of the contract in order of due date, future ones included.
    pub instalments: Vec<ContractInstalment>,
    /// Every payment in order of date.
    pub payments: Vec<PaymentReceived>,
}

/// What is left of one instalment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Lot {
    due: Date,
    accrued_to: Date,
    balances: Balances,
}

/// A claim recomputed from its history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recomputed {
    /// What is owed on the as-of date.
    pub balances: Balances,
    /// The due date of the oldest instalment with something unpaid, if one is past due.
    pub overdue_since: Option<Date>,
    /// What arrived beyond everything that had fallen due.
    pub excess: Money,
}

/// Works out what is owed on `as_of`: unpaid principal of every instalment, contract interest of those
/// past due and of the running period, and penalty and compound interest from each due date on.
///
/// Payments settle the oldest instalment first, each in the contract's order of components; the order
/// follows the days past due on the day of the payment. What is left after everything due is kept as
/// excess: an early repayment is not presumed.
///
/// # Errors
/// [`AccrualError`] if an amount leaves the supported range or a date is before its instalment's start.
pub fn recompute(
    history: &History,
    terms: &Terms,
    as_of: Date,
) -> Result<Recomputed, AccrualError> {
    let mut lots = Vec::with_capacity(history.instalments.len());
    let mut excess = Money::ZERO;
    let mut payments = history
        .payments
        .iter()
        .filter(|payment| payment.date <= as_of)
        .peekable();
    let mut upcoming = history
        .instalments
        .iter()
        .filter(|lot| lot.due <= as_of)
        .peekable();
    // Due dates come before payments of the same day: what falls due today can be paid today.
    loop {
        let due_next = match (upcoming.peek(), payments.peek()) {
            (Some(instalment), Some(payment)) => instalment.due <= payment.date,
            (Some(_), None) => true,
            (None, Some(_)) => false,
            (None, None) => break,
        };
        if due_next {
            let Some(instalment) = upcoming.next() else {
                break;
            };
            let mut lot = Lot {
                due: instalment.due,
                accrued_to: instalment.due,
                balances: Balances {
                    components: Components {
                        principal: instalment.principal,
                        interest: instalment.interest,
                        ..Components::ZERO
                    },
                    overdue_principal: instalment.principal,
                },
            };
            excess = pay(&mut lot, excess, terms, instalment.due, instalment.due)?;
            lots.push(lot);
        } else {
            let Some(payment) = payments.next() else {
                break;
            };
            let oldest = oldest_unpaid(&lots).unwrap_or(payment.date);
            let mut left = payment.amount;
            for lot in &mut lots {
                grow(lot, terms, payment.date)?;
                left = pay(lot, left, terms, payment.date, oldest)?;
            }
            excess = excess.checked_add(left)?;
        }
    }
    for lot in &mut lots {
        grow(lot, terms, as_of)?;
    }
    total(history, terms, as_of, &lots, excess)
}

fn grow(lot: &mut Lot, terms: &Terms, to: Date) -> Result<(), AccrualError> {
    // An instalment past due bears what overdue principal bears, whatever the base after acceleration.
    let terms = Terms {
        penalty: terms.penalty.map(|mut penalty| {
            penalty.base = PenaltyBase::OverduePrincipal;
            penalty
        }),
        ceiling: None,
        ..*terms
    };
    let grown = accrue(&lot.balances, &terms, lot.accrued_to, to)?;
    lot.balances.components = lot.balances.components.checked_add(&grown)?;
    lot.accrued_to = to;
    Ok(())
}

fn pay(
    lot: &mut Lot,
    amount: Money,
    terms: &Terms,
    on: Date,
    oldest: Date,
) -> Result<Money, AccrualError> {
    let order = terms.waterfall.order_at(days_between(oldest, on));
    let allocation = allocate(amount, &lot.balances.components, order)?;
    lot.balances.settle(&allocation.paid)?;
    Ok(allocation.excess)
}

fn oldest_unpaid(lots: &[Lot]) -> Option<Date> {
    lots.iter()
        .find(|lot| !lot.balances.components.is_zero())
        .map(|lot| lot.due)
}

fn total(
    history: &History,
    terms: &Terms,
    as_of: Date,
    lots: &[Lot],
    excess: Money,
) -> Result<Recomputed, AccrualError> {
    let mut balances = Balances {
        components: Components::ZERO,
        overdue_principal: Money::ZERO,
    };
    for lot in lots {
        balances.components = balances.components.checked_add(&lot.balances.components)?;
        balances.overdue_principal = balances
            .overdue_principal
            .checked_add(lot.balances.components.principal)?;
    }
    let mut not_due = Money::ZERO;
    for instalment in history
        .instalments
        .iter()
        .filter(|instalment| instalment.due > as_of)
    {
        not_due = not_due.checked_add(instalment.principal)?;
    }
    let running_since = lots.last().map_or(history.start, |lot| lot.due).min(as_of);
    let time = terms
        .day_count
        .year_fraction(running_since, as_of)
        .map_err(|_| AccrualError::Period)?;
    let running = Accrued::of(not_due, terms.interest_rate, time)?.settle(terms.rounding)?;
    balances.components.principal = balances.components.principal.checked_add(not_due)?;
    balances.components.interest = balances.components.interest.checked_add(running)?;
    Ok(Recomputed {
        balances,
        overdue_since: oldest_unpaid(lots),
        excess,
    })
}
