//! `quittance compare`: options on the same axes for borrower and lender, and those that no other beats.

use quittance::engine::negotiate::{Compared, compare};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::asked::Asked;
use crate::document::{Answering, BadInput, Outcome};
use crate::expectations::{Expected, Shown, prospects};
use crate::option::OptionDocument;
use crate::values::{Day, DecimalText, bounded};
use crate::verdict::decision;

/// The most options that are compared.
const MOST_OPTIONS: usize = 1_000;

/// A case and options for it.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// A case file as the app opens it, or the name of a sample case such as `card-cn`.
    case: Value,
    /// Which balances count where the case has a history: `stated` (if nothing is said) or `recomputed`.
    #[serde(default)]
    balances: Option<String>,
    /// The options, each as in `quittance plan`.
    options: Vec<OptionDocument>,
    /// What the lender expects of plans; what the packs say if nothing is said, or else that plans are kept, at the
    /// contract's own rate.
    #[serde(default)]
    expectations: Option<Expected>,
    /// The rule packs, as files; as in `quittance plan` if none are given.
    #[serde(default)]
    packs: Option<Vec<Value>>,
}

/// The options in the order of the document.
#[derive(Serialize, JsonSchema)]
pub struct Answer {
    /// What was expected of plans.
    expectations: Shown,
    options: Vec<Place>,
}

/// Where an option lies.
#[derive(Serialize, JsonSchema)]
struct Place {
    /// `allowed`, `needs-approval` or `refused`.
    decision: &'static str,
    /// For the borrower: paid on the as-of date.
    now: DecimalText,
    /// For the borrower: what the payments after it ask of a month.
    monthly: DecimalText,
    /// For the borrower: everything paid.
    total: DecimalText,
    /// For the borrower: the day of the last payment.
    end: Day,
    /// For the lender: the present value.
    value: DecimalText,
    /// For the lender: that less what doing nothing is worth, where it is said what is recovered then.
    gain: Option<DecimalText>,
    /// Whether no other option is as good for both sides and better for one. Never of one that is refused.
    unbeaten: bool,
}

/// The command.
pub struct Compare;

impl Answering for Compare {
    type Document = Document;
    type Answer = Answer;
    const NAME: &'static str = "compare";
    const ABOUT: &'static str =
        "Options on the same axes for borrower and lender, and those that no other option beats";
    const EXAMPLE: &'static str = r#"{"case":"card-cn","expectations":{"rate_pct":"8","kept_pct":"97","recovers_pct":"35"},"options":[{"settlement":"instalments","count":24,"first_due":"2026-12-21","rate_pct":"6","down_payment":"9707.00"},{"settlement":"instalments","count":36,"first_due":"2026-12-21","rate_pct":"6","down_payment":"9707.00"}]}"#;

    fn answer(document: Document) -> Result<Outcome<Answer>, BadInput> {
        let asked = Asked::read(
            &document.case,
            document.balances.as_deref(),
            document.packs.as_deref(),
        )?;
        bounded("options", Some(&document.options), MOST_OPTIONS)?;
        let options = document
            .options
            .iter()
            .zip(1_u32..)
            .map(|(option, place)| {
                option.proposal(&asked.claim).map_err(|error| BadInput {
                    at: error.at.replacen("option", &at(place), 1),
                    ..error
                })
            })
            .collect::<Result<Vec<_>, _>>()?;
        let packs = asked.packs();
        let prospects = prospects(document.expectations.as_ref(), &packs, &asked.claim)?;
        let compared = compare(&asked.question(&packs), &options, &prospects);
        let places = compared.iter().zip(1_u32..).map(|(one, place)| {
            one.as_ref()
                .map(|one| Place::of(one, &asked))
                .map_err(|error| asked.unplannable(&at(place), error))
        });
        Ok(Outcome::Answered(Answer {
            expectations: Shown::of(&prospects),
            options: places.collect::<Result<_, _>>()?,
        }))
    }
}

fn at(place: u32) -> String {
    format!("options.{place}")
}

impl Place {
    fn of(compared: &Compared, asked: &Asked) -> Self {
        let axes = &compared.axes;
        let text = |amount| DecimalText::of(amount, asked.claim.currency.minor_digits());
        Self {
            decision: decision(compared.judged.verdict.decision),
            now: text(axes.now),
            monthly: text(axes.monthly),
            total: text(axes.total),
            end: Day(axes.end),
            value: text(axes.worth.value.total),
            gain: axes.worth.gain.map(text),
            unbeaten: compared.unbeaten,
        }
    }
}
