//! No minor unit appears or vanishes: row by row, component by component, and over the whole plan.

use super::{Held, hold};
use crate::judged::{Judged, minor, sum};
use quittance::engine::claim::{Component, Components};
use quittance::engine::money::Money;
use quittance::engine::plan::{Carry, DeferralInterest, RowKind, Settlement};

pub fn check(judged: &Judged<'_>) -> Held {
    let (plan, proposal) = (judged.plan, &judged.case.proposal);
    hold!(!plan.rows.is_empty(), "the plan has no row");
    let mut left = less(&plan.opening, &plan.waived);
    let mut moved = [0_i64; 6];
    let mut interest = 0;
    let mut capitalised = false;
    for (number, row) in plan.rows.iter().enumerate() {
        hold!(
            (row.kind == RowKind::DownPayment) == (number == 0 && !proposal.down_payment.is_zero()),
            "row {number} is {:?}",
            row.kind
        );
        // Concessions, down payment, capitalisation, schedule: in this order.
        if row.kind != RowKind::DownPayment && !capitalised {
            capitalised = true;
            for (at, component) in Component::ALL.into_iter().enumerate().skip(1) {
                if proposal.carry.get(component) == Carry::Capitalised {
                    moved[at] += left[at];
                    left[0] += left[at];
                    left[at] = 0;
                }
            }
        }
        hold!(minor(row.interest) >= 0, "row {number} charges {row:?}");
        interest += minor(row.interest);
        let becomes_principal = row.kind == RowKind::Deferral
            && proposal.deferral == DeferralInterest::Capitalised
            && matches!(proposal.settlement, Settlement::Instalments { .. });
        if becomes_principal {
            left[0] += minor(row.interest);
            moved[1] += minor(row.interest);
        } else {
            left[1] += minor(row.interest);
        }
        for ((at, (_, paid)), (_, closing)) in row.paid.iter().enumerate().zip(row.closing.iter()) {
            left[at] -= minor(paid);
            hold!(
                minor(paid) >= 0 && minor(closing) >= 0,
                "below zero in row {number}: {row:?}"
            );
            hold!(
                left[at] == minor(closing),
                "row {number} leaves {left:?}, and says {:?}",
                row.closing
            );
        }
    }
    hold!(left == [0; 6], "in the end {left:?} is left");
    let said: Vec<i64> = plan.capitalised.iter().map(|(_, at)| minor(at)).collect();
    // Where a down payment is the only row, nothing followed that could be capitalised.
    hold!(
        !capitalised || said == moved,
        "{said:?} is said to be capitalised, and {moved:?} is"
    );
    let paid: i64 = plan.rows.iter().map(|row| sum(&row.paid)).sum();
    hold!(
        sum(&plan.opening) + interest == paid + sum(&plan.waived),
        "opening and interest are not what is paid and given up"
    );
    heads(judged, paid, interest)
}

/// The head figures say the same as the rows.
fn heads(judged: &Judged<'_>, paid: i64, interest: i64) -> Held {
    let (totals, plan, case) = (judged.totals, judged.plan, judged.case);
    let down: i64 = plan
        .rows
        .iter()
        .filter(|row| row.kind == RowKind::DownPayment)
        .map(|row| sum(&row.paid))
        .sum();
    hold!(down == minor(case.proposal.down_payment), "down is {down}");
    let amounts: Vec<i64> = judged.payments().map(|row| sum(&row.paid)).collect();
    let dates: Vec<_> = judged.payments().map(|row| row.date).collect();
    let instalment = match case.proposal.settlement {
        Settlement::LumpSum => None,
        Settlement::Instalments { .. } | Settlement::OnDates { .. } => amounts.first().copied(),
    };
    let nothing = case.claim.if_nothing_is_paid(totals.last_date);
    let nothing = nothing.map_err(|error| format!("doing nothing: {error:?}"))?;
    hold!(
        minor(totals.paid) == paid
            && minor(totals.interest) == interest
            && minor(totals.waived) == sum(&plan.waived)
            && minor(totals.due_now) == down
            && usize::try_from(totals.count) == Ok(amounts.len())
            && totals.instalment.map(minor) == instalment
            && Some(minor(totals.last_payment)) == amounts.last().copied()
            && Some(totals.first_date) == dates.first().copied()
            && Some(totals.last_date) == dates.last().copied()
            && minor(totals.owed_if_nothing_paid) == sum(&nothing)
            && minor(totals.cost_against_nothing) == paid - sum(&nothing),
        "the head figures are not those of the rows: {totals:?}"
    );
    Ok(())
}

/// What is left of the components, in minor units.
fn less(owed: &Components, waived: &Components) -> [i64; 6] {
    Component::ALL.map(|component| {
        let take = |amounts: &Components| minor(Money::max(amounts.get(component), Money::ZERO));
        take(owed) - take(waived)
    })
}
