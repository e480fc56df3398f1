//! If payments stop: the claim as if there had been no plan, less what was paid.

use super::{Held, hold};
use crate::judged::{Judged, minor, sum};
use quittance::engine::calendar::{DayCount, days_between};
use quittance::engine::claim::PenaltyBase;
use quittance::engine::plan::{PlanRow, RowKind};

pub fn check(judged: &Judged<'_>) -> Held {
    let payments: Vec<&PlanRow> = judged
        .plan
        .rows
        .iter()
        .filter(|row| row.kind != RowKind::Deferral)
        .collect();
    hold!(
        judged.stops.len() == payments.len(),
        "{} lines for {} payments",
        judged.stops.len(),
        payments.len()
    );
    let claim = &judged.case.claim;
    let mut paid = 0;
    let mut owed_after = sum(&judged.plan.opening);
    let mut on = claim.as_of;
    for ((stop, row), number) in judged.stops.iter().zip(&payments).zip(0_u32..) {
        hold!(
            stop.after == number && stop.on == row.date && minor(stop.paid) == paid,
            "line {number} of the break table is {stop:?}"
        );
        hold!(
            minor(stop.revived) == sum(&judged.plan.waived),
            "given up {:?}, owed again {:?}",
            judged.plan.waived,
            stop.revived
        );
        hold!(
            stop.owed.iter().all(|(_, amount)| !amount.is_negative()),
            "below zero: {stop:?}"
        );
        let owed = sum(&stop.owed);
        hold!(
            owed >= owed_after,
            "the contract's claim shrank by itself: {stop:?}"
        );
        if days_between(on, stop.on) == 0 {
            hold!(owed == owed_after, "something accrued in no time: {stop:?}");
        }
        if number == 0 {
            let nothing = claim.if_nothing_is_paid(stop.on);
            hold!(
                Ok(stop.owed) == nothing,
                "paying nothing leaves {nothing:?}"
            );
        }
        no_more_than_paying_nothing(judged, owed, number)?;
        let payment = sum(&row.paid);
        paid += payment;
        owed_after = (owed - payment).max(0);
        on = stop.on;
    }
    Ok(())
}

fn no_more_than_paying_nothing(judged: &Judged<'_>, owed: i64, number: u32) -> Held {
    let claim = &judged.case.claim;
    let terms = &claim.terms;
    // Thirty-day months and leap years do not add up over parts of a stretch; a cap, a ceiling and interest on unpaid
    // interest depend on what is left between the payments.
    let additive = [DayCount::Act365Fixed, DayCount::Act360, DayCount::Act364];
    let adds_up = additive.contains(&terms.day_count)
        && terms.late_charge.is_none_or(|charge| charge.cap.is_none())
        && terms.ceiling.is_none()
        && terms.penalty.is_none_or(|penalty| {
            !penalty.compound && penalty.base != PenaltyBase::OverdueInstalment
        });
    let stop = judged.stops[usize::try_from(number).unwrap()];
    if adds_up && let Ok(nothing) = claim.if_nothing_is_paid(stop.on) {
        // Each stretch is rounded on its own: up to one minor unit a component and payment.
        let slack = i64::from(number) * 4 + 4;
        hold!(
            owed <= sum(&nothing) + slack,
            "{stop:?} where paying nothing leaves {nothing:?}"
        );
    }
    Ok(())
}
