//! The words behind `cargo xtask figures`.

use crate::run::Failure;

/// What is to be measured, and how much of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// The figures.
    pub ids: Vec<String>,
    /// `--cases N` or `--count N`: how many random cases.
    pub cases: Option<u64>,
    /// `--seed N`: which random cases.
    pub seed: Option<u64>,
    /// `--shard K/N`: the Kth of N parts, counted from 0.
    pub shard: Option<(u32, u32)>,
    /// `--file PATH`: mutants of this file alone.
    pub file: Option<String>,
    /// `--jobs N`: how many mutants are tried at a time.
    pub jobs: Option<u64>,
    /// `--only NAME`: the planted fault of this name alone.
    pub only: Option<String>,
}

impl Asked {
    /// Reads ids and flags.
    pub fn read(words: &[String]) -> Result<Self, Failure> {
        let mut asked = Self::default();
        let mut words = words.iter();
        while let Some(word) = words.next() {
            let Some(flag) = word.strip_prefix("--") else {
                asked.ids.push(word.clone());
                continue;
            };
            let value = words
                .next()
                .ok_or_else(|| Failure(format!("`{word}` needs a value behind it.")))?;
            match flag {
                "cases" | "count" => asked.cases = Some(number(word, value)?),
                "jobs" => asked.jobs = Some(number(word, value)?),
                "seed" => asked.seed = Some(number(word, value)?),
                "shard" => asked.shard = Some(shard(value)?),
                "file" => asked.file = Some(value.clone()),
                "only" => asked.only = Some(value.clone()),
                _ => return Err(Failure(format!("`{word}` is not known to figures."))),
            }
        }
        Ok(asked)
    }
}

fn number(flag: &str, value: &str) -> Result<u64, Failure> {
    value
        .replace('_', "")
        .parse()
        .map_err(|_| Failure(format!("`{flag}` needs a number, not `{value}`.")))
}

fn shard(value: &str) -> Result<(u32, u32), Failure> {
    let parts = value
        .split_once('/')
        .and_then(|(part, of)| Some((part.parse().ok()?, of.parse().ok()?)));
    match parts {
        Some((part, of)) if part < of => Ok((part, of)),
        _ => Err(Failure(format!(
            "`--shard` needs K/N with K from 0 and below N, not `{value}`."
        ))),
    }
}

#[cfg(test)]
mod tests {
    use super::Asked;

    fn read(words: &str) -> Result<Asked, String> {
        let words: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
        Asked::read(&words).map_err(|failure| failure.0)
    }

    #[test]
    fn ids_and_flags_are_told_apart() {
        let asked = read("C2 --cases 10_000 C7 --shard 3/8 --seed 5").unwrap();
        assert_eq!(asked.ids, ["C2", "C7"]);
        assert_eq!((asked.cases, asked.seed), (Some(10_000), Some(5)));
        assert_eq!(asked.shard, Some((3, 8)));
    }

    #[test]
    fn what_is_not_understood_is_named() {
        for (words, part) in [
            ("C2 --cases", "--cases"),
            ("C2 --cases many", "many"),
            ("C7 --shard 8/8", "8/8"),
            ("C7 --speed 1", "--speed"),
        ] {
            assert!(read(words).unwrap_err().contains(part), "{words}");
        }
    }
}
