//! Find what fits: for the number that the borrower said, what each other term would have to be. Folded, and looked for
//! only while it is open.

use leptos::html::H2;
use leptos::prelude::*;

use super::DeskState;
use super::affordability::affordable;
use crate::engine::money::Currency;
use crate::text::TalkLabel;
use crate::text::finding::decision;
use crate::text::negotiation::{fitting, fitting_heading, unfitting};
use crate::text::problem::plan_problem;
use crate::ui::browser::after_paint::AfterPaint;
use crate::ui::model::{Fit, Fits, Fitting, OptionDraft, OptionKind, Unfitting};
use crate::ui::parts::verdict::verdict_mark;
use crate::ui::parts::{focus, fresh_id};
use crate::ui::view::{View, effect, view};

/// The fold, for options in instalments. Taking an answer leaves the focus at the heading of the terms.
pub fn fits(desk: DeskState, heading: NodeRef<H2>) -> View {
    let opened = RwSignal::new(false);
    let found = RwSignal::new(None::<Fits>);
    let look = AfterPaint::new(move || found.set(looked(desk)));
    effect(move || {
        if opened.get() {
            desk.selected.track();
            desk.session.last_open.track();
            desk.budgeted.track();
            look.ask();
        }
    });
    let of_instalments = Memo::new(move |_| {
        let selected = desk.selected.read();
        let kind = selected.as_ref().map(|view| view.draft.kind);
        kind == Some(OptionKind::Instalments)
    });
    View::live(move || {
        of_instalments.get().then(|| {
            view! {
                <details class="fits" on:toggle=move |_| opened.update(|opened| *opened = !*opened)>
                    <summary>{TalkLabel::FindWhatFits.text(desk.locale)}</summary>
                    {move || opened.get().then(|| answers(desk, found, heading))}
                </details>
            }
        })
    })
}

fn looked(desk: DeskState) -> Option<Fits> {
    let open = desk.session.last_open.read_untracked();
    let selected = desk.selected.read_untracked();
    let (open, view) = (open.as_ref()?, selected.as_ref()?);
    let budget = untrack(|| affordable(desk));
    let number = view.draft.borrowers_number(open, budget.as_ref())?;
    open.fits(&view.draft, number)
}

fn answers(desk: DeskState, found: RwSignal<Option<Fits>>, heading: NodeRef<H2>) -> View {
    let locale = desk.locale;
    let found = found.read();
    let (Some(found), Some(currency)) = (found.as_ref(), desk.currency().get()) else {
        return view! { <p class="hint">{TalkLabel::FitsNeedsNumber.text(locale)}</p> };
    };
    let lead = fitting_heading(locale, found.count, found.at_most, currency);
    if found.already {
        return view! { <p class="hint">{lead} " " {TalkLabel::FitsAlready.text(locale)}</p> };
    }
    let lines: Vec<View> = found
        .terms
        .iter()
        .map(|fit| line(desk, fit, &found.option, currency, heading))
        .collect();
    view! {
        <p class="hint">{lead}</p>
        <ul class="repair-lines">{lines}</ul>
    }
}

fn line(
    desk: DeskState,
    fit: &Fit,
    asked: &OptionDraft,
    currency: Currency,
    heading: NodeRef<H2>,
) -> View {
    let locale = desk.locale;
    match &fit.found {
        Ok(Fitting {
            value,
            decision: mark,
            option,
        }) => {
            let words = fitting(locale, fit.term, *value, currency);
            let (asked, option, id) = (asked.clone(), option.clone(), fresh_id());
            let described = id.clone();
            let take = move |_| {
                // What was looked for may not be what stands by now.
                let stands = desk.selected.read_untracked();
                if stands.as_ref().is_none_or(|view| view.draft != asked) {
                    return;
                }
                drop(stands);
                desk.session.change(|draft| {
                    let place = draft.selected;
                    if let Some(selected) = draft.options.get_mut(place) {
                        selected.clone_from(&option);
                    }
                });
                focus(heading);
            };
            view! {
                <li>
                    <p id=id>{words}</p>
                    <div class="button-row">
                        {verdict_mark(*mark, decision(locale, *mark))}
                        <button type="button" class="button plain" aria-describedby=described on:click=take>
                            {TalkLabel::UseThis.text(locale)}
                        </button>
                    </div>
                </li>
            }
        }
        Err(why) => {
            let words = match why {
                Unfitting::OutOfReach { value, largest } => {
                    unfitting(locale, fit.term, *value, *largest, currency)
                }
                Unfitting::Unplannable(error) => plan_problem(locale, currency, error),
            };
            view! { <li><p class="hint">{words}</p></li> }
        }
    }
}
