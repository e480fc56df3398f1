//! How a balance came about since a day that the law lets a collector choose.

use super::Components;
use crate::engine::calendar::Date;
use crate::engine::fields::{FieldError, Fields, Problem};
use crate::engine::money::{Currency, Money, OutOfRange};

/// What was owed on the itemisation date and what became of it since, as Regulation F asks of whoever collects in the
/// United States: 12 CFR 1006.34(c)(2)(vi) to (x).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Itemisation {
    /// The itemisation date.
    pub on: Date,
    /// Everything owed on that day.
    pub balance: Money,
    /// Interest since.
    pub interest: Money,
    /// Fees since.
    pub fees: Money,
    /// Payments since.
    pub payments: Money,
    /// Credits since.
    pub credits: Money,
}

impl Itemisation {
    /// What is owed now: the balance with interest and fees, less payments and credits.
    ///
    /// # Errors
    /// [`OutOfRange`] beyond the supported range.
    pub fn current(&self) -> Result<Money, OutOfRange> {
        self.balance
            .checked_add(self.interest)?
            .checked_add(self.fees)?
            .checked_sub(self.payments)?
            .checked_sub(self.credits)
    }
}

/// Reads an itemisation, which must come to what the balances add up to.
///
/// # Errors
/// [`FieldError`] for the first field that is missing, unknown, malformed or at odds with another.
pub(super) fn read_itemisation(
    fields: &Fields<'_>,
    currency: Currency,
    as_of: Date,
    owed: &Components,
) -> Result<Itemisation, FieldError> {
    fields.only(&["on", "balance", "interest", "fees", "payments", "credits"])?;
    let money = |name| fields.required(name)?.money(currency);
    let on = fields.required("on")?;
    let itemisation = Itemisation {
        on: on.date()?,
        balance: money("balance")?,
        interest: money("interest")?,
        fees: money("fees")?,
        payments: money("payments")?,
        credits: money("credits")?,
    };
    if itemisation.on > as_of {
        return Err(on.refuse(Problem::AfterDate { latest: as_of }));
    }
    let too_large = |_| {
        let found = String::new();
        fields.refuse("", Problem::TooLarge { found })
    };
    let stated = owed.total().map_err(too_large)?;
    let computed = itemisation.current().map_err(too_large)?;
    if stated == computed {
        return Ok(itemisation);
    }
    let problem = Problem::DoesNotAddUp {
        stated,
        computed,
        currency,
    };
    Err(fields.refuse("", problem))
}
