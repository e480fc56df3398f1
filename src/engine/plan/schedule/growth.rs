//! What a balance grows by in a period: the rate, its changes and its pauses over the period's days.

use super::periods::{InterestBasis, Period};
use super::terms::{FirstNight, Refit, Terms};
use super::terms_error::TermsError;
use crate::engine::calendar::{Date, DayCount, add_days, days_between};
use crate::engine::money::{Accrued, Money, OutOfRange, Rate, Rounding, YearFraction};

/// The growth of a period as an exact fraction: `steps` out of `over` times [`Growth::WHOLE`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Growth {
    steps: i128,
    over: i64,
}

impl Growth {
    /// Steps of a rate in 100 % times units in a year.
    pub(super) const WHOLE: i128 = 10_000_000_000 * 145_880_280;

    /// No growth.
    pub(super) const NONE: Self = Self { steps: 0, over: 1 };

    /// The growth of a stretch of time at one rate.
    pub(super) fn of(rate: Rate, time: YearFraction) -> Result<Self, OutOfRange> {
        let steps = i128::from(rate.scaled()).checked_mul(i128::from(time.units()));
        Ok(Self {
            steps: steps.ok_or(OutOfRange)?,
            over: 1,
        })
    }

    /// The numerator and the denominator, for a discount.
    pub(super) fn fraction(self) -> Option<(u128, u128)> {
        let whole = Self::WHOLE.checked_mul(i128::from(self.over))?;
        Some((
            u128::try_from(self.steps).ok()?,
            u128::try_from(whole).ok()?,
        ))
    }

    /// The interest of a balance, rounded once.
    pub(super) fn interest(self, balance: Money, rounding: Rounding) -> Result<Money, OutOfRange> {
        let whole = Self::WHOLE.checked_mul(i128::from(self.over));
        i128::from(balance.minor())
            .checked_mul(self.steps)
            .and_then(|product| rounding.divide(product, whole?))
            .and_then(|minor| i64::try_from(minor).ok())
            .ok_or(OutOfRange)
            .and_then(Money::from_minor)
    }

    /// The interest of a balance in the finest unit there is, to be added up over several periods.
    pub(super) fn accrued(self, balance: Money) -> Result<Accrued, OutOfRange> {
        i128::from(balance.minor())
            .checked_mul(self.steps)
            .and_then(|product| Rounding::HalfEven.divide(product, i128::from(self.over)))
            .map(Accrued::from_units)
            .ok_or(OutOfRange)
    }
}

/// A period with the day it begins on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Span {
    /// The due date before, or the start.
    pub(super) from: Date,
    /// The due date and the time until it.
    pub(super) period: Period,
}

/// Each period with the one before it, the first after `start`.
pub(super) fn spans(start: Date, periods: &[Period]) -> Vec<Span> {
    let mut from = start;
    periods
        .iter()
        .map(|period| {
            let span = Span {
                from,
                period: *period,
            };
            from = period.due;
            span
        })
        .collect()
}

/// How much of what disturbs the periods is reckoned with.
#[derive(Debug, Clone, Copy)]
pub(super) enum View {
    /// All of it: what the rows really earn.
    Whole,
    /// What an instalment fitted at this row, counted from 1, knows: the rates until then and the pauses and
    /// free rows that it is to be fitted to.
    FittedAt(u32),
}

/// The growth of every period.
///
/// A period that a rate change or a pause cuts is split there. Under a day count whose parts add up over the
/// year's end (Actual/Actual by years) each part counts its own time; under any other the period's time is
/// shared out by actual days.
pub(super) fn growths(
    terms: &Terms,
    spans: &[Span],
    basis: InterestBasis,
    view: View,
) -> Result<Vec<Growth>, TermsError> {
    let fitted_from = match view {
        View::Whole => None,
        View::FittedAt(row) => spans
            .iter()
            .zip(1_u32..)
            .find_map(|(span, number)| (number == row).then_some(span)),
    };
    let knows_change = |date: Date, refit: Refit| match (view, fitted_from) {
        (View::Whole, _) => true,
        (View::FittedAt(_), Some(span)) => {
            date <= span.from || (refit == Refit::Refitted && date < span.period.due)
        }
        (View::FittedAt(_), None) => false,
    };
    let knows = |refit: Refit| matches!(view, View::Whole) || refit == Refit::Refitted;
    let mut cuts = Cuts {
        basis,
        first: terms.annual_rate,
        changes: Vec::new(),
        pauses: Vec::new(),
    };
    for (from, rate, refit) in changes(terms)? {
        if knows_change(from, refit) {
            cuts.changes.push((from, rate));
        }
    }
    for pause in &terms.pauses {
        if knows(pause.instalment) {
            cuts.pauses.push((pause.from, pause.to));
        }
    }
    spans
        .iter()
        .zip(1_u32..)
        .map(|(span, number)| {
            if number <= terms.grace.interest_free && knows(terms.grace.instalment) {
                Ok(Growth::NONE)
            } else {
                cuts.growth(span)
            }
        })
        .collect()
}

/// The dates on which the first nights at new rates begin.
pub(super) fn changes(terms: &Terms) -> Result<Vec<(Date, Rate, Refit)>, TermsError> {
    terms
        .rate_changes
        .iter()
        .map(|change| {
            let begins = match change.first_night {
                FirstNight::Begins => change.from,
                FirstNight::Ends => add_days(change.from, -1)?,
            };
            Ok((begins, change.annual_rate, change.instalment))
        })
        .collect()
}

/// The rates and pauses that periods are cut by.
struct Cuts {
    basis: InterestBasis,
    first: Rate,
    changes: Vec<(Date, Rate)>,
    pauses: Vec<(Date, Date)>,
}

impl Cuts {
    fn growth(&self, span: &Span) -> Result<Growth, TermsError> {
        let days = days_between(span.from, span.period.due);
        // The days after the first on which something begins or ends, counted from the first.
        let mut cuts: Vec<i64> = Vec::new();
        let within = |day: i64| (day > 0 && day < days).then_some(day);
        for (from, _) in &self.changes {
            cuts.extend(within(days_between(span.from, *from)));
        }
        for (from, to) in &self.pauses {
            // The night that ends on the first date of a pause is free already.
            cuts.extend(within(days_between(span.from, *from).saturating_sub(1)));
            cuts.extend(within(days_between(span.from, *to)));
        }
        if cuts.is_empty() {
            let rate = self.rate_after(span.from, 0);
            return Ok(Growth::of(rate, span.period.fraction)?);
        }
        let units = i128::from(span.period.fraction.units());
        cuts.push(days);
        cuts.sort_unstable();
        cuts.dedup();
        let additive = match self.basis {
            InterestBasis::Daily(day_count @ (DayCount::ActActIsda | DayCount::ActActDec31)) => {
                Some(day_count)
            }
            InterestBasis::Daily(_) | InterestBasis::Periodic => None,
        };
        let mut steps: i128 = 0;
        let mut begun = 0;
        for cut in cuts {
            let rate = i128::from(self.rate_after(span.from, begun).scaled());
            let time = match additive {
                Some(day_count) => {
                    let (from, to) = (add_days(span.from, begun)?, add_days(span.from, cut)?);
                    i128::from(day_count.year_fraction(from, to)?.units())
                }
                None => units
                    .checked_mul(i128::from(cut.saturating_sub(begun)))
                    .ok_or(OutOfRange)?,
            };
            steps = rate
                .checked_mul(time)
                .and_then(|part| steps.checked_add(part))
                .ok_or(OutOfRange)?;
            begun = cut;
        }
        let over = if additive.is_some() { 1 } else { days };
        Ok(Growth { steps, over })
    }

    /// The rate of the night after the day that lies `days` after `from`.
    fn rate_after(&self, from: Date, days: i64) -> Rate {
        let paused = self.pauses.iter().any(|(first, last)| {
            days_between(from, *first).saturating_sub(1) <= days && days < days_between(from, *last)
        });
        if paused {
            return Rate::ZERO;
        }
        self.changes
            .iter()
            .rev()
            .find(|(date, _)| days_between(from, *date) <= days)
            .map_or(self.first, |(_, rate)| *rate)
    }
}
