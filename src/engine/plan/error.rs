//! Why a proposal cannot be laid out.

use crate::engine::calendar::{Date, DateOutOfRange};
use crate::engine::claim::Component;
use crate::engine::money::{Money, OutOfRange};

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
    /// A balloon is below zero or above the principal.
    BalloonAbovePrincipal {
        /// The principal.
        principal: Money,
        /// The balloon.
        balloon: Money,
    },
    /// A factor from payment to payment that is not above zero, or has more than ten decimals or is above a hundred.
    StepOutOfRange,
    /// Rows on one step, or rows of a smaller payment, outside what they may be.
    RowsOutOfRange {
        /// The fewest.
        least: u32,
        /// The most.
        most: u32,
    },
    /// A stepped payment, or a smaller one, does not cover the interest of its row.
    RowBelowInterest {
        /// The row, counted from 1.
        row: u32,
        /// Its interest.
        interest: Money,
    },
    /// The smaller payments alone settle the debt before the count is reached.
    SettledEarly {
        /// The count asked for.
        count: u32,
        /// The payments after which everything is paid.
        rows: u32,
    },
    /// As many payments are given as there are rows, or there is no plan.
    PaymentsForRows {
        /// How many are given.
        payments: u32,
        /// How many rows there are.
        rows: u32,
    },
    /// A given payment is not above zero.
    PaymentNotPositive {
        /// The payment, counted from 1.
        number: u32,
    },
    /// Given payments do not settle the debt: the first that pays more than is owed, or the last that leaves some.
    PaymentsDoNotAddUp {
        /// The payment, counted from 1.
        number: u32,
        /// What is given for it less what is owed by then: above zero for too much, below for too little, zero where
        /// nothing is left for it.
        difference: Money,
    },
    /// The first given payment does not cover the arrears that are paid with it.
    FirstBelowArrears {
        /// The payment.
        payment: Money,
        /// The arrears.
        arrears: Money,
    },
    /// A day of payment that is not after the one before it, or a first one that is not the first due date.
    DaysOutOfOrder {
        /// The day before, or the first due date.
        before: Date,
        /// The day at fault.
        date: Date,
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
