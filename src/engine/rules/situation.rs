//! What options are judged in: the debt, its debtor, and how an offer is made.

use super::{DeskDefaults, Layer, Pack};
use crate::engine::claim::{Case, Circumstances, Claim, Customer, Product};

/// How an option is offered, where that is known: terms of the agreement that are no part of its plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct OfferTerms {
    /// Days for which the offer can be accepted.
    pub open_days: Option<u32>,
    /// Days after a due date on which a payment is still in time.
    pub grace_days: Option<u32>,
}

impl OfferTerms {
    /// As a lender's desk makes its offers.
    #[must_use]
    pub const fn of(defaults: &DeskDefaults) -> Self {
        Self {
            open_days: Some(defaults.offer_days),
            grace_days: Some(defaults.cure.grace_days),
        }
    }

    /// As the first house pack among these makes its offers; unknown where there is none.
    #[must_use]
    pub fn of_house(packs: &[&Pack]) -> Self {
        packs
            .iter()
            .find(|pack| pack.layer == Layer::House)
            .map_or_else(Self::default, |pack| Self::of(&pack.defaults))
    }
}

/// Everything that rules judge an option by beside the option itself.
#[derive(Clone, Copy, Debug)]
pub struct Situation<'a> {
    /// What kind of debt it is.
    pub product: Product,
    /// The debt.
    pub claim: &'a Claim,
    /// What is noted about the customer.
    pub customer: Option<&'a Customer>,
    /// What else is noted.
    pub circumstances: &'a Circumstances,
    /// How the option is offered.
    pub offer: OfferTerms,
}

impl<'a> Situation<'a> {
    /// A debt of which nothing else is known.
    #[must_use]
    pub fn bare(product: Product, claim: &'a Claim) -> Self {
        Self {
            product,
            claim,
            customer: None,
            circumstances: Circumstances::nothing_noted(),
            offer: OfferTerms::default(),
        }
    }

    /// A case, with the claim that counts: as stated or recomputed, and under the law's ceiling.
    #[must_use]
    pub const fn of_case(case: &'a Case, claim: &'a Claim, offer: OfferTerms) -> Self {
        Self {
            product: case.product,
            claim,
            customer: case.customer.as_ref(),
            circumstances: &case.circumstances,
            offer,
        }
    }

    /// Days past due on the as-of date.
    #[must_use]
    pub fn days_past_due(&self) -> i64 {
        self.claim.days_past_due(self.claim.as_of)
    }
}
