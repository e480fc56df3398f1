//! What is owed, by component, and which rules judge it.

use leptos::prelude::*;

use super::affordability::affordability;
use super::{DeskState, check_of_claim, own_pack};
use crate::engine::claim::Jurisdiction;
use crate::engine::rules::{Layer, packs_for};
use crate::text::format::{date_iso, money_bare, number};
use crate::text::vocabulary::{component, heading, product, stage};
use crate::text::{Label, Locale, noted};
use crate::ui::browser::files;
use crate::ui::model::rules::read_own_pack;
use crate::ui::model::{CaseDraft, OpenCase};
use crate::ui::parts::field::{Choice, select_field};
use crate::ui::parts::figure::figure;
use crate::ui::view::{View, view};

/// The case column.
pub fn case_column(desk: DeskState) -> View {
    let shown = move |part: fn(DeskState, &OpenCase) -> View| {
        move || {
            desk.session
                .last_open
                .read()
                .as_ref()
                .map(|open| part(desk, open))
        }
    };
    view! {
        <div class="case-brief">{shown(brief)}</div>
        <div class="case-detail">
            {shown(components)}
            {check_of_claim::check_of_claim(desk)}
            {shown(standing)}
            {affordability(desk)}
            {pack_choice(desk)}
            {case_buttons(desk)}
        </div>
    }
}

/// The language in which a case's names and its packs' sources are written, as far as its place tells.
pub(super) const fn language_of(place: Jurisdiction) -> &'static str {
    match place {
        Jurisdiction::China => Locale::Zh.lang(),
        Jurisdiction::Britain | Jurisdiction::UnitedStates => Locale::En.lang(),
    }
}

/// Whose debt it is, and how much.
fn brief(desk: DeskState, open: &OpenCase) -> View {
    let locale = desk.locale;
    let (case, claim) = (&open.case, &open.claim);
    let total = claim.components().total().unwrap_or_default();
    let lang = language_of(case.jurisdiction);
    view! {
        <h1 class="case-name" lang=lang>
            {case.parties.borrower.clone()} " " <span class="account">{case.parties.account.clone()}</span>
        </h1>
        <p class="hint">
            {heading(product(locale, case.product))} " · "
            <span lang=lang>{case.parties.creditor.name.clone()}</span>
        </p>
        {case.sample.then(|| view! { <p class="sample-mark">{Label::SampleNote.text(locale)}</p> })}
        <p class="owed">
            <span class="field-label">
                {Label::TotalOwed.text(locale)} " · " {Label::AsOf.text(locale)} " " {date_iso(claim.as_of)}
            </span>
            <span class="hero">{figure(total, claim.currency)}</span>
        </p>
    }
}

fn components(desk: DeskState, open: &OpenCase) -> View {
    let (locale, claim) = (desk.locale, &open.claim);
    // Said beside the figures that it was taken out of, and never among concessions.
    let not_owed = open.case.penalty_not_owed;
    let debits = open.case.circumstances.failed_debits.len();
    let left_out = not_owed
        .is_positive()
        .then(|| noted::penalty_not_owed(locale, debits, not_owed, claim.currency));
    let rows: Vec<View> = claim
        .components()
        .iter()
        .map(|(part, amount)| {
            view! {
                <tr class:nothing=amount.is_zero()>
                    <th scope="row">{heading(component(locale, part))}</th>
                    <td class="amount">{money_bare(amount, claim.currency)}</td>
                </tr>
            }
        })
        .collect();
    view! {
        <table class="ledger components">
            <caption class="heard">{Label::Owed.text(locale)}</caption>
            <tbody>{rows}</tbody>
        </table>
        {left_out.map(|words| view! { <p class="hint">{words}</p> })}
    }
}

/// How old the debt is, and what is noted about the customer.
fn standing(desk: DeskState, open: &OpenCase) -> View {
    let (locale, claim) = (desk.locale, &open.claim);
    let days = u64::try_from(claim.days_past_due(claim.as_of)).unwrap_or(0);
    let aged = format!("{} · {}", number(days), claim.stage().code());
    view! {
        <dl class="pairs">
            <dt>{Label::DaysPastDue.text(locale)}</dt>
            <dd title=stage(locale, claim.stage())>{aged}</dd>
            {customer(desk, open)}
        </dl>
    }
}

fn customer(desk: DeskState, open: &OpenCase) -> Option<View> {
    let locale = desk.locale;
    let customer = open.case.customer?;
    let willing = if customer.willing {
        Label::Willing
    } else {
        Label::Unwilling
    };
    let able = if customer.able {
        Label::Able
    } else {
        Label::Unable
    };
    Some(view! {
        <dt>{Label::CustomerType.text(locale)}</dt>
        <dd>{willing.text(locale)} " / " {able.text(locale)}</dd>
        <dt>{Label::PromisesBroken.text(locale)}</dt>
        <dd>{number(u64::from(customer.promises_broken))}</dd>
    })
}

/// Which house pack judges the case, among those of its place.
fn pack_choice(desk: DeskState) -> View {
    let place = Memo::new(move |_| {
        desk.session
            .last_open
            .with(|open| open.as_ref().map(|open| open.case.jurisdiction))
    });
    let value = Signal::derive(move || {
        let open = desk.session.last_open.read();
        open.as_ref()
            .map(|open| open.house.id.clone())
            .unwrap_or_default()
    });
    let on_choice = Callback::new(move |id: String| {
        desk.session.draft.update(|draft| draft.pack = Some(id));
    });
    // By its text first: reading it is linting it, which a keystroke elsewhere in the draft need not bring about.
    let own_text = Memo::new(move |_| desk.session.draft.with(|draft| draft.own_pack.clone()));
    let own = Memo::new(move |_| own_text.with(|text| read_own_pack(text.as_deref()?).ok()));
    View::live(move || {
        let here = place.get()?;
        let own = own.get().filter(|own| own.jurisdiction == here);
        let choices = packs_for(here)
            .into_iter()
            .filter(|pack| pack.layer == Layer::House)
            .chain(own)
            .map(|pack| {
                let name = match desk.locale {
                    Locale::Zh => &pack.name.zh,
                    Locale::En => &pack.name.en,
                };
                (pack.id.clone(), name.clone())
            })
            .collect();
        let field = select_field(Choice {
            label: Label::RulePack.text(desk.locale).to_owned(),
            choices,
            value,
            on_choice,
        });
        // What an agreement names: the narrow list has room for the name alone.
        let reference = move || {
            let open = desk.session.last_open.read();
            open.as_ref()
                .map(|open| format!("{} {}", open.house.id, open.house.version))
        };
        Some(view! {
            <div>
                {field}
                <p class="hint">{View::live(reference)}</p>
                {own_pack::own_pack(desk)}
            </div>
        })
    })
}

fn case_buttons(desk: DeskState) -> View {
    let locale = desk.locale;
    let outcome = RwSignal::new(None::<Label>);
    let save = move |_| {
        let text = desk
            .session
            .draft
            .with_untracked(|draft| match &draft.case {
                CaseDraft::Empty => String::new(),
                CaseDraft::File(text) => text.clone(),
                CaseDraft::Form(form) => form.to_case_text(),
            });
        outcome.set(Some(
            if files::save("quittance-case.json", "application/json", &text) {
                Label::FileSaved
            } else {
                Label::FileNotSaved
            },
        ));
    };
    view! {
        <div class="button-row case-buttons">
            <button type="button" class="button plain" on:click=move |_| desk.editing.set(true)>
                {Label::EditCase.text(locale)}
            </button>
            <button type="button" class="button plain" on:click=save>
                {Label::SaveCaseFile.text(locale)}
            </button>
            <button type="button" class="button plain" on:click=move |_| desk.put_away()>
                {Label::OtherCase.text(locale)}
            </button>
            {move || desk.before.read().is_some().then(|| view! {
                <button type="button" class="button plain" on:click=move |_| desk.step_back()>
                    {Label::BackToCase.text(locale)}
                </button>
            })}
        </div>
        <p class="hint" role="status">
            {move || outcome.get().map(|outcome| outcome.text(locale))}
        </p>
    }
}
