//! The sentence that a call turns on: what the borrower can pay, bound to the selected option.

use leptos::prelude::*;

use super::DeskState;
use super::affordability::above;
use super::option_texts::{option_problem, shown};
use crate::engine::calendar::Frequency;
use crate::text::Label;
use crate::text::format::{money_bare, symbol};
use crate::ui::model::{OptionDraft, OptionField, OptionKind, SizeKind};
use crate::ui::parts::field::{Keyboard, TextField, no_placeholder, problem_line, text_input};
use crate::ui::parts::fresh_id;
use crate::ui::view::{View, view};

/// The sentence with its two numbers.
pub fn headline(desk: DeskState) -> View {
    let of_draft = move |read: fn(&OptionDraft) -> String| {
        Memo::new(move |_| desk.selected.read().as_ref().map(|view| read(&view.draft)))
    };
    let kind = Memo::new(move |_| desk.selected.read().as_ref().map(|view| view.draft.kind));
    let frequency = of_draft(|option| option.frequency.clone());
    let way = of_draft(|option| option.method.clone());
    let heading = Label::CanPayHeading.text(desk.locale);
    view! {
        <h2 class="heard">{heading}</h2>
        {move || match kind.get() {
            None => View::nothing(),
            Some(OptionKind::LumpSum) => lump_sum_sentence(desk),
            Some(OptionKind::OnDates) => sentence(desk, Label::PaysOnDates, None),
            Some(OptionKind::Instalments) => {
                let (frequency, way) = (frequency.get(), way.get());
                instalment_sentence(desk, &frequency.unwrap_or_default(), &way.unwrap_or_default())
            }
        }}
    }
}

fn instalment_sentence(desk: DeskState, frequency: &str, way: &str) -> View {
    // Flat interest on the whole principal makes equal payments too.
    let words = match (way, Frequency::from_code(frequency)) {
        ("minimum-first", _) => (Label::CanPaySmaller, Label::AtFirst),
        ("equal-principal" | "interest-first" | "stepped" | "interest-last", _) => {
            (Label::CanPayFirst, Label::AtFirst)
        }
        (_, Some(Frequency::MONTHLY)) => (Label::CanPayMonthly, Label::EachMonth),
        (_, Some(Frequency::WEEKLY)) => (Label::CanPayWeekly, Label::EachWeek),
        (_, Some(Frequency::FORTNIGHTLY)) => (Label::CanPayFortnightly, Label::EachFortnight),
        (_, Some(Frequency::HALF_MONTHLY)) => (Label::CanPayHalfMonthly, Label::EachHalfMonth),
        _ => (Label::CanPayPeriodic, Label::EachPeriod),
    };
    let (field, input) = if way == "minimum-first" {
        (OptionField::Minimum, smaller_field(desk))
    } else {
        (OptionField::Payment, payment_field(desk))
    };
    sentence(desk, words.0, Some((words.1, field, input)))
}

/// The amount of the smaller payments, which stands in their own field too.
fn smaller_field(desk: DeskState) -> TextField {
    TextField {
        label: String::new(),
        keyboard: Keyboard::Figures,
        value: desk.text_of(|option| option.minimum.clone()),
        placeholder: no_placeholder(),
        problem: option_problem(desk, OptionField::Minimum),
        on_text: Callback::new(move |text| desk.edit(|option| option.minimum = text)),
        amount_in: Some(desk.currency()),
        focus: Some(desk.just_opened),
    }
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
    let first = (Label::OffTheTotal, OptionField::Discount, field);
    sentence(desk, Label::CanPayAtOnce, Some(first))
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

fn down_payment_field(desk: DeskState, focus: Option<RwSignal<bool>>) -> TextField {
    TextField {
        label: Label::CanPayNow.text(desk.locale).to_owned(),
        keyboard: Keyboard::Figures,
        value: desk.text_of(|option| option.down_payment.clone()),
        placeholder: Signal::derive(|| "0".to_owned()),
        problem: option_problem(desk, OptionField::DownPayment),
        on_text: Callback::new(move |text| desk.edit(|option| option.down_payment = text)),
        amount_in: Some(desk.currency()),
        focus,
    }
}

/// The sentence: what is asked first, with the words after it, and what is paid now. Payments on agreed days are listed
/// among the terms, so that the sentence asks nothing before what is paid now.
fn sentence(
    desk: DeskState,
    before: Label,
    asked: Option<(Label, OptionField, TextField)>,
) -> View {
    let locale = desk.locale;
    let sign = move || {
        let open = desk.session.last_open.read();
        open.as_ref().map(|open| symbol(open.claim.currency))
    };
    let (first_id, now_id) = (fresh_id(), fresh_id());
    let now_problem = problem_line(&now_id, option_problem(desk, OptionField::DownPayment));
    let now = down_payment_field(desk, asked.is_none().then_some(desk.just_opened));
    let mut first_problem = View::nothing();
    let first = match asked {
        None => view! { <p class="headline-part">{before.text(locale)}</p> },
        Some((after, field, input)) => {
            let is_money = field != OptionField::Discount;
            first_problem = problem_line(&first_id, input.problem);
            view! {
                <p class="headline-part">
                    <label for=first_id.clone()>{before.text(locale)}</label>
                    <span class="kept-together">
                        <span class="money-in" class:share-in=!is_money>
                            {is_money.then(|| view! { <span class="sign" aria-hidden="true">{sign}</span> })}
                            {text_input(&input, first_id)}
                        </span>
                        <span>{after.text(locale)}</span>
                    </span>
                </p>
            }
        }
    };
    view! {
        <div class="headline">
            {first}
            <p class="headline-part">
                <label for=now_id.clone()>{Label::AndNow.text(locale)}</label>
                <span class="kept-together">
                    <span class="money-in">
                        <span class="sign" aria-hidden="true">{sign}</span>
                        {text_input(&now, now_id)}
                    </span>
                    <span>{Label::RightNow.text(locale)}</span>
                </span>
            </p>
            {first_problem}
            {now_problem}
            {above(desk)}
        </div>
    }
}
