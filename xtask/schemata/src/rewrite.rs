//! The text of a file in which every mutant is there and none is on.
//!
//! Nothing is moved: switches are put around what stands there, so that sites inside sites need no thought.

use crate::sites::{Operator, Shape, Site};
use std::ops::Range;

/// A mutant as the text needs it: its number at run time and what it puts in place.
#[derive(Clone, Debug)]
pub struct Choice {
    /// Its number, from 1.
    pub number: u32,
    /// What it puts in place; of two guards `true` and `false`.
    pub replacement: String,
}

/// Who is to blame for a stretch of the new text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blame {
    /// This mutant alone.
    Mutant(u32),
    /// Every mutant of this site, as an index.
    Site(usize),
}

/// A file with its switches.
#[derive(Default)]
pub struct Switched {
    /// The new text.
    pub text: String,
    /// Stretches that were put in, and whose they are.
    blamed: Vec<(Range<usize>, Blame)>,
    /// Where kept stretches begin: in the new text and in the old.
    kept: Vec<(usize, usize)>,
}

impl Switched {
    /// Who put in what stands at a byte of the new text, the shortest stretch first.
    pub fn blame(&self, at: usize) -> Option<Blame> {
        self.blamed
            .iter()
            .filter(|(range, _)| range.contains(&at))
            .min_by_key(|(range, _)| range.len())
            .map(|(_, blame)| *blame)
    }

    /// The byte of the old text that a byte of the new one comes from.
    pub fn before(&self, at: usize) -> usize {
        let (new, old) = self
            .kept
            .iter()
            .rev()
            .find(|(new, _)| *new <= at)
            .copied()
            .unwrap_or_default();
        old + (at - new)
    }
}

/// The left operand of `&&` while the right one may still be looked at: a name that no source has.
const HELD: &str = "schemata_held";

/// Text put at a byte of the old text.
struct Edit {
    at: usize,
    removed: usize,
    /// At one byte: what closes comes first, what opens last.
    rank: u8,
    /// What opens first closes last.
    order: isize,
    parts: Vec<(String, Blame)>,
}

/// Puts the switches of all sites that have choices into a text, and takes out the words in `removed`.
pub fn switched(
    text: &str,
    sites: &[(usize, &Site, Vec<Choice>)],
    removed: &[Range<usize>],
) -> Switched {
    let mut edits: Vec<Edit> = removed
        .iter()
        .map(|word| Edit {
            at: word.start,
            removed: word.len(),
            rank: 1,
            order: 0,
            parts: Vec::new(),
        })
        .collect();
    for (index, site, choices) in sites {
        if !choices.is_empty() {
            edits.extend(around(text, *index, site, choices));
        }
    }
    edits.sort_by_key(|edit| (edit.at, edit.rank, edit.order));
    let mut new = Switched::default();
    let mut done = 0;
    for edit in edits {
        new.keep(text, done..edit.at);
        done = edit.at + edit.removed;
        for (part, blame) in edit.parts {
            let start = new.text.len();
            new.text.push_str(&part);
            new.blamed.push((start..new.text.len(), blame));
        }
    }
    new.keep(text, done..text.len());
    new
}

impl Switched {
    fn keep(&mut self, text: &str, range: Range<usize>) {
        self.kept.push((self.text.len(), range.start));
        self.text.push_str(text.get(range).unwrap_or_default());
    }
}

/// The edits of one site.
fn around(text: &str, index: usize, site: &Site, choices: &[Choice]) -> Vec<Edit> {
    let pen = Pen {
        text,
        index,
        extent: site.extent.clone(),
        choices,
    };
    match &site.shape {
        Shape::Body { opaque: false } => pen.body(),
        Shape::Body { opaque: true } => pen.opaque_body(),
        Shape::Binary {
            kind,
            left,
            operator,
            right,
        } => match kind {
            Operator::Lazy => pen.lazy(operator),
            Operator::Compare => pen.operands(operator, "&"),
            Operator::Plain => pen.operands(operator, ""),
            Operator::Assign => pen.assign(left, right),
        },
        Shape::Unary { operator } => pen.unary(operator),
        Shape::Arm { pattern_end } => {
            let switch = format!(" if !{}", pen.first());
            vec![pen.close(*pattern_end, vec![pen.own(&switch)])]
        }
        Shape::Guard => pen.guard(),
        Shape::Field { shorthand, other } => pen.field(*shorthand, other),
        Shape::Fixed => Vec::new(),
    }
}

/// Writes the edits of one site.
struct Pen<'a> {
    text: &'a str,
    index: usize,
    extent: Range<usize>,
    choices: &'a [Choice],
}

impl Pen<'_> {
    fn own(&self, part: &str) -> (String, Blame) {
        (part.to_owned(), Blame::Site(self.index))
    }

    fn order(&self) -> isize {
        isize::try_from(self.index).unwrap_or(isize::MAX)
    }

    fn open(&self, parts: Vec<(String, Blame)>) -> Edit {
        Edit {
            at: self.extent.start,
            removed: 0,
            rank: 2,
            order: self.order(),
            parts,
        }
    }

    fn close(&self, at: usize, parts: Vec<(String, Blame)>) -> Edit {
        Edit {
            at,
            removed: 0,
            rank: 0,
            order: -self.order(),
            parts,
        }
    }

    fn instead(&self, range: &Range<usize>, part: &str) -> Edit {
        Edit {
            at: range.start,
            removed: range.len(),
            rank: 1,
            order: self.order(),
            parts: vec![self.own(part)],
        }
    }

    fn slice(&self, range: &Range<usize>) -> &str {
        self.text.get(range.clone()).unwrap_or_default()
    }

    /// The switch of a site that has one mutant.
    fn first(&self) -> String {
        self.choices.first().map(on).unwrap_or_default()
    }

    fn body(&self) -> Vec<Edit> {
        let parts = self
            .choices
            .iter()
            .map(|choice| {
                let words = format!("if {} {{ {} }} ", on(choice), returned(choice));
                (words, Blame::Mutant(choice.number))
            })
            .collect();
        vec![self.open(parts)]
    }

    /// Each value is another type behind `impl`, so that they are joined into one.
    fn opaque_body(&self) -> Vec<Edit> {
        const EITHER: &str = "crate::mutant::Either::";
        let mut parts = Vec::new();
        for (before, choice) in self.choices.iter().enumerate() {
            let other = format!("{EITHER}Other(").repeat(before);
            let closed = ")".repeat(before + 1);
            let value = format!("{other}{EITHER}One({}{closed}", choice.replacement);
            parts.push((
                format!("if {} {{ return {value}; }} ", on(choice)),
                Blame::Mutant(choice.number),
            ));
        }
        parts.push(self.own(&format!("{EITHER}Other(").repeat(self.choices.len())));
        parts.push(self.own("{ "));
        let closed = format!(" }}{}", ")".repeat(self.choices.len()));
        vec![
            self.open(parts),
            self.close(self.extent.end, vec![self.own(&closed)]),
        ]
    }

    /// The right operand is worked out where the left one does not decide, which is the other way round for the mutant.
    fn lazy(&self, operator: &Range<usize>) -> Vec<Edit> {
        let test = if self.slice(operator) == "&&" {
            "!="
        } else {
            "=="
        };
        let middle = format!(") {{ {HELD} => if {HELD} {test} {} {{ ", self.first());
        let end = format!(" }} else {{ {HELD} }} }})");
        vec![
            self.open(vec![self.own("(match (")]),
            self.instead(operator, &middle),
            self.close(self.extent.end, vec![self.own(&end)]),
        ]
    }

    fn operands(&self, operator: &Range<usize>, by: &str) -> Vec<Edit> {
        let mut parts = vec![self.own(")) { (left, right) => ")];
        parts.extend(self.chosen(|choice| format!("left {} right", choice.replacement)));
        let word = self.slice(operator);
        parts.push(self.own(&format!("{{ left {word} right }} }})")));
        vec![
            self.open(vec![self.own(&format!("(match ({by}("))]),
            self.instead(operator, &format!("), {by}(")),
            self.close(self.extent.end, parts),
        ]
    }

    fn assign(&self, left: &Range<usize>, right: &Range<usize>) -> Vec<Edit> {
        let (left, right) = (self.slice(left), self.slice(right));
        let mut parts = vec![self.own("{ ")];
        parts.extend(self.chosen(|choice| format!("{left} {} {right}", choice.replacement)));
        parts.push(self.own("{ "));
        vec![
            self.open(parts),
            self.close(self.extent.end, vec![self.own(" } }")]),
        ]
    }

    fn unary(&self, operator: &Range<usize>) -> Vec<Edit> {
        let mut parts = vec![self.own(") { held => ")];
        parts.extend(self.chosen(|_| "held".to_owned()));
        parts.push(self.own(&format!("{{ {}held }} }})", self.slice(operator))));
        // Whatever is around opens at the same byte, and before.
        let opening = Edit {
            removed: operator.len(),
            ..self.open(vec![self.own("(match (")])
        };
        vec![opening, self.close(self.extent.end, parts)]
    }

    fn guard(&self) -> Vec<Edit> {
        let switch = |word: &str| {
            let choice = self
                .choices
                .iter()
                .find(|choice| choice.replacement == word);
            choice.map_or_else(|| "false".to_owned(), on)
        };
        let before = format!("{} || !{} && (", switch("true"), switch("false"));
        vec![
            self.open(vec![self.own(&before)]),
            self.close(self.extent.end, vec![self.own(")")]),
        ]
    }

    fn field(&self, shorthand: bool, other: &str) -> Vec<Edit> {
        let name = if shorthand {
            format!("{}: ", self.slice(&self.extent))
        } else {
            String::new()
        };
        let before = format!("{name}if {} {{ {other} }} else {{ ", self.first());
        vec![
            self.open(vec![self.own(&before)]),
            self.close(self.extent.end, vec![self.own(" }")]),
        ]
    }

    /// `if on(1) { .. } else if on(2) { .. } else `: each of them to blame for itself.
    fn chosen(&self, write: impl Fn(&Choice) -> String) -> Vec<(String, Blame)> {
        self.choices
            .iter()
            .map(|choice| {
                let words = format!("if {} {{ {} }} else ", on(choice), write(choice));
                (words, Blame::Mutant(choice.number))
            })
            .collect()
    }
}

/// What stands in place of a body; nothing at all is the control that changes nothing.
fn returned(choice: &Choice) -> String {
    match choice.replacement.as_str() {
        "" => String::new(),
        value => format!("return {value};"),
    }
}

fn on(choice: &Choice) -> String {
    format!("crate::mutant::on({})", choice.number)
}

#[cfg(test)]
#[path = "rewrite_tests.rs"]
mod tests;
