//! The internal rate of flows a period apart.

use super::annualise::PerYear;
use super::answer::{NoRate, RateAnswer};
use super::isolate::{Flows, balances, in_order, sign_changes};
use crate::engine::money::Money;

/// The rate a period at which flows of any sign, one period apart, are worth nothing together. Also "IRR".
///
/// What is paid out has one sign and what comes in the other; which is which does not matter. Amounts are in
/// minor units, or all in the same finer unit.
#[must_use]
pub fn periodic_rate(flows: &[Money], per_year: PerYear) -> RateAnswer {
    let timed: Flows = (0..)
        .zip(flows)
        .map(|(time, amount)| (time, i128::from(amount.minor())))
        .collect();
    let (ordered, length) = match sorted(timed) {
        Ok(found) => found,
        Err(reason) => return RateAnswer::None(reason),
    };
    let found = balances(&ordered, sign_changes(&ordered) == 1, 1);
    if length == 1 {
        return RateAnswer::of_periods(&found, per_year);
    }
    // Found over several periods at once, such as the last of three in which nothing flows.
    let single: Option<Vec<_>> = found.iter().map(|factor| factor.root(length)).collect();
    RateAnswer::of_periods(&single.unwrap_or_default(), per_year)
}

/// Flows in order and their common length, unless it is plain that they have no rate.
pub(super) fn sorted(flows: Flows) -> Result<(Flows, u64), NoRate> {
    let (ordered, length) = in_order(flows);
    if ordered.is_empty() {
        Err(NoRate::NothingFlows)
    } else if sign_changes(&ordered) == 0 {
        Err(NoRate::OneWay)
    } else {
        Ok((ordered, length))
    }
}
