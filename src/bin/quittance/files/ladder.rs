//! The schema of a pack's ladder, and of what its lender expects of plans.

use quittance::engine::claim::Component;
use quittance::engine::plan::schedule::MOST_ROWS;
use quittance::engine::rules::{Ask, RELIEF_ORDER, Reveal};
use serde_json::{Value, json};

use super::shape::{count, list, may, must, object, rate, share, text, with, word};

/// The longest deferral, and the latest first payment.
const MOST_DAYS: u32 = 3_660;

/// The schema of a ladder.
pub fn ladder() -> Value {
    let step = object(
        "A step. It gives more than the steps before it, and no money after a step that gives time.",
        vec![
            must("id", text("Its name within the ladder.", 64)),
            must("give", give()),
            must("ask", list("What is asked in return.", &ask(), 1, 6)),
        ],
    );
    object(
        "How the lender gives way; of a house pack only. Without one it follows from the rules.",
        vec![
            must(
                "reveal",
                word(
                    "reached: a step is shown once every step before it was put to the borrower. next: the step after what the option gives is shown. all: every step is.",
                    &Reveal::ALL.map(Reveal::code),
                ),
            ),
            must("steps", list("The steps, the opening first.", &step, 1, 24)),
            must("source", text("Who decided it.", 400)),
        ],
    )
}

fn give() -> Value {
    let relieved: Vec<_> = RELIEF_ORDER
        .map(Component::code)
        .into_iter()
        .map(|code| may(code, share("Share of it that is given up.")))
        .collect();
    object(
        "How much is given altogether once the step is reached; what is left out stays as the step before left it.",
        vec![
            may(
                "waivers",
                object("By component; never principal, never costs.", relieved),
            ),
            may(
                "discount",
                share("Share given up of the total that the waivers leave."),
            ),
            may(
                "rate",
                rate("The plan's rate, where it is lowered to this."),
            ),
            may(
                "count",
                count("How many instalments there may be.", MOST_ROWS),
            ),
            may(
                "deferral_days",
                count("Days before the first period begins.", MOST_DAYS),
            ),
        ],
    )
}

fn ask() -> Value {
    let kinds: Vec<Value> = Ask::CODES
        .into_iter()
        .map(|code| {
            let mut fields = vec![must("kind", json!({ "const": code }))];
            match code {
                "down-payment" => fields.push(must(
                    "share",
                    share("Share of what is owed, paid on the as-of date."),
                )),
                "first-payment" => fields.push(must(
                    "days",
                    count("Days within which the first payment falls due.", MOST_DAYS),
                )),
                _ => {}
            }
            object("One thing that is asked.", fields)
        })
        .collect();
    with(
        json!({"description": "What is asked in return: each kind once."}),
        "oneOf",
        Value::Array(kinds),
    )
}

/// The schema of what a lender expects.
pub fn expectations() -> Value {
    object(
        "What the lender expects of its plans, to set options against doing nothing; of a house pack only.",
        vec![
            must(
                "rate",
                rate("Yearly rate at which later money is discounted."),
            ),
            must(
                "kept",
                share("The part of plans kept so far that is still kept thirty days on."),
            ),
            must(
                "recovers",
                share("What is recovered of what is unpaid, without a plan or where one breaks."),
            ),
            must("source", text("Who expects so.", 400)),
        ],
    )
}
