//! The link of an agreement and its QR code. The address bar is written only when someone asks for the link.

use leptos::prelude::*;

use super::handed::link_field;
use super::keeping::{Keeping, button};
use super::protect::protect;
use super::qr_code::{qr_code, qr_switch};
use super::ready::Ready;
use crate::share::{LONGEST, LinkLength, ShareError, link_length};
use crate::text::link::{long_link, read_out, too_long_link};
use crate::text::{Label, Locale, TrustLabel};
use crate::ui::browser::{address, address_bar};
use crate::ui::session::Session;
use crate::ui::view::{View, view};

/// What is open of the panel.
#[derive(Clone, Copy)]
pub struct Sharing {
    link: RwSignal<bool>,
    qr: RwSignal<bool>,
}

impl Sharing {
    /// Nothing is open.
    #[must_use]
    pub fn new() -> Self {
        Self {
            link: RwSignal::new(false),
            qr: RwSignal::new(false),
        }
    }
}

/// The whole link, where this app owns the page that the link opens and the link is short enough to arrive.
#[must_use]
pub fn own_link(session: Session, ready: &Ready) -> Option<String> {
    let link = session
        .owns_page
        .then(|| ready.link(&address::page()))
        .flatten()?;
    (link_length(link.chars().count()) != LinkLength::TooLong).then_some(link)
}

/// How long the link would be, where it is too long to be made.
fn refused_length(ready: &Ready) -> Option<usize> {
    match &ready.fragment {
        Err(ShareError::TooLong { length }) => Some(*length),
        Err(ShareError::Refused(_)) => None,
        Ok(_) => {
            let length = ready.link(&address::page())?.chars().count();
            (link_length(length) == LinkLength::TooLong).then_some(length)
        }
    }
}

/// The panel: make the link, copy it, show it as a QR code, and the code to read out.
#[must_use]
pub fn share_panel(
    session: Session,
    locale: Locale,
    ready: StoredValue<Ready>,
    sharing: Sharing,
    keeping: Keeping,
    first: bool,
) -> View {
    let code = ready.with_value(|ready| read_out(locale, &ready.code));
    let link = ready.with_value(|ready| own_link(session, ready));
    let body = match link {
        Some(link) => link_body(session, locale, link, sharing, (keeping, first)),
        None if session.owns_page => {
            let words = ready.with_value(refused_length).map_or_else(
                || Label::LinkImpossible.text(locale).to_owned(),
                |length| too_long_link(locale, length, LONGEST),
            );
            view! { <p class="share-refused">{words}</p> }
        }
        // Another's page is not ours to link to: the host receives the fragment when someone agrees.
        None => View::nothing(),
    };
    view! {
        {body}
        <p class="share-code">{code}</p>
    }
}

fn link_body(
    session: Session,
    locale: Locale,
    link: String,
    sharing: Sharing,
    (keeping, first): (Keeping, bool),
) -> View {
    let Sharing {
        link: made,
        qr: code_shown,
    } = sharing;
    let fragment = link
        .split_once('#')
        .map(|(_, fragment)| fragment.to_owned());
    let write_and_show = move |()| {
        if let Some(fragment) = &fragment {
            address_bar::write_fragment(fragment);
        }
        made.set(true);
    };
    let create = button(Label::CreateLink.text(locale), first, write_and_show);
    let link = StoredValue::new(link);
    let link_view = move || {
        made.get()
            .then(|| link.with_value(|link| made_link(session, locale, link, keeping)))
    };
    let qr_view = move || {
        code_shown
            .get()
            .then(|| link.with_value(|link| qr_code(locale, link)))
    };
    view! {
        <div class="button-row">
            {create}
            {qr_switch(locale, code_shown)}
        </div>
        {link_view}
        {qr_view}
        {(!first).then(|| view! { <p class="hint">{TrustLabel::UnsignedLink.text(locale)}</p> })}
        <p class="hint">{Label::WhatALinkShows.text(locale)}</p>
    }
}

fn made_link(session: Session, locale: Locale, link: &str, keeping: Keeping) -> View {
    let length = link.chars().count();
    let long = link_length(length) == LinkLength::Long;
    let warning = long.then(|| view! { <p class="share-long">{long_link(locale, length)}</p> });
    let copied = link.to_owned();
    let copy = move |()| keeping.copy(copied.clone());
    let protected = link
        .split_once('#')
        .map(|(_, text)| protect(session, locale, text.to_owned(), keeping));
    view! {
        <div class="share-link">
            {link_field(locale, link)} {warning}
            {button(Label::CopyLink.text(locale), false, copy)} {protected}
        </div>
    }
}
