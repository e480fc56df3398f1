//! What must hold for every case, each law checked from the rows alone and in plain integers.
//!
//! ```text
//! conservation   opening + accrual = payments + waived + closing, in total and per component; nothing negative
//! concessions    what is given up is what was asked for, and never more than there is
//! instalments    as many as asked for, on their days, alike but for the last
//! timing         on which days they fall, and the interest of the time between them
//! repayment      every way to repay keeps to what was said of it
//! given          payments given one by one are what was given, and settle what they should
//! breakage       if payments stop: the claim less what vested, what accrued under the relief, and what was paid
//! tracking       payments really made: the break table's line if as planned, and nothing lost if not
//! relief         a relief that gives more never leaves more owed
//! verdicts       every answer follows from the rows; a looser pack never refuses what a tighter one allowed
//! payments       a larger payment never lengthens a plan or raises its cost
//! links          what goes into a link comes out of it
//! refusals       a refusal is true: the term it names does miss the bound it names
//! refused_ways   the same of ways to repay, and of amounts given one by one
//! ```

pub mod breakage;
pub mod concessions;
pub mod conservation;
pub mod given;
pub mod instalments;
pub mod links;
pub mod payments;
pub mod refusals;
mod refused_ways;
pub mod relief;
pub mod repayment;
pub mod timing;
pub mod tracking;
pub mod verdicts;

use quittance::engine::money::Rounding;

/// What was found wrong, for a person to read.
pub type Held = Result<(), String>;

/// Says what is wrong where a condition does not hold.
macro_rules! hold {
    ($condition:expr, $($words:tt)+) => {
        if !$condition {
            return Err(format!($($words)+));
        }
    };
}
pub(crate) use hold;

/// A quotient of numbers that are not negative, rounded.
pub fn rounded(numerator: i128, denominator: i128, rounding: Rounding) -> i64 {
    let (whole, rest) = (numerator / denominator, numerator % denominator);
    let up = match rounding {
        Rounding::TowardZero => false,
        Rounding::AwayFromZero => rest > 0,
        Rounding::HalfUp => rest * 2 >= denominator,
        Rounding::HalfEven => rest * 2 > denominator || rest * 2 == denominator && whole % 2 == 1,
    };
    i64::try_from(whole + i128::from(up)).unwrap()
}
