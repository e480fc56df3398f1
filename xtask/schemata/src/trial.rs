//! Each mutant against the tests that reach it, those in one build first, then those that need one of their own.

use crate::{
    Asked, Failure,
    compile::Built,
    list,
    mirror::Mirror,
    plan::{Fate, Plan, number},
    record::{self, Line, Outcome, Record},
    report::Report,
    suite::{Run, Suite},
};
use std::{
    collections::BTreeMap,
    fs,
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

/// Tries every mutant that is asked for and says what became of them.
///
/// # Errors
/// A control that does not do what it must, a score below the aim, or a build that fails without a mutant.
pub fn all(asked: &Asked) -> Result<(), Failure> {
    let began = Instant::now();
    let digest = record::digest(&asked.sources)?;
    let text = fs::read_to_string(&asked.list)
        .map_err(|error| Failure(format!("{}: {error}.", asked.list.display())))?;
    let mirror = Mirror {
        from: asked.sources.clone(),
        into: asked.house.tree.clone(),
    };
    let mut plan = Plan::of(&mirror, list::read(&text)?)?;
    println!(
        "{} mutants in {} files of the tree {digest}",
        plan.mutants.len(),
        plan.files.len()
    );
    let record = Record::open(&asked.output.join("results.txt"));
    known_unviable(&mut plan, &record, &digest);
    let programs = asked.house.with_all(&mut plan)?;
    let wanted: Vec<usize> = (0..plan.mutants.len())
        .filter(|index| {
            let in_file = asked.file.as_deref().is_none_or(|file| {
                plan.mutants
                    .get(*index)
                    .is_some_and(|mutant| mutant.file == file)
            });
            in_file && asked.shard.is_none_or(|(part, of)| index % of == part)
        })
        .collect();
    let mut alone: BTreeMap<&str, usize> = BTreeMap::new();
    for fate in &plan.fates {
        if let Fate::Alone(why) = fate {
            *alone.entry(why).or_default() += 1;
        }
    }
    println!(
        "built with {} of them, {} need builds of their own, {:.0} s",
        plan.fates
            .iter()
            .filter(|fate| **fate == Fate::Switched)
            .count(),
        alone.values().sum::<usize>(),
        began.elapsed().as_secs_f64()
    );
    for (why, count) in alone {
        println!("  {count}: {why}");
    }
    let suite = Suite::recorded(&asked.house.tree, programs, &asked.output, &digest)?;
    println!(
        "{} tests pass without a mutant and take {:.1} s one by one, {:.0} s",
        suite.tests.len(),
        suite
            .tests
            .iter()
            .map(|test| test.usual)
            .sum::<Duration>()
            .as_secs_f64(),
        began.elapsed().as_secs_f64()
    );
    controls(&plan, &suite)?;
    let trial = Trial {
        plan: &plan,
        suite: &suite,
        record: &record,
        digest: &digest,
    };
    Trial::each(&wanted, asked.jobs, |index| trial.quick(index))?;
    trial.slow(&wanted, asked.jobs)?;
    trial.alone(&wanted, asked)?;
    Report::of(&plan, &wanted, &record, &digest).told(asked, began.elapsed())
}

/// What did not compile in this very tree does not now.
fn known_unviable(plan: &mut Plan, record: &Record, digest: &str) {
    for (mutant, fate) in plan.mutants.iter().zip(&mut plan.fates) {
        if let Some(line) = record.of(&mutant.name)
            && line.digest == digest
            && line.outcome == Outcome::Unviable
        {
            *fate = Fate::Unviable(line.by);
        }
    }
}

/// The planted panic must be caught and the change that changes nothing must survive, both reached.
fn controls(plan: &Plan, suite: &Suite) -> Result<(), Failure> {
    let (caught, equivalent) = plan.controls();
    let place = plan.control_file();
    let reached = suite.reaching(caught, None);
    match suite.tried(&reached, Some(caught))? {
        Run::Failed(test) => println!("control: a panic planted in {place} is caught by {test}"),
        other => {
            return Err(Failure(format!(
                "The panic planted in {place} is not caught by {} tests: {other:?}.",
                reached.len()
            )));
        }
    }
    let reached = suite.reaching(equivalent, None);
    match suite.tried(&reached, Some(equivalent))? {
        Run::Passed => println!(
            "control: a mutant in {place} that changes nothing survives {} tests",
            reached.len()
        ),
        other => {
            return Err(Failure(format!(
                "A mutant in {place} that changes nothing does not survive: {other:?}."
            )));
        }
    }
    Ok(())
}

/// The longest that a quick test takes. The quick ones catch almost all, in a tenth of the time.
const QUICK: Duration = Duration::from_millis(600);

struct Trial<'a> {
    plan: &'a Plan,
    suite: &'a Suite,
    record: &'a Record,
    digest: &'a str,
}

impl Trial<'_> {
    /// Does the same for every mutant of a list, several at a time if asked for.
    fn each(
        indices: &[usize],
        jobs: usize,
        work: impl Fn(usize) -> Result<(), Failure> + Sync,
    ) -> Result<(), Failure> {
        let next = AtomicUsize::new(0);
        let stopped: Mutex<Option<Failure>> = Mutex::new(None);
        std::thread::scope(|scope| {
            for _ in 0..jobs {
                scope.spawn(|| {
                    while let Some(index) = indices.get(next.fetch_add(1, Ordering::Relaxed)) {
                        if let Err(failure) = work(*index) {
                            if let Ok(mut stopped) = stopped.lock() {
                                *stopped = Some(failure);
                            }
                            // The others find nothing more to do.
                            next.store(indices.len(), Ordering::Relaxed);
                        }
                    }
                });
            }
        });
        match stopped.into_inner() {
            Ok(None) => Ok(()),
            Ok(Some(failure)) => Err(failure),
            Err(error) => Err(Failure(error.to_string())),
        }
    }

    /// A mutant against the quick tests, and against what caught it in an earlier tree, however slow.
    fn quick(&self, index: usize) -> Result<(), Failure> {
        let Some((name, before)) = self.open(index) else {
            return Ok(());
        };
        match self.plan.fates.get(index) {
            Some(Fate::Unviable(code)) => self.add(Outcome::Unviable, code, name),
            Some(Fate::Switched) => {
                if before.as_ref().is_some_and(|line| self.is_left(line)) {
                    return Ok(());
                }
                let number = number(index);
                let by = before.as_ref().map(|line| line.by.as_str());
                let reaching = self.suite.reaching(number, by);
                if reaching.is_empty() {
                    return self.add(Outcome::Unreached, "", name);
                }
                let (quick, slow): (Vec<_>, Vec<_>) = reaching
                    .into_iter()
                    .partition(|test| test.usual <= QUICK || Some(test.name.as_str()) == by);
                match self.suite.tried(&quick, Some(number))? {
                    Run::Passed if !slow.is_empty() => self.add(Outcome::Left, "", name),
                    run => self.ran(run, name),
                }
            }
            _ => Ok(()),
        }
    }

    /// What the quick tests left against the slow ones, test by test, so that most are caught before the slowest run.
    fn slow(&self, wanted: &[usize], jobs: usize) -> Result<(), Failure> {
        let tests = &self.suite.tests;
        let place = |name: &str| tests.iter().position(|test| test.name == name);
        let left = |index: &usize| {
            let (_, line) = self.open(*index)?;
            line.filter(|line| self.is_left(line))
        };
        for (at, test) in tests.iter().enumerate() {
            if test.usual <= QUICK {
                continue;
            }
            // The line says which of them it has passed already.
            let open: Vec<usize> = wanted
                .iter()
                .copied()
                .filter(|index| test.reaches.contains(&number(*index)))
                .filter(|index| left(index).is_some_and(|line| place(&line.by) < Some(at)))
                .collect();
            println!("{} against {}", open.len(), test.name);
            Self::each(&open, jobs, |index| {
                let Some((name, _)) = self.open(index) else {
                    return Ok(());
                };
                match self.suite.tried(&[test], Some(number(index)))? {
                    Run::Passed => self.add(Outcome::Left, &test.name, name),
                    run => self.ran(run, name),
                }
            })?;
        }
        for index in wanted {
            if let Some(line) = left(index) {
                self.add(Outcome::Survived, "", &line.name)?;
            }
        }
        Ok(())
    }

    fn is_left(&self, line: &Line) -> bool {
        line.digest == self.digest && line.outcome == Outcome::Left
    }

    /// The name of a mutant that is not done with in this tree, and what was last known of it.
    fn open(&self, index: usize) -> Option<(&str, Option<Line>)> {
        let name = self.plan.mutants.get(index)?.name.as_str();
        match self.record.of(name) {
            Some(line) if line.digest == self.digest && !self.is_left(&line) => None,
            before => Some((name, before)),
        }
    }

    fn ran(&self, run: Run, name: &str) -> Result<(), Failure> {
        match run {
            Run::Passed => self.add(Outcome::Survived, "", name),
            Run::Failed(test) => self.add(Outcome::Caught, &test, name),
            Run::Endless(test) => self.add(Outcome::Endless, &test, name),
        }
    }

    fn add(&self, outcome: Outcome, by: &str, name: &str) -> Result<(), Failure> {
        if matches!(outcome, Outcome::Survived | Outcome::Unreached) {
            println!("{outcome:?}: {name}");
        }
        self.record.add(Line {
            digest: self.digest.to_owned(),
            outcome,
            by: by.to_owned(),
            name: name.to_owned(),
        })
    }

    /// Every mutant that has no switch, each in a build of its own; the programs of the one build are gone after it.
    fn alone(&self, wanted: &[usize], asked: &Asked) -> Result<(), Failure> {
        for index in wanted {
            let (Some(Fate::Alone(why)), Some((name, before))) =
                (self.plan.fates.get(*index), self.open(*index))
            else {
                continue;
            };
            println!("built alone ({why}): {name}");
            self.plan.write_alone(*index)?;
            if let Built::Errors(errors) = asked.house.check()? {
                let code = errors
                    .iter()
                    .find_map(|error| error.pointer("/code/code")?.as_str())
                    .unwrap_or("error");
                self.add(Outcome::Unviable, code, name)?;
                continue;
            }
            match asked.house.tests()? {
                Built::Errors(_) => self.add(Outcome::Unviable, "tests", name)?,
                Built::Programs(programs) => {
                    let suite = self.suite.in_programs(programs);
                    let run = suite.tried(
                        &suite.all(before.as_ref().map(|line| line.by.as_str())),
                        None,
                    )?;
                    self.ran(run, name)?;
                }
            }
        }
        Ok(())
    }
}
