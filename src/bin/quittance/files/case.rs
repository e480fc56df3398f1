//! The schema of case files.

use quittance::engine::calendar::DayCount;
use quittance::engine::claim::{CASE_FORMAT, Component, Jurisdiction, PenaltyBase, Product};
use quittance::engine::money::{Currency, Rounding};
use serde_json::{Value, json};

use super::past;
use super::shape::{
    amount, any_of, count, date, document, list, may, multiple, must, object, one_of, rate, text,
    with, word, yes_no,
};

/// The schema of a case file.
pub fn schema() -> Value {
    let case = object(
        "A debt as the lender's system knows it, names and numbers masked as they may be shown.",
        vec![
            must("format", json!({ "const": CASE_FORMAT })),
            may("sample", yes_no("Whether it stands for no real debt.")),
            must(
                "jurisdiction",
                word("Whose law governs the debt.", Jurisdiction::CODES),
            ),
            must(
                "currency",
                word("Currency of all amounts.", Currency::CODES),
            ),
            must("as_of", date("The day for which everything is stated.")),
            must(
                "product",
                word("What kind of debt it is.", &Product::ALL.map(Product::code)),
            ),
            may(
                "pack",
                text("Id of the house rule pack that judges it.", 80),
            ),
            must("creditor", creditor()),
            must(
                "borrower",
                object(
                    "Who owes, masked.",
                    vec![
                        must("name", text("Masked name.", 80)),
                        must("account", text("Masked account or contract number.", 80)),
                    ],
                ),
            ),
            must("contract", contract()),
            may(
                "overdue_since",
                date(
                    "When the oldest unpaid amount fell due; the as-of date if nothing is past due.",
                ),
            ),
            may("balances", balances()),
            may(
                "overdue_principal",
                amount("Principal that is past due; all of it if left out."),
            ),
            may("history", past::history()),
            may("itemisation", itemisation()),
            may(
                "customer",
                object(
                    "What was noted about the customer.",
                    vec![
                        must("willing", yes_no("Willing to pay.")),
                        must("able", yes_no("Able to pay.")),
                        must("promises_broken", count("Promises broken so far.", 1_000)),
                    ],
                ),
            ),
            may("circumstances", past::circumstances()),
        ],
    );
    let known = any_of(case, &[&["balances", "overdue_since"], &["history"]]);
    document("Quittance case file", known)
}

fn creditor() -> Value {
    object(
        "Who is owed, and how to reach and pay them.",
        vec![
            must("name", text("The creditor's name.", 80)),
            may(
                "original",
                text("The first creditor, if the debt was assigned.", 80),
            ),
            must("contact", text("How to reach the creditor.", 160)),
            must(
                "complaints",
                text("Where to complain, dispute or get free advice.", 160),
            ),
            must(
                "channels",
                list(
                    "The only channels through which payments are taken.",
                    &text("A channel.", 160),
                    0,
                    6,
                ),
            ),
        ],
    )
}

fn contract() -> Value {
    let order = order();
    object(
        "The contract's terms.",
        vec![
            must("signed_on", date("The day of the contract.")),
            must("original_principal", amount("What was lent.")),
            must("interest_rate", rate("Contract interest.")),
            may("penalty", penalty()),
            may(
                "late_charge",
                object(
                    "A charge for the time past due.",
                    vec![
                        must("rate", rate("Its yearly rate on overdue principal.")),
                        may("cap", amount("The most it comes to.")),
                    ],
                ),
            ),
            may(
                "ceiling",
                rate("The yearly ceiling over everything that accrues."),
            ),
            must(
                "day_count",
                word("How days become parts of a year.", DayCount::CODES),
            ),
            may(
                "rounding",
                word(
                    "How amounts become whole minor units; half-up if left out.",
                    Rounding::CODES,
                ),
            ),
            may("allocation", order.clone()),
            may(
                "allocation_switch",
                object(
                    "Another order from a number of days past due on.",
                    vec![
                        must("from_days_past_due", count("From so many days.", 36_500)),
                        must("order", order),
                    ],
                ),
            ),
        ],
    )
}

fn penalty() -> Value {
    let bases = PenaltyBase::ALL.map(PenaltyBase::code);
    let penalty = object(
        "Penalty interest: a multiple of contract interest or a rate of its own.",
        vec![
            may("multiple", multiple("Multiple of the contract's rate.")),
            may("rate", rate("A rate of its own.")),
            must("base", word("What bears it.", &bases)),
            must("compound", yes_no("Whether unpaid interest bears it too.")),
            must(
                "beside_interest",
                yes_no("Whether contract interest runs beside it."),
            ),
        ],
    );
    one_of(penalty, &[&["multiple"], &["rate"]])
}

fn order() -> Value {
    let part = word("A part of the debt.", &Component::ALL.map(Component::code));
    let six = list(
        "All six parts of a debt, the first one settled first.",
        &part,
        6,
        6,
    );
    with(six, "uniqueItems", json!(true))
}

fn balances() -> Value {
    object(
        "What is owed as the lender states it.",
        vec![
            must("principal", amount("Principal.")),
            may("interest", amount("Interest.")),
            may("penalty", amount("Penalty interest.")),
            may("compound", amount("Compound interest.")),
            may("charges", amount("Late charges and fees.")),
            may("costs", amount("Costs of enforcement.")),
            may("total", amount("Their sum.")),
        ],
    )
}

fn itemisation() -> Value {
    object(
        "How the balances came about: balance + interest + fees - payments - credits is what is owed (12 CFR 1006.34(c)(2)).",
        vec![
            must("on", date("The itemisation date.")),
            must("balance", amount("Everything owed on that day.")),
            must("interest", amount("Interest since.")),
            must("fees", amount("Fees since.")),
            must("payments", amount("Payments since.")),
            must("credits", amount("Credits since.")),
        ],
    )
}
