//! What would pass in place of an option that may not be agreed to: the nearest changes, each with its button.

use leptos::html::H2;
use leptos::prelude::*;

use super::DeskState;
use super::looking::Looking;
use super::offer_log::{figures_of, said};
use crate::engine::money::Currency;
use crate::engine::negotiate::{Repair, Repairs};
use crate::text::TalkLabel;
use crate::text::negotiation::{change, meets, titles};
use crate::text::offer_line::OfferLine;
use crate::ui::model::{Draft, Found, Side};
use crate::ui::parts::{focus, fresh_id};
use crate::ui::view::{View, view};

/// So many ways are shown at first: more are not compared on a call.
const SHOWN_AT_FIRST: usize = 3;

/// The ways to make the selected option pass. Taking one leaves the focus at the heading of the verdict.
pub fn repairs(desk: DeskState, looking: Looking, heading: NodeRef<H2>) -> View {
    View::live(move || {
        let found = looking.found.read();
        let Found {
            currency, repairs, ..
        } = found.as_ref()?;
        let repairs = repairs.as_ref()?;
        Some(view! {
            <section class="repairs" class:stale-block=move || looking.greyed.get()>
                <h3>{TalkLabel::WhatWouldPass.text(desk.locale)}</h3>
                {answers(desk, repairs, *currency, looking, heading)}
            </section>
        })
    })
}

fn answers(
    desk: DeskState,
    repairs: &Repairs,
    currency: Currency,
    looking: Looking,
    heading: NodeRef<H2>,
) -> View {
    let locale = desk.locale;
    if repairs.found.is_empty() {
        let apart = repairs.beyond.is_empty();
        let (label, rules) = if apart {
            (TalkLabel::RulesApart, &repairs.apart)
        } else {
            (TalkLabel::BeyondTerms, &repairs.beyond)
        };
        let listed: Vec<View> = titles(locale, rules)
            .into_iter()
            .map(|title| view! { <li>{title}</li> })
            .collect();
        let nothing = TalkLabel::NothingNear.text(locale);
        return view! {
            {apart.then(|| view! { <p class="hint">{nothing}</p> })}
            {(!listed.is_empty()).then(|| view! {
                <p class="hint">{label.text(locale)}</p>
                <ul class="beyond">{listed}</ul>
            })}
        };
    }
    let mut first: Vec<View> = repairs
        .found
        .iter()
        .map(|repair| line(desk, repair, currency, looking, heading))
        .collect();
    let more = first.split_off(SHOWN_AT_FIRST.min(first.len()));
    let count = more.len();
    view! {
        <ul class="repair-lines">{first}</ul>
        {(count > 0).then(|| view! {
            <details>
                <summary>{TalkLabel::MoreWays.text(locale)} " (" {count} ")"</summary>
                <ul class="repair-lines">{more}</ul>
            </details>
        })}
    }
}

fn line(
    desk: DeskState,
    repair: &Repair,
    currency: Currency,
    looking: Looking,
    heading: NodeRef<H2>,
) -> View {
    let locale = desk.locale;
    let words: Vec<View> = repair
        .changes
        .iter()
        .map(|one| view! { <p>{change(locale, one, currency)}</p> })
        .collect();
    let figures = OfferLine::of(&repair.proposal, &repair.judged.totals);
    let changes = repair.changes.clone();
    // Nothing once something else is asked, even in the moment before the buttons say so.
    let option = move || {
        if looking.outdated.get_untracked() {
            return None;
        }
        let selected = desk.selected.get_untracked()?;
        Some(selected.draft.with_changes(&changes, currency))
    };
    let option = StoredValue::new(option);
    let apply = move |_| {
        let Some(option) = option.with_value(|option| option()) else {
            return;
        };
        desk.session.change(|draft| {
            let place = draft.selected;
            if let Some(selected) = draft.options.get_mut(place) {
                selected.clone_from(&option);
            }
            draft.note(said(Side::Us, option, figures));
        });
        // The button goes with its line: whoever uses the keyboard stands before what has changed.
        focus(heading);
    };
    let beside = move |_| {
        if let Some(option) = option.with_value(|option| option()) {
            desk.session.change(|draft| draft.put_beside(option));
        }
    };
    let full = move || looking.greyed.get() || !desk.session.draft.with(Draft::has_room);
    let id = fresh_id();
    let (for_use, for_beside) = (id.clone(), id.clone());
    view! {
        <li>
            <div id=id>{words}</div>
            <p class="hint">{figures_of(figures, locale, currency)}</p>
            <p class="hint">{meets(locale, &repair.mends)}</p>
            <div class="button-row">
                <button
                    type="button"
                    class="button"
                    aria-describedby=for_use
                    disabled=move || looking.greyed.get()
                    on:click=apply
                >
                    {TalkLabel::UseThis.text(locale)}
                </button>
                <button
                    type="button"
                    class="button plain"
                    aria-describedby=for_beside
                    disabled=full
                    on:click=beside
                >
                    {TalkLabel::PutBeside.text(locale)}
                </button>
            </div>
        </li>
    }
}
