//! The second writing of `quittance plan` in Python (`tests/second/`) gives the same figures: C3, the short run:
//! a fifth of the boundaries, of which `cargo xtask figures C3` takes all, and random documents.

use std::process::{Command, Output};

/// Runs the comparison; `None` where there is no Python.
fn compare(words: &[&str]) -> Option<Output> {
    if Command::new("python3").arg("--version").output().is_err() {
        println!("skipped: python3 is not on this machine, and the second writing needs it");
        return None;
    }
    let output = Command::new("python3")
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["-B", "tests/second/compare.py"])
        .arg(env!("CARGO_BIN_EXE_quittance"))
        .args(words)
        .output()
        .unwrap();
    Some(output)
}

#[test]
fn two_writings_give_the_same_figures() {
    let words = ["--count", "5000", "--grid", "20", "--seed", "20261122"];
    let Some(output) = compare(&words) else {
        return;
    };
    let said = String::from_utf8(output.stdout).unwrap();
    let words = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{said}{words}");
    assert!(
        said.contains("boundaries: 0 differences in ")
            && said.contains("random: 0 differences in 5000 documents"),
        "{said}"
    );
    println!("{said}");
}

#[test]
fn planted_errors_show() {
    let Some(output) = compare(&["--plant", "--within", "1000", "--seed", "20261122"]) else {
        return;
    };
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{said}");
    assert!(!said.contains("NOT FOUND"), "{said}");
    assert_eq!(said.matches("found at document").count(), 74, "{said}");
}
