//! A text that was made here and is to be handed on: its link, to be copied or shown as a QR code.

use leptos::prelude::*;

use super::keeping::{Keeping, button};
use super::qr_code::qr_code;
use crate::text::{Label, Locale, TrustLabel};
use crate::ui::browser::address;
use crate::ui::session::Session;
use crate::ui::view::{View, view};

/// The link of a text, ready to be sent. In another's page, which is not ours to link to, the text itself.
#[must_use]
pub fn handed(
    session: Session,
    locale: Locale,
    said: TrustLabel,
    text: &str,
    keeping: Keeping,
) -> View {
    let link = if session.owns_page {
        format!("{}#{text}", address::page())
    } else {
        text.to_owned()
    };
    let shown = RwSignal::new(false);
    let copied = link.clone();
    let copy = move |()| keeping.copy(copied.clone());
    let code = link.clone();
    let qr = move || shown.get().then(|| qr_code(locale, &code));
    let kept = text.to_owned();
    let save = move |()| keeping.save_link(&kept);
    let qr_label = move || {
        let label = if shown.get() {
            Label::HideQr
        } else {
            Label::ShowQr
        };
        label.text(locale)
    };
    view! {
        <div class="share-link handed">
            <p role="status">{said.text(locale)}</p>
            <textarea
                readonly
                rows="4"
                spellcheck="false"
                lang="en"
                aria-label=Label::ShareLink.text(locale)
                prop:value=link
            ></textarea>
            <div class="button-row">
                {button(Label::CopyLink.text(locale), true, copy)}
                <button
                    type="button"
                    class="button"
                    aria-expanded=move || shown.get().to_string()
                    on:click=move |_| shown.update(|shown| *shown = !*shown)
                >
                    {qr_label}
                </button>
                {button(TrustLabel::SaveLink.text(locale), false, save)}
            </div>
            {qr} {keeping.outcome(session)}
        </div>
    }
}
