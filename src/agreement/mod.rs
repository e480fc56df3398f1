//! The agreement summary as a tree of clauses built from an offer. Knows no language and no screen.
//!
//! ```text
//! Offer -> work_out -> Worked (plan, totals, stops)
//! Offer + Worked -> build -> Document { 22 sections of clauses }
//! ```

mod clause;
mod document;
mod expiry;
mod field;
mod offer;

pub use clause::{Clause, OwedThen, Payment};
pub use document::{Document, Section, build};
pub use expiry::{Moment, Zone, end_of_day};
pub use field::FieldId;
pub use offer::{Offer, PackReference, Worked, work_out};
