//! Steps back and forward over the options and the log: by button, and by the usual keys outside of text fields.

use std::time::Duration;

use leptos::leptos_dom::helpers::debounce;
use leptos::prelude::*;

use super::DeskState;
use crate::text::Label;
use crate::ui::browser::keys::{self, Asked};
use crate::ui::model::{Draft, History};
use crate::ui::session::Session;
use crate::ui::view::{View, effect, view};

/// What is typed without such a pause is one step.
const PAUSE: Duration = Duration::from_millis(600);

/// Makes a step of what was typed, whenever the typing pauses.
pub fn settle_in_pauses(session: Session) {
    session.settle();
    let mut settle = debounce(PAUSE, move |()| session.settle());
    effect(move || {
        session.draft.track();
        settle(());
    });
}

/// What the keys of undo and redo do at the desk.
pub fn by_keys(session: Session, event: &leptos::ev::KeyboardEvent) {
    let Some(asked) = keys::asked(event) else {
        return;
    };
    event.prevent_default();
    session.step(match asked {
        Asked::Undo => History::back,
        Asked::Redo => History::forward,
    });
}

/// The two buttons. One that can do nothing more keeps the focus: it may have been pressed just now.
pub fn undo_and_redo(desk: DeskState) -> View {
    let button =
        move |label: Label, can: fn(&History, &Draft) -> bool, go: fn(&mut History, &mut Draft)| {
            let session = desk.session;
            let can = Memo::new(move |_| {
                let draft = session.draft.read();
                session.history.with(|history| can(history, &draft))
            });
            view! {
                <button
                    type="button"
                    class="button plain"
                    aria-disabled=move || (!can.get()).then_some("true")
                    on:click=move |_| session.step(go)
                >
                    {label.text(desk.locale)}
                </button>
            }
        };
    view! {
        {button(Label::Undo, History::has_back, History::back)}
        {button(Label::Redo, History::has_forward, History::forward)}
    }
}
