//! Debts as boxes that can be held against each other.
//!
//! A box is a span on every [`Axis`] and a set on every [`Choice`]. A new condition of rules needs one more of either.

use super::{BalanceBand, DateRange, DaysPastDue, Pack, Rule, Segment, Strategy};
use crate::engine::calendar::{Date, add_days, days_between};
use crate::engine::claim::{CustomerType, Product};
use crate::engine::fields::{CodeSet, Coded};
use crate::engine::money::Money;

/// A condition of a rule that runs from one value to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Axis {
    /// How many days the debt is past due.
    DaysPastDue,
    /// How much is owed in all.
    Balance,
    /// The day on which the contract was made.
    Signed,
    /// The as-of date.
    Effective,
}

impl Axis {
    /// Every axis.
    pub const ALL: [Self; 4] = [
        Self::DaysPastDue,
        Self::Balance,
        Self::Signed,
        Self::Effective,
    ];

    /// The field of a rule in which it stands.
    #[must_use]
    pub const fn field(self) -> &'static str {
        match self {
            Self::DaysPastDue => "applies.days_past_due",
            Self::Balance => "applies.balance",
            Self::Signed => "applies.signed",
            Self::Effective => "effective_from",
        }
    }
}

/// A condition of a rule that names some of a closed list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The kinds of debt.
    Products,
    /// The types of customers, and those of whom nothing is noted.
    Customers,
    /// The strategies that options use.
    Strategies,
}

impl Choice {
    /// Every choice.
    pub const ALL: [Self; 3] = [Self::Products, Self::Customers, Self::Strategies];
}

/// One end of a band.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Days past due.
    Days(u32),
    /// An amount in the pack's currency.
    Amount(Money),
    /// A day of the calendar.
    Date(Date),
}

/// Values of an axis from one to another, both included; a missing end is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Band {
    /// The axis.
    pub axis: Axis,
    /// The first value.
    pub from: Option<End>,
    /// The last value.
    pub to: Option<End>,
}

/// Whole numbers from one to another, both included. Dates are days from a fixed one; the furthest numbers are open ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub from: i64,
    pub to: i64,
}

impl Span {
    const WHOLE: Self = Self {
        from: i64::MIN,
        to: i64::MAX,
    };

    fn of_days(band: Option<DaysPastDue>) -> Self {
        Self {
            from: band.map_or(0, |band| i64::from(band.from)),
            to: band.and_then(|band| band.to).map_or(i64::MAX, i64::from),
        }
    }

    fn of_balance(band: Option<BalanceBand>) -> Self {
        let band = band.unwrap_or_default();
        Self {
            from: band.from.map_or(0, Money::minor),
            to: band.to.map_or(i64::MAX, Money::minor),
        }
    }

    fn of_dates(range: DateRange) -> Self {
        let number = |day: Date| days_between(Date::default(), day);
        Self {
            from: range.from.map_or(i64::MIN, number),
            to: range.to.map_or(i64::MAX, number),
        }
    }

    const fn is_empty(self) -> bool {
        self.from > self.to
    }

    fn meet(self, other: Self) -> Self {
        Self {
            from: self.from.max(other.from),
            to: self.to.min(other.to),
        }
    }

    pub const fn holds(self, other: Self) -> bool {
        self.from <= other.from && self.to >= other.to
    }

    /// What lies between this span and a later one, if anything does.
    pub fn until(self, later: Self) -> Option<Self> {
        let between = Self {
            from: self.to.checked_add(1)?,
            to: later.from.checked_sub(1)?,
        };
        (!between.is_empty()).then_some(between)
    }

    /// The span in the units of its axis.
    pub fn on(self, axis: Axis) -> Band {
        let end = |number: i64| match axis {
            Axis::DaysPastDue => u32::try_from(number).ok().map(End::Days),
            Axis::Balance => Money::from_minor(number).ok().map(End::Amount),
            Axis::Signed | Axis::Effective => add_days(Date::default(), number).ok().map(End::Date),
        };
        Band {
            axis,
            from: end(self.from),
            to: end(self.to),
        }
    }
}

/// One box of debts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Debts {
    days_past_due: Span,
    balance: Span,
    signed: Span,
    effective: Span,
    /// A bit for each product, in the order of [`Product::ALL`].
    products: u32,
    /// A bit for each type of customer, and [`NOT_NOTED`].
    customers: u32,
    /// A bit for each strategy.
    strategies: u32,
}

/// The bit for customers of whom nothing is noted, after those of all types.
pub(super) const NOT_NOTED: u32 = 1 << CustomerType::ALL.len();

impl Debts {
    /// Everything.
    pub fn all() -> Self {
        Self {
            days_past_due: Span::of_days(None),
            balance: Span::of_balance(None),
            signed: Span::WHOLE,
            effective: Span::WHOLE,
            products: products(None),
            customers: customers(None),
            strategies: bits(Strategy::ALL, |_| true),
        }
    }

    /// Everything that a pack is written for, whatever its segments.
    pub fn of_pack(pack: &Pack) -> Self {
        Self {
            effective: Span::of_dates(pack.effective),
            products: products(pack.products.as_deref()),
            ..Self::all()
        }
    }

    pub fn of_segment(segment: &Segment) -> Self {
        Self {
            days_past_due: Span::of_days(segment.days_past_due),
            balance: Span::of_balance(segment.balance),
            products: products(segment.products.as_deref()),
            customers: customers(segment.customers),
            ..Self::all()
        }
    }

    pub fn of_rule(rule: &Rule) -> Self {
        let applies = &rule.applies;
        Self {
            days_past_due: Span::of_days(applies.days_past_due),
            balance: Span::of_balance(applies.balance),
            signed: Span::of_dates(applies.signed),
            effective: Span::of_dates(rule.effective),
            products: products(applies.products.as_deref()),
            customers: customers(applies.customers),
            strategies: strategies(applies.strategies),
        }
    }

    pub const fn band(&self, axis: Axis) -> Span {
        match axis {
            Axis::DaysPastDue => self.days_past_due,
            Axis::Balance => self.balance,
            Axis::Signed => self.signed,
            Axis::Effective => self.effective,
        }
    }

    /// The same box with another span on one axis.
    pub const fn with_band(mut self, axis: Axis, span: Span) -> Self {
        match axis {
            Axis::DaysPastDue => self.days_past_due = span,
            Axis::Balance => self.balance = span,
            Axis::Signed => self.signed = span,
            Axis::Effective => self.effective = span,
        }
        self
    }

    pub const fn chosen(&self, choice: Choice) -> u32 {
        match choice {
            Choice::Products => self.products,
            Choice::Customers => self.customers,
            Choice::Strategies => self.strategies,
        }
    }

    pub const fn with_chosen(mut self, choice: Choice, chosen: u32) -> Self {
        match choice {
            Choice::Products => self.products = chosen,
            Choice::Customers => self.customers = chosen,
            Choice::Strategies => self.strategies = chosen,
        }
        self
    }

    /// What lies in both boxes.
    pub fn meet(&self, other: &Self) -> Option<Self> {
        let mut both = *self;
        for axis in Axis::ALL {
            let span = self.band(axis).meet(other.band(axis));
            both = both.with_band(axis, span);
        }
        for choice in Choice::ALL {
            both = both.with_chosen(choice, self.chosen(choice) & other.chosen(choice));
        }
        (!both.is_empty()).then_some(both)
    }

    fn is_empty(&self) -> bool {
        Axis::ALL.into_iter().any(|axis| self.band(axis).is_empty())
            || Choice::ALL
                .into_iter()
                .any(|choice| self.chosen(choice) == 0)
    }

    pub fn holds(&self, other: &Self) -> bool {
        Axis::ALL
            .into_iter()
            .all(|axis| self.band(axis).holds(other.band(axis)))
            && Choice::ALL
                .into_iter()
                .all(|choice| other.chosen(choice) & !self.chosen(choice) == 0)
    }
}

/// A bit for each word of a vocabulary that is among those meant.
fn bits<T: Copy>(words: &[T], is_meant: impl Fn(T) -> bool) -> u32 {
    words
        .iter()
        .zip(0_u32..)
        .filter(|(word, _)| is_meant(**word))
        .fold(0, |bits, (_, place)| {
            bits | 1_u32.checked_shl(place).unwrap_or(0)
        })
}

fn products(named: Option<&[Product]>) -> u32 {
    bits(&Product::ALL, |product| {
        named.is_none_or(|named| named.contains(&product))
    })
}

/// A bit for each type of customer; without names for all, and for those of whom nothing is noted.
pub(super) fn customers(named: Option<CodeSet<CustomerType>>) -> u32 {
    match named {
        None => bits(&CustomerType::ALL, |_| true) | NOT_NOTED,
        Some(named) => bits(&CustomerType::ALL, |kind| named.contains(kind)),
    }
}

/// A bit for each strategy. Every option is paid in one sum or in instalments: who names both names every option.
pub(super) fn strategies(named: Option<CodeSet<Strategy>>) -> u32 {
    let every = [Strategy::LumpSum, Strategy::Instalments];
    bits(Strategy::ALL, |strategy| {
        named.is_none_or(|named| {
            named.contains(strategy) || every.into_iter().all(|one| named.contains(one))
        })
    })
}
