//! Refusals of a way to repay, and of amounts given one by one, are true.

use super::{Held, hold};
use crate::draw::Case;
use crate::judged::minor;
use quittance::engine::money::Money;
use quittance::engine::plan::{PlanError, Repayment, Settlement, Size, Step, lay_out};
use rust_decimal::Decimal;

/// Whether steps by a factor may come to more than the engine weighs payments with, some 10^8 times the first.
pub fn soars(repayment: &Repayment, size: Size) -> bool {
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
pub fn way_out_of_place(repayment: &Repayment, count: u32, error: PlanError) -> bool {
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
pub fn given_amounts(case: &Case, error: PlanError) -> Held {
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
