//! The case of a document, its balances and the rules that judge its options.

use quittance::engine::claim::{Case, Claim, read_case};
use quittance::engine::negotiate::Question;
use quittance::engine::plan::PlanError;
use quittance::engine::rules::{
    OfferTerms, Pack, Situation, house_pack, read_pack, statutory_pack, under_the_law,
};
use quittance::samples;
use quittance::text::Locale;
use quittance::text::problem::{field_problem, plan_problem};
use serde_json::Value;

use crate::document::BadInput;

/// A case with the claim that counts and its rule packs.
pub struct Asked {
    pub case: Case,
    pub claim: Claim,
    packs: Vec<Pack>,
}

impl Asked {
    /// Reads a case file or the name of a sample, which balances count, and rule packs if any are given.
    pub fn read(
        case: &Value,
        balances: Option<&str>,
        packs: Option<&[Value]>,
    ) -> Result<Self, BadInput> {
        let case = read_the_case(case)?;
        let packs = packs_for_case(&case, packs)?;
        let claim = claim_of(&case, balances, &packs.iter().collect::<Vec<_>>())?;
        Ok(Self { case, claim, packs })
    }

    /// The rule packs.
    pub fn packs(&self) -> Vec<&Pack> {
        self.packs.iter().collect()
    }

    /// What options are looked for under.
    pub fn question<'a>(&'a self, packs: &'a [&'a Pack]) -> Question<'a> {
        Question {
            packs,
            situation: Situation::of_case(&self.case, &self.claim, OfferTerms::of_house(packs)),
        }
    }

    /// An option that cannot be laid out.
    pub fn unplannable(&self, at: &str, error: &PlanError) -> BadInput {
        BadInput::place(at, &plan_problem(Locale::En, self.claim.currency, error))
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

fn claim_of(case: &Case, balances: Option<&str>, packs: &[&Pack]) -> Result<Claim, BadInput> {
    let claim = match balances {
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
