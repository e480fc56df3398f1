//! Pages, and what is drawn on them. Lengths from the top; the file counts from below.

use std::fmt::Write as _;

use super::Length;
use super::face::{Font, runs, width};
use crate::share::QrRuns;

/// The size of the paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageSize {
    /// 210 by 297 mm.
    A4,
    /// 8.5 by 11 inches.
    Letter,
}

impl PageSize {
    /// Every size.
    pub const ALL: [Self; 2] = [Self::A4, Self::Letter];

    /// Width and height.
    pub(super) const fn size(self) -> (Length, Length) {
        match self {
            Self::A4 => (59_528, 84_189),
            Self::Letter => (61_200, 79_200),
        }
    }
}

/// 18 mm on every side; the foot stands in the lower one.
const MARGIN: Length = 5_102;
const FOOT_SIZE: Length = 800;

/// How a text is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// As the font is.
    Plain,
    /// Its outlines drawn too: the fonts that are named have no bold of one width with them.
    Bold,
}

/// The pages of a file.
pub struct Canvas {
    page: PageSize,
    /// What is drawn on each page, in the language of PDF.
    pages: Vec<String>,
    /// Where the next thing goes, from the top of the last page.
    top: Length,
}

impl Canvas {
    /// One empty page.
    pub fn new(page: PageSize) -> Self {
        Self {
            page,
            pages: vec![String::new()],
            top: MARGIN,
        }
    }

    /// Where lines begin.
    pub const fn left() -> Length {
        MARGIN
    }

    /// How long a line may be.
    pub const fn width(&self) -> Length {
        self.page.size().0 - 2 * MARGIN
    }

    /// Where the next thing goes.
    pub const fn top(&self) -> Length {
        self.top
    }

    /// Leaves room.
    pub const fn down(&mut self, by: Length) {
        self.top += by;
    }

    /// Goes to a new page unless so much room is left. What is higher than a page begins on a new one.
    ///
    /// Returns whether it did.
    pub fn need(&mut self, height: Length) -> bool {
        let bottom = self.page.size().1 - MARGIN;
        let over = self.top + height > bottom && self.top > MARGIN;
        if over {
            self.pages.push(String::new());
            self.top = MARGIN;
        }
        over
    }

    fn draw(&mut self, words: &str) {
        if let Some(page) = self.pages.last_mut() {
            page.push_str(words);
            page.push('\n');
        }
    }

    /// Writes a line of text whose upper edge is `down` below the present place.
    pub fn text(&mut self, left: Length, down: Length, size: Length, weight: Weight, text: &str) {
        let base = self.page.size().1 - self.top - down - size;
        let words = text_at(left, base, size, weight, text);
        self.draw(&words);
    }

    /// Writes a line of text that ends at `right`.
    pub fn text_to(
        &mut self,
        right: Length,
        down: Length,
        size: Length,
        weight: Weight,
        text: &str,
    ) {
        self.text(right - width(text, size), down, size, weight, text);
    }

    /// Draws a line across, `down` below the present place.
    pub fn rule(&mut self, left: Length, right: Length, down: Length, thick: Length) {
        let at = point(self.page.size().1 - self.top - down);
        let words = format!(
            "{} w {} {at} m {} {at} l S",
            point(thick),
            point(left),
            point(right)
        );
        self.draw(&words);
    }

    /// Draws a QR code as rectangles, dark on the white of the paper.
    pub fn qr(&mut self, left: Length, side: Length, code: &QrRuns) {
        let modules = Length::try_from(code.side_modules).unwrap_or(1).max(1);
        let top = self.page.size().1 - self.top;
        let place =
            |modules_along: usize| Length::try_from(modules_along).unwrap_or(0) * side / modules;
        let mut words = String::new();
        for run in &code.runs {
            let (from, to) = (place(run.x), place(run.x + run.length));
            let (upper, lower) = (place(run.y), place(run.y + 1));
            // Writing to a string cannot fail.
            let _ = writeln!(
                words,
                "{} {} {} {} re",
                point(left + from),
                point(top - lower),
                point(to - from),
                point(lower - upper)
            );
        }
        words.push('f');
        self.draw(&words);
    }

    /// Puts its place among all pages, and a text, at the foot of each, and hands the pages over.
    pub fn finish(mut self, foot: &str) -> Vec<String> {
        let all = self.pages.len();
        let (wide, right) = (self.page.size().0, self.page.size().0 - MARGIN);
        let base = MARGIN / 2;
        for (page, number) in self.pages.iter_mut().zip(1_usize..) {
            let place = format!("{number} / {all}");
            let middle = (wide - width(&place, FOOT_SIZE)) / 2;
            let end = right - width(foot, FOOT_SIZE);
            for (left, words) in [(middle, place.as_str()), (end, foot)] {
                page.push_str(&text_at(left, base, FOOT_SIZE, Weight::Plain, words));
                page.push('\n');
            }
        }
        self.pages
    }
}

fn text_at(left: Length, base: Length, size: Length, weight: Weight, text: &str) -> String {
    let mut words = format!("BT {} {} Td", point(left), point(base));
    if weight == Weight::Bold {
        let _ = write!(words, " 2 Tr {} w", point(size / 50));
    }
    let mut font: Option<Font> = None;
    for run in runs(text) {
        if font != Some(run.font) {
            let _ = write!(words, " /{} {} Tf", run.font.name(), point(size));
            font = Some(run.font);
        }
        let _ = write!(words, " {} Tj", run.string);
    }
    if weight == Weight::Bold {
        words.push_str(" 0 Tr");
    }
    words.push_str(" ET");
    words
}

/// A length as the file writes it: `51.02`.
pub fn point(length: Length) -> String {
    let (whole, part) = (length / 100, length % 100);
    let sign = if length < 0 { "-" } else { "" };
    let (whole, part) = (whole.unsigned_abs(), part.unsigned_abs());
    if part == 0 {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}.{part:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::{Canvas, PageSize, point};

    #[test]
    fn lengths_are_written_in_points() {
        assert_eq!(
            [5_102, 100, 5, -250, 0].map(point),
            ["51.02", "1", "0.05", "-2.50", "0"]
        );
    }

    #[test]
    fn a_page_ends_where_there_is_no_room_and_never_before_something_stands_on_it() {
        let mut canvas = Canvas::new(PageSize::A4);
        assert!(
            !canvas.need(1_000_000),
            "an empty page takes what is higher than it"
        );
        canvas.down(70_000);
        assert!(!canvas.need(3_000));
        assert!(canvas.need(5_000));
        assert_eq!(canvas.finish("").len(), 2);
    }
}
