//! The three ways in: a sample, a case file pasted or dropped, and typing. While a file cannot be read, its text
//! stays here with the reason, to be mended in place.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{DeskState, own_pack};
use crate::samples;
use crate::share::link_in;
use crate::text::Label;
use crate::text::problem::field_problem;
use crate::ui::browser::{files, today};
use crate::ui::model::rules::is_pack_file;
use crate::ui::model::{CaseDraft, CaseForm, Draft, OpenError, open_case};
use crate::ui::parts::fresh_id;
use crate::ui::view::{View, view};

/// The ways in.
pub fn ways_in(desk: DeskState) -> View {
    let locale = desk.locale;
    view! {
        <div class="ways-in">
            <h1>{Label::StartHere.text(locale)}</h1>
            {step_back(desk)}
            <div class="ways">
                <section class="way">
                    <h2>{Label::OpenSample.text(locale)}</h2>
                    <p class="hint">{Label::SampleNote.text(locale)}</p>
                    <ul class="samples">{samples(desk)}</ul>
                </section>
                <section class="way">
                    <h2>{Label::PasteOrDrop.text(locale)}</h2>
                    {file_text(desk)}
                    {own_pack::outcome(desk)}
                </section>
                <section class="way">
                    <h2>{Label::TypeIn.text(locale)}</h2>
                    <p class="hint">{Label::TypeInHint.text(locale)}</p>
                    <button type="button" class="button" on:click=move |_| start_form(desk)>
                        {Label::TypeIn.text(locale)}
                    </button>
                </section>
            </div>
        </div>
    }
}

/// Back to the case that was put away.
fn step_back(desk: DeskState) -> View {
    View::live(move || {
        desk.before.read().is_some().then(|| {
            view! {
                <p>
                    <button type="button" class="button" on:click=move |_| desk.step_back()>
                        {Label::BackToCase.text(desk.locale)}
                    </button>
                </p>
            }
        })
    })
}

fn samples(desk: DeskState) -> Vec<View> {
    samples::ALL
        .into_iter()
        .map(|sample| {
            let open = move |_| {
                desk.editing.set(false);
                desk.replace_case(CaseDraft::File(sample.file.to_owned()));
            };
            view! {
                <li>
                    <button type="button" class="button sample" on:click=open>
                        {sample_name(sample.id).text(desk.locale)}
                    </button>
                </li>
            }
        })
        .collect()
}

/// What a sample case is called.
pub fn sample_name(id: &str) -> Label {
    match id {
        "card-cn" => Label::SampleCard,
        "loan-cn" => Label::SampleLoan,
        "micro-cn" => Label::SampleMicro,
        "property-cn" => Label::SampleProperty,
        "loan-gb" => Label::SampleBritish,
        "agency-us" => Label::SampleAgency,
        _ => Label::Sample,
    }
}

fn start_form(desk: DeskState) {
    let mut form = CaseForm::default();
    form.set("as_of", today::iso());
    desk.replace_case(CaseDraft::Form(Box::new(form)));
    desk.editing.set(true);
}

/// The text of the draft's case file.
fn text_now(desk: DeskState) -> String {
    desk.session.draft.with(|draft| match &draft.case {
        CaseDraft::File(text) => text.clone(),
        CaseDraft::Empty | CaseDraft::Form(_) => String::new(),
    })
}

fn file_text(desk: DeskState) -> View {
    let locale = desk.locale;
    let (id, problem_id, picker_id) = (fresh_id(), fresh_id(), fresh_id());
    let (described, picker) = (problem_id.clone(), picker_id.clone());
    let problem = Memo::new(move |_| {
        if text_now(desk).trim().is_empty() {
            return None;
        }
        match desk.session.open.get() {
            Ok(_) | Err(OpenError::Empty) => None,
            Err(OpenError::Unreadable(error)) => Some(field_problem(locale, &error)),
            Err(OpenError::NoPack(id)) => Some(format!("{} {id}", Label::NoSuchPack.text(locale))),
        }
    });
    let ready = move || desk.session.open.with(Result::is_ok) && !text_now(desk).trim().is_empty();
    view! {
        <div class="field">
            <label for=id.clone()>{Label::CaseText.text(locale)}</label>
            <textarea
                id=id
                rows="8"
                spellcheck="false"
                autocomplete="off"
                placeholder=Label::PasteHere.text(locale)
                prop:value=move || text_now(desk)
                aria-invalid=move || problem.read().is_some().then_some("true")
                aria-describedby=described
                on:input=move |event| type_text(desk, event_target_value(&event))
            ></textarea>
            <p class="wrong" id=problem_id role="status">{move || problem.get()}</p>
        </div>
        <div class="button-row">
            <button
                type="button"
                class="button primary"
                hidden=move || !ready()
                on:click=move |_| {
                    desk.just_opened.set(true);
                    desk.editing.set(false);
                }
            >
                {Label::ReadCase.text(locale)}
            </button>
            <label class="button file-choice" for=picker_id>
                {Label::ChooseFile.text(locale)}
                <input
                    id=picker
                    class="heard"
                    type="file"
                    accept=".json,.quittance,application/json"
                    on:change=move |event| take_file(desk, files::chosen(&event))
                />
            </label>
        </div>
    }
}

/// A text that came as a whole opens at once if it can be read; one being mended by hand waits for its button.
fn type_text(desk: DeskState, text: String) {
    if let Some(link) = link_in(&text) {
        desk.on_link.run(link);
        return;
    }
    if is_pack_file(&text) {
        own_pack::take_text(desk, text);
        return;
    }
    let was_empty = desk
        .session
        .draft
        .with_untracked(|draft| match &draft.case {
            CaseDraft::File(text) => text.trim().is_empty(),
            CaseDraft::Empty | CaseDraft::Form(_) => true,
        });
    if was_empty {
        take_text(desk, text);
    } else {
        desk.editing.set(true);
        desk.session
            .draft
            .update(|draft| draft.case = CaseDraft::File(text));
    }
}

fn take_text(desk: DeskState, text: String) {
    if let Some(link) = link_in(&text) {
        desk.on_link.run(link);
        return;
    }
    if is_pack_file(&text) {
        own_pack::take_text(desk, text);
        return;
    }
    let draft = Draft {
        case: CaseDraft::File(text),
        ..Draft::default()
    };
    desk.editing.set(open_case(&draft).is_err());
    desk.replace_case(draft.case);
}

/// Opens a file that was dropped or chosen.
pub(super) fn take_file(desk: DeskState, file: Option<files::Given>) {
    let Some(file) = file else { return };
    spawn_local(async move {
        if let Some(text) = file.text().await {
            take_text(desk, text);
        }
    });
}
