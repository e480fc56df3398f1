//! The limit on payments that are left out.

use super::facts::{Facts, count_at_most, silent};
use super::timing::months_between;
use super::{Outcome, Quantity, Why};
use crate::engine::calendar::Date;
use crate::engine::plan::{PlanRow, RowKind, Settlement};

pub(super) fn skipped_payments(facts: &Facts<'_>, most: u32, running: u32) -> Option<Outcome> {
    if facts.one_sum() {
        return Some(silent(Why::PaidInOneSum));
    }
    if facts.totals.count < 2 {
        return Some(silent(Why::SinglePayment));
    }
    let skipped = match facts.proposal.settlement {
        Settlement::OnDates { .. } => by_days(&facts.plan.rows)?,
        _ => by_rows(&facts.plan.rows),
    };
    let in_all = count_at_most(skipped.in_all, most, Quantity::Payments);
    if in_all.is_broken() || skipped.running <= running {
        return Some(in_all);
    }
    Some(Outcome::Broken {
        limit: Quantity::Running(running),
        actual: Quantity::Running(skipped.running),
        shortfall: Quantity::Payments(skipped.running.checked_sub(running)?),
    })
}

#[derive(Default)]
struct Skipped {
    in_all: u32,
    /// The most that follow each other.
    running: u32,
}

fn payments(rows: &[PlanRow]) -> impl Iterator<Item = &PlanRow> {
    rows.iter()
        .filter(|row| matches!(row.kind, RowKind::Instalment | RowKind::LumpSum))
}

/// Rows on which nothing is paid.
fn by_rows(rows: &[PlanRow]) -> Skipped {
    let mut skipped = Skipped::default();
    let mut running = 0_u32;
    for row in payments(rows) {
        if row.paid.is_zero() {
            running = running.saturating_add(1);
            skipped.in_all = skipped.in_all.saturating_add(1);
            skipped.running = skipped.running.max(running);
        } else {
            running = 0;
        }
    }
    skipped
}

/// Whole months from one payment to the next, beyond the first.
fn by_days(rows: &[PlanRow]) -> Option<Skipped> {
    let mut skipped = Skipped::default();
    let mut before: Option<Date> = None;
    for row in payments(rows) {
        if let Some(before) = before {
            let (months, _) = months_between(before, row.date)?;
            let running = months.saturating_sub(1);
            skipped.in_all = skipped.in_all.saturating_add(running);
            skipped.running = skipped.running.max(running);
        }
        before = Some(row.date);
    }
    Some(skipped)
}
