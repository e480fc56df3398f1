//! Proposals of every kind. A new term of a proposal is drawn here and seen in `seen.rs`.

use super::relief::relief;
use super::settlement::settlement;
use super::values::{first_due, money, rate, share};
use crate::dice::Dice;
use quittance::engine::calendar::DayCount;
use quittance::engine::claim::{Claim, Component, PerComponent};
use quittance::engine::money::{Money, Rounding};
use quittance::engine::plan::{
    Carry, Concessions, DeferralInterest, InterestBasis, Proposal, Relief, Settlement, Waiver,
};

/// A proposal that in most cases can be laid out for the claim.
pub fn proposal(dice: &mut Dice, claim: &Claim) -> Proposal {
    let owed = claim.components().total().unwrap();
    let concessions = concessions(dice, claim);
    let mut carry = PerComponent::all(Carry::Spread);
    if !dice.once_in(3) {
        // What is said of principal is without effect; a link does not carry it.
        for component in Component::ALL.into_iter().skip(1) {
            carry.set(component, dice.one_of(&Carry::ALL));
        }
    }
    let mut proposal = Proposal {
        concessions,
        down_payment: down_payment(dice, owed),
        settlement: Settlement::LumpSum,
        first_due: first_due(dice, claim.as_of),
        deferral: dice.one_of(&DeferralInterest::ALL),
        carry,
        rate: rate(dice),
        basis: if dice.once_in(3) {
            InterestBasis::Periodic
        } else {
            InterestBasis::Daily(dice.one_of(DayCount::ALL.as_slice()))
        },
        rounding: dice.one_of(Rounding::ALL.as_slice()),
        relief: if dice.once_in(3) {
            Relief::default()
        } else {
            relief(dice)
        },
    };
    proposal.settlement = settlement(dice, claim, &proposal);
    proposal
}

fn concessions(dice: &mut Dice, claim: &Claim) -> Concessions {
    let mut concessions = Concessions::NONE;
    if dice.once_in(4) {
        return concessions;
    }
    for (component, owed) in claim.components().iter() {
        concessions
            .waivers
            .set(component, waiver(dice, owed.minor()));
    }
    // The waivers may leave less than this amount, and then it is refused.
    let part = claim.components().total().unwrap().minor() / 16;
    concessions.discount = match dice.below(8) {
        0 => Waiver::Share(share(dice)),
        1 => Waiver::Amount(money(dice.between(0, part))),
        _ => Waiver::Nothing,
    };
    concessions
}

/// A waiver of at most so much, all of it often.
fn waiver(dice: &mut Dice, most: i64) -> Waiver {
    match dice.below(8) {
        0..=3 => Waiver::Nothing,
        4..=5 => Waiver::Share(share(dice)),
        6 => Waiver::Amount(money(most)),
        _ => Waiver::Amount(money(dice.between(0, most))),
    }
}

fn down_payment(dice: &mut Dice, owed: Money) -> Money {
    match dice.below(16) {
        0..=6 => Money::ZERO,
        7 => money(1).min(owed),
        8 => owed,
        // Waivers leave less than what is owed, and the larger shares are refused then.
        _ => money(owed.minor() / 100 * dice.between(0, 40)),
    }
}
