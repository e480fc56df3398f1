//! F4: the engine alone, natively: plans a second and instructions a row.
#![expect(
    clippy::disallowed_types,
    reason = "speeds and ratios are measured, and nobody pays them"
)]

use crate::run::{Failure, answer, cargo, must, program, root};
use std::{fs, path::PathBuf};

const BUILD: &str = "bench --locked --no-default-features --profile native --bench engine --no-run";
const DEBTS: f64 = 64.0;

/// F4: the bench prints its figures and fails below their aim.
pub fn bench() -> Result<(), Failure> {
    built()?;
    for work in ["bare", "allocated", "judged"] {
        match instructions_a_row(work, "12") {
            Ok(row) => println!("{work}: {row:.0} instructions a row of 12"),
            Err(Failure(why)) => println!("{work}: instructions not counted: {why}"),
        }
    }
    must(
        &mut program(&bench_path()?.to_string_lossy()),
        "the bench did not reach its aim, or could not be run",
    )
}

/// Builds the bench.
pub fn built() -> Result<(), Failure> {
    must(&mut cargo(BUILD), "the bench could not be built")
}

/// What the bench prints.
pub fn said(words: &[&str]) -> Result<String, Failure> {
    answer(program(&bench_path()?.to_string_lossy()).args(words))
        .ok_or_else(|| Failure(format!("the bench did not answer {}", words.join(" "))))
}

/// How many times a second the bench does a work.
pub fn per_second(work: &str, rows: &str) -> Result<f64, Failure> {
    let line = said(&["speed", work, rows])?;
    line.split_whitespace()
        .nth(1)
        .and_then(|count| count.parse().ok())
        .ok_or_else(|| Failure(format!("the bench said {line}")))
}

/// Instructions that callgrind counts for one row of a work: the difference between two runs, so that what is done
/// once does not count.
pub fn instructions_a_row(work: &str, rows: &str) -> Result<f64, Failure> {
    let counted = |times: u32| -> Result<f64, Failure> {
        let mut valgrind = program("valgrind");
        valgrind
            .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
            .arg(bench_path()?)
            .args(["only", work, rows, &times.to_string()]);
        let output = valgrind
            .output()
            .map_err(|error| Failure(format!("valgrind: {error}.")))?;
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        let line = text.lines().find(|line| line.contains("Collected :"));
        line.and_then(|line| line.split_whitespace().last()?.parse().ok())
            .ok_or_else(|| Failure("valgrind counted nothing".into()))
    };
    let rows: f64 = rows
        .parse()
        .map_err(|_| Failure("rows is a number".into()))?;
    Ok((counted(6)? - counted(2)?) / 4.0 / DEBTS / rows)
}

/// The newest build of the bench.
fn bench_path() -> Result<PathBuf, Failure> {
    let folder = root().join("target/native/deps");
    let missing = || Failure(format!("There is no bench in {}.", folder.display()));
    fs::read_dir(&folder)
        .map_err(|_| missing())?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            name.starts_with("engine-") && path.extension().is_none()
        })
        .max_by_key(|path| path.metadata().and_then(|data| data.modified()).ok())
        .ok_or_else(missing)
}
