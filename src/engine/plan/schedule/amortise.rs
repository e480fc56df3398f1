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

/// What a schedule repays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Debt {
    /// The part that bears interest.
    pub principal: Money,
    /// Arrears carried along that bear none.
    pub arrears: Money,
}

/// Principal alone.
impl From<Money> for Debt {
    fn from(principal: Money) -> Self {
        Self {
            principal,
            arrears: Money::ZERO,
        }
    }
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
    /// The part of the payment that is arrears.
    pub arrears: Money,
    /// Principal left after the payment.
    pub closing: Money,
}

impl Row {
    /// The payment: interest, principal and arrears together.
    ///
    /// # Errors
    /// [`OutOfRange`] never for a row that [`amortise`] made.
    pub fn payment(&self) -> Result<Money, OutOfRange> {
        self.interest
            .checked_add(self.principal)?
            .checked_add(self.arrears)
    }
}

/// What a row repays, before the balance caps it.
#[derive(Debug, Clone, Copy)]
pub(super) enum Repays {
    /// What the payment leaves after interest; a given payment must at least cover that.
    OfPayment { payment: Money, given: bool },
    /// This much principal, whatever the interest.
    OfPrincipal(Money),
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

/// What decides the rows that [`walk`] makes: it is asked for every row in turn, counted from 1.
pub(super) trait Rule<E> {
    /// The interest that the row pays.
    fn interest(&mut self, row: u32, left: Debt) -> Result<Money, E>;

    /// What the row repays. The last row repays what is left and is not asked.
    fn repays(&mut self, row: u32, left: Debt) -> Result<Repays, E>;
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

/// The rows of a debt as a rule decides them.
pub(super) fn walk<E: From<ScheduleError> + From<OutOfRange>>(
    debt: Debt,
    count: u32,
    dues: impl Iterator<Item = Date>,
    rule: &mut impl Rule<E>,
) -> Result<Vec<Row>, E> {
    let mut rows = Vec::with_capacity(usize::try_from(count).unwrap_or_default());
    let mut left = debt;
    for (number, due) in (1..=count).zip(dues) {
        let interest = rule.interest(number, left)?;
        let next = if number == count {
            Debt::from(Money::ZERO)
        } else {
            match rule.repays(number, left)? {
                Repays::OfPayment {
                    payment,
                    given: true,
                } if payment < interest && !left.principal.is_zero() => {
                    return Err(E::from(ScheduleError::InstalmentBelowInterest {
                        row: number,
                        interest,
                    }));
                }
                Repays::OfPayment { payment, .. } => {
                    let whole = left.principal.checked_add(left.arrears)?;
                    let repaid = payment
                        .checked_sub(interest)?
                        .or_zero_if_negative()
                        .min(whole);
                    in_proportion(debt, whole.checked_sub(repaid)?)?
                }
                Repays::OfPrincipal(part) => Debt {
                    principal: left
                        .principal
                        .checked_sub(part.or_zero_if_negative().min(left.principal))?,
                    arrears: part_of(debt.arrears, count.saturating_sub(number), count)?,
                },
            }
        };
        let row = Row {
            due,
            interest,
            principal: left.principal.checked_sub(next.principal)?,
            arrears: left.arrears.checked_sub(next.arrears)?,
            closing: next.principal,
        };
        // The payment itself must be an amount.
        row.payment()?;
        rows.push(row);
        left = next;
    }
    Ok(rows)
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

/// What is left, split as the debt was at the start; principal is rounded up.
fn in_proportion(debt: Debt, whole: Money) -> Result<Debt, OutOfRange> {
    if debt.arrears.is_zero() {
        return Ok(Debt {
            principal: whole,
            arrears: Money::ZERO,
        });
    }
    let start = debt.principal.checked_add(debt.arrears)?;
    let product = i128::from(debt.principal.minor()).checked_mul(i128::from(whole.minor()));
    let principal = product
        .and_then(|product| Rounding::AwayFromZero.divide(product, i128::from(start.minor())))
        .and_then(|minor| i64::try_from(minor).ok())
        .ok_or(OutOfRange)
        .and_then(Money::from_minor)?;
    Ok(Debt {
        principal,
        arrears: whole.checked_sub(principal)?,
    })
}

/// `parts` parts of `whole` out of `all`, rounded down.
fn part_of(whole: Money, parts: u32, all: u32) -> Result<Money, OutOfRange> {
    if whole.is_zero() {
        return Ok(whole);
    }
    i128::from(whole.minor())
        .checked_mul(i128::from(parts))
        .and_then(|product| Rounding::TowardZero.divide(product, i128::from(all)))
        .and_then(|minor| i64::try_from(minor).ok())
        .ok_or(OutOfRange)
        .and_then(Money::from_minor)
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
