//! The reliefs of one plan beside each other: more given up never leaves more owed.

use super::breakage::adds_up;
use super::{Held, hold};
use crate::dice::Dice;
use crate::draw::relief;
use crate::judged::{Judged, sum};
use quittance::engine::claim::Terms;
use quittance::engine::plan::{Broken, Relief, Vesting, WhileKept, break_table};

/// Vesting in proportion is worked out anew for every row: long plans cost too much here.
const MOST_ROWS: usize = 120;

/// Whether the case was short enough to try.
pub fn check(dice: &mut Dice, judged: &Judged<'_>) -> Result<bool, String> {
    if judged.plan.rows.len() > MOST_ROWS {
        return Ok(false);
    }
    let relief = relief::relief(dice);
    let vesting = |vesting| Relief {
        vesting,
        ..relief.clone()
    };
    let kept = |while_kept| Relief {
        while_kept,
        ..relief.clone()
    };
    let own = table(judged, &relief);
    for broken in &own {
        adds_up(judged, broken)?;
    }
    for pair in own.windows(2) {
        for (component, vested) in pair[1].vested.iter() {
            hold!(
                vested >= pair[0].vested.get(component),
                "what had vested of {component:?} came back: {relief:?}"
            );
        }
    }
    more_vests(judged, &vesting(Vesting::AtOnce), &relief)?;
    more_vests(judged, &relief, &vesting(Vesting::OnCompletion))?;

    let frozen = kept(WhileKept::NoAccrual);
    let uncharged = kept(WhileKept::AccruesUncharged);
    for stop in table(judged, &frozen) {
        hold!(stop.accrued.is_zero(), "a freeze accrued {stop:?}");
    }
    no_more_owed(judged, &frozen, &kept(WhileKept::PlanRate))?;
    no_more_owed(judged, &frozen, &uncharged)?;
    if judged.case.proposal.rate <= judged.case.claim.terms.interest_rate {
        no_more_owed(judged, &kept(WhileKept::PlanRate), &uncharged)?;
    }
    if whole_interest_beside(&judged.case.claim.terms) {
        no_more_owed(judged, &uncharged, &kept(WhileKept::ReleasedOnCompletion))?;
    }
    Ok(true)
}

/// Whether the contract charges its interest in full whatever is overdue: a penalty in its place may be lower.
fn whole_interest_beside(terms: &Terms) -> bool {
    terms.penalty.is_none_or(|penalty| penalty.beside_interest)
}

fn table(judged: &Judged<'_>, relief: &Relief) -> Vec<Broken> {
    let mut proposal = judged.case.proposal.clone();
    proposal.relief = relief.clone();
    let table = break_table(&judged.case.claim, &proposal, judged.plan);
    // A rate of the plan may leave the range of amounts where the contract's does not.
    table.unwrap_or_default()
}

/// What one relief gives up for good is no less than what the other does, and leaves no more owed.
fn more_vests(judged: &Judged<'_>, more: &Relief, less: &Relief) -> Held {
    let (first, second) = (table(judged, more), table(judged, less));
    for (more, less) in first.iter().zip(&second) {
        for (component, vested) in more.vested.iter() {
            hold!(
                vested >= less.vested.get(component),
                "less of {component:?} vested: {more:?} {less:?}"
            );
        }
    }
    no_more_owed(judged, more, less)
}

fn no_more_owed(judged: &Judged<'_>, less: &Relief, more: &Relief) -> Held {
    let (first, second) = (table(judged, less), table(judged, more));
    for (less, more) in first.iter().zip(&second) {
        hold!(
            sum(&less.balances.components) <= sum(&more.balances.components),
            "a relief that gives more leaves more owed: {less:?} {more:?}"
        );
    }
    Ok(())
}
