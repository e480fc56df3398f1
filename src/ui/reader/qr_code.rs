//! A QR code as one drawing: dark on light in every theme, because scanners expect it.

use leptos::prelude::*;

use crate::share::{QrPath, qr_path};
use crate::text::{Label, Locale};
use crate::ui::view::{View, view};

/// The QR code of a link; nothing if it is too long for one.
#[must_use]
pub fn qr_code(locale: Locale, link: &str) -> Option<View> {
    let QrPath { side_modules, path } = qr_path(link).ok()?;
    let view_box = format!("0 0 {side_modules} {side_modules}");
    let drawing = view! {
        <svg
            class="qr"
            viewBox=view_box
            role="img"
            aria-label=Label::QrCode.text(locale)
            shape-rendering="crispEdges"
        >
            <rect width=side_modules height=side_modules fill="#fff" />
            <path d=path fill="#000" />
        </svg>
    };
    Some(drawing)
}

/// The button that shows and hides a QR code.
#[must_use]
pub fn qr_switch(locale: Locale, shown: RwSignal<bool>) -> View {
    let words = move || {
        let label = if shown.get() {
            Label::HideQr
        } else {
            Label::ShowQr
        };
        label.text(locale)
    };
    view! {
        <button
            type="button"
            class="button"
            aria-expanded=move || shown.get().to_string()
            on:click=move |_| shown.update(|shown| *shown = !*shown)
        >
            {words}
        </button>
    }
}
