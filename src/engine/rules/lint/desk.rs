//! What the desk starts from, held against the rules that will judge it.

use super::{DeskDefault, Flaw, Found, LintSeverity, Linted};
use crate::engine::claim::Component;
use crate::engine::money::Share;
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
    let given_up = |component: Component, most: Share| {
        (defaults.waivers.get(component) > most)
            .then(|| (format!("waivers.{}", component.code()), waiver(component)))
    };
    let beyond =
        |is_beyond: bool, field: &str, default| is_beyond.then(|| (field.to_owned(), default));
    match *limit {
        Limit::WaiverCap {
            component,
            share: Some(share),
            ..
        } => given_up(component, share),
        Limit::NotWaivable { component } => given_up(component, Share::ZERO),
        Limit::AllInCap { rate } => {
            let default = defaults.plan_rate;
            beyond(default > rate, "plan_rate", DeskDefault::PlanRate(default))
        }
        Limit::MaximumGraceDays { days } => {
            let default = defaults.cure.grace_days;
            beyond(
                default > days,
                "grace_days",
                DeskDefault::GraceDays(default),
            )
        }
        Limit::MaximumOfferDays { days } => {
            let default = defaults.offer_days;
            beyond(
                default > days,
                "offer_days",
                DeskDefault::OfferDays(default),
            )
        }
        _ => None,
    }
}
