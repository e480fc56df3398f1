//! The way to repay a balance, and what only some ways have.

use quittance::engine::money::Money;
use quittance::engine::plan::{FlatPrincipal, Repayment, Step};
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::document::BadInput;
use crate::values::{DecimalText, code_form, named_or, not_with};

/// Decimals of a factor from payment to payment.
const FACTOR_DECIMALS: u32 = 10;

/// From one stepped payment to the next: a factor or an amount.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stepping {
    /// Times this: `1.05` is 5 per cent more. Above 0 and at most 100, with at most ten decimals.
    #[serde(default)]
    pub times: Option<DecimalText>,
    /// So much more, or less where it is negative.
    #[serde(default)]
    pub plus: Option<DecimalText>,
    /// Rows on the same step; 1 if nothing is said.
    #[serde(default = "one")]
    pub every: u32,
}

const fn one() -> u32 {
    1
}

/// The smaller payment of the first rows.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Minimum {
    /// How much; it must cover their interest.
    pub payment: DecimalText,
    /// How many rows: fewer than there are.
    pub rows: u32,
}

/// What a document says of the way to repay.
pub struct Written<'a> {
    /// What stands before the names of the fields, such as `option.`.
    pub at: &'a str,
    /// Decimals of amounts.
    pub digits: u32,
    pub method: &'a str,
    pub balloon: Option<&'a DecimalText>,
    pub step: Option<&'a Stepping>,
    pub flat_principal: Option<&'a str>,
    pub minimum: Option<&'a Minimum>,
    pub payments: Option<&'a [DecimalText]>,
    pub last_takes_rest: Option<bool>,
}

impl Written<'_> {
    /// How the balance is repaid.
    pub fn read(&self) -> Result<Repayment, BadInput> {
        let method = code_form(self.method);
        self.only_of(&method)?;
        match method.as_str() {
            "equal-instalment" => Ok(Repayment::EqualInstalment),
            "equal-principal" => Ok(Repayment::EqualPrincipal),
            "interest-first" => Ok(Repayment::InterestFirst),
            "one-off" => Ok(Repayment::OneOff),
            "interest-last" => Ok(Repayment::InterestLast),
            "balloon" => {
                let balloon = self.needed("balloon", self.balloon)?;
                self.amount("balloon", balloon).map(Repayment::Balloon)
            }
            "stepped" => {
                let stepping = self.needed("step", self.step)?;
                Ok(Repayment::Stepped {
                    step: self.step_of(stepping)?,
                    every: stepping.every,
                })
            }
            "flat" => named_or(
                &self.place("flat_principal"),
                self.flat_principal,
                FlatPrincipal::CODES,
                |code| match code {
                    "level-principal" => Some(FlatPrincipal::EqualParts),
                    code => FlatPrincipal::from_code(code),
                },
                FlatPrincipal::EqualParts,
            )
            .map(Repayment::Flat),
            "minimum-first" => {
                let minimum = self.needed("minimum", self.minimum)?;
                Ok(Repayment::MinimumFirst {
                    minimum: self.amount("minimum.payment", &minimum.payment)?,
                    rows: minimum.rows,
                })
            }
            "custom" => Ok(Repayment::Custom {
                payments: self.payments_of(self.needed("payments", self.payments)?)?,
                last_takes_rest: self.last_takes_rest.unwrap_or(false),
            }),
            _ => {
                let known = Repayment::CODES.join(", ");
                let problem = format!("not known: write one of {known}");
                Err(BadInput::value(
                    &self.place("method"),
                    &self.method,
                    &problem,
                ))
            }
        }
    }

    fn place(&self, field: &str) -> String {
        format!("{}{field}", self.at)
    }

    fn amount(&self, field: &str, text: &DecimalText) -> Result<Money, BadInput> {
        text.amount(&self.place(field), self.digits)
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
            Some((field, ..)) => Err(not_with(&self.place(field), &format!("method {method}"))),
            None => Ok(()),
        }
    }

    fn step_of(&self, stepping: &Stepping) -> Result<Step, BadInput> {
        match (&stepping.times, &stepping.plus) {
            (Some(times), None) => {
                // Read by the engine's strict reader, as so many steps of 10^-10.
                let factor = Money::parse_with(&times.0, FACTOR_DECIMALS).map_err(|_| {
                    let problem = "not a factor above 0 and at most 100, with at most ten decimals";
                    BadInput::value(&self.place("step.times"), &times.0, problem)
                })?;
                let factor = Decimal::new(factor.minor(), FACTOR_DECIMALS);
                Ok(Step::Times(factor.normalize()))
            }
            (None, Some(plus)) => self.amount("step.plus", plus).map(Step::Plus),
            _ => {
                let problem = "it needs times or plus, and not both";
                Err(BadInput::place(&self.place("step"), problem))
            }
        }
    }

    fn payments_of(&self, payments: &[DecimalText]) -> Result<Vec<Money>, BadInput> {
        payments
            .iter()
            .zip(1_u32..)
            .map(|(payment, place)| self.amount(&format!("payments.{place}"), payment))
            .collect()
    }

    fn needed<T>(&self, field: &str, given: Option<T>) -> Result<T, BadInput> {
        given.ok_or_else(|| BadInput::place(&self.place(field), "missing: the method needs it"))
    }
}
