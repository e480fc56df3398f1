//! A lower layer may only tighten: limits looser than those above.

use std::sync::Arc;

use super::{Flaw, Found, LintSeverity, Linted, Placed};
use crate::engine::rules::tightness::looser_somewhere;

pub(super) fn look(linted: &Linted<'_>, found: &mut Found) {
    for rule in &linted.rules {
        let looser_than = |above: &&Placed<'_>| loosens(linted, rule, above);
        if let Some(above) = linted.above.iter().find(looser_than) {
            let flaw = Flaw::Loosens {
                above: Arc::clone(above.rule),
                pack: above.pack.id.clone(),
            };
            found.rule(LintSeverity::Error, rule, "limit", flaw);
        }
    }
}

/// Whether a rule leaves more room than one above for debts that both reach.
///
/// A graver rule may stand further out, as a last step, where a tighter one of its own pack keeps to the layer above.
fn loosens(linted: &Linted<'_>, rule: &Placed<'_>, above: &Placed<'_>) -> bool {
    let looser = |one: &Placed<'_>| looser_somewhere(&one.rule.limit, &above.rule.limit);
    if !looser(rule) {
        return false;
    }
    let Some(both) = rule.reach.meet(&above.reach) else {
        return false;
    };
    let last_step = rule.weight() > above.weight();
    let kept_to = |one: &Placed<'_>| {
        one.family() == above.family() && one.reach.holds_box(&both) && !looser(one)
    };
    !(last_step && linted.rules.iter().any(kept_to))
}
