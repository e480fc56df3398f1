//! What `quittance allocate` answers.

use quittance::engine::claim::{Components, InstalmentOwed, Replayed, SettledPayment};
use quittance::engine::money::OutOfRange;
use schemars::JsonSchema;
use serde::Serialize;

use crate::amounts::{Decimals, Parts};
use crate::document::BadInput;
use crate::values::{Day, DecimalText};

/// What became of the payments.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Answer {
    /// Over instalments.
    Instalments(Box<OverInstalments>),
    /// Over a claim by component.
    Claim(Box<OverClaim>),
}

/// Payments over instalments.
#[derive(Serialize, JsonSchema)]
pub struct OverInstalments {
    /// Every payment and credit in order of date.
    payments: Vec<Settled>,
    /// What payments brought beyond everything owed: to be returned.
    overpayment: DecimalText,
    /// What is still owed of each instalment; one more than was given where a charge falls due after the last.
    outstanding_by_instalment: Vec<DecimalText>,
    /// The same by component.
    instalments: Vec<Left>,
    /// What is still owed of all of them.
    outstanding: Parts,
}

/// A payment over a claim: `before = waived + allocated + written_off + after`.
#[derive(Serialize, JsonSchema)]
pub struct OverClaim {
    /// What was owed.
    pub before: Parts,
    /// What was given up ahead of the payment.
    pub waived: Parts,
    /// What the payment settled.
    pub allocated: Parts,
    /// What the payment brought beyond everything owed.
    pub overpayment: DecimalText,
    /// What was left and written off, being small.
    pub written_off: Parts,
    /// What is owed afterwards.
    pub after: Parts,
}

/// A payment or credit: `amount = paid.total + overpayment`.
#[derive(Serialize, JsonSchema)]
pub struct Settled {
    /// Its place among the events, from 1.
    event: usize,
    /// `payment` or `credit`.
    r#type: &'static str,
    date: Day,
    amount: DecimalText,
    /// What each component received.
    paid: Parts,
    /// What nothing needed.
    overpayment: DecimalText,
    /// Every cell that received something, in the order of settlement.
    cells: Vec<Portion>,
}

#[derive(Serialize, JsonSchema)]
struct Portion {
    /// The instalment, from 1.
    instalment: usize,
    /// Its timing on the day of the payment and its component, such as `past-due-penalty`.
    cell: String,
    amount: DecimalText,
}

/// What is left of an instalment.
#[derive(Serialize, JsonSchema)]
pub struct Left {
    n: usize,
    due: Day,
    owed: Parts,
}

impl Answer {
    /// The answer over instalments; `before_events` is how many charges were entered ahead of the document's events.
    pub fn of_instalments(
        replayed: &Replayed,
        before_events: usize,
        decimals: Decimals,
    ) -> Result<Self, BadInput> {
        Self::added_up(replayed, before_events, decimals).map_err(|OutOfRange| decimals.beyond(""))
    }

    fn added_up(
        replayed: &Replayed,
        before_events: usize,
        decimals: Decimals,
    ) -> Result<Self, OutOfRange> {
        let mut outstanding = Components::ZERO;
        let mut by_instalment = Vec::with_capacity(replayed.instalments.len());
        let mut instalments = Vec::with_capacity(replayed.instalments.len());
        for (instalment, n) in replayed.instalments.iter().zip(1..) {
            let owed = instalment.owed()?;
            outstanding = outstanding.checked_add(&owed)?;
            by_instalment.push(decimals.text(owed.total()?));
            instalments.push(Left::of(n, instalment, &owed, decimals));
        }
        outstanding.total()?;
        let payments = replayed.payments.iter();
        Ok(Self::Instalments(Box::new(OverInstalments {
            payments: payments
                .map(|payment| Settled::of(payment, before_events, decimals))
                .collect::<Result<_, _>>()?,
            overpayment: decimals.text(replayed.overpaid),
            outstanding_by_instalment: by_instalment,
            instalments,
            outstanding: decimals.parts(&outstanding),
        })))
    }
}

impl Left {
    fn of(n: usize, instalment: &InstalmentOwed, owed: &Components, decimals: Decimals) -> Self {
        Self {
            n,
            due: Day(instalment.due),
            owed: decimals.parts(owed),
        }
    }
}

impl Settled {
    fn of(
        payment: &SettledPayment,
        before_events: usize,
        decimals: Decimals,
    ) -> Result<Self, OutOfRange> {
        let place = |index: usize| index.saturating_add(1);
        Ok(Self {
            event: place(payment.event.saturating_sub(before_events)),
            r#type: if payment.credit { "credit" } else { "payment" },
            date: Day(payment.date),
            amount: decimals.text(payment.amount),
            paid: decimals.parts(&payment.split.by_component()?),
            overpayment: decimals.text(payment.split.excess),
            cells: payment
                .split
                .portions
                .iter()
                .map(|portion| Portion {
                    instalment: place(portion.instalment),
                    cell: portion.cell.code(),
                    amount: decimals.text(portion.amount),
                })
                .collect(),
        })
    }
}
