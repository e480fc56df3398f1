//! Changes to an option, as JSON that is merged into it (RFC 7396).

use quittance::engine::calendar::format_date;
use quittance::engine::claim::Component;
use quittance::engine::money::Money;
use quittance::engine::negotiate::{Change, Term, TermValue};
use quittance::text::{Locale, negotiation};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value, json};

use quittance::engine::money::Currency;

/// One term at another value.
#[derive(Serialize, JsonSchema)]
pub struct Changed {
    /// `down-payment`, `waiver`, `discount`, `count`, `payment`, `frequency`, `first-due`, `rate`, `deferral` or `carry`.
    term: &'static str,
    /// What it is in place of what, and by how much.
    words: String,
    /// What the option's document says then: merge it into the option.
    set: Value,
}

impl Changed {
    /// A change in words and as a document.
    pub fn of(change: &Change, currency: Currency) -> Self {
        Self {
            term: change.term.code(),
            words: negotiation::change(Locale::En, change, currency),
            set: set(change.term, change.to, currency),
        }
    }
}

/// The part of an option's document that gives a term a value.
pub fn set(term: Term, value: TermValue, currency: Currency) -> Value {
    let text = |amount: Money| amount.to_decimal_string(currency);
    let said = match value {
        TermValue::Money(amount) => json!(text(amount)),
        TermValue::Part { share, .. } => json!(format!("{}%", share.to_percent_string())),
        TermValue::Count(count) => json!(count),
        TermValue::Frequency(step) => json!(step.code()),
        TermValue::Date(day) => json!(format_date(day)),
        TermValue::Rate(rate) => json!(rate.to_percent_string()),
        TermValue::Deferral(deferral) => json!(deferral.code()),
        TermValue::Carry(carry) => json!(carry.code()),
    };
    match term {
        Term::Waiver(component) => json!({"waivers": {component.code(): said}}),
        Term::Carry => {
            let each = Component::ALL
                .iter()
                .filter(|component| **component != Component::Principal);
            let all: Map<String, Value> = each
                .map(|component| (component.code().to_owned(), said.clone()))
                .collect();
            json!({"carry": all})
        }
        Term::DownPayment => json!({"down_payment": said}),
        Term::Discount => json!({"discount": said}),
        Term::Count => json!({"count": said}),
        Term::Payment => json!({"payment": said}),
        Term::Frequency => json!({"frequency": said}),
        Term::FirstDue => json!({"first_due": said}),
        Term::Rate => json!({"rate_pct": said}),
        Term::Deferral => json!({"deferral": said}),
    }
}
