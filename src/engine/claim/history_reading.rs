//! The history of a case file: what fell due, what arrived, and what the contract says about coming late.

use super::{
    ChargeSize, ContractInstalment, Grace, History, LateTerms, MissedCharge, PaymentReceived,
    PenaltyStart, Settling,
};
use crate::engine::fields::{Field, FieldError, Fields, Problem};
use crate::engine::money::Currency;

const MOST_INSTALMENTS: usize = 600;
const MOST_PAYMENTS: usize = 2000;
const MOST_GRACE_DAYS: u32 = 3_660;

/// The history of a case file, and what the contract says about instalments that come late.
pub(super) fn read_history(
    history: &Fields<'_>,
    currency: Currency,
) -> Result<(History, LateTerms), FieldError> {
    history.only(&["start", "instalments", "payments", "late"])?;
    let start = history.required("start")?.date()?;
    let field = history.required("instalments")?;
    let mut instalments: Vec<ContractInstalment> = Vec::new();
    for entry in bounded(&field, MOST_INSTALMENTS)? {
        let row = entry.object()?;
        row.only(&["due", "principal", "interest"])?;
        let due = row.required("due")?.date()?;
        if instalments.last().map_or(start, |previous| previous.due) >= due {
            return Err(row.refuse("due", Problem::OutOfOrder));
        }
        instalments.push(ContractInstalment {
            due,
            principal: row.required("principal")?.money(currency)?,
            interest: row.required("interest")?.money(currency)?,
        });
    }
    let mut payments: Vec<PaymentReceived> = Vec::new();
    if let Some(field) = history.optional("payments") {
        for entry in bounded(&field, MOST_PAYMENTS)? {
            let row = entry.object()?;
            row.only(&["date", "amount"])?;
            let date = row.required("date")?.date()?;
            if payments.last().is_some_and(|previous| previous.date > date) {
                return Err(row.refuse("date", Problem::OutOfOrder));
            }
            payments.push(PaymentReceived {
                date,
                amount: row.required("amount")?.money(currency)?,
            });
        }
    }
    let late = match history.optional("late") {
        None => LateTerms::default(),
        Some(field) => read_late(&field.object()?, currency)?,
    };
    let history = History {
        start,
        instalments,
        payments,
    };
    Ok((history, late))
}

fn read_late(late: &Fields<'_>, currency: Currency) -> Result<LateTerms, FieldError> {
    late.only(&[
        "grace",
        "missed_charge",
        "accelerated_on",
        "ceiling",
        "last_day_counts",
        "settling",
    ])?;
    let usual = LateTerms::default();
    Ok(LateTerms {
        grace: match late.optional("grace") {
            None => usual.grace,
            Some(field) => read_grace(&field.object()?)?,
        },
        missed: late
            .optional("missed_charge")
            .map(|field| read_missed_charge(&field.object()?, currency))
            .transpose()?,
        accelerated_on: late
            .optional("accelerated_on")
            .map(|field| field.date())
            .transpose()?,
        ceiling: late
            .optional("ceiling")
            .map(|field| field.rate())
            .transpose()?,
        last_day_counts: match late.optional("last_day_counts") {
            None => usual.last_day_counts,
            Some(field) => field.yes_no()?,
        },
        settling: match late.optional("settling") {
            None => usual.settling,
            Some(field) => field.code(&Settling::ALL.map(Settling::code), Settling::from_code)?,
        },
    })
}

fn read_grace(grace: &Fields<'_>) -> Result<Grace, FieldError> {
    grace.only(&["days", "penalty_from"])?;
    Ok(Grace {
        days: grace.required("days")?.count(MOST_GRACE_DAYS)?,
        penalty_from: match grace.optional("penalty_from") {
            None => PenaltyStart::default(),
            Some(field) => field.code(
                &PenaltyStart::ALL.map(PenaltyStart::code),
                PenaltyStart::from_code,
            )?,
        },
    })
}

fn read_missed_charge(charge: &Fields<'_>, currency: Currency) -> Result<MissedCharge, FieldError> {
    charge.only(&["amount", "share", "each_at_most", "together_at_most"])?;
    let size = match (charge.optional("amount"), charge.optional("share")) {
        (Some(_), Some(field)) => {
            return Err(field.refuse(Problem::Unknown {
                known: "amount".to_owned(),
            }));
        }
        (Some(field), None) => ChargeSize::Fixed(field.money(currency)?),
        (None, Some(field)) => ChargeSize::ShareOfInstalment(field.share()?),
        (None, None) => return Err(charge.refuse("amount", Problem::Missing)),
    };
    let limit = |name| {
        charge
            .optional(name)
            .map(|field| field.money(currency))
            .transpose()
    };
    Ok(MissedCharge {
        size,
        each_at_most: limit("each_at_most")?,
        together_at_most: limit("together_at_most")?,
    })
}

/// The entries of a list of at most so many.
pub(super) fn bounded<'a>(field: &Field<'a>, most: usize) -> Result<Vec<Field<'a>>, FieldError> {
    let entries = field.list()?;
    if entries.len() > most {
        return Err(field.refuse(Problem::NeedsCount {
            most: u32::try_from(most).unwrap_or(0),
        }));
    }
    Ok(entries)
}
