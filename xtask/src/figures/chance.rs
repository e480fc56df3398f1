//! C2 and C5: random cases with every law on each, in shards that add up.
//!
//! A case is its seed and its number (`tests/chance.rs`), so a run that was cut off goes on where it stopped: finished
//! shards are kept under `target/xtask/chance` for the commit they were run on.

use super::asked::Asked;
use crate::run::{Failure, answer, cargo, must, program, root};
use std::{
    fs,
    path::PathBuf,
    process::{Command, Stdio},
    thread::available_parallelism,
    time::Instant,
};

const TEST: &str = "every_case_keeps_every_law_and_every_kind_of_case_comes_up";
const BUILD: &str = "test --locked --no-default-features --profile native --test chance";
const SEED: u64 = 20_261_122;
/// Cases of one shard, and of the histogram of C5.
const SHARD: u64 = 1_000_000;
/// C2.
const AIM: u64 = 100_000_000;

/// What the test prints of one shard.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Counts {
    first: u64,
    cases: u64,
    laid_out: u64,
    refused: u64,
    violations: u64,
    milliseconds: u64,
}

impl Counts {
    /// The counts in the line that begins with `chance`.
    fn read(text: &str) -> Option<Self> {
        let line = text.lines().find(|line| line.starts_with("chance seed"))?;
        let words: Vec<&str> = line.split_whitespace().collect();
        let number = |name: &str| {
            let at = words.iter().position(|word| *word == name)?;
            words.get(at + 1)?.parse().ok()
        };
        Some(Self {
            first: number("first")?,
            cases: number("cases")?,
            laid_out: number("laid-out")?,
            refused: number("refused")?,
            violations: number("violations")?,
            milliseconds: number("milliseconds")?,
        })
    }

    const fn plus(self, other: Self) -> Self {
        Self {
            first: 0,
            cases: self.cases + other.cases,
            laid_out: self.laid_out + other.laid_out,
            refused: self.refused + other.refused,
            violations: self.violations + other.violations,
            milliseconds: self.milliseconds + other.milliseconds,
        }
    }
}

/// C2: all cases asked for, by default 10^8.
pub fn cases(asked: &Asked) -> Result<(), Failure> {
    let seed = asked.seed.unwrap_or(SEED);
    let wanted = asked.cases.unwrap_or(AIM);
    must(
        cargo(BUILD).arg("--no-run"),
        "the cases could not be compiled",
    )?;
    let kept = kept_under(seed);
    let done: Vec<Counts> = kept
        .as_ref()
        .and_then(|file| fs::read_to_string(file).ok())
        .map(|text| text.lines().filter_map(Counts::read).collect())
        .unwrap_or_default();
    let mut sum = Counts::default();
    let mut failed = 0;
    let mut first = 0;
    while first < wanted {
        let cases = SHARD.min(wanted - first);
        let known = done
            .iter()
            .find(|shard| (shard.first, shard.cases) == (first, cases));
        let counts = if let Some(known) = known {
            *known
        } else {
            let (counts, passed, line) = shard(seed, first, cases)?;
            if passed {
                keep(kept.as_ref(), &line)?;
            } else {
                failed += 1;
            }
            counts
        };
        sum = sum.plus(counts);
        first += cases;
        println!(
            "{} of {wanted} cases, {} violations, {} s",
            sum.cases,
            sum.violations,
            sum.milliseconds / 1_000
        );
    }
    println!(
        "C2: {} violations and 0 panics unnamed in {} random cases ({} laid out, {} refused by name), seed {seed}, {} s; \
         control: 30 kinds of planted faults and the answers of every rule kind put out of place, all seen (tests/chance/planted.rs, tests/chance/planted_terms.rs)",
        sum.violations,
        sum.cases,
        sum.laid_out,
        sum.refused,
        sum.milliseconds / 1_000
    );
    if sum.violations > 0 || failed > 0 {
        Err(Failure(format!("C2: {failed} shards failed.")))
    } else if sum.cases < AIM {
        Err(Failure(format!(
            "C2: a sample of {} cases; the aim is {AIM}.",
            sum.cases
        )))
    } else {
        Ok(())
    }
}

/// C5: the histogram of 10^6 cases, asserted by the test itself.
pub fn adequacy(asked: &Asked) -> Result<(), Failure> {
    let seed = asked.seed.unwrap_or(SEED);
    let cases = asked.cases.unwrap_or(SHARD);
    let output = run(seed, 0, cases)?;
    print!("{}", output.text);
    let line = output
        .text
        .lines()
        .find(|line| line.starts_with("histogram"));
    println!(
        "C5: {} in {cases} cases, seed {seed}",
        line.unwrap_or("histogram not printed")
    );
    if output.passed {
        Ok(())
    } else {
        Err(Failure(
            "C5: some kinds of cases come up too seldom.".into(),
        ))
    }
}

/// The 10^6 cases of every full test run.
pub fn a_million_cases() -> Result<(), Failure> {
    let (counts, passed, line) = shard(SEED, 0, SHARD)?;
    println!("{line}");
    if passed && counts.violations == 0 {
        Ok(())
    } else {
        Err(Failure("a random case breaks a law".into()))
    }
}

/// One shard: its counts, whether the test passed, and its line.
fn shard(seed: u64, first: u64, cases: u64) -> Result<(Counts, bool, String), Failure> {
    let began = Instant::now();
    let output = run(seed, first, cases)?;
    let counts = Counts::read(&output.text).ok_or_else(|| {
        print!("{}", output.text);
        Failure(format!(
            "Cases {first} to {}: no counts were printed.",
            first + cases
        ))
    })?;
    if !output.passed {
        print!("{}", output.text);
    }
    let line = output
        .text
        .lines()
        .find(|line| line.starts_with("chance seed"))
        .unwrap_or_default()
        .to_owned();
    println!("{line} ({:.0} s)", began.elapsed().as_secs_f64());
    Ok((counts, output.passed, line))
}

struct Output {
    text: String,
    passed: bool,
}

fn run(seed: u64, first: u64, cases: u64) -> Result<Output, Failure> {
    let threads = available_parallelism().map_or(1, usize::from);
    let mut test: Command = cargo(BUILD);
    test.args(["--", "--exact", TEST, "--nocapture"])
        .env("QUITTANCE_CHANCE_SEED", seed.to_string())
        .env("QUITTANCE_CHANCE_FIRST", first.to_string())
        .env("QUITTANCE_CHANCE_CASES", cases.to_string())
        .env("QUITTANCE_CHANCE_THREADS", threads.to_string())
        .stderr(Stdio::inherit());
    let output = test
        .output()
        .map_err(|error| Failure(format!("cargo could not be started ({error}).")))?;
    Ok(Output {
        text: String::from_utf8_lossy(&output.stdout).into_owned(),
        passed: output.status.success(),
    })
}

/// The file of finished shards; none where the checkout differs from its commit.
fn kept_under(seed: u64) -> Option<PathBuf> {
    let changed = answer(program("git").args(["status", "--porcelain"]))?;
    let commit = answer(program("git").args(["rev-parse", "--short", "HEAD"]))?;
    if !changed.is_empty() {
        println!("The checkout differs from its commit: finished shards are not kept.");
        return None;
    }
    Some(root().join(format!("target/xtask/chance/{commit}-{seed}.txt")))
}

fn keep(file: Option<&PathBuf>, line: &str) -> Result<(), Failure> {
    let Some(file) = file else { return Ok(()) };
    let before = fs::read_to_string(file).unwrap_or_default();
    file.parent()
        .map_or(Ok(()), fs::create_dir_all)
        .and_then(|()| fs::write(file, format!("{before}{line}\n")))
        .map_err(|error| Failure(format!("{}: {error}.", file.display())))
}

#[cfg(test)]
mod tests {
    use super::Counts;

    #[test]
    fn the_line_of_a_shard_is_read_and_shards_add_up() {
        let line = "chance seed 7 first 1000 cases 500 laid-out 400 refused 100 violations 2 milliseconds 30";
        let counts = Counts::read(&format!("test output\n{line}\nmore")).unwrap();
        assert_eq!((counts.first, counts.cases), (1_000, 500));
        let twice = counts.plus(counts);
        assert_eq!(
            (twice.laid_out, twice.refused, twice.violations),
            (800, 200, 4)
        );
        assert_eq!(Counts::read("chance seed 7 first x"), None);
    }
}
