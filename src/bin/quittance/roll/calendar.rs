//! Which days are worked, as a document says it.

use std::collections::BTreeSet;

use chrono::Datelike;
use quittance::engine::calendar::{BusinessCalendar, Date, StatedDays};

use crate::document::BadInput;
use crate::values::{Day, coded};

/// What a document says of its calendar, each part by its field's name.
pub struct CalendarGiven<'a> {
    pub calendar: Option<&'a str>,
    pub calendars: &'a [String],
    pub holidays: Option<&'a [Day]>,
    pub worked: Option<&'a [Day]>,
    pub first_year: Option<i32>,
    pub last_year: Option<i32>,
}

impl CalendarGiven<'_> {
    /// The calendar, the days worked in every one when there are several; `None` when nothing is said.
    pub fn read(&self) -> Result<Option<BusinessCalendar>, BadInput> {
        let mut all = Vec::new();
        if let Some(code) = self.calendar {
            all.push(named("calendar", code)?);
        }
        for (code, place) in self.calendars.iter().zip(1_u32..) {
            all.push(named(&format!("calendars.{place}"), code)?);
        }
        if self.holidays.is_some() || self.worked.is_some() {
            all.push(BusinessCalendar::Stated(self.stated()?));
        } else if self.first_year.is_some() || self.last_year.is_some() {
            let problem = "years are covered by stated holidays, and there are none";
            return Err(BadInput::place("first_year", problem));
        }
        let only = if all.len() > 1 { None } else { all.pop() };
        Ok(match only {
            Some(calendar) => Some(calendar),
            None if all.is_empty() => None,
            None => Some(BusinessCalendar::Joint(all)),
        })
    }

    fn stated(&self) -> Result<StatedDays, BadInput> {
        let (Some(first_year), Some(last_year)) = (self.first_year, self.last_year) else {
            let problem =
                "stated days need the first_year and the last_year for which they are complete";
            return Err(BadInput::place("", problem));
        };
        if last_year < first_year {
            let problem = format!("is before the first year, {first_year}");
            return Err(BadInput::value("last_year", &last_year, &problem));
        }
        let days = |name: &str, days: Option<&[Day]>| {
            let mut set = BTreeSet::new();
            for (day, place) in days.unwrap_or_default().iter().zip(1_u32..) {
                if !(first_year..=last_year).contains(&day.0.year()) {
                    let problem =
                        format!("is outside the years covered, {first_year} to {last_year}");
                    return Err(BadInput::value(
                        &format!("{name}.{place}"),
                        &day.0,
                        &problem,
                    ));
                }
                set.insert(day.0);
            }
            Ok(set)
        };
        let holidays = days("holidays", self.holidays)?;
        let worked: BTreeSet<Date> = days("worked", self.worked)?;
        if let Some(both) = holidays.intersection(&worked).next() {
            let problem = "is a holiday and worked: it can be one only";
            return Err(BadInput::value("worked", both, problem));
        }
        Ok(StatedDays {
            holidays,
            worked,
            first_year,
            last_year,
        })
    }
}

fn named(at: &str, code: &str) -> Result<BusinessCalendar, BadInput> {
    let calendars = BusinessCalendar::NAMED;
    let known: Vec<&str> = calendars.iter().map(BusinessCalendar::code).collect();
    coded(at, code, &known, BusinessCalendar::from_code)
}
