//! A paper on screen and in print: the agreement or a notice, in one language or both.

use super::qr_code::qr_code;
use super::ready::Ready;
use super::runs::{each, runs};
use super::tables::framed;
use crate::agreement::{Clause, FieldId, PaperKind};
use crate::share::Verified;
use crate::text::borrower::other_figures;
use crate::text::clause::sentences;
use crate::text::sheet::{Pair, Part, Sheet, Titled};
use crate::text::{Label, Languages, Locale};
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
    fn title(self, words: View) -> View {
        match self {
            Self::Whole => view! { <h1 class="paper-title">{words}</h1> },
            Self::Part => view! { <h2 class="paper-title">{words}</h2> },
        }
    }

    fn section_title(self, number: usize, words: View) -> View {
        let number = view! { <span class="paper-number">{number}</span> };
        match self {
            Self::Whole => view! { <h2>{number} <span>{words}</span></h2> },
            Self::Part => view! { <h3>{number} <span>{words}</span></h3> },
        }
    }
}

/// A paper of an agreement, with the QR code of its link where it has one. `locale` is the language of the screen.
#[must_use]
pub fn paper(
    locale: Locale,
    sheet: &Sheet,
    ready: &Ready,
    link: Option<&str>,
    place: Place,
) -> View {
    let languages = sheet.languages;
    let sections: Vec<View> = sheet
        .sections
        .iter()
        .map(|section| section_view(locale, languages, ready, link, place, section))
        .collect();
    let status: Vec<View> = sheet
        .status
        .iter()
        .map(|words| view! { <span>{each(languages, words)}</span> })
        .collect();
    // A notice of arrears is of the debt, not of an offer with a code.
    let code = (sheet.kind != PaperKind::Arrears).then(|| {
        let name = languages.each(|it| Label::VerificationCode.text(it).to_owned());
        view! {
            <p class="paper-code">
                <span>{each(languages, &name)}</span>
                <strong>{ready.code.clone()}</strong>
            </p>
        }
    });
    view! {
        <article class="paper" class:in-both=languages == Languages::Both lang=locale.lang()>
            <header class="paper-head">
                <div>
                    {place.title(each(languages, &sheet.title))} <p class="paper-status">{status}</p>
                </div>
                {code}
            </header>
            {not_verified(locale, ready)}
            {pairs(languages, "paper-parties", &sheet.parties)}
            {sums(sheet)}
            {first_to_know(sheet)}
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

fn pair(languages: Languages, pair: &Pair) -> View {
    view! {
        <div>
            <dt>{each(languages, &pair.name)}</dt>
            <dd>{each(languages, &pair.value)}</dd>
        </div>
    }
}

fn pairs(languages: Languages, class: &'static str, all: &[Pair]) -> View {
    let all: Vec<View> = all.iter().map(|it| pair(languages, it)).collect();
    view! { <dl class=class>{all}</dl> }
}

/// The sums in figures, the last of them in words too.
fn sums(sheet: &Sheet) -> View {
    let languages = sheet.languages;
    let (last, before) = match sheet.sums.split_last() {
        Some((last, before)) => (Some(last), before),
        None => (None, sheet.sums.as_slice()),
    };
    let before: Vec<View> = before.iter().map(|it| pair(languages, it)).collect();
    let last = last.map(|last| {
        view! {
            <div class="paper-total">
                <dt>{each(languages, &last.name)}</dt>
                <dd>
                    <strong>{last.value.join(" ")}</strong>
                    <span class="paper-words">{each(languages, &sheet.in_words)}</span>
                </dd>
            </div>
        }
    });
    view! { <dl class="paper-sum">{before} {last}</dl> }
}

/// What the paper is, and what is to be known before anybody agrees.
fn first_to_know(sheet: &Sheet) -> View {
    let languages = sheet.languages;
    let part = |part: &Part| part_view(languages, part);
    let preface: Vec<View> = sheet.preface.iter().map(part).collect();
    let warnings = (!sheet.warnings.is_empty()).then(|| {
        let title = languages.each(|it| Label::FirstToKnow.text(it).to_owned());
        let warnings: Vec<View> = sheet.warnings.iter().map(part).collect();
        view! {
            <div class="paper-warning" role="note">
                <strong>{each(languages, &title)}</strong>
                {warnings}
            </div>
        }
    });
    view! {
        {preface}
        {warnings}
    }
}

fn section_view(
    locale: Locale,
    languages: Languages,
    ready: &Ready,
    link: Option<&str>,
    place: Place,
    section: &Titled,
) -> View {
    let body: Vec<View> = section
        .parts
        .iter()
        .map(|part| part_view(languages, part))
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
            {place.section_title(section.number, each(languages, &section.title))}
            <div class="paper-clauses">{code} {body}</div>
        </section>
    }
}

/// What a clause says: its sentences, in both languages side by side, and its table.
fn part_view(languages: Languages, part: &Part) -> View {
    let columns = languages.locales().iter().zip(&part.sentences);
    let mut columns: Vec<View> = columns
        .map(|(locale, lines)| match languages {
            Languages::One(_) => paragraphs(*locale, lines.clone()),
            Languages::Both => {
                view! { <div lang=locale.lang()>{paragraphs(*locale, lines.clone())}</div> }
            }
        })
        .collect();
    let said = match languages {
        Languages::One(_) => columns.pop().unwrap_or_else(View::nothing),
        Languages::Both => view! { <div class="side-by-side">{columns}</div> },
    };
    view! {
        {said}
        {part.table.as_ref().map(|table| framed(languages, table))}
    }
}

fn paragraphs(locale: Locale, lines: Vec<String>) -> View {
    lines
        .into_iter()
        .map(|line| view! { <p>{runs(locale, line)}</p> })
        .collect()
}

/// What a clause says, one paragraph a sentence.
#[must_use]
pub fn clause_lines(locale: Locale, ready: &Ready, clause: &Clause) -> View {
    paragraphs(locale, sentences(locale, clause, ready.currency()))
}
