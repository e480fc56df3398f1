//! F6: the same tables by other programs, in one run, as ratios: decimal.js in Node, Python's decimal, pyxirr.
#![expect(
    clippy::disallowed_types,
    reason = "speeds and ratios are measured, and nobody pays them"
)]

use super::{in_wasm, speed};
use crate::{
    run::{Failure, answer, must, program, root},
    tools::Tools,
};
use std::fs;

const ROWS: &str = "12";
const VENV: &str = "target/xtask/venv";
const PYXIRR: &str = "pyxirr==0.10.8";
const TABLES: &str = "target/xtask/tables.json";

/// The aims: ours over theirs.
const JS_AIM: f64 = 10.0;
const PYTHON_AIM: f64 = 5.0;
const PERIODIC_AIM: f64 = 1.0;
const DATED_AIM: f64 = 0.2;

/// Measures all of them and prints the ratios.
pub fn beside() -> Result<(), Failure> {
    let tools = Tools::ready()?;
    in_wasm::built(&tools)?;
    speed::built()?;
    let python = python()?;
    let tables = speed::said(&["tables", ROWS])?;
    fs::create_dir_all(root().join("target/xtask"))
        .and_then(|()| fs::write(root().join(TABLES), &tables))
        .map_err(|error| Failure(format!("{TABLES}: {error}.")))?;
    let [bare, periodic, dated] = [
        speed::per_second("bare", ROWS)?,
        speed::per_second("periodic-rate", ROWS)?,
        speed::per_second("dated-rate", ROWS)?,
    ];
    let node = answer(program("node").args(["xtask/node/beside.mjs", ROWS])).ok_or_else(|| {
        Failure("F6: Node did not finish; run node xtask/node/beside.mjs 12.".into())
    })?;
    let others = answer(program(&python).args(["xtask/bench/beside.py", TABLES, ROWS]))
        .ok_or_else(|| Failure("F6: Python did not finish.".into()))?;
    println!(
        "native: bare {bare}, periodic {periodic}, dated {dated} a second\nNode: {node}\nPython: {others}"
    );
    println!(
        "our rates of the first debt: {}",
        tables.lines().nth(1).unwrap_or_default()
    );
    let ratio = |ours: f64, theirs: Option<f64>| theirs.map_or(0.0, |theirs| ours / theirs);
    let ratios = [
        (
            "our WebAssembly in Node over decimal.js",
            ratio(
                number(&node, "ours").unwrap_or(0.0),
                number(&node, "theirs"),
            ),
            JS_AIM,
        ),
        (
            "our native bare schedule over Python's decimal",
            ratio(bare, number(&others, "decimal")),
            PYTHON_AIM,
        ),
        (
            "our periodic rate over pyxirr",
            ratio(periodic, number(&others, "periodic")),
            PERIODIC_AIM,
        ),
        (
            "our dated rate over pyxirr",
            ratio(dated, number(&others, "dated")),
            DATED_AIM,
        ),
    ];
    let mut missed = 0;
    for (name, found, aim) in ratios {
        let met = found >= aim;
        missed += usize::from(!met);
        println!(
            "  {name}: {found:.2} (aim {aim}){}",
            if met { "" } else { ": NOT met" }
        );
    }
    println!(
        "F6: {} of {} ratios met, twelve rows, 64 debts, medians of 7 and 15 readings in one run",
        ratios.len() - missed,
        ratios.len()
    );
    if missed == 0 {
        Ok(())
    } else {
        Err(Failure("F6 is not met.".into()))
    }
}

/// A Python with pyxirr, in a folder of its own below target/.
fn python() -> Result<String, Failure> {
    let python = format!("{VENV}/bin/python3");
    if answer(program(&python).args(["-c", "import pyxirr"])).is_none() {
        println!("Installing {PYXIRR} into {VENV}, to compare rates with.");
        must(
            program("python3").args(["-m", "venv", VENV]),
            "python3 could not make a folder for pyxirr",
        )?;
        let mut install = program(&python);
        install.args(["-m", "pip", "install", "--quiet", PYXIRR]);
        must(&mut install, "pip could not install pyxirr")?;
    }
    Ok(root().join(python).to_string_lossy().into_owned())
}

/// The number behind a name in a line of JSON.
fn number(json: &str, name: &str) -> Option<f64> {
    let (_, behind) = json.split_once(&format!("\"{name}\":"))?;
    let text = behind.trim_start();
    let end = text.find(|letter: char| !letter.is_ascii_digit() && letter != '.');
    text.get(..end.unwrap_or(text.len()))?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn a_number_is_read_by_its_name() {
        let line = r#"{"ours":1200,"theirs": 34.5}"#;
        assert_eq!(number(line, "ours"), Some(1200.0));
        assert_eq!(number(line, "theirs"), Some(34.5));
        assert_eq!(number(line, "nobody"), None);
    }
}
