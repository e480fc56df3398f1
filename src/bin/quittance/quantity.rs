//! What a rule asks, what an option has and by how much it misses, as programs read it.

use quittance::engine::calendar::{Frequency, format_date};
use quittance::engine::fields::{CodeSet, Coded};
use quittance::engine::money::{Currency, Money};
use quittance::engine::rules::Quantity;
use serde_json::{Value, json};

/// The quantity under the name of its unit: `amount`, `share` and `rate` as decimal text, whole numbers of `days`,
/// `months`, `payments`, `promises` and `times`, lists of codes. Empty where a miss has no size, `null` where it is beyond
/// the amounts that are worked with.
pub fn written(quantity: &Quantity, currency: Currency) -> Value {
    let text = |amount: Money| amount.to_decimal_string(currency);
    match *quantity {
        Quantity::Money(amount) => json!({"amount": text(amount)}),
        Quantity::Part { amount, share } => {
            json!({"amount": text(amount), "share": share.to_percent_string()})
        }
        Quantity::Accrual { amount, rate } => match rate {
            Some(rate) => json!({"amount": text(amount), "rate": rate.to_percent_string()}),
            None => json!({"amount": text(amount)}),
        },
        Quantity::Rate(rate) => json!({"rate": rate.to_percent_string()}),
        Quantity::Days(days) => json!({"days": days}),
        Quantity::Months(months) => json!({"months": months}),
        Quantity::Payments(count) | Quantity::Running(count) => json!({"payments": count}),
        Quantity::Promises(count) => json!({"promises": count}),
        Quantity::Times(count) => json!({"times": count}),
        Quantity::Day(day) => json!({"day": format_date(day)}),
        Quantity::Evidence(papers) => json!({"evidence": codes(papers)}),
        Quantity::Strategies(strategies) => json!({"strategies": codes(strategies)}),
        Quantity::Consent(said) => json!({"guarantor": said.code()}),
        Quantity::Multiple(multiple) => json!({"multiple": multiple.normalize().to_string()}),
        Quantity::Band { from, to } => {
            json!({"from": from.normalize().to_string(), "to": to.normalize().to_string()})
        }
        Quantity::Frequency(step) => json!({"frequency": step.code()}),
        Quantity::Frequencies(steps) => {
            let agreed = steps.agreed_days().then(|| AGREED_DAYS.to_owned());
            let named: Vec<String> = steps.iter().map(Frequency::code).chain(agreed).collect();
            json!({"frequencies": named})
        }
        Quantity::OwnDates => json!({"frequency": AGREED_DAYS}),
        Quantity::Unmeasured => json!({}),
        Quantity::OutOfRange => Value::Null,
    }
}

/// The name of days agreed one by one, as rule packs write it.
const AGREED_DAYS: &str = "agreed-days";

fn codes<T: Coded>(set: CodeSet<T>) -> Vec<&'static str> {
    set.iter().map(Coded::code).collect()
}
