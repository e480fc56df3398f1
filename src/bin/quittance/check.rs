//! `quittance check`: what every rule says of an option, and nothing else.

use quittance::engine::rules::Decision;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::asked::Asked;
use crate::document::{Answering, BadInput, Outcome};
use crate::option::OptionDocument;
use crate::verdict::Judged;

/// A case, an option for it, and the rules that judge it.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// A case file as the app opens it, or the name of a sample case such as `card-cn`.
    case: Value,
    /// Which balances count where the case has a history: `stated` (if nothing is said) or `recomputed`.
    #[serde(default)]
    balances: Option<String>,
    /// The option, as in `quittance plan`.
    option: OptionDocument,
    /// The rule packs, as files; as in `quittance plan` if none are given.
    #[serde(default)]
    packs: Option<Vec<Value>>,
}

/// The verdict.
#[derive(Serialize, JsonSchema)]
pub struct Answer {
    /// What the rules say.
    verdict: Judged,
}

/// The command.
pub struct Check;

impl Answering for Check {
    type Document = Document;
    type Answer = Answer;
    const NAME: &'static str = "check";
    const ABOUT: &'static str =
        "What every rule says of an option: status 0 allowed, 1 needs approval or refused";
    const EXAMPLE: &'static str = r#"{"case":"card-cn","option":{"settlement":"instalments","count":24,"first_due":"2026-12-21","rate_pct":"6","waivers":{"penalty":"30%"},"down_payment":"9707.00"}}"#;

    fn answer(document: Document) -> Result<Outcome<Answer>, BadInput> {
        let asked = Asked::read(
            &document.case,
            document.balances.as_deref(),
            document.packs.as_deref(),
        )?;
        let proposal = document.option.proposal(&asked.claim)?;
        let found = asked.verdict(&proposal, "option")?;
        let verdict = Judged::of(&found, asked.claim.currency);
        Ok(if found.decision == Decision::Allowed {
            Outcome::Answered(Answer { verdict })
        } else {
            Outcome::Refused {
                reasons: verdict.in_the_way(),
                answer: Some(Answer { verdict }),
            }
        })
    }
}
