//! Whole instalment tables: the figures of public sources, named cases and invariants.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test speaks by failing, in what it calls too"
)]

#[path = "schedules/again.rs"]
mod again;
#[path = "schedules/beside.rs"]
mod beside;
#[path = "schedules/extremes.rs"]
mod extremes;
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
#[path = "schedules/together.rs"]
mod together;
#[path = "schedules/ways.rs"]
mod ways;
