//! The three tables of the document: what is owed, the payments, what is owed if payments stop.

use super::ready::Ready;
use crate::agreement::{OwedThen, Payment};
use crate::engine::claim::{Component, Components};
use crate::engine::money::Money;
use crate::engine::plan::RowKind;
use crate::text::format::{currency_name, date_iso, money_bare, number};
use crate::text::vocabulary::{self, heading};
use crate::text::{Label, Locale};
use crate::ui::view::{View, view};

/// One table with its caption, in a frame of its own that scrolls where the screen is narrow.
fn framed(locale: Locale, ready: &Ready, title: Label, head: Vec<View>, body: Vec<View>) -> View {
    let title = title.text(locale);
    let currency = ready.currency();
    let unit = format!("{} {}", currency_name(locale, currency), currency.code());
    view! {
        <div class="scroller" tabindex="0" role="region" aria-label=title>
            <table class="ledger">
                <caption>
                    <span>{title}</span>
                    <small>{unit}</small>
                </caption>
                <thead>
                    <tr>{head}</tr>
                </thead>
                <tbody>{body}</tbody>
            </table>
        </div>
    }
}

fn column(words: impl Into<String>, amount: bool) -> View {
    view! {
        <th scope="col" class:amount=amount>
            {words.into()}
        </th>
    }
}

fn label_column(locale: Locale, label: Label, amount: bool) -> View {
    column(label.text(locale), amount)
}

fn component_columns(locale: Locale, shown: &[Component]) -> Vec<View> {
    let name = |component: &Component| heading(vocabulary::component(locale, *component));
    shown
        .iter()
        .map(|component| column(name(component), true))
        .collect()
}

/// The components that a table needs a column for.
fn components_in(rows: impl Iterator<Item = Components>) -> Vec<Component> {
    let rows: Vec<Components> = rows.collect();
    let shown = |component: &Component| rows.iter().any(|row| !row.get(*component).is_zero());
    Component::ALL.into_iter().filter(shown).collect()
}

impl Ready {
    fn cell(&self, amount: Money) -> View {
        view! { <td class="amount">{money_bare(amount, self.currency())}</td> }
    }

    fn cells(&self, amounts: &Components, shown: &[Component]) -> Vec<View> {
        shown
            .iter()
            .map(|component| self.cell(amounts.get(*component)))
            .collect()
    }
}

/// What is owed by component, what of it is given up, and what that leaves.
#[must_use]
pub fn owed_table(locale: Locale, ready: &Ready) -> View {
    let plan = &ready.worked.plan;
    let with_waiver = !plan.waived.is_zero();
    let after = plan
        .opening
        .checked_sub(&plan.waived)
        .unwrap_or(plan.opening);
    let row = |name: String, owed: Money, waived: Money, left: Money, sum: bool| {
        let more = with_waiver.then(|| vec![ready.cell(waived), ready.cell(left)]);
        view! {
            <tr class:sum=sum>
                <th scope="row">{name}</th>
                {ready.cell(owed)}
                {more}
            </tr>
        }
    };
    let total = |amounts: &Components| amounts.total().unwrap_or(Money::ZERO);
    let mut rows: Vec<View> = components_in(std::iter::once(plan.opening))
        .into_iter()
        .map(|component| {
            let name = heading(vocabulary::component(locale, component));
            let of = |amounts: &Components| amounts.get(component);
            row(name, of(&plan.opening), of(&plan.waived), of(&after), false)
        })
        .collect();
    let name = Label::Total.text(locale).to_owned();
    rows.push(row(
        name,
        total(&plan.opening),
        total(&plan.waived),
        total(&after),
        true,
    ));
    let mut head = vec![
        label_column(locale, Label::Component, false),
        label_column(locale, Label::Owed, true),
    ];
    if with_waiver {
        head.push(label_column(locale, Label::ConditionalWaiver, true));
        head.push(label_column(locale, Label::AfterWaiver, true));
    }
    framed(locale, ready, Label::TotalOwed, head, rows)
}

/// Every payment with its date, amount and allocation.
#[must_use]
pub fn schedule_table(locale: Locale, ready: &Ready, payments: &[Payment]) -> View {
    let shown = components_in(payments.iter().map(|payment| payment.paid));
    let row = |payment: &Payment| {
        let kind = heading(vocabulary::row_kind(locale, payment.kind));
        let date = date_iso(payment.date);
        if payment.kind == RowKind::Deferral {
            let span = shown.len() + 1;
            let added = money_bare(payment.interest, ready.currency());
            return view! {
                <tr>
                    <th scope="row">"–"</th>
                    <td class="date">{date}</td>
                    <td class="amount" colspan=span>
                        {kind}
                        " "
                        {added}
                    </td>
                    {ready.cell(payment.left)}
                </tr>
            };
        }
        let note = (payment.kind == RowKind::DownPayment).then(|| view! { <small>{kind}</small> });
        let place = payment.number.map(|place| number(u64::from(place)));
        view! {
            <tr>
                <th scope="row">{place}</th>
                <td class="date">{date} " " {note}</td>
                <td class="amount total">{money_bare(payment.amount, ready.currency())}</td>
                {ready.cells(&payment.paid, &shown)}
                {ready.cell(payment.left)}
            </tr>
        }
    };
    let mut rows: Vec<View> = payments.iter().map(row).collect();
    rows.push(sum_row(locale, ready, payments, &shown));
    let mut head = vec![
        label_column(locale, Label::Number, false),
        label_column(locale, Label::Date, false),
        label_column(locale, Label::Amount, true),
    ];
    head.extend(component_columns(locale, &shown));
    head.push(label_column(locale, Label::LeftToPay, true));
    framed(locale, ready, Label::Schedule, head, rows)
}

fn sum_row(locale: Locale, ready: &Ready, payments: &[Payment], shown: &[Component]) -> View {
    let mut settled = Components::ZERO;
    for payment in payments {
        // The sum of all payments is one of the plan's totals, which were worked out before.
        settled = settled.checked_add(&payment.paid).unwrap_or(settled);
    }
    view! {
        <tr class="sum">
            <th scope="row" colspan="2">
                {Label::Total.text(locale)}
            </th>
            {ready.cell(ready.worked.totals.paid)}
            {ready.cells(&settled, shown)}
            <td></td>
        </tr>
    }
}

/// What is owed if payments stop, for every payment that can be the first one missed.
#[must_use]
pub fn stops_table(locale: Locale, ready: &Ready, stops: &[OwedThen]) -> View {
    let shown = components_in(stops.iter().map(|stop| stop.owed));
    let row = |stop: &OwedThen| {
        view! {
            <tr>
                <th scope="row">{number(u64::from(stop.after))}</th>
                <td class="date">{date_iso(stop.on)}</td>
                {ready.cell(stop.paid)}
                {ready.cells(&stop.owed, &shown)}
                <td class="amount total">{money_bare(stop.total, ready.currency())}</td>
            </tr>
        }
    };
    let mut head = vec![
        label_column(locale, Label::StopsAfter, false),
        label_column(locale, Label::Date, false),
        label_column(locale, Label::PaidSoFar, true),
    ];
    head.extend(component_columns(locale, &shown));
    head.push(label_column(locale, Label::OwedThen, true));
    let rows: Vec<View> = stops.iter().map(row).collect();
    framed(locale, ready, Label::IfIStop, head, rows)
}
