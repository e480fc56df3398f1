//! What an option does, whatever it is called, where it does next to nothing.

use super::option::{Case, card, date, money, rate, share};
use quittance::agreement::work_out;
use quittance::engine::calendar::Frequency;
use quittance::engine::claim::Component;
use quittance::engine::plan::{Concessions, DeferralInterest, Waiver};
use quittance::engine::rules::Strategy::{
    self, Deferral, Discount, Freeze, Instalments, LumpSum, RateCut,
};

fn used(case: &Case) -> Vec<Strategy> {
    let worked = work_out(&case.claim, &case.proposal).unwrap();
    Strategy::used_by(&case.claim, &case.proposal, &worked.plan, &worked.totals)
        .iter()
        .collect()
}

/// Nothing given up, at a rate below the contract's.
fn plain() -> Case {
    card().with(|proposal| proposal.concessions = Concessions::NONE)
}

#[test]
fn what_is_paid_on_the_day_itself_takes_no_time_to_be_cheaper() {
    let today = plain().lump_sum().due("2026-11-20");
    assert_eq!(used(&today), [LumpSum]);
    assert_eq!(
        used(&today.with(|proposal| proposal.rate = rate("0"))),
        [LumpSum]
    );
    assert_eq!(
        used(&plain().lump_sum().due("2026-11-21")),
        [LumpSum, RateCut]
    );
}

#[test]
fn no_interest_at_all_is_a_freeze_and_no_cut() {
    let monthly = |percent| {
        plain()
            .counted(Frequency::MONTHLY, 12)
            .with(|proposal| proposal.rate = rate(percent))
    };
    assert_eq!(used(&monthly("6")), [Instalments, RateCut]);
    assert_eq!(used(&monthly("0")), [Instalments, Freeze]);
    assert_eq!(used(&monthly("18.25")), [Instalments]);
}

#[test]
fn a_first_payment_one_step_away_is_no_deferral_and_a_day_later_is() {
    let monthly = |first: &str| {
        plain()
            .counted(Frequency::MONTHLY, 12)
            .due(first)
            .with(|proposal| {
                proposal.deferral = DeferralInterest::Accrues;
                proposal.rate = rate("18.25");
            })
    };
    assert_eq!(used(&monthly("2026-12-20")), [Instalments]);
    assert_eq!(used(&monthly("2026-12-21")), [Instalments, Deferral]);
    assert_eq!(monthly("2026-12-21").claim.as_of, date("2026-11-20"));
}

#[test]
fn nothing_of_a_component_is_not_waived_whatever_a_discount_takes_of_it() {
    // A discount is taken from the costs first, then from the charges, which this card has.
    let case = plain().counted(Frequency::MONTHLY, 12).with(|proposal| {
        proposal.rate = rate("18.25");
        proposal.concessions.discount = Waiver::Amount(money("4500.00"));
        for component in Component::ALL {
            proposal
                .concessions
                .waivers
                .set(component, Waiver::Share(share("0")));
        }
    });
    assert_eq!(used(&case), [Instalments, Discount]);
}
