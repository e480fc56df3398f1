//! Where a test along whole numbers turns from failing to passing.

/// The passing number nearest to `from`, which fails, on the way to `end`.
///
/// `hints` are distances from `from` at which the turn is likely. Where what passes beyond the turn is one stretch, the
/// answer is its first number; where it is several, it is a passing number whose neighbour towards `from` fails. `None`
/// where nothing that was tried passes: `from + hint` and its neighbours, steps that double, and `end`.
pub(super) fn first_passing(
    from: i64,
    end: i64,
    hints: &[i64],
    mut passes: impl FnMut(i64) -> bool,
) -> Option<i64> {
    let span = end.checked_sub(from)?.checked_abs()?;
    if span == 0 {
        return None;
    }
    let upwards = end > from;
    let at = |distance: i64| {
        if upwards {
            from.saturating_add(distance)
        } else {
            from.saturating_sub(distance)
        }
    };
    let mut fails = 0;
    let mut found = None;
    // A limit that says by how much it is missed is mostly mended by just that much.
    for hint in hints
        .iter()
        .copied()
        .filter(|hint| (1..=span).contains(hint))
    {
        if passes(at(hint)) {
            if hint == 1 || !passes(at(hint.saturating_sub(1))) {
                return Some(at(hint));
            }
            found = Some(hint);
            break;
        }
        fails = fails.max(hint);
    }
    if found.is_none() {
        let mut step = 1_i64;
        loop {
            let distance = fails.saturating_add(step).min(span);
            if passes(at(distance)) {
                found = Some(distance);
                break;
            }
            fails = distance;
            if distance == span {
                return None;
            }
            step = step.saturating_mul(4);
        }
    }
    let mut holds = found?;
    if holds <= fails {
        fails = 0;
    }
    while holds.saturating_sub(fails) > 1 {
        let middle = fails.midpoint(holds);
        if passes(at(middle)) {
            holds = middle;
        } else {
            fails = middle;
        }
    }
    Some(at(holds))
}

#[cfg(test)]
mod tests {
    use super::first_passing;

    #[test]
    fn the_turn_is_found_with_and_without_hints_in_either_direction() {
        for turn in [1, 2, 7, 63, 64, 65, 1_000, 4_999, 5_000] {
            for hints in [
                vec![],
                vec![turn],
                vec![turn + 3],
                vec![turn - 1, turn + 40],
            ] {
                let up = first_passing(100, 5_100, &hints, |number| number - 100 >= turn);
                assert_eq!(up, Some(100 + turn), "{turn} {hints:?}");
                let down = first_passing(100, -4_900, &hints, |number| 100 - number >= turn);
                assert_eq!(down, Some(100 - turn), "{turn} {hints:?}");
            }
        }
    }

    #[test]
    fn where_nothing_passes_nothing_is_found() {
        assert_eq!(first_passing(0, 1_000, &[5], |_| false), None);
        assert_eq!(first_passing(3, 3, &[], |_| true), None);
    }

    #[test]
    fn few_numbers_are_tried() {
        let mut tried = 0;
        let found = first_passing(0, 10_000_000, &[], |number| {
            tried += 1;
            number >= 1_234_567
        });
        assert_eq!(found, Some(1_234_567));
        assert!(tried < 40, "{tried}");
    }
}
