//! C7: cargo-mutants on the engine, its rules and the links, in shards that finish.

use super::asked::Asked;
use super::tree::Tree;
use crate::run::{Failure, root};
use crate::tools::mutants;
use std::{fmt::Write as _, fs, io, path::Path, time::Instant};

/// What is mutated: the engine with its rules, and the codec of links.
const FOLDERS: [&str; 2] = ["src/engine/**/*.rs", "src/share/**/*.rs"];

/// The files of `tests/` that prove these folders; those of the page would take minutes for each mutant.
const PROOF: [&str; 18] = [
    "allocation",
    "business_days",
    "concessions",
    "chance",
    "claims",
    "day_counts",
    "errors",
    "links",
    "plans",
    "rates",
    "rules",
    "samples",
    "schedules",
    "models",
    "negotiation",
    "ways",
    "wording",
    "agreement",
];

/// The one program that all of them become.
const PROGRAM: &str = "proof";

/// Random cases for each mutant: a few show a wrong figure as well as many.
const CASES: u64 = 3_000;

/// C7 in percent.
const AIM: usize = 95;

/// The mutants of all folders, of one file, or of one shard of either.
pub fn caught(asked: &Asked) -> Result<(), Failure> {
    let mut tool = mutants()?;
    let tree = Tree::copied()?;
    in_one_program(&tree.root)
        .map_err(|error| Failure(format!("The tests of {}: {error}.", tree.root.display())))?;
    let output = root().join("target/xtask/mutants");
    fs::create_dir_all(&output)
        .map_err(|error| Failure(format!("{}: {error}.", output.display())))?;
    // `cargo mutants` as cargo itself would call it.
    tool.args([
        "mutants",
        "--no-default-features",
        "--no-shuffle",
        "--colors=never",
    ]);
    tool.arg("--output").arg(&output);
    // In the copy, whose compiled parts are kept from one run to the next.
    tool.arg("--in-place").arg("--dir").arg(&tree.root);
    tool.env("CARGO_TARGET_DIR", &tree.build);
    tool.args(["--minimum-test-timeout", "60", "--timeout-multiplier", "4"]);
    match &asked.file {
        Some(file) => {
            tool.args(["--file", file]);
        }
        None => {
            tool.args(FOLDERS.iter().flat_map(|folder| ["--file", folder]));
        }
    }
    // The tests beside the code are no part of the program.
    tool.args(["--exclude", "src/**/*_tests.rs"]);
    if let Some((part, of)) = asked.shard {
        // Every nth mutant, so that one shard alone is a sample of all files.
        tool.args([
            "--shard",
            &format!("{part}/{of}"),
            "--sharding",
            "round-robin",
        ]);
    }
    for target in ["--lib".to_owned(), format!("--test={PROGRAM}")] {
        tool.args(["--cargo-test-arg", &target]);
    }
    tool.env("QUITTANCE_CHANCE_CASES", CASES.to_string());
    tool.env("RUST_BACKTRACE", "0");
    tool.env("CARGO_PROFILE_DEV_DEBUG", "0");
    let began = Instant::now();
    // Its exit status says that mutants were missed; the score below says so with its denominator.
    let status = tool
        .status()
        .map_err(|error| Failure(format!("cargo-mutants could not be started ({error}).")))?;
    let found = output.join("mutants.out");
    let count = |name: &str| -> Result<usize, Failure> {
        let file = found.join(name);
        fs::read_to_string(&file)
            .map(|text| text.lines().count())
            .map_err(|error| Failure(format!("{}: {error} ({status}).", file.display())))
    };
    let missed = fs::read_to_string(found.join("missed.txt")).unwrap_or_default();
    let score = Score {
        caught: count("caught.txt")?,
        missed: count("missed.txt")?,
        timeout: count("timeout.txt")?,
        unviable: count("unviable.txt")?,
    };
    print!("{missed}");
    let part = asked.shard.map_or(String::new(), |(part, of)| {
        format!(", shard {part} of {of}")
    });
    println!(
        "C7: {} of {} viable mutants caught ({} by tests, {} by running on for ever), {} missed, {} do not compile, in {}{part}, {:.0} s",
        score.killed(),
        score.viable(),
        score.caught,
        score.timeout,
        score.missed,
        score.unviable,
        asked.file.as_deref().unwrap_or("src/engine and src/share"),
        began.elapsed().as_secs_f64()
    );
    if score.meets(AIM) {
        Ok(())
    } else {
        Err(Failure(format!("C7: below {AIM} %.")))
    }
}

/// Makes one program of the tests that prove: linking eighteen took half the time of a mutant.
///
/// What is the root of a crate in one file is a module in the program, and paths from the root begin there.
fn in_one_program(root: &Path) -> io::Result<()> {
    let (package, tests) = (root.join("Cargo.toml"), root.join("tests"));
    // cargo-mutants builds every test that cargo finds, whichever are asked for.
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

struct Score {
    caught: usize,
    missed: usize,
    timeout: usize,
    unviable: usize,
}

impl Score {
    const fn killed(&self) -> usize {
        self.caught + self.timeout
    }

    const fn viable(&self) -> usize {
        self.killed() + self.missed
    }

    /// Nothing tried meets no aim.
    const fn meets(&self, percent: usize) -> bool {
        self.viable() > 0 && self.killed() * 100 >= self.viable() * percent
    }
}

#[cfg(test)]
mod tests {
    use super::Score;

    #[test]
    fn the_score_is_of_the_mutants_that_compile() {
        let score = |caught, missed, timeout| Score {
            caught,
            missed,
            timeout,
            unviable: 50,
        };
        assert!(score(94, 5, 1).meets(95));
        assert!(!score(94, 6, 0).meets(95));
        assert!(!score(0, 0, 0).meets(95));
    }
}
