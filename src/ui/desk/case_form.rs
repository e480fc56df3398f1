//! A case typed into a form. What cannot be read is said at its field; what is still missing, beside the button.

use leptos::prelude::*;

use super::DeskState;
use crate::engine::claim::{Component, Jurisdiction, Product};
use crate::engine::fields::Problem;
use crate::engine::money::Currency;
use crate::text::format::currency_name;
use crate::text::problem::field_problem;
use crate::text::typed::{parse_amount, parse_date_typed, parse_rate_typed, typed_problem};
use crate::text::vocabulary::{component, heading, jurisdiction, list, product};
use crate::text::{Label, Locale};
use crate::ui::model::{CaseDraft, CaseForm, FORM_FIELDS, FormField, OpenError};
use crate::ui::parts::field::{
    Choice, Keyboard, TextField, no_placeholder, select_field, text_field,
};
use crate::ui::parts::figure::figure;
use crate::ui::view::{View, view};

/// Each part of the form: its heading, and how the paths of its fields begin.
const PARTS: [(Label, &[&str]); 4] = [
    (Label::FormParties, &["creditor.", "borrower."]),
    (
        Label::FormDebt,
        &[
            "product",
            "jurisdiction",
            "currency",
            "as_of",
            "overdue_since",
        ],
    ),
    (Label::FormContract, &["contract."]),
    (Label::FormBalances, &["balances."]),
];

/// The form.
pub fn case_form(desk: DeskState) -> View {
    let locale = desk.locale;
    let parts: Vec<View> = PARTS
        .iter()
        .map(|(name, beginnings)| {
            let fields: Vec<View> = FORM_FIELDS
                .iter()
                .filter(|(path, _)| beginnings.iter().any(|start| path.starts_with(start)))
                .map(|(path, kind)| field(desk, path, *kind))
                .collect();
            view! {
                <section class="form-part">
                    <h2>{name.text(locale)}</h2>
                    <div class="fields-grid form-grid">{fields}</div>
                </section>
            }
        })
        .collect();
    view! {
        <div class="case-form">
            <div>
                <h1>{Label::TypeIn.text(locale)}</h1>
                <p class="hint">{Label::TypeInHint.text(locale)}</p>
            </div>
            {parts}
            {way_on(desk)}
        </div>
    }
}

fn text_at(desk: DeskState, path: &str) -> String {
    desk.session.draft.with(|draft| match &draft.case {
        CaseDraft::Form(form) => form.text(path).to_owned(),
        CaseDraft::Empty | CaseDraft::File(_) => String::new(),
    })
}

fn set_text(desk: DeskState, path: &str, text: String) {
    desk.session.draft.update(|draft| {
        if let CaseDraft::Form(form) = &mut draft.case {
            let form: &mut CaseForm = form;
            form.set(path, text);
        }
    });
}

fn field(desk: DeskState, path: &'static str, kind: FormField) -> View {
    let label = field_name(desk.locale, path);
    let value = Signal::derive(move || text_at(desk, path));
    let set = Callback::new(move |text| set_text(desk, path, text));
    if kind == FormField::Choice {
        let choices = choices(desk.locale, path);
        return select_field(Choice {
            label,
            choices,
            value,
            on_choice: set,
        });
    }
    text_field(&TextField {
        label,
        keyboard: match kind {
            FormField::Text | FormField::Choice => Keyboard::Text,
            FormField::Amount | FormField::Percentage => Keyboard::Figures,
            FormField::Date => Keyboard::Date,
        },
        value,
        placeholder: no_placeholder(),
        problem: Signal::derive(move || problem(desk, path, kind)),
        on_text: set,
        amount_in: (kind == FormField::Amount)
            .then(|| Signal::derive(move || Currency::from_code(&text_at(desk, "currency")))),
        focus: None,
    })
}

fn choices(locale: Locale, path: &str) -> Vec<(String, String)> {
    let own = |code: &str, words: &str| (code.to_owned(), heading(words));
    match path {
        "product" => Product::ALL
            .map(|one| own(one.code(), product(locale, one)))
            .to_vec(),
        "jurisdiction" => Jurisdiction::ALL
            .map(|one| own(one.code(), jurisdiction(locale, one)))
            .to_vec(),
        _ => Currency::ALL
            .map(|one| {
                own(
                    one.code(),
                    &format!("{} {}", one.code(), currency_name(locale, one)),
                )
            })
            .to_vec(),
    }
}

/// What is wrong with a field that holds something: first how it is written, then what the whole case says of it.
fn problem(desk: DeskState, path: &str, kind: FormField) -> Option<String> {
    let text = text_at(desk, path);
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    let currency = Currency::from_code(&text_at(desk, "currency")).unwrap_or(Currency::Cny);
    let written = match kind {
        FormField::Text | FormField::Choice => None,
        FormField::Amount => parse_amount(text, currency)
            .err()
            .map(|error| typed_problem(desk.locale, error)),
        FormField::Percentage => parse_rate_typed(text)
            .err()
            .map(|error| typed_problem(desk.locale, error)),
        FormField::Date => parse_date_typed(text)
            .err()
            .map(|error| typed_problem(desk.locale, error)),
    };
    written.or_else(|| {
        desk.session.open.with(|open| match open {
            Err(OpenError::Unreadable(error)) if error.path == path => {
                Some(field_problem(desk.locale, error))
            }
            _ => None,
        })
    })
}

/// What is still missing, or the total and the button.
fn way_on(desk: DeskState) -> View {
    let locale = desk.locale;
    let missing = move || {
        desk.session.open.with(|open| match open {
            Ok(_) | Err(OpenError::Empty) => None,
            Err(OpenError::Unreadable(error)) => {
                let empty = still_empty(desk);
                Some(
                    if matches!(error.problem, Problem::Missing) && !empty.is_empty() {
                        format!(
                            "{} {}",
                            Label::StillMissing.text(locale),
                            list(locale, &empty)
                        )
                    } else {
                        format!(
                            "{} {}",
                            Label::ToMend.text(locale),
                            field_problem(locale, error)
                        )
                    },
                )
            }
            Err(OpenError::NoPack(id)) => Some(format!("{} {id}", Label::NoSuchPack.text(locale))),
        })
    };
    let total = move || {
        desk.session.open.with(|open| {
            let claim = open.as_ref().ok()?.claim;
            Some(figure(claim.components().total().ok()?, claim.currency))
        })
    };
    let back = move |_| {
        desk.editing.set(false);
        desk.put_away();
    };
    let go = move |_| {
        desk.just_opened.set(true);
        desk.editing.set(false);
    };
    view! {
        <div class="way-on">
            <p role="status">
                {missing}
                {move || total().map(|total| view! {
                    <span class="field-label">{Label::TotalOwed.text(locale)}</span> " " <b class="lead">{total}</b>
                })}
            </p>
            <div class="button-row">
                <button
                    type="button"
                    class="button primary"
                    disabled=move || desk.session.open.with(Result::is_err)
                    on:click=go
                >
                    {Label::ToThePlan.text(locale)}
                </button>
                <button type="button" class="button" on:click=back>{Label::Back.text(locale)}</button>
            </div>
        </div>
    }
}

/// Fields that a case needs and that hold nothing, in the order of the form.
fn still_empty(desk: DeskState) -> Vec<String> {
    const MAY_STAY_EMPTY: [&str; 2] = ["contract.penalty.multiple", "contract.late_charge.rate"];
    let needed = |path: &str| {
        let other_balance = path.starts_with("balances.") && path != "balances.principal";
        !other_balance && !MAY_STAY_EMPTY.contains(&path)
    };
    FORM_FIELDS
        .iter()
        .filter(|(path, _)| needed(path) && text_at(desk, path).trim().is_empty())
        .map(|(path, _)| field_name(desk.locale, path))
        .collect()
}

/// The name of a field.
fn field_name(locale: Locale, path: &str) -> String {
    let label = match path {
        "creditor.name" => Label::Creditor,
        "creditor.contact" => Label::CreditorContact,
        "creditor.complaints" => Label::CreditorComplaints,
        "creditor.channels.1" => Label::PaymentChannel,
        "borrower.name" => Label::BorrowerMasked,
        "borrower.account" => Label::AccountMasked,
        "product" => Label::Product,
        "jurisdiction" => Label::Jurisdiction,
        "currency" => Label::Currency,
        "as_of" => Label::AsOf,
        "overdue_since" => Label::OverdueSince,
        "contract.signed_on" => Label::SignedOn,
        "contract.original_principal" => Label::OriginalPrincipal,
        "contract.interest_rate" => Label::ContractRatePercent,
        "contract.penalty.multiple" => Label::PenaltyMultiple,
        "contract.late_charge.rate" => Label::LateChargeRatePercent,
        _ => return balance_name(locale, path),
    };
    label.text(locale).to_owned()
}

fn balance_name(locale: Locale, path: &str) -> String {
    let code = path.strip_prefix("balances.").unwrap_or(path);
    let part = Component::from_code(code).map(|part| heading(component(locale, part)));
    part.unwrap_or_else(|| path.to_owned())
}
