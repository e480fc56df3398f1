//! What a claim grows by, how payments settle it, and how a history is worked out again.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test speaks by failing, in what it calls too"
)]

#[path = "claims/chance.rs"]
mod chance;
#[path = "claims/circumstances.rs"]
mod circumstances;
#[path = "claims/customers.rs"]
mod customers;
#[path = "claims/in_case_files.rs"]
mod in_case_files;
#[path = "claims/itemisation.rs"]
mod itemisation;
#[path = "claims/late.rs"]
mod late;
#[path = "claims/published.rs"]
mod published;
#[path = "claims/refusals.rs"]
mod refusals;
#[path = "claims/statements.rs"]
mod statements;

use quittance::engine::calendar::{Date, DayCount, parse_date};
use quittance::engine::claim::{
    Balances, Claim, Component, Components, ContractInstalment, History, LateCharge, LateTerms,
    Order, OrderSwitch, PaymentReceived, Penalty, PenaltyBase, PenaltyRate, Stage, Terms,
    Waterfall, accrue, allocate, recompute,
};
use quittance::engine::money::{Currency, Money, Rate, Rounding};
use rust_decimal::Decimal;

fn yuan(text: &str) -> Money {
    Money::parse(text, Currency::Cny).unwrap()
}

fn day(text: &str) -> Date {
    parse_date(text).unwrap()
}

fn percent(text: &str) -> Rate {
    Rate::parse_percent(text).unwrap()
}

fn terms() -> Terms {
    Terms {
        signed_on: day("2024-01-15"),
        original_principal: yuan("120000"),
        interest_rate: percent("7.2"),
        penalty: Some(Penalty {
            rate: PenaltyRate::Multiple(Decimal::new(15, 1)),
            base: PenaltyBase::OverduePrincipal,
            compound: true,
            beside_interest: false,
        }),
        late_charge: None,
        ceiling: None,
        day_count: DayCount::Act360,
        rounding: Rounding::HalfUp,
        waterfall: Waterfall::CIVIL_CODE_561,
    }
}

fn balances(principal: &str, overdue: &str, interest: &str) -> Balances {
    Balances {
        components: Components {
            principal: yuan(principal),
            interest: yuan(interest),
            ..Components::ZERO
        },
        overdue_principal: yuan(overdue),
    }
}

#[test]
fn penalty_takes_the_place_of_interest_on_overdue_principal_only() {
    // 30 days over 360: penalty 10,000 x 10.8 %, interest 90,000 x 7.2 %, compound 500 x 10.8 %.
    let grown = accrue(
        &balances("100000", "10000", "500"),
        &terms(),
        day("2026-01-01"),
        day("2026-01-31"),
    );
    let expected = Components {
        interest: yuan("540.00"),
        penalty: yuan("90.00"),
        compound: yuan("4.50"),
        ..Components::ZERO
    };
    assert_eq!(grown, Ok(expected));
}

#[test]
fn after_acceleration_the_whole_principal_bears_the_penalty() {
    let mut terms = terms();
    terms.penalty.as_mut().unwrap().base = PenaltyBase::WholePrincipal;
    let grown = accrue(
        &balances("100000", "10000", "0"),
        &terms,
        day("2026-01-01"),
        day("2026-01-31"),
    )
    .unwrap();
    assert_eq!(
        (grown.penalty, grown.interest),
        (yuan("900.00"), Money::ZERO)
    );
}

/// LabsCrypt/remitlend issue 303.
#[test]
fn a_late_charges_base_excludes_late_charges() {
    let mut terms = terms();
    terms.penalty = None;
    terms.interest_rate = Rate::ZERO;
    terms.late_charge = Some(LateCharge {
        rate: percent("18.25"),
        cap: None,
    });
    terms.day_count = DayCount::Act365Fixed;
    let mut owed = balances("1000", "1000", "0");
    let first = accrue(&owed, &terms, day("2026-01-01"), day("2026-01-11")).unwrap();
    assert_eq!(first.charges, yuan("5.00"));
    owed.components.charges = yuan("5.00");
    let second = accrue(&owed, &terms, day("2026-01-11"), day("2026-01-21")).unwrap();
    assert_eq!(second.charges, yuan("5.00"));
}

#[test]
fn a_capped_late_charge_stops_at_its_cap() {
    let mut terms = terms();
    terms.penalty = None;
    terms.late_charge = Some(LateCharge {
        rate: percent("18.25"),
        cap: Some(yuan("7.00")),
    });
    let mut owed = balances("1000", "1000", "0");
    owed.components.charges = yuan("5.00");
    let grown = accrue(&owed, &terms, day("2026-01-01"), day("2027-01-01")).unwrap();
    assert_eq!(grown.charges, yuan("2.00"));
    owed.components.charges = yuan("9.00");
    let grown = accrue(&owed, &terms, day("2026-01-01"), day("2027-01-01")).unwrap();
    assert_eq!(grown.charges, Money::ZERO);
}

#[test]
fn a_ceiling_holds_over_everything_that_accrues() {
    let mut terms = terms();
    terms.penalty.as_mut().unwrap().rate = PenaltyRate::Own(percent("292"));
    terms.ceiling = Some(percent("12"));
    terms.day_count = DayCount::Act365Fixed;
    let owed = balances("10000", "10000", "300");
    let grown = accrue(&owed, &terms, day("2026-01-01"), day("2027-01-01")).unwrap();
    assert_eq!(grown.total(), Ok(yuan("1200.00")));
    assert_eq!(grown.compound, Money::ZERO);
}

/// 12 % of 10,000 is 1,200 a year, of which interest at 7.2 % leaves 480: of 1,080 of penalty interest 480 are left, and
/// nothing of compound interest and late charges, which are cut before it.
#[test]
fn a_ceiling_cuts_late_charges_first_and_interest_last() {
    let mut terms = terms();
    terms.penalty = Some(Penalty {
        rate: PenaltyRate::Own(percent("10.8")),
        base: PenaltyBase::OverduePrincipal,
        compound: true,
        beside_interest: true,
    });
    terms.late_charge = Some(LateCharge {
        rate: percent("5"),
        cap: None,
    });
    terms.day_count = DayCount::Act365Fixed;
    terms.ceiling = Some(percent("12"));
    let owed = balances("10000", "10000", "300");
    let year = |terms: &Terms| accrue(&owed, terms, day("2026-01-01"), day("2027-01-01"));
    let expected = Components {
        interest: yuan("720.00"),
        penalty: yuan("480.00"),
        ..Components::ZERO
    };
    assert_eq!(year(&terms), Ok(expected));
    // 1,852.40 leave 20 of 500 of late charges beside 720, 1,080 and 32.40.
    terms.ceiling = Some(percent("18.524"));
    let expected = Components {
        interest: yuan("720.00"),
        penalty: yuan("1080.00"),
        compound: yuan("32.40"),
        charges: yuan("20.00"),
        ..Components::ZERO
    };
    assert_eq!(year(&terms), Ok(expected));
}

#[test]
fn a_payment_settles_costs_then_interest_then_principal_and_returns_what_is_over() {
    let owed = Components {
        principal: yuan("100"),
        interest: yuan("20"),
        costs: yuan("5"),
        ..Components::ZERO
    };
    let order = Order::CIVIL_CODE_561;
    let split = allocate(yuan("30"), &owed, order).unwrap();
    assert_eq!(split.paid.costs, yuan("5"));
    assert_eq!(split.paid.interest, yuan("20"));
    assert_eq!(split.paid.principal, yuan("5"));
    let split = allocate(yuan("200"), &owed, order).unwrap();
    assert_eq!((split.paid, split.excess), (owed, yuan("75")));
    let split = allocate(yuan("-1"), &owed, order).unwrap();
    assert_eq!(split.paid, Components::ZERO);
}

/// CN-ALLOC-CARD90 of the statutory facts.
#[test]
fn a_card_debt_settles_principal_first_from_day_91() {
    let waterfall = Waterfall {
        order: Order::CIVIL_CODE_561,
        switch: Some(OrderSwitch {
            from_days_past_due: 91,
            order: Order::PRINCIPAL_FIRST,
        }),
    };
    assert_eq!(waterfall.order_at(90), Order::CIVIL_CODE_561);
    assert_eq!(waterfall.order_at(91), Order::PRINCIPAL_FIRST);
    assert_eq!(waterfall.order_at(-5), Order::CIVIL_CODE_561);
}

#[test]
fn an_order_names_every_component_once() {
    let twice = [Component::Costs; 6];
    assert_eq!(Order::new(twice), None);
    assert_eq!(
        Order::new(Component::ALL).map(|order| order.components()),
        Some(Component::ALL)
    );
}

fn history(payments: Vec<PaymentReceived>) -> History {
    let instalment = |due, principal, interest| ContractInstalment {
        due: day(due),
        principal: yuan(principal),
        interest: yuan(interest),
    };
    History {
        start: day("2026-01-15"),
        instalments: vec![
            instalment("2026-02-15", "10000", "620.00"),
            instalment("2026-03-15", "10000", "560.00"),
            instalment("2026-04-15", "10000", "620.00"),
            instalment("2026-05-15", "90000", "558.00"),
        ],
        payments,
    }
}

#[test]
fn a_history_is_recomputed_lot_by_lot() {
    let paid = |date, amount| PaymentReceived {
        date: day(date),
        amount: yuan(amount),
    };
    let history = history(vec![
        paid("2026-02-15", "10620"),
        paid("2026-03-25", "3000"),
    ]);
    let claim = recompute(&history, &terms(), &LateTerms::default(), day("2026-04-25")).unwrap();
    // March: ten days at 10.8 % over 360 on 10,000 is 30.00 and on 560 is 1.68; 3,000 pays these, the interest and
    // 2,408.32 of principal. Thirty-one days on 7,591.68 are 70.60. April: ten days are 30.00 and 1.86.
    let components = claim.balances.components;
    assert_eq!(components.principal, yuan("107591.68"));
    assert_eq!(claim.balances.overdue_principal, yuan("17591.68"));
    assert_eq!(components.penalty, yuan("100.60"));
    assert_eq!(components.compound, yuan("1.86"));
    // April's 620.00, and ten days of 90,000 at 7.2 % since the last due date: 180.00.
    assert_eq!(components.interest, yuan("800.00"));
    assert_eq!(claim.overdue_since, Some(day("2026-03-15")));
    assert_eq!(claim.excess, Money::ZERO);
}

#[test]
fn money_that_came_early_settles_the_next_instalment_on_its_due_date() {
    let early = PaymentReceived {
        date: day("2026-02-01"),
        amount: yuan("11000"),
    };
    let claim = recompute(
        &history(vec![early]),
        &terms(),
        &LateTerms::default(),
        day("2026-03-14"),
    )
    .unwrap();
    assert_eq!(claim.excess, yuan("380.00"));
    assert_eq!(claim.overdue_since, None);
    assert_eq!(claim.balances.overdue_principal, Money::ZERO);
}

#[test]
fn stages_follow_the_days_past_due() {
    let expected = [
        (-1, "M0"),
        (0, "M0"),
        (1, "M1"),
        (30, "M1"),
        (31, "M2"),
        (60, "M2"),
        (61, "M3"),
        (90, "M3"),
        (91, "M3+"),
        (4000, "M3+"),
    ];
    for (days, stage) in expected {
        assert_eq!(Stage::of(days).code(), stage, "{days} days");
    }
}

#[test]
fn doing_nothing_costs_what_the_contract_accrues() {
    let claim = Claim {
        currency: Currency::Cny,
        as_of: day("2026-01-01"),
        balances: balances("100000", "10000", "500"),
        overdue_since: day("2025-12-01"),
        terms: terms(),
    };
    let later = claim.if_nothing_is_paid(day("2026-01-31")).unwrap();
    assert_eq!(later.total(), Ok(yuan("101134.50")));
    assert!(claim.if_nothing_is_paid(day("2025-12-31")).is_err());
    assert_eq!(claim.days_past_due(claim.as_of), 31);
}
