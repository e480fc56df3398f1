//! Every way to repay in instalments beyond the plain three.

use super::settlement::{Left, to_the_cent};
use super::values::money;
use crate::dice::Dice;
use quittance::engine::calendar::{Frequency, Unit};
use quittance::engine::claim::Claim;
use quittance::engine::money::Money;
use quittance::engine::plan::{FlatPrincipal, Proposal, Repayment, Settlement, Size, Step};
use rust_decimal::Decimal;

/// Instalments of one of the ways, in most cases such that they can be laid out.
pub fn settlement(
    dice: &mut Dice,
    claim: &Claim,
    proposal: &Proposal,
    left: Left,
    frequency: Frequency,
    count: u32,
) -> Settlement {
    let few = count.min(60);
    let counted = |repayment, count| Settlement::Instalments {
        repayment,
        frequency,
        size: Size::Count(count),
        multiple: None,
    };
    match dice.below(109) {
        0..=9 => counted(Repayment::Balloon(balloon(dice, left.principal)), count),
        10..=21 => {
            let step = Step::Times(factor(dice));
            counted(stepped(dice, step), few)
        }
        22..=33 => {
            let step = Step::Plus(plus(dice, left.principal, few));
            counted(stepped(dice, step), few)
        }
        34..=44 => counted(Repayment::Flat(FlatPrincipal::EqualParts), count),
        45..=55 => counted(Repayment::Flat(FlatPrincipal::LevelInstalment), count),
        56..=65 => counted(Repayment::OneOff, count),
        66..=75 => counted(Repayment::InterestLast, count),
        76..=87 => {
            let days = days_at_most(frequency);
            let first = minimum_first(dice, left.principal, proposal, days, count);
            counted(first, count)
        }
        88..=97 => custom(dice, left, few, &counted),
        _ => {
            let open = custom(dice, left, few, &counted);
            let Settlement::Instalments {
                repayment: Repayment::Custom { mut payments, .. },
                ..
            } = open.clone()
            else {
                return open;
            };
            to_the_cent(claim, proposal, open, |last| {
                payments.pop();
                payments.push(last);
                counted(
                    Repayment::Custom {
                        payments,
                        last_takes_rest: false,
                    },
                    few,
                )
            })
        }
    }
}

fn balloon(dice: &mut Dice, principal: i64) -> Money {
    money(match dice.below(16) {
        0 => 0,
        1 => principal,
        2..=4 => dice.between(0, principal),
        _ => principal / 100 * dice.between(1, 60),
    })
}

fn stepped(dice: &mut Dice, step: Step) -> Repayment {
    let every = dice.one_of(&[1, 1, 2, 3, 6, 12]);
    Repayment::Stepped { step, every }
}

/// A little below or above one: steps that rise fast leave first payments that are below their interest.
fn factor(dice: &mut Dice) -> Decimal {
    match dice.below(8) {
        0 => Decimal::ONE,
        1 => Decimal::new(dice.between(9_900_000_000, 10_100_000_000), 10),
        2..=4 => Decimal::new(dice.between(90, 103), 2),
        _ => Decimal::new(dice.between(9_500, 10_150), 4),
    }
}

fn plus(dice: &mut Dice, principal: i64, count: u32) -> Money {
    let rows = i64::from(count);
    let most = principal / (rows * rows);
    money(dice.between(-most, most / 4))
}

/// The most days that a period has.
fn days_at_most(frequency: Frequency) -> i64 {
    i64::from(frequency.every())
        * match frequency.unit() {
            Unit::Days => 1,
            Unit::Weeks => 7,
            Unit::HalfMonths => 18,
            Unit::Months => 31,
        }
}

/// Mostly above the interest of a period.
fn minimum_first(
    dice: &mut Dice,
    principal: i64,
    proposal: &Proposal,
    days: i64,
    count: u32,
) -> Repayment {
    let rows = if dice.once_in(8) {
        dice.count(0, count - 1)
    } else {
        dice.count(0, 6).min(count - 1)
    };
    let steps = i128::from(principal) * i128::from(proposal.rate.scaled()) * i128::from(days);
    let interest = i64::try_from(steps / (360 * 10_000_000_000)).unwrap();
    let more = dice.between(0, 1 + principal / (i64::from(count) * 2));
    Repayment::MinimumFirst {
        minimum: money(interest + 1 + more),
        rows,
    }
}

fn custom(
    dice: &mut Dice,
    left: Left,
    count: u32,
    counted: &impl Fn(Repayment, u32) -> Settlement,
) -> Settlement {
    let mut payments = left.shared_out(dice, count);
    // What is given for a payment that takes the rest is without effect.
    if let Some(last) = payments.last_mut().filter(|_| dice.once_in(4)) {
        *last = money(dice.one_of(&[0, 1, 1_000_000]));
    }
    counted(
        Repayment::Custom {
            payments,
            last_takes_rest: true,
        },
        count,
    )
}
