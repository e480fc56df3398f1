//! Signing at the desk: the agreement's own tool, where a key is at hand.

use leptos::prelude::*;

use super::handed::handed;
use super::keeping::{Keeping, button};
use super::signed::this_day;
use crate::engine::rules::Role;
use crate::share::signed::{Ring, Signed, open_signed};
use crate::text::{Label, TrustLabel};
use crate::ui::model::signing::{Intended, ask, demo_key, demo_signs, ring, sign};
use crate::ui::session::Session;
use crate::ui::view::{IntoView, View, view};

/// The panel: sign and hand over, or sign and ask for approval.
#[must_use]
pub fn sign_panel(session: Session, intended: Vec<Intended>) -> View {
    let ring = ring(None);
    let can = intended
        .iter()
        .all(|intended| demo_signs(&ring, &intended.offer));
    let asked = intended
        .iter()
        .filter_map(|intended| intended.approval)
        .max();
    let keeping = Keeping::new();
    let made = RwSignal::new(None::<Result<String, ()>>);
    let note = RwSignal::new(String::new());
    let held = StoredValue::new((ring, intended));
    let body = move || {
        let locale = session.locale.get();
        if !can {
            return view! { <p class="hint">{TrustLabel::NoKeyHere.text(locale)}</p> };
        }
        let act = move |()| {
            let note = note.get_untracked();
            let text =
                held.with_value(|(ring, intended)| signed_text(ring, intended, asked, &note));
            made.set(Some(text.ok_or(())));
        };
        let label = if asked.is_some() {
            TrustLabel::AskApproval
        } else {
            TrustLabel::SignWithDemo
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
        view! {
            <p class="hint">{TrustLabel::SignSample.text(locale)}</p>
            {note_field}
            <div class="button-row">{button(label.text(locale), false, act)}</div>
        }
    };
    let outcome = move || {
        let locale = session.locale.get();
        let said = if asked.is_some() {
            TrustLabel::AskedNow
        } else {
            TrustLabel::SignedNow
        };
        match made.get() {
            None => View::nothing(),
            Some(Ok(text)) => handed(session, locale, said, &text, keeping),
            Some(Err(())) => {
                view! { <p role="alert">{Label::LinkImpossible.text(locale)}</p> }
            }
        }
    };
    view! {
        <section class="tool-group sign">
            <h2>{move || TrustLabel::Sign.text(session.locale.get())}</h2>
            {body.into_view()}
            {outcome}
        </section>
    }
}

/// The signed text; with the question beside it where somebody must approve.
fn signed_text(
    ring: &Ring,
    intended: &[Intended],
    asked: Option<Role>,
    note: &str,
) -> Option<String> {
    let key = demo_key(Role::Agent);
    let text = sign(ring, intended, &key).ok()?;
    let Some(asked) = asked else {
        return Some(text);
    };
    let Ok(Signed::Offered(offered)) = open_signed(&text, ring) else {
        return None;
    };
    let note = Some(note.trim().to_owned()).filter(|note| !note.is_empty());
    ask(&text, &offered, asked, note, this_day(), &key).ok()
}
