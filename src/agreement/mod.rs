//! The agreement summary as a tree of clauses built from an offer. Knows no language and no screen.

mod offer;

pub use offer::{Offer, PackReference, Worked, work_out};
