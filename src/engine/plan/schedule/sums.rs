//! What the rows of a schedule come to together.

use super::walk::Row;
use crate::engine::money::{Money, OutOfRange};

/// The columns of a schedule added up, cell by cell as the rows state them: under unrounded balances these are
/// sums of rounded cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sums {
    /// Principal repaid, a down payment included.
    pub principal: Money,
    /// Interest paid.
    pub interest: Money,
    /// Overdue interest paid.
    pub arrears: Money,
    /// All payments: principal, interest and overdue interest together.
    pub payments: Money,
}

impl Sums {
    /// Adds up rows.
    ///
    /// # Errors
    /// [`OutOfRange`] when a sum passes [`Money::MAX`].
    pub fn of(rows: &[Row]) -> Result<Self, OutOfRange> {
        let principal = Money::sum(rows.iter().map(|row| row.principal))?;
        let interest = Money::sum(rows.iter().map(|row| row.interest))?;
        let arrears = Money::sum(rows.iter().map(|row| row.arrears))?;
        Ok(Self {
            principal,
            interest,
            arrears,
            payments: principal.checked_add(interest)?.checked_add(arrears)?,
        })
    }
}
