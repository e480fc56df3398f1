//! Which mutants are in the build, and what became of the others.

use crate::{
    Failure,
    list::{Genre, Mutant},
    mirror::Mirror,
    rewrite::{self, Blame, Choice, Switched},
    sites::{self, ConstFn, Operator, Shape, Site},
    switch,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

/// How a mutant is tried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// In the one build, chosen by its number.
    Switched,
    /// In a build of its own, and why.
    Alone(String),
    /// Not at all: it does not compile, and the compiler's code.
    Unviable(String),
}

/// One file with its sites.
pub struct Source {
    /// As it stood.
    pub text: String,
    sites: Vec<Site>,
    const_fns: Vec<ConstFn>,
    /// For each site its mutants, as indices.
    mutants: Vec<Vec<usize>>,
}

/// All mutants with their fates.
pub struct Plan {
    mirror: Mirror,
    /// The mutants in the order of the list; their numbers count from 1.
    pub mutants: Vec<Mutant>,
    /// What becomes of each.
    pub fates: Vec<Fate>,
    /// The files that have mutants.
    pub files: BTreeMap<String, Source>,
    /// Functions that stay `const`, because constants call them: the file and the index there.
    constant: BTreeSet<(String, usize)>,
    /// The body into which the two controls are put.
    control: Option<(String, usize)>,
}

impl Plan {
    /// Finds the site of every mutant of the list.
    ///
    /// # Errors
    /// A file that cannot be read or parsed.
    pub fn of(mirror: &Mirror, mutants: Vec<Mutant>) -> Result<Self, Failure> {
        let mut plan = Self {
            mirror: mirror.clone(),
            fates: vec![Fate::Switched; mutants.len()],
            mutants,
            files: BTreeMap::new(),
            constant: BTreeSet::new(),
            control: None,
        };
        let names: BTreeSet<String> = plan.mutants.iter().map(|one| one.file.clone()).collect();
        for name in names {
            let source = plan.source(&name)?;
            plan.files.insert(name, source);
        }
        plan.control = plan
            .files
            .iter()
            .flat_map(|(name, source)| {
                source
                    .sites
                    .iter()
                    .enumerate()
                    .map(move |(at, site)| (name.clone(), at, site))
            })
            .filter(|(_, _, site)| {
                site.shape == (Shape::Body { opaque: false }) && site.inside.is_none()
            })
            .map(|(name, at, _)| (name, at))
            .next_back();
        Ok(plan)
    }

    fn source(&mut self, name: &str) -> Result<Source, Failure> {
        let text = self.mirror.read(name)?;
        let found = sites::find(&text).map_err(|error| Failure(format!("{name}: {error}.")))?;
        let mut at: BTreeMap<(Genre, usize), usize> = BTreeMap::new();
        for (index, site) in found.all.iter().enumerate() {
            at.insert((site.genre, site.start), index);
        }
        let mut mutants = vec![Vec::new(); found.all.len()];
        for (index, mutant) in self.mutants.iter().enumerate() {
            if mutant.file != name {
                continue;
            }
            let site = mutant
                .start
                .byte(&text)
                .and_then(|start| at.get(&(mutant.genre, start)));
            let fate = match site.and_then(|site| found.all.get(*site)) {
                None => Some(Fate::Alone("its place was not found".into())),
                Some(site) if site.constant => Some(Fate::Alone("in a constant".into())),
                Some(site) if site.shape == Shape::Fixed => Some(match site.genre {
                    Genre::BinaryOperator => Fate::Unviable("let".into()),
                    _ => Fate::Alone("no switch fits there".into()),
                }),
                Some(_) => None,
            };
            if let (Some(site), Some(list)) = (site, site.and_then(|site| mutants.get_mut(*site))) {
                let _ = site;
                list.push(index);
            }
            if let (Some(fate), Some(place)) = (fate, self.fates.get_mut(index)) {
                *place = fate;
            }
        }
        Ok(Source {
            text,
            sites: found.all,
            const_fns: found.const_fns,
            mutants,
        })
    }

    /// The number of the mutant that every test of its place must catch, and of the one that none can.
    pub fn controls(&self) -> (u32, u32) {
        let last = number(self.mutants.len());
        (last, last + 1)
    }

    /// Where the controls stand.
    pub fn control_file(&self) -> &str {
        self.control.as_ref().map_or("", |(name, _)| name)
    }

    /// Writes every file with its switches, and the module that they ask.
    ///
    /// # Errors
    /// A file that cannot be written.
    pub fn write(&mut self) -> Result<BTreeMap<String, Switched>, Failure> {
        self.keep_constant();
        self.mirror.renew(|name| {
            name == ROOT || name == "src/mutant.rs" || self.files.contains_key(name)
        })?;
        let mut written = BTreeMap::new();
        for (name, source) in &self.files {
            let switched = self.switched(name, source);
            self.mirror.put(name, &switched.text)?;
            written.insert(name.clone(), switched);
        }
        self.mirror
            .put("src/mutant.rs", &switch::module(self.controls().1))?;
        let root = self.mirror.read(ROOT)?;
        self.mirror.put(ROOT, &format!("{root}{MODULE}"))?;
        Ok(written)
    }

    /// Writes the files as they stood, one of them with one mutant.
    ///
    /// # Errors
    /// A file that cannot be written, or a mutant whose place is gone.
    pub fn write_alone(&self, index: usize) -> Result<(), Failure> {
        self.mirror.put(ROOT, &self.mirror.read(ROOT)?)?;
        for (name, source) in &self.files {
            self.mirror.put(name, &source.text)?;
        }
        let planted = self.mutants.get(index).and_then(|mutant| {
            let text = &self.files.get(&mutant.file)?.text;
            let (start, end) = (mutant.start.byte(text)?, mutant.end.byte(text)?);
            let new = format!(
                "{}{}{}",
                text.get(..start)?,
                mutant.replacement,
                text.get(end..)?
            );
            Some((mutant.file.clone(), new))
        });
        let (name, text) =
            planted.ok_or_else(|| Failure(format!("Mutant {index} has no place.")))?;
        self.mirror.put(&name, &text)
    }

    /// Leaves `const` before every function that a path can mean; `false` if it was left already.
    pub fn stays_constant(&mut self, path: &[String]) -> bool {
        let name = path.last();
        let before = path.iter().rev().nth(1);
        let meant = |function: &ConstFn| {
            let owned = function.owner.is_none() || function.owner.as_ref() == before;
            Some(&function.name) == name && owned
        };
        let mut new = false;
        for (file, source) in &self.files {
            for (index, function) in source.const_fns.iter().enumerate() {
                if meant(function) {
                    new |= self.constant.insert((file.clone(), index));
                }
            }
        }
        new
    }

    /// Mutants inside functions that stay constant cannot be chosen.
    fn keep_constant(&mut self) {
        for (file, source) in &self.files {
            for (site, mutants) in source.sites.iter().zip(&source.mutants) {
                let kept = site
                    .inside
                    .is_some_and(|inside| self.constant.contains(&(file.clone(), inside)));
                for mutant in mutants.iter().filter(|_| kept) {
                    if let Some(fate @ Fate::Switched) = self.fates.get_mut(*mutant) {
                        *fate = Fate::Alone("in a function that constants call".into());
                    }
                }
            }
        }
    }

    fn switched(&self, name: &str, source: &Source) -> Switched {
        let sites: Vec<(usize, &Site, Vec<Choice>)> = source
            .sites
            .iter()
            .zip(&source.mutants)
            .enumerate()
            .map(|(index, (site, mutants))| {
                let mut choices: Vec<Choice> = mutants
                    .iter()
                    .filter(|mutant| self.fates.get(**mutant) == Some(&Fate::Switched))
                    .filter_map(|mutant| {
                        Some(Choice {
                            number: number(*mutant),
                            replacement: self.mutants.get(*mutant)?.replacement.clone(),
                        })
                    })
                    .collect();
                if self
                    .control
                    .as_ref()
                    .is_some_and(|(file, at)| file == name && *at == index)
                {
                    let (caught, equivalent) = self.controls();
                    for (number, replacement) in [(caught, "panic!(\"planted\")"), (equivalent, "")]
                    {
                        let replacement = replacement.to_owned();
                        choices.push(Choice {
                            number,
                            replacement,
                        });
                    }
                }
                (index, site, choices)
            })
            .collect();
        let removed: Vec<Range<usize>> = source
            .const_fns
            .iter()
            .enumerate()
            .filter(|(index, _)| !self.constant.contains(&(name.to_owned(), *index)))
            .map(|(_, function)| function.word.clone())
            .collect();
        rewrite::switched(&source.text, &sites, &removed)
    }

    /// Takes the mutants out of the build that an error at a byte of a file's new text is owed to; `false` if there is none.
    pub fn drop_at(&mut self, file: &str, switched: &Switched, at: usize, code: &str) -> bool {
        let Some(source) = self.files.get(file) else {
            return false;
        };
        let live = |index: &usize| self.fates.get(*index) == Some(&Fate::Switched);
        let dropped: Vec<(usize, Fate)> = match switched.blame(at) {
            Some(Blame::Mutant(number)) => {
                let index = number as usize - 1;
                vec![(index, Self::alone_or_not(source, index, code))]
            }
            blamed => {
                let before = switched.before(at);
                let sites = source.sites.iter().zip(&source.mutants).enumerate();
                let around = |(index, (site, mutants)): &(usize, (&Site, &Vec<usize>))| {
                    let here = match blamed {
                        Some(Blame::Site(own)) => own == *index,
                        _ => site.extent.contains(&before) && site.genre != Genre::FnValue,
                    };
                    here && mutants.iter().any(live)
                };
                let innermost = sites
                    .clone()
                    .filter(around)
                    .min_by_key(|(_, (site, _))| site.extent.len());
                let reason = || Fate::Alone(format!("{code} with the switch"));
                if let Some((_, (site, mutants))) = innermost {
                    // Of values joined into one type the last is taken out first: the error may be owed to it alone.
                    let many = if site.genre == Genre::FnValue {
                        1
                    } else {
                        mutants.len()
                    };
                    mutants
                        .iter()
                        .rev()
                        .copied()
                        .filter(live)
                        .take(many)
                        .map(|one| (one, reason()))
                        .collect()
                } else {
                    // Nothing just there: everything in the function gives way.
                    let body = sites
                        .clone()
                        .filter(|(_, (site, _))| {
                            site.genre == Genre::FnValue && site.extent.contains(&before)
                        })
                        .min_by_key(|(_, (site, _))| site.extent.len())
                        .map(|(_, (site, _))| site.extent.clone())
                        .unwrap_or_default();
                    sites
                        .filter(|(_, (site, _))| body.contains(&site.extent.start))
                        .flat_map(|(_, (_, mutants))| mutants.iter().copied())
                        .filter(live)
                        .map(|one| (one, reason()))
                        .collect()
                }
            }
        };
        let mut changed = false;
        for (index, fate) in dropped {
            if let Some(place @ Fate::Switched) = self.fates.get_mut(index) {
                *place = fate;
                changed = true;
            }
        }
        changed
    }

    /// A body's value and an operator meet the same types with a switch as without; anything else is built alone.
    fn alone_or_not(source: &Source, index: usize, code: &str) -> Fate {
        let site = source
            .sites
            .iter()
            .zip(&source.mutants)
            .find(|(_, mutants)| mutants.contains(&index))
            .map(|(site, _)| site);
        let same = site.is_some_and(|site| match &site.shape {
            Shape::Body { opaque } => !opaque,
            Shape::Binary { kind, .. } => {
                *kind != Operator::Lazy && ["E0277", "E0369", "E0368"].contains(&code)
            }
            _ => false,
        });
        if same {
            Fate::Unviable(code.to_owned())
        } else {
            Fate::Alone(format!("{code} with the switch"))
        }
    }
}

const ROOT: &str = "src/lib.rs";
const MODULE: &str = "\npub mod mutant;\n";

/// The number of a mutant at run time.
pub fn number(index: usize) -> u32 {
    u32::try_from(index + 1).unwrap_or(u32::MAX)
}
