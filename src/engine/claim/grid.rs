//! The order of settlement over the whole grid: what is past due, due and in advance, by component.
//!
//! ```text
//!              costs  charges  penalty  compound  interest  principal
//! past due       .       .        .         .         .         .
//! due            .       .        .         .         .         .      an order is a list of cells
//! in advance     .       .        .         .         .         .
//! ```

use super::{Component, Order};
use crate::engine::calendar::{Date, days_between};

/// Where an amount stands against the day of a payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Timing {
    /// Its due date is before the payment.
    PastDue,
    /// It falls due on the day of the payment.
    Due,
    /// Its due date is after the payment.
    InAdvance,
}

impl Timing {
    /// Every timing, the oldest first.
    pub const ALL: [Self; 3] = [Self::PastDue, Self::Due, Self::InAdvance];

    /// The timing of an amount that falls due on `due`, for a payment made `on` a day.
    #[must_use]
    pub fn of(due: Date, on: Date) -> Self {
        match days_between(due, on) {
            ..=-1 => Self::InAdvance,
            0 => Self::Due,
            _ => Self::PastDue,
        }
    }

    /// The name used in files: `past-due`, `due`, `in-advance`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::PastDue => "past-due",
            Self::Due => "due",
            Self::InAdvance => "in-advance",
        }
    }

    /// The timing of that [`code`](Self::code).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|timing| timing.code() == code)
    }
}

/// One cell of the grid: a component at a timing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell {
    /// Against the day of the payment.
    pub timing: Timing,
    /// The component.
    pub component: Component,
}

impl Cell {
    /// The name used in files: the timing, a hyphen and the component, such as `past-due-penalty`.
    #[must_use]
    pub fn code(self) -> String {
        format!("{}-{}", self.timing.code(), self.component.code())
    }

    /// The cell of that [`code`](Self::code).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let (timing, component) = code.rsplit_once('-')?;
        Some(Self {
            timing: Timing::from_code(timing)?,
            component: Component::from_code(component)?,
        })
    }
}

/// Cells in the order in which a payment settles them, each at most once.
///
/// A cell that the list leaves out receives nothing; money that no listed cell needs is returned. Peers list
/// twelve (`PAST_DUE_PENALTY` to `IN_ADVANCE_INTEREST` of Apache Fineract's advanced payment allocation); the
/// whole grid has eighteen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridOrder(Vec<Cell>);

impl GridOrder {
    /// An order from a list of cells.
    ///
    /// # Errors
    /// The first cell that is listed a second time.
    pub fn new(cells: Vec<Cell>) -> Result<Self, Cell> {
        let mut seen = std::collections::BTreeSet::new();
        match cells.iter().find(|cell| !seen.insert(**cell)) {
            Some(twice) => Err(*twice),
            None => Ok(Self(cells)),
        }
    }

    /// What is past due, then what is due, then what is in advance, each in its own order of components.
    #[must_use]
    pub fn by_timing(past_due: Order, due: Order, in_advance: Order) -> Self {
        let row = |timing: Timing, order: Order| {
            order
                .components()
                .map(|component| Cell { timing, component })
        };
        Self(
            [
                row(Timing::PastDue, past_due),
                row(Timing::Due, due),
                row(Timing::InAdvance, in_advance),
            ]
            .concat(),
        )
    }

    /// The cells, first settled first.
    #[must_use]
    pub fn cells(&self) -> &[Cell] {
        &self.0
    }
}

impl From<Order> for GridOrder {
    /// The same order of components for what is past due, due and in advance.
    fn from(order: Order) -> Self {
        Self::by_timing(order, order, order)
    }
}

/// Which way a payment runs through the grid.
///
/// The words "vertical" and "horizontal" are used in opposite senses: the published cases (and Apache Fineract's
/// `loanScheduleProcessingType`) call filling instalments one after the other horizontal and running one
/// component across instalments vertical; Quittance's own product text calls the first vertical and the second
/// horizontal. Here each is named by what it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// Fills one instalment before the next. The order's cells are taken timing by timing, in the order in which
    /// the list first names each timing; within a timing each instalment is settled in the listed order of
    /// components. "Horizontal" in the published cases, "vertical" in the product text.
    ByInstalment,
    /// Runs through the order cell by cell, each cell across all instalments. "Vertical" in the published
    /// cases, "horizontal" in the product text.
    ByComponent,
}

impl Fill {
    /// Both ways.
    pub const ALL: [Self; 2] = [Self::ByInstalment, Self::ByComponent];

    /// The name used in files: `by-instalment`, `by-component`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::ByInstalment => "by-instalment",
            Self::ByComponent => "by-component",
        }
    }

    /// The way of that [`code`](Self::code).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|fill| fill.code() == code)
    }
}

/// Which instalments money in advance goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Advance {
    /// The next instalment, then the one after it.
    NextInstalment,
    /// The last instalment, then the one before it: the plan becomes shorter.
    LastInstalment,
    /// The next instalment, then the last and backwards from there.
    NextThenLast,
    /// In equal parts to every instalment not yet due (re-amortisation); the last part takes the minor units
    /// that do not divide, and what an instalment has no need of is spread again.
    Reamortise,
}

impl Advance {
    /// Every rule.
    pub const ALL: [Self; 4] = [
        Self::NextInstalment,
        Self::LastInstalment,
        Self::NextThenLast,
        Self::Reamortise,
    ];

    /// The name used in files: `next-instalment`, `last-instalment`, `next-then-last`, `reamortise`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NextInstalment => "next-instalment",
            Self::LastInstalment => "last-instalment",
            Self::NextThenLast => "next-then-last",
            Self::Reamortise => "reamortise",
        }
    }

    /// The rule of that [`code`](Self::code).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.code() == code)
    }
}

/// Where a charge with a due date of its own stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChargeTiming {
    /// By its own due date: it can be past due while its instalment is not.
    OwnDueDate,
    /// With the instalment it belongs to, as Apache Fineract's advanced payment allocation has it.
    WithInstalment,
}

impl ChargeTiming {
    /// Both.
    pub const ALL: [Self; 2] = [Self::OwnDueDate, Self::WithInstalment];

    /// The name used in files: `own-due-date`, `with-instalment`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::OwnDueDate => "own-due-date",
            Self::WithInstalment => "with-instalment",
        }
    }

    /// The timing of that [`code`](Self::code).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|timing| timing.code() == code)
    }
}

/// Another order over the grid from some day past due on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridSwitch {
    /// The first day past due, in days, on which `order` holds.
    pub from_days_past_due: u32,
    /// The order from that day on.
    pub order: GridOrder,
}

/// How payments settle a table of instalments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridWaterfall {
    /// The order while no switch has taken effect.
    pub order: GridOrder,
    /// Another order for older debts, if the contract has one.
    pub switch: Option<GridSwitch>,
    /// Which way a payment runs through the grid.
    pub fill: Fill,
    /// Which instalments money in advance goes to.
    pub advance: Advance,
    /// Where charges with due dates of their own stand.
    pub charges: ChargeTiming,
}

impl GridWaterfall {
    /// One order of components throughout, instalment by instalment, the next one first.
    #[must_use]
    pub fn plain(order: Order) -> Self {
        Self {
            order: order.into(),
            switch: None,
            fill: Fill::ByInstalment,
            advance: Advance::NextInstalment,
            charges: ChargeTiming::OwnDueDate,
        }
    }

    /// The order in force when the debt is that many days past due.
    #[must_use]
    pub fn order_at(&self, days_past_due: i64) -> &GridOrder {
        match &self.switch {
            Some(switch) if days_past_due >= i64::from(switch.from_days_past_due) => &switch.order,
            _ => &self.order,
        }
    }
}
