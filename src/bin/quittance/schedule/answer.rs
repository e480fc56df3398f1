//! What `quittance schedule` answers.

use quittance::engine::calendar::{Date, days_between};
use quittance::engine::money::{Money, OutOfRange};
use quittance::engine::plan::schedule::{Row as Laid, Sums};
use schemars::JsonSchema;
use serde::Serialize;

use crate::values::{Day, DecimalText};

/// A schedule, row by row.
#[derive(Serialize, JsonSchema)]
pub struct Answer {
    /// Every row, a down payment the first of them.
    rows: Vec<Row>,
    /// The payment that repeats: the first of stepped ones, the one without the balloon, the first where a new rate fits
    /// it anew. Nothing where no payment repeats or where a schedule is laid out again.
    instalment: Option<DecimalText>,
    /// The rows added up, cell by cell.
    totals: Totals,
    /// Principal left after the last row.
    final_balance: DecimalText,
}

#[derive(Serialize, JsonSchema)]
struct Row {
    /// Its number; in a schedule that is spread again, the one it had in the contract.
    n: u64,
    /// `down_payment` or `instalment`.
    kind: &'static str,
    due: Day,
    /// Calendar days since the due date before, or since the start.
    days: i64,
    principal: DecimalText,
    interest: DecimalText,
    /// Overdue interest, where a schedule is laid out again.
    #[serde(skip_serializing_if = "Option::is_none")]
    arrears: Option<DecimalText>,
    /// The payment: all of these together.
    total: DecimalText,
    /// Principal left.
    balance: DecimalText,
}

#[derive(Serialize, JsonSchema)]
struct Totals {
    principal: DecimalText,
    interest: DecimalText,
    /// Overdue interest, where a schedule is laid out again.
    #[serde(skip_serializing_if = "Option::is_none")]
    arrears: Option<DecimalText>,
    payments: DecimalText,
}

/// Rows with the number of the first and the date before it.
pub struct Numbered<'a> {
    /// The rows.
    pub rows: &'a [Laid],
    /// How many rows lie before them.
    pub before: usize,
    /// The due date before the first, or the start.
    pub from: Date,
}

impl<'a> Numbered<'a> {
    /// The rows of a whole schedule.
    pub fn all(rows: &'a [Laid], start: Date) -> Self {
        Self {
            rows,
            before: 0,
            from: start,
        }
    }

    /// The last rows of a contract, laid out again.
    pub fn last(contract: &[Laid], rows: &'a [Laid], start: Date) -> Self {
        let before = contract.len().saturating_sub(rows.len());
        let earlier = contract.get(..before).unwrap_or_default();
        Self {
            rows,
            before,
            from: earlier.last().map_or(start, |row| row.due),
        }
    }
}

/// What an answer is made of beside its rows.
#[derive(Clone, Copy)]
pub struct Shown {
    /// Decimals of amounts.
    pub digits: u32,
    /// Whether the first row is a down payment.
    pub down_payment: bool,
    /// Whether rows may hold overdue interest.
    pub arrears: bool,
}

impl Answer {
    /// The answer of these rows.
    pub fn of(
        numbered: &Numbered<'_>,
        instalment: Option<Money>,
        shown: Shown,
    ) -> Result<Self, OutOfRange> {
        let text = |amount: Money| DecimalText::of(amount, shown.digits);
        let arrears = |amount: Money| shown.arrears.then(|| text(amount));
        let mut from = numbered.from;
        let mut rows = Vec::with_capacity(numbered.rows.len());
        for (place, row) in numbered.rows.iter().enumerate() {
            let place = numbered.before.saturating_add(place);
            rows.push(Row {
                n: u64::try_from(place).unwrap_or(u64::MAX).saturating_add(1),
                kind: if shown.down_payment && place == 0 {
                    "down_payment"
                } else {
                    "instalment"
                },
                due: Day(row.due),
                days: days_between(from, row.due),
                principal: text(row.principal),
                interest: text(row.interest),
                arrears: arrears(row.arrears),
                total: text(row.payment()?),
                balance: text(row.closing),
            });
            from = row.due;
        }
        let sums = Sums::of(numbered.rows)?;
        Ok(Self {
            rows,
            instalment: instalment.map(text),
            totals: Totals {
                principal: text(sums.principal),
                interest: text(sums.interest),
                arrears: arrears(sums.arrears),
                payments: text(sums.payments),
            },
            final_balance: text(numbered.rows.last().map_or(Money::ZERO, |row| row.closing)),
        })
    }
}
