//! The actuarial method of Regulation Z where it is irregular.

use quittance::engine::calendar::parse_date;
use quittance::engine::money::Money;
use quittance::engine::plan::{
    ActuarialError, ActuarialFlow, DatedFlow, UnitPeriod, actuarial_rate, actuarial_rate_by_date,
};
use rust_decimal::Decimal;

#[test]
fn several_advances_and_uneven_fractions_are_one_equation() {
    let flow = |whole, odd, amount| ActuarialFlow {
        whole,
        odd,
        amount: Money::from_minor(amount).unwrap(),
    };
    let advances = [flow(0, (0, 1), 300_000), flow(1, (10, 30), 200_000)];
    let payments = [
        flow(2, (5, 30), 130_000),
        flow(3, (0, 30), 130_000),
        flow(3, (29, 30), 130_000),
        flow(5, (30, 30), 130_000),
    ];
    let answer = actuarial_rate(&advances, &payments, UnitPeriod::Months(1)).unwrap();
    let rate = answer.only().unwrap();
    // Each flow discounted by itself, as (b)(8) writes it.
    let worth = |flow: &ActuarialFlow| {
        let odd = Decimal::from(flow.odd.0) / Decimal::from(flow.odd.1) * rate.periodic;
        let whole =
            (0..flow.whole).fold(Decimal::ONE, |all, _| all * (Decimal::ONE + rate.periodic));
        Decimal::from(flow.amount.minor()) / (Decimal::ONE + odd) / whole
    };
    let out: Decimal = advances.iter().map(worth).sum();
    let back: Decimal = payments.iter().map(worth).sum();
    assert!((out - back).abs() < Decimal::new(1, 6), "{out} {back}");
    assert_eq!(rate.simple, rate.periodic * Decimal::from(12));
    // An advance after the payments began: still an equation, and its roots all told.
    let late = [flow(0, (0, 1), 100_000), flow(2, (7, 30), 100_000)];
    let between = [flow(1, (0, 1), 60_000), flow(3, (7, 30), 150_000)];
    let answer = actuarial_rate(&late, &between, UnitPeriod::Months(1)).unwrap();
    assert!(answer.only().is_some(), "{answer:?}");
    for odd in [(2, 1), (0, 0), (31, 30)] {
        let wrong = actuarial_rate(&[flow(0, odd, 1)], &payments, UnitPeriod::Year);
        assert_eq!(wrong, Err(ActuarialError::OddPart { odd }));
    }
}

#[test]
fn the_unit_period_is_chosen_as_the_rule_says() {
    let date = |text: &str| parse_date(text).unwrap();
    let chosen = |begins: &str, payments: &[&str]| {
        let flow = |day: &str, amount| DatedFlow {
            date: date(day),
            amount: Money::from_minor(amount).unwrap(),
        };
        let count = i64::try_from(payments.len()).unwrap();
        let payments: Vec<DatedFlow> = payments
            .iter()
            .map(|day| flow(day, 100_100 / count))
            .collect();
        let advance = [flow(begins, 100_000)];
        actuarial_rate_by_date(date(begins), &advance, &payments)
            .unwrap()
            .0
    };
    // Months at their ends, whatever their days.
    assert_eq!(
        chosen(
            "2026-01-01",
            &["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"]
        ),
        UnitPeriod::Months(1)
    );
    // Two common periods as often as each other: the shorter.
    assert_eq!(
        chosen(
            "2026-01-01",
            &["2026-02-01", "2026-03-01", "2026-05-01", "2026-07-01"]
        ),
        UnitPeriod::Months(1)
    );
    // No period twice: 31 + 59 + 13 + 80 days, 45.75 each, nearer to 45 than to 49; no standard interval of
    // 45 days, so seven weeks or six: 42 is 3.75 away, 49 is 3.25.
    assert_eq!(
        chosen(
            "2026-01-01",
            &["2026-02-01", "2026-04-01", "2026-04-14", "2026-07-03"]
        ),
        UnitPeriod::Weeks(7)
    );
    // Sixty weeks apart, which is no number of months, is a year at most too.
    assert_eq!(
        chosen("2026-01-01", &["2027-02-25", "2028-04-20", "2029-06-14"]),
        UnitPeriod::Year
    );
    // Two years apart is a year at most.
    assert_eq!(
        chosen("2026-01-01", &["2028-01-01", "2030-01-01", "2032-01-01"]),
        UnitPeriod::Year
    );
    assert_eq!(
        chosen("2026-01-05", &["2026-01-15", "2026-01-25", "2026-02-04"]),
        UnitPeriod::Days(10)
    );
    assert_eq!(
        chosen("2026-01-31", &["2026-02-28"]),
        UnitPeriod::TermMonths(1)
    );
}

#[test]
fn a_single_payment_has_its_term_as_unit_period_up_to_a_year() {
    let rated = |begins: &str, due: &str, payment: i64| {
        let flow = |day: &str, amount| DatedFlow {
            date: parse_date(day).unwrap(),
            amount: Money::from_minor(amount).unwrap(),
        };
        let (advance, payment) = (flow(begins, 100_000), flow(due, payment));
        let (unit, answer) = actuarial_rate_by_date(advance.date, &[advance], &[payment]).unwrap();
        let percent = answer.only().unwrap().simple * Decimal::ONE_HUNDRED;
        (unit, percent.round_dp(4).to_string())
    };
    // Six months: twice 4.4 %.
    let six_months = (UnitPeriod::TermMonths(6), "8.8000".to_owned());
    assert_eq!(rated("2026-01-15", "2026-07-15", 104_400), six_months);
    // Eighteen months: (1 + i)(1 + i/2) = 1.265, so i = sqrt(2.25 + 0.53) - 1.5.
    let eighteen = (UnitPeriod::Year, "16.7333".to_owned());
    assert_eq!(rated("2026-01-17", "2027-07-17", 126_500), eighteen);
    // Two years: 1.1 squared.
    let two_years = (UnitPeriod::Year, "10.0000".to_owned());
    assert_eq!(rated("2026-01-31", "2028-01-31", 121_000), two_years);
    // A year and 73 days: (1 + i)(1 + i/5) = 1.2 x 1.04.
    let with_days = (UnitPeriod::Year, "20.0000".to_owned());
    assert_eq!(rated("2026-01-01", "2027-03-15", 124_800), with_days);
}
