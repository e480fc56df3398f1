//! What a claim grows by while it is not paid.

use std::fmt;

use super::{Component, Components, PenaltyBase, PerComponent, Terms};
use crate::engine::calendar::Date;
use crate::engine::money::{Accrued, Money, OutOfRange, Rate, Rounding, YearFraction};

/// Why an accrual could not be worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccrualError {
    /// An amount left the supported range.
    Amount(OutOfRange),
    /// The penalty rate is not a rate the engine can hold.
    PenaltyRate,
    /// The period ends before it starts, or leaves the supported years.
    Period,
    /// A payment is below zero.
    NegativePayment {
        /// The payment, counted from 0 in the order given.
        payment: usize,
        /// Its amount.
        amount: Money,
    },
    /// An instalment falls due on or before the day of the one before it, or of the start.
    InstalmentOutOfOrder {
        /// The instalment, counted from 0.
        instalment: usize,
        /// The day it must come after.
        after: Date,
    },
}

impl fmt::Display for AccrualError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = |number: usize| number.saturating_add(1);
        match self {
            Self::Amount(error) => error.fmt(out),
            Self::PenaltyRate => out.write_str(
                "the multiple of the contract rate is below zero, above 100000 % a year, or finer than 8 decimals \
                 of a percent",
            ),
            Self::Period => {
                out.write_str("the period ends before it starts, or leaves the years 1900 to 9999")
            }
            Self::NegativePayment { payment, .. } => {
                write!(out, "payment {} is below zero", place(*payment))
            }
            Self::InstalmentOutOfOrder { instalment, after } => {
                let number = place(*instalment);
                write!(out, "instalment {number} must fall due after {after}")
            }
        }
    }
}

impl std::error::Error for AccrualError {}

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
    let time = time_between(terms, from, to)?;
    let owed = &balances.components;
    let mut grown = growth(balances, terms, time)?.settle(terms.rounding)?;
    if let Some(cap) = terms.late_charge.and_then(|late_charge| late_charge.cap) {
        let room = cap.checked_sub(owed.charges)?;
        grown.charges = grown.charges.min(room).max(Money::ZERO);
    }
    match terms.ceiling {
        Some(ceiling) => Ok(within_ceiling(grown, owed.principal, ceiling, time, terms)?),
        None => Ok(grown),
    }
}

/// What accrues by component, not yet rounded to whole minor units.
pub(super) type Growth = PerComponent<Accrued>;

impl PerComponent<Accrued> {
    /// Nothing accrued in any component.
    pub(super) const NONE: Self = Self::all(Accrued::ZERO);

    /// Component by component sum.
    pub(super) fn plus(&self, other: &Self) -> Result<Self, OutOfRange> {
        let mut sum = Self::NONE;
        for (component, accrued) in self.iter() {
            sum.set(component, accrued.checked_add(other.get(component))?);
        }
        Ok(sum)
    }

    /// Component by component difference.
    pub(super) fn minus(&self, other: &Self) -> Result<Self, OutOfRange> {
        let mut difference = Self::NONE;
        for (component, accrued) in self.iter() {
            difference.set(component, accrued.checked_sub(other.get(component))?);
        }
        Ok(difference)
    }

    /// Each component rounded to whole minor units.
    pub(super) fn settle(&self, rounding: Rounding) -> Result<Components, OutOfRange> {
        let mut settled = Components::ZERO;
        for (component, accrued) in self.iter() {
            settled.set(component, accrued.settle(rounding)?);
        }
        Ok(settled)
    }
}

/// The time from `from` (included) to `to` (not included) as the contract counts it.
pub(super) fn time_between(
    terms: &Terms,
    from: Date,
    to: Date,
) -> Result<YearFraction, AccrualError> {
    let time = terms.day_count.year_fraction(from, to);
    time.map_err(|_| AccrualError::Period)
}

/// What accrues over a length of time, before any cap or ceiling.
pub(super) fn growth(
    balances: &Balances,
    terms: &Terms,
    time: YearFraction,
) -> Result<Growth, AccrualError> {
    let owed = &balances.components;
    let penalty_rate = terms
        .penalty_rate()
        .map_err(|_| AccrualError::PenaltyRate)?;
    let mut grown = Growth::NONE;
    let mut at_contract_rate = owed.principal;
    if let (Some(penalty), Some(rate)) = (terms.penalty, penalty_rate) {
        let principal = match penalty.base {
            PenaltyBase::OverduePrincipal | PenaltyBase::OverdueInstalment => {
                balances.overdue_principal
            }
            PenaltyBase::WholePrincipal => owed.principal,
        };
        // The interest of an overdue instalment bears the penalty rate once: as penalty or as compound interest.
        let bearing = match penalty.base {
            PenaltyBase::OverdueInstalment => principal.checked_add(owed.interest)?,
            PenaltyBase::OverduePrincipal | PenaltyBase::WholePrincipal => {
                if penalty.compound {
                    grown.compound = Accrued::of(owed.interest, rate, time)?;
                }
                principal
            }
        };
        grown.penalty = Accrued::of(bearing, rate, time)?;
        if !penalty.beside_interest {
            at_contract_rate = owed.principal.checked_sub(principal)?;
        }
    }
    grown.interest = Accrued::of(at_contract_rate, terms.interest_rate, time)?;
    if let Some(late_charge) = terms.late_charge {
        grown.charges = Accrued::of(balances.overdue_principal, late_charge.rate, time)?;
    }
    Ok(grown)
}

/// The order in which a ceiling cuts what accrues.
pub(super) const CUT_ORDER: [Component; 4] = [
    Component::Charges,
    Component::Compound,
    Component::Penalty,
    Component::Interest,
];

fn within_ceiling(
    mut grown: Components,
    principal: Money,
    ceiling: Rate,
    time: YearFraction,
    terms: &Terms,
) -> Result<Components, OutOfRange> {
    let most = Accrued::of(principal, ceiling, time)?.settle(terms.rounding)?;
    let mut above = grown.total()?.checked_sub(most)?.max(Money::ZERO);
    for component in CUT_ORDER {
        let cut = above.min(grown.get(component));
        grown.take_from(component, cut)?;
        above = above.checked_sub(cut)?;
    }
    Ok(grown)
}
