//! The agent's screen: one case, up to four options side by side, what the rules say, and what follows.
//!
//! ```text
//! ways_in, case_form    a case that is not open yet
//! case_column, own_pack what is owed, and which rules judge it
//! headline, options_table, terms, fits   the options, the terms of the selected one, and what would fit
//! verdict, schedule, stops          what the selected option comes to
//! looking, repairs, next_step, say  the talk: what would pass, what to give next, what can be said
//! offer_log, going_back, affordability   what was said, steps back, what the borrower can bear
//! saving, status        what is kept on the device, and what is read out
//! ```

mod affordability;
mod case_column;
mod case_form;
mod check_of_claim;
mod fits;
mod going_back;
mod headline;
mod looking;
mod next_step;
mod offer_log;
mod option_texts;
mod options_table;
mod own_pack;
mod relief;
mod repairs;
pub mod saving;
mod say;
mod schedule;
mod status;
mod stops;
mod terms;
mod verdict;
mod waivers;
mod ways;
mod ways_in;

pub use self::ways_in::sample_name;

use leptos::prelude::*;

use super::browser::files;
use super::hooks::{Hooks, PlanSummary};
use super::model::{Budgeted, CaseDraft, Draft, OpenCase, OptionDraft};
use super::session::{OptionView, Session};
use crate::engine::money::Currency;
use crate::text::{Label, Locale};
use crate::ui::model::signing::Intended;
use crate::ui::view::{View, effect, view};

/// Which face the desk shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Face {
    /// No case yet, or the text of a case file: three ways in.
    WaysIn,
    /// A case being typed into a form.
    Form,
    /// An open case.
    Work,
}

/// What every part of the desk needs. Made anew for each language, so that words are plain values.
#[derive(Clone, Copy)]
struct DeskState {
    session: Session,
    locale: Locale,
    /// The column of the selected option.
    place: Memo<usize>,
    /// How many options there are.
    count: Memo<usize>,
    /// The selected option: what was typed, what it comes to, what it last came to.
    selected: Memo<Option<OptionView>>,
    /// What the borrower's budget comes to.
    budgeted: Memo<Option<Budgeted>>,
    /// Whether the case itself is being edited though it could be read.
    editing: RwSignal<bool>,
    /// The draft before the last case was put away, for one step back.
    before: RwSignal<Option<Draft>>,
    /// Raised when a person has just opened a case: the borrower's number then takes the focus.
    just_opened: RwSignal<bool>,
    /// What became of the rule pack that was given last.
    pack_given: RwSignal<Option<own_pack::Given>>,
    on_agreement: Callback<Vec<Intended>>,
    /// Called with the link of an agreement that was pasted in place of a case.
    on_link: Callback<String>,
}

impl DeskState {
    /// Changes the selected option.
    fn edit(&self, change: impl FnOnce(&mut OptionDraft)) {
        let place = self.place.get_untracked();
        self.session.edit_option(place, change);
    }

    /// A text of the selected option.
    fn text_of(
        self,
        read: impl Fn(&OptionDraft) -> String + Send + Sync + 'static,
    ) -> Signal<String> {
        Signal::derive(move || {
            let selected = self.selected.read();
            selected
                .as_ref()
                .map(|view| read(&view.draft))
                .unwrap_or_default()
        })
    }

    /// The currency of the case.
    fn currency(self) -> Signal<Option<Currency>> {
        Signal::derive(move || {
            let open = self.session.last_open.read();
            open.as_ref().map(|open| open.claim.currency)
        })
    }

    /// Remembers the draft that is about to give way, if it holds a case.
    fn remember(&self) {
        let draft = self.session.draft.get_untracked();
        if draft.case != CaseDraft::Empty {
            saving::keep_before(self.session, &draft);
            self.before.set(Some(draft));
        }
    }

    /// Puts the case away; the options stay until another case takes its place.
    fn put_away(&self) {
        self.remember();
        self.editing.set(false);
        self.session
            .draft
            .update(|draft| draft.case = CaseDraft::Empty);
    }

    /// Opens another case in place of the one that stands.
    fn replace_case(&self, case: CaseDraft) {
        self.remember();
        // A lender's own pack is the lender's, not the case's.
        self.session.draft.update(|draft| {
            *draft = Draft {
                case,
                pack: draft
                    .own_pack_chosen()
                    .then(|| draft.pack.clone())
                    .flatten(),
                own_pack: draft.own_pack.take(),
                ..Draft::default()
            };
        });
        self.pack_given.set(None);
        self.just_opened.set(true);
    }

    /// Changes places with the case that was put away before.
    fn step_back(&self) {
        if let Some(before) = self.before.get_untracked() {
            self.before.set(None);
            self.remember();
            self.editing.set(false);
            self.session.draft.update(|draft| {
                *draft = Draft {
                    own_pack: draft.own_pack.take(),
                    ..before
                };
            });
        }
    }

    /// The open case, as it stands now.
    fn case_now(&self) -> Option<OpenCase> {
        self.session.last_open.get_untracked()
    }
}

/// The desk. `on_agreement` is called with the offer that the selected option makes, or with several to choose from;
/// `on_link` with a link that was pasted, to be opened.
pub fn desk(on_agreement: Callback<Vec<Intended>>, on_link: Callback<String>) -> View {
    let session = Session::current();
    let place = Memo::new(move |_| session.draft.with(|draft| draft.selected));
    let count = Memo::new(move |_| session.draft.with(|draft| draft.options.len()));
    let selected = Memo::new(move |_| session.options.get(place.get())?.get());
    let budgeted = affordability::budgeted(session);
    let editing = RwSignal::new(false);
    let before = RwSignal::new(saving::kept_before(session));
    let just_opened = RwSignal::new(false);
    let pack_given = RwSignal::new(None);
    let face = Memo::new(move |_| face_of(session, editing));
    effect(move || first_option(session));
    report(session, selected);
    going_back::settle_in_pauses(session);
    let desk_in = move |locale| DeskState {
        session,
        locale,
        place,
        count,
        selected,
        budgeted,
        editing,
        before,
        just_opened,
        pack_given,
        on_agreement,
        on_link,
    };
    let body = move || {
        let desk = desk_in(session.locale.get());
        match face.get() {
            Face::WaysIn => ways_in::ways_in(desk),
            Face::Form => case_form::case_form(desk),
            Face::Work => work(desk),
        }
    };
    let over = RwSignal::new(false);
    let on_drop = move |event: leptos::ev::DragEvent| {
        event.prevent_default();
        over.set(false);
        ways_in::take_file(
            desk_in(session.locale.get_untracked()),
            files::dropped(&event),
        );
    };
    view! {
        <main
            class="desk"
            tabindex="-1"
            class:drop-here=move || over.get()
            on:dragover=move |event| {
                event.prevent_default();
                over.set(true);
            }
            on:dragleave=move |_| over.set(false)
            on:drop=on_drop
            on:keydown=move |event| going_back::by_keys(session, &event)
        >
            {body}
        </main>
    }
}

fn face_of(session: Session, editing: RwSignal<bool>) -> Face {
    let readable = session.open.with(Result::is_ok) && !editing.get();
    session.draft.with(|draft| match &draft.case {
        CaseDraft::Empty => Face::WaysIn,
        _ if readable => Face::Work,
        CaseDraft::File(_) => Face::WaysIn,
        CaseDraft::Form(_) => Face::Form,
    })
}

/// A case that has just been opened starts with one option.
fn first_option(session: Session) {
    if session.draft.with(|draft| !draft.options.is_empty()) {
        return;
    }
    let starting = session
        .open
        .with(|open| open.as_ref().ok().map(OpenCase::starting_option));
    if let Some(starting) = starting {
        session.draft.update(|draft| draft.options = vec![starting]);
        session.settle();
    }
}

/// Tells a host page what stands, once per change of what it comes to.
fn report(session: Session, selected: Memo<Option<OptionView>>) {
    let Some(on_change) = Hooks::current().on_change else {
        return;
    };
    let summary = Memo::new(move |_| {
        let open = session.last_open.read();
        let selected = selected.read();
        let (open, view) = (open.as_ref()?, selected.as_ref()?);
        Some(PlanSummary::of(&open.claim, view.result.as_ref().ok()?))
    });
    effect(move || on_change.run(summary.get()));
}

/// An open case: what is owed, the options, what the rules say, and the plan in detail.
fn work(desk: DeskState) -> View {
    let label = |label: Label| label.text(desk.locale);
    let looking = looking::looking(desk);
    view! {
        <div class="work">
            <section class="case-column" aria-label=label(Label::Claim)>
                {case_column::case_column(desk)}
            </section>
            <div class="middle-column">
                <section class="options-part" aria-label=label(Label::Choices)>
                    {headline::headline(desk)}
                    {options_table::options_table(desk, looking)}
                </section>
                <section class="terms-part" aria-label=label(Label::Conditions)>
                    {terms::terms(desk)}
                </section>
            </div>
            <section class="verdict-column" aria-label=label(Label::Verdict)>
                <div class="verdict-part">{verdict::verdict(desk, looking)}</div>
                <div class="talk-part">
                    {say::talking_points(desk)}
                    {offer_log::offer_log(desk)}
                </div>
            </section>
            <section class="plan-detail" aria-label=label(Label::Schedule)>
                {schedule::schedule(desk, looking)}
                {stops::stops(desk, looking)}
            </section>
            {status::status(desk)}
        </div>
    }
}
