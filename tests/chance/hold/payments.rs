//! A larger payment never lengthens a plan or raises its cost.

use super::hold;
use crate::dice::Dice;
use crate::draw::Case;
use crate::draw::values::any_payment;
use crate::judged::minor;
use quittance::engine::calendar::Frequency;
use quittance::engine::money::Money;
use quittance::engine::plan::{PlanError, Repayment, Settlement, Size, lay_out};

/// Whether both plans could be laid out, if nothing is wrong.
pub fn check(dice: &mut Dice, case: &Case) -> Result<bool, String> {
    let (frequency, payment) = match &case.proposal.settlement {
        Settlement::Instalments {
            frequency,
            size: Size::Payment(payment),
            ..
        } => (*frequency, *payment),
        Settlement::Instalments { frequency, .. } => (*frequency, any_payment(dice)),
        Settlement::LumpSum | Settlement::OnDates { .. } => (Frequency::MONTHLY, any_payment(dice)),
    };
    let mut proposal = case.proposal.clone();
    let mut with = |minor: i64| -> Result<(usize, i64), PlanError> {
        proposal.settlement = Settlement::Instalments {
            repayment: Repayment::EqualInstalment,
            frequency,
            size: Size::Payment(Money::from_minor(minor)?),
            multiple: None,
        };
        let plan = lay_out(&case.claim, &proposal)?;
        let interest = plan.rows.iter().map(|row| row.interest.minor()).sum();
        Ok((plan.rows.len(), interest))
    };
    let part = dice.between(1, 100);
    let more = dice.between(1, 1 + minor(payment) / part);
    let Ok(smaller) = with(minor(payment)) else {
        return Ok(false);
    };
    let larger = with(minor(payment) + more).map_err(|error| {
        format!("{payment:?} can be laid out, and {more} more cannot: {error:?}")
    })?;
    hold!(
        larger.0 <= smaller.0 && larger.1 <= smaller.1,
        "{payment:?} takes (rows, interest) {smaller:?}, and {more} more {larger:?}"
    );
    Ok(true)
}
