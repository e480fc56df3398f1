//! What a contract may say about instalments that come late, each on figures that can be checked by hand.

use quittance::engine::calendar::DayCount;
use quittance::engine::claim::{
    AccrualError, Balances, ChargeSize, Claim, Components, ContractInstalment, Grace, History,
    LateCharge, LateTerms, MissedCharge, PaymentReceived, Penalty, PenaltyBase, PenaltyRate,
    PenaltyStart, Recomputed, Settling, Terms, accrue, recompute, statement,
};
use quittance::engine::money::{Currency, Money, Rate, Share};

use crate::{balances, day, percent, yuan};

/// Ten thousand at 36.5 % in place of 18.25 %, over 365 days: ten yuan a day late.
pub(crate) fn terms() -> Terms {
    Terms {
        interest_rate: percent("18.25"),
        penalty: Some(Penalty {
            rate: PenaltyRate::Own(percent("36.5")),
            base: PenaltyBase::OverduePrincipal,
            compound: false,
            beside_interest: false,
        }),
        day_count: DayCount::Act365Fixed,
        ..crate::terms()
    }
}

fn two_due() -> History {
    let instalment = |due, interest| ContractInstalment {
        due: day(due),
        principal: yuan("10000"),
        interest: yuan(interest),
    };
    History {
        start: day("2026-01-01"),
        instalments: vec![
            instalment("2026-02-01", "310"),
            instalment("2026-03-01", "140"),
        ],
        payments: Vec::new(),
    }
}

fn owed(history: &History, terms: &Terms, late: LateTerms, as_of: &str) -> Recomputed {
    recompute(history, terms, &late, day(as_of)).unwrap()
}

pub(crate) fn paid(date: &str, amount: &str) -> PaymentReceived {
    PaymentReceived {
        date: day(date),
        amount: yuan(amount),
    }
}

#[test]
fn an_overdue_instalment_bears_the_penalty_on_its_interest_too_but_once() {
    let mut terms = terms();
    terms.penalty.as_mut().unwrap().base = PenaltyBase::OverdueInstalment;
    for compound in [false, true] {
        terms.penalty.as_mut().unwrap().compound = compound;
        let grown = accrue(
            &balances("30000", "10000", "310"),
            &terms,
            day("2026-02-01"),
            day("2026-02-11"),
        )
        .unwrap();
        // 10,310 at 0.1 % a day; 20,000 not yet due at 0.05 %.
        assert_eq!(grown.penalty, yuan("103.10"));
        assert_eq!(grown.interest, yuan("100.00"));
        assert_eq!(grown.compound, Money::ZERO);
    }
    for base in PenaltyBase::ALL {
        assert_eq!(PenaltyBase::from_code(base.code()), Some(base));
    }
}

#[test]
fn a_payment_in_the_days_of_grace_costs_nothing() {
    let late = |penalty_from| LateTerms {
        grace: Grace {
            days: 3,
            penalty_from,
        },
        ..LateTerms::default()
    };
    for penalty_from in PenaltyStart::ALL {
        assert_eq!(
            PenaltyStart::from_code(penalty_from.code()),
            Some(penalty_from)
        );
        let mut history = two_due();
        history.payments = vec![paid("2026-02-04", "10310")];
        let claim = owed(&history, &terms(), late(penalty_from), "2026-02-20");
        assert_eq!(claim.balances.components.penalty, Money::ZERO);
        assert_eq!(claim.overdue_since, None);
        // As of the last day of grace nothing has been added either.
        let claim = owed(&two_due(), &terms(), late(penalty_from), "2026-02-04");
        assert_eq!(claim.balances.components.penalty, Money::ZERO);
    }
    for (penalty_from, penalty) in [
        (PenaltyStart::DueDate, "100.00"),
        (PenaltyStart::EndOfGrace, "70.00"),
    ] {
        let claim = owed(&two_due(), &terms(), late(penalty_from), "2026-02-11");
        assert_eq!(claim.balances.components.penalty, yuan(penalty));
    }
}

#[test]
fn a_part_paid_in_the_days_of_grace_bears_the_penalty_until_it_was_paid() {
    let mut history = two_due();
    // 310 of interest and 4,000 of principal.
    history.payments = vec![paid("2026-02-03", "4310")];
    let late = LateTerms {
        grace: Grace {
            days: 3,
            penalty_from: PenaltyStart::DueDate,
        },
        ..LateTerms::default()
    };
    let claim = owed(&history, &terms(), late, "2026-02-11");
    // Two days on 10,000 and eight on 6,000.
    assert_eq!(claim.balances.components.penalty, yuan("68.00"));
}

fn missed(size: ChargeSize, each: Option<&str>, together: Option<&str>) -> LateTerms {
    LateTerms {
        missed: Some(MissedCharge {
            size,
            each_at_most: each.map(yuan),
            together_at_most: together.map(yuan),
        }),
        ..LateTerms::default()
    }
}

fn charges(late: LateTerms, as_of: &str) -> Money {
    owed(&two_due(), &terms(), late, as_of)
        .balances
        .components
        .charges
}

#[test]
fn a_charge_is_taken_once_for_each_instalment_missed() {
    let fixed = missed(ChargeSize::Fixed(yuan("25")), None, None);
    assert_eq!(charges(fixed, "2026-02-01"), Money::ZERO);
    assert_eq!(charges(fixed, "2026-02-02"), yuan("25"));
    assert_eq!(charges(fixed, "2026-03-01"), yuan("25"));
    assert_eq!(charges(fixed, "2026-03-02"), yuan("50"));
    assert_eq!(charges(fixed, "2027-03-02"), yuan("50"));
    let graced = LateTerms {
        grace: Grace {
            days: 5,
            penalty_from: PenaltyStart::DueDate,
        },
        ..fixed
    };
    assert_eq!(charges(graced, "2026-02-06"), Money::ZERO);
    assert_eq!(charges(graced, "2026-02-07"), yuan("25"));
}

#[test]
fn an_instalment_paid_in_time_is_not_charged() {
    let mut history = two_due();
    history.payments = vec![paid("2026-02-01", "10310")];
    let fixed = missed(ChargeSize::Fixed(yuan("25")), None, None);
    let claim = owed(&history, &terms(), fixed, "2026-02-20");
    assert_eq!(claim.balances.components.charges, Money::ZERO);
}

/// LabsCrypt/remitlend issue 303: the base of a late fee excludes late fees, and penalty interest with them.
#[test]
fn a_share_of_the_instalment_is_taken_of_principal_and_interest_only() {
    let mut history = two_due();
    history.payments = vec![paid("2026-02-01", "310")];
    let share = ChargeSize::ShareOfInstalment(Share::parse_percent("5").unwrap());
    let mut terms = terms();
    // A charge by the day runs beside it and is no part of its base.
    terms.late_charge = Some(LateCharge {
        rate: percent("36.5"),
        cap: None,
    });
    let late = LateTerms {
        grace: Grace {
            days: 10,
            penalty_from: PenaltyStart::DueDate,
        },
        ..missed(share, None, None)
    };
    let claim = owed(&history, &terms, late, "2026-02-12");
    // 5 % of 10,000, and eleven days at ten yuan.
    assert_eq!(claim.balances.components.charges, yuan("610.00"));
    assert_eq!(
        charges(missed(share, None, None), "2026-03-02"),
        yuan("1022.50")
    );
}

#[test]
fn a_charge_is_capped_each_time_and_in_total() {
    let share = ChargeSize::ShareOfInstalment(Share::parse_percent("5").unwrap());
    assert_eq!(
        charges(missed(share, Some("508"), None), "2026-03-02"),
        yuan("1015.00")
    );
    assert_eq!(
        charges(missed(share, None, Some("600")), "2026-03-02"),
        yuan("600.00")
    );
    assert_eq!(
        charges(missed(share, Some("100"), Some("600")), "2026-03-02"),
        yuan("200.00")
    );
}

#[test]
fn a_late_charge_by_the_day_is_capped_over_all_instalments_paid_ones_included() {
    let mut terms = terms();
    terms.late_charge = Some(LateCharge {
        rate: percent("36.5"),
        cap: Some(yuan("300")),
    });
    let claim = owed(&two_due(), &terms, LateTerms::default(), "2026-06-01");
    assert_eq!(claim.balances.components.charges, yuan("300.00"));
    let mut history = two_due();
    // Charges come before interest and principal: 280 of them are paid.
    history.payments = vec![paid("2026-03-01", "280")];
    let claim = owed(&history, &terms, LateTerms::default(), "2026-06-01");
    assert_eq!(claim.balances.components.charges, yuan("20.00"));
}

#[test]
fn from_acceleration_on_the_whole_outstanding_bears_the_penalty() {
    let late = LateTerms {
        accelerated_on: Some(day("2026-02-11")),
        ..LateTerms::default()
    };
    let claim = owed(&two_due(), &terms(), late, "2026-02-21");
    let components = claim.balances.components;
    // Twenty days on the first instalment, ten on what was called in.
    assert_eq!(components.penalty, yuan("300.00"));
    // 310, and ten days of 10,000 at 0.05 %; the interest of 1 March is not owed.
    assert_eq!(components.interest, yuan("360.00"));
    assert_eq!(components.principal, yuan("20000.00"));
    assert_eq!(claim.balances.overdue_principal, yuan("20000.00"));
    // Before that day it changes nothing.
    let before = owed(&two_due(), &terms(), late, "2026-02-10");
    assert_eq!(
        Ok(before),
        recompute(
            &two_due(),
            &terms(),
            &LateTerms::default(),
            day("2026-02-10")
        )
    );
}

#[test]
fn a_ceiling_holds_over_interest_penalty_compound_and_charges_together() {
    let mut terms = terms();
    terms.penalty.as_mut().unwrap().compound = true;
    terms.late_charge = Some(LateCharge {
        rate: percent("292"),
        cap: None,
    });
    let late = LateTerms {
        ceiling: Some(percent("14.6")),
        ..missed(ChargeSize::Fixed(yuan("2000")), None, None)
    };
    let mut history = two_due();
    history.instalments.truncate(1);
    for (as_of, most) in [
        ("2026-02-02", "4.00"),
        ("2026-02-11", "40.00"),
        ("2026-05-12", "400.00"),
    ] {
        let components = owed(&history, &terms, late, as_of).balances.components;
        let grown = components
            .with(quittance::engine::claim::Component::Principal, Money::ZERO)
            .total()
            .unwrap()
            .checked_sub(yuan("310"));
        assert_eq!(grown, Ok(yuan(most)), "{as_of}");
        // Late charges are cut before penalty interest.
        assert_eq!(components.charges, Money::ZERO);
    }
}

#[test]
fn what_a_ceiling_keeps_back_is_owed_when_time_makes_room() {
    let mut history = two_due();
    history.instalments.truncate(1);
    let mut terms = terms();
    terms.penalty = None;
    terms.interest_rate = Rate::ZERO;
    let late = LateTerms {
        ceiling: Some(percent("36.5")),
        ..missed(ChargeSize::Fixed(yuan("55")), None, None)
    };
    for (as_of, charges) in [
        ("2026-02-04", "30.00"),
        ("2026-02-06", "50.00"),
        ("2026-03-04", "55.00"),
    ] {
        let components = owed(&history, &terms, late, as_of).balances.components;
        assert_eq!(components.charges, yuan(charges), "{as_of}");
    }
}

#[test]
fn a_history_that_is_none_is_refused_by_name() {
    let mut history = two_due();
    history.payments = vec![paid("2026-02-01", "1"), paid("2026-02-02", "-1")];
    assert_eq!(
        recompute(&history, &terms(), &LateTerms::default(), day("2026-03-01")),
        Err(AccrualError::NegativePayment {
            payment: 1,
            amount: yuan("-1"),
        })
    );
    let mut history = two_due();
    history.instalments.reverse();
    assert_eq!(
        recompute(&history, &terms(), &LateTerms::default(), day("2026-03-01")),
        Err(AccrualError::InstalmentOutOfOrder {
            instalment: 1,
            after: day("2026-03-01"),
        })
    );
    let claim = Claim {
        currency: Currency::Cny,
        as_of: day("2026-02-01"),
        balances: Balances {
            components: Components::ZERO,
            overdue_principal: Money::ZERO,
        },
        overdue_since: day("2026-02-01"),
        terms: terms(),
    };
    let early = statement(&claim, &[], day("2026-01-31"), Settling::EachEvent);
    assert_eq!(early, Err(AccrualError::Period));
}

/// The order in which payments are entered does not matter, only the days on which they arrived.
#[test]
fn payments_are_used_in_order_of_date() {
    let mut history = two_due();
    history.payments = vec![paid("2026-02-11", "5000"), paid("2026-02-21", "5000")];
    let one = recompute(&history, &terms(), &LateTerms::default(), day("2026-03-10"));
    history.payments.reverse();
    assert_eq!(
        one,
        recompute(&history, &terms(), &LateTerms::default(), day("2026-03-10"))
    );
}

#[test]
fn interest_beside_the_penalty_goes_on_in_the_days_of_grace() {
    let interest = |beside_interest, days, as_of| {
        let mut terms = terms();
        terms.penalty.as_mut().unwrap().beside_interest = beside_interest;
        let late = LateTerms {
            grace: Grace {
                days,
                penalty_from: PenaltyStart::DueDate,
            },
            ..LateTerms::default()
        };
        let claim = owed(&two_due(), &terms, late, as_of);
        claim.balances.components.interest
    };
    // Three days of grace after 1 February; interest is five yuan a day on what fell due then.
    for as_of in ["2026-02-03", "2026-02-04", "2026-02-11"] {
        assert_eq!(
            interest(true, 3, as_of),
            interest(true, 0, as_of),
            "{as_of}"
        );
        assert!(
            interest(true, 3, as_of) > interest(false, 3, as_of),
            "{as_of}"
        );
    }
}
