//! What became of a debt before the as-of date, and what stands around it.

use quittance::engine::claim::{Evidence, Guarantor, PenaltyStart, Settling};
use serde_json::{Value, json};

use super::shape::{
    amount, coded, count, date, list, may, must, object, one_of, rate, set, share, with, word,
    yes_no,
};

/// The history of a case file.
pub fn history() -> Value {
    let instalment = object(
        "An instalment of the contract.",
        vec![
            must("due", date("When it falls due; later than the one before.")),
            must("principal", amount("Principal of it.")),
            must("interest", amount("Interest of it.")),
        ],
    );
    let payment = object(
        "A payment that arrived.",
        vec![
            must("date", date("When; not earlier than the one before.")),
            must("amount", amount("How much.")),
        ],
    );
    object(
        "What fell due and what arrived; balances are worked out from it again.",
        vec![
            must("start", date("When interest began.")),
            must(
                "instalments",
                list("Instalments in order.", &instalment, 0, 600),
            ),
            may("payments", list("Payments in order.", &payment, 0, 2_000)),
            may("late", late()),
        ],
    )
}

fn late() -> Value {
    let missed_charge = object(
        "A charge for each missed instalment: an amount, or a share of the instalment.",
        vec![
            may("amount", amount("The amount.")),
            may("share", share("The share.")),
            may("each_at_most", amount("The most for one.")),
            may("together_at_most", amount("The most for all.")),
        ],
    );
    let grace = object(
        "Days after a due date on which a payment is still in time.",
        vec![
            must("days", count("Days.", 3_660)),
            may(
                "penalty_from",
                word(
                    "From when penalty interest runs after grace.",
                    &PenaltyStart::ALL.map(PenaltyStart::code),
                ),
            ),
        ],
    );
    object(
        "What the contract says about coming late.",
        vec![
            may("grace", grace),
            may(
                "missed_charge",
                one_of(missed_charge, &[&["amount"], &["share"]]),
            ),
            may("accelerated_on", date("When everything was called in.")),
            may(
                "ceiling",
                rate("The yearly ceiling over everything that accrues."),
            ),
            may(
                "last_day_counts",
                yes_no("Whether the day of payment bears interest."),
            ),
            may(
                "settling",
                word(
                    "When accrual becomes whole minor units.",
                    &Settling::ALL.map(Settling::code),
                ),
            ),
        ],
    )
}

/// The circumstances of a case file.
pub fn circumstances() -> Value {
    let failed = object(
        "A day on which the lender did not collect although the money was there.",
        vec![
            must("on", date("The day.")),
            must("penalty", amount("The penalty interest that came of it.")),
        ],
    );
    object(
        "What rules ask for beside balances and terms. What is left out is not noted.",
        vec![
            may(
                "payments_since_overdue",
                count("Payments that arrived since the debt fell past due.", 1_000),
            ),
            may(
                "restructured_on",
                list(
                    "Days on which the debt was restructured, the earliest first; an empty list says never.",
                    &date("A day."),
                    0,
                    100,
                ),
            ),
            may(
                "guarantor",
                coded::<Guarantor>("Whether the guarantor agreed, if there is one."),
            ),
            may(
                "moratorium_until",
                date("The last day of a time in which nothing may be asked for."),
            ),
            may(
                "evidence",
                with(
                    set(
                        "Papers at hand; an empty list says none.",
                        &coded::<Evidence>("A paper."),
                    ),
                    "minItems",
                    json!(0),
                ),
            ),
            may("surplus", amount("What a month leaves the borrower.")),
            may(
                "failed_debits",
                list(
                    "Days of failed debits, the earliest first.",
                    &failed,
                    0,
                    1_000,
                ),
            ),
        ],
    )
}
