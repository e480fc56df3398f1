//! If payments stop: the claim less what vested, what accrued under the relief, and what was paid.

use super::{Held, hold};
use crate::judged::{Judged, minor, sum};
use quittance::engine::calendar::{DayCount, days_between};
use quittance::engine::claim::{Balances, Claim, Components, PenaltyBase};
use quittance::engine::money::{Money, Rate};
use quittance::engine::plan::{Broken, PlanRow, RowKind, Vesting, WhileKept};

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
    let to_pay: i64 = payments.iter().map(|row| sum(&row.paid)).sum();
    let growing = as_it_grows(judged);
    let mut paid = 0;
    let mut before: Option<(&Broken, i64)> = None;
    for ((stop, row), number) in judged.stops.iter().zip(&payments).zip(0_u32..) {
        hold!(
            stop.after == number && stop.on == row.date && minor(stop.paid) == paid,
            "line {number} of the break table is {stop:?}"
        );
        // A row of nothing is no payment that a milestone counts.
        let made = payments.iter().zip(0..number);
        let made = made.filter(|(row, _)| sum(&row.paid) > 0).count();
        hold!(
            stop.vested == vested(judged, u32::try_from(made).unwrap(), paid, to_pay),
            "what has vested after {number} payments: {stop:?}"
        );
        adds_up(judged, stop)?;
        let owed = sum(&stop.balances.components);
        if let Some((earlier, owed_after)) = before {
            let with_more_vested = stop.vested != earlier.vested;
            hold!(
                with_more_vested || owed >= owed_after,
                "the claim shrank by itself: {stop:?}"
            );
            if !with_more_vested {
                carried_forward(judged, &growing, earlier, &payments, stop)?;
            }
            if days_between(earlier.on, stop.on) == 0 && !with_more_vested {
                hold!(owed == owed_after, "something accrued in no time: {stop:?}");
            }
        }
        if number == 0 {
            let mut whole = growing;
            whole.balances = without(whole.balances, &stop.vested);
            let nothing = whole.if_nothing_is_paid(stop.on);
            hold!(
                Ok(stop.balances.components) == nothing,
                "paying nothing leaves {nothing:?}: {stop:?}"
            );
        }
        no_more_than_paying_nothing(&growing, stop)?;
        let payment = sum(&row.paid);
        paid += payment;
        before = Some((stop, (owed - payment).max(0)));
    }
    Ok(())
}

/// The claim under the terms by which it grows while the plan is kept.
fn as_it_grows(judged: &Judged<'_>) -> Claim {
    let proposal = &judged.case.proposal;
    let mut claim = judged.case.claim;
    let interest_rate = match proposal.relief.while_kept {
        WhileKept::ReleasedOnCompletion => return claim,
        WhileKept::AccruesUncharged => claim.terms.interest_rate,
        WhileKept::NoAccrual => Rate::ZERO,
        WhileKept::PlanRate => proposal.rate,
    };
    claim.terms.interest_rate = interest_rate;
    claim.terms.penalty = None;
    claim.terms.late_charge = None;
    claim
}

fn without(mut balances: Balances, vested: &Components) -> Balances {
    for (component, part) in vested.iter() {
        balances.components.take_from(component, part).unwrap();
    }
    let overdue = minor(balances.overdue_principal) - minor(vested.principal);
    balances.overdue_principal = Money::from_minor(overdue.max(0)).unwrap();
    balances
}

/// What should have vested of each component by then, rounded down.
fn vested(judged: &Judged<'_>, payments: u32, paid: i64, to_pay: i64) -> Components {
    let mut vested = Components::ZERO;
    for (component, waived) in judged.plan.waived.iter() {
        let whole = i128::from(minor(waived));
        let part = match &judged.case.proposal.relief.vesting {
            Vesting::OnCompletion => 0,
            Vesting::AtOnce => whole,
            Vesting::ProRata => (whole * i128::from(paid))
                .checked_div(i128::from(to_pay))
                .unwrap_or(0),
            Vesting::Milestones(milestones) => {
                let reached = milestones.as_slice().iter();
                let reached = reached.filter(|milestone| milestone.after <= payments);
                let share = reached.map(|milestone| milestone.share.scaled()).max();
                whole * i128::from(share.unwrap_or(0)) / 10_000_000_000
            }
        };
        let part = Money::from_minor(i64::try_from(part).unwrap()).unwrap();
        vested.set(component, part);
    }
    vested
}

/// The claim less what vested, and what accrued, is paid or owed; nothing is below zero.
pub fn adds_up(judged: &Judged<'_>, broken: &Broken) -> Held {
    let waived = &judged.plan.waived;
    hold!(
        broken.vested.checked_add(&broken.revived) == Ok(*waived),
        "given up {waived:?}, and then {broken:?}"
    );
    let left = &broken.balances.components;
    for (component, amount) in left.iter() {
        let vested = broken.vested.get(component);
        let within = !vested.is_negative() && vested <= waived.get(component);
        let grown = broken.accrued.get(component);
        hold!(
            within && !amount.is_negative() && !grown.is_negative(),
            "{component:?}: {broken:?}"
        );
    }
    let overdue = broken.balances.overdue_principal;
    hold!(
        !overdue.is_negative() && overdue <= left.principal,
        "overdue principal of {broken:?}"
    );
    let brought = sum(&judged.plan.opening) - sum(&broken.vested) + sum(&broken.accrued);
    let accounted = minor(broken.paid) - minor(broken.excess) + sum(left);
    hold!(
        brought == accounted && !broken.excess.is_negative(),
        "{brought} became {accounted}: {broken:?}"
    );
    Ok(())
}

/// From one line to the next: the payment settles in the contract's order, and what it leaves grows.
fn carried_forward(
    judged: &Judged<'_>,
    growing: &Claim,
    earlier: &Broken,
    payments: &[&PlanRow],
    stop: &Broken,
) -> Held {
    let waterfall = judged.case.claim.terms.waterfall;
    let age = days_between(judged.case.claim.overdue_since, earlier.on);
    let order = match waterfall.switch {
        Some(switch) if age >= i64::from(switch.from_days_past_due) => switch.order,
        _ => waterfall.order,
    };
    let payment = &payments[usize::try_from(earlier.after).unwrap()].paid;
    let mut remaining = sum(payment);
    let mut settled = Components::ZERO;
    for component in order.components() {
        let part = remaining.min(minor(earlier.balances.components.get(component)));
        settled.set(component, Money::from_minor(part).unwrap());
        remaining -= part;
    }
    hold!(
        minor(stop.excess) == minor(earlier.excess) + remaining,
        "{remaining} is beyond what is owed: {stop:?}"
    );
    let mut then = *growing;
    then.as_of = earlier.on;
    then.balances = without(earlier.balances, &settled);
    let nothing = then.if_nothing_is_paid(stop.on);
    hold!(
        Ok(stop.balances.components) == nothing
            && stop.balances.overdue_principal == then.balances.overdue_principal,
        "what {then:?} leaves should be {nothing:?}: {stop:?}"
    );
    Ok(())
}

fn no_more_than_paying_nothing(growing: &Claim, stop: &Broken) -> Held {
    let terms = &growing.terms;
    // Thirty-day months and leap years do not add up over parts of a stretch; a cap, a ceiling and interest on unpaid
    // interest depend on what is left between the payments.
    let additive = [DayCount::Act365Fixed, DayCount::Act360, DayCount::Act364];
    let adds_up = additive.contains(&terms.day_count)
        && terms.late_charge.is_none_or(|charge| charge.cap.is_none())
        && terms.ceiling.is_none()
        && terms.penalty.is_none_or(|penalty| {
            !penalty.compound && penalty.base != PenaltyBase::OverdueInstalment
        });
    if adds_up && let Ok(nothing) = growing.if_nothing_is_paid(stop.on) {
        // Each stretch is rounded on its own: up to one minor unit a component and payment.
        let slack = i64::from(stop.after) * 4 + 4;
        hold!(
            sum(&stop.balances.components) <= sum(&nothing) + slack,
            "{stop:?} where paying nothing leaves {nothing:?}"
        );
    }
    Ok(())
}
