//! What holds for every schedule, over random ones.

use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, RngSeed};
use quittance::engine::calendar::{DayCount, Frequency, add_days, parse_date};
use quittance::engine::money::{Money, Rate, Rounding};
use quittance::engine::plan::schedule::{
    Instalment, InterestBasis, Method, Period, Row, ScheduleError, amortise, level_instalment,
    periods,
};

/// The same cases every time, so that a failure is a change in the code.
fn fixed_cases() -> ProptestConfig {
    ProptestConfig {
        cases: 2_000,
        rng_algorithm: RngAlgorithm::ChaCha,
        rng_seed: RngSeed::Fixed(20_261_121),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

fn principals() -> impl Strategy<Value = Money> {
    // As likely to be a few cents as a fortune.
    (0_u32..=14, 0_i64..=1_000_000).prop_map(|(digits, part)| {
        let top = 10_i64.pow(digits);
        let minor = i128::from(top) * i128::from(part) / 1_000_000;
        Money::from_minor(i64::try_from(minor).unwrap().max(1)).unwrap()
    })
}

/// 0 to 400 % a year.
fn rates() -> impl Strategy<Value = Rate> {
    prop_oneof![
        1 => Just(Rate::ZERO),
        9 => (0_u32..=40_000).prop_map(|hundredths| {
            let text = format!("{}.{:02}", hundredths / 100, hundredths % 100);
            Rate::parse_percent(&text).unwrap()
        }),
    ]
}

fn roundings() -> impl Strategy<Value = Rounding> {
    prop::sample::select(Rounding::ALL.as_slice())
}

fn bases() -> impl Strategy<Value = InterestBasis> {
    prop_oneof![
        Just(InterestBasis::Periodic),
        prop::sample::select(DayCount::ALL.as_slice()).prop_map(InterestBasis::Daily),
    ]
}

fn all_periods() -> impl Strategy<Value = Vec<Period>> {
    let frequencies = prop::sample::select(vec![
        Frequency::WEEKLY,
        Frequency::FORTNIGHTLY,
        Frequency::HALF_MONTHLY,
        Frequency::MONTHLY,
        Frequency::from_code("every-10-days").unwrap(),
        Frequency::from_code("every-3-months").unwrap(),
    ]);
    let counts = prop_oneof![8 => 1_u32..=60, 1 => 61_u32..=600];
    (0_i64..20_000, 0_i64..=120, frequencies, counts, bases()).prop_map(
        |(start, wait, frequency, count, basis)| {
            let start = add_days(parse_date("1995-01-01").unwrap(), start).unwrap();
            let first = add_days(start, wait).unwrap();
            periods(start, first, frequency, count, basis).unwrap()
        },
    )
}

fn check(principal: Money, periods: &[Period], rows: &[Row]) -> Result<(), TestCaseError> {
    prop_assert_eq!(rows.len(), periods.len());
    let repaid = Money::sum(rows.iter().map(|row| row.principal)).unwrap();
    prop_assert_eq!(repaid, principal);
    let mut opening = principal;
    for (row, period) in rows.iter().zip(periods) {
        prop_assert_eq!(row.due, period.due);
        prop_assert!(!row.interest.is_negative());
        prop_assert!(!row.principal.is_negative());
        prop_assert!(!row.closing.is_negative());
        prop_assert_eq!(row.closing.checked_add(row.principal), Ok(opening));
        prop_assert!(!opening.is_zero() || row.interest.is_zero());
        opening = row.closing;
    }
    prop_assert!(opening.is_zero());
    Ok(())
}

fn total_interest(rows: &[Row]) -> Money {
    Money::sum(rows.iter().map(|row| row.interest)).unwrap()
}

proptest! {
    #![proptest_config(fixed_cases())]

    #[test]
    fn every_fitted_schedule_repays_exactly_what_is_owed(
        principal in principals(),
        rate in rates(),
        method in prop::sample::select(Method::ALL.as_slice()),
        periods in all_periods(),
        rounding in roundings(),
    ) {
        let fitted = Instalment::Fitted;
        let rows = amortise(principal, rate, method, &periods, fitted, rounding);
        check(principal, &periods, &rows.unwrap())?;
    }

    #[test]
    fn every_given_instalment_repays_exactly_or_says_why_not(
        principal in principals(),
        rate in rates(),
        periods in all_periods(),
        rounding in roundings(),
        minor in 0_i64..=10_000_000_000,
    ) {
        let fixed = Instalment::Fixed(Money::from_minor(minor).unwrap());
        match amortise(principal, rate, Method::EqualInstalment, &periods, fixed, rounding) {
            Ok(rows) => {
                check(principal, &periods, &rows)?;
                for row in &rows[..rows.len() - 1] {
                    let payment = row.payment().unwrap().minor();
                    prop_assert!(payment == minor || row.closing.is_zero());
                    prop_assert!(payment <= minor);
                }
            }
            Err(ScheduleError::InstalmentBelowInterest { row, interest }) => {
                prop_assert!(interest.minor() > minor);
                prop_assert!((1..=periods.len()).contains(&usize::try_from(row).unwrap()));
            }
            Err(other) => prop_assert!(false, "{other:?}"),
        }
    }

    #[test]
    fn a_larger_instalment_never_costs_more_interest(
        principal in principals(),
        rate in rates(),
        periods in all_periods(),
        rounding in roundings(),
        more in 0_i64..=1_000_000,
    ) {
        let level = level_instalment(principal, rate, &periods, rounding).unwrap();
        let larger = level.checked_add(Money::from_minor(more).unwrap()).unwrap();
        let lay_out = |payment| {
            let fixed = Instalment::Fixed(payment);
            amortise(principal, rate, Method::EqualInstalment, &periods, fixed, rounding)
        };
        if let (Ok(small), Ok(large)) = (lay_out(level), lay_out(larger)) {
            prop_assert!(total_interest(&large) <= total_interest(&small));
        }
    }

    #[test]
    fn a_fitted_instalment_leaves_the_last_row_within_a_cent_for_each_row_and_its_growth(
        principal in principals(),
        hundredths in 0_u32..=3_600,
        count in 1_u32..=60,
    ) {
        let text = format!("{}.{:02}", hundredths / 100, hundredths % 100);
        let rate = Rate::parse_percent(&text).unwrap();
        let start = parse_date("2026-11-21").unwrap();
        let monthly = Frequency::MONTHLY;
        let first = monthly.nth_due(start, 1).unwrap();
        let months = periods(start, first, monthly, count, InterestBasis::Periodic).unwrap();
        let level = level_instalment(principal, rate, &months, Rounding::HalfUp).unwrap();
        let method = Method::EqualInstalment;
        let fitted = Instalment::Fitted;
        let rows = amortise(principal, rate, method, &months, fitted, Rounding::HalfUp).unwrap();
        let last = rows.last().unwrap().payment().unwrap();
        // Each row is at most a cent off (half in the instalment, half in the interest), and at
        // 36 % a cent grows at most 1.03^60 = 5.9 times over the plan.
        let allowed = i64::from(count) * 6 + 1;
        let apart = (last.minor() - level.minor()).abs();
        prop_assert!(apart <= allowed, "{apart} > {allowed}");
    }
}
