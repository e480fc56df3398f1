//! What slips past the rules: a frequency, an option type, a component.

use super::{Flaw, Found, LintSeverity, Linted, Placed};
use crate::engine::claim::Component;
use crate::engine::fields::CodeSet;
use crate::engine::rules::debts::{NOT_NOTED, customers, strategies};
use crate::engine::rules::{Choice, Limit, LimitKind, Strategy};

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
    left_free(linted, found);
}

/// What rules bound to some strategies, or to customers of some types, leave free between them.
fn left_free(linted: &Linted<'_>, found: &mut Found) {
    let mut seen: Vec<LimitKind> = Vec::new();
    for rule in &linted.rules {
        let applies = &rule.rule.applies;
        if seen.contains(&rule.family()) {
            continue;
        }
        if applies.strategies.is_some() {
            let bound = bound_together(linted, rule, Choice::Strategies);
            let strategies = bears_on(rule.family())
                .iter()
                .filter(|strategy| strategies(Some(CodeSet::of(&[*strategy]))) & bound == 0)
                .fold(CodeSet::EMPTY, CodeSet::with);
            if !strategies.is_empty() {
                let flaw = Flaw::StrategiesFree { strategies };
                found.rule(LintSeverity::Warning, rule, "applies.strategies", flaw);
                seen.push(rule.family());
            }
        } else if applies.customers.is_some() {
            let bound = bound_together(linted, rule, Choice::Customers);
            if bound == customers(None) & !NOT_NOTED {
                let flaw = Flaw::NotNotedFree;
                found.rule(LintSeverity::Warning, rule, "applies.customers", flaw);
                seen.push(rule.family());
            }
        }
    }
}

/// What of a choice the rules of one kind bind between them, for the debts of one of them.
fn bound_together(linted: &Linted<'_>, rule: &Placed<'_>, choice: Choice) -> u32 {
    let reach = rule.reach.regardless_of(choice);
    linted
        .all()
        .filter(|one| {
            one.family() == rule.family() && one.reach.regardless_of(choice).holds(&reach)
        })
        .fold(0, |bits, one| bits | one.reach.chosen(choice))
}

/// Strategies one of which every option uses that a limit can bear on.
fn bears_on(kind: LimitKind) -> CodeSet<Strategy> {
    match kind {
        LimitKind::MinimumSettlement | LimitKind::WaiverCap(_) | LimitKind::WaiverCapTotal => {
            CodeSet::of(&[Strategy::Waiver, Strategy::Discount])
        }
        LimitKind::MaximumDeferralDays => CodeSet::of(&[Strategy::Deferral]),
        LimitKind::MinimumDownPayment
        | LimitKind::MaximumInstalments
        | LimitKind::MaximumDaysBetween
        | LimitKind::MinimumInstalment
        | LimitKind::AllowedFrequencies
        | LimitKind::SkippedPayments => CodeSet::of(&[Strategy::Instalments]),
        // What is asked of the customer, and of papers, may well be asked for some strategies alone.
        LimitKind::RecoveryHorizonMonths
        | LimitKind::BrokenPromises
        | LimitKind::RepaymentBehaviour
        | LimitKind::Restructures
        | LimitKind::EvidenceRequired
        | LimitKind::GuarantorConsent => CodeSet::EMPTY,
        _ => CodeSet::of(&[Strategy::LumpSum, Strategy::Instalments]),
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
