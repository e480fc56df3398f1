//! A case laid out, with the few measures that both the drawing of limits and the checks need. They are
//! worked out here from the rows alone, in plain integers.

use crate::draw::Case;
use quittance::engine::calendar::{Date, Unit, days_between};
use quittance::engine::claim::Components;
use quittance::engine::money::{Money, Rate};
use quittance::engine::plan::{Broken, Plan, PlanRow, RowKind, Settlement, Totals};

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

    /// What the plan collects for the use of money, its own interest among it.
    pub fn cost(&self) -> i64 {
        let own: i64 = self.plan.rows.iter().map(|row| minor(row.interest)).sum();
        own + self.arrears()
    }

    /// Everything that is paid.
    pub fn paid(&self) -> i64 {
        self.plan.rows.iter().map(|row| sum(&row.paid)).sum()
    }

    /// The yearly rate at which the contract's principal earned what is paid beyond it, cut off.
    pub fn earned_rate(&self) -> Rate {
        let terms = &self.case.claim.terms;
        let days = days_between(terms.signed_on, self.totals.last_date);
        let base = i128::from(minor(terms.original_principal)) * i128::from(days);
        let beyond = (self.paid() - minor(terms.original_principal)).max(0);
        let steps = (i128::from(beyond) * 365 * 10_000_000_000)
            .checked_div(base)
            .unwrap_or(0)
            .min(i128::from(Rate::MAX.scaled()));
        Rate::from_scaled(i64::try_from(steps).unwrap()).unwrap()
    }

    /// What the payments after the down payment ask of a month, rounded up; `None` beyond the largest amount.
    pub fn month(&self) -> Option<i64> {
        let paid: Vec<(i128, i128)> = self
            .payments()
            .map(|row| (self.days_to(row.date).into(), sum(&row.paid).into()))
            .collect();
        let steps = match &self.case.proposal.settlement {
            Settlement::Instalments { frequency, .. } if paid.len() > 1 => Some(*frequency),
            _ => None,
        };
        let most = match steps {
            Some(frequency) => {
                let largest = paid.iter().map(|(_, amount)| *amount).max()?;
                let in_a_year = match frequency.unit() {
                    Unit::Days => 365,
                    Unit::Weeks => 52,
                    Unit::HalfMonths => 24,
                    Unit::Months => 12,
                };
                up(largest * in_a_year, 12 * i128::from(frequency.every()))
            }
            // What must have been put by until a payment, month by month.
            None => (0..paid.len())
                .map(|last| {
                    let due: i128 = paid[..=last].iter().map(|(_, amount)| amount).sum();
                    up(due * 365, (paid[last].0 * 12).max(365))
                })
                .max()
                .unwrap_or(0),
        };
        i64::try_from(most)
            .ok()
            .filter(|most| *most <= minor(Money::MAX))
    }

    /// Payments that are left out, in all and running.
    pub fn skipped(&self) -> (i64, i64) {
        let left_out: Vec<i64> = match self.case.proposal.settlement {
            Settlement::OnDates { .. } => {
                let dates: Vec<Date> = self.payments().map(|row| row.date).collect();
                dates
                    .windows(2)
                    .map(|pair| (whole_months(pair[0], pair[1]) - 1).max(0))
                    .collect()
            }
            _ => {
                let mut runs = vec![0];
                for row in self.payments() {
                    if sum(&row.paid) == 0 {
                        *runs.last_mut().unwrap() += 1;
                    } else {
                        runs.push(0);
                    }
                }
                runs
            }
        };
        (
            left_out.iter().sum(),
            left_out.iter().copied().max().unwrap_or(0),
        )
    }
}

/// A quotient of numbers that are not negative, rounded up.
fn up(numerator: i128, denominator: i128) -> i128 {
    (numerator + denominator - 1) / denominator
}

/// Months from one day to another, days left over not counted.
pub fn whole_months(from: Date, to: Date) -> i64 {
    use chrono::{Datelike, Months};
    let months =
        i64::from(to.year() - from.year()) * 12 + i64::from(to.month()) - i64::from(from.month());
    let reached = from + Months::new(u32::try_from(months.max(0)).unwrap());
    (months - i64::from(reached > to)).max(0)
}
