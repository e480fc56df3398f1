//! Bands of one kind and weight: what they leave out, what they say twice, where two values stand.

use std::cmp::Ordering;
use std::sync::Arc;

use super::{Flaw, Found, LintSeverity, Linted, Placed};
use crate::engine::rules::debts::{Debts, Span};
use crate::engine::rules::reach::Reach;
use crate::engine::rules::tightness::{looseness, on_one_scale};
use crate::engine::rules::{Axis, Pack};

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
        segments(linted.pack, axis, found);
    }
}

/// Two rules of one kind and weight.
fn pair(later: &Placed<'_>, earlier: &Placed<'_>, found: &mut Found) {
    if later.reach.meet(&earlier.reach).is_none() {
        return;
    }
    let of = |rule: &Placed<'_>| Arc::clone(rule.rule);
    let room = looseness(&later.rule.limit, &earlier.rule.limit);
    if room == Some(Ordering::Equal) {
        for (idle, other) in [(later, earlier), (earlier, later)] {
            if other.reach.holds(&idle.reach) {
                let flaw = Flaw::SaidTwice { other: of(other) };
                found.rule(LintSeverity::Warning, idle, "limit", flaw);
                return;
            }
        }
        return;
    }
    // A share in one rule and an amount in the other ask for two different things, as two lists of papers do.
    if !on_one_scale(&later.rule.limit, &earlier.rule.limit) {
        return;
    }
    for (tight, narrow, wide) in [
        (Ordering::Less, later, earlier),
        (Ordering::Greater, earlier, later),
    ] {
        if room == Some(tight) && narrow.reach.narrows(&wide.reach) {
            narrower(narrow, wide, found);
            return;
        }
    }
    // A looser value within the debts of a tighter one is never had, whatever the conditions.
    let idle = |one: &Placed<'_>, other: &Placed<'_>, looser| {
        room == Some(looser) && other.reach.holds(&one.reach)
    };
    let either_idle =
        idle(later, earlier, Ordering::Greater) || idle(earlier, later, Ordering::Less);
    if !either_idle && later.reach.set_apart(&earlier.reach) {
        narrower(later, earlier, found);
        return;
    }
    let both = later.reach.common_band(&earlier.reach);
    let field = both.map_or("limit", |band| band.axis.field());
    let other = of(earlier);
    found.rule(
        LintSeverity::Error,
        later,
        field,
        Flaw::Overlap { other, both },
    );
}

/// A rule for debts that another binds too, told apart by a condition that the other does not set.
fn narrower(rule: &Placed<'_>, other: &Placed<'_>, found: &mut Found) {
    let flaw = Flaw::Narrower {
        other: Arc::clone(other.rule),
    };
    found.rule(LintSeverity::Warning, rule, "applies", flaw);
}

/// What neighbouring bands leave out on an axis, where no rule of that kind speaks for it either. Bands are those that
/// the rules set themselves: what their segments leave out is for the segments.
fn gaps(linted: &Linted<'_>, axis: Axis, found: &mut Found) {
    let pack = Reach::of_pack(linted.pack);
    for rule in &linted.rules {
        let alike = |other: &&Placed<'_>| {
            other.family() == rule.family()
                && other.rule.severity == rule.rule.severity
                && other.rule.applies.segments == rule.rule.applies.segments
        };
        let others = linted.rules.iter().filter(alike);
        let bands = others.filter_map(|other| Some((other, other.reach.own()?)));
        let Some(debts) = rule.reach.own() else {
            continue;
        };
        let Some((before, between)) = gap_before(debts, axis, bands) else {
            continue;
        };
        let left_out = debts.with_band(axis, between);
        let speaks = |one: &Placed<'_>| {
            one.family() == rule.family()
                && one.reach.names_segments_of(&rule.reach)
                && one.reach.own().is_some_and(|own| own.holds(&left_out))
        };
        if pack.meet_box(&left_out).is_some() && !linted.rules.iter().any(speaks) {
            let flaw = Flaw::Gap {
                other: Arc::clone(before.rule),
                between: between.on(axis),
            };
            found.rule(LintSeverity::Error, rule, axis.field(), flaw);
        }
    }
}

/// The nearest band that ends before this one begins, for the same debts otherwise, and what lies between.
fn gap_before<'a, T>(
    debts: &Debts,
    axis: Axis,
    bands: impl Iterator<Item = (T, &'a Debts)>,
) -> Option<(T, Span)> {
    let ours = debts.band(axis);
    let mut nearest: Option<(T, Span)> = None;
    for (one, other) in bands {
        let theirs = other.band(axis);
        if other.with_band(axis, ours) != *debts || theirs.from >= ours.from {
            continue;
        }
        if nearest.as_ref().is_none_or(|(_, span)| theirs.to > span.to) {
            nearest = Some((one, theirs));
        }
    }
    let (before, span) = nearest?;
    Some((before, span.until(ours)?))
}

/// What neighbouring segments leave out on an axis, where no other segment takes it either.
fn segments(pack: &Pack, axis: Axis, found: &mut Found) {
    let boxes: Vec<(&str, Debts)> = pack
        .segments
        .iter()
        .map(|segment| (segment.id.as_str(), Debts::of_segment(segment)))
        .collect();
    for ((after, debts), place) in boxes.iter().zip(1_u32..) {
        let bands = boxes.iter().map(|(id, debts)| (*id, debts));
        let Some((before, between)) = gap_before(debts, axis, bands) else {
            continue;
        };
        let left_out = debts.with_band(axis, between);
        if !boxes.iter().any(|(_, debts)| debts.holds(&left_out)) {
            let field = axis.field().trim_start_matches("applies.");
            let flaw = Flaw::SegmentGap {
                before: before.to_owned(),
                after: (*after).to_owned(),
                between: between.on(axis),
            };
            let at = format!("segments.{place}.{field}");
            found.pack(LintSeverity::Error, pack, &at, flaw);
        }
    }
}
