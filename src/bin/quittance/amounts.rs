//! Amounts by component, as documents give them and answers show them.

use quittance::engine::claim::{Component, Components};
use quittance::engine::money::{Money, Share};
use quittance::engine::plan::Waiver;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::document::BadInput;
use crate::values::{DecimalText, coded};

/// How many decimals the amounts of a document have.
#[derive(Clone, Copy)]
pub struct Decimals(u32);

impl Decimals {
    const MOST: u32 = 4;

    /// As many as a document says, two if it says nothing.
    pub fn read(given: Option<u32>) -> Result<Self, BadInput> {
        match given.unwrap_or(2) {
            decimals @ 0..=Self::MOST => Ok(Self(decimals)),
            more => {
                let problem = "amounts have 0 to 4 decimals";
                Err(BadInput::value("money_decimals", &more, problem))
            }
        }
    }

    /// An amount that is not below zero.
    pub fn amount(self, at: &str, text: &DecimalText) -> Result<Money, BadInput> {
        let amount = text.amount(at, self.0)?;
        if amount.is_negative() {
            return Err(BadInput::value(at, &text.0, "must not be below zero"));
        }
        Ok(amount)
    }

    /// An amount of either sign.
    pub fn signed(self, at: &str, text: &DecimalText) -> Result<Money, BadInput> {
        text.amount(at, self.0)
    }

    /// An amount that is not below zero, if there is one.
    pub fn optional(self, at: &str, text: Option<&DecimalText>) -> Result<Option<Money>, BadInput> {
        text.map(|text| self.amount(at, text)).transpose()
    }

    /// An amount that is worked out somewhere goes beyond the largest there is.
    pub fn beyond(self, at: &str) -> BadInput {
        let most = self.text(Money::MAX).0;
        let problem = format!("an amount worked out from it goes beyond {most}");
        BadInput::place(at, &problem)
    }

    /// An amount as text.
    pub fn text(self, amount: Money) -> DecimalText {
        DecimalText::of(amount, self.0)
    }

    /// A part of a component that is given up: an amount, or a share with a `%`.
    pub fn waiver(self, at: &str, text: &str) -> Result<Waiver, BadInput> {
        waiver(at, text, self.0)
    }

    /// Amounts by component.
    pub fn parts(self, amounts: &Components) -> Parts {
        Parts::of(amounts, self.0)
    }
}

/// A part of something that is given up: an amount, or a share with a `%`.
pub fn waiver(at: &str, text: &str, minor_digits: u32) -> Result<Waiver, BadInput> {
    match text.strip_suffix('%') {
        Some(share) => Share::parse_percent(share)
            .map(Waiver::Share)
            .map_err(|problem| BadInput::value(at, text, &problem)),
        None => Money::parse_with(text, minor_digits)
            .map(Waiver::Amount)
            .map_err(|problem| BadInput::value(at, text, &problem)),
    }
}

/// A component by its code, or as lenders' systems call it: `fee`, `fees`, `penalties`.
pub fn component(at: &str, name: &str) -> Result<Component, BadInput> {
    let known = Component::ALL.map(Component::code);
    coded(at, name, &known, component_named)
}

/// The component of that name, if there is one.
pub fn component_named(name: &str) -> Option<Component> {
    match name {
        "fee" | "fees" | "charge" => Some(Component::Charges),
        "penalties" => Some(Component::Penalty),
        code => Component::from_code(code),
    }
}

/// Amounts by component; one that is left out is zero.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Given {
    #[serde(default)]
    principal: Option<DecimalText>,
    #[serde(default)]
    interest: Option<DecimalText>,
    /// Interest at the penalty rate; `penalties` is read too.
    #[serde(default, alias = "penalties")]
    penalty: Option<DecimalText>,
    /// Interest on unpaid interest.
    #[serde(default)]
    compound: Option<DecimalText>,
    /// Late charges and fees; `fees` is read too.
    #[serde(default, alias = "fees")]
    charges: Option<DecimalText>,
    /// Costs of enforcement.
    #[serde(default)]
    costs: Option<DecimalText>,
}

impl Given {
    /// The amounts, none of which may be below zero.
    pub fn read(&self, at: &str, decimals: Decimals) -> Result<Components, BadInput> {
        let mut amounts = Components::ZERO;
        for (component, text) in [
            (Component::Principal, &self.principal),
            (Component::Interest, &self.interest),
            (Component::Penalty, &self.penalty),
            (Component::Compound, &self.compound),
            (Component::Charges, &self.charges),
            (Component::Costs, &self.costs),
        ] {
            let at = format!("{at}.{}", component.code());
            if let Some(amount) = decimals.optional(&at, text.as_ref())? {
                amounts.set(component, amount);
            }
        }
        Ok(amounts)
    }
}

/// Amounts by component, and their sum.
#[derive(Serialize, JsonSchema)]
pub struct Parts {
    principal: DecimalText,
    interest: DecimalText,
    /// Interest at the penalty rate.
    penalty: DecimalText,
    /// Interest on unpaid interest.
    compound: DecimalText,
    /// Late charges and fees.
    charges: DecimalText,
    /// Costs of enforcement.
    costs: DecimalText,
    total: DecimalText,
}

impl Parts {
    /// The amounts as text.
    pub fn of(amounts: &Components, minor_digits: u32) -> Self {
        let part = |component| DecimalText::of(amounts.get(component), minor_digits);
        Self {
            principal: part(Component::Principal),
            interest: part(Component::Interest),
            penalty: part(Component::Penalty),
            compound: part(Component::Compound),
            charges: part(Component::Charges),
            costs: part(Component::Costs),
            // The engine has added these before: they fit.
            total: DecimalText::of(amounts.total().unwrap_or(Money::ZERO), minor_digits),
        }
    }
}
