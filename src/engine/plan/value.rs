//! What a plan is worth to the lender today.
//!
//! `V = sum S_t pay_t d_t + sum (S_{t-1} - S_t) R_t d_t - cost`: what is paid as long as the plan is kept, what is
//! recovered at the payment where it breaks, less what running it costs. `S` is the part of such plans that is
//! still kept at a payment, `R` what the debt recovers if it breaks there, `d = (1 + r)^-t` the discount of the
//! lender's yearly rate.

use rust_decimal::Decimal;

use super::DatedFlow;
use super::rates::{Factor, factor_of_rate};
use crate::engine::calendar::{Date, DateOutOfRange, DayCount};
use crate::engine::money::{Money, OutOfRange, Rate, Rounding, Share, YearFraction, high_product};

/// One payment of a plan as its lender expects it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExpectedPayment {
    /// The day it is due.
    pub date: Date,
    /// The amount, if the plan is kept.
    pub pays: Money,
    /// The part of such plans that is still kept with this payment; never above that of the payment before.
    pub kept: Share,
    /// What the debt recovers if the plan breaks at this payment, as of its date.
    pub recovers: Money,
}

/// How a lender values expected payments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Valuation<'a> {
    /// The day of the value.
    pub as_of: Date,
    /// The lender's effective yearly rate.
    pub rate: Rate,
    /// How time becomes years.
    pub day_count: DayCount,
    /// The payments in order of date.
    pub payments: &'a [ExpectedPayment],
    /// What running it costs, as of the day of the value.
    pub cost: Money,
    /// How the present values become whole minor units.
    pub rounding: Rounding,
}

/// What expected payments are worth on a day. `total = paid + recovered - cost`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Value {
    /// Present value of what is paid while the plan is kept.
    pub paid: Money,
    /// Present value of what is recovered where it breaks.
    pub recovered: Money,
    /// What running it costs.
    pub cost: Money,
    /// The value.
    pub total: Money,
}

/// A plan against doing nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The plan's value.
    pub plan: Value,
    /// The value of doing nothing.
    pub nothing: Value,
    /// The plan's less that of doing nothing; below zero where the plan is the worse.
    pub gain: Money,
}

/// Whether a restructuring is distressed: EBA/GL/2016/07, paragraph 51.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Distress {
    /// Present value of what was owed before, at the original effective rate.
    pub before: Money,
    /// Present value of what is owed afterwards, at the same rate.
    pub after: Money,
    /// The part that is lost, rounded up to a step of 10^-10; nothing where nothing is.
    pub lost: Share,
    /// Whether more is lost than the limit allows.
    pub distressed: bool,
}

/// Why payments cannot be valued.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueError {
    /// A payment is before the one before it, or before the day of the value.
    OutOfOrder {
        /// The payment's date.
        date: Date,
        /// The date it may not be before.
        earliest: Date,
    },
    /// More plans are kept at a payment than at the one before.
    KeptRises {
        /// The payment's date.
        date: Date,
        /// What is kept there.
        kept: Share,
        /// The most that can be.
        most: Share,
    },
    /// A payment, a recovery or the cost is below zero.
    Negative {
        /// The amount.
        amount: Money,
    },
    /// The value before the change is not above zero.
    NothingBefore {
        /// That value.
        before: Money,
    },
    /// A date left the supported years.
    Date(DateOutOfRange),
    /// An amount left the supported range.
    Amount(OutOfRange),
}

impl From<DateOutOfRange> for ValueError {
    fn from(error: DateOutOfRange) -> Self {
        Self::Date(error)
    }
}

impl From<OutOfRange> for ValueError {
    fn from(error: OutOfRange) -> Self {
        Self::Amount(error)
    }
}

/// The value of expected payments.
///
/// # Errors
/// [`ValueError`], naming what does not fit.
pub fn value(valuation: &Valuation<'_>) -> Result<Value, ValueError> {
    let discount = Discount::of(valuation.rate)?;
    let (mut paid, mut recovered) = (Sum::default(), Sum::default());
    let (mut earliest, mut most) = (valuation.as_of, Share::ONE);
    not_negative(valuation.cost)?;
    for payment in valuation.payments {
        let ExpectedPayment { date, kept, .. } = *payment;
        if date < earliest {
            return Err(ValueError::OutOfOrder { date, earliest });
        }
        if kept > most {
            return Err(ValueError::KeptRises { date, kept, most });
        }
        let time = valuation.day_count.year_fraction(valuation.as_of, date)?;
        let factor = discount.over(time);
        let broken = most.scaled().saturating_sub(kept.scaled());
        paid.add(not_negative(payment.pays)?, kept.scaled(), factor)?;
        recovered.add(not_negative(payment.recovers)?, broken, factor)?;
        (earliest, most) = (date, kept);
    }
    let paid = paid.settle(valuation.rounding)?;
    let recovered = recovered.settle(valuation.rounding)?;
    let total = paid.checked_add(recovered)?.checked_sub(valuation.cost)?;
    Ok(Value {
        paid,
        recovered,
        cost: valuation.cost,
        total,
    })
}

/// The value of a plan, that of doing nothing, and the difference.
///
/// Doing nothing is valued like a plan: its payments are what comes in by itself, and its recoveries what
/// enforcement brings where that ends.
///
/// # Errors
/// [`ValueError`] of either.
pub fn against_doing_nothing(
    plan: &Valuation<'_>,
    nothing: &Valuation<'_>,
) -> Result<Comparison, ValueError> {
    let (plan, nothing) = (value(plan)?, value(nothing)?);
    Ok(Comparison {
        plan,
        nothing,
        gain: plan.total.checked_sub(nothing.total)?,
    })
}

/// The present value of dated flows of either sign, at an effective yearly rate.
///
/// # Errors
/// [`ValueError::Date`] for a flow before the day of the value; [`ValueError::Amount`] past the range.
pub fn present_value(
    as_of: Date,
    flows: &[DatedFlow],
    rate: Rate,
    day_count: DayCount,
    rounding: Rounding,
) -> Result<Money, ValueError> {
    let discount = Discount::of(rate)?;
    let mut sum = Sum::default();
    for flow in flows {
        let time = day_count.year_fraction(as_of, flow.date)?;
        sum.add(flow.amount, Share::ONE.scaled(), discount.over(time))?;
    }
    Ok(sum.settle(rounding)?)
}

/// Whether the present value at the original rate falls by more than a limit, such as 1 %.
///
/// # Errors
/// [`ValueError::NothingBefore`] when there was no value to lose.
pub fn distress(before: Money, after: Money, limit: Share) -> Result<Distress, ValueError> {
    if !before.is_positive() {
        return Err(ValueError::NothingBefore { before });
    }
    let fall = before.checked_sub(after)?.or_zero_if_negative();
    let wide = |amount: Money| i128::from(amount.minor());
    let allowed = wide(before).checked_mul(i128::from(limit.scaled()));
    let fallen = wide(fall).checked_mul(i128::from(Share::ONE.scaled()));
    let lost = Share::ratio(fall.min(before), before, Rounding::AwayFromZero);
    Ok(Distress {
        before,
        after,
        lost: lost.ok_or(OutOfRange)?,
        distressed: fallen.ok_or(OutOfRange)? > allowed.ok_or(OutOfRange)?,
    })
}

fn not_negative(amount: Money) -> Result<Money, ValueError> {
    if amount.is_negative() {
        Err(ValueError::Negative { amount })
    } else {
        Ok(amount)
    }
}

/// The growth of the smallest length of time that is counted.
struct Discount(Factor);

impl Discount {
    fn of(rate: Rate) -> Result<Self, OutOfRange> {
        let units = YearFraction::DENOMINATOR.unsigned_abs();
        let year = factor_of_rate(Decimal::new(rate.scaled(), 10)).ok_or(OutOfRange)?;
        year.root(units).map(Self).ok_or(OutOfRange)
    }

    /// What a unit after a length of time is worth now, as a fraction; `None` for all of it.
    fn over(&self, time: YearFraction) -> Option<u128> {
        match self.0.power(time.units().unsigned_abs()) {
            Factor::Grows(discount) if !time.units().is_negative() => Some(discount),
            // No rate is below zero, and no payment before the day of its value.
            _ => None,
        }
    }
}

/// Amounts times shares times discounts, in units of a share's step over 2^20 of a minor unit.
#[derive(Default)]
struct Sum(i128);

/// Binary places beyond the steps of a share.
const PLACES: u32 = 20;

impl Sum {
    fn add(&mut self, amount: Money, share: i64, discount: Option<u128>) -> Result<(), OutOfRange> {
        // 57 bits and 34 and 20: it fits.
        let whole = i128::from(amount.minor())
            .checked_mul(i128::from(share))
            .and_then(|product| product.checked_mul(1 << PLACES))
            .ok_or(OutOfRange)?;
        let size = discount.map_or(whole.unsigned_abs(), |discount| {
            high_product(whole.unsigned_abs(), discount)
        });
        let signed = i128::try_from(size).map_err(|_| OutOfRange)?;
        let signed = if whole < 0 {
            signed.wrapping_neg()
        } else {
            signed
        };
        self.0 = self.0.checked_add(signed).ok_or(OutOfRange)?;
        Ok(())
    }

    /// To the nearest millionth of a minor unit, which is coarser than what the products cut off, and then as
    /// the rounding says: 110 in a year at 10 % is 100 under every rounding.
    fn settle(self, rounding: Rounding) -> Result<Money, OutOfRange> {
        const MILLIONTHS: i128 = 1_000_000;
        let unit = i128::from(Share::ONE.scaled())
            .checked_mul(1 << PLACES)
            .and_then(|unit| unit.checked_div(MILLIONTHS))
            .ok_or(OutOfRange)?;
        let millionths = Rounding::HalfUp.divide(self.0, unit).ok_or(OutOfRange)?;
        let minor = rounding.divide(millionths, MILLIONTHS).ok_or(OutOfRange)?;
        i64::try_from(minor)
            .map_err(|_| OutOfRange)
            .and_then(Money::from_minor)
    }
}
