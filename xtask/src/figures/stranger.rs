//! A stranger's verification: texts that the command line signed, verified by other people's libraries alone.

use super::command_line::{self, BUILT};
use crate::run::{Failure, answer, must, program, root};

const VENV: &str = "target/xtask/stranger";
/// What the script needs, and nothing beside it.
const NEEDED: [&str; 2] = ["cbor2==6.3.0", "cryptography==50.0.2"];

/// Signs with the command line, and verifies with `tests/stranger/`.
pub fn verified() -> Result<(), Failure> {
    run(&[])
}

/// Writes the bytes of the texts that it verifies into a folder, for the fuzzer to begin with.
pub fn texts(folder: &str) -> Result<(), Failure> {
    run(&["--corpus", folder])
}

fn run(words: &[&str]) -> Result<(), Failure> {
    if answer(program("python3").arg("--version")).is_none() {
        return Err(Failure(
            "A stranger's verification needs python3 with venv and pip.".to_owned(),
        ));
    }
    command_line::built()?;
    let python = python()?;
    let mut run = program(&python);
    run.args(["-B", "tests/stranger/verify.py", BUILT])
        .args(words);
    must(&mut run, "a stranger finds another answer")
}

/// A Python with the two libraries, in a folder of its own below target/.
fn python() -> Result<String, Failure> {
    let python = root()
        .join(VENV)
        .join("bin/python3")
        .to_string_lossy()
        .into_owned();
    if answer(program(&python).args(["-c", "import cbor2, cryptography"])).is_none() {
        println!(
            "Installing {} into {VENV}, to verify signatures without our code.",
            NEEDED.join(" and ")
        );
        must(
            program("python3").args(["-m", "venv", VENV]),
            "python3 could not make a folder for its libraries",
        )?;
        let mut install = program(&python);
        install
            .args(["-m", "pip", "install", "--quiet"])
            .args(NEEDED);
        must(&mut install, "pip could not install the libraries")?;
    }
    Ok(python)
}
