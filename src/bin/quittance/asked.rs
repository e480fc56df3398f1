//! The case of a document, its balances and the rules that judge its options.

use quittance::engine::claim::{Case, Claim, read_case};
use quittance::engine::negotiate::Question;
use quittance::engine::plan::{PlanError, Proposal};
use quittance::engine::rules::{
    OfferTerms, Pack, Situation, Verdict, house_pack, statutory_pack, under_the_law,
};
use quittance::samples;
use quittance::text::Locale;
use quittance::text::problem::{field_problem, plan_problem};
use serde_json::Value;

use crate::document::BadInput;
use crate::rule_pack::judging_packs;

/// A case with the claim that counts and its rule packs.
pub struct Asked {
    pub case: Case,
    /// The claim with the ceiling that the packs set over it.
    pub claim: Claim,
    /// The claim as the case has it.
    stated: Claim,
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
        let stated = claim_of(&case, balances)?;
        let claim = under_the_law(&packs.iter().collect::<Vec<_>>(), case.product, stated);
        Ok(Self {
            case,
            claim,
            stated,
            packs,
        })
    }

    /// A case before any rule pack.
    pub fn case_alone(case: &Value, balances: Option<&str>) -> Result<Self, BadInput> {
        let case = read_the_case(case)?;
        let stated = claim_of(&case, balances)?;
        Ok(Self {
            case,
            claim: stated,
            stated,
            packs: Vec::new(),
        })
    }

    /// The same case under other rule packs.
    pub fn under(&self, packs: Vec<Pack>) -> Self {
        let case = self.case.clone();
        let claim = under_the_law(&packs.iter().collect::<Vec<_>>(), case.product, self.stated);
        Self {
            case,
            claim,
            stated: self.stated,
            packs,
        }
    }

    /// What the rules say about an option that stands at a place of the document.
    pub fn verdict(&self, proposal: &Proposal, at: &str) -> Result<Verdict, BadInput> {
        let packs = self.packs();
        self.question(&packs)
            .judge(proposal)
            .map(|judged| judged.verdict)
            .map_err(|error| self.unplannable(at, &error))
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
        BadInput::place(&error.path, &field_problem(Locale::En, &error)).within("case")
    })
}

fn packs_for_case(case: &Case, given: Option<&[Value]>) -> Result<Vec<Pack>, BadInput> {
    if let Some(given) = given {
        return judging_packs(given, "packs");
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

fn claim_of(case: &Case, balances: Option<&str>) -> Result<Claim, BadInput> {
    match balances {
        None | Some("stated") => Ok(case.claim),
        Some("recomputed") => case.recomputed_claim().ok_or_else(|| {
            BadInput::value(
                "balances",
                "recomputed",
                "the case has no history to recompute",
            )
        }),
        Some(other) => {
            let problem = "not known: write stated or recomputed";
            Err(BadInput::value("balances", other, problem))
        }
    }
}
