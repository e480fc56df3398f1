//! Where nothing passes: which rules stand against each other, and how near to passing one change brings an option.

use std::sync::Arc;

use super::Change;
use super::question::is_within;
use super::search::Search;
use crate::engine::plan::Proposal;
use crate::engine::rules::Rule;

/// How near to passing one change brings an option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nearest {
    /// The change.
    pub change: Change,
    /// The rules that are in the way then.
    pub left: Vec<Arc<Rule>>,
}

impl Search<'_> {
    /// The change that meets a rule in the way and leaves the fewest others there; of several the least. `None` where no rule in
    /// the way can be met by one change at all.
    pub fn nearest(&self) -> Option<Nearest> {
        let mut nearest: Option<((usize, u32), Nearest)> = None;
        for held in &self.terms {
            for one in &self.broken {
                let Some(to) = self.towards(held, self.proposal, &[*one], Some(&[one.0])) else {
                    continue;
                };
                let option = held.term.write(self.proposal, to);
                let Some(left) = option.and_then(|option| self.left(&option)) else {
                    continue;
                };
                let rank = (left.len(), held.distance(to));
                if nearest.as_ref().is_none_or(|(least, _)| rank < *least) {
                    let change = Change {
                        term: held.term,
                        from: held.from,
                        to,
                    };
                    nearest = Some((rank, Nearest { change, left }));
                }
            }
        }
        nearest.map(|(_, nearest)| nearest)
    }

    /// The rules in the way of an option.
    fn left(&self, option: &Proposal) -> Option<Vec<Arc<Rule>>> {
        let judged = self.question.judge(option).ok()?;
        let findings = judged.verdict.findings.into_iter();
        let in_the_way = findings.filter(|one| !is_within(one.decision(), self.authority));
        Some(in_the_way.map(|one| one.rule).collect())
    }

    /// The rules that no change which was tried meets together: those in the way, and those that come into it where the
    /// option is changed for them.
    pub fn apart(&self, nearest: Option<&Nearest>) -> Vec<Arc<Rule>> {
        let asked = self.broken.iter().map(|(_, finding)| &finding.rule);
        let left = nearest.into_iter().flat_map(|nearest| &nearest.left);
        let mut apart: Vec<Arc<Rule>> = Vec::new();
        for rule in asked.chain(left) {
            if !apart.contains(rule) {
                apart.push(Arc::clone(rule));
            }
        }
        apart
    }
}
