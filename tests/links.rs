//! Links, the short code and QR codes: what goes in comes out, and nothing else ever does.

#[path = "links/canonical.rs"]
mod canonical;
#[path = "links/cards.rs"]
mod cards;
#[path = "links/fuzz.rs"]
mod fuzz;
#[path = "links/lengths.rs"]
mod lengths;
#[path = "links/offers.rs"]
mod offers;
#[path = "links/pasted.rs"]
mod pasted;
#[path = "links/pinned.rs"]
mod pinned;
#[path = "links/qr.rs"]
mod qr;
#[path = "links/round_trip.rs"]
mod round_trip;
#[path = "links/sealing.rs"]
mod sealing;
#[path = "links/tampering.rs"]
mod tampering;
