//! The document: the same on screen and on A4, in one language.

use super::qr_code::qr_code;
use super::ready::Ready;
use super::runs::runs;
use super::tables::{owed_table, schedule_table, stops_table};
use crate::agreement::{Clause, FieldId, Section};
use crate::engine::money::Money;
use crate::share::Verified;
use crate::text::borrower::other_figures;
use crate::text::clause::{field_title, sentences};
use crate::text::format::{date, money};
use crate::text::words::in_words;
use crate::text::{Label, Locale};
use crate::ui::view::{View, view};

/// Whether the document is all that stands on the page or a part of it: its headings follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The whole page.
    Whole,
    /// Below a page's own heading.
    Part,
}

impl Place {
    fn title(self, words: &'static str) -> View {
        match self {
            Self::Whole => view! { <h1 class="paper-title">{words}</h1> },
            Self::Part => view! { <h2 class="paper-title">{words}</h2> },
        }
    }

    fn section_title(self, number: usize, words: &'static str) -> View {
        let number = view! { <span class="paper-number">{number}</span> };
        match self {
            Self::Whole => view! { <h2>{number} {words}</h2> },
            Self::Part => view! { <h3>{number} {words}</h3> },
        }
    }
}

/// The document of an agreement, with the QR code of its link where it has one.
#[must_use]
pub fn paper(locale: Locale, ready: &Ready, link: Option<&str>, place: Place) -> View {
    let sections: Vec<View> = ready
        .document
        .sections
        .iter()
        .zip(1_usize..)
        .map(|(section, number)| section_view(locale, ready, link, place, section, number))
        .collect();
    view! {
        <article class="paper" lang=locale.lang()>
            <header class="paper-head">
                <div>
                    {place.title(Label::Agreement.text(locale))}
                    <p class="paper-status">
                        <span>{Label::Unsigned.text(locale)}</span>
                        {ready.offer.sample.then(|| sample_mark(locale))}
                    </p>
                </div>
                <p class="paper-code">
                    <span>{Label::VerificationCode.text(locale)}</span>
                    <strong>{ready.code.clone()}</strong>
                </p>
            </header>
            {not_verified(locale, ready)}
            {parties(locale, ready)}
            {sum(locale, ready)}
            <div class="paper-terms">{sections}</div>
        </article>
    }
}

/// That the data is a sample.
#[must_use]
pub fn sample_mark(locale: Locale) -> View {
    view! { <span class="sample-mark">{Label::SampleNote.text(locale)}</span> }
}

/// That the figures are not those of the sender, so that no print hides it.
fn not_verified(locale: Locale, ready: &Ready) -> Option<View> {
    let Some(Verified::OtherFigures {
        paid_in_link,
        paid_here,
    }) = ready.verified
    else {
        return None;
    };
    let words = other_figures(locale, paid_in_link, paid_here, ready.currency());
    let warning = view! {
        <p class="paper-warning">
            <strong>{Label::NotVerified.text(locale)}</strong>
            " "
            {words}
        </p>
    };
    Some(warning)
}

fn parties(locale: Locale, ready: &Ready) -> View {
    let parties = &ready.offer.parties;
    let original = parties.creditor.original.as_ref();
    let pair = |label: Label, words: String| {
        view! {
            <div>
                <dt>{label.text(locale)}</dt>
                <dd>{runs(locale, words)}</dd>
            </div>
        }
    };
    let as_of = date(locale, ready.offer.claim.as_of);
    view! {
        <dl class="paper-parties">
            {pair(Label::Creditor, parties.creditor.name.clone())}
            {original.map(|name| pair(Label::OriginalCreditor, name.clone()))}
            {pair(Label::Borrower, parties.borrower.clone())}
            {pair(Label::Account, parties.account.clone())}
            {pair(Label::AsOf, as_of)}
        </dl>
    }
}

/// The sum in figures and in words.
fn sum(locale: Locale, ready: &Ready) -> View {
    let (totals, currency) = (&ready.worked.totals, ready.currency());
    let owed = ready.worked.plan.opening.total().unwrap_or(Money::ZERO);
    let pair = |label: Label, words: String| {
        view! {
            <div>
                <dt>{label.text(locale)}</dt>
                <dd>{words}</dd>
            </div>
        }
    };
    let waived = totals.waived.is_positive();
    view! {
        <dl class="paper-sum">
            {pair(Label::TotalOwed, money(locale, owed, currency))}
            {waived.then(|| pair(Label::ConditionalWaiver, money(locale, totals.waived, currency)))}
            <div class="paper-total">
                <dt>{Label::TotalToPay.text(locale)}</dt>
                <dd>
                    <strong>{money(locale, totals.paid, currency)}</strong>
                    <span class="paper-words">{in_words(locale, totals.paid, currency)}</span>
                </dd>
            </div>
        </dl>
    }
}

fn section_view(
    locale: Locale,
    ready: &Ready,
    link: Option<&str>,
    place: Place,
    section: &Section,
    number: usize,
) -> View {
    let body: Vec<View> = section
        .clauses
        .iter()
        .map(|clause| clause_view(locale, ready, clause))
        .collect();
    let code = (section.field == FieldId::Verification).then(|| {
        view! {
            <div class="paper-check">
                {link.and_then(|link| qr_code(locale, link))}
                <strong class="paper-check-code">{ready.code.clone()}</strong>
            </div>
        }
    });
    view! {
        <section class="paper-section">
            {place.section_title(number, field_title(locale, section.field))}
            <div class="paper-clauses">{code} {body}</div>
        </section>
    }
}

fn clause_view(locale: Locale, ready: &Ready, clause: &Clause) -> View {
    let table = match clause {
        Clause::Owed { .. } => Some(owed_table(locale, ready)),
        Clause::Schedule { rows } => Some(schedule_table(locale, ready, rows)),
        Clause::Stops { rows } => Some(stops_table(locale, ready, rows)),
        _ => None,
    };
    view! {
        {clause_lines(locale, ready, clause)}
        {table}
    }
}

/// What a clause says, one paragraph a sentence.
#[must_use]
pub fn clause_lines(locale: Locale, ready: &Ready, clause: &Clause) -> View {
    let lines = sentences(locale, clause, ready.currency());
    lines
        .into_iter()
        .map(|line| view! { <p>{runs(locale, line)}</p> })
        .collect()
}
