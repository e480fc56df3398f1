//! An amount in words, as it stands on payment papers.

use super::Locale;
use super::format::currency_name;
use crate::engine::money::{Currency, Money};

/// An amount in the words of a language, with its currency: `人民币壹仟肆佰零玖元伍角`,
/// `one thousand four hundred and nine yuan and fifty fen`.
#[must_use]
pub fn in_words(locale: Locale, amount: Money, currency: Currency) -> String {
    match locale {
        Locale::Zh => {
            format!(
                "{}{}",
                currency_name(locale, currency),
                in_words_zh(amount, currency)
            )
        }
        Locale::En => in_words_en(amount, currency),
    }
}

/// The whole and the hundredths of an amount without its sign. A currency without decimals has only the first.
fn parts(amount: Money, currency: Currency) -> (u64, u64) {
    let minor = amount.minor().unsigned_abs();
    match currency.minor_digits() {
        0 => (minor, 0),
        _ => (minor / 100, minor % 100),
    }
}

const DIGITS: [&str; 10] = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"];

fn digit(number: u64) -> &'static str {
    usize::try_from(number)
        .ok()
        .and_then(|number| DIGITS.get(number))
        .copied()
        .unwrap_or("零")
}

/// An amount in the Chinese numerals used on payment papers, without the name of the currency.
///
/// After the appendix 正确填写票据和结算凭证的基本规定 of the payment and settlement rules (支付结算办法,
/// 银发〔1997〕393号): 整 ends a sum of whole yuan; several noughts in a row are one 零; a nought of jiao before
/// fen is written. Where the rule lets the writer choose (a nought of yuan before jiao) 零 is written.
#[must_use]
pub fn in_words_zh(amount: Money, currency: Currency) -> String {
    let (whole, hundredths) = parts(amount, currency);
    let (jiao, fen) = (hundredths / 10, hundredths % 10);
    let mut text = String::new();
    if amount.is_negative() {
        text.push('负');
    }
    if whole > 0 || hundredths == 0 {
        text.push_str(&whole_zh(whole));
        text.push('元');
        if hundredths == 0 {
            text.push('整');
        } else if jiao == 0 || whole % 10 == 0 {
            text.push('零');
        }
    }
    for (size, unit) in [(jiao, '角'), (fen, '分')] {
        if size > 0 {
            text.push_str(digit(size));
            text.push(unit);
        }
    }
    text
}

/// A whole number, by 亿 and 万.
fn whole_zh(number: u64) -> String {
    const YI: u64 = 100_000_000;
    const WAN: u64 = 10_000;
    for (size, unit) in [(YI, '亿'), (WAN, '万')] {
        if number >= size {
            let (head, tail) = (number / size, number % size);
            let mut text = whole_zh(head);
            text.push(unit);
            if tail > 0 {
                if tail < size / 10 {
                    text.push('零');
                }
                text.push_str(&whole_zh(tail));
            }
            return text;
        }
    }
    below_ten_thousand(number)
}

fn below_ten_thousand(number: u64) -> String {
    if number == 0 {
        return "零".to_owned();
    }
    let mut text = String::new();
    let mut left_out = false;
    for (size, unit) in [(1000, "仟"), (100, "佰"), (10, "拾"), (1, "")] {
        let here = number / size % 10;
        if here == 0 {
            left_out = !text.is_empty();
        } else {
            if left_out {
                text.push('零');
            }
            left_out = false;
            text.push_str(digit(here));
            text.push_str(unit);
        }
    }
    text
}

/// The names of a currency's units: one and many of the whole, one and many of the hundredth.
const fn units_en(currency: Currency) -> [&'static str; 4] {
    match currency {
        Currency::Cny => ["yuan", "yuan", "fen", "fen"],
        Currency::Gbp => ["pound", "pounds", "penny", "pence"],
        Currency::Usd => ["US dollar", "US dollars", "cent", "cents"],
        Currency::Eur => ["euro", "euros", "cent", "cents"],
        Currency::Inr => ["rupee", "rupees", "paisa", "paise"],
        Currency::Hkd => ["Hong Kong dollar", "Hong Kong dollars", "cent", "cents"],
        Currency::Jpy => ["yen", "yen", "sen", "sen"],
    }
}

/// An amount in English words: `one thousand two hundred pounds and five pence`.
#[must_use]
pub fn in_words_en(amount: Money, currency: Currency) -> String {
    let (whole, hundredths) = parts(amount, currency);
    let [one, many, one_small, many_small] = units_en(currency);
    let of = |number: u64, one: &str, many: &str| {
        format!(
            "{} {}",
            whole_en(number),
            if number == 1 { one } else { many }
        )
    };
    let size = match (whole, hundredths) {
        (_, 0) => of(whole, one, many),
        (0, _) => of(hundredths, one_small, many_small),
        _ => format!(
            "{} and {}",
            of(whole, one, many),
            of(hundredths, one_small, many_small)
        ),
    };
    if amount.is_negative() {
        format!("minus {size}")
    } else {
        size
    }
}

const BELOW_TWENTY: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 10] = [
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];

fn named(names: &[&'static str], number: u64) -> &'static str {
    usize::try_from(number)
        .ok()
        .and_then(|number| names.get(number))
        .copied()
        .unwrap_or("")
}

fn whole_en(number: u64) -> String {
    const LARGE: [(u64, &str); 5] = [
        (1_000_000_000_000_000, "quadrillion"),
        (1_000_000_000_000, "trillion"),
        (1_000_000_000, "billion"),
        (1_000_000, "million"),
        (1_000, "thousand"),
    ];
    for (size, name) in LARGE {
        if number >= size {
            let (head, tail) = (number / size, number % size);
            let head = format!("{} {name}", whole_en(head));
            return match tail {
                0 => head,
                1..100 => format!("{head} and {}", whole_en(tail)),
                _ => format!("{head} {}", whole_en(tail)),
            };
        }
    }
    match (number / 100, number % 100) {
        (0, below) => below_hundred(below),
        (hundreds, 0) => format!("{} hundred", named(&BELOW_TWENTY, hundreds)),
        (hundreds, below) => {
            format!(
                "{} hundred and {}",
                named(&BELOW_TWENTY, hundreds),
                below_hundred(below)
            )
        }
    }
}

fn below_hundred(number: u64) -> String {
    match (number / 10, number % 10) {
        (0 | 1, _) => named(&BELOW_TWENTY, number).to_owned(),
        (tens, 0) => named(&TENS, tens).to_owned(),
        (tens, ones) => format!("{}-{}", named(&TENS, tens), named(&BELOW_TWENTY, ones)),
    }
}
