//! What is wrong with a pack of rules: one sentence for what it is, one for how to mend it.

use super::finding::rule_title;
use super::format::{date, days, percent, rate};
use super::limit::{self, band, bounds, severity};
use super::noted::strategies;
use super::vocabulary::{component, frequency, list, product};
use super::{Locale, lint_en, lint_zh};
use crate::engine::money::Currency;
use crate::engine::rules::{DeskDefault, Flaw, LintFinding, Rule};

/// The values of a finding as text, for the sentences of a language. Empty where the finding has no such value.
#[derive(Default)]
pub(super) struct Said {
    /// The rule's id and value: `CARD-DOWN-20 (at least 20%)`.
    pub rule: String,
    /// The rule's id.
    pub id: String,
    /// What the rule limits.
    pub title: String,
    /// What follows when the rule is broken.
    pub severity: String,
    /// The id and value of the rule that it is at odds with.
    pub other: String,
    /// The id of that rule.
    pub other_id: String,
    /// Whatever else the finding is about.
    pub what: String,
    /// The day of the question.
    pub on: String,
    /// How long a step can be.
    pub days: String,
}

/// What is wrong with a pack, and how to mend it.
#[must_use]
pub fn sentence(locale: Locale, finding: &LintFinding, currency: Currency) -> String {
    let mut said = rules_of(locale, finding, currency);
    fill(locale, finding, currency, &mut said);
    match locale {
        Locale::Zh => lint_zh::sentence(&finding.flaw, &said),
        Locale::En => lint_en::sentence(&finding.flaw, &said),
    }
}

/// The same of a finding that [bars judging](crate::engine::rules::Flaw::bars_judging); empty for every other.
#[must_use]
pub fn barring_sentence(locale: Locale, finding: &LintFinding, currency: Currency) -> String {
    let mut said = rules_of(locale, finding, currency);
    fill_barring(locale, &finding.flaw, currency, &mut said);
    let words = match locale {
        Locale::Zh => lint_zh::barring(&finding.flaw, &said),
        Locale::En => lint_en::barring(&finding.flaw, &said),
    };
    words.unwrap_or_default()
}

/// The rules that a finding is about, with their values.
fn rules_of(locale: Locale, finding: &LintFinding, currency: Currency) -> Said {
    let with_value = |rule: &Rule| {
        let value = bounds(locale, &rule.limit, currency)
            .unwrap_or_else(|| rule_title(locale, rule.limit.kind()));
        match locale {
            Locale::Zh => format!("{}（{value}）", rule.id),
            Locale::En => format!("{} ({value})", rule.id),
        }
    };
    let mut said = Said::default();
    if let Some(rule) = &finding.rule {
        said.rule = with_value(rule);
        said.id.clone_from(&rule.id);
        said.title = rule_title(locale, rule.limit.kind());
        said.severity = severity(locale, rule.severity);
    }
    if let Some(other) = finding.flaw.other() {
        said.other = with_value(other);
        said.other_id.clone_from(&other.id);
    }
    said
}

/// What findings that bar judging are about besides their rules.
fn fill_barring(locale: Locale, flaw: &Flaw, currency: Currency, said: &mut Said) {
    match flaw {
        Flaw::Gap { between, .. } => said.what = band(locale, between, currency),
        Flaw::Overlap {
            both: Some(both), ..
        } => said.what = band(locale, both, currency),
        Flaw::Loosens { pack, .. } => said.what.clone_from(pack),
        _ => {}
    }
}

/// The values that only some findings have.
fn fill(locale: Locale, finding: &LintFinding, currency: Currency, said: &mut Said) {
    match &finding.flaw {
        Flaw::SegmentGap {
            before,
            after,
            between,
        } => {
            said.what = band(locale, between, currency);
            said.other_id.clone_from(before);
            said.id.clone_from(after);
        }
        Flaw::StrategiesFree { strategies: free } => said.what = strategies(locale, *free),
        Flaw::ProductsNotCovered => {
            let products = finding.rule.iter().flat_map(|rule| &rule.applies.products);
            let names: Vec<&str> = products
                .flatten()
                .map(|one| product(locale, *one))
                .collect();
            said.what = list(locale, &names);
        }
        Flaw::UncappedComponents { components } => {
            let names: Vec<&str> = components
                .iter()
                .map(|part| component(locale, *part))
                .collect();
            said.what = list(locale, &names);
        }
        Flaw::StepTooLong {
            frequency: step,
            days: size,
            ..
        } => {
            said.what = frequency(locale, *step);
            said.days = days(locale, *size);
        }
        Flaw::PackExpired { on, last } | Flaw::RuleExpired { on, last } => {
            said.on = date(locale, *on);
            said.what = date(locale, *last);
        }
        Flaw::PackNotYet { on, first } => {
            said.on = date(locale, *on);
            said.what = date(locale, *first);
        }
        Flaw::DefaultBeyond { default } => {
            said.what = desk_default(locale, *default);
            if let Some(rule) = &finding.rule {
                said.rule = match locale {
                    Locale::Zh => {
                        format!(
                            "{}（{}）",
                            rule.id,
                            limit::limit(locale, &rule.limit, currency)
                        )
                    }
                    Locale::En => {
                        format!(
                            "{} ({})",
                            rule.id,
                            limit::limit(locale, &rule.limit, currency)
                        )
                    }
                };
            }
        }
        flaw => fill_barring(locale, flaw, currency, said),
    }
}

fn desk_default(locale: Locale, default: DeskDefault) -> String {
    match (locale, default) {
        (
            Locale::Zh,
            DeskDefault::Waiver {
                component: part,
                share,
            },
        ) => {
            format!("减免{}{}", component(locale, part), percent(share))
        }
        (
            Locale::En,
            DeskDefault::Waiver {
                component: part,
                share,
            },
        ) => {
            format!(
                "a waiver of {} of {}",
                percent(share),
                component(locale, part)
            )
        }
        (Locale::Zh, DeskDefault::GraceDays(size)) => format!("宽限{}", days(locale, size)),
        (Locale::En, DeskDefault::GraceDays(size)) => format!("{} of grace", days(locale, size)),
        (Locale::Zh, DeskDefault::OfferDays(size)) => format!("方案有效{}", days(locale, size)),
        (Locale::En, DeskDefault::OfferDays(size)) => {
            format!("offers open for {}", days(locale, size))
        }
        (Locale::Zh, DeskDefault::PlanRate(yearly)) => format!("方案年利率{}", rate(yearly)),
        (Locale::En, DeskDefault::PlanRate(yearly)) => format!("a rate of {} a year", rate(yearly)),
    }
}
