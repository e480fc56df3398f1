//! What an option is worth to its lender today, against doing nothing.
//!
//! `V = sum S_t pay_t d_t + sum (S_{t-1} - S_t) R_t d_t` of [`value`], with what the lender expects: `S` falls by the same
//! part every thirty days, however often payments fall due, and `R` is a share of what is then unpaid of today's claim.
//! What would accrue until then is not counted: a claim is worth no more for having grown on paper.

use crate::engine::calendar::{Date, DayCount, days_between};
use crate::engine::claim::Claim;
use crate::engine::money::{Money, OutOfRange, Rate, Rounding, Share};
use crate::engine::plan::{
    ExpectedPayment, Plan, PlanError, Progress, Proposal, RowKind, Valuation, Value, ValueError,
    value,
};
use crate::engine::rules::Pack;

/// The days over which the part of plans that are kept is stated.
const DAYS_OF_A_STEP: i64 = 30;

/// What a lender expects, or what is taken where it says nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Prospects {
    /// The effective yearly rate at which later money is discounted.
    pub rate: Rate,
    /// The part of plans kept so far that is still kept thirty days on.
    pub kept: Share,
    /// What is recovered without a plan, as a share of what is then unpaid of today's claim; `None` where nobody said,
    /// and nothing can be set against doing nothing.
    pub recovers: Option<Share>,
}

/// What an option is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Worth {
    /// Its present value and the parts of it.
    pub value: Value,
    /// That less what doing nothing is worth; below zero where doing nothing is worth more. `None` where nobody said what
    /// is recovered then.
    pub gain: Option<Money>,
}

impl Prospects {
    /// What the first pack that states expectations states; where none does, the contract's own rate (the original rate
    /// of accounting and of EBA/GL/2016/07), and that plans are kept.
    #[must_use]
    pub fn of(packs: &[&Pack], claim: &Claim) -> Self {
        packs
            .iter()
            .find_map(|pack| pack.expectations.as_ref())
            .map_or(
                Self {
                    rate: claim.terms.interest_rate,
                    kept: Share::ONE,
                    recovers: None,
                },
                |stated| Self {
                    rate: stated.rate,
                    kept: stated.kept,
                    recovers: Some(stated.recovers),
                },
            )
    }
}

/// What an option, laid out, is worth on the claim's as-of date.
///
/// # Errors
/// [`PlanError::Amount`] and [`PlanError::Date`] past the supported range.
pub fn worth(
    claim: &Claim,
    proposal: &Proposal,
    plan: &Plan,
    prospects: &Prospects,
) -> Result<Worth, PlanError> {
    let owed = plan.opening.total()?;
    let recovers = prospects.recovers.unwrap_or(Share::ZERO);
    let paying = plan
        .rows
        .iter()
        .filter(|row| row.kind != RowKind::Deferral && !row.paid.is_zero());
    let mut payments = Vec::with_capacity(plan.rows.len());
    let to_pay = Money::sum(
        paying
            .clone()
            .map(|row| row.paid.total())
            .collect::<Result<Vec<_>, _>>()?,
    )?;
    let mut kept = Kept::since(claim.as_of, prospects.kept);
    let mut progress = Progress {
        payments: 0,
        paid: Money::ZERO,
        to_pay,
    };
    for row in paying {
        let pays = row.paid.total()?;
        // Nothing is expected of a payment but that it is made: what broke before it left this much unpaid.
        let vested = proposal.relief.vesting.vested(&plan.waived, progress)?;
        let unpaid = owed
            .checked_sub(progress.paid)?
            .checked_sub(vested.total()?)?
            .or_zero_if_negative();
        payments.push(ExpectedPayment {
            date: row.date,
            pays,
            kept: kept.on(row.date)?,
            recovers: recovers.of(unpaid, Rounding::HalfUp)?,
        });
        progress.payments = progress.payments.saturating_add(1);
        progress.paid = progress.paid.checked_add(pays)?;
    }
    let value = value(&Valuation {
        as_of: claim.as_of,
        rate: prospects.rate,
        day_count: DayCount::Act365Fixed,
        payments: &payments,
        cost: Money::ZERO,
        rounding: Rounding::HalfUp,
    })
    .map_err(unplannable)?;
    let gain = match prospects.recovers {
        Some(share) => Some(value.total.checked_sub(share.of(owed, Rounding::HalfUp)?)?),
        None => None,
    };
    Ok(Worth { value, gain })
}

/// The part of plans that is still kept, day by day.
struct Kept {
    since: Date,
    each: Share,
    steps: i64,
    now: Share,
}

impl Kept {
    const fn since(since: Date, each: Share) -> Self {
        Self {
            since,
            each,
            steps: 0,
            now: Share::ONE,
        }
    }

    /// The part kept on a day, which is not before the one asked for last.
    fn on(&mut self, date: Date) -> Result<Share, OutOfRange> {
        let steps = days_between(self.since, date)
            .checked_div(DAYS_OF_A_STEP)
            .ok_or(OutOfRange)?;
        while self.steps < steps {
            let whole = Money::from_minor(Share::ONE.scaled())?;
            let part = Money::from_minor(self.now.scaled())?;
            let part = self.each.of(part, Rounding::TowardZero)?;
            self.now = Share::ratio(part, whole, Rounding::TowardZero).ok_or(OutOfRange)?;
            self.steps = self.steps.saturating_add(1);
            if self.now == Share::ZERO {
                self.steps = steps;
            }
        }
        Ok(self.now)
    }
}

/// The rows of a plan rise in date, its payments are above zero and what is kept never rises: only ranges are left.
fn unplannable(error: ValueError) -> PlanError {
    match error {
        ValueError::Date(error) => PlanError::Date(error),
        _ => PlanError::Amount(OutOfRange),
    }
}
