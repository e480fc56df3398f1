//! The schema of rule packs.

use quittance::engine::calendar::DayCount;
use quittance::engine::claim::{Component, CustomerType, Jurisdiction, Product};
use quittance::engine::money::{Currency, Rounding};
use quittance::engine::rules::{DutyTopic, PACK_FORMAT, Role, Strategy};
use serde_json::{Value, json};

use super::shape::{
    Field, amount, any_of, coded, count, date, document, list, may, must, object, rate, set, share,
    text, with, word,
};
use super::{ladder, limit};

/// The schema of a rule pack.
pub fn schema() -> Value {
    let pack = object(
        "A rule pack of Quittance: what a lender or the law allows, as dated and cited data. docs/rule-packs.md explains it.",
        vec![
            must("format", json!({ "const": PACK_FORMAT })),
            must("id", text("Its name in files and offers.", 64)),
            must("name", both_languages("What people call it.", 64)),
            must("version", text("Its version.", 64)),
            must(
                "layer",
                word(
                    "statutory: law and supervision of a jurisdiction. house: a lender's own rules, which can only tighten the law.",
                    &["statutory", "house"],
                ),
            ),
            must(
                "jurisdiction",
                word("Whose law it is written under.", Jurisdiction::CODES),
            ),
            must(
                "currency",
                word("Currency of its amounts.", Currency::CODES),
            ),
            must(
                "effective_from",
                date("First as-of date on which it is in force."),
            ),
            may(
                "effective_to",
                date("Last as-of date on which it is in force."),
            ),
            may(
                "products",
                products("The debts it is written for; all if left out."),
            ),
            may("segments", segments()),
            may("defaults", defaults()),
            must(
                "rules",
                list("The rules, each with an id of its own.", &rule(), 0, 500),
            ),
            may(
                "duties",
                list("What it asks beside its limits.", &duty(), 0, 200),
            ),
            may("ladder", ladder::ladder()),
            may("expectations", ladder::expectations()),
        ],
    );
    let house = json!({
        "if": {"properties": {"layer": {"const": "house"}}},
        "then": {"required": ["defaults"]},
        // A law states no ladder, and expects nothing.
        "else": {"properties": {"ladder": false, "expectations": false}},
    });
    document("Quittance rule pack", with(pack, "allOf", json!([house])))
}

fn both_languages(about: &str, most: u32) -> Value {
    object(
        about,
        vec![
            must("zh", text("In Chinese.", most)),
            must("en", text("In English.", most)),
        ],
    )
}

fn products(about: &str) -> Value {
    let codes = Product::ALL.map(Product::code);
    set(about, &word("A kind of debt.", &codes))
}

fn customers(about: &str) -> Value {
    set(about, &coded::<CustomerType>("Willingness and ability."))
}

fn days_past_due() -> Value {
    object(
        "Days past due, both ends included; without an end it is open.",
        vec![
            must("from", count("The fewest.", 36_500)),
            may("to", count("The most.", 36_500)),
        ],
    )
}

fn balance() -> Value {
    let band = object(
        "What is owed in all, both ends included; at least one of them.",
        vec![
            may("from", amount("The least.")),
            may("to", amount("The most.")),
        ],
    );
    any_of(band, &[&["from"], &["to"]])
}

fn segments() -> Value {
    let segment = object(
        "A kind of case. What is left out makes no difference.",
        vec![
            must("id", text("Its name within the pack.", 64)),
            may("products", products("The products.")),
            may("days_past_due", days_past_due()),
            may("balance", balance()),
            may("customers", customers("The types of customers.")),
        ],
    );
    list(
        "Kinds of cases that the pack tells apart. No two overlap; a case that falls in none is not judged.",
        &segment,
        1,
        100,
    )
}

fn applies() -> Value {
    let days = |about| date(about);
    object(
        "Which debts, customers and options the rule binds; what is left out makes no difference.",
        vec![
            may("products", products("The products.")),
            may("days_past_due", days_past_due()),
            may("balance", balance()),
            may(
                "customers",
                customers("The types of customers; not those of whom nothing is noted."),
            ),
            may(
                "strategies",
                set(
                    "Only options that use one of these.",
                    &coded::<Strategy>("A strategy."),
                ),
            ),
            may(
                "segments",
                set("Ids of segments of this pack.", &text("A segment.", 64)),
            ),
            may(
                "signed",
                object(
                    "Days on which the contract was made.",
                    vec![
                        may("from", days("The first.")),
                        may("to", days("The last.")),
                    ],
                ),
            ),
        ],
    )
}

fn in_force() -> [Field; 2] {
    [
        may("effective_from", date("First day on which it is in force.")),
        may("effective_to", date("Last day on which it is in force.")),
    ]
}

fn rule() -> Value {
    let mut severities = vec!["block", "warn"];
    // An agent approves nothing.
    severities.extend(Role::ALL.map(Role::code).into_iter().skip(1));
    let mut fields = vec![
        must("id", text("Its name within the pack.", 64)),
        must("limit", limit::schema()),
        must(
            "severity",
            word(
                "What follows when it is broken: it is said, someone must approve, or the option is refused.",
                &severities,
            ),
        ),
        must(
            "visibility",
            word(
                "private: for the lender's people only, never in anything a borrower receives.",
                &["public", "private"],
            ),
        ),
        may("applies", applies()),
        must(
            "source",
            text(
                "Where it comes from; in statutory packs also how that was read: [R], [2] or [u].",
                400,
            ),
        ),
    ];
    fields.extend(in_force());
    object("A rule.", fields)
}

fn duty() -> Value {
    let topics = DutyTopic::ALL.map(DutyTopic::code);
    let mut fields = vec![
        must(
            "id",
            text("Its name, apart from that of every rule and duty.", 64),
        ),
        must("topic", word("What it is about.", &topics)),
        must(
            "words",
            both_languages("What it asks, in one or two sentences.", 400),
        ),
        may(
            "products",
            products("The debts it is for; all if left out."),
        ),
        must(
            "source",
            text("Where it comes from, and how that was read.", 400),
        ),
    ];
    fields.extend(in_force());
    object("What binds whoever collects and limits no option.", fields)
}

fn defaults() -> Value {
    let waivers = Component::ALL
        .map(|component| may(component.code(), share("Share of it.")))
        .into();
    let mut bases = vec!["periodic"];
    bases.extend(DayCount::CODES);
    object(
        "What the desk starts from. Every house pack has it.",
        vec![
            must("plan_rate", rate("Yearly rate of a plan.")),
            must("basis", word("How periods become parts of a year.", &bases)),
            must(
                "rounding",
                word("How amounts become whole minor units.", Rounding::CODES),
            ),
            must(
                "grace_days",
                count(
                    "Days after a due date on which a payment is still in time.",
                    36_500,
                ),
            ),
            may(
                "misses_that_end",
                count(
                    "Payments missed in a row that end a plan; 1 if left out.",
                    600,
                ),
            ),
            must(
                "offer_days",
                count("Days for which an offer can be accepted.", 36_500),
            ),
            may(
                "waivers",
                object("What a first option may well give up.", waivers),
            ),
        ],
    )
}
