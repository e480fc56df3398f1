//! The schemas of files as the command line gives them and as `docs/` holds them.

use super::program::quittance;
use std::fs;

#[test]
fn the_schemas_in_docs_are_those_that_the_program_gives() {
    for (name, file) in [
        ("pack", "docs/rule-pack.schema.json"),
        ("case", "docs/case.schema.json"),
    ] {
        let said = quittance(&["schema", name], "");
        assert_eq!(said.status, 0);
        let kept = fs::read_to_string(format!("{}/{file}", env!("CARGO_MANIFEST_DIR"))).unwrap();
        let given = serde_json::to_string_pretty(&said.lines[0]).unwrap();
        assert!(
            kept.trim_end() == given,
            "{file} is not what `quittance schema {name}` gives: run `cargo xtask schemas`"
        );
    }
}

#[test]
fn an_unknown_schema_is_answered_with_those_there_are() {
    let said = quittance(&["schema", "packs"], "");
    assert_eq!(said.status, 2);
    let problem = said.lines[0]["error"]["problem"].as_str().unwrap();
    assert!(problem.ends_with("pack, case"), "{problem}");
    assert!(problem.contains("repair, "), "{problem}");
}
