//! The agreement summary that the desk makes: the document, and the tools beside it.

use leptos::prelude::*;

use super::keeping::{Keeping, button};
use super::paper::{Place, paper};
use super::reader::fault_view;
use super::ready::Ready;
use super::share_panel::{Sharing, own_link, share_panel};
use super::shown::Shown;
use super::sign_panel::sign_panel;
use crate::engine::rules::Role;
use crate::text::offer_line::OfferLine;
use crate::text::{Label, Locale, TrustLabel};
use crate::ui::hooks::{AgreedDetail, Hooks};
use crate::ui::model::signing::Intended;
use crate::ui::session::Session;
use crate::ui::trust::Trust;
use crate::ui::view::{View, view};

/// The agreement that an option makes, or the choice between several.
pub fn agreement_page(mut intended: Vec<Intended>, on_back: Callback<()>) -> View {
    let session = Session::current();
    if intended.len() > 1 {
        return choice_page(session, intended, on_back);
    }
    let Some(only) = intended.pop() else {
        return View::nothing();
    };
    let (offer, sign) = (only.offer.clone(), sign_panel(session, vec![only]));
    match Ready::made_here(offer) {
        Ok(ready) => page(session, ready, sign, on_back),
        Err(fault) => fault_view(session, fault, on_back),
    }
}

/// Several offers, to be signed as one menu.
fn choice_page(session: Session, intended: Vec<Intended>, on_back: Callback<()>) -> View {
    let held = StoredValue::new(intended.clone());
    let list = move || {
        let locale = session.locale.get();
        let lines: Vec<View> = held.with_value(|intended| {
            let worked = intended
                .iter()
                .filter_map(|it| Some((&it.offer, it.offer.work_out().ok()?)));
            worked
                .map(|(offer, worked)| {
                    let line = OfferLine::of(&offer.proposal, &worked.totals);
                    let words = line.words(locale, offer.claim.currency);
                    view! { <li class="choice"><p>{words}</p></li> }
                })
                .collect()
        });
        view! {
            <h1>{TrustLabel::ChooseTitle.text(locale)}</h1>
            <ol class="choices">{lines}</ol>
        }
    };
    let back = move || {
        let words = Label::BackToDesk.text(session.locale.get());
        button(words, false, move |()| on_back.run(()))
    };
    view! {
        <main class="reader">
            <div class="reader-first">{back} {list} {sign_panel(session, intended)}</div>
        </main>
    }
}

fn page(session: Session, ready: Ready, sign: View, on_back: Callback<()>) -> View {
    let hooks = Hooks::current();
    let ready = StoredValue::new(ready);
    let (keeping, sharing, shown) = (Keeping::new(), Sharing::new(), Shown::new());
    let document = move || {
        let locale = session.locale.get();
        ready.with_value(|ready| {
            let link = own_link(session, ready);
            let sheet = ready.sheet(shown.kind(), shown.languages(locale));
            paper(locale, &sheet, ready, link.as_deref(), Place::Whole)
        })
    };
    let trust = Trust::current();
    let can_sign = move || {
        let (root, sample) = ready.with_value(|ready| {
            let offer = &ready.offer;
            (trust.lender_of(&offer.parties.creditor), offer.sample)
        });
        root.is_some_and(|root| trust.hand(root, Role::Agent, sample).is_some())
    };
    let tools = move || {
        let locale = session.locale.get();
        let share_title = if session.owns_page {
            Label::ShareTitle
        } else {
            Label::HowToCheck
        };
        view! {
            {agree_button(session, locale, hooks, ready)}
            <section class="tool-group">
                <h2>{share_title.text(locale)}</h2>
                {share_panel(session, locale, ready, sharing, keeping, !can_sign())}
            </section>
            <section class="tool-group">
                <h2>{Label::KeepThis.text(locale)}</h2>
                {keeping.buttons(session, locale, ready, shown)}
            </section>
        }
    };
    let back = move || {
        button(
            Label::BackToDesk.text(session.locale.get()),
            false,
            move |()| on_back.run(()),
        )
    };
    view! {
        <main class="agreement">
            <div class="agreement-tools">
                {back} {keeping.outcome(session)} {sign} {tools}
            </div>
            <div class="agreement-sheet">{document}</div>
        </main>
    }
}

/// In another's page the host is told who agreed to what; it keeps the terms as the fragment of a link.
fn agree_button(
    session: Session,
    locale: Locale,
    hooks: Hooks,
    ready: StoredValue<Ready>,
) -> Option<View> {
    let on_agree = hooks.on_agree?;
    let detail = ready.with_value(|ready| {
        let link = ready.fragment.clone().ok()?;
        AgreedDetail::of(session, &ready.offer, link, ready.code.clone())
    })?;
    let agreed = RwSignal::new(false);
    let agree = move |()| {
        on_agree.run(detail.clone());
        agreed.set(true);
    };
    let told = move || agreed.get().then(|| Label::Agreed.text(locale));
    let part = view! {
        <section class="tool-group">
            {button(Label::Agree.text(locale), true, agree)} <p role="status">{told}</p>
        </section>
    };
    Some(part)
}
