//! The strategies that an option uses to settle a debt.

use crate::engine::calendar::Frequency;
use crate::engine::claim::Claim;
use crate::engine::fields::{CodeSet, Coded};
use crate::engine::plan::{
    DeferralInterest, Plan, Proposal, Settlement, Totals, Waiver, WhileKept,
};

/// A way in which a debt can be settled. An option mostly uses several of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strategy {
    /// At most one payment follows the down payment, in whatever form it is written.
    LumpSum,
    /// Several payments follow.
    Instalments,
    /// The first payment falls due later than one step after the as-of date; a step is a month where payments follow
    /// none.
    Deferral,
    /// Something is given up of a component.
    Waiver,
    /// Something is given up of the total.
    Discount,
    /// The plan charges less than the contract, and more than nothing.
    RateCut,
    /// Nothing is charged while the plan runs, or none accrues until it starts, or none is owed of that time if it breaks.
    Freeze,
}

impl Coded for Strategy {
    const ALL: &'static [Self] = &[
        Self::LumpSum,
        Self::Instalments,
        Self::Deferral,
        Self::Waiver,
        Self::Discount,
        Self::RateCut,
        Self::Freeze,
    ];

    fn code(self) -> &'static str {
        match self {
            Self::LumpSum => "lump-sum",
            Self::Instalments => "instalments",
            Self::Deferral => "deferral",
            Self::Waiver => "waiver",
            Self::Discount => "discount",
            Self::RateCut => "rate-cut",
            Self::Freeze => "freeze",
        }
    }
}

impl Strategy {
    /// The strategies of an option that was laid out.
    #[must_use]
    pub fn used_by(
        claim: &Claim,
        proposal: &Proposal,
        plan: &Plan,
        totals: &Totals,
    ) -> CodeSet<Self> {
        let several = totals.count > 1;
        let deferred = is_deferred(claim, proposal, several);
        let terms = &claim.terms;
        let grows = !terms.interest_rate.is_zero()
            || terms.penalty.is_some()
            || terms.late_charge.is_some();
        let takes_time = totals.last_date > claim.as_of;
        let stopped = proposal.rate.is_zero()
            || proposal.relief.while_kept == WhileKept::NoAccrual
            || deferred && proposal.deferral == DeferralInterest::Frozen;
        let used = [
            (Self::LumpSum, !several),
            (Self::Instalments, several),
            (Self::Deferral, deferred),
            (Self::Waiver, waives(proposal, plan)),
            (Self::Discount, discounts(proposal, plan)),
            (
                Self::RateCut,
                takes_time && !proposal.rate.is_zero() && proposal.rate < terms.interest_rate,
            ),
            (Self::Freeze, grows && takes_time && stopped),
        ];
        used.into_iter()
            .filter(|(_, is_used)| *is_used)
            .fold(CodeSet::EMPTY, |set, (strategy, _)| set.with(strategy))
    }
}

/// Whether a period lies between the as-of date and the time that the first payment is for.
fn is_deferred(claim: &Claim, proposal: &Proposal, several: bool) -> bool {
    let step = match proposal.settlement {
        Settlement::Instalments { frequency, .. } if several => frequency,
        _ => Frequency::MONTHLY,
    };
    // A step that begins before the calendar begins before the as-of date.
    let begins = step.step_back(proposal.first_due);
    begins.is_ok_and(|begins| begins > claim.as_of)
}

fn waives(proposal: &Proposal, plan: &Plan) -> bool {
    let mut waivers = proposal.concessions.waivers.iter();
    waivers.any(|(component, waiver)| is_asked(waiver) && plan.waived.get(component).is_positive())
}

fn discounts(proposal: &Proposal, plan: &Plan) -> bool {
    is_asked(proposal.concessions.discount) && !plan.waived.is_zero()
}

const fn is_asked(waiver: Waiver) -> bool {
    match waiver {
        Waiver::Nothing => false,
        Waiver::Share(share) => share.scaled() > 0,
        Waiver::Amount(amount) => amount.is_positive(),
    }
}
