//! What the desk looks for once the figures stand: what would pass, what to give next, and which options no other beats.

use super::{Draft, OpenCase, OptionDraft, OptionKind, Side};
use crate::engine::claim::PromiseEffect;
use crate::engine::money::{Currency, Money};
use crate::engine::negotiate::{Footing, LadderRung, LadderView, Repairs, compare, ladder, repair};
use crate::engine::plan::{Proposal, Settlement};
use crate::engine::rules::{Decision, Duty, DutyTopic, Role};

/// What is looked for: as long as this is the same, so is what is found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Asked {
    /// The options; `None` where one cannot be laid out.
    pub options: Vec<Option<Proposal>>,
    /// Which of them the talk is about.
    pub selected: usize,
    /// The most that may be asked of the borrower's month, where a budget says so; otherwise what the case notes of it.
    pub affordable: Option<Money>,
    /// The place of the last step of the ladder that was put to the borrower, 0 for none.
    pub put: u32,
}

/// What an option is worth to the lender, for the lender's people only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Its present value.
    pub worth: Money,
    /// That less what doing nothing is worth, where the lender says what that is.
    pub gain: Option<Money>,
    /// Whether no other option is as good for both sides and better for one.
    pub unbeaten: bool,
}

/// What was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// What for.
    pub asked: Asked,
    /// The currency of all amounts in it.
    pub currency: Currency,
    /// The nearest options to the selected one that an agent may agree to; `None` where that one passes.
    pub repairs: Option<Repairs>,
    /// What to give next, as far as it may be seen.
    pub ladder: Option<LadderView>,
    /// The options beside each other, in their order; `None` where one cannot be laid out.
    pub standing: Vec<Option<Standing>>,
}

impl OpenCase {
    /// What binds whoever calls about the debt: the law's first, then the lender's own.
    #[must_use]
    pub fn call_duties(&self) -> Vec<Duty> {
        [&self.statutory, &self.house]
            .into_iter()
            .flat_map(|pack| pack.duties_on(self.case.product, self.claim.as_of))
            .filter(|duty| duty.topic == DutyTopic::Contact)
            .cloned()
            .collect()
    }

    /// What can be said of promises that were broken, in this order: understand and plan again; from the second on also that
    /// the plan may be cancelled, if so many end a plan of this lender's.
    #[must_use]
    pub fn on_broken_promises(&self) -> &'static [PromiseEffect] {
        use PromiseEffect::{CureAndReplan, MayBeCancelled};
        let broken = self.case.customer.map_or(0, |one| one.promises_broken);
        match PromiseEffect::of(broken, self.house.defaults.cure.misses_that_end.max(2)) {
            PromiseEffect::Remind => &[],
            CureAndReplan => &[CureAndReplan],
            MayBeCancelled => &[CureAndReplan, MayBeCancelled],
        }
    }

    /// Looks for all of it.
    #[must_use]
    pub fn look(&self, asked: Asked) -> Found {
        let selected = asked.options.get(asked.selected).and_then(Option::as_ref);
        let (repairs, ladder, mut compared) = self.ask(|question| {
            let first = Footing::at_first(question, Role::Agent);
            let footing = Footing {
                put: asked.put,
                affordable: asked.affordable.or(first.affordable),
                ..first
            };
            let standing: Vec<Proposal> = asked.options.iter().flatten().cloned().collect();
            (
                selected.and_then(|option| repair(question, option, Role::Agent).ok()),
                selected.and_then(|option| ladder(question, option, &footing).ok()),
                compare(question, &standing, &footing.prospects).into_iter(),
            )
        });
        let standing = asked.options.iter().map(|option| {
            option.as_ref()?;
            let one = compared.next()?.ok()?;
            Some(Standing {
                worth: one.axes.worth.value.total,
                gain: one.axes.worth.gain,
                unbeaten: one.unbeaten,
            })
        });
        Found {
            standing: standing.collect(),
            currency: self.claim.currency,
            repairs: repairs.filter(|repairs| repairs.asked.verdict.decision != Decision::Allowed),
            ladder,
            asked,
        }
    }
}

impl Draft {
    /// The place of the last step of the ladder that was put to the borrower, 0 for none. One that was taken back from
    /// the log was not.
    #[must_use]
    pub fn step_put(&self) -> u32 {
        let ours = self.log.iter().filter(|said| said.by == Side::Us);
        ours.filter_map(|said| said.step).max().unwrap_or(0)
    }
}

impl OptionDraft {
    /// The option with a step of the ladder put on it: read again, it is the option that the step makes.
    #[must_use]
    pub fn with_step(&self, rung: &LadderRung, currency: Currency) -> Self {
        let mut stepped = self.with_changes(&rung.changes, currency);
        if rung.proposal.settlement == Settlement::LumpSum {
            stepped.kind = OptionKind::LumpSum;
        }
        stepped
    }
}
