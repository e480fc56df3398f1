//! The payments one by one: date and amount, and what each settles for whoever opens it.

use super::glance::{Glance, Paid};
use crate::agreement::Offer;
use crate::engine::plan::RowKind;
use crate::text::derived::interest_of;
use crate::text::format::{date, number, payments};
use crate::text::vocabulary::{self, heading};
use crate::text::{Label, Locale};
use crate::ui::parts::figure::figure;
use crate::ui::view::{View, view};

/// So many payments stand open; more are folded away, with one press to unfold.
const SHOWN: usize = 6;

/// The list of payments.
#[must_use]
pub fn dues(locale: Locale, glance: &Glance, offer: &Offer) -> View {
    let mut rows = glance
        .payments
        .iter()
        .map(|payment| due(locale, payment, offer));
    let first: Vec<View> = rows.by_ref().take(SHOWN).collect();
    let rest: Vec<View> = rows.collect();
    let rest = (!rest.is_empty()).then(|| {
        let more = payments(locale, u32::try_from(rest.len()).unwrap_or(u32::MAX));
        let words = match locale {
            Locale::Zh => format!("{}{more}", Label::FurtherPayments.text(locale)),
            Locale::En => format!("{} {more}", Label::FurtherPayments.text(locale)),
        };
        view! {
            <details class="more-dues">
                <summary>{words}</summary>
                <ol class="dues">{rest}</ol>
            </details>
        }
    });
    view! {
        <ol class="dues">{first}</ol>
        {rest}
    }
}

fn due(locale: Locale, payment: &Paid, offer: &Offer) -> View {
    let currency = offer.claim.currency;
    let name = number(u64::from(payment.number));
    let kind = (payment.kind == RowKind::DownPayment).then(|| {
        let kind = heading(vocabulary::row_kind(locale, payment.kind));
        view! { <small>{kind}</small> }
    });
    let parts: Vec<View> = payment
        .parts
        .iter()
        .filter(|(_, amount)| !amount.is_zero())
        .map(|(component, amount)| {
            line(
                heading(vocabulary::component(locale, component)),
                figure(amount, currency),
            )
        })
        .collect();
    let interest = payment.interest.as_ref();
    let interest = interest.map(|derived| {
        view! { <p class="derivation">{interest_of(locale, derived, payment.parts.interest, offer)}</p> }
    });
    view! {
        <li>
            <details>
                <summary>
                    <span class="due-name">{name}</span>
                    <span class="due-date">{date(locale, payment.date)} {kind}</span>
                    {figure(payment.amount, currency)}
                </summary>
                <dl class="account-lines">
                    {parts}
                    {line(Label::LeftToPay.text(locale).to_owned(), figure(payment.left, currency))}
                </dl>
                {interest}
            </details>
        </li>
    }
}

/// One line of an account: words at the start, a figure at the end.
#[must_use]
pub fn line(words: String, figure: View) -> View {
    view! {
        <div>
            <dt>{words}</dt>
            <dd>{figure}</dd>
        </div>
    }
}
