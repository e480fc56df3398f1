//! The score with its denominators, and every survivor by name.

use crate::{
    Asked, Failure,
    plan::Plan,
    record::{Outcome, Record},
};
use std::{fmt::Write as _, fs, time::Duration};

/// What became of all that were asked for.
pub struct Report {
    outcomes: Vec<(Option<Outcome>, String)>,
}

impl Report {
    /// Reads it off the record.
    pub fn of(plan: &Plan, wanted: &[usize], record: &Record, digest: &str) -> Self {
        let outcomes = wanted
            .iter()
            .filter_map(|index| plan.mutants.get(*index))
            .map(|mutant| {
                let line = record.of(&mutant.name);
                let outcome = line
                    .filter(|line| line.digest == digest)
                    .map(|line| line.outcome);
                (outcome, mutant.name.clone())
            })
            .collect();
        Self { outcomes }
    }

    fn count(&self, wanted: Option<Outcome>) -> usize {
        self.outcomes
            .iter()
            .filter(|(outcome, _)| *outcome == wanted)
            .count()
    }

    fn killed(&self) -> usize {
        self.count(Some(Outcome::Caught)) + self.count(Some(Outcome::Endless))
    }

    fn survivors(&self) -> usize {
        [Outcome::Survived, Outcome::Left, Outcome::Unreached]
            .into_iter()
            .map(|outcome| self.count(Some(outcome)))
            .sum()
    }

    /// Nothing tried meets no aim, and what was not tried counts as not caught.
    fn meets(&self, percent: usize) -> bool {
        let viable = self.killed() + self.survivors() + self.count(None);
        viable > 0 && self.killed() * 100 >= viable * percent
    }

    /// Prints it and writes the survivors into a file.
    ///
    /// # Errors
    /// A score below the aim, or a file that cannot be written.
    pub fn told(&self, asked: &Asked, took: Duration) -> Result<(), Failure> {
        let mut text = String::new();
        for (outcome, name) in &self.outcomes {
            let word = match outcome {
                Some(Outcome::Survived) => "survived",
                Some(Outcome::Left) => "passes the quick tests, the slow ones were not tried",
                Some(Outcome::Unreached) => "no test reaches it",
                None => "not tried",
                Some(_) => continue,
            };
            writeln!(text, "{name}: {word}").map_err(|error| Failure(error.to_string()))?;
        }
        let path = asked.output.join("survivors.txt");
        fs::write(&path, &text)
            .map_err(|error| Failure(format!("{}: {error}.", path.display())))?;
        print!("{text}");
        println!(
            "{} of {} viable mutants caught ({} by tests, {} by running on without end), {} survive ({} of them reached by no test, {} not yet tried by the slow ones), {} do not compile, {} not tried, {:.0} s",
            self.killed(),
            self.killed() + self.survivors(),
            self.count(Some(Outcome::Caught)),
            self.count(Some(Outcome::Endless)),
            self.survivors(),
            self.count(Some(Outcome::Unreached)),
            self.count(Some(Outcome::Left)),
            self.count(Some(Outcome::Unviable)),
            self.count(None),
            took.as_secs_f64()
        );
        if self.meets(asked.aim) {
            Ok(())
        } else {
            Err(Failure(format!("Below {} %.", asked.aim)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Outcome, Report};

    #[test]
    fn the_score_is_of_the_mutants_that_compile() {
        let score = |caught, survived, endless, untried| {
            let many = |outcome, count| vec![(outcome, String::new()); count];
            Report {
                outcomes: [
                    many(Some(Outcome::Caught), caught),
                    many(Some(Outcome::Survived), survived),
                    many(Some(Outcome::Endless), endless),
                    many(Some(Outcome::Unviable), 50),
                    many(None, untried),
                ]
                .concat(),
            }
        };
        assert!(score(94, 5, 1, 0).meets(95));
        assert!(!score(94, 6, 0, 0).meets(95));
        assert!(!score(94, 5, 1, 1).meets(95));
        assert!(!score(0, 0, 0, 0).meets(95));
    }
}
