//! From terms to rows.

use super::by_terms::ByTerms;
use super::conventions::{Agreed, NothingBeside};
use super::error::{ScheduleError, allowed_count};
use super::growth::{Growth, View, growths, spans};
use super::periods::Period;
use super::repayment::Repayment;
use super::terms::{Balances, Terms};
use super::terms_check::{check, check_repayment, down_payment};
use super::terms_error::TermsError;
use super::timetable::periods_of;
use super::unrounded::unrounded_rows;
use super::walk::{Debt, Row, walk};
use crate::engine::calendar::supported;
use crate::engine::money::{Money, Rate, Rounding};

/// A schedule, and the payment that it repeats.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schedule {
    /// One row for each that was asked for, a down payment the first of them.
    pub rows: Vec<Row>,
    /// The payment that repeats, given or fitted: the first of stepped ones, the one without the balloon, the
    /// first fitted where a rate change fits it anew. `None` where the terms repeat no payment.
    pub instalment: Option<Money>,
}

/// Lays out a schedule.
///
/// Balances are carried rounded to the minor unit, interest of a row is balance times growth rounded once,
/// no row repays more than the balance, and the last repays what is left, unless the terms say otherwise.
/// A fitted instalment below a row's interest is raised to it; one that is given, stepped or a minimum may not be below.
///
/// # Errors
/// [`TermsError`], which names the term at fault and its limit, or two terms that have no meaning together.
pub fn lay_out(terms: &Terms) -> Result<Schedule, TermsError> {
    let start = supported(terms.timetable.start())?;
    let down = down_payment(terms)?;
    let principal = match down {
        Some(down) => terms.principal.checked_sub(down)?,
        None => terms.principal,
    };
    let periods = periods_of(&terms.timetable, down.is_some(), terms.basis)?;
    let count = allowed_count(periods.len())?;
    allowed_count(periods.len().saturating_add(usize::from(down.is_some())))?;
    check(terms, principal, count)?;
    let own = spans(start, &periods);
    let (after, instalment) = match terms.balances {
        Balances::Rounded => {
            let other = match terms.instalment_basis {
                Some(basis) => {
                    let other = periods_of(&terms.timetable, down.is_some(), basis)?;
                    Some(spans(start, &other))
                }
                None => None,
            };
            let fitted = other.as_deref().unwrap_or(&own);
            let growths = growths(terms, &own, terms.basis, View::Whole)?;
            let mut rule = ByTerms::new(
                &terms.repayment,
                Agreed::new(terms, &own, fitted)?,
                terms.rounding,
                principal,
                count,
                growths,
            )?;
            let dues = periods.iter().map(|period| period.due);
            let rows = walk(Debt::from(principal), count, dues, &mut rule)?;
            (rows, rule.first_payment())
        }
        Balances::Unrounded => {
            let growths = growths(terms, &own, terms.basis, View::Whole)?;
            unrounded_rows(terms, principal, &periods, &growths)?
        }
    };
    let before = u32::from(down.is_some());
    if let Repayment::Custom {
        payments,
        last_takes_rest,
    } = &terms.repayment
    {
        adds_up(payments, &after, *last_takes_rest, before)?;
    }
    let mut rows = Vec::with_capacity(after.len().saturating_add(1));
    rows.extend(down.map(|down| Row {
        due: start,
        interest: Money::ZERO,
        principal: down,
        arrears: Money::ZERO,
        closing: principal,
    }));
    rows.extend(after);
    Ok(Schedule { rows, instalment })
}

/// Lays out a principal over periods by a way to repay alone: the rows that [`lay_out`] makes of terms that say nothing
/// beside it. Whether the payments of [`Repayment::Custom`] add up is not asked.
///
/// # Errors
/// [`TermsError`], which names what of the way to repay does not fit.
pub(in crate::engine::plan) fn lay_out_plainly(
    principal: Money,
    rate: Rate,
    repayment: &Repayment,
    periods: &[Period],
    rounding: Rounding,
) -> Result<Vec<Row>, TermsError> {
    let count = allowed_count(periods.len())?;
    if principal.is_negative() {
        return Err(ScheduleError::NegativePrincipal.into());
    }
    check_repayment(repayment, principal, count)?;
    let growths = periods
        .iter()
        .map(|period| Growth::of(rate, period.fraction))
        .collect::<Result<_, _>>()?;
    let mut rule = ByTerms::new(
        repayment,
        NothingBeside,
        rounding,
        principal,
        count,
        growths,
    )?;
    let dues = periods.iter().map(|period| period.due);
    walk(Debt::from(principal), count, dues, &mut rule)
}

/// Whether the rows pay what was given for them.
fn adds_up(
    payments: &[Money],
    rows: &[Row],
    last_takes_rest: bool,
    before: u32,
) -> Result<(), TermsError> {
    let mut number = before;
    let mut given = payments.iter().zip(rows).peekable();
    while let Some((payment, row)) = given.next() {
        number = number.saturating_add(1);
        let difference = payment.checked_sub(row.payment()?)?;
        let free = last_takes_rest && given.peek().is_none();
        if !difference.is_zero() && !free {
            return Err(TermsError::RowsDoNotAddUp {
                row: number,
                difference,
            });
        }
    }
    Ok(())
}
