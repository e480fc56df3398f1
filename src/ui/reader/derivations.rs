//! Where each figure of the account comes from, folded away under the figure itself.

use super::ready::Ready;
use crate::text::derived::{Derived, Figure, figures};
use crate::text::{Locale, TrackLabel};
use crate::ui::parts::figure::figure;
use crate::ui::view::{View, view};

/// The section: a line for each figure, which opens to its derivation.
#[must_use]
pub fn derivations(locale: Locale, ready: &Ready) -> View {
    let lines: Vec<View> = figures(locale, &ready.offer, &ready.worked)
        .into_iter()
        .map(|derived| line(ready, derived))
        .collect();
    view! {
        <section class="part">
            <h2>{TrackLabel::WhereFiguresComeFrom.text(locale)}</h2>
            <p class="hint">{TrackLabel::EachFigureOpens.text(locale)}</p>
            <ol class="dues derived">{lines}</ol>
        </section>
    }
}

fn line(ready: &Ready, derived: Derived) -> View {
    let worth = match derived.figure {
        Figure::Amount(amount) => figure(amount, ready.currency()),
        Figure::Rate(words) => view! { <span class="figure">{words}</span> },
    };
    let said: Vec<View> = derived
        .said
        .into_iter()
        .map(|words| view! { <p class="derivation">{words}</p> })
        .collect();
    view! {
        <li>
            <details>
                <summary>
                    <span class="due-date">{derived.name}</span>
                    {worth}
                </summary>
                {said}
            </details>
        </li>
    }
}
