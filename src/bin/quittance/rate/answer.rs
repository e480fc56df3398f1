//! What `quittance rate` says.

use quittance::engine::plan::{FoundRate, NoRate, RateAnswer};
use schemars::JsonSchema;
use serde::Serialize;

use crate::document::Outcome;
use crate::values::percent;

/// The rates there are, in per cent to 10 decimals.
#[derive(Serialize, JsonSchema)]
#[expect(
    clippy::struct_field_names,
    reason = "the fields are the words of the document"
)]
pub struct Answer {
    /// `one`, `below-zero` (one, and less comes back than was paid out), `several` or `none`.
    answer: &'static str,
    /// Why there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    /// The rate that the kind asks for, where there is one: the simple one of Regulation Z, the effective one of an
    /// annual equation and of dated flows, that of a period for flows a period apart, the other one of a conversion.
    #[serde(skip_serializing_if = "Option::is_none")]
    rate_pct: Option<String>,
    /// The unit-period of Regulation Z, given or chosen: `month`, `2 weeks`, `term of 255 days`.
    #[serde(skip_serializing_if = "Option::is_none")]
    unit_period: Option<String>,
    /// Every rate, the lowest first.
    rates: Vec<RateFound>,
}

/// A rate.
#[derive(Serialize, JsonSchema)]
#[expect(clippy::struct_field_names, reason = "per cent is said of every rate")]
struct RateFound {
    /// Of a period, which is a year for annual equations and dated flows.
    periodic_pct: String,
    /// Of a year, the periodic rate times the periods of a year.
    simple_pct: String,
    /// Of a year, the periodic rate compounded. Absent when a year's growth is above 2^30 or below 2^-30.
    #[serde(skip_serializing_if = "Option::is_none")]
    effective_pct: Option<String>,
}

/// Which of its rates a kind asks for.
#[derive(Clone, Copy)]
pub enum Head {
    Periodic,
    Simple,
    Effective,
}

/// The answer to a search: a refusal unless it found one rate.
pub fn found(answer: &RateAnswer, head: Head, unit_period: Option<String>) -> Outcome<Answer> {
    let (word, reason) = match answer {
        RateAnswer::One(_) => ("one", None),
        RateAnswer::BelowZero(_) => ("below-zero", None),
        RateAnswer::Several(rates) => ("several", Some(too_many(rates))),
        RateAnswer::None(reason) => ("none", Some(reason.to_string())),
    };
    let only = answer.only().and_then(|rate| match head {
        Head::Periodic => Some(rate.periodic),
        Head::Simple => Some(rate.simple),
        Head::Effective => rate.effective,
    });
    let said = Answer {
        answer: word,
        reason: reason.clone(),
        rate_pct: only.map(percent),
        unit_period,
        rates: answer.all().iter().map(RateFound::of).collect(),
    };
    match reason {
        None => Outcome::Answered(said),
        Some(reason) => Outcome::Refused {
            reasons: vec![reason],
            answer: Some(said),
        },
    }
}

fn too_many(rates: &[FoundRate]) -> String {
    format!(
        "{} rates make the flows worth the same: none of them alone says what the money costs",
        rates.len()
    )
}

/// The answer to a conversion; none when a year's growth leaves the range.
pub fn converted(rate: Option<FoundRate>, head: Head) -> Outcome<Answer> {
    let answer = match rate {
        None => RateAnswer::None(NoRate::OutsideRange),
        Some(rate) if rate.periodic.is_sign_negative() && !rate.periodic.is_zero() => {
            RateAnswer::BelowZero(rate)
        }
        Some(rate) => RateAnswer::One(rate),
    };
    found(&answer, head, None)
}

impl RateFound {
    fn of(rate: &FoundRate) -> Self {
        Self {
            periodic_pct: percent(rate.periodic),
            simple_pct: percent(rate.simple),
            effective_pct: rate.effective.map(percent),
        }
    }
}
