//! Yearly rates against the figures that regulations and their readers publish.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test speaks by failing, in what it calls too"
)]

#[path = "rates/actuarial.rs"]
mod actuarial;
#[path = "rates/plans.rs"]
mod plans;
#[path = "rates/published.rs"]
mod published;
#[path = "rates/roots.rs"]
mod roots;
