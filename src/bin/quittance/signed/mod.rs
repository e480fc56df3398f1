//! What the commands about signatures have in common.
//!
//! ```text
//! hex       bytes as hexadecimal digits
//! given     keys, lenders, authorities, roles and ids as documents give them
//! doubt     why something does not stand: a name that does not change, its values, a sentence
//! standing  what a text holds, as answers show it
//! parties   signers and lenders, as answers show them
//! ```

pub mod doubt;
pub mod given;
pub mod hex;
pub mod parties;
pub mod standing;
