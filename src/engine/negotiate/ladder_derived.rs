//! A ladder where the pack states none: as far as its rules let this authority go, relief before time.
//!
//! How far a component may be given up is what a rule says of it; without a rule the lender has fixed nothing in advance,
//! and nothing is offered. The opening of each component is what the pack's desk starts from. Shares are whole percents,
//! as people say them, and so never the floor to the last cent.

use super::boundary::first_passing;
use super::ladder::Footing;
use super::ladder_step::{deferred_days, in_return, with_levels};
use super::question::{Judged, Question, is_within};
use super::{Term, TermValue};
use crate::engine::claim::{Component, PerComponent};
use crate::engine::money::{Money, Rounding, Share};
use crate::engine::plan::schedule::MOST_ROWS;
use crate::engine::plan::{PlanError, Proposal, Waiver, lay_out, monthly_equivalent};
use crate::engine::rules::{
    Ask, Give, LadderStep, Layer, LimitKind, Outcome, Quantity, RELIEF_ORDER,
};

/// The longest deferral that is looked at.
const MOST_DAYS: i64 = 3_660;
/// More payments than this at once are given in two steps.
const ONE_STEP_OF_PAYMENTS: u32 = 6;

/// The steps, the opening first.
///
/// # Errors
/// [`PlanError`] if the option cannot be laid out.
pub(super) fn derived(
    question: &Question<'_>,
    option: &Proposal,
    asked: &Judged,
    footing: &Footing,
) -> Result<Vec<LadderStep>, PlanError> {
    // From the option without what it gives up, so that the ladder is the same wherever on it the option stands.
    let mut plain = option.clone();
    for component in RELIEF_ORDER {
        plain.concessions.waivers.set(component, Waiver::Nothing);
    }
    let rules = Rules {
        question,
        footing,
        asked,
    };
    let ask = rules.down_payment(option)?;
    let mut steps = Vec::new();
    let mut so_far = Give::default();
    let relieved = if footing.payments_since_overdue == Some(0) {
        &[]
    } else {
        RELIEF_ORDER.as_slice()
    };
    for component in relieved.iter().copied() {
        for percent in rules.relief(&plain, &so_far, component, &ask) {
            let waivers = PerComponent::all(Share::ZERO).with(component, share_of(percent));
            let give = Give {
                waivers,
                ..Give::default()
            };
            so_far = give.after(&so_far);
            steps.push(LadderStep {
                id: format!("{}-{percent}", component.code()),
                give,
                ask: ask.clone(),
            });
        }
    }
    let mut for_time = ask;
    if !for_time.contains(&Ask::Evidence) {
        for_time.push(Ask::Evidence);
    }
    for count in rules.longer(&plain, &so_far, &for_time) {
        let give = Give {
            count: Some(count),
            ..Give::default()
        };
        so_far = give.after(&so_far);
        steps.push(LadderStep {
            id: format!("count-{count}"),
            give,
            ask: for_time.clone(),
        });
    }
    if let Some(days) = rules.later(&plain, &so_far, &for_time) {
        steps.push(LadderStep {
            id: format!("deferral-{days}"),
            give: Give {
                deferral_days: Some(days),
                ..Give::default()
            },
            ask: for_time,
        });
    }
    Ok(steps)
}

struct Rules<'a> {
    question: &'a Question<'a>,
    footing: &'a Footing,
    asked: &'a Judged,
}

impl Rules<'_> {
    /// A down payment that a rule names and the option does not reach, where the month bears it; payment from an account
    /// otherwise.
    fn down_payment(&self, option: &Proposal) -> Result<Vec<Ask>, PlanError> {
        let owed = self.question.claim().components().total()?;
        let mut asked = Share::ZERO;
        for finding in &self.asked.verdict.findings {
            let Outcome::Broken {
                limit: Quantity::Part { share, .. },
                ..
            } = finding.outcome
            else {
                continue;
            };
            let more = share
                .of(owed, Rounding::AwayFromZero)?
                .checked_sub(option.down_payment)?;
            let borne = self.footing.affordable.is_none_or(|most| more <= most);
            if finding.kind() == LimitKind::MinimumDownPayment && borne {
                asked = asked.max(share);
            }
        }
        Ok(vec![if asked > Share::ZERO {
            Ask::DownPayment { share: asked }
        } else {
            Ask::Autopay
        }])
    }

    /// The percents of a component to give up: where the desk starts from, and as far as it goes.
    fn relief(
        &self,
        plain: &Proposal,
        so_far: &Give,
        component: Component,
        ask: &[Ask],
    ) -> Vec<u32> {
        let cap = self.cap(plain, component).unwrap_or(0);
        if cap == 0 {
            return Vec::new();
        }
        let at = |percent: i64| {
            let share = u32::try_from(percent).map_or(Share::ZERO, share_of);
            let waivers = PerComponent::all(Share::ZERO).with(component, share);
            let give = Give {
                waivers,
                ..Give::default()
            };
            self.passes(plain, &give.after(so_far), ask)
        };
        // A floor over the whole may be nearer than the component's own cap.
        let most = if at(i64::from(cap)) {
            cap
        } else {
            first_passing(i64::from(cap), 1, &[], at)
                .and_then(|percent| u32::try_from(percent).ok())
                // Something else is in the way: whether relief mends it, each step shows when it is judged.
                .unwrap_or(cap)
        };
        let start = self.opening(component);
        let mut percents = Vec::new();
        if start > 0 && start < most {
            percents.push(start);
        }
        percents.push(most);
        percents
    }

    /// Where the house's desk starts from, in whole percents.
    fn opening(&self, component: Component) -> u32 {
        self.question
            .packs
            .iter()
            .find(|pack| pack.layer == Layer::House)
            .map_or(0, |pack| percent_of(pack.defaults.waivers.get(component)))
    }

    /// The whole percents of a component that this authority may give up by the rules about it; `None` without any.
    fn cap(&self, plain: &Proposal, component: Component) -> Option<u32> {
        let owed = self.question.claim().components().get(component);
        if !owed.is_positive() {
            return None;
        }
        let mut all_of_it = plain.clone();
        let waivers = &mut all_of_it.concessions.waivers;
        waivers.set(component, Waiver::Share(Share::ONE));
        let verdict = self.question.verdict(&all_of_it).ok()?;
        let about = |kind: LimitKind| {
            kind == LimitKind::WaiverCap(component) || kind == LimitKind::NotWaivable(component)
        };
        let mut cap = None;
        for finding in verdict.findings.iter().filter(|one| about(one.kind())) {
            let least = match finding.outcome {
                Outcome::DoesNotApply { .. } => continue,
                Outcome::Broken { limit, .. }
                    if !is_within(finding.decision(), self.footing.authority) =>
                {
                    percent_of(match limit {
                        Quantity::Part { share, .. } => share,
                        Quantity::Money(amount) => {
                            Share::ratio(amount, owed, Rounding::TowardZero).unwrap_or(Share::ZERO)
                        }
                        _ => Share::ZERO,
                    })
                }
                _ => 100,
            };
            cap = Some(cap.map_or(least, |cap: u32| cap.min(least)));
        }
        cap
    }

    /// The counts to go to, where a rule bounds them: the fewest that the month bears, or halfway and as far as it goes.
    fn longer(&self, plain: &Proposal, so_far: &Give, ask: &[Ask]) -> Vec<u32> {
        let claim = self.question.claim();
        let Some(TermValue::Count(now)) = Term::Count.read(claim, plain) else {
            return Vec::new();
        };
        let at = |count: i64| Give {
            count: u32::try_from(count).ok(),
            ..*so_far
        };
        let fails = |count: i64| !self.passes(plain, &at(count), ask);
        let (from, end) = (i64::from(now), i64::from(MOST_ROWS));
        if from >= end || fails(from) {
            return Vec::new();
        }
        let most = match first_passing(from, end, &[], fails) {
            Some(turn) => turn.saturating_sub(1),
            None => return Vec::new(),
        };
        if most <= from {
            return Vec::new();
        }
        if let Some(affordable) = self.footing.affordable {
            let borne = |count: i64| {
                let month = with_levels(claim, plain, &at(count)).and_then(|option| {
                    let option = in_return(claim, &option, ask)?;
                    let laid_out = lay_out(claim, &option).ok()?;
                    monthly_equivalent(claim.as_of, &option, &laid_out).ok()
                });
                month.is_some_and(|month| month <= affordable)
            };
            if borne(from) {
                return Vec::new();
            }
            let fewest = first_passing(from, most, &[], borne);
            return fewest
                .and_then(|count| u32::try_from(count).ok())
                .into_iter()
                .collect();
        }
        let most = u32::try_from(most).unwrap_or(MOST_ROWS);
        let mut counts = Vec::new();
        if most.saturating_sub(now) > ONE_STEP_OF_PAYMENTS {
            counts.push(now.midpoint(most));
        }
        counts.push(most);
        counts
    }

    /// The longest deferral, in days, where a rule bounds it and the option has less.
    fn later(&self, plain: &Proposal, so_far: &Give, ask: &[Ask]) -> Option<u32> {
        let now = deferred_days(self.question.claim(), plain)?;
        let fails = |days: i64| {
            let give = Give {
                deferral_days: u32::try_from(days).ok(),
                ..*so_far
            };
            !self.passes(plain, &give, ask)
        };
        let from = i64::from(now);
        if fails(from) {
            return None;
        }
        let most = first_passing(from, MOST_DAYS, &[], fails)?.saturating_sub(1);
        (most > from).then(|| u32::try_from(most).ok()).flatten()
    }

    fn passes(&self, plain: &Proposal, give: &Give, ask: &[Ask]) -> bool {
        let claim = self.question.claim();
        with_levels(claim, plain, give)
            .and_then(|option| in_return(claim, &option, ask))
            .and_then(|option| self.question.verdict(&option).ok())
            .is_some_and(|verdict| is_within(verdict.decision, self.footing.authority))
    }
}

fn percent_of(share: Share) -> u32 {
    Money::from_minor(100)
        .and_then(|hundred| share.of(hundred, Rounding::TowardZero))
        .map_or(0, |percent| u32::try_from(percent.minor()).unwrap_or(0))
}

fn share_of(percent: u32) -> Share {
    let part = Money::from_minor(i64::from(percent));
    match (part, Money::from_minor(100)) {
        (Ok(part), Ok(whole)) => {
            Share::ratio(part, whole, Rounding::TowardZero).unwrap_or(Share::ZERO)
        }
        _ => Share::ZERO,
    }
}
