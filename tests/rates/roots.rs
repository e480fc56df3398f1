//! How many rates there are, and what holds for each.

use quittance::engine::calendar::{
    AnnualRule, AnnualUnit, DayCount, Frequency, Unit, add_days, parse_date,
};
use quittance::engine::money::Money;
use quittance::engine::plan::{
    DatedFlow, NoRate, PerYear, RateAnswer, annual_equation, dated_rate, effective_from_simple,
    periodic_rate, simple_from_effective,
};
use rust_decimal::Decimal;

fn money(amounts: &[i64]) -> Vec<Money> {
    let money = |amount: &i64| Money::from_minor(*amount).unwrap();
    amounts.iter().map(money).collect()
}

fn answer(amounts: &[i64]) -> RateAnswer {
    periodic_rate(&money(amounts), PerYear::YEARLY)
}

/// The rates in percent, to ten decimals.
fn rates(amounts: &[i64]) -> Vec<String> {
    let text = |rate: Decimal| {
        (rate * Decimal::ONE_HUNDRED)
            .round_dp(10)
            .normalize()
            .to_string()
    };
    let answer = answer(amounts);
    answer
        .all()
        .iter()
        .map(|rate| text(rate.periodic))
        .collect()
}

#[test]
fn none_one_two_and_three_roots_are_told_as_such() {
    assert_eq!(answer(&[]), RateAnswer::None(NoRate::NothingFlows));
    assert_eq!(answer(&[0, 0]), RateAnswer::None(NoRate::NothingFlows));
    assert_eq!(answer(&[5]), RateAnswer::None(NoRate::OneWay));
    assert_eq!(answer(&[100, 0, 1]), RateAnswer::None(NoRate::OneWay));
    // 100 - 150 v + 100 v^2 is never nothing.
    assert_eq!(
        answer(&[100, -150, 100]),
        RateAnswer::None(NoRate::NeverEqual)
    );
    assert!(matches!(answer(&[-100, 110]), RateAnswer::One(_)));
    assert_eq!(rates(&[-100, 110]), ["10"]);
    assert_eq!(rates(&[100, -110]), ["10"]);
    assert_eq!(rates(&[-100, 0, 0, 0, 100]), ["0"]);
    assert!(matches!(answer(&[-100, 90]), RateAnswer::BelowZero(_)));
    assert_eq!(rates(&[-100, 90]), ["-10"]);
    // Products of (1 + i) - g: the roots are known beforehand.
    assert_eq!(rates(&[1000, -2500, 1540]), ["10", "40"]);
    assert_eq!(rates(&[1000, -3600, 4310, -1716]), ["10", "20", "30"]);
    assert_eq!(rates(&[100, -190, 88]), ["-20", "10"]);
    assert_eq!(rates(&[10, -21, 11]), ["0", "10"]);
    assert_eq!(rates(&[10, -17, 7]), ["-30", "0"]);
    // Roots that touch: 10 % twice, nought twice, -50 % twice.
    assert_eq!(rates(&[100, -220, 121]), ["10"]);
    assert_eq!(rates(&[1, -2, 1]), ["0"]);
    assert_eq!(rates(&[4, -4, 1]), ["-50"]);
    // 10 % twice and 50 % once.
    assert_eq!(rates(&[200, -740, 902, -363]), ["10", "50"]);
    // Two roots a hundredth of a percent apart: (1.1)(1.1001).
    assert_eq!(rates(&[100_000, -220_010, 121_011]), ["10", "10.01"]);
}

#[test]
fn rates_out_of_all_measure_are_not_guessed() {
    let outside = RateAnswer::None(NoRate::OutsideRange);
    assert_eq!(answer(&[-1, 1 << 40]), outside);
    assert_eq!(answer(&[-(1 << 40), 1]), outside);
    let large = answer(&[-1, 1 << 29]).only().unwrap().periodic;
    let off = (large - Decimal::from((1 << 29) - 1)).abs();
    assert!(off < Decimal::new(1, 5), "{large}");
    assert_eq!(rates(&[-(1 << 20), 1]), ["-99.9999046326"]);
    // A period's rate that a year of periods compounds beyond telling.
    let daily = periodic_rate(&money(&[-100, 200]), PerYear::new(365, 1).unwrap());
    let found = daily.only().unwrap();
    assert_eq!((found.simple, found.effective), (Decimal::from(365), None));
}

#[test]
fn amounts_may_be_scaled_and_times_shifted() {
    let flows: [i64; 9] = [-70_000, 9_000, -300, 12_345, 20_000, 0, 31_111, 7, 8_642];
    let plain = answer(&flows);
    assert!(plain.only().is_some());
    for scale in [3, 1_000, 999_983, -1, -12_000] {
        let scaled: Vec<i64> = flows.iter().map(|part| part * scale).collect();
        assert_same(&answer(&scaled), &plain);
    }
    for shift in [1, 7, 100] {
        let mut later = vec![0; shift];
        later.extend(flows);
        assert_eq!(answer(&later), plain);
        later.extend([0, 0]);
        assert_eq!(answer(&later), plain);
    }
    let dated = |shift: i64| {
        let first = parse_date("2024-02-29").unwrap();
        let mut flows: Vec<DatedFlow> = (0..)
            .zip(money(&flows))
            .map(|(k, amount)| DatedFlow {
                date: add_days(first, shift + 29 * k * k).unwrap(),
                amount,
            })
            .collect();
        flows.reverse();
        dated_rate(&flows, DayCount::Act365Fixed).unwrap()
    };
    assert!(dated(0).only().is_some());
    assert_eq!(dated(0), dated(1));
    assert_eq!(dated(0), dated(-12_345));
}

fn assert_same(left: &RateAnswer, right: &RateAnswer) {
    assert_eq!(left.all().len(), right.all().len(), "{left:?} {right:?}");
    for (left, right) in left.all().iter().zip(right.all()) {
        let apart = (left.periodic - right.periodic).abs();
        assert!(apart < Decimal::new(1, 13), "{left:?} {right:?}");
    }
}

/// The second implementation: decimals, flow by flow.
fn value(flows: &[i64], rate: Decimal) -> Decimal {
    let growth = Decimal::ONE + rate;
    flows.iter().rev().fold(Decimal::ZERO, |sum, flow| {
        sum / growth + Decimal::from(*flow)
    })
}

/// Numbers that look like chance but are always the same.
fn chances(seed: u64) -> impl FnMut(u64) -> u64 {
    let mut state = seed;
    move |below| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    }
}

#[test]
fn at_every_root_the_flows_are_worth_nothing_to_a_minor_unit() {
    let mut next = chances(20_261_122);
    let (mut found, mut several, mut below) = (0, 0, 0);
    for _ in 0..2_000 {
        let count = 2 + next(11);
        let flows: Vec<i64> = (0..count)
            .map(|_| i64::try_from(next(200_000)).unwrap() - 100_000)
            .collect();
        let answer = answer(&flows);
        several += i32::from(matches!(answer, RateAnswer::Several(_)));
        below += i32::from(matches!(answer, RateAnswer::BelowZero(_)));
        for rate in answer.all() {
            // Decimals of 28 digits cannot discount by less than a tenth twelve times over.
            if rate.periodic > Decimal::new(-9, 1) && rate.periodic < Decimal::from(1_000) {
                let value = value(&flows, rate.periodic);
                assert!(value.abs() < Decimal::ONE, "{flows:?} {rate:?}: {value}");
                found += 1;
            }
        }
        // Between neighbours, and beyond the last, the value keeps its sign: the roots are all there.
        let mut points: Vec<Decimal> = answer.all().iter().map(|rate| rate.periodic).collect();
        points.insert(0, Decimal::new(-6, 1));
        points.push(Decimal::from(9));
        points.retain(|rate| *rate >= Decimal::new(-6, 1) && *rate <= Decimal::from(9));
        points.sort_unstable();
        for pair in points.windows(2) {
            let width = pair[1] - pair[0];
            let at = |part: i64| value(&flows, pair[0] + width * Decimal::new(part, 2));
            let signs: Vec<bool> = (1..100).map(|part| at(part).is_sign_positive()).collect();
            if width > Decimal::new(1, 6) {
                let turns = signs.windows(2).filter(|pair| pair[0] != pair[1]).count();
                assert_eq!(turns, 0, "{flows:?} {answer:?}");
            }
        }
    }
    assert!(
        found > 1_500 && several > 100 && below > 300,
        "{found} {several} {below}"
    );
}

#[test]
fn dated_rates_agree_with_decimal_powers() {
    let mut next = chances(7);
    for _ in 0..300 {
        let first = parse_date("2026-01-31").unwrap();
        let mut flows = vec![(0, -10_000_000_i64)];
        for _ in 0..=next(24) {
            let days = i64::try_from(1 + next(3_000)).unwrap();
            flows.push((days, i64::try_from(1 + next(3_000_000)).unwrap()));
        }
        let dated: Vec<DatedFlow> = flows
            .iter()
            .map(|(days, amount)| DatedFlow {
                date: add_days(first, *days).unwrap(),
                amount: Money::from_minor(*amount).unwrap(),
            })
            .collect();
        let answer = dated_rate(&dated, DayCount::Act365Fixed).unwrap();
        let Some(rate) = answer.only().and_then(|rate| rate.effective) else {
            assert_eq!(answer, RateAnswer::None(NoRate::OutsideRange));
            continue;
        };
        // The daily growth is the rate for 365 periods; its powers are decimals here.
        let daily = simple_from_effective(rate, PerYear::new(365, 1).unwrap()).unwrap();
        let growth = Decimal::ONE + daily / Decimal::from(365);
        let mut by_day: Vec<i64> = vec![0; 3_001];
        for (days, amount) in &flows {
            by_day[usize::try_from(*days).unwrap()] += amount;
        }
        let last = flows.iter().map(|(days, _)| *days).max().unwrap();
        let used = usize::try_from(last).unwrap() + 1;
        if growth < Decimal::new(98, 2) {
            continue;
        }
        let value = by_day[..used]
            .iter()
            .rev()
            .fold(Decimal::ZERO, |sum, flow| {
                sum / growth + Decimal::from(*flow)
            });
        assert!(
            value.abs() < Decimal::ONE,
            "{flows:?}: {rate} leaves {value}"
        );
    }
}

#[test]
fn day_counts_and_annual_rules_move_the_rate() {
    let date = |text: &str| parse_date(text).unwrap();
    let flow = |day: &str, amount| DatedFlow {
        date: date(day),
        amount: Money::from_minor(amount).unwrap(),
    };
    let flows = [flow("2024-01-31", -100_000), flow("2025-01-31", 110_000)];
    let text = |answer: RateAnswer| {
        let rate = answer.only().unwrap().effective.unwrap();
        rate.round_dp(10).to_string()
    };
    let by = |day_count| text(dated_rate(&flows, day_count).unwrap());
    assert_eq!(by(DayCount::ThirtyE360), "0.1000000000");
    // 1.1^(365/366) and 1.1^(360/366).
    assert_eq!(by(DayCount::Act365Fixed), "0.0997135859");
    assert_eq!(by(DayCount::Act360), "0.0982826338");
    let rule = |rule| text(annual_equation(&flows, rule, AnnualUnit::Months).unwrap());
    assert_eq!(rule(AnnualRule::Eu), "0.1000000000");
    assert_eq!(rule(AnnualRule::Uk), "0.1000000000");
    let none = annual_equation(&[], AnnualRule::Eu, AnnualUnit::Months).unwrap();
    assert_eq!(none, RateAnswer::None(NoRate::NothingFlows));
}

#[test]
fn rates_are_annualised_there_and_back() {
    let parse = |text: &str| text.parse::<Decimal>().unwrap();
    let monthly = PerYear::of(Frequency::MONTHLY);
    // 12 % a year by the month is 1.01^12 - 1 exactly.
    let effective = effective_from_simple(parse("0.12"), monthly).unwrap();
    assert_eq!(effective.round_dp(17), parse("0.12682503013196972"));
    for text in ["0.24", "0", "-0.5", "3.6", "0.0001"] {
        for every in [1, 3, 5, 7, 12] {
            for unit in [Unit::Days, Unit::Weeks, Unit::HalfMonths, Unit::Months] {
                let per_year = PerYear::of(Frequency::new(every, unit).unwrap());
                let effective = effective_from_simple(parse(text), per_year).unwrap();
                let back = simple_from_effective(effective, per_year).unwrap();
                assert!(
                    (back - parse(text)).abs() < Decimal::new(1, 14),
                    "{text} {per_year:?}: {back}"
                );
            }
        }
    }
    let three_weeks = PerYear::of(Frequency::new(3, Unit::Weeks).unwrap());
    assert_eq!((three_weeks.periods(), three_weeks.years()), (52, 3));
    assert_eq!(PerYear::new(0, 1), None);
    assert_eq!(PerYear::new(1, 0), None);
    assert_eq!(effective_from_simple(parse("-12"), monthly), None);
    assert_eq!(effective_from_simple(parse("1000000"), monthly), None);
    assert_eq!(simple_from_effective(parse("-1"), monthly), None);
}
