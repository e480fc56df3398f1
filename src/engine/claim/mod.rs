//! The debt as it stands: what is owed, by component, and what it grows by.
//!
//! ```text
//! Case = Parties + Claim (+ History)          a case file, read and checked
//! Claim = as-of date, Balances, overdue since, Terms
//! Balances = Components + overdue principal   Components = Money per Component
//! ```

mod accrual;
mod approach;
mod case;
mod case_reading;
mod circumstances;
mod circumstances_reading;
mod component;
mod customer_type;
mod grid;
mod history;
mod history_reading;
mod instalments_owed;
mod itemisation;
mod late_terms;
mod lot;
mod replay;
mod standing;
mod statement;
mod terms;
mod waterfall;

pub use accrual::{AccrualError, Balances, accrue};
pub use approach::{Approach, Recovery, on_the_table};
pub use case::{Case, Creditor, Customer, Jurisdiction, Parties, Product};
pub use case_reading::{CASE_FORMAT, read_case};
pub use circumstances::{Circumstances, Evidence, FailedDebit, Guarantor};
pub use component::{Component, Components, PerComponent};
pub use customer_type::{CustomerType, PromiseEffect, Sign, suggested_type};
pub use grid::{Advance, Cell, ChargeTiming, Fill, GridOrder, GridSwitch, GridWaterfall, Timing};
pub use history::{ContractInstalment, History, PaymentReceived, Recomputed, recompute};
pub use instalments_owed::{
    ChargeOwed, InstalmentOwed, Portion, Split, days_past_due, settle_instalments,
};
pub use itemisation::Itemisation;
pub use late_terms::{ChargeSize, Grace, LateTerms, MissedCharge, PenaltyStart, Settling};
pub use replay::{Event, ReplayError, Replayed, SettledPayment, replay};
pub use standing::{Claim, Stage};
pub use statement::{StatementLine, statement};
pub use terms::{LateCharge, Penalty, PenaltyBase, PenaltyRate, Terms};
pub use waterfall::{Allocation, Order, OrderSwitch, Waterfall, allocate};
