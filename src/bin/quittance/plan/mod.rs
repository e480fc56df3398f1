//! `quittance plan`: a case and an option, laid out and judged.

mod answer;

use std::num::NonZeroU32;

use quittance::agreement::work_out;
use quittance::engine::claim::PaymentReceived;
use quittance::engine::money::Currency;
use quittance::engine::plan::{Cure, Plan as LaidOut, standing_of};
use quittance::engine::rules::{Decision, check};
use quittance::text::Locale;
use quittance::text::problem::plan_problem;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;

use crate::asked::Asked;
use crate::document::{Answering, BadInput, Outcome};
use crate::option::OptionDocument;
use crate::plan::answer::{Answer, Standing};
use crate::values::{Day, DecimalText};

/// A case, an option for it, and the rules that judge it.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// A case file as the app opens it, or the name of a sample case such as `card-cn`.
    case: Value,
    /// Which balances count where the case has a history: `stated` (if nothing is said) or `recomputed`.
    #[serde(default)]
    balances: Option<String>,
    /// The option.
    option: OptionDocument,
    /// Payments that arrived under the plan, to see whether it is kept; not asked if nothing is said.
    #[serde(default)]
    kept: Option<Kept>,
    /// The rule packs, as files. If none are given: the law of the case's jurisdiction, and the house pack that the case
    /// names or the first one written for such debts.
    #[serde(default)]
    packs: Option<Vec<Value>>,
}

/// How a plan is being kept, where it was made earlier.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Kept {
    /// The day of the question.
    on: Day,
    /// What arrived under the plan, in any order.
    received: Vec<Arrived>,
    /// Days after a due date on which a payment is still in time; 0 if nothing is said.
    #[serde(default)]
    grace_days: u32,
    /// How many payments in a row must be missed to end the plan; 2 if nothing is said, so that one can be made up.
    #[serde(default)]
    misses_that_end: Option<NonZeroU32>,
}

/// A payment that arrived.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Arrived {
    date: Day,
    amount: DecimalText,
}

/// The command.
pub struct Plan;

impl Answering for Plan {
    type Document = Document;
    type Answer = Answer;
    const NAME: &'static str = "plan";
    const ABOUT: &'static str =
        "A debt and an option: every payment by component, head figures, and the rules' verdict";
    const EXAMPLE: &'static str = r#"{"case":"card-cn","option":{"settlement":"instalments","count":24,"first_due":"2026-12-21","rate_pct":"6","waivers":{"penalty":"30%"},"down_payment":"9707.00"}}"#;

    fn answer(document: Document) -> Result<Outcome<Answer>, BadInput> {
        let asked = Asked::read(
            &document.case,
            document.balances.as_deref(),
            document.packs.as_deref(),
        )?;
        let claim = asked.claim;
        let proposal = document.option.proposal(&claim)?;
        let worked =
            work_out(&claim, &proposal).map_err(|error| asked.unplannable("option", &error))?;
        let packs = asked.packs();
        let verdict = check(
            &packs,
            &asked.question(&packs).situation,
            &proposal,
            &worked.plan,
            &worked.totals,
        );
        let standing = match &document.kept {
            None => None,
            Some(kept) => Some(kept.standing(&worked.plan, claim.currency)?),
        };
        let answer = Answer::of(&asked.case, &claim, &worked, &verdict, standing);
        Ok(if verdict.decision == Decision::Refused {
            let reasons = answer.reasons();
            Outcome::Refused {
                reasons,
                answer: Some(answer),
            }
        } else {
            Outcome::Answered(answer)
        })
    }
}

impl Kept {
    /// How the plan stands on the day.
    fn standing(&self, plan: &LaidOut, currency: Currency) -> Result<Standing, BadInput> {
        let mut received = Vec::with_capacity(self.received.len());
        for (payment, place) in self.received.iter().zip(1_u32..) {
            let at = format!("kept.received.{place}.amount");
            let amount = payment.amount.amount(&at, currency.minor_digits())?;
            if !amount.is_positive() {
                return Err(BadInput::value(
                    &at,
                    &payment.amount.0,
                    "must be above zero",
                ));
            }
            received.push(PaymentReceived {
                date: payment.date.0,
                amount,
            });
        }
        let usual = Cure::default();
        let cure = Cure {
            grace_days: self.grace_days,
            misses_that_end: self
                .misses_that_end
                .map_or(usual.misses_that_end, NonZeroU32::get),
        };
        standing_of(plan, &received, cure, self.on.0)
            .map(|keeping| Standing::of(keeping, currency))
            .map_err(|error| BadInput::place("kept", &plan_problem(Locale::En, currency, &error)))
    }
}
