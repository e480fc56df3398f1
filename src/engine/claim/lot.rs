//! An amount that fell due on one day, and what grows on it.

use super::accrual::{CUT_ORDER, Growth, growth, time_between};
use super::{AccrualError, Balances, Component, Components, LateTerms, Settling, Terms};
use crate::engine::calendar::Date;
use crate::engine::money::{Accrued, Money, OutOfRange};

/// What all lots of a debt were charged so far for being late, paid charges included.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Charged {
    /// By the charge that grows by the day.
    pub growing: Money,
    /// By the charge for each instalment missed.
    pub missed: Money,
}

/// What is left of an amount that fell due, and what has grown on it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lot {
    pub due: Date,
    pub balances: Balances,
    accrued_to: Date,
    /// Whether the days of grace are over.
    late: bool,
    /// What counts from the due date only if the days of grace pass without payment.
    held: Growth,
    /// Everything accrued, and as much of it as has become whole minor units; only when settled at the end.
    accrued: Growth,
    settled: Components,
    /// The most that a ceiling allows so far, what has grown within it, and what it keeps back.
    allowed: Accrued,
    grown: Money,
    kept_back: Components,
}

impl Lot {
    /// An amount that falls due on a day; `late` if it has no days of grace.
    pub fn new(due: Date, balances: Balances, late: bool) -> Self {
        Self {
            due,
            balances,
            accrued_to: due,
            late,
            held: Growth::NONE,
            accrued: Growth::NONE,
            settled: Components::ZERO,
            allowed: Accrued::ZERO,
            grown: Money::ZERO,
            kept_back: Components::ZERO,
        }
    }

    /// The principal and interest unpaid.
    pub fn missed(&self) -> Result<Money, OutOfRange> {
        let owed = &self.balances.components;
        owed.principal.checked_add(owed.interest)
    }

    /// Lets everything grow up to a day, that day not included.
    pub fn grow(
        &mut self,
        terms: &Terms,
        late: &LateTerms,
        to: Date,
        charged: &mut Charged,
    ) -> Result<(), AccrualError> {
        let time = time_between(terms, self.accrued_to, to)?;
        self.accrued_to = to;
        if let Some(ceiling) = late.ceiling {
            let room = Accrued::of(self.balances.components.principal, ceiling, time)?;
            self.allowed = self.allowed.checked_add(room)?;
        }
        let full = growth(&self.balances, terms, time)?;
        if self.late {
            return Ok(self.recognise(&full, terms, late, charged)?);
        }
        let beside = terms.penalty.is_none_or(|penalty| penalty.beside_interest);
        let in_grace = Growth {
            interest: if beside { full.interest } else { Accrued::ZERO },
            ..Growth::NONE
        };
        self.held = self.held.plus(&full.minus(&in_grace)?)?;
        Ok(self.recognise(&in_grace, terms, late, charged)?)
    }

    /// Ends the days of grace with something unpaid; what was held counts if it runs from the due date.
    pub fn end_grace(
        &mut self,
        terms: &Terms,
        late: &LateTerms,
        from_due_date: bool,
        charged: &mut Charged,
    ) -> Result<(), OutOfRange> {
        let held = std::mem::replace(&mut self.held, Growth::NONE);
        if self.late {
            return Ok(());
        }
        self.late = true;
        if from_due_date {
            self.recognise(&held, terms, late, charged)?;
        }
        Ok(())
    }

    /// Takes a charge for having been missed.
    pub fn charge(
        &mut self,
        amount: Money,
        terms: &Terms,
        late: &LateTerms,
        charged: &mut Charged,
    ) -> Result<(), OutOfRange> {
        charged.missed = charged.missed.checked_add(amount)?;
        let charge = Components::ZERO.with(Component::Charges, amount);
        self.add(charge, terms, late)
    }

    /// Makes what accrued a part of what is owed.
    fn recognise(
        &mut self,
        growth: &Growth,
        terms: &Terms,
        late: &LateTerms,
        charged: &mut Charged,
    ) -> Result<(), OutOfRange> {
        let mut amounts = match late.settling {
            Settling::EachEvent => growth.settle(terms.rounding)?,
            Settling::AtTheEnd => {
                self.accrued = self.accrued.plus(growth)?;
                let whole = self.accrued.settle(terms.rounding)?;
                let amounts = whole.checked_sub(&self.settled)?;
                self.settled = whole;
                amounts
            }
        };
        if let Some(cap) = terms.late_charge.and_then(|charge| charge.cap) {
            let room = cap.checked_sub(charged.growing)?.or_zero_if_negative();
            amounts.charges = amounts.charges.min(room);
        }
        charged.growing = charged.growing.checked_add(amounts.charges)?;
        self.add(amounts, terms, late)
    }

    /// Adds what grew, as far as the ceiling leaves room; the rest is kept back until it does.
    fn add(
        &mut self,
        amounts: Components,
        terms: &Terms,
        late: &LateTerms,
    ) -> Result<(), OutOfRange> {
        let mut amounts = amounts.checked_add(&self.kept_back)?;
        self.kept_back = Components::ZERO;
        if late.ceiling.is_some() {
            let room = self
                .allowed
                .settle(terms.rounding)?
                .checked_sub(self.grown)?;
            let mut above = amounts.total()?.checked_sub(room)?.or_zero_if_negative();
            for component in CUT_ORDER {
                let cut = above.min(amounts.get(component));
                amounts.take_from(component, cut)?;
                self.kept_back.set(component, cut);
                above = above.checked_sub(cut)?;
            }
        }
        self.grown = self.grown.checked_add(amounts.total()?)?;
        self.balances.components = self.balances.components.checked_add(&amounts)?;
        Ok(())
    }
}
