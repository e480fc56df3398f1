//! The rows of a plan that is repaid in one of the ways beyond the plain three, with the arrears that each row carries.

use super::instalments::{Instalments, periods, refused};
use super::schedule::{Debt, Repayment, Row, ScheduleError, TermsError, lay_out_plainly, part_of};
use super::{PlanError, Proposal};
use crate::engine::money::Money;

/// Lays out a debt over a count of regular rows.
///
/// Arrears are spread evenly: over the rows after the smaller ones of [`Repayment::MinimumFirst`], whose payment is
/// just what was agreed, and with the last row of [`Repayment::OneOff`].
pub(super) fn other_rows(
    proposal: &Proposal,
    terms: &Instalments<'_>,
    debt: Debt,
    count: u32,
) -> Result<Vec<Row>, PlanError> {
    let mut rows = lay_out_plainly(
        debt.principal,
        proposal.rate,
        terms.repayment,
        &periods(proposal, terms, count)?,
        proposal.rounding,
    )
    .map_err(unfit)?;
    let spared = match terms.repayment {
        Repayment::MinimumFirst { rows, .. } => *rows,
        Repayment::OneOff => count.saturating_sub(1),
        _ => 0,
    };
    let carrying = count.saturating_sub(spared);
    let mut left = debt.arrears;
    for (row, number) in rows.iter_mut().zip(1_u32..) {
        let rows_after = count.saturating_sub(number).min(carrying);
        let then = part_of(debt.arrears, rows_after, carrying)?;
        row.arrears = left.checked_sub(then)?;
        left = then;
    }
    if let Repayment::MinimumFirst { rows: smaller, .. } = terms.repayment {
        not_settled_early(&rows, *smaller, count)?;
    }
    Ok(rows)
}

/// Smaller payments may settle everything: the rows after them would be due without an amount. Where instalments do,
/// because they were rounded up, nothing is out of place.
fn not_settled_early(rows: &[Row], smaller: u32, count: u32) -> Result<(), PlanError> {
    let mut needed = 0_u32;
    for (row, number) in rows.iter().zip(1_u32..) {
        if row.payment()?.is_positive() {
            needed = number;
        }
    }
    if needed > 0 && needed <= smaller {
        return Err(PlanError::SettledEarly {
            count,
            rows: needed,
        });
    }
    Ok(())
}

fn unfit(error: TermsError) -> PlanError {
    match error {
        TermsError::Schedule(ScheduleError::InstalmentBelowInterest { row, interest }) => {
            PlanError::RowBelowInterest { row, interest }
        }
        TermsError::Schedule(error) => refused(error, Money::ZERO),
        TermsError::AmountOutside {
            field: "balloon",
            value,
            most,
            ..
        } => PlanError::BalloonAbovePrincipal {
            principal: most,
            balloon: value,
        },
        TermsError::AmountOutside { .. } => PlanError::PaymentNotPositive { number: 1 },
        TermsError::CountOutside { least, most, .. } => PlanError::RowsOutOfRange { least, most },
        TermsError::StepOutside => PlanError::StepOutOfRange,
        TermsError::PaymentsForRows { payments, rows } => {
            PlanError::PaymentsForRows { payments, rows }
        }
        TermsError::RowsDoNotAddUp { row, difference } => PlanError::PaymentsDoNotAddUp {
            number: row,
            difference,
        },
        TermsError::DatesOutOfOrder { before, date, .. } => {
            PlanError::DaysOutOfOrder { before, date }
        }
        TermsError::FirstDueBeforeStart { start, first_due } => PlanError::DaysOutOfOrder {
            before: start,
            date: first_due,
        },
        // Terms that a proposal never has together.
        TermsError::NotTogether { .. } | TermsError::NothingLeft { .. } => PlanError::Accrual,
    }
}
