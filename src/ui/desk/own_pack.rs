//! A lender's own rule pack: taken where case files are taken or by its button, refused with the reason while the pack
//! that stood stays.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::DeskState;
use crate::engine::rules::PACK_IDS;
use crate::text::problem::field_problem;
use crate::text::{Label, Locale, lint};
use crate::ui::browser::files;
use crate::ui::model::rules::{OWN, OwnPackFault};
use crate::ui::parts::fresh_id;
use crate::ui::view::{View, view};

/// What became of the pack that was given last.
#[derive(Clone, Debug, PartialEq)]
pub enum Given {
    /// It judges from now on; what people call it, in Chinese and English.
    Taken(String, String),
    /// It cannot judge.
    Refused(Box<OwnPackFault>),
    /// The browser could not read the file.
    Unread,
}

/// Takes the text of a pack.
pub fn take_text(desk: DeskState, text: String) {
    let mut draft = desk.session.draft.get_untracked();
    let given = match draft.take_own_pack(text) {
        Ok(pack) => {
            desk.session.draft.set(draft);
            Given::Taken(pack.name.zh, pack.name.en)
        }
        Err(fault) => Given::Refused(Box::new(fault)),
    };
    desk.pack_given.set(Some(given));
}

fn take_file(desk: DeskState, file: Option<files::Given>) {
    let Some(file) = file else { return };
    spawn_local(async move {
        match file.text().await {
            Some(text) => take_text(desk, text),
            None => desk.pack_given.set(Some(Given::Unread)),
        }
    });
}

/// Beside the chooser: the way to a pack of one's own, and to the rules place.
pub fn own_pack(desk: DeskState) -> View {
    let locale = desk.locale;
    let id = fresh_id();
    let picker = id.clone();
    // Only a page of ours knows where the rules place stands.
    let link = desk.session.owns_page.then(|| {
        view! {
            <a class="button plain" href=move || rules_address(desk)>{Label::ToRules.text(locale)}</a>
        }
    });
    view! {
        <div class="button-row own-pack">
            <label class="button plain file-choice" for=id>
                {Label::OwnPack.text(locale)}
                <input
                    id=picker
                    class="heard"
                    type="file"
                    accept=".json,application/json"
                    on:change=move |event| take_file(desk, files::chosen(&event))
                />
            </label>
            {link}
        </div>
        {outcome(desk)}
    }
}

/// The rules place, open at the pack that judges.
fn rules_address(desk: DeskState) -> String {
    let open = desk.session.last_open.read();
    let id = open.as_ref().map(|open| open.house.id.as_str());
    match id.filter(|id| PACK_IDS.contains(id)) {
        Some(id) => format!("rules/#{id}"),
        None => format!("rules/#{OWN}"),
    }
}

/// What became of the pack that was given last, where one was.
pub fn outcome(desk: DeskState) -> View {
    let locale = desk.locale;
    let told = move || {
        let given = desk.pack_given.read();
        Some(match given.as_ref()? {
            Given::Taken(zh, en) => {
                let name = locale.pick(zh, en).to_owned();
                let gap = locale.pick("", " ");
                view! { <p class="hint">{Label::PackTaken.text(locale)} {gap} {name}</p> }
            }
            Given::Refused(fault) => view! {
                <p class="wrong">{fault_words(locale, fault)}</p>
                <p class="hint">{Label::PackRefused.text(locale)}</p>
            },
            Given::Unread => view! { <p class="wrong">{Label::PackNotRead.text(locale)}</p> },
        })
    };
    view! { <div role="status" class="pack-outcome">{told}</div> }
}

fn fault_words(locale: Locale, fault: &OwnPackFault) -> String {
    let named = |label: Label, name: &str| {
        let gap = locale.pick("", " ");
        format!("{}{gap}{name}", label.text(locale))
    };
    match fault {
        OwnPackFault::Unreadable(error) => field_problem(locale, error),
        OwnPackFault::NotALenders => Label::PackNotALenders.text(locale).to_owned(),
        OwnPackFault::IdTaken(id) => named(Label::PackIdTaken, id),
        OwnPackFault::NoLaw(place) => named(Label::PackNoLaw, place),
        OwnPackFault::Unfit(found) => {
            let (finding, pack) = &**found;
            let words = lint::barring_sentence(locale, finding, pack.currency);
            let colon = locale.pick("：", ": ");
            format!("{}{colon}{words}", finding.path)
        }
    }
}
