//! The JSON Schemas of the files that the engine reads, as the command line writes them.

use crate::run::{Failure, answer, cargo, root};
use std::fs;

/// The name that `quittance schema` takes, and the file that holds what it answers.
const FILES: [(&str, &str); 2] = [
    ("pack", "docs/rule-pack.schema.json"),
    ("case", "docs/case.schema.json"),
];

const RUN: &str =
    "run --quiet --locked --no-default-features --features cli --bin quittance -- schema";

/// Writes them all.
pub fn write() -> Result<(), Failure> {
    for (name, file) in FILES {
        let schema = answer(&mut cargo(&format!("{RUN} {name}"))).ok_or_else(|| {
            Failure(format!(
                "`quittance schema {name}` gave no answer; run `cargo {RUN} {name}` to see why."
            ))
        })?;
        fs::write(root().join(file), format!("{schema}\n"))
            .map_err(|error| Failure(format!("{file} could not be written ({error}).")))?;
        println!("{file}");
    }
    Ok(())
}
