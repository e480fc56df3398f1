//! A payment settled over a table of instalments, cell by cell.

use super::grid::{Advance, Cell, ChargeTiming, Fill, GridWaterfall, Timing};
use super::{Component, Components};
use crate::engine::calendar::{Date, days_between};
use crate::engine::money::{Money, OutOfRange, Rounding};

/// A charge with a due date of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChargeOwed {
    /// The day it falls due.
    pub due: Date,
    /// What it is: [`Component::Charges`] for a fee, [`Component::Penalty`] for a penalty.
    pub component: Component,
    /// What is still owed of it.
    pub amount: Money,
    /// Its place among the events that were entered, counted from 0.
    pub entered: usize,
}

/// What is still owed of one instalment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InstalmentOwed {
    /// The day it falls due.
    pub due: Date,
    /// Owed by component on that day, charges with due dates of their own apart.
    pub components: Components,
    /// The charges that belong to it, in order of due date.
    pub charges: Vec<ChargeOwed>,
}

impl InstalmentOwed {
    /// An instalment without charges of their own.
    #[must_use]
    pub const fn new(due: Date, components: Components) -> Self {
        Self {
            due,
            components,
            charges: Vec::new(),
        }
    }

    /// What is owed by component, charges included.
    ///
    /// # Errors
    /// [`OutOfRange`] if a sum leaves the supported range.
    pub fn owed(&self) -> Result<Components, OutOfRange> {
        let mut owed = self.components;
        for charge in &self.charges {
            owed.add_to(charge.component, charge.amount)?;
        }
        Ok(owed)
    }

    /// What is owed in one cell as a payment sees it.
    fn in_cell(
        &self,
        cell: Cell,
        seen: &Seen<impl Fn(&ChargeOwed) -> bool>,
    ) -> Result<Money, OutOfRange> {
        let mut owed = Money::ZERO;
        if Timing::of(self.due, seen.on) == cell.timing {
            owed = self.components.get(cell.component).or_zero_if_negative();
        }
        for charge in &self.charges {
            if seen.charge_is_in(cell, charge, self.due) {
                owed = owed.checked_add(charge.amount.or_zero_if_negative())?;
            }
        }
        Ok(owed)
    }

    /// Takes `amount`, at most what [`in_cell`](Self::in_cell) says, from a cell: the instalment's own first.
    fn take(
        &mut self,
        cell: Cell,
        seen: &Seen<impl Fn(&ChargeOwed) -> bool>,
        amount: Money,
    ) -> Result<(), OutOfRange> {
        let mut left = amount;
        if Timing::of(self.due, seen.on) == cell.timing {
            let own = self.components.get(cell.component).or_zero_if_negative();
            let part = left.min(own);
            self.components.take_from(cell.component, part)?;
            left = left.checked_sub(part)?;
        }
        for charge in &mut self.charges {
            if seen.charge_is_in(cell, charge, self.due) {
                let part = left.min(charge.amount.or_zero_if_negative());
                charge.amount = charge.amount.checked_sub(part)?;
                left = left.checked_sub(part)?;
            }
        }
        Ok(())
    }
}

/// A table as a payment sees it.
struct Seen<Known> {
    /// The day of the payment.
    on: Date,
    charges: ChargeTiming,
    /// Which charges had been entered.
    known: Known,
}

impl<Known: Fn(&ChargeOwed) -> bool> Seen<Known> {
    fn due_date(&self, charge: &ChargeOwed, of_instalment: Date) -> Date {
        match self.charges {
            ChargeTiming::OwnDueDate => charge.due,
            ChargeTiming::WithInstalment => of_instalment,
        }
    }

    fn charge_is_in(&self, cell: Cell, charge: &ChargeOwed, of_instalment: Date) -> bool {
        charge.component == cell.component
            && (self.known)(charge)
            && Timing::of(self.due_date(charge, of_instalment), self.on) == cell.timing
    }

    /// How many days the oldest unpaid amount is past due.
    fn days_past_due(&self, instalments: &[InstalmentOwed]) -> i64 {
        let mut oldest = self.on;
        for instalment in instalments {
            if !instalment.components.is_zero() {
                oldest = oldest.min(instalment.due);
            }
            for charge in &instalment.charges {
                if charge.amount.is_positive() && (self.known)(charge) {
                    oldest = oldest.min(self.due_date(charge, instalment.due));
                }
            }
        }
        days_between(oldest, self.on)
    }
}

/// What one cell of one instalment received from a payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Portion {
    /// The instalment, counted from 0.
    pub instalment: usize,
    /// The cell.
    pub cell: Cell,
    /// What it received; always above zero.
    pub amount: Money,
}

/// A payment split over instalments and components.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Split {
    /// Every cell that received something, in the order in which it was settled.
    pub portions: Vec<Portion>,
    /// What no cell needed: an overpayment, to be returned.
    pub excess: Money,
}

impl Split {
    /// What each component received over all instalments.
    ///
    /// # Errors
    /// [`OutOfRange`] if a sum leaves the supported range.
    pub fn by_component(&self) -> Result<Components, OutOfRange> {
        let mut sum = Components::ZERO;
        for portion in &self.portions {
            sum.add_to(portion.cell.component, portion.amount)?;
        }
        Ok(sum)
    }

    /// What one instalment received, by component.
    ///
    /// # Errors
    /// [`OutOfRange`] if a sum leaves the supported range.
    pub fn of_instalment(&self, instalment: usize) -> Result<Components, OutOfRange> {
        let mut sum = Components::ZERO;
        let own = |portion: &&Portion| portion.instalment == instalment;
        for portion in self.portions.iter().filter(own) {
            sum.add_to(portion.cell.component, portion.amount)?;
        }
        Ok(sum)
    }
}

/// How many days the oldest unpaid amount, a charge by its own due date, is past due on a day; zero if none is.
#[must_use]
pub fn days_past_due(instalments: &[InstalmentOwed], on: Date) -> i64 {
    let seen = Seen {
        on,
        charges: ChargeTiming::OwnDueDate,
        known: |_: &ChargeOwed| true,
    };
    seen.days_past_due(instalments)
}

/// Settles a payment over instalments in order of due date, taking what it pays from them.
///
/// No cell receives more than is owed in it. A payment below zero settles nothing.
///
/// # Errors
/// [`OutOfRange`] if an amount leaves the supported range.
pub fn settle_instalments(
    payment: Money,
    on: Date,
    instalments: &mut [InstalmentOwed],
    waterfall: &GridWaterfall,
) -> Result<Split, OutOfRange> {
    settle_known(payment, on, instalments, waterfall, |_| true)
}

/// As [`settle_instalments`], with only those charges that `known` accepts.
pub(super) fn settle_known(
    payment: Money,
    on: Date,
    instalments: &mut [InstalmentOwed],
    waterfall: &GridWaterfall,
    known: impl Fn(&ChargeOwed) -> bool,
) -> Result<Split, OutOfRange> {
    let seen = Seen {
        on,
        charges: waterfall.charges,
        known,
    };
    let order = waterfall.order_at(seen.days_past_due(instalments));
    let mut run = Run {
        seen,
        instalments,
        left: payment,
        portions: Vec::new(),
    };
    match waterfall.fill {
        Fill::ByComponent => {
            for cell in order.cells() {
                run.fill(&[*cell], waterfall.advance)?;
            }
        }
        Fill::ByInstalment => {
            let mut rest = order.cells().to_vec();
            while let Some(first) = rest.first().copied() {
                let (group, later) = rest
                    .into_iter()
                    .partition::<Vec<_>, _>(|cell| cell.timing == first.timing);
                run.fill(&group, waterfall.advance)?;
                rest = later;
            }
        }
    }
    Ok(Split {
        portions: run.portions,
        excess: run.left,
    })
}

/// A payment on its way through the grid.
struct Run<'a, Known> {
    seen: Seen<Known>,
    instalments: &'a mut [InstalmentOwed],
    left: Money,
    portions: Vec<Portion>,
}

impl<Known: Fn(&ChargeOwed) -> bool> Run<'_, Known> {
    /// Fills cells of one timing, instalment by instalment.
    fn fill(&mut self, group: &[Cell], advance: Advance) -> Result<(), OutOfRange> {
        let ahead = group
            .first()
            .is_some_and(|cell| cell.timing == Timing::InAdvance);
        let mut open = self.open(group)?;
        match advance {
            Advance::Reamortise if ahead => return self.spread(group),
            Advance::LastInstalment if ahead => open.reverse(),
            Advance::NextThenLast if ahead => {
                if let Some((_, later)) = open.split_first_mut() {
                    later.reverse();
                }
            }
            _ => {}
        }
        for instalment in open {
            let most = self.left;
            self.pay(instalment, group, most)?;
        }
        Ok(())
    }

    /// Spreads what is left in equal parts until it is gone or nothing is owed.
    fn spread(&mut self, group: &[Cell]) -> Result<(), OutOfRange> {
        while self.left.is_positive() {
            let open = self.open(group)?;
            let count = u32::try_from(open.len()).map_err(|_| OutOfRange)?;
            let Some(last) = open.last().copied() else {
                break;
            };
            let part = self.left.divide_by_count(count, Rounding::TowardZero)?;
            let others = part.checked_times(count.saturating_sub(1))?;
            let last_part = self.left.checked_sub(others)?;
            for instalment in open {
                let most = if instalment == last { last_part } else { part };
                self.pay(instalment, group, most)?;
            }
        }
        Ok(())
    }

    /// The instalments that owe something in one of the cells.
    fn open(&self, group: &[Cell]) -> Result<Vec<usize>, OutOfRange> {
        let mut open = Vec::new();
        for (number, instalment) in self.instalments.iter().enumerate() {
            for cell in group {
                if instalment.in_cell(*cell, &self.seen)?.is_positive() {
                    open.push(number);
                    break;
                }
            }
        }
        Ok(open)
    }

    /// Pays at most `most` into the cells of one instalment.
    fn pay(&mut self, number: usize, group: &[Cell], most: Money) -> Result<(), OutOfRange> {
        let Some(instalment) = self.instalments.get_mut(number) else {
            return Ok(());
        };
        let mut most = most;
        for cell in group {
            let owed = instalment.in_cell(*cell, &self.seen)?;
            let amount = most.min(owed);
            if !amount.is_positive() {
                continue;
            }
            instalment.take(*cell, &self.seen, amount)?;
            most = most.checked_sub(amount)?;
            self.left = self.left.checked_sub(amount)?;
            let same =
                |portion: &&mut Portion| portion.instalment == number && portion.cell == *cell;
            match self.portions.iter_mut().find(same) {
                Some(portion) => portion.amount = portion.amount.checked_add(amount)?,
                None => self.portions.push(Portion {
                    instalment: number,
                    cell: *cell,
                    amount,
                }),
            }
        }
        Ok(())
    }
}
