//! `quittance roll`: dates on which somebody works.

mod calendar;
mod document;

use quittance::engine::calendar::{BusinessCalendar, Date, DueDateRule, RollError};
use schemars::JsonSchema;
use serde::Serialize;

use crate::document::{Answering, BadInput, Outcome};
use crate::roll::document::Document;
use crate::values::Day;

/// Where the dates go.
#[derive(Serialize, JsonSchema)]
pub struct Answer {
    /// Each date in the order given.
    dates: Vec<Moved>,
}

/// A date and where it goes.
#[derive(Serialize, JsonSchema)]
struct Moved {
    /// The date as it was given or counted.
    date: Day,
    /// Whether that date is worked. Absent without a calendar.
    #[serde(skip_serializing_if = "Option::is_none")]
    is_business_day: Option<bool>,
    /// The day it moves to, or is advanced to.
    rolled: Day,
    /// The day interest runs to. Absent for an advance.
    #[serde(skip_serializing_if = "Option::is_none")]
    accrues_to: Option<Day>,
}

/// The command.
pub struct Roll;

impl Answering for Roll {
    type Document = Document;
    type Answer = Answer;
    const NAME: &'static str = "roll";
    const ABOUT: &'static str = "Business days: whether a day is one, where dates roll or advance to, sequences of due dates";
    const EXAMPLE: &'static str = r#"{"anchor":"2026-01-31","frequency":"monthly","count":6,"convention":"modified-following","calendar":"cn"}"#;

    fn answer(document: Document) -> Result<Outcome<Answer>, BadInput> {
        let (calendar, roll) = document.business_days()?;
        let worked = |date: Date| {
            let calendar = calendar.as_ref();
            calendar.map(|days| days.is_business_day(date)).transpose()
        };
        let rule = DueDateRule {
            calendar: calendar.clone().unwrap_or(BusinessCalendar::EveryDay),
            roll,
            interest_moves: document.interest_moves(),
        };
        let mut rows = Vec::new();
        let mut reasons = Vec::new();
        for (at, asked) in document.asked()? {
            let is_business_day = worked(asked.date()).map_err(RollError::from);
            let row = is_business_day.and_then(|is_business_day| {
                let (rolled, accrues_to) = asked.moved(&rule)?;
                Ok(Moved {
                    date: Day(asked.date()),
                    is_business_day,
                    rolled: Day(rolled),
                    accrues_to: accrues_to.map(Day),
                })
            });
            match row {
                Ok(row) => rows.push(row),
                Err(RollError::Date(problem)) => {
                    return Err(BadInput::value(&at, &asked.date(), &problem));
                }
                Err(RollError::NotCovered(reason)) => {
                    let reason = reason.to_string();
                    if !reasons.contains(&reason) {
                        reasons.push(reason);
                    }
                }
            }
        }
        Ok(if reasons.is_empty() {
            Outcome::Answered(Answer { dates: rows })
        } else {
            let answer = None;
            Outcome::Refused { reasons, answer }
        })
    }
}
