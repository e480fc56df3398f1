//! The terms of a proposal that can be changed one at a time, each as a whole number.

use crate::engine::calendar::{Date, Frequency, add_days, days_between};
use crate::engine::claim::{Claim, Component, PerComponent};
use crate::engine::money::{Money, Rate, Share};
use crate::engine::plan::schedule::MOST_ROWS;
use crate::engine::plan::{Carry, DeferralInterest, Proposal, Repayment, Settlement, Size, Waiver};

/// The furthest a first payment is moved: ten years, as links bear it.
const MOST_DAYS_AHEAD: i64 = 3_660;
/// Steps of a rate in a hundredth of a percent, the unit in which rates are changed.
const STEPS_PER_POINT: i64 = 1_000_000;
/// The steps of payment that are offered in place of another.
const FREQUENCIES: [Frequency; 4] = [
    Frequency::MONTHLY,
    Frequency::HALF_MONTHLY,
    Frequency::FORTNIGHTLY,
    Frequency::WEEKLY,
];

/// A term that can be changed by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Term {
    /// What is paid on the as-of date.
    DownPayment,
    /// What is given up of a component.
    Waiver(Component),
    /// What is given up of the total that the waivers leave.
    Discount,
    /// How many instalments there are.
    Count,
    /// How much each instalment is.
    Payment,
    /// How often they fall due.
    Frequency,
    /// When the first of them, or the lump sum, falls due.
    FirstDue,
    /// The yearly rate while the plan is kept.
    Rate,
    /// What happens to interest until the instalments start.
    Deferral,
    /// What happens to arrears other than principal.
    Carry,
}

/// What a term is, for a person to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TermValue {
    /// An amount.
    Money(Money),
    /// An amount, and the share that it was given as.
    Part {
        /// The amount.
        amount: Money,
        /// The share.
        share: Share,
    },
    /// How many instalments.
    Count(u32),
    /// How often.
    Frequency(Frequency),
    /// A day.
    Date(Date),
    /// A yearly rate.
    Rate(Rate),
    /// What happens to interest until the instalments start.
    Deferral(DeferralInterest),
    /// What happens to arrears.
    Carry(Carry),
}

impl TermValue {
    /// The value as a whole number: minor units, instalments, days after the as-of date, hundredths of a percent, or a
    /// place in a short list.
    pub(super) fn number(self, claim: &Claim) -> Option<i64> {
        Some(match self {
            Self::Money(amount) | Self::Part { amount, .. } => amount.minor(),
            Self::Count(count) => i64::from(count),
            Self::Date(date) => days_between(claim.as_of, date),
            Self::Rate(rate) => rate.scaled().checked_div(STEPS_PER_POINT)?,
            Self::Frequency(step) => place(&FREQUENCIES, &step)?,
            Self::Deferral(deferral) => place(&DeferralInterest::ALL, &deferral)?,
            Self::Carry(carry) => place(&Carry::ALL, &carry)?,
        })
    }
}

impl Term {
    /// Every term.
    pub const ALL: [Self; 15] = [
        Self::DownPayment,
        Self::Waiver(Component::Principal),
        Self::Waiver(Component::Interest),
        Self::Waiver(Component::Penalty),
        Self::Waiver(Component::Compound),
        Self::Waiver(Component::Charges),
        Self::Waiver(Component::Costs),
        Self::Discount,
        Self::Count,
        Self::Payment,
        Self::Frequency,
        Self::FirstDue,
        Self::Rate,
        Self::Deferral,
        Self::Carry,
    ];

    /// The name used in documents; of a waiver without its component.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::DownPayment => "down-payment",
            Self::Waiver(_) => "waiver",
            Self::Discount => "discount",
            Self::Count => "count",
            Self::Payment => "payment",
            Self::Frequency => "frequency",
            Self::FirstDue => "first-due",
            Self::Rate => "rate",
            Self::Deferral => "deferral",
            Self::Carry => "carry",
        }
    }

    /// What the term is in a proposal; `None` where the proposal has no such term.
    #[must_use]
    pub fn read(self, claim: &Claim, proposal: &Proposal) -> Option<TermValue> {
        let instalments = match &proposal.settlement {
            Settlement::Instalments {
                repayment,
                frequency,
                size,
                ..
            } => Some((repayment, *frequency, *size)),
            Settlement::LumpSum | Settlement::OnDates { .. } => None,
        };
        Some(match self {
            Self::DownPayment => TermValue::Money(proposal.down_payment),
            Self::Waiver(component) => waived(
                proposal.concessions.waivers.get(component),
                claim.components().get(component),
                proposal,
            )?,
            Self::Discount => match proposal.concessions.discount {
                Waiver::Nothing => TermValue::Money(Money::ZERO),
                discount => waived(discount, left_to_discount(claim, proposal)?, proposal)?,
            },
            Self::Count => match instalments? {
                // Given payments say how many there are.
                (Repayment::Custom { .. }, ..) | (_, _, Size::Payment(_)) => return None,
                (_, _, Size::Count(count)) => TermValue::Count(count),
            },
            Self::Payment => match instalments?.2 {
                Size::Payment(payment) => TermValue::Money(payment),
                Size::Count(_) => return None,
            },
            Self::Frequency => TermValue::Frequency(instalments?.1),
            Self::FirstDue => match proposal.settlement {
                Settlement::OnDates { .. } => return None,
                _ => TermValue::Date(proposal.first_due),
            },
            Self::Rate => TermValue::Rate(proposal.rate),
            Self::Deferral => TermValue::Deferral(proposal.deferral),
            Self::Carry => TermValue::Carry(
                proposal
                    .carry
                    .iter()
                    .filter(|(component, _)| *component != Component::Principal)
                    .map(|(_, carry)| carry)
                    .find(|carry| *carry != Carry::Spread)
                    .unwrap_or_default(),
            ),
        })
    }

    /// The proposal with this term at another value; `None` where it has no such term or the value none.
    #[must_use]
    pub fn write(self, proposal: &Proposal, value: TermValue) -> Option<Proposal> {
        let mut changed = proposal.clone();
        match (self, value) {
            (Self::DownPayment, TermValue::Money(amount)) => changed.down_payment = amount,
            (Self::Waiver(component), value) => {
                changed.concessions.waivers.set(component, waiver(value)?);
            }
            (Self::Discount, value) => changed.concessions.discount = waiver(value)?,
            (Self::FirstDue, TermValue::Date(date)) => changed.first_due = date,
            (Self::Rate, TermValue::Rate(rate)) => changed.rate = rate,
            (Self::Deferral, TermValue::Deferral(deferral)) => changed.deferral = deferral,
            (Self::Carry, TermValue::Carry(carry)) => {
                changed.carry = PerComponent::all(carry).with(Component::Principal, Carry::Spread);
            }
            (term, value) => {
                let Settlement::Instalments {
                    frequency, size, ..
                } = &mut changed.settlement
                else {
                    return None;
                };
                match (term, value) {
                    (Self::Count, TermValue::Count(count)) => *size = Size::Count(count),
                    (Self::Payment, TermValue::Money(payment)) => *size = Size::Payment(payment),
                    (Self::Frequency, TermValue::Frequency(step)) => *frequency = step,
                    _ => return None,
                }
            }
        }
        Some(changed)
    }

    /// The value of a number.
    pub(super) fn value(self, claim: &Claim, number: i64) -> Option<TermValue> {
        let at = |length: usize| usize::try_from(number).ok().filter(|place| *place < length);
        Some(match self {
            Self::DownPayment | Self::Waiver(_) | Self::Discount | Self::Payment => {
                TermValue::Money(Money::from_minor(number).ok()?)
            }
            Self::Count => TermValue::Count(u32::try_from(number).ok()?),
            Self::FirstDue => TermValue::Date(add_days(claim.as_of, number).ok()?),
            Self::Rate => TermValue::Rate(Rate::from_scaled(number.checked_mul(STEPS_PER_POINT)?)?),
            Self::Frequency => TermValue::Frequency(*FREQUENCIES.get(at(FREQUENCIES.len())?)?),
            Self::Deferral => {
                TermValue::Deferral(*DeferralInterest::ALL.get(at(DeferralInterest::ALL.len())?)?)
            }
            Self::Carry => TermValue::Carry(*Carry::ALL.get(at(Carry::ALL.len())?)?),
        })
    }

    /// The least and the most that the number may be.
    pub(super) fn range(self, claim: &Claim) -> Option<(i64, i64)> {
        let owed = claim.components().total().ok()?.minor();
        Some(match self {
            Self::DownPayment | Self::Discount => (0, owed),
            Self::Payment => (1, owed.max(1)),
            Self::Waiver(component) => (0, claim.components().get(component).minor()),
            Self::Count => (1, i64::from(MOST_ROWS)),
            Self::FirstDue => (0, MOST_DAYS_AHEAD),
            Self::Rate => (0, Rate::MAX.scaled().checked_div(STEPS_PER_POINT)?),
            Self::Frequency => (0, last(FREQUENCIES.len())),
            Self::Deferral => (0, last(DeferralInterest::ALL.len())),
            Self::Carry => (0, last(Carry::ALL.len())),
        })
    }

    /// Whether its values have no order: each of a short list stands for itself.
    pub(super) const fn is_a_choice(self) -> bool {
        matches!(self, Self::Frequency | Self::Deferral | Self::Carry)
    }

    /// Whether people take amounts of it as a share of what is owed.
    pub(super) const fn is_conceded(self) -> bool {
        matches!(self, Self::Waiver(_) | Self::Discount)
    }
}

fn last(length: usize) -> i64 {
    i64::try_from(length.saturating_sub(1)).unwrap_or(0)
}

fn place<T: PartialEq>(list: &[T], wanted: &T) -> Option<i64> {
    list.iter()
        .position(|one| one == wanted)
        .and_then(|place| i64::try_from(place).ok())
}

fn waived(waiver: Waiver, owed: Money, proposal: &Proposal) -> Option<TermValue> {
    Some(match waiver {
        Waiver::Nothing => TermValue::Money(Money::ZERO),
        Waiver::Amount(amount) => TermValue::Money(amount),
        Waiver::Share(share) => TermValue::Part {
            amount: share.of(owed, proposal.rounding).ok()?,
            share,
        },
    })
}

const fn waiver(value: TermValue) -> Option<Waiver> {
    match value {
        TermValue::Money(amount) if amount.is_zero() => Some(Waiver::Nothing),
        TermValue::Money(amount) => Some(Waiver::Amount(amount)),
        TermValue::Part { share, .. } => Some(Waiver::Share(share)),
        _ => None,
    }
}

/// What the waivers leave, of which a discount is a share.
fn left_to_discount(claim: &Claim, proposal: &Proposal) -> Option<Money> {
    let mut left = claim.components().total().ok()?;
    for (component, waiver) in proposal.concessions.waivers.iter() {
        let owed = claim.components().get(component);
        let (TermValue::Money(amount) | TermValue::Part { amount, .. }) =
            waived(waiver, owed, proposal)?
        else {
            return None;
        };
        left = left.checked_sub(amount).ok()?;
    }
    Some(left)
}
