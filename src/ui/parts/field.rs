//! Labelled controls. Each shows its own problem below it and points to it for those who listen.

use leptos::html::Input;
use leptos::prelude::*;

use super::fresh_id;
use crate::engine::money::Currency;
use crate::text::typed::amount_in_order;
use crate::ui::view::{View, effect, view};

/// How a text field behaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keyboard {
    /// Any text.
    Text,
    /// Amounts, percentages and counts: a pad of digits on a phone, set at the right.
    Figures,
    /// A date.
    Date,
    /// Several lines of text.
    Lines,
}

/// A text field.
pub struct TextField {
    /// What it is called.
    pub label: String,
    /// How it behaves.
    pub keyboard: Keyboard,
    /// The text in it.
    pub value: Signal<String>,
    /// What stands there while it is empty.
    pub placeholder: Signal<String>,
    /// What is wrong with the text.
    pub problem: Signal<Option<String>>,
    /// Called with every change.
    pub on_text: Callback<String>,
    /// The currency, if the field is for an amount: it is put in order when the field is left.
    pub amount_in: Option<Signal<Option<Currency>>>,
    /// Raised when the field is to take the focus; lowered once it has.
    pub focus: Option<RwSignal<bool>>,
}

/// A text field with its label above and its problem below.
#[must_use]
pub fn text_field(field: &TextField) -> View {
    let id = fresh_id();
    let problem = field.problem;
    let label = field.label.clone();
    let input = match field.keyboard {
        Keyboard::Lines => text_lines(field, id.clone()),
        _ => text_input(field, id.clone()),
    };
    let problem_view = problem_line(&id, problem);
    view! {
        <div class="field">
            <label for=id>{label}</label>
            {input}
            {problem_view}
        </div>
    }
}

/// The bare input of a text field, for a label that stands elsewhere under this id.
#[must_use]
pub fn text_input(field: &TextField, id: String) -> View {
    let &TextField {
        keyboard,
        value,
        placeholder,
        problem,
        on_text,
        amount_in,
        focus,
        ..
    } = field;
    let problem_id = problem_id(&id);
    let figures = keyboard == Keyboard::Figures;
    let input = NodeRef::<Input>::new();
    if let Some(focus) = focus {
        effect(move || take_focus(input, focus));
    }
    view! {
        <input
            node_ref=input
            id=id
            type="text"
            inputmode=match keyboard {
                Keyboard::Text | Keyboard::Lines => "text",
                Keyboard::Figures => "decimal",
                Keyboard::Date => "numeric",
            }
            autocomplete="off"
            spellcheck="false"
            class:figures-in=figures
            placeholder=move || placeholder.get()
            prop:value=move || value.get()
            aria-invalid=move || problem.read().is_some().then_some("true")
            aria-describedby=move || problem.read().is_some().then(|| problem_id.clone())
            on:input=move |event| on_text.run(event_target_value(&event))
            on:blur=move |event| put_in_order(&event_target_value(&event), amount_in, on_text)
        />
    }
}

fn text_lines(field: &TextField, id: String) -> View {
    let &TextField {
        value,
        placeholder,
        problem,
        on_text,
        ..
    } = field;
    let problem_id = problem_id(&id);
    view! {
        <textarea
            id=id
            rows="4"
            autocomplete="off"
            spellcheck="false"
            placeholder=move || placeholder.get()
            prop:value=move || value.get()
            aria-invalid=move || problem.read().is_some().then_some("true")
            aria-describedby=move || problem.read().is_some().then(|| problem_id.clone())
            on:input=move |event| on_text.run(event_target_value(&event))
        ></textarea>
    }
}

/// A field that goes with its screen is left too, when what it writes to may be gone already.
fn put_in_order(
    text: &str,
    amount_in: Option<Signal<Option<Currency>>>,
    on_text: Callback<String>,
) {
    let currency = amount_in
        .and_then(|currency| currency.try_get_untracked())
        .flatten();
    if let Some(ordered) = currency.and_then(|currency| amount_in_order(text, currency)) {
        let _ = on_text.try_run(ordered);
    }
}

fn take_focus(input: NodeRef<Input>, focus: RwSignal<bool>) {
    if let (Some(input), true) = (input.get(), focus.get()) {
        focus.set(false);
        // A browser that refuses the focus leaves it where it was.
        let _ = input.focus();
        input.select();
    }
}

fn problem_id(id: &str) -> String {
    format!("{id}-problem")
}

/// What is wrong with the control of this id.
#[must_use]
pub fn problem_line(id: &str, problem: Signal<Option<String>>) -> View {
    let id = problem_id(id);
    View::live(move || {
        let id = id.clone();
        problem
            .get()
            .map(|text| view! { <p class="wrong" id=id>{text}</p> })
    })
}

/// Nothing is wrong.
#[must_use]
pub fn no_problem() -> Signal<Option<String>> {
    Signal::derive(|| None)
}

/// Nothing stands in an empty field.
#[must_use]
pub fn no_placeholder() -> Signal<String> {
    Signal::derive(String::new)
}

/// A choice between codes, each with its words.
pub struct Choice {
    /// What is chosen.
    pub label: String,
    /// The codes and their words, in order.
    pub choices: Vec<(String, String)>,
    /// The code that stands.
    pub value: Signal<String>,
    /// Called with the code chosen.
    pub on_choice: Callback<String>,
}

/// A choice as a native select.
#[must_use]
pub fn select_field(choice: Choice) -> View {
    let Choice {
        label,
        choices,
        value,
        on_choice,
    } = choice;
    let id = fresh_id();
    let for_id = id.clone();
    // Read once for all of them.
    let value = Memo::new(move |_| value.get());
    let options: Vec<View> = choices
        .into_iter()
        .map(|(code, words)| {
            let this = code.clone();
            view! {
                <option value=code prop:selected=move || *value.read() == this>{words}</option>
            }
        })
        .collect();
    view! {
        <div class="field">
            <label for=for_id>{label}</label>
            <select id=id on:change=move |event| on_choice.run(event_target_value(&event))>
                {options}
            </select>
        </div>
    }
}

/// A choice between few as a strip of radio buttons.
#[must_use]
pub fn strip(choice: Choice) -> View {
    let Choice {
        label,
        choices,
        value,
        on_choice,
    } = choice;
    let group = fresh_id();
    let buttons: Vec<View> = choices
        .into_iter()
        .map(|(code, words)| {
            let (this, chosen) = (code.clone(), code.clone());
            view! {
                <label>
                    <input
                        type="radio"
                        name=group.clone()
                        value=code
                        prop:checked=move || *value.read() == this
                        on:change=move |_| on_choice.run(chosen.clone())
                    />
                    {words}
                </label>
            }
        })
        .collect();
    let name_id = fresh_id();
    let named_by = name_id.clone();
    view! {
        <div class="field" role="radiogroup" aria-labelledby=named_by>
            <span class="field-label" id=name_id>{label}</span>
            <div class="strip">{buttons}</div>
        </div>
    }
}

/// A box to tick.
#[must_use]
pub fn tick_box(
    label: String,
    value: Signal<bool>,
    problem: Signal<Option<String>>,
    on_change: Callback<bool>,
) -> View {
    let id = fresh_id();
    let problem_view = problem_line(&id, problem);
    view! {
        <div class="field">
            <label class="tick">
                <input
                    id=id.clone()
                    type="checkbox"
                    prop:checked=move || value.get()
                    aria-describedby=move || problem.read().is_some().then(|| problem_id(&id))
                    on:change=move |event| on_change.run(event_target_checked(&event))
                />
                {label}
            </label>
            {problem_view}
        </div>
    }
}
