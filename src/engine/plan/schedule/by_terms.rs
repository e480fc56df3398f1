//! The interest and the payment of each row as a way to repay and the conventions beside it say.

use super::conventions::{Conventions, after};
use super::fit::{Fit, times};
use super::growth::Growth;
use super::repayment::{FlatPrincipal, Repayment, Step};
use super::terms::LastInstalment;
use super::terms_error::TermsError;
use super::walk::{Debt, Repays, Rule};
use crate::engine::money::{Accrued, Money, Rounding};

/// Decides rows by terms. Rows are counted from 1, a down payment left out.
pub(super) struct ByTerms<'a, C> {
    repayment: &'a Repayment,
    conventions: C,
    rounding: Rounding,
    principal: Money,
    count: u32,
    /// What each period earns.
    growths: Vec<Growth>,
    /// Under a flat fee, interest less what the rows so far have been charged.
    flat_left: Money,
    /// Interest that earlier rows did not pay.
    carried: Money,
    /// The amount that repeats from here on, and the first that did.
    repeated: Money,
    first: Option<Money>,
}

impl<'a, C: Conventions> ByTerms<'a, C> {
    /// A rule for a principal over as many rows as there are growths.
    pub(super) fn new(
        repayment: &'a Repayment,
        conventions: C,
        rounding: Rounding,
        principal: Money,
        count: u32,
        growths: Vec<Growth>,
    ) -> Result<Self, TermsError> {
        let flat_left = match repayment {
            Repayment::Flat(_) => interest_together(principal, &growths, rounding)?,
            _ => Money::ZERO,
        };
        Ok(Self {
            repayment,
            conventions,
            rounding,
            principal,
            count,
            growths,
            flat_left,
            carried: Money::ZERO,
            repeated: Money::ZERO,
            first: None,
        })
    }

    /// The payment that the rows repeat, if they do.
    pub(super) const fn first_payment(&self) -> Option<Money> {
        self.first
    }

    /// The first row that repays principal.
    fn first_paying(&self) -> u32 {
        let spared = match self.repayment {
            Repayment::MinimumFirst { rows, .. } => *rows,
            _ => self.conventions.grace().principal,
        };
        spared.saturating_add(1)
    }

    /// Whether the amount is worked out with this row.
    fn is_fitted_at(&self, row: u32) -> bool {
        let first = self.first_paying();
        row == first || (row > first && self.conventions.refits_at(row))
    }

    /// Works out what repeats from this row on.
    fn fit(&mut self, row: u32, left: Money) -> Result<(), TermsError> {
        let given = self.conventions.given();
        let rows = self.count.saturating_sub(row).saturating_add(1);
        let repeats_payment = match self.repayment {
            Repayment::EqualPrincipal
            | Repayment::InterestLast
            | Repayment::Flat(FlatPrincipal::EqualParts) => {
                self.repeated = match given {
                    Some(given) => given,
                    None if row == self.first_paying() => {
                        left.divide_by_count(rows, self.rounding)?
                    }
                    None => self.repeated,
                };
                return Ok(());
            }
            Repayment::InterestFirst | Repayment::OneOff | Repayment::Custom { .. } => {
                return Ok(());
            }
            Repayment::EqualInstalment
            | Repayment::Balloon(_)
            | Repayment::Stepped { .. }
            | Repayment::Flat(FlatPrincipal::LevelInstalment)
            | Repayment::MinimumFirst { .. } => given,
        };
        self.repeated = match repeats_payment {
            Some(given) => given,
            None => self.fitted(row, left, rows)?,
        };
        self.first = self.first.or(Some(self.repeated));
        Ok(())
    }

    fn fitted(&self, row: u32, left: Money, rows: u32) -> Result<Money, TermsError> {
        let known = self.conventions.fitted_growths(row, &self.growths)?;
        let known = after(&known, row);
        let multiple = self.conventions.multiple();
        if let Repayment::Flat(_) = self.repayment {
            let interest = interest_together(self.principal, known, self.rounding)?;
            let whole = left.checked_add(interest)?;
            return Ok(match multiple {
                None => whole.divide_by_count(rows, self.rounding)?,
                Some(multiple) => {
                    let rows_of_units = multiple.of.checked_times(rows)?;
                    let rounded = whole.round_to_multiple(rows_of_units, multiple.rounding)?;
                    rounded.divide_by_count(rows, multiple.rounding)?
                }
            });
        }
        let fit = Fit {
            balance: left,
            row,
            growths: known,
            multiple,
            rounding: self.rounding,
        };
        let smoothed = self.conventions.last_instalment() == LastInstalment::Smoothed;
        Ok(match self.repayment {
            Repayment::Balloon(balloon) => fit.level(*balloon)?,
            Repayment::Stepped { step, every } => fit.stepped(*step, *every)?,
            _ if smoothed => fit.smoothed()?,
            _ => fit.level(Money::ZERO)?,
        })
    }

    /// What the period's balance earns.
    fn earned(&mut self, row: u32, left: Money) -> Result<Money, TermsError> {
        let growth = after(&self.growths, row)
            .first()
            .copied()
            .unwrap_or(Growth::NONE);
        let Repayment::Flat(_) = self.repayment else {
            return Ok(growth.interest(left, self.rounding)?);
        };
        let interest = if row == self.count {
            // Rounding each row may have charged more than all together.
            self.flat_left.or_zero_if_negative()
        } else {
            growth.interest(self.principal, self.rounding)?
        };
        self.flat_left = self.flat_left.checked_sub(interest)?;
        Ok(interest)
    }

    /// How much of the interest due the row pays.
    fn paid_of(&self, row: u32, due: Money) -> Money {
        if row == self.count {
            return due;
        }
        match self.repayment {
            Repayment::OneOff | Repayment::InterestLast => Money::ZERO,
            Repayment::Custom { payments, .. } => {
                let given = after(payments, row).first();
                given.map_or(due, |payment| due.min(*payment))
            }
            _ if row <= self.conventions.grace().interest_payment => Money::ZERO,
            _ => due,
        }
    }

    /// The next stepped payment, when this row begins a step.
    fn step(&mut self, row: u32, step: Step, every: u32) -> Result<(), TermsError> {
        let paid = row.saturating_sub(self.first_paying());
        if paid > 0 && paid.checked_rem(every) == Some(0) {
            self.repeated = match step {
                Step::Times(factor) => times(self.repeated, factor, self.rounding)?,
                Step::Plus(more) => self.repeated.checked_add(more)?,
            };
        }
        Ok(())
    }
}

impl<C: Conventions> Rule<TermsError> for ByTerms<'_, C> {
    fn interest(&mut self, row: u32, left: Debt) -> Result<Money, TermsError> {
        if self.is_fitted_at(row) {
            self.fit(row, left.principal)?;
        }
        let earned = self.earned(row, left.principal)?;
        let absorbs = self.conventions.last_instalment() == LastInstalment::InterestAbsorbs;
        if absorbs && row == self.count && !left.principal.is_zero() {
            let rest = self.repeated.checked_sub(left.principal)?;
            return Ok(rest.or_zero_if_negative());
        }
        let due = self.carried.checked_add(earned)?;
        let paid = self.paid_of(row, due);
        self.carried = due.checked_sub(paid)?;
        Ok(paid)
    }

    fn repays(&mut self, row: u32, _: Debt) -> Result<Repays, TermsError> {
        if row <= self.conventions.grace().principal {
            return Ok(Repays::OfPrincipal(Money::ZERO));
        }
        let given = self.conventions.given().is_some();
        let of_payment = |payment, given| Repays::OfPayment { payment, given };
        Ok(match self.repayment {
            Repayment::MinimumFirst { minimum, rows } if row <= *rows => of_payment(*minimum, true),
            Repayment::EqualInstalment
            | Repayment::Balloon(_)
            | Repayment::Flat(FlatPrincipal::LevelInstalment)
            | Repayment::MinimumFirst { .. } => of_payment(self.repeated, given),
            Repayment::EqualPrincipal
            | Repayment::InterestLast
            | Repayment::Flat(FlatPrincipal::EqualParts) => Repays::OfPrincipal(self.repeated),
            Repayment::InterestFirst | Repayment::OneOff => Repays::OfPrincipal(Money::ZERO),
            Repayment::Stepped { step, every } => {
                self.step(row, *step, *every)?;
                of_payment(self.repeated, true)
            }
            Repayment::Custom { payments, .. } => {
                let payment = after(payments, row).first().copied();
                of_payment(payment.unwrap_or(Money::ZERO), false)
            }
        })
    }
}

/// The interest of a balance that no row reduces, rounded once for all periods together.
fn interest_together(
    balance: Money,
    growths: &[Growth],
    rounding: Rounding,
) -> Result<Money, TermsError> {
    let mut together = Accrued::ZERO;
    for growth in growths {
        together = together.checked_add(growth.accrued(balance)?)?;
    }
    Ok(together.settle(rounding)?)
}
