//! Private values that can be read off, or worked out from, public rules.

use std::sync::Arc;

use super::{Flaw, Found, LintSeverity, Linted, Placed};
use crate::engine::rules::tightness::equal_somewhere;
use crate::engine::rules::{Limit, Visibility};

pub(super) fn look(linted: &Linted<'_>, found: &mut Found) {
    let private = |one: &&Placed<'_>| one.rule.visibility == Visibility::Private;
    for rule in linted.rules.iter().filter(private) {
        let tells = |one: &&Placed<'_>| {
            one.rule.visibility == Visibility::Public
                && one.reach.meet(&rule.reach).is_some()
                && follows(&rule.rule.limit, &one.rule.limit)
        };
        if let Some(public) = linted.all().find(tells) {
            let by = Arc::clone(public.rule);
            let flaw = Flaw::GivenAway { by };
            found.rule(LintSeverity::Warning, rule, "visibility", flaw);
        }
    }
}

/// Whether a value of the private limit follows from the public one.
fn follows(private: &Limit, public: &Limit) -> bool {
    let the_rest = match (*private, *public) {
        // What must be paid in all, and what may be given up in all, add up to everything owed.
        (
            Limit::MinimumSettlement {
                share: Some(paid),
                components: None,
                ..
            },
            Limit::WaiverCapTotal { share: waived },
        )
        | (
            Limit::WaiverCapTotal { share: waived },
            Limit::MinimumSettlement {
                share: Some(paid),
                components: None,
                ..
            },
        ) => paid == waived.rest(),
        _ => false,
    };
    the_rest || equal_somewhere(private, public)
}
