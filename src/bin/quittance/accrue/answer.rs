//! What `quittance accrue` answers.

use quittance::engine::calendar::{Date, add_days, days_between};
use quittance::engine::claim::{
    Components, History, PaymentReceived, Recomputed, StatementLine, Terms,
};
use quittance::engine::money::{Money, OutOfRange};
use schemars::JsonSchema;
use serde::Serialize;

use crate::amounts::{Decimals, Parts};
use crate::document::BadInput;
use crate::values::{Day, DecimalText};

/// What a document asks for, apart from what is owed.
pub struct Asked {
    pub decimals: Decimals,
    pub terms: Terms,
    pub from: Date,
    pub to: Date,
    /// 1 where the last day counts too, otherwise 0.
    pub further: i64,
    pub payments: Vec<PaymentReceived>,
}

/// What is owed in the end, and how it came about.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Answer {
    /// Balances carried forward.
    Carried(Box<Carried>),
    /// Balances worked out from instalments.
    WorkedOut(Box<WorkedOut>),
}

/// Balances carried forward: what was owed `+ grown = paid + owed`.
#[derive(Serialize, JsonSchema)]
pub struct Carried {
    from: Day,
    to: Day,
    /// Days as the convention counts them, the last one included if it counts.
    days: i64,
    /// What accrued.
    grown: Parts,
    /// What payments settled.
    paid: Parts,
    /// What payments brought beyond everything owed.
    overpayment: DecimalText,
    /// What is owed on the day `to`: the settlement figure.
    owed: Parts,
    /// How much of the principal is past due.
    overdue_principal: DecimalText,
    /// One for each payment, and one for the last day.
    lines: Vec<Line>,
}

/// Balances worked out from instalments.
#[derive(Serialize, JsonSchema)]
pub struct WorkedOut {
    to: Day,
    /// What is owed on that day, principal not yet due and running interest included.
    owed: Parts,
    /// How much of the principal is past due or falls due on that day.
    overdue_principal: DecimalText,
    /// The due date of the oldest instalment with something unpaid.
    overdue_since: Option<Day>,
    /// What arrived beyond everything that had fallen due.
    overpayment: DecimalText,
    /// Each instalment that has fallen due.
    instalments: Vec<Fallen>,
}

/// A payment, or the end.
#[derive(Serialize, JsonSchema)]
pub struct Line {
    date: Day,
    /// What accrued since the line before.
    grown: Parts,
    /// What the payment settled.
    paid: Parts,
    /// What the payment brought beyond everything owed.
    overpayment: DecimalText,
    /// What is owed afterwards.
    owed: Parts,
    overdue_principal: DecimalText,
}

/// An instalment that has fallen due.
#[derive(Serialize, JsonSchema)]
pub struct Fallen {
    n: usize,
    due: Day,
    /// Days since its due date as the convention counts them, the last one included if it counts.
    days: i64,
}

impl Asked {
    /// Days as the convention counts them.
    fn days(&self, from: Date) -> Result<i64, BadInput> {
        let wrong = |problem| BadInput::value("to", &self.to, &problem);
        let end = add_days(self.to, self.further).map_err(wrong)?;
        self.terms.day_count.days(from, end).map_err(wrong)
    }
}

impl Answer {
    /// The answer for balances carried forward.
    pub fn carried(lines: &[StatementLine], asked: &Asked) -> Result<Self, BadInput> {
        let decimals = asked.decimals;
        let closing = lines.last().map(|line| line.closing);
        let sums = sums(lines).map_err(|OutOfRange| decimals.beyond(""))?;
        let owed = closing.map_or(Components::ZERO, |balances| balances.components);
        let overdue = closing.map_or(Money::ZERO, |balances| balances.overdue_principal);
        let before_shift = |day| {
            let further = asked.further.saturating_neg();
            add_days(day, further).map_err(|problem| BadInput::value("to", &day, &problem))
        };
        Ok(Self::Carried(Box::new(Carried {
            from: Day(asked.from),
            to: Day(asked.to),
            days: asked.days(asked.from)?,
            grown: decimals.parts(&sums.grown),
            paid: decimals.parts(&sums.paid),
            overpayment: decimals.text(sums.excess),
            owed: decimals.parts(&owed),
            overdue_principal: decimals.text(overdue),
            lines: lines
                .iter()
                .map(|line| Ok(Line::of(line, before_shift(line.date)?, decimals)))
                .collect::<Result<_, _>>()?,
        })))
    }

    /// The answer for balances worked out from instalments.
    pub fn worked_out(
        owed: &Recomputed,
        history: &History,
        asked: &Asked,
    ) -> Result<Self, BadInput> {
        let decimals = asked.decimals;
        let components = owed.balances.components;
        components
            .total()
            .map_err(|OutOfRange| decimals.beyond(""))?;
        let mut instalments = Vec::new();
        for (instalment, n) in history.instalments.iter().zip(1..) {
            if days_between(instalment.due, asked.to) >= 0 {
                instalments.push(Fallen {
                    n,
                    due: Day(instalment.due),
                    days: asked.days(instalment.due)?,
                });
            }
        }
        Ok(Self::WorkedOut(Box::new(WorkedOut {
            to: Day(asked.to),
            owed: decimals.parts(&components),
            overdue_principal: decimals.text(owed.balances.overdue_principal),
            overdue_since: owed.overdue_since.map(Day),
            overpayment: decimals.text(owed.excess),
            instalments,
        })))
    }
}

/// What all lines of a statement come to.
struct Sums {
    grown: Components,
    paid: Components,
    excess: Money,
}

fn sums(lines: &[StatementLine]) -> Result<Sums, OutOfRange> {
    let mut sums = Sums {
        grown: Components::ZERO,
        paid: Components::ZERO,
        excess: Money::ZERO,
    };
    for line in lines {
        sums.grown = sums.grown.checked_add(&line.grown)?;
        sums.paid = sums.paid.checked_add(&line.paid)?;
        sums.excess = sums.excess.checked_add(line.excess)?;
        line.closing.components.total()?;
    }
    sums.grown.total()?;
    sums.paid.total()?;
    Ok(sums)
}

impl Line {
    fn of(line: &StatementLine, date: Date, decimals: Decimals) -> Self {
        Self {
            date: Day(date),
            grown: decimals.parts(&line.grown),
            paid: decimals.parts(&line.paid),
            overpayment: decimals.text(line.excess),
            owed: decimals.parts(&line.closing.components),
            overdue_principal: decimals.text(line.closing.overdue_principal),
        }
    }
}
