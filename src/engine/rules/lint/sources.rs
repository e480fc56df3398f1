//! Where a rule comes from, and the days for which it stands.

use super::{Flaw, Found, LintSeverity, Linted, Placed};
use crate::engine::calendar::Date;
use crate::engine::rules::{DateRange, Layer, Severity, Visibility};

/// How a source was read: in the original, through another text, not yet.
const MARKS: [&str; 3] = ["[R]", "[2]", "[u]"];

pub(super) fn look(linted: &Linted<'_>, found: &mut Found) {
    for rule in &linted.rules {
        source(rule, linted.pack.layer, found);
    }
    if let Some(on) = linted.on {
        dates(linted, on, found);
    }
}

fn source(rule: &Placed<'_>, layer: Layer, found: &mut Found) {
    let (error, warning) = (LintSeverity::Error, LintSeverity::Warning);
    let text = rule.rule.source.as_str();
    let says = |mark: &str| text.contains(mark);
    if !text.chars().any(char::is_alphanumeric) {
        found.rule(error, rule, "source", Flaw::NoSource);
    } else if layer == Layer::Statutory {
        if !MARKS.into_iter().any(says) {
            found.rule(error, rule, "source", Flaw::NoMark);
        } else if rule.rule.severity != Severity::Warn && (!says("[R]") || says("[u]")) {
            found.rule(error, rule, "severity", Flaw::SecondaryDecides);
        }
        if !is_dated(rule) {
            found.rule(warning, rule, "source", Flaw::NoDate);
        }
    }
    if layer == Layer::Statutory && rule.rule.visibility == Visibility::Private {
        found.rule(warning, rule, "visibility", Flaw::HiddenLaw);
    }
}

/// Whether the rule has a date of its own or for its contracts, or its source names a year.
fn is_dated(rule: &Placed<'_>) -> bool {
    let has_end = |range: &DateRange| range.from.is_some() || range.to.is_some();
    let is_year =
        |digits: &str| digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
    has_end(&rule.rule.effective)
        || has_end(&rule.rule.applies.signed)
        || rule
            .rule
            .source
            .split(|letter: char| !letter.is_ascii_digit())
            .any(is_year)
}

fn dates(linted: &Linted<'_>, on: Date, found: &mut Found) {
    let pack = linted.pack;
    if let Some(last) = pack.effective.to.filter(|last| *last < on) {
        let flaw = Flaw::PackExpired { on, last };
        found.pack(LintSeverity::Error, pack, "effective_to", flaw);
        return;
    }
    if let Some(first) = pack.effective.from.filter(|first| *first > on) {
        let flaw = Flaw::PackNotYet { on, first };
        found.pack(LintSeverity::Warning, pack, "effective_from", flaw);
        return;
    }
    for rule in &linted.rules {
        let Some(last) = rule.rule.effective.to.filter(|last| *last < on) else {
            continue;
        };
        let takes_over = |other: &Placed<'_>| {
            other.family() == rule.family() && other.rule.effective.contains(on)
        };
        if !linted.rules.iter().any(takes_over) {
            let flaw = Flaw::RuleExpired { on, last };
            found.rule(LintSeverity::Warning, rule, "effective_to", flaw);
        }
    }
}
