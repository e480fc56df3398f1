//! A case laid out, with the few measures that both the drawing of limits and the checks need. They are
//! worked out here from the rows alone, in plain integers.

use crate::draw::Case;
use quittance::engine::calendar::{Date, days_between};
use quittance::engine::claim::Components;
use quittance::engine::money::{Money, Rate};
use quittance::engine::plan::{Broken, Plan, PlanRow, RowKind, Totals};

/// A case with everything that was worked out from it.
pub struct Judged<'a> {
    pub case: &'a Case,
    pub plan: &'a Plan,
    pub totals: &'a Totals,
    pub stops: &'a [Broken],
}

/// An amount in minor units.
pub fn minor(amount: Money) -> i64 {
    amount.minor()
}

/// The sum of the components in minor units.
pub fn sum(amounts: &Components) -> i64 {
    amounts.iter().map(|(_, amount)| amount.minor()).sum()
}

/// What share of a whole a part is, in steps of 10^-10, cut off; nothing of nothing.
pub fn share_steps(part: Money, whole: Money) -> i64 {
    if minor(whole) <= 0 {
        return 0;
    }
    let steps = i128::from(minor(part)) * 10_000_000_000 / i128::from(minor(whole));
    i64::try_from(steps).unwrap()
}

impl Judged<'_> {
    /// What is owed on the as-of date.
    pub fn owed(&self) -> Money {
        Money::from_minor(sum(&self.plan.opening)).unwrap()
    }

    /// Days from the as-of date.
    pub fn days_to(&self, date: Date) -> i64 {
        days_between(self.case.claim.as_of, date)
    }

    /// Days past due on the as-of date.
    pub fn days_past_due(&self) -> i64 {
        days_between(self.case.claim.overdue_since, self.case.claim.as_of)
    }

    /// The payments that follow the down payment.
    pub fn payments(&self) -> impl Iterator<Item = &PlanRow> {
        self.plan
            .rows
            .iter()
            .filter(|row| matches!(row.kind, RowKind::Instalment | RowKind::LumpSum))
    }

    /// The most days between two of them.
    pub fn widest_gap(&self) -> Option<i64> {
        let dates: Vec<Date> = self.payments().map(|row| row.date).collect();
        dates
            .windows(2)
            .map(|pair| days_between(pair[0], pair[1]))
            .max()
    }

    /// The smallest instalment but the last.
    pub fn smallest_but_last(&self) -> Option<i64> {
        let amounts: Vec<i64> = self
            .payments()
            .filter(|row| row.kind == RowKind::Instalment)
            .map(|row| sum(&row.paid))
            .collect();
        let (_, others) = amounts.split_last()?;
        others.iter().min().copied()
    }

    /// What the plan still collects for interest and for being late.
    pub fn arrears(&self) -> i64 {
        let left = |pick: fn(&Components) -> Money| {
            minor(pick(&self.plan.opening)) - minor(pick(&self.plan.waived))
        };
        left(|parts| parts.interest)
            + left(|parts| parts.penalty)
            + left(|parts| parts.compound)
            + left(|parts| parts.charges)
    }

    /// The yearly rate at which the principal earned that in the days past due, cut off.
    pub fn arrears_rate(&self) -> Rate {
        let days = i128::from(self.days_past_due());
        let base = i128::from(minor(self.plan.opening.principal)) * days;
        let steps = (i128::from(self.arrears()) * 365 * 10_000_000_000)
            .checked_div(base)
            .unwrap_or(0)
            .min(i128::from(Rate::MAX.scaled()));
        Rate::from_scaled(i64::try_from(steps).unwrap()).unwrap()
    }
}
