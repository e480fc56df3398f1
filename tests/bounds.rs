//! On a bound is inside it, one step past it is refused by name: of documents, amounts, dates and lists.
#![expect(
    clippy::unwrap_used,
    reason = "a test speaks by failing, in what it calls too"
)]

#[path = "bounds/cases.rs"]
mod cases;
#[path = "bounds/packs.rs"]
mod packs;
#[path = "bounds/single.rs"]
mod single;
