//! T1, T2, T3, T5, T6: what the tests of links and signatures print, each with its denominator.

use crate::run::{Failure, cargo};
use std::{path::Path, process::Stdio};

/// The tests that print figures.
const TRUST: &str = "test --locked --no-default-features --test trust --test links -- --nocapture";
/// Names the file into which a test writes links that hold texts written to be run.
const INJECTED_TEXTS: &str = "QUITTANCE_INJECTED_TEXTS";
const COMMANDS: &str =
    "test --locked --no-default-features --features cli --test command_line limit -- --nocapture";

/// Runs the tests and prints the lines of one figure.
pub fn printed(id: &str) -> Result<(), Failure> {
    run(id, None)
}

/// The same, and writes the links that a browser is to open into a file.
pub fn printed_with_texts(id: &str, texts: &Path) -> Result<(), Failure> {
    run(id, Some(texts))
}

fn run(id: &str, texts: Option<&Path>) -> Result<(), Failure> {
    let mut passed = true;
    let mut lines = Vec::new();
    let runs: &[&str] = if id == "T5" {
        &[TRUST, COMMANDS]
    } else {
        &[TRUST]
    };
    for words in runs {
        let mut run = cargo(words);
        run.stderr(Stdio::inherit());
        if let Some(file) = texts {
            run.env(INJECTED_TEXTS, file);
        }
        let output = run
            .output()
            .map_err(|error| Failure(format!("cargo could not be started ({error}).")))?;
        passed &= output.status.success();
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        lines.extend(of(&text, id));
        if !output.status.success() {
            print!("{text}");
        }
    }
    for line in &lines {
        println!("{line}");
    }
    if !passed {
        return Err(Failure(format!("{id}: a test failed.")));
    }
    if lines.is_empty() {
        return Err(Failure(format!("{id}: nothing was printed.")));
    }
    Ok(())
}

/// The lines of a figure. The harness may have begun the line that a test ends.
fn of(text: &str, id: &str) -> Vec<String> {
    let starts = [format!("{id} "), format!("{id}: ")];
    text.lines()
        .filter_map(|line| {
            let at = starts.iter().find_map(|start| line.find(start.as_str()))?;
            line.get(at..).map(str::to_owned)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn the_lines_of_one_figure_are_picked_out() {
        let text = "test a ... T1 signed: 5 changed\nT2: 3 valid\nok\nT1: drafts\nT10: other";
        assert_eq!(of(text, "T1"), ["T1 signed: 5 changed", "T1: drafts"]);
        assert_eq!(of(text, "T2"), ["T2: 3 valid"]);
    }
}
