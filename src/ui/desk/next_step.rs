//! The next concession: what to give, what to ask in return, what it costs. What the lender keeps hidden is not here to
//! be shown.

use leptos::html::H2;
use leptos::prelude::*;

use super::DeskState;
use super::looking::Looking;
use super::offer_log::said;
use crate::engine::money::Currency;
use crate::engine::negotiate::LadderRung;
use crate::text::ladder::{ask, cost, gives, note};
use crate::text::offer_line::OfferLine;
use crate::text::{Label, TalkLabel};
use crate::ui::model::{Found, Said, Side};
use crate::ui::parts::focus;
use crate::ui::view::{View, view};

/// The part of the verdict column. Offering a step leaves the focus at the heading of the verdict.
pub fn next_step(desk: DeskState, looking: Looking, heading: NodeRef<H2>) -> View {
    View::live(move || {
        let found = looking.found.read();
        let Found {
            ladder, currency, ..
        } = found.as_ref()?;
        let ladder = ladder.as_ref()?;
        let (locale, currency) = (desk.locale, *currency);
        let notes: Vec<View> = ladder
            .notes
            .iter()
            .map(|one| view! { <p class="hint">{note(locale, *one, currency)}</p> })
            .collect();
        let further: Vec<View> = ladder
            .further
            .iter()
            .map(|rung| view! { <li>{terms(desk, rung, currency)}</li> })
            .collect();
        let next = match &ladder.next {
            Some(rung) => offered(desk, looking, heading, rung, currency),
            None if !notes.is_empty() => View::nothing(),
            None => view! { <p class="hint">{TalkLabel::NoFurtherStep.text(locale)}</p> },
        };
        Some(view! {
            <section class="next-step" class:stale-block=move || looking.greyed.get()>
                <h2>{Label::NextStep.text(locale)}</h2>
                {notes}
                {next}
                {(!further.is_empty()).then(|| view! {
                    <details>
                        <summary>{TalkLabel::FurtherSteps.text(locale)}</summary>
                        <ol class="repair-lines">{further}</ol>
                    </details>
                })}
            </section>
        })
    })
}

/// The step to try now, with its button.
fn offered(
    desk: DeskState,
    looking: Looking,
    heading: NodeRef<H2>,
    rung: &LadderRung,
    currency: Currency,
) -> View {
    let shown = terms(desk, rung, currency);
    let rung = rung.clone();
    let offer = move |_| {
        let Some(selected) = desk.selected.get_untracked() else {
            return;
        };
        if looking.outdated.get_untracked() {
            return;
        }
        let option = selected.draft.with_step(&rung, currency);
        let figures = OfferLine::of(&rung.proposal, &rung.judged.totals);
        desk.session.change(|draft| {
            let place = draft.selected;
            if let Some(selected) = draft.options.get_mut(place) {
                selected.clone_from(&option);
            }
            draft.note(Said {
                step: Some(rung.place),
                ..said(Side::Us, option, figures)
            });
        });
        focus(heading);
    };
    view! {
        {shown}
        <button
            type="button"
            class="button"
            disabled=move || looking.greyed.get()
            on:click=offer
        >
            {TalkLabel::OfferStep.text(desk.locale)}
        </button>
    }
}

/// What a step gives, what it asks, what it costs.
fn terms(desk: DeskState, rung: &LadderRung, currency: Currency) -> View {
    let locale = desk.locale;
    let part = |label: TalkLabel, sentences: Vec<String>| {
        let sentences: Vec<View> = sentences
            .into_iter()
            .map(|sentence| view! { <dd>{sentence}</dd> })
            .collect();
        (!sentences.is_empty()).then(|| view! { <dt>{label.text(locale)}</dt>{sentences} })
    };
    let asks = rung.ask.iter();
    let asks = asks.map(|one| ask(locale, *one, rung, currency)).collect();
    view! {
        <dl class="step-terms">
            {part(TalkLabel::Give, gives(locale, rung, currency))}
            {part(TalkLabel::AskFor, asks)}
            {part(TalkLabel::CostsUs, vec![cost(locale, rung.cost, currency)])}
        </dl>
    }
}
