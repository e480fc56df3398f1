//! Dates, the time between them, the dates that follow one another, and the days that are worked.
//!
//! Knows no clock: today's date is always an argument. Holidays are data with the years they cover.

mod annual_interval;
mod business_calendar;
mod business_day;
mod counting;
mod date;
mod day_count;
mod due_dates;
mod frequency;
mod holidays;
mod month_step;

pub use annual_interval::{AnnualRule, AnnualUnit};
pub use business_calendar::{BusinessCalendar, StatedDays};
pub use business_day::{Roll, RollError, add_business_days, advance, last_business_day};
pub use counting::Counting;
pub use date::{
    Date, DateOutOfRange, ParseDateError, add_days, days_between, format_date, parse_date,
    supported,
};
pub use day_count::DayCount;
pub use due_dates::{DueDate, DueDateRule, due_dates, month_ends};
pub use frequency::{Frequency, Unit};
pub use holidays::NotCovered;
pub use month_step::{MonthEnd, add_months, days_in_month, is_last_of_month, last_of_month};
