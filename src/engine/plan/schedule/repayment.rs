//! The ways to repay a balance.

use rust_decimal::Decimal;

use super::amortise::Method;
use crate::engine::money::Money;

/// How a balance is repaid over the rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Repayment {
    /// The same payment each time, interest and principal together (等额本息).
    EqualInstalment,
    /// The same principal each time, and the interest of what is left (等额本金).
    EqualPrincipal,
    /// Interest only, and the whole principal with the last payment (先息后本).
    InterestFirst,
    /// The same payment each time, and this much more with the last (尾款).
    Balloon(Money),
    /// Payments that rise or fall by steps (递增, 递减). None may be below its row's interest.
    Stepped {
        /// From one step to the next.
        step: Step,
        /// Rows on the same step; at least one.
        every: u32,
    },
    /// Interest on the whole principal in every period until the end (等本等费): a fee `f` a period is
    /// the rate `f` times the periods in a year.
    Flat(FlatPrincipal),
    /// Everything with the last row: the principal, and the simple interest of all periods.
    OneOff,
    /// The same principal each time; its interest accrues on what is left and is all paid with the last payment.
    InterestLast,
    /// A smaller payment in the first rows, and equal instalments of what is left after them.
    MinimumFirst {
        /// The payment of the first rows; it must cover their interest.
        minimum: Money,
        /// How many rows there are of it: fewer than there are rows.
        rows: u32,
    },
    /// Payments as given, one for each row after a down payment. Interest that a payment does not cover is
    /// carried, bears none itself, and is the first thing that later payments pay.
    Custom {
        /// The payments in the order of the rows.
        payments: Vec<Money>,
        /// Whether the last payment is what is left, whatever was given for it.
        last_takes_rest: bool,
    },
}

impl Repayment {
    /// The names of all ways to repay, in the order they are described above.
    pub const CODES: &'static [&'static str] = &[
        "equal-instalment",
        "equal-principal",
        "interest-first",
        "balloon",
        "stepped",
        "flat",
        "one-off",
        "interest-last",
        "minimum-first",
        "custom",
    ];

    /// The name used in documents.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::EqualInstalment => "equal-instalment",
            Self::EqualPrincipal => "equal-principal",
            Self::InterestFirst => "interest-first",
            Self::Balloon(_) => "balloon",
            Self::Stepped { .. } => "stepped",
            Self::Flat(_) => "flat",
            Self::OneOff => "one-off",
            Self::InterestLast => "interest-last",
            Self::MinimumFirst { .. } => "minimum-first",
            Self::Custom { .. } => "custom",
        }
    }
}

impl From<Method> for Repayment {
    fn from(method: Method) -> Self {
        match method {
            Method::EqualInstalment => Self::EqualInstalment,
            Method::EqualPrincipal => Self::EqualPrincipal,
            Method::InterestFirst => Self::InterestFirst,
        }
    }
}

/// From one stepped payment to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The payment of the row before times a positive number: 1.05 is 5 % more. Rounded anew in each row.
    Times(Decimal),
    /// So much more than the row before, or less when negative.
    Plus(Money),
}

/// How a flat fee's rows share out the principal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FlatPrincipal {
    /// Equal parts of the principal, and each row's interest on top.
    EqualParts,
    /// Equal payments of principal and all interest together; a row's principal is what its interest leaves.
    LevelInstalment,
}

impl FlatPrincipal {
    /// Every one, in the order they are offered.
    pub const ALL: [Self; 2] = [Self::EqualParts, Self::LevelInstalment];

    /// Their names in documents, in the same order.
    pub const CODES: &'static [&'static str] =
        &[Self::EqualParts.code(), Self::LevelInstalment.code()];

    /// The name used in documents.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::EqualParts => "equal-parts",
            Self::LevelInstalment => "level-instalment",
        }
    }

    /// The one of a name used in documents.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|principal| principal.code() == code)
    }
}
