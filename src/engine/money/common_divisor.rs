//! What two whole numbers share.

/// The largest number that divides both; the other when one is nothing.
pub(crate) fn common_divisor(left: u64, right: u64) -> u64 {
    let (mut left, mut right) = (left, right);
    while let Some(rest) = left.checked_rem(right) {
        (left, right) = (right, rest);
    }
    left
}

#[cfg(test)]
mod tests {
    use super::common_divisor;

    #[test]
    fn the_divisor_is_the_largest_and_nothing_shares_all() {
        assert_eq!(common_divisor(12, 18), 6);
        assert_eq!(common_divisor(7, 365), 1);
        assert_eq!(common_divisor(0, 5), 5);
        assert_eq!(common_divisor(5, 0), 5);
        assert_eq!(common_divisor(0, 0), 0);
    }
}
