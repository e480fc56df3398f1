//! A whole paper in words, in one language or both, ready to be set on a screen or on a page.

use super::clause::{section_title, sentences};
use super::format::{date, money};
use super::plain::paper_title;
use super::table::{Table, table};
use super::words::in_words;
use super::{Label, Languages};
use crate::agreement::{Clause, FieldId, Offer, Paper, PaperKind, Worked};
use crate::engine::money::{Currency, Money};

/// A name and what stands for it, one text per language each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// What it is called.
    pub name: Vec<String>,
    /// What it is.
    pub value: Vec<String>,
}

/// What one clause says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The sentences of each language, side by side.
    pub sentences: Vec<Vec<String>>,
    /// Its table, if it has one.
    pub table: Option<Table>,
}

/// One titled section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Titled {
    /// The field that it says.
    pub field: FieldId,
    /// Its number on the paper, from 1.
    pub number: usize,
    /// Its title, one text per language.
    pub title: Vec<String>,
    /// What it says.
    pub parts: Vec<Part>,
}

/// A paper in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Its languages: everything here that is one text per language follows their order.
    pub languages: Languages,
    /// Which paper.
    pub kind: PaperKind,
    /// Its title.
    pub title: Vec<String>,
    /// Whether anybody signed, and whether it is a sample.
    pub status: Vec<Vec<String>>,
    /// The sides and the day.
    pub parties: Vec<Pair>,
    /// The sums, the last of them with the amount in words.
    pub sums: Vec<Pair>,
    /// The last sum in words.
    pub in_words: Vec<String>,
    /// What the paper is, where it is a notice.
    pub preface: Vec<Part>,
    /// What is to be known before anybody agrees or pays, under a title of its own.
    pub warnings: Vec<Part>,
    /// The sections.
    pub sections: Vec<Titled>,
}

/// Puts a paper into words.
#[must_use]
pub fn sheet(languages: Languages, paper: &Paper, offer: &Offer, worked: &Worked) -> Sheet {
    let currency = offer.claim.currency;
    let sections = paper.sections.iter().zip(1_usize..);
    Sheet {
        languages,
        kind: paper.kind,
        title: languages.each(|locale| paper_title(locale, paper.kind).to_owned()),
        status: status(languages, paper, offer.sample),
        parties: parties(languages, offer),
        sums: sums(languages, paper.kind, worked, currency),
        in_words: {
            let sum = main_sum(paper.kind, worked);
            languages.each(|locale| in_words(locale, sum, currency))
        },
        preface: parts(languages, &paper.preface, currency),
        warnings: parts(languages, &paper.warnings, currency),
        sections: sections
            .map(|(section, number)| Titled {
                field: section.field,
                number,
                title: languages
                    .each(|locale| section_title(locale, paper.profile, section.field).to_owned()),
                parts: parts(languages, &section.clauses, currency),
            })
            .collect(),
    }
}

fn parts(languages: Languages, clauses: &[Clause], currency: Currency) -> Vec<Part> {
    let part = |clause| Part {
        sentences: languages.each(|locale| sentences(locale, clause, currency)),
        table: table(languages, clause, currency),
    };
    clauses.iter().map(part).collect()
}

/// The sum that a paper is about: what is to be paid, or what is owed.
fn main_sum(kind: PaperKind, worked: &Worked) -> Money {
    match kind {
        PaperKind::Arrears => owed(worked),
        PaperKind::Agreement | PaperKind::Plan => worked.totals.paid,
    }
}

fn owed(worked: &Worked) -> Money {
    // The total was worked out with the plan.
    worked.plan.opening.total().unwrap_or(Money::ZERO)
}

fn status(languages: Languages, paper: &Paper, sample: bool) -> Vec<Vec<String>> {
    let mut labels = Vec::new();
    // A notice says in its own words that nobody has signed it.
    if paper.kind != PaperKind::Arrears {
        labels.push(super::trust::status(paper.signing()));
    }
    if sample {
        labels.push(Label::SampleNote);
    }
    let words = |label: Label| languages.each(|locale| label.text(locale).to_owned());
    labels.into_iter().map(words).collect()
}

fn parties(languages: Languages, offer: &Offer) -> Vec<Pair> {
    let sides = &offer.parties;
    let named = |label: Label, value: &str| Pair {
        name: languages.each(|locale| label.text(locale).to_owned()),
        value: vec![value.to_owned()],
    };
    let mut pairs = vec![named(Label::Creditor, &sides.creditor.name)];
    let original = sides.creditor.original.as_ref();
    pairs.extend(original.map(|name| named(Label::OriginalCreditor, name)));
    pairs.push(named(Label::Borrower, &sides.borrower));
    pairs.push(named(Label::Account, &sides.account));
    pairs.push(Pair {
        value: languages.each(|locale| date(locale, offer.claim.as_of)),
        ..named(Label::AsOf, "")
    });
    pairs
}

fn sums(languages: Languages, kind: PaperKind, worked: &Worked, currency: Currency) -> Vec<Pair> {
    let named = |label: Label, amount: Money| Pair {
        name: languages.each(|locale| label.text(locale).to_owned()),
        // Both languages write an amount alike.
        value: languages
            .each(|locale| money(locale, amount, currency))
            .into_iter()
            .take(1)
            .collect(),
    };
    let mut pairs = vec![named(Label::TotalOwed, owed(worked))];
    if kind != PaperKind::Arrears {
        let waived = worked.totals.waived;
        pairs.extend(
            waived
                .is_positive()
                .then(|| named(Label::ConditionalWaiver, waived)),
        );
        pairs.push(named(Label::TotalToPay, worked.totals.paid));
    }
    pairs
}
