//! What must be on the machine before the app can be built, found or installed.
//!
//! Compiled tools go into a folder that outlives the checkout (`$QUITTANCE_TOOLS`, or
//! `~/.cache/quittance/tools`), because building them takes minutes.

use crate::run::{Failure, answer, cargo, missing, must, program, root};
use std::{
    env,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

const TRUNK: &str = "0.21.14";
const MUTANTS: &str = "27.1.0";
const NODE_AT_LEAST: u32 = 20;
const WASM: &str = "wasm32-unknown-unknown";

/// Proof that the tools are there, and the search path that finds them first.
pub struct Tools {
    path: OsString,
}

impl Tools {
    /// Finds every tool, installing what is missing.
    pub fn ready() -> Result<Self, Failure> {
        let home = home()?;
        let tools = Self {
            path: search_path(&home)?,
        };
        wasm_target()?;
        let wasm_bindgen = locked_version("wasm-bindgen")?;
        tools.crate_binary(
            &home,
            "wasm-bindgen",
            "wasm-bindgen-cli",
            &wasm_bindgen,
            &[],
        )?;
        tools.crate_binary(&home, "trunk", "trunk", TRUNK, &["--locked"])?;
        node()?;
        npm_packages()?;
        Ok(tools)
    }

    /// The release app into `dist/`, and the rules page into `dist/rules/`; Trunk takes every tool from the search path
    /// and fetches none. It empties the folder that it builds into, so the page around comes first.
    pub fn build_app(&self) -> Result<(), Failure> {
        must(
            &mut cargo("fetch --target wasm32-unknown-unknown"),
            "crates could not be fetched",
        )?;
        self.build_page("index.html", "dist", "the app was not built")?;
        self.build_page(
            "rules/index.html",
            "dist/rules",
            "the rules page was not built",
        )
    }

    fn build_page(&self, page: &str, into: &str, sentence: &str) -> Result<(), Failure> {
        let mut trunk = self.program("trunk");
        trunk.args(["build", "--release", "--offline=true", "--dist", into, page]);
        // Trunk reads NO_COLOR as true or false only; the convention is any value.
        trunk.env_remove("NO_COLOR");
        must(&mut trunk, sentence)
    }

    /// A program of this name, ours before the machine's.
    pub fn program(&self, name: &str) -> Command {
        // The search path of the child is not used to find the child itself on every system.
        let found = env::split_paths(&self.path)
            .map(|folder| folder.join(name).with_extension(env::consts::EXE_EXTENSION))
            .find(|file| file.is_file());
        let mut command =
            found.map_or_else(|| program(name), |file| program(&file.to_string_lossy()));
        command.env("PATH", &self.path);
        command
    }

    fn crate_binary(
        &self,
        home: &Path,
        binary: &str,
        package: &str,
        version: &str,
        flags: &[&str],
    ) -> Result<(), Failure> {
        let found = answer(self.program(binary).arg("--version"));
        if found.is_some_and(|words| words.split_whitespace().nth(1) == Some(version)) {
            return Ok(());
        }
        self.install(home, binary, package, version, flags)
    }

    fn install(
        &self,
        home: &Path,
        binary: &str,
        package: &str,
        version: &str,
        flags: &[&str],
    ) -> Result<(), Failure> {
        println!(
            "Installing {package} {version}, which {}; minutes, once.",
            purpose(binary)
        );
        let mut install = self.program("cargo");
        install.arg("install");
        install
            .args([package, "--version", version, "--root"])
            .arg(home)
            .args(flags);
        must(
            &mut install,
            &format!("{package} {version} could not be installed"),
        )
    }
}

/// cargo-mutants, installed when it is first asked for: nothing else needs it.
pub fn mutants() -> Result<Command, Failure> {
    let home = home()?;
    let tools = Tools {
        path: search_path(&home)?,
    };
    // Run by itself it wants its own name first, as cargo calls it.
    let version = answer(
        tools
            .program("cargo-mutants")
            .args(["mutants", "--version"]),
    );
    if version.is_none_or(|words| words.split_whitespace().nth(1) != Some(MUTANTS)) {
        tools.install(
            &home,
            "cargo-mutants",
            "cargo-mutants",
            MUTANTS,
            &["--locked"],
        )?;
    }
    Ok(tools.program("cargo-mutants"))
}

fn purpose(binary: &str) -> &'static str {
    match binary {
        "trunk" => "bundles the page, its styles and the WebAssembly into dist/",
        "cargo-mutants" => "changes the source in small ways to see which tests notice",
        _ => "joins the WebAssembly to the browser and must equal the version in Cargo.lock",
    }
}

fn home() -> Result<PathBuf, Failure> {
    if let Some(named) = env::var_os("QUITTANCE_TOOLS") {
        return Ok(named.into());
    }
    let user = env::var_os("HOME")
        .or_else(|| env::var_os("USERPROFILE"))
        .ok_or_else(|| {
            Failure(
                "No home folder is known: set QUITTANCE_TOOLS to a folder for the tools.".into(),
            )
        })?;
    Ok(PathBuf::from(user).join(".cache/quittance/tools"))
}

fn search_path(home: &Path) -> Result<OsString, Failure> {
    let ours = [home.join("bin"), root().join("tests/e2e/node_modules/.bin")];
    let machine = env::var_os("PATH").unwrap_or_default();
    env::join_paths(ours.into_iter().chain(env::split_paths(&machine))).map_err(|error| {
        Failure(format!(
            "The tools' folder {} cannot be on a PATH: {error}.",
            home.display()
        ))
    })
}

fn wasm_target() -> Result<(), Failure> {
    // Rust from a distribution has no rustup, but may well have the target.
    let mut ask = program("rustc");
    let folder = answer(ask.args(["--print", "target-libdir", "--target", WASM]));
    if folder.is_some_and(|folder| PathBuf::from(folder).is_dir()) {
        return Ok(());
    }
    println!("Adding the Rust target {WASM}, which the browser app is compiled for.");
    let sentence = format!("rustup could not add the target {WASM}");
    must(program("rustup").args(["target", "add", WASM]), &sentence)
}

/// Formatter and linter: wanted by the checks only.
pub fn rust_components() -> Result<(), Failure> {
    for (word, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if answer(cargo(word).arg("--version")).is_none() {
            println!("Adding the Rust component {component}, which the checks run.");
            let sentence = format!("rustup could not add {component}");
            must(
                program("rustup").args(["component", "add", component]),
                &sentence,
            )?;
        }
    }
    Ok(())
}

fn node() -> Result<(), Failure> {
    let version = answer(program("node").arg("--version")).ok_or_else(|| missing("node"))?;
    let major = version
        .trim_start_matches('v')
        .split('.')
        .next()
        .map(str::parse::<u32>);
    match major {
        Some(Ok(major)) if major >= NODE_AT_LEAST => Ok(()),
        _ => Err(Failure(format!(
            "Node.js here is {version}: install {NODE_AT_LEAST} or newer, then run this again."
        ))),
    }
}

/// The optimiser and the browser tests' packages, as the lock file names them.
fn npm_packages() -> Result<(), Failure> {
    let folder = root().join("tests/e2e");
    let stamp = folder.join("node_modules/.installed-from");
    let lock = fs::read_to_string(folder.join("package-lock.json"))
        .map_err(|error| Failure(format!("tests/e2e/package-lock.json: {error}.")))?;
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    println!(
        "Installing wasm-opt, which shrinks the WebAssembly, and the browser tests' packages."
    );
    let mut install = program("npm");
    install.arg("ci").current_dir(&folder);
    must(
        &mut install,
        "npm could not install the packages of tests/e2e",
    )?;
    fs::write(&stamp, lock).map_err(|error| Failure(format!("{}: {error}.", stamp.display())))
}

/// The version of a package in `Cargo.lock`.
fn locked_version(package: &str) -> Result<String, Failure> {
    let lock = fs::read_to_string(root().join("Cargo.lock"))
        .map_err(|error| Failure(format!("Cargo.lock: {error}.")))?;
    version_in(&lock, package)
        .ok_or_else(|| Failure(format!("Cargo.lock names no version of {package}.")))
}

fn version_in(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let version = lock.lines().skip_while(|line| *line != name).nth(1)?;
    Some(
        version
            .strip_prefix("version = \"")?
            .strip_suffix('"')?
            .to_owned(),
    )
}

#[cfg(test)]
mod tests {
    use super::version_in;

    #[test]
    fn the_locked_version_is_that_of_the_whole_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-shared\"\nversion = \"1.0.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(version_in(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(version_in(lock, "bindgen"), None);
    }
}
