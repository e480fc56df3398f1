//! What becomes of concessions while a plan is kept, and what of them stays if it breaks.

use crate::engine::claim::{Components, Terms};
use crate::engine::money::{Money, OutOfRange, Rate, Rounding, Share};

/// What the time for which a plan was kept costs if the plan breaks. The three freezes (停息) are among them, each
/// with a claim of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum WhileKept {
    /// The contract accrues in full, penalty and all, and what accrues is released on completion. A broken plan
    /// leaves all of it owed.
    #[default]
    ReleasedOnCompletion,
    /// Contract interest accrues but is not charged. A broken plan leaves that interest owed, and no penalty
    /// interest, compound interest or late charge: what was not asked for was not late.
    AccruesUncharged,
    /// Nothing accrues. A broken plan leaves the claim as it was, less what was paid.
    NoAccrual,
    /// A rate cut that stands: interest at the plan's rate and nothing else.
    PlanRate,
}

impl WhileKept {
    /// Every treatment.
    pub const ALL: [Self; 4] = [
        Self::ReleasedOnCompletion,
        Self::AccruesUncharged,
        Self::NoAccrual,
        Self::PlanRate,
    ];

    /// The name used in files: `released-on-completion`, `accrues-uncharged`, `no-accrual`, `plan-rate`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::ReleasedOnCompletion => "released-on-completion",
            Self::AccruesUncharged => "accrues-uncharged",
            Self::NoAccrual => "no-accrual",
            Self::PlanRate => "plan-rate",
        }
    }

    /// The treatment of that [`code`](Self::code).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|treatment| treatment.code() == code)
    }

    /// The terms under which a claim grows while its plan is kept; `plan_rate` a year is the plan's own.
    pub(super) const fn terms(self, contract: &Terms, plan_rate: Rate) -> Terms {
        let interest_rate = match self {
            Self::ReleasedOnCompletion => return *contract,
            Self::AccruesUncharged => contract.interest_rate,
            Self::NoAccrual => Rate::ZERO,
            Self::PlanRate => plan_rate,
        };
        Terms {
            interest_rate,
            penalty: None,
            late_charge: None,
            ..*contract
        }
    }
}

/// A share of the waiver that vests when so many payments have been made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Milestone {
    /// How many payments, the down payment included. A row with nothing to pay is none.
    pub after: u32,
    /// How much of the waiver has vested by then, earlier milestones included.
    pub share: Share,
}

/// A milestone is not both later and larger than the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MilestoneOutOfOrder {
    /// The milestone, counted from 0.
    pub milestone: usize,
}

/// Milestones in order: each later and larger than the one before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Milestones(Vec<Milestone>);

impl Milestones {
    /// Milestones from a list.
    ///
    /// # Errors
    /// [`MilestoneOutOfOrder`] for the first that is not both later and larger than the one before.
    pub fn new(milestones: Vec<Milestone>) -> Result<Self, MilestoneOutOfOrder> {
        let pairs = milestones.iter().zip(milestones.iter().skip(1));
        for ((before, later), milestone) in pairs.zip(1..) {
            if later.after <= before.after || later.share <= before.share {
                return Err(MilestoneOutOfOrder { milestone });
            }
        }
        Ok(Self(milestones))
    }

    /// The milestones, the earliest first.
    #[must_use]
    pub fn as_slice(&self) -> &[Milestone] {
        &self.0
    }
}

/// How a way to vest is named, without its milestones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VestingKind {
    /// [`Vesting::OnCompletion`].
    OnCompletion,
    /// [`Vesting::ProRata`].
    ProRata,
    /// [`Vesting::Milestones`].
    Milestones,
    /// [`Vesting::AtOnce`].
    AtOnce,
}

impl VestingKind {
    /// Every way.
    pub const ALL: [Self; 4] = [
        Self::OnCompletion,
        Self::ProRata,
        Self::Milestones,
        Self::AtOnce,
    ];

    /// The name used in files: `on-completion`, `pro-rata`, `milestones`, `at-once`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::OnCompletion => "on-completion",
            Self::ProRata => "pro-rata",
            Self::Milestones => "milestones",
            Self::AtOnce => "at-once",
        }
    }

    /// The way of that [`code`](Self::code).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// When a waiver stops being conditional.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Vesting {
    /// All of it on completion and none before: a conditional release (Civil Code articles 158 and 159).
    #[default]
    OnCompletion,
    /// In proportion to what has been paid of everything to pay; each component rounded down.
    ProRata,
    /// By milestones, each component rounded down; the rest on completion.
    Milestones(Milestones),
    /// All of it when the plan is made.
    AtOnce,
}

/// How far a plan has been kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// How many payments above zero were made.
    pub payments: u32,
    /// What they came to.
    pub paid: Money,
    /// What all payments of the plan come to.
    pub to_pay: Money,
}

impl Vesting {
    /// Which way it is.
    #[must_use]
    pub const fn kind(&self) -> VestingKind {
        match self {
            Self::OnCompletion => VestingKind::OnCompletion,
            Self::ProRata => VestingKind::ProRata,
            Self::Milestones(_) => VestingKind::Milestones,
            Self::AtOnce => VestingKind::AtOnce,
        }
    }

    /// What has vested of a waiver, by component, in a plan that is not complete; on completion all of it has.
    ///
    /// # Errors
    /// [`OutOfRange`] if more has been paid than there is to pay and the share leaves the range of amounts.
    pub fn vested(
        &self,
        waived: &Components,
        progress: Progress,
    ) -> Result<Components, OutOfRange> {
        let mut vested = Components::ZERO;
        for (component, amount) in waived.iter() {
            let part = match self {
                Self::OnCompletion => Money::ZERO,
                Self::AtOnce => amount,
                Self::ProRata => in_proportion(amount, progress)?,
                Self::Milestones(milestones) => {
                    let reached = |milestone: &&Milestone| milestone.after <= progress.payments;
                    let last = milestones.as_slice().iter().rev().find(reached);
                    let share = last.map_or(Share::ZERO, |milestone| milestone.share);
                    share.of(amount, Rounding::TowardZero)?
                }
            };
            vested.set(component, part);
        }
        Ok(vested)
    }
}

/// `amount x paid / to pay`, rounded down and at most the amount.
fn in_proportion(amount: Money, progress: Progress) -> Result<Money, OutOfRange> {
    if !progress.to_pay.is_positive() {
        return Ok(Money::ZERO);
    }
    let product = i128::from(amount.minor())
        .checked_mul(i128::from(progress.paid.minor()))
        .ok_or(OutOfRange)?;
    let part = Rounding::TowardZero
        .divide(product, i128::from(progress.to_pay.minor()))
        .ok_or(OutOfRange)?;
    let part = i64::try_from(part).map_err(|_| OutOfRange)?;
    Ok(Money::from_minor(part)?.min(amount))
}

/// What becomes of a plan's concessions. The default: the contract's accrual is released, and waivers vest, on
/// completion.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Relief {
    /// What the time for which the plan was kept costs if it breaks.
    pub while_kept: WhileKept,
    /// When waivers vest.
    pub vesting: Vesting,
}
