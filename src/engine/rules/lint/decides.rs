//! Rules that can never decide anything.

use std::cmp::Ordering;
use std::sync::Arc;

use super::{Flaw, Found, LintSeverity, Linted, Placed};
use crate::engine::fields::CodeSet;
use crate::engine::rules::tightness::looseness;
use crate::engine::rules::{DateRange, Limit, Strategy};

pub(super) fn look(linted: &Linted<'_>, found: &mut Found) {
    for rule in &linted.rules {
        if !days_in_common(linted.pack.effective, rule.rule.effective) {
            found.rule(
                LintSeverity::Error,
                rule,
                "effective_from",
                Flaw::NeverInForce,
            );
        } else if rule.reach.own().is_some() && rule.reach.is_empty() {
            found.rule(LintSeverity::Error, rule, "applies", Flaw::OutsideSegments);
        } else if rule.reach.is_empty() {
            found.rule(
                LintSeverity::Error,
                rule,
                "applies.products",
                Flaw::ProductsNotCovered,
            );
        } else if let Some(graver) = linted.rules.iter().find(|other| answers_for(other, rule)) {
            let other = Arc::clone(graver.rule);
            let flaw = Flaw::NeverDecides { other };
            found.rule(LintSeverity::Warning, rule, "limit", flaw);
        }
        if never_met(&rule.rule.limit) {
            found.rule(LintSeverity::Error, rule, "limit", Flaw::NeverMet);
        }
    }
}

/// Every option is paid in one sum or in instalments.
fn never_met(limit: &Limit) -> bool {
    let every = CodeSet::of(&[Strategy::LumpSum, Strategy::Instalments]);
    matches!(limit, Limit::AllowedStrategies { strategies } if !strategies.meets(every))
}

fn days_in_common(one: DateRange, other: DateRange) -> bool {
    let first = one.from.max(other.from);
    let last = match (one.to, other.to) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    };
    !matches!((first, last), (Some(first), Some(last)) if first > last)
}

/// Whether a graver rule is broken wherever the milder one is.
fn answers_for(graver: &Placed<'_>, milder: &Placed<'_>) -> bool {
    graver.weight() > milder.weight()
        && graver.reach.holds(&milder.reach)
        && matches!(
            looseness(&milder.rule.limit, &graver.rule.limit),
            Some(Ordering::Equal | Ordering::Greater)
        )
}
