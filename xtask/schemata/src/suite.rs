//! The tests: what each reaches, how long it takes, and running some of them with one mutant on.

use crate::{Failure, reach, switch};
use std::{
    collections::BTreeSet,
    fs,
    os::unix::process::ExitStatusExt,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    time::Duration,
};

/// Seconds of processor time that a run has beyond several times what it usually takes.
const FLOOR: Duration = Duration::from_secs(3);

/// How many times its usual time a run may take.
const TIMES: u32 = 4;

/// What a program may hold at most, in KiB: a mutant that asks for memory without end is stopped.
const MEMORY: &str = "8000000";

/// Runs a program within its limits.
const PLAIN: &str =
    "ulimit -c 0; ulimit -v \"$MEMORY_ALLOWED\"; ulimit -S -t \"$SECONDS_ALLOWED\"; exec \"$@\"";

/// Runs a program and then prints the processor time that it took, which other work on the machine does not change.
const TIMED: &str = "\"$@\" || exit 1; times";

/// SIGXCPU, with which a run is stopped that has used its time.
const OUT_OF_TIME: i32 = 24;

/// One test.
#[derive(Clone, Debug)]
pub struct Test {
    /// Its program, as an index.
    pub program: usize,
    /// Its name in the program.
    pub name: String,
    /// The processor time that it takes by itself.
    pub usual: Duration,
    /// The numbers of the mutants whose place it reaches.
    pub reaches: BTreeSet<u32>,
}

/// All tests, the quickest first.
pub struct Suite {
    tree: PathBuf,
    programs: Vec<PathBuf>,
    /// The tests.
    pub tests: Vec<Test>,
}

/// What became of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Run {
    /// Every test passed.
    Passed,
    /// This one failed, or the program broke off.
    Failed(String),
    /// The time was used up.
    Endless(String),
}

impl Suite {
    /// Runs every test by itself without a mutant, and notes what it reaches; what was noted of this very tree is kept.
    ///
    /// # Errors
    /// A test that fails although nothing is changed.
    pub fn recorded(
        tree: &Path,
        programs: Vec<PathBuf>,
        output: &Path,
        digest: &str,
    ) -> Result<Self, Failure> {
        let mut suite = Self::listed(tree, programs)?;
        let (notes, kept) = (output.join("reached.txt"), output.join("reach.txt"));
        if let Some(tests) = reach::read(&kept, digest) {
            suite.tests = tests;
            return Ok(suite);
        }
        for index in 0..suite.tests.len() {
            let Some(test) = suite.tests.get(index).cloned() else {
                continue;
            };
            let _ = fs::remove_file(&notes);
            let output = suite.start(test.program, &[&test.name], TIMED, |command| {
                command
                    .env(switch::CHOSEN, "record")
                    .env(switch::REACHED, &notes);
            })?;
            let words = String::from_utf8_lossy(&output.stdout);
            if !output.status.success() {
                return Err(Failure(format!(
                    "Without a mutant the test {} fails:\n{words}",
                    test.name,
                )));
            }
            let reaches = fs::read_to_string(&notes)
                .unwrap_or_default()
                .lines()
                .filter_map(|line| line.parse().ok())
                .collect();
            if let Some(test) = suite.tests.get_mut(index) {
                (test.usual, test.reaches) = (reach::processor_time(&words), reaches);
            }
        }
        suite.tests.sort_by_key(|test| test.usual);
        reach::write(&kept, digest, &suite.tests)?;
        Ok(suite)
    }

    /// The tests of programs, of which nothing is known but the names.
    ///
    /// # Errors
    /// A program that does not list its tests.
    pub fn listed(tree: &Path, programs: Vec<PathBuf>) -> Result<Self, Failure> {
        let mut suite = Self {
            tree: tree.to_path_buf(),
            programs,
            tests: Vec::new(),
        };
        for program in 0..suite.programs.len() {
            let output = suite.start(program, &["--list", "--format=terse"], PLAIN, |_| {})?;
            let names = String::from_utf8_lossy(&output.stdout).into_owned();
            for name in names.lines().filter_map(|line| line.strip_suffix(": test")) {
                suite.tests.push(Test {
                    program,
                    name: name.to_owned(),
                    usual: Duration::ZERO,
                    reaches: BTreeSet::new(),
                });
            }
        }
        Ok(suite)
    }

    /// The same tests in programs built anew, in the order of these.
    #[must_use]
    pub fn in_programs(&self, programs: Vec<PathBuf>) -> Self {
        Self {
            tree: self.tree.clone(),
            programs,
            tests: self.tests.clone(),
        }
    }

    /// The tests that reach a mutant, the quickest first, one named before all.
    pub fn reaching(&self, number: u32, first: Option<&str>) -> Vec<&Test> {
        Self::led(
            self.tests
                .iter()
                .filter(|test| test.reaches.contains(&number)),
            first,
        )
    }

    /// All tests in the same order.
    pub fn all(&self, first: Option<&str>) -> Vec<&Test> {
        Self::led(self.tests.iter(), first)
    }

    fn led<'a>(tests: impl Iterator<Item = &'a Test>, first: Option<&str>) -> Vec<&'a Test> {
        let (mut led, rest): (Vec<_>, Vec<_>) =
            tests.partition(|test| Some(test.name.as_str()) == first);
        led.extend(rest);
        led
    }

    /// Runs tests with one mutant on until one fails; several quick ones share a start.
    ///
    /// # Errors
    /// A program that cannot be started.
    pub fn tried(&self, tests: &[&Test], number: Option<u32>) -> Result<Run, Failure> {
        let mut rest = tests;
        // The first one alone may be what failed before.
        let mut budget = Duration::from_millis(30);
        while !rest.is_empty() {
            let mut usual = Duration::ZERO;
            let count = rest
                .iter()
                .take_while(|test| {
                    usual += test.usual;
                    usual <= budget
                })
                .count()
                .max(1);
            let (batch, later) = rest.split_at(count);
            for program in 0..self.programs.len() {
                let of_program: Vec<&Test> = batch
                    .iter()
                    .filter(|test| test.program == program)
                    .copied()
                    .collect();
                if of_program.is_empty() {
                    continue;
                }
                let run = self.run(program, &of_program, number)?;
                if run != Run::Passed {
                    return Ok(run);
                }
            }
            rest = later;
            budget = (budget * 3).min(Duration::from_secs(4));
        }
        Ok(Run::Passed)
    }

    fn run(&self, program: usize, tests: &[&Test], number: Option<u32>) -> Result<Run, Failure> {
        let usual: Duration = tests.iter().map(|test| test.usual).sum();
        let names: Vec<&str> = tests.iter().map(|test| test.name.as_str()).collect();
        let limit = (usual * TIMES + FLOOR).as_secs().to_string();
        let output = self.start(program, &names, PLAIN, |command| {
            command.env("SECONDS_ALLOWED", limit);
            if let Some(number) = number {
                command.env(switch::CHOSEN, number.to_string());
            }
        })?;
        if output.status.success() {
            return Ok(Run::Passed);
        }
        let words = String::from_utf8_lossy(&output.stdout).into_owned();
        let failed = words
            .lines()
            .find_map(|line| line.strip_prefix("test ")?.strip_suffix(" ... FAILED"))
            .map_or_else(
                || {
                    // One that breaks the program off has said its name and nothing more.
                    let begun = words.lines().rfind(|line| line.starts_with("test "));
                    let name =
                        begun.and_then(|line| line.strip_prefix("test ")?.split(" ...").next());
                    name.unwrap_or_default().to_owned()
                },
                str::to_owned,
            );
        // `- should panic` and the like are no part of the name.
        let failed = failed.split(" - ").next().unwrap_or_default().to_owned();
        Ok(if output.status.signal() == Some(OUT_OF_TIME) {
            Run::Endless(failed)
        } else {
            Run::Failed(failed)
        })
    }

    fn start(
        &self,
        program: usize,
        words: &[&str],
        shell: &str,
        set: impl FnOnce(&mut Command),
    ) -> Result<Output, Failure> {
        let path = self
            .programs
            .get(program)
            .ok_or_else(|| Failure(format!("There is no program {program}.")))?;
        let mut command = Command::new("sh");
        // Processor time, not the clock's: other work on the machine must not look like a loop without end.
        command
            .args(["-c", shell, "sh"])
            .arg(path)
            .args(["--exact", "--test-threads=1"])
            .args(words)
            .current_dir(&self.tree)
            .env("MEMORY_ALLOWED", MEMORY)
            .env("SECONDS_ALLOWED", "3600")
            .env("RUST_BACKTRACE", "0")
            .stdin(Stdio::null());
        set(&mut command);
        command
            .output()
            .map_err(|error| Failure(format!("{}: {error}.", path.display())))
    }
}
