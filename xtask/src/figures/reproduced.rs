//! C1: published figures, each through the command line where a command answers such questions.

use crate::run::{Failure, cargo, root};
use std::{collections::BTreeSet, fs};

/// The tests print a line for each published case that came out as published.
const TESTS: &str = "test --locked --no-default-features --features cli --test command_line --test schedules \
    -- --nocapture --test-threads 2";
/// Where the cases are, each file with what it is about.
const FILES: [(&str, &str); 7] = [
    (
        "schedules",
        "instalment tables, under every convention named for them",
    ),
    ("apr", "rates"),
    (
        "daycount",
        "day counts, year fractions, month sequences, rolls",
    ),
    ("calendars", "days off and days worked"),
    ("allocation", "payments over what is owed"),
    ("waiver", "waivers and penalty accrual"),
    ("settlement", "settlement quotes"),
];

/// Runs the tests and counts; fails where a case of a file did not come out.
pub fn reproduced() -> Result<(), Failure> {
    let output = cargo(TESTS)
        .output()
        .map_err(|error| Failure(format!("cargo: {error}.")))?;
    let text = String::from_utf8_lossy(&output.stdout);
    let seen: BTreeSet<&str> = text.lines().filter_map(reproduced_in).collect();
    let (mut all, mut met) = (0, 0);
    for (file, about) in FILES {
        let path = root().join(format!("tests/published/{file}.json"));
        let cases = fs::read_to_string(&path)
            .map_err(|error| Failure(format!("{}: {error}.", path.display())))?;
        let ids = ids(&cases);
        let missing: Vec<&&str> = ids.iter().filter(|id| !seen.contains(**id)).collect();
        all += ids.len();
        met += ids.len() - missing.len();
        println!(
            "{file}.json: {} of {} {about}",
            ids.len() - missing.len(),
            ids.len()
        );
        for id in missing {
            println!("  not reproduced: {id}");
        }
    }
    // What the tests themselves found wrong is said in their own words.
    if !output.status.success() {
        eprintln!("{text}{}", String::from_utf8_lossy(&output.stderr));
    }
    println!(
        "C1: {met} of {all} published cases reproduced to the last digit, day or tolerance stated"
    );
    if met == all && output.status.success() {
        Ok(())
    } else {
        Err(Failure("C1 is not met.".into()))
    }
}

/// The id in a line such as `C1 apr-001`; the test's own words may stand before it.
fn reproduced_in(line: &str) -> Option<&str> {
    let (_, id) = line.split_once("C1 ")?;
    Some(id.trim())
}

/// The ids of the cases in a file.
fn ids(cases: &str) -> BTreeSet<&str> {
    cases
        .split("\"id\":")
        .skip(1)
        .filter_map(|rest| rest.split('"').nth(1))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{ids, reproduced_in};

    #[test]
    fn ids_are_read_from_files_and_from_what_tests_print() {
        let file = r#"{"cases":[{"id": "apr-001", "x":1},{"id":"apr-002"}]}"#;
        assert_eq!(
            ids(file).into_iter().collect::<Vec<_>>(),
            ["apr-001", "apr-002"]
        );
        assert_eq!(reproduced_in("test a ... C1 apr-001"), Some("apr-001"));
        assert_eq!(reproduced_in("test a ... ok"), None);
    }
}
