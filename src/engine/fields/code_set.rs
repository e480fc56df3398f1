//! Some words of a closed vocabulary, as files list them by their codes.

use std::marker::PhantomData;

use super::{Field, FieldError, Problem};

/// A closed vocabulary whose words have codes in files.
pub trait Coded: Copy + PartialEq + 'static {
    /// Every word, at most sixteen of them.
    const ALL: &'static [Self];

    /// The name used in files.
    fn code(self) -> &'static str;
}

/// Some words of a vocabulary, none twice. It has the vocabulary's order, whatever the order of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CodeSet<T> {
    members: u16,
    vocabulary: PhantomData<T>,
}

impl<T: Coded> CodeSet<T> {
    /// None of the words.
    pub const EMPTY: Self = Self {
        members: 0,
        vocabulary: PhantomData,
    };

    /// These words; one named twice counts once.
    #[must_use]
    pub fn of(words: &[T]) -> Self {
        words.iter().fold(Self::EMPTY, |set, word| set.with(*word))
    }

    /// These words and one more.
    #[must_use]
    pub fn with(self, word: T) -> Self {
        Self {
            members: self.members | bit(word),
            ..self
        }
    }

    /// Whether the word is among them.
    #[must_use]
    pub fn contains(self, word: T) -> bool {
        self.members & bit(word) != 0
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.members == 0
    }

    /// Whether a word is in both.
    #[must_use]
    pub const fn meets(self, other: Self) -> bool {
        self.members & other.members != 0
    }

    /// Those that are not in the other.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self {
            members: self.members & !other.members,
            ..self
        }
    }

    /// The words in the order of their vocabulary.
    pub fn iter(self) -> impl Iterator<Item = T> {
        T::ALL
            .iter()
            .copied()
            .filter(move |word| self.contains(*word))
    }
}

/// The place of a word among those of its vocabulary; nothing for one that the vocabulary does not list.
fn bit<T: Coded>(word: T) -> u16 {
    T::ALL
        .iter()
        .position(|known| *known == word)
        .and_then(|place| u32::try_from(place).ok())
        .and_then(|place| 1_u16.checked_shl(place))
        .unwrap_or(0)
}

impl Field<'_> {
    /// The value as a word of a vocabulary, by its code.
    ///
    /// # Errors
    /// [`Problem::NeedsText`], [`Problem::NotOneOf`].
    pub fn word<T: Coded>(&self) -> Result<T, FieldError> {
        let codes: Vec<&str> = T::ALL.iter().map(|word| word.code()).collect();
        self.code(&codes, |code| {
            T::ALL.iter().copied().find(|word| word.code() == code)
        })
    }

    /// The value as a list of words, each of them once.
    ///
    /// # Errors
    /// [`Problem::NeedsList`], [`Problem::NotOneOf`], [`Problem::NotEachOnce`] for a word that is there twice.
    pub fn words<T: Coded>(&self) -> Result<CodeSet<T>, FieldError> {
        let mut set = CodeSet::EMPTY;
        for entry in self.list()? {
            let word = entry.word()?;
            if set.contains(word) {
                return Err(entry.refuse(Problem::NotEachOnce));
            }
            set = set.with(word);
        }
        Ok(set)
    }

    /// [`words`](Self::words), at least one of them: an empty list would look like one that names all.
    ///
    /// # Errors
    /// Those of [`words`](Self::words); [`Problem::NotEachOnce`] for an empty list.
    pub fn some_words<T: Coded>(&self) -> Result<CodeSet<T>, FieldError> {
        let set = self.words()?;
        if set.is_empty() {
            return Err(self.refuse(Problem::NotEachOnce));
        }
        Ok(set)
    }
}
