//! Values at what an option has, one beside it, or anywhere.

use super::values::{ONE, money, rate, share_of_steps};
use crate::dice::Dice;
use crate::judged::share_steps;
use quittance::engine::money::{Money, Rate, Share};

/// A number at another, one beside it, or anywhere up to twice as far.
pub fn near(dice: &mut Dice, actual: i64) -> i64 {
    let actual = actual.max(0);
    match dice.below(8) {
        0..=1 => actual,
        2 => actual + 1,
        3 => (actual - 1).max(0),
        _ => dice.between(0, 2 * actual + 1),
    }
}

pub fn near_money(dice: &mut Dice, actual: Money) -> Money {
    money(near(dice, actual.minor()))
}

pub fn near_count(dice: &mut Dice, actual: i64) -> u32 {
    u32::try_from(near(dice, actual)).unwrap()
}

pub fn near_share(dice: &mut Dice, part: Money, whole: Money) -> Share {
    let at = near(dice, share_steps(part, whole));
    // Whole percents as packs have them, or to the last step.
    share_of_steps(if dice.once_in(2) {
        at
    } else {
        at / (ONE / 100) * (ONE / 100)
    })
}

pub fn near_rate(dice: &mut Dice, actual: Rate) -> Rate {
    if dice.once_in(3) {
        return rate(dice);
    }
    Rate::from_scaled(near(dice, actual.scaled()).min(Rate::MAX.scaled())).unwrap()
}
