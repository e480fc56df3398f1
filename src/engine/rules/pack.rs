//! A rule pack: rules of one layer for one jurisdiction, and what the desk starts from.

use std::sync::Arc;

use super::{DateRange, Duty, Expectations, Ladder, Layer, Rule, Segment, Situation, Unfit};
use crate::engine::calendar::Date;
use crate::engine::claim::{Claim, Customer, Jurisdiction, PerComponent, Product};
use crate::engine::money::{Currency, Rate, Rounding, Share};
use crate::engine::plan::{Cure, InterestBasis};

/// What the desk starts from when a case of this lender is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DeskDefaults {
    /// Yearly rate on principal while a plan is kept.
    pub plan_rate: Rate,
    /// How periods become parts of a year.
    pub basis: InterestBasis,
    /// How amounts become whole minor units.
    pub rounding: Rounding,
    /// When a payment counts as missed, and when misses end a plan.
    pub cure: Cure,
    /// Days for which an offer can be accepted.
    pub offer_days: u32,
    /// The share of each component that a first option may well give up.
    pub waivers: PerComponent<Share>,
}

impl DeskDefaults {
    /// Nothing charged, nothing given up, no grace: what a pack without defaults of its own has.
    pub const NEUTRAL: Self = Self {
        plan_rate: Rate::ZERO,
        basis: InterestBasis::Periodic,
        rounding: Rounding::HalfUp,
        cure: Cure {
            grace_days: 0,
            misses_that_end: 1,
        },
        offer_days: 0,
        waivers: PerComponent::all(Share::ZERO),
    };
}

/// What people call a rule pack, in each language that the app speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackName {
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
}

/// A rule pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pack {
    /// Its id, such as `cn-statutory`.
    pub id: String,
    /// What people call it.
    pub name: PackName,
    /// Its version.
    pub version: String,
    /// Where it stands.
    pub layer: Layer,
    /// Whose law it is written under.
    pub jurisdiction: Jurisdiction,
    /// Currency of its amounts.
    pub currency: Currency,
    /// As-of dates on which it is in force.
    pub effective: DateRange,
    /// The debts it is written for; all of them if `None`. A rule may narrow them further.
    pub products: Option<Vec<Product>>,
    /// The kinds of cases that it tells apart, no two of which overlap; none if it makes no such difference. A case that
    /// falls in none of several is not for this pack.
    pub segments: Vec<Segment>,
    /// What the desk starts from. Every house pack's file has it.
    pub defaults: DeskDefaults,
    /// Its rules, in the order of the file.
    pub rules: Vec<Arc<Rule>>,
    /// How the lender gives way, step by step; of a house pack only.
    pub ladder: Option<Ladder>,
    /// What the lender expects of its plans; of a house pack only.
    pub expectations: Option<Expectations>,
    /// What it asks beside its rules, in the order of the file.
    pub duties: Vec<Duty>,
}

impl Pack {
    /// Whether it is written for such debts.
    #[must_use]
    pub fn covers(&self, product: Product) -> bool {
        self.products
            .as_ref()
            .is_none_or(|products| products.contains(&product))
    }

    /// Its duties that are in force on a day for such debts; none where the pack itself is not in force or not written
    /// for them.
    pub fn duties_on(&self, product: Product, day: Date) -> impl Iterator<Item = &Duty> {
        let fits = self.effective.contains(day) && self.covers(product);
        self.duties
            .iter()
            .filter(move |duty| fits && duty.binds(product, day))
    }

    /// Why this pack cannot judge a claim, if it cannot.
    #[must_use]
    pub fn unfit_for(&self, product: Product, claim: &Claim) -> Option<Unfit> {
        if !self.effective.contains(claim.as_of) {
            Some(Unfit::NotInForce)
        } else if self.currency != claim.currency {
            Some(Unfit::OtherCurrency)
        } else if self.covers(product) {
            None
        } else {
            Some(Unfit::OtherProduct)
        }
    }

    /// The segment that a case falls in; `None` where the pack has no segments.
    ///
    /// # Errors
    /// [`Unfit::NoSegment`] where it has some and none covers the case.
    pub(super) fn segment_of(&self, situation: &Situation<'_>) -> Result<Option<&Segment>, Unfit> {
        if self.segments.is_empty() {
            return Ok(None);
        }
        let covering = self
            .segments
            .iter()
            .find(|segment| segment.covers(situation));
        match covering {
            Some(segment) => Ok(Some(segment)),
            None => Err(Unfit::NoSegment {
                product: situation.product,
                days_past_due: situation.days_past_due(),
                owed: situation.claim.components().total().ok(),
                customer: situation.customer.map(Customer::kind),
            }),
        }
    }
}
