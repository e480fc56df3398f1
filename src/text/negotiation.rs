//! What is changed to make an option pass, in words.

use std::sync::Arc;

use super::Locale;
use super::finding::rule_title;
use super::format::{date, money, payments, percent, rate};
use super::vocabulary::{carry, component, deferral, frequency, heading};
use crate::engine::money::{Currency, Money};
use crate::engine::negotiate::{Change, Term, TermValue};
use crate::engine::rules::Rule;

/// The name of a term.
#[must_use]
pub fn term(locale: Locale, term: Term) -> String {
    let (zh, en) = match term {
        Term::DownPayment => ("首付款", "down payment"),
        Term::Waiver(part) => {
            let part = component(locale, part);
            return match locale {
                Locale::Zh => format!("{part}减免"),
                Locale::En => format!("waiver of {part}"),
            };
        }
        Term::Discount => ("总额减免", "discount"),
        Term::Count => ("期数", "number of payments"),
        Term::Payment => ("每期金额", "amount of each payment"),
        Term::Frequency => ("还款频率", "how often"),
        Term::FirstDue => ("首期还款日", "first payment"),
        Term::Rate => ("方案利率", "rate"),
        Term::Deferral => ("延期期间的利息", "interest until the start"),
        Term::Carry => ("其他欠款的处理", "arrears"),
    };
    locale.pick(zh, en).to_owned()
}

/// A value of a term.
#[must_use]
pub fn term_value(locale: Locale, value: TermValue, currency: Currency) -> String {
    match value {
        TermValue::Money(amount) => money(locale, amount, currency),
        TermValue::Part { amount, share } => {
            let amount = money(locale, amount, currency);
            match locale {
                Locale::Zh => format!("{}（{amount}）", percent(share)),
                Locale::En => format!("{} ({amount})", percent(share)),
            }
        }
        TermValue::Count(count) => payments(locale, count),
        TermValue::Frequency(step) => frequency(locale, step),
        TermValue::Date(day) => date(locale, day),
        TermValue::Rate(yearly) => rate(yearly),
        TermValue::Deferral(treatment) => deferral(locale, treatment).to_owned(),
        TermValue::Carry(treatment) => carry(locale, treatment).to_owned(),
    }
}

/// A change: what it is now, what it was, and by how much they differ.
#[must_use]
pub fn change(locale: Locale, change: &Change, currency: Currency) -> String {
    let value = |value| term_value(locale, value, currency);
    let name = term(locale, change.term);
    let (from, to) = (value(change.from), value(change.to));
    let by = by_how_much(locale, change, currency);
    match (locale, by) {
        (Locale::Zh, None) => format!("{name}：{from}改为{to}。"),
        (Locale::Zh, Some(by)) => format!("{name}：{from}改为{to}，{by}。"),
        (Locale::En, None) => format!("{}: {to} in place of {from}.", heading(&name)),
        (Locale::En, Some(by)) => format!("{}: {to} in place of {from}, {by}.", heading(&name)),
    }
}

fn by_how_much(locale: Locale, change: &Change, currency: Currency) -> Option<String> {
    let amount = |value| match value {
        TermValue::Money(amount) | TermValue::Part { amount, .. } => Some(amount),
        _ => None,
    };
    let (size, more) = match (change.from, change.to) {
        (TermValue::Count(from), TermValue::Count(to)) => {
            (payments(locale, from.abs_diff(to)), to > from)
        }
        // From nothing or to nothing, the other value is the difference.
        (from, to) if [from, to].map(amount).contains(&Some(Money::ZERO)) => return None,
        (from, to) => {
            let difference = amount(to)?.checked_sub(amount(from)?).ok()?;
            let size = if difference.is_negative() {
                Money::ZERO.checked_sub(difference).ok()?
            } else {
                difference
            };
            (money(locale, size, currency), difference.is_positive())
        }
    };
    Some(match (locale, more) {
        (Locale::Zh, true) => format!("增加{size}"),
        (Locale::Zh, false) => format!("减少{size}"),
        (Locale::En, true) => format!("{size} more"),
        (Locale::En, false) => match change.to {
            TermValue::Count(_) => format!("{size} fewer"),
            _ => format!("{size} less"),
        },
    })
}

/// What is looked for: payments of at most what the borrower said.
#[must_use]
pub fn fitting_heading(locale: Locale, count: u32, at_most: Money, currency: Currency) -> String {
    let (count, at_most) = (payments(locale, count), money(locale, at_most, currency));
    match locale {
        Locale::Zh => format!("{count}，每期不超过{at_most}："),
        Locale::En => format!("{count} of at most {at_most} each:"),
    }
}

/// What a term would have to be.
#[must_use]
pub fn fitting(locale: Locale, of: Term, value: TermValue, currency: Currency) -> String {
    let (name, value) = (term(locale, of), term_value(locale, value, currency));
    match locale {
        Locale::Zh => format!("{name}：{value}。"),
        Locale::En => format!("{}: {value}.", heading(&name)),
    }
}

/// That a term does not do it as far as it goes.
#[must_use]
pub fn unfitting(
    locale: Locale,
    of: Term,
    value: TermValue,
    largest: Money,
    currency: Currency,
) -> String {
    let (name, value) = (term(locale, of), term_value(locale, value, currency));
    let largest = money(locale, largest, currency);
    match locale {
        Locale::Zh => format!("{name}：即使改为{value}，每期仍要{largest}。"),
        Locale::En => format!(
            "{}: even at {value}, a payment comes to {largest}.",
            heading(&name)
        ),
    }
}

/// The rules that a change is made for, each once.
#[must_use]
pub fn meets(locale: Locale, rules: &[Arc<Rule>]) -> String {
    let titles = titles(locale, rules);
    match locale {
        Locale::Zh => format!("因此符合：{}。", titles.join("、")),
        Locale::En => format!("Meets: {}.", titles.join("; ")),
    }
}

/// What rules are about, as headings, each once.
#[must_use]
pub fn titles(locale: Locale, rules: &[Arc<Rule>]) -> Vec<String> {
    let mut titles: Vec<String> = Vec::new();
    for rule in rules {
        let title = rule_title(locale, rule.limit.kind());
        if !titles.contains(&title) {
            titles.push(title);
        }
    }
    titles
}

/// That a payment is more than a budget leaves for it.
#[must_use]
pub fn above_budget(locale: Locale, at_most: Money, currency: Currency) -> String {
    let at_most = money(locale, at_most, currency);
    match locale {
        Locale::Zh => format!("高于测算的还款能力：每期最多{at_most}。"),
        Locale::En => format!("More than the budget leaves: at most {at_most} each time."),
    }
}
