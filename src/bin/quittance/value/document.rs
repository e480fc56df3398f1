//! The document of `quittance value`.

use quittance::engine::calendar::DayCount;
use quittance::engine::money::{Money, Rounding, Share};
use quittance::engine::plan::{DatedFlow, ExpectedPayment};
use schemars::JsonSchema;
use serde::Deserialize;

use crate::amounts::Decimals;
use crate::document::BadInput;
use crate::values::{Day, DecimalText, day_count, spelled};

/// A rate, a day, and what is valued: `flows`, or a plan's `payments`, or what was owed `before` and `after` a change.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// The day of the value.
    pub as_of: Day,
    /// The effective yearly rate, in per cent.
    pub rate_pct: DecimalText,
    /// How time becomes years, by the codes and names of the command `days`; `act/365f` if nothing is said.
    #[serde(default)]
    day_count: Option<String>,
    /// How present values become amounts: `half-up` (if nothing is said), `half-even`, `toward-zero`, `away-from-zero`
    /// and so on.
    #[serde(default)]
    rounding: Option<String>,
    /// How many decimals amounts have: 2 if nothing is said.
    #[serde(default)]
    money_decimals: Option<u32>,
    /// Amounts of either sign, to be valued together.
    #[serde(default)]
    pub flows: Option<Vec<Amount>>,
    /// The payments of a plan in order of date, as its lender expects them.
    #[serde(default)]
    pub payments: Option<Vec<Expected>>,
    /// What running the plan costs, as of the day of the value; nothing if nothing is said.
    #[serde(default)]
    pub cost: Option<DecimalText>,
    /// What comes in without a plan, to set the plan against.
    #[serde(default)]
    pub doing_nothing: Option<DoingNothing>,
    /// What was owed before a change, for the test of EBA/GL/2016/07, paragraph 51, at the original effective rate.
    #[serde(default)]
    pub before: Option<Vec<Amount>>,
    /// What is owed after it.
    #[serde(default)]
    pub after: Option<Vec<Amount>>,
    /// How much may be lost, in per cent of what was owed before; 1 if nothing is said.
    #[serde(default)]
    pub limit_pct: Option<DecimalText>,
}

/// An amount on a day.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Amount {
    /// The day, not before the day of the value.
    date: Day,
    /// The amount.
    amount: DecimalText,
}

/// A payment as its lender expects it.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Expected {
    /// The day it is due.
    date: Day,
    /// The amount, if the plan is kept.
    pays: DecimalText,
    /// The part of such plans that is still kept with this payment, in per cent; as with the payment before, or 100,
    /// if nothing is said.
    #[serde(default)]
    kept_pct: Option<DecimalText>,
    /// What the debt recovers if the plan breaks at this payment; nothing if nothing is said.
    #[serde(default)]
    recovers: Option<DecimalText>,
}

/// What comes in without a plan.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DoingNothing {
    /// What comes in by itself, and what enforcement recovers where that ends.
    pub payments: Vec<Expected>,
    /// What it costs; nothing if nothing is said.
    #[serde(default)]
    pub cost: Option<DecimalText>,
}

impl Document {
    /// Decimals, day count and rounding.
    pub fn conventions(&self) -> Result<(Decimals, DayCount, Rounding), BadInput> {
        let time = match &self.day_count {
            None => DayCount::Act365Fixed,
            Some(code) => day_count("day_count", code)?,
        };
        let rounding = match &self.rounding {
            None => Rounding::HalfUp,
            Some(code) => spelled("rounding", code, Rounding::CODES, Rounding::from_code)?,
        };
        Ok((Decimals::read(self.money_decimals)?, time, rounding))
    }

    /// Amounts on their days, of which none may be before the day of the value.
    pub fn dated(
        &self,
        name: &str,
        amounts: &[Amount],
        decimals: Decimals,
    ) -> Result<Vec<DatedFlow>, BadInput> {
        let mut flows = Vec::new();
        for (flow, place) in amounts.iter().zip(1_u32..) {
            if flow.date.0 < self.as_of.0 {
                let at = format!("{name}.{place}.date");
                let problem = format!("is before {}, the day of the value", self.as_of.0);
                return Err(BadInput::value(&at, &flow.date.0, &problem));
            }
            flows.push(DatedFlow {
                date: flow.date.0,
                amount: decimals.signed(&format!("{name}.{place}.amount"), &flow.amount)?,
            });
        }
        Ok(flows)
    }
}

/// Payments as their lender expects them.
pub fn expected(
    name: &str,
    payments: &[Expected],
    decimals: Decimals,
) -> Result<Vec<ExpectedPayment>, BadInput> {
    let mut kept = Share::ONE;
    let mut all = Vec::new();
    for (payment, place) in payments.iter().zip(1_u32..) {
        let at = |field: &str| format!("{name}.{place}.{field}");
        if let Some(text) = &payment.kept_pct {
            kept = share(&at("kept_pct"), text)?;
        }
        let recovers = decimals.optional(&at("recovers"), payment.recovers.as_ref())?;
        all.push(ExpectedPayment {
            date: payment.date.0,
            pays: decimals.amount(&at("pays"), &payment.pays)?,
            kept,
            recovers: recovers.unwrap_or(Money::ZERO),
        });
    }
    Ok(all)
}

/// A share in per cent.
pub fn share(at: &str, text: &DecimalText) -> Result<Share, BadInput> {
    Share::parse_percent(&text.0).map_err(|problem| BadInput::value(at, &text.0, &problem))
}
