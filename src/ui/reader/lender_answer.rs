//! What the lender's side does about a signed text with a key that is at hand: approve, countersign, withdraw.

use leptos::prelude::*;

use super::answer::{By, plain_field, titled};
use super::handed::Outcome;
use super::keeping::button;
use super::key_panel::{key_panel, signs_as};
use super::reader::Asked;
use super::signed::this_day;
use crate::engine::calendar::{Date, format_date};
use crate::engine::rules::Role;
use crate::share::TermsId;
use crate::share::signed::{Offered, Request};
use crate::text::TrustLabel;
use crate::text::trust::asked_by;
use crate::text::typed::parse_date_typed;
use crate::ui::model::signing::{SignError, ToSign, approval, countersignature, withdrawal};
use crate::ui::parts::field::{Keyboard, text_field};
use crate::ui::session::Session;
use crate::ui::trust::{Hand, Trust};
use crate::ui::view::{IntoView, View, view};

/// Somebody above an agent approves what is asked, with a reason and until a day.
pub(super) fn approving(
    session: Session,
    by: By,
    text: String,
    offered: &Offered,
    (request, asked): (Request, String),
) -> Asked {
    let trust = Trust::current();
    let outcome = Outcome::new();
    let (reason, until) = (
        RwSignal::new(String::new()),
        RwSignal::new(format_date(last_day(offered))),
    );
    let (of, on, least) = (offered.id, request.on, request.asked);
    let text = StoredValue::new(text);
    let said = move || {
        let locale = session.locale.get();
        let said = asked_by(locale, &asked, on, request.note.as_deref());
        view! {
            <section class="part">
                <h2>{TrustLabel::ApprovalAsked.text(locale)}</h2>
                <p>{said}</p>
            </section>
        }
    };
    let body = move || {
        let locale = session.locale.get();
        // What was asked of a manager is not a supervisor's to approve.
        let Some(hand) = by.hand(trust, least) else {
            return view! {
                <p class="hint">{TrustLabel::NoKeyHere.text(locale)}</p>
                {key_panel(session, trust)}
            };
        };
        let (who, label) = signs_as(
            locale,
            &hand,
            TrustLabel::ApproveWithDemo,
            TrustLabel::Approve,
        );
        let act = move |()| {
            let Ok(until) = parse_date_typed(&until.get_untracked()) else {
                outcome.refuse(TrustLabel::ValidUntil);
                return;
            };
            let reason = reason.get_untracked();
            if reason.trim().is_empty() {
                outcome.refuse(TrustLabel::ReasonMissing);
                return;
            }
            let made = text.with_value(|text| approval(text, of, &reason, (this_day(), until)));
            outcome.sign((trust, hand.clone()), TrustLabel::ApprovedNow, made);
        };
        let field = |label: TrustLabel, value, keyboard| {
            text_field(&plain_field(label.text(locale), value, keyboard, None))
        };
        view! {
            <p class="hint">{who}</p>
            {field(TrustLabel::Reason, reason, Keyboard::Text)}
            {field(TrustLabel::ValidUntil, until, Keyboard::Date)}
            <div class="button-row">{button(label.text(locale), true, act)}</div>
        }
    };
    Asked {
        first: Some(said.into_view()),
        form: titled(session, TrustLabel::Approve, body.into_view(), outcome),
    }
}

/// The last day on which any of the options can be accepted.
fn last_day(offered: &Offered) -> Date {
    offered
        .options
        .iter()
        .map(|option| option.opened.offer.expires_on)
        .max()
        .unwrap_or_default()
}

/// The lender's side confirms that an acceptance came; nothing on a device without a key of that lender.
pub(super) fn countersigning(session: Session, by: By, text: String) -> Option<View> {
    let to_sign = move || countersignature(&text);
    let tool = LenderTool {
        title: TrustLabel::Countersign,
        hint: TrustLabel::CountersignHint,
        act: TrustLabel::Countersign,
        done: TrustLabel::CountersignedNow,
    };
    let trust = Trust::current();
    let hand = move || by.hand(trust, Role::Agent);
    // The demo lender's keys are everywhere; another's may still be looked up.
    (by.demo || trust.may_sign()).then(|| lender_tool(session, trust, tool, hand, to_sign))
}

/// The lender's side takes an offer back. The demo lender's keys, which everybody has, do not offer it to borrowers.
pub(super) fn withdrawing(session: Session, by: By, text: String, of: TermsId) -> Option<View> {
    let to_sign = move || withdrawal(&text, of, this_day());
    let tool = LenderTool {
        title: TrustLabel::LenderSide,
        hint: TrustLabel::WithdrawHint,
        act: TrustLabel::Withdraw,
        done: TrustLabel::WithdrawnNow,
    };
    let trust = Trust::current();
    let hand = move || trust.hand(by.root, Role::Agent, false);
    trust
        .may_sign()
        .then(|| lender_tool(session, trust, tool, hand, to_sign))
}

/// The words of something that the lender's side can do with one press.
#[derive(Clone, Copy)]
struct LenderTool {
    title: TrustLabel,
    hint: TrustLabel,
    act: TrustLabel,
    done: TrustLabel,
}

fn lender_tool(
    session: Session,
    trust: Trust,
    tool: LenderTool,
    hand: impl Fn() -> Option<Hand> + 'static,
    to_sign: impl Fn() -> Result<ToSign, SignError> + Clone + 'static,
) -> View {
    let outcome = Outcome::new();
    let body = move || {
        let locale = session.locale.get();
        let Some(hand) = hand() else {
            return View::nothing();
        };
        let to_sign = to_sign.clone();
        let act = move |()| outcome.sign((trust, hand.clone()), tool.done, to_sign());
        view! {
            <section class="part answer">
                <h2>{tool.title.text(locale)}</h2>
                <p class="hint">{tool.hint.text(locale)}</p>
                <div class="button-row">{button(tool.act.text(locale), false, act)}</div>
            </section>
        }
    };
    view! { {body.into_view()} {outcome.view(session)} }
}
