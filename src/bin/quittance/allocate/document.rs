//! The document that `quittance allocate` reads.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::amounts::Given;
use crate::document::BadInput;
use crate::settlement_order::{OrderText, SwitchText};
use crate::values::{Day, DecimalText, bounded};

/// Instalments and what happened to them; or, in place of instalments, what is owed `before` one payment.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// What falls due when: 1 to 600 instalments in order of due date.
    #[serde(default)]
    pub instalments: Option<Vec<InstalmentDue>>,
    /// Charges entered before all events.
    #[serde(default)]
    pub charges: Option<Vec<ChargeDue>>,
    /// Payments, credits and charges in the order in which they were entered, at most 2000. A payment is settled on its
    /// date; it knows the charges entered before it, and those entered later that fell due on an earlier day.
    #[serde(default)]
    pub events: Option<Vec<Happening>>,
    /// What is owed by component, in place of instalments.
    #[serde(default)]
    pub before: Option<Given>,
    /// With `before`: what is given up by component ahead of the payment, as an amount (`"100.00"`) or a share (`"50%"`).
    #[serde(default)]
    pub waive: BTreeMap<String, String>,
    /// With `before`: the payment; nothing if nothing is said.
    #[serde(default)]
    pub payment: Option<DecimalText>,
    /// With `before`: what is left after the payment is written off if it is at most this.
    #[serde(default)]
    pub write_off_within: Option<DecimalText>,
    /// With `before`: how many days past due the claim is, for `switch`; 0 if nothing is said.
    #[serde(default)]
    pub days_past_due: Option<u32>,
    /// The order of settlement. A name: `civil-code-561` (if nothing is said: costs, charges, penalty, compound, interest,
    /// principal), `principal-first`, `advanced-payment-allocation` (penalty, fee, principal, interest), or one that spells it
    /// out, such as `due-penalty-fee-interest-principal-in-advance-principal-penalty-fee-interest`, where what is past due
    /// goes as what is due unless `past-due` says otherwise. Or a list of components; those left out, in a name too, come
    /// last in the order of civil-code-561. Or, with instalments, a list of cells such as `past-due-penalty`; a cell left
    /// out receives nothing. Upper case and underscores are read too, and the field may be called `strategy`.
    #[serde(default, alias = "strategy")]
    pub order: Option<OrderText>,
    /// Another order from some day past due on; none if nothing is said.
    #[serde(default)]
    pub switch: Option<SwitchText>,
    /// `by-instalment` (if nothing is said; also `horizontal`) fills one instalment before the next; `by-component` (also
    /// `vertical`) runs through the order cell by cell, each across all instalments. The field may be called `processing`.
    #[serde(default, alias = "processing")]
    pub fill: Option<String>,
    /// Where money in advance goes: `next-instalment` (if nothing is said), `last-instalment`, `next-then-last` or
    /// `reamortise`. The field may be called `future_installment_rule`, with that rule's own names.
    #[serde(default, alias = "future_installment_rule")]
    pub advance: Option<String>,
    /// Whether a charge stands by its `own-due-date` (if nothing is said) or `with-instalment`.
    #[serde(default)]
    pub charge_timing: Option<String>,
    /// How the shares of `waive` are rounded: `half-up` (if nothing is said), `half-even`, `toward-zero`, `away-from-zero`.
    #[serde(default)]
    pub rounding: Option<String>,
    /// How many decimals amounts have, 0 to 4; 2 if nothing is said.
    #[serde(default)]
    pub money_decimals: Option<u32>,
}

/// What falls due on a day, by component; one that is left out is zero.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct InstalmentDue {
    /// Its number, which must be its place in the list.
    #[serde(default)]
    pub n: Option<u32>,
    pub due: Day,
    #[serde(default)]
    pub principal: Option<DecimalText>,
    #[serde(default)]
    pub interest: Option<DecimalText>,
    /// `penalties` is read too.
    #[serde(default, alias = "penalties")]
    pub penalty: Option<DecimalText>,
    #[serde(default)]
    pub compound: Option<DecimalText>,
    /// `fees` is read too.
    #[serde(default, alias = "fees")]
    pub charges: Option<DecimalText>,
    #[serde(default)]
    pub costs: Option<DecimalText>,
}

/// A charge with a due date of its own.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChargeDue {
    /// `fee`, `penalty`, `compound` or `costs`.
    pub kind: String,
    pub due: Day,
    pub amount: DecimalText,
}

/// A payment or credit on a `date`, or a charge of a `kind` that falls `due`.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Happening {
    /// `payment`, `credit` (settles as a payment does, without cash) or `charge`.
    pub r#type: String,
    /// The day of a payment or credit.
    #[serde(default)]
    pub date: Option<Day>,
    /// What a charge is: `fee`, `penalty`, `compound` or `costs`.
    #[serde(default)]
    pub kind: Option<String>,
    /// The day on which a charge falls due; it belongs to the first instalment that is due then or later.
    #[serde(default)]
    pub due: Option<Day>,
    pub amount: DecimalText,
}

const MOST_INSTALMENTS: usize = 600;
const MOST_EVENTS: usize = 2000;

impl Document {
    /// Exactly one of the two forms, and nothing of the other.
    pub fn belongs_together(&self) -> Result<(), BadInput> {
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
}
