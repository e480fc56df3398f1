//! The agreement summary as a tree of clauses built from an offer. Knows no language and no screen.
//!
//! ```text
//! Offer -> work_out -> Worked (plan, totals, stops)
//! Offer + Worked (+ Signing) -> build -> Document { profile, warnings, 22 sections of clauses }
//! Document -> paper -> Paper: the agreement, the notice of arrears or the repayment plan
//! ```

mod clause;
mod document;
mod expiry;
mod field;
mod interest;
mod known;
mod offer;
mod paper;
mod profile;
mod rows;
mod signing;
mod special;

pub use clause::{Clause, OwedThen, Payment};
pub use document::{Document, Section, build, build_signed};
pub use expiry::{Moment, Zone, end_of_day};
pub use field::FieldId;
pub use known::Known;
pub use offer::{Offer, PackReference, Worked, work_out};
pub use paper::{Paper, PaperKind};
pub use profile::Profile;
pub use signing::{Accepted, Approved, Signing};
pub use special::Special;
