//! One digest over everything that random cases come to: native and WebAssembly must arrive at the same.

use crate::dice::Dice;
use crate::draw::Case;
use chrono::Datelike;
use quittance::agreement::{Worked, work_out};
use quittance::engine::claim::Components;
use quittance::engine::money::Money;
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// SHA-256 over every figure of so many cases from a number on, and over the name of every refusal, in hexadecimal digits.
pub fn of(seed: u64, first: u64, cases: u64) -> String {
    let mut hash = Sha256::new();
    for number in first..first + cases {
        let case = Case::draw(&mut Dice::of_case(seed, number));
        match work_out(&case.claim, &case.proposal) {
            Ok(worked) => figures(&mut hash, &worked),
            Err(refusal) => hash.update(format!("{refusal:?}")),
        }
    }
    let mut text = String::new();
    for byte in hash.finalize() {
        // Text takes all that is written to it.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

fn figures(hash: &mut Sha256, worked: &Worked) {
    let totals = &worked.totals;
    for row in &worked.plan.rows {
        hash.update(row.date.num_days_from_ce().to_le_bytes());
        amount(hash, row.interest);
        components(hash, &row.paid);
        components(hash, &row.closing);
    }
    for stop in &worked.stops {
        components(hash, &stop.vested);
        components(hash, &stop.balances.components);
    }
    components(hash, &worked.plan.waived);
    for figure in [totals.paid, totals.interest, totals.cost_against_nothing] {
        amount(hash, figure);
    }
    hash.update(format!(
        "{:?}{:?}",
        totals.rate_on_claim, totals.rate_on_balance
    ));
}

fn amount(hash: &mut Sha256, amount: Money) {
    hash.update(amount.minor().to_le_bytes());
}

fn components(hash: &mut Sha256, amounts: &Components) {
    for (_, part) in amounts.iter() {
        amount(hash, part);
    }
}
