//! The circumstances of a case as its file notes them.

use super::history_reading::bounded;
use super::{Circumstances, FailedDebit};
use crate::engine::calendar::Date;
use crate::engine::fields::{Field, FieldError, Fields, Problem};
use crate::engine::money::{Currency, Money};

const MOST_PAYMENTS: u32 = 1_000;
const MOST_RESTRUCTURINGS: usize = 100;
const MOST_FAILED_DEBITS: usize = 1_000;

/// Reads what is noted. Nothing that happened can lie after the as-of date.
///
/// # Errors
/// [`FieldError`] for the first field that is missing, unknown, malformed or at odds with another.
pub(super) fn read_circumstances(
    noted: &Fields<'_>,
    currency: Currency,
    as_of: Date,
) -> Result<Circumstances, FieldError> {
    noted.only(&[
        "payments_since_overdue",
        "restructured_on",
        "guarantor",
        "moratorium_until",
        "evidence",
        "surplus",
        "failed_debits",
    ])?;
    let failed_debits = match noted.optional("failed_debits") {
        None => Vec::new(),
        Some(field) => read_failed_debits(&field, currency, as_of)?,
    };
    Ok(Circumstances {
        payments_since_overdue: noted
            .optional("payments_since_overdue")
            .map(|field| field.count(MOST_PAYMENTS))
            .transpose()?,
        restructured_on: noted
            .optional("restructured_on")
            .map(|field| read_days(&field, as_of))
            .transpose()?,
        guarantor: noted
            .optional("guarantor")
            .map(|field| field.word())
            .transpose()?,
        moratorium_until: noted
            .optional("moratorium_until")
            .map(|field| field.date())
            .transpose()?,
        evidence: noted
            .optional("evidence")
            .map(|field| field.words())
            .transpose()?,
        surplus: noted
            .optional("surplus")
            .map(|field| field.money(currency))
            .transpose()?,
        failed_debits,
    })
}

fn read_days(field: &Field<'_>, as_of: Date) -> Result<Vec<Date>, FieldError> {
    let mut days: Vec<Date> = Vec::new();
    for entry in bounded(field, MOST_RESTRUCTURINGS)? {
        let day = past(&entry, as_of)?;
        after_the_last(&entry, days.last(), day)?;
        days.push(day);
    }
    Ok(days)
}

fn read_failed_debits(
    field: &Field<'_>,
    currency: Currency,
    as_of: Date,
) -> Result<Vec<FailedDebit>, FieldError> {
    let mut debits: Vec<FailedDebit> = Vec::new();
    for entry in bounded(field, MOST_FAILED_DEBITS)? {
        let debit = entry.object()?;
        debit.only(&["on", "penalty"])?;
        let day = debit.required("on")?;
        let on = past(&day, as_of)?;
        after_the_last(&day, debits.last().map(|before| &before.on), on)?;
        debits.push(FailedDebit {
            on,
            penalty: debit.required("penalty")?.money(currency)?,
        });
    }
    Ok(debits)
}

fn past(field: &Field<'_>, as_of: Date) -> Result<Date, FieldError> {
    let day = field.date()?;
    if day > as_of {
        return Err(field.refuse(Problem::AfterDate { latest: as_of }));
    }
    Ok(day)
}

fn after_the_last(field: &Field<'_>, last: Option<&Date>, day: Date) -> Result<(), FieldError> {
    match last {
        Some(last) if day <= *last => Err(field.refuse(Problem::OutOfOrder)),
        _ => Ok(()),
    }
}

/// The penalty interest left of what the lender states, without that of failed debits. `noted` is where they stand.
///
/// # Errors
/// [`Problem::Above`] where failed debits are said to have cost more than all penalty interest there is;
/// [`Problem::TooLarge`] where their sum cannot be worked out.
pub(super) fn penalty_owed(
    noted: &Fields<'_>,
    circumstances: &Circumstances,
    stated: Money,
    currency: Currency,
) -> Result<Money, FieldError> {
    let refuse = |problem| noted.refuse("failed_debits", problem);
    let too_large = |_| {
        refuse(Problem::TooLarge {
            found: String::new(),
        })
    };
    let not_owed = circumstances.penalty_not_owed().map_err(too_large)?;
    if not_owed > stated {
        let most = stated;
        return Err(refuse(Problem::Above { most, currency }));
    }
    stated.checked_sub(not_owed).map_err(too_large)
}
