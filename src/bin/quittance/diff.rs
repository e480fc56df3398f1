//! `quittance diff`: what changed from one rule pack to another, and which verdicts of a book of cases change with it.

use quittance::engine::money::Currency;
use quittance::engine::rules::{
    BookDiff, Decision, Layer, Pack, Role, RuleChange, Verdict, diff as diff_of, diff_of_book,
    house_pack, statutory_pack,
};
use quittance::text::{Locale, pack_diff};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::asked::Asked;
use crate::document::{Answering, BadInput, Outcome};
use crate::option::OptionDocument;
use crate::rule_pack::{rule_pack, rule_packs};

/// Two versions of a rule pack, and cases to judge by both.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// The pack before, as a file or by the name of one that the program ships with.
    before: Value,
    /// The pack after.
    after: Value,
    /// Cases, each with an option; none if nothing is said.
    #[serde(default)]
    book: Vec<Entry>,
    /// The packs that stand beside both while the book is judged. If nothing is said: for a house pack the law of the
    /// case, for the law the house pack of the case.
    #[serde(default)]
    beside: Option<Vec<Value>>,
}

/// One case of the book.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Entry {
    /// What it is called in the answer; its place in the book, from 1, if nothing is said.
    #[serde(default)]
    name: Option<String>,
    /// A case file as the app opens it, or the name of a sample case such as `card-cn`.
    case: Value,
    /// Which balances count where the case has a history: `stated` (if nothing is said) or `recomputed`.
    #[serde(default)]
    balances: Option<String>,
    /// The option, as in `quittance plan`.
    option: OptionDocument,
}

/// What changed.
#[derive(Serialize, JsonSchema)]
pub struct Answer {
    /// What changed besides the rules.
    head: Vec<Head>,
    /// Rules that changed or are gone, then new ones.
    rules: Vec<Changed>,
    /// What that does to the book.
    book: Book,
}

#[derive(Serialize, JsonSchema)]
struct Head {
    /// `id`, `name`, `version`, `layer`, `jurisdiction`, `currency`, `effective`, `products`, `segments`, `duties` or `defaults`.
    part: &'static str,
    words: String,
}

#[derive(Serialize, JsonSchema)]
struct Changed {
    /// `added`, `removed` or `changed`.
    change: &'static str,
    /// The rule's id in the pack before.
    before: Option<String>,
    /// The rule's id in the pack after.
    after: Option<String>,
    /// For a changed rule: `id`, `limit`, `severity`, `visibility`, `applies`, `effective`, `source`.
    parts: Vec<&'static str>,
    /// `tightens`, `loosens`, `mixed` or `nothing`.
    effect: &'static str,
    /// Both values, and what the change does.
    words: String,
}

#[derive(Serialize, JsonSchema)]
struct Book {
    /// How many cases were judged.
    cases: u32,
    /// How many change their verdict.
    changed: usize,
    words: String,
    /// The changes, gathered by what becomes what.
    shifts: Vec<Shifted>,
    /// The cases that change, in the order of the book.
    changes: Vec<VerdictChanged>,
}

#[derive(Serialize, JsonSchema)]
struct Shifted {
    /// `allowed`, `needs-supervisor`, `needs-manager` or `refused`.
    before: &'static str,
    after: &'static str,
    /// The cases, by name.
    cases: Vec<String>,
    words: String,
}

#[derive(Serialize, JsonSchema)]
struct VerdictChanged {
    /// The case, by name.
    case: String,
    before: &'static str,
    after: &'static str,
    /// Rules that it breaks now and did not break before.
    broken_now: Vec<String>,
    /// Rules that it broke before and does not break now.
    broken_before: Vec<String>,
    words: String,
}

/// The command.
pub struct Diff;

impl Answering for Diff {
    type Document = Document;
    type Answer = Answer;
    const NAME: &'static str = "diff";
    const ABOUT: &'static str =
        "Two versions of a rule pack: what changed, and which cases of a book change verdict";
    const EXAMPLE: &'static str = r#"{"before":"house-card-cn","after":"house-loan-cn","book":[{"case":"card-cn","option":{"settlement":"instalments","count":24,"first_due":"2026-12-21","rate_pct":"6","down_payment":"9707.00"}}]}"#;

    fn answer(document: Document) -> Result<Outcome<Answer>, BadInput> {
        let before = rule_pack(&document.before, "before")?;
        let after = rule_pack(&document.after, "after")?;
        let beside = match &document.beside {
            Some(given) => Some(rule_packs(given, "beside")?),
            None => None,
        };
        let mut pairs = Vec::with_capacity(document.book.len());
        let mut names = Vec::with_capacity(document.book.len());
        for (entry, place) in document.book.iter().zip(1_u32..) {
            let name = entry.name.clone().unwrap_or_else(|| place.to_string());
            let pair = judged(entry, &before, &after, beside.as_deref())
                .map_err(|bad| bad.within(&format!("book.{place}")))?;
            names.push(name);
            pairs.push(pair);
        }
        let changes = diff_of(&before, &after);
        let book = diff_of_book(&pairs);
        Ok(Outcome::Answered(Answer {
            head: changes
                .head
                .iter()
                .map(|part| Head {
                    part: part.code(),
                    words: pack_diff::head_change(Locale::En, *part, &before, &after),
                })
                .collect(),
            rules: changes
                .rules
                .iter()
                .map(|change| Changed::of(change, &before, &after))
                .collect(),
            book: Book::of(&book, &names, after.currency),
        }))
    }
}

/// One case, judged by both packs.
fn judged(
    entry: &Entry,
    before: &Pack,
    after: &Pack,
    beside: Option<&[Pack]>,
) -> Result<(Verdict, Verdict), BadInput> {
    let asked = Asked::case_alone(&entry.case, entry.balances.as_deref())?;
    let proposal = entry.option.proposal(&asked.claim)?;
    let by = |pack: &Pack| {
        let mut packs = match beside {
            Some(given) => given.to_vec(),
            None => usual_beside(pack, &asked),
        };
        // The law before the house, as everywhere.
        let place = packs.partition_point(|other| other.layer < pack.layer);
        packs.insert(place, pack.clone());
        asked.under(packs).verdict(&proposal, "option")
    };
    Ok((by(before)?, by(after)?))
}

fn usual_beside(pack: &Pack, asked: &Asked) -> Vec<Pack> {
    let case = &asked.case;
    let usual = match pack.layer {
        Layer::House => statutory_pack(case.jurisdiction),
        Layer::Statutory => house_pack(case.jurisdiction, case.product, case.pack.as_deref()),
    };
    usual.into_iter().collect()
}

const fn decision(decision: Decision) -> &'static str {
    match decision {
        Decision::Allowed => "allowed",
        Decision::NeedsApproval(Role::Manager) => "needs-manager",
        Decision::NeedsApproval(_) => "needs-supervisor",
        Decision::Refused => "refused",
    }
}

impl Changed {
    fn of(change: &RuleChange, was: &Pack, is: &Pack) -> Self {
        let currency = match change {
            RuleChange::Removed(_) => was.currency,
            _ => is.currency,
        };
        let (name, before, after, parts) = match change {
            RuleChange::Added(rule) => ("added", None, Some(rule), Vec::new()),
            RuleChange::Removed(rule) => ("removed", Some(rule), None, Vec::new()),
            RuleChange::Changed {
                before,
                after,
                parts,
            } => {
                let parts = parts.iter().map(|part| part.code()).collect();
                ("changed", Some(before), Some(after), parts)
            }
        };
        Self {
            change: name,
            before: before.map(|rule| rule.id.clone()),
            after: after.map(|rule| rule.id.clone()),
            parts,
            effect: change.effect().code(),
            words: pack_diff::rule_change(Locale::En, change, currency),
        }
    }
}

impl Book {
    fn of(book: &BookDiff, names: &[String], currency: Currency) -> Self {
        let called = |place: u32| {
            let name = names.iter().zip(1..).find(|(_, at)| *at == place);
            name.map_or_else(|| place.to_string(), |(name, _)| name.clone())
        };
        Self {
            cases: book.cases,
            changed: book.changes.len(),
            words: pack_diff::book(Locale::En, book),
            shifts: book
                .shifts
                .iter()
                .map(|shift| Shifted {
                    before: decision(shift.before),
                    after: decision(shift.after),
                    cases: shift.cases.iter().map(|place| called(*place)).collect(),
                    words: pack_diff::shift(Locale::En, shift),
                })
                .collect(),
            changes: book
                .changes
                .iter()
                .map(|change| VerdictChanged {
                    case: called(change.place),
                    before: decision(change.before),
                    after: decision(change.after),
                    broken_now: change.broken_now.clone(),
                    broken_before: change.broken_before.clone(),
                    words: pack_diff::verdict_change(Locale::En, change, currency),
                })
                .collect(),
        }
    }
}
