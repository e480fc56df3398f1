//! A term of an option that is being repaired: which way it can be moved, and how far a change of it is.

use std::ops::Deref;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::mends::{Way, way};
use super::question::Question;
use super::{Term, TermValue};
use crate::engine::money::Money;
use crate::engine::rules::{Finding, Outcome, Quantity, Rule};

/// What a change to another of a few treatments counts for.
const CHOICE: u32 = 250_000;
/// The whole of a measure.
const WHOLE: i64 = 1_000_000;

/// A term of the option, as it is.
pub(super) struct Held<'a> {
    pub question: &'a Question<'a>,
    pub term: Term,
    pub from: TermValue,
}

impl Held<'_> {
    /// The way in which it can mend a finding, if it can.
    pub fn way<R: Deref<Target = Rule>>(&self, finding: &Finding<R>) -> Option<Way> {
        way(finding.kind(), self.term)
    }

    /// The measure of a change.
    pub fn distance(&self, to: TermValue) -> u32 {
        if let (TermValue::Frequency(from), TermValue::Frequency(to)) = (self.from, to) {
            // How much more or less often, as a part of the more frequent.
            let (from, to) = (from.periods_per_year(), to.periods_per_year());
            let less = from.min(to).checked_div(from.max(to));
            return less
                .and_then(|less| Decimal::ONE.checked_sub(less))
                .and_then(|part| part.checked_mul(Decimal::from(WHOLE)))
                .and_then(|part| part.trunc().to_u32())
                .unwrap_or(u32::MAX);
        }
        if self.term.is_a_choice() {
            return CHOICE;
        }
        let claim = self.question.claim();
        let number = |value: TermValue| value.number(claim).unwrap_or(0);
        let (from, to) = (number(self.from), number(to));
        let owed = claim.components().total().map_or(0, Money::minor);
        let whole = match self.term {
            Term::Count | Term::Payment => from.max(to),
            Term::FirstDue => 365,
            Term::Rate => 2_400,
            _ => owed,
        };
        let moved = i128::from(to.abs_diff(from));
        let part = moved
            .checked_mul(i128::from(WHOLE))
            .and_then(|moved| moved.checked_div(i128::from(whole.max(1))));
        part.and_then(|part| u32::try_from(part).ok())
            .unwrap_or(u32::MAX)
    }
}

/// The share that a rule's limit is given as, if it comes to this amount but for a minor unit of rounding.
pub(super) fn share_of_limit(finding: &Finding, held: &Held<'_>, number: i64) -> Option<TermValue> {
    let Outcome::Broken {
        limit: Quantity::Part { amount, share },
        ..
    } = finding.outcome
    else {
        return None;
    };
    let close = amount.minor().abs_diff(number) <= 1;
    (held.term.is_conceded() && close && !amount.is_zero())
        .then_some(TermValue::Part { amount, share })
}
