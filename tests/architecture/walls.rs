//! The import walls of `docs/architecture.md`.

use crate::source::{Token, own_paths, tokens};

/// Each part of the crate, and the other parts that it may name.
const PARTS: [(&str, &[&str]); 9] = [
    ("engine", &[]),
    ("agreement", &["engine"]),
    ("text", &["engine", "agreement"]),
    ("share", &["engine", "agreement"]),
    ("papers", &["engine", "agreement", "text", "share"]),
    ("samples", &["engine"]),
    (
        "ui",
        &["engine", "agreement", "text", "share", "papers", "samples"],
    ),
    ("embed", &["engine", "text", "share", "ui"]),
    (
        "bin",
        &["engine", "agreement", "text", "share", "papers", "samples"],
    ),
];

/// The engine's reading order: each names only itself and those before it.
const ENGINE: [&str; 7] = [
    "money",
    "calendar",
    "fields",
    "claim",
    "plan",
    "rules",
    "negotiate",
];

/// Complaints about paths of our own that cross a wall.
pub fn imports(file: &str, source: &str) -> Vec<String> {
    own_paths(file, source)
        .iter()
        .filter_map(|path| {
            let path: Vec<&str> = path.iter().map(String::as_str).collect();
            let why = crossing(file, &path)?;
            Some(format!("{file} names {}: {why}", path.join("::")))
        })
        .collect()
}

fn crossing(file: &str, path: &[&str]) -> Option<String> {
    let target = *path.first()?;
    // A macro or item at the crate's root stands in lib.rs and belongs to no part.
    let known = PARTS.iter().any(|(part, _)| *part == target);
    let mut folders = file.strip_prefix("src/")?.split('/');
    let from = folders.next()?;
    let inner = folders.next().unwrap_or_default().trim_end_matches(".rs");
    if !known || from == "lib.rs" {
        return None;
    }
    if from == "main.rs" || inner == "quittance-rules" {
        let open = matches!(target, "ui" | "embed");
        return (!open).then(|| format!("{file} mounts the app, nothing else"));
    }
    let Some((_, open)) = PARTS.iter().find(|(part, _)| *part == from) else {
        return Some(format!(
            "{from} has no place in the walls of tests/architecture/walls.rs"
        ));
    };
    if from != target && !open.contains(&target) {
        return Some(format!("{from} must not know {target}"));
    }
    let second = path.get(1).copied().unwrap_or_default();
    match (from, target) {
        ("engine", _) => engine_order(inner, second),
        ("embed", "ui") if !second.starts_with("mount") => {
            Some("embed takes only the mounting from ui".to_owned())
        }
        ("ui", "ui") if inner == "model" && second != "model" => {
            Some("ui/model knows no screen and no browser".to_owned())
        }
        ("ui", "ui") if inner == "browser" && second != "browser" => {
            Some("ui/browser knows no screen".to_owned())
        }
        _ => None,
    }
}

fn engine_order(from: &str, to: &str) -> Option<String> {
    let place = |name: &str| ENGINE.iter().position(|folder| *folder == name);
    if from == "mod" {
        return None;
    }
    match (place(from), place(to)) {
        (None, _) => Some(format!(
            "engine/{from} has no place in the engine's reading order"
        )),
        (Some(from_place), Some(to_place)) if to_place > from_place => {
            Some(format!("in the engine, {from} stands before {to}"))
        }
        _ => None,
    }
}

/// Complaints about crates of the web outside the folders that may know them.
pub fn web_crates(file: &str, source: &str) -> Vec<String> {
    let browser = file.starts_with("src/ui/browser/");
    let shell = browser || file.starts_with("src/embed/") || file == "src/main.rs";
    let screen = shell || (file.starts_with("src/ui/") && !file.starts_with("src/ui/model/"));
    tokens(source)
        .iter()
        .filter_map(|token| match token {
            Token::Word(word) => Some(word.as_str()),
            _ => None,
        })
        .filter(|word| match *word {
            "web_sys" | "js_sys" => !browser,
            "wasm_bindgen" | "wasm_bindgen_futures" => !shell,
            "leptos" => !screen,
            word => (word == "gloo" || word.starts_with("gloo_")) && !browser,
        })
        .map(|word| format!("{file} names {word}, which only the folders of the screen may"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{imports, web_crates};

    #[test]
    fn a_planted_crossing_is_seen() {
        for (file, source) in [
            ("src/engine/money/amount.rs", "use crate::text::Locale;"),
            (
                "src/engine/money/amount.rs",
                "use crate::engine::plan::Plan;",
            ),
            (
                "src/engine/money/amount.rs",
                "use super::super::calendar::Date;",
            ),
            (
                "src/engine/wishes/amount.rs",
                "use crate::engine::money::Money;",
            ),
            ("src/agreement/clause.rs", "use crate::text::Locale;"),
            (
                "src/text/zh.rs",
                "use crate::{engine::plan::Plan, share::fragment};",
            ),
            ("src/share/wire.rs", "use crate::ui::model::Draft;"),
            ("src/share/wire.rs", "use crate::text::zh;"),
            ("src/share/qr.rs", "use crate::papers::pdf;"),
            ("src/papers/pdf/mod.rs", "use crate::ui::model::Draft;"),
            (
                "src/samples/mod.rs",
                "fn f() { crate::agreement::summary() }",
            ),
            ("src/ui/model/draft.rs", "use crate::ui::desk::Desk;"),
            (
                "src/ui/model/draft.rs",
                "use super::super::browser::storage;",
            ),
            ("src/ui/browser/storage.rs", "use crate::ui::desk::Desk;"),
            ("src/ui/desk/mod.rs", "use crate::embed::Element;"),
            ("src/embed/element.rs", "use crate::ui::desk::Desk;"),
            ("src/embed/element.rs", "use crate::samples::card;"),
            ("src/main.rs", "use quittance::engine::plan::Plan;"),
            (
                "src/bin/quittance-rules/main.rs",
                "use quittance::engine::rules::lint;",
            ),
            ("src/bin/quittance/main.rs", "use quittance::ui::mount;"),
            ("src/reports/mod.rs", "use crate::engine::plan::Plan;"),
        ] {
            assert_eq!(imports(file, source).len(), 1, "{file}: {source}");
        }
    }

    #[test]
    fn what_the_architecture_allows_passes() {
        for (file, source) in [
            (
                "src/engine/plan/rates.rs",
                "use super::Row; use crate::engine::money::Money;",
            ),
            (
                "src/engine/mod.rs",
                "use self::money::Money; mod tests { use super::plan; }",
            ),
            (
                "src/text/zh.rs",
                "use crate::{agreement::ClauseId, engine::money::Money};",
            ),
            (
                "src/share/wire.rs",
                "use crate::agreement::Summary; // crate::ui",
            ),
            (
                "src/ui/desk/mod.rs",
                "use crate::{samples, share, text, ui::model::Draft};",
            ),
            (
                "src/ui/model/draft.rs",
                "use super::history::History; use crate::engine::plan;",
            ),
            ("src/embed/element.rs", "use crate::ui::mount_in;"),
            (
                "src/main.rs",
                "use quittance::ui::mount_page; use quittance as _;",
            ),
            (
                "src/bin/quittance-rules/main.rs",
                "fn main() { quittance::ui::rules::own_page(); }",
            ),
            ("src/lib.rs", "pub use crate::engine::money;"),
        ] {
            assert_eq!(
                imports(file, source),
                Vec::<String>::new(),
                "{file}: {source}"
            );
        }
    }

    #[test]
    fn a_planted_web_crate_is_seen() {
        for (file, source) in [
            ("src/engine/money/amount.rs", "use wasm_bindgen::JsValue;"),
            ("src/ui/desk/mod.rs", "let w = leptos::web_sys::window();"),
            (
                "src/ui/parts/field.rs",
                "use gloo_timers::callback::Timeout;",
            ),
            ("src/ui/model/draft.rs", "use leptos::prelude::*;"),
            ("src/embed/element.rs", "use js_sys::Object;"),
            ("src/share/qr.rs", "use leptos::prelude::*;"),
        ] {
            assert_eq!(web_crates(file, source).len(), 1, "{file}: {source}");
        }
        for (file, source) in [
            (
                "src/ui/browser/storage.rs",
                "use web_sys::Storage; use gloo::storage::LocalStorage;",
            ),
            ("src/ui/desk/mod.rs", "use leptos::prelude::*; // web_sys"),
            ("src/embed/element.rs", "use wasm_bindgen::prelude::*;"),
        ] {
            assert_eq!(
                web_crates(file, source),
                Vec::<String>::new(),
                "{file}: {source}"
            );
        }
    }
}
