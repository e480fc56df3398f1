//! How often each kind of thing came up.

use std::collections::BTreeMap;

/// What a count is of. The order is that of the printed histogram.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// A kind of term, of the cases laid out.
    Option,
    /// A way to repay, of the cases laid out in instalments.
    Way,
    /// An end of a range, of all cases.
    Boundary,
    /// A kind of limit kept to, of all cases.
    Met,
    /// A kind of limit missed, of all cases.
    Broken,
    /// A kind of limit that said nothing.
    Silent,
    /// A proposal refused by name.
    Refused,
    /// Relations that were tried.
    Relation,
}

/// Counts by group and name.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    counts: BTreeMap<(Group, &'static str), u64>,
}

impl Tally {
    pub fn note(&mut self, group: Group, name: &'static str) {
        *self.counts.entry((group, name)).or_default() += 1;
    }

    pub fn note_if(&mut self, seen: bool, group: Group, name: &'static str) {
        if seen {
            self.note(group, name);
        }
    }

    pub fn add(&mut self, other: &Self) {
        for (key, count) in &other.counts {
            *self.counts.entry(*key).or_default() += count;
        }
    }

    pub fn get(&self, group: Group, name: &'static str) -> u64 {
        self.counts.get(&(group, name)).copied().unwrap_or(0)
    }

    pub fn of(&self, group: Group) -> impl Iterator<Item = (&'static str, u64)> + '_ {
        self.counts
            .iter()
            .filter(move |((at, _), _)| *at == group)
            .map(|((_, name), count)| (*name, *count))
    }
}
