//! The bare schedule: one balance, one rate, due dates, rows. It knows no component of a claim.
//!
//! ```text
//! periods, periods_after   when payments fall due and how long each period counts
//! level_instalment         the equal instalment of the annuity formula
//! amortise                 the rows: interest, principal, arrears and what is left
//! Terms -> lay_out         every way to repay, with what contracts say beside it
//! re_amortise, re_age      what is left of a schedule that was not kept, over the same dates or new ones
//! ```
//!
//! The balance is carried rounded to the minor unit, interest of a row is balance times rate times
//! time rounded once, and the last row takes the rest.

mod again;
mod amortise;
mod annuity;
mod by_terms;
mod conventions;
mod error;
mod fit;
mod growth;
mod lay_out;
mod periods;
mod repayment;
mod sums;
mod terms;
mod terms_check;
mod terms_error;
mod timetable;
mod unrounded;
mod walk;

pub use again::{OverdueInterest, re_age, re_amortise};
pub use amortise::{Instalment, Method, amortise};
pub use annuity::level_instalment;
pub use error::{MOST_ROWS, ScheduleError};
pub(super) use lay_out::lay_out_plainly;
pub use lay_out::{Schedule, lay_out};
pub use periods::{InterestBasis, Period, periods, periods_after};
pub use repayment::{FlatPrincipal, Repayment, Step};
pub use sums::Sums;
pub use terms::{
    Balances, DownPayment, FirstNight, Grace, LastInstalment, Multiple, Pause, RateChange, Refit,
    Terms, Timetable,
};
pub use terms_error::TermsError;
pub(super) use walk::part_of;
pub use walk::{Debt, Row};
