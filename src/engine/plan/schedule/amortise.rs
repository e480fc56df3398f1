//! The rows of a schedule.

use super::annuity::level_instalment;
use super::error::{ScheduleError, allowed_count};
use super::periods::Period;
use crate::engine::calendar::Date;
use crate::engine::money::{Accrued, Money, OutOfRange, Rate, Rounding};

/// How a debt is repaid over its periods.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Method {
    /// The same payment each time, interest and principal together (等额本息).
    EqualInstalment,
    /// The same principal each time, and the interest of what is left (等额本金).
    EqualPrincipal,
    /// Interest only, and the whole principal with the last payment (先息后本).
    InterestFirst,
}

impl Method {
    /// Every method, in the order they are offered.
    pub const ALL: [Self; 3] = [
        Self::EqualInstalment,
        Self::EqualPrincipal,
        Self::InterestFirst,
    ];

    /// Their names in files and links, in the same order.
    pub const CODES: &'static [&'static str] = &[
        Self::EqualInstalment.code(),
        Self::EqualPrincipal.code(),
        Self::InterestFirst.code(),
    ];

    /// The name used in files and links.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::EqualInstalment => "equal-instalment",
            Self::EqualPrincipal => "equal-principal",
            Self::InterestFirst => "interest-first",
        }
    }

    /// The method of a name used in files and links.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.code() == code)
    }
}

/// Where the repeated amount comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Instalment {
    /// Worked out from the principal, the rate and the periods, and rounded.
    Fitted,
    /// Given. Under [`Method::EqualInstalment`] the payment of every row, under
    /// [`Method::EqualPrincipal`] its principal; [`Method::InterestFirst`] has no use for it.
    Fixed(Money),
}

/// One row of a schedule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// When the payment falls due.
    pub due: Date,
    /// The part of the payment that is interest.
    pub interest: Money,
    /// The part of the payment that is principal.
    pub principal: Money,
    /// Principal left after the payment.
    pub closing: Money,
}

impl Row {
    /// The payment: interest and principal together.
    ///
    /// # Errors
    /// [`OutOfRange`] never for a row that [`amortise`] made.
    pub fn payment(&self) -> Result<Money, OutOfRange> {
        self.interest.checked_add(self.principal)
    }
}

/// What a row repays, before the balance caps it.
enum Repays {
    /// What the payment leaves after interest; a given payment must at least cover that.
    OfPayment { payment: Money, given: bool },
    /// This much, whatever the interest.
    OfPrincipal(Money),
}

/// Lays out the rows of a schedule, one for every period.
///
/// No row repays more than the balance nor less than nothing; the last repays all that is left.
/// When a given or rounded instalment clears the debt early, the rows after that are all zero. A
/// fitted instalment below the interest of a long period is raised to that interest.
///
/// # Errors
/// [`ScheduleError`] when the principal is negative, the count is not 1 to 600, a given instalment
/// does not cover a row's interest, or an amount leaves its range.
pub fn amortise(
    principal: Money,
    rate: Rate,
    method: Method,
    periods: &[Period],
    instalment: Instalment,
    rounding: Rounding,
) -> Result<Vec<Row>, ScheduleError> {
    let count = allowed_count(periods.len())?;
    if principal.is_negative() {
        return Err(ScheduleError::NegativePrincipal);
    }
    let repays = match (method, instalment) {
        (Method::EqualInstalment, Instalment::Fitted) => Repays::OfPayment {
            payment: level_instalment(principal, rate, periods, rounding)?,
            given: false,
        },
        (Method::EqualInstalment, Instalment::Fixed(payment)) => Repays::OfPayment {
            payment,
            given: true,
        },
        (Method::EqualPrincipal, Instalment::Fitted) => {
            Repays::OfPrincipal(principal.divide_by_count(count, rounding)?)
        }
        (Method::EqualPrincipal, Instalment::Fixed(part)) => Repays::OfPrincipal(part),
        (Method::InterestFirst, _) => Repays::OfPrincipal(Money::ZERO),
    };
    let mut rows = Vec::with_capacity(periods.len());
    let mut balance = principal;
    for (number, period) in (1..=count).zip(periods) {
        let interest = interest_of(balance, rate, period, rounding)?;
        let repaid = if number == count || balance.is_zero() {
            balance
        } else {
            let wanted = match repays {
                Repays::OfPayment {
                    payment,
                    given: true,
                } if payment < interest => {
                    return Err(ScheduleError::InstalmentBelowInterest {
                        row: number,
                        interest,
                    });
                }
                Repays::OfPayment { payment, .. } => payment.checked_sub(interest)?,
                Repays::OfPrincipal(part) => part,
            };
            wanted.or_zero_if_negative().min(balance)
        };
        // The payment itself must be an amount.
        interest.checked_add(repaid)?;
        balance = balance.checked_sub(repaid)?;
        rows.push(Row {
            due: period.due,
            interest,
            principal: repaid,
            closing: balance,
        });
    }
    Ok(rows)
}

fn interest_of(
    balance: Money,
    rate: Rate,
    period: &Period,
    rounding: Rounding,
) -> Result<Money, OutOfRange> {
    if balance.is_zero() || rate.is_zero() {
        return Ok(Money::ZERO);
    }
    let interest = Accrued::of(balance, rate, period.fraction)?.settle(rounding)?;
    // A period of negative length would pay the debtor.
    if interest.is_negative() {
        Err(OutOfRange)
    } else {
        Ok(interest)
    }
}
