//! What a contract says about instalments that come late, beyond its rates.

use crate::engine::calendar::Date;
use crate::engine::money::{Money, Rate, Share};

/// From when penalty interest runs on an instalment that the days of grace did not save.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum PenaltyStart {
    /// From the due date, as if there had been no grace.
    #[default]
    DueDate,
    /// From the last day of grace.
    EndOfGrace,
}

impl PenaltyStart {
    /// Both.
    pub const ALL: [Self; 2] = [Self::DueDate, Self::EndOfGrace];

    /// The name used in files: `due-date`, `end-of-grace`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::DueDate => "due-date",
            Self::EndOfGrace => "end-of-grace",
        }
    }

    /// The start of that [`code`](Self::code).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|start| start.code() == code)
    }
}

/// Days after the due date on which a payment still counts as made in time.
///
/// In these days an instalment bears no penalty, compound interest or late charge; contract interest runs only
/// where the contract has it run beside the penalty, or has no penalty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Grace {
    /// How many days; 0 for none.
    pub days: u32,
    /// From when penalty interest runs if they pass without payment.
    pub penalty_from: PenaltyStart,
}

/// How a charge for an instalment missed is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChargeSize {
    /// The same amount each time.
    Fixed(Money),
    /// A share of the principal and interest of the instalment then unpaid. Late charges and penalty interest
    /// are no part of it.
    ShareOfInstalment(Share),
}

/// A late charge (违约金) taken once for every instalment missed, on the day after its last day of grace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MissedCharge {
    /// How much.
    pub size: ChargeSize,
    /// The most that one may come to.
    pub each_at_most: Option<Money>,
    /// The most that all of them, paid ones included, may come to.
    pub together_at_most: Option<Money>,
}

/// When accrued amounts become whole minor units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Settling {
    /// At every event: each payment, the end of the days of grace, and the as-of date. What is rounded away is
    /// gone.
    #[default]
    EachEvent,
    /// Once: what has accrued since the start is rounded as a whole, so that events between change nothing by
    /// rounding.
    AtTheEnd,
}

impl Settling {
    /// Both.
    pub const ALL: [Self; 2] = [Self::EachEvent, Self::AtTheEnd];

    /// The name used in files: `each-event`, `at-the-end`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::EachEvent => "each-event",
            Self::AtTheEnd => "at-the-end",
        }
    }

    /// The settling of that [`code`](Self::code).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|settling| settling.code() == code)
    }
}

/// The conventions under which a history is worked out again. The default is none of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct LateTerms {
    /// Days after each due date that count as in time.
    pub grace: Grace,
    /// A charge for every instalment missed, beside the one that grows by the day.
    pub missed: Option<MissedCharge>,
    /// The day on which everything not yet due was called in: from then on all principal is overdue, together
    /// with contract interest up to that day.
    pub accelerated_on: Option<Date>,
    /// Yearly ceiling over everything that grows on overdue amounts, interest, penalty interest, compound
    /// interest and late charges together, from each due date on. What it cuts is kept back, and owed only as
    /// far as time makes room for it.
    pub ceiling: Option<Rate>,
    /// Whether the day of a payment, or the as-of date, counts as a day of delay too; as a rule the first day
    /// counts and the last does not.
    pub last_day_counts: bool,
    /// When accrued amounts become whole minor units.
    pub settling: Settling,
}
