//! The files of an agreement, handed to the browser to save.

use leptos::prelude::*;

use super::keeping::{Keeping, button, full_text};
use super::ready::{ENGINE_VERSION, Ready};
use super::share_panel::own_link;
use super::shown::Shown;
use crate::engine::claim::Jurisdiction;
use crate::papers::pdf::{PageSize, pdf};
use crate::papers::{Made, calendar, data, table};
use crate::text::{Label, Languages, Locale};
use crate::ui::browser::files::{save, save_bytes};
use crate::ui::session::Session;
use crate::ui::view::{IntoView, View, view};

/// One button for each kind of file; none where the figures are not those of the sender.
#[must_use]
pub fn files(
    keeping: Keeping,
    session: Session,
    locale: Locale,
    ready: StoredValue<Ready>,
    shown: Shown,
) -> View {
    if ready.with_value(Ready::differs) {
        return view! { <p class="hint">{Label::NoFilesUnverified.text(locale)}</p> };
    }
    let file = move |label: Label, save: fn(&Made<'_>, Languages, Shown) -> bool| {
        button(label.text(locale), false, move |()| {
            let taken = ready.with_value(|ready| {
                let link = own_link(session, ready);
                save(&ready.made(link.as_deref()), shown.languages(locale), shown)
            });
            keeping.saved(taken);
        })
    };
    let text = move |()| {
        let taken = ready.with_value(|ready| {
            let made = ready.made(None);
            let name = made.file_name(shown.kind(), shown.languages(locale), "txt");
            save(
                &name,
                "text/plain;charset=utf-8",
                &full_text(locale, ready, shown),
            )
        });
        keeping.saved(taken);
    };
    vec![
        file(Label::SavePdf, save_pdf),
        button(Label::SaveTextFile.text(locale), false, text),
        file(Label::SaveCalendar, |made, languages, _| {
            let name = format!("quittance-{}.ics", made.code);
            save(
                &name,
                "text/calendar;charset=utf-8",
                &calendar(made, languages),
            )
        }),
        file(Label::SaveSpreadsheet, |made, languages, _| {
            let name = format!("quittance-{}.csv", made.code);
            save(&name, "text/csv;charset=utf-8", &table(made, languages))
        }),
        file(Label::SaveData, |made, _, _| {
            let name = format!("quittance-{}.json", made.code);
            save(&name, "application/json", &data(made, ENGINE_VERSION))
        }),
    ]
    .into_view()
}

/// The paper that is shown, on the paper that printers there hold.
fn save_pdf(made: &Made<'_>, languages: Languages, shown: Shown) -> bool {
    let kind = shown.kind();
    let size = match made.offer.jurisdiction {
        Jurisdiction::China | Jurisdiction::Britain => PageSize::A4,
        Jurisdiction::UnitedStates => PageSize::Letter,
    };
    let name = made.file_name(kind, languages, "pdf");
    save_bytes(&name, "application/pdf", &pdf(made, kind, languages, size))
}
