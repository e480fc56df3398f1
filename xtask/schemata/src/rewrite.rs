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
mod tests {
    use super::{Choice, switched};
    use crate::sites::{self, Shape};

    /// Every site gets the replacements of its kind, numbered from 1.
    fn with_all(text: &str, replacements: &[(&str, &[&str])]) -> String {
        let found = sites::find(text).unwrap();
        let mut number = 0;
        let sites: Vec<_> = found
            .all
            .iter()
            .enumerate()
            .map(|(index, site)| {
                let word = match &site.shape {
                    Shape::Binary { operator, .. } | Shape::Unary { operator } => {
                        &text[operator.clone()]
                    }
                    Shape::Body { .. } => "body",
                    Shape::Arm { .. } => "arm",
                    Shape::Guard => "guard",
                    Shape::Field { .. } => "field",
                    Shape::Fixed => "fixed",
                };
                let known = replacements.iter().find(|(known, _)| *known == word);
                let choices = known.map_or(Vec::new(), |(_, values)| {
                    let numbered = |value: &&str| {
                        number += 1;
                        Choice {
                            number,
                            replacement: (*value).to_owned(),
                        }
                    };
                    values.iter().map(numbered).collect()
                });
                (index, site, choices)
            })
            .collect();
        let removed: Vec<_> = found.const_fns.iter().map(|one| one.word.clone()).collect();
        let new = switched(text, &sites, &removed).text;
        assert!(syn::parse_file(&new).is_ok(), "{new}");
        new.replace("crate::mutant::", "")
    }

    #[test]
    fn a_body_begins_with_its_values() {
        let new = with_all("const fn f() -> i64 { g() }", &[("body", &["0", "1"])]);
        assert_eq!(
            new,
            " fn f() -> i64 { if on(1) { return 0; } if on(2) { return 1; } g() }"
        );
    }

    #[test]
    fn operands_are_worked_out_once_and_in_order() {
        let all: [(&str, &[&str]); 3] = [("<", &["=="]), ("+", &["-"]), ("!", &[""])];
        assert_eq!(
            with_all("fn f() -> bool { !(a + b < c) }", &all),
            "fn f() -> bool { (match (((match (&((match ((a ), ( b)) { (left, right) => \
             if on(3) { left - right } else { left + right } }) ), &( c)) { (left, right) => \
             if on(2) { left == right } else { left < right } }))) { held => \
             if on(1) { held } else { !held } }) }"
        );
    }

    #[test]
    fn lazy_operators_stay_lazy() {
        let new = with_all("fn f() -> bool { a && b }", &[("&&", &["||"])]);
        assert!(
            new.contains("if schemata_held != on(1) {  b } else { schemata_held }"),
            "{new}"
        );
        let new = with_all("fn f() -> bool { a || b }", &[("||", &["&&"])]);
        assert!(
            new.contains("if schemata_held == on(1) {  b } else { schemata_held }"),
            "{new}"
        );
    }

    #[test]
    fn arms_guards_and_fields_have_their_switches() {
        let text = "fn f(x: S) -> S { match x { A => S { a, ..x }, B if g(x) => S { a: 1, ..S::new() }, _ => x } }";
        let all: [(&str, &[&str]); 3] = [
            ("arm", &[""]),
            ("guard", &["true", "false"]),
            ("field", &[""]),
        ];
        let new = with_all(text, &all);
        for part in [
            "A if !on(1) =>",
            "a: if on(2) { (x).a } else { a }",
            "B if on(3) || !on(4) && (g(x)) =>",
            "a: if on(5) { { let base: S = S::new(); base.a } } else { 1 }",
        ] {
            assert!(new.contains(part), "{part} in {new}");
        }
    }

    #[test]
    fn what_the_compiler_works_out_is_left_to_builds_of_their_own() {
        let found = sites::find("const A: i64 = 1 + 2; fn f() -> i64 { 1 + 2 }").unwrap();
        let constant: Vec<bool> = found.all.iter().map(|site| site.constant).collect();
        assert_eq!(constant, [true, false, false]);
        let found = sites::find("fn f() { if a && let B = c && d {} }").unwrap();
        let fixed = found.all.iter().filter(|site| site.shape == Shape::Fixed);
        assert_eq!(fixed.count(), 2);
    }
}
