//! Payments over instalments, cell by cell: the published cases, and what must hold for any of them.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test speaks by failing, in what it calls too"
)]

#[path = "allocation/published.rs"]
mod published;
#[path = "allocation/invariants.rs"]
mod invariants;
#[path = "allocation/named.rs"]
mod named;

use quittance::engine::calendar::{Date, parse_date};
use quittance::engine::claim::{Cell, Component, ContractInstalment, GridOrder, Timing};
use quittance::engine::money::{Currency, Money};

/// An amount in the text form of files.
pub(crate) fn yuan(text: &str) -> Money {
    Money::parse(text, Currency::Cny).unwrap()
}

/// A date in the text form of files.
pub(crate) fn day(text: &str) -> Date {
    parse_date(text).unwrap()
}

/// An instalment of the contract.
pub(crate) fn instalment(due: &str, principal: &str, interest: &str) -> ContractInstalment {
    ContractInstalment {
        due: day(due),
        principal: yuan(principal),
        interest: yuan(interest),
    }
}

/// The cells of one timing in an order of components.
pub(crate) fn row(timing: Timing, components: &[Component]) -> Vec<Cell> {
    components
        .iter()
        .map(|&component| Cell { timing, component })
        .collect()
}

/// An order that takes each timing in turn.
pub(crate) fn grid(
    past_due: &[Component],
    due: &[Component],
    in_advance: &[Component],
) -> GridOrder {
    let rows = [
        row(Timing::PastDue, past_due),
        row(Timing::Due, due),
        row(Timing::InAdvance, in_advance),
    ];
    GridOrder::new(rows.concat()).unwrap()
}
