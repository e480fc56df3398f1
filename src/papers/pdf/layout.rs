//! A whole paper on pages: head, what is to be known first, sections, tables, and how to check it.

use super::canvas::{Canvas, PageSize, Weight};
use super::face::width;
use super::lines::broken;
use super::{Length, grid};
use crate::agreement::{FieldId, PaperKind};
use crate::papers::Made;
use crate::share::qr_runs;
use crate::text::Label;
use crate::text::sheet::{Pair, Part, Sheet};

const TITLE: Length = 1_700;
const LEAD: Length = 1_150;
const BODY: Length = 950;
const SMALL: Length = 800;
/// Between the two languages.
const GUTTER: Length = 1_600;
/// Where a value begins beside its name.
const NAMES: Length = 9_000;
/// 42 mm.
const QR_SIDE: Length = 11_900;
const THIN: Length = 30;
const FIRM: Length = 100;

/// What is drawn on each page of a paper.
pub fn pages(sheet: &Sheet, made: &Made<'_>, page: PageSize) -> Vec<String> {
    let mut setter = Setter {
        canvas: Canvas::new(page),
        sheet,
    };
    // A notice of arrears is of the debt, not of an offer with a code.
    let code = if sheet.kind == PaperKind::Arrears {
        ""
    } else {
        made.code
    };
    setter.head(code);
    setter.pairs();
    setter.opening();
    for section in &sheet.sections {
        let title = section.title.join(" / ");
        setter.heading(&format!("{}. {title}", section.number), &section.parts);
        for part in &section.parts {
            setter.part(part);
        }
        if section.field == FieldId::Verification {
            setter.check(made);
        }
        setter.canvas.down(BODY / 2);
    }
    setter.canvas.finish(code)
}

struct Setter<'a> {
    canvas: Canvas,
    sheet: &'a Sheet,
}

/// The height of so many lines of a size.
fn height(lines: usize, size: Length) -> Length {
    Length::try_from(lines).unwrap_or(0) * size * 7 / 5
}

impl Setter<'_> {
    /// The lines of each language in its own column.
    fn columns(&self, texts: &[Vec<String>], size: Length) -> Vec<Vec<String>> {
        let most = self.column_width();
        let lines = |texts: &Vec<String>| {
            texts
                .iter()
                .flat_map(|text| broken(text, size, most))
                .collect()
        };
        texts.iter().map(lines).collect()
    }

    fn column_width(&self) -> Length {
        let columns = Length::try_from(self.sheet.languages.locales().len()).unwrap_or(1);
        (self.canvas.width() - GUTTER * (columns - 1)) / columns
    }

    /// Writes texts, each language in its own column, and never a part of them on another page.
    fn beside(&mut self, texts: &[Vec<String>], size: Length, weight: Weight) {
        let columns = self.columns(texts, size);
        let most = columns.iter().map(Vec::len).max().unwrap_or(0);
        self.canvas.need(height(most, size));
        let mut left = Canvas::left();
        for lines in &columns {
            for (line, place) in lines.iter().zip(0_usize..) {
                self.canvas
                    .text(left, height(place, size), size, weight, line);
            }
            left += self.column_width() + GUTTER;
        }
        self.canvas.down(height(most, size));
    }

    fn head(&mut self, code: &str) {
        let top = self.canvas.top();
        for title in &self.sheet.title {
            self.canvas
                .text(Canvas::left(), 0, TITLE, Weight::Bold, title);
            self.canvas.down(height(1, TITLE));
        }
        for status in &self.sheet.status {
            self.canvas
                .text(Canvas::left(), 0, SMALL, Weight::Plain, &status.join(" / "));
            self.canvas.down(height(1, SMALL));
        }
        if code.is_empty() {
            return self.rule(FIRM);
        }
        let right = Canvas::left() + self.canvas.width();
        let name = self.sheet.languages.joined(" / ", |locale| {
            Label::VerificationCode.text(locale).to_owned()
        });
        // Beside the title, which was written before.
        let up = top - self.canvas.top();
        self.canvas.text_to(right, up, SMALL, Weight::Plain, &name);
        self.canvas
            .text_to(right, up + height(1, SMALL), LEAD, Weight::Bold, code);
        self.rule(FIRM);
    }

    fn rule(&mut self, thick: Length) {
        let right = Canvas::left() + self.canvas.width();
        self.canvas.rule(Canvas::left(), right, SMALL / 2, thick);
        self.canvas.down(SMALL);
    }

    fn pairs(&mut self) {
        for pair in &self.sheet.parties {
            self.pair(pair, BODY, Weight::Plain);
        }
        self.rule(THIN);
        for pair in &self.sheet.sums {
            self.pair(pair, LEAD, Weight::Bold);
        }
        for words in &self.sheet.in_words {
            let room = self.canvas.width() - NAMES;
            for line in broken(words, BODY, room) {
                let left = Canvas::left() + NAMES;
                self.canvas.text(left, 0, BODY, Weight::Plain, &line);
                self.canvas.down(height(1, BODY));
            }
        }
        self.rule(FIRM);
    }

    fn pair(&mut self, pair: &Pair, size: Length, weight: Weight) {
        let name = pair.name.join(" / ");
        let room = self.canvas.width() - NAMES;
        let lines = broken(&pair.value.join(" / "), size, room);
        self.canvas.need(height(lines.len(), size));
        // A name wider than its place is set smaller.
        let wide = width(&name, SMALL);
        let fit = if wide > NAMES {
            SMALL * NAMES / wide
        } else {
            SMALL
        };
        self.canvas
            .text(Canvas::left(), size - fit, fit, Weight::Plain, &name);
        for line in lines {
            self.canvas
                .text(Canvas::left() + NAMES, 0, size, weight, &line);
            self.canvas.down(height(1, size));
        }
    }

    /// What the paper is, and what is to be known first.
    fn opening(&mut self) {
        let sheet = self.sheet;
        for part in &sheet.preface {
            self.beside(&part.sentences, BODY, Weight::Plain);
        }
        if !sheet.warnings.is_empty() {
            let title = |locale| vec![Label::FirstToKnow.text(locale).to_owned()];
            self.beside(&sheet.languages.each(title), BODY, Weight::Bold);
        }
        for part in &sheet.warnings {
            self.beside(&part.sentences, BODY, Weight::Plain);
        }
        if !sheet.preface.is_empty() || !sheet.warnings.is_empty() {
            self.rule(FIRM);
        }
    }

    /// A heading, kept with what follows it.
    fn heading(&mut self, title: &str, parts: &[Part]) {
        let lines = broken(title, BODY, self.canvas.width());
        let first = parts
            .first()
            .map(|part| self.columns(&part.sentences, BODY));
        let follow = first.iter().flatten().map(Vec::len).max().unwrap_or(0);
        self.canvas.need(height(lines.len() + follow, BODY) + BODY);
        for line in lines {
            self.canvas
                .text(Canvas::left(), 0, BODY, Weight::Bold, &line);
            self.canvas.down(height(1, BODY));
        }
    }

    fn part(&mut self, part: &Part) {
        self.beside(&part.sentences, BODY, Weight::Plain);
        if let Some(table) = &part.table {
            self.canvas.down(BODY / 2);
            grid::draw(&mut self.canvas, table);
        }
    }

    /// The QR code of the link, and the code to read out.
    fn check(&mut self, made: &Made<'_>) {
        let Some(code) = made.link.and_then(|link| qr_runs(link).ok()) else {
            return;
        };
        self.canvas.need(QR_SIDE);
        self.canvas.qr(Canvas::left(), QR_SIDE, &code);
        let beside = Canvas::left() + QR_SIDE + GUTTER;
        self.canvas
            .text(beside, QR_SIDE / 2, LEAD, Weight::Bold, made.code);
        self.canvas.down(QR_SIDE);
    }
}
