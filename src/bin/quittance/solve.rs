//! `quittance solve`: one unknown term from all the others.

use quittance::engine::money::Currency;
use quittance::engine::negotiate::{Solved, TermValue, Unknown, Unsolved, solve};
use quittance::text::{Locale, finding, negotiation};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::amounts::component;
use crate::asked::Asked;
use crate::document::{Answering, BadInput, Outcome};
use crate::option::OptionDocument;
use crate::values::{Day, DecimalText, coded};

/// A case, an option whose other terms are given, and what is looked for.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// A case file as the app opens it, or the name of a sample case such as `card-cn`.
    case: Value,
    /// Which balances count where the case has a history: `stated` (if nothing is said) or `recomputed`.
    #[serde(default)]
    balances: Option<String>,
    /// The option, as in `quittance plan`; what it says of the unknown is without effect.
    option: OptionDocument,
    /// `instalment`, `count`, `end-date`, `first-date`, `down-payment`, `waiver`, `discount`, `rate` or `lump-sum`.
    unknown: String,
    /// Of what a `waiver` is looked for.
    #[serde(default)]
    component: Option<String>,
    /// The most that any payment after the down payment may be; needed for all but `instalment` and `lump-sum`.
    #[serde(default)]
    payment: Option<DecimalText>,
    /// The rule packs, as files; as in `quittance plan` if none are given.
    #[serde(default)]
    packs: Option<Vec<Value>>,
}

/// What the unknown comes to.
#[derive(Serialize, JsonSchema)]
pub struct Answer {
    /// The value: an amount, a count, a date or a rate in per cent.
    value: String,
    /// The same in words.
    words: String,
    /// The largest payment after the down payment.
    largest: DecimalText,
    due_now: DecimalText,
    count: u32,
    first_date: Day,
    last_date: Day,
    paid: DecimalText,
    waived: DecimalText,
    /// What the rules say of it.
    verdict: String,
}

/// The command.
pub struct Solve;

impl Answering for Solve {
    type Document = Document;
    type Answer = Answer;
    const NAME: &'static str = "solve";
    const ABOUT: &'static str =
        "All terms of an option but one, and the most a payment may be: the last term, exactly";
    const EXAMPLE: &'static str = r#"{"case":"card-cn","option":{"settlement":"instalments","count":36,"first_due":"2026-12-20","rate_pct":"6"},"unknown":"down-payment","payment":"1300.00"}"#;

    fn answer(document: Document) -> Result<Outcome<Answer>, BadInput> {
        let asked = Asked::read(
            &document.case,
            document.balances.as_deref(),
            document.packs.as_deref(),
        )?;
        let proposal = document.option.proposal(&asked.claim)?;
        let unknown = document.unknown()?;
        let digits = asked.claim.currency.minor_digits();
        let payment = document
            .payment
            .as_ref()
            .map(|text| text.amount("payment", digits))
            .transpose()?;
        let needs_payment = !matches!(unknown, Unknown::Instalment | Unknown::LumpSum);
        if needs_payment && payment.is_none() {
            return Err(BadInput::place("payment", "missing: the unknown needs it"));
        }
        match solve(&asked.claim, &proposal, unknown, payment) {
            Ok(solved) => Answer::of(&solved, &asked).map(Outcome::Answered),
            Err(Unsolved::Plan(error)) => Err(asked.unplannable("option", &error)),
            Err(Unsolved::NoSuchTerm) => {
                let problem = "the option has no such term";
                Err(BadInput::value("unknown", &document.unknown, problem))
            }
            Err(Unsolved::OutOfReach(nearest)) => {
                let nearest = Answer::of(&nearest, &asked)?;
                Ok(Outcome::Refused {
                    reasons: vec![format!(
                        "out of reach: even with {} a payment comes to {}",
                        nearest.words, nearest.largest.0
                    )],
                    answer: Some(nearest),
                })
            }
        }
    }
}

impl Document {
    fn unknown(&self) -> Result<Unknown, BadInput> {
        let known = |code: &str| {
            Some(match code {
                "instalment" => Unknown::Instalment,
                "count" => Unknown::Count,
                "end-date" => Unknown::EndDate,
                "first-date" => Unknown::FirstDate,
                "down-payment" => Unknown::DownPayment,
                "discount" => Unknown::Discount,
                "rate" => Unknown::Rate,
                "lump-sum" => Unknown::LumpSum,
                _ => return None,
            })
        };
        match (self.unknown.as_str(), self.component.as_deref()) {
            ("waiver", Some(name)) => component("component", name).map(Unknown::Waiver),
            ("waiver", None) => Err(BadInput::place("component", "missing: a waiver needs it")),
            (code, None) => coded("unknown", code, &Unknown::CODES, known),
            (_, Some(_)) => Err(BadInput::place("component", "only a waiver has one")),
        }
    }
}

impl Answer {
    fn of(solved: &Solved, asked: &Asked) -> Result<Self, BadInput> {
        let currency = asked.claim.currency;
        let text = |amount| DecimalText::of(amount, currency.minor_digits());
        let packs = asked.packs();
        let judged = asked
            .question(&packs)
            .judge(&solved.proposal)
            .map_err(|error| asked.unplannable("option", &error))?;
        let totals = &solved.totals;
        Ok(Self {
            value: value(solved.value, currency),
            words: negotiation::term_value(Locale::En, solved.value, currency),
            largest: text(solved.largest),
            due_now: text(totals.due_now),
            count: totals.count,
            first_date: Day(totals.first_date),
            last_date: Day(totals.last_date),
            paid: text(totals.paid),
            waived: text(totals.waived),
            verdict: finding::decision(Locale::En, judged.verdict.decision),
        })
    }
}

fn value(value: TermValue, currency: Currency) -> String {
    match value {
        TermValue::Money(amount) | TermValue::Part { amount, .. } => {
            amount.to_decimal_string(currency)
        }
        TermValue::Count(count) => count.to_string(),
        TermValue::Date(day) => quittance::engine::calendar::format_date(day),
        TermValue::Rate(rate) => rate.to_percent_string(),
        TermValue::Frequency(step) => step.code(),
        TermValue::Deferral(deferral) => deferral.code().to_owned(),
        TermValue::Carry(carry) => carry.code().to_owned(),
    }
}
