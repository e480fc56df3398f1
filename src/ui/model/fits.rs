//! What would make every payment fit the number that the borrower said: one term at a time, from all the others.

use super::{OpenCase, OptionDraft, OptionKind, SizeKind};
use crate::engine::money::Money;
use crate::engine::negotiate::{Affordable, Term, TermValue, Unknown, Unsolved, solve};
use crate::engine::plan::{PlanError, Settlement};
use crate::engine::rules::{Decision, RELIEF_ORDER};
use crate::text::typed;

/// One term, and what it comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fit {
    /// The term.
    pub term: Term,
    /// The value with which every payment fits, or why there is none.
    pub found: Result<Fitting, Unfitting>,
}

/// A value with which every payment fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fitting {
    /// The value.
    pub value: TermValue,
    /// What the rules say of the option with it.
    pub decision: Decision,
    /// That option, as typed.
    pub option: OptionDraft,
}

/// Why a term does not do it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfitting {
    /// As far as it goes, a payment is still larger.
    OutOfReach {
        /// The furthest value.
        value: TermValue,
        /// The largest payment with it.
        largest: Money,
    },
    /// The option cannot be laid out, whatever the term.
    Unplannable(PlanError),
}

/// What fits an option, told for a count of payments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fits {
    /// What it was looked for.
    pub option: OptionDraft,
    /// The most that a payment may be.
    pub at_most: Money,
    /// How many payments the option has without the number.
    pub count: u32,
    /// Whether every payment of it fits already.
    pub already: bool,
    /// Term by term; a term that the option does not have is not among them.
    pub terms: Vec<Fit>,
}

impl OptionDraft {
    /// The number that the borrower said for each payment: what is typed as that, also while a count governs;
    /// otherwise what a budget leaves.
    #[must_use]
    pub fn borrowers_number(&self, open: &OpenCase, budget: Option<&Affordable>) -> Option<Money> {
        let said = typed::parse_amount(&self.payment, open.claim.currency).ok();
        let left = || {
            let proposal = self.read(&open.claim, &open.house.defaults).ok()?;
            match proposal.settlement {
                Settlement::Instalments { frequency, .. } => budget?.each(frequency).ok(),
                _ => None,
            }
        };
        said.or_else(left).filter(|amount| amount.is_positive())
    }
}

impl OpenCase {
    /// What makes no payment of an option in instalments larger than `at_most`: fewer or more payments, more at once,
    /// another first day, more given up, a lower rate. `None` for other kinds of options, and for what cannot be read.
    #[must_use]
    pub fn fits(&self, option: &OptionDraft, at_most: Money) -> Option<Fits> {
        if option.kind != OptionKind::Instalments {
            return None;
        }
        // The number stands apart: the option is what it is without it.
        let counted = OptionDraft {
            size: SizeKind::Count,
            ..option.clone()
        };
        let proposal = counted.read(&self.claim, &self.house.defaults).ok()?;
        let as_it_stands = solve(&self.claim, &proposal, Unknown::Instalment, None).ok();
        let count = as_it_stands.as_ref().map(|solved| solved.totals.count)?;
        let waivers = RELIEF_ORDER
            .into_iter()
            .filter(|part| self.claim.components().get(*part).is_positive())
            .map(|part| (Term::Waiver(part), Unknown::Waiver(part)));
        let asked = [
            (Term::Count, Unknown::Count),
            (Term::DownPayment, Unknown::DownPayment),
            (Term::FirstDue, Unknown::FirstDate),
        ]
        .into_iter()
        .chain(waivers)
        .chain([
            (Term::Discount, Unknown::Discount),
            (Term::Rate, Unknown::Rate),
        ]);
        let terms = asked.filter_map(|(term, unknown)| {
            let found = match solve(&self.claim, &proposal, unknown, Some(at_most)) {
                Ok(solved) => {
                    let judged = self.ask(|question| question.judge(&solved.proposal)).ok()?;
                    Ok(Fitting {
                        value: solved.value,
                        decision: judged.verdict.decision,
                        option: counted.with_term(term, solved.value, self.claim.currency),
                    })
                }
                Err(Unsolved::NoSuchTerm) => return None,
                Err(Unsolved::Plan(error)) => Err(Unfitting::Unplannable(error)),
                Err(Unsolved::OutOfReach(nearest)) => Err(Unfitting::OutOfReach {
                    value: nearest.value,
                    largest: nearest.largest,
                }),
            };
            Some(Fit { term, found })
        });
        Some(Fits {
            terms: terms.collect(),
            already: as_it_stands.is_some_and(|solved| solved.largest <= at_most),
            option: option.clone(),
            at_most,
            count,
        })
    }
}
