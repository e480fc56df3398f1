//! Tables: as wide as the page, their head on every page, no row split between two.

use super::Length;
use super::canvas::{Canvas, Weight};
use super::face::width;
use super::lines::broken;
use crate::text::table::{Cell, CellKind, Row, Table};

/// The size of figures where a table fits, and the smallest that it is shrunk to.
const SIZE: Length = 800;
const SMALLEST: Length = 350;
/// Room on both sides of what stands in a cell.
const PAD: Length = 250;
const THIN: Length = 30;
const FIRM: Length = 80;

/// A table as it is to be drawn.
struct Grid<'a> {
    table: &'a Table,
    size: Length,
    /// The left edge of every column and the right one of the last.
    edges: Vec<Length>,
    /// The lines of every head, language after language.
    heads: Vec<Vec<String>>,
}

/// Sets out a table from the present place on.
pub fn draw(canvas: &mut Canvas, table: &Table) {
    let grid = Grid::new(canvas.width(), table);
    // The title, the head and the first row stay together.
    canvas.need(grid.size * 2 + grid.head_height() + grid.row_height() * 2);
    let unit = table.unit.join(" / ");
    let right = Canvas::left() + canvas.width();
    canvas.text(
        Canvas::left(),
        0,
        grid.size + 50,
        Weight::Bold,
        &table.title.join(" / "),
    );
    canvas.text_to(right, 0, grid.size, Weight::Plain, &unit);
    canvas.down(grid.size * 2);
    grid.draw_head(canvas);
    for (row, place) in table.rows.iter().zip(1_usize..) {
        // The sum never stands alone on a page.
        let before_sum = table.rows.get(place).is_some_and(|next| next.sum);
        let rows = if before_sum { 2 } else { 1 };
        if canvas.need(grid.row_height() * rows) {
            grid.draw_head(canvas);
        }
        grid.draw_row(canvas, row);
    }
    canvas.down(grid.size);
}

/// Everything in a cell, as one line.
fn words(cell: &Cell) -> String {
    let said = cell.words.join(" / ");
    let (first, second) = match cell.kind {
        CellKind::Date => (cell.figure.as_str(), said.as_str()),
        CellKind::Head | CellKind::Amount | CellKind::Total => {
            (said.as_str(), cell.figure.as_str())
        }
    };
    format!("{first} {second}").trim().to_owned()
}

/// The widest word of a text, or two Chinese characters of it.
fn widest_word(text: &str, size: Length) -> Length {
    let words = text.split(' ').map(|word| {
        let ascii = word.is_ascii();
        if ascii {
            width(word, size)
        } else {
            width("款项", size)
        }
    });
    words.max().unwrap_or(0)
}

impl<'a> Grid<'a> {
    fn new(room: Length, table: &'a Table) -> Self {
        let natural = |size| natural_widths(table, size);
        let all: Length = natural(SIZE).iter().sum();
        let size = if all > room {
            (SIZE * room / all).max(SMALLEST)
        } else {
            SIZE
        };
        let mut widths = natural(size);
        let columns = Length::try_from(widths.len()).unwrap_or(1).max(1);
        let spare = room - widths.iter().sum::<Length>();
        for width in &mut widths {
            *width += spare / columns;
        }
        let mut edges = vec![Canvas::left()];
        for width in &widths {
            edges.push(edges.last().copied().unwrap_or_default() + width);
        }
        let heads = table
            .columns
            .iter()
            .zip(&widths)
            .map(|(column, width)| {
                let lines = |words: &String| broken(words, size, width - 2 * PAD);
                column.words.iter().flat_map(lines).collect()
            })
            .collect();
        Self {
            table,
            size,
            edges,
            heads,
        }
    }

    fn row_height(&self) -> Length {
        self.size * 8 / 5
    }

    fn head_height(&self) -> Length {
        let lines = self.heads.iter().map(Vec::len).max().unwrap_or(1);
        self.line() * Length::try_from(lines).unwrap_or(1) + self.size / 2
    }

    fn line(&self) -> Length {
        self.size * 6 / 5
    }

    fn edge(&self, place: usize) -> Length {
        self.edges.get(place).copied().unwrap_or_default()
    }

    fn span(&self) -> (Length, Length) {
        (self.edge(0), self.edges.last().copied().unwrap_or_default())
    }

    fn draw_head(&self, canvas: &mut Canvas) {
        let height = self.head_height();
        for ((lines, column), place) in self.heads.iter().zip(&self.table.columns).zip(0_usize..) {
            let count = Length::try_from(lines.len()).unwrap_or(1);
            let mut down = height - self.size / 2 - self.line() * count;
            for line in lines {
                self.put(
                    canvas,
                    place,
                    place + 1,
                    down,
                    column.amount,
                    Weight::Plain,
                    line,
                );
                down += self.line();
            }
        }
        let (left, right) = self.span();
        canvas.rule(left, right, height - self.size / 10, FIRM);
        canvas.down(height);
    }

    fn draw_row(&self, canvas: &mut Canvas, row: &Row) {
        let down = (self.row_height() - self.size) / 2;
        let mut place = 0;
        for cell in &row.cells {
            let after = place + cell.span;
            let amount = matches!(cell.kind, CellKind::Amount | CellKind::Total);
            let weight = if row.sum || cell.kind == CellKind::Total {
                Weight::Bold
            } else {
                Weight::Plain
            };
            let words = words(cell);
            if !words.is_empty() {
                self.put(canvas, place, after, down, amount, weight, &words);
            }
            place = after;
        }
        let (left, right) = self.span();
        canvas.rule(left, right, self.row_height(), THIN);
        canvas.down(self.row_height());
    }

    /// Writes into the columns from `place` to before `after`, amounts to the right.
    #[expect(
        clippy::too_many_arguments,
        reason = "a cell's place and how it is set"
    )]
    fn put(
        &self,
        canvas: &mut Canvas,
        place: usize,
        after: usize,
        down: Length,
        amount: bool,
        weight: Weight,
        words: &str,
    ) {
        if amount {
            canvas.text_to(self.edge(after) - PAD, down, self.size, weight, words);
        } else {
            canvas.text(self.edge(place) + PAD, down, self.size, weight, words);
        }
    }
}

/// What every column needs at a size.
fn natural_widths(table: &Table, size: Length) -> Vec<Length> {
    let mut widths: Vec<Length> = table
        .columns
        .iter()
        .map(|column| {
            let words = column.words.iter().map(|words| widest_word(words, size));
            words.max().unwrap_or(0)
        })
        .collect();
    for row in &table.rows {
        let mut place = 0;
        for cell in &row.cells {
            if let (1, Some(column)) = (cell.span, widths.get_mut(place)) {
                *column = (*column).max(width(&words(cell), size));
            }
            place += cell.span;
        }
    }
    widths.into_iter().map(|width| width + 2 * PAD).collect()
}
