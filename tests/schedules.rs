//! Whole instalment tables: the figures of public sources, named cases and invariants.

#[path = "schedules/invariants.rs"]
mod invariants;
#[path = "schedules/named.rs"]
mod named;
#[path = "schedules/published.rs"]
mod published;
