//! A refusal is true: the term it names does miss the bound it names.

use super::{Held, hold};
use crate::draw::Case;
use crate::judged::{minor, sum};
use chrono::Datelike;
use quittance::engine::money::Money;
use quittance::engine::plan::{Method, PlanError, Settlement, Size, Waiver, lay_out};

/// The most that is owed where an amount may leave the range within 600 periods at 400 %.
const CANNOT_LEAVE_THE_RANGE: i64 = 1_000_000_000;

pub fn check(case: &Case, error: PlanError) -> Held {
    let (claim, proposal) = (&case.claim, &case.proposal);
    let owed = sum(claim.components());
    let parts = match proposal.settlement {
        Settlement::LumpSum => None,
        Settlement::Instalments {
            method,
            size,
            multiple,
            ..
        } => Some((method, size, multiple)),
    };
    let true_words = match error {
        PlanError::WaiverAboveComponent {
            component,
            owed,
            waiver,
        } => {
            waiver > owed
                && owed == claim.components().get(component)
                && proposal.concessions.waivers.get(component) == Waiver::Amount(waiver)
        }
        PlanError::DiscountAboveTotal { owed, discount } => {
            discount > owed && proposal.concessions.discount == Waiver::Amount(discount)
        }
        PlanError::DownPaymentAboveBalance { owed, down_payment } => {
            proposal.down_payment == down_payment
                && (down_payment.is_negative() || down_payment > owed)
        }
        PlanError::FirstDueBeforeAsOf { as_of, first_due } => {
            first_due < as_of && (as_of, first_due) == (claim.as_of, proposal.first_due)
        }
        PlanError::PaymentTooSmall { payment, least } => {
            return payment_too_small(case, payment, least);
        }
        PlanError::CountOutOfRange { most } => matches!(
            parts,
            Some((_, Size::Count(count), _)) if count == 0 || count > most
        ),
        PlanError::NeedsEqualInstalments => match parts {
            Some((method, size, multiple)) => {
                let given = matches!(size, Size::Payment(_));
                method != Method::EqualInstalment && (given || multiple.is_some())
                    || given && multiple.is_some()
            }
            None => false,
        },
        PlanError::MultipleNotPositive => {
            matches!(parts, Some((_, _, Some(multiple))) if minor(multiple) <= 0)
        }
        PlanError::MultipleShortensPlan { count, rows } => {
            0 < rows
                && rows < count
                && matches!(parts, Some((_, Size::Count(asked), Some(_))) if asked == count)
        }
        PlanError::Amount(_) => owed > CANNOT_LEAVE_THE_RANGE,
        // Or the multiple of the contract rate is more than a rate can be.
        PlanError::Accrual => owed > CANNOT_LEAVE_THE_RANGE || claim.terms.penalty_rate().is_err(),
        // 600 periods of a year each.
        PlanError::Date(_) => proposal.first_due.year() > 9_999 - 601 || claim.as_of.year() == 1900,
    };
    hold!(true_words, "an untrue refusal: {error:?}");
    Ok(())
}

/// An instalment of what is said not to be enough is not enough either.
fn payment_too_small(case: &Case, payment: Money, least: Money) -> Held {
    let mut proposal = case.proposal;
    let asked = match &mut proposal.settlement {
        Settlement::Instalments {
            size: Size::Payment(asked),
            ..
        } => {
            let before = *asked;
            *asked = least;
            Some(before)
        }
        _ => None,
    };
    // Rounded up to a multiple, an instalment can fall below the interest of a long first period.
    if asked.is_none() {
        return Ok(());
    }
    hold!(asked == Some(payment), "the refusal names {payment:?}");
    hold!(payment <= least, "{payment:?} is above {least:?}");
    let again = lay_out(&case.claim, &proposal);
    hold!(
        matches!(again, Err(PlanError::PaymentTooSmall { .. })),
        "{least:?} is said to be too small, and is enough"
    );
    Ok(())
}
