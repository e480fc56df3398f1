//! A signed text opened: an offer, a menu, a question for approval, a counter-proposal, or an answer by itself.

use leptos::prelude::*;

use super::answer::{Answering, By, answer};
use super::glance::Glance;
use super::reader::{Beside, fault_view, page, plain_page, to_desk};
use super::ready::Ready;
use super::summary::what_you_pay;
use crate::engine::calendar::{Date, parse_date};
use crate::share::TermsId;
use crate::share::signed::{Offered, Signed, open_signed};
use crate::text::borrower::waived_if_kept;
use crate::text::format::hexadecimal;
use crate::text::link::LinkFault;
use crate::text::trust::{Alone, alone_page, lender_page, menu_of, who_signed};
use crate::text::{Locale, TrustLabel};
use crate::ui::browser::today;
use crate::ui::model::faults::fault_of_doubt;
use crate::ui::session::Session;
use crate::ui::trust::Trust;
use crate::ui::view::{IntoView, View, view};

/// What a signed text holds, or why it does not stand.
#[must_use]
pub fn signed_reader(session: Session, text: &str, on_desk: Callback<()>) -> View {
    match open(session, text, on_desk) {
        Ok(view) => view,
        Err(fault) => fault_view(session, fault, on_desk),
    }
}

/// The day on the device's clock.
#[must_use]
pub fn this_day() -> Date {
    parse_date(&today::iso()).unwrap_or_default()
}

fn open(session: Session, text: &str, on_desk: Callback<()>) -> Result<View, LinkFault> {
    let opened = Trust::current().with_ring(|ring| open_signed(text, ring));
    let by_itself = |what: Alone, of: TermsId, on: Date| {
        let page = move |locale| alone_page(locale, &what, on, &head(of));
        Ok(plain_page(session, page, on_desk))
    };
    match opened.map_err(fault_of_doubt)? {
        Signed::Offered(offered) => {
            let answering = Answering::to_offer(text, &offered);
            shown(session, text, &offered, answering, on_desk)
        }
        Signed::Request { request, by, about } => {
            let answering = Answering::Approving {
                text: text.to_owned(),
                offered: about.clone(),
                request: *request,
                by: by.holder,
            };
            shown(session, text, &about, answering, on_desk)
        }
        Signed::Counter { wish, counter, .. } => {
            let ready = Ready::opened(*wish)?;
            let note = counter.note;
            let glance = Glance::of(&ready.offer, &ready.worked).map_err(|_| LinkFault::NoPlan)?;
            let said = move || {
                let locale = session.locale.get();
                let note = note.clone();
                view! {
                    <section class="part">
                        <h2>{TrustLabel::Proposed.text(locale)}</h2>
                        <p>{TrustLabel::ProposedHint.text(locale)}</p>
                        {note.map(|note| view! { <blockquote>{note}</blockquote> })}
                    </section>
                }
            };
            Ok(page(
                session,
                ready,
                glance,
                Beside::Wish(said.into_view()),
                on_desk,
            ))
        }
        Signed::Approval(approval, by) => {
            let by = by.holder;
            by_itself(Alone::Approval { by }, approval.of, approval.on)
        }
        Signed::Acceptance(acceptance, _) => {
            by_itself(Alone::Acceptance, acceptance.of, acceptance.on)
        }
        Signed::Withdrawal(withdrawal, by) => {
            let by = by.holder;
            by_itself(Alone::Withdrawal { by }, withdrawal.of, withdrawal.on)
        }
        Signed::Lender(lender) => {
            let page = move |locale| lender_page(locale, &lender.label);
            Ok(plain_page(session, page, on_desk))
        }
    }
}

/// The beginning of an id, as people compare it.
fn head(id: TermsId) -> String {
    let [first, second, third, fourth, ..] = *id.bytes();
    hexadecimal(&[first, second, third, fourth])
}

/// The one option of an offer, or the one that was accepted; else the choice between them.
fn shown(
    session: Session,
    text: &str,
    offered: &Offered,
    answering: Answering,
    on_desk: Callback<()>,
) -> Result<View, LinkFault> {
    let signing = offered.signing();
    let accepted = offered
        .acceptance
        .as_ref()
        .map(|(acceptance, _)| acceptance.of);
    let mut options = Vec::new();
    for option in &offered.options {
        if accepted.is_none_or(|id| id == option.id) {
            let ready = Ready::signed(option.opened.clone(), &signing, text.to_owned())?;
            let glance = Glance::of(&ready.offer, &ready.worked).map_err(|_| LinkFault::NoPlan)?;
            options.push((option.id, ready, glance));
        }
    }
    let by = By::of(offered);
    if options.len() > 1 {
        return Ok(choice(session, options, answering, by, on_desk));
    }
    let only = options.pop().ok_or(LinkFault::OtherTerms)?;
    Ok(plan_page(session, only, answering, by, on_desk))
}

/// One plan that was offered: the hash of its terms, and what is shown of it.
type Plan = (TermsId, Ready, Glance);

/// The page of one plan, and what can be answered to it.
fn plan_page(
    session: Session,
    (id, ready, glance): Plan,
    answering: Answering,
    by: By,
    on_desk: Callback<()>,
) -> View {
    let beside = answer(session, answering, by, (id, &ready)).map_or(Beside::Nothing, Beside::Asks);
    page(session, ready, glance, beside, on_desk)
}

/// Several plans in a row of lines, each to be looked at before anything is answered.
fn choice(
    session: Session,
    options: Vec<Plan>,
    answering: Answering,
    by: By,
    on_desk: Callback<()>,
) -> View {
    let chosen = RwSignal::new(None::<usize>);
    let options = StoredValue::new(options);
    let answering = StoredValue::new(answering);
    let list = move |locale: Locale| {
        options.with_value(|options| {
            let said = options.first().and_then(|(_, ready, _)| {
                let signing = ready.document.signing()?;
                Some(who_signed(locale, signing))
            });
            let said: Vec<View> = said
                .unwrap_or_default()
                .into_iter()
                .map(|line| view! { <p>{line}</p> })
                .collect();
            let rows: Vec<View> = options
                .iter()
                .enumerate()
                .map(|(place, (_, ready, glance))| {
                    choice_row(locale, ready, glance, move || chosen.set(Some(place)))
                })
                .collect();
            view! {
                <main class="reader">
                    <div class="reader-first">
                        <h1>{TrustLabel::ChooseTitle.text(locale)}</h1>
                        <p>{menu_of(locale, options.len())}</p>
                        <div class="standing">{said}</div>
                        <ol class="choices">{rows}</ol>
                        {to_desk(locale, on_desk)}
                    </div>
                </main>
            }
        })
    };
    let body = move || match chosen.get() {
        None => list(session.locale.get()),
        Some(place) => untrack(|| {
            let option = options.with_value(|options| options.get(place).cloned());
            let Some(plan) = option else {
                return View::nothing();
            };
            let back = move || {
                view! {
                    <button type="button" class="button plain" on:click=move |_| chosen.set(None)>
                        {move || TrustLabel::BackToChoice.text(session.locale.get())}
                    </button>
                }
            };
            view! { <div>{back} {plan_page(session, plan, answering.get_value(), by, on_desk)}</div> }
        }),
    };
    body.into_view()
}

fn choice_row(locale: Locale, ready: &Ready, glance: &Glance, choose: impl Fn() + 'static) -> View {
    view! {
        <li class="choice">
            {what_you_pay(locale, ready, glance)}
            <p>{waived_if_kept(locale, &ready.offer, &ready.worked)}</p>
            <button type="button" class="button" on:click=move |_| choose()>
                {TrustLabel::LookAtThis.text(locale)}
            </button>
        </li>
    }
}
