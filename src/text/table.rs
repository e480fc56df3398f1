//! The three tables of a paper, in one language or both: what is owed, the payments, what is owed if payments stop.
//! Screen and PDF set out the same table.

use super::format::{currency_name, date_iso, money_bare, number};
use super::vocabulary::{self, heading};
use super::{Label, Languages};
use crate::agreement::{Clause, OwedThen, Payment};
use crate::engine::claim::{Component, Components};
use crate::engine::money::{Currency, Money};
use crate::engine::plan::RowKind;

/// What stands in a cell, and so how it is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellKind {
    /// What the row is about.
    Head,
    /// A day.
    Date,
    /// An amount.
    Amount,
    /// The amount that a row is about.
    Total,
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// How it is set.
    pub kind: CellKind,
    /// A figure or a day, the same in every language; may be empty.
    pub figure: String,
    /// Words, one text per language; may be empty.
    pub words: Vec<String>,
    /// How many columns it takes.
    pub span: usize,
}

/// A column's head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// One text per language.
    pub words: Vec<String>,
    /// Whether it holds amounts.
    pub amount: bool,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its cells; their spans add up to the columns.
    pub cells: Vec<Cell>,
    /// Whether it is the sum of the others.
    pub sum: bool,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What it is called, one text per language.
    pub title: Vec<String>,
    /// The currency of its amounts, one text per language.
    pub unit: Vec<String>,
    /// The heads of its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// The table of a clause; none for most.
#[must_use]
pub fn table(languages: Languages, clause: &Clause, currency: Currency) -> Option<Table> {
    let set = Setting {
        languages,
        currency,
    };
    match clause {
        Clause::Owed {
            components, waived, ..
        } => Some(set.owed(components, waived)),
        Clause::Schedule { rows } => Some(set.schedule(rows)),
        Clause::Stops { rows } => Some(set.stops(rows)),
        _ => None,
    }
}

/// In which languages and currency.
#[derive(Clone, Copy)]
struct Setting {
    languages: Languages,
    currency: Currency,
}

/// The components that a table needs a column for.
fn components_in(rows: impl Iterator<Item = Components>) -> Vec<Component> {
    let rows: Vec<Components> = rows.collect();
    let shown = |component: &Component| rows.iter().any(|row| !row.get(*component).is_zero());
    Component::ALL.into_iter().filter(shown).collect()
}

/// The total, which was worked out before and is within range.
fn total(amounts: &Components) -> Money {
    amounts.total().unwrap_or(Money::ZERO)
}

impl Setting {
    fn label(self, label: Label) -> Vec<String> {
        self.languages.each(|locale| label.text(locale).to_owned())
    }

    fn component(self, component: Component) -> Vec<String> {
        self.languages
            .each(|locale| heading(vocabulary::component(locale, component)))
    }

    fn column(self, label: Label, amount: bool) -> Column {
        let words = self.label(label);
        Column { words, amount }
    }

    fn cell(self, kind: CellKind, amount: Money) -> Cell {
        Cell {
            kind,
            figure: money_bare(amount, self.currency),
            words: Vec::new(),
            span: 1,
        }
    }

    fn cells<'a>(
        self,
        amounts: &'a Components,
        shown: &'a [Component],
    ) -> impl Iterator<Item = Cell> + 'a {
        shown
            .iter()
            .map(move |component| self.cell(CellKind::Amount, amounts.get(*component)))
    }

    fn table(self, title: Label, columns: Vec<Column>, rows: Vec<Row>) -> Table {
        let currency = self.currency;
        Table {
            title: self.label(title),
            unit: self
                .languages
                .each(|locale| format!("{} {}", currency_name(locale, currency), currency.code())),
            columns,
            rows,
        }
    }

    /// What is owed by component, what of it is given up, and what that leaves.
    fn owed(self, owed: &Components, waived: &Components) -> Table {
        let with_waiver = !waived.is_zero();
        let after = owed.checked_sub(waived).unwrap_or(*owed);
        let row = |words: Vec<String>, amounts: [Money; 3], sum: bool| {
            let shown = if with_waiver { 3 } else { 1 };
            let mut cells = vec![named(words, 1)];
            let amounts = amounts.into_iter().take(shown);
            cells.extend(amounts.map(|amount| self.cell(CellKind::Amount, amount)));
            Row { cells, sum }
        };
        let mut rows: Vec<Row> = components_in(std::iter::once(*owed))
            .into_iter()
            .map(|part| {
                let amounts = [owed, waived, &after].map(|amounts| amounts.get(part));
                row(self.component(part), amounts, false)
            })
            .collect();
        let sums = [owed, waived, &after].map(total);
        rows.push(row(self.label(Label::Total), sums, true));
        let mut columns = vec![
            self.column(Label::Component, false),
            self.column(Label::Owed, true),
        ];
        if with_waiver {
            columns.push(self.column(Label::ConditionalWaiver, true));
            columns.push(self.column(Label::AfterWaiver, true));
        }
        self.table(Label::TotalOwed, columns, rows)
    }

    /// Every payment with its date, amount and allocation.
    fn schedule(self, payments: &[Payment]) -> Table {
        let shown = components_in(payments.iter().map(|payment| payment.paid));
        let mut rows: Vec<Row> = payments
            .iter()
            .map(|payment| self.payment(payment, &shown))
            .collect();
        rows.push(self.sum_of(payments, &shown));
        let mut columns = vec![
            self.column(Label::Number, false),
            self.column(Label::Date, false),
            self.column(Label::Amount, true),
        ];
        columns.extend(self.component_columns(&shown));
        columns.push(self.column(Label::LeftToPay, true));
        self.table(Label::Schedule, columns, rows)
    }

    fn component_columns(self, shown: &[Component]) -> impl Iterator<Item = Column> + '_ {
        shown.iter().map(move |component| Column {
            words: self.component(*component),
            amount: true,
        })
    }

    fn payment(self, payment: &Payment, shown: &[Component]) -> Row {
        let kind = self
            .languages
            .each(|locale| heading(vocabulary::row_kind(locale, payment.kind)));
        let place = payment.number.map(|place| number(u64::from(place)));
        let mut cells = vec![head(place.unwrap_or_else(|| "–".to_owned()))];
        let note = (payment.kind == RowKind::DownPayment).then(|| kind.clone());
        cells.push(date_cell(payment, note.unwrap_or_default()));
        if payment.kind == RowKind::Deferral {
            // Nothing is paid: one cell says what is added.
            cells.push(Cell {
                words: kind,
                span: shown.len().saturating_add(1),
                ..self.cell(CellKind::Amount, payment.interest)
            });
        } else {
            cells.push(self.cell(CellKind::Total, payment.amount));
            cells.extend(self.cells(&payment.paid, shown));
        }
        cells.push(self.cell(CellKind::Amount, payment.left));
        Row { cells, sum: false }
    }

    fn sum_of(self, payments: &[Payment], shown: &[Component]) -> Row {
        let mut settled = Components::ZERO;
        for payment in payments {
            // The sum of all payments is one of the plan's totals, which were worked out before.
            settled = settled.checked_add(&payment.paid).unwrap_or(settled);
        }
        let mut cells = vec![named(self.label(Label::Total), 2)];
        cells.push(self.cell(CellKind::Amount, total(&settled)));
        cells.extend(self.cells(&settled, shown));
        cells.push(Cell {
            figure: String::new(),
            ..self.cell(CellKind::Amount, Money::ZERO)
        });
        Row { cells, sum: true }
    }

    /// What is owed if payments stop, for every payment that can be the first one missed.
    fn stops(self, stops: &[OwedThen]) -> Table {
        let shown = components_in(stops.iter().map(|stop| stop.owed));
        let row = |stop: &OwedThen| {
            let mut cells = vec![head(number(u64::from(stop.after)))];
            cells.push(Cell {
                kind: CellKind::Date,
                figure: date_iso(stop.on),
                words: Vec::new(),
                span: 1,
            });
            cells.push(self.cell(CellKind::Amount, stop.paid));
            cells.extend(self.cells(&stop.owed, &shown));
            cells.push(self.cell(CellKind::Total, stop.total));
            Row { cells, sum: false }
        };
        let mut columns = vec![
            self.column(Label::StopsAfter, false),
            self.column(Label::Date, false),
            self.column(Label::PaidSoFar, true),
        ];
        columns.extend(self.component_columns(&shown));
        columns.push(self.column(Label::OwedThen, true));
        let rows = stops.iter().map(row).collect();
        self.table(Label::IfIStop, columns, rows)
    }
}

fn head(figure: String) -> Cell {
    Cell {
        kind: CellKind::Head,
        figure,
        words: Vec::new(),
        span: 1,
    }
}

fn named(words: Vec<String>, span: usize) -> Cell {
    Cell {
        kind: CellKind::Head,
        figure: String::new(),
        words,
        span,
    }
}

fn date_cell(payment: &Payment, words: Vec<String>) -> Cell {
    Cell {
        kind: CellKind::Date,
        figure: date_iso(payment.date),
        words,
        span: 1,
    }
}
