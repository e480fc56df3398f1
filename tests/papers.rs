//! The papers that people keep: each profile of the agreement, the notices, and the files.
#![expect(
    clippy::unwrap_used,
    reason = "a test speaks by failing, in what it calls too"
)]

#[path = "papers/by_profile.rs"]
mod by_profile;
mod offers;
#[path = "offers/profiles.rs"]
mod profiles;
#[path = "papers/files.rs"]
mod files;
#[path = "papers/pdf.rs"]
mod pdf;
#[path = "papers/printed.rs"]
mod printed;
