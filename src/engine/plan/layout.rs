//! A claim and a proposal laid out in time.

use super::schedule::{self, Instalment, ScheduleError};
use super::{
    Carry, DeferralInterest, InterestBasis, Method, Period, Proposal, Settlement, Size, waived,
};
use crate::engine::calendar::{Date, DateOutOfRange, DayCount, Frequency};
use crate::engine::claim::{Claim, Component, Components, Order, allocate};
use crate::engine::money::{Accrued, Money, OutOfRange, Rounding};

/// Why a proposal cannot be laid out. Each names the term at fault and the bound it misses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanError {
    /// A waiver is larger than the component it is taken from.
    WaiverAboveComponent {
        /// The component.
        component: Component,
        /// What is owed of it.
        owed: Money,
        /// The waiver.
        waiver: Money,
    },
    /// A discount is larger than what the waivers leave.
    DiscountAboveTotal {
        /// What the waivers leave.
        owed: Money,
        /// The discount.
        discount: Money,
    },
    /// A down payment is below zero or above what the concessions leave.
    DownPaymentAboveBalance {
        /// What the concessions leave.
        owed: Money,
        /// The down payment.
        down_payment: Money,
    },
    /// The first due date is before the as-of date.
    FirstDueBeforeAsOf {
        /// The as-of date.
        as_of: Date,
        /// The first due date.
        first_due: Date,
    },
    /// The instalment does not reduce the debt: it must be above `least`, what falls due in a period
    /// before any principal.
    PaymentTooSmall {
        /// The instalment.
        payment: Money,
        /// An amount that would still not reduce the debt.
        least: Money,
    },
    /// No instalments, or more than the engine lays out.
    CountOutOfRange {
        /// The most that are laid out.
        most: u32,
    },
    /// A given amount, or rounding to whole units, needs equal instalments.
    NeedsEqualInstalments,
    /// The multiple to round up to is not above zero.
    MultipleNotPositive,
    /// Rounded up to the multiple, the instalments would settle the debt before their count is reached.
    MultipleShortensPlan {
        /// The count asked for.
        count: u32,
        /// The instalments after which everything is paid.
        rows: u32,
    },
    /// An amount left the supported range.
    Amount(OutOfRange),
    /// A date left the supported years.
    Date(DateOutOfRange),
    /// The claim's own growth could not be worked out.
    Accrual,
}

impl From<OutOfRange> for PlanError {
    fn from(error: OutOfRange) -> Self {
        Self::Amount(error)
    }
}

impl From<DateOutOfRange> for PlanError {
    fn from(error: DateOutOfRange) -> Self {
        Self::Date(error)
    }
}

/// What a row of a plan is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// A payment on the as-of date.
    DownPayment,
    /// Interest of the time before the instalments start; nothing is paid.
    Deferral,
    /// An instalment.
    Instalment,
    /// The rest in one sum.
    LumpSum,
}

/// One line of a plan: what accrued since the line before, what is paid, and what is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlanRow {
    /// What it is.
    pub kind: RowKind,
    /// The day on which it falls.
    pub date: Date,
    /// Interest for the time since the line before, at the plan's rate.
    pub interest: Money,
    /// The payment by component; all zero where nothing is paid.
    pub paid: Components,
    /// What is left to pay afterwards, by component.
    pub closing: Components,
}

/// A proposal laid out: every figure that a person sees comes from here.
///
/// For the whole plan: `opening + sum of interest = waived + sum of paid`, in total; and every component of the
/// last closing is zero.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// What is owed on the as-of date.
    pub opening: Components,
    /// What is given up on completion.
    pub waived: Components,
    /// What was moved from each component to principal before the schedule, deferral interest included.
    pub capitalised: Components,
    /// The lines in order of date.
    pub rows: Vec<PlanRow>,
}

/// Lays out a proposal for a claim, in the order that never changes: what the claim recognises, then
/// concessions, then the down payment, then capitalisation, then the schedule.
///
/// The down payment settles components in the contract's order of allocation. Every instalment pays, besides
/// its principal and interest, an equal share of the arrears carried; the last one pays what is left.
///
/// # Errors
/// [`PlanError`], naming the term that does not fit.
pub fn lay_out(claim: &Claim, proposal: &Proposal) -> Result<Plan, PlanError> {
    let opening = *claim.components();
    if proposal.first_due < claim.as_of {
        return Err(PlanError::FirstDueBeforeAsOf {
            as_of: claim.as_of,
            first_due: proposal.first_due,
        });
    }
    let given_up = waived(&opening, &proposal.concessions, proposal.rounding)?;
    let mut left = opening.checked_sub(&given_up)?;
    let mut rows = Vec::new();
    pay_down(claim, proposal, &mut left, &mut rows)?;

    let mut capitalised = Components::ZERO;
    for (component, carry) in proposal.carry.iter() {
        if component != Component::Principal && carry == Carry::Capitalised {
            let amount = left.get(component);
            capitalised.set(component, amount);
            left.set(component, Money::ZERO);
            left.add_to(Component::Principal, amount)?;
        }
    }
    match proposal.settlement {
        Settlement::LumpSum => lump_sum(claim, proposal, &mut left, &mut rows)?,
        Settlement::Instalments {
            method,
            frequency,
            size,
            multiple,
        } => {
            let start = defer(
                claim,
                proposal,
                frequency,
                &mut left,
                &mut capitalised,
                &mut rows,
            )?;
            let terms = InstalmentTerms {
                start,
                method,
                frequency,
                size,
                multiple,
            };
            instalments(proposal, &terms, left, &mut rows)?;
        }
    }
    Ok(Plan {
        opening,
        waived: given_up,
        capitalised,
        rows,
    })
}

fn pay_down(
    claim: &Claim,
    proposal: &Proposal,
    left: &mut Components,
    rows: &mut Vec<PlanRow>,
) -> Result<(), PlanError> {
    let owed = left.total()?;
    if proposal.down_payment.is_negative() || proposal.down_payment > owed {
        let down_payment = proposal.down_payment;
        return Err(PlanError::DownPaymentAboveBalance { owed, down_payment });
    }
    if proposal.down_payment.is_zero() {
        return Ok(());
    }
    let order = claim
        .terms
        .waterfall
        .order_at(claim.days_past_due(claim.as_of));
    let paid = allocate(proposal.down_payment, left, order)?.paid;
    *left = left.checked_sub(&paid)?;
    let kind = RowKind::DownPayment;
    let interest = Money::ZERO;
    rows.push(PlanRow {
        kind,
        date: claim.as_of,
        interest,
        paid,
        closing: *left,
    });
    Ok(())
}

/// Interest at the plan's rate for a stretch of time that is not one of the schedule's periods.
fn interest_between(
    proposal: &Proposal,
    principal: Money,
    from: Date,
    to: Date,
) -> Result<Money, PlanError> {
    let day_count = match proposal.basis {
        InterestBasis::Periodic => DayCount::WholeMonth,
        InterestBasis::Daily(day_count) => day_count,
    };
    let time = day_count
        .year_fraction(from, to)
        .map_err(|_| PlanError::Accrual)?;
    Ok(Accrued::of(principal, proposal.rate, time)?.settle(proposal.rounding)?)
}

fn lump_sum(
    claim: &Claim,
    proposal: &Proposal,
    left: &mut Components,
    rows: &mut Vec<PlanRow>,
) -> Result<(), PlanError> {
    let interest = match proposal.deferral {
        DeferralInterest::Frozen => Money::ZERO,
        DeferralInterest::Accrues | DeferralInterest::Capitalised => {
            interest_between(proposal, left.principal, claim.as_of, proposal.first_due)?
        }
    };
    left.add_to(Component::Interest, interest)?;
    let row = PlanRow {
        kind: RowKind::LumpSum,
        date: proposal.first_due,
        interest,
        paid: *left,
        closing: Components::ZERO,
    };
    rows.push(row);
    Ok(())
}

/// Works out the interest until the instalments start, and returns the day from which they run.
fn defer(
    claim: &Claim,
    proposal: &Proposal,
    frequency: Frequency,
    left: &mut Components,
    capitalised: &mut Components,
    rows: &mut Vec<PlanRow>,
) -> Result<Date, PlanError> {
    let start = frequency.step_back(proposal.first_due)?;
    if start <= claim.as_of {
        return Ok(claim.as_of);
    }
    let interest = match proposal.deferral {
        DeferralInterest::Frozen => return Ok(start),
        DeferralInterest::Accrues | DeferralInterest::Capitalised => {
            interest_between(proposal, left.principal, claim.as_of, start)?
        }
    };
    if interest.is_zero() {
        return Ok(start);
    }
    if proposal.deferral == DeferralInterest::Capitalised {
        left.add_to(Component::Principal, interest)?;
        capitalised.add_to(Component::Interest, interest)?;
    } else {
        left.add_to(Component::Interest, interest)?;
    }
    let (kind, paid) = (RowKind::Deferral, Components::ZERO);
    rows.push(PlanRow {
        kind,
        date: start,
        interest,
        paid,
        closing: *left,
    });
    Ok(start)
}

struct InstalmentTerms {
    start: Date,
    method: Method,
    frequency: Frequency,
    size: Size,
    multiple: Option<Money>,
}

/// Arrears other than principal, and how much of each every instalment carries.
struct Carried {
    first: Components,
    each: Components,
}

impl Carried {
    fn over(count: u32, proposal: &Proposal, left: &Components) -> Result<Self, PlanError> {
        let (mut first, mut each) = (Components::ZERO, Components::ZERO);
        for (component, amount) in left.iter() {
            if component == Component::Principal {
                continue;
            }
            match proposal.carry.get(component) {
                Carry::First => first.set(component, amount),
                Carry::Spread | Carry::Capitalised => {
                    // Rounded down, so that the shares never exceed the amount; the last takes the rest.
                    each.set(
                        component,
                        amount.divide_by_count(count, Rounding::TowardZero)?,
                    );
                }
            }
        }
        Ok(Self { first, each })
    }
}

fn instalments(
    proposal: &Proposal,
    terms: &InstalmentTerms,
    left: Components,
    rows: &mut Vec<PlanRow>,
) -> Result<(), PlanError> {
    let (count, fixed) = match terms.size {
        Size::Count(count) => (count, None),
        Size::Payment(payment) => {
            if terms.method != Method::EqualInstalment || terms.multiple.is_some() {
                return Err(PlanError::NeedsEqualInstalments);
            }
            (
                smallest_count(proposal, terms, &left, payment)?,
                Some(payment),
            )
        }
    };
    let periods = periods(proposal, terms, count)?;
    let carried = Carried::over(count, proposal, &left)?;
    let each = carried.each.total()?;
    let payment = match (fixed, terms.multiple) {
        (Some(payment), _) => Some(payment),
        (None, None) => None,
        (None, Some(multiple)) => {
            if terms.method != Method::EqualInstalment {
                return Err(PlanError::NeedsEqualInstalments);
            }
            if !multiple.is_positive() {
                return Err(PlanError::MultipleNotPositive);
            }
            let fitted = level(proposal, left.principal, &periods)?.checked_add(each)?;
            Some(fitted.round_to_multiple(multiple, Rounding::AwayFromZero)?)
        }
    };
    let instalment = match payment {
        None => Instalment::Fitted,
        Some(payment) => Instalment::Fixed(payment.checked_sub(each)?),
    };
    let bare = schedule::amortise(
        left.principal,
        proposal.rate,
        terms.method,
        &periods,
        instalment,
        proposal.rounding,
    )
    .map_err(|error| from_schedule(error, payment, each))?;
    let before = rows.len();
    decorate(&bare, &carried, payment, left, rows)?;
    let laid_out = u32::try_from(rows.len().saturating_sub(before)).unwrap_or(u32::MAX);
    if terms.multiple.is_some() && laid_out < count {
        return Err(PlanError::MultipleShortensPlan {
            count,
            rows: laid_out,
        });
    }
    Ok(())
}

/// Joins the bare rows of principal and interest with the arrears each carries.
fn decorate(
    bare: &[schedule::Row],
    carried: &Carried,
    payment: Option<Money>,
    mut left: Components,
    rows: &mut Vec<PlanRow>,
) -> Result<(), PlanError> {
    let last = bare.len();
    for (row, number) in bare.iter().zip(1_usize..) {
        left.add_to(Component::Interest, row.interest)?;
        let whole = left.total()?;
        let settles_all = number == last || payment.is_some_and(|payment| whole <= payment);
        let paid = if settles_all {
            left
        } else {
            let mut paid = carried.each;
            if number == 1 {
                paid = paid.checked_add(&carried.first)?;
            }
            paid.add_to(Component::Principal, row.principal)?;
            paid.add_to(Component::Interest, row.interest)?;
            top_up(&mut paid, &left, payment)?;
            paid
        };
        left = left.checked_sub(&paid)?;
        rows.push(PlanRow {
            kind: RowKind::Instalment,
            date: row.due,
            interest: row.interest,
            paid,
            closing: left,
        });
        if settles_all && payment.is_some() {
            break;
        }
    }
    Ok(())
}

/// Brings a row up to the payment that was asked for where principal ran out before the arrears did.
fn top_up(
    paid: &mut Components,
    left: &Components,
    payment: Option<Money>,
) -> Result<(), OutOfRange> {
    let Some(payment) = payment else {
        return Ok(());
    };
    let missing = payment.checked_sub(paid.total()?)?.max(Money::ZERO);
    let rest = left.checked_sub(paid)?;
    let more = allocate(missing, &rest, Order::CIVIL_CODE_561)?.paid;
    *paid = paid.checked_add(&more)?;
    Ok(())
}

fn periods(
    proposal: &Proposal,
    terms: &InstalmentTerms,
    count: u32,
) -> Result<Vec<Period>, PlanError> {
    let first = proposal.first_due;
    schedule::periods(terms.start, first, terms.frequency, count, proposal.basis)
        .map_err(|error| from_schedule(error, None, Money::ZERO))
}

fn level(proposal: &Proposal, principal: Money, periods: &[Period]) -> Result<Money, PlanError> {
    schedule::level_instalment(principal, proposal.rate, periods, proposal.rounding)
        .map_err(|error| from_schedule(error, None, Money::ZERO))
}

/// The smallest count whose fitted instalment is at most `payment`.
fn smallest_count(
    proposal: &Proposal,
    terms: &InstalmentTerms,
    left: &Components,
    payment: Money,
) -> Result<u32, PlanError> {
    let all = periods(proposal, terms, schedule::MOST_ROWS)?;
    let fits = |count: u32| -> Result<bool, PlanError> {
        let some = all
            .get(..usize::try_from(count).unwrap_or(usize::MAX))
            .unwrap_or(&all);
        let each = Carried::over(count, proposal, left)?.each.total()?;
        Ok(level(proposal, left.principal, some)?.checked_add(each)? <= payment)
    };
    if !fits(schedule::MOST_ROWS)? {
        let least = level(proposal, left.principal, &all)?.checked_add(
            Carried::over(schedule::MOST_ROWS, proposal, left)?
                .each
                .total()?,
        )?;
        return Err(PlanError::PaymentTooSmall { payment, least });
    }
    let (mut below, mut enough) = (0, schedule::MOST_ROWS);
    while enough.abs_diff(below) > 1 {
        let middle = below.midpoint(enough);
        if fits(middle)? {
            enough = middle;
        } else {
            below = middle;
        }
    }
    Ok(enough)
}

fn from_schedule(error: ScheduleError, payment: Option<Money>, carried: Money) -> PlanError {
    match error {
        ScheduleError::NoPeriods | ScheduleError::TooManyPeriods { .. } => {
            PlanError::CountOutOfRange {
                most: schedule::MOST_ROWS,
            }
        }
        ScheduleError::InstalmentBelowInterest { interest, .. } => PlanError::PaymentTooSmall {
            payment: payment.unwrap_or(interest),
            least: interest.checked_add(carried).unwrap_or(interest),
        },
        ScheduleError::Amount(error) => PlanError::Amount(error),
        ScheduleError::Date(error) => PlanError::Date(error),
        ScheduleError::FirstDueBeforeStart | ScheduleError::NegativePrincipal => PlanError::Accrual,
    }
}
