//! All the growths at which signed flows are worth nothing together.
//!
//! Flows in the order of their time whose signs change `s` times balance at no more than `s` growths, and at
//! exactly one if the sign changes once (Descartes' rule, for exponents of any kind). With more changes, divide by
//! a power between two flows of opposite sign and differentiate: the result turns once less, and between two of
//! its roots the flows' own value only rises or only falls. Worked down to one change and back up, this finds
//! every root, two that touch included.

use super::factor::{Factor, ONE};
use super::polynomial::Polynomial;
use crate::engine::money::common_divisor;

/// Flows in one order of time: how many of the smallest lengths after the first, and the amount.
pub(super) type Flows = Vec<(u64, i128)>;

/// Flows put in order, those of the same time added up, those that come to nothing left out, and times counted
/// from the first in their largest common length. Also that length.
pub(super) fn in_order(mut flows: Flows) -> (Flows, u64) {
    if !flows.is_sorted_by_key(|(time, _)| *time) {
        flows.sort_by_key(|(time, _)| *time);
    }
    // Amounts have 64 bits, and there is no memory for 2^62 of them.
    flows.dedup_by(|(time, amount), (last, sum)| {
        let same = time == last;
        if same {
            *sum = sum.wrapping_add(*amount);
        }
        same
    });
    let mut merged = flows;
    merged.retain(|(_, amount)| *amount != 0);
    let first = merged.first().map_or(0, |(time, _)| *time);
    let mut length = 0;
    for (time, _) in &mut merged {
        *time = time.wrapping_sub(first);
        if length != 1 {
            length = common_divisor(*time, length);
        }
    }
    if length > 1 {
        for (time, _) in &mut merged {
            *time = time.checked_div(length).unwrap_or(0);
        }
    }
    (merged, length.max(1))
}

/// How often the sign changes along the flows.
pub(super) fn sign_changes(flows: &[(u64, i128)]) -> usize {
    let signs = || flows.iter().map(|(_, amount)| amount.signum());
    let turns = signs().zip(signs().skip(1));
    turns.filter(|(sign, next)| sign != next).count()
}

/// Every growth of one length at which flows in order balance, the smallest first.
///
/// `once` says that there is exactly one. `parts` is how many lengths make a year.
pub(super) fn balances(flows: &[(u64, i128)], once: bool, parts: u32) -> Vec<Factor> {
    let last = flows.last().map_or(0, |(time, _)| *time);
    let half = |flows: &[(u64, i128)]| {
        if once {
            only_root(flows, parts)
        } else {
            roots(flows, parts)
        }
    };
    let grows = half(flows);
    if once && !grows.is_empty() {
        return grows.into_iter().map(growing).collect();
    }
    // Seen from the last flow, the growth itself is the factor that is between nought and one.
    let from_last: Flows = flows
        .iter()
        .rev()
        .map(|(time, amount)| (last.wrapping_sub(*time), *amount))
        .collect();
    let shrinks = half(&from_last);
    // A small growth comes first; a root at one itself is in both.
    let shrinks = shrinks.into_iter().filter(|root| *root != ONE);
    shrinks
        .map(Factor::Shrinks)
        .chain(grows.into_iter().rev().map(growing))
        .collect()
}

fn growing(discount: u128) -> Factor {
    if discount == ONE {
        Factor::Stays
    } else {
        Factor::Grows(discount)
    }
}

/// The root between nought and one of flows that have one root in all.
fn only_root(flows: &[(u64, i128)], parts: u32) -> Vec<u128> {
    let Some(value) = Polynomial::of(flows) else {
        return Vec::new();
    };
    let (at_nought, at_one) = (value.sign_at_nought(), value.sign_at_one());
    if at_one == 0 {
        vec![ONE]
    } else if at_nought == at_one {
        Vec::new()
    } else {
        vec![value.root_between(0, ONE, at_nought, parts)]
    }
}

/// Every root above nought and up to one, in rising order.
fn roots(flows: &[(u64, i128)], parts: u32) -> Vec<u128> {
    let mut levels: Vec<Flows> = vec![flows.to_vec()];
    while let Some(lower) = levels.last().and_then(|flows| turned_once_less(flows)) {
        levels.push(lower);
    }
    let mut found: Vec<u128> = Vec::new();
    for flows in levels.iter().rev() {
        let Some(value) = Polynomial::of(flows) else {
            return Vec::new();
        };
        let bounds = std::mem::take(&mut found);
        let mut low = (0, value.sign_at_nought());
        for point in bounds.into_iter().chain([ONE]) {
            let sign = if point == ONE {
                value.sign_at_one()
            } else {
                value.sign_at(point)
            };
            if low.1 != 0 && sign == low.1.wrapping_neg() {
                found.push(value.root_between(low.0, point, low.1, parts));
            } else if sign == 0 && found.last() != Some(&point) {
                found.push(point);
            }
            low = (point, sign);
        }
    }
    found
}

/// Flows times how far each is from a time between two of opposite sign: one change of sign less. `None` when no
/// more than one is left.
fn turned_once_less(flows: &[(u64, i128)]) -> Option<Flows> {
    /// Binary size left to an amount before it is multiplied by twice a time, of 62 bits at most.
    const KEPT_BITS: u32 = 64;
    if sign_changes(flows) < 2 {
        return None;
    }
    let neighbours = flows.iter().zip(flows.iter().skip(1));
    let (before, after) = neighbours
        .into_iter()
        .find(|((_, left), (_, right))| left.signum() != right.signum())?;
    let twice_between = i128::from(before.0).checked_add(i128::from(after.0))?;
    let largest = flows
        .iter()
        .map(|(_, amount)| amount.unsigned_abs())
        .max()?;
    let excess = (u128::BITS.wrapping_sub(largest.leading_zeros())).saturating_sub(KEPT_BITS);
    let multiplied = flows.iter().map(|(time, amount)| {
        let apart = i128::from(*time)
            .checked_mul(2)?
            .checked_sub(twice_between)?;
        Some((*time, (amount >> excess).checked_mul(apart)?))
    });
    let multiplied: Option<Flows> = multiplied.collect();
    let mut multiplied = multiplied?;
    multiplied.retain(|(_, amount)| *amount != 0);
    Some(multiplied)
}
