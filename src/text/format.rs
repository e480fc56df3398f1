//! Numbers, amounts, rates and dates as text.

use std::fmt::Write as _;

use chrono::Datelike;
use rust_decimal::{Decimal, RoundingStrategy};

use super::Locale;
use crate::engine::calendar::{Date, format_date};
use crate::engine::money::{Currency, Money, Rate, Share};
use crate::engine::plan::PlanRate;

/// The minus sign before a number below zero.
pub const MINUS: &str = "\u{2212}";

/// The sign that stands before an amount. Yen and the dollars carry their country, so that no sign
/// stands for two currencies.
#[must_use]
pub const fn symbol(currency: Currency) -> &'static str {
    match currency {
        Currency::Cny => "¥",
        Currency::Gbp => "£",
        Currency::Usd => "US$",
        Currency::Eur => "€",
        Currency::Inr => "₹",
        Currency::Hkd => "HK$",
        Currency::Jpy => "JP¥",
    }
}

/// The currency's name.
#[must_use]
pub const fn currency_name(locale: Locale, currency: Currency) -> &'static str {
    let (zh, en) = match currency {
        Currency::Cny => ("人民币", "Chinese yuan"),
        Currency::Gbp => ("英镑", "pounds sterling"),
        Currency::Usd => ("美元", "United States dollars"),
        Currency::Eur => ("欧元", "euros"),
        Currency::Inr => ("印度卢比", "Indian rupees"),
        Currency::Hkd => ("港元", "Hong Kong dollars"),
        Currency::Jpy => ("日元", "Japanese yen"),
    };
    locale.pick(zh, en)
}

/// An amount with its sign: `¥48,532.17`, `£1,200.00`, `−¥20.00`. Both languages write it alike.
#[must_use]
pub fn money(_: Locale, amount: Money, currency: Currency) -> String {
    let bare = money_bare(amount, currency);
    match bare.strip_prefix(MINUS) {
        Some(size) => format!("{MINUS}{}{size}", symbol(currency)),
        None => format!("{}{bare}", symbol(currency)),
    }
}

/// An amount without its sign, for columns: `48,532.17`.
#[must_use]
pub fn money_bare(amount: Money, currency: Currency) -> String {
    grouped(&amount.to_decimal_string(currency))
}

/// A whole number with separators: `12,345`.
#[must_use]
pub fn number(number: u64) -> String {
    grouped(&number.to_string())
}

/// Puts a separator before every third digit of the whole part, counted from its end.
fn grouped(plain: &str) -> String {
    let (sign, size) = match plain.strip_prefix('-') {
        Some(size) => (MINUS, size),
        None => ("", plain),
    };
    let (whole, decimals) = match size.split_once('.') {
        Some((whole, decimals)) => (whole, Some(decimals)),
        None => (size, None),
    };
    let mut text = sign.to_owned();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if let Some(decimals) = decimals {
        text.push('.');
        text.push_str(decimals);
    }
    text
}

/// A share of a whole, exactly: `12.5%`.
#[must_use]
pub fn percent(share: Share) -> String {
    format!("{}%", share.to_percent_string())
}

/// A yearly rate, exactly: `18.25%`.
#[must_use]
pub fn rate(rate: Rate) -> String {
    format!("{}%", grouped(&rate.to_percent_string()))
}

/// A fraction as a percentage with so many decimals, halves away from zero: 0.061345 is `6.13%`.
#[must_use]
pub fn rate_decimal(fraction: Decimal, digits: u32) -> String {
    let Some(percent) = fraction.checked_mul(Decimal::ONE_HUNDRED) else {
        return format!("{fraction}");
    };
    let rounded = percent.round_dp_with_strategy(digits, RoundingStrategy::MidpointAwayFromZero);
    // Minus nought is nought.
    let rounded = if rounded.is_zero() {
        Decimal::ZERO
    } else {
        rounded
    };
    let places = usize::try_from(digits).unwrap_or(0);
    format!("{}%", grouped(&format!("{rounded:.places$}")))
}

/// A plan's yearly rate with two decimals: the effective one, or that it is below zero or that there is none.
/// A rate below zero has no figure that means anything over a few weeks, so none is shown.
#[must_use]
pub fn plan_rate(locale: Locale, rate: PlanRate) -> String {
    match rate {
        PlanRate::Found { effective, .. } => rate_decimal(effective, 2),
        PlanRate::BelowZero { .. } => locale.pick("低于零", "below zero").to_owned(),
        PlanRate::None => locale.pick("无法计算", "none can be worked out").to_owned(),
    }
}

/// A date as people write it: `2026年12月25日`, `25 December 2026`.
#[must_use]
pub fn date(locale: Locale, date: Date) -> String {
    let (year, month, day) = (date.year(), date.month(), date.day());
    match locale {
        Locale::Zh => format!("{year}年{month}月{day}日"),
        Locale::En => format!("{day} {} {year}", english_month(month)),
    }
}

/// A date as `2026-12-25`, for tables.
#[must_use]
pub fn date_iso(date: Date) -> String {
    format_date(date)
}

/// A month and its year: `2026年12月`, `December 2026`.
#[must_use]
pub fn month_of(locale: Locale, date: Date) -> String {
    let (year, month) = (date.year(), date.month());
    match locale {
        Locale::Zh => format!("{year}年{month}月"),
        Locale::En => format!("{} {year}", english_month(month)),
    }
}

/// The English name of a month from 1 to 12.
pub(super) const fn english_month(month: u32) -> &'static str {
    match month {
        1 => "January",
        2 => "February",
        3 => "March",
        4 => "April",
        5 => "May",
        6 => "June",
        7 => "July",
        8 => "August",
        9 => "September",
        10 => "October",
        11 => "November",
        _ => "December",
    }
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Noun {
    /// Calendar days.
    Day,
    /// Weeks.
    Week,
    /// Months.
    Month,
    /// Payments of a plan.
    Payment,
    /// Rules of a pack.
    Rule,
    /// Options side by side.
    Choice,
    /// Decimals of a number.
    Decimal,
    /// Characters of a text.
    Character,
    /// Times something happens.
    Time,
}

impl Noun {
    /// Every noun.
    pub const ALL: [Self; 9] = [
        Self::Day,
        Self::Week,
        Self::Month,
        Self::Payment,
        Self::Rule,
        Self::Choice,
        Self::Decimal,
        Self::Character,
        Self::Time,
    ];

    /// Chinese measure word, English singular, English plural.
    const fn forms(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Day => ("天", "day", "days"),
            Self::Week => ("周", "week", "weeks"),
            Self::Month => ("个月", "month", "months"),
            Self::Payment => ("期", "payment", "payments"),
            Self::Rule => ("条规则", "rule", "rules"),
            Self::Choice => ("个方案", "option", "options"),
            Self::Decimal => ("位小数", "decimal", "decimals"),
            Self::Character => ("个字符", "character", "characters"),
            Self::Time => ("次", "time", "times"),
        }
    }
}

/// A number of things: `36期`, `36 payments`, `1 payment`.
#[must_use]
pub fn count(locale: Locale, size: u64, noun: Noun) -> String {
    let (zh, one, many) = noun.forms();
    let size_text = number(size);
    match locale {
        Locale::Zh => format!("{size_text}{zh}"),
        Locale::En if size == 1 => format!("{size_text} {one}"),
        Locale::En => format!("{size_text} {many}"),
    }
}

/// A number of days: `45天`, `45 days`.
#[must_use]
pub fn days(locale: Locale, size: u32) -> String {
    count(locale, u64::from(size), Noun::Day)
}

/// A number of months: `24个月`, `24 months`.
#[must_use]
pub fn months(locale: Locale, size: u32) -> String {
    count(locale, u64::from(size), Noun::Month)
}

/// A number of payments: `36期`, `36 payments`.
#[must_use]
pub fn payments(locale: Locale, size: u32) -> String {
    count(locale, u64::from(size), Noun::Payment)
}

/// That a figure is an earlier one, under it: `14:32的结果`, `As of 14:32`.
#[must_use]
pub fn earlier(locale: Locale, time: &str) -> String {
    match locale {
        Locale::Zh => format!("{time}的结果"),
        Locale::En => format!("As of {time}"),
    }
}

/// Why the figures shown are earlier ones.
#[must_use]
pub fn earlier_shown(locale: Locale, time: &str) -> String {
    match locale {
        Locale::Zh => format!("有一项填写无法读取，这里仍是{time}的有效结果。"),
        Locale::En => {
            format!(
                "Something typed cannot be read; these are the last figures that stood, at {time}."
            )
        }
    }
}

/// Bytes as hexadecimal digits, two each.
#[must_use]
pub fn hexadecimal(bytes: &[u8]) -> String {
    let mut text = String::new();
    for byte in bytes {
        // Writing into a text does not fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}
