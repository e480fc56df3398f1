//! What a plan comes to at a glance: the shape of its payments and where each unit of money goes.

use crate::agreement::{Offer, Worked};
use crate::engine::calendar::{Date, Frequency};
use crate::engine::claim::{Component, Components};
use crate::engine::money::{Money, OutOfRange};
use crate::engine::plan::{
    InterestDerived, PlanRow, RowKind, Settlement, Vesting, interest_derived,
};
use crate::text::Label;

/// One payment with what of it settles what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paid {
    /// Its number among the payments, the down payment included.
    pub number: u32,
    /// Whether it is paid at once.
    pub kind: RowKind,
    /// The day.
    pub date: Date,
    /// The amount.
    pub amount: Money,
    /// What of it settles which component.
    pub parts: Components,
    /// What is left to pay afterwards.
    pub left: Money,
    /// From what its interest was worked out, where one balance bore it.
    pub interest: Option<InterestDerived>,
}

/// How the payments after the down payment look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One sum.
    Once(Money),
    /// All alike, but for the last one where it differs.
    Level {
        /// Each of them.
        each: Money,
        /// The last one, where it differs.
        last: Option<Money>,
    },
    /// They change: the first, the largest and the last.
    Varying {
        /// The first one.
        first: Money,
        /// The largest one.
        largest: Money,
        /// The last one.
        last: Money,
    },
}

/// A part of all the money: paid to settle a component, or given up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// Paid for this component.
    Settles(Component),
    /// Given up.
    Waived,
}

/// A plan at a glance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Glance {
    /// What is owed on the as-of date.
    pub owed: Money,
    /// What is given up of which component, and what is owed of it; nothing that is zero.
    pub waived: Vec<(Component, Money, Money)>,
    /// Every payment, down payment first.
    pub payments: Vec<Paid>,
    /// How the payments after the down payment look.
    pub shape: Shape,
    /// How often they fall due; `None` for one sum and for agreed days.
    pub frequency: Option<Frequency>,
    /// Where the money goes, in the order of itemisation, given up last; nothing that is zero.
    pub uses: Vec<(Use, Money)>,
    /// The sum of `uses`.
    pub whole: Money,
    /// Whether what is given up is given up only once everything is paid.
    pub on_completion: bool,
}

impl Glance {
    /// Gathers what the page shows first.
    ///
    /// # Errors
    /// [`OutOfRange`] if a sum leaves the supported range of amounts.
    pub fn of(offer: &Offer, worked: &Worked) -> Result<Self, OutOfRange> {
        let plan = &worked.plan;
        // The plan was laid out from the same terms; without them a payment says no more than its parts.
        let interest = interest_derived(&offer.claim, &offer.proposal, plan).unwrap_or_default();
        let interest = interest.into_iter().chain(std::iter::repeat(None));
        let rows = plan.rows.iter().zip(interest);
        let paying = rows.filter(|(row, _)| row.kind != RowKind::Deferral);
        let payments: Vec<Paid> = paying
            .zip(1_u32..)
            .map(|((row, interest), number)| paid(row, number, interest))
            .collect::<Result<_, _>>()?;
        let mut settled = Components::ZERO;
        for payment in &payments {
            settled = settled.checked_add(&payment.parts)?;
        }
        let settles = settled
            .iter()
            .map(|(component, sum)| (Use::Settles(component), sum));
        let waived = [(Use::Waived, plan.waived.total()?)];
        let uses: Vec<_> = settles
            .chain(waived)
            .filter(|(_, sum)| sum.is_positive())
            .collect();
        let later = payments
            .iter()
            .filter(|payment| payment.kind != RowKind::DownPayment);
        Ok(Self {
            owed: plan.opening.total()?,
            waived: plan
                .waived
                .iter()
                .filter(|(_, sum)| sum.is_positive())
                .map(|(component, sum)| (component, sum, plan.opening.get(component)))
                .collect(),
            shape: shape(&later.map(|payment| payment.amount).collect::<Vec<_>>()),
            frequency: match offer.proposal.settlement {
                Settlement::LumpSum | Settlement::OnDates { .. } => None,
                Settlement::Instalments { frequency, .. } => Some(frequency),
            },
            on_completion: offer.proposal.relief.vesting == Vesting::OnCompletion,
            whole: Money::sum(uses.iter().map(|(_, sum)| *sum))?,
            payments,
            uses,
        })
    }

    /// What is given up, in a few words that say no more than is so.
    #[must_use]
    pub const fn waived_label(&self) -> Label {
        if self.on_completion {
            Label::WaivedIfKept
        } else {
            Label::TotalWaived
        }
    }

    /// The thousandths of the whole at which a part begins and how many it takes, for a drawing.
    #[must_use]
    pub fn stretches(&self) -> Vec<(Use, u32, u32)> {
        let at = |sum: i128| -> u32 {
            let thousandths = (sum * 1000).checked_div(i128::from(self.whole.minor()));
            thousandths
                .and_then(|part| u32::try_from(part).ok())
                .unwrap_or(0)
        };
        let mut before = 0_i128;
        let stretch = |(part, sum): &(Use, Money)| {
            let start = at(before);
            before += i128::from(sum.minor());
            (*part, start, at(before).saturating_sub(start))
        };
        self.uses.iter().map(stretch).collect()
    }
}

fn paid(row: &PlanRow, number: u32, interest: Option<InterestDerived>) -> Result<Paid, OutOfRange> {
    Ok(Paid {
        number,
        kind: row.kind,
        date: row.date,
        amount: row.paid.total()?,
        parts: row.paid,
        left: row.closing.total()?,
        interest,
    })
}

fn shape(amounts: &[Money]) -> Shape {
    let (Some(first), Some(last)) = (amounts.first(), amounts.last()) else {
        return Shape::Once(Money::ZERO);
    };
    let (first, last) = (*first, *last);
    let before_last = amounts.split_last().map_or(amounts, |(_, before)| before);
    if before_last.is_empty() {
        Shape::Once(last)
    } else if before_last.iter().all(|amount| *amount == first) {
        Shape::Level {
            each: first,
            last: (last != first).then_some(last),
        }
    } else {
        let largest = amounts.iter().copied().max().unwrap_or(first);
        Shape::Varying {
            first,
            largest,
            last,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Shape, shape};
    use crate::engine::money::Money;

    fn amounts(minor: &[i64]) -> Vec<Money> {
        minor
            .iter()
            .map(|minor| Money::from_minor(*minor).unwrap())
            .collect()
    }

    #[test]
    fn a_last_payment_that_differs_is_told_apart() {
        let of = |minor: &[i64]| shape(&amounts(minor));
        let money = |minor| Money::from_minor(minor).unwrap();
        assert_eq!(of(&[500]), Shape::Once(money(500)));
        assert_eq!(
            of(&[500, 500]),
            Shape::Level {
                each: money(500),
                last: None
            }
        );
        assert_eq!(
            of(&[333, 333, 334]),
            Shape::Level {
                each: money(333),
                last: Some(money(334))
            }
        );
        let varying = Shape::Varying {
            first: money(5),
            largest: money(900),
            last: money(900),
        };
        assert_eq!(of(&[5, 4, 900]), varying);
    }
}
