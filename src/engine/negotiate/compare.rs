//! Options on the same axes, for the borrower and for the lender, and which of them no other beats.

use super::question::{Judged, Question};
use super::worth::{Prospects, Worth, worth};
use crate::engine::calendar::Date;
use crate::engine::money::Money;
use crate::engine::plan::{PlanError, Proposal, monthly_equivalent};
use crate::engine::rules::Decision;

/// Where an option lies. For the borrower less is better, and sooner; for the lender a larger value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Axes {
    /// Paid on the as-of date.
    pub now: Money,
    /// What the payments after it ask of a month; see [`monthly_equivalent`].
    pub monthly: Money,
    /// Everything paid.
    pub total: Money,
    /// The day of the last payment.
    pub end: Date,
    /// What it is worth to the lender; never for the borrower to see.
    pub worth: Worth,
}

impl Axes {
    /// Whether this option is no worse than the other on any axis, and better on one.
    #[must_use]
    pub fn beats(&self, other: &Self) -> bool {
        let (mine, theirs) = (self.worth.value.total, other.worth.value.total);
        let no_worse = self.now <= other.now
            && self.monthly <= other.monthly
            && self.total <= other.total
            && self.end <= other.end
            && mine >= theirs;
        let same = (self.now, self.monthly, self.total, self.end, mine)
            == (other.now, other.monthly, other.total, other.end, theirs);
        no_worse && !same
    }
}

/// An option beside others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// Laid out and judged.
    pub judged: Judged,
    /// Where it lies.
    pub axes: Axes,
    /// Whether no other option beats it. Options that lie on the same point are both unbeaten or both beaten; one that
    /// nobody may agree to neither beats another nor counts as unbeaten.
    pub unbeaten: bool,
}

/// Options on the same axes, each with its own reason where it cannot be laid out.
#[must_use]
pub fn compare(
    question: &Question<'_>,
    options: &[Proposal],
    prospects: &Prospects,
) -> Vec<Result<Compared, PlanError>> {
    let mut compared: Vec<Result<Compared, PlanError>> = options
        .iter()
        .map(|option| place(question, option, prospects))
        .collect();
    let standing: Vec<Axes> = compared
        .iter()
        .flatten()
        .filter(|one| one.judged.verdict.decision != Decision::Refused)
        .map(|one| one.axes)
        .collect();
    for one in compared.iter_mut().flatten() {
        one.unbeaten = one.judged.verdict.decision != Decision::Refused
            && !standing.iter().any(|other| other.beats(&one.axes));
    }
    compared
}

fn place(
    question: &Question<'_>,
    option: &Proposal,
    prospects: &Prospects,
) -> Result<Compared, PlanError> {
    let judged = question.judge(option)?;
    let axes = Axes {
        now: judged.totals.due_now,
        monthly: monthly_equivalent(question.claim().as_of, option, &judged.plan)?,
        total: judged.totals.paid,
        end: judged.totals.last_date,
        worth: worth(question.claim(), option, &judged.plan, prospects)?,
    };
    Ok(Compared {
        judged,
        axes,
        unbeaten: false,
    })
}
