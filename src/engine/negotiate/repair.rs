//! For an option that may not be agreed to: the nearest ones that may.

use std::sync::Arc;

use super::held::Held;
use super::question::{Judged, Question};
use super::search::Search;
use super::{Nearest, Term, TermValue};
use crate::engine::plan::{PlanError, Proposal};
use crate::engine::rules::{Role, Rule};

/// So many single changes are choice enough: two changes are not looked for then.
const ENOUGH_ALONE: usize = 3;
/// The most answers that are given: more are not compared on a call.
const MOST_REPAIRS: usize = 6;

/// One term at another value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The term.
    pub term: Term,
    /// What was asked.
    pub from: TermValue,
    /// What passes.
    pub to: TermValue,
}

/// An option that passes, near the one that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// One change or two; more only where two are not enough.
    pub changes: Vec<Change>,
    /// The rules that stood in the way and are met now.
    pub mends: Vec<Arc<Rule>>,
    /// The option.
    pub proposal: Proposal,
    /// Laid out and judged.
    pub judged: Judged,
    /// How far it is from what was asked, in millionths: amounts as a part of what is owed, counts and payments of the
    /// larger one, how often of the more frequent, days of a year, rates of 24 %, another treatment a quarter; of several
    /// changes the sum.
    pub distance: u32,
}

/// What can be done about an option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repairs {
    /// The option as it was asked for.
    pub asked: Judged,
    /// Options that pass: those with one change first, each kind the nearest first. Empty where the one asked for passes
    /// already, or where nothing that was tried does.
    pub found: Vec<Repair>,
    /// Rules in the way that no change of the option can meet: a contract's own rate, promises broken before.
    pub beyond: Vec<Arc<Rule>>,
    /// Where nothing was found although every rule in the way turns on the terms: the rules that no change which was tried
    /// meets together. Empty otherwise.
    pub apart: Vec<Arc<Rule>>,
    /// In that case how near to passing one change comes; `None` where none meets any rule in the way.
    pub nearest: Option<Nearest>,
}

/// The nearest options that someone of this role may agree to.
///
/// One term is changed, then, where that leaves little choice, two of those that are not enough by themselves; only where neither passes, as many as it
/// takes, rule by rule. Each is moved only towards what a broken rule asks, and only as far as it must: the value one step
/// nearer to what was asked for does not pass. Every answer has been laid out and judged.
///
/// # Errors
/// [`PlanError`] if the option asked for cannot be laid out.
pub fn repair(
    question: &Question<'_>,
    proposal: &Proposal,
    authority: Role,
) -> Result<Repairs, PlanError> {
    let asked = question.judge(proposal)?;
    let search = Search::new(question, proposal, authority, &asked);
    let beyond: Vec<Arc<Rule>> = search
        .broken
        .iter()
        .filter(|(_, finding)| search.terms.iter().all(|held| held.way(finding).is_none()))
        .map(|(_, finding)| Arc::clone(&finding.rule))
        .collect();
    let (mut found, mut apart, mut nearest) = (Vec::new(), Vec::new(), None);
    if asked.verdict.unfit.is_none() && beyond.is_empty() && !search.broken.is_empty() {
        let mut enough = Vec::new();
        for held in &search.terms {
            if let Some(repair) = search.alone(held) {
                enough.push(held.term);
                found.push(repair);
            }
        }
        let others: Vec<&Held<'_>> = search
            .terms
            .iter()
            .filter(|held| !enough.contains(&held.term))
            .collect();
        let pairs = if enough.len() < ENOUGH_ALONE {
            others.as_slice()
        } else {
            &[]
        };
        for (place, first) in pairs.iter().enumerate() {
            for second in pairs.iter().skip(place.saturating_add(1)) {
                let either = search
                    .together(first, second)
                    .or_else(|| search.together(second, first));
                found.extend(either);
            }
        }
        if found.is_empty() {
            found.extend(search.rule_by_rule());
        }
        if found.is_empty() {
            found.extend(further(&search));
        }
        found.sort_by_key(|repair| (repair.changes.len(), repair.distance));
        found.truncate(MOST_REPAIRS);
        if found.is_empty() {
            nearest = search.nearest();
            apart = search.apart(nearest.as_ref());
        }
    }
    Ok(Repairs {
        asked,
        found,
        beyond,
        apart,
        nearest,
    })
}

/// Two changes of which neither would do more alone without bringing another rule into the way: the first such pair, as
/// looking for all of them takes longer than somebody on a call waits.
fn further(search: &Search<'_>) -> Option<Repair> {
    let mends = |held: &&Held<'_>| {
        let mut broken = search.broken.iter();
        broken.any(|(_, finding)| held.way(finding).is_some())
    };
    let terms = || search.terms.iter().filter(mends);
    terms().find_map(|first| {
        let mut seconds = terms().filter(|second| second.term != first.term);
        seconds.find_map(|second| search.as_far_as_it_goes(first, second))
    })
}
