//! The rules place, a page of its own: one pack is open, and one browses it, checks it, compares it with another or
//! tries it on a case. Nothing is kept: what was given lasts as long as the page.
//!
//! ```text
//! pack_choice   which pack: one that the app ships with, or a file
//! browse        its head, its rules and its duties
//! inspect       what is wrong with it
//! compare       what changed from another pack to it
//! trial         a case and an option, judged by it
//! findings      what every rule says
//! ```

mod browse;
mod compare;
mod findings;
mod inspect;
mod pack_choice;
mod trial;

use leptos::mount::mount_to_renderer;
use leptos::prelude::*;

use super::browser::{self, address, files, language};
use super::desk::saving;
use super::model::OptionDraft;
use super::model::rules::{OWN, OpenPack};
use super::mount::first_locale;
use crate::engine::claim::Jurisdiction;
use crate::engine::rules::Pack;
use crate::text::{Locale, RulesLabel};
use crate::ui::parts::field::{Choice, strip};
use crate::ui::view::{View, effect, view};

/// What is shown of the pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Face {
    Browse,
    Lint,
    Compare,
    Try,
}

impl Face {
    const ALL: [Self; 4] = [Self::Browse, Self::Lint, Self::Compare, Self::Try];

    const fn code(self) -> &'static str {
        match self {
            Self::Browse => "browse",
            Self::Lint => "lint",
            Self::Compare => "compare",
            Self::Try => "try",
        }
    }

    const fn label(self) -> RulesLabel {
        match self {
            Self::Browse => RulesLabel::Browse,
            Self::Lint => RulesLabel::Lint,
            Self::Compare => RulesLabel::Compare,
            Self::Try => RulesLabel::TryOut,
        }
    }
}

/// Everything that was given and chosen. It outlasts a change of the language, which draws the page anew.
#[derive(Clone, Copy)]
struct Place {
    locale: RwSignal<Locale>,
    face: RwSignal<Face>,
    /// The pack that is looked at.
    pack: RwSignal<OpenPack>,
    /// The pack that it is compared with.
    before: RwSignal<OpenPack>,
    filter: RwSignal<String>,
    /// The name of a sample case, or [`OWN`]; empty for the first that fits the pack.
    case: RwSignal<String>,
    case_text: RwSignal<String>,
    /// The option as typed; `None` for the one to start from.
    option: RwSignal<Option<OptionDraft>>,
    /// The pack that stands.
    stands: Memo<Option<Pack>>,
}

impl Place {
    fn new() -> Self {
        let pack = RwSignal::new(first_pack());
        Self {
            locale: RwSignal::new(first_locale()),
            face: RwSignal::new(Face::Browse),
            pack,
            before: RwSignal::new(OpenPack::shipped(pack.read_untracked().chosen())),
            filter: RwSignal::new(String::new()),
            case: RwSignal::new(String::new()),
            case_text: RwSignal::new(String::new()),
            option: RwSignal::new(None),
            stands: Memo::new(move |_| pack.read().pack()),
        }
    }

    /// A text given anywhere on the page: a case file is tried, anything else is taken for a pack.
    fn take_text(self, text: String) {
        if text.contains("\"quittance-case/") {
            self.case_text.set(text);
            self.case.set(OWN.to_owned());
            self.option.set(None);
            self.face.set(Face::Try);
        } else {
            self.pack.update(|pack| pack.take_text(text));
        }
    }
}

/// The pack that the desk's link names: one that the app ships with, or the lender's own in the draft on this device.
fn first_pack() -> OpenPack {
    let fragment = address::fragment();
    let asked = fragment.trim_start_matches('#');
    let mut open = OpenPack::shipped(asked);
    if asked == OWN
        && let Some(text) = saving::kept().and_then(|draft| draft.own_pack)
    {
        open.take_text(text);
    }
    open
}

/// Mounts the rules place into the place that its own page keeps for it; does nothing on any other page.
pub fn own_page() {
    let Some(root) = browser::own_root() else {
        return;
    };
    browser::overlay::install();
    let owner = Owner::new();
    owner
        .with(|| mount_to_renderer(&root, || rules_place(Place::new())))
        .forget();
    // It stands as long as the page does.
    std::mem::forget(owner);
}

/// The language in which a pack's sources are written, as far as its place tells.
const fn language_of(place: Jurisdiction) -> &'static str {
    match place {
        Jurisdiction::China => Locale::Zh.lang(),
        Jurisdiction::Britain | Jurisdiction::UnitedStates => Locale::En.lang(),
    }
}

/// The whole page.
fn rules_place(place: Place) -> View {
    effect(move || language::declare(place.locale.get().lang()));
    let over = RwSignal::new(false);
    let on_drop = move |event: leptos::ev::DragEvent| {
        event.prevent_default();
        over.set(false);
        let unread = RwSignal::new(false);
        let taken = Callback::new(move |text| place.take_text(text));
        pack_choice::take_file(files::dropped(&event), taken, unread);
    };
    view! {
        <div class="quittance owns-page" lang=move || place.locale.get().lang()>
            {head(place)}
            <main
                class="rules-place"
                class:drop-here=move || over.get()
                on:dragover=move |event| {
                    event.prevent_default();
                    over.set(true);
                }
                on:dragleave=move |_| over.set(false)
                on:drop=on_drop
            >
                {move || body(place, place.locale.get())}
            </main>
        </div>
    }
}

fn head(place: Place) -> View {
    let text = move |label: RulesLabel| move || label.text(place.locale.get());
    let other = move || place.locale.get().other();
    let switch = move |_| {
        let next = place.locale.get_untracked().other();
        place.locale.set(next);
        saving::keep_locale_here(next);
    };
    view! {
        <header class="app-head">
            <span class="app-name" lang="en">"Quittance"</span>
            <span class="hint">{text(RulesLabel::RulesPlace)}</span>
            <a class="button plain" href="../">{text(RulesLabel::ToDesk)}</a>
            <button type="button" class="button plain" lang=move || other().lang() on:click=switch>
                {move || other().own_name()}
            </button>
        </header>
    }
}

fn body(place: Place, locale: Locale) -> View {
    let chosen = pack_choice::pack_choice(pack_choice::Slot {
        locale,
        label: RulesLabel::WhichPack,
        open: place.pack,
        on_text: Callback::new(move |text| place.take_text(text)),
    });
    let faces = strip(Choice {
        label: RulesLabel::WhatToDo.text(locale).to_owned(),
        choices: Face::ALL
            .iter()
            .map(|face| (face.code().to_owned(), face.label().text(locale).to_owned()))
            .collect(),
        value: Signal::derive(move || place.face.get().code().to_owned()),
        on_choice: Callback::new(move |code: String| {
            if let Some(face) = Face::ALL.into_iter().find(|face| face.code() == code) {
                place.face.set(face);
            }
        }),
    });
    let shown = move || match place.face.get() {
        Face::Browse => browse::browse(place, locale),
        Face::Lint => inspect::inspection(place, locale),
        Face::Compare => compare::comparison(place, locale),
        Face::Try => trial::trial(place, locale),
    };
    let name = move || {
        let pack = place.stands.read();
        let pack = pack.as_ref()?;
        Some(locale.pick(&pack.name.zh, &pack.name.en).to_owned())
    };
    view! {
        <section class="pack-column" aria-label=RulesLabel::WhichPack.text(locale)>
            {chosen}
            <p class="hint">{RulesLabel::RulesHint.text(locale)}</p>
        </section>
        <div class="pack-body">
            <h1>{name}</h1>
            {faces}
            {shown}
        </div>
    }
}
