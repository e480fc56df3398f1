//! Missed payments, and how they are made up.

use quittance::engine::claim::PaymentReceived;
use quittance::engine::money::Money;
use quittance::engine::money::Share;
use quittance::engine::plan::{
    Concessions, Cure, Keeping, Plan, Proposal, Settlement, Waiver, lay_out, standing_of,
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
fn standing(payments: &[(&str, &str)], on: &str) -> Keeping {
    let cure = Cure {
        grace_days: 2,
        ..Cure::default()
    };
    standing_of(&plan(), &paid(payments), cure, day(on)).unwrap()
}

#[test]
fn a_payment_within_the_days_of_grace_keeps_the_plan() {
    let next = |date| Keeping::Kept { next: day(date) };
    assert_eq!(standing(&[], "2026-01-10"), next("2026-01-11"));
    for (on, short) in [("2026-01-11", "2000"), ("2026-01-13", "2000")] {
        let expected = Keeping::InGrace {
            until: day("2026-01-13"),
            short: yuan(short),
        };
        assert_eq!(standing(&[], on), expected);
    }
    assert_eq!(
        standing(&[("2026-01-13", "2000")], "2026-01-14"),
        next("2026-01-21")
    );
    let part = standing(&[("2026-01-12", "1500")], "2026-01-13");
    assert_eq!(
        part,
        Keeping::InGrace {
            until: day("2026-01-13"),
            short: yuan("500"),
        }
    );
}

#[test]
fn one_missed_payment_can_be_made_up() {
    let offered = |short, by| Keeping::CureOffered {
        missed: 1,
        short: yuan(short),
        by: Some(day(by)),
    };
    assert_eq!(standing(&[], "2026-01-14"), offered("2000", "2026-01-23"));
    // When the next is due as well, both are needed by its last day of grace.
    assert_eq!(standing(&[], "2026-01-22"), offered("2000", "2026-01-23"));
    let made_up = &[("2026-01-15", "2000")];
    let next = Keeping::Kept {
        next: day("2026-01-21"),
    };
    assert_eq!(standing(made_up, "2026-01-15"), next);
    let due = Keeping::InGrace {
        until: day("2026-01-23"),
        short: yuan("2000"),
    };
    assert_eq!(standing(made_up, "2026-01-22"), due);
}

#[test]
fn the_second_missed_running_ends_the_plan() {
    let ended = Keeping::Ended {
        on: day("2026-01-24"),
        missed_since: day("2026-01-11"),
    };
    assert_eq!(standing(&[], "2026-01-24"), ended);
    // One payment of the two does not make up for both.
    assert_eq!(
        standing(&[("2026-01-22", "2000")], "2026-01-30"),
        Keeping::CureOffered {
            missed: 1,
            short: yuan("2000"),
            by: Some(day("2026-02-02")),
        }
    );
    assert_eq!(standing(&[("2026-01-22", "1999.99")], "2026-01-24"), ended);
    // Money that comes afterwards does not bring the plan back.
    assert_eq!(standing(&[("2026-01-24", "10000")], "2026-03-01"), ended);
    let strict = Cure {
        grace_days: 0,
        misses_that_end: 0,
    };
    let at_once = standing_of(&plan(), &[], strict, day("2026-01-12")).unwrap();
    assert!(matches!(at_once, Keeping::Ended { on, .. } if on == day("2026-01-12")));
}

#[test]
fn a_miss_made_up_does_not_count_against_the_next() {
    let made_up = &[("2026-01-15", "2000")];
    let offered = Keeping::CureOffered {
        missed: 1,
        short: yuan("2000"),
        by: Some(day("2026-02-02")),
    };
    assert_eq!(standing(made_up, "2026-01-24"), offered);
}

#[test]
fn nothing_bounds_the_cure_of_the_last_payment() {
    let all_but_one = &[("2026-01-11", "8000")];
    assert_eq!(
        standing(all_but_one, "2026-02-23"),
        Keeping::CureOffered {
            missed: 1,
            short: yuan("2000"),
            by: None,
        }
    );
}

/// apache/fineract pull 5360: a debt paid off after it was rescheduled is closed, early or late.
#[test]
fn everything_paid_completes_the_plan() {
    let completed = |on| Keeping::Completed { on: day(on) };
    assert_eq!(
        standing(&[("2026-01-05", "10000")], "2026-01-06"),
        completed("2026-01-05")
    );
    let late = &[("2026-01-11", "8000"), ("2026-02-28", "2000")];
    assert_eq!(standing(late, "2026-03-01"), completed("2026-02-28"));
    assert_eq!(
        standing(&[("2026-01-05", "9999.99")], "2026-01-06"),
        Keeping::Kept {
            next: day("2026-02-20"),
        }
    );
}

/// frappe/lending issues 293 and 234.
#[test]
fn a_settlement_is_complete_when_the_money_is_there_and_not_before() {
    let settlement = Proposal {
        concessions: Concessions {
            discount: Waiver::Share(Share::parse_percent("40").unwrap()),
            ..Concessions::NONE
        },
        settlement: Settlement::LumpSum,
        ..proposal()
    };
    let plan: Plan = lay_out(&claim(), &settlement).unwrap();
    let on =
        |payments, date| standing_of(&plan, &paid(payments), Cure::default(), day(date)).unwrap();
    assert_eq!(
        on(&[], "2026-01-05"),
        Keeping::Kept {
            next: day("2026-01-11")
        }
    );
    assert!(matches!(on(&[], "2026-01-12"), Keeping::CureOffered { .. }));
    let all = &[("2026-01-11", "6600")];
    assert_eq!(
        on(all, "2026-01-12"),
        Keeping::Completed {
            on: day("2026-01-11")
        }
    );
    let short = on(&[("2026-01-11", "6599.99")], "2026-01-11");
    assert!(
        matches!(short, Keeping::InGrace { short, .. } if short == Money::from_minor(1).unwrap())
    );
}

#[test]
fn what_was_paid_ahead_to_the_cent_is_not_asked_for_again() {
    let next = |date| Keeping::Kept { next: day(date) };
    // On 5 January nothing is due; 4,000 cover the dues of the 11th and the 21st, a cent less only the first.
    assert_eq!(
        standing(&[("2026-01-05", "4000")], "2026-01-05"),
        next("2026-01-31")
    );
    assert_eq!(
        standing(&[("2026-01-05", "3999.99")], "2026-01-05"),
        next("2026-01-21")
    );
    assert_eq!(
        standing(&[("2026-01-05", "2000")], "2026-01-12"),
        next("2026-01-21")
    );
}
