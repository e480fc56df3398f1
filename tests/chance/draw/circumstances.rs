//! What is noted beside a claim, each thing in about three of four cases.

use super::values::money;
use crate::dice::Dice;
use quittance::engine::calendar::{Date, add_days};
use quittance::engine::claim::{Circumstances, Claim, Evidence, Guarantor};
use quittance::engine::fields::{CodeSet, Coded};
use quittance::engine::rules::OfferTerms;

pub fn circumstances(dice: &mut Dice, claim: &Claim) -> Circumstances {
    let owed: i64 = claim.components().iter().map(|(_, one)| one.minor()).sum();
    Circumstances {
        payments_since_overdue: noted(dice, |dice| dice.count(0, 6)),
        restructured_on: noted(dice, |dice| earlier_days(dice, claim.as_of)),
        guarantor: noted(dice, |dice| {
            dice.one_of(&[Guarantor::Consented, Guarantor::NotAsked])
        }),
        moratorium_until: noted(dice, |dice| dice.between(-60, 60))
            .and_then(|days| add_days(claim.as_of, days).ok()),
        evidence: noted(dice, papers),
        // From the whole debt in a month to a small part of it, and nothing at all.
        surplus: noted(dice, |dice| {
            let whole = owed >> dice.below(8);
            money(dice.between(0, whole.max(1)).min(owed))
        }),
        failed_debits: Vec::new(),
    }
}

fn noted<T>(dice: &mut Dice, draw: impl FnOnce(&mut Dice) -> T) -> Option<T> {
    if dice.once_in(4) {
        None
    } else {
        Some(draw(dice))
    }
}

/// Up to three days before a day, the earliest first.
fn earlier_days(dice: &mut Dice, day: Date) -> Vec<Date> {
    let mut days: Vec<Date> = (0..dice.below(4))
        .filter_map(|_| add_days(day, -dice.between(0, 1_500)).ok())
        .collect();
    days.sort_unstable();
    days.dedup();
    days
}

pub fn papers(dice: &mut Dice) -> CodeSet<Evidence> {
    Evidence::ALL
        .iter()
        .filter(|_| dice.once_in(2))
        .fold(CodeSet::EMPTY, |set, one| set.with(*one))
}

pub fn offer_terms(dice: &mut Dice) -> OfferTerms {
    OfferTerms {
        open_days: noted(dice, |dice| dice.count(0, 30)),
        grace_days: noted(dice, |dice| dice.count(0, 15)),
    }
}
