//! Hashes as symbols that two people can read to each other.

/// Crockford's base 32: no I, L, O or U, which are misheard or misread.
const SYMBOLS: [char; 32] = [
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J',
    'K', 'M', 'N', 'P', 'Q', 'R', 'S', 'T', 'V', 'W', 'X', 'Y', 'Z',
];
/// Symbols between two hyphens.
const GROUP: usize = 4;

/// Bytes as symbols of 5 bits each in groups of four; for any multiple of 5 bytes no bit is left over.
pub fn spoken<const N: usize>(bytes: &[u8; N]) -> String {
    let mut text = String::with_capacity(N.saturating_mul(2));
    let (mut bits, mut held, mut written) = (0_u32, 0_u32, 0_usize);
    for byte in bytes {
        bits = ((bits << 8) | u32::from(*byte)) & 0xfff;
        held = held.saturating_add(8);
        while let Some(rest) = held.checked_sub(5) {
            let symbol = usize::try_from((bits >> rest) & 31)
                .ok()
                .and_then(|number| SYMBOLS.get(number));
            if written > 0 && written.is_multiple_of(GROUP) {
                text.push('-');
            }
            text.extend(symbol);
            written = written.saturating_add(1);
            held = rest;
        }
    }
    text
}
