//! Printing and copying, and what came of these and of saving.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::ready::Ready;
use super::saving::files;
use super::shown::Shown;
use crate::share::Verified;
use crate::text::borrower::other_figures;
use crate::text::{Label, Locale, plain};
use crate::ui::browser::{self, clipboard, print};
use crate::ui::session::Session;
use crate::ui::view::{View, view};

/// What came of the last press of a button.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Outcome {
    Copied,
    /// The browser refused: the text, to be copied by hand.
    NotCopied(String),
    Saved,
    NotSaved,
}

/// The outcome of keeping, shared by the buttons of one page.
#[derive(Clone, Copy)]
pub struct Keeping(RwSignal<Option<Outcome>>);

impl Keeping {
    /// Nothing was pressed yet.
    #[must_use]
    pub fn new() -> Self {
        Self(RwSignal::new(None))
    }

    /// Saves a link's text as a file of its own, which every page of ours opens.
    pub fn save_link(self, text: &str) {
        let saved = browser::files::save("agreement.quittance", "text/plain;charset=utf-8", text);
        self.0.set(Some(if saved {
            Outcome::Saved
        } else {
            Outcome::NotSaved
        }));
    }

    /// Copies a text.
    pub fn copy(self, text: String) {
        spawn_local(async move {
            let outcome = match clipboard::copy(text.clone()).await {
                Ok(()) => Outcome::Copied,
                Err(clipboard::NotCopied) => Outcome::NotCopied(text),
            };
            // The page may have been left meanwhile: then there is nobody to tell.
            let _ = self.0.try_set(Some(outcome));
        });
    }

    /// Notes whether a file was taken.
    pub(super) fn saved(self, taken: bool) {
        self.0.set(Some(if taken {
            Outcome::Saved
        } else {
            Outcome::NotSaved
        }));
    }

    /// What came of the last press, told to those who listen too.
    #[must_use]
    pub fn outcome(self, session: Session) -> View {
        let words = move || {
            let locale = session.locale.get();
            let label = self.0.get().map(|outcome| match outcome {
                Outcome::Copied => Label::Copied,
                Outcome::NotCopied(_) => Label::CopyFailed,
                Outcome::Saved => Label::FileSaved,
                Outcome::NotSaved => Label::FileNotSaved,
            });
            label.map(|label| label.text(locale))
        };
        let by_hand = move || match self.0.get() {
            Some(Outcome::NotCopied(text)) => {
                let label = Label::CopyText.text(session.locale.get());
                let field = view! {
                    <textarea class="by-hand" readonly rows="4" aria-label=label prop:value=text></textarea>
                };
                Some(field)
            }
            _ => None,
        };
        view! {
            <p class="outcome" role="status">
                {words}
            </p>
            {by_hand}
        }
    }

    /// Which paper; then print it, save files of it, copy it in full and as a short message.
    #[must_use]
    pub fn buttons(
        self,
        session: Session,
        locale: Locale,
        ready: StoredValue<Ready>,
        shown: Shown,
    ) -> View {
        // Printing prints the whole page, which is another's where this is embedded.
        let printing = session.owns_page.then(|| {
            let button = button(Label::Print.text(locale), false, |()| print::print());
            view! {
                {button}
                <p class="hint">{Label::PrintMayFail.text(locale)}</p>
            }
        });
        let copy = move |()| self.copy(ready.with_value(|ready| full_text(locale, ready, shown)));
        let copy_short = move |()| {
            self.copy(ready.with_value(|ready| short_text(session, locale, ready)));
        };
        view! {
            {shown.choice(locale)}
            <div class="keep-buttons">
                {files(self, session, locale, ready, shown)} {printing}
                {button(Label::CopyText.text(locale), false, copy)}
                {button(Label::CopyShortText.text(locale), false, copy_short)}
            </div>
        }
    }
}

/// The paper that is shown, as text.
#[must_use]
pub fn full_text(locale: Locale, ready: &Ready, shown: Shown) -> String {
    let paper = ready.document.paper(shown.kind());
    let whole = plain::whole(shown.languages(locale), &paper, ready.currency());
    as_it_stands(locale, ready, whole)
}

/// A text under the warning that its figures are not those of the sender, where they are not.
fn as_it_stands(locale: Locale, ready: &Ready, text: String) -> String {
    let Some(Verified::OtherFigures {
        paid_in_link,
        paid_here,
    }) = ready.verified
    else {
        return text;
    };
    let words = other_figures(locale, paid_in_link, paid_here, ready.currency());
    format!("{}\n{words}\n\n{text}", Label::NotVerified.text(locale))
}

/// The document in a few lines, with its link where it has one.
fn short_text(session: Session, locale: Locale, ready: &Ready) -> String {
    let short = plain::short(locale, &ready.document, ready.currency());
    let short = as_it_stands(locale, ready, short);
    match super::share_panel::own_link(session, ready) {
        Some(link) => format!("{short}\n{link}"),
        None => short,
    }
}

/// A button with a verb.
#[must_use]
pub fn button(words: &'static str, primary: bool, act: impl Fn(()) + 'static) -> View {
    view! {
        <button type="button" class="button" class:primary=primary on:click=move |_| act(())>
            {words}
        </button>
    }
}

/// A button whose words hold a figure.
#[must_use]
pub fn button_of(words: String, act: impl Fn(()) + 'static) -> View {
    view! {
        <button type="button" class="button" on:click=move |_| act(())>
            {words}
        </button>
    }
}
