//! Amounts, shares, dates and sets at the ends of what they may be.

use quittance::engine::calendar::{
    BusinessCalendar, Date, DateOutOfRange, Frequency, Roll, Unit, add_days, parse_date,
};
use quittance::engine::claim::Component;
use quittance::engine::fields::CodeSet;
use quittance::engine::money::{Money, Rounding, Share};
use quittance::engine::plan::{PlanRate, RatedPayments, daily_rate, plan_rate};

fn date(text: &str) -> Date {
    parse_date(text).unwrap()
}

#[test]
fn a_ratio_is_of_a_part_of_something_however_little_is_outside() {
    let minor = |amount| Money::from_minor(amount).unwrap();
    let ratio = |part, whole| Share::ratio(part, whole, Rounding::TowardZero);
    // Each of these would round to nothing or to the whole.
    assert_eq!(ratio(minor(-1), Money::MAX), None);
    assert_eq!(ratio(Money::MAX, minor(Money::MAX.minor() - 1)), None);
    assert_eq!(ratio(minor(-10), minor(-10)), None);
    assert_eq!(ratio(minor(0), Money::MAX), Some(Share::ZERO));
}

#[test]
fn the_second_half_of_a_month_begins_on_the_sixteenth() {
    let roll = |day: &str| {
        Roll::HalfMonthModifiedFollowing
            .apply(date(day), &BusinessCalendar::Weekdays)
            .unwrap()
    };
    // A Sunday before a Monday that is the 15th, and one before the 16th.
    assert_eq!(roll("2026-06-14"), date("2026-06-15"));
    assert_eq!(roll("2026-08-15"), date("2026-08-14"));
}

#[test]
fn the_supported_days_end_where_they_are_said_to() {
    let (first, last) = (date("1900-01-01"), date("9999-12-31"));
    assert_eq!(add_days(first, 0), Ok(first));
    assert_eq!(add_days(last, 0), Ok(last));
    assert_eq!(add_days(first, -1), Err(DateOutOfRange::Unsupported));
    assert_eq!(add_days(last, 1), Err(DateOutOfRange::Unsupported));
}

#[test]
fn steps_back_are_steps_before() {
    let anchor = date("2026-03-31");
    for (frequency, back) in [
        (Frequency::MONTHLY, "2026-02-28"),
        (Frequency::WEEKLY, "2026-03-24"),
        (Frequency::new(10, Unit::Days).unwrap(), "2026-03-21"),
    ] {
        assert_eq!(frequency.step_back_by(anchor, 0), Ok(anchor));
        assert_eq!(frequency.step_back_by(anchor, 1), Ok(date(back)));
        let (three, other) = (
            frequency.step_back_by(anchor, 3),
            frequency.steps_from(anchor, -3),
        );
        assert_eq!(three, other);
    }
}

#[test]
fn a_word_put_into_a_set_twice_is_in_it() {
    let set = CodeSet::EMPTY.with(Component::Costs);
    assert_eq!(set.with(Component::Costs), set);
    assert!(set.with(Component::Costs).contains(Component::Costs));
    assert_eq!(CodeSet::of(&[Component::Costs, Component::Costs]), set);
    assert!(!set.contains(Component::Principal));
}

#[test]
fn what_is_no_loan_has_no_rate() {
    let minor = |amount| Money::from_minor(amount).unwrap();
    let of = |balance, payments: &[i64]| {
        let payments: Vec<(u32, Money)> = payments.iter().map(|one| (30, minor(*one))).collect();
        daily_rate(minor(balance), &payments)
    };
    assert!(matches!(
        of(10_000, &[6_000, 6_000]),
        PlanRate::Found { .. }
    ));
    assert!(matches!(of(10_000, &[0, 12_000]), PlanRate::Found { .. }));
    for (balance, payments) in [
        (0, vec![6_000, 6_000]),
        (-10_000, vec![6_000, 6_000]),
        (-10_000, vec![-6_000, -6_000]),
        (10_000, vec![0, 0]),
        (10_000, vec![]),
        (10_000, vec![-1, 12_000]),
        (10_000, vec![12_000, -1]),
    ] {
        assert_eq!(
            of(balance, &payments),
            PlanRate::None,
            "{balance} {payments:?}"
        );
    }
}

#[test]
fn an_odd_beginning_is_part_of_a_unit() {
    let payments = [Money::from_minor(6_000).unwrap(); 2];
    let of = |odd_days, unit_days| {
        plan_rate(&RatedPayments {
            balance: Money::from_minor(10_000).unwrap(),
            payments: &payments,
            whole_before_first: 1,
            odd_days,
            unit_days,
            periods_per_year: 12.into(),
        })
    };
    for (odd_days, unit_days) in [(0, 30), (29, 30), (30, 30)] {
        let found = of(odd_days, unit_days);
        assert!(
            matches!(found, PlanRate::Found { .. }),
            "{odd_days} {unit_days}"
        );
    }
    for (odd_days, unit_days) in [(31, 30), (0, 0), (1, 0)] {
        assert_eq!(
            of(odd_days, unit_days),
            PlanRate::None,
            "{odd_days} {unit_days}"
        );
    }
}
