//! What a contract says beside the way to repay, as far as the rows ask for it.

use std::borrow::Cow;

use super::growth::{Growth, Span, View, changes, growths};
use super::terms::{Grace, LastInstalment, Multiple, Refit, Terms};
use super::terms_error::TermsError;
use crate::engine::calendar::Date;
use crate::engine::money::Money;

/// Every convention, and what goes for it where nothing is said. Rows are counted from 1, a down payment left out.
pub(super) trait Conventions {
    /// What the first rows are spared.
    fn grace(&self) -> Grace {
        Grace::NONE
    }

    /// The repeated amount, where it is given.
    fn given(&self) -> Option<Money> {
        None
    }

    /// Whole units that a fitted payment is rounded to.
    fn multiple(&self) -> Option<Multiple> {
        None
    }

    /// What becomes of the remainder that rounding leaves.
    fn last_instalment(&self) -> LastInstalment {
        LastInstalment::Plain
    }

    /// Whether a new rate asks for a new instalment with this row.
    fn refits_at(&self, _row: u32) -> bool {
        false
    }

    /// The growth of every period as an amount fitted at this row knows it; `own` is what the rows really earn.
    fn fitted_growths<'g>(
        &self,
        _row: u32,
        own: &'g [Growth],
    ) -> Result<Cow<'g, [Growth]>, TermsError> {
        Ok(Cow::Borrowed(own))
    }
}

/// A way to repay and nothing beside it. Pages lay out no other debts, and so carry no code for the conventions.
pub(super) struct NothingBeside;

impl Conventions for NothingBeside {}

/// The conventions of terms.
pub(super) struct Agreed<'a> {
    terms: &'a Terms,
    /// The periods as interest counts them, and as the instalment does.
    spans: &'a [Span],
    fitted_spans: &'a [Span],
    /// Dates on which a new rate asks for a new instalment.
    refitted: Vec<Date>,
}

impl<'a> Agreed<'a> {
    /// What these terms say of periods counted in two ways.
    pub(super) fn new(
        terms: &'a Terms,
        spans: &'a [Span],
        fitted_spans: &'a [Span],
    ) -> Result<Self, TermsError> {
        let refitted = changes(terms)?
            .into_iter()
            .filter_map(|(date, _, refit)| (refit == Refit::Refitted).then_some(date))
            .collect();
        Ok(Self {
            terms,
            spans,
            fitted_spans,
            refitted,
        })
    }
}

impl Conventions for Agreed<'_> {
    fn grace(&self) -> Grace {
        self.terms.grace
    }

    fn given(&self) -> Option<Money> {
        self.terms.instalment
    }

    fn multiple(&self) -> Option<Multiple> {
        self.terms.multiple
    }

    fn last_instalment(&self) -> LastInstalment {
        self.terms.last_instalment
    }

    fn refits_at(&self, row: u32) -> bool {
        after(self.spans, row).first().is_some_and(|span| {
            self.refitted
                .iter()
                .any(|date| (span.from..span.period.due).contains(date))
        })
    }

    fn fitted_growths<'g>(
        &self,
        row: u32,
        _: &'g [Growth],
    ) -> Result<Cow<'g, [Growth]>, TermsError> {
        let terms = self.terms;
        let basis = terms.instalment_basis.unwrap_or(terms.basis);
        let known = growths(terms, self.fitted_spans, basis, View::FittedAt(row))?;
        Ok(Cow::Owned(known))
    }
}

/// What belongs to a row, counted from 1, and to those after it.
pub(super) fn after<T>(all: &[T], row: u32) -> &[T] {
    usize::try_from(row.saturating_sub(1))
        .ok()
        .and_then(|before| all.get(before..))
        .unwrap_or_default()
}
