//! Every mutant of a crate in one build, each chosen at run time and tried by the tests that reach it.
//!
//! ```text
//! list     the mutants, as cargo-mutants lists them
//! sites    where in a file they stand
//! rewrite  the text in which all of them are there and none is on
//! switch   the module that says which one is on
//! mirror   the tree that is built, next to the sources as they stand
//! plan     which are in the build, and what becomes of the others
//! compile  the build, and whom the compiler's errors are owed to
//! suite    the tests, and running some of them with one mutant on
//! reach    what each of them reaches
//! record   what is known so far
//! trial    each mutant against its tests
//! report   the score and the survivors
//! ```

mod compile;
mod list;
mod mirror;
mod plan;
mod reach;
mod record;
mod report;
mod rewrite;
mod sites;
mod suite;
mod switch;
mod trial;

use compile::Crate;
use std::{env, fs, path::PathBuf, process::ExitCode};

/// Why this stopped, worded for the person at the keyboard.
#[derive(Debug)]
pub struct Failure(pub String);

/// What was asked for.
pub struct Asked {
    /// The crate whose tests prove.
    pub house: Crate,
    /// The sources as they stand, which are never written to.
    pub sources: PathBuf,
    /// The list of cargo-mutants.
    pub list: PathBuf,
    /// The folder of what is known so far.
    pub output: PathBuf,
    /// Mutants of this file alone.
    pub file: Option<String>,
    /// The Kth of N parts, every Nth mutant.
    pub shard: Option<(usize, usize)>,
    /// How many are tried at a time.
    pub jobs: usize,
    /// The score to reach, in percent.
    pub aim: usize,
}

fn main() -> ExitCode {
    match asked(env::args().skip(1)).and_then(|asked| {
        fs::create_dir_all(&asked.output)
            .map_err(|error| Failure(format!("{}: {error}.", asked.output.display())))?;
        trial::all(&asked)
    }) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure(why)) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn asked(mut words: impl Iterator<Item = String>) -> Result<Asked, Failure> {
    let mut asked = Asked {
        house: Crate {
            tree: PathBuf::new(),
            build: PathBuf::new(),
            program: String::new(),
        },
        sources: PathBuf::new(),
        list: PathBuf::new(),
        output: PathBuf::new(),
        file: None,
        shard: None,
        jobs: 1,
        aim: 95,
    };
    while let Some(flag) = words.next() {
        let value = words
            .next()
            .ok_or_else(|| Failure(format!("`{flag}` needs a value behind it.")))?;
        let number = |text: &str| {
            text.parse::<usize>()
                .map_err(|_| Failure(format!("`{flag}` needs numbers, not `{text}`.")))
        };
        match flag.as_str() {
            "--sources" => asked.sources = value.into(),
            "--tree" => asked.house.tree = value.into(),
            "--build" => asked.house.build = value.into(),
            "--program" => asked.house.program = value,
            "--list" => asked.list = value.into(),
            "--output" => asked.output = value.into(),
            "--file" => asked.file = Some(value),
            "--shard" => {
                let (part, of) = value
                    .split_once('/')
                    .ok_or_else(|| Failure(format!("`--shard` needs K/N, not `{value}`.")))?;
                asked.shard = Some((number(part)?, number(of)?.max(1)));
            }
            "--jobs" => asked.jobs = number(&value)?.max(1),
            "--aim" => asked.aim = number(&value)?,
            _ => return Err(Failure(format!("`{flag}` is not known here."))),
        }
    }
    Ok(asked)
}
