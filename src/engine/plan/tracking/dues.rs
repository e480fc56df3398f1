//! Each due of a plan with what has met it: payments go to the oldest due first, and what is over to the next.

use crate::engine::calendar::{Date, add_days, days_between};
use crate::engine::claim::{Claim, Components, PaymentReceived, allocate};
use crate::engine::money::Money;
use crate::engine::plan::{Cure, Plan, PlanError, RowKind};

/// How one due of a plan stands at the end of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DueStanding {
    /// The row asks for nothing.
    NothingDue,
    /// Paid whole, by the last of its days of grace at the latest.
    PaidInTime {
        /// The day on which the last of it arrived.
        on: Date,
    },
    /// Paid whole, after its days of grace.
    PaidLate {
        /// The day on which the last of it arrived.
        on: Date,
        /// How many days after the due date that was.
        days: u32,
    },
    /// It falls due later; part of it may have been paid.
    Ahead,
    /// It is due, or past its date within the days of grace, and not paid whole.
    Due {
        /// The last day on which it is in time.
        until: Date,
    },
    /// Its days of grace are over and it is not paid whole.
    Missed {
        /// Days since the due date.
        days: u32,
    },
}

/// One payment that a plan asks for, with what has met it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TrackedDue {
    /// Its number among the payments, counted from 1, the down payment included.
    pub number: u32,
    /// What it is.
    pub kind: RowKind,
    /// The day on which it falls due.
    pub date: Date,
    /// What the plan asks for, by component.
    pub planned: Components,
    /// The same in total.
    pub amount: Money,
    /// What has been paid of it, by component: of a part in the contract's order as it stands on the as-of date.
    pub settled: Components,
    /// What is left of it.
    pub left: Money,
    /// How it stands.
    pub standing: DueStanding,
}

impl TrackedDue {
    /// What has been paid of it, in total.
    #[must_use]
    pub fn paid(&self) -> Money {
        // Of two amounts within the range, the smaller taken from the larger.
        self.amount.checked_sub(self.left).unwrap_or(Money::ZERO)
    }
}

/// The dues of a plan in order of date, met by what arrived, the earliest first.
pub(super) fn met_by(
    claim: &Claim,
    plan: &Plan,
    cure: Cure,
    arrived: &[PaymentReceived],
    on: Date,
) -> Result<Vec<TrackedDue>, PlanError> {
    let age = claim.days_past_due(claim.as_of);
    let order = claim.terms.waterfall.order_at(age);
    let paid = Money::sum(arrived.iter().map(|payment| payment.amount))?;
    let mut payments = arrived.iter();
    let (mut so_far, mut last_day) = (Money::ZERO, claim.as_of);
    let mut demanded = Money::ZERO;
    let mut dues = Vec::with_capacity(plan.rows.len());
    let rows = plan.rows.iter();
    let rows = rows.filter(|row| row.kind != RowKind::Deferral);
    for (row, number) in rows.zip(1_u32..) {
        let amount = row.paid.total()?;
        let for_it = paid.checked_sub(demanded)?.max(Money::ZERO).min(amount);
        demanded = demanded.checked_add(amount)?;
        while so_far < demanded
            && let Some(payment) = payments.next()
        {
            so_far = so_far.checked_add(payment.amount)?;
            last_day = payment.date;
        }
        let left = amount.checked_sub(for_it)?;
        let settled = if left.is_zero() {
            row.paid
        } else {
            allocate(for_it, &row.paid, order)?.paid
        };
        let until = add_days(row.date, i64::from(cure.grace_days))?;
        let days_to = |day| u32::try_from(days_between(row.date, day)).unwrap_or(0);
        let standing = if amount.is_zero() {
            DueStanding::NothingDue
        } else if left.is_zero() && last_day <= until {
            DueStanding::PaidInTime { on: last_day }
        } else if left.is_zero() {
            DueStanding::PaidLate {
                on: last_day,
                days: days_to(last_day),
            }
        } else if row.date > on {
            DueStanding::Ahead
        } else if on <= until {
            DueStanding::Due { until }
        } else {
            DueStanding::Missed { days: days_to(on) }
        };
        dues.push(TrackedDue {
            number,
            kind: row.kind,
            date: row.date,
            planned: row.paid,
            amount,
            settled,
            left,
            standing,
        });
    }
    Ok(dues)
}
