//! The figures of a plan that stand at the head of it.

use rust_decimal::Decimal;

use super::{
    Plan, PlanError, PlanRate, Proposal, RatedPayments, RowKind, Settlement, daily_rate, plan_rate,
};
use crate::engine::calendar::{Date, Frequency, days_between};
use crate::engine::claim::Claim;
use crate::engine::money::{Money, Rounding};

/// The figures that compare one plan with another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Totals {
    /// Paid on the as-of date.
    pub due_now: Money,
    /// The first instalment's amount, where there are instalments.
    pub instalment: Option<Money>,
    /// The smallest instalment before the last payment, where there is one.
    pub smallest_before_last: Option<Money>,
    /// The last payment's amount.
    pub last_payment: Money,
    /// How many payments follow the down payment.
    pub count: u32,
    /// Day of the first of them.
    pub first_date: Date,
    /// Day of the last of them.
    pub last_date: Date,
    /// Everything paid, down payment included.
    pub paid: Money,
    /// Everything given up on completion.
    pub waived: Money,
    /// Interest that the plan itself charges.
    pub interest: Money,
    /// What would be owed on the last day if nothing were paid until then.
    pub owed_if_nothing_paid: Money,
    /// `paid` less `owed_if_nothing_paid`: below zero where the plan costs less than doing nothing.
    pub cost_against_nothing: Money,
    /// Yearly rate on everything owed today, whatever is given up.
    pub rate_on_claim: PlanRate,
    /// Yearly rate on what concessions leave: what the plan itself costs.
    pub rate_on_balance: PlanRate,
}

/// Works out the head figures of a plan.
///
/// # Errors
/// [`PlanError::Amount`] if an amount leaves the supported range; [`PlanError::Accrual`] if the cost of doing
/// nothing cannot be worked out.
pub fn totals(claim: &Claim, proposal: &Proposal, plan: &Plan) -> Result<Totals, PlanError> {
    let mut due_now = Money::ZERO;
    let (mut paid, mut interest) = (Money::ZERO, Money::ZERO);
    let mut payments = Vec::with_capacity(plan.rows.len());
    let mut last_date = claim.as_of;
    let mut first_date = None;
    for row in &plan.rows {
        let amount = row.paid.total()?;
        paid = paid.checked_add(amount)?;
        interest = interest.checked_add(row.interest)?;
        match row.kind {
            RowKind::DownPayment => due_now = due_now.checked_add(amount)?,
            RowKind::Deferral => {}
            RowKind::Instalment | RowKind::LumpSum => {
                payments.push(amount);
                last_date = row.date;
                first_date = first_date.or(Some(row.date));
            }
        }
    }
    let before_last = payments.split_last().map(|(_, before)| before.iter());
    let waived = plan.waived.total()?;
    let owed = plan.opening.total()?;
    let owed_if_nothing_paid = claim
        .if_nothing_is_paid(last_date)
        .map_err(|_| PlanError::Accrual)?
        .total()?;
    let financed = owed.checked_sub(due_now)?;
    let rate_of = |balance| match proposal.settlement {
        Settlement::OnDates { .. } => rate_by_day(claim, plan, balance).unwrap_or(PlanRate::None),
        _ => rate_of(claim, proposal, balance, &payments),
    };
    let rate_on_claim = rate_of(financed);
    let rate_on_balance = if waived.is_zero() {
        rate_on_claim
    } else {
        rate_of(financed.checked_sub(waived)?)
    };
    Ok(Totals {
        due_now,
        instalment: match proposal.settlement {
            Settlement::LumpSum => None,
            Settlement::Instalments { .. } | Settlement::OnDates { .. } => {
                payments.first().copied()
            }
        },
        smallest_before_last: before_last.and_then(|before| before.min().copied()),
        last_payment: payments.last().copied().unwrap_or(Money::ZERO),
        count: u32::try_from(payments.len()).unwrap_or(u32::MAX),
        first_date: first_date.unwrap_or(last_date),
        last_date,
        paid,
        waived,
        interest,
        owed_if_nothing_paid,
        cost_against_nothing: paid.checked_sub(owed_if_nothing_paid)?,
        rate_on_claim,
        rate_on_balance,
    })
}

fn rate_of(claim: &Claim, proposal: &Proposal, balance: Money, payments: &[Money]) -> PlanRate {
    timing_of(claim, proposal).map_or(PlanRate::None, |timing| {
        plan_rate(&RatedPayments {
            balance,
            payments,
            ..timing
        })
    })
}

/// The rate of payments whose days follow no step.
fn rate_by_day(claim: &Claim, plan: &Plan, balance: Money) -> Option<PlanRate> {
    let mut payments = Vec::with_capacity(plan.rows.len());
    let mut before = claim.as_of;
    for row in plan
        .rows
        .iter()
        .filter(|row| row.kind == RowKind::Instalment)
    {
        let days = u32::try_from(days_between(before, row.date)).ok()?;
        payments.push((days, row.paid.total().ok()?));
        before = row.date;
    }
    Some(daily_rate(balance, &payments))
}

/// When the payments of a proposal fall, as the actuarial method counts time.
fn timing_of(claim: &Claim, proposal: &Proposal) -> Option<RatedPayments<'static>> {
    let days = days_between(claim.as_of, proposal.first_due);
    let timing = RatedPayments {
        balance: Money::ZERO,
        odd_days: 1,
        unit_days: 1,
        whole_before_first: 0,
        payments: &[],
        periods_per_year: Decimal::ONE,
    };
    match proposal.settlement {
        Settlement::OnDates { .. } => None,
        // A single payment has its whole term as unit-period (Appendix J, (b)(5)(ii)): simple interest by the day.
        Settlement::LumpSum => {
            let periods_per_year = Decimal::from(365_u16).checked_div(Decimal::from(days))?;
            Some(RatedPayments {
                periods_per_year,
                ..timing
            })
        }
        Settlement::Instalments { frequency, .. } => {
            let periods_per_year = frequency.periods_per_year();
            let unit_days = days_of_unit_period(periods_per_year)?;
            let (left, whole_before_first) =
                unit_periods(frequency, claim.as_of, proposal.first_due)?;
            let odd_days = u32::try_from(left).ok()?.min(unit_days);
            Some(RatedPayments {
                odd_days,
                unit_days,
                whole_before_first,
                periods_per_year,
                ..timing
            })
        }
    }
}

/// Thirty days to a month and seven to a week, as Appendix J counts parts of a unit-period.
fn days_of_unit_period(periods_per_year: Decimal) -> Option<u32> {
    let days = if periods_per_year.scale() == 0 {
        Rounding::HalfEven.divide(365, periods_per_year.mantissa())?
    } else {
        let days = Decimal::from(365_u16).checked_div(periods_per_year)?;
        days.round().mantissa()
    };
    Some(u32::try_from(days).ok()?.max(1))
}

/// Splits the time to the first payment into whole unit-periods, counted back from it, and the days that are
/// left at the start.
fn unit_periods(frequency: Frequency, from: Date, first_due: Date) -> Option<(i64, u32)> {
    let (mut start, mut whole) = (first_due, 0_i64);
    loop {
        let earlier = frequency
            .steps_from(first_due, whole.checked_add(1)?.checked_neg()?)
            .ok()?;
        if earlier < from {
            break;
        }
        start = earlier;
        whole = whole.checked_add(1)?;
        if start == from {
            break;
        }
    }
    Some((days_between(from, start), u32::try_from(whole).ok()?))
}
