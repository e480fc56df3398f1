//! Claims, proposals, customers and packs by chance, every law of `chance/hold` on each of them.
//!
//! A plain run tries 10,000 cases. `QUITTANCE_CHANCE_CASES`, `_SEED`, `_FIRST` and `_THREADS` choose others: a case is
//! its seed and its number, so that shards add up and a violation can be seen again alone. `cargo xtask figures C2`
//! tries 10^8 in shards, `cargo xtask figures C5` prints the histogram.

#[path = "chance/adequacy.rs"]
mod adequacy;
#[path = "chance/boundaries.rs"]
mod boundaries;
#[path = "chance/dice.rs"]
mod dice;
#[path = "chance/digest.rs"]
mod digest;
#[path = "chance/draw/mod.rs"]
mod draw;
#[path = "chance/hold/mod.rs"]
mod hold;
#[path = "chance/judged.rs"]
mod judged;
#[path = "chance/oracle.rs"]
mod oracle;
#[path = "chance/oracle_beside.rs"]
mod oracle_beside;
#[path = "chance/planted.rs"]
mod planted;
#[path = "chance/planted_terms.rs"]
mod planted_terms;
#[path = "chance/run.rs"]
mod run;
#[path = "chance/seen.rs"]
mod seen;
#[path = "chance/tally.rs"]
mod tally;

use run::Shard;
use std::time::Instant;

fn asked(name: &str, otherwise: u64) -> u64 {
    match std::env::var(format!("QUITTANCE_CHANCE_{name}")) {
        Ok(text) => text
            .parse()
            .unwrap_or_else(|_| panic!("QUITTANCE_CHANCE_{name}={text} is not a number")),
        Err(_) => otherwise,
    }
}

#[test]
fn every_case_keeps_every_law_and_every_kind_of_case_comes_up() {
    let shard = Shard {
        seed: asked("SEED", 20_261_122),
        first: asked("FIRST", 0),
        cases: asked("CASES", 10_000),
    };
    let began = Instant::now();
    let outcomes = run::run(shard, asked("THREADS", 1).max(1));
    let took = began.elapsed();
    println!("{}", adequacy::histogram(&outcomes, shard.cases));
    println!(
        "chance seed {} first {} cases {} laid-out {} refused {} violations {} milliseconds {}",
        shard.seed,
        shard.first,
        shard.cases,
        outcomes.laid_out,
        outcomes.refused,
        outcomes.violations,
        took.as_millis(),
    );
    for example in &outcomes.examples {
        println!("\n{example}");
    }
    assert_eq!(outcomes.violations, 0, "the first of them stand above");
    assert_eq!(outcomes.laid_out + outcomes.refused, shard.cases);
    let missing = adequacy::shortfalls(&outcomes, shard.cases);
    assert!(missing.is_empty(), "drawn too seldom: {missing:#?}");
}

/// Of the first two hundred cases. Changes with the generator, and with any figure of the engine.
const DIGEST: &str = "6a22a4d105e04ae6c25c8e78b1818f55460bd86ff59c1c8820dd007091b6f072";

#[test]
fn the_first_cases_come_to_the_figures_that_are_pinned() {
    assert_eq!(digest::of(20_261_122, 0, 200), DIGEST);
}

/// `cargo xtask figures C4` asks for a longer digest, to compare with those of WebAssembly.
#[test]
fn the_digest_asked_for_is_printed() {
    let (seed, first, cases) = (
        asked("SEED", 20_261_122),
        asked("FIRST", 0),
        asked("DIGEST", 10),
    );
    let digest = digest::of(seed, first, cases);
    println!("digest seed {seed} first {first} cases {cases} {digest}");
}
