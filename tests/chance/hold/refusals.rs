//! A refusal is true: the term it names does miss the bound it names.

use super::{Held, hold};
use crate::draw::Case;
use crate::judged::{minor, sum};
use chrono::Datelike;
use quittance::engine::money::Money;
use quittance::engine::plan::{PlanError, Repayment, Settlement, Size, Step, Waiver, lay_out};
use rust_decimal::Decimal;

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

/// Whether steps by a factor may come to more than the engine weighs payments with, some 10^8 times the first.
fn soars(repayment: &Repayment, size: Size) -> bool {
    match (repayment, size) {
        (
            Repayment::Stepped {
                step: Step::Times(factor),
                every,
            },
            Size::Count(count),
        ) => {
            // A factor of 1 + x is at most e^x, and e^12 times 600 rows is less than that.
            let above = (*factor - Decimal::ONE) * Decimal::from(count / (*every).max(1));
            above > Decimal::from(12)
        }
        _ => false,
    }
}

/// Whether the way to repay misses what the refusal says of it.
fn way_out_of_place(repayment: &Repayment, count: u32, error: PlanError) -> bool {
    match (repayment, error) {
        (Repayment::Balloon(asked), PlanError::BalloonAbovePrincipal { principal, balloon }) => {
            *asked == balloon && (balloon.is_negative() || balloon > principal)
        }
        (
            Repayment::Stepped {
                step: Step::Times(factor),
                ..
            },
            PlanError::StepOutOfRange,
        ) => {
            *factor <= Decimal::ZERO
                || *factor > Decimal::ONE_HUNDRED
                || factor.round_dp(10) != *factor
        }
        (Repayment::Stepped { every: rows, .. }, PlanError::RowsOutOfRange { least, most })
        | (Repayment::MinimumFirst { rows, .. }, PlanError::RowsOutOfRange { least, most }) => {
            !(least..=most).contains(rows)
        }
        (Repayment::Stepped { .. }, PlanError::RowBelowInterest { row, interest }) => {
            (1..=count).contains(&row) && !interest.is_negative()
        }
        (
            Repayment::MinimumFirst { minimum, rows },
            PlanError::RowBelowInterest { row, interest },
        ) => (1..=*rows).contains(&row) && interest > *minimum,
        (
            Repayment::MinimumFirst { rows: smaller, .. },
            PlanError::SettledEarly { count: asked, rows },
        ) => asked == count && 0 < rows && rows <= *smaller && *smaller < count,
        _ => false,
    }
}

/// Given amounts that do not fit: with what is said to be missing or over put right, they get further.
fn given_amounts(case: &Case, error: PlanError) -> Held {
    let mut proposal = case.proposal.clone();
    let amounts: Vec<Money> = match &proposal.settlement {
        Settlement::OnDates { payments, .. } => payments.iter().map(|line| line.amount).collect(),
        Settlement::Instalments {
            repayment: Repayment::Custom { payments, .. },
            ..
        } => payments.clone(),
        _ => Vec::new(),
    };
    let given = |number: u32| {
        let at = usize::try_from(number).unwrap().checked_sub(1);
        at.and_then(|at| amounts.get(at)).copied()
    };
    match error {
        PlanError::PaymentsForRows { payments, rows } => {
            let asked = matches!(
                proposal.settlement,
                Settlement::Instalments { size: Size::Count(count), .. } if count == rows
            );
            let counted = u32::try_from(amounts.len()) == Ok(payments);
            hold!(asked && counted && payments != rows, "untrue: {error:?}");
        }
        PlanError::PaymentNotPositive { number } => {
            let way = matches!(proposal.settlement, Settlement::Instalments { .. });
            hold!(
                given(number).is_some_and(|amount| amount <= Money::ZERO) || way && number == 0,
                "untrue: {error:?}"
            );
        }
        PlanError::FirstBelowArrears { payment, arrears } => hold!(
            given(1) == Some(payment) && payment < arrears,
            "untrue: {error:?}"
        ),
        PlanError::PaymentsDoNotAddUp { number, difference } => {
            let Some(amount) = given(number) else {
                // The one that takes the rest: nothing was left for it.
                hold!(difference.is_zero(), "untrue: {error:?}");
                return Ok(());
            };
            let at = usize::try_from(number).unwrap() - 1;
            let fits = Money::from_minor(minor(amount) - minor(difference)).unwrap();
            match &mut proposal.settlement {
                Settlement::OnDates { payments, rest_on } => {
                    payments.truncate(at + 1);
                    payments[at].amount = fits;
                    *rest_on = None;
                }
                Settlement::Instalments {
                    repayment:
                        Repayment::Custom {
                            payments,
                            last_takes_rest,
                        },
                    size,
                    ..
                } => {
                    if *last_takes_rest && number == u32::try_from(payments.len()).unwrap() {
                        hold!(difference.is_zero(), "untrue: {error:?}");
                        return Ok(());
                    }
                    payments.truncate(at + 1);
                    payments[at] = fits;
                    *last_takes_rest = false;
                    *size = Size::Count(number);
                }
                _ => return Err(format!("nothing was given: {error:?}")),
            }
            let again = lay_out(&case.claim, &proposal);
            let nothing_left = fits.is_zero() && again == Err(error_of(number));
            hold!(
                again.is_ok() || nothing_left,
                "{fits:?} should settle everything, and is {again:?}: {error:?}"
            );
        }
        _ => hold!(false, "not of given amounts: {error:?}"),
    }
    Ok(())
}

/// What is said of a payment for which nothing is left.
const fn error_of(number: u32) -> PlanError {
    PlanError::PaymentsDoNotAddUp {
        number,
        difference: Money::ZERO,
    }
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
