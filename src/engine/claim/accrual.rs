//! What a claim grows by while it is not paid.

use super::{Component, Components, PenaltyBase, Terms};
use crate::engine::calendar::Date;
use crate::engine::money::{Accrued, Money, OutOfRange, Rate, YearFraction};

/// Why an accrual could not be worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccrualError {
    /// An amount left the supported range.
    Amount(OutOfRange),
    /// The penalty rate is not a rate the engine can hold.
    PenaltyRate,
    /// The period ends before it starts, or leaves the supported years.
    Period,
}

impl From<OutOfRange> for AccrualError {
    fn from(error: OutOfRange) -> Self {
        Self::Amount(error)
    }
}

/// What is owed at some moment, with the part of the principal that is past its due date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Balances {
    /// Owed by component.
    pub components: Components,
    /// How much of the principal is past due; the rest is not due yet.
    pub overdue_principal: Money,
}

impl Balances {
    /// Takes what a payment settled; overdue principal is settled before principal not yet due.
    ///
    /// # Errors
    /// [`OutOfRange`] if an amount leaves the supported range.
    pub fn settle(&mut self, paid: &Components) -> Result<(), OutOfRange> {
        self.components = self.components.checked_sub(paid)?;
        self.overdue_principal = self
            .overdue_principal
            .checked_sub(paid.principal)?
            .max(Money::ZERO);
        Ok(())
    }
}

/// What accrues under the contract from `from` (included) to `to` (not included) if nothing is paid
/// between the two, by component, rounded once at the end.
///
/// Principal not yet due bears contract interest. Overdue principal bears penalty interest where the
/// contract has it, in place of or beside contract interest as the contract says, and the late charge.
/// Unpaid interest bears compound interest only where the contract says so. Late charges bear nothing.
/// A ceiling in the terms cuts late charges first, then compound interest, penalty interest and interest.
///
/// # Errors
/// [`AccrualError`] if an amount leaves the supported range or the period is not one.
pub fn accrue(
    balances: &Balances,
    terms: &Terms,
    from: Date,
    to: Date,
) -> Result<Components, AccrualError> {
    let time = terms
        .day_count
        .year_fraction(from, to)
        .map_err(|_| AccrualError::Period)?;
    let owed = &balances.components;
    let settle = |accrued: Accrued| accrued.settle(terms.rounding);
    let penalty_rate = terms
        .penalty_rate()
        .map_err(|_| AccrualError::PenaltyRate)?;

    let mut interest = Accrued::ZERO;
    let mut grown = Components::ZERO;
    match (terms.penalty, penalty_rate) {
        (Some(penalty), Some(rate)) => {
            let bearing = match penalty.base {
                PenaltyBase::OverduePrincipal => balances.overdue_principal,
                PenaltyBase::WholePrincipal => owed.principal,
            };
            grown.penalty = settle(Accrued::of(bearing, rate, time)?)?;
            let at_contract_rate = if penalty.beside_interest {
                owed.principal
            } else {
                owed.principal.checked_sub(bearing)?
            };
            interest =
                interest.checked_add(Accrued::of(at_contract_rate, terms.interest_rate, time)?)?;
            if penalty.compound {
                grown.compound = settle(Accrued::of(owed.interest, rate, time)?)?;
            }
        }
        _ => {
            interest =
                interest.checked_add(Accrued::of(owed.principal, terms.interest_rate, time)?)?;
        }
    }
    grown.interest = settle(interest)?;
    if let Some(late_charge) = terms.late_charge {
        let charge = settle(Accrued::of(
            balances.overdue_principal,
            late_charge.rate,
            time,
        )?)?;
        grown.charges = match late_charge.cap {
            Some(cap) => charge.min(cap.checked_sub(owed.charges)?).max(Money::ZERO),
            None => charge,
        };
    }
    match terms.ceiling {
        Some(ceiling) => Ok(within_ceiling(grown, owed.principal, ceiling, time, terms)?),
        None => Ok(grown),
    }
}

fn within_ceiling(
    mut grown: Components,
    principal: Money,
    ceiling: Rate,
    time: YearFraction,
    terms: &Terms,
) -> Result<Components, OutOfRange> {
    let most = Accrued::of(principal, ceiling, time)?.settle(terms.rounding)?;
    let mut above = grown.total()?.checked_sub(most)?.max(Money::ZERO);
    for component in [
        Component::Charges,
        Component::Compound,
        Component::Penalty,
        Component::Interest,
    ] {
        let cut = above.min(grown.get(component));
        grown.take_from(component, cut)?;
        above = above.checked_sub(cut)?;
    }
    Ok(grown)
}
