//! `quittance allocate`: payments settled over instalments cell by cell, or over one claim by component.

mod answer;
mod claim;
mod document;

use quittance::engine::calendar::Date;
use quittance::engine::claim::{
    Advance, ChargeTiming, Component, ContractInstalment, Event, Fill, GridWaterfall, ReplayError,
    replay,
};
use quittance::engine::money::Money;

use crate::allocate::answer::Answer;
use crate::allocate::claim::settle_claim;
use crate::allocate::document::{Document, Happening, InstalmentDue};
use crate::amounts::{Decimals, component};
use crate::document::{Answering, BadInput, Outcome};
use crate::settlement_order::grid;
use crate::values::{DecimalText, code_form, coded, numbered};

/// The command.
pub struct Allocate;

impl Answering for Allocate {
    type Document = Document;
    type Answer = Answer;
    const NAME: &'static str = "allocate";
    const ABOUT: &'static str =
        "Payments over instalments, cell by cell, or over a claim by component";
    const EXAMPLE: &'static str = r#"{"instalments":[{"due":"2026-10-01","principal":"500.00","interest":"20.00"},{"due":"2026-11-01","principal":"500.00","interest":"10.00"}],"events":[{"type":"charge","kind":"penalty","due":"2026-10-02","amount":"15.00"},{"type":"payment","date":"2026-10-20","amount":"600.00"}],"order":"due-penalty-interest-principal-in-advance-principal-interest"}"#;

    fn answer(document: Document) -> Result<Outcome<Answer>, BadInput> {
        let decimals = Decimals::read(document.money_decimals)?;
        document.belongs_together()?;
        let Some(instalments) = &document.instalments else {
            return settle_claim(&document, decimals).map(Outcome::Answered);
        };
        let (table, owed_with) = table(instalments, decimals)?;
        let mut events = owed_with;
        for (charge, place) in document.charges.iter().flatten().zip(1_u32..) {
            let at = format!("charges.{place}");
            events.push(charge_event(
                &at,
                &charge.kind,
                charge.due.0,
                &charge.amount,
                decimals,
            )?);
        }
        let before_events = events.len();
        for (happening, place) in document.events.iter().flatten().zip(1_u32..) {
            events.push(happening.event(&format!("events.{place}"), decimals)?);
        }
        let replayed = replay(&table, &events, &document.waterfall()?)
            .map_err(|error| refused(error, decimals))?;
        let answer = Answer::of_instalments(&replayed, before_events, decimals);
        answer.map(Outcome::Answered)
    }
}

impl Document {
    fn waterfall(&self) -> Result<GridWaterfall, BadInput> {
        let (order, switch) = grid(self.order.as_ref(), self.switch.as_ref())?;
        Ok(GridWaterfall {
            order,
            switch,
            fill: match self.fill.as_deref().map(code_form).as_deref() {
                None | Some("horizontal") => Fill::ByInstalment,
                Some("vertical") => Fill::ByComponent,
                Some(code) => coded("fill", code, &Fill::ALL.map(Fill::code), Fill::from_code)?,
            },
            advance: match self.advance.as_deref().map(code_form).as_deref() {
                None | Some("next-installment") => Advance::NextInstalment,
                Some("last-installment") => Advance::LastInstalment,
                Some("next-last-installment") => Advance::NextThenLast,
                Some("reamortization") => Advance::Reamortise,
                Some(code) => {
                    let known = Advance::ALL.map(Advance::code);
                    coded("advance", code, &known, Advance::from_code)?
                }
            },
            charges: match self.charge_timing.as_deref().map(code_form) {
                None => ChargeTiming::OwnDueDate,
                Some(code) => {
                    let known = ChargeTiming::ALL.map(ChargeTiming::code);
                    coded("charge_timing", &code, &known, ChargeTiming::from_code)?
                }
            },
        })
    }
}

/// The instalments, and what else falls due with them as charges of the same day.
fn table(
    instalments: &[InstalmentDue],
    decimals: Decimals,
) -> Result<(Vec<ContractInstalment>, Vec<Event>), BadInput> {
    let mut table = Vec::with_capacity(instalments.len());
    let mut charges = Vec::new();
    for (instalment, place) in instalments.iter().zip(1_u32..) {
        let at = |name: &str| format!("instalments.{place}.{name}");
        let amount = |name: &str, text: &Option<DecimalText>| {
            let amount = decimals.optional(&at(name), text.as_ref())?;
            Ok(amount.unwrap_or(Money::ZERO))
        };
        numbered(&at("n"), instalment.n, place)?;
        let due = instalment.due.0;
        table.push(ContractInstalment {
            due,
            principal: amount("principal", &instalment.principal)?,
            interest: amount("interest", &instalment.interest)?,
        });
        for (component, text) in [
            (Component::Penalty, &instalment.penalty),
            (Component::Compound, &instalment.compound),
            (Component::Charges, &instalment.charges),
            (Component::Costs, &instalment.costs),
        ] {
            let amount = amount(component.code(), text)?;
            if amount.is_positive() {
                charges.push(Event::Charge {
                    due,
                    component,
                    amount,
                });
            }
        }
    }
    Ok((table, charges))
}

impl Happening {
    fn event(&self, at: &str, decimals: Decimals) -> Result<Event, BadInput> {
        let in_place = |name: &str| format!("{at}.{name}");
        let missing = |name: &str, problem: &str| BadInput::place(&in_place(name), problem);
        let strange = |name: &str| missing(name, "has no meaning for this type of event");
        let charge = match self.r#type.as_str() {
            "charge" => true,
            "payment" | "credit" => false,
            other => {
                let problem = "not known: write payment, credit or charge";
                return Err(BadInput::value(&in_place("type"), other, problem));
            }
        };
        if charge {
            if self.date.is_some() {
                return Err(strange("date"));
            }
            let due = self.due.as_ref();
            let due = due.ok_or_else(|| missing("due", "a charge needs the day it falls due"))?;
            let kind = self.kind.as_deref();
            let kind = kind.ok_or_else(|| missing("kind", "a charge needs a kind"))?;
            return charge_event(at, kind, due.0, &self.amount, decimals);
        }
        if self.due.is_some() || self.kind.is_some() {
            return Err(strange(if self.due.is_some() { "due" } else { "kind" }));
        }
        let date = self.date.as_ref();
        let date = date.ok_or_else(|| missing("date", "a payment or credit needs its day"))?;
        let (date, amount) = (date.0, decimals.amount(&in_place("amount"), &self.amount)?);
        Ok(match self.r#type.as_str() {
            "credit" => Event::Credit { date, amount },
            _ => Event::Payment { date, amount },
        })
    }
}

fn charge_event(
    at: &str,
    kind: &str,
    due: Date,
    amount: &DecimalText,
    decimals: Decimals,
) -> Result<Event, BadInput> {
    let place = format!("{at}.kind");
    let component = component(&place, &code_form(kind))?;
    if matches!(component, Component::Principal | Component::Interest) {
        let problem = "a charge is a fee, penalty, compound or costs";
        return Err(BadInput::value(&place, kind, problem));
    }
    let amount = decimals.amount(&format!("{at}.amount"), amount)?;
    Ok(Event::Charge {
        due,
        component,
        amount,
    })
}

fn refused(error: ReplayError, decimals: Decimals) -> BadInput {
    let place = |number: usize| number.saturating_add(1);
    let at = match error {
        ReplayError::NoInstalments => "instalments".to_owned(),
        ReplayError::InstalmentOutOfOrder { instalment, .. } => {
            format!("instalments.{}.due", place(instalment))
        }
        ReplayError::NegativeInstalment { instalment, .. } => {
            format!("instalments.{}", place(instalment))
        }
        ReplayError::NegativeEvent { .. } => "events".to_owned(),
        ReplayError::Amount(_) => return decimals.beyond(""),
    };
    BadInput::place(&at, &error)
}
