//! Repairs and solutions: hand-worked stories, and against everything that could have been tried.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    clippy::must_use_candidate,
    reason = "a test speaks by failing, in what it calls too"
)]

#[path = "negotiation/affordable.rs"]
mod affordable;
#[path = "negotiation/brute.rs"]
mod brute;
#[path = "negotiation/compared.rs"]
mod compared;
#[path = "negotiation/derived.rs"]
mod derived;
#[path = "chance/dice.rs"]
#[expect(dead_code, reason = "random cases of the laws roll more")]
mod dice;
#[path = "negotiation/every_kind.rs"]
mod every_kind;
#[path = "negotiation/kinds.rs"]
mod kinds;
#[path = "negotiation/ladder.rs"]
mod ladder;
#[path = "negotiation/no_further.rs"]
mod no_further;
#[path = "negotiation/repairs.rs"]
mod repairs;
#[path = "negotiation/small.rs"]
mod small;
#[path = "negotiation/solutions.rs"]
mod solutions;
#[path = "negotiation/tried.rs"]
mod tried;
#[path = "rules/option.rs"]
mod option;

use option::Case;
use quittance::engine::negotiate::Question;
use quittance::engine::rules::{Pack, pack_by_id, statutory_pack};

/// The law and the house pack of a sample.
pub fn packs_of(id: &str) -> [Pack; 2] {
    let case = quittance::engine::claim::read_case(quittance::samples::by_id(id).unwrap().file);
    let case = case.unwrap();
    [
        statutory_pack(case.jurisdiction).unwrap(),
        pack_by_id(case.pack.as_deref().unwrap()).unwrap(),
    ]
}

pub fn question<'a>(packs: &'a [&'a Pack], case: &'a Case) -> Question<'a> {
    Question {
        packs,
        situation: case.situation(),
    }
}
