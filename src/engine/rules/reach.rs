//! Which debts a rule reaches, and when, as boxes that can be held against each other.
//!
//! A box is a span on every [`Axis`] and a set on every [`Choice`]. A new condition of rules needs one more of either.

use super::{DateRange, Pack, Rule};
use crate::engine::calendar::{Date, add_days, days_between};
use crate::engine::claim::Product;

/// A condition of a rule that runs from one value to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Axis {
    /// How many days the debt is past due.
    DaysPastDue,
    /// The day on which the contract was made.
    Signed,
    /// The as-of date.
    Effective,
}

impl Axis {
    /// Every axis.
    pub const ALL: [Self; 3] = [Self::DaysPastDue, Self::Signed, Self::Effective];

    /// The field of a rule in which it stands.
    #[must_use]
    pub const fn field(self) -> &'static str {
        match self {
            Self::DaysPastDue => "applies.days_past_due",
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
}

impl Choice {
    /// Every choice.
    pub const ALL: [Self; 1] = [Self::Products];
}

/// One end of a band.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Days past due.
    Days(u32),
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

    const fn holds(self, other: Self) -> bool {
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
    signed: Span,
    effective: Span,
    /// A bit for each product, in the order of [`Product::ALL`].
    products: u32,
}

impl Debts {
    /// Everything that a pack is written for.
    fn of_pack(pack: &Pack) -> Self {
        Self {
            days_past_due: Span {
                from: 0,
                to: i64::MAX,
            },
            signed: Span::WHOLE,
            effective: Span::of_dates(pack.effective),
            products: bits(pack.products.as_deref()),
        }
    }

    fn of_rule(rule: &Rule) -> Self {
        let days = rule.applies.days_past_due;
        Self {
            days_past_due: Span {
                from: days.map_or(0, |band| i64::from(band.from)),
                to: days.and_then(|band| band.to).map_or(i64::MAX, i64::from),
            },
            signed: Span::of_dates(rule.applies.signed),
            effective: Span::of_dates(rule.effective),
            products: bits(rule.applies.products.as_deref()),
        }
    }

    pub const fn band(&self, axis: Axis) -> Span {
        match axis {
            Axis::DaysPastDue => self.days_past_due,
            Axis::Signed => self.signed,
            Axis::Effective => self.effective,
        }
    }

    /// The same box with another span on one axis.
    pub const fn with_band(mut self, axis: Axis, span: Span) -> Self {
        match axis {
            Axis::DaysPastDue => self.days_past_due = span,
            Axis::Signed => self.signed = span,
            Axis::Effective => self.effective = span,
        }
        self
    }

    pub const fn chosen(&self, choice: Choice) -> u32 {
        match choice {
            Choice::Products => self.products,
        }
    }

    const fn with_chosen(mut self, choice: Choice, chosen: u32) -> Self {
        match choice {
            Choice::Products => self.products = chosen,
        }
        self
    }

    /// What lies in both boxes.
    fn meet(&self, other: &Self) -> Option<Self> {
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

fn bits(products: Option<&[Product]>) -> u32 {
    let named = |product: Product| products.is_none_or(|named| named.contains(&product));
    Product::ALL
        .into_iter()
        .zip(0_u32..)
        .filter(|(product, _)| named(*product))
        .fold(0, |bits, (_, place)| {
            bits | 1_u32.checked_shl(place).unwrap_or(0)
        })
}

/// The debts that a rule of a pack reaches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reach {
    /// What the pack is written for.
    whole: Debts,
    /// What the rule reaches of it; none where it reaches nothing.
    boxes: Vec<Debts>,
}

impl Reach {
    pub fn of(pack: &Pack, rule: &Rule) -> Self {
        let whole = Debts::of_pack(pack);
        Self {
            whole,
            boxes: whole.meet(&Debts::of_rule(rule)).into_iter().collect(),
        }
    }

    /// Everything that a pack is written for.
    pub fn of_pack(pack: &Pack) -> Self {
        let whole = Debts::of_pack(pack);
        Self {
            whole,
            boxes: vec![whole],
        }
    }

    /// The debts that a rule is written for, whatever its pack is written for.
    pub fn of_rule_alone(rule: &Rule) -> Self {
        let of_rule = Debts::of_rule(rule);
        Self {
            whole: of_rule,
            boxes: vec![of_rule],
        }
    }

    pub fn boxes(&self) -> &[Debts] {
        &self.boxes
    }

    pub const fn is_empty(&self) -> bool {
        self.boxes.is_empty()
    }

    /// A box that both reach, if there is one.
    pub fn meet(&self, other: &Self) -> Option<Debts> {
        self.boxes
            .iter()
            .find_map(|ours| other.boxes.iter().find_map(|theirs| ours.meet(theirs)))
    }

    /// Whether everything that `other` reaches is reached here, box by box.
    pub fn holds(&self, other: &Self) -> bool {
        other.boxes.iter().all(|theirs| self.holds_box(theirs))
    }

    pub fn holds_box(&self, debts: &Debts) -> bool {
        self.boxes.iter().any(|ours| ours.holds(debts))
    }

    /// Whether this is a part of `wider` taken out of it by conditions that `wider` does not set: no band in a band.
    pub fn narrows(&self, wider: &Self) -> bool {
        let set_apart = |ours: &Debts, theirs: &Debts| {
            theirs.holds(ours)
                && Axis::ALL.into_iter().all(|axis| {
                    ours.band(axis) == theirs.band(axis)
                        || theirs.band(axis).holds(wider.whole.band(axis))
                })
        };
        self != wider
            && !self.holds(wider)
            && self
                .boxes
                .iter()
                .all(|ours| wider.boxes.iter().any(|theirs| set_apart(ours, theirs)))
    }

    /// The first axis on which two reaches differ, with what both have of it.
    pub fn common_band(&self, other: &Self) -> Option<Band> {
        let both = self.meet(other)?;
        let differs = |axis: &Axis| {
            let spans = |reach: &Self| -> Vec<Span> {
                reach.boxes.iter().map(|debts| debts.band(*axis)).collect()
            };
            spans(self) != spans(other)
        };
        let axis = Axis::ALL.into_iter().find(differs)?;
        Some(both.band(axis).on(axis))
    }
}
