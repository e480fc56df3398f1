//! What each test reaches and how long it takes, kept for a run that goes on.

use crate::{Failure, suite::Test};
use std::{fmt::Write as _, fs, path::Path, time::Duration};

/// Reads what was noted of the tree of this digest.
pub fn read(path: &Path, digest: &str) -> Option<Vec<Test>> {
    let text = fs::read_to_string(path).ok()?;
    let mut lines = text.lines();
    if lines.next() != Some(digest) {
        return None;
    }
    lines.map(test).collect()
}

fn test(line: &str) -> Option<Test> {
    let mut parts = line.split('\t');
    Some(Test {
        program: parts.next()?.parse().ok()?,
        name: parts.next()?.to_owned(),
        usual: Duration::from_millis(parts.next()?.parse().ok()?),
        reaches: parts
            .next()?
            .split_whitespace()
            .map(str::parse)
            .collect::<Result<_, _>>()
            .ok()?,
    })
}

/// Keeps it.
///
/// # Errors
/// A file that cannot be written.
pub fn write(path: &Path, digest: &str, tests: &[Test]) -> Result<(), Failure> {
    let mut text = format!("{digest}\n");
    for test in tests {
        let numbers: Vec<String> = test.reaches.iter().map(u32::to_string).collect();
        writeln!(
            text,
            "{}\t{}\t{}\t{}",
            test.program,
            test.name,
            test.usual.as_millis(),
            numbers.join(" ")
        )
        .map_err(|error| Failure(error.to_string()))?;
    }
    fs::write(path, text).map_err(|error| Failure(format!("{}: {error}.", path.display())))
}

/// The processor time of what a shell has started, from the last line of its `times`: "0m1.250s 0m0.040s".
pub fn processor_time(words: &str) -> Duration {
    let millis = |word: &str| {
        let (minutes, seconds) = word.strip_suffix('s')?.split_once('m')?;
        let (whole, part) = seconds.split_once('.')?;
        let part: u64 = format!("{part:0<3}").get(..3)?.parse().ok()?;
        let seconds = minutes.parse::<u64>().ok()? * 60 + whole.parse::<u64>().ok()?;
        Some(seconds * 1000 + part)
    };
    let last = words.lines().last().unwrap_or_default();
    Duration::from_millis(last.split_whitespace().filter_map(millis).sum())
}

#[cfg(test)]
mod tests {
    use super::{processor_time, read, write};
    use crate::suite::Test;
    use std::time::Duration;

    #[test]
    fn processor_time_is_that_of_the_last_line() {
        let words = "test a ... ok\n0m9.000s 0m9.000s\n1m1.250s 0m0.04s\n";
        assert_eq!(processor_time(words), Duration::from_millis(61_290));
        assert_eq!(processor_time("nothing"), Duration::ZERO);
    }

    #[test]
    fn what_was_noted_of_another_tree_is_not_read() {
        let path = std::env::temp_dir().join(format!("schemata-reach-{}", std::process::id()));
        let tests = [Test {
            program: 1,
            name: "rates::exact".into(),
            usual: Duration::from_millis(12),
            reaches: [3, 1].into(),
        }];
        write(&path, "d1", &tests).unwrap();
        let again = read(&path, "d1").unwrap();
        assert_eq!(again.len(), 1);
        assert_eq!(again[0].reaches, tests[0].reaches);
        assert!(read(&path, "d2").is_none());
        std::fs::remove_file(&path).unwrap();
    }
}
