//! What a borrower reads first, in this order: owed, given up, to pay, where it goes, when, what if.

use super::dues::{dues, line};
use super::glance::{Glance, Shape};
use super::if_missed::if_missed;
use super::money_bar::money_bar;
use super::paper::clause_lines;
use super::ready::Ready;
use super::runs::runs;
use crate::agreement::FieldId;
use crate::text::borrower::{owed_to, waived_if_kept, waived_of};
use crate::text::format::{date, payments};
use crate::text::vocabulary::{self, heading};
use crate::text::{Label, Locale};
use crate::ui::parts::figure::figure;
use crate::ui::view::{IntoView, View, view};

/// The summary above the document; below the sum stands how far it can be trusted.
#[must_use]
pub fn summary(locale: Locale, ready: &Ready, glance: &Glance, standing: View) -> View {
    let currency = ready.currency();
    view! {
        <header class="owe">
            <h1>
                <span class="owe-words">{Label::YouOweNow.text(locale)}</span>
                " "
                {figure(glance.owed, currency)}
            </h1>
            <p>{runs(locale, owed_to(locale, &ready.offer))}</p>
        </header>
        {standing}
        {section(Label::WhatYouPay, locale, what_you_pay(locale, ready, glance))}
        {section(Label::WhatIsWaived, locale, waived(locale, ready, glance))}
        {section(Label::WhereMoneyGoes, locale, where_it_goes(locale, ready, glance))}
        {section(Label::EveryPayment, locale, every_payment(locale, ready, glance))}
        {section(Label::WhatIfIMiss, locale, if_missed(locale, ready))}
    }
}

/// A titled part of the page.
#[must_use]
pub fn section(title: Label, locale: Locale, body: View) -> View {
    view! {
        <section class="part">
            <h2>{title.text(locale)}</h2>
            {body}
        </section>
    }
}

pub fn what_you_pay(locale: Locale, ready: &Ready, glance: &Glance) -> View {
    let (totals, currency) = (&ready.worked.totals, ready.currency());
    let amount =
        |label: Label, amount| line(label.text(locale).to_owned(), figure(amount, currency));
    let mut lines = Vec::new();
    if totals.due_now.is_positive() {
        lines.push(amount(Label::DueNow, totals.due_now));
    }
    let words =
        |label: Label, words: String| line(label.text(locale).to_owned(), words.into_view());
    if totals.count > 1 && glance.frequency.is_none() {
        let on_dates = Label::OnDates.text(locale).to_owned();
        lines.push(words(Label::HowPaid, on_dates));
    }
    let often = glance
        .frequency
        .map(|often| heading(&vocabulary::frequency(locale, often)));
    match glance.shape {
        Shape::Once(sum) => lines.push(amount(Label::InOneSum, sum)),
        Shape::Level { each, last } => {
            // Of two agreed payments that differ neither is what is paid each time.
            let first_of_two = totals.count == 2 && last.is_some();
            let each_or_first = if first_of_two {
                Label::FirstPayment
            } else {
                Label::EachPayment
            };
            let words = often.unwrap_or_else(|| each_or_first.text(locale).to_owned());
            lines.push(line(words, figure(each, currency)));
            lines.extend(last.map(|last| amount(Label::LastPayment, last)));
        }
        Shape::Varying {
            first,
            largest,
            last,
        } => {
            lines.extend(often.map(|often| words(Label::Frequency, often)));
            lines.push(amount(Label::FirstPayment, first));
            if largest != first && largest != last {
                lines.push(amount(Label::LargestPayment, largest));
            }
            lines.push(amount(Label::LastPayment, last));
        }
    }
    if totals.count > 1 {
        lines.push(words(Label::HowMany, payments(locale, totals.count)));
        lines.push(words(Label::FirstDate, date(locale, totals.first_date)));
        lines.push(words(Label::LastDate, date(locale, totals.last_date)));
    } else {
        lines.push(words(Label::PayBy, date(locale, totals.last_date)));
    }
    let total = line(
        Label::TotalToPay.text(locale).to_owned(),
        figure(totals.paid, currency),
    );
    view! {
        <dl class="account-lines strong">{lines}</dl>
        <dl class="account-lines account-sum">{total}</dl>
    }
}

fn waived(locale: Locale, ready: &Ready, glance: &Glance) -> View {
    let parts: Vec<View> = glance
        .waived
        .iter()
        .map(|(component, waived, owed)| {
            let name = heading(vocabulary::component(locale, *component));
            let words = waived_of(locale, *waived, *owed, ready.currency());
            line(name, words.into_view())
        })
        .collect();
    view! {
        <p>{waived_if_kept(locale, &ready.offer, &ready.worked)}</p>
        <dl class="account-lines waived-lines">{parts}</dl>
    }
}

/// From what is owed to what is paid, and the bar.
fn where_it_goes(locale: Locale, ready: &Ready, glance: &Glance) -> View {
    let (totals, currency) = (&ready.worked.totals, ready.currency());
    let step = |label: Label, sign: &'static str, amount| {
        let figure = view! {
            <span class="step-sign">{sign}</span>
            {figure(amount, currency)}
        };
        line(heading(label.text(locale)), figure)
    };
    let mut steps = vec![step(Label::YouOweNow, "", glance.owed)];
    if totals.interest.is_positive() {
        steps.push(step(Label::PlanInterest, "+", totals.interest));
    }
    if totals.waived.is_positive() {
        steps.push(step(glance.waived_label(), "\u{2212}", totals.waived));
    }
    let total = step(Label::TotalToPay, "=", totals.paid);
    view! {
        <dl class="account-lines">{steps}</dl>
        <dl class="account-lines account-sum">{total}</dl>
        {money_bar(locale, glance, currency)}
    }
}

fn every_payment(locale: Locale, ready: &Ready, glance: &Glance) -> View {
    view! {
        {dues(locale, glance, &ready.offer)}
        <div class="where-to-pay">{field_lines(locale, ready, FieldId::Channels)}</div>
    }
}

/// What the document says in one field.
#[must_use]
pub fn field_lines(locale: Locale, ready: &Ready, field: FieldId) -> View {
    let clauses = ready.clauses(field).iter();
    clauses
        .map(|clause| clause_lines(locale, ready, clause))
        .collect()
}
