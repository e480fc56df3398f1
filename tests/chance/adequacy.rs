//! Whether the generator reaches what it must: every rule kind passes and fails in at least 1 % of cases, every
//! kind of term comes up in at least 5 % (every way to repay in 5 % of the plans in instalments), every end of a range
//! 10^3 times in 10^6, and every refusal of a term 500 times.

use crate::boundaries::BOUNDARIES;
use crate::run::Outcomes;
use crate::seen::{IN_INSTALMENTS, REFUSALS, WAYS, options};
use crate::tally::Group;
use quittance::engine::rules::LimitKind;
use std::fmt::Write as _;

/// Fewer cases say nothing about shares: a shard of a few is for seeing one of them again.
const ENOUGH_CASES: u64 = 10_000;

/// A group, its names, and how many of every million cases it must come up in.
fn demands() -> [(Group, Vec<&'static str>, u64); 6] {
    [
        (Group::Option, options(), 50_000),
        (Group::Way, WAYS.to_vec(), 50_000),
        (Group::Boundary, BOUNDARIES.to_vec(), 1_000),
        (Group::Refused, REFUSALS.to_vec(), 500),
        (Group::Met, LimitKind::CODES.to_vec(), 10_000),
        (Group::Broken, LimitKind::CODES.to_vec(), 10_000),
    ]
}

/// What came up too seldom, for a person to read; nothing where there are too few cases to say.
pub fn shortfalls(outcomes: &Outcomes, cases: u64) -> Vec<String> {
    let mut missing = Vec::new();
    for (group, names, in_a_million) in demands() {
        // The shares are of all cases; those refused hold a term as well, and are not counted for it.
        let of = match group {
            Group::Way => outcomes.tally.get(Group::Way, IN_INSTALMENTS),
            _ => cases,
        };
        let least = (of * in_a_million).div_ceil(1_000_000);
        for name in names {
            let count = outcomes.tally.get(group, name);
            if count < least && cases >= ENOUGH_CASES {
                missing.push(format!("{group:?} {name}: {count}, at least {least}"));
            }
        }
    }
    missing
}

/// Every count, one a line, with the share of all cases in a million.
pub fn histogram(outcomes: &Outcomes, cases: u64) -> String {
    let mut text = String::new();
    for group in [
        Group::Option,
        Group::Way,
        Group::Boundary,
        Group::Met,
        Group::Broken,
        Group::Silent,
        Group::Refused,
        Group::Relation,
    ] {
        for (name, count) in outcomes.tally.of(group) {
            let in_a_million = count * 1_000_000 / cases.max(1);
            writeln!(
                text,
                "{group:?} {name}: {count} of {cases}, {in_a_million} in 10^6"
            )
            .unwrap();
        }
    }
    let names: usize = demands().iter().map(|(_, names, _)| names.len()).sum();
    let missed = shortfalls(outcomes, cases).len();
    write!(
        text,
        "histogram {} of {names} kinds often enough",
        names - missed
    )
    .unwrap();
    text
}
