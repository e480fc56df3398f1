//! Payments as somebody notes them: refused by name, or in order of date.

use super::TrackError;
use crate::engine::calendar::Date;
use crate::engine::claim::{Claim, PaymentReceived};
use crate::engine::money::Money;
use crate::engine::plan::PlanError;
use crate::engine::plan::schedule::MOST_ROWS;

/// The most payments that are held against a plan: each due of the longest one in two halves.
pub const MOST_TRACKED: u32 = 2 * MOST_ROWS;

/// The payments, the earliest first; those of one day in the order in which they were given.
pub(super) fn in_order(
    claim: &Claim,
    to_pay: Money,
    made: &[PaymentReceived],
    on: Date,
) -> Result<Vec<PaymentReceived>, TrackError> {
    if u32::try_from(made.len()).map_or(true, |count| count > MOST_TRACKED) {
        return Err(TrackError::TooMany { most: MOST_TRACKED });
    }
    for (payment, number) in made.iter().zip(1_u32..) {
        let &PaymentReceived { date, amount } = payment;
        let as_of = claim.as_of;
        if !amount.is_positive() {
            return Err(TrackError::NotPositive { number, amount });
        }
        if date < as_of {
            return Err(TrackError::BeforeAgreement {
                number,
                date,
                as_of,
            });
        }
        if date > on {
            return Err(TrackError::NotYetMade { number, date, on });
        }
        if amount > to_pay {
            let owed = claim
                .if_nothing_is_paid(date)
                .map_err(|_| PlanError::Accrual)?;
            let most = to_pay.max(owed.total()?);
            if amount > most {
                return Err(TrackError::MoreThanOwed {
                    number,
                    amount,
                    most,
                });
            }
        }
    }
    let mut arrived = made.to_vec();
    arrived.sort_by_key(|payment| payment.date);
    Ok(arrived)
}
