//! The debt as it stands: what is owed, by component, and what it grows by.
//!
//! ```text
//! Case = Parties + Claim (+ History)          a case file, read and checked
//! Claim = as-of date, Balances, overdue since, Terms
//! Balances = Components + overdue principal   Components = Money per Component
//! ```

mod accrual;
mod case;
mod case_reading;
mod component;
mod history;
mod standing;
mod terms;
mod waterfall;

pub use accrual::{AccrualError, Balances, accrue};
pub use case::{Case, Creditor, Customer, Jurisdiction, Parties, Product};
pub use case_reading::{CASE_FORMAT, read_case};
pub use component::{Component, Components, PerComponent};
pub use history::{ContractInstalment, History, PaymentReceived, Recomputed, recompute};
pub use standing::{Claim, Stage};
pub use terms::{LateCharge, Penalty, PenaltyBase, PenaltyRate, Terms};
pub use waterfall::{Allocation, Order, OrderSwitch, Waterfall, allocate};
