//! The mutants as cargo-mutants lists them: which it makes is its decision, not ours.

use crate::Failure;
use serde_json::Value;

/// What kind of change it is, in cargo-mutants' words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Genre {
    /// A whole body gives way to a value.
    FnValue,
    /// Another operator between the same operands.
    BinaryOperator,
    /// A `!` or `-` less.
    UnaryOperator,
    /// An arm less in a match that has `_`.
    MatchArm,
    /// A guard that is always or never so.
    MatchArmGuard,
    /// A field that comes from the struct's base instead.
    StructField,
}

impl Genre {
    fn named(word: &str) -> Option<Self> {
        Some(match word {
            "FnValue" => Self::FnValue,
            "BinaryOperator" => Self::BinaryOperator,
            "UnaryOperator" => Self::UnaryOperator,
            "MatchArm" => Self::MatchArm,
            "MatchArmGuard" => Self::MatchArmGuard,
            "StructField" => Self::StructField,
            _ => return None,
        })
    }
}

/// A place in a text: line and column from 1, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The character in it.
    pub column: usize,
}

impl Place {
    /// The byte at which it stands; `None` past the end.
    pub fn byte(self, text: &str) -> Option<usize> {
        let mut before = 0;
        for (number, line) in text.split_inclusive('\n').enumerate() {
            if number + 1 == self.line {
                let inside = line
                    .char_indices()
                    .map(|(at, _)| at)
                    .chain([line.len()])
                    .nth(self.column - 1)?;
                return Some(before + inside);
            }
            before += line.len();
        }
        None
    }
}

/// One change of the source.
#[derive(Clone, Debug)]
pub struct Mutant {
    /// The file from the top of the tree, with `/`.
    pub file: String,
    /// File, place and change in words: its identity.
    pub name: String,
    /// What kind of change it is.
    pub genre: Genre,
    /// Where what is replaced begins.
    pub start: Place,
    /// Where it ends.
    pub end: Place,
    /// What stands there instead.
    pub replacement: String,
}

/// Reads the answer of `cargo mutants --list --json`.
///
/// # Errors
/// A list of another form, or with a kind of mutant that nothing here can plant.
pub fn read(text: &str) -> Result<Vec<Mutant>, Failure> {
    let all: Vec<Value> = serde_json::from_str(text)
        .map_err(|error| Failure(format!("The list of mutants: {error}.")))?;
    all.iter()
        .map(|one| {
            mutant(one).ok_or_else(|| {
                Failure(format!(
                    "The list of mutants holds what is not known here: {one}."
                ))
            })
        })
        .collect()
}

fn mutant(one: &Value) -> Option<Mutant> {
    let word = |name: &str| Some(one.get(name)?.as_str()?.to_owned());
    let place = |end: &str| {
        let place = one.get("span")?.get(end)?;
        let number = |name: &str| usize::try_from(place.get(name)?.as_u64()?).ok();
        Some(Place {
            line: number("line")?,
            column: number("column")?,
        })
    };
    Some(Mutant {
        file: word("file")?,
        name: word("name")?,
        genre: Genre::named(&word("genre")?)?,
        start: place("start")?,
        end: place("end")?,
        replacement: word("replacement")?,
    })
}

#[cfg(test)]
mod tests {
    use super::Place;

    #[test]
    fn columns_are_characters_and_places_are_bytes() {
        let text = "let a = '息';\nlet b = 1;\n";
        let at = |line, column| Place { line, column }.byte(text);
        assert_eq!(at(1, 11), Some(12));
        assert_eq!(at(2, 1), Some(text.len() - 11));
        assert_eq!(at(4, 1), None);
    }
}
