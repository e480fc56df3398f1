//! Proposals of every kind. A new term of a proposal is drawn here and seen in `seen.rs`.

use super::values::{amount, first_due, money, rate, share};
use crate::dice::Dice;
use quittance::engine::calendar::{DayCount, Frequency, Unit};
use quittance::engine::claim::{Claim, Component, PerComponent};
use quittance::engine::money::{Money, Rounding};
use quittance::engine::plan::{
    Carry, Concessions, DeferralInterest, InterestBasis, Method, Proposal, Settlement, Size, Waiver,
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
    Proposal {
        concessions,
        down_payment: down_payment(dice, owed),
        settlement: settlement(dice, owed.minor()),
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
    }
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

fn frequency(dice: &mut Dice) -> Frequency {
    match dice.below(8) {
        0 => Frequency::WEEKLY,
        1 => Frequency::FORTNIGHTLY,
        2 => Frequency::HALF_MONTHLY,
        3 => Frequency::new(dice.one_of(&[1, 2, 10, 28, 30, 31, 45, 90]), Unit::Days).unwrap(),
        4 => Frequency::new(dice.one_of(&[3, 4, 6, 13]), Unit::Weeks).unwrap(),
        5 => Frequency::new(dice.one_of(&[2, 3, 6, 12]), Unit::Months).unwrap(),
        _ => Frequency::MONTHLY,
    }
}

fn count(dice: &mut Dice) -> u32 {
    match dice.below(256) {
        0..=11 => 1,
        12 => 600,
        13 => dice.count(61, 599),
        14..=40 => dice.count(37, 60),
        41..=60 => 12,
        _ => dice.count(2, 36),
    }
}

fn settlement(dice: &mut Dice, owed: i64) -> Settlement {
    let chosen = dice.below(20);
    if chosen < 3 {
        return Settlement::LumpSum;
    }
    let frequency = frequency(dice);
    let count = count(dice);
    let (method, size, multiple) = match chosen {
        3..=6 => (Method::EqualInstalment, Size::Count(count), None),
        7..=9 => {
            let size = Size::Payment(payment(dice, owed));
            (Method::EqualInstalment, size, None)
        }
        10..=13 => {
            let few = count.min(60);
            let multiple = Some(multiple(dice, owed, few));
            (Method::EqualInstalment, Size::Count(few), multiple)
        }
        14..=16 => (Method::EqualPrincipal, Size::Count(count), None),
        _ => (Method::InterestFirst, Size::Count(count), None),
    };
    Settlement::Instalments {
        repayment: method.into(),
        frequency,
        size,
        multiple,
    }
}

/// An instalment that settles the debt before long, or nearly; now and then any amount.
fn payment(dice: &mut Dice, owed: i64) -> Money {
    match dice.below(8) {
        0 => amount(dice),
        _ => money(owed / dice.between(1, 36) + dice.between(1, 1 + owed / 16)),
    }
}

/// A unit small enough that rounding up to it leaves something for the last of `count` instalments.
fn multiple(dice: &mut Dice, owed: i64, count: u32) -> Money {
    let fits = owed / (i64::from(count) * i64::from(count) * 2);
    let wanted = dice.one_of(&[1, 10, 100, 500, 1_000, 10_000]);
    money(if dice.once_in(16) {
        wanted
    } else {
        wanted.min(fits).max(1)
    })
}
