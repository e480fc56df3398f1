//! `quittance plan`: a case and an option, laid out and judged.

mod answer;

use std::collections::BTreeMap;

use quittance::agreement::work_out;
use quittance::engine::calendar::Frequency;
use quittance::engine::claim::{Case, Claim, PerComponent, read_case};
use quittance::engine::money::{Money, Rounding};
use quittance::engine::plan::{
    Carry, Concessions, DeferralInterest, InterestBasis, Method, Proposal, Settlement, Size, Waiver,
};
use quittance::engine::rules::{
    Decision, Pack, check, house_pack, read_pack, statutory_pack, under_the_law,
};
use quittance::samples;
use quittance::text::Locale;
use quittance::text::problem::{field_problem, plan_problem};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;

use crate::amounts::{component, waiver};
use crate::document::{Answering, BadInput, Outcome};
use crate::plan::answer::Answer;
use crate::values::{Day, DecimalText, coded, day_count, frequency};

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
    /// The rule packs, as files. If none are given: the law of the case's jurisdiction, and the house pack that the case
    /// names or the first one written for such debts.
    #[serde(default)]
    packs: Option<Vec<Value>>,
}

/// What is proposed.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct OptionDocument {
    /// `instalments` or `lump-sum`.
    settlement: String,
    /// `equal-instalment` (if nothing is said), `equal-principal` or `interest-first`.
    #[serde(default)]
    method: Option<String>,
    /// `monthly` (if nothing is said), `weekly`, `fortnightly`, `half-monthly`, `every-10-days`, `every-2-months` and so on.
    #[serde(default)]
    frequency: Option<String>,
    /// How many instalments.
    #[serde(default)]
    count: Option<u32>,
    /// How much each time, in place of a count.
    #[serde(default)]
    payment: Option<DecimalText>,
    /// Instalments are rounded up to a multiple of this, and the last one is smaller.
    #[serde(default)]
    multiple: Option<DecimalText>,
    /// When the first instalment, or the lump sum, falls due.
    first_due: Day,
    /// Paid on the as-of date; nothing if nothing is said.
    #[serde(default)]
    down_payment: Option<DecimalText>,
    /// What is given up by component, as an amount (`"100.00"`) or a share of it (`"50%"`).
    #[serde(default)]
    waivers: BTreeMap<String, String>,
    /// What is given up of the rest, as an amount or a share.
    #[serde(default)]
    discount: Option<String>,
    /// Interest until the instalments start: `accrues` (if nothing is said), `frozen` or `capitalised`.
    #[serde(default)]
    deferral: Option<String>,
    /// Arrears other than principal, by component: `spread` (if nothing is said), `first` or `capitalised`.
    #[serde(default)]
    carry: BTreeMap<String, String>,
    /// Yearly rate while the plan is kept, in per cent.
    rate_pct: DecimalText,
    /// How time counts for interest: `periodic` (if nothing is said) or a day count such as `act/365f`.
    #[serde(default)]
    basis: Option<String>,
    /// `half-up` (if nothing is said), `half-even`, `toward-zero`, `away-from-zero` and so on.
    #[serde(default)]
    rounding: Option<String>,
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
        let case = read_the_case(&document.case)?;
        let packs = packs_for_case(&case, document.packs.as_deref())?;
        let packs: Vec<&Pack> = packs.iter().collect();
        let claim = claim_of(&case, &document, &packs)?;
        let proposal = document.option.proposal(&claim)?;
        let worked = work_out(&claim, &proposal).map_err(|error| {
            let words = plan_problem(Locale::En, claim.currency, &error);
            BadInput::place("option", &words)
        })?;
        let verdict = check(
            &packs,
            case.product,
            &claim,
            case.customer.as_ref(),
            &proposal,
            &worked.plan,
            &worked.totals,
        );
        let answer = Answer::of(&claim, &worked, &verdict);
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

fn read_the_case(case: &Value) -> Result<Case, BadInput> {
    let text = match case {
        Value::String(name) => samples::by_id(name)
            .map(|sample| sample.file.to_owned())
            .ok_or_else(|| {
                let known: Vec<&str> = samples::ALL.iter().map(|sample| sample.id).collect();
                let problem = format!("no such sample: there are {}", known.join(", "));
                BadInput::value("case", name, &problem)
            })?,
        document => document.to_string(),
    };
    read_case(&text).map_err(|error| {
        let at = joined("case", &error.path);
        BadInput::place(&at, &field_problem(Locale::En, &error))
    })
}

fn joined(root: &str, path: &str) -> String {
    if path.is_empty() {
        root.to_owned()
    } else {
        format!("{root}.{path}")
    }
}

fn packs_for_case(case: &Case, given: Option<&[Value]>) -> Result<Vec<Pack>, BadInput> {
    if let Some(given) = given {
        return given
            .iter()
            .zip(1_u32..)
            .map(|(pack, place)| {
                read_pack(&pack.to_string()).map_err(|error| {
                    let at = joined(&format!("packs.{place}"), &error.path);
                    BadInput::place(&at, &field_problem(Locale::En, &error))
                })
            })
            .collect();
    }
    let statutory = statutory_pack(case.jurisdiction);
    let house = house_pack(case.jurisdiction, case.product, case.pack.as_deref());
    match (statutory, house) {
        (Some(statutory), Some(house)) => Ok(vec![statutory, house]),
        _ => Err(BadInput::place(
            "case.pack",
            "no rule pack fits this case: give the packs in the document",
        )),
    }
}

fn claim_of(case: &Case, document: &Document, packs: &[&Pack]) -> Result<Claim, BadInput> {
    let claim = match document.balances.as_deref() {
        None | Some("stated") => case.claim,
        Some("recomputed") => case.recomputed_claim().ok_or_else(|| {
            BadInput::value(
                "balances",
                "recomputed",
                "the case has no history to recompute",
            )
        })?,
        Some(other) => {
            let problem = "not known: write stated or recomputed";
            return Err(BadInput::value("balances", other, problem));
        }
    };
    Ok(under_the_law(packs, case.product, claim))
}

impl OptionDocument {
    fn proposal(&self, claim: &Claim) -> Result<Proposal, BadInput> {
        let amount = |at: &str, text: &DecimalText| {
            let at = joined("option", at);
            text.amount(&at, claim.currency.minor_digits())
        };
        let mut waivers = PerComponent::all(Waiver::Nothing);
        for (name, text) in &self.waivers {
            let at = joined("option.waivers", name);
            waivers.set(
                component(&at, name)?,
                waiver(&at, text, claim.currency.minor_digits())?,
            );
        }
        let mut carry = PerComponent::all(Carry::Spread);
        for (name, code) in &self.carry {
            let at = joined("option.carry", name);
            let known = Carry::ALL.map(Carry::code);
            carry.set(
                component(&at, name)?,
                coded(&at, code, &known, Carry::from_code)?,
            );
        }
        let deferrals = DeferralInterest::ALL.map(DeferralInterest::code);
        Ok(Proposal {
            concessions: Concessions {
                waivers,
                discount: match &self.discount {
                    None => Waiver::Nothing,
                    Some(text) => waiver("option.discount", text, claim.currency.minor_digits())?,
                },
            },
            down_payment: match &self.down_payment {
                None => Money::ZERO,
                Some(text) => amount("down_payment", text)?,
            },
            settlement: self.settlement(&amount)?,
            first_due: self.first_due.0,
            deferral: match &self.deferral {
                None => DeferralInterest::Accrues,
                Some(code) => coded(
                    "option.deferral",
                    code,
                    &deferrals,
                    DeferralInterest::from_code,
                )?,
            },
            carry,
            rate: self.rate_pct.percent_rate("option.rate_pct")?,
            basis: match self.basis.as_deref() {
                None | Some("periodic") => InterestBasis::Periodic,
                Some(code) => InterestBasis::Daily(day_count("option.basis", code)?),
            },
            rounding: match &self.rounding {
                None => Rounding::HalfUp,
                Some(code) => coded(
                    "option.rounding",
                    code,
                    Rounding::CODES,
                    Rounding::from_code,
                )?,
            },
        })
    }

    fn settlement(
        &self,
        amount: &impl Fn(&str, &DecimalText) -> Result<Money, BadInput>,
    ) -> Result<Settlement, BadInput> {
        match self.settlement.as_str() {
            "lump-sum" => return Ok(Settlement::LumpSum),
            "instalments" => {}
            other => {
                let problem = "not known: write instalments or lump-sum";
                return Err(BadInput::value("option.settlement", other, problem));
            }
        }
        let size = match (self.count, &self.payment) {
            (Some(count), None) => Size::Count(count),
            (None, Some(payment)) => Size::Payment(amount("payment", payment)?),
            _ => {
                let problem = "instalments need a count or a payment, and not both";
                return Err(BadInput::place("option", problem));
            }
        };
        Ok(Settlement::Instalments {
            method: match &self.method {
                None => Method::EqualInstalment,
                Some(code) => coded("option.method", code, Method::CODES, Method::from_code)?,
            },
            frequency: match &self.frequency {
                None => Frequency::MONTHLY,
                Some(code) => frequency("option.frequency", code)?,
            },
            size,
            multiple: self
                .multiple
                .as_ref()
                .map(|text| amount("multiple", text))
                .transpose()?,
        })
    }
}
