//! Every flaw that the linter names: a pack that has it, and the same pack mended.

mod bands;
mod both;
mod chance;
mod escapes;
mod idle;
mod layers;
mod secrets;
mod segments;
mod shipped;
mod sources;
mod tightness;
mod words;

use quittance::engine::calendar::Date;
use quittance::engine::rules::{LintFinding, Pack, Rule, lint, read_pack};
use std::sync::Arc;

/// A rule of a house pack; `more` are further fields, each with a comma after it.
pub fn rule(id: &str, limit: &str, severity: &str, more: &str) -> String {
    written(id, limit, severity, "public", more, "house: a test")
}

/// A rule that only the lender's people see.
pub fn private(id: &str, limit: &str, severity: &str) -> String {
    written(id, limit, severity, "private", "", "house: a test")
}

/// A rule of law with its source.
pub fn article(id: &str, limit: &str, severity: &str, more: &str, source: &str) -> String {
    written(id, limit, severity, "public", more, source)
}

fn written(
    id: &str,
    limit: &str,
    severity: &str,
    visibility: &str,
    more: &str,
    source: &str,
) -> String {
    format!(
        r#"{{"id":"{id}","limit":{limit},"severity":"{severity}","visibility":"{visibility}",{more}"source":"{source}"}}"#
    )
}

/// A condition on days past due.
pub fn days(from: u32, to: Option<u32>) -> String {
    let to = to.map_or(String::new(), |to| format!(r#","to":{to}"#));
    format!(r#""applies":{{"days_past_due":{{"from":{from}{to}}}}},"#)
}

/// A yearly cap on what a plan costs.
pub fn cap(percent: &str) -> String {
    format!(r#"{{"kind":"all-in-cap","rate":"{percent}"}}"#)
}

/// A house pack for cards in 2026 and 2027, with fields of its own in front of the rules.
pub fn house_with(more: &str, rules: &[String]) -> Pack {
    read_pack(&format!(
        r#"{{"format":"quittance-pack/1","id":"house","name":{{"zh":"测试","en":"House"}},"version":"1","layer":"house",
        "jurisdiction":"cn","currency":"CNY","effective_from":"2026-01-01","effective_to":"2027-12-31",
        "products":["credit-card"],{more}"rules":[{}]}}"#,
        rules.join(",")
    ))
    .unwrap()
}

/// A house pack whose desk gives nothing up.
pub fn house(rules: &[String]) -> Pack {
    house_with(&desk("6", ""), rules)
}

/// What a desk starts from.
pub fn desk(rate: &str, waivers: &str) -> String {
    format!(
        r#""defaults":{{"plan_rate":"{rate}","basis":"periodic","rounding":"half-up","grace_days":3,"offer_days":3,
        "waivers":{{{waivers}}}}},"#
    )
}

/// The law of the same jurisdiction.
pub fn law(rules: &[String]) -> Pack {
    read_pack(&format!(
        r#"{{"format":"quittance-pack/1","id":"law","name":{{"zh":"法","en":"Law"}},"version":"1","layer":"statutory",
        "jurisdiction":"cn","currency":"CNY","effective_from":"2020-01-01","rules":[{}]}}"#,
        rules.join(",")
    ))
    .unwrap()
}

/// A finding on one line: how grave, what, where, and the rules.
fn line(finding: &LintFinding) -> String {
    format!(
        "{} {} {} {}",
        finding.severity.code(),
        finding.flaw.code(),
        finding.path,
        finding.rule_ids().join(" ")
    )
}

/// A pack whose first rule is changed after it was read: files are refused for some of what the linter looks for.
pub fn changed(mut pack: Pack, change: impl FnOnce(&mut Rule)) -> Pack {
    let mut rule = (*pack.rules[0]).clone();
    change(&mut rule);
    pack.rules[0] = Arc::new(rule);
    pack
}

/// What the linter finds in a pack under others, line by line.
pub fn under(above: &[&Pack], pack: &Pack) -> Vec<String> {
    lint(pack, above, None).iter().map(line).collect()
}

/// What the linter finds in a pack alone.
pub fn alone(pack: &Pack) -> Vec<String> {
    under(&[], pack)
}

/// What the linter finds in a pack alone on a day.
pub fn on(day: Date, pack: &Pack) -> Vec<String> {
    lint(pack, &[], Some(day)).iter().map(line).collect()
}

pub const CLEAN: [&str; 0] = [];
