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

fn milestones(dice: &mut Dice) -> Milestones {
    let first = dice.count(1, 19);
    let later = first + dice.count(1, 19);
    let share = dice.between(1, 49);
    let more = share + dice.between(1, 50);
    let step = |after, percent: i64| Milestone {
        after,
        share: values::share_of_steps(percent * 100_000_000),
    };
    Milestones::new(vec![step(first, share), step(later, more)]).unwrap()
}
