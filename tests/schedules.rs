//! Whole instalment tables: the figures of public sources, named cases and invariants.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test speaks by failing, in what it calls too"
)]

#[path = "schedules/invariants.rs"]
mod invariants;
#[path = "schedules/named.rs"]
mod named;
#[path = "schedules/properties.rs"]
mod properties;
#[path = "schedules/published.rs"]
mod published;
#[path = "schedules/reading.rs"]
mod reading;
#[path = "schedules/refusals.rs"]
mod refusals;
#[path = "schedules/ways.rs"]
mod ways;
