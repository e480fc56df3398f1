//! From a schedule's document to the engine's terms.

use quittance::engine::money::{Money, Rounding};
use quittance::engine::plan::schedule::{Balances, LastInstalment, Terms};

use crate::document::BadInput;
use crate::schedule::Document;
use crate::values::{DecimalText, named_or};

/// The most decimals an amount may have here.
const MOST_DECIMALS: u32 = 4;

impl Document {
    /// Decimals of all amounts.
    pub fn digits(&self) -> Result<u32, BadInput> {
        match self.money_decimals {
            None => Ok(2),
            Some(digits) if digits <= MOST_DECIMALS => Ok(digits),
            Some(digits) => {
                let problem = format!("it must be from 0 to {MOST_DECIMALS}");
                Err(BadInput::value("money_decimals", &digits, &problem))
            }
        }
    }

    /// The amount of a field.
    pub fn amount(&self, at: &str, text: &DecimalText) -> Result<Money, BadInput> {
        text.amount(at, self.digits()?)
    }

    /// The amount of a field that may be left out.
    pub fn amount_if(
        &self,
        at: &str,
        text: Option<&DecimalText>,
    ) -> Result<Option<Money>, BadInput> {
        text.map(|text| self.amount(at, text)).transpose()
    }

    /// The terms, as far as their fields can be read one by one; what they mean together the engine judges.
    pub fn terms(&self) -> Result<Terms, BadInput> {
        let principal = self.amount("principal", &self.principal)?;
        let annual_rate = self.annual_rate_pct.percent_rate("annual_rate_pct")?;
        let rate_changes = self.rate_changes()?;
        let rates = rate_changes.iter().map(|change| change.annual_rate);
        let bears_interest =
            !annual_rate.is_zero() || rates.into_iter().any(|rate| !rate.is_zero());
        let rounding = rounding_or("rounding", self.rounding.as_deref(), Rounding::HalfUp)?;
        Ok(Terms {
            principal,
            annual_rate,
            repayment: self.repayment()?,
            timetable: self.timetable()?,
            basis: self.basis(bears_interest)?,
            instalment_basis: match &self.instalment_basis {
                None => None,
                Some(written) => {
                    Some(self.counting("instalment_basis", written, bears_interest)?)
                }
            },
            down_payment: match &self.down_payment {
                None => None,
                Some(part) => Some(self.down_payment(part, principal)?),
            },
            grace: self.grace()?,
            pauses: self.pauses()?,
            rate_changes,
            instalment: self.amount_if("instalment", self.instalment.as_ref())?,
            multiple: self.multiple(rounding)?,
            rounding,
            last_instalment: named_or(
                "last_instalment",
                self.last_instalment.as_deref(),
                LastInstalment::CODES,
                LastInstalment::from_code,
                LastInstalment::Plain,
            )?,
            balances: named_or(
                "balances",
                self.balances.as_deref(),
                Balances::CODES,
                Balances::from_code,
                Balances::Rounded,
            )?,
        })
    }
}

/// A rounding that may be left out.
pub fn rounding_or(
    at: &str,
    written: Option<&str>,
    otherwise: Rounding,
) -> Result<Rounding, BadInput> {
    named_or(at, written, Rounding::CODES, Rounding::from_code, otherwise)
}
