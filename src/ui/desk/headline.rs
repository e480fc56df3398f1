//! The sentence that a call turns on: what the borrower can pay, bound to the selected option.

use leptos::prelude::*;

use super::DeskState;
use super::option_texts::{option_problem, shown};
use crate::engine::calendar::Frequency;
use crate::text::Label;
use crate::text::format::{money_bare, symbol};
use crate::ui::model::{OptionDraft, OptionField, OptionKind, SizeKind};
use crate::ui::parts::field::{Keyboard, TextField, problem_line, text_input};
use crate::ui::parts::fresh_id;
use crate::ui::view::{View, view};

/// The sentence with its two numbers.
pub fn headline(desk: DeskState) -> View {
    let kind = Memo::new(move |_| {
        desk.selected
            .read()
            .as_ref()
            .map(|view| (view.draft.kind, view.draft.frequency.clone()))
    });
    let heading = Label::CanPayHeading.text(desk.locale);
    view! {
        <h2 class="heard">{heading}</h2>
        {move || match kind.get() {
            None => View::nothing(),
            Some((OptionKind::LumpSum, _)) => lump_sum_sentence(desk),
            Some((OptionKind::Instalments, frequency)) => instalment_sentence(desk, &frequency),
        }}
    }
}

fn instalment_sentence(desk: DeskState, frequency: &str) -> View {
    let (before, after) = match Frequency::from_code(frequency) {
        Some(Frequency::MONTHLY) => (Label::CanPayMonthly, Label::EachMonth),
        Some(Frequency::WEEKLY) => (Label::CanPayWeekly, Label::EachWeek),
        Some(Frequency::FORTNIGHTLY) => (Label::CanPayFortnightly, Label::EachFortnight),
        Some(Frequency::HALF_MONTHLY) => (Label::CanPayHalfMonthly, Label::EachHalfMonth),
        _ => (Label::CanPayPeriodic, Label::EachPeriod),
    };
    sentence(
        desk,
        before,
        after,
        OptionField::Payment,
        &payment_field(desk),
    )
}

fn lump_sum_sentence(desk: DeskState) -> View {
    let field = TextField {
        label: String::new(),
        keyboard: Keyboard::Figures,
        value: desk.text_of(|option| option.discount.clone()),
        placeholder: Signal::derive(|| "0%".to_owned()),
        problem: option_problem(desk, OptionField::Discount),
        on_text: Callback::new(move |text| desk.edit(|option| option.discount = text)),
        amount_in: Some(desk.currency()),
        focus: Some(desk.just_opened),
    };
    sentence(
        desk,
        Label::CanPayAtOnce,
        Label::OffTheTotal,
        OptionField::Discount,
        &field,
    )
}

/// What is typed as an amount each time; empty where the count governs, and then what follows from it
/// stands in its place.
fn payment_field(desk: DeskState) -> TextField {
    TextField {
        label: Label::CanPayEach.text(desk.locale).to_owned(),
        keyboard: Keyboard::Figures,
        value: desk.text_of(|option| match option.size {
            SizeKind::Payment => option.payment.clone(),
            SizeKind::Count => String::new(),
        }),
        placeholder: shown(desk, |totals, currency| {
            totals
                .instalment
                .map(|each| money_bare(each, currency))
                .unwrap_or_default()
        }),
        problem: option_problem(desk, OptionField::Payment),
        on_text: Callback::new(move |text: String| desk.edit(|option| set_payment(option, text))),
        amount_in: Some(desk.currency()),
        focus: Some(desk.just_opened),
    }
}

/// An amount each time governs as soon as it is typed, and the count as soon as it is cleared.
fn set_payment(option: &mut OptionDraft, text: String) {
    let cleared = text.trim().is_empty();
    option.size = if cleared {
        SizeKind::Count
    } else {
        SizeKind::Payment
    };
    option.payment = text;
}

fn down_payment_field(desk: DeskState) -> TextField {
    TextField {
        label: Label::CanPayNow.text(desk.locale).to_owned(),
        keyboard: Keyboard::Figures,
        value: desk.text_of(|option| option.down_payment.clone()),
        placeholder: Signal::derive(|| "0".to_owned()),
        problem: option_problem(desk, OptionField::DownPayment),
        on_text: Callback::new(move |text| desk.edit(|option| option.down_payment = text)),
        amount_in: Some(desk.currency()),
        focus: None,
    }
}

fn sentence(
    desk: DeskState,
    before: Label,
    after: Label,
    field: OptionField,
    first: &TextField,
) -> View {
    let locale = desk.locale;
    let sign = move || {
        let open = desk.session.last_open.read();
        open.as_ref().map(|open| symbol(open.claim.currency))
    };
    let (first_id, now_id) = (fresh_id(), fresh_id());
    let first_problem = problem_line(&first_id, option_problem(desk, field));
    let now_problem = problem_line(&now_id, option_problem(desk, OptionField::DownPayment));
    let is_money = field == OptionField::Payment;
    view! {
        <div class="headline">
            <p class="headline-part">
                <label for=first_id.clone()>{before.text(locale)}</label>
                <span class="kept-together">
                    <span class="money-in" class:share-in=!is_money>
                        {is_money.then(|| view! { <span class="sign" aria-hidden="true">{sign}</span> })}
                        {text_input(first, first_id)}
                    </span>
                    <span>{after.text(locale)}</span>
                </span>
            </p>
            <p class="headline-part">
                <label for=now_id.clone()>{Label::AndNow.text(locale)}</label>
                <span class="kept-together">
                    <span class="money-in">
                        <span class="sign" aria-hidden="true">{sign}</span>
                        {text_input(&down_payment_field(desk), now_id)}
                    </span>
                    <span>{Label::RightNow.text(locale)}</span>
                </span>
            </p>
            {first_problem}
            {now_problem}
        </div>
    }
}
