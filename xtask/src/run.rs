//! Starting programs, and one clear sentence when one of them fails.

use std::{
    env,
    io::ErrorKind,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// Why a command stopped, worded for the person at the keyboard.
#[derive(Debug)]
pub struct Failure(pub String);

/// The top of the repository.
///
/// `cargo run` names the manifest's folder at run time, so a moved checkout needs no rebuild.
pub fn root() -> PathBuf {
    let here = env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from("xtask"), Into::into);
    here.parent()
        .map_or_else(|| PathBuf::from("."), Path::to_path_buf)
}

/// A program that will run at the top of the repository.
pub fn program(name: &str) -> Command {
    let mut command = Command::new(name);
    command.current_dir(root());
    command
}

/// Cargo, told its words.
pub fn cargo(words: &str) -> Command {
    let mut command = program("cargo");
    command.args(words.split_whitespace());
    command
}

/// Runs to the end with its output shown.
pub fn must(command: &mut Command, sentence: &str) -> Result<(), Failure> {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(Failure(format!(
            "Stopped: {sentence}; its own words stand above."
        ))),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            Err(missing(&command.get_program().to_string_lossy()))
        }
        Err(error) => Err(Failure(format!("Stopped: {sentence} ({error})."))),
    }
}

/// What the program prints, or `None` when it is absent or fails.
pub fn answer(command: &mut Command) -> Option<String> {
    let output = command
        .stderr(Stdio::null())
        .stdin(Stdio::null())
        .output()
        .ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The sentence for a program that is not on this machine.
pub fn missing(name: &str) -> Failure {
    let way = match name {
        "node" | "npm" => "install Node.js 20 or newer, which brings npm",
        "rustup" | "cargo" | "rustc" => "install Rust with rustup",
        _ => "install it, or put it on the PATH",
    };
    Failure(format!(
        "`{name}` is not on this machine: {way}, then run this command again."
    ))
}
