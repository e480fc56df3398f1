//! When a schedule's payments fall due, and how time counts for interest.

use quittance::engine::calendar::{DayCount, Frequency};
use quittance::engine::plan::InterestBasis;
use quittance::engine::plan::schedule::Timetable;

use crate::document::BadInput;
use crate::schedule::Document;
use crate::values::not_with;
use crate::values::{code_form, coded};

impl Document {
    /// The step between due dates.
    fn frequency(&self) -> Frequency {
        self.frequency.map_or(Frequency::MONTHLY, |every| every.0)
    }

    /// When payments fall due.
    pub fn timetable(&self) -> Result<Timetable, BadInput> {
        let (start, frequency) = (self.start_date.0, self.frequency());
        let Some(given) = &self.due_dates else {
            return Ok(Timetable::Regular {
                start,
                first_due: self.first_due.map(|day| day.0),
                frequency,
                count: self.periods.ok_or_else(|| {
                    BadInput::place("periods", "missing: say how many, or give due_dates")
                })?,
            });
        };
        if self.first_due.is_some() {
            return Err(not_with("first_due", "due_dates"));
        }
        let mut due_dates: Vec<_> = given.iter().map(|day| day.0).collect();
        let down = self.down_payment.is_some();
        if down && due_dates.first() == Some(&start) {
            due_dates.remove(0);
        }
        let rows = due_dates.len().saturating_add(usize::from(down));
        match self.periods {
            Some(periods) if usize::try_from(periods) != Ok(rows) => {
                let problem = format!("due_dates make {rows} rows, a down payment included");
                Err(BadInput::value("periods", &periods, &problem))
            }
            _ => Ok(Timetable::Given {
                start,
                due_dates,
                frequency,
            }),
        }
    }

    /// How time counts for interest.
    pub fn basis(&self, bears_interest: bool) -> Result<InterestBasis, BadInput> {
        let by_day = match self.interest_period.as_deref() {
            None => false,
            Some(written) => match code_form(written).as_str() {
                "daily" => true,
                "same-as-repayment-period" => false,
                _ => {
                    let problem = "not known: write daily or same as repayment period";
                    return Err(BadInput::value("interest_period", written, problem));
                }
            },
        };
        let counted = match &self.day_count {
            None if by_day => {
                let problem = "missing: interest by the day needs a day count";
                return Err(BadInput::place("day_count", problem));
            }
            None => InterestBasis::Periodic,
            Some(written) if by_day && code_form(written) == "periodic" => {
                return Err(not_with("interest_period", "day_count periodic"));
            }
            Some(written) => self.counting("day_count", written, bears_interest)?,
        };
        let Some(written) = self.year_split.as_deref() else {
            return Ok(counted);
        };
        let known = ["jan1", "dec31", "feb29"];
        let split = coded("year_split", written, &known, |code| match code {
            "jan1" => Some(DayCount::ActActIsda),
            "dec31" => Some(DayCount::ActActDec31),
            "feb29" => Some(DayCount::ActActFeb29),
            _ => None,
        })?;
        match counted {
            InterestBasis::Daily(DayCount::ActActIsda) => Ok(InterestBasis::Daily(split)),
            InterestBasis::Daily(same) if same == split => Ok(counted),
            InterestBasis::Daily(DayCount::ActActDec31 | DayCount::ActActFeb29) => {
                let problem = "the day count says another split";
                Err(BadInput::value("year_split", written, problem))
            }
            // Where years are not told apart at all, the usual split says nothing.
            _ if split == DayCount::ActActIsda => Ok(counted),
            _ => {
                let problem = "only act/act-isda splits years";
                Err(BadInput::value("year_split", written, problem))
            }
        }
    }

    /// A way to count time.
    pub fn counting(
        &self,
        at: &str,
        written: &str,
        bears_interest: bool,
    ) -> Result<InterestBasis, BadInput> {
        let whole_month = "30/360 whole-month";
        let zero_rate = "none (zero rate)";
        let code = code_form(written);
        if code == "periodic" {
            return Ok(InterestBasis::Periodic);
        }
        if code == code_form(whole_month) {
            return Ok(InterestBasis::thirty_360_whole_month(
                self.frequency().unit(),
            ));
        }
        if code == code_form(zero_rate) {
            if bears_interest {
                let problem = "there is a rate above zero: say how its time counts";
                return Err(BadInput::value(at, written, problem));
            }
            return Ok(InterestBasis::Periodic);
        }
        let mut known = vec!["periodic", whole_month, zero_rate];
        known.extend(DayCount::CODES);
        coded(at, written, &known, |_| DayCount::from_code(&code)).map(InterestBasis::Daily)
    }
}
