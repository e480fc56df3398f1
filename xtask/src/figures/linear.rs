//! F7: cost grows with rows and with cases as they do, and memory does not grow with cases.
#![expect(
    clippy::disallowed_types,
    reason = "speeds and ratios are measured, and nobody pays them"
)]

use super::{command_line, speed};
use crate::run::{Failure, program};
use std::{io::Write, process::Stdio};

const ROWS: [&str; 5] = ["12", "60", "120", "300", "600"];
/// A row of a long plan may cost so much more than a row of a plan of sixty.
const MOST_A_ROW: f64 = 1.25;
const CASES: [u32; 3] = [10_000, 100_000, 1_000_000];
/// A million cases may take so much more memory than ten thousand, in KiB: what the allocator keeps.
const MOST_MEMORY: u64 = 1024;
/// And so much more than a hundred times the time of ten thousand.
const MOST_TIME: f64 = 1.25;

/// Instructions a row, and memory and time over cases.
pub fn linear() -> Result<(), Failure> {
    speed::built()?;
    command_line::built()?;
    let mut missed = Vec::new();
    let mut at_sixty = None;
    for work in ["bare", "allocated"] {
        for rows in ROWS {
            let row = speed::instructions_a_row(work, rows)?;
            if rows == "60" {
                at_sixty = Some(row);
            }
            let ratio = at_sixty.map_or(1.0, |sixty| row / sixty);
            println!("{work}: {row:.0} instructions a row of {rows} ({ratio:.2} of a row of 60)");
            if ratio > MOST_A_ROW && rows != "12" {
                missed.push(format!("{work} at {rows} rows"));
            }
        }
        at_sixty = None;
    }
    let mut first = None;
    for cases in CASES {
        let (seconds, kib) = answered(cases)?;
        println!("{cases} cases through the command line: {seconds:.2} s, {kib} KiB at most");
        let (seconds_then, kib_then, cases_then) = *first.get_or_insert((seconds, kib, cases));
        let expected = seconds_then * f64::from(cases) / f64::from(cases_then);
        if kib > kib_then + MOST_MEMORY {
            missed.push(format!("memory at {cases} cases"));
        }
        if seconds > expected * MOST_TIME {
            missed.push(format!("time at {cases} cases"));
        }
    }
    println!(
        "F7: {} rows to 600 and {} cases to 1,000,000: {}",
        ROWS.len(),
        CASES.len(),
        if missed.is_empty() {
            "linear, memory flat".to_owned()
        } else {
            missed.join(", ")
        }
    );
    if missed.is_empty() {
        Ok(())
    } else {
        Err(Failure("F7 is not met.".into()))
    }
}

/// Seconds, and the most memory held at once in KiB, to answer so many documents.
fn answered(cases: u32) -> Result<(f64, u64), Failure> {
    let failed = |what: &str| Failure(format!("F7: {what}"));
    let mut timed = program("python3");
    timed
        .args(["xtask/bench/measured.py", command_line::BUILT, "plan"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped());
    let mut child = timed.spawn().map_err(|error| failed(&error.to_string()))?;
    let line = br#"{"case":"card-cn","option":{"settlement":"instalments","count":12,"first_due":"2026-12-21","rate_pct":"6"}}
"#;
    let mut input = child.stdin.take().ok_or_else(|| failed("no input"))?;
    for _ in 0..cases {
        input
            .write_all(line)
            .map_err(|error| failed(&error.to_string()))?;
    }
    drop(input);
    let output = child
        .wait_with_output()
        .map_err(|error| failed(&error.to_string()))?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let words: Vec<&str> = text.split_whitespace().collect();
    match words.as_slice() {
        [seconds, kib] => Ok((
            seconds.parse().map_err(|_| failed(&text))?,
            kib.parse().map_err(|_| failed(&text))?,
        )),
        _ => Err(failed(&text)),
    }
}
