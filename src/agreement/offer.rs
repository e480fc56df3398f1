//! What two people agree on: the inputs from which every figure of an agreement is worked out.

use super::Known;
use crate::engine::calendar::{Date, add_days};
use crate::engine::claim::{Case, Claim, Jurisdiction, Parties, Product};
use crate::engine::plan::{
    Broken, Cure, Plan, PlanError, Proposal, Totals, break_table, lay_out, totals,
};
use crate::engine::rules::Pack;

/// A rule pack by name; never its contents, so that no limit can be read out of an offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackReference {
    /// The pack's id.
    pub id: String,
    /// The pack's version.
    pub version: String,
}

/// Everything that decides what an agreement says. Two offers that are equal make equal agreements; a link
/// carries exactly this.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Whether it was made from a sample case.
    pub sample: bool,
    /// Whose law governs the debt.
    pub jurisdiction: Jurisdiction,
    /// What kind of debt it is.
    pub product: Product,
    /// The two sides, masked as they may be shown.
    pub parties: Parties,
    /// The debt.
    pub claim: Claim,
    /// How it is to be settled.
    pub proposal: Proposal,
    /// The rule pack that the offer was checked against.
    pub pack: PackReference,
    /// The last day on which the offer can be accepted.
    pub expires_on: Date,
    /// When a payment counts as missed, and when misses end the plan.
    pub cure: Cure,
    /// What else is known of the debt.
    pub known: Known,
}

/// An offer with everything worked out from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worked {
    /// The plan.
    pub plan: Plan,
    /// Its head figures.
    pub totals: Totals,
    /// What is owed if payments stop, for every payment.
    pub stops: Vec<Broken>,
}

impl Offer {
    /// The offer that a proposal makes for a case: open and curable for as long as the lender's pack says.
    ///
    /// `claim` is the one that counts of the case, with the ceiling that the packs set over it.
    #[must_use]
    pub fn of_case(case: &Case, claim: Claim, house: &Pack, proposal: Proposal) -> Self {
        let open_for = i64::from(house.defaults.offer_days);
        Self {
            sample: case.sample,
            jurisdiction: case.jurisdiction,
            product: case.product,
            parties: case.parties.clone(),
            claim,
            proposal,
            pack: PackReference {
                id: house.id.clone(),
                version: house.version.clone(),
            },
            expires_on: add_days(claim.as_of, open_for).unwrap_or(claim.as_of),
            cure: house.defaults.cure,
            known: Known::of(case),
        }
    }

    /// Works out the plan, its head figures and what revives if payments stop.
    ///
    /// # Errors
    /// [`PlanError`] if the proposal does not fit the claim.
    pub fn work_out(&self) -> Result<Worked, PlanError> {
        work_out(&self.claim, &self.proposal)
    }
}

/// Works out everything that a claim and a proposal decide.
///
/// # Errors
/// [`PlanError`] if the proposal does not fit the claim.
pub fn work_out(claim: &Claim, proposal: &Proposal) -> Result<Worked, PlanError> {
    let plan = lay_out(claim, proposal)?;
    let totals = totals(claim, proposal, &plan)?;
    let stops = break_table(claim, proposal, &plan)?;
    Ok(Worked {
        plan,
        totals,
        stops,
    })
}
