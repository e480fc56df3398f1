//! Pairs of rules that no option, or not every allowed one, can meet together.

use std::sync::Arc;

use super::{Flaw, Found, LintSeverity, Linted, Placed};
use crate::engine::calendar::{Date, Frequency, days_between};
use crate::engine::rules::{FrequencyList, Limit, Severity, Strategy};

pub(super) fn look(linted: &Linted<'_>, found: &mut Found) {
    for rule in &linted.rules {
        for other in linted.all() {
            if rule.reach.meet(&other.reach).is_none() {
                continue;
            }
            pair(rule, other, &rule.rule.limit, &other.rule.limit, found);
            // A pair of the pack's own rules is seen from both; one with a rule above from here alone.
            if other.pack.layer != linted.pack.layer {
                pair(rule, other, &other.rule.limit, &rule.rule.limit, found);
            }
        }
    }
}

/// Two limits in this order, those of a rule and another in either.
fn pair(rule: &Placed<'_>, other: &Placed<'_>, first: &Limit, second: &Limit, found: &mut Found) {
    match (*first, *second) {
        (Limit::MinimumPayments { count: least }, Limit::MaximumInstalments { count: most })
            if least > most =>
        {
            never_both(rule, other, found);
        }
        (Limit::MinimumPayments { count }, Limit::AllowedStrategies { strategies })
            if count > 1 && !strategies.contains(Strategy::Instalments) =>
        {
            never_both(rule, other, found);
        }
        (Limit::AllowedFrequencies { frequencies }, Limit::MaximumDaysBetween { days }) => {
            steps(rule, other, &frequencies, days, found);
        }
        _ => {}
    }
}

fn never_both(rule: &Placed<'_>, other: &Placed<'_>, found: &mut Found) {
    // Where one of the two only warns, an option can still be agreed to.
    let notes = |one: &Placed<'_>| one.rule.severity == Severity::Warn;
    let severity = if notes(rule) || notes(other) {
        LintSeverity::Warning
    } else {
        LintSeverity::Error
    };
    let flaw = Flaw::NeverBoth {
        other: Arc::clone(other.rule),
    };
    found.rule(severity, rule, "limit", flaw);
}

fn steps(
    rule: &Placed<'_>,
    other: &Placed<'_>,
    allowed: &FrequencyList,
    days: u32,
    found: &mut Found,
) {
    let shortest_fits = |step: Frequency| days_of(step).0 <= days;
    if !allowed.agreed_days() && !allowed.iter().any(shortest_fits) {
        never_both(rule, other, found);
        return;
    }
    for frequency in allowed.iter() {
        let (_, longest) = days_of(frequency);
        if longest > days {
            let flaw = Flaw::StepTooLong {
                other: Arc::clone(other.rule),
                frequency,
                days: longest,
            };
            found.rule(LintSeverity::Warning, rule, "limit", flaw);
        }
    }
}

/// How many days one step takes, at least and at most, counted off the calendar from several days of a month.
fn days_of(step: Frequency) -> (u32, u32) {
    let steps = (1..=31_u32).step_by(10).flat_map(|day| {
        let anchor = Date::from_ymd_opt(2024, 1, day).unwrap_or_default();
        let dues = (0..=48).map_while(move |k| step.nth_due(anchor, k).ok());
        let mut previous = None;
        dues.filter_map(move |due| {
            let days = previous.map(|last| days_between(last, due));
            previous = Some(due);
            u32::try_from(days?).ok()
        })
    });
    steps.fold((u32::MAX, 0), |(least, most), days| {
        (least.min(days), most.max(days))
    })
}
