//! The instalments of a plan: the bare schedule with the arrears that each instalment carries.

use super::as_given::{Given, lay_out_given};
use super::by_repayment::other_rows;
use super::schedule::{self, Debt, Instalment, MOST_ROWS, Repayment, ScheduleError};
use super::{Carry, Method, Period, PlanError, PlanRow, Proposal, RowKind, Size};
use crate::engine::calendar::{Date, Frequency};
use crate::engine::claim::{Component, Components, Order, allocate};
use crate::engine::money::{Money, Rounding};

/// How the instalments of a plan are laid out.
pub(super) struct Instalments<'a> {
    /// The day from which the first instalment's interest runs.
    pub start: Date,
    pub repayment: &'a Repayment,
    pub frequency: Frequency,
    pub size: Size,
    pub multiple: Option<Money>,
    /// The order in which an instalment's part for arrears settles them.
    pub order: Order,
}

/// Lays out what is `left` in instalments, appending to `rows`.
pub(super) fn lay_out_instalments(
    proposal: &Proposal,
    terms: &Instalments<'_>,
    left: Components,
    rows: &mut Vec<PlanRow>,
) -> Result<(), PlanError> {
    let first = paid_with_the_first(proposal, &left);
    let arrears = left
        .checked_sub(&first)?
        .with(Component::Principal, Money::ZERO);
    let debt = Debt {
        principal: left.principal,
        arrears: arrears.total()?,
    };
    let equal = *terms.repayment == Repayment::EqualInstalment;
    let (bare, settles_early) = match (terms.size, terms.multiple) {
        (Size::Payment(payment), None) if equal => {
            (given_payment(proposal, terms, debt, payment)?, true)
        }
        (Size::Count(count), Some(multiple)) if equal => {
            (whole_units(proposal, terms, debt, count, multiple)?, false)
        }
        (Size::Count(count), None) => {
            if let Repayment::Custom {
                payments,
                last_takes_rest,
            } = terms.repayment
            {
                let lines = as_given(proposal, terms, count, payments, *last_takes_rest)?;
                return lay_out_given(proposal, terms.order, &lines, first, left, rows);
            }
            let rows = match plain(terms.repayment) {
                Some(method) => {
                    let periods = periods(proposal, terms, count)?;
                    let fitted = Instalment::Fitted;
                    bare_rows(proposal, method, debt, &periods, fitted)?
                }
                None => other_rows(proposal, terms, debt, count)?,
            };
            (rows, false)
        }
        _ => return Err(PlanError::NeedsEqualInstalments),
    };
    join(
        &bare,
        settles_early,
        first,
        arrears,
        left,
        terms.order,
        rows,
    )
}

/// The ways to repay that the bare schedule knows by itself.
const fn plain(repayment: &Repayment) -> Option<Method> {
    match repayment {
        Repayment::EqualInstalment => Some(Method::EqualInstalment),
        Repayment::EqualPrincipal => Some(Method::EqualPrincipal),
        Repayment::InterestFirst => Some(Method::InterestFirst),
        _ => None,
    }
}

/// Payments given one by one, on the regular days.
fn as_given(
    proposal: &Proposal,
    terms: &Instalments<'_>,
    count: u32,
    payments: &[Money],
    last_takes_rest: bool,
) -> Result<Vec<Given>, PlanError> {
    let given = u32::try_from(payments.len()).unwrap_or(u32::MAX);
    if given != count {
        return Err(PlanError::PaymentsForRows {
            payments: given,
            rows: count,
        });
    }
    let periods = periods(proposal, terms, count)?;
    let lines = periods.iter().zip(payments).zip(1_u32..);
    Ok(lines
        .map(|((period, payment), number)| Given {
            due: period.due,
            time: period.fraction,
            payment: (!last_takes_rest || number < count).then_some(*payment),
        })
        .collect())
}

/// The arrears that the proposal puts on the first instalment.
pub(super) fn paid_with_the_first(proposal: &Proposal, left: &Components) -> Components {
    let mut first = Components::ZERO;
    for (component, carry) in proposal.carry.iter() {
        if component != Component::Principal && carry == Carry::First {
            first.set(component, left.get(component));
        }
    }
    first
}

/// The rows of a given payment: as many as it takes, the last one smaller.
fn given_payment(
    proposal: &Proposal,
    terms: &Instalments<'_>,
    debt: Debt,
    payment: Money,
) -> Result<Vec<schedule::Row>, PlanError> {
    let all = periods(proposal, terms, MOST_ROWS)?;
    let attempt = |payment| paid_off_by(proposal, debt, &all, payment);
    let too_small = match attempt(payment)? {
        Ok(rows) => return Ok(rows),
        Err(too_small) => too_small,
    };
    // Rows are rounded one by one, so that the amount that the formula calls too small may be enough after all.
    let (mut least, mut enough) = (payment, too_small.max(payment));
    if attempt(enough)?.is_err() {
        least = enough;
    }
    loop {
        let width = enough.checked_sub(least)?;
        let half = width.divide_by_count(2, Rounding::TowardZero)?;
        if half.is_zero() {
            return Err(PlanError::PaymentTooSmall { payment, least });
        }
        let middle = least.checked_add(half)?;
        if attempt(middle)?.is_ok() {
            enough = middle;
        } else {
            least = middle;
        }
    }
}

/// The rows that pay the debt off with such a payment, or an amount that is about too small.
fn paid_off_by(
    proposal: &Proposal,
    debt: Debt,
    periods: &[Period],
    payment: Money,
) -> Result<Result<Vec<schedule::Row>, Money>, PlanError> {
    let fixed = Instalment::Fixed(payment);
    let rows = match bare_rows(proposal, Method::EqualInstalment, debt, periods, fixed) {
        Ok(rows) => rows,
        Err(PlanError::PaymentTooSmall { least, .. }) => return Ok(Err(least)),
        Err(other) => return Err(other),
    };
    // The last of the most rows takes whatever is left: too much means that the payment is too small.
    let largest = rows
        .iter()
        .try_fold(Money::ZERO, |largest, row| -> Result<_, PlanError> {
            Ok(largest.max(row.payment()?))
        })?;
    if largest <= payment {
        return Ok(Ok(rows));
    }
    let level = schedule::level_instalment(debt, proposal.rate, periods, Rounding::TowardZero);
    Ok(Err(level.map_err(|error| refused(error, payment))?))
}

/// The rows of an instalment rounded up to a multiple.
fn whole_units(
    proposal: &Proposal,
    terms: &Instalments<'_>,
    debt: Debt,
    count: u32,
    multiple: Money,
) -> Result<Vec<schedule::Row>, PlanError> {
    if !multiple.is_positive() {
        return Err(PlanError::MultipleNotPositive);
    }
    let periods = periods(proposal, terms, count)?;
    let fitted = schedule::level_instalment(debt, proposal.rate, &periods, Rounding::AwayFromZero)
        .map_err(|error| refused(error, Money::ZERO))?;
    let payment = fitted.round_to_multiple(multiple, Rounding::AwayFromZero)?;
    let fixed = Instalment::Fixed(payment);
    let rows = bare_rows(proposal, Method::EqualInstalment, debt, &periods, fixed)?;
    let mut needed = 0_u32;
    for (row, number) in rows.iter().zip(1_u32..) {
        if row.payment()?.is_positive() {
            needed = number;
        }
    }
    if needed > 0 && needed < count {
        return Err(PlanError::MultipleShortensPlan {
            count,
            rows: needed,
        });
    }
    Ok(rows)
}

pub(super) fn periods(
    proposal: &Proposal,
    terms: &Instalments<'_>,
    count: u32,
) -> Result<Vec<Period>, PlanError> {
    let first = proposal.first_due;
    schedule::periods(terms.start, first, terms.frequency, count, proposal.basis)
        .map_err(|error| refused(error, Money::ZERO))
}

fn bare_rows(
    proposal: &Proposal,
    method: Method,
    debt: Debt,
    periods: &[Period],
    instalment: Instalment,
) -> Result<Vec<schedule::Row>, PlanError> {
    let payment = match instalment {
        Instalment::Fixed(payment) => payment,
        Instalment::Fitted => Money::ZERO,
    };
    let rounding = proposal.rounding;
    schedule::amortise(debt, proposal.rate, method, periods, instalment, rounding)
        .map_err(|error| refused(error, payment))
}

/// Joins the bare rows with the arrears they carry, component by component.
fn join(
    bare: &[schedule::Row],
    settles_early: bool,
    first: Components,
    mut arrears: Components,
    mut left: Components,
    order: Order,
    rows: &mut Vec<PlanRow>,
) -> Result<(), PlanError> {
    let mut with_the_first = Some(first);
    rows.reserve(bare.len());
    for row in bare {
        let carried = allocate(row.arrears, &arrears, order)?.paid;
        arrears = arrears.checked_sub(&carried)?;
        let mut paid = carried;
        if let Some(first) = with_the_first.take() {
            paid = paid.checked_add(&first)?;
        }
        paid.principal = paid.principal.checked_add(row.principal)?;
        paid.interest = paid.interest.checked_add(row.interest)?;
        left.interest = left.interest.checked_add(row.interest)?;
        left = left.checked_sub(&paid)?;
        rows.push(PlanRow {
            kind: RowKind::Instalment,
            date: row.due,
            interest: row.interest,
            paid,
            closing: left,
        });
        if settles_early && left.is_zero() {
            break;
        }
    }
    Ok(())
}

pub(super) fn refused(error: ScheduleError, payment: Money) -> PlanError {
    match error {
        ScheduleError::NoPeriods | ScheduleError::TooManyPeriods { .. } => {
            PlanError::CountOutOfRange { most: MOST_ROWS }
        }
        ScheduleError::InstalmentBelowInterest { interest, .. } => PlanError::PaymentTooSmall {
            payment,
            least: interest,
        },
        ScheduleError::Amount(error) => PlanError::Amount(error),
        ScheduleError::Date(error) => PlanError::Date(error),
        ScheduleError::FirstDueBeforeStart | ScheduleError::NegativePrincipal => PlanError::Accrual,
    }
}
