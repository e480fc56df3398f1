//! The figures that the project publishes, each with what it is of.
//!
//! ```text
//! published     every id with its last value, read from docs/figures.md
//! asked         the words behind `cargo xtask figures`
//! size          F1: bytes of the first visit
//! speed         F4: the engine alone, natively
//! negotiation   F5: repair and solve, natively, in Node and in Chromium, and what they find
//! chance        C2, C5: random cases, every law on each
//! faults        C6: planted faults, each caught by its named test
//! mutants       C7: small changes of the source, each caught by a test
//! tree          the copy of the checkout that faults and mutants are put into
//! reproduced    C1: published cases
//! second        C3: the second writing in Python
//! alike         C4: natively, in Node and in Chromium
//! beside        F6: other programs over the same tables
//! linear        F7: cost over rows and cases
//! trust         T1, T2, T3, T5, T6: links and signatures
//! in_browser    U5, and T5 and T6 on screen: the journeys that print figures, with everything
//! hostile       T4: changed texts by the hundred thousand
//! stranger      signatures verified by other people's libraries
//! command_line  the program that C3 and F7 ask
//! in_wasm       the engine as a module of its own, for C4, F5 and F6
//! ```

mod alike;
mod asked;
mod beside;
mod chance;
mod command_line;
mod faults;
mod hostile;
mod in_browser;
mod in_wasm;
mod keystrokes;
mod linear;
mod mutants;
mod negotiation;
mod published;
mod reproduced;
mod second;
mod size;
mod speed;
mod stranger;
mod tree;
mod trust;

pub use chance::a_million_cases;
pub use hostile::a_minute as a_minute_of_changed_texts;
pub use size::{size, size_not_grown};
pub use speed::bench;
pub use stranger::{texts as texts_for_the_fuzzer, verified as verified_by_a_stranger};

use crate::run::Failure;
use asked::Asked;

/// Measures the figures asked for; lists every figure with its last value where none is.
pub fn measure(words: &[String]) -> Result<(), Failure> {
    let asked = Asked::read(words)?;
    if asked.ids.is_empty() {
        return published::list();
    }
    let mut missed = Vec::new();
    for id in &asked.ids {
        let result = match id.as_str() {
            "C1" => reproduced::reproduced(),
            "C2" => chance::cases(&asked),
            "C3" => second::compared(&asked),
            "C4" => alike::alike(&asked),
            "C5" => chance::adequacy(&asked),
            "C6" => faults::caught(&asked),
            "C7" => mutants::caught(&asked),
            "F1" => size(),
            "F2" => keystrokes::keystrokes(&asked),
            "F4" => bench(),
            "F5" => negotiation::negotiation(&asked),
            "F6" => beside::beside(),
            "F7" => linear::linear(),
            "T2" => trust::printed(id).and_then(|()| stranger::verified()),
            "T1" | "T3" => trust::printed(id),
            "T5" => trust::printed(id).and_then(|()| in_browser::leaks()),
            "T6" => in_browser::injections(),
            "U5" => in_browser::fields(),
            "T4" => hostile::changed(&asked),
            known if published::IDS.contains(&known) => Err(Failure(format!(
                "{id}: no command measures it alone; `cargo xtask figures` says how to see it"
            ))),
            _ => Err(Failure(format!("{id} is not the id of a figure"))),
        };
        if let Err(Failure(why)) = result {
            eprintln!("{why}");
            missed.push(id.as_str());
        }
    }
    if missed.is_empty() {
        Ok(())
    } else {
        Err(Failure(format!("not met: {}", missed.join(" "))))
    }
}
