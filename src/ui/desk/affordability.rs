//! What the borrower can afford: a month's figures, as the place of the debt presents them. They stay on this device.

use leptos::prelude::*;

use super::DeskState;
use crate::engine::claim::Jurisdiction;
use crate::engine::money::Money;
use crate::engine::negotiate::Affordable;
use crate::text::TalkLabel;
use crate::text::format::money;
use crate::text::negotiation;
use crate::text::typed::typed_problem;
use crate::ui::model::{
    BudgetDraft, BudgetField, Budgeted, Draft, USUAL_SHARE_PERCENT, above_budget,
};
use crate::ui::parts::field::{Keyboard, TextField, no_placeholder, text_field};
use crate::ui::session::Session;
use crate::ui::view::{View, view};

/// What the budget comes to.
pub fn budgeted(session: Session) -> Memo<Option<Budgeted>> {
    Memo::new(move |_| {
        let open = session.last_open.read();
        let open = open.as_ref()?;
        let (place, currency) = (open.case.jurisdiction, open.claim.currency);
        Some(
            session
                .draft
                .with(|draft| draft.budget.work_out(place, currency)),
        )
    })
}

/// What the borrower can bear, where the budget says so.
pub fn affordable(desk: DeskState) -> Option<Affordable> {
    desk.budgeted.get()?.ok().flatten()
}

/// The part of the case column: folded, and then it says what may be asked, if that is known.
pub fn affordability(desk: DeskState) -> View {
    let locale = desk.locale;
    let place = Memo::new(move |_| {
        let open = desk.session.last_open.read();
        open.as_ref().map(|open| open.case.jurisdiction)
    });
    let fields = move || {
        let place = place.get()?;
        let fields = BudgetField::of(place).iter();
        Some(
            fields
                .map(|one| field(desk, place, *one))
                .collect::<Vec<_>>(),
        )
    };
    let in_short = move || amount(desk, |found| found.offer);
    let empty = Memo::new(move |_| desk.session.draft.with(|draft| draft.budget.is_empty()));
    let clear = move |_| {
        let clear = |draft: &mut Draft| draft.budget = BudgetDraft::default();
        desk.session.draft.update(clear);
    };
    view! {
        <details class="affordability">
            <summary>{TalkLabel::CanAfford.text(locale)} " " <small>{View::live(in_short)}</small></summary>
            <p class="hint">{TalkLabel::OnThisDevice.text(locale)}</p>
            <div class="fields-grid budget-grid">{View::live(fields)}</div>
            {move || affordable(desk).map(|found| results(desk, place.get(), &found))}
            <button type="button" class="button plain" disabled=move || empty.get() on:click=clear>
                {TalkLabel::ClearBudget.text(locale)}
            </button>
        </details>
    }
}

/// An amount of what was found, in the currency of the case.
fn amount(desk: DeskState, read: fn(&Affordable) -> Money) -> Option<String> {
    let (found, currency) = (affordable(desk)?, desk.currency().get()?);
    Some(money(desk.locale, read(&found), currency))
}

fn results(desk: DeskState, place: Option<Jurisdiction>, found: &Affordable) -> View {
    let locale = desk.locale;
    let saves = place == Some(Jurisdiction::Britain) || !found.savings.is_zero();
    let pair = move |label: TalkLabel, read| {
        view! { <dt>{label.text(locale)}</dt><dd>{amount(desk, read)}</dd> }
    };
    view! {
        <dl class="pairs">
            {pair(TalkLabel::Surplus, |found| found.surplus)}
            {saves.then(|| pair(TalkLabel::KeptForEmergencies, |found| found.savings))}
            {pair(TalkLabel::MostToAsk, |found| found.offer)}
        </dl>
    }
}

const fn label_of(place: Jurisdiction, field: BudgetField) -> TalkLabel {
    match (field, place) {
        (BudgetField::Income, _) => TalkLabel::Income,
        (BudgetField::Fixed, Jurisdiction::China) => TalkLabel::LivingCosts,
        (BudgetField::Fixed, _) => TalkLabel::FixedSpending,
        (BudgetField::Flexible, _) => TalkLabel::FlexibleSpending,
        (BudgetField::Priority, _) => TalkLabel::PriorityDebts,
        (BudgetField::OtherPlans, _) => TalkLabel::OtherPlans,
        (BudgetField::Residual, _) => TalkLabel::MustStay,
        (BudgetField::Share, _) => TalkLabel::ShareToAsk,
    }
}

fn field(desk: DeskState, place: Jurisdiction, field: BudgetField) -> View {
    let (locale, session) = (desk.locale, desk.session);
    let is_share = field == BudgetField::Share;
    text_field(&TextField {
        label: label_of(place, field).text(locale).to_owned(),
        keyboard: Keyboard::Figures,
        value: Signal::derive(move || {
            session
                .draft
                .with(|draft| draft.budget.text(field).to_owned())
        }),
        placeholder: if is_share {
            Signal::derive(|| format!("{USUAL_SHARE_PERCENT}%"))
        } else {
            no_placeholder()
        },
        problem: Signal::derive(move || {
            let budgeted = desk.budgeted.read();
            let issues = budgeted.as_ref()?.as_ref().err()?;
            let (_, error) = issues.iter().find(|(at, _)| *at == field)?;
            Some(typed_problem(locale, *error))
        }),
        on_text: Callback::new(move |text| {
            session.draft.update(|draft| draft.budget.set(field, text));
        }),
        amount_in: (!is_share).then(|| desk.currency()),
        focus: None,
    })
}

/// Under the borrower's number: that it is more than the budget leaves.
pub fn above(desk: DeskState) -> View {
    let words = Memo::new(move |_| {
        let (found, currency) = (affordable(desk)?, desk.currency().get()?);
        let selected = desk.selected.read();
        let good = selected.as_ref()?.result.as_ref().ok()?;
        let above = above_budget(good, &found)?;
        Some(negotiation::above_budget(
            desk.locale,
            above.at_most,
            currency,
        ))
    });
    View::live(move || {
        words
            .get()
            .map(|text| view! { <p class="above-budget is-approval">{text}</p> })
    })
}
