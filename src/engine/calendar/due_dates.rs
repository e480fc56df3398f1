//! Lists of due dates: the day money is due, and the day interest runs to.

use super::business_calendar::BusinessCalendar;
use super::business_day::{Roll, RollError};
use super::date::{Date, DateOutOfRange};
use super::frequency::{Frequency, Unit};
use super::month_step::{MonthEnd, add_months, last_of_month};

/// What happens to due dates that are not business days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueDateRule {
    /// Which days are worked.
    pub calendar: BusinessCalendar,
    /// Where the others go.
    pub roll: Roll,
    /// Whether interest runs to the day the payment moves to, or to the day it had. Also
    /// "adjusted" and "unadjusted" interest periods.
    pub interest_moves: bool,
}

/// One due date, once for the money and once for the interest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DueDate {
    /// The day the payment is due.
    pub pays_on: Date,
    /// The day the interest period ends.
    pub accrues_to: Date,
}

impl DueDateRule {
    /// The due dates in the order given. Dates that were in order stay so; two may fall together.
    ///
    /// # Errors
    /// As [`Roll::apply`], for the first date that has no answer.
    pub fn apply(&self, dates: &[Date]) -> Result<Vec<DueDate>, RollError> {
        let rolled = |date: &Date| {
            let pays_on = self.roll.apply(*date, &self.calendar)?;
            let accrues_to = if self.interest_moves { pays_on } else { *date };
            Ok(DueDate {
                pays_on,
                accrues_to,
            })
        };
        dates.iter().map(rolled).collect()
    }
}

/// `count` dates from the first on, a frequency apart, each counted from the first.
///
/// [`MonthEnd::Stick`] with a frequency in months keeps a first date that ends its month at the end
/// of every month.
///
/// # Errors
/// [`DateOutOfRange::Unsupported`] when a date is.
pub fn due_dates(
    first: Date,
    frequency: Frequency,
    count: u32,
    month_end: MonthEnd,
) -> Result<Vec<Date>, DateOutOfRange> {
    let nth = |k: u32| match (frequency.unit(), month_end) {
        (Unit::Months, MonthEnd::Stick) => {
            let months = k.checked_mul(u32::from(frequency.every()));
            let months = months.and_then(|months| i32::try_from(months).ok());
            add_months(
                first,
                months.ok_or(DateOutOfRange::Unsupported)?,
                MonthEnd::Stick,
            )
        }
        _ => frequency.nth_due(first, k),
    };
    (0..count).map(nth).collect()
}

/// The last days of `count` months, beginning with the anchor's own.
///
/// # Errors
/// [`DateOutOfRange::Unsupported`] when a date is.
pub fn month_ends(anchor: Date, count: u32) -> Result<Vec<Date>, DateOutOfRange> {
    due_dates(
        last_of_month(anchor),
        Frequency::MONTHLY,
        count,
        MonthEnd::Stick,
    )
}
