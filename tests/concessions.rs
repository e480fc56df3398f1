//! What concessions come to while a plan is kept, and what of them stays if it breaks.
#![expect(
    clippy::unwrap_used,
    reason = "a test speaks by failing, in what it calls too"
)]

#[path = "concessions/keeping.rs"]
mod keeping;
#[path = "concessions/tracking.rs"]
mod tracking;

use chrono::Days;
use quittance::engine::calendar::{Date, DayCount, Frequency, Unit, parse_date};
use quittance::engine::claim::{
    Balances, Claim, Component, Components, Penalty, PenaltyBase, PenaltyRate, PerComponent, Terms,
    Waterfall,
};
use quittance::engine::money::{Currency, Money, Rate, Rounding, Share};
use quittance::engine::plan::{
    Broken, Carry, Concessions, DatedPayment, DeferralInterest, InterestBasis, Milestone,
    MilestoneOutOfOrder, Milestones, Plan, PlanError, Proposal, Relief, Repayment, Settlement,
    Size, Vesting, Waiver, WhileKept, break_table, lay_out, waived, written_off_within,
};

pub(crate) fn yuan(text: &str) -> Money {
    Money::parse(text, Currency::Cny).unwrap()
}

pub(crate) fn day(text: &str) -> Date {
    parse_date(text).unwrap()
}

fn percent(text: &str) -> Rate {
    Rate::parse_percent(text).unwrap()
}

/// Ten thousand overdue, a thousand of penalty; ten yuan a day of penalty interest in place of five of interest.
pub(crate) fn claim() -> Claim {
    Claim {
        currency: Currency::Cny,
        as_of: day("2026-01-01"),
        balances: Balances {
            components: Components {
                principal: yuan("10000"),
                penalty: yuan("1000"),
                ..Components::ZERO
            },
            overdue_principal: yuan("10000"),
        },
        overdue_since: day("2025-11-01"),
        terms: Terms {
            signed_on: day("2024-01-01"),
            original_principal: yuan("20000"),
            interest_rate: percent("18.25"),
            penalty: Some(Penalty {
                rate: PenaltyRate::Own(percent("36.5")),
                base: PenaltyBase::OverduePrincipal,
                compound: false,
                beside_interest: false,
            }),
            late_charge: None,
            ceiling: None,
            day_count: DayCount::Act365Fixed,
            rounding: Rounding::HalfUp,
            waterfall: Waterfall::CIVIL_CODE_561,
        },
    }
}

/// The penalty waived, and five payments of two thousand ten days apart.
pub(crate) fn proposal() -> Proposal {
    Proposal {
        concessions: Concessions {
            waivers: PerComponent::all(Waiver::Nothing)
                .with(Component::Penalty, Waiver::Share(Share::ONE)),
            discount: Waiver::Nothing,
        },
        down_payment: Money::ZERO,
        settlement: Settlement::Instalments {
            repayment: Repayment::EqualPrincipal,
            frequency: Frequency::new(10, Unit::Days).unwrap(),
            size: Size::Count(5),
            multiple: None,
        },
        first_due: day("2026-01-11"),
        deferral: DeferralInterest::Accrues,
        carry: PerComponent::all(Carry::Spread),
        rate: Rate::ZERO,
        basis: InterestBasis::Daily(DayCount::Act365Fixed),
        rounding: Rounding::HalfUp,
        relief: Relief::default(),
    }
}

pub(crate) fn plan() -> Plan {
    lay_out(&claim(), &proposal()).unwrap()
}

fn table(relief: &Relief) -> Vec<Broken> {
    let proposal = Proposal {
        relief: relief.clone(),
        ..proposal()
    };
    break_table(&claim(), &proposal, &plan()).unwrap()
}

/// What is owed after each number of payments, in yuan and fen.
fn owed(table: &[Broken]) -> Vec<Money> {
    let total = |broken: &Broken| broken.balances.components.total().unwrap();
    table.iter().map(total).collect()
}

fn yuans(amounts: &[&str]) -> Vec<Money> {
    amounts.iter().map(|amount| yuan(amount)).collect()
}

fn frozen(while_kept: WhileKept) -> Relief {
    Relief {
        while_kept,
        ..Relief::default()
    }
}

fn vesting(vesting: Vesting) -> Relief {
    Relief {
        while_kept: WhileKept::NoAccrual,
        vesting,
    }
}

#[test]
fn each_freeze_leaves_a_claim_of_its_own() {
    // Payments settle penalty, then interest, then principal: the less accrues, the more principal they pay.
    let expected = [
        // 100 a period on 10,000; then 2,000 pay 1,100 of penalty and 900 of principal, and so on.
        (
            WhileKept::ReleasedOnCompletion,
            ["11100", "9191", "7262.91", "5315.54", "3348.70"],
        ),
        (
            WhileKept::AccruesUncharged,
            ["11050", "9095.25", "7130.73", "5156.38", "3172.16"],
        ),
        (
            WhileKept::NoAccrual,
            ["11000", "9000", "7000", "5000", "3000"],
        ),
    ];
    for (while_kept, amounts) in expected {
        assert_eq!(
            owed(&table(&frozen(while_kept))),
            yuans(&amounts),
            "{while_kept:?}"
        );
    }
    let uncharged = &table(&frozen(WhileKept::AccruesUncharged))[1];
    assert_eq!(uncharged.accrued.interest, yuan("95.25"));
    assert_eq!(uncharged.accrued.penalty, Money::ZERO);
    let released = &table(&frozen(WhileKept::ReleasedOnCompletion))[1];
    assert_eq!(released.accrued.penalty, yuan("191.00"));
    for while_kept in WhileKept::ALL {
        assert_eq!(WhileKept::from_code(while_kept.code()), Some(while_kept));
    }
}

#[test]
fn a_rate_cut_that_stands_charges_the_plans_rate_for_the_time_it_was_kept() {
    let proposal = Proposal {
        rate: percent("7.3"),
        relief: frozen(WhileKept::PlanRate),
        ..proposal()
    };
    let plan = lay_out(&claim(), &proposal).unwrap();
    let table = break_table(&claim(), &proposal, &plan).unwrap();
    // 20 of interest in ten days; 2,020 pay it, the penalty of 1,000 and 1,000 of principal; then 18.
    assert_eq!(table[0].balances.components.total(), Ok(yuan("11020")));
    assert_eq!(table[1].balances.components.principal, yuan("9000"));
    assert_eq!(table[1].balances.components.interest, yuan("18.00"));
}

#[test]
fn a_waiver_vests_as_agreed() {
    let milestones = |steps: &[(u32, &str)]| {
        let step = |&(after, share): &(u32, &str)| Milestone {
            after,
            share: Share::parse_percent(share).unwrap(),
        };
        Vesting::Milestones(Milestones::new(steps.iter().map(step).collect()).unwrap())
    };
    let expected = [
        (Vesting::OnCompletion, ["0", "0", "0", "0", "0"]),
        (Vesting::ProRata, ["0", "200", "400", "600", "800"]),
        (
            milestones(&[(2, "30"), (4, "70")]),
            ["0", "0", "300", "300", "700"],
        ),
        (Vesting::AtOnce, ["1000", "1000", "1000", "1000", "1000"]),
    ];
    for (kind, amounts) in expected {
        let table = table(&vesting(kind.clone()));
        let vested: Vec<Money> = table.iter().map(|broken| broken.vested.penalty).collect();
        assert_eq!(vested, yuans(&amounts), "{kind:?}");
        for (broken, after) in table.iter().zip(0_i64..) {
            let revived = yuan("1000").checked_sub(broken.vested.penalty).unwrap();
            assert_eq!(broken.revived.total(), Ok(revived));
            // 11,000, less 2,000 for each payment, less what has vested.
            let left = yuan("11000").minor() - 200_000 * after - broken.vested.penalty.minor();
            let owed = broken.balances.components.total().unwrap();
            assert_eq!(owed.minor(), left, "{kind:?} after {after}");
        }
    }
}

/// Of five rows only the last pays anything: until then nobody has done what a step asks for.
#[test]
fn a_row_with_nothing_to_pay_is_no_step_to_a_milestone() {
    let step = |after, share: &str| Milestone {
        after,
        share: Share::parse_percent(share).unwrap(),
    };
    let steps = Milestones::new(vec![step(0, "10"), step(1, "50")]).unwrap();
    let mut proposal = Proposal {
        relief: vesting(Vesting::Milestones(steps)),
        ..proposal()
    };
    if let Settlement::Instalments { repayment, .. } = &mut proposal.settlement {
        *repayment = Repayment::OneOff;
    }
    let vested_of = |proposal: &Proposal| -> Vec<Money> {
        let plan = lay_out(&claim(), proposal).unwrap();
        let table = break_table(&claim(), proposal, &plan).unwrap();
        table.iter().map(|broken| broken.vested.penalty).collect()
    };
    assert_eq!(vested_of(&proposal), yuans(&["100"; 5]));
    proposal.down_payment = yuan("1");
    assert_eq!(
        vested_of(&proposal),
        yuans(&["100", "500", "500", "500", "500", "500"])
    );
}

/// The payments made have settled the penalty meanwhile; what vests of it is not taken from principal instead
/// of being taken at all.
#[test]
fn what_vests_was_never_owed() {
    let table = table(&vesting(Vesting::AtOnce));
    // All of the first 2,000 go to principal: there is no penalty to settle.
    assert_eq!(table[1].balances.components.principal, yuan("8000"));
    assert_eq!(table[1].balances.components.penalty, Money::ZERO);
}

#[test]
fn milestones_come_later_and_grow() {
    let step = |after, share: &str| Milestone {
        after,
        share: Share::parse_percent(share).unwrap(),
    };
    for (second, third) in [
        (step(3, "20"), step(3, "30")),
        (step(3, "20"), step(4, "20")),
        (step(3, "20"), step(2, "30")),
        (step(3, "20"), step(4, "10")),
    ] {
        let refused = Milestones::new(vec![step(1, "10"), second, third]);
        assert_eq!(refused, Err(MilestoneOutOfOrder { milestone: 2 }));
    }
    assert!(Milestones::new(Vec::new()).is_ok());
}

#[test]
fn the_default_relief_is_the_claim_as_if_there_had_been_no_plan() {
    let (plan, table) = (plan(), table(&Relief::default()));
    assert_eq!(table.len(), plan.rows.len());
    let mut paid = Money::ZERO;
    for (broken, row) in table.iter().zip(&plan.rows) {
        assert_eq!((broken.on, broken.paid), (row.date, paid));
        assert!(broken.vested.is_zero());
        assert_eq!(broken.revived, plan.waived);
        paid = paid.checked_add(row.paid.total().unwrap()).unwrap();
    }
    let untouched = claim().if_nothing_is_paid(table[0].on).unwrap();
    assert_eq!(table[0].balances.components, untouched);
}

#[test]
fn a_broken_plans_claim_grows_under_the_contract_again() {
    let broken = table(&frozen(WhileKept::NoAccrual))[1];
    let again = broken.claim(&claim());
    assert_eq!(again.as_of, day("2026-01-21"));
    let later = again.if_nothing_is_paid(day("2026-01-31")).unwrap();
    // 9,000 and ten days of penalty interest on it.
    assert_eq!(later.total(), Ok(yuan("9090.00")));
    assert_eq!(again.days_past_due(again.as_of), 81);
}

/// With the interest frozen and the waiver given at once, the plan's own interest pays the claim off early.
#[test]
fn what_a_broken_plan_collected_too_much_is_returned() {
    let proposal = Proposal {
        rate: percent("365"),
        relief: vesting(Vesting::AtOnce),
        ..proposal()
    };
    let plan = lay_out(&claim(), &proposal).unwrap();
    let table = break_table(&claim(), &proposal, &plan).unwrap();
    let last = table.last().unwrap();
    // Four payments of 2,000 with 1,000, 800, 600 and 400 of interest come to 10,800.
    assert_eq!(last.paid, yuan("10800"));
    assert!(last.balances.components.is_zero());
    assert_eq!(last.excess, yuan("800"));
}

#[test]
fn a_small_rest_is_written_off_to_close_the_debt() {
    let left = Components {
        principal: yuan("0.60"),
        interest: yuan("0.40"),
        ..Components::ZERO
    };
    assert_eq!(written_off_within(&left, yuan("1")), Ok(Some(left)));
    assert_eq!(written_off_within(&left, yuan("0.99")), Ok(None));
    assert_eq!(written_off_within(&Components::ZERO, yuan("1")), Ok(None));
}

#[test]
fn nothing_is_given_up_of_what_is_owed_the_other_way() {
    let owed = |minor: i64| {
        let mut owed = Components::ZERO;
        for component in Component::ALL {
            owed.set(component, Money::from_minor(minor).unwrap());
        }
        owed
    };
    let given_up = |owed: &Components| waived(owed, &Concessions::NONE, Rounding::HalfUp);
    assert_eq!(given_up(&owed(1)), Ok(Components::ZERO));
    assert_eq!(given_up(&owed(0)), Ok(Components::ZERO));
    assert!(given_up(&owed(-1)).is_err());
    let mut one = owed(1);
    one.set(Component::Costs, Money::from_minor(-1).unwrap());
    assert!(given_up(&one).is_err());
}

#[test]
fn as_many_days_can_be_agreed_as_a_schedule_has_rows() {
    let laid_out = |count: u64| {
        let on = |number: u64| {
            day("2026-01-02")
                .checked_add_days(Days::new(number))
                .unwrap()
        };
        let payments = (0..count - 1).map(|number| DatedPayment {
            date: on(number),
            amount: yuan("1"),
        });
        let settlement = Settlement::OnDates {
            payments: payments.collect(),
            rest_on: Some(on(count - 1)),
        };
        let proposal = Proposal {
            settlement,
            first_due: day("2026-01-02"),
            ..proposal()
        };
        lay_out(&claim(), &proposal)
    };
    assert!(laid_out(600).is_ok(), "{:?}", laid_out(600));
    for count in [601, 602] {
        let most = 600;
        assert_eq!(laid_out(count), Err(PlanError::CountOutOfRange { most }));
    }
}
