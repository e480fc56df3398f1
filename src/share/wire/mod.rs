//! Version 1 of the bytes in a link: deterministic CBOR (RFC 8949, section 4.2) with integer keys.
//!
//! ```text
//! value     the few kinds of CBOR used, written and read in one form only
//! entries   maps by key, so that no key is lost, doubled or unknown
//! keys      every key with its number and name
//! codes     every closed list with its numbers, fixed for ever
//! numbers   amounts, days, rates, shares and texts within their bounds
//! claim, proposal, settlement, offer   the parts of an offer
//! described the names of all keys, for looking at bytes
//! ```
//!
//! Numbers and defaults here never change, whatever becomes of the engine: old links must open. Keys and numbers are
//! only added; a program that does not know one refuses the link.

mod claim;
mod codes;
mod described;
mod entries;
mod keys;
mod numbers;
mod offer;
mod proposal;
mod settlement;
mod value;

pub use claim::{Directory, creditor_map, read_creditor};
pub use codes::Numbered;
pub use described::{Described, OFFER, PARTIES, Shape, described};
pub use entries::{Draft, Entries, int};
pub use keys::{Key, key};
pub use numbers::{
    LINE_LENGTH, MOST_DAYS_AHEAD, NAME_LENGTH, day, day_number, money, money_value, refuse, share,
    steps_value, text, text_value,
};
pub use offer::{Offering, decode, encode};
pub use value::{DEEPEST, Value, in_only_form, read, read_to, write};
