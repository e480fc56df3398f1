//! The draft on the device: kept a moment after each change, never over what another tab has kept since.

use std::time::Duration;

use leptos::leptos_dom::helpers::debounce;
use leptos::prelude::*;

use crate::text::{Label, Locale};
use crate::ui::browser::{listen, storage};
use crate::ui::model::Draft;
use crate::ui::session::Session;
use crate::ui::view::{View, effect, view};

const DRAFT: &str = "quittance-draft";
const BEFORE: &str = "quittance-draft-before";
const LOCALE: &str = "quittance-language";
const PAUSE: Duration = Duration::from_millis(250);

/// What is known about the draft on the device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// It can be kept.
    Kept,
    /// The browser keeps nothing.
    Refused,
    /// Another tab has kept something since; a person must choose.
    KeptElsewhere,
}

/// The keeping of a draft.
#[derive(Clone, Copy)]
pub struct Saving {
    session: Session,
    state: RwSignal<State>,
    /// The count of the text that this tab last read or wrote: each writing counts one up.
    known: StoredValue<u64>,
    /// The draft of that text.
    last: StoredValue<Draft>,
}

/// A kept text: its count and the draft.
fn parse(text: &str) -> Option<(u64, Draft)> {
    let (count, draft) = text.split_once('\n')?;
    Some((count.parse().ok()?, Draft::from_text(draft)?))
}

/// The draft on the device, if there is one that can be read.
pub fn kept() -> Option<Draft> {
    let text = storage::read(DRAFT).ok().flatten()?;
    parse(&text).map(|(_, draft)| draft)
}

/// The draft that gave way to the one that stands.
pub fn kept_before(session: Session) -> Option<Draft> {
    if !session.owns_page {
        return None;
    }
    Draft::from_text(&storage::read(BEFORE).ok().flatten()?)
}

/// Keeps the draft that gives way, where the app owns its page. If it cannot be kept, it lasts as long as
/// the page.
pub fn keep_before(session: Session, draft: &Draft) {
    if session.owns_page {
        let _ = storage::write(BEFORE, &draft.to_device_text());
    }
}

/// The language chosen here before.
pub fn kept_locale() -> Option<Locale> {
    Locale::from_code(&storage::read(LOCALE).ok().flatten()?)
}

/// Keeps the language chosen, where the app owns its page. If it cannot be kept, the next visit asks the
/// browser again.
pub fn keep_locale(session: Session, locale: Locale) {
    if session.owns_page {
        keep_locale_here(locale);
    }
}

/// Keeps the language chosen on a page of ours.
pub fn keep_locale_here(locale: Locale) {
    let _ = storage::write(LOCALE, locale.code());
}

impl Saving {
    /// Starts keeping; does nothing for an app that is a guest on its page.
    pub fn start(session: Session) -> Self {
        let saving = Self {
            session,
            state: RwSignal::new(State::Kept),
            known: StoredValue::new(0),
            last: StoredValue::new(session.draft.get_untracked()),
        };
        if session.owns_page {
            saving.begin();
        }
        saving
    }

    fn begin(self) {
        match storage::read(DRAFT) {
            Err(_) => self.state.set(State::Refused),
            Ok(text) => {
                let count = text
                    .and_then(|text| parse(&text))
                    .map_or(0, |(count, _)| count);
                self.known.set_value(count);
            }
        }
        let mut later = debounce(PAUSE, move |()| self.keep());
        effect(move || {
            self.session.draft.track();
            later(());
        });
        StoredValue::new_local(listen::page_leaves(move || self.keep()));
        StoredValue::new_local(listen::other_tab_keeps(DRAFT, move || self.look()));
    }

    /// Whether the device holds something that this tab has not seen.
    fn look(self) {
        let Ok(text) = storage::read(DRAFT) else {
            return;
        };
        let Some((count, draft)) = text.and_then(|text| parse(&text)) else {
            return;
        };
        if count == self.known.get_value() {
            return;
        }
        if self.session.draft.with_untracked(|mine| *mine == draft) {
            self.known.set_value(count);
            self.last.set_value(draft);
        } else {
            self.state.set(State::KeptElsewhere);
        }
    }

    /// Keeps the draft, unless nothing changed or another tab was here since.
    fn keep(self) {
        let draft = self.session.draft.get_untracked();
        if self.last.with_value(|last| *last == draft) {
            return;
        }
        self.look();
        if self.state.get_untracked() != State::KeptElsewhere {
            self.write(draft);
        }
    }

    fn write(self, draft: Draft) {
        let count = self.known.get_value().saturating_add(1);
        match storage::write(DRAFT, &format!("{count}\n{}", draft.to_device_text())) {
            Ok(()) => {
                self.known.set_value(count);
                self.last.set_value(draft);
                self.state.set(State::Kept);
            }
            Err(_) => self.state.set(State::Refused),
        }
    }

    /// Takes what the other tab has kept.
    fn take_theirs(self) {
        let kept = storage::read(DRAFT)
            .ok()
            .flatten()
            .and_then(|text| parse(&text));
        if let Some((count, draft)) = kept {
            self.known.set_value(count);
            self.last.set_value(draft.clone());
            self.session.draft.set(draft);
        }
        self.state.set(State::Kept);
    }

    /// Keeps this tab's draft over the other's, because a person said so.
    fn keep_mine(self) {
        let kept = storage::read(DRAFT)
            .ok()
            .flatten()
            .and_then(|text| parse(&text));
        if let Some((count, _)) = kept {
            self.known.set_value(count);
        }
        self.write(self.session.draft.get_untracked());
    }
}

/// What a person must know about the keeping, if anything.
pub fn notice(session: Session, saving: Saving) -> View {
    View::live(move || {
        let locale = session.locale.get();
        match saving.state.get() {
            State::Kept => None,
            State::Refused => Some(
                view! { <div class="notice" role="status">{Label::KeepsNoDraft.text(locale)}</div> },
            ),
            State::KeptElsewhere => Some(view! {
                <div class="notice" role="status">
                    <span>{Label::ChangedElsewhere.text(locale)}</span>
                    <button type="button" class="button" on:click=move |_| saving.take_theirs()>
                        {Label::TakeTheirs.text(locale)}
                    </button>
                    <button type="button" class="button" on:click=move |_| saving.keep_mine()>
                        {Label::KeepMine.text(locale)}
                    </button>
                </div>
            }),
        }
    })
}
