//! Payments and charges replayed in order of date over a table of instalments.

use std::fmt;

use super::grid::GridWaterfall;
use super::instalments_owed::{ChargeOwed, InstalmentOwed, Split, settle_known};
use super::{Component, Components, ContractInstalment};
use crate::engine::calendar::Date;
use crate::engine::money::{Money, OutOfRange};

/// Something that happened to a debt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// Money arrived.
    Payment {
        /// The day it arrived.
        date: Date,
        /// How much.
        amount: Money,
    },
    /// The lender gave a credit that settles as a payment does, without cash; what nothing needs of it is
    /// not given.
    Credit {
        /// The day from which it counts.
        date: Date,
        /// How much.
        amount: Money,
    },
    /// A charge was added.
    Charge {
        /// The day it falls due.
        due: Date,
        /// The component it belongs to.
        component: Component,
        /// How much.
        amount: Money,
    },
}

/// Why events could not be replayed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReplayError {
    /// There is no instalment.
    NoInstalments,
    /// An instalment falls due on or before the day of the one before it.
    InstalmentOutOfOrder {
        /// The instalment, counted from 0.
        instalment: usize,
        /// The day of the one before it.
        after: Date,
    },
    /// An instalment's principal or interest is below zero.
    NegativeInstalment {
        /// The instalment, counted from 0.
        instalment: usize,
        /// The amount.
        amount: Money,
    },
    /// A payment, credit or charge is below zero.
    NegativeEvent {
        /// The event, counted from 0.
        event: usize,
        /// The amount.
        amount: Money,
    },
    /// An amount left the supported range.
    Amount(OutOfRange),
}

impl fmt::Display for ReplayError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = |number: usize| number.saturating_add(1);
        match self {
            Self::NoInstalments => out.write_str("there is no instalment"),
            Self::InstalmentOutOfOrder { instalment, after } => {
                let number = place(*instalment);
                write!(out, "instalment {number} must fall due after {after}")
            }
            Self::NegativeInstalment { instalment, .. } => {
                let number = place(*instalment);
                write!(out, "an amount of instalment {number} is below zero")
            }
            Self::NegativeEvent { event, .. } => {
                write!(out, "the amount of event {} is below zero", place(*event))
            }
            Self::Amount(error) => error.fmt(out),
        }
    }
}

impl std::error::Error for ReplayError {}

impl From<OutOfRange> for ReplayError {
    fn from(error: OutOfRange) -> Self {
        Self::Amount(error)
    }
}

/// One payment or credit as it was settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettledPayment {
    /// Its place among the events, counted from 0.
    pub event: usize,
    /// The day it counts from.
    pub date: Date,
    /// How much arrived or was credited.
    pub amount: Money,
    /// Whether it was a credit of the lender's and no cash.
    pub credit: bool,
    /// The cells it settled.
    pub split: Split,
}

/// What events did to a table of instalments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replayed {
    /// Every payment and credit in order of date.
    pub payments: Vec<SettledPayment>,
    /// What is owed afterwards, instalment by instalment; one more than was given where a charge falls due
    /// after the last.
    pub instalments: Vec<InstalmentOwed>,
    /// What all payments together brought beyond everything owed: to be returned.
    pub overpaid: Money,
}

/// Replays events, given in the order in which they were entered, over instalments in order of due date.
///
/// Payments are settled in order of date, those of one day in the order of entry. A payment knows every charge
/// entered before it, and every charge entered later that fell due on an earlier day: that one is replayed ahead
/// of it. A charge entered later that falls due on the day of the payment is not. A charge belongs to the first
/// instalment that falls due on or after its own due date; after the last, it becomes an instalment of its own.
/// An overpayment is returned, not kept for what falls due later.
///
/// # Errors
/// [`ReplayError`], naming the instalment or event at fault.
pub fn replay(
    instalments: &[ContractInstalment],
    events: &[Event],
    waterfall: &GridWaterfall,
) -> Result<Replayed, ReplayError> {
    let mut table = opening_table(instalments)?;
    let mut arrivals = Vec::new();
    for (entered, event) in events.iter().enumerate() {
        let amount = match *event {
            Event::Payment { date, amount } => {
                arrivals.push((date, entered, amount, false));
                amount
            }
            Event::Credit { date, amount } => {
                arrivals.push((date, entered, amount, true));
                amount
            }
            Event::Charge {
                due,
                component,
                amount,
            } => {
                let charge = ChargeOwed {
                    due,
                    component,
                    amount,
                    entered,
                };
                add_charge(&mut table, charge);
                amount
            }
        };
        if amount.is_negative() {
            return Err(ReplayError::NegativeEvent {
                event: entered,
                amount,
            });
        }
    }
    arrivals.sort_by_key(|&(date, entered, ..)| (date, entered));
    let mut payments = Vec::with_capacity(arrivals.len());
    let mut overpaid = Money::ZERO;
    for (date, event, amount, credit) in arrivals {
        let known = |charge: &ChargeOwed| charge.entered < event || charge.due < date;
        let split = settle_known(amount, date, &mut table, waterfall, known)?;
        if !credit {
            overpaid = overpaid.checked_add(split.excess)?;
        }
        payments.push(SettledPayment {
            event,
            date,
            amount,
            credit,
            split,
        });
    }
    Ok(Replayed {
        payments,
        instalments: table,
        overpaid,
    })
}

fn opening_table(instalments: &[ContractInstalment]) -> Result<Vec<InstalmentOwed>, ReplayError> {
    if instalments.is_empty() {
        return Err(ReplayError::NoInstalments);
    }
    let mut table: Vec<InstalmentOwed> = Vec::with_capacity(instalments.len());
    for (number, instalment) in instalments.iter().enumerate() {
        if let Some(before) = table.last().filter(|before| before.due >= instalment.due) {
            return Err(ReplayError::InstalmentOutOfOrder {
                instalment: number,
                after: before.due,
            });
        }
        let lower = instalment.principal.min(instalment.interest);
        if lower.is_negative() {
            return Err(ReplayError::NegativeInstalment {
                instalment: number,
                amount: lower,
            });
        }
        let components = Components {
            principal: instalment.principal,
            interest: instalment.interest,
            ..Components::ZERO
        };
        table.push(InstalmentOwed::new(instalment.due, components));
    }
    Ok(table)
}

/// Puts a charge with the instalment it belongs to, in order of due date.
fn add_charge(table: &mut Vec<InstalmentOwed>, charge: ChargeOwed) {
    let place = table
        .iter()
        .position(|instalment| charge.due <= instalment.due);
    if place.is_none() {
        table.push(InstalmentOwed::new(charge.due, Components::ZERO));
    }
    let home = match place {
        Some(number) => table.get_mut(number),
        None => table.last_mut(),
    };
    if let Some(home) = home {
        home.charges.push(charge);
        home.charges
            .sort_by_key(|charge| (charge.due, charge.entered));
    }
}
