//! The walk from row to row that every schedule shares: what the payment leaves of the debt.

use super::error::ScheduleError;
use crate::engine::calendar::Date;
use crate::engine::money::{Money, OutOfRange, Rounding};

/// What a schedule repays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Debt {
    /// The part that bears interest.
    pub principal: Money,
    /// Arrears carried along that bear none.
    pub arrears: Money,
}

/// Principal alone.
impl From<Money> for Debt {
    fn from(principal: Money) -> Self {
        Self {
            principal,
            arrears: Money::ZERO,
        }
    }
}

/// One row of a schedule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// When the payment falls due.
    pub due: Date,
    /// The part of the payment that is interest.
    pub interest: Money,
    /// The part of the payment that is principal.
    pub principal: Money,
    /// The part of the payment that is arrears.
    pub arrears: Money,
    /// Principal left after the payment.
    pub closing: Money,
}

impl Row {
    /// The payment: interest, principal and arrears together.
    ///
    /// # Errors
    /// [`OutOfRange`] never for a row of a schedule.
    pub fn payment(&self) -> Result<Money, OutOfRange> {
        self.interest
            .checked_add(self.principal)?
            .checked_add(self.arrears)
    }
}

/// What a row repays, before the balance caps it.
#[derive(Debug, Clone, Copy)]
pub(super) enum Repays {
    /// What the payment leaves after interest; a given payment must at least cover that.
    OfPayment { payment: Money, given: bool },
    /// This much principal, whatever the interest.
    OfPrincipal(Money),
}

/// What decides the rows that [`walk`] makes: it is asked for every row in turn, counted from 1.
pub(super) trait Rule<E> {
    /// The interest that the row pays.
    fn interest(&mut self, row: u32, left: Debt) -> Result<Money, E>;

    /// What the row repays. The last row repays what is left and is not asked.
    fn repays(&mut self, row: u32, left: Debt) -> Result<Repays, E>;
}

/// The rows of a debt as a rule decides them.
pub(super) fn walk<E: From<ScheduleError> + From<OutOfRange>>(
    debt: Debt,
    count: u32,
    dues: impl Iterator<Item = Date>,
    rule: &mut impl Rule<E>,
) -> Result<Vec<Row>, E> {
    let mut rows = Vec::with_capacity(usize::try_from(count).unwrap_or_default());
    let mut left = debt;
    for (number, due) in (1..=count).zip(dues) {
        let interest = rule.interest(number, left)?;
        let next = if number == count {
            Debt::from(Money::ZERO)
        } else {
            match rule.repays(number, left)? {
                Repays::OfPayment {
                    payment,
                    given: true,
                } if payment < interest && !left.principal.is_zero() => {
                    return Err(E::from(ScheduleError::InstalmentBelowInterest {
                        row: number,
                        interest,
                    }));
                }
                Repays::OfPayment { payment, .. } => {
                    let whole = left.principal.checked_add(left.arrears)?;
                    let repaid = payment
                        .checked_sub(interest)?
                        .or_zero_if_negative()
                        .min(whole);
                    in_proportion(debt, whole.checked_sub(repaid)?)?
                }
                Repays::OfPrincipal(part) => Debt {
                    principal: left
                        .principal
                        .checked_sub(part.or_zero_if_negative().min(left.principal))?,
                    arrears: part_of(debt.arrears, count.saturating_sub(number), count)?,
                },
            }
        };
        let row = Row {
            due,
            interest,
            principal: left.principal.checked_sub(next.principal)?,
            arrears: left.arrears.checked_sub(next.arrears)?,
            closing: next.principal,
        };
        // The payment itself must be an amount.
        row.payment()?;
        rows.push(row);
        left = next;
    }
    Ok(rows)
}

/// What is left, split as the debt was at the start; principal is rounded up.
fn in_proportion(debt: Debt, whole: Money) -> Result<Debt, OutOfRange> {
    if debt.arrears.is_zero() {
        return Ok(Debt {
            principal: whole,
            arrears: Money::ZERO,
        });
    }
    let start = debt.principal.checked_add(debt.arrears)?;
    let product = i128::from(debt.principal.minor()).checked_mul(i128::from(whole.minor()));
    let principal = product
        .and_then(|product| Rounding::AwayFromZero.divide(product, i128::from(start.minor())))
        .and_then(|minor| i64::try_from(minor).ok())
        .ok_or(OutOfRange)
        .and_then(Money::from_minor)?;
    Ok(Debt {
        principal,
        arrears: whole.checked_sub(principal)?,
    })
}

/// `parts` parts of `whole` out of `all`, rounded down.
pub(in crate::engine::plan) fn part_of(
    whole: Money,
    parts: u32,
    all: u32,
) -> Result<Money, OutOfRange> {
    if whole.is_zero() {
        return Ok(whole);
    }
    i128::from(whole.minor())
        .checked_mul(i128::from(parts))
        .and_then(|product| Rounding::TowardZero.divide(product, i128::from(all)))
        .and_then(|minor| i64::try_from(minor).ok())
        .ok_or(OutOfRange)
        .and_then(Money::from_minor)
}
