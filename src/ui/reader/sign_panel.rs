//! Signing at the desk: the agreement's own tool, where a key is at hand.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::handed::Outcome;
use super::keeping::button;
use super::key_panel::{key_panel, signs_as};
use super::signed::this_day;
use crate::engine::rules::Role;
use crate::share::signed::{Signed, open_signed};
use crate::text::TrustLabel;
use crate::ui::model::signing::{Intended, SignError, offers, request};
use crate::ui::session::Session;
use crate::ui::trust::{Hand, Trust};
use crate::ui::view::{IntoView, View, view};

/// The panel: sign and hand over, or sign and ask for approval.
#[must_use]
pub fn sign_panel(session: Session, intended: Vec<Intended>) -> View {
    let trust = Trust::current();
    // Several options are about one debt, and so of one creditor.
    let root = intended
        .first()
        .and_then(|it| trust.lender_of(&it.offer.parties.creditor));
    let sample = intended.iter().all(|it| it.offer.sample);
    let outcome = Outcome::new();
    let note = RwSignal::new(String::new());
    let held = StoredValue::new(intended);
    let body = move || {
        let locale = session.locale.get();
        let Some(hand) = root.and_then(|root| trust.hand(root, Role::Agent, sample)) else {
            return view! {
                <p class="hint">{TrustLabel::NoKeyHere.text(locale)}</p>
                {key_panel(session, trust)}
            };
        };
        let own_limits = held.with_value(|intended| intended.iter().any(|it| is_beyond(&hand, it)));
        let asked = held.with_value(|intended| must_ask(&hand, intended));
        let (done, demo, own) = if asked.is_some() {
            (
                TrustLabel::AskedNow,
                TrustLabel::AskApproval,
                TrustLabel::AskApproval,
            )
        } else {
            (
                TrustLabel::SignedNow,
                TrustLabel::SignWithDemo,
                TrustLabel::Sign,
            )
        };
        let (who, label) = signs_as(locale, &hand, demo, own);
        let act = move |()| {
            let note = Some(note.get_untracked().trim().to_owned()).filter(|note| !note.is_empty());
            let (hand, intended) = (hand.clone(), held.get_value());
            spawn_local(async move {
                let text = signed_text(trust, &hand, intended, note).await;
                outcome.signed(trust, done, text);
            });
        };
        let note_field = asked.map(|_| {
            view! {
                <label class="field">
                    {TrustLabel::NoteToApprover.text(locale)}
                    <input
                        type="text"
                        autocomplete="off"
                        maxlength="160"
                        prop:value=move || note.get()
                        on:input=move |event| note.set(event_target_value(&event))
                    />
                </label>
            }
        });
        let beyond = own_limits.then(|| {
            view! { <p>{TrustLabel::BeyondOwn.text(locale)}</p> }
        });
        view! {
            <p class="hint">{who}</p>
            {beyond}
            {note_field}
            <div class="button-row">{button(label.text(locale), false, act)}</div>
            {key_panel(session, trust)}
        }
    };
    view! {
        <section class="tool-group sign">
            <h2>{move || TrustLabel::Sign.text(session.locale.get())}</h2>
            {body.into_view()}
            {outcome.view(session)}
        </section>
    }
}

fn is_beyond(hand: &Hand, intended: &Intended) -> bool {
    intended.approval.is_none() && hand.given.is_beyond(&intended.offer)
}

/// Who must be asked: whom the rules name, or somebody above a signer who goes beyond their own limits.
fn must_ask(hand: &Hand, intended: &[Intended]) -> Option<Role> {
    intended
        .iter()
        .filter_map(|it| {
            it.approval
                .or_else(|| is_beyond(hand, it).then(|| above(hand.who.role)))
        })
        // Whoever stands that high themselves asks nobody.
        .filter(|asked| *asked > hand.who.role)
        .max()
}

const fn above(role: Role) -> Role {
    match role {
        Role::Agent => Role::Supervisor,
        Role::Supervisor | Role::Manager => Role::Manager,
    }
}

/// The signed text; with the question beside it where somebody must approve.
async fn signed_text(
    trust: Trust,
    hand: &Hand,
    mut intended: Vec<Intended>,
    note: Option<String>,
) -> Result<String, SignError> {
    let asked = must_ask(hand, &intended);
    for it in &mut intended {
        it.approval = must_ask(hand, std::slice::from_ref(it));
    }
    let to_sign = trust.with_ring(|ring| offers(ring, &intended))?;
    let text = trust.sign(hand, to_sign).await?;
    let Some(asked) = asked else {
        return Ok(text);
    };
    let offered = trust.with_ring(|ring| open_signed(&text, ring));
    let Ok(Signed::Offered(offered)) = offered else {
        return Err(SignError::Refused);
    };
    let to_sign = request(&text, offered.id, asked, note, this_day(), &hand.given)?;
    trust.sign(hand, to_sign).await
}
