//! What of a waiver has vested with the payments made, and with which due more of it will.

use super::TrackedDue;
use crate::engine::calendar::Date;
use crate::engine::claim::Components;
use crate::engine::money::{Money, OutOfRange};
use crate::engine::plan::{Progress, Vesting};

/// What vests next while a plan is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NextVesting {
    /// The due with which it vests, once it and those before it are paid whole; counted as [`TrackedDue::number`].
    pub with: u32,
    /// The day on which that one falls due.
    pub on: Date,
    /// What vests then beyond what has vested, by component.
    pub more: Components,
    /// Whether everything is paid with it.
    pub completes: bool,
}

/// What has vested once so much was paid: all of it when that is everything.
pub(super) fn vested_by(
    vesting: &Vesting,
    waived: &Components,
    dues: &[TrackedDue],
    to_pay: Money,
    paid: Money,
) -> Result<Components, OutOfRange> {
    if paid >= to_pay {
        return Ok(*waived);
    }
    let (mut payments, mut demanded) = (0_u32, Money::ZERO);
    for due in dues {
        demanded = demanded.checked_add(due.amount)?;
        if demanded > paid {
            break;
        }
        payments = payments.saturating_add(u32::from(due.amount.is_positive()));
    }
    let progress = Progress {
        payments,
        paid,
        to_pay,
    };
    vesting.vested(waived, progress)
}

/// The first due with something left whose payment makes more of the waiver vest than has.
pub(super) fn next(
    vesting: &Vesting,
    waived: &Components,
    dues: &[TrackedDue],
    to_pay: Money,
    vested: Components,
) -> Result<Option<NextVesting>, OutOfRange> {
    if vested == *waived {
        return Ok(None);
    }
    let mut demanded = Money::ZERO;
    for due in dues {
        demanded = demanded.checked_add(due.amount)?;
        if due.left.is_zero() {
            continue;
        }
        let then = vested_by(vesting, waived, dues, to_pay, demanded)?;
        if then != vested {
            return Ok(Some(NextVesting {
                with: due.number,
                on: due.date,
                more: then.checked_sub(&vested)?,
                completes: demanded >= to_pay,
            }));
        }
    }
    Ok(None)
}
