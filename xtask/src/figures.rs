//! The figures that the project publishes, each with what it is of.

use crate::{
    run::{Failure, cargo, must, program, root},
    tools::Tools,
};
use std::fs;

/// F1: everything the first visit transfers, both languages, brotli.
const FIRST_VISIT_BYTES: u32 = 204_800;

/// F1 as it last landed, with room for the next small change: the aim is not met yet (`docs/figures.md`), and until it
/// is, CI sees to it that the distance does not grow unnoticed.
const LANDED_FIRST_VISIT_BYTES: u32 = 385_000;

/// F1 on the app as last built, against its aim.
pub fn size() -> Result<(), Failure> {
    size_within(FIRST_VISIT_BYTES)
}

/// F1 on the app as last built, against what last landed.
pub fn size_not_grown() -> Result<(), Failure> {
    size_within(LANDED_FIRST_VISIT_BYTES)
}

fn size_within(most: u32) -> Result<(), Failure> {
    if !root().join("dist/index.html").is_file() {
        Tools::ready()?.build_app()?;
    }
    let mut script = program("node");
    script.args(["xtask/node/size.mjs", "dist", &most.to_string()]);
    must(
        &mut script,
        "the first visit is larger than its budget, or could not be measured",
    )
}

/// F4: the engine alone, natively. The bench prints its figures and fails below their aim.
pub fn bench() -> Result<(), Failure> {
    let manifest = fs::read_to_string(root().join("Cargo.toml"))
        .map_err(|error| Failure(format!("Cargo.toml: {error}.")))?;
    if !manifest.contains("[[bench]]") {
        return Err(Failure("There is no bench in Cargo.toml yet.".into()));
    }
    let mut bench = cargo("bench --no-default-features --profile native --bench engine");
    must(
        &mut bench,
        "the bench did not reach its aim, or could not be run",
    )
}

/// Measures the named figures, all known ones if none is named.
pub fn measure(ids: &[String]) -> Result<(), Failure> {
    let known = ["F1".to_owned(), "F4".to_owned()];
    let mut missed = Vec::new();
    for id in if ids.is_empty() { &known } else { ids } {
        let result = match id.as_str() {
            "F1" => size(),
            "F4" => bench(),
            _ => Err(Failure(format!("{id}: not measured yet"))),
        };
        if let Err(Failure(why)) = result {
            eprintln!("{why}");
            missed.push(id.as_str());
        }
    }
    if missed.is_empty() {
        Ok(())
    } else {
        Err(Failure(format!("not met: {}", missed.join(" "))))
    }
}
