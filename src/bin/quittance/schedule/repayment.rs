//! The way to repay, as the engine reads it.

use quittance::engine::plan::Method;
use quittance::engine::plan::schedule::{Balances, Grace, LastInstalment, Repayment, Terms};

use crate::document::BadInput;
use crate::repayment::Written;
use crate::schedule::Document;
use crate::values::not_with;

impl Document {
    /// How the balance is repaid.
    pub fn repayment(&self) -> Result<Repayment, BadInput> {
        Written {
            at: "",
            digits: self.digits()?,
            method: &self.method,
            balloon: self.balloon.as_ref(),
            step: self.step.as_ref(),
            flat_principal: self.flat_principal.as_deref(),
            minimum: self.minimum.as_ref(),
            payments: self.payments.as_deref(),
            last_takes_rest: self.last_takes_rest,
        }
        .read()
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
