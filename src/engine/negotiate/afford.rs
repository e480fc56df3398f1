//! What a borrower can pay: worked out on the borrower's device from figures that need not leave it.
//!
//! Surplus is income less fixed and flexible spending; a savings contingency of at most a tenth of it, and at most 20
//! pounds a month, may be kept (CONC, the Standard Financial Statement); HMRC's Time to Pay asks for at most half of the
//! surplus. Those numbers are arguments here, as every lender and every country has others.

use crate::engine::calendar::{Frequency, Unit};
use crate::engine::money::{Money, OutOfRange, Rounding, Share};

/// What goes out in a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Spending {
    /// Rent, heat, insurance, school: what is the same every month.
    pub fixed: Money,
    /// Food, travel, clothes: what is not.
    pub flexible: Money,
    /// Debts that come first: rent or tax in arrears, maintenance.
    pub priority: Money,
    /// Other repayment plans.
    pub other_plans: Money,
}

/// A month, and how much of what is left may be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget {
    /// What comes in.
    pub income: Money,
    /// What goes out.
    pub spending: Spending,
    /// The share of the surplus that may be kept for emergencies.
    pub savings_share: Share,
    /// The most that may be kept so.
    pub savings_at_most: Money,
    /// The share of what is left then that may go to this debt.
    pub offer_share: Share,
    /// What must stay with the borrower after paying.
    pub residual_at_least: Money,
}

/// What a month leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Affordable {
    /// Income less spending; below zero where the month does not pay for itself.
    pub surplus: Money,
    /// Kept for emergencies.
    pub savings: Money,
    /// The most that may go to this debt in a month; nothing where there is no surplus.
    pub offer: Money,
}

/// What a budget leaves for a debt.
///
/// # Errors
/// [`OutOfRange`] if a sum leaves the supported range.
pub fn afford(budget: &Budget) -> Result<Affordable, OutOfRange> {
    let Spending {
        fixed,
        flexible,
        priority,
        other_plans,
    } = budget.spending;
    let out = Money::sum([fixed, flexible, priority, other_plans])?;
    let surplus = budget.income.checked_sub(out)?;
    let left = surplus.or_zero_if_negative();
    // Rounded so that the borrower is never asked for more than the share says.
    let savings = budget
        .savings_share
        .of(left, Rounding::AwayFromZero)?
        .min(budget.savings_at_most)
        .min(left);
    let by_share = budget
        .offer_share
        .of(left.checked_sub(savings)?, Rounding::TowardZero)?;
    let residual = left
        .checked_sub(budget.residual_at_least)?
        .or_zero_if_negative();
    Ok(Affordable {
        surplus,
        savings,
        offer: by_share.min(residual),
    })
}

impl Affordable {
    /// The most at each step of a frequency: a week is 12 of 52 of a month, a day 12 of 365, all rounded down.
    ///
    /// # Errors
    /// [`OutOfRange`] if the amount leaves the supported range.
    pub fn each(&self, frequency: Frequency) -> Result<Money, OutOfRange> {
        let (above, below) = match frequency.unit() {
            Unit::Days => (12, 365),
            Unit::Weeks => (12, 52),
            Unit::HalfMonths => (1, 2),
            Unit::Months => (1, 1),
        };
        i128::from(self.offer.minor())
            .checked_mul(above)
            .and_then(|amount| amount.checked_mul(i128::from(frequency.every())))
            .and_then(|amount| Rounding::TowardZero.divide(amount, below))
            .and_then(|minor| i64::try_from(minor).ok())
            .ok_or(OutOfRange)
            .and_then(Money::from_minor)
    }
}
