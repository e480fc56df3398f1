//! An agreement for programs, as JSON: what `quittance plan` answers by the same names, with who, under which terms, and the
//! link from which everything can be worked out again.

use serde_json::{Value, json};

use super::Made;
use crate::agreement::{OwedThen, Payment, Profile};
use crate::engine::calendar::format_date;
use crate::engine::claim::Components;
use crate::engine::money::{Currency, Money};
use crate::engine::plan::{PlanRate, RowKind, Settlement};
use crate::text::format::rate_decimal;

/// What the file calls itself.
pub const DATA_FORMAT: &str = "quittance-agreement";
/// The version of its keys: only ever added to.
pub const DATA_VERSION: u32 = 1;
/// Decimals of a yearly rate in per cent.
const RATE_DIGITS: u32 = 4;

/// The agreement as one JSON document. Amounts and rates are decimal strings, days are ISO 8601.
///
/// `engine_version` is the version of the engine that worked it out.
#[must_use]
pub fn data(made: &Made<'_>, engine_version: &str) -> String {
    let (offer, worked) = (made.offer, made.worked);
    let currency = offer.claim.currency;
    let sum = |amount: Money| amount.to_decimal_string(currency);
    let stops = made.document.sections.iter().flat_map(|it| &it.clauses);
    let stops = stops.filter_map(|clause| match clause {
        crate::agreement::Clause::Stops { rows } => Some(rows),
        _ => None,
    });
    let creditor = &offer.parties.creditor;
    let document = json!({
        "format": DATA_FORMAT,
        "version": DATA_VERSION,
        "code": made.code,
        "link": made.link,
        "sample": offer.sample,
        "profile": Profile::of(offer.jurisdiction, offer.product).code(),
        "jurisdiction": offer.jurisdiction.code(),
        "product": offer.product.code(),
        "creditor": {
            "name": creditor.name,
            "original": creditor.original,
            "contact": creditor.contact,
            "complaints": creditor.complaints,
            "channels": creditor.channels,
        },
        "borrower": offer.parties.borrower,
        "account": offer.parties.account,
        "currency": currency.code(),
        "as_of": format_date(offer.claim.as_of),
        "days_past_due": offer.claim.days_past_due(offer.claim.as_of),
        "signed_on": format_date(offer.claim.terms.signed_on),
        "original_principal": sum(offer.claim.terms.original_principal),
        "terms": terms(made),
        "opening": parts(&worked.plan.opening, currency),
        "waived": parts(&worked.plan.waived, currency),
        "capitalised": parts(&worked.plan.capitalised, currency),
        "rows": made.payments().iter().map(|row| payment(row, currency)).collect::<Vec<_>>(),
        "totals": totals(made),
        "if_payments_stop": stops.flatten().map(|row| stop(row, currency)).collect::<Vec<_>>(),
        "rule_pack": { "id": offer.pack.id, "version": offer.pack.version },
        "engine_version": engine_version,
    });
    // Indented, because people look into such files too. A document of strings and numbers can always be written.
    serde_json::to_string_pretty(&document).unwrap_or_default()
}

fn terms(made: &Made<'_>) -> Value {
    let (offer, proposal) = (made.offer, &made.offer.proposal);
    let (settlement, repayment, frequency) = match &proposal.settlement {
        Settlement::LumpSum => ("lump-sum", None, None),
        Settlement::OnDates { .. } => ("agreed-days", None, None),
        Settlement::Instalments {
            repayment,
            frequency,
            ..
        } => (
            "instalments",
            Some(repayment.code()),
            Some(frequency.code()),
        ),
    };
    json!({
        "settlement": settlement,
        "repayment": repayment,
        "frequency": frequency,
        "first_due": format_date(proposal.first_due),
        "plan_rate_pct": proposal.rate.to_percent_string(),
        "rounding": proposal.rounding.code(),
        "deferral": proposal.deferral.code(),
        "waiver_takes_effect": proposal.relief.vesting.kind().code(),
        "while_kept": proposal.relief.while_kept.code(),
        "grace_days": offer.cure.grace_days,
        "misses_that_end": offer.cure.misses_that_end,
        "expires_on": format_date(offer.expires_on),
    })
}

fn totals(made: &Made<'_>) -> Value {
    let totals = &made.worked.totals;
    let sum = |amount: Money| amount.to_decimal_string(made.offer.claim.currency);
    json!({
        "due_now": sum(totals.due_now),
        "instalment": totals.instalment.map(sum),
        "last_payment": sum(totals.last_payment),
        "count": totals.count,
        "first_date": format_date(totals.first_date),
        "last_date": format_date(totals.last_date),
        "paid": sum(totals.paid),
        "waived": sum(totals.waived),
        "interest": sum(totals.interest),
        "owed_if_nothing_paid": sum(totals.owed_if_nothing_paid),
        "cost_against_nothing": sum(totals.cost_against_nothing),
        "rate_on_claim_pct": yearly(totals.rate_on_claim),
        "rate_on_balance_pct": yearly(totals.rate_on_balance),
    })
}

/// The effective yearly rate in per cent; nothing where it is below zero or there is none.
fn yearly(rate: PlanRate) -> Option<String> {
    match rate {
        PlanRate::Found { effective, .. } => {
            let written = rate_decimal(effective, RATE_DIGITS);
            Some(written.replace([',', '%'], ""))
        }
        PlanRate::BelowZero { .. } | PlanRate::None => None,
    }
}

fn payment(row: &Payment, currency: Currency) -> Value {
    json!({
        "number": row.number,
        "kind": match row.kind {
            RowKind::DownPayment => "down-payment",
            RowKind::Deferral => "deferral",
            RowKind::Instalment => "instalment",
            RowKind::LumpSum => "lump-sum",
        },
        "date": format_date(row.date),
        "amount": row.amount.to_decimal_string(currency),
        "paid": parts(&row.paid, currency),
        "interest": row.interest.to_decimal_string(currency),
        "left": row.left.to_decimal_string(currency),
    })
}

fn stop(row: &OwedThen, currency: Currency) -> Value {
    json!({
        "after": row.after,
        "on": format_date(row.on),
        "paid": row.paid.to_decimal_string(currency),
        "revived": row.revived.to_decimal_string(currency),
        "owed": parts(&row.owed, currency),
        "total": row.total.to_decimal_string(currency),
    })
}

/// Amounts by component.
fn parts(amounts: &Components, currency: Currency) -> Value {
    let named = amounts.iter().map(|(part, amount)| {
        (
            part.code().to_owned(),
            amount.to_decimal_string(currency).into(),
        )
    });
    Value::Object(named.collect())
}
