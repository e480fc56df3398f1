//! Money, rates and shares as exact whole numbers.
//!
//! ```text
//! Money         whole minor units, at rest
//! Accrued       money still building up, finer than a minor unit; `settle` turns it into Money
//! YearFraction  a length of time as an exact part of a year
//! Rate, Share   a yearly rate and a part of a whole, both in steps of 10^-10
//! ```
//!
//! Every operation that could leave its range answers with an error. Nothing here knows a date.

mod accrued;
mod amount;
mod common_divisor;
mod currency;
mod digits;
mod rate;
mod rounding;
mod share;
mod wide;
mod year_fraction;

pub use accrued::Accrued;
pub use amount::{Money, OutOfRange, ParseMoneyError};
pub(crate) use common_divisor::common_divisor;
pub use currency::Currency;
pub use rate::{Rate, RateError};
pub use rounding::Rounding;
pub use share::{Share, ShareError};
pub(crate) use wide::high_product;
pub use year_fraction::YearFraction;
