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
