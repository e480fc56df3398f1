//! What was said on the call: the borrower's offers and ours, the newest first, each of which can be put back on the
//! desk or taken back.

use leptos::html::H2;
use leptos::prelude::*;

use super::DeskState;
use crate::engine::money::Currency;
use crate::text::offer_line::OfferLine;
use crate::text::{Label, Locale, TalkLabel};
use crate::ui::browser::today;
use crate::ui::model::{Draft, OptionDraft, Said, Side};
use crate::ui::parts::field::{Keyboard, TextField, no_problem, text_input};
use crate::ui::parts::{focus, fresh_id};
use crate::ui::session::Session;
use crate::ui::view::{View, view};

/// A line of the log, said now.
pub fn said(by: Side, option: OptionDraft, line: OfferLine) -> Said {
    Said {
        at: today::time(),
        by,
        option,
        line,
        step: None,
        remark: String::new(),
    }
}

/// The figures of an offer, broken between lines only where that does not tear them.
pub fn figures_of(line: OfferLine, locale: Locale, currency: Currency) -> View {
    let parts = line.parts(locale, currency).into_iter();
    parts
        .map(|part| view! { <span class="whole">{part}</span> })
        .collect()
}

/// The log.
pub fn offer_log(desk: DeskState) -> View {
    let locale = desk.locale;
    // A remark that is being typed is not among what makes the lines anew.
    let lines = Memo::new(move |_| {
        desk.session.draft.with(|draft| {
            let line = |said: &Said| (said.at.clone(), said.by, said.line);
            draft.log.iter().map(line).collect::<Vec<_>>()
        })
    });
    let heading = NodeRef::<H2>::new();
    let all = move || -> Vec<View> {
        let lines = lines.read();
        let lines = lines.iter().enumerate().rev();
        lines
            .map(|(place, (at, by, figures))| line(desk, heading, place, at, *by, *figures))
            .collect()
    };
    view! {
        <section class="offer-log">
            <h2 tabindex="-1" node_ref=heading>{TalkLabel::OfferLog.text(locale)}</h2>
            <div class="button-row">
                {note_button(desk, TalkLabel::NoteBorrowers, Side::Borrower)}
                {note_button(desk, TalkLabel::NoteOurs, Side::Us)}
            </div>
            <ol class="said">{all}</ol>
            <p class="hint">{TalkLabel::LogIsPrivate.text(locale)}</p>
        </section>
    }
}

/// Notes the selected option as it stands; shut while it does not.
fn note_button(desk: DeskState, label: TalkLabel, by: Side) -> View {
    let note = move |_| {
        let Some(view) = desk.selected.get_untracked() else {
            return;
        };
        if let Ok(good) = view.result {
            let figures = OfferLine::of(&good.proposal, &good.worked.totals);
            let said = said(by, view.draft, figures);
            desk.session.change(|draft| draft.note(said));
        }
    };
    let stands = Memo::new(move |_| {
        let selected = desk.selected.read();
        selected.as_ref().is_some_and(|view| view.result.is_ok())
    });
    view! {
        <button type="button" class="button" disabled=move || !stands.get() on:click=note>
            {label.text(desk.locale)}
        </button>
    }
}

fn lines_now(session: Session) -> usize {
    session.draft.with_untracked(|draft| draft.log.len())
}

fn line(
    desk: DeskState,
    heading: NodeRef<H2>,
    place: usize,
    at: &str,
    by: Side,
    figures: OfferLine,
) -> View {
    let locale = desk.locale;
    let by = match by {
        Side::Borrower => Label::Borrower.text(locale),
        Side::Us => TalkLabel::ByUs.text(locale),
    };
    let currency = desk.currency();
    let words = move || {
        let currency = currency.get()?;
        Some(figures_of(figures, locale, currency))
    };
    let session = desk.session;
    let act = move |label: TalkLabel, act: fn(&mut Draft, usize), described: String| {
        view! {
            <button
                type="button"
                class="button plain"
                aria-describedby=described
                on:click=move |_| {
                    let before = lines_now(session);
                    session.change(|draft| act(draft, place));
                    // A line that was taken back goes with its buttons.
                    if lines_now(session) < before {
                        focus(heading);
                    }
                }
            >
                {label.text(locale)}
            </button>
        }
    };
    let (id, remark_id) = (fresh_id(), fresh_id());
    let remark = text_input(
        &TextField {
            label: String::new(),
            keyboard: Keyboard::Text,
            value: Signal::derive(move || {
                session.draft.with(|draft| {
                    let said = draft.log.get(place);
                    said.map(|said| said.remark.clone()).unwrap_or_default()
                })
            }),
            placeholder: Signal::derive(move || TalkLabel::RemarkExample.text(locale).to_owned()),
            problem: no_problem(),
            on_text: Callback::new(move |text: String| {
                session.draft.update(|draft| draft.remark(place, &text));
            }),
            amount_in: None,
            focus: None,
        },
        remark_id.clone(),
    );
    view! {
        <li>
            <p id=id.clone()>
                <span class="hint">{at.to_owned()} " " {by}</span> " "
                <span class="said-figures">{View::live(words)}</span>
            </p>
            <div class="said-answer">
                <label class="heard" for=remark_id>{TalkLabel::Remark.text(locale)}</label>
                {remark}
                {act(TalkLabel::PutOnDesk, Draft::put_on_desk, id.clone())}
                {act(TalkLabel::TakeBack, Draft::take_back, id)}
            </div>
        </li>
    }
}
