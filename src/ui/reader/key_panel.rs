//! The signing key of this device: made here, certified by the lender, and deleted here.

use leptos::prelude::*;

use super::keeping::{Keeping, button};
use crate::text::format::hexadecimal;
use crate::text::trust::{holder_of_key, signs_for};
use crate::text::{Label, Locale, TrustLabel};
use crate::ui::parts::field::{Keyboard, TextField, text_field};
use crate::ui::session::Session;
use crate::ui::trust::{Device, Hand, OwnKey, Trust};
use crate::ui::view::{View, view};

/// Whose key signs here, and what the button says.
#[must_use]
pub fn signs_as(
    locale: Locale,
    hand: &Hand,
    demo: TrustLabel,
    own: TrustLabel,
) -> (String, TrustLabel) {
    if hand.is_demo() {
        (TrustLabel::SignSample.text(locale).to_owned(), demo)
    } else {
        (signs_for(locale, &hand.who.holder, &hand.who.lender), own)
    }
}

/// The panel; nothing in another's page, whose host keeps the keys.
#[must_use]
pub fn key_panel(session: Session, trust: Trust) -> Option<View> {
    trust.device()?;
    let body = move || {
        let locale = session.locale.get();
        match trust.device()? {
            Device::Looking => Some(said(TrustLabel::KeyLooking, locale)),
            Device::Unable => Some(said(TrustLabel::KeyUnable, locale)),
            Device::Without => Some(without(locale, trust)),
            Device::With(own) => Some(with(session, locale, trust, &own)),
        }
    };
    Some(view! {
        <details class="key-panel">
            <summary>{move || TrustLabel::KeyTitle.text(session.locale.get())}</summary>
            {body}
        </details>
    })
}

fn said(label: TrustLabel, locale: Locale) -> View {
    view! { <p class="hint">{label.text(locale)}</p> }
}

fn without(locale: Locale, trust: Trust) -> View {
    view! {
        <p class="hint">{TrustLabel::KeyNone.text(locale)}</p>
        <div class="button-row">
            {button(TrustLabel::MakeKey.text(locale), false, move |()| trust.make_key())}
        </div>
    }
}

fn with(session: Session, locale: Locale, trust: Trust, own: &OwnKey) -> View {
    let OwnKey { key, given } = own;
    let keeping = Keeping::new();
    let public = hexadecimal(key.public.bytes());
    let copied = public.clone();
    let certified = trust.certified(key, given);
    let standing = match &certified {
        Some(who) => holder_of_key(locale, &who.holder, who.role, &who.lender, who.until),
        None => TrustLabel::KeyNotCertified.text(locale).to_owned(),
    };
    view! {
        <p>{standing}</p>
        <p>
            {TrustLabel::Fingerprint.text(locale)} " "
            <strong class="code-run">{key.public.fingerprint()}</strong>
        </p>
        <label class="field">
            {TrustLabel::PublicKeyText.text(locale)}
            <textarea readonly rows="2" spellcheck="false" lang="en" prop:value=public></textarea>
        </label>
        <div class="button-row">
            {button(Label::CopyText.text(locale), false, move |()| keeping.copy(copied.clone()))}
        </div>
        {keeping.outcome(session)} {take_certificate(locale, trust)}
        <details>
            <summary>{TrustLabel::ForgetKey.text(locale)}</summary>
            <p class="hint">{TrustLabel::ForgetKeyHint.text(locale)}</p>
            <div class="button-row">
                {button(TrustLabel::ForgetKeyNow.text(locale), false, move |()| trust.forget_key())}
            </div>
        </details>
    }
}

/// The field into which the lender's answer is pasted.
fn take_certificate(locale: Locale, trust: Trust) -> View {
    let typed = RwSignal::new(String::new());
    let refused = RwSignal::new(false);
    let act = move |()| {
        let taken = trust.take(&typed.get_untracked());
        // Where it was taken, this panel is made anew and its signals are gone.
        let _ = refused.try_set(!taken);
    };
    let field = text_field(&TextField {
        label: TrustLabel::CertificateText.text(locale).to_owned(),
        keyboard: Keyboard::Lines,
        value: typed.into(),
        placeholder: Signal::stored(String::new()),
        problem: Signal::derive(move || {
            let words = TrustLabel::NotACertificate.text(locale);
            refused.get().then(|| words.to_owned())
        }),
        on_text: Callback::new(move |text| typed.set(text)),
        amount_in: None,
        focus: None,
    });
    view! {
        {field}
        <div class="button-row">
            {button(TrustLabel::TakeCertificate.text(locale), false, act)}
        </div>
    }
}
