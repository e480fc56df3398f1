//! What is known of each mutant, line by line as it comes to be known: a run that was cut off goes on.

use crate::Failure;
use std::{
    collections::{BTreeMap, hash_map::DefaultHasher},
    fs,
    hash::{Hash, Hasher},
    io::Write,
    path::{Path, PathBuf},
    sync::Mutex,
};

/// What became of a mutant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// A test failed.
    Caught,
    /// A test ran on past its time.
    Endless,
    /// Every test that reaches it passed.
    Survived,
    /// Every quick test that reaches it passed, and of the slow ones those up to the one named.
    Left,
    /// No test reaches it.
    Unreached,
    /// It does not compile.
    Unviable,
}

const OUTCOMES: [(Outcome, &str); 6] = [
    (Outcome::Caught, "caught"),
    (Outcome::Endless, "endless"),
    (Outcome::Survived, "survived"),
    (Outcome::Left, "left"),
    (Outcome::Unreached, "unreached"),
    (Outcome::Unviable, "unviable"),
];

/// One mutant's line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The sources and tests that it was tried with.
    pub digest: String,
    /// What became of it.
    pub outcome: Outcome,
    /// The test that caught it, the last slow one that it passed, or the compiler's code.
    pub by: String,
    /// The mutant.
    pub name: String,
}

/// The file of all lines.
pub struct Record {
    path: PathBuf,
    known: Mutex<BTreeMap<String, Line>>,
}

impl Record {
    /// Reads what earlier runs left; the last line of a mutant counts.
    pub fn open(path: &Path) -> Self {
        let known = fs::read_to_string(path)
            .unwrap_or_default()
            .lines()
            .filter_map(line)
            .map(|line| (line.name.clone(), line))
            .collect();
        Self {
            path: path.to_path_buf(),
            known: Mutex::new(known),
        }
    }

    /// What was last known of a mutant, of this tree or an earlier one.
    pub fn of(&self, name: &str) -> Option<Line> {
        self.known.lock().ok()?.get(name).cloned()
    }

    /// Adds a line.
    ///
    /// # Errors
    /// A file that cannot be written.
    pub fn add(&self, line: Line) -> Result<(), Failure> {
        let failed = |why: String| Failure(format!("{}: {why}.", self.path.display()));
        let mut known = self
            .known
            .lock()
            .map_err(|error| failed(error.to_string()))?;
        let word = OUTCOMES
            .iter()
            .find(|(outcome, _)| *outcome == line.outcome)
            .map_or("", |(_, word)| word);
        let text = format!("{}\t{word}\t{}\t{}\n", line.digest, line.by, line.name);
        fs::OpenOptions::new()
            .create(true)
            .append(true)
            .open(&self.path)
            .and_then(|mut file| file.write_all(text.as_bytes()))
            .map_err(|error| failed(error.to_string()))?;
        known.insert(line.name.clone(), line);
        Ok(())
    }
}

fn line(text: &str) -> Option<Line> {
    let mut parts = text.split('\t');
    let (digest, word, by, name) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    let (outcome, _) = OUTCOMES.iter().find(|(_, known)| *known == word)?;
    Some(Line {
        digest: digest.to_owned(),
        outcome: *outcome,
        by: by.to_owned(),
        name: name.to_owned(),
    })
}

/// One word for all that decides a result: sources, tests, manifest and lock file of a tree.
///
/// # Errors
/// A file that cannot be read.
pub fn digest(tree: &Path) -> Result<String, Failure> {
    let mut hasher = DefaultHasher::new();
    for name in ["Cargo.toml", "Cargo.lock", "src", "tests"] {
        hashed(tree, Path::new(name), &mut hasher)?;
    }
    Ok(format!("{:016x}", hasher.finish()))
}

/// By its name in the tree, wherever the tree is.
fn hashed(tree: &Path, name: &Path, hasher: &mut impl Hasher) -> Result<(), Failure> {
    let path = tree.join(name);
    let failed = |error| Failure(format!("{}: {error}.", path.display()));
    if path.is_dir() {
        let mut inside: Vec<PathBuf> = fs::read_dir(&path)
            .map_err(failed)?
            .filter_map(|entry| Some(name.join(entry.ok()?.file_name())))
            .collect();
        inside.sort();
        return inside
            .iter()
            .try_for_each(|name| hashed(tree, name, hasher));
    }
    name.hash(hasher);
    fs::read(&path).map_err(failed)?.hash(hasher);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Line, Outcome, Record, line};

    #[test]
    fn a_line_is_read_as_it_was_written_and_the_last_one_counts() {
        let path = std::env::temp_dir().join(format!("schemata-record-{}", std::process::id()));
        let _ = std::fs::remove_file(&path);
        let of = |outcome, by: &str| Line {
            digest: "d".into(),
            outcome,
            by: by.into(),
            name: "src/a.rs:1:2: replace == with != in f".into(),
        };
        let record = Record::open(&path);
        record.add(of(Outcome::Survived, "")).unwrap();
        record.add(of(Outcome::Caught, "rates::exact")).unwrap();
        let again = Record::open(&path);
        let name = of(Outcome::Caught, "").name;
        assert_eq!(again.of(&name), Some(of(Outcome::Caught, "rates::exact")));
        assert_eq!(again.of("another"), None);
        std::fs::remove_file(&path).unwrap();
    }

    #[test]
    fn a_line_that_was_cut_off_is_not_there() {
        assert_eq!(line("d\tcaught\trates"), None);
    }
}
