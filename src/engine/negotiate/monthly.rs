//! What an option asks of a month, whatever its step and its shape.

use rust_decimal::Decimal;
use rust_decimal::RoundingStrategy;
use rust_decimal::prelude::ToPrimitive;

use crate::engine::calendar::days_between;
use crate::engine::claim::Claim;
use crate::engine::money::{Money, OutOfRange};
use crate::engine::plan::{Plan, PlanError, Proposal, RowKind, Settlement};

/// What the payments after the down payment ask of a month, rounded up: of instalments the largest, times the periods of a
/// year over twelve; of one sum, or of sums on days of their own, all of them over the months until the last, at least
/// one.
///
/// # Errors
/// [`PlanError::Amount`] past the range of amounts.
pub fn monthly_equivalent(
    claim: &Claim,
    proposal: &Proposal,
    plan: &Plan,
) -> Result<Money, PlanError> {
    let (mut largest, mut all, mut last) = (Money::ZERO, Money::ZERO, claim.as_of);
    for row in &plan.rows {
        if matches!(row.kind, RowKind::Instalment | RowKind::LumpSum) {
            let pays = row.paid.total()?;
            (largest, all, last) = (largest.max(pays), all.checked_add(pays)?, row.date);
        }
    }
    let each_month = |amount: Money, above: Decimal, below: Decimal| {
        Decimal::from(amount.minor())
            .checked_mul(above)
            .and_then(|product| product.checked_div(below))
            .map(|month| month.round_dp_with_strategy(0, RoundingStrategy::ToPositiveInfinity))
            .and_then(|month| month.to_i64())
            .ok_or(OutOfRange)
            .and_then(Money::from_minor)
    };
    let month = match proposal.settlement {
        Settlement::Instalments { frequency, .. } => {
            each_month(largest, frequency.periods_per_year(), Decimal::from(12_u8))?
        }
        Settlement::LumpSum | Settlement::OnDates { .. } => {
            let days = Decimal::from(days_between(claim.as_of, last));
            let months = days.checked_mul(Decimal::from(12_u8)).ok_or(OutOfRange)?;
            each_month(
                all,
                Decimal::from(365_u16),
                months.max(Decimal::from(365_u16)),
            )?
        }
    };
    Ok(month)
}
