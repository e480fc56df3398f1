//! The walls of the house: who may import what, what no file may hold, what every folder must say.
//!
//! Each check is a function of a path and a text that answers with its complaints, so that a planted
//! fault can show that it bites.

#[path = "architecture/house_rules.rs"]
mod house_rules;
#[path = "architecture/source.rs"]
mod source;
#[path = "architecture/walls.rs"]
mod walls;

use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
};

fn top() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below a folder, as paths from the top with `/`, in order. A folder that does not exist
/// holds none.
fn files(folder: &str, endings: &[&str]) -> io::Result<Vec<(String, String)>> {
    let mut found = Vec::new();
    let mut folders = vec![top().join(folder)];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else {
            continue;
        };
        for entry in entries {
            let path = entry?.path();
            let name = from_top(&path);
            if path.is_dir() && !name.ends_with("node_modules") && !name.ends_with("/target") {
                folders.push(path);
            } else if endings.iter().any(|ending| name.ends_with(ending)) {
                found.push((name, fs::read_to_string(&path)?));
            }
        }
    }
    found.sort();
    Ok(found)
}

fn from_top(path: &Path) -> String {
    path.strip_prefix(top())
        .unwrap_or(path)
        .to_string_lossy()
        .replace('\\', "/")
}

fn all_complaints(
    sources: &[(String, String)],
    check: impl Fn(&str, &str) -> Vec<String>,
) -> Vec<String> {
    sources
        .iter()
        .flat_map(|(path, text)| check(path, text))
        .collect()
}

#[test]
fn every_import_goes_the_way_of_the_architecture() {
    let sources = files("src", &[".rs"]).unwrap();
    assert!(
        sources.len() > 10,
        "src was not read: {} files",
        sources.len()
    );
    let complaints = all_complaints(&sources, walls::imports);
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn only_the_browser_folder_names_the_browser() {
    let complaints = all_complaints(&files("src", &[".rs"]).unwrap(), walls::web_crates);
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn no_file_holds_what_the_house_forbids() {
    let mut sources = files("src", &[".rs", ".js", ".json"]).unwrap();
    for folder in ["tests", "xtask", "style"] {
        sources.extend(files(folder, &[".rs", ".mjs", ".css"]).unwrap());
    }
    let mut complaints = all_complaints(&sources, house_rules::forbidden_text);
    complaints.extend(all_complaints(&sources, house_rules::forbidden_name));
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn no_file_is_longer_than_its_reason_allows() {
    let mut sources = files("src", &[".rs", ".js"]).unwrap();
    sources.extend(files("xtask", &[".rs", ".mjs"]).unwrap());
    let complaints = house_rules::too_long(&sources);
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn every_folder_is_described_with_what_must_never_be_in_it() {
    let text = fs::read_to_string(top().join("docs/architecture.md")).unwrap();
    let folders: BTreeSet<String> = files("src", &[".rs", ".js", ".json", ".html"])
        .unwrap()
        .iter()
        .filter_map(|(path, _)| Some(path.rsplit_once('/')?.0.to_owned()))
        .collect();
    let complaints = house_rules::folders_described(&folders, &text);
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}
