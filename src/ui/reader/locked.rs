//! A link under a passphrase: nothing of it is shown before the passphrase opens it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::keeping::button;
use super::reader::{fault_view, reader, to_desk};
use crate::share::locked::{Locked, Phrase, unlocked};
use crate::text::{Locale, TrustLabel};
use crate::ui::browser::crypto::Unable;
use crate::ui::browser::passphrase::unlock;
use crate::ui::model::faults::fault_of_link;
use crate::ui::parts::field::{Keyboard, TextField, text_field};
use crate::ui::session::Session;
use crate::ui::view::{IntoView, View, view};

/// The page that asks for the passphrase, and what it opens.
#[must_use]
pub fn locked_reader(session: Session, text: &str, on_desk: Callback<()>) -> View {
    let locked = match Locked::read(text) {
        Ok(locked) => StoredValue::new(locked),
        Err(error) => return fault_view(session, fault_of_link(error), on_desk),
    };
    let typed = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<TrustLabel>);
    let opened = RwSignal::new(None::<String>);
    let act = move |()| {
        let Some(phrase) = Phrase::typed(&typed.get_untracked()) else {
            problem.set(Some(TrustLabel::NotAPhrase));
            return;
        };
        problem.set(None);
        spawn_local(async move {
            let text = match unlock(&phrase, &locked.get_value()).await {
                Err(Unable) => Err(TrustLabel::CannotUnlock),
                Ok(plain) => plain
                    .and_then(|plain| unlocked(&plain))
                    .ok_or(TrustLabel::WrongPhrase),
            };
            // The page may have been left meanwhile.
            let _ = match text {
                Ok(text) => opened.try_set(Some(text)).map(|_| ()),
                Err(said) => problem.try_set(Some(said)).map(|_| ()),
            };
        });
    };
    let body = move || match opened.get() {
        Some(text) => untrack(|| reader(&text, on_desk)),
        None => asked(
            session,
            session.locale.get(),
            (typed, problem),
            act,
            on_desk,
        ),
    };
    body.into_view()
}

fn asked(
    session: Session,
    locale: Locale,
    (typed, problem): (RwSignal<String>, RwSignal<Option<TrustLabel>>),
    act: impl Fn(()) + 'static,
    on_desk: Callback<()>,
) -> View {
    let field = text_field(&TextField {
        label: TrustLabel::PhraseIs.text(locale).to_owned(),
        keyboard: Keyboard::Text,
        value: typed.into(),
        placeholder: Signal::stored(String::new()),
        problem: Signal::derive(move || {
            let locale = session.locale.get();
            problem.get().map(|label| label.text(locale).to_owned())
        }),
        on_text: Callback::new(move |text| typed.set(text)),
        amount_in: None,
        focus: None,
    });
    view! {
        <main class="fault">
            <h1>{TrustLabel::LockedTitle.text(locale)}</h1>
            <p>{TrustLabel::LockedHint.text(locale)}</p>
            {field}
            <div class="button-row">{button(TrustLabel::Unlock.text(locale), true, act)}</div>
            {to_desk(locale, on_desk)}
        </main>
    }
}
