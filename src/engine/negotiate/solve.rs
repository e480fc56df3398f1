//! One unknown term from all the others.

use super::boundary::first_passing;
use super::{Term, TermValue};
use crate::engine::claim::{Claim, Component};
use crate::engine::money::Money;
use crate::engine::plan::{
    Plan, PlanError, Proposal, Repayment, RowKind, Settlement, Size, Totals, lay_out, totals,
};

/// What is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unknown {
    /// How much each payment is: everything else is given.
    Instalment,
    /// The fewest instalments whose payments are at most so much.
    Count,
    /// The day of the last payment, where payments are at most so much.
    EndDate,
    /// The latest first day with which payments are at most so much.
    FirstDate,
    /// The least that must be paid at once for payments of at most so much.
    DownPayment,
    /// The least that must be given up of a component.
    Waiver(Component),
    /// The least discount on the total.
    Discount,
    /// The highest yearly rate, in steps of a hundredth of a percent.
    Rate,
    /// What settles the debt in one sum on the first due date.
    LumpSum,
}

impl Unknown {
    /// The names used in documents; a waiver is named with its component elsewhere.
    pub const CODES: [&'static str; 9] = [
        "instalment",
        "count",
        "end-date",
        "first-date",
        "down-payment",
        "waiver",
        "discount",
        "rate",
        "lump-sum",
    ];
}

/// The unknown, and the option that it makes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Solved {
    /// What the unknown comes to.
    pub value: TermValue,
    /// The option with it.
    pub proposal: Proposal,
    /// The option laid out.
    pub plan: Plan,
    /// Its head figures.
    pub totals: Totals,
    /// The largest payment after the down payment.
    pub largest: Money,
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unsolved {
    /// The option cannot be laid out, whatever the unknown.
    Plan(PlanError),
    /// The option has no such term, or a payment is not said.
    NoSuchTerm,
    /// Even as far as the term goes, payments are larger than they may be: this is as near as one can get.
    OutOfReach(Box<Solved>),
}

/// What an unknown comes to.
pub type Solution = Result<Solved, Unsolved>;

impl From<PlanError> for Unsolved {
    fn from(error: PlanError) -> Self {
        Self::Plan(error)
    }
}

/// Finds one unknown so that no payment after the down payment is above `payment`; [`Unknown::Instalment`] and
/// [`Unknown::LumpSum`] need none. What the proposal says of the unknown itself is without effect.
///
/// The answer is exact: one step further in the borrower's favour, a minor unit, an instalment, a day or a hundredth of
/// a percent, and a payment is above it.
///
/// # Errors
/// [`Unsolved`], with the nearest option where the payment is out of reach.
pub fn solve(
    claim: &Claim,
    proposal: &Proposal,
    unknown: Unknown,
    payment: Option<Money>,
) -> Solution {
    let option = Asked { claim, proposal };
    let term = match unknown {
        Unknown::Instalment => {
            return option.laid_out(proposal.clone(), |solved| TermValue::Money(solved.largest));
        }
        Unknown::LumpSum => {
            let in_one_sum = Proposal {
                settlement: Settlement::LumpSum,
                ..proposal.clone()
            };
            return option.laid_out(in_one_sum, |solved| TermValue::Money(solved.largest));
        }
        Unknown::Count | Unknown::EndDate => Term::Count,
        Unknown::FirstDate => Term::FirstDue,
        Unknown::DownPayment => Term::DownPayment,
        Unknown::Waiver(component) => Term::Waiver(component),
        Unknown::Discount => Term::Discount,
        Unknown::Rate => Term::Rate,
    };
    let most = payment.ok_or(Unsolved::NoSuchTerm)?;
    if term == Term::Count {
        let solved = option.fewest(most)?;
        let value = match unknown {
            Unknown::EndDate => TermValue::Date(solved.totals.last_date),
            _ => TermValue::Count(solved.totals.count),
        };
        return Ok(Solved { value, ..solved });
    }
    option.furthest(term, most)
}

struct Asked<'a> {
    claim: &'a Claim,
    proposal: &'a Proposal,
}

impl Asked<'_> {
    fn laid_out(&self, proposal: Proposal, value: impl Fn(&Solved) -> TermValue) -> Solution {
        let plan = lay_out(self.claim, &proposal)?;
        let totals = totals(self.claim, &proposal, &plan)?;
        let mut solved = Solved {
            value: TermValue::Count(totals.count),
            largest: largest(&plan)?,
            proposal,
            plan,
            totals,
        };
        solved.value = value(&solved);
        Ok(solved)
    }

    fn with(&self, term: Term, number: i64) -> Option<Proposal> {
        term.write(self.proposal, term.value(self.claim, number)?)
    }

    /// Whether no payment is above the most.
    fn fits(&self, proposal: Option<Proposal>, most: Money) -> bool {
        proposal.is_some_and(|proposal| {
            lay_out(self.claim, &proposal)
                .ok()
                .and_then(|plan| largest(&plan).ok())
                .is_some_and(|largest| largest <= most)
        })
    }

    /// The fewest instalments.
    fn fewest(&self, most: Money) -> Solution {
        let Settlement::Instalments {
            repayment,
            frequency,
            ..
        } = &self.proposal.settlement
        else {
            return Err(Unsolved::NoSuchTerm);
        };
        let sized = |size| Proposal {
            settlement: Settlement::Instalments {
                repayment: repayment.clone(),
                frequency: *frequency,
                size,
                multiple: None,
            },
            ..self.proposal.clone()
        };
        if let Repayment::Custom { .. } = repayment {
            return Err(Unsolved::NoSuchTerm);
        }
        let counted = |number: i64| {
            u32::try_from(number)
                .ok()
                .map(|count| sized(Size::Count(count)))
        };
        let value = |solved: &Solved| TermValue::Count(solved.totals.count);
        let (least, far) = Term::Count.range(self.claim).ok_or(Unsolved::NoSuchTerm)?;
        // From nought, which never fits, so that one instalment can be the answer.
        let found = first_passing(least.saturating_sub(1), far, &[], |number| {
            self.fits(counted(number), most)
        });
        if let Some(proposal) = found.and_then(counted) {
            return self.laid_out(proposal, value);
        }
        let furthest = counted(far).ok_or(Unsolved::NoSuchTerm)?;
        let nearest = self.laid_out(furthest, value)?;
        Err(Unsolved::OutOfReach(Box::new(nearest)))
    }

    /// A term as far in the lender's favour as payments bear it, from where it does most for them.
    fn furthest(&self, term: Term, most: Money) -> Solution {
        let (low, high) = term.range(self.claim).ok_or(Unsolved::NoSuchTerm)?;
        self.with(term, low).ok_or(Unsolved::NoSuchTerm)?;
        let fits = |number| self.fits(self.with(term, number), most);
        let number = match term {
            // The more is paid or given up at once, the less is left to pay: the least that is enough.
            Term::DownPayment | Term::Waiver(_) | Term::Discount => {
                if fits(low) {
                    Some(low)
                } else {
                    let (_, end) = self.bounded(term, low, high);
                    first_passing(low, end, &[], fits)
                }
            }
            // The later or dearer, the more there is to pay: the last that still fits.
            _ if fits(low) => {
                let turn = first_passing(low, high, &[], |number| !fits(number));
                Some(turn.map_or(high, |number| number.saturating_sub(1)))
            }
            _ => None,
        };
        let (number, reached) = match number {
            Some(number) => (number, true),
            // As far as it goes: all of it given up or paid, at once, at no interest.
            None => match term {
                Term::DownPayment | Term::Waiver(_) | Term::Discount => {
                    (self.bounded(term, low, high).1, false)
                }
                _ => (low, false),
            },
        };
        let value = term.value(self.claim, number).ok_or(Unsolved::NoSuchTerm)?;
        let proposal = term
            .write(self.proposal, value)
            .ok_or(Unsolved::NoSuchTerm)?;
        let solved = self.laid_out(proposal, |_| value)?;
        if reached {
            Ok(solved)
        } else {
            Err(Unsolved::OutOfReach(Box::new(solved)))
        }
    }

    /// The range of a term without what cannot be laid out at its end, such as a down payment above what concessions
    /// leave.
    fn bounded(&self, term: Term, low: i64, high: i64) -> (i64, i64) {
        let stands = |number: i64| {
            self.with(term, number)
                .is_some_and(|proposal| lay_out(self.claim, &proposal).is_ok())
        };
        if stands(high) {
            return (low, high);
        }
        let turn = first_passing(high, low, &[], stands);
        (low, turn.unwrap_or(low))
    }
}

/// The largest payment after the down payment.
fn largest(plan: &Plan) -> Result<Money, PlanError> {
    let mut largest = Money::ZERO;
    for row in &plan.rows {
        if matches!(row.kind, RowKind::Instalment | RowKind::LumpSum) {
            largest = largest.max(row.paid.total()?);
        }
    }
    Ok(largest)
}
