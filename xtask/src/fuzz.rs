//! `cargo xtask fuzz`: libFuzzer over the readers of texts, on the stable toolchain: no sanitizer, since nothing here is
//! unsafe; its flags for coverage are stable ones.

use crate::figures;
use crate::run::{Failure, must, program, root};

/// What rustc is told so that libFuzzer sees which ways were gone.
const COVERAGE: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares -Ccodegen-units=1 --cfg fuzzing";
const FOLDER: &str = "target/xtask/fuzz";
const SECONDS: &str = "60";
/// Only with a target named do the flags leave build scripts alone.
const TARGET: &str = "x86_64-unknown-linux-gnu";

/// Builds the fuzzer, gives it one text of every kind, and runs it for so many seconds.
pub fn fuzz(words: &[String]) -> Result<(), Failure> {
    let seconds = words.first().map_or(SECONDS, String::as_str);
    let corpus = format!("{FOLDER}/corpus");
    figures::texts_for_the_fuzzer(&corpus)?;
    let mut build = program("cargo");
    build
        .args([
            "build",
            "--release",
            "--manifest-path",
            "xtask/fuzz/Cargo.toml",
        ])
        .args(["--target", TARGET, "--target-dir", FOLDER])
        .env("RUSTFLAGS", COVERAGE);
    must(
        &mut build,
        "the fuzzer could not be built (it needs a C++ compiler)",
    )?;
    let mut run = program(&format!("{FOLDER}/{TARGET}/release/texts"));
    run.env(
        "QUITTANCE_FUZZ_ENTRY",
        root().join(&corpus).join("entry.txt"),
    );
    run.arg(format!("{corpus}/found"))
        .arg(format!("{corpus}/given"));
    run.arg(format!("-max_total_time={seconds}"))
        .arg(format!("-artifact_prefix={FOLDER}/"))
        .args([
            "-max_len=1500",
            "-timeout=5",
            "-rss_limit_mb=512",
            "-print_final_stats=1",
        ]);
    must(
        &mut run,
        "the fuzzer found a text that is not refused as it should be",
    )
}
