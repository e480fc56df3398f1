//! A debt laid out in time.
//!
//! ```text
//! Claim + Proposal -> lay_out -> Plan { opening, waived, capitalised, rows }
//! Plan -> totals, if_payments_stop
//! ```

mod breakage;
mod concession;
mod error;
mod instalments;
mod layout;
mod proposal;
mod rates;
pub mod schedule;
mod totals;

pub use breakage::{Stop, if_payments_stop};
pub use concession::{DISCOUNT_ORDER, waived};
pub use error::PlanError;
pub use layout::{Plan, PlanRow, RowKind, lay_out};
pub use proposal::{Carry, Concessions, DeferralInterest, Proposal, Settlement, Size, Waiver};
pub use rates::{PlanRate, RatedPayments, plan_rate};
pub use schedule::{InterestBasis, Method, Period};
pub use totals::{Totals, totals};
