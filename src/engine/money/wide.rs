//! Products of more than 128 bits.

/// The upper half of a 256-bit product: `left * right / 2^128`, cut.
#[cfg_attr(target_family = "wasm", inline(never))]
pub(crate) fn high_product(left: u128, right: u128) -> u128 {
    const LOW: u128 = u64::MAX as u128;
    let (left_high, left_low) = (left >> 64, left & LOW);
    let (right_high, right_low) = (right >> 64, right & LOW);
    // Each factor is below 2^64 and each sum below 2^128: none of these can wrap.
    let low = left_low.wrapping_mul(right_low) >> 64;
    let first = left_high.wrapping_mul(right_low).wrapping_add(low);
    let second = left_low.wrapping_mul(right_high).wrapping_add(first & LOW);
    left_high
        .wrapping_mul(right_high)
        .wrapping_add(first >> 64)
        .wrapping_add(second >> 64)
}

#[cfg(test)]
mod tests {
    use super::high_product;

    #[test]
    fn the_upper_half_of_a_product_is_right_at_the_ends() {
        assert_eq!(high_product(u128::MAX, u128::MAX), u128::MAX - 1);
        assert_eq!(high_product(1 << 127, 6), 3);
        assert_eq!(high_product((1 << 64) + 1, (1 << 64) + 1), 1);
        assert_eq!(high_product(u128::MAX, 1), 0);
        assert_eq!(high_product(0, u128::MAX), 0);
    }
}
