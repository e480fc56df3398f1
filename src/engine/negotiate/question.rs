//! A claim and the rules that judge its options.

use crate::engine::claim::Claim;
use crate::engine::plan::{Plan, PlanError, Proposal, Totals, lay_out, totals};
use crate::engine::rules::{
    Decision, Pack, Role, Rule, Situation, Verdict, check, check_in_passing,
};

/// What stays the same while options are looked for.
#[derive(Clone, Copy)]
pub struct Question<'a> {
    /// The rule packs, all of which bind.
    pub packs: &'a [&'a Pack],
    /// The debt and what is known beside it.
    pub situation: Situation<'a>,
}

/// An option laid out and judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// The plan.
    pub plan: Plan,
    /// Its head figures.
    pub totals: Totals,
    /// What every rule says.
    pub verdict: Verdict,
}

impl Question<'_> {
    /// The debt.
    #[must_use]
    pub const fn claim(&self) -> &Claim {
        self.situation.claim
    }

    /// Lays an option out and asks every rule.
    ///
    /// # Errors
    /// [`PlanError`] if the option cannot be laid out.
    pub fn judge(&self, proposal: &Proposal) -> Result<Judged, PlanError> {
        let plan = lay_out(self.claim(), proposal)?;
        let totals = totals(self.claim(), proposal, &plan)?;
        let verdict = check(self.packs, &self.situation, proposal, &plan, &totals);
        Ok(Judged {
            plan,
            totals,
            verdict,
        })
    }
}

impl<'packs> Question<'packs> {
    /// The verdict alone, with its rules borrowed: for options that are only tried.
    pub(super) fn verdict(&self, proposal: &Proposal) -> Result<Verdict<&'packs Rule>, PlanError> {
        let plan = lay_out(self.claim(), proposal)?;
        let totals = totals(self.claim(), proposal, &plan)?;
        Ok(check_in_passing(
            self.packs,
            &self.situation,
            proposal,
            &plan,
            &totals,
        ))
    }
}

impl Judged {
    /// Whether someone of this role may agree to it without asking anybody.
    #[must_use]
    pub fn within(&self, authority: Role) -> bool {
        is_within(self.verdict.decision, authority)
    }
}

/// Whether a decision leaves an option to someone of this role.
pub(super) fn is_within(decision: Decision, authority: Role) -> bool {
    match decision {
        Decision::Allowed => true,
        Decision::NeedsApproval(role) => role <= authority,
        Decision::Refused => false,
    }
}
