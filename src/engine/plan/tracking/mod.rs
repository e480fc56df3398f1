//! Payments really made beside a plan: what they have met, what comes next, what has vested, and what would be owed
//! if they stopped.
//!
//! ```text
//! arrived   payments as somebody notes them: refused or put in order
//! dues      each due of the plan with what has met it, the oldest first
//! vesting   what of the waiver has vested, and with which due more will
//! stopped   the claim if payments stopped now, by the rule of the break table
//! ```

mod arrived;
mod dues;
mod error;
mod stopped;
mod vesting;

pub use arrived::MOST_TRACKED;
pub use dues::{DueStanding, TrackedDue};
pub use error::TrackError;
pub use vesting::NextVesting;

use self::stopped::Kept;
use super::{Broken, Cure, Keeping, Plan, Proposal, RowKind, standing_of};
use crate::engine::calendar::Date;
use crate::engine::claim::{Claim, Components, PaymentReceived};
use crate::engine::money::Money;

/// How a plan stands at the end of a day, with the payments really made under it.
///
/// For the dues together: `settled + left = planned`, component by component, and `paid = settled + beyond the plan`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tracked {
    /// The day.
    pub on: Date,
    /// Everything that was paid.
    pub paid: Money,
    /// What the plan asks in all.
    pub to_pay: Money,
    /// What is still to be paid under the plan.
    pub left: Money,
    /// Every payment that the plan asks for, with what has met it.
    pub dues: Vec<TrackedDue>,
    /// Whether the plan is being kept.
    pub keeping: Keeping,
    /// What is left of the dues whose last day in time is over.
    pub behind: Money,
    /// What is given up for good, by component.
    pub vested: Components,
    /// What is given up on condition still, by component: owed again if the plan breaks.
    pub conditional: Components,
    /// What vests next while the plan is kept; `None` where nothing more will.
    pub next_vesting: Option<NextVesting>,
    /// What would be owed if nothing more were paid; `None` once the plan is complete.
    pub stopped: Option<Broken>,
    /// What was paid beyond everything asked for: to be returned.
    pub overpaid: Money,
}

impl Tracked {
    /// The oldest due with something left to pay, while the plan stands; `None` once it is complete or has ended.
    #[must_use]
    pub fn next(&self) -> Option<&TrackedDue> {
        match self.keeping {
            Keeping::Ended { .. } | Keeping::Completed { .. } => None,
            Keeping::Kept { .. } | Keeping::InGrace { .. } | Keeping::CureOffered { .. } => {
                self.oldest_open()
            }
        }
    }

    /// The oldest due with something left to pay, whether the plan stands or not: for whoever notes a payment that was
    /// made and not noted yet.
    #[must_use]
    pub fn oldest_open(&self) -> Option<&TrackedDue> {
        self.dues.iter().find(|due| due.left.is_positive())
    }

    /// How many of the dues are paid whole, those of nothing left out.
    #[must_use]
    pub fn met(&self) -> u32 {
        let met = |due: &&TrackedDue| due.amount.is_positive() && due.left.is_zero();
        u32::try_from(self.dues.iter().filter(met).count()).unwrap_or(u32::MAX)
    }
}

/// Holds the payments that were `made`, in any order, against a plan on a day.
///
/// Payments meet the oldest due first, whatever they were meant for; what is over counts towards the next ones. What
/// has vested is what the plan's [`Relief`](super::Relief) says of the dues that are met whole and of the sum paid;
/// payments that came after the plan had ended bring nothing of it back and settle the claim instead.
///
/// # Errors
/// [`TrackError`]: the payment that cannot be one and why, or a figure that leaves its range.
pub fn track(
    claim: &Claim,
    proposal: &Proposal,
    plan: &Plan,
    cure: Cure,
    made: &[PaymentReceived],
    on: Date,
) -> Result<Tracked, TrackError> {
    if on < claim.as_of {
        let as_of = claim.as_of;
        return Err(TrackError::DayBeforeAgreement { on, as_of });
    }
    let asked = plan
        .rows
        .iter()
        .filter(|row| row.kind != RowKind::Deferral)
        .map(|row| row.paid.total());
    let mut to_pay = Money::ZERO;
    for amount in asked {
        to_pay = to_pay.checked_add(amount?)?;
    }
    let arrived = arrived::in_order(claim, to_pay, made, on)?;
    let paid = total(&arrived)?;
    let keeping = standing_of(plan, &arrived, cure, on)?;
    let dues = dues::met_by(claim, plan, cure, &arrived, on)?;
    let under_plan = match keeping {
        Keeping::Ended { on: end, .. } => {
            let in_time = arrived.iter().filter(|payment| payment.date < end);
            Money::sum(in_time.map(|payment| payment.amount))?
        }
        _ => paid,
    };
    let vesting = &proposal.relief.vesting;
    let vested = vesting::vested_by(vesting, &plan.waived, &dues, to_pay, under_plan)?;
    let (mut next_vesting, mut stopped, mut overpaid) = (None, None, Money::ZERO);
    if let Keeping::Completed { .. } = keeping {
        overpaid = paid.checked_sub(to_pay)?;
    } else {
        let kept = Kept {
            paid: under_plan,
            vested,
        };
        let broken = stopped::stopped(claim, proposal, plan, &dues, &arrived, &kept, on)?;
        if let Keeping::Ended { .. } = keeping {
            overpaid = broken.excess;
        } else {
            next_vesting = vesting::next(vesting, &plan.waived, &dues, to_pay, vested)?;
        }
        stopped = Some(broken);
    }
    let mut behind = Money::ZERO;
    let mut left = Money::ZERO;
    for due in &dues {
        left = left.checked_add(due.left)?;
        if let DueStanding::Missed { .. } = due.standing {
            behind = behind.checked_add(due.left)?;
        }
    }
    Ok(Tracked {
        on,
        paid,
        to_pay,
        left,
        dues,
        keeping,
        behind,
        vested,
        conditional: plan.waived.checked_sub(&vested)?,
        next_vesting,
        stopped,
        overpaid,
    })
}

fn total(payments: &[PaymentReceived]) -> Result<Money, TrackError> {
    Ok(Money::sum(payments.iter().map(|payment| payment.amount))?)
}
