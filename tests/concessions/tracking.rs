//! Payments really made beside a plan, worked out by hand.

use quittance::engine::claim::{Components, PaymentReceived};
use quittance::engine::money::{Money, Share};
use quittance::engine::plan::{
    Cure, DueStanding, Keeping, MOST_TRACKED, Milestone, Milestones, Proposal, Relief, TrackError,
    Tracked, Vesting, WhileKept, break_table, lay_out, track,
};

use crate::{claim, day, plan, proposal, yuan};

fn paid(payments: &[(&str, &str)]) -> Vec<PaymentReceived> {
    payments
        .iter()
        .map(|&(date, amount)| PaymentReceived {
            date: day(date),
            amount: yuan(amount),
        })
        .collect()
}

/// Two days of grace; dues of 2,000 on 11, 21 and 31 January, 10 and 20 February.
const CURE: Cure = Cure {
    grace_days: 2,
    misses_that_end: 2,
};

fn under(relief: Relief, payments: &[(&str, &str)], on: &str) -> Result<Tracked, TrackError> {
    let proposal = Proposal {
        relief,
        ..proposal()
    };
    track(&claim(), &proposal, &plan(), CURE, &paid(payments), day(on))
}

fn tracked(payments: &[(&str, &str)], on: &str) -> Tracked {
    under(Relief::default(), payments, on).unwrap()
}

fn standings(tracked: &Tracked) -> Vec<DueStanding> {
    tracked.dues.iter().map(|due| due.standing).collect()
}

fn lefts(tracked: &Tracked) -> Vec<Money> {
    tracked.dues.iter().map(|due| due.left).collect()
}

fn yuans(amounts: [&str; 5]) -> Vec<Money> {
    amounts.map(yuan).to_vec()
}

fn owed(tracked: &Tracked) -> Money {
    let stopped = tracked.stopped.unwrap();
    stopped.balances.components.total().unwrap()
}

#[test]
fn payments_meet_the_oldest_due_and_what_is_over_the_next() {
    // 2,500 two days late but within grace; 1,000 five days after the second due, 500 left of it by the 26th.
    let payments = &[("2026-01-13", "2500"), ("2026-01-26", "1000")];
    let found = tracked(payments, "2026-01-26");
    assert_eq!(lefts(&found), yuans(["0", "500", "2000", "2000", "2000"]));
    assert_eq!(
        standings(&found),
        [
            DueStanding::PaidInTime {
                on: day("2026-01-13")
            },
            DueStanding::Missed { days: 5 },
            DueStanding::Ahead,
            DueStanding::Ahead,
            DueStanding::Ahead,
        ]
    );
    assert_eq!([found.paid, found.left], [yuan("3500"), yuan("6500")]);
    assert_eq!(found.behind, yuan("500"));
    let next = found.next().unwrap();
    assert_eq!((next.number, next.paid()), (2, yuan("1500")));
    assert_eq!(found.met(), 1);
    // Made up on the 28th: paid late, and nothing is behind.
    let made_up = &[
        ("2026-01-28", "500"),
        ("2026-01-26", "1000"),
        ("2026-01-13", "2500"),
    ];
    let found = tracked(made_up, "2026-01-28");
    let late = DueStanding::PaidLate {
        on: day("2026-01-28"),
        days: 7,
    };
    assert_eq!(standings(&found)[1], late);
    assert_eq!(found.behind, Money::ZERO);
    let next = day("2026-01-31");
    assert_eq!(found.keeping, Keeping::Kept { next });
}

#[test]
fn a_due_of_today_is_in_time_until_its_grace_is_over() {
    let due = |until| DueStanding::Due { until: day(until) };
    for on in ["2026-01-11", "2026-01-13"] {
        assert_eq!(standings(&tracked(&[], on))[0], due("2026-01-13"));
    }
    let missed = DueStanding::Missed { days: 3 };
    assert_eq!(standings(&tracked(&[], "2026-01-14"))[0], missed);
    assert_eq!(
        standings(&tracked(&[], "2026-01-10"))[0],
        DueStanding::Ahead
    );
}

#[test]
fn what_was_really_paid_counts_on_its_own_days_if_payments_stop() {
    // 10,000 of principal bears 10 a day; 1,000 of penalty stands beside it and is not given up before the end.
    // Paid as planned on the 11th: 11,100 less 2,000 is 9,100; to the 21st 91 more.
    assert_eq!(
        owed(&tracked(&[("2026-01-11", "2000")], "2026-01-12")),
        yuan("9191")
    );
    // Six days early: 40 accrued, 1,040 of penalty and 960 of principal paid; 9,040 bears 9.04 for sixteen days.
    let early = tracked(&[("2026-01-05", "2000")], "2026-01-06");
    assert_eq!(early.stopped.unwrap().on, day("2026-01-21"));
    assert_eq!(owed(&early), yuan("9184.64"));
    // Two days late: 120 accrued, 1,120 of penalty and 880 of principal; 9,120 bears 9.12 for eight days.
    assert_eq!(
        owed(&tracked(&[("2026-01-13", "2000")], "2026-01-13")),
        yuan("9192.96")
    );
    // Nothing paid, seen on the 12th: to the 11th under the plan and a day under the contract, ten yuan each.
    let nothing = tracked(&[], "2026-01-12").stopped.unwrap();
    assert_eq!((nothing.after, nothing.on), (0, day("2026-01-12")));
    assert_eq!(nothing.balances.components.total().unwrap(), yuan("11110"));
    assert_eq!(nothing.revived.penalty, yuan("1000"));
}

#[test]
fn after_the_first_missed_payment_the_contract_counts_again() {
    let frozen = || Relief {
        while_kept: WhileKept::NoAccrual,
        ..Relief::default()
    };
    let owed_on = |on| owed(&under(frozen(), &[("2026-01-11", "2000")], on).unwrap());
    // 11,000 less 2,000; nothing accrues to the 21st, when the next is due, and 9 a day afterwards.
    assert_eq!(owed_on("2026-01-11"), yuan("9000"));
    assert_eq!(owed_on("2026-01-21"), yuan("9000"));
    assert_eq!(owed_on("2026-01-23"), yuan("9018"));
}

#[test]
fn payments_exactly_as_planned_come_to_the_lines_of_the_break_table() {
    let milestone = |after, percent| Milestone {
        after,
        share: Share::parse_percent(percent).unwrap(),
    };
    let steps = Milestones::new(vec![milestone(1, "25"), milestone(3, "60")]).unwrap();
    let vestings = [
        Vesting::OnCompletion,
        Vesting::ProRata,
        Vesting::Milestones(steps),
        Vesting::AtOnce,
    ];
    let all: Vec<(&str, &str)> = ["2026-01-11", "2026-01-21", "2026-01-31", "2026-02-10"]
        .map(|date| (date, "2000"))
        .to_vec();
    for vesting in vestings {
        for while_kept in WhileKept::ALL {
            let relief = Relief {
                while_kept,
                vesting: vesting.clone(),
            };
            let with_relief = Proposal {
                relief: relief.clone(),
                ..proposal()
            };
            let table = break_table(&claim(), &with_relief, &plan()).unwrap();
            for (made, line) in table.iter().enumerate() {
                let payments = all.get(..made).unwrap();
                let on = payments.last().map_or("2026-01-01", |(date, _)| date);
                let found = under(relief.clone(), payments, on).unwrap();
                assert_eq!(found.stopped.as_ref(), Some(line), "{relief:?}");
                // On any later day it is that line's claim, carried on by the contract.
                let later = day("2026-03-05");
                let broken = under(relief.clone(), payments, "2026-03-05").unwrap();
                let carried = line.claim(&claim()).if_nothing_is_paid(later).unwrap();
                assert_eq!(broken.stopped.unwrap().balances.components, carried);
            }
        }
    }
}

fn vesting(vesting: Vesting) -> Relief {
    Relief {
        vesting,
        ..Relief::default()
    }
}

#[test]
fn a_waiver_vests_as_it_was_agreed_and_says_what_comes_next() {
    let penalty = |amount| Components {
        penalty: yuan(amount),
        ..Components::ZERO
    };
    let one = &[("2026-01-11", "3000")][..];
    let steps = |after, percent| {
        let share = Share::parse_percent(percent).unwrap();
        Vesting::Milestones(Milestones::new(vec![Milestone { after, share }]).unwrap())
    };
    // 3,000 of 10,000 are three tenths; the first due is met, the second half.
    let cases = [
        (Vesting::OnCompletion, "0", Some((5, "1000", true))),
        (Vesting::ProRata, "300", Some((2, "100", false))),
        (steps(1, "25"), "250", Some((5, "750", true))),
        (steps(2, "25"), "0", Some((2, "250", false))),
        (Vesting::AtOnce, "1000", None),
    ];
    for (way, vested, next) in cases {
        let found = under(vesting(way.clone()), one, "2026-01-12").unwrap();
        assert_eq!(found.vested, penalty(vested), "{way:?}");
        let whole = found.vested.checked_add(&found.conditional).unwrap();
        assert_eq!(whole, penalty("1000"));
        let said = found
            .next_vesting
            .map(|next| (next.with, next.more, next.completes));
        let next = next.map(|(with, more, completes)| (with, penalty(more), completes));
        assert_eq!(said, next, "{way:?}");
    }
}

#[test]
fn everything_paid_completes_the_plan_and_what_is_over_is_to_be_returned() {
    let all = &[("2026-01-11", "9000"), ("2026-01-15", "1500")];
    let found = tracked(all, "2026-01-20");
    let on = day("2026-01-15");
    assert_eq!(found.keeping, Keeping::Completed { on });
    assert_eq!([found.left, found.overpaid], [yuan("0"), yuan("500")]);
    assert_eq!(found.vested, plan().waived);
    assert!(found.stopped.is_none() && found.next().is_none() && found.next_vesting.is_none());
    assert_eq!(found.met(), 5);
}

#[test]
fn money_after_the_end_settles_the_claim_and_brings_nothing_back() {
    // Due on the 11th and the 21st, both missed: the plan ended on the 24th. 5,000 on the 25th are half of it.
    let late = &[("2026-01-25", "5000")];
    let found = under(vesting(Vesting::ProRata), late, "2026-01-25").unwrap();
    assert_eq!(
        found.keeping,
        Keeping::Ended {
            on: day("2026-01-24"),
            missed_since: day("2026-01-11")
        }
    );
    assert_eq!(found.vested, Components::ZERO);
    assert!(found.next().is_none() && found.next_vesting.is_none());
    // 11,000, ten yuan a day for 24 days, less 5,000.
    let stopped = found.stopped.unwrap();
    assert_eq!((stopped.after, stopped.on), (0, day("2026-01-25")));
    assert_eq!(stopped.balances.components.total().unwrap(), yuan("6240"));
    assert_eq!(found.overpaid, Money::ZERO);
}

#[test]
fn what_is_no_payment_of_the_plan_is_refused_by_name() {
    let refused =
        |payments: &[(&str, &str)]| under(Relief::default(), payments, "2026-01-20").unwrap_err();
    let date = day("2025-12-31");
    assert_eq!(
        refused(&[("2026-01-02", "1"), ("2025-12-31", "1")]),
        TrackError::BeforeAgreement {
            number: 2,
            date,
            as_of: day("2026-01-01")
        }
    );
    assert_eq!(
        refused(&[("2026-01-21", "1")]),
        TrackError::NotYetMade {
            number: 1,
            date: day("2026-01-21"),
            on: day("2026-01-20")
        }
    );
    assert_eq!(
        refused(&[("2026-01-11", "0")]),
        TrackError::NotPositive {
            number: 1,
            amount: Money::ZERO
        }
    );
    // On the 11th the debt without a plan is 11,000 and ten days of ten.
    assert!(under(Relief::default(), &[("2026-01-11", "11100")], "2026-01-20").is_ok());
    assert_eq!(
        refused(&[("2026-01-11", "11100.01")]),
        TrackError::MoreThanOwed {
            number: 1,
            amount: yuan("11100.01"),
            most: yuan("11100")
        }
    );
    let on = day("2025-12-30");
    let before = under(Relief::default(), &[], "2025-12-30").unwrap_err();
    let as_of = day("2026-01-01");
    assert_eq!(before, TrackError::DayBeforeAgreement { on, as_of });
    let many = vec![("2026-01-11", "0.01"); usize::try_from(MOST_TRACKED).unwrap() + 1];
    assert_eq!(refused(&many), TrackError::TooMany { most: MOST_TRACKED });
    assert!(under(Relief::default(), &many[1..], "2026-01-20").is_ok());
}

#[test]
fn a_part_of_a_due_settles_its_components_in_the_contracts_order() {
    // Without a waiver, arrears of 200 are in every due beside 2,000 of principal.
    let whole = Proposal {
        concessions: quittance::engine::plan::Concessions::NONE,
        ..proposal()
    };
    let plan = lay_out(&claim(), &whole).unwrap();
    let on = day("2026-01-12");
    let part = paid(&[("2026-01-11", "350")]);
    let found = track(&claim(), &whole, &plan, CURE, &part, on).unwrap();
    let first = found.dues.first().unwrap();
    assert_eq!(
        [first.planned.penalty, first.planned.principal],
        [yuan("200"), yuan("2000")]
    );
    assert_eq!(
        [first.settled.penalty, first.settled.principal],
        [yuan("200"), yuan("150")]
    );
    assert_eq!(first.left, yuan("1850"));
}
