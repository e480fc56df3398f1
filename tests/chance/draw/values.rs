//! Amounts, rates, shares and days, the ends of their ranges often among them.

use crate::dice::Dice;
use quittance::engine::calendar::{Date, add_days, days_between, parse_date};
use quittance::engine::money::{Money, Rate, Rounding, Share};
use rust_decimal::Decimal;

/// 10^12 of a currency with two decimals.
pub const LARGEST: i64 = 100_000_000_000_000;
/// Steps of a rate or a share in one.
pub const ONE: i64 = 10_000_000_000;

pub fn money(minor: i64) -> Money {
    Money::from_minor(minor).unwrap()
}

/// An amount of any length.
pub fn amount(dice: &mut Dice) -> Money {
    money(match dice.below(64) {
        0..=5 => 0,
        6 => 1,
        7 => LARGEST,
        8 => dice.between(1, LARGEST),
        9..=11 => dice.between(2, 99),
        12..=21 => dice.between(100, 99_999),
        _ => dice.between(100_000, 99_999_999),
    })
}

/// Any amount above nothing, for what has no actual value to lie near.
pub fn any_payment(dice: &mut Dice) -> Money {
    amount(dice).max(money(1))
}

/// A yearly rate of up to 400 %.
pub fn rate(dice: &mut Dice) -> Rate {
    let steps = match dice.below(32) {
        0..=2 => 0,
        3 => 4 * ONE,
        4 => dice.between(1, 4 * ONE),
        5..=6 => dice.between(1, ONE / 2),
        _ => dice.between(1, 36_00) * (ONE / 10_000),
    };
    Rate::from_scaled(steps).unwrap()
}

/// A share of a whole, nothing and all of it among them.
pub fn share(dice: &mut Dice) -> Share {
    share_of_steps(match dice.below(16) {
        0 => 0,
        1..=2 => ONE,
        3 => dice.between(0, ONE),
        _ => dice.between(0, 100_00) * (ONE / 100_00),
    })
}

/// The share of so many steps, kept within nothing and all.
pub fn share_of_steps(steps: i64) -> Share {
    Share::ratio(money(steps.clamp(0, ONE)), money(ONE), Rounding::TowardZero).unwrap()
}

/// A multiple of the contract rate, in hundredths or finer.
pub fn multiple(dice: &mut Dice) -> Decimal {
    match dice.below(8) {
        0 => Decimal::ZERO,
        1 => Decimal::new(130, 2),
        2 => Decimal::new(150, 2),
        3 => Decimal::new(dice.between(1_000, 2_000), 3),
        _ => Decimal::new(dice.between(100, 200), 2),
    }
}

/// An as-of date: of these decades mostly, often one at an end of a month or a year.
pub fn as_of(dice: &mut Dice) -> Date {
    match dice.below(128) {
        0 => day(dice.one_of(&["9999-12-31", "9999-12-01", "9999-01-31", "9990-02-28"])),
        1 => day(dice.one_of(&["1900-01-01", "1900-02-28", "1904-02-29", "1999-12-31"])),
        2..=5 => day(dice.one_of(&["2024-02-29", "2028-02-29", "2096-02-29"])),
        6..=9 => day(dice.one_of(&["2025-12-31", "2026-12-31", "2027-12-31"])),
        10..=13 => day(dice.one_of(&["2026-01-01", "2027-01-01", "2028-01-01"])),
        14..=25 => day(dice.one_of(&[
            "2026-01-31",
            "2026-02-28",
            "2026-03-31",
            "2026-04-30",
            "2026-08-31",
            "2026-11-30",
        ])),
        _ => add_days(day("2015-03-15"), dice.between(0, 6_000)).unwrap(),
    }
}

/// A first due date so many days on; often one that the same days of other months do not have.
pub fn first_due(dice: &mut Dice, as_of: Date) -> Date {
    let later = |days| add_days(as_of, days).unwrap_or(as_of);
    let drawn = match dice.below(32) {
        0 => as_of,
        1..=20 => later(dice.between(1, 45)),
        21..=30 => later(dice.between(46, 400)),
        _ => later(dice.between(401, 3_600)),
    };
    if !dice.once_in(6) {
        return drawn;
    }
    use chrono::Datelike;
    let year = drawn.year();
    let month_end = [31, 30, 29, 28]
        .into_iter()
        .find_map(|last| drawn.with_day(last))
        .unwrap_or(drawn);
    let wanted = match dice.below(4) {
        0 => Date::from_ymd_opt(year - year % 4, 2, 29),
        1 => Date::from_ymd_opt(year, 12, 31),
        2 => Date::from_ymd_opt(year.min(9_998) + 1, 1, 1),
        _ => Some(month_end),
    };
    // A link carries at most ten years.
    wanted
        .filter(|wanted| (0..3_660).contains(&days_between(as_of, *wanted)))
        .unwrap_or(drawn)
}

/// Days past due, the ends of the stages often among them.
pub fn days_past_due(dice: &mut Dice) -> i64 {
    if dice.once_in(2) {
        dice.one_of(&[0, 1, 30, 31, 60, 61, 90, 91])
    } else {
        dice.between(0, 1_500)
    }
}

/// So many days before another, but never before the first year of the calendar.
pub fn days_before(date: Date, days: i64) -> Date {
    add_days(date, -days).unwrap_or(day("1900-01-01"))
}

fn day(text: &str) -> Date {
    parse_date(text).unwrap()
}
