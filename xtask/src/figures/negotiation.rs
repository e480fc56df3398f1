//! F5: the worst repair and the worst solution of many random options, natively, in Node and in Chromium; and what repair
//! finds for every kind of limit, held against a grid.

use super::{asked::Asked, in_wasm};
use crate::{
    browser::Browser,
    run::{Failure, answer, cargo, must, program},
    tools::Tools,
};

const BENCH: &str = "bench --locked --no-default-features --profile native --bench negotiation --";
const GRID: &str = "test --locked --no-default-features --test negotiation \
    every_kind::repair_finds_what_there_is_to_find_for_every_kind_of_limit -- --exact --nocapture";
const SEED: u64 = 20_261_122;
const CASES: u64 = 10_000;
/// Options of each kind of limit that are held against the grid.
const OF_A_KIND: u64 = 200;
/// F5 in the browser, in microseconds.
const AIM: u64 = 20_000;

/// All of them; fails above an aim, or where something was not found that there is.
pub fn negotiation(asked: &Asked) -> Result<(), Failure> {
    let (seed, cases) = (asked.seed.unwrap_or(SEED), asked.cases.unwrap_or(CASES));
    let (tools, browser) = (Tools::ready()?, Browser::ready()?);
    let native = must(
        cargo(BENCH).args([cases.to_string(), seed.to_string()]),
        "natively repair or solve took longer than its aim, or something was not found",
    );
    in_wasm::built(&tools)?;
    let mut script = program("node");
    script
        .args(["xtask/node/negotiation.mjs", &seed.to_string()])
        .arg(cases.to_string())
        .env("CHROMIUM", &browser.chromium);
    let said =
        answer(&mut script).ok_or_else(|| Failure("F5: Node or Chromium gave no times.".into()))?;
    let mut slow = said.lines().count() != 2;
    for (place, line) in ["Node", "Chromium"].iter().zip(said.lines()) {
        println!("{place}, microseconds (aim {AIM}): {line}");
        let worst = worst(line);
        slow |= worst.len() != 2 || worst.iter().any(|worst| *worst > AIM);
    }
    let grid = must(
        cargo(GRID).env("QUITTANCE_REPAIR_OPTIONS", OF_A_KIND.to_string()),
        "repair did not find what the grid did",
    );
    native.and(grid)?;
    if slow {
        Err(Failure("F5: in WebAssembly above its aim.".into()))
    } else {
        Ok(())
    }
}

/// The worst times that a line of JSON tells.
fn worst(line: &str) -> Vec<u64> {
    line.split("\"worst\":")
        .skip(1)
        .filter_map(|rest| {
            let end = rest.find(|letter: char| !letter.is_ascii_digit())?;
            rest.get(..end)?.parse().ok()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::worst;

    #[test]
    fn the_worst_times_of_a_line_are_read() {
        let line =
            r#"{"repair":{"median":300,"worst":4510,"of":10},"solve":{"worst":347,"of":60}}"#;
        assert_eq!(worst(line), [4_510, 347]);
        assert_eq!(worst("{}"), [0_u64; 0]);
    }
}
