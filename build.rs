//! Writes each rule pack as those who judge need it: without the duties that nobody on a call asks for, and without white
//! space. The files themselves stay whole for who reads packs; what an agent's first visit fetches need not hold
//! sentences that only the rules place and documents show.

use std::path::{Path, PathBuf};
use std::{env, error, fs};

use serde_json::Value;

const PACKS: &str = "src/engine/rules/packs";

/// Topics of duties that bind a call, and so are said at the desk.
const AT_THE_DESK: [&str; 1] = ["contact"];

fn main() -> Result<(), Box<dyn error::Error>> {
    println!("cargo::rerun-if-changed={PACKS}");
    println!("cargo::rerun-if-changed=build.rs");
    let into = PathBuf::from(env::var("OUT_DIR")?);
    for entry in fs::read_dir(PACKS)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "json") {
            shorten(&path, &into)?;
        }
    }
    Ok(())
}

/// A pack that is no JSON is written as it is: reading it says what is wrong, and a test reads every one.
fn shorten(path: &Path, into: &Path) -> Result<(), Box<dyn error::Error>> {
    let text = fs::read_to_string(path)?;
    let shorter = match serde_json::from_str::<Value>(&text) {
        Ok(mut pack) => {
            if let Some(duties) = pack.get_mut("duties").and_then(Value::as_array_mut) {
                duties.retain(|duty| {
                    let topic = duty.get("topic").and_then(Value::as_str);
                    topic.is_some_and(|topic| AT_THE_DESK.contains(&topic))
                });
            }
            pack.to_string()
        }
        Err(_) => text,
    };
    let name = path.file_name().unwrap_or_default();
    fs::write(into.join(name), shorter)?;
    Ok(())
}
