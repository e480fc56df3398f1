//! The note of payments of one agreement on this device: read, kept, forgotten, and never over what another tab kept.

use leptos::prelude::*;

use super::keeping::Keeping;
use crate::engine::claim::PaymentReceived;
use crate::ui::browser::{listen, storage};
use crate::ui::model::payments::{NoteProblem, PaymentNote};
use crate::ui::session::Session;

/// What is known about the note on the device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It can be kept.
    Kept,
    /// The browser keeps nothing.
    Refused,
    /// Something is kept that is no note.
    Unreadable,
    /// This is another's page, where nothing is ever kept.
    Guest,
}

/// The note of one agreement, with what is being typed for it.
#[derive(Clone, Copy)]
pub struct Noted {
    name: StoredValue<String>,
    /// The payments.
    pub note: RwSignal<PaymentNote>,
    /// Whether they are kept.
    pub state: RwSignal<State>,
    /// The day as it is typed.
    pub day: RwSignal<String>,
    /// The amount as it is typed.
    pub amount: RwSignal<String>,
    /// What is wrong with either.
    pub problem: RwSignal<Option<NoteProblem>>,
    /// What came of saving.
    pub keeping: Keeping,
}

impl Noted {
    /// The note that is kept under an agreement's code; an empty one where there is none.
    pub fn of(session: Session, code: &str) -> Self {
        let noted = Self {
            name: StoredValue::new(format!("quittance-payments-{code}")),
            note: RwSignal::new(PaymentNote::default()),
            state: RwSignal::new(State::Guest),
            day: RwSignal::new(String::new()),
            amount: RwSignal::new(String::new()),
            problem: RwSignal::new(None),
            keeping: Keeping::new(),
        };
        if session.owns_page {
            let (note, state) = noted.kept();
            noted.state.set(state);
            noted.note.set(note.unwrap_or_default());
            let name = noted.name.get_value();
            StoredValue::new_local(listen::other_tab_keeps(&name, move || noted.look()));
        }
        noted
    }

    /// What the device holds.
    fn kept(self) -> (Option<PaymentNote>, State) {
        match self.name.with_value(|name| storage::read(name)) {
            Err(storage::Refused) => (None, State::Refused),
            Ok(None) => (Some(PaymentNote::default()), State::Kept),
            Ok(Some(text)) => match PaymentNote::from_text(&text) {
                Some(note) => (Some(note), State::Kept),
                None => (None, State::Unreadable),
            },
        }
    }

    /// Takes what another tab has kept since. Where nothing could be kept here, there is nothing to take.
    fn look(self) {
        if self.state.get_untracked() == State::Kept
            && let (Some(kept), State::Kept) = self.kept()
            && self
                .note
                .with_untracked(|note| note.payments() != kept.payments())
        {
            self.note.update(|note| note.take(kept));
        }
    }

    /// Changes the note that the device holds now, and keeps it.
    fn change(self, change: impl FnOnce(&mut PaymentNote)) {
        self.look();
        self.note.update(change);
        if self.state.get_untracked() == State::Guest {
            return;
        }
        let text = self.note.with_untracked(PaymentNote::to_text);
        let empty = self.note.with_untracked(|note| note.payments().is_empty());
        let done = self.name.with_value(|name| {
            if empty {
                storage::forget(name)
            } else {
                storage::write(name, &text)
            }
        });
        let state = match done {
            Ok(()) => State::Kept,
            Err(storage::Refused) => State::Refused,
        };
        // Only what changes is drawn again.
        if self.state.get_untracked() != state {
            self.state.set(state);
        }
    }

    /// Notes a payment.
    pub fn add(self, payment: PaymentReceived) {
        self.change(|note| note.add(payment));
    }

    /// Takes a payment out.
    pub fn remove(self, payment: PaymentReceived) {
        self.change(|note| note.remove(payment));
    }

    /// Takes the last step back.
    pub fn undo(self) {
        self.change(PaymentNote::undo);
    }

    /// Takes every payment out, and everything off the device.
    pub fn forget(self) {
        self.change(PaymentNote::clear);
    }
}
