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

use crate::document::BadInput;

/// Bytes from the operating system's randomness.
pub fn random<const N: usize>() -> Result<[u8; N], BadInput> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|problem| {
        let problem = format!("the operating system gives no randomness: {problem}");
        BadInput::place("", &problem)
    })?;
    Ok(bytes)
}
