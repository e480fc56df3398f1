//! Every kind of limit, with its fields and their units.

use quittance::engine::claim::{Component, Evidence};
use quittance::engine::rules::Strategy;
use serde_json::{Map, Value, json};

use super::shape::{
    Field, amount, any_of, coded, count, may, multiple, must, object, rate, set, share, with, word,
};

/// What a field of a limit is measured in.
#[derive(Clone, Copy)]
enum Unit {
    Share,
    Amount,
    Rate,
    Multiple,
    Days,
    Months,
    Payments,
    Times,
    Component,
    Components,
    Frequencies,
    Evidence,
    Strategies,
}

impl Unit {
    fn shape(self) -> Value {
        let components = Component::ALL.map(Component::code);
        match self {
            Self::Share => share("A share in percent."),
            Self::Amount => amount("An amount."),
            Self::Rate => rate("A yearly rate in percent."),
            Self::Multiple => multiple("A multiple of the contract's interest rate."),
            Self::Days => count("Calendar days.", 36_500),
            Self::Months => count("Months.", 1_200),
            Self::Payments => count("A number of payments.", 600),
            Self::Times => count("A number of times.", 1_000),
            Self::Component => word("A part of the debt.", &components),
            Self::Components => set("Parts of the debt.", &word("A part.", &components)),
            Self::Frequencies => with(
                set(
                    "How often payments may fall due, at most six steps; agreed-days are days agreed one by one.",
                    &json!({
                        "type": "string",
                        "pattern": "^(weekly|fortnightly|half-monthly|monthly|agreed-days|every-[1-9][0-9]{0,4}-(days|weeks|half-months|months))$",
                    }),
                ),
                "maxItems",
                json!(7),
            ),
            Self::Evidence => set("Papers, all of them.", &coded::<Evidence>("A paper.")),
            Self::Strategies => set("Strategies.", &coded::<Strategy>("A strategy.")),
        }
    }

    fn example(self) -> Value {
        match self {
            Self::Share => json!("20"),
            Self::Amount => json!("500.00"),
            Self::Rate => json!("15.4"),
            Self::Multiple => json!("1.5"),
            Self::Days => json!(30),
            Self::Months => json!(36),
            Self::Payments => json!(24),
            Self::Times => json!(1),
            Self::Component => json!("penalty"),
            Self::Components => json!(["principal", "interest"]),
            Self::Frequencies => json!(["weekly", "monthly", "agreed-days"]),
            Self::Evidence => json!(["income", "hardship"]),
            Self::Strategies => json!(["lump-sum", "instalments"]),
        }
    }
}

/// A kind: its name, its fields (`?` after the name of one that may be left out), what it limits.
type Kind = (&'static str, &'static [(&'static str, Unit)], &'static str);

const KINDS: [Kind; 38] = [
    (
        "minimum-settlement",
        &[
            ("share?", Unit::Share),
            ("amount?", Unit::Amount),
            ("components?", Unit::Components),
        ],
        "Everything paid is at least the higher of a share of what is owed today and an amount; with components, what is still collected of these.",
    ),
    (
        "waiver-cap",
        &[
            ("component", Unit::Component),
            ("share?", Unit::Share),
            ("amount?", Unit::Amount),
        ],
        "At most the lower of this share and this amount of one part of the debt is given up.",
    ),
    (
        "waiver-cap-total",
        &[("share", Unit::Share)],
        "At most this share of everything owed is given up.",
    ),
    (
        "not-waivable",
        &[("component", Unit::Component)],
        "Nothing of this part of the debt is given up.",
    ),
    (
        "not-capitalisable",
        &[("component", Unit::Component)],
        "Nothing of this part of the debt becomes principal that bears interest.",
    ),
    (
        "minimum-down-payment",
        &[("share", Unit::Share)],
        "At least this share of what is owed is paid on the as-of date.",
    ),
    (
        "maximum-instalments",
        &[("count", Unit::Payments)],
        "At most this many payments follow the down payment.",
    ),
    (
        "minimum-payments",
        &[("count", Unit::Payments)],
        "At least this many payments follow, unless the customer is noted as able to pay.",
    ),
    (
        "maximum-total-days",
        &[("days", Unit::Days)],
        "The last payment falls due at most this many days after the as-of date.",
    ),
    (
        "maximum-term-months",
        &[("months", Unit::Months)],
        "The last payment falls due at most this many months, to the day, after the as-of date.",
    ),
    (
        "maximum-days-between",
        &[("days", Unit::Days)],
        "No two payments that follow each other are further apart.",
    ),
    (
        "maximum-days-to-first",
        &[("days", Unit::Days)],
        "The first payment falls due at most this many days after the as-of date.",
    ),
    (
        "minimum-instalment",
        &[("amount", Unit::Amount)],
        "No payment but the last is smaller.",
    ),
    (
        "allowed-frequencies",
        &[("frequencies", Unit::Frequencies)],
        "Payments fall due in one of these steps.",
    ),
    (
        "maximum-deferral-days",
        &[("days", Unit::Days)],
        "The time before the first period is at most this many days.",
    ),
    (
        "balance-within-original-principal",
        &[],
        "What the plan finances is at most the contract's original principal.",
    ),
    (
        "all-in-cap",
        &[("rate", Unit::Rate)],
        "What the plan costs a year, all in, is at most this rate.",
    ),
    (
        "arrears-cap",
        &[("rate", Unit::Rate)],
        "What is collected of interest, penalty, compound interest and charges since the debt fell past due is at most this yearly rate on the principal.",
    ),
    (
        "charges-per-month",
        &[("amount", Unit::Amount)],
        "Charges that are collected are at most this much for every month begun since the debt fell past due.",
    ),
    (
        "penalty-multiple-band",
        &[("from", Unit::Multiple), ("to", Unit::Multiple)],
        "The contract's penalty rate lies within this band of multiples of its interest rate, whether or not the plan collects any.",
    ),
    (
        "penalty-rate-cap",
        &[("rate", Unit::Rate)],
        "While penalty or compound interest is collected, the contract's penalty rate is at most this.",
    ),
    (
        "recovery-horizon-months",
        &[("months", Unit::Months)],
        "For a customer noted as willing and not able, the last payment falls due within this many months.",
    ),
    (
        "broken-promises",
        &[("most", Unit::Times)],
        "At most this many promises were broken.",
    ),
    (
        "skipped-payments",
        &[("most", Unit::Payments), ("running", Unit::Payments)],
        "At most so many payments are left out in all, and so many running.",
    ),
    (
        "maximum-grace-days",
        &[("days", Unit::Days)],
        "A payment is in time for at most this many days after its due date.",
    ),
    (
        "restructures",
        &[("most", Unit::Times), ("within_months", Unit::Months)],
        "The debt was restructured at most so many times in the months before; this option is not counted.",
    ),
    (
        "affordable-share",
        &[("share", Unit::Share)],
        "What the plan asks for in a month is at most this share of the month's surplus.",
    ),
    (
        "minimum-residual",
        &[("amount", Unit::Amount)],
        "So much of the month's surplus stays with the borrower.",
    ),
    (
        "guarantor-consent",
        &[],
        "Whoever guarantees the debt has agreed in writing.",
    ),
    (
        "minimum-value",
        &[("share", Unit::Share), ("rate", Unit::Rate)],
        "All payments, later ones worth less at this yearly rate, are worth at least this share of what is owed today.",
    ),
    (
        "repayment-behaviour",
        &[("payments", Unit::Times)],
        "At least so many payments arrived since the debt fell past due.",
    ),
    (
        "evidence-required",
        &[("evidence", Unit::Evidence)],
        "All of these papers are at hand.",
    ),
    (
        "maximum-offer-days",
        &[("days", Unit::Days)],
        "The offer can be accepted for at most this many days.",
    ),
    (
        "moratorium",
        &[],
        "No time is running in which nothing may be asked for, such as a breathing space.",
    ),
    (
        "limitation-period",
        &[("months", Unit::Months)],
        "The oldest unpaid amount fell due at most this many months ago.",
    ),
    (
        "total-cost-cap",
        &[("share", Unit::Share)],
        "Interest, penalty, compound interest, charges and what the plan charges are together at most this share of the contract's principal.",
    ),
    (
        "total-within-rate",
        &[("rate", Unit::Rate)],
        "All that the plan collects is at most the contract's principal and what it earns at this rate from the day of the contract.",
    ),
    (
        "allowed-strategies",
        &[("strategies", Unit::Strategies)],
        "The option uses no strategies but these.",
    ),
];

/// A limit: one of the kinds.
pub fn schema() -> Value {
    let kinds: Vec<Value> = KINDS.iter().map(shape_of).collect();
    json!({"description": "What the rule limits, and at what value.", "oneOf": kinds})
}

fn shape_of(&(code, fields, about): &Kind) -> Value {
    let mut shapes: Vec<Field> = vec![must("kind", json!({ "const": code }))];
    let mut example = Map::new();
    example.insert("kind".to_owned(), json!(code));
    let mut open = false;
    for (written, unit) in fields {
        let (name, optional) = match written.strip_suffix('?') {
            Some(name) => (name, true),
            None => (*written, false),
        };
        open |= optional && name == "share";
        example.insert(name.to_owned(), unit.example());
        let field = if optional { may } else { must };
        shapes.push(field(name, unit.shape()));
    }
    let shape = with(object(about, shapes), "examples", json!([example]));
    if open {
        any_of(shape, &[&["share"], &["amount"]])
    } else {
        shape
    }
}
