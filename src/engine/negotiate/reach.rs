//! How far a term is moved: to the nearest value at which the rules that are asked are met.
//!
//! What one rule asks of one term has one turn: on one side of it the rule is broken, on the other it is met. Of several rules
//! that pull the same way the last turn counts; one that pulls the other way and is broken there cannot be met further on.
//! So a stretch in which all are met is found however short it is.

use super::TermValue;
use super::boundary::first_passing;
use super::held::{Held, share_of_limit};
use super::mends::{Way, shortfall};
use super::question::is_within;
use super::search::Search;
use crate::engine::plan::Proposal;
use crate::engine::rules::{Finding, Rule, Verdict};

/// Rules that come into the way one after the other while a term is moved, at most.
const MOST_TURNS: usize = 6;

/// A term on the way to one end of its range, and the option that it is moved in.
struct Course<'s, 'a> {
    search: &'s Search<'a>,
    held: &'s Held<'a>,
    option: &'s Proposal,
    end: i64,
    towards: Way,
}

impl<'a> Course<'_, 'a> {
    fn option_at(&self, number: i64) -> Option<Proposal> {
        let value = self.held.term.value(self.search.question.claim(), number)?;
        self.held.term.write(self.option, value)
    }

    fn verdict_at(&self, number: i64) -> Option<Verdict<&'a Rule>> {
        let option = self.option_at(number)?;
        self.search.question.verdict(&option).ok()
    }

    /// The nearest number at which the rules in these places are met, and all others too if `all` of them are asked.
    fn nearest(&self, mut places: Vec<usize>, mut hints: Vec<i64>, all: bool) -> Option<i64> {
        let mut from = self.held.from.number(self.search.question.claim())?;
        for _ in 0..MOST_TURNS {
            let meets = |verdict: &Verdict<&Rule>| self.search.meets(verdict, &places);
            // What they ask is met further on if it is met at all.
            if self.verdict_at(self.end).is_some_and(|last| !meets(&last)) {
                return None;
            }
            // What cannot be laid out lies beyond what can, as the option that is moved can.
            let number = first_passing(from, self.end, &hints, |number| {
                self.verdict_at(number).is_none_or(|at| meets(&at))
            })?;
            let verdict = self.verdict_at(number)?;
            if !all || is_within(verdict.decision, self.search.authority) {
                return Some(number);
            }
            hints.clear();
            for (place, finding) in verdict.findings.iter().enumerate() {
                if is_within(finding.decision(), self.search.authority) {
                    continue;
                }
                // It pulls the other way: it was met before, or never is.
                self.held.way(finding)?.and(self.towards)?;
                places.push(place);
                hints.extend(shortfall(finding, self.held.term));
            }
            from = number;
        }
        None
    }

    /// The last number on the way before another rule comes into the way, where there is one.
    fn furthest(&self) -> Option<i64> {
        let from = self.held.from.number(self.search.question.claim())?;
        let broken = &self.search.broken;
        let another = |verdict: &Verdict<&Rule>| {
            verdict.findings.iter().enumerate().any(|(place, finding)| {
                !is_within(finding.decision(), self.search.authority)
                    && broken.iter().all(|(known, _)| *known != place)
            })
        };
        let turn = first_passing(from, self.end, &[], |number| {
            self.verdict_at(number).is_none_or(|at| another(&at))
        });
        let step = if self.towards == Way::Up { -1 } else { 1 };
        let last = match turn {
            Some(turn) => turn.checked_add(step)?,
            None => self.end,
        };
        (last != from).then_some(last)
    }
}

impl<'a> Search<'a> {
    /// The nearest value of a term at which an option passes: by all rules, or by some of those that were in the way.
    pub(super) fn moved(
        &self,
        held: &Held<'a>,
        option: &Proposal,
        places: &[usize],
        enough: Option<&[usize]>,
    ) -> Option<TermValue> {
        let findings: Vec<(usize, &Finding)> = self
            .broken
            .iter()
            .filter(|(place, _)| places.contains(place))
            .copied()
            .collect();
        self.towards(held, option, &findings, enough)
    }

    /// The same for findings with their places in the verdict.
    pub(super) fn towards(
        &self,
        held: &Held<'a>,
        option: &Proposal,
        findings: &[(usize, &Finding)],
        enough: Option<&[usize]>,
    ) -> Option<TermValue> {
        let mut towards = Way::Either;
        for (_, finding) in findings {
            towards = towards.and(held.way(finding)?)?;
        }
        let (claim, term) = (self.question.claim(), held.term);
        let passes = |value: &TermValue| {
            term.write(option, *value)
                .is_some_and(|option| self.passes(&option, enough))
        };
        let (least, most) = term.range(claim)?;
        if term.is_a_choice() {
            return (least..=most)
                .filter_map(|number| term.value(claim, number))
                .filter(|value| *value != held.from && passes(value))
                .min_by_key(|value| held.distance(*value));
        }
        let reach = |end: i64, towards: Way| {
            let course = Course {
                search: self,
                held,
                option,
                end,
                towards,
            };
            let places = findings.iter().map(|(place, _)| *place).collect();
            let hints = findings
                .iter()
                .filter_map(|(_, finding)| shortfall(finding, term))
                .collect();
            course.nearest(places, hints, enough.is_none())
        };
        let number = match towards {
            Way::Down => reach(least, Way::Down)?,
            Way::Up => reach(most, Way::Up)?,
            Way::Either => {
                let from = held.from.number(claim)?;
                let both = [reach(least, Way::Down), reach(most, Way::Up)];
                both.into_iter()
                    .flatten()
                    .min_by_key(|number| number.abs_diff(from))?
            }
        };
        // People speak of waivers in percent: where a rule's own share comes to the same, it is that share.
        let by_share = findings
            .iter()
            .filter_map(|(_, finding)| share_of_limit(finding, held, number))
            .find(passes);
        by_share.or_else(|| term.value(claim, number))
    }

    /// Values of a term that do as much as it can for rules in the way before another comes into it: the last one on its
    /// way, or each of a choice.
    pub(super) fn furthest(&self, held: &Held<'a>, option: &Proposal) -> Vec<TermValue> {
        let claim = self.question.claim();
        let Some((least, most)) = held.term.range(claim) else {
            return Vec::new();
        };
        let value = |number| held.term.value(claim, number);
        if held.term.is_a_choice() {
            let others = (least..=most).filter_map(value);
            return others.filter(|value| *value != held.from).collect();
        }
        let ways = self
            .broken
            .iter()
            .filter_map(|(_, finding)| held.way(finding));
        let ways: Vec<Way> = ways.collect();
        let ends = [(least, Way::Down), (most, Way::Up)];
        ends.into_iter()
            .filter(|(_, towards)| ways.iter().any(|way| way.and(*towards).is_some()))
            .filter_map(|(end, towards)| {
                let course = Course {
                    search: self,
                    held,
                    option,
                    end,
                    towards,
                };
                course.furthest().and_then(value)
            })
            .collect()
    }

    /// The value nearest to where a term was, on the way to one at which an option passes, at which it passes too.
    pub(super) fn back(
        &self,
        held: &Held<'a>,
        option: &Proposal,
        to: TermValue,
    ) -> Option<TermValue> {
        if held.term.is_a_choice() {
            return None;
        }
        let claim = self.question.claim();
        let number = first_passing(held.from.number(claim)?, to.number(claim)?, &[], |number| {
            let value = held.term.value(claim, number);
            value
                .and_then(|value| held.term.write(option, value))
                .is_some_and(|option| self.passes(&option, None))
        });
        held.term.value(claim, number?)
    }

    pub(super) fn passes(&self, option: &Proposal, enough: Option<&[usize]>) -> bool {
        let Ok(verdict) = self.question.verdict(option) else {
            return false;
        };
        match enough {
            None => is_within(verdict.decision, self.authority),
            Some(places) => self.meets(&verdict, places),
        }
    }

    /// Whether the rules in these places leave an option to whoever asks.
    fn meets(&self, verdict: &Verdict<&Rule>, places: &[usize]) -> bool {
        places.iter().all(|place| {
            let finding = verdict.findings.get(*place);
            finding.is_some_and(|finding| is_within(finding.decision(), self.authority))
        })
    }
}
