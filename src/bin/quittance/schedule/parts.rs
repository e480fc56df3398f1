//! What a schedule's document holds inside its fields.

use std::borrow::Cow;
use std::fmt;
use std::num::NonZeroU16;

use quittance::engine::calendar::{Frequency, Unit};
use quittance::engine::plan::schedule::OverdueInterest;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::{self, MapAccess, Visitor, value::MapAccessDeserializer};
use serde::{Deserialize, Deserializer};

use crate::document::BadInput;
use crate::values::{Day, DecimalText, code_form};

/// A step between due dates, by its name or in units.
#[derive(Clone, Copy)]
pub struct Every(pub Frequency);

/// A frequency as documents write it.
#[derive(JsonSchema)]
#[schemars(untagged)]
#[expect(dead_code, reason = "it is there for its schema only")]
enum EveryWritten {
    /// `monthly`, `every-10-days` and the like.
    Name(String),
    /// So many units.
    Units(Units),
}

/// So many units.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Units {
    /// How many: 1 to 65535.
    every: NonZeroU16,
    /// `days`, `weeks`, `half-months` or `months`.
    unit: UnitName,
}

struct UnitName(Unit);

impl<'de> Deserialize<'de> for UnitName {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Unit::from_code(&code_form(&text)).map(Self).ok_or_else(|| {
            let known = Unit::CODES.join(", ");
            de::Error::custom(format!("{text:?}: not known: write one of {known}"))
        })
    }
}

impl JsonSchema for UnitName {
    fn schema_name() -> Cow<'static, str> {
        "UnitName".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        String::json_schema(generator)
    }
}

struct EveryVisitor;

impl<'de> Visitor<'de> for EveryVisitor {
    type Value = Every;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a name such as \"monthly\", or {\"every\": 1, \"unit\": \"months\"}")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Every, E> {
        Frequency::from_code(&code_form(text))
            .map(Every)
            .ok_or_else(|| {
                let known =
                    "monthly, weekly, fortnightly, half-monthly, or every-10-days and the like";
                E::custom(format!("{text:?}: not known: write {known}"))
            })
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Every, A::Error> {
        let units = Units::deserialize(MapAccessDeserializer::new(map))?;
        Frequency::new(units.every.get(), units.unit.0)
            .map(Every)
            .ok_or_else(|| de::Error::custom("a step is at least one unit"))
    }
}

impl<'de> Deserialize<'de> for Every {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(EveryVisitor)
    }
}

impl JsonSchema for Every {
    fn schema_name() -> Cow<'static, str> {
        "Frequency".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        EveryWritten::json_schema(generator)
    }
}

/// What the first rows are spared, counted without a down payment.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Spared {
    /// Rows that repay no principal; 0 if nothing is said.
    #[serde(default)]
    pub principal: u32,
    /// Rows whose interest is paid, without interest on it, with the first row after them; 0 if nothing is said. Also
    /// called `interest_payment_deferred`.
    #[serde(default, alias = "interest_payment_deferred")]
    pub interest_payment: u32,
    /// Rows that bear no interest; 0 if nothing is said.
    #[serde(default)]
    pub interest_free: u32,
    /// Whether the instalment is fitted to the rows without interest: `kept` (if nothing is said) or `refitted`.
    #[serde(default)]
    pub instalment: Option<String>,
}

/// A down payment. Where both are given the amount counts, and the per cent must be its share of the principal, rounded
/// to the decimals that are written.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// So much.
    #[serde(default)]
    pub amount: Option<DecimalText>,
    /// So many per cent of the principal.
    #[serde(default)]
    pub pct: Option<DecimalText>,
}

/// Days that bear no interest: the nights that end on the first date, on the last and on every one between.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stretch {
    /// The first date.
    pub start: Day,
    /// The last date.
    pub end: Day,
    /// Whether the instalment is fitted to the pause: `kept` (if nothing is said) or `refitted`.
    #[serde(default)]
    pub instalment: Option<String>,
}

/// A new yearly rate.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// The date.
    pub from: Day,
    /// The new rate in per cent.
    pub annual_rate_pct: DecimalText,
    /// Which night is the first at the new rate: the one that `begins` on the date (if nothing is said), or the one that
    /// `ends` on it.
    #[serde(default)]
    pub first_night: Option<String>,
    /// Whether the instalment is worked out anew: `kept` (if nothing is said) or `refitted`.
    #[serde(default)]
    pub instalment: Option<String>,
}

/// What became of a schedule of `equal-instalment`, `equal-principal` or `interest-first`.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReAmortise {
    /// Rows paid, a down payment not counted.
    pub paid: u32,
    /// Rows due by this date and not paid are overdue: their principal joins what is left, and their interest is carried
    /// without bearing any.
    pub as_of: Day,
}

/// Overdue interest that is laid out with the principal, under `equal-instalment`.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReAge {
    /// How much it is.
    pub overdue_interest: DecimalText,
    /// `with-first`: it is paid with the first instalment and the principal bears interest. `split-equally`: it and the
    /// principal are repaid in equal parts and bear nothing.
    pub how: String,
}

impl ReAge {
    /// What becomes of the overdue interest.
    pub fn how(&self) -> Result<OverdueInterest, BadInput> {
        let known = OverdueInterest::CODES;
        crate::values::coded("re_age.how", &self.how, known, |code| {
            OverdueInterest::from_code(&code_form(code))
        })
    }
}
