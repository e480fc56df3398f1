//! Whether a plan is being kept: what arrived against what fell due.

use super::{Plan, PlanError, RowKind};
use crate::engine::calendar::{Date, add_days};
use crate::engine::claim::PaymentReceived;
use crate::engine::money::Money;

/// When a payment counts as missed, and when misses end a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cure {
    /// Days after the due date on which a payment is still in time.
    pub grace_days: u32,
    /// How many payments running must be missed to end the plan; fewer can be made up. At least 1 is taken.
    pub misses_that_end: u32,
}

impl Default for Cure {
    /// No grace; one missed payment can be made up, the second running ends the plan.
    fn default() -> Self {
        Self {
            grace_days: 0,
            misses_that_end: 2,
        }
    }
}

/// How a plan stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// Everything due so far has been paid.
    Kept {
        /// The day of the next payment that what arrived does not cover yet.
        next: Date,
    },
    /// A payment is due and still in time.
    InGrace {
        /// The last day on which it is in time.
        until: Date,
        /// What is still to be paid by then.
        short: Money,
    },
    /// A payment was missed and can be made up: the plan then goes on.
    CureOffered {
        /// How many payments running have been missed.
        missed: u32,
        /// What is still to be paid to make up for them.
        short: Money,
        /// The next payment's last day in time, after which that one is missed too. None after the last payment
        /// of the plan.
        by: Option<Date>,
    },
    /// So many payments running were missed that the plan has ended: the claim revives.
    Ended {
        /// The first day on which that was so.
        on: Date,
        /// The due date of the first of the payments missed.
        missed_since: Date,
    },
    /// Everything has been paid: what was conditional is given up for good.
    Completed {
        /// The day on which the last of it arrived.
        on: Date,
    },
}

/// How a plan stands at the end of a day, given the payments that arrived under it.
///
/// Payments meet the plan's dues in order of date, whatever they were meant for: a due is met when everything
/// that arrived by its last day of grace covers it and all dues before it. Money that comes after the plan has
/// ended does not bring it back.
///
/// # Errors
/// [`PlanError::Amount`] if an amount leaves the supported range; [`PlanError::Date`] if a day of grace leaves the
/// supported years.
pub fn standing_of(
    plan: &Plan,
    received: &[PaymentReceived],
    cure: Cure,
    on: Date,
) -> Result<Keeping, PlanError> {
    let mut arrived: Vec<PaymentReceived> = received
        .iter()
        .copied()
        .filter(|payment| payment.date <= on)
        .collect();
    arrived.sort_by_key(|payment| payment.date);
    let paid_by = |day: Date| {
        let in_time = arrived.iter().filter(|payment| payment.date <= day);
        Money::sum(in_time.map(|payment| payment.amount))
    };
    let last_day = |due: Date| add_days(due, i64::from(cure.grace_days));
    let dues: Vec<_> = plan
        .rows
        .iter()
        .filter(|row| row.kind != RowKind::Deferral)
        .collect();

    let paid_now = paid_by(on)?;
    let mut demanded = Money::ZERO;
    let mut missed = 0_u32;
    let mut missed_since = on;
    let mut waiting = None;
    let mut next = None;
    let mut to_make_up = Money::ZERO;
    for row in &dues {
        let before = demanded;
        demanded = demanded.checked_add(row.paid.total()?)?;
        if row.date > on {
            if paid_now < demanded {
                next = next.or(Some(row.date));
            }
            continue;
        }
        let until = last_day(row.date)?;
        if paid_by(until)? >= demanded {
            missed = 0;
        } else if until >= on {
            waiting = waiting.or(Some((until, demanded)));
        } else {
            // Whatever was missed before has been made up meanwhile: this one is missed anew.
            if missed > 0 && paid_by(until)? >= before {
                missed = 0;
            }
            if missed == 0 {
                missed_since = row.date;
            }
            missed = missed.saturating_add(1);
            to_make_up = demanded;
            if missed >= cure.misses_that_end.max(1) {
                let on = add_days(until, 1)?;
                return Ok(Keeping::Ended { on, missed_since });
            }
        }
    }
    if paid_now >= demanded {
        let on = completed_on(&arrived, demanded)?.unwrap_or(on);
        return Ok(Keeping::Completed { on });
    }
    if missed > 0 && paid_now < to_make_up {
        let short = to_make_up.checked_sub(paid_now)?;
        let by = match (waiting, next) {
            (Some((until, _)), _) => Some(until),
            (None, Some(next)) => Some(last_day(next)?),
            (None, None) => None,
        };
        return Ok(Keeping::CureOffered { missed, short, by });
    }
    Ok(match (waiting, next) {
        (Some((until, demanded)), _) => Keeping::InGrace {
            until,
            short: demanded.checked_sub(paid_now)?,
        },
        (None, Some(next)) => Keeping::Kept { next },
        // Everything has fallen due and is met: completion was found above.
        (None, None) => Keeping::Completed { on },
    })
}

/// The day on which what arrived came to everything.
fn completed_on(arrived: &[PaymentReceived], all: Money) -> Result<Option<Date>, PlanError> {
    let mut paid = Money::ZERO;
    for payment in arrived {
        paid = paid.checked_add(payment.amount)?;
        if paid >= all {
            return Ok(Some(payment.date));
        }
    }
    Ok(None)
}
