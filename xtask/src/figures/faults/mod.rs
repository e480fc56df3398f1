//! C6: planted faults, each a small change of the source, each caught by the test that is named beside it.
//!
//! The tree is copied to `target/xtask/copy`, and every fault is put into the copy alone: what is being worked on is
//! never touched. A fault that no longer applies, does not compile, or whose test is gone is an error, not a catch.

mod table;

use super::asked::Asked;
use super::tree::Tree;
use crate::run::{Failure, cargo};
use std::{path::Path, process::Command, time::Instant};
use table::FAULTS;

/// A fault, and the test that must fail of it.
#[derive(Clone, Copy, Debug)]
pub struct Fault {
    /// What goes wrong.
    pub name: &'static str,
    /// Where it went wrong before, if a peer shipped it.
    pub peer: Option<&'static str>,
    pub file: &'static str,
    /// Stands in the file exactly once.
    pub find: &'static str,
    pub replace: &'static str,
    pub test: Test,
}

/// One test by its full name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Test {
    /// Beside the code.
    Unit(&'static str),
    /// In a file of `tests/`.
    Of(&'static str, &'static str),
}

/// What came of running one test.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ran {
    Passed,
    Failed,
    NotThere,
    DidNotCompile,
}

/// Plants every fault in turn.
pub fn caught(asked: &Asked) -> Result<(), Failure> {
    let tree = Tree::copied()?;
    let chosen: Vec<&Fault> = FAULTS
        .iter()
        .filter(|fault| {
            asked
                .only
                .as_deref()
                .is_none_or(|only| fault.name.contains(only))
        })
        .collect();
    // A test that fails anyway catches nothing.
    let mut broken = Vec::new();
    for fault in &chosen {
        let ran = run(&tree, fault.test)?;
        if ran != Ran::Passed {
            broken.push(format!("{:?} without a fault: {ran:?}", fault.test));
        }
    }
    if !broken.is_empty() {
        return Err(Failure(format!("C6 cannot begin.\n{}", broken.join("\n"))));
    }
    let (mut caught, mut survived) = (0, Vec::new());
    for fault in &chosen {
        let began = Instant::now();
        let planted = tree.plant(fault)?;
        let ran = run(&tree, fault.test);
        tree.restore(fault, &planted)?;
        let seconds = began.elapsed().as_secs_f64();
        match ran? {
            Ran::Failed => {
                caught += 1;
                let (target, test) = words(fault.test);
                let peer = fault
                    .peer
                    .map_or(String::new(), |peer| format!(" ({peer})"));
                println!(
                    "caught    {seconds:>5.1} s  {}{peer}, by {target} {test}",
                    fault.name
                );
            }
            Ran::Passed => {
                println!("SURVIVED  {seconds:>5.1} s  {}", fault.name);
                survived.push(fault.name);
            }
            other => {
                println!("NOT TRIED {seconds:>5.1} s  {}: {other:?}", fault.name);
                survived.push(fault.name);
            }
        }
    }
    let peers = FAULTS.iter().filter(|fault| fault.peer.is_some()).count();
    println!(
        "C6: {caught} of {} planted faults caught by their named tests, {peers} of the {} those of peers; \
         control: every named test passes without its fault",
        chosen.len(),
        FAULTS.len()
    );
    if survived.is_empty() && chosen.len() == FAULTS.len() {
        Ok(())
    } else {
        Err(Failure(format!(
            "C6: {caught} of {} caught; survived or not tried: {survived:?}.",
            FAULTS.len()
        )))
    }
}

fn words(test: Test) -> (String, &'static str) {
    match test {
        Test::Unit(name) => ("--lib".to_owned(), name),
        Test::Of(file, name) => (format!("--test {file}"), name),
    }
}

fn run(tree: &Tree, test: Test) -> Result<Ran, Failure> {
    let (target, name) = words(test);
    let compiled = output(&tree.root, &tree.build, &format!("{target} --no-run"))?;
    if !compiled.passed {
        print!("{}", compiled.text);
        return Ok(Ran::DidNotCompile);
    }
    let output = output(
        &tree.root,
        &tree.build,
        &format!("{target} -- --exact {name}"),
    )?;
    Ok(if output.text.contains("test result: ok. 1 passed") {
        Ran::Passed
    } else if output
        .text
        .contains("test result: FAILED. 0 passed; 1 failed")
    {
        Ran::Failed
    } else {
        Ran::NotThere
    })
}

struct Output {
    text: String,
    passed: bool,
}

fn output(folder: &Path, build: &Path, words: &str) -> Result<Output, Failure> {
    let mut command: Command = cargo("test --quiet --locked --no-default-features");
    command
        .args(words.split_whitespace())
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", build)
        // Nobody looks into these programs with a debugger: without its tables they compile faster.
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        // Panics of a caught fault are expected: their backtraces would take longer than the tests.
        .env("RUST_BACKTRACE", "0");
    let output = command
        .output()
        .map_err(|error| Failure(format!("cargo could not be started ({error}).")))?;
    let mut text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.push_str(&String::from_utf8_lossy(&output.stderr));
    Ok(Output {
        text,
        passed: output.status.success(),
    })
}

#[cfg(test)]
mod tests {
    use super::FAULTS;
    use crate::figures::tree::planted;
    use crate::run::root;
    use std::collections::BTreeSet;

    #[test]
    fn there_are_25_faults_at_least_of_different_names_with_the_bugs_of_peers_among_them() {
        let names: BTreeSet<&str> = FAULTS.iter().map(|fault| fault.name).collect();
        assert!(FAULTS.len() >= 25);
        assert_eq!(names.len(), FAULTS.len());
        let peers = FAULTS.iter().filter(|fault| fault.peer.is_some()).count();
        assert_eq!(peers, 15);
    }

    #[test]
    fn every_fault_applies_to_the_source_as_it_is() {
        let wrong: Vec<String> = FAULTS
            .iter()
            .filter_map(|fault| {
                let text = std::fs::read_to_string(root().join(fault.file)).unwrap();
                planted(fault, &text).err().map(|failure| failure.0)
            })
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
