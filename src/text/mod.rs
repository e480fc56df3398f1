//! Every word that people read, typed, per language.
//!
//! Formatting here is the same in every browser and on every machine: nothing asks the browser how a number or
//! a date is written.
//!
//! ```text
//! format, words   numbers, amounts, rates and dates; an amount in words
//! vocabulary      the field's words for what the engine knows by name
//! label           labels of screens and papers; talk_label, rules_label, trust_label, track_label: of the talk at the
//!                 desk, of the rules place, of signing, of payments made
//! clause          the sentences of an agreement
//! finding         what the rules say about an option
//! limit, lint     a rule by itself; what is wrong with a pack of them
//! pack_diff       what changed from one pack to another
//! noted           what is noted beside a debt, and strategies
//! problem, path   what is wrong with a document or a proposal, and where
//! typed           what people type, read leniently
//! negotiation     what is changed to make an option pass
//! offer_line      an option in one line
//! ladder          the steps of a ladder, and what is asked for them
//! plain           papers as plain text, in full and as a message
//! table, sheet    the tables of a paper, and a whole paper ready to be set, in one language or both
//! talk            what an agent can say, and what stage, type and sign are called
//! trust           what signatures say
//! borrower, link  what a borrower reads first, and what is said about links
//! tracking        payments made under an agreement: how it stands, what comes next
//! derived         from what each figure of an agreement was worked out
//! ```

pub mod borrower;
pub mod clause;
pub mod derived;
mod derived_plan;
pub mod finding;
mod finding_condition_en;
mod finding_condition_zh;
mod finding_en;
mod finding_reason;
mod finding_zh;
pub mod format;
pub mod label;
pub mod limit;
pub mod ladder;
pub mod link;
pub mod lint;
mod lint_en;
mod lint_zh;
pub mod pack_diff;
pub mod pack_ladder;
mod path;
mod plan_problem;
pub mod negotiation;
pub mod noted;
pub mod offer_line;
pub mod plain;
pub mod problem;
pub mod sheet;
pub mod talk;
pub mod talk_label;
mod rules_label;
pub mod table;
mod track_label;
pub mod tracking;
pub mod trust;
mod trust_label;
pub mod typed;
mod typed_date;
mod typed_list;
#[cfg(test)]
mod typed_list_tests;
mod typed_problem;
pub mod vocabulary;
pub mod words;

pub use label::Label;
pub use rules_label::RulesLabel;
pub use talk_label::TalkLabel;
pub use track_label::TrackLabel;
pub use trust_label::TrustLabel;

/// A language that the app and its documents speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Locale {
    /// Chinese in simplified characters.
    Zh,
    /// English with British spelling.
    En,
}

impl Locale {
    /// Every language, in the order they are offered.
    pub const ALL: [Self; 2] = [Self::Zh, Self::En];

    /// The code used in files, links and attributes: `zh`, `en`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Zh => "zh",
            Self::En => "en",
        }
    }

    /// The language of that code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|locale| locale.code() == code)
    }

    /// The value of the `lang` attribute.
    #[must_use]
    pub const fn lang(self) -> &'static str {
        match self {
            Self::Zh => "zh-CN",
            Self::En => "en",
        }
    }

    /// The other language.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Zh => Self::En,
            Self::En => Self::Zh,
        }
    }

    /// The language's name in itself, for the switch between languages.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::Zh => "中文",
            Self::En => "English",
        }
    }

    /// One of two texts.
    #[must_use]
    pub const fn pick<'a>(self, zh: &'a str, en: &'a str) -> &'a str {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }
}

/// In which languages a paper stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Languages {
    /// In one.
    One(Locale),
    /// In Chinese and English side by side, clause by clause.
    Both,
}

impl Languages {
    /// The languages in the order in which they stand.
    #[must_use]
    pub const fn locales(self) -> &'static [Locale] {
        match self {
            Self::One(Locale::Zh) => &[Locale::Zh],
            Self::One(Locale::En) => &[Locale::En],
            Self::Both => &Locale::ALL,
        }
    }

    /// One text per language.
    #[must_use]
    pub fn each<T>(self, words: impl Fn(Locale) -> T) -> Vec<T> {
        self.locales().iter().map(|locale| words(*locale)).collect()
    }

    /// The texts of all languages in one line.
    #[must_use]
    pub fn joined(self, between: &str, words: impl Fn(Locale) -> String) -> String {
        self.each(words).join(between)
    }

    /// The code used in the names of files: `zh`, `en`, `zh-en`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::One(locale) => locale.code(),
            Self::Both => "zh-en",
        }
    }
}
