//! `quittance allocate`: payments settled over instalments cell by cell, or over one claim by component.

use std::collections::BTreeMap;

use quittance::engine::calendar::Date;
use quittance::engine::claim::{
    Advance, ChargeTiming, Component, ContractInstalment, Event, Fill, GridWaterfall, ReplayError,
    replay,
};
use quittance::engine::money::Money;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::allocate_answer::Answer;
use crate::allocate_claim::settle_claim;
use crate::amounts::{Decimals, Given, component};
use crate::document::{Answering, BadInput, Outcome};
use crate::settlement_order::{OrderText, SwitchText, code_form, grid};
use crate::values::{Day, DecimalText, coded};

/// Instalments and what happened to them; or, in place of instalments, what is owed `before` one payment.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// What falls due when: 1 to 600 instalments in order of due date.
    #[serde(default)]
    instalments: Option<Vec<InstalmentDue>>,
    /// Charges entered before all events.
    #[serde(default)]
    charges: Option<Vec<ChargeDue>>,
    /// Payments, credits and charges in the order in which they were entered, at most 2000. A payment is settled on its
    /// date; it knows the charges entered before it, and those entered later that fell due on an earlier day.
    #[serde(default)]
    events: Option<Vec<Happening>>,
    /// What is owed by component, in place of instalments.
    #[serde(default)]
    pub(crate) before: Option<Given>,
    /// With `before`: what is given up by component ahead of the payment, as an amount (`"100.00"`) or a share (`"50%"`).
    #[serde(default)]
    pub(crate) waive: BTreeMap<String, String>,
    /// With `before`: the payment; nothing if nothing is said.
    #[serde(default)]
    pub(crate) payment: Option<DecimalText>,
    /// With `before`: what is left after the payment is written off if it is at most this.
    #[serde(default)]
    pub(crate) write_off_within: Option<DecimalText>,
    /// With `before`: how many days past due the claim is, for `switch`; 0 if nothing is said.
    #[serde(default)]
    pub(crate) days_past_due: Option<u32>,
    /// The order of settlement. A name: `civil-code-561` (if nothing is said: costs, charges, penalty, compound, interest,
    /// principal), `principal-first`, `advanced-payment-allocation` (penalty, fee, principal, interest), or one that spells it
    /// out, such as `due-penalty-fee-interest-principal-in-advance-principal-penalty-fee-interest`, where what is past due
    /// goes as what is due unless `past-due` says otherwise. Or a list of components; those left out, in a name too, come
    /// last in the order of civil-code-561. Or, with instalments, a list of cells such as `past-due-penalty`; a cell left
    /// out receives nothing. Upper case and underscores are read too, and the field may be called `strategy`.
    #[serde(default, alias = "strategy")]
    pub(crate) order: Option<OrderText>,
    /// Another order from some day past due on; none if nothing is said.
    #[serde(default)]
    pub(crate) switch: Option<SwitchText>,
    /// `by-instalment` (if nothing is said; also `horizontal`) fills one instalment before the next; `by-component` (also
    /// `vertical`) runs through the order cell by cell, each across all instalments. The field may be called `processing`.
    #[serde(default, alias = "processing")]
    fill: Option<String>,
    /// Where money in advance goes: `next-instalment` (if nothing is said), `last-instalment`, `next-then-last` or
    /// `reamortise`. The field may be called `future_installment_rule`, with that rule's own names.
    #[serde(default, alias = "future_installment_rule")]
    advance: Option<String>,
    /// Whether a charge stands by its `own-due-date` (if nothing is said) or `with-instalment`.
    #[serde(default)]
    charge_timing: Option<String>,
    /// How the shares of `waive` are rounded: `half-up` (if nothing is said), `half-even`, `toward-zero`, `away-from-zero`.
    #[serde(default)]
    pub(crate) rounding: Option<String>,
    /// How many decimals amounts have, 0 to 4; 2 if nothing is said.
    #[serde(default)]
    pub(crate) money_decimals: Option<u32>,
}

/// What falls due on a day, by component; one that is left out is zero.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct InstalmentDue {
    /// Its number, which must be its place in the list.
    #[serde(default)]
    n: Option<u32>,
    due: Day,
    #[serde(default)]
    principal: Option<DecimalText>,
    #[serde(default)]
    interest: Option<DecimalText>,
    /// `penalties` is read too.
    #[serde(default, alias = "penalties")]
    penalty: Option<DecimalText>,
    #[serde(default)]
    compound: Option<DecimalText>,
    /// `fees` is read too.
    #[serde(default, alias = "fees")]
    charges: Option<DecimalText>,
    #[serde(default)]
    costs: Option<DecimalText>,
}

/// A charge with a due date of its own.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct ChargeDue {
    /// `fee`, `penalty`, `compound` or `costs`.
    kind: String,
    due: Day,
    amount: DecimalText,
}

/// A payment or credit on a `date`, or a charge of a `kind` that falls `due`.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Happening {
    /// `payment`, `credit` (settles as a payment does, without cash) or `charge`.
    r#type: String,
    /// The day of a payment or credit.
    #[serde(default)]
    date: Option<Day>,
    /// What a charge is: `fee`, `penalty`, `compound` or `costs`.
    #[serde(default)]
    kind: Option<String>,
    /// The day on which a charge falls due; it belongs to the first instalment that is due then or later.
    #[serde(default)]
    due: Option<Day>,
    amount: DecimalText,
}

const MOST_INSTALMENTS: usize = 600;
const MOST_EVENTS: usize = 2000;

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
        let replayed = replay(&table, &events, &document.waterfall()?).map_err(refused)?;
        let answer = Answer::of_instalments(&replayed, before_events, decimals);
        answer.map(Outcome::Answered)
    }
}

impl Document {
    /// Exactly one of the two forms, and nothing of the other.
    fn belongs_together(&self) -> Result<(), BadInput> {
        let of_instalments = [
            ("charges", self.charges.is_some()),
            ("events", self.events.is_some()),
            ("fill", self.fill.is_some()),
            ("advance", self.advance.is_some()),
            ("charge_timing", self.charge_timing.is_some()),
        ];
        let of_claim = [
            ("waive", !self.waive.is_empty()),
            ("payment", self.payment.is_some()),
            ("write_off_within", self.write_off_within.is_some()),
            ("days_past_due", self.days_past_due.is_some()),
        ];
        let (strange, home) = match (&self.instalments, &self.before) {
            (Some(_), None) => (of_claim.iter(), "before"),
            (None, Some(_)) => (of_instalments.iter(), "instalments"),
            _ => {
                let problem = "give either instalments or before, and not both";
                return Err(BadInput::place("", problem));
            }
        };
        for (field, given) in strange {
            if *given {
                let problem = format!("has a meaning only together with {home}");
                return Err(BadInput::place(field, &problem));
            }
        }
        bounded("instalments", self.instalments.as_deref(), MOST_INSTALMENTS)?;
        bounded("charges", self.charges.as_deref(), MOST_EVENTS)?;
        bounded("events", self.events.as_deref(), MOST_EVENTS)
    }

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

/// A number that is given must be the place in the list.
pub fn numbered(at: &str, given: Option<u32>, place: u32) -> Result<(), BadInput> {
    match given {
        Some(number) if number != place => {
            let problem = format!("stands in place {place}: numbers count from 1");
            Err(BadInput::value(at, &number, &problem))
        }
        _ => Ok(()),
    }
}

/// At most so many entries.
pub fn bounded<T>(at: &str, entries: Option<&[T]>, most: usize) -> Result<(), BadInput> {
    match entries.map_or(0, <[T]>::len) {
        count if count > most => {
            let problem = format!("at most {most} are read");
            Err(BadInput::value(at, &count, &problem))
        }
        _ => Ok(()),
    }
}

fn refused(error: ReplayError) -> BadInput {
    let place = |number: usize| number.saturating_add(1);
    let at = match error {
        ReplayError::NoInstalments => "instalments".to_owned(),
        ReplayError::InstalmentOutOfOrder { instalment, .. } => {
            format!("instalments.{}.due", place(instalment))
        }
        ReplayError::NegativeInstalment { instalment, .. } => {
            format!("instalments.{}", place(instalment))
        }
        ReplayError::NegativeEvent { .. } | ReplayError::Amount(_) => String::new(),
    };
    BadInput::place(&at, &error)
}
