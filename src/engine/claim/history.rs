//! The claim worked out again from the instalments that fell due and the payments that arrived.
//!
//! Checking the penalty figure before a call is the first step of good practice: a wrong figure
//! destroys trust.

use super::accrual::time_between;
use super::lot::{Charged, Lot};
use super::{
    AccrualError, Balances, ChargeSize, Components, LateTerms, PenaltyBase, PenaltyStart, Terms,
    allocate,
};
use crate::engine::calendar::{Date, add_days, days_between};
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
    /// Every payment; those of one day in the order in which they arrived.
    pub payments: Vec<PaymentReceived>,
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
/// `late` adds the contract's conventions for instalments that come late: days of grace, charges for each instalment
/// missed, acceleration, a ceiling over everything, and when amounts are rounded. Its default is none of them.
///
/// Payments settle the oldest instalment first, each in the contract's order of components; the order
/// follows the days past due on the day of the payment. What is left after everything due is kept as
/// excess: an early repayment is not presumed.
///
/// # Errors
/// [`AccrualError`] if an amount leaves the supported range, a date is before its instalment's start, or an
/// instalment or payment is not one.
pub fn recompute(
    history: &History,
    terms: &Terms,
    late: &LateTerms,
    as_of: Date,
) -> Result<Recomputed, AccrualError> {
    let mut ledger = Ledger {
        history,
        // An instalment past due bears what overdue principal bears, whatever the base after acceleration.
        terms: Terms {
            penalty: terms.penalty.map(|mut penalty| {
                if penalty.base == PenaltyBase::WholePrincipal {
                    penalty.base = PenaltyBase::OverduePrincipal;
                }
                penalty
            }),
            ..*terms
        },
        late,
        lots: Vec::with_capacity(history.instalments.len()),
        charged: Charged::default(),
        excess: Money::ZERO,
        accelerated: false,
    };
    for (on, moment) in moments(history, late, as_of)? {
        match moment {
            Moment::FallsDue(instalment) => ledger.fall_due(&instalment)?,
            Moment::CalledIn => ledger.call_in(on)?,
            Moment::Paid(amount) => ledger.pay(on, amount)?,
            Moment::GraceEnds(due) => ledger.end_grace(on, due)?,
        }
    }
    ledger.close(as_of)
}

/// Something that happens on a day. The order of the variants is their order within a day: what falls due today
/// can be paid today, and a payment on the last day of grace is in time.
enum Moment {
    FallsDue(ContractInstalment),
    CalledIn,
    Paid(Money),
    /// Of the instalment that fell due on that day.
    GraceEnds(Date),
}

impl Moment {
    const fn rank(&self) -> u8 {
        match self {
            Self::FallsDue(_) => 0,
            Self::CalledIn => 1,
            Self::Paid(_) => 2,
            Self::GraceEnds(_) => 3,
        }
    }
}

fn moments(
    history: &History,
    late: &LateTerms,
    as_of: Date,
) -> Result<Vec<(Date, Moment)>, AccrualError> {
    let mut moments = Moments(Vec::new());
    let called_in = late.accelerated_on.filter(|&day| day <= as_of);
    let mut before = None;
    for (number, instalment) in history.instalments.iter().enumerate() {
        if let Some(after) = before.filter(|&after| instalment.due <= after) {
            return Err(AccrualError::InstalmentOutOfOrder {
                instalment: number,
                after,
            });
        }
        before = Some(instalment.due);
        if instalment.due > as_of || called_in.is_some_and(|day| instalment.due > day) {
            continue;
        }
        moments.put(instalment.due, Moment::FallsDue(*instalment));
        let grace_ends = add_days(instalment.due, i64::from(late.grace.days))
            .map_err(|_| AccrualError::Period)?;
        if grace_ends < as_of {
            moments.put(grace_ends, Moment::GraceEnds(instalment.due));
        }
    }
    if let Some(day) = called_in {
        moments.put(day, Moment::CalledIn);
    }
    for (number, payment) in history.payments.iter().enumerate() {
        if payment.amount.is_negative() {
            return Err(AccrualError::NegativePayment {
                payment: number,
                amount: payment.amount,
            });
        }
        if payment.date <= as_of {
            moments.put(payment.date, Moment::Paid(payment.amount));
        }
    }
    Ok(moments.0)
}

/// Moments in their order. Each is put in its place as it comes, mostly the last: a page would carry 4 KB for a library
/// sort of its own kind.
struct Moments(Vec<(Date, Moment)>);

impl Moments {
    fn put(&mut self, on: Date, moment: Moment) {
        let place = (on, moment.rank());
        let later = self.0.iter().rev();
        let later = later.take_while(|(on, moment)| (*on, moment.rank()) > place);
        let at = self.0.len().saturating_sub(later.count());
        self.0.insert(at, (on, moment));
    }
}

/// The debt on its way through its history.
struct Ledger<'a> {
    history: &'a History,
    terms: Terms,
    late: &'a LateTerms,
    lots: Vec<Lot>,
    charged: Charged,
    excess: Money,
    accelerated: bool,
}

impl Ledger<'_> {
    fn fall_due(&mut self, instalment: &ContractInstalment) -> Result<(), AccrualError> {
        let components = Components {
            principal: instalment.principal,
            interest: instalment.interest,
            ..Components::ZERO
        };
        self.open(instalment.due, components, self.late.grace.days == 0)
    }

    /// Makes everything not yet due an amount that falls due today.
    fn call_in(&mut self, on: Date) -> Result<(), AccrualError> {
        let principal = self.not_due(on)?;
        let interest = self.running_interest(principal, on)?;
        let components = Components {
            principal,
            interest,
            ..Components::ZERO
        };
        self.accelerated = true;
        self.open(on, components, true)
    }

    fn open(&mut self, due: Date, components: Components, late: bool) -> Result<(), AccrualError> {
        let balances = Balances {
            components,
            overdue_principal: components.principal,
        };
        let mut lot = Lot::new(due, balances, late);
        // Money that came early is used on the day, when nothing is past due.
        self.excess = settle(&mut lot, self.excess, &self.terms, due, due)?;
        self.lots.push(lot);
        Ok(())
    }

    fn pay(&mut self, on: Date, amount: Money) -> Result<(), AccrualError> {
        let oldest = self.oldest_unpaid().unwrap_or(on);
        let mut left = amount;
        self.grow(on)?;
        for lot in &mut self.lots {
            left = settle(lot, left, &self.terms, on, oldest)?;
        }
        self.excess = self.excess.checked_add(left)?;
        Ok(())
    }

    fn end_grace(&mut self, on: Date, due: Date) -> Result<(), AccrualError> {
        let to = self.counted_to(on)?;
        let Some(lot) = self.lots.iter_mut().find(|lot| lot.due == due) else {
            return Ok(());
        };
        // Without days of grace this is the due date itself: nothing has grown, and nothing is rounded.
        if self.late.grace.days > 0 {
            lot.grow(&self.terms, self.late, to, &mut self.charged)?;
        }
        let missed = lot.missed()?;
        if !missed.is_positive() {
            return Ok(());
        }
        let from_due_date = self.late.grace.penalty_from == PenaltyStart::DueDate;
        lot.end_grace(&self.terms, self.late, from_due_date, &mut self.charged)?;
        let Some(rule) = self.late.missed else {
            return Ok(());
        };
        let mut charge = match rule.size {
            ChargeSize::Fixed(amount) => amount,
            ChargeSize::ShareOfInstalment(share) => share.of(missed, self.terms.rounding)?,
        };
        if let Some(most) = rule.each_at_most {
            charge = charge.min(most);
        }
        if let Some(most) = rule.together_at_most {
            charge = charge.min(most.checked_sub(self.charged.missed)?);
        }
        let charge = charge.or_zero_if_negative();
        Ok(lot.charge(charge, &self.terms, self.late, &mut self.charged)?)
    }

    fn grow(&mut self, on: Date) -> Result<(), AccrualError> {
        let to = self.counted_to(on)?;
        for lot in &mut self.lots {
            lot.grow(&self.terms, self.late, to, &mut self.charged)?;
        }
        Ok(())
    }

    /// The first day that does not count any more on a day.
    fn counted_to(&self, on: Date) -> Result<Date, AccrualError> {
        let further = i64::from(self.late.last_day_counts);
        add_days(on, further).map_err(|_| AccrualError::Period)
    }

    fn oldest_unpaid(&self) -> Option<Date> {
        self.lots
            .iter()
            .find(|lot| !lot.balances.components.is_zero())
            .map(|lot| lot.due)
    }

    /// Principal that falls due after a day.
    fn not_due(&self, on: Date) -> Result<Money, AccrualError> {
        let later = self.history.instalments.iter().filter(|lot| lot.due > on);
        Ok(Money::sum(later.map(|instalment| instalment.principal))?)
    }

    /// Contract interest on principal not yet due since the last due date.
    fn running_interest(&self, principal: Money, on: Date) -> Result<Money, AccrualError> {
        let since = self.lots.last().map_or(self.history.start, |lot| lot.due);
        let to = self.counted_to(on)?;
        let time = time_between(&self.terms, since.min(on), to)?;
        let rate = self
            .late
            .ceiling
            .map_or(self.terms.interest_rate, |ceiling| {
                ceiling.min(self.terms.interest_rate)
            });
        Ok(Accrued::of(principal, rate, time)?.settle(self.terms.rounding)?)
    }

    fn close(mut self, as_of: Date) -> Result<Recomputed, AccrualError> {
        self.grow(as_of)?;
        let mut balances = Balances {
            components: Components::ZERO,
            overdue_principal: Money::ZERO,
        };
        for lot in &self.lots {
            balances.components = balances.components.checked_add(&lot.balances.components)?;
            balances.overdue_principal = balances
                .overdue_principal
                .checked_add(lot.balances.components.principal)?;
        }
        if !self.accelerated {
            let not_due = self.not_due(as_of)?;
            let running = self.running_interest(not_due, as_of)?;
            balances.components.principal = balances.components.principal.checked_add(not_due)?;
            balances.components.interest = balances.components.interest.checked_add(running)?;
        }
        Ok(Recomputed {
            balances,
            overdue_since: self.oldest_unpaid(),
            excess: self.excess,
        })
    }
}

fn settle(
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
