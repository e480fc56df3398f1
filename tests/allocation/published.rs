//! The cases of `tests/published/allocation.json`: what each payment went to, and what is left of each instalment.

use quittance::engine::claim::{
    Advance, ChargeTiming, Component, Components, ContractInstalment, Event, Fill, GridOrder,
    GridWaterfall, Order, Replayed, allocate, replay,
};
use quittance::engine::money::Money;
use serde_json::Value;

use crate::{grid, instalment, yuan};
use quittance::engine::calendar::{format_date, parse_date};

use Component::{Charges, Interest, Penalty, Principal};

/// The names that the cases have for components.
const NAMES: [(&str, Component); 5] = [
    ("costs", Component::Costs),
    ("penalties", Penalty),
    ("fees", Charges),
    ("interest", Interest),
    ("principal", Principal),
];

fn cases(kind: &str) -> Vec<Value> {
    let all: Value = serde_json::from_str(include_str!("../published/allocation.json")).unwrap();
    let all = all["cases"].as_array().unwrap();
    assert_eq!(all.len(), 21);
    all.iter()
        .filter(|case| case["kind"] == kind)
        .cloned()
        .collect()
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name]
        .as_str()
        .unwrap_or_else(|| panic!("no {name} in {value}"))
}

fn money(value: &Value, name: &str) -> Money {
    yuan(text(value, name))
}

fn component(name: &str) -> Component {
    let found = NAMES.iter().find(|(known, _)| *known == name);
    found
        .unwrap_or_else(|| panic!("unknown component {name}"))
        .1
}

fn components(value: &Value) -> Components {
    let mut result = Components::ZERO;
    for (name, component) in NAMES {
        if value.get(name).is_some() {
            result.set(component, money(value, name));
        }
    }
    result
}

/// The peer's strategies by name. The advanced one is a list in the product; its default is this.
fn strategy(name: &str) -> GridOrder {
    match name {
        "ADVANCED_PAYMENT_ALLOCATION" => {
            let order = [Penalty, Charges, Principal, Interest];
            grid(&order, &order, &order)
        }
        "DUE_PENALTY_FEE_INTEREST_PRINCIPAL_IN_ADVANCE_PRINCIPAL_PENALTY_FEE_INTEREST" => {
            let due = [Penalty, Charges, Interest, Principal];
            grid(&due, &due, &[Principal, Penalty, Charges, Interest])
        }
        "DUE_PENALTY_INTEREST_PRINCIPAL_FEE_IN_ADVANCE_PENALTY_INTEREST_PRINCIPAL_FEE" => {
            let order = [Penalty, Interest, Principal, Charges];
            grid(&order, &order, &order)
        }
        other => panic!("unknown strategy {other}"),
    }
}

fn instalments(case: &Value) -> Vec<ContractInstalment> {
    case["instalments"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            instalment(
                text(row, "due"),
                text(row, "principal"),
                text(row, "interest"),
            )
        })
        .collect()
}

fn event(event: &Value) -> Event {
    let amount = money(event, "amount");
    match text(event, "type") {
        "payment" => Event::Payment {
            date: parse_date(text(event, "date")).unwrap(),
            amount,
        },
        "charge" => Event::Charge {
            due: parse_date(text(event, "due")).unwrap(),
            component: match text(event, "kind") {
                "fee" => Charges,
                "penalty" => Penalty,
                other => panic!("unknown charge {other}"),
            },
            amount,
        },
        other => panic!("unknown event {other}"),
    }
}

fn ours(case: &Value, charges: ChargeTiming) -> Replayed {
    let waterfall = GridWaterfall {
        order: strategy(text(case, "strategy")),
        switch: None,
        fill: match text(case, "processing") {
            "horizontal" => Fill::ByInstalment,
            "vertical" => Fill::ByComponent,
            other => panic!("unknown processing {other}"),
        },
        advance: match case["future_installment_rule"].as_str() {
            None | Some("NEXT_INSTALLMENT") => Advance::NextInstalment,
            Some("LAST_INSTALLMENT") => Advance::LastInstalment,
            Some("NEXT_LAST_INSTALLMENT") => Advance::NextThenLast,
            Some("REAMORTIZATION") => Advance::Reamortise,
            Some(other) => panic!("unknown rule {other}"),
        },
        charges,
    };
    let events: Vec<Event> = case["events"]
        .as_array()
        .unwrap()
        .iter()
        .map(event)
        .collect();
    replay(&instalments(case), &events, &waterfall).unwrap()
}

#[test]
fn every_published_payment_is_split_as_its_source_says() {
    let cases = cases("instalment_waterfall");
    assert_eq!(cases.len(), 19);
    for case in cases {
        let id = text(&case, "id");
        // Charges stand by their own dates; in the advanced strategy standing with the instalment is the same.
        for charges in ChargeTiming::ALL {
            if charges == ChargeTiming::OwnDueDate
                || text(&case, "strategy").starts_with("ADVANCED")
            {
                as_the_source_says(&case, id, &ours(&case, charges));
            }
        }
    }
}

fn as_the_source_says(case: &Value, id: &str, ours: &Replayed) {
    let payments = case["expected"]["payments"].as_array().unwrap();
    assert_eq!(ours.payments.len(), payments.len(), "{id}");
    for (settled, expected) in ours.payments.iter().zip(payments) {
        assert_eq!(format_date(settled.date), text(expected, "date"), "{id}");
        assert_eq!(settled.amount, money(expected, "amount"), "{id}");
        let split = settled.split.by_component().unwrap();
        assert_eq!(split, components(expected), "{id} {}", settled.date);
        // The sources leave an overpayment out where there is none, and in one case where there is one.
        if let Some(stated) = expected["overpayment"].as_str() {
            assert_eq!(settled.split.excess, yuan(stated), "{id}");
        }
    }
    let left: Vec<Money> = ours
        .instalments
        .iter()
        .map(|instalment| instalment.owed().unwrap().total().unwrap())
        .collect();
    let expected = case["expected"]["outstanding_by_instalment"].as_array();
    let expected: Vec<Money> = expected
        .unwrap()
        .iter()
        .map(|amount| yuan(amount.as_str().unwrap()))
        .collect();
    assert_eq!(left, expected, "{id}");
}

/// Civil Code article 561 (allocation-058) and a charge before principal (allocation-061).
#[test]
fn every_published_claim_is_settled_in_the_stated_order() {
    let cases = cases("simple_waterfall");
    assert_eq!(cases.len(), 2);
    for case in cases {
        let id = text(&case, "id");
        let stated = case["order"].as_array().unwrap();
        let mut order: Vec<Component> = stated
            .iter()
            .map(|name| component(name.as_str().unwrap()))
            .collect();
        for rest in Component::ALL {
            if !order.contains(&rest) {
                order.push(rest);
            }
        }
        let order = Order::new(order.try_into().unwrap()).unwrap();
        let before = components(&case["before"]);
        let split = allocate(money(&case, "payment"), &before, order).unwrap();
        let expected = &case["expected"];
        assert_eq!(split.paid, components(&expected["allocated"]), "{id}");
        let after = before.checked_sub(&split.paid).unwrap();
        assert_eq!(after, components(&expected["after"]), "{id}");
        assert_eq!(split.excess, money(expected, "overpayment"), "{id}");
        if case.get("basis").is_some() {
            let statutory = allocate(money(&case, "payment"), &before, Order::CIVIL_CODE_561);
            assert_eq!(
                statutory,
                Ok(split),
                "{id}: the default is the article's order"
            );
        }
    }
}

/// The peer pays 1,120 against 1,020 owed (allocation-004) and leaves the rest unstated.
#[test]
fn what_nothing_needs_is_an_overpayment() {
    let cases = cases("instalment_waterfall");
    let case = cases.iter().find(|case| case["id"] == "allocation-004");
    let ours = ours(case.unwrap(), ChargeTiming::OwnDueDate);
    assert_eq!(ours.overpaid, yuan("100"));
}
