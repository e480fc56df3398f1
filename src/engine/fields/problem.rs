//! What can be wrong with a field, and where.

use std::ops::Deref;

use crate::engine::calendar::Date;
use crate::engine::money::{Currency, Money};

/// A refusal of a document, naming the place. Boxed: it is rare, and every value read is handed on beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError(Box<Refusal>);

/// What a [`FieldError`] says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Where: field names and list positions (from 1) joined by dots, such as `history.payments.2.amount`;
    /// empty for the document itself.
    pub path: String,
    /// What is wrong there.
    pub problem: Problem,
    /// The id of the rule, duty or segment that the place belongs to, where one could be read.
    pub within: Option<String>,
}

impl FieldError {
    /// A refusal at a place.
    #[must_use]
    pub fn new(path: String, problem: Problem) -> Self {
        Self(Box::new(Refusal {
            path,
            problem,
            within: None,
        }))
    }

    /// The same refusal, of something that bears an id.
    #[must_use]
    pub fn within(mut self, id: Option<&str>) -> Self {
        self.0.within = id.map(str::to_owned);
        self
    }
}

impl Deref for FieldError {
    type Target = Refusal;

    fn deref(&self) -> &Refusal {
        &self.0
    }
}

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The document is longer than [`LONGEST_DOCUMENT`].
    TooLong,
    /// The text is not JSON from this line and column (from 1) on.
    NotJson {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
    /// A field that must be there is not.
    Missing,
    /// A field that the format does not know; `known` lists those it knows here.
    Unknown {
        /// The names known at this place, separated by commas.
        known: String,
    },
    /// Another kind of JSON value is needed.
    NeedsText,
    /// An object is needed.
    NeedsObject,
    /// A list is needed.
    NeedsList,
    /// `true` or `false` is needed.
    NeedsYesNo,
    /// A whole number up to `most` is needed.
    NeedsCount {
        /// The largest number taken.
        most: u32,
    },
    /// Text is empty or longer than `most` characters.
    TextLength {
        /// The most characters taken.
        most: usize,
    },
    /// Not an amount such as `48532.17`.
    NotAnAmount {
        /// The value found.
        found: String,
    },
    /// More decimals than the currency has.
    TooManyDecimals {
        /// The value found.
        found: String,
        /// The decimals that the currency has.
        allowed: u32,
    },
    /// An amount beyond the supported range.
    TooLarge {
        /// The value found.
        found: String,
    },
    /// An amount below zero where none can be.
    Negative {
        /// The value found.
        found: String,
    },
    /// Not a day of the calendar in the form `2026-11-21`.
    NotADate {
        /// The value found.
        found: String,
    },
    /// Not a percentage such as `18.25`, or out of its range.
    NotAPercentage {
        /// The value found.
        found: String,
    },
    /// Not a plain decimal number.
    NotANumber {
        /// The value found.
        found: String,
    },
    /// None of the codes known here.
    NotOneOf {
        /// The value found.
        found: String,
        /// The codes known, separated by commas.
        known: String,
    },
    /// The stated total is not the sum of the components.
    DoesNotAddUp {
        /// The total that the document states.
        stated: Money,
        /// The sum of its components.
        computed: Money,
        /// Their currency.
        currency: Currency,
    },
    /// A date that must not be after another one is.
    AfterDate {
        /// The latest day that fits.
        latest: Date,
    },
    /// An amount above another one that bounds it.
    Above {
        /// The bound.
        most: Money,
        /// Their currency.
        currency: Currency,
    },
    /// Dates of a list do not rise.
    OutOfOrder,
    /// A case could fall in this and in another.
    Overlaps {
        /// The other's id.
        with: String,
    },
    /// The list names something twice or leaves something out.
    NotEachOnce,
    /// A step of a ladder that gives nothing more than the steps before it.
    GivesNoMore,
    /// A step of a ladder that gives money after a step that gave time.
    ReliefAfterTime,
    /// A limit is given in a unit that its kind is not measured in.
    OtherUnit {
        /// The field that stands there.
        found: String,
        /// The fields that its kind is measured by, separated by commas.
        wanted: String,
    },
    /// Days that lie wholly outside those on which the pack is in force.
    NeverInForce {
        /// The pack's first day.
        from: Option<Date>,
        /// The pack's last day.
        to: Option<Date>,
    },
}
