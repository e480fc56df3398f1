//! The terms of the selected option: how it is paid.

use leptos::html::H2;
use leptos::prelude::*;

use super::DeskState;
use super::fits::fits;
use super::going_back::undo_and_redo;
use super::option_texts::{kind_name, letter, option_problem, shown};
use super::relief::relief;
use super::waivers::waivers;
use super::ways::{agreed_days, fields_of_way, way_choice};
use crate::engine::calendar::Frequency;
use crate::engine::plan::{Carry, DeferralInterest};
use crate::text::format::number;
use crate::text::vocabulary::{carry_in_plan, deferral, frequency, heading};
use crate::text::{Label, Locale};
use crate::ui::model::{MOST_OPTIONS, OptionDraft, OptionField, OptionKind, SizeKind};
use crate::ui::parts::field::{
    Choice, Keyboard, TextField, no_placeholder, select_field, strip, text_field, tick_box,
};
use crate::ui::view::{View, view};

const FREQUENCIES: [Frequency; 4] = [
    Frequency::WEEKLY,
    Frequency::FORTNIGHTLY,
    Frequency::HALF_MONTHLY,
    Frequency::MONTHLY,
];

const KINDS: [OptionKind; 3] = [
    OptionKind::Instalments,
    OptionKind::LumpSum,
    OptionKind::OnDates,
];

/// The editor of the selected option.
pub fn terms(desk: DeskState) -> View {
    let locale = desk.locale;
    let kind = Memo::new(move |_| desk.selected.read().as_ref().map(|view| view.draft.kind));
    let heading = NodeRef::<H2>::new();
    view! {
        <div class="terms">
            <div class="terms-head">
                <h2 tabindex="-1" node_ref=heading>
                    {Label::TermsOf.text(locale)} " " {move || letter(desk.place.get())}
                </h2>
                {copy_and_remove(desk)}
            </div>
            <div class="fields-grid terms-grid">
                {kind_choice(desk)}
                {move || kind.get().map(|kind| fields(desk, kind))}
            </div>
            {waivers(desk)}
            {relief(desk)}
            {fits(desk, heading)}
        </div>
    }
}

fn copy_and_remove(desk: DeskState) -> View {
    let (locale, draft) = (desk.locale, desk.session.draft);
    let full = move || desk.count.get() >= MOST_OPTIONS;
    let single = move || desk.count.get() < 2;
    let copy = move |_: leptos::ev::MouseEvent| {
        let Some(open) = desk.case_now() else { return };
        draft.update(|draft| draft.add_option(&open.starting_option()));
        desk.just_opened.set(true);
    };
    let remove = move |_: leptos::ev::MouseEvent| {
        draft.update(|draft| draft.remove_option(draft.selected));
    };
    view! {
        <div class="button-row">
            {undo_and_redo(desk)}
            <button type="button" class="button plain" disabled=full on:click=copy>
                {Label::DuplicateChoice.text(locale)}
            </button>
            <button type="button" class="button plain" disabled=single on:click=remove>
                {Label::RemoveChoice.text(locale)}
            </button>
        </div>
    }
}

fn kind_choice(desk: DeskState) -> View {
    let locale = desk.locale;
    let name = move |kind: OptionKind| kind_name(kind).text(locale).to_owned();
    strip(Choice {
        label: Label::HowPaid.text(locale).to_owned(),
        choices: KINDS.map(|kind| (name(kind), name(kind))).to_vec(),
        value: desk.text_of(move |option| name(option.kind)),
        on_choice: Callback::new(move |chosen: String| {
            let kind = KINDS.into_iter().find(|kind| name(*kind) == chosen);
            desk.edit(|option| {
                option.kind = kind.unwrap_or_default();
                list_the_rest(locale, option);
            });
        }),
    })
}

/// A list of agreed days starts with all of it on the first day, so that it shows how a line is written.
fn list_the_rest(locale: Locale, option: &mut OptionDraft) {
    if option.kind == OptionKind::OnDates && option.dated.trim().is_empty() {
        option.dated = format!("{} {}", option.first_due, Label::TheRest.text(locale));
    }
}

fn fields(desk: DeskState, kind: OptionKind) -> View {
    let locale = desk.locale;
    let instalments = kind == OptionKind::Instalments;
    let on_dates = kind == OptionKind::OnDates;
    let deferrals = DeferralInterest::ALL
        .into_iter()
        // The first payment pays that interest too: nothing is left that could become principal.
        .filter(|one| !on_dates || *one != DeferralInterest::Capitalised)
        .map(|one| (one.code().to_owned(), heading(deferral(locale, one))))
        .collect();
    let carries = Carry::ALL
        .map(|one| {
            let words = carry_in_plan(locale, one, on_dates);
            (one.code().to_owned(), heading(words))
        })
        .to_vec();
    let first_due = if instalments {
        Label::FirstPaymentOn
    } else {
        Label::PayBy
    };
    let rate = Label::Rate;
    view! {
        {instalments.then(|| method_and_count(desk))}
        {on_dates.then(|| agreed_days(desk))}
        {(!on_dates).then(|| {
            text(desk, first_due, Keyboard::Date, OptionField::FirstDue, |option| &mut option.first_due)
        })}
        {text(desk, rate, Keyboard::Figures, OptionField::Rate, |option| &mut option.rate)}
        {instalments.then(|| whole_units(desk))}
        <div class="wide">
            {choice(desk, Label::UntilStart, deferrals, |option| &mut option.deferral)}
        </div>
        <div class="wide">{choice(desk, Label::Arrears, carries, |option| &mut option.carry)}</div>
    }
}

fn method_and_count(desk: DeskState) -> View {
    let locale = desk.locale;
    let frequencies = FREQUENCIES
        .map(|step| (step.code(), heading(&frequency(locale, step))))
        .to_vec();
    view! {
        <div class="wide">{way_choice(desk)}</div>
        {fields_of_way(desk)}
        {choice(desk, Label::Frequency, frequencies, |option| &mut option.frequency)}
        {text_field(&count_field(desk))}
    }
}

/// How many payments; empty where an amount each time governs, with the count that follows in its place.
fn count_field(desk: DeskState) -> TextField {
    TextField {
        label: Label::HowManyPayments.text(desk.locale).to_owned(),
        keyboard: Keyboard::Figures,
        value: desk.text_of(|option| match option.governing() {
            SizeKind::Count => option.count.clone(),
            SizeKind::Payment => String::new(),
        }),
        placeholder: shown(desk, |totals, _| number(u64::from(totals.count))),
        problem: option_problem(desk, OptionField::Count),
        on_text: Callback::new(move |text: String| {
            desk.edit(|option| {
                option.size = SizeKind::Count;
                option.count = text;
            });
        }),
        amount_in: None,
        focus: None,
    }
}

fn whole_units(desk: DeskState) -> View {
    let value = Signal::derive(move || {
        desk.selected
            .read()
            .as_ref()
            .is_some_and(|view| view.draft.whole_units)
    });
    let label = Label::WholeUnits.text(desk.locale).to_owned();
    let on_change = Callback::new(move |ticked| desk.edit(|option| option.whole_units = ticked));
    tick_box(
        label,
        value,
        option_problem(desk, OptionField::WholeUnits),
        on_change,
    )
}

/// One text of an option, reached in place.
pub(super) type Reach = fn(&mut OptionDraft) -> &mut String;

fn read(desk: DeskState, reach: Reach) -> Signal<String> {
    desk.text_of(move |option| std::mem::take(reach(&mut option.clone())))
}

fn text(
    desk: DeskState,
    label: Label,
    keyboard: Keyboard,
    field: OptionField,
    reach: Reach,
) -> View {
    text_field(&text_of(desk, label, keyboard, field, reach))
}

/// A field of one text of the selected option.
pub(super) fn text_of(
    desk: DeskState,
    label: Label,
    keyboard: Keyboard,
    field: OptionField,
    reach: Reach,
) -> TextField {
    TextField {
        label: label.text(desk.locale).to_owned(),
        keyboard,
        value: read(desk, reach),
        placeholder: no_placeholder(),
        problem: option_problem(desk, field),
        on_text: Callback::new(move |text| desk.edit(|option| *reach(option) = text)),
        amount_in: None,
        focus: None,
    }
}

/// A choice between codes, kept as a text of the selected option.
pub(super) fn choice(
    desk: DeskState,
    label: Label,
    choices: Vec<(String, String)>,
    reach: Reach,
) -> View {
    select_field(Choice {
        label: label.text(desk.locale).to_owned(),
        choices,
        value: read(desk, reach),
        on_choice: Callback::new(move |code| desk.edit(|option| *reach(option) = code)),
    })
}
