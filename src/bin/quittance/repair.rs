//! `quittance repair`: the nearest options that may be agreed to.

use std::sync::Arc;

use quittance::engine::negotiate::{Repair as Found, repair};
use quittance::engine::rules::{Role, Rule};
use quittance::text::{Locale, finding};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::asked::Asked;
use crate::changes::Changed;
use crate::document::{Answering, BadInput, Outcome};
use crate::option::OptionDocument;
use crate::values::{Day, DecimalText, named_or};

/// A case, an option for it, and who asks.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// A case file as the app opens it, or the name of a sample case such as `card-cn`.
    case: Value,
    /// Which balances count where the case has a history: `stated` (if nothing is said) or `recomputed`.
    #[serde(default)]
    balances: Option<String>,
    /// The option that was asked for, as in `quittance plan`.
    option: OptionDocument,
    /// Who may agree: `agent` (if nothing is said), `supervisor` or `manager`.
    #[serde(default)]
    authority: Option<String>,
    /// The rule packs, as files; as in `quittance plan` if none are given.
    #[serde(default)]
    packs: Option<Vec<Value>>,
}

/// What can be done about the option.
#[derive(Serialize, JsonSchema)]
pub struct Answer {
    /// Whether the option may be agreed to as it is.
    passes: bool,
    /// What the rules say of the option as it is.
    words: String,
    /// Options that may be agreed to, with one change first and then with two, each kind the nearest first.
    repairs: Vec<Repaired>,
    /// Rules in the way that no change of the option can meet.
    beyond: Vec<String>,
    /// Where nothing was found for other reasons: the rules that no change which was tried meets together.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    apart: Vec<String>,
    /// How near to passing one change comes then.
    #[serde(skip_serializing_if = "Option::is_none")]
    nearest: Option<Near>,
}

/// An option that may be agreed to.
#[derive(Serialize, JsonSchema)]
struct Repaired {
    /// What is changed.
    changes: Vec<Changed>,
    /// The rules that stood in the way and are met now.
    mends: Vec<String>,
    /// How far it is from what was asked, in millionths.
    distance: u32,
    due_now: DecimalText,
    /// The first instalment.
    instalment: Option<DecimalText>,
    count: u32,
    last_date: Day,
    paid: DecimalText,
    waived: DecimalText,
}

/// An option that does not pass yet.
#[derive(Serialize, JsonSchema)]
struct Near {
    change: Changed,
    /// The rules that are in the way then.
    left: Vec<String>,
}

fn ids(rules: &[Arc<Rule>]) -> Vec<String> {
    rules.iter().map(|rule| rule.id.clone()).collect()
}

/// The command.
pub struct Repair;

impl Answering for Repair {
    type Document = Document;
    type Answer = Answer;
    const NAME: &'static str = "repair";
    const ABOUT: &'static str =
        "An option that may not be agreed to: the nearest ones that may, with what is changed";
    const EXAMPLE: &'static str = r#"{"case":"card-cn","option":{"settlement":"instalments","count":36,"first_due":"2026-12-20","rate_pct":"6","waivers":{"penalty":"50%"}}}"#;

    fn answer(document: Document) -> Result<Outcome<Answer>, BadInput> {
        let asked = Asked::read(
            &document.case,
            document.balances.as_deref(),
            document.packs.as_deref(),
        )?;
        let authority = named_or(
            "authority",
            document.authority.as_deref(),
            &Role::ALL.map(Role::code),
            Role::from_code,
            Role::Agent,
        )?;
        let proposal = document.option.proposal(&asked.claim)?;
        let packs = asked.packs();
        let found = repair(&asked.question(&packs), &proposal, authority)
            .map_err(|error| asked.unplannable("option", &error))?;
        let passes = found.asked.within(authority);
        let answer = Answer {
            passes,
            words: finding::decision(Locale::En, found.asked.verdict.decision),
            repairs: found
                .found
                .iter()
                .map(|repair| Repaired::of(repair, &asked))
                .collect(),
            beyond: ids(&found.beyond),
            apart: ids(&found.apart),
            nearest: found.nearest.as_ref().map(|near| Near {
                change: Changed::of(&near.change, asked.claim.currency),
                left: ids(&near.left),
            }),
        };
        if passes || !answer.repairs.is_empty() {
            return Ok(Outcome::Answered(answer));
        }
        let currency = asked.claim.currency;
        let in_the_way = found.asked.verdict.broken();
        Ok(Outcome::Refused {
            reasons: in_the_way
                .iter()
                .map(|one| {
                    let words = finding::sentence(Locale::En, one, currency);
                    format!("{}: {words}", one.rule.id)
                })
                .collect(),
            answer: Some(answer),
        })
    }
}

impl Repaired {
    fn of(repair: &Found, asked: &Asked) -> Self {
        let currency = asked.claim.currency;
        let totals = &repair.judged.totals;
        let text = |amount| DecimalText::of(amount, currency.minor_digits());
        Self {
            changes: repair
                .changes
                .iter()
                .map(|change| Changed::of(change, currency))
                .collect(),
            mends: ids(&repair.mends),
            distance: repair.distance,
            due_now: text(totals.due_now),
            instalment: totals.instalment.map(text),
            count: totals.count,
            last_date: Day(totals.last_date),
            paid: text(totals.paid),
            waived: text(totals.waived),
        }
    }
}
