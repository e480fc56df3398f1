//! The files that people keep of an agreement. The same offer always makes the same bytes.
//!
//! ```text
//! Made (offer, figures, document, code, link)
//!   calendar  due dates with reminders, as iCalendar
//!   table     the schedule for a spreadsheet, as CSV; paid: a note of payments made
//!   data      terms, figures and schedule for programs, as JSON
//!   pdf       a paper as it is printed
//! ```

mod calendar;
mod data;
mod paid;
pub mod pdf;
mod table;

pub use calendar::calendar;
pub use data::{DATA_FORMAT, DATA_VERSION, data};
pub use paid::paid_table;
pub use table::table;

use crate::agreement::{Clause, Document, Offer, PaperKind, Payment, Worked};
use crate::engine::calendar::format_date;
use crate::text::Languages;

/// An offer with everything that its papers are made of.
#[derive(Clone, Copy, Debug)]
pub struct Made<'a> {
    /// The offer.
    pub offer: &'a Offer,
    /// Everything worked out from it.
    pub worked: &'a Worked,
    /// Its document.
    pub document: &'a Document,
    /// The code that both sides can compare.
    pub code: &'a str,
    /// Its whole link, where it has one.
    pub link: Option<&'a str>,
}

impl Made<'_> {
    /// The payments as the document lists them.
    fn payments(&self) -> &[Payment] {
        let mut clauses = self
            .document
            .sections
            .iter()
            .flat_map(|section| &section.clauses);
        let rows = clauses.find_map(|clause| match clause {
            Clause::Schedule { rows } => Some(rows.as_slice()),
            _ => None,
        });
        rows.unwrap_or_default()
    }

    /// The name of a file: `quittance-plan-7K3M-9QXT-zh.pdf`. A notice of arrears is of a day, not of an offer:
    /// `quittance-arrears-2026-11-21-zh.pdf`.
    #[must_use]
    pub fn file_name(&self, kind: PaperKind, languages: Languages, ending: &str) -> String {
        let of = match kind {
            PaperKind::Arrears => format_date(self.offer.claim.as_of),
            PaperKind::Agreement | PaperKind::Plan => self.code.to_owned(),
        };
        format!(
            "quittance-{}-{of}-{}.{ending}",
            kind.code(),
            languages.code()
        )
    }
}
