//! Builds, and what the compiler says about each mutant.

use crate::{Failure, plan::Plan};
use serde_json::Value;
use std::{
    collections::BTreeMap,
    path::PathBuf,
    process::{Command, Stdio},
};

/// More rounds than this mean that dropping mutants does not help.
const ROUNDS: usize = 30;

/// The copied crate and where it is compiled to.
pub struct Crate {
    /// The top of the crate, with its switches.
    pub tree: PathBuf,
    /// The folder of what is compiled.
    pub build: PathBuf,
    /// The one integration test that all of them became.
    pub program: String,
}

/// What a build came to.
pub enum Built {
    /// The programs that hold the tests.
    Programs(Vec<PathBuf>),
    /// The errors, as rustc tells them.
    Errors(Vec<Value>),
}

impl Crate {
    /// Checks the library alone, which is quicker than a build.
    ///
    /// # Errors
    /// Cargo could not be started.
    pub fn check(&self) -> Result<Built, Failure> {
        self.cargo(&["check", "--lib"])
    }

    /// Builds the tests.
    ///
    /// # Errors
    /// Cargo could not be started.
    pub fn tests(&self) -> Result<Built, Failure> {
        let program = format!("--test={}", self.program);
        self.cargo(&["test", "--no-run", "--lib", &program])
    }

    fn cargo(&self, words: &[&str]) -> Result<Built, Failure> {
        let output = Command::new("cargo")
            .args(words)
            .args(["--no-default-features", "--message-format=json"])
            .current_dir(&self.tree)
            .env("CARGO_TARGET_DIR", &self.build)
            .env("CARGO_PROFILE_DEV_DEBUG", "0")
            .env("CARGO_PROFILE_TEST_DEBUG", "0")
            .stdin(Stdio::null())
            .output()
            .map_err(|error| Failure(format!("cargo could not be started ({error}).")))?;
        let text = String::from_utf8_lossy(&output.stdout);
        let said: Vec<Value> = text
            .lines()
            .filter_map(|line| serde_json::from_str(line).ok())
            .collect();
        if output.status.success() {
            let of_tests = |one: &&Value| {
                one.pointer("/profile/test") == Some(&Value::Bool(true))
                    && one.get("executable").is_some_and(Value::is_string)
            };
            return Ok(Built::Programs(
                said.iter()
                    .filter(of_tests)
                    .filter_map(|one| Some(PathBuf::from(one.get("executable")?.as_str()?)))
                    .collect(),
            ));
        }
        let errors: Vec<Value> = said
            .into_iter()
            .filter_map(|mut one| one.get_mut("message").map(Value::take))
            .filter(|message| message.get("level").is_some_and(|level| level == "error"))
            .collect();
        if errors.is_empty() {
            let words = String::from_utf8_lossy(&output.stderr);
            return Err(Failure(format!("cargo: {words}")));
        }
        Ok(Built::Errors(errors))
    }

    /// Builds the tests with every mutant that compiles, dropping round by round what does not.
    ///
    /// # Errors
    /// An error that no mutant is to blame for.
    pub fn with_all(&self, plan: &mut Plan) -> Result<Vec<PathBuf>, Failure> {
        let mut checked = false;
        for round in 1..=ROUNDS {
            let written = plan.write()?;
            let built = if checked {
                self.tests()?
            } else {
                self.check()?
            };
            let errors = match built {
                Built::Programs(programs) if checked => return Ok(programs),
                Built::Programs(_) => {
                    checked = true;
                    continue;
                }
                Built::Errors(errors) => errors,
            };
            let mut helped = false;
            for error in &errors {
                helped |= drop_for(plan, &written, error);
            }
            println!("round {round}: {} errors", errors.len());
            if !helped {
                let words: Vec<&str> = errors
                    .iter()
                    .filter_map(|error| error.get("rendered")?.as_str())
                    .take(5)
                    .collect();
                return Err(Failure(format!(
                    "The build with all mutants fails, and no mutant is to blame:\n{}",
                    words.join("\n")
                )));
            }
        }
        Err(Failure(format!("No build after {ROUNDS} rounds.")))
    }
}

fn drop_for(
    plan: &mut Plan,
    written: &BTreeMap<String, crate::rewrite::Switched>,
    error: &Value,
) -> bool {
    let code = error
        .pointer("/code/code")
        .and_then(Value::as_str)
        .unwrap_or("error");
    let message = error.get("message").and_then(Value::as_str).unwrap_or("");
    if code == "E0015"
        && let Some(path) = called(message)
        && path.last().is_some_and(|name| name != "on")
    {
        // A constant calls it: the function stays constant. Said of each call, new at the first.
        return plan.stays_constant(&path);
    }
    let empty = Vec::new();
    let spans = error
        .get("spans")
        .and_then(Value::as_array)
        .unwrap_or(&empty);
    let primary = |span: &&Value| span.get("is_primary") == Some(&Value::Bool(true));
    let (first, others): (Vec<&Value>, Vec<&Value>) = spans.iter().partition(primary);
    for span in first.into_iter().chain(others) {
        let place = || {
            let file = span.get("file_name")?.as_str()?;
            let at = usize::try_from(span.get("byte_start")?.as_u64()?).ok()?;
            Some((file, at))
        };
        let Some((file, at)) = place() else {
            continue;
        };
        if let Some(switched) = written.get(file)
            && plan.drop_at(file, switched, at, code)
        {
            return true;
        }
    }
    false
}

/// The path of the function in "cannot call non-const function `a::b::<T>::name` in constants", without types.
fn called(message: &str) -> Option<Vec<String>> {
    let path = message.split('`').nth(1)?;
    let mut depth = 0_usize;
    let mut plain = String::new();
    for letter in path.chars() {
        match letter {
            '<' => depth += 1,
            '>' => depth = depth.saturating_sub(1),
            letter if depth == 0 => plain.push(letter),
            _ => {}
        }
    }
    let parts = plain.split("::").filter(|part| !part.is_empty());
    Some(parts.map(str::to_owned).collect())
}

#[cfg(test)]
mod tests {
    use super::called;

    #[test]
    fn a_called_function_is_a_path_without_types() {
        for (path, parts) in [
            (
                "engine::money::Rate::from_steps",
                vec!["engine", "money", "Rate", "from_steps"],
            ),
            ("CodeSet::<Product>::of::<3>", vec!["CodeSet", "of"]),
        ] {
            let message =
                format!("cannot call non-const associated function `{path}` in constants");
            assert_eq!(called(&message).unwrap(), parts);
        }
    }
}
