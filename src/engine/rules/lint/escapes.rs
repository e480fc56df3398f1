//! What slips past the rules: a frequency, an option type, a component.

use super::{Flaw, Found, LintSeverity, Linted, Placed};
use crate::engine::claim::Component;
use crate::engine::rules::{Limit, LimitKind};

pub(super) fn look(linted: &Linted<'_>, found: &mut Found) {
    let first = |wanted: &dyn Fn(&Placed<'_>) -> bool| linted.rules.iter().find(|one| wanted(one));
    let warn = LintSeverity::Warning;
    if let Some(rule) = first(&|one| count_without_time(linted, one)) {
        found.rule(warn, rule, "limit", Flaw::CountWithoutTime);
    }
    if let Some(rule) = first(&|one| agreed_days_apart(linted, one)) {
        found.rule(warn, rule, "limit.frequencies", Flaw::AgreedDaysApart);
    }
    if let Some(rule) = first(&|one| lump_sum_any_day(linted, one)) {
        found.rule(warn, rule, "limit", Flaw::LumpSumAnyDay);
    }
    let capped = |one: &&Placed<'_>| matches!(one.family(), LimitKind::WaiverCap(_));
    if let Some(rule) = linted.rules.iter().find(capped) {
        let components = uncapped(linted, rule);
        if !components.is_empty() {
            let flaw = Flaw::UncappedComponents { components };
            found.rule(warn, rule, "limit.component", flaw);
        }
    }
}

const fn limits_all_time(kind: LimitKind) -> bool {
    matches!(
        kind,
        LimitKind::MaximumTotalDays | LimitKind::MaximumTermMonths
    )
}

const fn limits_time_between(kind: LimitKind) -> bool {
    matches!(kind, LimitKind::MaximumDaysBetween)
}

const fn limits_the_start(kind: LimitKind) -> bool {
    matches!(
        kind,
        LimitKind::MaximumDaysToFirst | LimitKind::MaximumDeferralDays
    )
}

fn count_without_time(linted: &Linted<'_>, one: &Placed<'_>) -> bool {
    let by_steps =
        linted.binds(&one.reach, limits_time_between) && linted.binds(&one.reach, limits_the_start);
    matches!(one.rule.limit, Limit::MaximumInstalments { .. })
        && !linted.binds(&one.reach, limits_all_time)
        && !by_steps
}

fn agreed_days_apart(linted: &Linted<'_>, one: &Placed<'_>) -> bool {
    let agreed_days = match one.rule.limit {
        Limit::AllowedFrequencies { frequencies } => frequencies.agreed_days(),
        _ => false,
    };
    agreed_days && !linted.binds(&one.reach, limits_time_between)
}

/// Rules that bind instalments alone say nothing of one sum, which is bound in time by the limits on days.
fn lump_sum_any_day(linted: &Linted<'_>, one: &Placed<'_>) -> bool {
    let instalments_alone = matches!(
        one.rule.limit,
        Limit::MinimumDownPayment { .. }
            | Limit::MinimumInstalment { .. }
            | Limit::AllowedFrequencies { .. }
            | Limit::MaximumDaysBetween { .. }
            | Limit::MaximumInstalments { .. }
    );
    instalments_alone
        && !linted.binds(&one.reach, |kind| {
            limits_all_time(kind) || limits_the_start(kind)
        })
}

/// The components that a discount on the total can be taken from without meeting any rule.
fn uncapped(linted: &Linted<'_>, one: &Placed<'_>) -> Vec<Component> {
    let in_all = |kind| {
        matches!(
            kind,
            LimitKind::MinimumSettlement | LimitKind::WaiverCapTotal
        )
    };
    if linted.binds(&one.reach, in_all) {
        return Vec::new();
    }
    let capped = |component: Component| {
        linted.binds(&one.reach, |kind| {
            kind == LimitKind::WaiverCap(component) || kind == LimitKind::NotWaivable(component)
        })
    };
    let components = Component::ALL.into_iter();
    components.filter(|part| !capped(*part)).collect()
}
