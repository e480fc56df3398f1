//! A short list of payment frequencies.

use crate::engine::calendar::Frequency;

/// The most frequencies that a list names.
pub(super) const MOST_FREQUENCIES: usize = 6;

/// A short list of payment frequencies, at least one, none twice; and whether days agreed one by one are among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FrequencyList {
    steps: [Option<Frequency>; MOST_FREQUENCIES],
    agreed_days: bool,
}

impl FrequencyList {
    /// A list of 1 to 6 frequencies, each named once; `None` otherwise.
    #[must_use]
    pub fn new(frequencies: &[Frequency]) -> Option<Self> {
        let mut list = [None; MOST_FREQUENCIES];
        if frequencies.is_empty() || frequencies.len() > list.len() {
            return None;
        }
        for (slot, frequency) in list.iter_mut().zip(frequencies) {
            *slot = Some(*frequency);
        }
        let list = Self {
            steps: list,
            agreed_days: false,
        };
        let once = |one: &Frequency| list.iter().filter(|other| other == one).count() == 1;
        frequencies.iter().all(once).then_some(list)
    }

    /// The same list, with days agreed one by one.
    #[must_use]
    pub const fn with_agreed_days(self) -> Self {
        Self {
            agreed_days: true,
            ..self
        }
    }

    /// Whether payments may fall due on days agreed one by one.
    #[must_use]
    pub const fn agreed_days(&self) -> bool {
        self.agreed_days
    }

    /// The frequencies in the order of the list.
    pub fn iter(&self) -> impl Iterator<Item = Frequency> + '_ {
        self.steps.iter().flatten().copied()
    }

    /// Whether the list names this frequency.
    #[must_use]
    pub fn contains(&self, frequency: Frequency) -> bool {
        self.iter().any(|one| one == frequency)
    }
}
