//! Which paper of an agreement is shown, and in which languages: what is printed, copied and saved is what is shown.

use leptos::prelude::*;

use crate::agreement::PaperKind;
use crate::text::plain::paper_title;
use crate::text::{Label, Languages, Locale};
use crate::ui::view::{View, view};

/// The choice of one page.
#[derive(Clone, Copy)]
pub struct Shown {
    kind: RwSignal<PaperKind>,
    both: RwSignal<bool>,
}

impl Shown {
    /// The agreement, in the language of the screen.
    #[must_use]
    pub fn new() -> Self {
        Self {
            kind: RwSignal::new(PaperKind::Agreement),
            both: RwSignal::new(false),
        }
    }

    /// The paper that is shown.
    #[must_use]
    pub fn kind(self) -> PaperKind {
        self.kind.get()
    }

    /// Its languages, on a screen in this one.
    #[must_use]
    pub fn languages(self, locale: Locale) -> Languages {
        if self.both.get() {
            Languages::Both
        } else {
            Languages::One(locale)
        }
    }

    /// The buttons that choose.
    #[must_use]
    pub fn choice(self, locale: Locale) -> View {
        let papers: Vec<View> = PaperKind::ALL
            .into_iter()
            .map(|kind| {
                view! {
                    <button
                        type="button"
                        class="button"
                        aria-pressed=move || (self.kind.get() == kind).to_string()
                        on:click=move |_| self.kind.set(kind)
                    >
                        {paper_title(locale, kind)}
                    </button>
                }
            })
            .collect();
        view! {
            <div class="keep-buttons" role="group" aria-label=Label::WhichPaper.text(locale)>
                {papers}
                <button
                    type="button"
                    class="button"
                    aria-pressed=move || self.both.get().to_string()
                    on:click=move |_| self.both.update(|both| *both = !*both)
                >
                    {Label::BothLanguages.text(locale)}
                </button>
            </div>
        }
    }
}
