//! What a link says about the figures it was made with: one of them, and a digest of all.

use sha2::{Digest, Sha256};

use super::Refusal;
use super::wire::{Value, day_number, write};
use crate::agreement::Worked;
use crate::engine::calendar::Date;
use crate::engine::claim::Components;
use crate::engine::money::Money;
use crate::engine::plan::{RowKind, Totals};

/// Bytes of the digest: enough against an accident, which is all that an unsigned link is guarded from.
pub const DIGEST: usize = 8;

/// The figures of a plan as a link states them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figures {
    /// Everything paid, down payment included: what both sides can compare where the digests differ.
    pub paid: Money,
    /// The head of SHA-256 over every amount and date worked out.
    pub digest: [u8; DIGEST],
}

impl Figures {
    /// The figures of a plan that was worked out.
    ///
    /// Yearly rates are left out: they follow from the payments, and a later program may find one more
    /// digit of them.
    pub fn of(worked: &Worked) -> Result<Self, Refusal> {
        let plan = &worked.plan;
        let rows = plan.rows.iter().map(|row| {
            Value::List(vec![
                Value::Int(kind_number(row.kind)),
                day(row.date),
                money(row.interest),
                components(&row.paid),
                components(&row.closing),
            ])
        });
        let stops = worked
            .stops
            .iter()
            .map(|stop| {
                let revived = stop.revived.total().map_err(|_| Refusal::Value {
                    what: "concessions",
                })?;
                Ok(Value::List(vec![
                    Value::Int(i64::from(stop.after)),
                    day(stop.on),
                    money(stop.paid),
                    money(revived),
                    components(&stop.balances.components),
                ]))
            })
            .collect::<Result<_, Refusal>>()?;
        let all = Value::List(vec![
            components(&plan.opening),
            components(&plan.waived),
            components(&plan.capitalised),
            Value::List(rows.collect()),
            Value::List(stops),
            heads(&worked.totals),
        ]);
        let sum = Sha256::digest(write(&all)?);
        let mut digest = [0; DIGEST];
        for (place, byte) in digest.iter_mut().zip(sum) {
            *place = byte;
        }
        Ok(Self {
            paid: worked.totals.paid,
            digest,
        })
    }
}

fn heads(totals: &Totals) -> Value {
    Value::List(vec![
        money(totals.due_now),
        Value::List(totals.instalment.into_iter().map(money).collect()),
        money(totals.last_payment),
        Value::Int(i64::from(totals.count)),
        day(totals.first_date),
        day(totals.last_date),
        money(totals.paid),
        money(totals.waived),
        money(totals.interest),
        money(totals.owed_if_nothing_paid),
        money(totals.cost_against_nothing),
    ])
}

fn components(amounts: &Components) -> Value {
    Value::List(amounts.iter().map(|(_, amount)| money(amount)).collect())
}

const fn money(amount: Money) -> Value {
    Value::Int(amount.minor())
}

fn day(date: Date) -> Value {
    Value::Int(day_number(date))
}

const fn kind_number(kind: RowKind) -> i64 {
    match kind {
        RowKind::DownPayment => 0,
        RowKind::Deferral => 1,
        RowKind::Instalment => 2,
        RowKind::LumpSum => 3,
    }
}
