//! The stated balances against those recomputed from the history: a wrong figure in a call destroys trust.

use leptos::prelude::*;

use super::DeskState;
use crate::engine::money::Money;
use crate::text::Label;
use crate::text::format::money_bare;
use crate::text::vocabulary::{component, heading};
use crate::ui::model::{Basis, OpenCase};
use crate::ui::parts::field::{Choice, strip};
use crate::ui::view::{View, view};

/// The check, where the case has a history.
pub fn check_of_claim(desk: DeskState) -> View {
    View::live(move || {
        let open = desk.session.last_open.read();
        let open = open.as_ref()?;
        let recomputed = open.case.recomputed?.balances.components;
        let difference = open.case.stated.checked_sub(&recomputed).ok()?;
        Some(if difference.is_zero() {
            view! {
                <p class="claim-check is-allowed">{Label::ClaimAgrees.text(desk.locale)}</p>
            }
        } else {
            differing(desk, open)
        })
    })
}

fn differing(desk: DeskState, open: &OpenCase) -> View {
    let locale = desk.locale;
    let currency = open.claim.currency;
    let stated = open.case.stated;
    let recomputed = open
        .case
        .recomputed
        .map_or(stated, |found| found.balances.components);
    let line = |name: String, stated: Money, recomputed: Money| {
        let difference = stated.checked_sub(recomputed).unwrap_or_default();
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td class="amount">{money_bare(stated, currency)}</td>
                <td class="amount">{money_bare(recomputed, currency)}</td>
                <td class="amount">{money_bare(difference, currency)}</td>
            </tr>
        }
    };
    let rows: Vec<View> = stated
        .iter()
        .filter(|(part, amount)| *amount != recomputed.get(*part))
        .map(|(part, amount)| {
            line(
                heading(component(locale, part)),
                amount,
                recomputed.get(part),
            )
        })
        .collect();
    let total = line(
        Label::Total.text(locale).to_owned(),
        stated.total().unwrap_or_default(),
        recomputed.total().unwrap_or_default(),
    );
    view! {
        <div class="claim-check">
            <h2 class="is-approval claim-differs">{Label::ClaimDiffers.text(locale)}</h2>
            <table class="ledger">
                <caption class="heard">{Label::ClaimChecked.text(locale)}</caption>
                <thead>
                    <tr>
                        <td></td>
                        <th scope="col" class="amount">{Label::Stated.text(locale)}</th>
                        <th scope="col" class="amount">{Label::Recomputed.text(locale)}</th>
                        <th scope="col" class="amount">{Label::Difference.text(locale)}</th>
                    </tr>
                </thead>
                <tbody>{rows}{total}</tbody>
            </table>
            {basis_choice(desk)}
        </div>
    }
}

/// Which balances plans start from.
fn basis_choice(desk: DeskState) -> View {
    const STATED: &str = "stated";
    const RECOMPUTED: &str = "recomputed";
    let draft = desk.session.draft;
    strip(Choice {
        label: Label::PlanStartsFrom.text(desk.locale).to_owned(),
        choices: vec![
            (
                STATED.to_owned(),
                Label::Stated.text(desk.locale).to_owned(),
            ),
            (
                RECOMPUTED.to_owned(),
                Label::Recomputed.text(desk.locale).to_owned(),
            ),
        ],
        value: Signal::derive(move || {
            let basis = draft.with(|draft| draft.basis);
            if basis == Basis::Recomputed {
                RECOMPUTED
            } else {
                STATED
            }
            .to_owned()
        }),
        on_choice: Callback::new(move |code: String| {
            let recomputed = code == RECOMPUTED;
            let basis = if recomputed {
                Basis::Recomputed
            } else {
                Basis::Stated
            };
            draft.update(|draft| draft.basis = basis);
        }),
    })
}
