//! Instalments: as many as asked for, on their days, alike but for the last, with the interest of their time.

use super::{Held, hold, rounded};
use crate::judged::{Judged, minor, sum};
use chrono::Datelike;
use quittance::engine::calendar::{Date, DayCount, Frequency, Unit, days_between};
use quittance::engine::claim::Component;
use quittance::engine::plan::{Carry, InterestBasis, Method, PlanRow, RowKind, Settlement, Size};

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
    let Settlement::Instalments {
        method,
        frequency,
        size,
        multiple,
    } = proposal.settlement
    else {
        hold!(
            rows.len() == 1 && rows[0].kind == RowKind::LumpSum,
            "a lump sum is {rows:?}"
        );
        return Ok(());
    };
    hold!(
        rows.iter().all(|row| row.kind == RowKind::Instalment),
        "an instalment is something else"
    );
    if let Size::Count(count) = size {
        hold!(
            usize::try_from(count) == Ok(rows.len()),
            "{} instalments where {count} were asked for",
            rows.len()
        );
    }
    on_their_days(frequency, &rows)?;
    with_interest_of_their_time(judged, frequency, &rows)?;
    // What arrears the first one pays in full is asked of it alone.
    let first = usize::from(
        proposal
            .carry
            .iter()
            .any(|(_, carry)| carry == Carry::First),
    );
    let Some((_, before_last)) = rows.split_last() else {
        return Ok(());
    };
    let alike = before_last.get(first..).unwrap_or_default();
    match (method, size) {
        (Method::EqualInstalment, Size::Payment(payment)) => {
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
        }
        (Method::EqualInstalment, Size::Count(_)) => {
            alike_but_for_long_periods(alike)?;
            if let Some(unit) = multiple {
                hold!(
                    alike.iter().all(|row| sum(&row.paid) % minor(unit) == 0),
                    "an instalment is not a multiple of {unit:?}"
                );
            }
        }
        (Method::EqualPrincipal, _) => {
            let principal = |row: &&PlanRow| minor(row.paid.principal);
            let most = before_last.iter().map(principal).max().unwrap_or(0);
            hold!(
                before_last
                    .iter()
                    .all(|row| principal(row) == most || row.closing.principal.is_zero()),
                "the principal of instalments differs"
            );
        }
        (Method::InterestFirst, _) => hold!(
            before_last.iter().all(|row| row.paid.principal.is_zero()),
            "principal is repaid before the last"
        ),
    }
    Ok(())
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

fn order_of_the_down_payment(judged: &Judged<'_>) -> Held {
    let claim = &judged.case.claim;
    let first = judged.plan.rows.first();
    let Some(row) = first.filter(|row| row.kind == RowKind::DownPayment) else {
        return Ok(());
    };
    let age = days_between(claim.overdue_since, claim.as_of);
    let order = match claim.terms.waterfall.switch {
        Some(switch) if age >= i64::from(switch.from_days_past_due) => switch.order,
        _ => claim.terms.waterfall.order,
    };
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

fn last_day_of_month(year: i32, month: u32) -> u32 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Months are counted from the first due date, whose day comes back wherever a month has it.
fn on_their_days(frequency: Frequency, rows: &[&PlanRow]) -> Held {
    let Some(first) = rows.first().map(|row| row.date) else {
        return Ok(());
    };
    let every = i64::from(frequency.every());
    for (row, number) in rows.iter().zip(0_i64..) {
        let steps = number * every;
        let days = days_between(first, row.date);
        let fits = match frequency.unit() {
            Unit::Days => days == steps,
            Unit::Weeks => days == steps * 7,
            Unit::Months => so_many_months_on(first, row.date, steps),
            Unit::HalfMonths if steps % 2 == 0 => so_many_months_on(first, row.date, steps / 2),
            Unit::HalfMonths => half_a_month_off(first, row.date, steps / 2),
        };
        hold!(
            fits,
            "instalment {number} falls on {}, from {first}",
            row.date
        );
    }
    Ok(())
}

fn months_apart(first: Date, date: Date) -> i64 {
    let number = |date: Date| i64::from(date.year()) * 12 + i64::from(date.month0());
    number(date) - number(first)
}

fn so_many_months_on(first: Date, date: Date, months: i64) -> bool {
    let last = last_day_of_month(date.year(), date.month());
    months_apart(first, date) == months && date.day() == first.day().min(last)
}

fn half_a_month_off(first: Date, date: Date, whole_months: i64) -> bool {
    let last = last_day_of_month(date.year(), date.month());
    let (months, day) = if first.day() <= 15 {
        (whole_months, first.day() + 15)
    } else {
        (whole_months + 1, first.day() - 15)
    };
    months_apart(first, date) == months && date.day() == day.min(last)
}

/// Interest of every instalment but the first, worked out again where a day or a period is a plain part of a year.
fn with_interest_of_their_time(
    judged: &Judged<'_>,
    frequency: Frequency,
    rows: &[&PlanRow],
) -> Held {
    let proposal = &judged.case.proposal;
    let per_year: i128 = match frequency.unit() {
        Unit::Days => 365,
        Unit::Weeks => 52,
        Unit::HalfMonths => 24,
        Unit::Months => 12,
    };
    for pair in rows.windows(2) {
        let (before, row) = (pair[0], pair[1]);
        let days = i128::from(days_between(before.date, row.date));
        let (time, year) = match proposal.basis {
            InterestBasis::Periodic => (i128::from(frequency.every()), per_year),
            InterestBasis::Daily(DayCount::Act365Fixed) => (days, 365),
            InterestBasis::Daily(DayCount::Act360) => (days, 360),
            InterestBasis::Daily(DayCount::Act364) => (days, 364),
            InterestBasis::Daily(_) => return Ok(()),
        };
        let earned = i128::from(minor(before.closing.get(Component::Principal)))
            * i128::from(proposal.rate.scaled())
            * time;
        let interest = rounded(earned, year * 10_000_000_000, proposal.rounding);
        hold!(
            minor(row.interest) == interest,
            "the interest is {:?} and should be {interest}",
            row.interest
        );
    }
    Ok(())
}
