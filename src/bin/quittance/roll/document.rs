//! The document of `quittance roll`.

use quittance::engine::calendar::{
    BusinessCalendar, Date, DueDateRule, Frequency, MonthEnd, Roll as Convention, RollError, Unit,
    advance, due_dates, month_ends,
};
use schemars::JsonSchema;
use serde::Deserialize;

use crate::document::BadInput;
use crate::roll::calendar::CalendarGiven;
use crate::values::{Day, frequency, spelled};

/// Dates, or a start and a period, or an anchor and a frequency; a calendar and a convention.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Document {
    /// A date to roll. One of `date`, `dates`, `start` and `anchor` is needed.
    date: Option<Day>,
    /// Dates to roll.
    dates: Option<Vec<Day>>,
    /// A date to advance by `period` and then roll.
    start: Option<Day>,
    /// How far to advance.
    period: Option<Period>,
    /// The first due date of a sequence, which it begins with; each later one is counted from it.
    anchor: Option<Day>,
    /// `monthly` (if nothing is said), `weekly`, `fortnightly`, `half-monthly`, `every-10-days`, `every-3-months` and so
    /// on. Goes with an anchor.
    frequency: Option<String>,
    /// How many due dates. Needed with an anchor.
    count: Option<u32>,
    /// Whether the sequence is the last day of the anchor's month and of every month after it; no if nothing is said.
    month_ends: bool,
    /// Whether a start or an anchor at the end of its month stays at the end of every month; no if nothing is said. With
    /// a period in months and a convention, these are the last business days of the months.
    end_of_month: bool,
    /// `unadjusted` (if nothing is said), `following`, `modified-following`, `preceding`, `modified-preceding`, `nearest`
    /// or `half-month-modified-following`, also spelled `ModifiedFollowing`.
    convention: Option<String>,
    /// Whether interest runs to the day a date moves to, and not to the day it had; no if nothing is said.
    interest_moves: bool,
    /// `every-day`, `weekdays`, `cn` (mainland China with its make-up working days, 2024 to 2026) or `gb-eaw` (England
    /// and Wales, 2024 to 2027). Where nothing is said of a calendar, nothing is told of business days, and a
    /// convention or an advance that needs them is refused.
    calendar: Option<String>,
    /// More calendars: a day is worked if it is in every one, in `calendar` and in the stated one.
    calendars: Vec<String>,
    /// A calendar of one's own: Monday to Friday without these days.
    holidays: Option<Vec<Day>>,
    /// Saturdays and Sundays that are worked in it.
    worked: Option<Vec<Day>>,
    /// The first year for which holidays and worked days are complete. Needed with either.
    first_year: Option<i32>,
    /// The last year for which they are. Needed with either.
    last_year: Option<i32>,
}

/// How far to advance.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Period {
    /// How many units; back when below zero. None rolls the start itself.
    n: i32,
    /// `days`, which are business days, `weeks`, `half-months` or `months`.
    unit: String,
}

impl Period {
    fn unit(&self) -> Result<Unit, BadInput> {
        let known = Unit::ALL.map(Unit::code);
        spelled("period.unit", &self.unit, &known, Unit::from_code)
    }
}

/// One date that is asked about.
pub enum Asked {
    /// To be rolled.
    Due(Date),
    /// To be advanced by so many units and rolled.
    Advance(Date, i32, Unit, MonthEnd),
}

impl Asked {
    /// The date itself.
    pub fn date(&self) -> Date {
        match self {
            Self::Due(date) | Self::Advance(date, ..) => *date,
        }
    }

    /// Where it goes, and the day interest runs to.
    pub fn moved(&self, rule: &DueDateRule) -> Result<(Date, Option<Date>), RollError> {
        match *self {
            Self::Due(date) => {
                let due = rule.apply(&[date])?;
                let due = due.first().map(|due| (due.pays_on, due.accrues_to));
                let (pays_on, accrues_to) = due.unwrap_or((date, date));
                Ok((pays_on, Some(accrues_to)))
            }
            Self::Advance(start, count, unit, month_end) => {
                let reached = advance(start, count, unit, month_end, rule.roll, &rule.calendar)?;
                Ok((reached, None))
            }
        }
    }
}

impl Document {
    fn given(&self) -> CalendarGiven<'_> {
        CalendarGiven {
            calendar: self.calendar.as_deref(),
            calendars: &self.calendars,
            holidays: self.holidays.as_deref(),
            worked: self.worked.as_deref(),
            first_year: self.first_year,
            last_year: self.last_year,
        }
    }

    /// The calendar, if one is said, and the convention.
    pub fn business_days(&self) -> Result<(Option<BusinessCalendar>, Convention), BadInput> {
        let known = Convention::ALL.map(Convention::code);
        let convention = match &self.convention {
            None => Convention::Unadjusted,
            Some(code) => spelled("convention", code, &known, Convention::from_code)?,
        };
        let by_days = match &self.period {
            None => false,
            Some(period) => period.unit()? == Unit::Days,
        };
        let calendar = self.given().read()?;
        if calendar.is_none() && (convention != Convention::Unadjusted || by_days) {
            let problem =
                "name a calendar, or state holidays: which days are worked is not guessed";
            return Err(BadInput::place("calendar", problem));
        }
        Ok((calendar, convention))
    }

    /// Whether interest runs to the day a date moves to.
    pub fn interest_moves(&self) -> bool {
        self.interest_moves
    }

    fn month_end(&self) -> MonthEnd {
        if self.end_of_month {
            MonthEnd::Stick
        } else {
            MonthEnd::Clamp
        }
    }

    /// Every date that is asked about, and its place in the document.
    pub fn asked(&self) -> Result<Vec<(String, Asked)>, BadInput> {
        let dates = self.dates.as_deref();
        match (&self.date, dates, &self.start, &self.anchor) {
            (Some(day), None, None, None) => {
                self.only(&[])?;
                Ok(vec![("date".to_owned(), Asked::Due(day.0))])
            }
            (None, Some([]), None, None) => {
                Err(BadInput::place("dates", "there is none: give one at least"))
            }
            (None, Some(days), None, None) => {
                self.only(&[])?;
                let due = |(day, place): (&Day, u32)| (format!("dates.{place}"), Asked::Due(day.0));
                Ok(days.iter().zip(1_u32..).map(due).collect())
            }
            (None, None, Some(start), None) => {
                self.only(&["period", "end_of_month"])?;
                let Some(period) = &self.period else {
                    return Err(BadInput::place(
                        "period",
                        "a start needs a period to advance by",
                    ));
                };
                let asked = Asked::Advance(start.0, period.n, period.unit()?, self.month_end());
                Ok(vec![("start".to_owned(), asked)])
            }
            (None, None, None, Some(anchor)) => {
                self.only(&["frequency", "count", "month_ends", "end_of_month"])?;
                let due = |date| ("anchor".to_owned(), Asked::Due(date));
                Ok(self.sequence(anchor.0)?.into_iter().map(due).collect())
            }
            _ => Err(BadInput::place(
                "",
                "give one of date, dates, start and anchor, and not two",
            )),
        }
    }

    /// Refuses a field that does not go with what is asked.
    fn only(&self, fitting: &[&str]) -> Result<(), BadInput> {
        let said = [
            ("period", self.period.is_some()),
            ("frequency", self.frequency.is_some()),
            ("count", self.count.is_some()),
            ("month_ends", self.month_ends),
            ("end_of_month", self.end_of_month),
        ];
        let strange = said
            .into_iter()
            .find(|(name, said)| *said && !fitting.contains(name));
        match strange {
            None => Ok(()),
            Some((name, _)) => {
                let problem =
                    "period goes with start, the others with anchor; end_of_month with both";
                Err(BadInput::place(name, problem))
            }
        }
    }

    fn sequence(&self, anchor: Date) -> Result<Vec<Date>, BadInput> {
        let count = match self.count {
            None | Some(0) => {
                let problem = "an anchor needs a count of one or more";
                return Err(BadInput::place("count", problem));
            }
            Some(count) => count,
        };
        let dates = if self.month_ends {
            if self.frequency.is_some() {
                let problem =
                    "the ends of all months are a month apart: there is no other frequency";
                return Err(BadInput::place("frequency", problem));
            }
            month_ends(anchor, count)
        } else {
            due_dates(anchor, self.step()?, count, self.month_end())
        };
        dates.map_err(|problem| BadInput::value("count", &count, &problem))
    }

    fn step(&self) -> Result<Frequency, BadInput> {
        match &self.frequency {
            None => Ok(Frequency::MONTHLY),
            Some(code) => frequency("frequency", code),
        }
    }
}
