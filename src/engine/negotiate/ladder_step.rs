//! A step of a ladder put on an option.

use super::repair::Change;
use super::{Term, TermValue};
use crate::engine::calendar::{Date, add_days, days_between};
use crate::engine::claim::Claim;
use crate::engine::money::{Rounding, Share};
use crate::engine::plan::{Proposal, Settlement, Waiver};
use crate::engine::rules::{Ask, Give, RELIEF_ORDER};

/// The option with at least what a step gives: a term that is more generous already stays. `None` where it cannot bear
/// such a term at all.
pub(super) fn with_levels(claim: &Claim, option: &Proposal, give: &Give) -> Option<Proposal> {
    let mut given = option.clone();
    for component in RELIEF_ORDER {
        let share = give.waivers.get(component);
        if share > Share::ZERO {
            given = more_generous(claim, &given, Term::Waiver(component), share)?;
        }
    }
    if give.discount > Share::ZERO {
        given = more_generous(claim, &given, Term::Discount, give.discount)?;
    }
    if let Some(rate) = give.rate {
        given.rate = given.rate.min(rate);
    }
    if let Some(count) = give.count
        && let Some(TermValue::Count(now)) = Term::Count.read(claim, &given)
    {
        given = Term::Count.write(&given, TermValue::Count(now.max(count)))?;
    }
    if let Some(days) = give.deferral_days {
        given.first_due = given.first_due.max(deferred(claim, &given, days)?);
    }
    Some(given)
}

/// Whether an option gives all of it already. A term that the option does not have counts as given.
pub(super) fn gives_already(claim: &Claim, option: &Proposal, give: &Give) -> bool {
    with_levels(claim, option, give).is_some_and(|given| given == *option)
}

/// The option with what is asked in return. `None` where it cannot bear it: days agreed one by one are not moved.
pub(super) fn in_return(claim: &Claim, option: &Proposal, asks: &[Ask]) -> Option<Proposal> {
    let mut changed = option.clone();
    for ask in asks {
        match *ask {
            Ask::DownPayment { share } => {
                let owed = claim.components().total().ok()?;
                let least = share.of(owed, Rounding::AwayFromZero).ok()?;
                changed.down_payment = changed.down_payment.max(least);
            }
            Ask::FirstPayment { days } => {
                let latest = add_days(claim.as_of, i64::from(days)).ok()?;
                if changed.first_due > latest {
                    if matches!(changed.settlement, Settlement::OnDates { .. }) {
                        return None;
                    }
                    changed.first_due = latest;
                }
            }
            Ask::LumpSum => changed.settlement = Settlement::LumpSum,
            Ask::Autopay | Ask::Security | Ask::Evidence => {}
        }
    }
    Some(changed)
}

/// Every term in which two options differ.
pub(super) fn changes(claim: &Claim, from: &Proposal, to: &Proposal) -> Vec<Change> {
    Term::ALL
        .into_iter()
        .filter_map(|term| {
            let (was, is) = (term.read(claim, from)?, term.read(claim, to)?);
            // A discount is a share of what waivers leave: its amount moves with them and is no change of its own.
            let said = |proposal: &Proposal| {
                (term == Term::Discount).then_some(proposal.concessions.discount)
            };
            let changed = was != is && (said(from) != said(to) || said(from).is_none());
            changed.then_some(Change {
                term,
                from: was,
                to: is,
            })
        })
        .collect()
}

/// The first due date whose own period begins so many days after the as-of date, or a lump sum's.
fn deferred(claim: &Claim, option: &Proposal, days: u32) -> Option<Date> {
    let begins = add_days(claim.as_of, i64::from(days)).ok()?;
    match option.settlement {
        Settlement::LumpSum => Some(begins),
        Settlement::Instalments { frequency, .. } => frequency.nth_due(begins, 1).ok(),
        // Days agreed one by one stay as they were agreed.
        Settlement::OnDates { .. } => Some(option.first_due),
    }
}

/// Days after the as-of date at which the instalments' own time begins, or a lump sum falls due; at least none.
pub(super) fn deferred_days(claim: &Claim, option: &Proposal) -> Option<u32> {
    let begins = match option.settlement {
        Settlement::LumpSum | Settlement::OnDates { .. } => option.first_due,
        Settlement::Instalments { frequency, .. } => frequency.step_back(option.first_due).ok()?,
    };
    u32::try_from(days_between(claim.as_of, begins).max(0)).ok()
}

/// A waiver or discount at a share, unless it comes to more already.
fn more_generous(claim: &Claim, option: &Proposal, term: Term, share: Share) -> Option<Proposal> {
    let mut changed = option.clone();
    match term {
        Term::Waiver(component) => {
            let waivers = &mut changed.concessions.waivers;
            waivers.set(component, Waiver::Share(share));
        }
        _ => changed.concessions.discount = Waiver::Share(share),
    }
    let amount = |proposal: &Proposal| term.read(claim, proposal)?.number(claim);
    if amount(&changed)? > amount(option)? {
        Some(changed)
    } else {
        Some(option.clone())
    }
}
