//! A signed text opened: an offer, a menu, a question for approval, a counter-proposal, or an answer by itself.

use std::fmt::Write as _;

use leptos::prelude::*;

use super::answer::{Answering, answer};
use super::glance::Glance;
use super::reader::{Below, fault_view, page, to_desk};
use super::ready::Ready;
use crate::engine::calendar::{Date, parse_date};
use crate::share::TermsId;
use crate::share::signed::{Offered, Signed, open_signed};
use crate::text::link::LinkFault;
use crate::text::offer_line::OfferLine;
use crate::text::trust::{Alone, alone, menu_of, who_signed};
use crate::text::{Locale, TrustLabel};
use crate::ui::browser::{deployment, today};
use crate::ui::model::signing::{fault_of_doubt, ring};
use crate::ui::session::Session;
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
    let deployed = deployment::lender();
    let ring = ring(
        deployed
            .as_ref()
            .map(|(entry, root)| (entry.as_str(), root)),
    );
    match open_signed(text, &ring).map_err(fault_of_doubt)? {
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
                Below::Says(said.into_view()),
                on_desk,
            ))
        }
        Signed::Approval(approval, by) => {
            let (of, on) = (approval.of, approval.on);
            let said =
                move |locale| alone(locale, Alone::Approval { by: &by.holder }, on, &head(of));
            Ok(by_itself(
                session,
                TrustLabel::AloneTitle,
                said,
                TrustLabel::AloneNext,
                on_desk,
            ))
        }
        Signed::Acceptance(acceptance, _) => {
            let (of, on) = (acceptance.of, acceptance.on);
            let said = move |locale| alone(locale, Alone::Acceptance, on, &head(of));
            Ok(by_itself(
                session,
                TrustLabel::AloneTitle,
                said,
                TrustLabel::AloneNext,
                on_desk,
            ))
        }
        Signed::Withdrawal(withdrawal, by) => {
            let (of, on) = (withdrawal.of, withdrawal.on);
            let said =
                move |locale| alone(locale, Alone::Withdrawal { by: &by.holder }, on, &head(of));
            Ok(by_itself(
                session,
                TrustLabel::AloneTitle,
                said,
                TrustLabel::AloneNext,
                on_desk,
            ))
        }
        Signed::Lender(lender) => {
            let said = move |_| lender.label.clone();
            Ok(by_itself(
                session,
                TrustLabel::LenderTitle,
                said,
                TrustLabel::LenderNext,
                on_desk,
            ))
        }
    }
}

/// The beginning of an id, as people compare it.
fn head(id: TermsId) -> String {
    let mut text = String::new();
    for byte in id.bytes().iter().take(4) {
        // Writing into a text does not fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
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
            let ready = Ready::signed(option.opened.clone(), signing.clone(), text.to_owned())?;
            let glance = Glance::of(&ready.offer, &ready.worked).map_err(|_| LinkFault::NoPlan)?;
            options.push((option.id, ready, glance));
        }
    }
    if options.len() > 1 {
        return Ok(choice(session, options, answering, on_desk));
    }
    let (id, ready, glance) = options.pop().ok_or(LinkFault::OtherTerms)?;
    let currency = ready.currency();
    let base = ready.offer.clone();
    let answer = answer(session, answering, id, base, currency);
    Ok(page(
        session,
        ready,
        glance,
        answer.map_or(Below::Nothing, Below::Asks),
        on_desk,
    ))
}

type Option_ = (TermsId, Ready, Glance);

/// Several plans in a row of lines, each to be looked at before anything is answered.
fn choice(
    session: Session,
    options: Vec<Option_>,
    answering: Answering,
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
                .map(|(place, (_, ready, _))| {
                    choice_row(locale, ready, move || chosen.set(Some(place)))
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
            let Some((id, ready, glance)) = option else {
                return View::nothing();
            };
            let (base, currency) = (ready.offer.clone(), ready.currency());
            let answer = answer(session, answering.get_value(), id, base, currency);
            let back = move || {
                view! {
                    <button type="button" class="button plain" on:click=move |_| chosen.set(None)>
                        {move || TrustLabel::BackToChoice.text(session.locale.get())}
                    </button>
                }
            };
            view! { <div>{back} {page(session, ready, glance, answer.map_or(Below::Nothing, Below::Asks), on_desk)}</div> }
        }),
    };
    body.into_view()
}

fn choice_row(locale: Locale, ready: &Ready, choose: impl Fn() + 'static) -> View {
    let line = OfferLine::of(&ready.offer.proposal, &ready.worked.totals);
    view! {
        <li class="choice">
            <p>{line.words(locale, ready.currency())}</p>
            <button type="button" class="button" on:click=move |_| choose()>
                {TrustLabel::LookAtThis.text(locale)}
            </button>
        </li>
    }
}

/// A page of a title, a sentence and what to do next.
fn by_itself(
    session: Session,
    title: TrustLabel,
    said: impl Fn(Locale) -> String + 'static,
    next: TrustLabel,
    on_desk: Callback<()>,
) -> View {
    let body = move || {
        let locale = session.locale.get();
        view! {
            <h1>{title.text(locale)}</h1>
            <p>{said(locale)}</p>
            <p class="fault-next">{next.text(locale)}</p>
            {to_desk(locale, on_desk)}
        }
    };
    view! { <main class="fault">{body}</main> }
}
