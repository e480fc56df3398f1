//! `quittance days`: the time between two dates.

use quittance::engine::calendar::days_between;
use quittance::engine::money::YearFraction;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::document::{Answering, BadInput, Outcome};
use crate::values::{Day, day_count};

/// Two dates and a day count.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// `act/365f`, `act/360`, `act/364`, `act/act-isda`, `30/360`, `30/360-us`, `30e/360` or `whole-month`.
    day_count: String,
    /// The first day, which counts.
    start: Day,
    /// The last day, which does not count.
    end: Day,
}

/// The time between them.
#[derive(Serialize, JsonSchema)]
pub struct Answer {
    /// Days as the convention counts them.
    days: i64,
    /// Calendar days.
    calendar_days: i64,
    /// The part of a year, to 15 decimals.
    year_fraction: String,
    /// The part of a year exactly, in lowest terms: `181/365`.
    exactly: String,
}

/// The command.
pub struct Days;

impl Answering for Days {
    type Document = Document;
    type Answer = Answer;
    const NAME: &'static str = "days";
    const ABOUT: &'static str = "Days and parts of a year between two dates, under a day count";
    const EXAMPLE: &'static str =
        r#"{"day_count":"act/act-isda","start":"2003-11-01","end":"2004-05-01"}"#;

    fn answer(document: Document) -> Result<Outcome<Answer>, BadInput> {
        let convention = day_count("day_count", &document.day_count)?;
        let (start, end) = (document.start.0, document.end.0);
        let refused = |problem| BadInput::value("end", &document.end.0, &problem);
        let days = convention.days(start, end).map_err(refused)?;
        let fraction = convention.year_fraction(start, end).map_err(refused)?;
        Ok(Outcome::Answered(Answer {
            days,
            calendar_days: days_between(start, end),
            year_fraction: decimal(fraction),
            exactly: lowest_terms(fraction),
        }))
    }
}

fn decimal(fraction: YearFraction) -> String {
    Decimal::from(fraction.units())
        .checked_div(Decimal::from(YearFraction::DENOMINATOR))
        .unwrap_or_default()
        .round_dp(15)
        .normalize()
        .to_string()
}

fn lowest_terms(fraction: YearFraction) -> String {
    let (mut shared, mut rest) = (fraction.units(), YearFraction::DENOMINATOR);
    while rest != 0 {
        (shared, rest) = (rest, shared.checked_rem(rest).unwrap_or_default());
    }
    let over = |part: i64| part.checked_div(shared).unwrap_or_default();
    format!(
        "{}/{}",
        over(fraction.units()),
        over(YearFraction::DENOMINATOR)
    )
}
