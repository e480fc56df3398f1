//! The engine as a WebAssembly module of its own, for the figures that compare it with other programs (F6) and with
//! itself on other machines (C4), and that time it there (F5). `cargo xtask figures` builds it.

#[path = "../../tests/chance/dice.rs"]
mod dice;
#[path = "../../tests/chance/digest.rs"]
mod digest;
#[path = "../../tests/chance/draw/mod.rs"]
#[expect(dead_code, reason = "the laws draw more than the digest needs")]
mod draw;
#[path = "../../tests/chance/judged.rs"]
#[expect(dead_code, reason = "the laws measure more than the digest needs")]
mod judged;
#[path = "options.rs"]
mod options;
#[path = "works.rs"]
#[expect(dead_code, reason = "the native bench has more works")]
mod works;

use options::{Options, UNKNOWNS};
use quittance::engine::rules::Role;
use wasm_bindgen::prelude::wasm_bindgen;
use works::Works;

/// Goes so many times over the 64 debts of `rows` rows; `false` if one of them is refused.
#[wasm_bindgen]
pub fn bare(rows: u32, times: u32) -> bool {
    Works::new(rows).is_some_and(|works| (0..times).all(|_| works.bare().is_some()))
}

/// The debts as JSON.
#[wasm_bindgen]
pub fn tables(rows: u32) -> Option<String> {
    Works::new(rows)?.tables()
}

/// The digest of random cases from one number on.
#[wasm_bindgen]
pub fn digest(seed: u32, first: u32, cases: u32) -> String {
    digest::of(u64::from(seed), u64::from(first), u64::from(cases))
}

/// The random options that F5 times repair and solve over.
#[wasm_bindgen]
pub struct Negotiation {
    options: Options,
}

#[wasm_bindgen]
impl Negotiation {
    /// The options of a seed.
    #[must_use]
    pub fn of(seed: u32) -> Option<Self> {
        Options::of(u64::from(seed)).map(|options| Self { options })
    }

    /// Draws the next one; `false` if it is none.
    pub fn draw(&mut self) -> bool {
        self.options.draw().is_some()
    }

    /// Repairs it: 0 where it passes as it is, 1 where it was refused, 2 where something was found for it.
    #[must_use]
    pub fn repair(&self) -> u32 {
        match self.options.repaired() {
            Some(found) if found.asked.within(Role::Agent) => 0,
            Some(found) if !found.found.is_empty() => 2,
            _ => 1,
        }
    }

    /// How many unknowns are solved for.
    #[must_use]
    pub fn unknowns() -> u32 {
        u32::try_from(UNKNOWNS.len()).unwrap_or(0)
    }

    /// Solves for one of them; whether there is an answer.
    #[must_use]
    pub fn solve(&self, unknown: u32) -> bool {
        let asked = usize::try_from(unknown)
            .ok()
            .and_then(|at| UNKNOWNS.get(at));
        asked
            .and_then(|unknown| self.options.solved(*unknown))
            .is_some_and(|solution| solution.is_ok())
    }
}
