//! The rate that heads a plan.

use quittance::engine::money::{Currency, Money};
use quittance::engine::plan::{PlanRate, RatedPayments, daily_rate, plan_rate};
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
fn interest_by_the_day_compounds_over_the_days_between_payments() {
    let minor = |amount| Money::from_minor(amount).unwrap();
    let daily = |balance, payments: &[(u32, i64)]| {
        let payments: Vec<_> = payments
            .iter()
            .map(|(days, amount)| (*days, minor(*amount)))
            .collect();
        match daily_rate(minor(balance), &payments) {
            PlanRate::Found { simple, effective } => {
                format!(
                    "{} {}",
                    simple.round_dp(10).normalize(),
                    effective.round_dp(8)
                )
            }
            PlanRate::BelowZero { simple } => simple.round_dp(10).normalize().to_string(),
            PlanRate::None => "none".to_owned(),
        }
    };
    // A tenth of a per cent a day; 1.001^365 - 1 = 44.02513...%.
    let found = "0.365 0.44025131";
    assert_eq!(daily(1_000_000, &[(2, 1_002_001)]), found);
    // In two days 1,000 becomes 1,002.001; less 502.001 it is 500, which becomes 501.5015005 in three.
    let twice = [(2, 502_001_000_000), (3, 501_501_500_500)];
    assert_eq!(daily(1_000_000_000_000, &twice), found);
    assert_eq!(daily(1_000_000, &[(0, 0), (1, 999_000)]), "-0.365");
    assert_eq!(daily(1_000_000, &[(0, 400_000), (9, 600_000)]), "0 0");
    // Paid on the day itself it comes to more than is owed whatever the rate.
    assert_eq!(daily(1_000_000, &[(0, 1_000_001)]), "none");
    assert_eq!(daily(1_000_000, &[]), "none");
    assert_eq!(daily(0, &[(1, 1)]), "none");
}

#[test]
fn payments_on_days_have_the_rate_of_daily_payments_that_are_mostly_nothing() {
    let mut seed: u64 = 11;
    let mut below = |most: u64| {
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % most
    };
    let mut compared = 0;
    for _ in 0..200 {
        let mut dated = Vec::new();
        let mut each_day = Vec::new();
        for _ in 0..=below(8) {
            let days = 1 + below(90);
            let amount = Money::from_minor(i64::try_from(below(1_000_000)).unwrap()).unwrap();
            each_day.extend((1..days).map(|_| Money::ZERO));
            each_day.push(amount);
            dated.push((u32::try_from(days).unwrap(), amount));
        }
        let paid = Money::sum(each_day.iter().copied()).unwrap();
        let parts = i64::try_from(80 + below(30)).unwrap();
        let balance = Money::from_minor(paid.minor() / 100 * parts).unwrap();
        let by_day = plan_rate(&RatedPayments {
            balance,
            odd_days: 0,
            unit_days: 1,
            whole_before_first: 1,
            payments: &each_day,
            periods_per_year: Decimal::from(365_u16),
        });
        match (daily_rate(balance, &dated), by_day) {
            (
                PlanRate::Found { simple, .. },
                PlanRate::Found {
                    simple: expected, ..
                },
            )
            | (PlanRate::BelowZero { simple }, PlanRate::BelowZero { simple: expected }) => {
                // Either bracket is 2^-48 of a factor, 365 times that a year, where a day costs little.
                assert!((simple - expected).abs() < Decimal::new(1, 10), "{dated:?}");
                compared += 1;
            }
            (found, expected) => assert_eq!(found, expected, "{dated:?}"),
        }
    }
    assert!(compared > 190, "{compared}");
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
