//! The state that every part of the app shares: what was typed, and what follows from it.

use std::sync::Arc;

use leptos::prelude::*;

use super::browser::today;
use crate::text::Locale;
use crate::ui::model::{
    Draft, Evaluated, History, MOST_OPTIONS, OpenCase, OpenError, OptionDraft, Refusal, evaluate,
    open_case,
};

/// An option as it stands: what was typed, what it comes to, and what it last came to when it could be read.
#[derive(Clone, Debug, PartialEq)]
pub struct OptionView {
    pub draft: OptionDraft,
    pub result: Result<Arc<Evaluated>, Refusal>,
    pub last_good: Option<Arc<Evaluated>>,
    /// When the last good result was worked out, if it is not this one: `14:32`.
    pub good_at: Option<String>,
}

/// What every part of the app can reach. Copied freely: it holds signals only.
#[derive(Clone, Copy)]
pub struct Session {
    /// The language of everything on screen.
    pub locale: RwSignal<Locale>,
    /// Everything typed.
    pub draft: RwSignal<Draft>,
    /// The case that the draft holds.
    pub open: Memo<Result<OpenCase, OpenError>>,
    /// The last case that could be read, so that a slip of the keyboard blanks nothing.
    pub last_open: Memo<Option<OpenCase>>,
    /// The options that can stand side by side; `None` where there is none.
    pub options: [Memo<Option<OptionView>>; MOST_OPTIONS],
    /// Steps back and forward.
    pub history: RwSignal<History>,
    /// Whether this is the only thing on the page. Where it is not, nothing outside its own root is touched:
    /// no storage, no address, no listeners on the window.
    pub owns_page: bool,
}

impl Session {
    /// A session over a draft.
    #[must_use]
    pub fn new(locale: Locale, draft: Draft, owns_page: bool) -> Self {
        let draft = RwSignal::new(draft);
        let case_inputs = Memo::new(move |_| draft.with(Draft::of_case));
        let open = Memo::new(move |_| case_inputs.with(open_case));
        let budget = Memo::new(move |_| draft.with(|draft| draft.budget.clone()));
        let last_open = Memo::new(move |last: Option<&Option<OpenCase>>| {
            let judged = |open: OpenCase| budget.with(|budget| open.with_budget(budget));
            open.get().ok().map(judged).or_else(|| match open.get() {
                Err(OpenError::Empty) => None,
                _ => last.cloned().flatten(),
            })
        });
        let options = std::array::from_fn(|place| {
            // By what is typed in it first: a keystroke in another option is not worked out here.
            let typed = Memo::new(move |_| draft.with(|draft| draft.options.get(place).cloned()));
            // Kept apart from the result: a result that stays the same must stay equal.
            let worked_at = StoredValue::new(String::new());
            Memo::new(move |last: Option<&Option<OptionView>>| {
                let option = typed.get()?;
                let result =
                    last_open.with(|open| open.as_ref().map(|open| evaluate(open, &option)))?;
                let result = result.map(Arc::new);
                let before = || last.and_then(|last| last.as_ref()?.last_good.clone());
                let last_good = result.as_ref().ok().cloned().or_else(before);
                let good_at = if result.is_ok() {
                    worked_at.set_value(today::time());
                    None
                } else {
                    last_good.as_ref().map(|_| worked_at.get_value())
                };
                Some(OptionView {
                    draft: option,
                    result,
                    last_good,
                    good_at,
                })
            })
        });
        Self {
            locale: RwSignal::new(locale),
            draft,
            open,
            last_open,
            options,
            history: RwSignal::new(History::default()),
            owns_page,
        }
    }

    /// The session of the surrounding app.
    ///
    /// # Panics
    /// Only if no session was provided, which the mounting of the app rules out.
    #[must_use]
    pub fn current() -> Self {
        expect_context::<Self>()
    }

    /// Makes a step of what was changed since the last one.
    pub fn settle(&self) {
        self.draft
            .with_untracked(|draft| self.history.update(|history| history.settle(draft)));
    }

    /// Goes a step back or forward.
    pub fn step(&self, go: fn(&mut History, &mut Draft)) {
        let mut draft = self.draft.get_untracked();
        self.history.update(|history| go(history, &mut draft));
        self.draft.set(draft);
    }

    /// Changes the draft as a step of its own, apart from what was typed before it.
    pub fn change(&self, change: impl FnOnce(&mut Draft)) {
        self.settle();
        self.draft.update(change);
        self.settle();
    }

    /// Changes one option.
    pub fn edit_option(&self, place: usize, change: impl FnOnce(&mut OptionDraft)) {
        self.draft.update(|draft| {
            if let Some(option) = draft.options.get_mut(place) {
                change(option);
            }
        });
    }
}
