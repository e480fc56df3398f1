//! T4: changed texts by the hundred thousand, optimised, each timed and its memory counted.

use super::asked::Asked;
use crate::run::{Failure, cargo, must};

const TEST: &str =
    "test --locked --profile native --no-default-features --test hostile -- --nocapture";
/// In every run of CI.
const SECONDS: u64 = 60;

/// So many changed texts, or a minute of them.
pub fn changed(asked: &Asked) -> Result<(), Failure> {
    let mut test = cargo(TEST);
    match asked.cases {
        Some(cases) => test.env("QUITTANCE_HOSTILE_INPUTS", cases.to_string()),
        None => test.env("QUITTANCE_HOSTILE_SECONDS", SECONDS.to_string()),
    };
    if let Some(seed) = asked.seed {
        test.env("QUITTANCE_HOSTILE_SEED", seed.to_string());
    }
    must(
        &mut test,
        "T4: a changed text was not refused as it should be",
    )
}

/// The minute of every full test run.
pub fn a_minute() -> Result<(), Failure> {
    changed(&Asked::default())
}
