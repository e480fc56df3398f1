//! Which pack: one that the app ships with, or a file that is pasted, dropped or chosen.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::text::problem::field_problem;
use crate::text::{Locale, RulesLabel};
use crate::ui::browser::files;
use crate::ui::model::rules::OpenPack;
use crate::ui::parts::field::{Choice, select_field};
use crate::ui::parts::fresh_id;
use crate::ui::view::{View, view};

/// A place for one pack.
#[derive(Clone, Copy)]
pub struct Slot {
    pub locale: Locale,
    /// What it is called.
    pub label: RulesLabel,
    pub open: RwSignal<OpenPack>,
    /// Called with a text that was given here.
    pub on_text: Callback<String>,
}

/// The choice of a pack, with its text and what is wrong with that.
pub fn pack_choice(slot: Slot) -> View {
    let unread = RwSignal::new(false);
    let on_drop = move |event: leptos::ev::DragEvent| {
        event.prevent_default();
        event.stop_propagation();
        take_file(files::dropped(&event), slot.on_text, unread);
    };
    // Folded until there is a text, so that what is made of the pack stands near it on a phone.
    let given = Memo::new(move |_| unread.get() || !slot.open.read().text().is_empty());
    view! {
        <div class="pack-choice" on:drop=on_drop>
            {known_packs(slot)}
            <details open=move || given.get()>
                <summary>{RulesLabel::PackOfFile.text(slot.locale)}</summary>
                <div class="pack-file">{pack_text(slot, unread)}</div>
            </details>
        </div>
    }
}

fn known_packs(slot: Slot) -> View {
    let Slot {
        locale,
        label,
        open,
        ..
    } = slot;
    let choices = Memo::new(move |_| open.read().choices(locale));
    View::live(move || {
        let named = |(code, own, name): (String, bool, String)| {
            let prefix = RulesLabel::OwnFile.text(locale);
            let gap = locale.pick("", " ");
            (
                code,
                if own {
                    format!("{prefix}{gap}{name}")
                } else {
                    name
                },
            )
        };
        select_field(Choice {
            label: label.text(locale).to_owned(),
            choices: choices.get().into_iter().map(named).collect(),
            value: Signal::derive(move || open.read().chosen().to_owned()),
            on_choice: Callback::new(move |code: String| open.update(|open| open.choose(&code))),
        })
    })
}

fn pack_text(slot: Slot, unread: RwSignal<bool>) -> View {
    let Slot {
        locale,
        open,
        on_text,
        ..
    } = slot;
    let (id, problem_id, picker_id) = (fresh_id(), fresh_id(), fresh_id());
    let (described, picker) = (problem_id.clone(), picker_id.clone());
    let problem = Memo::new(move |_| {
        if unread.get() {
            return Some(RulesLabel::FileNotRead.text(locale).to_owned());
        }
        let open = open.read();
        open.fault().map(|error| field_problem(locale, error))
    });
    let stays = move || {
        open.read()
            .fault()
            .map(|_| view! { <p class="hint">{RulesLabel::PackStays.text(locale)}</p> })
    };
    view! {
        <div class="field">
            <label for=id.clone()>{RulesLabel::OwnPackText.text(locale)}</label>
            <textarea
                id=id
                rows="6"
                spellcheck="false"
                autocomplete="off"
                placeholder=RulesLabel::PastePack.text(locale)
                prop:value=move || open.read().text().to_owned()
                aria-invalid=move || problem.read().is_some().then_some("true")
                aria-describedby=described
                on:input=move |event| {
                    unread.set(false);
                    on_text.run(event_target_value(&event));
                }
            ></textarea>
            <p class="wrong" id=problem_id role="status">{move || problem.get()}</p>
            {stays}
        </div>
        <label class="button file-choice" for=picker_id>
            {RulesLabel::ChoosePackFile.text(locale)}
            <input
                id=picker
                class="heard"
                type="file"
                accept=".json,application/json"
                on:change=move |event| take_file(files::chosen(&event), on_text, unread)
            />
        </label>
    }
}

/// Reads a file that was dropped or chosen.
pub fn take_file(file: Option<files::Given>, taken: Callback<String>, unread: RwSignal<bool>) {
    let Some(file) = file else { return };
    spawn_local(async move {
        let text = file.text().await;
        unread.set(text.is_none());
        if let Some(text) = text {
            taken.run(text);
        }
    });
}
