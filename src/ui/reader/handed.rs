//! Texts that were made here and are to be handed on: the link, to be copied, shown as a QR code or put under a passphrase;
//! or why there is none.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::keeping::{Keeping, button};
use super::protect::protect;
use super::qr_code::{qr_code, qr_switch};
use crate::text::link::{LinkFault, fault_page};
use crate::text::{Label, Locale, TrustLabel};
use crate::ui::browser::address;
use crate::ui::model::signing::{SignError, ToSign};
use crate::ui::session::Session;
use crate::ui::trust::{Hand, Trust};
use crate::ui::view::{IntoView, View, view};

/// Why there is no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Problem {
    Said(TrustLabel),
    /// What was made does not stand.
    Fault(LinkFault),
}

/// What came of making a text.
#[derive(Clone, Copy)]
pub struct Outcome {
    made: RwSignal<Option<(TrustLabel, String)>>,
    problem: RwSignal<Option<Problem>>,
    keeping: Keeping,
}

impl Outcome {
    /// Nothing was made yet.
    #[must_use]
    pub fn new() -> Self {
        Self {
            made: RwSignal::new(None),
            problem: RwSignal::new(None),
            keeping: Keeping::new(),
        }
    }

    /// Says what is missing.
    pub fn refuse(self, problem: TrustLabel) {
        self.problem.set(Some(Problem::Said(problem)));
    }

    /// Hands a text over, or says why there is none.
    pub fn set<E>(self, said: TrustLabel, text: Result<String, E>, problem: TrustLabel) {
        self.tell(said, text.map_err(|_| Problem::Said(problem)));
    }

    /// Has something signed, and hands it over.
    pub fn sign(
        self,
        (trust, hand): (Trust, Hand),
        said: TrustLabel,
        to_sign: Result<ToSign, SignError>,
    ) {
        spawn_local(async move {
            let signed = match to_sign {
                Ok(to_sign) => trust.sign(&hand, to_sign).await,
                Err(error) => Err(error),
            };
            self.signed(trust, said, signed);
        });
    }

    /// Hands over what was signed, and tells the host of it.
    pub fn signed(self, trust: Trust, said: TrustLabel, signed: Result<String, SignError>) {
        if let Ok(text) = &signed {
            trust.tell(text);
        }
        self.tell(
            said,
            signed.map_err(|error| match error {
                SignError::NoText => Problem::Said(TrustLabel::TextFailed),
                SignError::Refused => Problem::Said(TrustLabel::SignRefused),
                SignError::DoesNotStand(fault) => Problem::Fault(fault),
            }),
        );
    }

    fn tell(self, said: TrustLabel, text: Result<String, Problem>) {
        // The page may have been left while a key signed: then there is nobody to tell.
        match text {
            Ok(text) => {
                let _ = self.problem.try_set(None);
                let _ = self.made.try_set(Some((said, text)));
            }
            Err(problem) => {
                let _ = self.problem.try_set(Some(problem));
            }
        }
    }

    /// The text that was made, or why none was.
    #[must_use]
    pub fn view(self, session: Session) -> View {
        let body = move || {
            let locale = session.locale.get();
            if let Some(problem) = self.problem.get() {
                let words = match problem {
                    Problem::Said(label) => label.text(locale).to_owned(),
                    Problem::Fault(fault) => fault_page(locale, fault).reason,
                };
                return view! { <p class="field-problem" role="alert">{words}</p> };
            }
            self.made.get().map_or_else(View::nothing, |(said, text)| {
                handed(session, locale, said, &text, self.keeping)
            })
        };
        body.into_view()
    }
}

/// The link of a text, ready to be sent. In another's page, which is not ours to link to, the text itself.
fn handed(
    session: Session,
    locale: Locale,
    said: TrustLabel,
    text: &str,
    keeping: Keeping,
) -> View {
    let link = link_of(session, text);
    let shown = RwSignal::new(false);
    let copied = link.clone();
    let copy = move |()| keeping.copy(copied.clone());
    let code = link.clone();
    let qr = move || shown.get().then(|| qr_code(locale, &code));
    let kept = text.to_owned();
    let save = move |()| keeping.save_link(&kept);
    view! {
        <div class="share-link handed">
            <p role="status">{said.text(locale)}</p>
            {link_field(locale, &link)}
            <div class="button-row">
                {button(Label::CopyLink.text(locale), true, copy)} {qr_switch(locale, shown)}
                {button(TrustLabel::SaveLink.text(locale), false, save)}
            </div>
            {qr} {keeping.outcome(session)} {protect(session, locale, text.to_owned(), keeping)}
        </div>
    }
}

/// A text behind the address of this page, where that is ours.
#[must_use]
pub fn link_of(session: Session, text: &str) -> String {
    if session.owns_page {
        format!("{}#{text}", address::page())
    } else {
        text.to_owned()
    }
}

/// A link to be read and selected, not changed.
#[must_use]
pub fn link_field(locale: Locale, link: &str) -> View {
    let link = link.to_owned();
    view! {
        <textarea
            readonly
            rows="5"
            spellcheck="false"
            lang="en"
            aria-label=Label::ShareLink.text(locale)
            prop:value=link
        ></textarea>
    }
}
