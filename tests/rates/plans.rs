//! The rate that heads a plan.

use quittance::engine::money::{Currency, Money};
use quittance::engine::plan::{PlanRate, RatedPayments, plan_rate};
use rust_decimal::Decimal;
use serde_json::Value;

fn decimal(value: &Value) -> Decimal {
    value.as_str().unwrap().parse().unwrap()
}

fn fraction(text: &str) -> (u32, u32) {
    let (above, below) = text.split_once('/').unwrap_or((text, "1"));
    (above.parse().unwrap(), below.parse().unwrap())
}

fn dollars(value: &Value) -> Money {
    Money::parse(value.as_str().unwrap(), Currency::Usd).unwrap()
}

#[test]
fn regulation_z_appendix_j_examples_are_reproduced() {
    let cases: Value = serde_json::from_str(include_str!("../published/apr.json")).unwrap();
    let cases = cases["cases"].as_array().unwrap();
    let actuarial = || cases.iter().filter(|case| case["kind"] == "regz_actuarial");
    assert_eq!(actuarial().count(), 18);
    for case in actuarial() {
        let mut payments = Vec::new();
        for run in case["payments"].as_array().unwrap() {
            let count = usize::try_from(run["count"].as_u64().unwrap()).unwrap();
            payments.extend(std::iter::repeat_n(dollars(&run["amount"]), count));
        }
        let first = &case["first_payment"];
        let found = plan_rate(&RatedPayments {
            balance: dollars(&case["amount_financed"]),
            odd_days: fraction(first["fraction"].as_str().unwrap()).0,
            unit_days: fraction(first["fraction"].as_str().unwrap()).1,
            whole_before_first: u32::try_from(first["full_unit_periods"].as_u64().unwrap())
                .unwrap(),
            payments: &payments,
            periods_per_year: Decimal::from(case["unit_periods_per_year"].as_u64().unwrap()),
        });
        let PlanRate::Found { simple, .. } = found else {
            panic!("{case}: {found:?}")
        };
        let off = (simple * Decimal::ONE_HUNDRED - decimal(&case["expected_apr_pct"])).abs();
        assert!(
            off <= decimal(&case["tolerance_pct"]),
            "{}: {simple}",
            case["id"]
        );
    }
}

fn rated(balance: i64, payments: &[Money]) -> PlanRate {
    plan_rate(&RatedPayments {
        balance: Money::from_minor(balance).unwrap(),
        odd_days: 0,
        unit_days: 30,
        whole_before_first: 1,
        payments,
        periods_per_year: Decimal::from(12_u8),
    })
}

#[test]
fn a_rate_below_zero_is_named_and_an_absent_one_too() {
    let hundred = Money::from_minor(100).unwrap();
    assert!(matches!(rated(101, &[hundred]), PlanRate::BelowZero { .. }));
    assert_eq!(rated(0, &[hundred]), PlanRate::None);
    assert_eq!(rated(-5, &[hundred]), PlanRate::None);
    assert_eq!(rated(100, &[]), PlanRate::None);
    assert_eq!(rated(100, &[Money::ZERO]), PlanRate::None);
    // One payment a month later, 12 times the balance: above the 1,000 % a period that is searched.
    assert_eq!(
        rated(100, &[Money::from_minor(1200).unwrap()]),
        PlanRate::None
    );
    let zero = PlanRate::Found {
        simple: Decimal::ZERO,
        effective: Decimal::ZERO,
    };
    assert_eq!(rated(100, &[hundred]), zero);
}

#[test]
fn a_flat_fee_of_three_quarters_of_a_percent_a_month_costs_more_than_nine() {
    // 12,000.00 in twelve payments of 1,000.00 and 90.00: 16.22 % nominal, 17.48 % effective (domain formulas).
    let payments = [Money::from_minor(109_000).unwrap(); 12];
    let PlanRate::Found { simple, effective } = rated(1_200_000, &payments) else {
        panic!("no rate")
    };
    let text = |rate: Decimal| (rate * Decimal::ONE_HUNDRED).round_dp(2).to_string();
    assert_eq!(
        (text(simple), text(effective)),
        ("16.22".to_owned(), "17.48".to_owned())
    );
}

#[test]
fn a_rate_found_makes_the_payments_worth_the_balance_again() {
    // The second implementation: plain decimal present values at the rate found, over plans of many shapes.
    for count in [1_usize, 2, 12, 60, 600] {
        for (balance, payment) in [(1_000_000, 90_000), (1_000_000, 1_000), (50_000, 49_999)] {
            let payments = vec![Money::from_minor(payment).unwrap(); count];
            let periodic = match rated(balance, &payments) {
                PlanRate::Found { simple, .. } | PlanRate::BelowZero { simple } => {
                    simple / Decimal::from(12_u8)
                }
                PlanRate::None => continue,
            };
            let growth = Decimal::ONE + periodic;
            let mut value = Decimal::from(balance);
            let mut scale = Decimal::ONE;
            let mut worst = Decimal::from(balance);
            for payment in &payments {
                value = value * growth - Decimal::from(payment.minor());
                scale *= growth;
                worst = worst.max(scale * Decimal::from(balance));
                if scale > Decimal::from(1_000_000_000_u64) {
                    break;
                }
            }
            // What is left after the last payment, against the largest amount on the way.
            assert!(
                value.abs() / worst < Decimal::new(1, 9),
                "{count} x {payment}: {value}"
            );
        }
    }
}
