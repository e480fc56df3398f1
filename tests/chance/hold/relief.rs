//! If payments stop under any relief: what vested stays given up, and the rest adds up.

use super::{Held, hold};
use crate::dice::Dice;
use crate::draw::relief;
use crate::judged::{Judged, minor, sum};
use quittance::engine::plan::{Broken, Relief, WhileKept, break_table};

/// Vesting in proportion is worked out anew for every row: long plans cost too much here.
const MOST_ROWS: usize = 120;

/// Whether the case was short enough to try.
pub fn check(dice: &mut Dice, judged: &Judged<'_>) -> Result<bool, String> {
    let relief = relief::relief(dice);
    if judged.plan.rows.len() > MOST_ROWS {
        return Ok(false);
    }
    the_default_is_the_table_of_stops(judged)?;
    let Some(table) = table(judged, &relief) else {
        return Ok(false);
    };
    for broken in &table {
        adds_up(judged, broken)?;
    }
    let frozen = Relief {
        while_kept: WhileKept::NoAccrual,
        ..relief.clone()
    };
    let least = table_or_nothing(judged, &frozen);
    hold!(least.len() == table.len(), "no table under a freeze");
    for (least, broken) in least.iter().zip(&table) {
        hold!(least.accrued.is_zero(), "a freeze accrued {least:?}");
        hold!(
            sum(&least.balances.components) <= sum(&broken.balances.components),
            "a freeze leaves more: {least:?} {broken:?}"
        );
    }
    for (before, after) in table.iter().zip(table.iter().skip(1)) {
        for (component, vested) in after.vested.iter() {
            hold!(
                vested >= before.vested.get(component),
                "what had vested of {component:?} came back: {relief:?}"
            );
        }
    }
    Ok(true)
}

fn table(judged: &Judged<'_>, relief: &Relief) -> Option<Vec<Broken>> {
    let case = judged.case;
    break_table(&case.claim, &case.proposal, judged.plan, relief).ok()
}

fn table_or_nothing(judged: &Judged<'_>, relief: &Relief) -> Vec<Broken> {
    table(judged, relief).unwrap_or_default()
}

fn the_default_is_the_table_of_stops(judged: &Judged<'_>) -> Held {
    let table = table_or_nothing(judged, &Relief::default());
    hold!(
        table.len() == judged.stops.len(),
        "{} lines in place of {}",
        table.len(),
        judged.stops.len()
    );
    for (stop, broken) in judged.stops.iter().zip(&table) {
        let same =
            stop.owed == broken.balances.components && Ok(stop.revived) == broken.revived.total();
        hold!(same, "{stop:?} is not {broken:?}");
    }
    Ok(())
}

fn adds_up(judged: &Judged<'_>, broken: &Broken) -> Held {
    let waived = &judged.plan.waived;
    hold!(
        broken.vested.checked_add(&broken.revived) == Ok(*waived),
        "{broken:?} of {waived:?}"
    );
    let left = &broken.balances.components;
    for (component, amount) in left.iter() {
        let vested = broken.vested.get(component);
        let within = !vested.is_negative() && vested <= waived.get(component);
        hold!(!amount.is_negative() && within, "{component:?}: {broken:?}");
    }
    let overdue = broken.balances.overdue_principal;
    hold!(
        !overdue.is_negative() && overdue <= left.principal,
        "overdue principal of {broken:?}"
    );
    // The claim less what vested, and what accrued, is paid or owed.
    let brought = sum(&judged.plan.opening) - sum(&broken.vested) + sum(&broken.accrued);
    let accounted = minor(broken.paid) - minor(broken.excess) + sum(left);
    hold!(
        brought == accounted,
        "{brought} became {accounted}: {broken:?}"
    );
    Ok(())
}
