//! Limits on what stands around a debt: who is asked, what is noted of them, and which strategies are on the table.

use super::facts::{Facts, count_at_most, silent};
use super::timing::months_between;
use super::{Outcome, Quantity, Strategy, Why};
use crate::engine::calendar::{Frequency, add_days, days_between};
use crate::engine::claim::{Evidence, Guarantor};
use crate::engine::fields::CodeSet;

pub(super) fn restructures(facts: &Facts<'_>, most: u32, within_months: u32) -> Option<Outcome> {
    let Some(days) = &facts.situation.circumstances.restructured_on else {
        return Some(silent(Why::NotNoted));
    };
    let counts = |day: &&_| {
        // A time that ends beyond the calendar is not over.
        let over = Frequency::MONTHLY.nth_due(**day, within_months);
        over.map_or(true, |over| over > facts.claim.as_of)
    };
    let times = u32::try_from(days.iter().filter(counts).count()).ok()?;
    Some(count_at_most(times, most, Quantity::Times))
}

pub(super) fn repayment_behaviour(facts: &Facts<'_>, payments: u32) -> Outcome {
    let Some(arrived) = facts.situation.circumstances.payments_since_overdue else {
        return silent(Why::NotNoted);
    };
    let (limit, actual) = (Quantity::Times(payments), Quantity::Times(arrived));
    match payments.checked_sub(arrived) {
        Some(fewer) if fewer > 0 => Outcome::Broken {
            limit,
            actual,
            shortfall: Quantity::Times(fewer),
        },
        _ => Outcome::Met { limit, actual },
    }
}

pub(super) fn guarantor_consent(facts: &Facts<'_>) -> Outcome {
    let limit = Quantity::Consent(Guarantor::Consented);
    match facts.situation.circumstances.guarantor {
        None => silent(Why::NotNoted),
        Some(Guarantor::Consented) => Outcome::Met {
            limit,
            actual: limit,
        },
        Some(Guarantor::NotAsked) => Outcome::Broken {
            limit,
            actual: Quantity::Consent(Guarantor::NotAsked),
            shortfall: Quantity::Unmeasured,
        },
    }
}

pub(super) fn evidence_required(facts: &Facts<'_>, wanted: CodeSet<Evidence>) -> Outcome {
    let Some(at_hand) = facts.situation.circumstances.evidence else {
        return silent(Why::NotNoted);
    };
    let (limit, actual) = (Quantity::Evidence(wanted), Quantity::Evidence(at_hand));
    let missing = wanted.without(at_hand);
    if missing.is_empty() {
        Outcome::Met { limit, actual }
    } else {
        Outcome::Broken {
            limit,
            actual,
            shortfall: Quantity::Evidence(missing),
        }
    }
}

pub(super) fn moratorium(facts: &Facts<'_>) -> Option<Outcome> {
    let Some(last) = facts.situation.circumstances.moratorium_until else {
        return Some(silent(Why::NotNoted));
    };
    let as_of = facts.claim.as_of;
    let free_from = add_days(last, 1).ok()?;
    let (limit, actual) = (Quantity::Day(free_from), Quantity::Day(as_of));
    let left = u32::try_from(days_between(as_of, free_from).max(0)).ok()?;
    Some(if left > 0 {
        Outcome::Broken {
            limit,
            actual,
            shortfall: Quantity::Days(left),
        }
    } else {
        Outcome::Met { limit, actual }
    })
}

pub(super) fn limitation_period(facts: &Facts<'_>, months: u32) -> Option<Outcome> {
    if facts.days_past_due == 0 {
        return Some(silent(Why::NotPastDue));
    }
    let (whole, more) = months_between(facts.claim.overdue_since, facts.claim.as_of)?;
    let begun = if more { whole.checked_add(1)? } else { whole };
    Some(count_at_most(begun, months, Quantity::Months))
}

pub(super) fn allowed_strategies(facts: &Facts<'_>, allowed: CodeSet<Strategy>) -> Outcome {
    let used = Strategy::used_by(facts.claim, facts.proposal, facts.plan, facts.totals);
    let (limit, actual) = (Quantity::Strategies(allowed), Quantity::Strategies(used));
    let beyond = used.without(allowed);
    if beyond.is_empty() {
        Outcome::Met { limit, actual }
    } else {
        Outcome::Broken {
            limit,
            actual,
            shortfall: Quantity::Strategies(beyond),
        }
    }
}
