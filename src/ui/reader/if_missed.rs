//! What happens if a payment is missed: how to make it good, what comes back, and the table behind it.

use super::ready::Ready;
use crate::engine::money::Money;
use crate::engine::plan::Broken;
use crate::text::borrower::{can_be_cured, if_you_stopped, what_comes_back};
use crate::text::format::{date, money_bare, number};
use crate::text::{Label, Locale};
use crate::ui::view::{View, view};

/// The section's body.
#[must_use]
pub fn if_missed(locale: Locale, ready: &Ready) -> View {
    let (offer, worked) = (&ready.offer, &ready.worked);
    let currency = ready.currency();
    let halfway = worked.stops.get(worked.stops.len() / 2);
    let example = halfway.map(|stop| if_you_stopped(locale, stop, owed(stop), currency));
    let rows: Vec<View> = worked
        .stops
        .iter()
        .map(|stop| row(locale, ready, stop))
        .collect();
    let title = Label::IfIStop.text(locale);
    view! {
        <p>{can_be_cured(locale, offer.cure)}</p>
        <p>{what_comes_back(locale, offer, worked)}</p>
        {example.map(|words| view! { <p>{words}</p> })}
        <details class="all-stops">
            <summary>{Label::OwedAfterEach.text(locale)}</summary>
            <table class="ledger">
                <caption class="heard">{title}</caption>
                <thead>
                    <tr>
                        <th scope="col">{Label::StopsAfter.text(locale)}</th>
                        <th scope="col">{Label::Date.text(locale)}</th>
                        <th scope="col" class="amount">
                            {Label::OwedThen.text(locale)}
                        </th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </details>
    }
}

/// The total of a stop was worked out with the document, which exists.
fn owed(stop: &Broken) -> Money {
    stop.balances.components.total().unwrap_or(Money::ZERO)
}

fn row(locale: Locale, ready: &Ready, stop: &Broken) -> View {
    view! {
        <tr>
            <th scope="row">{number(u64::from(stop.after))}</th>
            <td>{date(locale, stop.on)}</td>
            <td class="amount">{money_bare(owed(stop), ready.currency())}</td>
        </tr>
    }
}
