//! Offers as links, the short code that two people compare, and QR codes.
//!
//! ```text
//! Offer + Worked -> encode_offer -> "q1.<base64url>.z" -> decode_offer -> Opened
//! Offer + Worked -> short_code   -> "7K3M-9QXT"
//! text under a passphrase -> locked
//! text           -> qr_path      -> one SVG path; qr_runs -> runs of dark modules
//! ```
//!
//! A link carries the inputs of a plan, one figure and a digest of the rest, and never a row; whoever
//! opens it works everything out again. `docs/wire-format.md` describes the bytes,
//! `docs/security.md` what they reveal and what they prove.

mod code;
mod error;
mod figures;
mod fragment;
mod framing;
mod ids;
pub mod locked;
mod qr;
pub mod signed;
mod speech;
mod wire;

pub use code::short_code;
pub use error::{LinkError, Refusal, ShareError};
pub use fragment::{Opened, Verified, decode_offer, encode_offer};
pub use framing::{
    LONG, LONGEST, LONGEST_FILE, LinkLength, TYPICAL, TextKind, link_in, link_length,
};
pub use ids::{CreditorId, TermsId};
pub use qr::{DarkRun, QUIET_ZONE, QrError, QrPath, QrRuns, qr_path, qr_runs};
