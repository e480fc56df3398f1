//! Quittance: repayment plans for overdue debts, exact to the cent, judged by the lender's rules.
//!
//! The modules stand in dependency order; each may use only those above it.
//!
//! ```text
//! engine     the arithmetic and the rules: money, calendar, claim, plan, rules
//! agreement  the document as a tree of clauses built from a plan
//! text       every word people read, per locale
//! share      links, checksums, QR codes and files
//! papers     the files that people keep: PDF, calendar, table, data
//! samples    sample cases, each marked as one
//! ui, embed  the app and the custom element (feature `app`)
//! ```

pub mod engine;

pub mod agreement;
pub mod text;

pub mod share;

pub mod papers;

pub mod samples;

pub mod ui;

#[cfg(feature = "app")]
pub mod embed;
