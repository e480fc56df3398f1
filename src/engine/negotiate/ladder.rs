//! The next concession: what to give, what to ask in return, and what it costs.
//!
//! The steps are those that a pack states, or else follow from its rules (`ladder_derived`). Each is put on the option at
//! hand, laid out and judged; what the rules refuse to this authority, what the surplus cannot bear and what the
//! customer's behaviour does not allow is left out. What is not to be seen yet is not in the answer at all.

use std::borrow::Cow;

use super::ladder_derived::derived;
use super::ladder_step::{changes, gives_already, in_return, with_levels};
use super::question::{Judged, Question};
use super::repair::Change;
use super::worth::{Prospects, worth};
use crate::engine::money::Money;
use crate::engine::plan::{Concessions, PlanError, Proposal, monthly_equivalent};
use crate::engine::rules::{Ask, Give, LadderStep, Reveal, Role};

/// What a ladder depends on beside the option.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Footing {
    /// Who is to agree without asking anybody.
    pub authority: Role,
    /// The place of the last step that was put to the borrower, 0 for none.
    pub put: u32,
    /// The most that this debt may ask of the borrower's month, where it is known.
    pub affordable: Option<Money>,
    /// Payments since the debt fell due, where the case says so. With none, nothing is given up: concessions answer a
    /// beginning.
    pub payments_since_overdue: Option<u32>,
    /// What the lender expects of plans.
    pub prospects: Prospects,
}

impl Footing {
    /// The beginning of a talk, with what is known of the case: no step was put, and the month bears its surplus at most.
    #[must_use]
    pub fn at_first(question: &Question<'_>, authority: Role) -> Self {
        let circumstances = question.situation.circumstances;
        Self {
            authority,
            put: 0,
            affordable: circumstances.surplus,
            payments_since_overdue: circumstances.payments_since_overdue,
            prospects: Prospects::of(question.packs, question.claim()),
        }
    }
}

/// What a step costs the lender against the step before, or the option at hand. Below zero where it brings more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StepCost {
    /// In what is paid altogether.
    pub nominal: Money,
    /// In present value.
    pub present: Money,
}

/// A step put on an option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LadderRung {
    /// The step's name.
    pub id: String,
    /// Its place on the ladder, from 1.
    pub place: u32,
    /// What is changed against the option it was put on, the down payment among it where that is asked for.
    pub changes: Vec<Change>,
    /// What is asked in return.
    pub ask: Vec<Ask>,
    /// The option that it makes.
    pub proposal: Proposal,
    /// Laid out and judged: it may be agreed to.
    pub judged: Judged,
    /// What its payments ask of a month.
    pub monthly: Money,
    /// What it costs.
    pub cost: StepCost,
}

/// What is said beside the steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LadderNote {
    /// The option at hand asks more of a month than can be borne.
    OfferAboveAffordable {
        /// What it asks of a month.
        monthly: Money,
        /// What can be borne.
        affordable: Money,
    },
    /// Nothing has been paid since the debt fell due: nothing is given up before something has.
    NoRepaymentBehaviour,
    /// The option at hand may not be agreed to as it is: see its repairs.
    OptionDoesNotPass,
    /// Nothing that is left to give makes a plan that the surplus bears.
    NothingWithinSurplus {
        /// What can be borne.
        affordable: Money,
    },
}

/// A ladder as the person on the call may see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LadderView {
    /// The first step, on the option without concessions.
    pub opening: Option<LadderRung>,
    /// The names of the steps that were put to the borrower, or that the option at hand gives already.
    pub reached: Vec<String>,
    /// The step to try now, on the option at hand. `None` where there is none, and where it is not to be seen yet.
    pub next: Option<LadderRung>,
    /// The steps after it, where the pack shows every step.
    pub further: Vec<LadderRung>,
    /// What is said beside them.
    pub notes: Vec<LadderNote>,
}

/// The ladder for an option.
///
/// # Errors
/// [`PlanError`] if the option at hand cannot be laid out.
pub fn ladder(
    question: &Question<'_>,
    option: &Proposal,
    footing: &Footing,
) -> Result<LadderView, PlanError> {
    let asked = question.judge(option)?;
    let monthly = monthly_equivalent(question.claim().as_of, option, &asked.plan)?;
    let mut notes = Vec::new();
    if let Some(affordable) = footing.affordable.filter(|most| monthly > *most) {
        notes.push(LadderNote::OfferAboveAffordable {
            monthly,
            affordable,
        });
    }
    if footing.payments_since_overdue == Some(0) {
        notes.push(LadderNote::NoRepaymentBehaviour);
    }
    if !asked.within(footing.authority) {
        notes.push(LadderNote::OptionDoesNotPass);
    }
    let stated = question.packs.iter().find_map(|pack| pack.ladder.as_ref());
    let (reveal, steps) = match stated {
        Some(ladder) => (ladder.reveal, Cow::Borrowed(&*ladder.steps)),
        None => (
            Reveal::Next,
            Cow::Owned(derived(question, option, &asked, footing)?),
        ),
    };
    let climb = Climb {
        question,
        footing,
        steps: levels(&steps, footing),
    };
    let plain = Proposal {
        concessions: Concessions::NONE,
        ..option.clone()
    };
    let opening = climb
        .steps
        .first()
        .and_then(|first| climb.rung(first, &plain, None).ok());
    let given = climb.given_by(option);
    let behind = given.max(footing.put);
    let mut ahead = Vec::new();
    let mut out_of_reach = false;
    for step in climb.steps.iter().filter(|step| step.place > behind) {
        match climb.rung(step, option, ahead.last()) {
            Ok(rung) => ahead.push(rung),
            Err(Left::BeyondSurplus) => out_of_reach = true,
            Err(Left::DoesNotPass) => {}
        }
        if reveal != Reveal::All && !ahead.is_empty() {
            break;
        }
    }
    if let Some(affordable) = footing
        .affordable
        .filter(|_| ahead.is_empty() && out_of_reach)
    {
        notes.push(LadderNote::NothingWithinSurplus { affordable });
    }
    // Steps that were passed over by changing the option, not by a word to the borrower, show nothing: not what comes after
    // them, and not that they were steps.
    let shown = if reveal == Reveal::Reached {
        footing.put
    } else {
        behind
    };
    if shown < behind {
        ahead.clear();
    }
    let mut ahead = ahead.into_iter();
    let reached = climb.steps.iter().filter(|step| step.place <= shown);
    Ok(LadderView {
        opening,
        reached: reached.map(|step| step.id.to_owned()).collect(),
        next: ahead.next(),
        further: ahead.collect(),
        notes,
    })
}

/// A step with everything that it and the steps before it give.
struct Level<'a> {
    id: &'a str,
    place: u32,
    give: Give,
    ask: &'a [Ask],
}

/// The steps as levels; without what is given up, where nothing is.
fn levels<'a>(steps: &'a [LadderStep], footing: &Footing) -> Vec<Level<'a>> {
    let nothing_given_up = footing.payments_since_overdue == Some(0);
    let mut so_far = Give::default();
    steps
        .iter()
        .zip(1_u32..)
        .filter_map(|(step, place)| {
            let give = if nothing_given_up {
                step.give.time_alone()
            } else {
                step.give
            };
            let before = so_far;
            so_far = give.after(&before);
            (so_far != before).then_some(Level {
                id: &step.id,
                place,
                give: so_far,
                ask: &step.ask,
            })
        })
        .collect()
}

/// Why a step is left out.
enum Left {
    /// It asks more of a month than can be borne.
    BeyondSurplus,
    /// It cannot be laid out, or may not be agreed to, or changes nothing.
    DoesNotPass,
}

struct Climb<'a> {
    question: &'a Question<'a>,
    footing: &'a Footing,
    steps: Vec<Level<'a>>,
}

impl Climb<'_> {
    /// The place of the last of the first steps that an option gives already; 0 for none.
    fn given_by(&self, option: &Proposal) -> u32 {
        self.steps
            .iter()
            .take_while(|step| gives_already(self.question.claim(), option, &step.give))
            .last()
            .map_or(0, |step| step.place)
    }

    /// A step on an option; what it costs against the rung before it, or against the option.
    fn rung(
        &self,
        step: &Level<'_>,
        option: &Proposal,
        before: Option<&LadderRung>,
    ) -> Result<LadderRung, Left> {
        let (claim, footing) = (self.question.claim(), self.footing);
        let missing = |_: PlanError| Left::DoesNotPass;
        let given = with_levels(claim, option, &step.give).ok_or(Left::DoesNotPass)?;
        let proposal = in_return(claim, &given, step.ask).ok_or(Left::DoesNotPass)?;
        let (from, at_hand) = match before {
            Some(rung) => (&rung.proposal, rung.judged.clone()),
            None => (option, self.question.judge(option).map_err(missing)?),
        };
        if proposal == *from {
            return Err(Left::DoesNotPass);
        }
        let judged = self.question.judge(&proposal).map_err(missing)?;
        // Principal is never given up, whatever a discount on the whole comes to.
        let principal = |judged: &Judged| judged.plan.waived.principal;
        if !judged.within(footing.authority) || principal(&judged) > principal(&at_hand) {
            return Err(Left::DoesNotPass);
        }
        let monthly = monthly_equivalent(claim.as_of, &proposal, &judged.plan)
            .map_err(|_| Left::DoesNotPass)?;
        // More at once than the borrower offered comes out of the month, too.
        let more_now = judged.totals.due_now.checked_sub(option.down_payment);
        let more_now = more_now.map_err(|_| Left::DoesNotPass)?;
        if footing
            .affordable
            .is_some_and(|most| monthly > most || more_now > most)
        {
            return Err(Left::BeyondSurplus);
        }
        let value = |proposal: &Proposal, judged: &Judged| {
            worth(claim, proposal, &judged.plan, &footing.prospects)
                .map(|worth| worth.value.total)
                .map_err(missing)
        };
        let less =
            |before: Money, after: Money| before.checked_sub(after).map_err(|_| Left::DoesNotPass);
        let cost = StepCost {
            nominal: less(at_hand.totals.paid, judged.totals.paid)?,
            present: less(value(from, &at_hand)?, value(&proposal, &judged)?)?,
        };
        Ok(LadderRung {
            id: step.id.to_owned(),
            place: step.place,
            changes: changes(claim, option, &proposal),
            ask: step.ask.to_vec(),
            proposal,
            judged,
            monthly,
            cost,
        })
    }
}
