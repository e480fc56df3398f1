//! An agreement for programs, as JSON: what `quittance plan` answers by the same names, with who, under which terms, and the
//! link from which everything can be worked out again.

use serde_json::{Map, Value};

use super::Made;
use crate::agreement::{Clause, OwedThen, Payment, Profile};
use crate::engine::calendar::{Date, format_date};
use crate::engine::claim::{Components, Creditor};
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
    let stops = made.document.sections.iter().flat_map(|it| &it.clauses);
    let stops = stops.filter_map(|clause| match clause {
        Clause::Stops { rows } => Some(rows),
        _ => None,
    });
    let rows = made.payments().iter().map(|row| payment(row, currency));
    let stops = stops.flatten().map(|row| stop(row, currency));
    let terms_of_contract = &offer.claim.terms;
    object([
        ("format", text(DATA_FORMAT)),
        ("version", DATA_VERSION.into()),
        ("code", text(made.code)),
        ("link", made.link.map_or(Value::Null, text)),
        ("sample", offer.sample.into()),
        (
            "profile",
            text(Profile::of(offer.jurisdiction, offer.product).code()),
        ),
        ("jurisdiction", text(offer.jurisdiction.code())),
        ("product", text(offer.product.code())),
        ("creditor", creditor(&offer.parties.creditor)),
        ("borrower", text(&offer.parties.borrower)),
        ("account", text(&offer.parties.account)),
        ("currency", text(currency.code())),
        ("as_of", day(offer.claim.as_of)),
        (
            "days_past_due",
            offer.claim.days_past_due(offer.claim.as_of).into(),
        ),
        ("signed_on", day(terms_of_contract.signed_on)),
        (
            "original_principal",
            sum(terms_of_contract.original_principal, currency),
        ),
        ("terms", terms(made)),
        ("opening", parts(&worked.plan.opening, currency)),
        ("waived", parts(&worked.plan.waived, currency)),
        ("capitalised", parts(&worked.plan.capitalised, currency)),
        ("rows", Value::Array(rows.collect())),
        ("totals", totals(made)),
        ("if_payments_stop", Value::Array(stops.collect())),
        (
            "rule_pack",
            object([
                ("id", text(&offer.pack.id)),
                ("version", text(&offer.pack.version)),
            ]),
        ),
        ("engine_version", text(engine_version)),
    ])
    .to_string()
}

/// Fields and their values.
fn object<const N: usize>(fields: [(&str, Value); N]) -> Value {
    put_together(&mut fields.into_iter())
}

/// Once for all counts of fields: each copy of a map's code is a kilobyte of the page.
#[inline(never)]
fn put_together(fields: &mut dyn Iterator<Item = (&str, Value)>) -> Value {
    let mut map = Map::new();
    for (name, value) in fields {
        map.insert(name.to_owned(), value);
    }
    Value::Object(map)
}

fn text(words: &str) -> Value {
    Value::String(words.to_owned())
}

fn day(date: Date) -> Value {
    Value::String(format_date(date))
}

fn sum(amount: Money, currency: Currency) -> Value {
    Value::String(amount.to_decimal_string(currency))
}

fn creditor(creditor: &Creditor) -> Value {
    let original = creditor.original.as_deref();
    let channels = creditor.channels.iter().map(|channel| text(channel));
    object([
        ("name", text(&creditor.name)),
        ("original", original.map_or(Value::Null, text)),
        ("contact", text(&creditor.contact)),
        ("complaints", text(&creditor.complaints)),
        ("channels", Value::Array(channels.collect())),
    ])
}

fn terms(made: &Made<'_>) -> Value {
    let (offer, proposal) = (made.offer, &made.offer.proposal);
    let (settlement, repayment, frequency) = match &proposal.settlement {
        Settlement::LumpSum => ("lump-sum", Value::Null, Value::Null),
        Settlement::OnDates { .. } => ("agreed-days", Value::Null, Value::Null),
        Settlement::Instalments {
            repayment,
            frequency,
            ..
        } => (
            "instalments",
            text(repayment.code()),
            text(&frequency.code()),
        ),
    };
    object([
        ("settlement", text(settlement)),
        ("repayment", repayment),
        ("frequency", frequency),
        ("first_due", day(proposal.first_due)),
        ("plan_rate_pct", text(&proposal.rate.to_percent_string())),
        ("rounding", text(proposal.rounding.code())),
        ("deferral", text(proposal.deferral.code())),
        (
            "waiver_takes_effect",
            text(proposal.relief.vesting.kind().code()),
        ),
        ("while_kept", text(proposal.relief.while_kept.code())),
        ("grace_days", offer.cure.grace_days.into()),
        ("misses_that_end", offer.cure.misses_that_end.into()),
        ("expires_on", day(offer.expires_on)),
    ])
}

fn totals(made: &Made<'_>) -> Value {
    let totals = &made.worked.totals;
    let currency = made.offer.claim.currency;
    let sum = |amount: Money| sum(amount, currency);
    object([
        ("due_now", sum(totals.due_now)),
        ("instalment", totals.instalment.map_or(Value::Null, sum)),
        ("last_payment", sum(totals.last_payment)),
        ("count", totals.count.into()),
        ("first_date", day(totals.first_date)),
        ("last_date", day(totals.last_date)),
        ("paid", sum(totals.paid)),
        ("waived", sum(totals.waived)),
        ("interest", sum(totals.interest)),
        ("owed_if_nothing_paid", sum(totals.owed_if_nothing_paid)),
        ("cost_against_nothing", sum(totals.cost_against_nothing)),
        ("rate_on_claim_pct", yearly(totals.rate_on_claim)),
        ("rate_on_balance_pct", yearly(totals.rate_on_balance)),
    ])
}

/// The effective yearly rate in per cent; nothing where it is below zero or there is none.
fn yearly(rate: PlanRate) -> Value {
    match rate {
        PlanRate::Found { effective, .. } => {
            let written = rate_decimal(effective, RATE_DIGITS);
            Value::String(written.replace([',', '%'], ""))
        }
        PlanRate::BelowZero { .. } | PlanRate::None => Value::Null,
    }
}

fn payment(row: &Payment, currency: Currency) -> Value {
    let kind = match row.kind {
        RowKind::DownPayment => "down-payment",
        RowKind::Deferral => "deferral",
        RowKind::Instalment => "instalment",
        RowKind::LumpSum => "lump-sum",
    };
    object([
        ("number", row.number.map_or(Value::Null, Value::from)),
        ("kind", text(kind)),
        ("date", day(row.date)),
        ("amount", sum(row.amount, currency)),
        ("paid", parts(&row.paid, currency)),
        ("interest", sum(row.interest, currency)),
        ("left", sum(row.left, currency)),
    ])
}

fn stop(row: &OwedThen, currency: Currency) -> Value {
    object([
        ("after", row.after.into()),
        ("on", day(row.on)),
        ("paid", sum(row.paid, currency)),
        ("revived", sum(row.revived, currency)),
        ("owed", parts(&row.owed, currency)),
        ("total", sum(row.total, currency)),
    ])
}

/// Amounts by component.
fn parts(amounts: &Components, currency: Currency) -> Value {
    let named = amounts
        .iter()
        .map(|(part, amount)| (part.code(), sum(amount, currency)));
    put_together(&mut { named })
}
