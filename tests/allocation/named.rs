//! Ways through the grid, each on figures that can be checked by hand.

use quittance::engine::claim::{
    Advance, Cell, ChargeOwed, ChargeTiming, Component, ContractInstalment, Event, Fill, GridOrder,
    GridSwitch, GridWaterfall, InstalmentOwed, Order, Portion, ReplayError, Timing, days_past_due,
    replay, settle_instalments,
};
use quittance::engine::money::Money;

use crate::{day, instalment, row, yuan};

use Component::{Charges, Interest, Penalty, Principal};

fn three() -> Vec<ContractInstalment> {
    vec![
        instalment("2026-01-15", "300", "30"),
        instalment("2026-02-15", "300", "20"),
        instalment("2026-03-15", "300", "10"),
    ]
}

fn paid(date: &str, amount: &str) -> Event {
    Event::Payment {
        date: day(date),
        amount: yuan(amount),
    }
}

fn interest_first() -> GridWaterfall {
    GridWaterfall::plain(Order::CIVIL_CODE_561)
}

fn left(instalments: &[InstalmentOwed]) -> Vec<Money> {
    instalments
        .iter()
        .map(|instalment| instalment.owed().unwrap().total().unwrap())
        .collect()
}

fn yuans(amounts: &[&str]) -> Vec<Money> {
    amounts.iter().map(|amount| yuan(amount)).collect()
}

/// The first cells settled, written as a borrower could read them.
fn cells(portions: &[Portion]) -> Vec<String> {
    portions
        .iter()
        .map(|part| {
            format!(
                "{} {} {}",
                part.instalment,
                part.cell.code(),
                part.amount.minor()
            )
        })
        .collect()
}

#[test]
fn one_instalment_before_the_next() {
    let replayed = replay(&three(), &[paid("2026-02-20", "400")], &interest_first()).unwrap();
    assert_eq!(
        cells(&replayed.payments[0].split.portions),
        [
            "0 past-due-interest 3000",
            "0 past-due-principal 30000",
            "1 past-due-interest 2000",
            "1 past-due-principal 5000",
        ]
    );
    let second = replayed.payments[0].split.of_instalment(1).unwrap();
    assert_eq!(
        (second.interest, second.principal),
        (yuan("20"), yuan("50"))
    );
}

#[test]
fn one_component_across_instalments() {
    let across = GridWaterfall {
        fill: Fill::ByComponent,
        ..interest_first()
    };
    let replayed = replay(&three(), &[paid("2026-02-20", "400")], &across).unwrap();
    assert_eq!(
        cells(&replayed.payments[0].split.portions),
        [
            "0 past-due-interest 3000",
            "1 past-due-interest 2000",
            "0 past-due-principal 30000",
            "1 past-due-principal 5000",
        ]
    );
}

#[test]
fn timings_are_taken_in_the_order_in_which_the_list_names_them() {
    let order = [
        row(Timing::InAdvance, &[Principal]),
        row(Timing::PastDue, &[Interest, Principal]),
    ];
    let waterfall = GridWaterfall {
        order: GridOrder::new(order.concat()).unwrap(),
        ..interest_first()
    };
    let replayed = replay(&three(), &[paid("2026-02-10", "700")], &waterfall).unwrap();
    assert_eq!(
        cells(&replayed.payments[0].split.portions),
        [
            "1 in-advance-principal 30000",
            "2 in-advance-principal 30000",
            "0 past-due-interest 3000",
            "0 past-due-principal 7000",
        ]
    );
}

#[test]
fn a_cell_left_out_receives_nothing() {
    let order = GridOrder::new(row(Timing::PastDue, &[Principal])).unwrap();
    let waterfall = GridWaterfall {
        order,
        ..interest_first()
    };
    let replayed = replay(&three(), &[paid("2026-01-20", "400")], &waterfall).unwrap();
    assert_eq!(left(&replayed.instalments), yuans(&["30", "320", "310"]));
    assert_eq!(replayed.overpaid, yuan("100"));
}

#[test]
fn a_cell_listed_twice_is_refused() {
    let cell = Cell {
        timing: Timing::Due,
        component: Penalty,
    };
    assert_eq!(GridOrder::new(vec![cell, cell]), Err(cell));
    assert_eq!(GridOrder::from(Order::PRINCIPAL_FIRST).cells().len(), 18);
}

#[test]
fn money_in_advance_goes_where_the_rule_says() {
    let expected = [
        (Advance::NextInstalment, ["0", "260", "310"]),
        (Advance::LastInstalment, ["0", "320", "250"]),
        (Advance::NextThenLast, ["0", "260", "310"]),
        (Advance::Reamortise, ["0", "290", "280"]),
    ];
    for (advance, amounts) in expected {
        let waterfall = GridWaterfall {
            advance,
            ..interest_first()
        };
        let replayed = replay(&three(), &[paid("2026-01-15", "390")], &waterfall).unwrap();
        assert_eq!(left(&replayed.instalments), yuans(&amounts), "{advance:?}");
        assert_eq!(Advance::from_code(advance.code()), Some(advance));
    }
}

#[test]
fn the_next_instalment_then_the_last_and_backwards() {
    let instalments: Vec<ContractInstalment> = ["02", "03", "04", "05"]
        .iter()
        .map(|month| instalment(&format!("2026-{month}-01"), "100", "0"))
        .collect();
    let waterfall = GridWaterfall {
        advance: Advance::NextThenLast,
        ..interest_first()
    };
    let replayed = replay(&instalments, &[paid("2026-01-15", "250")], &waterfall).unwrap();
    assert_eq!(left(&replayed.instalments), yuans(&["0", "100", "50", "0"]));
}

/// Three equal parts of 100 do not divide: the last one takes the odd unit. What 10 does not need is spread
/// again over the others.
#[test]
fn equal_parts_are_spread_again_where_one_is_not_needed() {
    let instalments = [
        instalment("2026-02-01", "10", "0"),
        instalment("2026-03-01", "100", "0"),
        instalment("2026-04-01", "100", "0"),
    ];
    let waterfall = GridWaterfall {
        advance: Advance::Reamortise,
        ..interest_first()
    };
    let replayed = replay(&instalments, &[paid("2026-01-15", "100")], &waterfall).unwrap();
    // 33.33, 33.33, 33.34; then 23.33 in parts of 11.66 and 11.67.
    assert_eq!(left(&replayed.instalments), yuans(&["0", "55.01", "54.99"]));
}

/// CN-ALLOC-CARD90 of the statutory facts, over instalments.
#[test]
fn an_old_debt_switches_to_principal_first() {
    let waterfall = GridWaterfall {
        switch: Some(GridSwitch {
            from_days_past_due: 91,
            order: Order::PRINCIPAL_FIRST.into(),
        }),
        ..interest_first()
    };
    let first_cell = |date| {
        let replayed = replay(&three(), &[paid(date, "5")], &waterfall).unwrap();
        replayed.payments[0].split.portions[0].cell.component
    };
    // 15 January is 90 days past due on 15 April.
    assert_eq!(first_cell("2026-04-15"), Interest);
    assert_eq!(first_cell("2026-04-16"), Principal);
}

#[test]
fn days_past_due_count_from_the_oldest_amount_unpaid() {
    let mut table = replay(&three(), &[], &interest_first())
        .unwrap()
        .instalments;
    let on = day("2026-02-20");
    assert_eq!(days_past_due(&table, on), 36);
    settle_instalments(yuan("330"), on, &mut table, &interest_first()).unwrap();
    assert_eq!(days_past_due(&table, on), 5);
    assert_eq!(days_past_due(&table, day("2026-02-01")), 0);
    // A charge counts by its own day, and only while it is owed.
    let on_the = |due: &str, amount: &str| ChargeOwed {
        due: day(due),
        component: Charges,
        amount: yuan(amount),
        entered: 0,
    };
    table[1].charges = vec![on_the("2026-01-31", "0")];
    assert_eq!(days_past_due(&table, on), 5);
    table[1].charges = vec![on_the("2026-01-31", "0.01")];
    assert_eq!(days_past_due(&table, on), 20);
}

fn fee(due: &str) -> Event {
    Event::Charge {
        due: day(due),
        component: Charges,
        amount: yuan("20"),
    }
}

#[test]
fn a_charge_entered_late_is_replayed_ahead_of_later_payments_only() {
    let charged = |events: &[Event]| {
        let replayed = replay(&three(), events, &interest_first()).unwrap();
        replayed.payments[0].split.by_component().unwrap().charges
    };
    let payment = paid("2026-01-20", "350");
    assert_eq!(charged(&[payment, fee("2026-01-19")]), yuan("20"));
    assert_eq!(charged(&[payment, fee("2026-01-20")]), Money::ZERO);
    assert_eq!(charged(&[payment, fee("2026-01-21")]), Money::ZERO);
    assert_eq!(charged(&[fee("2026-01-20"), payment]), yuan("20"));
}

/// A charge of the second instalment is past due before that instalment is: by its own date it comes first.
#[test]
fn a_charge_stands_by_its_own_date_or_with_its_instalment() {
    for (charges, to_the_charge) in [
        (ChargeTiming::OwnDueDate, "20"),
        (ChargeTiming::WithInstalment, "0"),
    ] {
        let waterfall = GridWaterfall {
            fill: Fill::ByComponent,
            charges,
            ..interest_first()
        };
        let events = [fee("2026-01-20"), paid("2026-01-25", "330")];
        let replayed = replay(&three(), &events, &waterfall).unwrap();
        let split = replayed.payments[0].split.by_component().unwrap();
        assert_eq!(split.charges, yuan(to_the_charge), "{charges:?}");
        assert_eq!(ChargeTiming::from_code(charges.code()), Some(charges));
    }
}

#[test]
fn a_charge_after_the_last_instalment_becomes_one_of_its_own() {
    let replayed = replay(
        &three(),
        &[fee("2026-03-16"), fee("2026-03-15")],
        &interest_first(),
    );
    let table = replayed.unwrap().instalments;
    assert_eq!(left(&table), yuans(&["330", "320", "330", "20"]));
    assert_eq!(table[3].due, day("2026-03-16"));
}

#[test]
fn payments_entered_out_of_order_are_settled_in_order_of_date() {
    let events = [paid("2026-02-15", "320"), paid("2026-01-15", "330")];
    let replayed = replay(&three(), &events, &interest_first()).unwrap();
    let order: Vec<usize> = replayed
        .payments
        .iter()
        .map(|payment| payment.event)
        .collect();
    assert_eq!(order, [1, 0]);
    assert_eq!(left(&replayed.instalments), yuans(&["0", "0", "310"]));
}

#[test]
fn a_credit_that_nothing_needs_is_not_returned_as_cash() {
    let credit = Event::Credit {
        date: day("2026-01-15"),
        amount: yuan("1000"),
    };
    let replayed = replay(&three(), &[credit], &interest_first()).unwrap();
    assert_eq!(replayed.overpaid, Money::ZERO);
    assert_eq!(replayed.payments[0].split.excess, yuan("40"));
    assert!(replayed.payments[0].credit);
}

#[test]
fn what_cannot_be_replayed_is_refused_by_name() {
    let refused = |instalments: &[ContractInstalment], events: &[Event]| {
        replay(instalments, events, &interest_first()).unwrap_err()
    };
    assert_eq!(refused(&[], &[]), ReplayError::NoInstalments);
    let mut twice = three();
    twice[2].due = twice[1].due;
    assert_eq!(
        refused(&twice, &[]),
        ReplayError::InstalmentOutOfOrder {
            instalment: 2,
            after: day("2026-02-15"),
        }
    );
    let mut negative = three();
    negative[1].interest = yuan("-1");
    assert_eq!(
        refused(&negative, &[]),
        ReplayError::NegativeInstalment {
            instalment: 1,
            amount: yuan("-1"),
        }
    );
    assert_eq!(
        refused(&three(), &[fee("2026-01-01"), paid("2026-01-15", "-0.01")]),
        ReplayError::NegativeEvent {
            event: 1,
            amount: yuan("-0.01"),
        }
    );
    let most = ContractInstalment {
        principal: Money::MAX,
        ..three()[0]
    };
    let charge = Event::Charge {
        due: day("2026-01-01"),
        component: Principal,
        amount: Money::MAX,
    };
    let events = [charge, paid("2026-01-20", "1")];
    assert!(replay(&[most], &events, &interest_first()).is_err());
}

#[test]
fn every_cell_is_found_by_its_name() {
    for timing in Timing::ALL {
        for component in Component::ALL {
            let cell = Cell { timing, component };
            assert_eq!(Cell::from_code(&cell.code()), Some(cell));
        }
    }
    for code in [
        "",
        "due",
        "past-due-",
        "past_due-penalty",
        "due-fees",
        "-penalty",
    ] {
        assert_eq!(Cell::from_code(code), None, "{code}");
    }
    for fill in Fill::ALL {
        assert_eq!(Fill::from_code(fill.code()), Some(fill));
    }
}
