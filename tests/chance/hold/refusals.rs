//! A refusal is true: the term it names does miss the bound it names.

use super::refused_ways::{given_amounts, soars, way_out_of_place};
use super::{Held, hold};
use crate::draw::Case;
use crate::judged::{minor, sum};
use chrono::Datelike;
use quittance::engine::money::Money;
use quittance::engine::plan::{PlanError, Repayment, Settlement, Size, Waiver, lay_out};

/// The most that is owed where an amount may leave the range within 600 periods at 400 %.
const CANNOT_LEAVE_THE_RANGE: i64 = 1_000_000_000;

pub fn check(case: &Case, error: PlanError) -> Held {
    let (claim, proposal) = (&case.claim, &case.proposal);
    let owed = sum(claim.components());
    let parts = match &proposal.settlement {
        Settlement::LumpSum | Settlement::OnDates { .. } => None,
        Settlement::Instalments {
            repayment,
            size,
            multiple,
            ..
        } => Some((repayment, *size, *multiple)),
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
        PlanError::CountOutOfRange { most } => match &proposal.settlement {
            Settlement::OnDates { payments, rest_on } => {
                let lines = payments.len() + usize::from(rest_on.is_some());
                lines == 0 || lines > usize::try_from(most).unwrap()
            }
            _ => matches!(
                parts,
                Some((_, Size::Count(count), _)) if count == 0 || count > most
            ),
        },
        PlanError::NeedsEqualInstalments => match parts {
            Some((repayment, size, multiple)) => {
                let given = matches!(size, Size::Payment(_));
                *repayment != Repayment::EqualInstalment && (given || multiple.is_some())
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
        PlanError::BalloonAbovePrincipal { .. }
        | PlanError::StepOutOfRange
        | PlanError::RowsOutOfRange { .. }
        | PlanError::RowBelowInterest { .. }
        | PlanError::SettledEarly { .. } => match parts {
            Some((repayment, Size::Count(count), None)) => {
                way_out_of_place(repayment, count, error)
            }
            _ => false,
        },
        PlanError::PaymentsForRows { .. }
        | PlanError::PaymentNotPositive { .. }
        | PlanError::PaymentsDoNotAddUp { .. }
        | PlanError::FirstBelowArrears { .. } => return given_amounts(case, error),
        PlanError::DaysOutOfOrder { before, date } => {
            let Settlement::OnDates { payments, rest_on } = &proposal.settlement else {
                return Err(format!("no days are agreed: {error:?}"));
            };
            let days = payments.iter().map(|line| line.date).chain(*rest_on);
            let days: Vec<_> = days.collect();
            if days.first() == Some(&proposal.first_due) {
                days.windows(2).any(|pair| pair == [before, date]) && date <= before
            } else {
                before == proposal.first_due && days.first() == Some(&date)
            }
        }
        PlanError::Amount(_) => {
            owed > CANNOT_LEAVE_THE_RANGE || parts.is_some_and(|(way, size, _)| soars(way, size))
        }
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
    let mut proposal = case.proposal.clone();
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
