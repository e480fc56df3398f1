//! For an option that may not be agreed to: the nearest ones that may.

use std::sync::Arc;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::boundary::first_passing;
use super::mends::{Way, shortfall, way};
use super::question::{Judged, Question, is_within};
use super::{Term, TermValue};
use crate::engine::money::Money;
use crate::engine::plan::{PlanError, Proposal};
use crate::engine::rules::{Finding, Outcome, Quantity, Role, Rule};

/// Rules that are looked at again, at most, where several changes are needed.
const MOST_ROUNDS: usize = 12;
/// The most answers that are given: more are not compared on a call.
const MOST_REPAIRS: usize = 6;
/// What a change to another of a few treatments counts for.
const CHOICE: u32 = 250_000;
/// The whole of a measure.
const WHOLE: i64 = 1_000_000;

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
}

/// The nearest options that someone of this role may agree to.
///
/// One term is changed, then two of those that are not enough by themselves; only where neither passes, as many as it
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
    let mut found = Vec::new();
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
        for (place, first) in others.iter().enumerate() {
            for second in others.iter().skip(place.saturating_add(1)) {
                let either = search
                    .together(first, second)
                    .or_else(|| search.together(second, first));
                found.extend(either);
            }
        }
        if found.is_empty() {
            found.extend(search.rule_by_rule());
        }
        found.sort_by_key(|repair| (repair.changes.len(), repair.distance));
        found.truncate(MOST_REPAIRS);
    }
    Ok(Repairs {
        asked,
        found,
        beyond,
    })
}

/// A term of the option, as it is.
struct Held<'a> {
    question: &'a Question<'a>,
    term: Term,
    from: TermValue,
}

impl Held<'_> {
    fn way(&self, finding: &Finding) -> Option<Way> {
        way(finding.kind(), self.term)
    }

    /// The measure of a change.
    fn distance(&self, to: TermValue) -> u32 {
        if let (TermValue::Frequency(from), TermValue::Frequency(to)) = (self.from, to) {
            // How much more or less often, as a part of the more frequent.
            let (from, to) = (from.periods_per_year(), to.periods_per_year());
            let less = from.min(to).checked_div(from.max(to));
            return less
                .and_then(|less| Decimal::ONE.checked_sub(less))
                .and_then(|part| part.checked_mul(Decimal::from(WHOLE)))
                .and_then(|part| part.trunc().to_u32())
                .unwrap_or(u32::MAX);
        }
        if self.term.is_a_choice() {
            return CHOICE;
        }
        let claim = self.question.claim;
        let number = |value: TermValue| value.number(claim).unwrap_or(0);
        let (from, to) = (number(self.from), number(to));
        let owed = claim.components().total().map_or(0, Money::minor);
        let whole = match self.term {
            Term::Count | Term::Payment => from.max(to),
            Term::FirstDue => 365,
            Term::Rate => 2_400,
            _ => owed,
        };
        let moved = i128::from(to.abs_diff(from));
        let part = moved
            .checked_mul(i128::from(WHOLE))
            .and_then(|moved| moved.checked_div(i128::from(whole.max(1))));
        part.and_then(|part| u32::try_from(part).ok())
            .unwrap_or(u32::MAX)
    }
}

struct Search<'a> {
    question: &'a Question<'a>,
    proposal: &'a Proposal,
    authority: Role,
    /// The findings in the way, with their places in the verdict.
    broken: Vec<(usize, &'a Finding)>,
    /// The terms that the option has.
    terms: Vec<Held<'a>>,
}

impl<'a> Search<'a> {
    fn new(
        question: &'a Question<'a>,
        proposal: &'a Proposal,
        authority: Role,
        asked: &'a Judged,
    ) -> Self {
        let in_the_way = |finding: &Finding| !is_within(finding.decision(), authority);
        let findings = asked.verdict.findings.iter().enumerate();
        let held = |term: Term| {
            let from = term.read(question.claim, proposal)?;
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
        }
    }

    /// One change that is enough by itself.
    fn alone(&self, held: &Held<'a>) -> Option<Repair> {
        let all: Vec<usize> = self.broken.iter().map(|(place, _)| *place).collect();
        let to = self.moved(held, self.proposal, &all, None)?;
        let proposal = held.term.write(self.proposal, to)?;
        self.answer(proposal, &[(held, to)])
    }

    /// Two changes: the first for what only it can mend, the second for the rest, then the first no further than it
    /// must beside the second.
    fn together(&self, first: &Held<'a>, second: &Held<'a>) -> Option<Repair> {
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
        let to_first = self.moved(first, self.proposal, &only_first, Some(&only_first))?;
        let halfway = first.term.write(self.proposal, to_first)?;
        let to_second = self.moved(second, &halfway, &by_second, None)?;
        let proposal = second.term.write(&halfway, to_second)?;
        self.answer(proposal, &[(first, to_first), (second, to_second)])
    }

    /// As many changes as it takes: for each rule in the way the one that moves the option least.
    fn rule_by_rule(&self) -> Option<Repair> {
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
                        from: held.term.read(self.question.claim, &option)?,
                        ..*held
                    };
                    let places = [place];
                    let to = self.towards(&now, &option, &[finding], Some(&places))?;
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
            .filter_map(|held| Some((held, held.term.read(self.question.claim, &option)?)))
            .filter(|(held, to)| held.from != *to)
            .collect();
        self.answer(option, &changed)
    }

    /// The nearest value of a term at which an option passes: by all rules, or by some of those that were in the way.
    fn moved(
        &self,
        held: &Held<'a>,
        option: &Proposal,
        places: &[usize],
        enough: Option<&[usize]>,
    ) -> Option<TermValue> {
        let findings: Vec<&Finding> = self
            .broken
            .iter()
            .filter(|(place, _)| places.contains(place))
            .map(|(_, finding)| *finding)
            .collect();
        self.towards(held, option, &findings, enough)
    }

    fn towards(
        &self,
        held: &Held<'a>,
        option: &Proposal,
        findings: &[&Finding],
        enough: Option<&[usize]>,
    ) -> Option<TermValue> {
        let mut towards = Way::Either;
        for finding in findings {
            towards = towards.and(held.way(finding)?)?;
        }
        let (claim, term) = (self.question.claim, held.term);
        let passes = |value: TermValue| {
            term.write(option, value)
                .is_some_and(|option| self.passes(&option, enough))
        };
        let (least, most) = term.range(claim)?;
        if term.is_a_choice() {
            return (least..=most)
                .filter_map(|number| term.value(claim, number))
                .find(|value| *value != held.from && passes(*value));
        }
        let from = held.from.number(claim)?;
        let hints: Vec<i64> = findings
            .iter()
            .filter_map(|finding| shortfall(finding, term))
            .collect();
        let reach = |end: i64| {
            first_passing(from, end, &hints, |number| {
                term.value(claim, number).is_some_and(&passes)
            })
        };
        let number = match towards {
            Way::Down => reach(least)?,
            Way::Up => reach(most)?,
            Way::Either => reach(least).or_else(|| reach(most))?,
        };
        // People speak of waivers in percent: where a rule's own share comes to the same, it is that share.
        let by_share = findings
            .iter()
            .filter_map(|finding| share_of_limit(finding, held, number))
            .find(|value| passes(*value));
        by_share.or_else(|| term.value(claim, number))
    }

    fn passes(&self, option: &Proposal, enough: Option<&[usize]>) -> bool {
        let Ok(verdict) = self.question.verdict(option) else {
            return false;
        };
        match enough {
            None => is_within(verdict.decision, self.authority),
            Some(places) => places.iter().all(|place| {
                verdict
                    .findings
                    .get(*place)
                    .is_some_and(|finding| is_within(finding.decision(), self.authority))
            }),
        }
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

/// The share that a rule's limit is given as, if it comes to this amount but for a minor unit of rounding.
fn share_of_limit(finding: &Finding, held: &Held<'_>, number: i64) -> Option<TermValue> {
    let Outcome::Broken {
        limit: Quantity::Part { amount, share },
        ..
    } = finding.outcome
    else {
        return None;
    };
    let close = amount.minor().abs_diff(number) <= 1;
    (held.term.is_conceded() && close && !amount.is_zero())
        .then_some(TermValue::Part { amount, share })
}
