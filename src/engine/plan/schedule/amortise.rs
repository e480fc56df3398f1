//! The rows of a schedule with one rate and one repeated amount.

use super::annuity::level_instalment;
use super::error::{ScheduleError, allowed_count};
use super::periods::Period;
use super::walk::{Debt, Repays, Row, Rule, walk};
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

/// Lays out the rows of a schedule, one for every period.
///
/// No row repays more than the balance nor less than nothing; the last repays all that is left.
/// When a given or rounded instalment clears the debt early, the rows after that are all zero. A
/// fitted instalment below the interest of a long period is raised to that interest.
///
/// Under [`Method::EqualInstalment`] principal and arrears shrink in proportion: the principal left is
/// always the same share of the whole, rounded up. What is owed after a row then depends on nothing but
/// the payments so far, and a larger payment can never leave more. Under the other methods arrears are
/// repaid evenly.
///
/// # Errors
/// [`ScheduleError`] when the principal or the arrears are negative, the count is not 1 to 600, a given
/// instalment does not cover a row's interest, or an amount leaves its range.
pub fn amortise(
    debt: impl Into<Debt>,
    rate: Rate,
    method: Method,
    periods: &[Period],
    instalment: Instalment,
    rounding: Rounding,
) -> Result<Vec<Row>, ScheduleError> {
    let debt = debt.into();
    let count = allowed_count(periods.len())?;
    if debt.principal.is_negative() || debt.arrears.is_negative() {
        return Err(ScheduleError::NegativePrincipal);
    }
    let repays = repeated(debt, rate, method, periods, instalment, rounding)?;
    let mut rule = Plain {
        rate,
        periods: periods.iter(),
        repays,
        rounding,
    };
    walk(
        debt,
        count,
        periods.iter().map(|period| period.due),
        &mut rule,
    )
}

/// One rate and one repeated amount.
struct Plain<'a> {
    rate: Rate,
    periods: std::slice::Iter<'a, Period>,
    repays: Repays,
    rounding: Rounding,
}

impl Rule<ScheduleError> for Plain<'_> {
    fn interest(&mut self, _: u32, left: Debt) -> Result<Money, ScheduleError> {
        let period = self.periods.next().ok_or(ScheduleError::NoPeriods)?;
        Ok(interest_of(
            left.principal,
            self.rate,
            period,
            self.rounding,
        )?)
    }

    fn repays(&mut self, _: u32, _: Debt) -> Result<Repays, ScheduleError> {
        Ok(self.repays)
    }
}

fn repeated(
    debt: Debt,
    rate: Rate,
    method: Method,
    periods: &[Period],
    instalment: Instalment,
    rounding: Rounding,
) -> Result<Repays, ScheduleError> {
    let count = allowed_count(periods.len())?;
    Ok(match (method, instalment) {
        (Method::EqualInstalment, Instalment::Fitted) => Repays::OfPayment {
            payment: level_instalment(debt, rate, periods, rounding)?,
            given: false,
        },
        (Method::EqualInstalment, Instalment::Fixed(payment)) => Repays::OfPayment {
            payment,
            given: true,
        },
        (Method::EqualPrincipal, Instalment::Fitted) => {
            Repays::OfPrincipal(debt.principal.divide_by_count(count, rounding)?)
        }
        (Method::EqualPrincipal, Instalment::Fixed(part)) => Repays::OfPrincipal(part),
        (Method::InterestFirst, _) => Repays::OfPrincipal(Money::ZERO),
    })
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
