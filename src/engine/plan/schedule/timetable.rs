//! The periods of a timetable.

use super::error::{ScheduleError, allowed_count};
use super::periods::{InterestBasis, Period, periods, periods_after, time_between};
use super::terms::Timetable;
use super::terms_error::TermsError;
use crate::engine::calendar::{Date, Frequency, supported};

impl Timetable {
    /// The periods of the rows after a down payment.
    ///
    /// # Errors
    /// [`TermsError`] when there is no row or more than 600, or dates are out of order or out of range.
    pub fn periods(
        &self,
        after_down_payment: bool,
        basis: InterestBasis,
    ) -> Result<Vec<Period>, TermsError> {
        let made = periods_of(self, after_down_payment, basis)?;
        allowed_count(made.len())?;
        Ok(made)
    }
}

/// The periods after a down payment, if there is one.
pub(super) fn periods_of(
    timetable: &Timetable,
    after_down_payment: bool,
    basis: InterestBasis,
) -> Result<Vec<Period>, TermsError> {
    match timetable {
        Timetable::Regular {
            start,
            first_due,
            frequency,
            count,
        } => {
            // The count is checked before the down payment's row is taken from it, so that it is named as given.
            let rows = count.saturating_sub(u32::from(after_down_payment));
            let made = match first_due {
                Some(first_due) if first_due < start => {
                    return Err(TermsError::FirstDueBeforeStart {
                        start: *start,
                        first_due: *first_due,
                    });
                }
                Some(first_due) => periods(*start, *first_due, *frequency, rows, basis),
                None => periods_after(*start, *frequency, rows, basis),
            };
            Ok(made?)
        }
        Timetable::Given {
            start,
            due_dates,
            frequency,
        } => given(*start, due_dates, *frequency, basis),
    }
}

fn given(
    start: Date,
    due_dates: &[Date],
    frequency: Frequency,
    basis: InterestBasis,
) -> Result<Vec<Period>, TermsError> {
    let mut made = Vec::with_capacity(due_dates.len());
    let mut before = start;
    for due in due_dates {
        if *due <= before {
            return Err(TermsError::DatesOutOfOrder {
                field: "due_dates",
                before,
                date: *due,
            });
        }
        let due = supported(*due)?;
        let fraction = match basis {
            InterestBasis::Periodic => time_between(before, due, frequency)?,
            InterestBasis::Daily(day_count) => day_count
                .year_fraction(before, due)
                .map_err(ScheduleError::from)?,
        };
        made.push(Period { due, fraction });
        before = due;
    }
    Ok(made)
}
