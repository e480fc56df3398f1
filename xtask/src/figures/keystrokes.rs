//! F2: how long a key takes at the desk until the frame that shows what it changed.

use super::asked::Asked;
use crate::{
    browser::Browser,
    run::{Failure, must, program},
    tools::Tools,
};

const KEYS: u64 = 400;

/// Types at the app, built anew, at full speed and with the processor slowed four times; fails above either aim.
pub fn keystrokes(asked: &Asked) -> Result<(), Failure> {
    let (tools, browser) = (Tools::ready()?, Browser::ready()?);
    tools.build_app()?;
    let mut script = program("node");
    script
        .arg("xtask/node/keystrokes.mjs")
        .arg(asked.cases.unwrap_or(KEYS).to_string())
        .env("CHROMIUM", &browser.chromium);
    must(
        &mut script,
        "keys took longer than their aim until they were shown, or could not be measured",
    )
}
