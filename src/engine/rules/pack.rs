//! A rule pack: rules of one layer for one jurisdiction, and what the desk starts from.

use std::sync::Arc;

use super::{DateRange, Layer, Rule, Unfit};
use crate::engine::claim::{Claim, Jurisdiction, PerComponent};
use crate::engine::money::{Currency, Rate, Rounding, Share};
use crate::engine::plan::InterestBasis;

/// What the desk starts from when a case of this lender is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Desk {
    /// Yearly rate on principal while a plan is kept.
    pub rate: Rate,
    /// How periods become parts of a year.
    pub basis: InterestBasis,
    /// How amounts become whole minor units.
    pub rounding: Rounding,
    /// Days after a due date within which a missed payment can be made good.
    pub grace_days: u32,
    /// Days for which an offer can be accepted.
    pub offer_days: u32,
    /// The share of each component that a first option gives up.
    pub waivers: PerComponent<Share>,
}

/// A rule pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pack {
    /// Its name, such as `cn-statutory`.
    pub id: String,
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
    /// What the desk starts from; every house pack has it.
    pub desk: Option<Desk>,
    /// Its rules, in the order of the file.
    pub rules: Vec<Arc<Rule>>,
}

impl Pack {
    /// Why this pack cannot judge a claim, if it cannot.
    #[must_use]
    pub fn unfit_for(&self, claim: &Claim) -> Option<Unfit> {
        if !self.effective.contains(claim.as_of) {
            Some(Unfit::NotInForce)
        } else if self.currency == claim.currency {
            None
        } else {
            Some(Unfit::OtherCurrency)
        }
    }
}
