//! All that CI runs, in order, each step with its heading and its time.

use crate::{
    browser::Browser,
    debian, figures,
    run::{Failure, answer, cargo, must, program, root},
    tools::{self, Tools},
};
use std::{
    fs,
    time::{Duration, Instant},
};

/// Helper functions of tests may panic as their tests do: an assertion that fails is how they speak. Clippy's own
/// exception covers only functions marked as tests. Amounts in tests set the minor unit apart: `1_864_32` is 1,864.32.
/// Pedantry is for what ships.
const TEST_LINTS: &str = "clippy --locked --no-default-features --features cli --tests --benches -- -D warnings \
    -A clippy::pedantic -A clippy::unwrap_used -A clippy::expect_used -A clippy::panic -A clippy::indexing_slicing \
    -A clippy::string_slice -A clippy::disallowed_types \
    -A clippy::inconsistent_digit_grouping -A clippy::mistyped_literal_suffixes";

/// What became of one step.
enum Outcome {
    Passed,
    Failed(String),
    /// Not tried, and why.
    Left(&'static str),
}

struct Step {
    name: &'static str,
    outcome: Outcome,
    took: Duration,
}

/// Runs every step even after a failure, so that one run shows all that is wrong.
pub fn all(fast: bool) -> Result<(), Failure> {
    let began = Instant::now();
    let mut steps = Vec::new();
    native(&mut steps);
    if !fast {
        in_the_browser(&mut steps);
    }
    summary(&steps, began.elapsed())
}

fn native(steps: &mut Vec<Step>) {
    step(steps, "setup: formatter, linter, crates", || {
        tools::rust_components()?;
        must(
            &mut cargo("fetch --locked"),
            "Cargo.lock does not fit Cargo.toml",
        )
    });
    step(steps, "setup: readers of PDF files", debian::pdf_readers);
    for (name, words) in [
        ("format", "fmt --check"),
        (
            "format of xtask",
            "fmt --check --manifest-path xtask/Cargo.toml",
        ),
        (
            "format of schemata",
            "fmt --check --manifest-path xtask/schemata/Cargo.toml",
        ),
        (
            "lints, native",
            "clippy --locked --no-default-features --features cli --lib --bins -- -D warnings",
        ),
        ("lints of tests and bench", TEST_LINTS),
        (
            "lints of xtask",
            "clippy --manifest-path xtask/Cargo.toml --all-targets -- -D warnings",
        ),
        (
            "lints of schemata",
            "clippy --locked --manifest-path xtask/schemata/Cargo.toml --all-targets -- -D warnings",
        ),
        (
            "tests, native",
            "test --locked --no-default-features --features cli",
        ),
        ("tests of xtask", "test --manifest-path xtask/Cargo.toml"),
        (
            "tests of schemata",
            "test --locked --manifest-path xtask/schemata/Cargo.toml",
        ),
    ] {
        step(steps, name, || must(&mut cargo(words), name));
    }
}

fn in_the_browser(steps: &mut Vec<Step>) {
    step(
        steps,
        "a million random cases, optimised",
        figures::a_million_cases,
    );
    step(
        steps,
        "a minute of changed texts, optimised",
        figures::a_minute_of_changed_texts,
    );
    step(
        steps,
        "signatures, verified by a stranger",
        figures::verified_by_a_stranger,
    );
    let mut ready = None;
    step(steps, "setup: tools and browser", || {
        ready = Some((Tools::ready()?, Browser::ready()?));
        Ok(())
    });
    let Some((tools, browser)) = ready else {
        steps.push(left("everything in the browser", "the tools are not ready"));
        return;
    };
    step(steps, "lints, WebAssembly", || {
        let words = "clippy --locked --target wasm32-unknown-unknown --lib --bins -- -D warnings";
        must(&mut cargo(words), "lints, WebAssembly")
    });
    if root().join("tests/browser.rs").exists() || root().join("tests/browser/main.rs").exists() {
        step(steps, "tests, WebAssembly in Chromium", || {
            wasm_tests(&tools, &browser)
        });
    } else {
        steps.push(left(
            "tests, WebAssembly in Chromium",
            "there is no tests/browser",
        ));
    }
    if !step(steps, "release build", || tools.build_app()) {
        steps.push(left("size and journeys", "the app was not built"));
        return;
    }
    step(
        steps,
        "size of the first visit, not grown",
        figures::size_not_grown,
    );
    step(steps, "journeys in Chromium", || journeys(&browser));
}

fn wasm_tests(tools: &Tools, browser: &Browser) -> Result<(), Failure> {
    let mut test = tools.program("cargo");
    test.args([
        "test",
        "--locked",
        "--target",
        "wasm32-unknown-unknown",
        "--test",
        "browser",
    ]);
    test.env(
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
        "wasm-bindgen-test-runner",
    );
    test.env("CHROMEDRIVER", &browser.driver);
    test.env(
        "WASM_BINDGEN_TEST_WEBDRIVER_JSON",
        browser.driver_settings()?,
    );
    must(&mut test, "tests, WebAssembly in Chromium")
}

fn journeys(browser: &Browser) -> Result<(), Failure> {
    let folder = root().join("tests/e2e");
    let mut files: Vec<_> = fs::read_dir(&folder)
        .map_err(|error| Failure(format!("{}: {error}.", folder.display())))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.to_string_lossy().ends_with(".test.mjs"))
        .collect();
    files.sort();
    if files.is_empty() {
        return Err(Failure(
            "There are no *.test.mjs files in tests/e2e.".into(),
        ));
    }
    let mut node = program("node");
    // For a whole file; each journey in it has two minutes, and the longest file takes two.
    node.args(["--test", "--test-timeout=600000"])
        .args(files)
        .env("CHROMIUM", &browser.chromium);
    must(&mut node, "journeys in Chromium")
}

/// Runs one step and says whether it passed.
fn step(
    steps: &mut Vec<Step>,
    name: &'static str,
    work: impl FnOnce() -> Result<(), Failure>,
) -> bool {
    println!("\n== {name}");
    let began = Instant::now();
    let outcome = match work() {
        Ok(()) => Outcome::Passed,
        Err(Failure(why)) => {
            println!("{why}");
            Outcome::Failed(why)
        }
    };
    let took = began.elapsed();
    println!("== {name}: {:.1} s", took.as_secs_f64());
    let passed = matches!(outcome, Outcome::Passed);
    steps.push(Step {
        name,
        outcome,
        took,
    });
    passed
}

fn left(name: &'static str, why: &'static str) -> Step {
    Step {
        name,
        outcome: Outcome::Left(why),
        took: Duration::ZERO,
    }
}

fn summary(steps: &[Step], took: Duration) -> Result<(), Failure> {
    let commit = answer(program("git").args(["rev-parse", "--short", "HEAD"]));
    println!(
        "\n== summary at {}",
        commit.as_deref().unwrap_or("no commit")
    );
    let (mut passed, mut failed, mut skipped) = (0, 0, 0);
    for step in steps {
        let seconds = step.took.as_secs_f64();
        match &step.outcome {
            Outcome::Passed => {
                passed += 1;
                println!("passed  {seconds:>7.1} s  {}", step.name);
            }
            Outcome::Failed(why) => {
                failed += 1;
                let why = why.lines().next().unwrap_or_default();
                println!("FAILED  {seconds:>7.1} s  {}: {why}", step.name);
            }
            Outcome::Left(why) => {
                skipped += 1;
                println!("skipped            {}: {why}", step.name);
            }
        }
    }
    println!("in {:.0} s", took.as_secs_f64());
    println!("steps: {passed} passed, {failed} failed, {skipped} skipped");
    if failed == 0 {
        Ok(())
    } else {
        Err(Failure(format!("{failed} of the steps failed.")))
    }
}
