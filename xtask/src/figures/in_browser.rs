//! U5, and what T5 and T6 show on screen: the journeys that print figures, told to take everything where a test run takes
//! some of it.

use super::trust;
use crate::{
    browser::Browser,
    debian,
    run::{Failure, must, program, root},
    tools::Tools,
};
use std::{fs, path::Path};

/// The 22 fields on screen, as text, printed and as PDF, with every kind of option in every profile.
pub fn fields() -> Result<(), Failure> {
    debian::pdf_readers()?;
    whole(
        "fields",
        None,
        "a field, an amount or a code is not where it should be",
    )
}

/// Everything that a borrower receives, in both languages, of an offer and of a menu.
pub fn leaks() -> Result<(), Failure> {
    debian::pdf_readers()?;
    whole(
        "leaks",
        None,
        "something of the lender's reached the borrower",
    )
}

/// The 500 texts in every field and link: natively, and then in the browser the links that were made.
pub fn injections() -> Result<(), Failure> {
    let folder = root().join("target/xtask");
    let texts = folder.join("injected-texts.json");
    fs::create_dir_all(&folder)
        .map_err(|error| Failure(format!("{}: {error}.", folder.display())))?;
    trust::printed_with_texts("T6", &texts)?;
    whole("injections", Some(&texts), "a text became more than a text")
}

/// Builds the app and runs one file of journeys over everything.
fn whole(journeys: &str, texts: Option<&Path>, sentence: &str) -> Result<(), Failure> {
    let (tools, browser) = (Tools::ready()?, Browser::ready()?);
    tools.build_app()?;
    let mut node = program("node");
    // Each journey has a time of its own.
    node.args(["--test", "--test-timeout=7200000"])
        .arg(format!("tests/e2e/{journeys}.test.mjs"))
        .env("CHROMIUM", &browser.chromium)
        .env("QUITTANCE_WHOLE", "1");
    if let Some(file) = texts {
        node.env("QUITTANCE_INJECTED_TEXTS", file);
    }
    must(&mut node, sentence)
}
