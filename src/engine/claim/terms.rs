//! What the contract says about amounts that are not paid on time.

use rust_decimal::Decimal;

use super::Waterfall;
use crate::engine::calendar::{Date, DayCount};
use crate::engine::money::{Money, Rate, RateError, Rounding};

/// How the penalty rate is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PenaltyRate {
    /// A multiple of the contract rate, such as 1.5 (银发〔2003〕251号 sets 1.30 to 1.50 for bank loans).
    Multiple(Decimal),
    /// A yearly rate of its own.
    Own(Rate),
}

/// What bears penalty interest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PenaltyBase {
    /// Only the principal of instalments past their due date.
    OverduePrincipal,
    /// The whole outstanding principal: the contract has been accelerated.
    WholePrincipal,
    /// The principal of instalments past their due date and the interest unpaid: what an instalment that was
    /// missed came to. Compound interest is then not charged a second time on that interest.
    OverdueInstalment,
}

impl PenaltyBase {
    /// Every base.
    pub const ALL: [Self; 3] = [
        Self::OverduePrincipal,
        Self::WholePrincipal,
        Self::OverdueInstalment,
    ];

    /// The name used in files: `overdue-principal`, `whole-principal`, `overdue-instalment`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::OverduePrincipal => "overdue-principal",
            Self::WholePrincipal => "whole-principal",
            Self::OverdueInstalment => "overdue-instalment",
        }
    }

    /// The base of that [`code`](Self::code).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|base| base.code() == code)
    }
}

/// Penalty interest (罚息) on overdue principal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Penalty {
    /// Its rate.
    pub rate: PenaltyRate,
    /// The principal that bears it.
    pub base: PenaltyBase,
    /// Whether unpaid interest bears interest at the penalty rate too (复利).
    pub compound: bool,
    /// Whether contract interest runs on beside it; otherwise the penalty rate takes its place.
    pub beside_interest: bool,
}

/// A late charge (违约金) that grows by the day on overdue principal; never on late charges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LateCharge {
    /// Yearly rate on overdue principal.
    pub rate: Rate,
    /// The most that all late charges together may come to.
    pub cap: Option<Money>,
}

/// The contract's terms that decide what is owed after the due date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    /// Day on which the contract was made; statutory ceilings depend on it.
    pub signed_on: Date,
    /// Principal when the contract was made.
    pub original_principal: Money,
    /// Contract rate a year.
    pub interest_rate: Rate,
    /// Penalty interest, if the contract has it.
    pub penalty: Option<Penalty>,
    /// Late charge that grows by the day, if the contract has it.
    pub late_charge: Option<LateCharge>,
    /// Yearly ceiling over interest, penalty interest, compound interest and late charges together that
    /// holds for everything accruing after the as-of date. Comes from the statutory layer.
    pub ceiling: Option<Rate>,
    /// How days become parts of a year.
    pub day_count: DayCount,
    /// How accrued amounts become whole minor units.
    pub rounding: Rounding,
    /// The order in which payments settle components.
    pub waterfall: Waterfall,
}

impl Terms {
    /// The yearly penalty rate, if the contract has penalty interest.
    ///
    /// # Errors
    /// [`RateError`] if the multiple of the contract rate is not a rate.
    pub fn penalty_rate(&self) -> Result<Option<Rate>, RateError> {
        match self.penalty {
            None => Ok(None),
            Some(Penalty {
                rate: PenaltyRate::Own(rate),
                ..
            }) => Ok(Some(rate)),
            Some(Penalty {
                rate: PenaltyRate::Multiple(multiple),
                ..
            }) => self.interest_rate.times(multiple).map(Some),
        }
    }
}
