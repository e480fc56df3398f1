//! The bare schedule: one balance, one rate, due dates, rows. It knows no component of a claim.
//!
//! ```text
//! periods, periods_after   when payments fall due and how long each period counts
//! level_instalment         the equal instalment of the annuity formula
//! amortise                 the rows: interest, principal, arrears and what is left
//! ```
//!
//! The balance is carried rounded to the minor unit, interest of a row is balance times rate times
//! time rounded once, and the last row takes the rest.

mod amortise;
mod annuity;
mod error;
mod periods;

pub use amortise::{Debt, Instalment, Method, Row, amortise};
pub use annuity::level_instalment;
pub use error::{MOST_ROWS, ScheduleError};
pub use periods::{InterestBasis, Period, periods, periods_after};
