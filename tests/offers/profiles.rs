//! One offer of each profile, and what can be known beside it.

use crate::offers::{CODE, ENGINE, american, british, card, cents, day, loan, receivable, worked};
use quittance::agreement::{Document, Known, Offer, Profile, build};
use quittance::engine::claim::{Guarantor, Itemisation};

/// One offer of each profile.
pub fn every_profile() -> [(Profile, Offer); 5] {
    [card(), loan(), receivable(), british(), american()]
        .map(|offer| (Profile::of(offer.jurisdiction, offer.product), offer))
}

/// Everything that can be known of the debt of [`card`] beside an offer.
pub fn known() -> Known {
    Known {
        guarantor: Some(Guarantor::NotAsked),
        itemisation: Some(Itemisation {
            on: day("2026-01-31"),
            balance: cents(4_500_000),
            interest: cents(453_217),
            fees: cents(30_000),
            payments: cents(100_000),
            credits: cents(30_000),
        }),
    }
}

/// The same offer, on a debt that fell past due more than three years ago.
pub fn too_old(mut offer: Offer) -> Offer {
    offer.claim.overdue_since = day("2023-11-20");
    offer.claim.terms.signed_on = day("2021-03-01");
    offer
}

/// The document of an offer with all that is known beside it.
pub fn document_knowing(offer: &Offer) -> Document {
    let offer = Offer {
        known: known(),
        ..offer.clone()
    };
    build(&offer, &worked(&offer), CODE, ENGINE).unwrap()
}
