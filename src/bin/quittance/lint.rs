//! `quittance lint`: what is wrong with a rule pack before anything is judged by it.

use quittance::engine::rules::{
    Layer, LintFinding, LintSeverity, Pack, lint as findings_of, statutory_pack,
};
use quittance::text::{Locale, lint};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::document::{Answering, BadInput, Outcome};
use crate::rule_pack::{rule_pack, rule_packs};
use crate::values::Day;

/// A rule pack, and what stands above it.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// A rule pack as a file, or the name of one that the program ships with, such as `house-card-cn`.
    pack: Value,
    /// The packs of the layers above, as files or by name; for a house pack, if nothing is said, the law of its
    /// jurisdiction.
    #[serde(default)]
    above: Option<Vec<Value>>,
    /// The day for which dates are looked at; they are not if nothing is said.
    #[serde(default)]
    on: Option<Day>,
}

/// What was found.
#[derive(Serialize, JsonSchema)]
pub struct Answer {
    /// The id of the pack.
    pack: String,
    /// How many rules it has.
    rules: usize,
    errors: usize,
    warnings: usize,
    /// In the order of the file.
    findings: Vec<Found>,
}

#[derive(Serialize, JsonSchema)]
struct Found {
    /// What is wrong, by a name that does not change.
    code: &'static str,
    /// `error` or `warning`.
    severity: &'static str,
    /// Where in the file: field names and list positions (from 1) joined by dots.
    at: String,
    /// The rule, then the one that it is at odds with.
    rules: Vec<String>,
    /// What is wrong, and how to mend it.
    words: String,
}

/// The command.
pub struct Lint;

impl Answering for Lint {
    type Document = Document;
    type Answer = Answer;
    const NAME: &'static str = "lint";
    const ABOUT: &'static str = "A rule pack: gaps, overlaps, rules that never decide, what slips past, what loosens the law";
    const EXAMPLE: &'static str = r#"{"pack":"house-card-cn","on":"2026-11-22"}"#;

    fn answer(document: Document) -> Result<Outcome<Answer>, BadInput> {
        let pack = rule_pack(&document.pack, "pack")?;
        let above = match &document.above {
            Some(given) => rule_packs(given, "above")?,
            None if pack.layer == Layer::Statutory => Vec::new(),
            None => statutory_pack(pack.jurisdiction).into_iter().collect(),
        };
        let above: Vec<&Pack> = above.iter().collect();
        let found = findings_of(&pack, &above, document.on.map(|day| day.0));
        let answer = Answer::of(&pack, &found);
        let reasons: Vec<String> = answer
            .findings
            .iter()
            .filter(|one| one.severity == LintSeverity::Error.code())
            .map(|one| format!("{}: {}", one.at, one.words))
            .collect();
        Ok(if reasons.is_empty() {
            Outcome::Answered(answer)
        } else {
            Outcome::Refused {
                reasons,
                answer: Some(answer),
            }
        })
    }
}

impl Answer {
    fn of(pack: &Pack, found: &[LintFinding]) -> Self {
        let count = |severity| found.iter().filter(|one| one.severity == severity).count();
        Self {
            pack: pack.id.clone(),
            rules: pack.rules.len(),
            errors: count(LintSeverity::Error),
            warnings: count(LintSeverity::Warning),
            findings: found
                .iter()
                .map(|finding| Found {
                    code: finding.flaw.code(),
                    severity: finding.severity.code(),
                    at: finding.path.clone(),
                    rules: finding.rule_ids().into_iter().map(str::to_owned).collect(),
                    words: lint::sentence(Locale::En, finding, pack.currency),
                })
                .collect(),
        }
    }
}
