//! Flows, as a document writes them, and the one unit that all their amounts are counted in.

use std::borrow::Cow;

use quittance::engine::money::{Money, ParseMoneyError, YearFraction};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserializer, MapAccess, Visitor, value::MapAccessDeserializer};
use serde::{Deserialize, de::Error};

use crate::document::BadInput;
use crate::values::{Day, DecimalText};

/// An amount and when it flows.
pub struct Flow {
    pub amount: DecimalText,
    pub date: Option<Day>,
    pub t: Option<String>,
}

/// An amount and when it flows, written out.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct FlowFields {
    /// Paid out below zero, paid back above.
    amount: DecimalText,
    /// The day.
    #[serde(default)]
    date: Option<Day>,
    /// In place of a day, the time after a common start: `2`, `546/365`, `17/12+14/366`. In years, or in unit-periods
    /// for `regz_actuarial`.
    #[serde(default)]
    t: Option<String>,
}

impl<'de> Deserialize<'de> for Flow {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Either)
    }
}

/// Text is an amount alone, an object has the fields; errors inside it keep their place.
struct Either;

impl<'de> Visitor<'de> for Either {
    type Value = Flow;

    fn expecting(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("an amount as text, or an object with an amount and a date or a time t")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Flow, E> {
        Ok(Flow {
            amount: DecimalText(text.to_owned()),
            date: None,
            t: None,
        })
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Flow, A::Error> {
        let fields = FlowFields::deserialize(MapAccessDeserializer::new(map))?;
        Ok(Flow {
            amount: fields.amount,
            date: fields.date,
            t: fields.t,
        })
    }
}

impl JsonSchema for Flow {
    fn schema_name() -> Cow<'static, str> {
        "Flow".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let alone = generator.subschema_for::<DecimalText>();
        let written_out = generator.subschema_for::<FlowFields>();
        json_schema!({"anyOf": [alone, written_out]})
    }
}

/// The finest decimals of some amounts: all of them are whole numbers of that unit.
#[derive(Clone, Copy)]
pub struct Unit {
    decimals: u32,
}

/// More decimals than this no amount may have.
const MOST_DECIMALS: u32 = 17;

impl Unit {
    /// The unit of these amounts.
    pub fn of<'a>(amounts: impl Iterator<Item = &'a DecimalText>) -> Self {
        let decimals = |amount: &DecimalText| {
            let (_, decimals) = amount.0.split_once('.')?;
            u32::try_from(decimals.len()).ok()
        };
        // An amount that is finer than any may be is told so at its own place.
        let finest = amounts
            .filter_map(decimals)
            .filter(|decimals| *decimals <= MOST_DECIMALS)
            .max();
        Self {
            decimals: finest.unwrap_or(0),
        }
    }

    /// An amount in this unit.
    pub fn amount(self, at: &str, text: &DecimalText) -> Result<Money, BadInput> {
        Money::parse_with(&text.0, self.decimals).map_err(|problem| {
            let problem = match problem {
                ParseMoneyError::TooManyDecimals { .. } => {
                    format!("too many decimals: the limit is {MOST_DECIMALS}")
                }
                ParseMoneyError::TooLarge => format!(
                    "the amount is too large: where the finest amount has {} decimals, the limit is {}",
                    self.decimals,
                    Money::MAX.to_decimal_string_with(self.decimals)
                ),
                other @ (ParseMoneyError::Empty | ParseMoneyError::NotANumber) => other.to_string(),
            };
            BadInput::value(at, &text.0, &problem)
        })
    }

    /// An amount that is not below zero.
    pub fn size(self, at: &str, text: &DecimalText) -> Result<Money, BadInput> {
        let amount = self.amount(at, text)?;
        if amount.is_negative() {
            let problem = "is below zero: write its size";
            return Err(BadInput::value(at, &text.0, problem));
        }
        Ok(amount)
    }
}

/// A time in years.
pub fn years(at: &str, text: &str) -> Result<YearFraction, BadInput> {
    let mut sum = YearFraction::ZERO;
    for (above, below) in parts(at, text)? {
        let part = YearFraction::of_days(above.into(), below);
        let both = part.and_then(|part| sum.checked_add(part));
        sum = both.map_err(|_| {
            let problem =
                "a part of a year is over 12, 24, 26, 52, 360, 364, 365, 366 or a divisor of these";
            BadInput::value(at, text, problem)
        })?;
    }
    Ok(sum)
}

/// A time in unit-periods: whole ones, and a part of one.
pub fn unit_periods(at: &str, text: &str) -> Result<(u32, (u32, u32)), BadInput> {
    let wrong = |problem: &str| BadInput::value(at, text, problem);
    let (mut whole, mut odd) = (0_u32, None);
    for part in parts(at, text)? {
        if let (units, 1) = part {
            let sum = whole.checked_add(units);
            whole = sum.ok_or_else(|| wrong("too many unit-periods"))?;
        } else if odd.replace(part).is_some() {
            return Err(wrong("there is one part of a unit-period at most"));
        }
    }
    Ok((whole, odd.unwrap_or((0, 1))))
}

/// A number over another: `39/90`, or `2` for two over one.
pub fn ratio(at: &str, text: &str) -> Result<(u32, u32), BadInput> {
    let (above, below) = text.split_once('/').unwrap_or((text, "1"));
    let number = |part: &str| {
        let digits = !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| part.parse().ok()).flatten()
    };
    match (number(above), number(below)) {
        (Some(above), Some(below)) if below > 0 => Ok((above, below)),
        _ => {
            let problem = "not a time: write whole numbers such as 2, 546/365 or 17/12+14/366";
            Err(BadInput::value(at, text, problem))
        }
    }
}

fn parts(at: &str, text: &str) -> Result<Vec<(u32, u32)>, BadInput> {
    text.split('+').map(|part| ratio(at, part)).collect()
}
