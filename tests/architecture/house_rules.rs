//! What no file may hold, how long it may be, and what is written about its folder.

use crate::source::{Token, tokens};
use std::{collections::BTreeSet, path::Path};

/// Put together here so that this file does not find itself.
const MARKS: [&str; 3] = [
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("X", "XX"),
];
const UNFINISHED: [&str; 2] = ["todo", "unimplemented"];

const EMPTY_NAMES: [&str; 8] = [
    "utils", "util", "common", "helpers", "helper", "manager", "misc", "shared",
];

const LONGEST: usize = 400;

/// Files that may be longer than [`LONGEST`], each with its reason.
const LONG_FOR_A_REASON: [(&str, &str); 0] = [];

/// Complaints about marks of unfinished work, pasted code, and floats where amounts are made.
pub fn forbidden_text(file: &str, text: &str) -> Vec<String> {
    let mut complaints: Vec<String> = MARKS
        .iter()
        .filter(|mark| text.contains(*mark))
        .map(|mark| format!("{file} holds the mark {mark}"))
        .collect();
    if Path::new(file)
        .extension()
        .is_none_or(|ending| ending != "rs")
    {
        return complaints;
    }
    let tokens = tokens(text);
    for (at, token) in tokens.iter().enumerate() {
        let Token::Word(word) = token else { continue };
        let called = tokens.get(at + 1) == Some(&Token::Mark('!'));
        if called && (word == "include" || UNFINISHED.contains(&word.as_str())) {
            complaints.push(format!("{file} calls {word}!"));
        }
        let float = ["f32", "f64"].iter().any(|float| word.ends_with(float));
        if float && file.starts_with("src/engine/") {
            complaints.push(format!(
                "{file} names {word}: the engine knows no floating point"
            ));
        }
    }
    complaints
}

/// Complaints about names that do not say what is inside.
pub fn forbidden_name(file: &str, _: &str) -> Vec<String> {
    file.split('/')
        .map(|part| part.split('.').next().unwrap_or(part))
        .filter(|part| EMPTY_NAMES.contains(part))
        .map(|part| format!("{file}: {part} does not say what is inside"))
        .collect()
}

/// Complaints about long files without a reason, and reasons without a long file.
pub fn too_long(sources: &[(String, String)]) -> Vec<String> {
    judged_length(sources, &LONG_FOR_A_REASON)
}

fn judged_length(sources: &[(String, String)], reasons: &[(&str, &str)]) -> Vec<String> {
    let long: Vec<&str> = sources
        .iter()
        .filter(|(_, text)| text.lines().count() > LONGEST)
        .map(|(file, _)| file.as_str())
        .collect();
    let excused = |file: &str| {
        reasons
            .iter()
            .any(|(name, reason)| *name == file && !reason.is_empty())
    };
    let unexcused = long.iter().filter(|file| !excused(file));
    let idle = reasons
        .iter()
        .map(|(name, _)| name)
        .filter(|name| !long.contains(name));
    unexcused
        .map(|file| format!("{file} has more than {LONGEST} lines: split it by meaning"))
        .chain(idle.map(|name| format!("{name} needs no reason any more")))
        .collect()
}

/// Complaints about folders without a line in the text that says what must never be in them, and
/// about lines for folders that do not exist.
pub fn folders_described(folders: &BTreeSet<String>, text: &str) -> Vec<String> {
    let described: BTreeSet<&str> = text
        .lines()
        .filter(|line| line.contains("Never"))
        .filter_map(|line| line.strip_prefix("- `")?.split_once("/`"))
        .map(|(folder, _)| folder)
        .filter(|folder| folder.starts_with("src"))
        .collect();
    let missing = folders
        .iter()
        .filter(|folder| !described.contains(folder.as_str()));
    let gone = described
        .iter()
        .filter(|folder| !folders.contains(**folder));
    missing
        .map(|folder| format!("docs/architecture.md does not say what must never be in {folder}/"))
        .chain(
            gone.map(|folder| {
                format!("docs/architecture.md describes {folder}/, which is not there")
            }),
        )
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, MARKS, folders_described, forbidden_name, forbidden_text, judged_length};
    use std::collections::BTreeSet;

    #[test]
    fn planted_marks_macros_and_floats_are_seen() {
        for mark in MARKS {
            assert_eq!(
                forbidden_text("style/base.css", &format!("/* {mark} */")).len(),
                1,
                "{mark}"
            );
        }
        for (file, text) in [
            ("src/text/zh.rs", "fn f() { unimplemented!() }"),
            ("src/text/zh.rs", "fn f() { todo!() }"),
            ("src/text/zh.rs", "include!(\"words.rs\");"),
            ("src/engine/money/rate.rs", "fn f() -> f64 { 0 }"),
            ("src/engine/money/rate.rs", "fn f() { rate.to_f64() }"),
        ] {
            assert_eq!(forbidden_text(file, text).len(), 1, "{file}: {text}");
        }
        let fine = "// no f64, no todo!()\nconst A: &str = include_str!(\"a.json\");";
        assert_eq!(
            forbidden_text("src/engine/rules/pack.rs", fine),
            Vec::<String>::new()
        );
        assert_eq!(
            forbidden_text("src/ui/parts/chart.rs", "fn x() -> f64 { 0.5 }").len(),
            0
        );
    }

    #[test]
    fn planted_empty_names_are_seen() {
        assert_eq!(forbidden_name("src/text/utils.rs", "").len(), 1);
        assert_eq!(forbidden_name("src/common/money.rs", "").len(), 1);
        assert_eq!(forbidden_name("src/engine/money/amount.rs", "").len(), 0);
    }

    #[test]
    fn a_planted_long_file_and_an_idle_reason_are_seen() {
        let sources = [
            ("a.rs".to_owned(), "x\n".repeat(LONGEST + 1)),
            ("b.rs".to_owned(), "x\n".repeat(LONGEST)),
        ];
        assert_eq!(judged_length(&sources, &[]).len(), 1);
        assert_eq!(judged_length(&sources, &[("a.rs", "a table")]).len(), 0);
        assert_eq!(judged_length(&sources, &[("a.rs", "")]).len(), 1);
        assert_eq!(
            judged_length(&sources, &[("a.rs", "a table"), ("b.rs", "a table")]).len(),
            1
        );
    }

    #[test]
    fn a_folder_without_its_line_and_a_line_without_its_folder_are_seen() {
        let folders = BTreeSet::from(["src/engine".to_owned(), "src/text".to_owned()]);
        let text = "- `src/engine/`: sums. Never words.\n- `src/gone/`: x. Never y.\n- `src/text/`: words.";
        assert_eq!(folders_described(&folders, text).len(), 2);
    }
}
