//! The way to repay, and what only some ways have.

use quittance::engine::money::Money;
use quittance::engine::plan::Method;
use quittance::engine::plan::schedule::{
    Balances, FlatPrincipal, Grace, LastInstalment, Repayment, Step, Terms,
};
use rust_decimal::Decimal;

use crate::document::BadInput;
use crate::schedule::Document;
use crate::schedule::parts::Stepping;
use crate::schedule::terms::{named_or, not_with};
use crate::values::{DecimalText, code_form};

/// Decimals of a factor from payment to payment.
const FACTOR_DECIMALS: u32 = 10;

impl Document {
    /// How the balance is repaid.
    pub fn repayment(&self) -> Result<Repayment, BadInput> {
        let method = code_form(&self.method);
        self.only_of(&method)?;
        match method.as_str() {
            "equal-instalment" => Ok(Repayment::EqualInstalment),
            "equal-principal" => Ok(Repayment::EqualPrincipal),
            "interest-first" => Ok(Repayment::InterestFirst),
            "one-off" => Ok(Repayment::OneOff),
            "interest-last" => Ok(Repayment::InterestLast),
            "balloon" => {
                let balloon = needed("balloon", self.balloon.as_ref())?;
                self.amount("balloon", balloon).map(Repayment::Balloon)
            }
            "stepped" => {
                let stepping = needed("step", self.step.as_ref())?;
                Ok(Repayment::Stepped {
                    step: self.step(stepping)?,
                    every: stepping.every,
                })
            }
            "flat" => named_or(
                "flat_principal",
                self.flat_principal.as_deref(),
                FlatPrincipal::CODES,
                |code| match code {
                    "level-principal" => Some(FlatPrincipal::EqualParts),
                    code => FlatPrincipal::from_code(code),
                },
                FlatPrincipal::EqualParts,
            )
            .map(Repayment::Flat),
            "minimum-first" => {
                let minimum = needed("minimum", self.minimum.as_ref())?;
                Ok(Repayment::MinimumFirst {
                    minimum: self.amount("minimum.payment", &minimum.payment)?,
                    rows: minimum.rows,
                })
            }
            "custom" => Ok(Repayment::Custom {
                payments: self.payments(needed("payments", self.payments.as_deref())?)?,
                last_takes_rest: self.last_takes_rest.unwrap_or(false),
            }),
            _ => {
                let known = Repayment::CODES.join(", ");
                let problem = format!("not known: write one of {known}");
                Err(BadInput::value("method", &self.method, &problem))
            }
        }
    }

    /// Refuses what belongs to another way to repay.
    fn only_of(&self, method: &str) -> Result<(), BadInput> {
        let belongs = [
            ("balloon", self.balloon.is_some(), "balloon"),
            ("step", self.step.is_some(), "stepped"),
            ("flat_principal", self.flat_principal.is_some(), "flat"),
            ("minimum", self.minimum.is_some(), "minimum-first"),
            ("payments", self.payments.is_some(), "custom"),
            ("last_takes_rest", self.last_takes_rest.is_some(), "custom"),
        ];
        let known = Repayment::CODES.contains(&method);
        match belongs
            .iter()
            .find(|(_, given, owner)| known && *given && *owner != method)
        {
            Some((field, ..)) => Err(not_with(field, &format!("method {method}"))),
            None => Ok(()),
        }
    }

    fn step(&self, stepping: &Stepping) -> Result<Step, BadInput> {
        match (&stepping.times, &stepping.plus) {
            (Some(times), None) => {
                // Read by the engine's strict reader, as so many steps of 10^-10.
                let factor = Money::parse_with(&times.0, FACTOR_DECIMALS).map_err(|_| {
                    let problem = "not a factor above 0 and at most 100, with at most ten decimals";
                    BadInput::value("step.times", &times.0, problem)
                })?;
                let factor = Decimal::new(factor.minor(), FACTOR_DECIMALS);
                Ok(Step::Times(factor.normalize()))
            }
            (None, Some(plus)) => self.amount("step.plus", plus).map(Step::Plus),
            _ => {
                let problem = "it needs times or plus, and not both";
                Err(BadInput::place("step", problem))
            }
        }
    }

    fn payments(&self, payments: &[DecimalText]) -> Result<Vec<Money>, BadInput> {
        payments
            .iter()
            .zip(1_u32..)
            .map(|(payment, place)| self.amount(&format!("payments.{place}"), payment))
            .collect()
    }
}

/// The method, where the terms are so plain that they can be laid out again.
pub fn plain(terms: &Terms, again: &str) -> Result<Method, BadInput> {
    let present = [
        (terms.grace != Grace::NONE, "grace"),
        (!terms.pauses.is_empty(), "pauses"),
        (!terms.rate_changes.is_empty(), "rate_changes"),
        (terms.multiple.is_some(), "instalment_multiple_of"),
        (terms.instalment_basis.is_some(), "instalment_basis"),
        (
            terms.last_instalment != LastInstalment::Plain,
            "last_instalment",
        ),
        (terms.balances != Balances::Rounded, "balances unrounded"),
    ];
    if let Some((_, field)) = present.iter().find(|(there, _)| *there) {
        return Err(not_with(again, field));
    }
    let code = terms.repayment.code();
    Method::from_code(code).ok_or_else(|| not_with(again, &format!("method {code}")))
}

fn needed<T>(field: &str, given: Option<T>) -> Result<T, BadInput> {
    given.ok_or_else(|| BadInput::place(field, "missing: the method needs it"))
}
