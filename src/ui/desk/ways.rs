//! The ways to repay in instalments, each with the fields that are its own, and payments on agreed days.

use leptos::prelude::*;

use super::DeskState;
use super::terms::{Reach, choice, text_of};
use crate::engine::money::Money;
use crate::engine::plan::{FlatPrincipal, Repayment, Step};
use crate::text::Label;
use crate::text::vocabulary::{flat_share, heading, repayment};
use crate::ui::model::{OptionField, WAYS};
use crate::ui::parts::field::{Keyboard, text_field};
use crate::ui::view::{View, view};

/// The choice between the ways to repay.
pub fn way_choice(desk: DeskState) -> View {
    let ways = WAYS.map(|code| {
        let words = repayment(desk.locale, &example(code));
        (code.to_owned(), heading(words))
    });
    choice(desk, Label::Method, ways.to_vec(), |option| {
        &mut option.method
    })
}

/// A way to repay by its code, with any terms: its name does not depend on them.
fn example(code: &str) -> Repayment {
    match code {
        "equal-principal" => Repayment::EqualPrincipal,
        "interest-first" => Repayment::InterestFirst,
        "interest-last" => Repayment::InterestLast,
        "balloon" => Repayment::Balloon(Money::ZERO),
        "stepped" => Repayment::Stepped {
            step: Step::Plus(Money::ZERO),
            every: 1,
        },
        "flat" => Repayment::Flat(FlatPrincipal::EqualParts),
        "minimum-first" => Repayment::MinimumFirst {
            minimum: Money::ZERO,
            rows: 1,
        },
        _ => Repayment::EqualInstalment,
    }
}

/// The fields that only the chosen way has. What was typed for another way is kept for when it is chosen again.
pub fn fields_of_way(desk: DeskState) -> View {
    let way = Memo::new(move |_| {
        let selected = desk.selected.read();
        selected.as_ref().map(|view| view.draft.method.clone())
    });
    View::live(move || match way.get().as_deref() {
        Some("balloon") => amount(desk, Label::Balloon, OptionField::Balloon, |option| {
            &mut option.balloon
        }),
        Some("stepped") => {
            let mut step = text_of(
                desk,
                Label::StepBy,
                Keyboard::Text,
                OptionField::Step,
                |option| &mut option.step,
            );
            step.placeholder = Signal::derive(|| "5%  -3%  200  -50".to_owned());
            view! {
                {text_field(&step)}
                {count(desk, Label::StepEvery, OptionField::StepEvery, |option| &mut option.step_every)}
            }
        }
        Some("flat") => {
            let shares = FlatPrincipal::ALL
                .map(|one| (one.code().to_owned(), heading(flat_share(desk.locale, one))));
            choice(desk, Label::FlatShare, shares.to_vec(), |option| {
                &mut option.flat
            })
        }
        Some("minimum-first") => view! {
            {amount(desk, Label::Minimum, OptionField::Minimum, |option| &mut option.minimum)}
            {count(desk, Label::MinimumRows, OptionField::MinimumRows, |option| &mut option.minimum_rows)}
        },
        _ => View::nothing(),
    })
}

fn amount(desk: DeskState, label: Label, field: OptionField, reach: Reach) -> View {
    let mut text = text_of(desk, label, Keyboard::Figures, field, reach);
    text.amount_in = Some(desk.currency());
    text_field(&text)
}

fn count(desk: DeskState, label: Label, field: OptionField, reach: Reach) -> View {
    text_field(&text_of(desk, label, Keyboard::Figures, field, reach))
}

/// Payments on agreed days, one to a line.
pub fn agreed_days(desk: DeskState) -> View {
    let lines = text_of(
        desk,
        Label::DaysAndAmounts,
        Keyboard::Lines,
        OptionField::Dated,
        |option| &mut option.dated,
    );
    view! {
        <div class="agreed-days">
            {text_field(&lines)}
            <p class="hint">{Label::DaysAndAmountsHint.text(desk.locale)}</p>
        </div>
    }
}
