//! F4: the engine alone, natively.

use crate::run::{Failure, cargo, must, root};
use std::fs;

/// F4: the bench prints its figures and fails below their aim.
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
