//! `quittance ladder`: the next concession, what to ask in return, and what it costs.

use quittance::engine::negotiate::{Footing, LadderNote, LadderRung, ladder};
use quittance::engine::rules::{Ask, Role};
use quittance::text::{Locale, ladder as words};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::asked::Asked;
use crate::changes::Changed;
use crate::document::{Answering, BadInput, Outcome};
use crate::expectations::{Expected, prospects};
use crate::option::OptionDocument;
use crate::values::{Day, DecimalText, named_or};

/// A case, the option at hand, and where the talk stands.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// A case file as the app opens it, or the name of a sample case such as `card-cn`.
    case: Value,
    /// Which balances count where the case has a history: `stated` (if nothing is said) or `recomputed`.
    #[serde(default)]
    balances: Option<String>,
    /// The option at hand, as in `quittance plan`.
    option: OptionDocument,
    /// Who may agree: `agent` (if nothing is said), `supervisor` or `manager`.
    #[serde(default)]
    authority: Option<String>,
    /// The place of the last step that was put to the borrower; 0, none, if nothing is said.
    #[serde(default)]
    put: u32,
    /// The most that this debt may ask of the borrower's month; the surplus that the case notes if nothing is said.
    #[serde(default)]
    affordable: Option<DecimalText>,
    /// Payments since the debt fell due; what the case notes if nothing is said. With 0 nothing is given up.
    #[serde(default)]
    payments_since_overdue: Option<u32>,
    /// What the lender expects of plans; what the packs say if nothing is said, or else that plans are kept, at the
    /// contract's own rate.
    #[serde(default)]
    expectations: Option<Expected>,
    /// The rule packs, as files; as in `quittance plan` if none are given.
    #[serde(default)]
    packs: Option<Vec<Value>>,
}

/// The ladder as far as it is to be seen.
#[derive(Serialize, JsonSchema)]
pub struct Answer {
    /// The first step, on the option without concessions.
    opening: Option<Rung>,
    /// The names of the steps that were put to the borrower, or that the option at hand gives already.
    reached: Vec<String>,
    /// The step to try now.
    next: Option<Rung>,
    /// The steps after it, where the pack shows every step.
    further: Vec<Rung>,
    /// What is said beside them.
    notes: Vec<Note>,
}

/// A step put on the option.
#[derive(Serialize, JsonSchema)]
struct Rung {
    id: String,
    /// Its place on the ladder, from 1.
    place: u32,
    /// What it gives, in words.
    gives: Vec<String>,
    /// What is asked in return.
    asks: Vec<Asking>,
    /// Every term that changes, the down payment among them where it is asked for.
    changes: Vec<Changed>,
    /// What the option's document says then: merge it into the option (RFC 7396).
    set: Value,
    /// What is given up, set against the step before or the option at hand.
    cost: Cost,
    due_now: DecimalText,
    /// What its payments ask of a month.
    monthly: DecimalText,
    count: u32,
    last_date: Day,
    paid: DecimalText,
    waived: DecimalText,
}

#[derive(Serialize, JsonSchema)]
struct Asking {
    /// `down-payment`, `first-payment`, `lump-sum`, `autopay`, `security` or `evidence`.
    kind: &'static str,
    words: String,
}

/// Less that comes in; below zero where it is more.
#[derive(Serialize, JsonSchema)]
struct Cost {
    /// Altogether.
    nominal: DecimalText,
    /// In present value.
    present: DecimalText,
    words: String,
}

#[derive(Serialize, JsonSchema)]
struct Note {
    /// `offer-above-affordable`, `no-repayment-behaviour`, `option-does-not-pass` or `nothing-within-surplus`.
    kind: &'static str,
    words: String,
}

/// The command.
pub struct Ladder;

impl Answering for Ladder {
    type Document = Document;
    type Answer = Answer;
    const NAME: &'static str = "ladder";
    const ABOUT: &'static str =
        "The next concession for an option: what to give, what to ask in return, what it costs";
    const EXAMPLE: &'static str = r#"{"case":"card-cn","option":{"settlement":"instalments","count":24,"first_due":"2026-12-20","rate_pct":"6","down_payment":"9707.00"}}"#;

    fn answer(document: Document) -> Result<Outcome<Answer>, BadInput> {
        let asked = Asked::read(
            &document.case,
            document.balances.as_deref(),
            document.packs.as_deref(),
        )?;
        let authority = named_or(
            "authority",
            document.authority.as_deref(),
            &Role::ALL.map(Role::code),
            Role::from_code,
            Role::Agent,
        )?;
        let proposal = document.option.proposal(&asked.claim)?;
        let digits = asked.claim.currency.minor_digits();
        let affordable = document.affordable.as_ref();
        let packs = asked.packs();
        let question = asked.question(&packs);
        let first = Footing::at_first(&question, authority);
        let footing = Footing {
            put: document.put,
            affordable: affordable
                .map(|text| text.amount("affordable", digits))
                .transpose()?
                .or(first.affordable),
            payments_since_overdue: document
                .payments_since_overdue
                .or(first.payments_since_overdue),
            prospects: prospects(document.expectations.as_ref(), &packs, &asked.claim)?,
            ..first
        };
        let found = ladder(&question, &proposal, &footing)
            .map_err(|error| asked.unplannable("option", &error))?;
        let shown = |rung: &LadderRung| Rung::of(rung, &asked);
        let note = |note: &LadderNote| Note {
            kind: match note {
                LadderNote::OfferAboveAffordable { .. } => "offer-above-affordable",
                LadderNote::NoRepaymentBehaviour => "no-repayment-behaviour",
                LadderNote::OptionDoesNotPass => "option-does-not-pass",
                LadderNote::NothingWithinSurplus { .. } => "nothing-within-surplus",
            },
            words: words::note(Locale::En, *note, asked.claim.currency),
        };
        Ok(Outcome::Answered(Answer {
            opening: found.opening.as_ref().map(shown),
            reached: found.reached,
            next: found.next.as_ref().map(shown),
            further: found.further.iter().map(shown).collect(),
            notes: found.notes.iter().map(note).collect(),
        }))
    }
}

impl Rung {
    fn of(rung: &LadderRung, asked: &Asked) -> Self {
        let currency = asked.claim.currency;
        let totals = &rung.judged.totals;
        let text = |amount| DecimalText::of(amount, currency.minor_digits());
        let mut set = json!({});
        for change in &rung.changes {
            merge(
                &mut set,
                crate::changes::set(change.term, change.to, currency),
            );
        }
        if rung.ask.contains(&Ask::LumpSum) {
            merge(&mut set, in_one_sum());
        }
        Self {
            id: rung.id.clone(),
            place: rung.place,
            gives: words::gives(Locale::En, rung, currency),
            asks: rung
                .ask
                .iter()
                .map(|ask| Asking {
                    kind: ask.code(),
                    words: words::ask(Locale::En, *ask, rung, currency),
                })
                .collect(),
            changes: rung
                .changes
                .iter()
                .map(|change| Changed::of(change, currency))
                .collect(),
            set,
            cost: Cost {
                nominal: text(rung.cost.nominal),
                present: text(rung.cost.present),
                words: words::cost(Locale::En, rung.cost, currency),
            },
            due_now: text(totals.due_now),
            monthly: text(rung.monthly),
            count: totals.count,
            last_date: Day(totals.last_date),
            paid: text(totals.paid),
            waived: text(totals.waived),
        }
    }
}

/// The fields of instalments and of agreed days go where everything is paid in one sum.
fn in_one_sum() -> Value {
    json!({
        "settlement": "lump-sum", "method": null, "frequency": null, "count": null, "payment": null, "multiple": null,
        "balloon": null, "step": null, "flat_principal": null, "minimum": null, "payments": null, "last_takes_rest": null,
        "agreed": null, "rest_on": null
    })
}

/// One patch on top of another.
fn merge(into: &mut Value, patch: Value) {
    match (into, patch) {
        (Value::Object(fields), Value::Object(patch)) => {
            for (name, value) in patch {
                merge(fields.entry(name).or_insert(Value::Null), value);
            }
        }
        (into, patch) => *into = patch,
    }
}
