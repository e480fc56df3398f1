//! Bands of one kind and weight: what they leave out, what they say twice, where two values stand.

use std::cmp::Ordering;
use std::sync::Arc;

use super::{Flaw, Found, LintSeverity, Linted, Placed};
use crate::engine::rules::Axis;
use crate::engine::rules::reach::{Debts, Span};
use crate::engine::rules::tightness::{looseness, on_one_scale};

pub(super) fn look(linted: &Linted<'_>, found: &mut Found) {
    let mut earlier: Vec<&Placed<'_>> = Vec::new();
    for rule in &linted.rules {
        for other in &earlier {
            if other.family() == rule.family() && other.rule.severity == rule.rule.severity {
                pair(rule, other, found);
            }
        }
        earlier.push(rule);
    }
    for axis in Axis::ALL {
        gaps(linted, axis, found);
    }
}

/// Two rules of one kind and weight.
fn pair(later: &Placed<'_>, earlier: &Placed<'_>, found: &mut Found) {
    if later.reach.meet(&earlier.reach).is_none() {
        return;
    }
    let of = |rule: &Placed<'_>| Arc::clone(rule.rule);
    match looseness(&later.rule.limit, &earlier.rule.limit) {
        Some(Ordering::Equal) => {
            for (idle, other) in [(later, earlier), (earlier, later)] {
                if other.reach.holds(&idle.reach) {
                    let flaw = Flaw::SaidTwice { other: of(other) };
                    found.rule(LintSeverity::Warning, idle, "limit", flaw);
                    return;
                }
            }
        }
        Some(Ordering::Less) if later.reach.narrows(&earlier.reach) => {
            let flaw = Flaw::Narrower { other: of(earlier) };
            found.rule(LintSeverity::Warning, later, "applies", flaw);
        }
        Some(Ordering::Greater) if earlier.reach.narrows(&later.reach) => {
            let flaw = Flaw::Narrower { other: of(later) };
            found.rule(LintSeverity::Warning, earlier, "applies", flaw);
        }
        // A share in one rule and an amount in the other ask for two different things.
        None if !on_one_scale(&later.rule.limit, &earlier.rule.limit) => {}
        _ => {
            let both = later.reach.common_band(&earlier.reach);
            let field = both.map_or("limit", |band| band.axis.field());
            let other = of(earlier);
            let flaw = Flaw::Overlap { other, both };
            found.rule(LintSeverity::Error, later, field, flaw);
        }
    }
}

/// What neighbouring bands leave out on an axis, where no rule of that kind speaks for it either.
fn gaps(linted: &Linted<'_>, axis: Axis, found: &mut Found) {
    for rule in &linted.rules {
        for debts in rule.reach.boxes() {
            let Some((before, between)) = gap_before(linted, rule, debts, axis) else {
                continue;
            };
            let left_out = debts.with_band(axis, between);
            let spoken_for = linted
                .rules
                .iter()
                .any(|one| one.family() == rule.family() && one.reach.holds_box(&left_out));
            if !spoken_for {
                let flaw = Flaw::Gap {
                    other: Arc::clone(before.rule),
                    between: between.on(axis),
                };
                found.rule(LintSeverity::Error, rule, axis.field(), flaw);
            }
        }
    }
}

/// The nearest band that ends before this one begins, of the same kind and weight and for the same debts otherwise, and
/// what lies between.
fn gap_before<'a>(
    linted: &'a Linted<'a>,
    rule: &Placed<'_>,
    debts: &Debts,
    axis: Axis,
) -> Option<(&'a Placed<'a>, Span)> {
    let ours = debts.band(axis);
    let mut nearest: Option<(&Placed<'_>, Span)> = None;
    for one in &linted.rules {
        if one.family() != rule.family() || one.rule.severity != rule.rule.severity {
            continue;
        }
        for other in one.reach.boxes() {
            let theirs = other.band(axis);
            if other.with_band(axis, ours) != *debts || theirs.from >= ours.from {
                continue;
            }
            if nearest.is_none_or(|(_, span)| theirs.to > span.to) {
                nearest = Some((one, theirs));
            }
        }
    }
    let (before, span) = nearest?;
    Some((before, span.until(ours)?))
}
