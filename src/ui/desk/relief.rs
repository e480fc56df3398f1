//! What becomes of the concessions if the plan is kept, and if it is not: folded, and said in a line where unusual.

use leptos::prelude::*;

use super::DeskState;
use super::option_texts::option_problem;
use super::terms::{choice, text_of};
use crate::engine::plan::{VestingKind, WhileKept};
use crate::text::Label;
use crate::text::vocabulary::{heading, vesting, while_kept};
use crate::ui::model::OptionField;
use crate::ui::parts::field::{Keyboard, text_field};
use crate::ui::view::{View, view};

/// The fold. Closed, it still says what is not as usual, and what is wrong in it.
pub fn relief(desk: DeskState) -> View {
    let locale = desk.locale;
    let problem = option_problem(desk, OptionField::Milestones);
    let steps = Memo::new(move |_| {
        let selected = desk.selected.read();
        selected
            .as_ref()
            .is_some_and(|view| view.draft.vesting_kind() == VestingKind::Milestones)
    });
    let treatments = WhileKept::ALL
        .map(|one| (one.code().to_owned(), heading(while_kept(locale, one))))
        .to_vec();
    let vestings = VestingKind::ALL
        .map(|one| (one.code().to_owned(), heading(vesting(locale, one))))
        .to_vec();
    view! {
        <details class="relief">
            <summary>
                {Label::IfKeptOrNot.text(locale)} " "
                <small class="unusual">{unusual(desk)}</small>
                {move || problem.get().map(|text| view! { <span class="wrong">{text}</span> })}
            </summary>
            <div class="fields-grid relief-grid">
                {choice(desk, Label::TimeCosts, treatments, |option| &mut option.while_kept)}
                {choice(desk, Label::TakesEffect, vestings, |option| &mut option.vesting)}
                {move || steps.get().then(|| {
                    let mut text = text_of(
                        desk,
                        Label::Milestones,
                        Keyboard::Text,
                        OptionField::Milestones,
                        |option| &mut option.milestones,
                    );
                    text.placeholder = Signal::derive(|| "6: 30%, 12: 60%".to_owned());
                    text_field(&text)
                })}
            </div>
        </details>
    }
}

/// What is not as usual, in the words of its choice.
fn unusual(desk: DeskState) -> View {
    let words = desk.text_of(move |option| {
        let mut said = Vec::new();
        let (treatment, kind) = (option.treatment(), option.vesting_kind());
        if treatment != WhileKept::default() {
            said.push(while_kept(desk.locale, treatment));
        }
        if kind != VestingKind::OnCompletion {
            said.push(vesting(desk.locale, kind));
        }
        heading(&said.join(desk.locale.pick("；", "; ")))
    });
    View::live(move || words.get())
}
