//! Payments really made: exactly as planned they come to a line of the break table; however they come, nothing is lost.

use super::{Held, hold};
use crate::dice::Dice;
use crate::judged::{Judged, minor, sum};
use chrono::Days;
use quittance::engine::calendar::Date;
use quittance::engine::claim::PaymentReceived;
use quittance::engine::money::Money;
use quittance::engine::plan::{
    Cure, DueStanding, Keeping, PlanError, RowKind, TrackError, Tracked, track,
};

/// A cure that nothing ends, so that the last day looked at decides nothing here.
const PATIENT: Cure = Cure {
    grace_days: 0,
    misses_that_end: u32::MAX,
};

fn planned(judged: &Judged<'_>) -> Vec<PaymentReceived> {
    let rows = judged.plan.rows.iter();
    rows.filter(|row| row.kind != RowKind::Deferral)
        .map(|row| PaymentReceived {
            date: row.date,
            amount: Money::from_minor(sum(&row.paid)).unwrap(),
        })
        .collect()
}

fn tracked(
    judged: &Judged<'_>,
    cure: Cure,
    made: &[PaymentReceived],
    on: Date,
) -> Result<Tracked, TrackError> {
    let (claim, proposal) = (&judged.case.claim, &judged.case.proposal);
    track(claim, proposal, judged.plan, cure, made, on)
}

/// The first so many payments, on their days and to the cent.
pub fn as_planned(dice: &mut Dice, judged: &Judged<'_>) -> Held {
    let planned = planned(judged);
    let line = dice.below(u64::try_from(judged.stops.len()).unwrap());
    let line = &judged.stops[usize::try_from(line).unwrap()];
    let made = usize::try_from(line.after).unwrap();
    // A row of nothing cannot be the first that is missed.
    if planned[made].amount.is_zero() {
        return Ok(());
    }
    let paid: Vec<_> = planned[..made]
        .iter()
        .copied()
        .filter(|payment| payment.amount.is_positive())
        .collect();
    let last = paid
        .last()
        .map_or(judged.case.claim.as_of, |payment| payment.date);
    let found = tracked(judged, PATIENT, &paid, last)
        .map_err(|error| format!("{made} payments as planned are refused: {error:?}"))?;
    hold!(
        found.stopped.as_ref() == Some(line),
        "{made} payments as planned leave {:?}, and the break table {line:?}",
        found.stopped
    );
    hold!(
        found.vested == line.vested && found.conditional == line.revived,
        "what has vested after {made} payments: {found:?}"
    );
    let in_time = found.dues.iter().take(made).all(|due| {
        let paid = matches!(due.standing, DueStanding::PaidInTime { on } if on <= due.date);
        paid || due.standing == DueStanding::NothingDue
    });
    hold!(in_time, "paid as planned and not in time: {found:?}");
    hold!(
        minor(found.behind) == 0 && found.next().map(|due| due.number) == Some(line.after + 1),
        "what comes next after {made} payments: {found:?}"
    );
    Ok(())
}

/// Some payments of some amounts on some days, out of order.
pub fn at_random(dice: &mut Dice, judged: &Judged<'_>) -> Held {
    let planned = planned(judged);
    let as_of = judged.case.claim.as_of;
    let to_pay: i64 = planned.iter().map(|payment| minor(payment.amount)).sum();
    let Some(on) = as_of.checked_add_days(Days::new(dice.below(900))) else {
        return Ok(());
    };
    let span = u64::try_from(judged.days_to(on)).unwrap();
    let count = dice.below(7);
    let made: Vec<PaymentReceived> = (0..count)
        .filter_map(|_| {
            let share = dice.between(1, 6);
            let amount = dice.between(1, (to_pay / share).max(1)).min(to_pay.max(1));
            Some(PaymentReceived {
                date: as_of.checked_add_days(Days::new(dice.below(span + 1)))?,
                amount: Money::from_minor(amount).ok()?,
            })
        })
        .collect();
    let cure = Cure {
        grace_days: dice.count(0, 15),
        misses_that_end: dice.count(0, 3),
    };
    let found = match tracked(judged, cure, &made, on) {
        Ok(found) => found,
        // Days of grace or growth beyond what the engine holds.
        Err(TrackError::Plan(PlanError::Date(_) | PlanError::Amount(_) | PlanError::Accrual)) => {
            return Ok(());
        }
        Err(TrackError::MoreThanOwed { amount, .. }) if minor(amount) > to_pay => return Ok(()),
        Err(error) => return Err(format!("{made:?} are refused: {error:?}")),
    };
    adds_up(judged, &found, &made, to_pay)?;
    standings_agree(&found, cure, on)?;
    vesting_holds(judged, &found)
}

fn adds_up(judged: &Judged<'_>, found: &Tracked, made: &[PaymentReceived], to_pay: i64) -> Held {
    let paid: i64 = made.iter().map(|payment| minor(payment.amount)).sum();
    let settled: i64 = found.dues.iter().map(|due| sum(&due.settled)).sum();
    hold!(
        minor(found.paid) == paid && minor(found.to_pay) == to_pay && settled == paid.min(to_pay),
        "{paid} of {to_pay} was paid and {settled} of the plan settled: {found:?}"
    );
    hold!(
        minor(found.left) == to_pay - settled,
        "what is left of {to_pay}: {found:?}"
    );
    let mut open = false;
    for due in &found.dues {
        for (component, planned) in due.planned.iter() {
            let settled = due.settled.get(component);
            hold!(
                !settled.is_negative() && settled <= planned,
                "{component:?} of {due:?}"
            );
        }
        let part = sum(&due.settled);
        hold!(
            part + minor(due.left) == minor(due.amount),
            "{due:?} does not add up"
        );
        hold!(!open || part == 0, "paid before an older due: {due:?}");
        open |= due.left.is_positive();
    }
    let Some(stopped) = &found.stopped else {
        return Ok(());
    };
    super::breakage::adds_up(judged, stopped)
}

fn standings_agree(found: &Tracked, cure: Cure, on: Date) -> Held {
    let mut behind = 0;
    for due in &found.dues {
        let whole = due.left.is_zero();
        let until = due.date + Days::new(u64::from(cure.grace_days));
        let agrees = match due.standing {
            DueStanding::NothingDue => due.amount.is_zero(),
            DueStanding::PaidInTime { on: day } => whole && day <= until && day <= on,
            DueStanding::PaidLate { on: day, .. } => whole && day > until && day <= on,
            DueStanding::Ahead => !whole && due.date > on,
            DueStanding::Due { until: day } => {
                !whole && due.date <= on && day == until && on <= day
            }
            DueStanding::Missed { .. } => !whole && until < on,
        };
        hold!(agrees, "on {on} {due:?}");
        if let DueStanding::Missed { .. } = due.standing {
            behind += minor(due.left);
        }
    }
    hold!(minor(found.behind) == behind, "what is behind: {found:?}");
    let complete = minor(found.left) == 0;
    let agrees = match found.keeping {
        Keeping::Completed { .. } => complete,
        Keeping::Kept { next } => {
            behind == 0 && found.next().is_some_and(|due| due.date == next) && !complete
        }
        Keeping::InGrace { .. } => behind == 0 && !complete,
        Keeping::CureOffered { short, .. } => minor(short) == behind,
        Keeping::Ended { .. } => found.next().is_none(),
    };
    hold!(agrees, "{:?} beside {found:?}", found.keeping);
    Ok(())
}

fn vesting_holds(judged: &Judged<'_>, found: &Tracked) -> Held {
    let waived = judged.plan.waived;
    hold!(
        found.vested.checked_add(&found.conditional) == Ok(waived),
        "given up {waived:?}: {found:?}"
    );
    for (component, part) in found.vested.iter() {
        hold!(
            !part.is_negative() && part <= waived.get(component),
            "{component:?} of {found:?}"
        );
    }
    let complete = matches!(found.keeping, Keeping::Completed { .. });
    hold!(
        complete == found.stopped.is_none() && (!complete || found.vested == waived),
        "a plan that is complete, or is not: {found:?}"
    );
    if let Some(next) = found.next_vesting {
        let due = &found.dues[usize::try_from(next.with).unwrap() - 1];
        hold!(
            due.date == next.on && due.left.is_positive() && sum(&next.more) > 0,
            "what vests next: {found:?}"
        );
    }
    Ok(())
}
