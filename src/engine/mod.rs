//! The arithmetic and the rules: pure functions of their arguments.
//!
//! No clock, no floating point, no words for people, no web crates. Reading order is dependency
//! order: each module uses only those above it.
#![deny(
    missing_docs,
    clippy::float_arithmetic,
    clippy::arithmetic_side_effects,
    clippy::disallowed_types,
    clippy::must_use_candidate
)]

pub mod money;
pub mod calendar;
pub mod fields;
pub mod claim;
pub mod plan;
pub mod rules;
pub mod negotiate;
