//! A debt laid out in time.
//!
//! ```text
//! Claim + Proposal -> lay_out -> Plan { opening, waived, capitalised, rows }
//! Plan -> totals, break_table       Plan + payments received -> standing_of, track
//! ```

mod as_given;
mod breakage;
mod by_repayment;
mod concession;
mod derivation;
mod error;
mod instalments;
mod keeping;
mod layout;
mod monthly;
mod proposal;
mod rates;
mod relief;
pub mod schedule;
mod totals;
mod tracking;
mod value;

pub use breakage::{Broken, break_table};
pub use concession::{DISCOUNT_ORDER, waived, written_off_within};
pub use derivation::{InterestDerived, interest_derived};
pub use error::PlanError;
pub use keeping::{Cure, Keeping, standing_of};
pub use layout::{Plan, PlanRow, RowKind, lay_out};
pub use monthly::{a_month, monthly_equivalent};
pub use proposal::{
    Carry, Concessions, DatedPayment, DeferralInterest, Proposal, Settlement, Size, Waiver,
};
pub use rates::{
    ActuarialError, ActuarialFlow, DatedFlow, FoundRate, NoRate, PerYear, PlanRate, RateAnswer,
    RatedPayments, TimedFlow, UnitPeriod, actuarial_rate, actuarial_rate_by_date, annual_equation,
    annual_rate, daily_rate, dated_rate, effective_from_simple, periodic_rate, plan_rate,
    simple_from_effective,
};
pub use relief::{
    Milestone, MilestoneOutOfOrder, Milestones, Progress, Relief, Vesting, VestingKind, WhileKept,
};
pub use schedule::{FlatPrincipal, InterestBasis, Method, Period, Repayment, Step};
pub use totals::{Totals, totals};
pub use tracking::{
    DueStanding, MOST_TRACKED, NextVesting, TrackError, Tracked, TrackedDue, track,
};
pub use value::{
    Comparison, Distress, ExpectedPayment, Valuation, Value, ValueError, against_doing_nothing,
    distress, present_value, value,
};
