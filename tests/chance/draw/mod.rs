//! The generator: everything that decides an option and its verdict, every term of it in one place each.
//!
//! ```text
//! values      amounts, rates, shares and days, the ends of their ranges often among them
//! claim       the claim and its terms
//! circumstances  what is noted beside it
//! proposal    the proposal; a new term of proposals is drawn here
//! settlement  in one sum, in instalments, or on days agreed one by one
//! repayment   every way to repay in instalments
//! relief      what becomes of concessions while a plan is kept
//! flaws       terms that must be refused
//! rules       packs whose limits lie near what the option has
//! near, limits, limits_beside  those limits; looser  the same packs, a little looser
//! ```

mod circumstances;
mod claim;
mod flaws;
mod limits;
mod limits_beside;
pub mod looser;
mod near;
mod proposal;
pub mod relief;
mod repayment;
pub mod rules;
mod settlement;
pub mod values;

use crate::dice::Dice;
use quittance::agreement::{Known, Offer, PackReference};
use quittance::engine::calendar::add_days;
use quittance::engine::claim::{
    Circumstances, Claim, Creditor, Customer, Jurisdiction, Parties, Product,
};
use quittance::engine::plan::{Cure, Proposal};
use quittance::engine::rules::{OfferTerms, Situation};

/// A claim, what is proposed for it, and for whom.
#[derive(Clone, Debug)]
pub struct Case {
    pub jurisdiction: Jurisdiction,
    pub product: Product,
    pub customer: Option<Customer>,
    pub circumstances: Circumstances,
    pub terms: OfferTerms,
    pub claim: Claim,
    pub proposal: Proposal,
    pub cure: Cure,
    /// Whether a term was put out of place on purpose.
    pub flawed: bool,
    /// The refusal by name, where nothing else is out of place.
    pub refused_as: Option<&'static str>,
}

impl Case {
    /// The case of a seed and a number.
    pub fn draw(dice: &mut Dice) -> Self {
        let claim = claim::claim(dice);
        let mut proposal = proposal::proposal(dice, &claim);
        let flawed = dice.once_in(16);
        let refused_as = if flawed {
            flaws::put_out_of_place(dice, &claim, &mut proposal)
        } else {
            None
        };
        Self {
            jurisdiction: dice.one_of(&Jurisdiction::ALL),
            product: dice.one_of(&Product::ALL),
            customer: customer(dice),
            cure: Cure {
                grace_days: dice.count(0, 10),
                misses_that_end: dice.count(1, 2),
            },
            circumstances: circumstances::circumstances(dice, &claim),
            terms: circumstances::offer_terms(dice),
            claim,
            proposal,
            flawed,
            refused_as,
        }
    }

    /// What its option is judged in.
    pub const fn situation(&self) -> Situation<'_> {
        Situation {
            product: self.product,
            claim: &self.claim,
            customer: self.customer.as_ref(),
            circumstances: &self.circumstances,
            offer: self.terms,
        }
    }

    /// The case as an offer that a link can carry.
    pub fn offer(&self, dice: &mut Dice) -> Offer {
        Offer {
            sample: dice.once_in(2),
            jurisdiction: self.jurisdiction,
            product: self.product,
            parties: parties(dice),
            claim: self.claim,
            proposal: self.proposal.clone(),
            pack: PackReference {
                id: "house".to_owned(),
                version: "1".to_owned(),
            },
            // Near the last day of the calendar no later day can be named.
            expires_on: add_days(self.claim.as_of, dice.between(0, 60)).unwrap_or(self.claim.as_of),
            cure: self.cure,
            known: Known {
                guarantor: self.circumstances.guarantor,
                itemisation: None,
            },
        }
    }
}

fn customer(dice: &mut Dice) -> Option<Customer> {
    (!dice.once_in(4)).then(|| Customer {
        willing: !dice.once_in(4),
        able: dice.once_in(2),
        promises_broken: dice.count(0, 4),
    })
}

fn parties(dice: &mut Dice) -> Parties {
    let text = |text: &str| text.to_owned();
    Parties {
        creditor: Creditor {
            name: text(dice.one_of(&["示例银行", "Sample Bank", "A"])),
            original: dice.sometimes(2, |dice| text(dice.one_of(&["原债权人", "Old & Co."]))),
            contact: text("95500"),
            complaints: text("12378"),
            channels: (0..dice.below(3)).map(|_| text("App")).collect(),
        },
        borrower: text("张*"),
        account: text("6222…0417"),
    }
}
