//! The cases of `tests/published/waiver.json` and `tests/published/settlement.json`, to the cent.

use quittance::engine::calendar::{DayCount, Frequency, days_between};
use quittance::engine::claim::{
    Balances, ChargeSize, Claim, Component, Components, ContractInstalment, Event, GridWaterfall,
    History, LateCharge, LateTerms, MissedCharge, Order, PaymentReceived, Penalty, PenaltyBase,
    PenaltyRate, PerComponent, Settling, Terms, Waterfall, accrue, recompute, replay, statement,
};
use quittance::engine::money::{Currency, Money, Rate, Rounding, Share};
use quittance::engine::plan::schedule::{
    Instalment, InterestBasis, Method, amortise, periods_after,
};
use quittance::engine::plan::{Concessions, Waiver, waived};
use serde_json::Value;

use crate::{day, percent, yuan};

const WAIVERS: (&str, usize) = (include_str!("../published/waiver.json"), 7);
const SETTLEMENTS: (&str, usize) = (include_str!("../published/settlement.json"), 3);

/// The cases of a kind, which must be so many.
fn cases((file, all): (&str, usize), kind: &str, count: usize) -> Vec<Value> {
    let document: Value = serde_json::from_str(file).unwrap();
    let cases = document["cases"].as_array().unwrap();
    assert_eq!(cases.len(), all);
    let found: Vec<Value> = cases
        .iter()
        .filter(|case| case["kind"] == kind)
        .cloned()
        .collect();
    assert_eq!(found.len(), count, "{kind}");
    found
}

fn one(file: (&str, usize), kind: &str) -> Value {
    cases(file, kind, 1).remove(0)
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name]
        .as_str()
        .unwrap_or_else(|| panic!("no {name} in {value}"))
}

fn money(value: &Value, name: &str) -> Money {
    yuan(text(value, name))
}

fn days(case: &Value) -> i64 {
    case["days"].as_i64().unwrap()
}

/// Terms with nothing but a rate a year over 365 days.
fn simple(rate: Rate) -> Terms {
    Terms {
        signed_on: day("2023-01-01"),
        original_principal: Money::ZERO,
        interest_rate: rate,
        penalty: None,
        late_charge: None,
        ceiling: None,
        day_count: DayCount::Act365Fixed,
        rounding: Rounding::HalfUp,
        waterfall: Waterfall::CIVIL_CODE_561,
    }
}

/// All principal, all of it overdue.
fn principal(amount: Money) -> Balances {
    Balances {
        components: Components::ZERO.with(Component::Principal, amount),
        overdue_principal: amount,
    }
}

#[test]
fn a_credit_settles_as_a_payment_does() {
    let case = one(WAIVERS, "interest_payment_waiver");
    let instalments: Vec<ContractInstalment> = case["instalments"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| ContractInstalment {
            due: day(text(row, "due")),
            principal: money(row, "principal"),
            interest: money(row, "interest"),
        })
        .collect();
    let mut order: Vec<Component> = case["order"]
        .as_array()
        .unwrap()
        .iter()
        .map(|name| match name.as_str().unwrap() {
            "penalties" => Component::Penalty,
            "fees" => Component::Charges,
            code => Component::from_code(code).unwrap(),
        })
        .collect();
    order.extend([Component::Compound, Component::Costs]);
    let order = Order::new(order.try_into().unwrap()).unwrap();
    let credit = Event::Credit {
        date: day(text(&case, "date")),
        amount: money(&case, "amount"),
    };
    let replayed = replay(&instalments, &[credit], &GridWaterfall::plain(order)).unwrap();
    let split = replayed.payments[0].split.by_component().unwrap();
    let expected = &case["expected"];
    assert_eq!(split.principal, money(expected, "principal"));
    assert_eq!(split.interest, money(expected, "interest"));
    assert_eq!(split.charges, money(expected, "fees"));
    assert_eq!(split.penalty, money(expected, "penalties"));
    let left = replayed
        .instalments
        .iter()
        .fold(Components::ZERO, |sum, row| {
            sum.checked_add(&row.owed().unwrap()).unwrap()
        });
    assert_eq!(left.total(), Ok(money(expected, "outstanding")));
    assert_eq!(left.principal, money(expected, "balance_principal"));
}

#[test]
fn a_waived_charge_leaves_the_principal_alone() {
    let case = one(WAIVERS, "charge_waiver");
    let of = |value: &Value| Components {
        principal: value
            .get("principal")
            .map_or(Money::ZERO, |_| money(value, "principal")),
        penalty: money(value, "penalties"),
        ..Components::ZERO
    };
    let (before, due) = (of(&case["before"]), of(&case["total_due_components"]));
    let concessions = Concessions {
        waivers: PerComponent::all(Waiver::Nothing).with(
            Component::Penalty,
            Waiver::Amount(money(&case["waive"], "penalties")),
        ),
        discount: Waiver::Nothing,
    };
    let given_up = waived(&before, &concessions, Rounding::HalfUp).unwrap();
    let expected = &case["expected"];
    assert_eq!(due.total(), Ok(money(expected, "due_total")));
    assert_eq!(given_up.total(), Ok(money(expected, "waived")));
    assert_eq!(given_up.principal, Money::ZERO);
    let left = before.checked_sub(&given_up).unwrap();
    assert_eq!(left.total(), Ok(money(expected, "outstanding")));
    let paid = due.checked_sub(&before).unwrap();
    assert_eq!(paid.total(), Ok(money(expected, "paid")));
}

#[test]
fn a_penalty_on_overdue_instalments_counts_both_end_days() {
    let case = one(WAIVERS, "penalty_accrual");
    assert_eq!(
        (text(&case, "day_basis"), &case["inclusive"]),
        ("365", &Value::Bool(true))
    );
    let as_of = day(text(&case, "as_of"));
    let instalments: Vec<ContractInstalment> = case["overdue"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| ContractInstalment {
            due: day(text(row, "due")),
            principal: money(row, "amount"),
            interest: Money::ZERO,
        })
        .collect();
    let counted: Vec<Value> = instalments
        .iter()
        .map(|instalment| Value::from(days_between(instalment.due, as_of) + 1))
        .collect();
    assert_eq!(Value::from(counted), case["expected"]["days"]);
    let terms = Terms {
        penalty: Some(Penalty {
            rate: PenaltyRate::Own(percent(text(&case, "rate_pct"))),
            base: PenaltyBase::OverdueInstalment,
            compound: false,
            beside_interest: false,
        }),
        ..simple(Rate::ZERO)
    };
    let late = LateTerms {
        last_day_counts: true,
        ..LateTerms::default()
    };
    let history = History {
        start: day("2024-04-05"),
        instalments,
        payments: Vec::new(),
    };
    let claim = recompute(&history, &terms, &late, as_of).unwrap();
    assert_eq!(
        claim.balances.components.penalty,
        money(&case["expected"], "penalty")
    );
}

#[test]
fn a_daily_late_charge_stays_below_its_cap() {
    let case = one(WAIVERS, "penalty_daily_rate");
    let rate = Rate::from_daily_percent_days(text(&case, "daily_rate_pct"), 365).unwrap();
    let terms = Terms {
        late_charge: Some(LateCharge {
            rate,
            cap: Some(money(&case, "cap")),
        }),
        ..simple(Rate::ZERO)
    };
    let from = day("2026-01-01");
    let to = quittance::engine::calendar::add_days(from, days(&case)).unwrap();
    let grown = accrue(&principal(money(&case, "amount")), &terms, from, to).unwrap();
    assert_eq!(grown.charges, money(&case["expected"], "penalty"));
    let long_after = accrue(
        &principal(money(&case, "amount")),
        &terms,
        from,
        day("2036-01-01"),
    );
    assert_eq!(long_after.unwrap().charges, money(&case, "cap"));
}

#[test]
fn simple_interest_is_as_the_courts_count_it() {
    for case in cases(WAIVERS, "simple_interest", 3) {
        assert_eq!(text(&case, "day_basis"), "365");
        let terms = simple(percent(text(&case, "annual_rate_pct")));
        let from = day("2026-01-01");
        let to = quittance::engine::calendar::add_days(from, days(&case)).unwrap();
        let grown = accrue(&principal(money(&case, "amount")), &terms, from, to).unwrap();
        assert_eq!(
            grown.interest,
            money(&case["expected"], "interest"),
            "{}",
            case["id"]
        );
        assert_eq!(grown.total(), Ok(grown.interest));
    }
}

#[test]
fn a_settlement_figure_rounds_down_at_each_event() {
    let case = one(SETTLEMENTS, "settlement_quote");
    let rate = Rate::from_daily_percent_days(text(&case, "daily_rate_pct"), 365).unwrap();
    let owed = money(&case, "principal");
    let claim = Claim {
        currency: Currency::Gbp,
        as_of: day(text(&case, "start_date")),
        balances: Balances {
            overdue_principal: Money::ZERO,
            ..principal(owed)
        },
        overdue_since: day(text(&case, "start_date")),
        terms: Terms {
            rounding: Rounding::TowardZero,
            ..simple(rate)
        },
    };
    let payments: Vec<PaymentReceived> = case["payments"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| PaymentReceived {
            date: day(text(row, "date")),
            amount: money(row, "amount"),
        })
        .collect();
    let as_of = day(text(&case, "as_of"));
    let lines = statement(&claim, &payments, as_of, Settling::EachEvent).unwrap();
    let due = lines.last().unwrap().closing.components;
    let expected = &case["expected"];
    assert_eq!(due.principal, money(expected, "principal"));
    assert_eq!(due.interest, money(expected, "interest"));
    assert_eq!(due.total(), Ok(money(expected, "settlement")));
}

/// The split of 143 is derived: 12 % flat for three months, a fixed charge, and 10 % of principal and interest.
#[test]
fn a_write_off_gives_up_every_component() {
    let case = one(SETTLEMENTS, "write_off");
    let parts = &case["components"];
    let (fixed, share) = (money(parts, "nsf_penalty"), money(parts, "processing_fee"));
    let missed = |size| {
        let history = History {
            start: day("2026-01-01"),
            instalments: vec![ContractInstalment {
                due: day("2026-04-01"),
                principal: money(parts, "principal"),
                interest: money(parts, "interest"),
            }],
            payments: Vec::new(),
        };
        let late = LateTerms {
            missed: Some(MissedCharge {
                size,
                each_at_most: None,
                together_at_most: None,
            }),
            ..LateTerms::default()
        };
        let claim = recompute(&history, &simple(Rate::ZERO), &late, day("2026-04-02"));
        claim.unwrap().balances.components
    };
    let tenth = Share::parse_percent("10").unwrap();
    let mut owed = missed(ChargeSize::ShareOfInstalment(tenth));
    assert_eq!(owed.charges, share);
    assert_eq!(missed(ChargeSize::Fixed(fixed)).charges, fixed);
    owed.add_to(Component::Charges, fixed).unwrap();
    let everything = Concessions {
        waivers: PerComponent::all(Waiver::Share(Share::ONE)),
        discount: Waiver::Nothing,
    };
    let given_up = waived(&owed, &everything, Rounding::HalfUp).unwrap();
    let expected = &case["expected"];
    assert_eq!(given_up.total(), Ok(money(expected, "written_off")));
    assert_eq!(given_up.principal, money(expected, "principal_part"));
    let rest = given_up.with(Component::Principal, Money::ZERO);
    assert_eq!(
        rest.total(),
        Ok(money(expected, "interest_and_charges_part"))
    );
}

#[test]
fn what_is_payable_today_is_the_instalment_due_today() {
    let case = one(SETTLEMENTS, "payable_today");
    let (rate, start) = (
        percent(text(&case, "annual_rate_pct")),
        day(text(&case, "start_date")),
    );
    let count = u32::try_from(case["periods"].as_u64().unwrap()).unwrap();
    let periods = periods_after(start, Frequency::MONTHLY, count, InterestBasis::Periodic).unwrap();
    let rows = amortise(
        quittance::engine::plan::schedule::Debt {
            principal: money(&case, "principal"),
            arrears: Money::ZERO,
        },
        rate,
        Method::EqualInstalment,
        &periods,
        Instalment::Fitted,
        Rounding::HalfUp,
    )
    .unwrap();
    let instalments: Vec<ContractInstalment> = rows
        .iter()
        .map(|row| ContractInstalment {
            due: row.due,
            principal: row.principal,
            interest: row.interest,
        })
        .collect();
    let dues: Vec<Value> = instalments
        .iter()
        .map(|row| Value::from(quittance::engine::calendar::format_date(row.due)))
        .collect();
    assert_eq!(Value::from(dues), case["due_dates"]);
    let paid = usize::try_from(case["paid_through"].as_u64().unwrap()).unwrap();
    let payments = rows[..paid]
        .iter()
        .map(|row| PaymentReceived {
            date: row.due,
            amount: row.payment().unwrap(),
        })
        .collect();
    let history = History {
        start,
        instalments,
        payments,
    };
    let terms = Terms {
        day_count: DayCount::WholeMonth,
        ..simple(rate)
    };
    let as_of = day(text(&case, "as_of"));
    let claim = recompute(&history, &terms, &LateTerms::default(), as_of).unwrap();
    let expected = &case["expected"];
    let owed = claim.balances.components;
    assert_eq!(owed.principal, money(expected, "outstanding_balance"));
    assert_eq!(
        claim.balances.overdue_principal,
        money(expected, "payable_principal")
    );
    assert_eq!(owed.interest, money(expected, "payable_interest"));
    assert_eq!(claim.overdue_since, Some(as_of));
}
