//! The terms that a schedule is laid out from: what a contract, or a JSON document, says.

use super::periods::InterestBasis;
use super::repayment::Repayment;
use crate::engine::calendar::{Date, Frequency};
use crate::engine::money::{Money, Rate, Rounding, Share};

/// Everything that decides a schedule of one balance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms {
    /// What is repaid, the down payment included.
    pub principal: Money,
    /// The yearly rate from the start until the first of [`Terms::rate_changes`].
    pub annual_rate: Rate,
    /// How it is repaid.
    pub repayment: Repayment,
    /// When payments fall due.
    pub timetable: Timetable,
    /// How periods count for interest.
    pub basis: InterestBasis,
    /// How periods count when the instalment is worked out, where that is not [`Terms::basis`]: an instalment of
    /// equal months over rows whose interest runs by the day.
    pub instalment_basis: Option<InterestBasis>,
    /// A first payment on the start date, all principal. It is row 1 and one of the timetable's rows.
    pub down_payment: Option<DownPayment>,
    /// What the first rows are spared; they are counted without the down payment.
    pub grace: Grace,
    /// Stretches of days that bear no interest.
    pub pauses: Vec<Pause>,
    /// Changes of the rate, the earliest first.
    pub rate_changes: Vec<RateChange>,
    /// The repeated amount, where it is given and not to be worked out: the payment, or the first of stepped ones,
    /// or the principal of each row under [`Repayment::EqualPrincipal`] and [`Repayment::InterestLast`].
    pub instalment: Option<Money>,
    /// Whole units that a fitted payment is rounded to. A flat fee repaid in equal parts has no such payment, and
    /// there it is without effect.
    pub multiple: Option<Multiple>,
    /// How interest, a fitted instalment and a down payment in percent become minor units.
    pub rounding: Rounding,
    /// What becomes of the remainder that rounding leaves.
    pub last_instalment: LastInstalment,
    /// Whether balances are carried rounded.
    pub balances: Balances,
}

/// When payments fall due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Timetable {
    /// Step by step from the start, or from a first due date.
    Regular {
        /// The day interest begins and a down payment is made.
        start: Date,
        /// The first due date after a down payment; `None` for one whole period after the start.
        first_due: Option<Date>,
        /// The step.
        frequency: Frequency,
        /// Rows in all, a down payment included: 1 to 600.
        count: u32,
    },
    /// Dates as given.
    Given {
        /// The day interest begins and a down payment is made.
        start: Date,
        /// Every due date, the start itself excepted, each after the one before.
        due_dates: Vec<Date>,
        /// The regular period under [`InterestBasis::Periodic`]: each period is as many of these as fit back from its
        /// due date, and the days left over.
        frequency: Frequency,
    },
}

impl Timetable {
    /// The day interest begins.
    #[must_use]
    pub const fn start(&self) -> Date {
        match self {
            Self::Regular { start, .. } | Self::Given { start, .. } => *start,
        }
    }
}

/// A first payment on the start date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DownPayment {
    /// So much.
    Amount(Money),
    /// A share of the principal, rounded to the minor unit, or to whole units where the instalment is.
    Part(Share),
}

/// What the first rows are spared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grace {
    /// Rows that repay no principal; the instalment is fitted to the rows after them.
    pub principal: u32,
    /// Rows whose interest is not paid yet: it is paid, without interest on it, with the first row after them.
    pub interest_payment: u32,
    /// Rows that bear no interest at all.
    pub interest_free: u32,
    /// Whether the instalment is fitted to the free rows.
    pub instalment: Refit,
}

impl Grace {
    /// No grace.
    pub const NONE: Self = Self {
        principal: 0,
        interest_payment: 0,
        interest_free: 0,
        instalment: Refit::Kept,
    };
}

/// Days that bear no interest: the nights that end on `from`, on `to` and on every date between.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pause {
    /// The first date.
    pub from: Date,
    /// The last date; not before the first.
    pub to: Date,
    /// Whether the instalment is fitted to the pause.
    pub instalment: Refit,
}

/// A new rate from a date on; a period that the date lies in is split there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RateChange {
    /// The date.
    pub from: Date,
    /// Which night is the first at the new rate.
    pub first_night: FirstNight,
    /// The new yearly rate.
    pub annual_rate: Rate,
    /// Whether the instalment is fitted anew, from the row in whose period the date lies.
    pub instalment: Refit,
}

/// How a date tells the first night at a new rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FirstNight {
    /// It begins on the date: the date itself is the first day that counts at the new rate.
    Begins,
    /// It ends on the date, as the first free night of a [`Pause`] does. Apache Fineract changes rates so.
    Ends,
}

impl FirstNight {
    /// Every one, in the order they are offered.
    pub const ALL: [Self; 2] = [Self::Begins, Self::Ends];

    /// Their names in documents, in the same order.
    pub const CODES: &'static [&'static str] = &[Self::Begins.code(), Self::Ends.code()];

    /// The name used in documents.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Begins => "begins",
            Self::Ends => "ends",
        }
    }

    /// The one of a name used in documents.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|night| night.code() == code)
    }
}

/// What becomes of an instalment when interest is not what a plain schedule's would be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Refit {
    /// It stays as it would be otherwise, and the last row takes the difference.
    Kept,
    /// It is worked out so that the rows still come out even.
    Refitted,
}

impl Refit {
    /// Every one, in the order they are offered.
    pub const ALL: [Self; 2] = [Self::Kept, Self::Refitted];

    /// Their names in documents, in the same order.
    pub const CODES: &'static [&'static str] = &[Self::Kept.code(), Self::Refitted.code()];

    /// The name used in documents.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Refitted => "refitted",
        }
    }

    /// The one of a name used in documents.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|refit| refit.code() == code)
    }
}

/// Whole units that instalments are rounded to, once and from the exact instalment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Multiple {
    /// The unit; above zero.
    pub of: Money,
    /// The direction.
    pub rounding: Rounding,
}

/// What becomes of the remainder that rounding leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LastInstalment {
    /// The last row repays what is left; its interest is what it is.
    Plain,
    /// As plain, after moving the equal instalment so that the last differs from it least. Apache Fineract does so:
    /// while the two are more than half a minor unit a row apart, the instalment moves by their difference
    /// over the count, as long as they come closer.
    Smoothed,
    /// The last payment is an equal instalment too: its interest is what the remaining principal leaves of it.
    InterestAbsorbs,
}

impl LastInstalment {
    /// Every one, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Plain, Self::Smoothed, Self::InterestAbsorbs];

    /// Their names in documents, in the same order.
    pub const CODES: &'static [&'static str] = &[
        Self::Plain.code(),
        Self::Smoothed.code(),
        Self::InterestAbsorbs.code(),
    ];

    /// The name used in documents.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Smoothed => "smoothed",
            Self::InterestAbsorbs => "interest-absorbs",
        }
    }

    /// The one of a name used in documents.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|last| last.code() == code)
    }
}

/// How balances are carried from row to row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Balances {
    /// Rounded to the minor unit: every row adds up.
    Rounded,
    /// Unrounded; each cell is rounded for display only, so that cells need not add up. Public calculators do so.
    /// For equal instalments, equal principal and interest first, without what else rests on whole cents.
    Unrounded,
}

impl Balances {
    /// Every one, in the order they are offered.
    pub const ALL: [Self; 2] = [Self::Rounded, Self::Unrounded];

    /// Their names in documents, in the same order.
    pub const CODES: &'static [&'static str] = &[Self::Rounded.code(), Self::Unrounded.code()];

    /// The name used in documents.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Rounded => "rounded",
            Self::Unrounded => "unrounded",
        }
    }

    /// The one of a name used in documents.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|balances| balances.code() == code)
    }
}
