//! Every way to repay keeps to what was said: the payments before arrears, the interest, and what is for the last.

use super::timing::{Stretch, interest_of, principal_before};
use super::{Held, hold, rounded};
use crate::judged::{Judged, minor, sum};
use quittance::engine::claim::Component;
use quittance::engine::plan::{Carry, FlatPrincipal, PlanRow, Repayment, Step};
use rust_decimal::Decimal;

/// Beyond this nothing is said about rounding that has grown.
const TOO_MUCH: i128 = 1_000_000_000_000_000_000;

/// What is owed before a payment, without the interest that is charged with it.
pub fn owed_before(row: &PlanRow) -> [i64; 6] {
    Component::ALL.map(|component| {
        let whole = minor(row.closing.get(component)) + minor(row.paid.get(component));
        if component == Component::Interest {
            whole - minor(row.interest)
        } else {
            whole
        }
    })
}

/// Interest of the plan and principal: the payment without the arrears it carries.
fn bare(row: &PlanRow) -> i64 {
    minor(row.interest) + minor(row.paid.principal)
}

/// Rows of the ways that carry arrears evenly, which are all but equal instalments and given payments.
pub fn check(
    judged: &Judged<'_>,
    rows: &[&PlanRow],
    times: &[Stretch],
    repayment: &Repayment,
) -> Held {
    let Some((last, before_last)) = rows.split_last() else {
        return Ok(());
    };
    let spared = match repayment {
        Repayment::MinimumFirst { rows, .. } => usize::try_from(*rows).unwrap(),
        Repayment::OneOff => before_last.len(),
        _ => 0,
    };
    arrears_evenly(judged, rows, spared)?;
    match repayment {
        Repayment::EqualPrincipal => equal_principal(before_last, last),
        Repayment::InterestLast => {
            equal_principal(before_last, last)?;
            interest_at_the_end(judged, rows, times)
        }
        Repayment::InterestFirst => {
            hold!(
                before_last.iter().all(|row| row.paid.principal.is_zero()),
                "principal is repaid before the last"
            );
            Ok(())
        }
        Repayment::OneOff => {
            hold!(
                before_last.iter().all(|row| bare(row) == 0),
                "something is paid before the last"
            );
            interest_at_the_end(judged, rows, times)
        }
        Repayment::Flat(principal) => {
            flat_interest(judged, rows, times)?;
            match principal {
                FlatPrincipal::EqualParts => equal_principal(before_last, last),
                FlatPrincipal::LevelInstalment => {
                    let slack = 2 * i128::try_from(rows.len()).unwrap();
                    // Interest runs to the end: without principal it is all that is paid.
                    let cleared = before_last
                        .iter()
                        .any(|row| row.closing.principal.is_zero());
                    let level = level_of(before_last);
                    let slack = (!cleared).then_some(slack);
                    as_said(rows, &vec![level; rows.len()], slack)
                }
            }
        }
        Repayment::Balloon(balloon) => {
            let mut said = vec![level_of(before_last); rows.len()];
            if let Some(last) = said.last_mut() {
                *last += minor(*balloon);
            }
            let exact = |_| 1;
            as_said(rows, &said, grown_rounding(judged, times, exact))
        }
        Repayment::Stepped { step, every } => {
            let said = steps(judged, bare(rows[0]), *step, *every, rows.len());
            let factor = match step {
                Step::Times(factor) => Some(*factor),
                Step::Plus(_) => None,
            };
            let every = usize::try_from(*every).unwrap();
            let mut off = Decimal::ONE;
            // The first is rounded, and every step multiplies that and rounds once more.
            let grown = |row: usize| {
                if let Some(factor) = factor.filter(|_| row > 0 && row.is_multiple_of(every)) {
                    off = off * factor + Decimal::ONE;
                }
                i128::try_from(off.ceil()).unwrap()
            };
            as_said(rows, &said, grown_rounding(judged, times, grown))
        }
        Repayment::MinimumFirst { minimum, .. } => {
            let (smaller, after) = rows.split_at(spared);
            hold!(
                smaller
                    .iter()
                    .all(|row| bare(row) == minor(*minimum) || row.closing.principal.is_zero()),
                "a smaller payment is not the {minimum:?} agreed"
            );
            let before = after.len().saturating_sub(1);
            let said = vec![level_of(&after[..before]); after.len()];
            as_said(
                after,
                &said,
                grown_rounding(judged, &times[spared..], |_| 1),
            )
        }
        Repayment::EqualInstalment | Repayment::Custom { .. } => Ok(()),
    }
}

/// Arrears but for those of the first payment are spread over the rows that are not spared, alike to a minor unit.
fn arrears_evenly(judged: &Judged<'_>, rows: &[&PlanRow], spared: usize) -> Held {
    let carry = &judged.case.proposal.carry;
    let (mut first, mut spread) = (0, 0);
    for (component, owed) in Component::ALL.into_iter().zip(owed_before(rows[0])) {
        match component {
            Component::Principal => {}
            _ if carry.get(component) == Carry::First => first += owed,
            _ => spread += owed,
        }
    }
    let carrying = i64::try_from(rows.len() - spared).unwrap();
    for (number, row) in rows.iter().enumerate() {
        let mut carried = sum(&row.paid) - bare(row);
        if number == 0 {
            carried -= first;
        }
        let fits = if number < spared {
            carried == 0
        } else {
            (spread / carrying..=(spread + carrying - 1) / carrying).contains(&carried)
        };
        hold!(
            fits,
            "row {number} carries {carried} of {spread} in {carrying} rows: {row:?}"
        );
    }
    Ok(())
}

fn equal_principal(before_last: &[&PlanRow], last: &PlanRow) -> Held {
    let principal = |row: &&PlanRow| minor(row.paid.principal);
    let most = before_last.iter().map(principal).max().unwrap_or(0);
    hold!(
        before_last
            .iter()
            .all(|row| principal(row) == most || row.closing.principal.is_zero()),
        "the principal of instalments differs"
    );
    let rows = i64::try_from(before_last.len()).unwrap();
    hold!(
        rows == 0 || (principal(&last) - most).abs() <= rows,
        "the last principal is {} beside {most}",
        principal(&last)
    );
    Ok(())
}

/// What is repeated: the largest payment that repays principal.
fn level_of(before_last: &[&PlanRow]) -> i64 {
    let own = |row: &&&PlanRow| !row.paid.principal.is_zero();
    let level = before_last.iter().filter(own).map(|row| bare(row)).max();
    // Where a period earns more than the instalment, its payment is its interest.
    level.unwrap_or_else(|| before_last.iter().map(|row| bare(row)).min().unwrap_or(0))
}

/// Payments are as said while principal is left, and the last is as said up to what rounding comes to.
fn as_said(rows: &[&PlanRow], said: &[i64], slack: Option<i128>) -> Held {
    let Some((last, before_last)) = rows.split_last() else {
        return Ok(());
    };
    // A payment below the interest of its period is raised to it, and then less is left for the last.
    let mut raised = false;
    for (row, said) in before_last.iter().zip(said) {
        let paid = bare(row);
        let only_interest = row.paid.principal.is_zero() && paid >= *said;
        hold!(
            paid == *said || only_interest || row.closing.principal.is_zero() && paid < *said,
            "a payment is {paid} where {said} was said: {row:?}"
        );
        raised |= only_interest;
    }
    if let (false, Some(slack), Some(said)) = (before_last.is_empty(), slack, said.last()) {
        let apart = i128::from(bare(last)) - i128::from(*said);
        hold!(
            apart <= slack && (raised || -apart <= slack),
            "the last is {apart} off the {said} that was said, and rounding is {slack}: {last:?}"
        );
    }
    Ok(())
}

/// The payments of steps from the first one on.
fn steps(judged: &Judged<'_>, first: i64, step: Step, every: u32, rows: usize) -> Vec<i64> {
    let every = usize::try_from(every).unwrap();
    let mut payment = first;
    (0..rows)
        .map(|row| {
            if row > 0 && row % every == 0 {
                payment = match step {
                    Step::Plus(more) => payment + minor(more),
                    Step::Times(factor) => rounded(
                        i128::from(payment) * factor.mantissa(),
                        10_i128.pow(factor.scale()),
                        judged.case.proposal.rounding,
                    ),
                };
            }
            payment
        })
        .collect()
}

/// The most by which the last payment can be off, when each payment is so much off and each interest is rounded once.
fn grown_rounding(
    judged: &Judged<'_>,
    times: &[Stretch],
    mut payment_off: impl FnMut(usize) -> i128,
) -> Option<i128> {
    let year = 360 * 10_000_000_000;
    let mut off: i128 = 0;
    for (row, time) in times.iter().enumerate() {
        let grown = off * i128::from(judged.case.proposal.rate.scaled()) * time.days_at_most;
        off += grown / year + 2 + payment_off(row);
        if off > TOO_MUCH {
            return None;
        }
    }
    Some(off)
}

/// Nothing before the last, and then that of all periods together.
fn interest_at_the_end(judged: &Judged<'_>, rows: &[&PlanRow], times: &[Stretch]) -> Held {
    let Some((last, before_last)) = rows.split_last() else {
        return Ok(());
    };
    hold!(
        before_last.iter().all(|row| row.interest.is_zero()),
        "interest is paid before the last"
    );
    let each = rows.iter().zip(times);
    let interest: Option<i64> = each
        .map(|(row, time)| interest_of(judged, principal_before(row), *time))
        .sum();
    hold!(
        interest.is_none_or(|interest| minor(last.interest) == interest),
        "the interest is {:?} and should be {interest:?}",
        last.interest
    );
    Ok(())
}

/// Interest on the whole principal in every period, in total rounded once.
fn flat_interest(judged: &Judged<'_>, rows: &[&PlanRow], times: &[Stretch]) -> Held {
    let principal = principal_before(rows[0]);
    let (last, before_last) = rows.split_last().unwrap();
    let mut charged = 0;
    for (row, time) in before_last.iter().zip(times) {
        let interest = interest_of(judged, principal, *time);
        hold!(
            interest.is_none_or(|interest| minor(row.interest) == interest),
            "the flat interest should be {interest:?}: {row:?}"
        );
        charged += minor(row.interest);
    }
    let together = times.iter().try_fold((0, 1), |(units, _), time| {
        let (more, year) = time.of_a_year?;
        Some((units + more, year))
    });
    if let Some(of_a_year) = together {
        let whole = Stretch {
            of_a_year: Some(of_a_year),
            days_at_most: 0,
        };
        let all = interest_of(judged, principal, whole).unwrap_or(0);
        // Rounding row by row may have charged more than all together: the last then charges nothing.
        let rest = (all - charged).max(0);
        hold!(
            minor(last.interest) == rest,
            "flat interest is {charged} and {:?} of {all}",
            last.interest
        );
    }
    Ok(())
}
