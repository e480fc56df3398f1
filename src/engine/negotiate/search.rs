//! The search for options that pass, near one that does not.

use std::cell::RefCell;
use std::sync::Arc;

use super::held::Held;
use super::question::{Judged, Question, is_within};
use super::{Change, Repair, Term, TermValue};
use crate::engine::plan::Proposal;
use crate::engine::rules::{Finding, Role, Rule};

/// Rules that are looked at again, at most, where several changes are needed.
const MOST_ROUNDS: usize = 12;

/// An option that is in the way of rules.
pub(super) struct Search<'a> {
    pub(super) question: &'a Question<'a>,
    pub(super) proposal: &'a Proposal,
    pub(super) authority: Role,
    /// The findings in the way, with their places in the verdict.
    pub broken: Vec<(usize, &'a Finding)>,
    /// The terms that the option has.
    pub terms: Vec<Held<'a>>,
    /// What [`Search::first_of_two`] has found.
    first_changes: RefCell<Vec<FirstChange>>,
}

/// A term moved for the rules in some places, and where to, if anywhere.
type FirstChange = (Term, Vec<usize>, Option<TermValue>);

impl<'a> Search<'a> {
    pub fn new(
        question: &'a Question<'a>,
        proposal: &'a Proposal,
        authority: Role,
        asked: &'a Judged,
    ) -> Self {
        let in_the_way = |finding: &Finding| !is_within(finding.decision(), authority);
        let findings = asked.verdict.findings.iter().enumerate();
        let held = |term: Term| {
            let from = term.read(question.claim(), proposal)?;
            Some(Held {
                question,
                term,
                from,
            })
        };
        Self {
            question,
            proposal,
            authority,
            broken: findings
                .filter(|(_, finding)| in_the_way(finding))
                .collect(),
            terms: Term::ALL.into_iter().filter_map(held).collect(),
            first_changes: RefCell::default(),
        }
    }

    /// One change that is enough by itself.
    pub fn alone(&self, held: &Held<'a>) -> Option<Repair> {
        let all: Vec<usize> = self.broken.iter().map(|(place, _)| *place).collect();
        let to = self.moved(held, self.proposal, &all, None)?;
        let proposal = held.term.write(self.proposal, to)?;
        self.answer(proposal, &[(held, to)])
    }

    /// Two changes: the first for what only it can mend, the second for the rest, then the first no further than it
    /// must beside the second.
    pub fn together(&self, first: &Held<'a>, second: &Held<'a>) -> Option<Repair> {
        let (mut only_first, mut by_second) = (Vec::new(), Vec::new());
        for (place, finding) in &self.broken {
            match (first.way(finding), second.way(finding)) {
                (None, None) => return None,
                (Some(_), None) => only_first.push(*place),
                (_, Some(_)) => by_second.push(*place),
            }
        }
        if only_first.is_empty() || by_second.is_empty() {
            return None;
        }
        let to_first = self.first_of_two(first, only_first)?;
        let halfway = first.term.write(self.proposal, to_first)?;
        let verdict = self.question.verdict(&halfway).ok()?;
        let beyond = |finding: &Finding<&Rule>| {
            !is_within(finding.decision(), self.authority) && second.way(finding).is_none()
        };
        // What the first has broken, and the second cannot mend, stays broken wherever the second is moved.
        if verdict.findings.iter().any(beyond) {
            return None;
        }
        let to_second = self.moved(second, &halfway, &by_second, None)?;
        let proposal = second.term.write(&halfway, to_second)?;
        self.answer(proposal, &[(first, to_first), (second, to_second)])
    }

    /// Two changes where neither is enough, although the second alone might do for every rule in the way: the first as far
    /// as nothing else comes into the way, the second for what is left, then the first no further than it must.
    pub fn as_far_as_it_goes(&self, first: &Held<'a>, second: &Held<'a>) -> Option<Repair> {
        let all: Vec<usize> = self.broken.iter().map(|(place, _)| *place).collect();
        for halfway_to in self.furthest(first, self.proposal) {
            let halfway = first.term.write(self.proposal, halfway_to)?;
            let Some(to_second) = self.moved(second, &halfway, &all, None) else {
                continue;
            };
            let beside = second.term.write(self.proposal, to_second)?;
            let to_first = self.back(first, &beside, halfway_to).unwrap_or(halfway_to);
            let proposal = first.term.write(&beside, to_first)?;
            return self.answer(proposal, &[(first, to_first), (second, to_second)]);
        }
        None
    }

    /// The first of two changes: the same beside many a second one, and looked for once.
    fn first_of_two(&self, first: &Held<'a>, places: Vec<usize>) -> Option<TermValue> {
        let mut known = self.first_changes.borrow_mut();
        let same = known
            .iter()
            .find(|(term, of, _)| *term == first.term && *of == places);
        if let Some((.., value)) = same {
            return *value;
        }
        let value = self.moved(first, self.proposal, &places, Some(&places));
        known.push((first.term, places, value));
        value
    }

    /// As many changes as it takes: for each rule in the way the one that moves the option least.
    pub fn rule_by_rule(&self) -> Option<Repair> {
        let mut option = self.proposal.clone();
        let mut judged = self.question.judge(&option).ok()?;
        // A change may break another rule: each rule is looked at again, but not for ever.
        for _ in 0..MOST_ROUNDS {
            let findings = judged.verdict.findings.iter().enumerate();
            let Some((place, finding)) = findings
                .into_iter()
                .find(|(_, finding)| !is_within(finding.decision(), self.authority))
            else {
                break;
            };
            let nearest = self
                .terms
                .iter()
                .filter_map(|held| {
                    let now = Held {
                        from: held.term.read(self.question.claim(), &option)?,
                        ..*held
                    };
                    let places = [place];
                    let to = self.towards(&now, &option, &[(place, finding)], Some(&places))?;
                    let option = held.term.write(&option, to)?;
                    // A change that breaks another rule only moves the trouble.
                    let left = self.in_the_way(&option)?;
                    Some((left, now.distance(to), option))
                })
                .min_by_key(|(left, distance, _)| (*left, *distance))?;
            option = nearest.2;
            judged = self.question.judge(&option).ok()?;
        }
        // A later change may have met what an earlier one was made for.
        for held in &self.terms {
            let restored = held.term.write(&option, held.from)?;
            if restored != option && self.passes(&restored, None) {
                option = restored;
            }
        }
        let changed: Vec<(&Held<'a>, TermValue)> = self
            .terms
            .iter()
            .filter_map(|held| Some((held, held.term.read(self.question.claim(), &option)?)))
            .filter(|(held, to)| held.from != *to)
            .collect();
        self.answer(option, &changed)
    }

    /// How many rules are in the way of an option.
    fn in_the_way(&self, option: &Proposal) -> Option<usize> {
        let verdict = self.question.verdict(option).ok()?;
        let findings = verdict.findings.iter();
        let in_the_way = findings.filter(|finding| !is_within(finding.decision(), self.authority));
        Some(in_the_way.count())
    }

    fn answer(&self, proposal: Proposal, changed: &[(&Held<'a>, TermValue)]) -> Option<Repair> {
        let judged = self.question.judge(&proposal).ok()?;
        if !judged.within(self.authority) {
            return None;
        }
        let distance = changed.iter().fold(0_u32, |sum, (held, to)| {
            sum.saturating_add(held.distance(*to))
        });
        Some(Repair {
            changes: changed
                .iter()
                .map(|(held, to)| Change {
                    term: held.term,
                    from: held.from,
                    to: *to,
                })
                .collect(),
            mends: self
                .broken
                .iter()
                .map(|(_, finding)| Arc::clone(&finding.rule))
                .collect(),
            proposal,
            judged,
            distance,
        })
    }
}
