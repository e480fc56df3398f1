//! A schedule that was not kept, laid out again.

use super::amortise::{Instalment, Method, amortise};
use super::periods::Period;
use super::terms_error::TermsError;
use super::walk::{Debt, Row};
use crate::engine::calendar::Date;
use crate::engine::money::{Money, Rate, Rounding};

/// What becomes of overdue interest when a debt is re-aged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OverdueInterest {
    /// It is paid with the first new instalment; principal bears interest as before.
    WithFirst,
    /// Principal and overdue interest are both repaid in equal parts, and bear nothing more.
    SplitEqually,
}

impl OverdueInterest {
    /// Every one, in the order they are offered.
    pub const ALL: [Self; 2] = [Self::WithFirst, Self::SplitEqually];

    /// Their names in documents, in the same order.
    pub const CODES: &'static [&'static str] = &[Self::WithFirst.code(), Self::SplitEqually.code()];

    /// The name used in documents.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::WithFirst => "with-first",
            Self::SplitEqually => "split-equally",
        }
    }

    /// The one of a name used in documents.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|interest| interest.code() == code)
    }
}

/// Spreads what is overdue over the dates that are left: 4 of 250 with two missed become 2 of 500.
///
/// Takes the contract's rows and periods, and how many rows are paid. Rows due on or before `as_of` and not paid are overdue:
/// their principal joins what is left, their interest is carried without bearing any and shrinks with it (see
/// [`amortise`]). Interest on the overdue principal itself, up to `as_of`, belongs to the claim and is not in the rows.
///
/// # Errors
/// [`TermsError::NothingLeft`] when no row is due after `as_of` or all are paid, otherwise as [`amortise`].
pub fn re_amortise(
    rows: &[Row],
    periods: &[Period],
    paid: usize,
    as_of: Date,
    rate: Rate,
    method: Method,
    rounding: Rounding,
) -> Result<Vec<Row>, TermsError> {
    let unpaid = rows.get(paid..).unwrap_or_default();
    let overdue = unpaid.iter().filter(|row| row.due <= as_of);
    let arrears = Money::sum(overdue.map(|row| row.interest))?;
    let arrears = Money::sum(unpaid.iter().map(|row| row.arrears))?.checked_add(arrears)?;
    let debt = Debt {
        principal: Money::sum(unpaid.iter().map(|row| row.principal))?,
        arrears,
    };
    let unpaid_periods = periods.get(paid..).unwrap_or_default();
    let left: Vec<Period> = unpaid_periods
        .iter()
        .copied()
        .filter(|period| period.due > as_of)
        .collect();
    if left.is_empty() {
        return Err(TermsError::NothingLeft { as_of });
    }
    Ok(amortise(
        debt,
        rate,
        method,
        &left,
        Instalment::Fitted,
        rounding,
    )?)
}

/// Lays a debt out over new dates.
///
/// `debt.arrears` is the overdue interest; `periods` are the new ones, from the day of the re-ageing.
///
/// # Errors
/// As [`amortise`].
pub fn re_age(
    debt: Debt,
    rate: Rate,
    periods: &[Period],
    overdue_interest: OverdueInterest,
    rounding: Rounding,
) -> Result<Vec<Row>, TermsError> {
    match overdue_interest {
        OverdueInterest::SplitEqually => Ok(amortise(
            debt,
            Rate::ZERO,
            Method::EqualPrincipal,
            periods,
            Instalment::Fitted,
            rounding,
        )?),
        OverdueInterest::WithFirst => {
            if debt.arrears.is_negative() {
                return Err(super::error::ScheduleError::NegativePrincipal.into());
            }
            let mut rows = amortise(
                debt.principal,
                rate,
                Method::EqualInstalment,
                periods,
                Instalment::Fitted,
                rounding,
            )?;
            if let Some(first) = rows.first_mut() {
                first.arrears = debt.arrears;
                first.payment()?;
            }
            Ok(rows)
        }
    }
}
