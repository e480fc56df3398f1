//! Dates, the time between them, and the dates that follow one another.
//!
//! Knows no holiday and no clock: today's date is always an argument.

mod date;
mod day_count;
mod frequency;
mod month_step;

pub use date::{
    Date, DateOutOfRange, ParseDateError, add_days, days_between, format_date, parse_date,
    supported,
};
pub use day_count::DayCount;
pub use frequency::{Frequency, Unit};
pub use month_step::{MonthEnd, add_months, days_in_month, is_last_of_month};
