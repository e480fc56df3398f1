//! `quittance value`: what later amounts are worth to a lender on a day.

mod document;

use quittance::engine::money::Money;
use quittance::engine::plan::{
    ExpectedPayment, Valuation, Value as Worked, ValueError, against_doing_nothing, distress,
    present_value, value,
};
use schemars::JsonSchema;
use serde::Serialize;

use crate::amounts::Decimals;
use crate::document::{Answering, BadInput, Outcome};
use crate::value::document::{Amount, Document, Expected, expected, share};
use crate::values::DecimalText;

/// What it is worth: what there is of these goes with what was asked.
#[derive(Default, Serialize, JsonSchema)]
#[serde(default)]
pub struct Answer {
    /// The present value of flows.
    #[serde(skip_serializing_if = "Option::is_none")]
    present_value: Option<DecimalText>,
    /// The value of a plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    plan: Option<Worth>,
    /// The value of doing nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    doing_nothing: Option<Worth>,
    /// The plan's value less that of doing nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    gain: Option<DecimalText>,
    /// The present value of what was owed before a change.
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<DecimalText>,
    /// The present value of what is owed after it.
    #[serde(skip_serializing_if = "Option::is_none")]
    after: Option<DecimalText>,
    /// The part that is lost, in per cent, rounded up to 8 decimals.
    #[serde(skip_serializing_if = "Option::is_none")]
    lost_pct: Option<DecimalText>,
    /// Whether more is lost than the limit allows.
    #[serde(skip_serializing_if = "Option::is_none")]
    distressed: Option<bool>,
}

/// A value and its parts. `total = paid + recovered - cost`.
#[derive(Serialize, JsonSchema)]
struct Worth {
    /// The present value of what is paid while the plan is kept.
    paid: DecimalText,
    /// The present value of what is recovered where it breaks.
    recovered: DecimalText,
    /// What running it costs.
    cost: DecimalText,
    /// The value.
    total: DecimalText,
}

/// The command.
pub struct Value;

impl Answering for Value {
    type Document = Document;
    type Answer = Answer;
    const NAME: &'static str = "value";
    const ABOUT: &'static str =
        "What later amounts are worth to a lender: present values, plans, the distressed test";
    const EXAMPLE: &'static str = r#"{"as_of":"2026-01-01","rate_pct":"10","payments":[{"date":"2027-01-01","pays":"1100.00","kept_pct":"90","recovers":"400.00"},{"date":"2028-01-01","pays":"1210.00","kept_pct":"60","recovers":"200.00"}],"cost":"25.00"}"#;

    fn answer(document: Document) -> Result<Outcome<Answer>, BadInput> {
        let answer = match (
            &document.flows,
            &document.payments,
            &document.before,
            &document.after,
        ) {
            (Some(flows), None, None, None) => {
                document.only("flows")?;
                let (decimals, ..) = document.conventions()?;
                Answer {
                    present_value: Some(decimals.text(document.worth("flows", flows)?)),
                    ..Answer::default()
                }
            }
            (None, Some(payments), None, None) => {
                document.only("payments")?;
                document.plan(payments)?
            }
            (None, None, Some(before), Some(after)) => {
                document.only("before")?;
                document.change(before, after)?
            }
            _ => {
                let problem = "give flows, or payments, or before and after, and only one of these";
                return Err(BadInput::place("", problem));
            }
        };
        Ok(Outcome::Answered(answer))
    }
}

impl Document {
    /// Refuses a field that does not go with what is valued.
    fn only(&self, valued: &str) -> Result<(), BadInput> {
        for (name, said, goes_with) in [
            ("cost", self.cost.is_some(), "payments"),
            ("doing_nothing", self.doing_nothing.is_some(), "payments"),
            ("limit_pct", self.limit_pct.is_some(), "before"),
        ] {
            if said && goes_with != valued {
                let problem = format!("goes with {goes_with}, not with {valued}");
                return Err(BadInput::place(name, &problem));
            }
        }
        Ok(())
    }

    /// The present value of some amounts.
    fn worth(&self, name: &str, amounts: &[Amount]) -> Result<Money, BadInput> {
        let (decimals, day_count, rounding) = self.conventions()?;
        let rate = self.rate_pct.percent_rate("rate_pct")?;
        let flows = self.dated(name, amounts, decimals)?;
        present_value(self.as_of.0, &flows, rate, day_count, rounding)
            .map_err(|problem| fault(name, &problem, decimals))
    }

    fn valuation<'a>(
        &self,
        payments: &'a [ExpectedPayment],
        cost: Money,
    ) -> Result<Valuation<'a>, BadInput> {
        let (_, day_count, rounding) = self.conventions()?;
        Ok(Valuation {
            as_of: self.as_of.0,
            rate: self.rate_pct.percent_rate("rate_pct")?,
            day_count,
            payments,
            cost,
            rounding,
        })
    }

    fn plan(&self, payments: &[Expected]) -> Result<Answer, BadInput> {
        let (decimals, ..) = self.conventions()?;
        let cost = |at: &str, text: Option<&DecimalText>| {
            let cost = decimals.optional(at, text)?;
            Ok::<Money, BadInput>(cost.unwrap_or(Money::ZERO))
        };
        let payments = expected("payments", payments, decimals)?;
        let plan = self.valuation(&payments, cost("cost", self.cost.as_ref())?)?;
        let worked = value(&plan).map_err(|problem| fault("payments", &problem, decimals))?;
        let mut answer = Answer {
            plan: Some(Worth::of(&worked, decimals)),
            ..Answer::default()
        };
        if let Some(nothing) = &self.doing_nothing {
            let at = "doing_nothing.payments";
            let payments = expected(at, &nothing.payments, decimals)?;
            let cost = cost("doing_nothing.cost", nothing.cost.as_ref())?;
            let nothing = self.valuation(&payments, cost)?;
            let compared = against_doing_nothing(&plan, &nothing);
            let compared = compared.map_err(|problem| fault(at, &problem, decimals))?;
            answer.doing_nothing = Some(Worth::of(&compared.nothing, decimals));
            answer.gain = Some(decimals.text(compared.gain));
        }
        Ok(answer)
    }

    fn change(&self, before: &[Amount], after: &[Amount]) -> Result<Answer, BadInput> {
        let (decimals, ..) = self.conventions()?;
        // One per cent: the guidelines' own limit.
        let guideline = DecimalText("1".to_owned());
        let limit = share("limit_pct", self.limit_pct.as_ref().unwrap_or(&guideline))?;
        let before = self.worth("before", before)?;
        let after = self.worth("after", after)?;
        let judged = distress(before, after, limit)
            .map_err(|problem| fault("before", &problem, decimals))?;
        Ok(Answer {
            before: Some(decimals.text(judged.before)),
            after: Some(decimals.text(judged.after)),
            lost_pct: Some(DecimalText(judged.lost.to_percent_string())),
            distressed: Some(judged.distressed),
            ..Answer::default()
        })
    }
}

impl Worth {
    fn of(worked: &Worked, decimals: Decimals) -> Self {
        Self {
            paid: decimals.text(worked.paid),
            recovered: decimals.text(worked.recovered),
            cost: decimals.text(worked.cost),
            total: decimals.text(worked.total),
        }
    }
}

/// What cannot be valued, at the list it is in.
fn fault(at: &str, problem: &ValueError, decimals: Decimals) -> BadInput {
    match problem {
        ValueError::OutOfOrder { date, earliest } => {
            let problem = format!(
                "is before {earliest}: payments are in order, from the day of the value on"
            );
            BadInput::value(at, date, &problem)
        }
        ValueError::KeptRises { date, kept, most } => {
            let problem = format!(
                "{} % of the plans are kept at this payment, and {} % at the one before: it cannot rise",
                kept.to_percent_string(),
                most.to_percent_string()
            );
            BadInput::value(at, date, &problem)
        }
        ValueError::Negative { amount } => {
            BadInput::value(at, &decimals.text(*amount).0, "must not be below zero")
        }
        ValueError::NothingBefore { before } => {
            let problem = "is its value before the change: there is nothing to lose";
            BadInput::value(at, &decimals.text(*before).0, problem)
        }
        ValueError::Date(problem) => BadInput::place(at, problem),
        ValueError::Amount(_) => decimals.beyond(at),
    }
}
