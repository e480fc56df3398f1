//! What is given up, per component and of the total.

use leptos::prelude::*;

use super::DeskState;
use super::option_texts::option_problem;
use crate::engine::claim::Component;
use crate::engine::money::Money;
use crate::text::Label;
use crate::text::format::money_bare;
use crate::text::vocabulary::{component, heading, vesting};
use crate::ui::model::OptionField;
use crate::ui::parts::field::{Keyboard, TextField, text_field};
use crate::ui::view::{View, view};

/// The waivers of the selected option: one field for each component that is owed, and the discount.
pub fn waivers(desk: DeskState) -> View {
    let owed = Memo::new(move |_| {
        desk.session
            .last_open
            .with(|open| open.as_ref().map(|open| *open.claim.components()))
    });
    let locale = desk.locale;
    let takes_effect =
        desk.text_of(move |option| vesting(locale, option.vesting_kind()).to_owned());
    view! {
        <fieldset class="waivers">
            <legend>
                {Label::GivenUp.text(desk.locale)} " "
                <small>{Label::GivenUpHint.text(desk.locale)} {move || takes_effect.get()}</small>
            </legend>
            <div class="fields-grid waivers-grid">
                {move || {
                    let owed = owed.get()?;
                    let fields = owed.iter().filter(|(part, amount)| {
                        amount.is_positive() || !typed(desk, *part).is_empty()
                    });
                    Some(fields.map(|(part, amount)| field(desk, part, amount)).collect::<Vec<_>>())
                }}
                {discount(desk)}
            </div>
        </fieldset>
    }
}

/// What is typed now, without following it: a field must not come and go while someone types in it.
fn typed(desk: DeskState, part: Component) -> String {
    let selected = desk.selected.read_untracked();
    selected
        .as_ref()
        .map(|view| view.draft.waiver(part).to_owned())
        .unwrap_or_default()
}

fn field(desk: DeskState, part: Component, owed: Money) -> View {
    let name = heading(component(desk.locale, part));
    let currency = desk.case_now().map(|open| open.claim.currency);
    let of = currency
        .map(|currency| money_bare(owed, currency))
        .unwrap_or_default();
    text_field(&TextField {
        label: format!("{name} {of}"),
        keyboard: Keyboard::Figures,
        value: desk.text_of(move |option| option.waiver(part).to_owned()),
        placeholder: Signal::derive(|| "0%".to_owned()),
        problem: option_problem(desk, OptionField::Waiver(part)),
        on_text: Callback::new(move |text| desk.edit(|option| option.set_waiver(part, text))),
        amount_in: Some(desk.currency()),
        focus: None,
    })
}

fn discount(desk: DeskState) -> View {
    text_field(&TextField {
        label: Label::Discount.text(desk.locale).to_owned(),
        keyboard: Keyboard::Figures,
        value: desk.text_of(|option| option.discount.clone()),
        placeholder: Signal::derive(|| "0%".to_owned()),
        problem: option_problem(desk, OptionField::Discount),
        on_text: Callback::new(move |text| desk.edit(|option| option.discount = text)),
        amount_in: Some(desk.currency()),
        focus: None,
    })
}
