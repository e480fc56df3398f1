//! Bytes as hexadecimal digits.

pub use quittance::text::format::hexadecimal as digits;

/// So many bytes from digits of either case; none for anything else.
pub fn bytes<const N: usize>(text: &str) -> Option<[u8; N]> {
    let mut found = [0; N];
    // A sign would pass for a digit below.
    let plain = text.bytes().all(|digit| digit.is_ascii_hexdigit());
    if !plain || text.len() != N.checked_mul(2)? {
        return None;
    }
    for (place, at) in found.iter_mut().zip((0_usize..).step_by(2)) {
        *place = u8::from_str_radix(text.get(at..at.checked_add(2)?)?, 16).ok()?;
    }
    Some(found)
}
