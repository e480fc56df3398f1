//! What is given up is what was asked for, taken from where it was asked for.

use super::{Held, hold, rounded};
use crate::judged::{Judged, minor, sum};
use quittance::engine::claim::{Component, Components};
use quittance::engine::money::Money;
use quittance::engine::plan::{Proposal, Waiver};

const WHOLE: i128 = 10_000_000_000;

/// The order in which `docs` and the engine say that a discount is taken, written down once more.
const OF_A_DISCOUNT: [Component; 6] = [
    Component::Penalty,
    Component::Compound,
    Component::Charges,
    Component::Interest,
    Component::Costs,
    Component::Principal,
];

fn asked(waiver: Waiver, of: i64, proposal: &Proposal) -> i64 {
    match waiver {
        Waiver::Nothing => 0,
        Waiver::Amount(amount) => minor(amount),
        Waiver::Share(share) => rounded(
            i128::from(of) * i128::from(share.scaled()),
            WHOLE,
            proposal.rounding,
        ),
    }
}

pub fn check(judged: &Judged<'_>) -> Held {
    let (plan, proposal) = (judged.plan, &judged.case.proposal);
    hold!(
        plan.opening == *judged.case.claim.components(),
        "the plan opens with {:?}",
        plan.opening
    );
    let mut expected = Components::ZERO;
    for (component, owed) in plan.opening.iter() {
        let waiver = proposal.concessions.waivers.get(component);
        let given_up = asked(waiver, minor(owed), proposal);
        expected.set(component, Money::from_minor(given_up).unwrap());
    }
    let left = sum(&plan.opening) - sum(&expected);
    let mut discount = asked(proposal.concessions.discount, left, proposal);
    for component in OF_A_DISCOUNT {
        let already = minor(expected.get(component));
        let portion = discount.min(minor(plan.opening.get(component)) - already);
        expected.set(component, Money::from_minor(already + portion).unwrap());
        discount -= portion;
    }
    hold!(
        plan.waived == expected,
        "{:?} is given up where {expected:?} was asked for",
        plan.waived
    );
    for (component, given_up) in plan.waived.iter() {
        let owed = plan.opening.get(component);
        hold!(
            given_up >= Money::ZERO && given_up <= owed,
            "{given_up:?} of {component:?} is given up where {owed:?} is owed"
        );
    }
    Ok(())
}
