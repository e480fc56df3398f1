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
    let mut symbols = Vec::with_capacity(N.saturating_mul(2));
    let (mut bits, mut held) = (0_u32, 0_u32);
    for byte in bytes {
        bits = ((bits << 8) | u32::from(*byte)) & 0xfff;
        held = held.saturating_add(8);
        while let Some(rest) = held.checked_sub(5) {
            let symbol = usize::try_from((bits >> rest) & 31)
                .ok()
                .and_then(|number| SYMBOLS.get(number));
            symbols.extend(symbol.copied());
            held = rest;
        }
    }
    in_groups(symbols)
}

/// Symbols in groups of four.
pub fn in_groups(symbols: impl IntoIterator<Item = char>) -> String {
    let mut text = String::new();
    for (place, symbol) in symbols.into_iter().enumerate() {
        if place > 0 && place.is_multiple_of(GROUP) {
            text.push('-');
        }
        text.push(symbol);
    }
    text
}

/// The symbols in what somebody typed or read off: in any case, without spaces and hyphens, and with the letters that are
/// read for digits as these; none if anything else stands there.
pub fn spoken_symbols(text: &str) -> Option<String> {
    let of_speech = |sign: &char| !sign.is_whitespace() && !matches!(sign, '-' | '‐'..='―');
    text.chars()
        .filter(of_speech)
        .map(|sign| match sign.to_ascii_uppercase() {
            'O' => Some('0'),
            'I' | 'L' => Some('1'),
            symbol => SYMBOLS.contains(&symbol).then_some(symbol),
        })
        .collect()
}
