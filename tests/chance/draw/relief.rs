//! What becomes of concessions while a plan is kept.

use super::values;
use crate::dice::Dice;
use quittance::engine::plan::{Milestone, Milestones, Relief, Vesting, WhileKept};

/// A relief of any kind.
pub fn relief(dice: &mut Dice) -> Relief {
    Relief {
        while_kept: dice.one_of(&WhileKept::ALL),
        vesting: match dice.below(4) {
            0 => Vesting::OnCompletion,
            1 => Vesting::ProRata,
            2 => Vesting::AtOnce,
            _ => Vesting::Milestones(milestones(dice)),
        },
    }
}

/// Up to as many as a link carries, from the first day on or late, now and then none at all.
fn milestones(dice: &mut Dice) -> Milestones {
    let steps = match dice.below(16) {
        0 => 0,
        1 => 12,
        _ => dice.between(1, 4),
    };
    let mut after = 0;
    let mut part = 0;
    let mut all = Vec::new();
    for step in 0..steps {
        after += dice.count(u32::from(step > 0), 12);
        // What is left of the whole, shared out: each a step above the one before.
        part += dice.between(1, (values::ONE - part) / (steps - step));
        let whole = part / (values::ONE / 100) * (values::ONE / 100);
        let before = all.last().map_or(0, |one: &Milestone| one.share.scaled());
        all.push(Milestone {
            after,
            // Whole percents as people agree on them, or to the last step.
            share: values::share_of_steps(if dice.once_in(2) && whole > before {
                whole
            } else {
                part
            }),
        });
    }
    Milestones::new(all).unwrap()
}
