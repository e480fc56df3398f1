//! What a draft comes to: pure functions from typed text to figures and verdicts.

use super::{BudgetDraft, CaseDraft, Draft, Issue, OptionDraft};
use crate::agreement::{Offer, Worked, work_out};
use crate::engine::claim::{Case, Claim, read_case};
use crate::engine::fields::FieldError;
use crate::engine::negotiate::Question;
use crate::engine::plan::Proposal;
use crate::engine::rules::{OfferTerms, Pack, Situation, Verdict, check, library, under_the_law};

/// Which balances a plan starts from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Basis {
    /// As the lender states them.
    #[default]
    Stated,
    /// As recomputed from the history.
    Recomputed,
}

/// A case that could be read, with the packs that judge it and the claim that plans start from.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenCase {
    pub case: Case,
    pub claim: Claim,
    pub statutory: Pack,
    pub house: Pack,
}

/// Why there is no open case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// Nothing was given yet.
    Empty,
    /// The case cannot be read.
    Unreadable(FieldError),
    /// No rule pack of that id is known for the case's place and currency.
    NoPack(String),
}

/// Reads the case of a draft and chooses its rule packs.
///
/// # Errors
/// [`OpenError`]: nothing given, a field that cannot be read, or no pack for it.
pub fn open_case(draft: &Draft) -> Result<OpenCase, OpenError> {
    let text = match &draft.case {
        CaseDraft::Empty => return Err(OpenError::Empty),
        CaseDraft::File(text) => text.clone(),
        CaseDraft::Form(form) => form.to_case_text(),
    };
    let case = read_case(&text).map_err(OpenError::Unreadable)?;
    let house = house_pack(draft, &case)?;
    let statutory = library::statutory_pack(case.jurisdiction)
        .ok_or_else(|| OpenError::NoPack(case.jurisdiction.code().to_owned()))?;
    let claim = match draft.basis {
        Basis::Stated => case.claim,
        Basis::Recomputed => case.recomputed_claim().unwrap_or(case.claim),
    };
    let claim = under_the_law(&[&statutory, &house], case.product, claim);
    Ok(OpenCase {
        case,
        claim,
        statutory,
        house,
    })
}

/// The lender's own pack where that was chosen and is of the case's place; otherwise one that the app ships with.
fn house_pack(draft: &Draft, case: &Case) -> Result<Pack, OpenError> {
    let mut wanted = draft.pack.clone();
    if let Some(own) = draft
        .read_own_pack()
        .filter(|own| wanted.as_ref() == Some(&own.id))
    {
        if own.jurisdiction == case.jurisdiction {
            return Ok(own);
        }
        wanted = None;
    }
    let wanted = wanted.or_else(|| case.pack.clone());
    library::house_pack(case.jurisdiction, case.product, wanted.as_deref())
        .ok_or_else(|| OpenError::NoPack(wanted.unwrap_or_default()))
}

/// An option with everything worked out from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evaluated {
    pub proposal: Proposal,
    pub worked: Worked,
    pub verdict: Verdict,
}

/// Every field of an option that stands in the way.
pub type Refusal = Vec<Issue>;

/// Works out one option and judges it.
///
/// # Errors
/// Every field that cannot be read, or the one with which no plan can be laid out.
pub fn evaluate(open: &OpenCase, draft: &OptionDraft) -> Result<Evaluated, Refusal> {
    let proposal = draft.read(&open.claim, &open.house.defaults)?;
    let worked =
        work_out(&open.claim, &proposal).map_err(|error| vec![Issue::unplannable(error, draft)])?;
    let verdict = check(
        &[&open.statutory, &open.house],
        &open.situation(),
        &proposal,
        &worked.plan,
        &worked.totals,
    );
    Ok(Evaluated {
        proposal,
        worked,
        verdict,
    })
}

impl OpenCase {
    /// The case with what a budget leaves of a month, in place of what its file notes of that: rules on what can be borne
    /// are asked about what was worked out on the call. Nothing changes while the budget says nothing.
    #[must_use]
    pub fn with_budget(mut self, budget: &BudgetDraft) -> Self {
        let found = budget.work_out(self.case.jurisdiction, self.claim.currency);
        if let Ok(Some(found)) = found {
            self.case.circumstances.surplus = Some(found.surplus.or_zero_if_negative());
        }
        self
    }

    /// The pack that cannot judge the case, where one cannot: what is said of that names it.
    #[must_use]
    pub fn unfit_pack(&self) -> &Pack {
        let unfit = self.statutory.unfit_for(self.case.product, &self.claim);
        if unfit.is_some() {
            &self.statutory
        } else {
            &self.house
        }
    }

    /// What its options are judged in.
    #[must_use]
    pub const fn situation(&self) -> Situation<'_> {
        Situation::of_case(
            &self.case,
            &self.claim,
            OfferTerms::of(&self.house.defaults),
        )
    }

    /// Asks something of the case under the rules that judge it.
    pub fn ask<T>(&self, ask: impl FnOnce(&Question<'_>) -> T) -> T {
        ask(&Question {
            packs: &[&self.statutory, &self.house],
            situation: self.situation(),
        })
    }

    /// The option that a new column starts with.
    #[must_use]
    pub fn starting_option(&self) -> OptionDraft {
        OptionDraft::starting(&self.claim, &self.house.defaults)
    }

    /// The offer that a proposal makes: what an agreement and a link are built from.
    #[must_use]
    pub fn offer(&self, proposal: Proposal) -> Offer {
        Offer::of_case(&self.case, self.claim, &self.house, proposal)
    }
}
