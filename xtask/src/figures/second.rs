//! C3: the second writing in Python (`tests/second/`), compared with the program over random documents and boundaries.

use super::{
    asked::Asked,
    command_line::{self, BUILT},
};
use crate::run::{Failure, answer, must, program, root};

const SEED: u64 = 20_261_122;
/// C3.
const AIM: u64 = 1_000_000;

/// All boundaries and so many random documents, by default 10^6; then whether planted errors would have shown.
pub fn compared(asked: &Asked) -> Result<(), Failure> {
    if answer(program("python3").arg("--version")).is_none() {
        return Err(Failure(
            "C3 needs python3 (3.11 or later, nothing beside it): it runs the second writing."
                .to_owned(),
        ));
    }
    command_line::built()?;
    let seed = asked.seed.unwrap_or(SEED).to_string();
    let count = asked.cases.unwrap_or(AIM).to_string();
    let compare = |words: &[&str]| {
        let mut command = program("python3");
        command
            .current_dir(root())
            .args(["-B", "tests/second/compare.py", BUILT, "--seed", &seed])
            .args(words);
        command
    };
    must(
        &mut compare(&["--plant"]),
        "C3: a planted error went unseen",
    )?;
    must(
        &mut compare(&["--count", &count]),
        "C3: the two writings differ",
    )
}
