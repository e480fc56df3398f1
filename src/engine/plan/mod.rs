//! A debt laid out in time.
//!
//! ```text
//! Claim + Proposal -> lay_out -> Plan { opening, waived, capitalised, rows }
//! Plan -> totals, if_payments_stop
//! Plan + Relief -> break_table      Plan + payments received -> standing_of
//! ```

mod breakage;
mod concession;
mod error;
mod instalments;
mod keeping;
mod layout;
mod proposal;
mod rates;
mod relief;
pub mod schedule;
mod totals;

pub use breakage::{Broken, Stop, break_table, if_payments_stop};
pub use concession::{DISCOUNT_ORDER, waived, written_off_within};
pub use error::PlanError;
pub use keeping::{Cure, Keeping, standing_of};
pub use layout::{Plan, PlanRow, RowKind, lay_out};
pub use proposal::{Carry, Concessions, DeferralInterest, Proposal, Settlement, Size, Waiver};
pub use rates::{PlanRate, RatedPayments, plan_rate};
pub use relief::{
    Milestone, MilestoneOutOfOrder, Milestones, Progress, Relief, Vesting, WhileKept,
};
pub use schedule::{InterestBasis, Method, Period};
pub use totals::{Totals, totals};
