//! Payments after the down payment: as many as asked for, on their days, with the interest of their time.

use super::timing::{
    Stretch, on_their_days, stretches, stretches_by_date, with_interest_of_their_time,
};
use super::{Held, given, hold, repayment};
use crate::judged::{Judged, minor, sum};
use quittance::engine::calendar::days_between;
use quittance::engine::claim::Order;
use quittance::engine::money::Money;
use quittance::engine::plan::{Carry, PlanRow, Repayment, RowKind, Settlement, Size};

pub fn check(judged: &Judged<'_>) -> Held {
    order_of_the_down_payment(judged)?;
    let proposal = &judged.case.proposal;
    let rows: Vec<&PlanRow> = judged.payments().collect();
    let mut last = judged.case.claim.as_of;
    for row in &judged.plan.rows {
        hold!(row.date >= last, "the dates go back at {row:?}");
        last = row.date;
    }
    hold!(
        rows.first().map(|row| row.date) == Some(proposal.first_due),
        "the first payment is not on its day"
    );
    match &proposal.settlement {
        Settlement::LumpSum => {
            hold!(
                rows.len() == 1 && rows[0].kind == RowKind::LumpSum,
                "a lump sum is {rows:?}"
            );
            return Ok(());
        }
        Settlement::OnDates { payments, rest_on } => {
            hold!(
                rows.iter()
                    .map(|row| row.date)
                    .eq(payments.iter().map(|line| line.date).chain(*rest_on)),
                "payments fall on other days than agreed: {rows:?}"
            );
            let amounts = payments.iter().map(|line| Some(line.amount));
            let amounts: Vec<Option<Money>> = amounts.chain(rest_on.map(|_| None)).collect();
            with_interest_of_their_time(judged, &rows, &stretches_by_date(judged, &rows))?;
            given::check(judged, &rows, &amounts)?;
        }
        Settlement::Instalments {
            repayment,
            frequency,
            size,
            multiple,
        } => {
            if let Size::Count(count) = size {
                hold!(
                    usize::try_from(*count) == Ok(rows.len()),
                    "{} instalments where {count} were asked for",
                    rows.len()
                );
            }
            on_their_days(*frequency, &rows)?;
            let times = stretches(judged, *frequency, &rows);
            in_instalments(judged, &rows, &times, repayment, (*size, *multiple))?;
        }
    }
    hold!(
        rows.iter().all(|row| row.kind == RowKind::Instalment),
        "an instalment is something else"
    );
    Ok(())
}

fn in_instalments(
    judged: &Judged<'_>,
    rows: &[&PlanRow],
    times: &[Stretch],
    repayment: &Repayment,
    (size, multiple): (Size, Option<Money>),
) -> Held {
    let own_interest = matches!(
        repayment,
        Repayment::Flat(_) | Repayment::OneOff | Repayment::InterestLast
    );
    if !own_interest {
        with_interest_of_their_time(judged, rows, times)?;
    }
    // What arrears the first one pays in full is asked of it alone.
    let first = usize::from(
        judged
            .case
            .proposal
            .carry
            .iter()
            .any(|(_, carry)| carry == Carry::First),
    );
    let Some((_, before_last)) = rows.split_last() else {
        return Ok(());
    };
    let alike = before_last.get(first..).unwrap_or_default();
    match (repayment, size) {
        (Repayment::EqualInstalment, Size::Payment(payment)) => {
            hold!(
                alike.iter().all(|row| row.paid.total() == Ok(payment)),
                "an instalment is not the {payment:?} given"
            );
            if let Some(row) = rows.get(1..).unwrap_or_default().last() {
                hold!(
                    sum(&row.paid) <= minor(payment),
                    "the last is above: {row:?}"
                );
            }
            Ok(())
        }
        (Repayment::EqualInstalment, Size::Count(_)) => {
            alike_but_for_long_periods(alike)?;
            if let Some(unit) = multiple {
                hold!(
                    alike.iter().all(|row| sum(&row.paid) % minor(unit) == 0),
                    "an instalment is not a multiple of {unit:?}"
                );
            }
            Ok(())
        }
        (
            Repayment::Custom {
                payments,
                last_takes_rest,
            },
            _,
        ) => {
            let mut amounts: Vec<Option<Money>> = payments.iter().copied().map(Some).collect();
            if let Some(last) = amounts.last_mut().filter(|_| *last_takes_rest) {
                *last = None;
            }
            given::check(judged, rows, &amounts)
        }
        _ => repayment::check(judged, rows, times, repayment),
    }
}

/// All equal; one may be above where a long first period earns more, and those after the debt is clear are less.
fn alike_but_for_long_periods(rows: &[&PlanRow]) -> Held {
    let own = |row: &&&PlanRow| sum(&row.paid) > minor(row.interest);
    let Some(level) = rows.iter().filter(own).map(|row| sum(&row.paid)).max() else {
        return Ok(());
    };
    for row in rows {
        let paid = sum(&row.paid);
        let only_interest = paid == minor(row.interest) && paid >= level;
        hold!(
            paid == level || only_interest || row.closing.is_zero(),
            "an instalment is {paid} among those of {level}: {row:?}"
        );
    }
    Ok(())
}

/// The contract's order of allocation on the as-of date.
pub fn order_on_the_day(judged: &Judged<'_>) -> Order {
    let claim = &judged.case.claim;
    let age = days_between(claim.overdue_since, claim.as_of);
    match claim.terms.waterfall.switch {
        Some(switch) if age >= i64::from(switch.from_days_past_due) => switch.order,
        _ => claim.terms.waterfall.order,
    }
}

fn order_of_the_down_payment(judged: &Judged<'_>) -> Held {
    let claim = &judged.case.claim;
    let first = judged.plan.rows.first();
    let Some(row) = first.filter(|row| row.kind == RowKind::DownPayment) else {
        return Ok(());
    };
    let order = order_on_the_day(judged);
    // Nothing goes to a component while one before it is still owed something.
    let mut open = false;
    for component in order.components() {
        hold!(
            !open || row.paid.get(component).is_zero(),
            "the down payment reached {component:?} too early: {row:?}"
        );
        open |= !row.closing.get(component).is_zero();
    }
    hold!(
        row.date == claim.as_of,
        "the down payment is not on the day"
    );
    Ok(())
}
