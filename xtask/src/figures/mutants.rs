//! C7: what cargo-mutants would change in the engine, its rules and the links, tried by `xtask/schemata`.

use super::asked::Asked;
use super::tree::Tree;
use crate::run::{Failure, answer, cargo, must, root};
use crate::tools::mutants;
use std::{fmt::Write as _, fs, io, path::Path};

/// What is mutated: the engine with its rules, and the codec of links.
const FOLDERS: [&str; 2] = ["src/engine/**/*.rs", "src/share/**/*.rs"];

/// The files of `tests/` that prove these folders; those of the page would take minutes for each mutant.
const PROOF: [&str; 22] = [
    "allocation",
    "bounds",
    "business_days",
    "concessions",
    "chance",
    "claims",
    "codes",
    "day_counts",
    "errors",
    "links",
    "plain_errors",
    "plans",
    "rates",
    "rules",
    "samples",
    "schedules",
    "models",
    "negotiation",
    "values",
    "ways",
    "wording",
    "agreement",
];

/// The one program that all of them become.
const PROGRAM: &str = "proof";

/// Random cases for each mutant: a few show a wrong figure as well as many.
const CASES: u64 = 400;

/// C7 in percent.
const AIM: usize = 95;

/// The mutants of all folders, of one file, or of one shard of either: all of them in one build, each tried by the
/// tests that reach it. A run that was cut off goes on where it was.
pub fn caught(asked: &Asked) -> Result<(), Failure> {
    let tree = Tree::copied()?;
    in_one_program(&tree.root)
        .map_err(|error| Failure(format!("The tests of {}: {error}.", tree.root.display())))?;
    let output = root().join("target/xtask/mutants");
    fs::create_dir_all(&output)
        .map_err(|error| Failure(format!("{}: {error}.", output.display())))?;
    let list = output.join("list.json");
    fs::write(&list, listed(&tree)?)
        .map_err(|error| Failure(format!("{}: {error}.", list.display())))?;
    let mut schemata = cargo("run --quiet --manifest-path xtask/schemata/Cargo.toml --");
    schemata.arg("--sources").arg(&tree.root);
    schemata.arg("--tree").arg(output.join("tree"));
    schemata.arg("--build").arg(&tree.build);
    schemata.arg("--list").arg(&list);
    schemata.arg("--output").arg(&output);
    schemata.args(["--program", PROGRAM, "--aim", &AIM.to_string()]);
    if let Some(file) = &asked.file {
        schemata.args(["--file", file]);
    }
    if let Some((part, of)) = asked.shard {
        schemata.args(["--shard", &format!("{part}/{of}")]);
    }
    if let Some(jobs) = asked.jobs {
        schemata.args(["--jobs", &jobs.to_string()]);
    }
    schemata.env("QUITTANCE_CHANCE_CASES", CASES.to_string());
    must(&mut schemata, "C7 is not met, or could not be measured")
}

/// What cargo-mutants would change, as JSON.
fn listed(tree: &Tree) -> Result<String, Failure> {
    let mut tool = mutants()?;
    // `cargo mutants` as cargo itself would call it.
    tool.args(["mutants", "--list", "--json", "--no-default-features"]);
    tool.arg("--dir").arg(&tree.root);
    tool.args(FOLDERS.iter().flat_map(|folder| ["--file", folder]));
    // The tests beside the code are no part of it.
    tool.args(["--exclude", "src/**/*_tests.rs"]);
    answer(&mut tool).ok_or_else(|| Failure("cargo-mutants did not list its mutants.".into()))
}

/// Makes one program of the tests that prove: linking eighteen took half the time of a mutant.
///
/// What is the root of a crate in one file is a module in the program, and paths from the root begin there.
fn in_one_program(root: &Path) -> io::Result<()> {
    let (package, tests) = (root.join("Cargo.toml"), root.join("tests"));
    // Cargo would build every test that it finds.
    let stated = fs::read_to_string(&package)?.replacen(
        "[lib]",
        &format!("autotests = false\n\n[[test]]\nname = \"{PROGRAM}\"\n\n[lib]"),
        1,
    );
    fs::write(package, stated)?;
    let mut program = String::new();
    for name in PROOF {
        writeln!(program, "#[path = \"{name}.rs\"]\nmod {name};").map_err(io::Error::other)?;
        under(&tests.join(format!("{name}.rs")), name)?;
        let folder = tests.join(name);
        if folder.is_dir() {
            all_under(&folder, name)?;
        }
    }
    fs::write(tests.join(format!("{PROGRAM}.rs")), program)
}

fn all_under(folder: &Path, module: &str) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            all_under(&path, module)?;
        } else if path.extension().is_some_and(|kind| kind == "rs") {
            under(&path, module)?;
        }
    }
    Ok(())
}

fn under(file: &Path, module: &str) -> io::Result<()> {
    let text = fs::read_to_string(file)?;
    let moved = text.replace("crate::", &format!("crate::{module}::"));
    if moved == text {
        return Ok(());
    }
    fs::write(file, moved)
}
