//! A link put under a passphrase that the program makes.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::handed::{link_field, link_of};
use super::keeping::{Keeping, button};
use crate::share::locked::{Phrase, to_lock};
use crate::text::{Label, Locale, TrustLabel};
use crate::ui::browser::passphrase::{lock, new_phrase};
use crate::ui::session::Session;
use crate::ui::view::{View, view};

/// A text under a passphrase, or that none was made.
type Made = Option<(String, Phrase)>;

/// The tool: folded away until somebody wants it.
#[must_use]
pub fn protect(session: Session, locale: Locale, text: String, keeping: Keeping) -> View {
    let made = RwSignal::new(None::<Made>);
    let act = move |()| {
        let text = text.clone();
        spawn_local(async move {
            let locked = locked(&text).await;
            // The page may have been left meanwhile.
            let _ = made.try_set(Some(locked));
        });
    };
    let outcome = move || {
        let Some((text, phrase)) = made.get()? else {
            let words = TrustLabel::ProtectFailed.text(locale);
            return Some(view! { <p class="field-problem" role="alert">{words}</p> });
        };
        let link = link_of(session, &text);
        let copied = link.clone();
        let copy = move |()| keeping.copy(copied.clone());
        Some(view! {
            <div class="share-link">
                {link_field(locale, &link)} {button(Label::CopyLink.text(locale), false, copy)}
                <p role="status">
                    {TrustLabel::PhraseIs.text(locale)} " "
                    <strong class="code-run">{phrase.shown()}</strong>
                </p>
                <p class="hint">{TrustLabel::PhraseApart.text(locale)}</p>
            </div>
        })
    };
    view! {
        <details class="protect">
            <summary>{TrustLabel::Protect.text(locale)}</summary>
            <p class="hint">{TrustLabel::ProtectHint.text(locale)}</p>
            <div class="button-row">
                {button(TrustLabel::ProtectNow.text(locale), false, act)}
            </div>
            {outcome}
        </details>
    }
}

async fn locked(text: &str) -> Made {
    let plain = to_lock(text).ok()?;
    let phrase = new_phrase().ok()?;
    let locked = lock(&phrase, &plain).await.ok()?;
    Some((locked.text().ok()?, phrase))
}
