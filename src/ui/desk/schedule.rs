//! The schedule of the selected option: every payment with its allocation, and the balance over time.

use leptos::prelude::*;

use super::DeskState;
use super::looking::Looking;
use super::option_texts::{Shown, letter};
use crate::engine::claim::{Claim, Component};
use crate::engine::money::{Currency, Money};
use crate::engine::plan::{PlanRow, RowKind};
use crate::text::format::{date_iso, money, money_bare, number};
use crate::text::vocabulary::{component, heading, row_kind};
use crate::text::{Label, Locale};
use crate::ui::model::Evaluated;
use crate::ui::parts::chart::{BalanceChart, balance_chart};
use crate::ui::view::{View, view};

/// Rows shown before a person asks for all of them: two years of months.
const ROWS_AT_FIRST: usize = 24;

/// The chart and the table: a frame behind the figures, which need not wait for sixty rows.
pub fn schedule(desk: DeskState, looking: Looking) -> View {
    let locale = desk.locale;
    let all = RwSignal::new(false);
    let shown = looking.drawn;
    view! {
        <div class="plan-figures">
            <div class="plan-drawing">
                <h2>
                    {Label::Schedule.text(locale)} " "
                    {move || shown.read().as_ref().map(|shown| letter(shown.place))}
                </h2>
                {move || {
                    let shown = shown.read();
                    let Shown { good, claim, stale, .. } = shown.as_ref()?;
                    Some(view! { <div class:stale-block=*stale>{chart(locale, good, claim)}</div> })
                }}
            </div>
            {move || {
                let shown = shown.read();
                let Shown { good, claim, stale, .. } = shown.as_ref()?;
                Some(view! {
                    <div class="plan-rows" class:stale-block=*stale>
                        {table(locale, good, claim.currency, all)}
                    </div>
                })
            }}
        </div>
    }
}

/// What is left to pay after the line, in total.
fn left(row: &PlanRow) -> Money {
    row.closing.total().unwrap_or_default()
}

fn chart(locale: Locale, good: &Evaluated, claim: &Claim) -> View {
    let plan = &good.worked.plan;
    let currency = claim.currency;
    let opening = plan
        .opening
        .checked_sub(&plan.waived)
        .and_then(|after| after.total())
        .unwrap_or_default();
    let half = Money::from_minor(opening.minor() / 2).unwrap_or_default();
    let last = good.worked.totals.last_date;
    balance_chart(BalanceChart {
        from: claim.as_of,
        opening,
        steps: plan.rows.iter().map(|row| (row.date, left(row))).collect(),
        top_label: money_bare(opening, currency),
        middle_label: money_bare(half, currency),
        from_label: date_iso(claim.as_of),
        to_label: date_iso(last),
        described: format!(
            "{} {} {} – {} {}",
            Label::Balance.text(locale),
            date_iso(claim.as_of),
            money(locale, opening, currency),
            date_iso(last),
            money(locale, Money::ZERO, currency),
        ),
    })
}

fn table(locale: Locale, good: &Evaluated, currency: Currency, all: RwSignal<bool>) -> View {
    let plan = &good.worked.plan;
    // A column only for what some payment settles.
    let parts: Vec<Component> = Component::ALL
        .into_iter()
        .filter(|part| plan.rows.iter().any(|row| !row.paid.get(*part).is_zero()))
        .collect();
    let count = plan.rows.len();
    let limit = if all.get() { count } else { ROWS_AT_FIRST };
    let numbers = plan.rows.iter().scan(0_u64, |number, row| {
        *number += u64::from(matches!(row.kind, RowKind::Instalment | RowKind::LumpSum));
        Some(*number)
    });
    let rows: Vec<View> = plan
        .rows
        .iter()
        .zip(numbers)
        .take(limit)
        .map(|(row, at)| line(locale, row, at, &parts, currency))
        .collect();
    let heads: Vec<View> = parts
        .iter()
        .map(|part| {
            view! { <th scope="col" class="amount">{heading(component(locale, *part))}</th> }
        })
        .collect();
    view! {
        <div class="scroller" tabindex="0" role="group" aria-label=Label::Schedule.text(locale)>
            <table class="ledger schedule">
                <caption class="heard">{Label::Schedule.text(locale)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{Label::Number.text(locale)}</th>
                        <th scope="col">{Label::Date.text(locale)}</th>
                        <th scope="col" class="amount">{Label::Amount.text(locale)}</th>
                        {heads}
                        <th scope="col" class="amount">{Label::LeftToPay.text(locale)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {(count > limit).then(|| view! {
            <button type="button" class="button plain" on:click=move |_| all.set(true)>
                {Label::ShowAllRows.text(locale)} " (" {count} ")"
            </button>
        })}
    }
}

fn line(locale: Locale, row: &PlanRow, at: u64, parts: &[Component], currency: Currency) -> View {
    let name = match row.kind {
        RowKind::Instalment | RowKind::LumpSum => number(at),
        RowKind::DownPayment | RowKind::Deferral => heading(row_kind(locale, row.kind)),
    };
    let paid: Vec<View> = parts
        .iter()
        .map(|part| {
            let amount = row.paid.get(*part);
            view! { <td class="amount" class:nothing=amount.is_zero()>{money_bare(amount, currency)}</td> }
        })
        .collect();
    let total = row.paid.total().unwrap_or_default();
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td class="figure">{date_iso(row.date)}</td>
            <td class="amount"><b>{money_bare(total, currency)}</b></td>
            {paid}
            <td class="amount">{money_bare(left(row), currency)}</td>
        </tr>
    }
}
