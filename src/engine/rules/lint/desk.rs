//! What the desk starts from, held against the rules that will judge it.

use super::{DeskDefault, Flaw, Found, LintSeverity, Linted};
use crate::engine::rules::reach::Reach;
use crate::engine::rules::{DeskDefaults, Limit, Severity};

pub(super) fn look(linted: &Linted<'_>, found: &mut Found) {
    let ours = Reach::of_pack(linted.pack);
    for rule in linted.all() {
        if rule.reach.meet(&ours).is_none() {
            continue;
        }
        let Some((field, default)) = beyond(&linted.pack.defaults, &rule.rule.limit) else {
            continue;
        };
        let severity = match rule.rule.severity {
            // A note does not stand in anyone's way.
            Severity::Warn => continue,
            Severity::Route(_) => LintSeverity::Warning,
            Severity::Block => LintSeverity::Error,
        };
        let flaw = Flaw::DefaultBeyond { default };
        found.desk(
            severity,
            linted.pack,
            &format!("defaults.{field}"),
            rule,
            flaw,
        );
    }
}

/// The default that a limit does not let pass, and its place in the file.
fn beyond(defaults: &DeskDefaults, limit: &Limit) -> Option<(String, DeskDefault)> {
    let waiver = |component| {
        let share = defaults.waivers.get(component);
        DeskDefault::Waiver { component, share }
    };
    match *limit {
        Limit::WaiverCap { component, share } => (defaults.waivers.get(component) > share)
            .then(|| (format!("waivers.{}", component.code()), waiver(component))),
        Limit::NotWaivable { component } => (defaults.waivers.get(component).scaled() > 0)
            .then(|| (format!("waivers.{}", component.code()), waiver(component))),
        Limit::AllInCap { rate } => (defaults.plan_rate > rate).then(|| {
            let rate = DeskDefault::PlanRate(defaults.plan_rate);
            ("plan_rate".to_owned(), rate)
        }),
        _ => None,
    }
}
