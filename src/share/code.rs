//! A code that two people read to each other to learn whether they see the same plan.

use sha2::{Digest, Sha256};

use super::figures::Figures;
use super::{ShareError, wire};
use crate::agreement::{Offer, Worked};

/// Crockford's base 32: no I, L, O or U, which are misheard or misread.
const SYMBOLS: [char; 32] = [
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J',
    'K', 'M', 'N', 'P', 'Q', 'R', 'S', 'T', 'V', 'W', 'X', 'Y', 'Z',
];
/// Sets these hashes apart from those that guard a link.
const DOMAIN: &str = "quittance-code-1";
/// Eight symbols of five bits.
const BYTES: usize = 5;

/// The code of an offer and its figures, such as `7K3M-9QXT`. The same offer and the same figures give
/// the same code everywhere; anything else gives another one but once in a million million.
///
/// # Errors
/// [`ShareError::Refused`] if a value is beyond what links carry.
pub fn short_code(offer: &Offer, worked: &Worked) -> Result<String, ShareError> {
    let bytes = wire::encode(offer, &Figures::of(worked)?)?;
    let sum = Sha256::new()
        .chain_update(DOMAIN)
        .chain_update(bytes)
        .finalize();
    let bits = sum
        .iter()
        .take(BYTES)
        .fold(0_u64, |bits, byte| (bits << 8) | u64::from(*byte));
    let symbols = (0..8_u32).rev().filter_map(|place| {
        let number = usize::try_from((bits >> (place * 5)) & 31).ok()?;
        SYMBOLS.get(number)
    });
    let mut code = String::with_capacity(9);
    for (symbol, place) in symbols.zip(0_u8..) {
        if place == 4 {
            code.push('-');
        }
        code.push(*symbol);
    }
    Ok(code)
}
