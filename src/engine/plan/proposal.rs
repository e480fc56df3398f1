//! What someone proposes: concessions, and how the rest is paid.

use super::schedule::Repayment;
use super::{InterestBasis, Relief};
use crate::engine::calendar::{Date, Frequency};
use crate::engine::claim::PerComponent;
use crate::engine::money::{Money, Rate, Rounding, Share};

/// An amount given up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Waiver {
    /// Nothing is given up.
    #[default]
    Nothing,
    /// A share of what is owed.
    Share(Share),
    /// An amount; never more than is owed.
    Amount(Money),
}

/// Everything the lender gives up. Unless the proposal's [`Relief`] says otherwise it is given up on condition that the
/// plan is kept to its end (a conditional release, Civil Code articles 158 and 159), never as something already given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Concessions {
    /// Given up per component.
    pub waivers: PerComponent<Waiver>,
    /// Given up of the total that the waivers leave. It is taken from penalty interest first, then
    /// compound interest, late charges, interest, costs, and principal last.
    pub discount: Waiver,
}

impl Concessions {
    /// Nothing is given up.
    pub const NONE: Self = Self {
        waivers: PerComponent::all(Waiver::Nothing),
        discount: Waiver::Nothing,
    };
}

/// How the amount of an instalment is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// So many instalments; the amount follows.
    Count(u32),
    /// So much each time; the count follows. Only with equal instalments.
    Payment(Money),
}

/// A payment agreed for a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DatedPayment {
    /// The day on which it falls due.
    pub date: Date,
    /// The whole of it, whatever it settles; above zero.
    pub amount: Money,
}

/// How what is left after concessions and down payment is paid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Settlement {
    /// In one sum on the first due date.
    LumpSum,
    /// In instalments from the first due date on.
    Instalments {
        /// How principal and interest share an instalment. The payments of [`Repayment::Custom`] are whole payments:
        /// each settles interest of the plan first and then the debt in the contract's order.
        repayment: Repayment,
        /// How often an instalment falls due.
        frequency: Frequency,
        /// How many, or how much each.
        size: Size,
        /// Round the instalment up to a multiple of this; the last one is smaller. Only with equal
        /// instalments of a given count.
        multiple: Option<Money>,
    },
    /// In amounts agreed for certain days, the first of them on the first due date. Each settles interest of the plan
    /// first and then the debt in the contract's order; interest that it does not cover is carried and bears none.
    OnDates {
        /// The amounts, the earliest first.
        payments: Vec<DatedPayment>,
        /// The day after them on which whatever is left is paid; `None` where the amounts settle everything.
        rest_on: Option<Date>,
    },
}

/// What happens to interest between the as-of date and the day from which the first instalment's own
/// interest runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeferralInterest {
    /// It accrues at the plan's rate and is paid with the instalments.
    Accrues,
    /// None accrues.
    Frozen,
    /// It accrues and becomes principal when the instalments start.
    Capitalised,
}

impl DeferralInterest {
    /// Every treatment.
    pub const ALL: [Self; 3] = [Self::Accrues, Self::Frozen, Self::Capitalised];

    /// The code used in files and links.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Accrues => "accrues",
            Self::Frozen => "frozen",
            Self::Capitalised => "capitalised",
        }
    }

    /// The treatment of that code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|treatment| treatment.code() == code)
    }
}

/// What happens to arrears other than principal that are not given up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Carry {
    /// Spread over the instalments, without interest: in proportion to principal with equal instalments,
    /// evenly otherwise.
    #[default]
    Spread,
    /// Paid in full with the first instalment.
    First,
    /// Added to principal before the schedule is laid out; bears the plan's rate.
    Capitalised,
}

impl Carry {
    /// Every treatment.
    pub const ALL: [Self; 3] = [Self::Spread, Self::First, Self::Capitalised];

    /// The code used in files and links.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Spread => "spread",
            Self::First => "first",
            Self::Capitalised => "capitalised",
        }
    }

    /// The treatment of that code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|carry| carry.code() == code)
    }
}

/// One option for settling a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// What the lender gives up.
    pub concessions: Concessions,
    /// Paid on the as-of date.
    pub down_payment: Money,
    /// How the rest is paid.
    pub settlement: Settlement,
    /// When the first instalment, or the lump sum, falls due.
    pub first_due: Date,
    /// What happens to interest until the instalments start.
    pub deferral: DeferralInterest,
    /// What happens to arrears other than principal; the value for principal is without effect.
    pub carry: PerComponent<Carry>,
    /// Yearly rate on principal while the plan is kept.
    pub rate: Rate,
    /// How periods become parts of a year.
    pub basis: InterestBasis,
    /// How amounts become whole minor units.
    pub rounding: Rounding,
    /// When what is given up is given up for good, and what the time of the plan costs if it breaks.
    pub relief: Relief,
}
