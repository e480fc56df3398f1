//! The shell: the head with the language switch, and the screen that stands below it.

use leptos::prelude::*;

use super::browser::{address, language, listen};
use super::desk::desk;
use super::desk::saving::{self, Saving};
use super::model::signing::Intended;
use super::reader::{agreement_page, reader};
use super::session::Session;
use crate::share::TextKind;
use crate::text::{Label, Locale};
use crate::ui::view::{View, effect, view};

/// What stands below the head.
#[derive(Clone, Debug, PartialEq)]
enum Screen {
    /// The agent's desk.
    Desk,
    /// The agreement that an option makes.
    Agreement(Vec<Intended>),
    /// What a link holds.
    Reader(String),
}

impl Screen {
    fn of_address(owns_page: bool) -> Self {
        let fragment = if owns_page {
            address::fragment()
        } else {
            String::new()
        };
        // A gateway that escapes the sign makes `#%23q1.`: the reader says what it makes of it.
        let escaped = fragment.starts_with("#%23");
        if escaped || TextKind::of(&fragment).is_some() {
            Self::Reader(fragment)
        } else {
            Self::Desk
        }
    }
}

/// The whole app.
pub fn app() -> View {
    let session = Session::current();
    let screen = RwSignal::new(Screen::of_address(session.owns_page));
    let saving = Saving::start(session);
    if session.owns_page {
        let listening = listen::fragment_changes(move || screen.set(Screen::of_address(true)));
        StoredValue::new_local(listening);
        effect(move || language::declare(session.locale.get().lang()));
    }
    let body_ref = NodeRef::<leptos::html::Div>::new();
    let mut first = true;
    effect(move || {
        screen.track();
        let another = !std::mem::take(&mut first);
        // Another screen begins at its top, and whoever uses the keyboard stands there too.
        if let (true, Some(body)) = (another, body_ref.get_untracked()) {
            body.scroll_into_view();
            let _ = body.focus();
        }
    });
    let to_desk = Callback::new(move |()| {
        if session.owns_page {
            address::clear_fragment();
        }
        screen.set(Screen::Desk);
    });
    let to_agreement =
        Callback::new(move |intended: Vec<Intended>| screen.set(Screen::Agreement(intended)));
    let to_link = Callback::new(move |link: String| screen.set(Screen::Reader(link)));
    // What a screen reads while it is made is its own matter: only another screen takes its place.
    let body = move || match screen.get() {
        Screen::Desk => untrack(|| desk(to_agreement, to_link)),
        Screen::Agreement(intended) => untrack(|| agreement_page(intended, to_desk)),
        Screen::Reader(fragment) => untrack(|| reader(&fragment, to_desk)),
    };
    view! {
        <div
            class="quittance"
            class:owns-page=session.owns_page
            lang=move || session.locale.get().lang()
        >
            <header class="app-head">
                <span class="app-name" lang="en">"Quittance"</span>
                <span class="hint">{move || mode(&screen.read(), session.locale.get())}</span>
                {language_switch(session)}
            </header>
            {saving::notice(session, saving)}
            <div class="screen" tabindex="-1" node_ref=body_ref>{body}</div>
        </div>
    }
}

fn mode(screen: &Screen, locale: Locale) -> &'static str {
    let label = match screen {
        Screen::Desk => Label::Desk,
        Screen::Agreement(_) | Screen::Reader(_) => Label::Agreement,
    };
    label.text(locale)
}

/// A button in the other language, for whoever reads that one.
fn language_switch(session: Session) -> View {
    let other = move || session.locale.get().other();
    view! {
        <button
            type="button"
            class="button plain"
            lang=move || other().lang()
            on:click=move |_| {
                let next = session.locale.get_untracked().other();
                session.locale.set(next);
                saving::keep_locale(session, next);
            }
        >
            {move || other().own_name()}
        </button>
    }
}
