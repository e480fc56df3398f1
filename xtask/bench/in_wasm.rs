//! The engine as a WebAssembly module of its own, for the figures that compare it with other programs (F6) and with
//! itself on other machines (C4). `cargo xtask figures` builds it.

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
#[path = "works.rs"]
#[expect(dead_code, reason = "the native bench has more works")]
mod works;

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
