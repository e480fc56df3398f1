//! Payments given one by one: each is what was given, to the cent, and settles what it should.

use super::instalments::order_on_the_day;
use super::repayment::owed_before;
use super::{Held, hold};
use crate::judged::{Judged, minor, sum};
use quittance::engine::claim::Component;
use quittance::engine::money::Money;
use quittance::engine::plan::{Carry, PlanRow};

const INTEREST: usize = 1;

/// Every row worked out again from what was given for it; `None` takes the rest.
pub fn check(judged: &Judged<'_>, rows: &[&PlanRow], given: &[Option<Money>]) -> Held {
    hold!(
        rows.len() == given.len(),
        "{} rows of {} given payments",
        rows.len(),
        given.len()
    );
    let Some(first) = rows.first() else {
        return Ok(());
    };
    let carry = &judged.case.proposal.carry;
    let order = order_on_the_day(judged).components();
    let mut left = owed_before(first);
    let mut asked_first = Component::ALL.map(|component| {
        let with_the_first =
            component != Component::Principal && carry.get(component) == Carry::First;
        i64::from(with_the_first)
    });
    for (asked, owed) in asked_first.iter_mut().zip(left) {
        *asked *= owed;
    }
    let mut unpaid_interest = 0;
    for (number, (row, given)) in rows.iter().zip(given).enumerate() {
        left[INTEREST] += minor(row.interest);
        unpaid_interest += minor(row.interest);
        let payment = given.map_or(left.iter().sum(), minor);
        hold!(
            sum(&row.paid) == payment && payment > 0,
            "payment {number} is not the {payment} given: {row:?}"
        );
        let mut paid = std::mem::take(&mut asked_first);
        let mut remaining = payment - paid.iter().sum::<i64>();
        let of_interest = remaining.min(unpaid_interest);
        paid[INTEREST] += of_interest;
        unpaid_interest -= of_interest;
        remaining -= of_interest;
        for component in order {
            let at = place(component);
            let part = remaining.min(left[at] - paid[at]);
            paid[at] += part;
            remaining -= part;
        }
        for (component, said) in row.paid.iter() {
            let at = place(component);
            left[at] -= paid[at];
            hold!(
                minor(said) == paid[at],
                "payment {number} should settle {} of {component:?}: {row:?}",
                paid[at]
            );
        }
    }
    Ok(())
}

fn place(component: Component) -> usize {
    let at = Component::ALL.iter().position(|other| *other == component);
    at.unwrap()
}
