//! If payments stop after the k-th: what is owed then, for every k.

use leptos::prelude::*;

use super::DeskState;
use super::looking::Looking;
use super::option_texts::Shown;
use crate::engine::money::Currency;
use crate::engine::plan::{Broken, Relief};
use crate::text::borrower::what_comes_back;
use crate::text::format::{date_iso, money_bare, number};
use crate::text::{Label, Locale};
use crate::ui::view::{View, view};

/// The table, folded: it is asked for, not looked at all the time. Its rows are made when it is opened.
pub fn stops(desk: DeskState, looking: Looking) -> View {
    let locale = desk.locale;
    let opened = RwSignal::new(false);
    let shown = looking.drawn;
    view! {
        <details class="stops" on:toggle=move |_| opened.update(|opened| *opened = !*opened)>
            <summary>{Label::IfIStop.text(locale)}</summary>
            {move || {
                if !opened.get() {
                    return None;
                }
                let (open, shown) = (desk.session.last_open.read(), shown.read());
                let (open, Shown { good, claim, .. }) = (open.as_ref()?, shown.as_ref()?);
                let (worked, proposal) = (&good.worked, &good.proposal);
                let hint = if proposal.relief == Relief::default() {
                    Label::IfIStopHint.text(locale).to_owned()
                } else {
                    what_comes_back(locale, &open.offer(proposal.clone()), worked)
                };
                Some(view! {
                    <p class="hint">{hint}</p>
                    {table(locale, &worked.stops, claim.currency)}
                })
            }}
        </details>
    }
}

fn table(locale: Locale, stops: &[Broken], currency: Currency) -> View {
    let rows: Vec<View> = stops
        .iter()
        .map(|stop| {
            let owed = stop.balances.components.total().unwrap_or_default();
            view! {
                <tr>
                    <th scope="row">{number(u64::from(stop.after))}</th>
                    <td class="figure">{date_iso(stop.on)}</td>
                    <td class="amount">{money_bare(stop.paid, currency)}</td>
                    <td class="amount">{money_bare(stop.revived.total().unwrap_or_default(), currency)}</td>
                    <td class="amount"><b>{money_bare(owed, currency)}</b></td>
                </tr>
            }
        })
        .collect();
    view! {
        <div class="scroller" tabindex="0" role="group" aria-label=Label::IfIStop.text(locale)>
            <table class="ledger">
                <caption class="heard">{Label::IfIStop.text(locale)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{Label::StopsAfter.text(locale)}</th>
                        <th scope="col">{Label::FirstMissed.text(locale)}</th>
                        <th scope="col" class="amount">{Label::PaidSoFar.text(locale)}</th>
                        <th scope="col" class="amount">{Label::Revived.text(locale)}</th>
                        <th scope="col" class="amount">{Label::OwedThen.text(locale)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}
