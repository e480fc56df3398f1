//! What the rules say of an option, as answers show it.

use quittance::engine::money::Currency;
use quittance::engine::rules::{Decision, Finding, Layer, Outcome, Role, Severity, Verdict};
use quittance::text::{Locale, finding};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use crate::quantity::written;

/// What the rules say.
#[derive(Serialize, JsonSchema)]
pub struct Judged {
    /// `allowed`, `needs-approval` or `refused`.
    decision: &'static str,
    /// The decision in words.
    words: String,
    /// Why a rule pack cannot judge the case, where one cannot.
    #[serde(skip_serializing_if = "Option::is_none")]
    unfit: Option<String>,
    findings: Vec<Found>,
}

#[derive(Serialize, JsonSchema)]
struct Found {
    rule: String,
    /// `statutory` or `house`.
    layer: &'static str,
    /// `warn`, `supervisor`, `manager` or `block`.
    severity: &'static str,
    /// `met`, `broken` or `does-not-apply`.
    outcome: &'static str,
    /// What the limit is, what the option has, by how much it misses, and what to do.
    words: String,
    /// Of a broken rule what it asks, under the name of the unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    limit: Option<Value>,
    /// Of a broken rule what the option has.
    #[serde(skip_serializing_if = "Option::is_none")]
    actual: Option<Value>,
    /// Of a broken rule by how much the option misses it.
    #[serde(skip_serializing_if = "Option::is_none")]
    shortfall: Option<Value>,
    source: String,
}

impl Judged {
    /// A verdict with every finding in words.
    pub fn of(verdict: &Verdict, currency: Currency) -> Self {
        Self {
            decision: decision(verdict.decision),
            words: finding::decision(Locale::En, verdict.decision),
            unfit: verdict
                .unfit
                .map(|why| finding::unfit(Locale::En, why, currency)),
            findings: verdict
                .findings
                .iter()
                .map(|finding| Found::of(finding, currency))
                .collect(),
        }
    }

    /// The sentences of the rules that refuse, or the verdict's own where it is no rule that does.
    pub fn refusals(&self) -> Vec<String> {
        self.reasons(|found| found.severity == "block")
    }

    /// The sentences of the rules that refuse or ask for approval, or the verdict's own where it is no rule that does.
    pub fn in_the_way(&self) -> Vec<String> {
        self.reasons(|found| found.severity != "warn")
    }

    fn reasons(&self, counts: impl Fn(&Found) -> bool) -> Vec<String> {
        let broken = self.findings.iter().filter(|one| one.outcome == "broken");
        let reasons: Vec<String> = broken
            .filter(|found| counts(found))
            .map(|found| format!("{}: {}", found.rule, found.words))
            .chain(self.unfit.clone())
            .collect();
        if reasons.is_empty() {
            vec![self.words.clone()]
        } else {
            reasons
        }
    }
}

/// `allowed`, `needs-approval` or `refused`.
pub const fn decision(decision: Decision) -> &'static str {
    match decision {
        Decision::Allowed => "allowed",
        Decision::NeedsApproval(_) => "needs-approval",
        Decision::Refused => "refused",
    }
}

impl Found {
    fn of(found: &Finding, currency: Currency) -> Self {
        let [limit, actual, shortfall] = match &found.outcome {
            Outcome::Broken {
                limit,
                actual,
                shortfall,
            } => [limit, actual, shortfall].map(|quantity| Some(written(quantity, currency))),
            _ => [const { None }; 3],
        };
        Self {
            rule: found.rule.id.clone(),
            layer: match found.layer {
                Layer::Statutory => "statutory",
                Layer::House => "house",
            },
            severity: match found.rule.severity {
                Severity::Warn => "warn",
                Severity::Route(Role::Manager) => "manager",
                Severity::Route(_) => "supervisor",
                Severity::Block => "block",
            },
            outcome: match found.outcome {
                Outcome::Met { .. } => "met",
                Outcome::Broken { .. } => "broken",
                Outcome::DoesNotApply { .. } => "does-not-apply",
            },
            words: finding::sentence(Locale::En, found, currency),
            limit,
            actual,
            shortfall,
            source: found.rule.source.clone(),
        }
    }
}
