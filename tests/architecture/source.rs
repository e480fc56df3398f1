//! Just enough reading of Rust to see its names and paths.

/// One word or mark of the code; comments, strings and characters leave nothing behind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    Word(String),
    /// `::`
    Path,
    Mark(char),
}

/// The code of a file as words and marks.
pub fn tokens(source: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut rest = source;
    while let Some(next) = rest.chars().next() {
        if let Some(after) = skipped(rest) {
            rest = after;
        } else if next.is_alphanumeric() || next == '_' {
            let end = rest
                .find(|c: char| !c.is_alphanumeric() && c != '_')
                .unwrap_or(rest.len());
            let (word, after) = rest.split_at(end);
            found.push(Token::Word(word.to_owned()));
            rest = after;
        } else if let Some(after) = rest.strip_prefix("::") {
            found.push(Token::Path);
            rest = after;
        } else {
            if !next.is_whitespace() {
                found.push(Token::Mark(next));
            }
            rest = rest.strip_prefix(next).unwrap_or_default();
        }
    }
    found
}

/// What follows a comment, string or character at the head of the text, if there is one.
fn skipped(text: &str) -> Option<&str> {
    if let Some(after) = text.strip_prefix("//") {
        return Some(after.find('\n').map_or("", |end| after.split_at(end).1));
    }
    if let Some(after) = text.strip_prefix("/*") {
        return Some(after_block_comment(after));
    }
    let bare = ["br", "cr", "r", "b", "c", ""].iter().find_map(|prefix| {
        let after = text.strip_prefix(prefix)?;
        (after.starts_with('"') || (prefix.ends_with('r') && raw_hashes(after).is_some()))
            .then_some((prefix.ends_with('r'), after))
    });
    match bare {
        Some((true, after)) => Some(after_raw_string(after)),
        Some((false, after)) => after
            .strip_prefix('"')
            .map(|after| after_quoted(after, '"')),
        None => after_character(text),
    }
}

fn after_block_comment(text: &str) -> &str {
    let (mut depth, mut rest) = (1, text);
    while depth > 0 && !rest.is_empty() {
        if let Some(after) = rest.strip_prefix("/*") {
            (depth, rest) = (depth + 1, after);
        } else if let Some(after) = rest.strip_prefix("*/") {
            (depth, rest) = (depth - 1, after);
        } else {
            rest = without_first(rest);
        }
    }
    rest
}

/// The count of `#` before the quote of a raw string.
fn raw_hashes(text: &str) -> Option<usize> {
    let after = text.trim_start_matches('#');
    after.starts_with('"').then_some(text.len() - after.len())
}

fn after_raw_string(text: &str) -> &str {
    let hashes = raw_hashes(text).unwrap_or(0);
    let end = format!("\"{}", "#".repeat(hashes));
    let inside = text
        .split_at(hashes)
        .1
        .strip_prefix('"')
        .unwrap_or_default();
    inside
        .split_once(end.as_str())
        .map_or("", |(_, after)| after)
}

fn after_quoted(text: &str, quote: char) -> &str {
    let mut rest = text.chars();
    while let Some(next) = rest.next() {
        if next == '\\' {
            rest.next();
        } else if next == quote {
            break;
        }
    }
    rest.as_str()
}

/// `'x'` and `'\n'` are characters, `'a` is a lifetime.
fn after_character(text: &str) -> Option<&str> {
    let after = text
        .strip_prefix("b'")
        .or_else(|| text.strip_prefix('\''))?;
    if after.starts_with('\\') {
        return Some(after_quoted(after, '\''));
    }
    without_first(after).strip_prefix('\'')
}

fn without_first(text: &str) -> &str {
    let mut rest = text.chars();
    rest.next();
    rest.as_str()
}

/// Every path of our own crate that the file names, written from the crate's root: `crate::`,
/// `quittance::`, `super::` and `self::`, in `use` trees and in passing.
pub fn own_paths(file: &str, source: &str) -> Vec<Vec<String>> {
    let tokens = tokens(source);
    let mut module = module_of(file);
    let mut open: Vec<bool> = Vec::new();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        match token {
            Token::Word(word) if word == "mod" => {
                if let (Some(Token::Word(name)), Some(Token::Mark('{'))) =
                    (tokens.get(at + 1), tokens.get(at + 2))
                {
                    module.push(name.clone());
                    open.push(true);
                    at += 2;
                }
            }
            Token::Mark('{') => open.push(false),
            Token::Mark('}') => {
                let closes_module = open.pop().unwrap_or(false);
                module.truncate(module.len().saturating_sub(usize::from(closes_module)));
            }
            Token::Word(word) if is_root(word) && tokens.get(at + 1) == Some(&Token::Path) => {
                let preceded = at.checked_sub(1).and_then(|before| tokens.get(before));
                if preceded != Some(&Token::Path) {
                    at = tree(&tokens, at, &[], &mut |path| {
                        found.push(resolved(&module, path));
                    });
                    continue;
                }
            }
            _ => {}
        }
        at += 1;
    }
    found
}

fn is_root(word: &str) -> bool {
    matches!(word, "crate" | "quittance" | "super" | "self")
}

/// Reads one path or brace tree, reports its leaves, and answers where it ends.
fn tree(tokens: &[Token], at: usize, before: &[String], leaf: &mut dyn FnMut(&[String])) -> usize {
    let mut path = before.to_vec();
    let mut at = at;
    loop {
        match tokens.get(at) {
            Some(Token::Word(word)) => path.push(word.clone()),
            Some(Token::Mark('{')) => {
                at += 1;
                while !matches!(tokens.get(at), None | Some(Token::Mark('}'))) {
                    at = tree(tokens, at, &path, leaf);
                    // A star or an `as` name belongs to the leaf just read.
                    let ends = |token: &Token| matches!(token, Token::Mark(',' | '}'));
                    while tokens.get(at).is_some_and(|token| !ends(token)) {
                        at += 1;
                    }
                    if tokens.get(at) == Some(&Token::Mark(',')) {
                        at += 1;
                    }
                }
                return at + 1;
            }
            _ => {
                leaf(&path);
                return at;
            }
        }
        if tokens.get(at + 1) != Some(&Token::Path) {
            leaf(&path);
            return at + 1;
        }
        at += 2;
    }
}

fn module_of(file: &str) -> Vec<String> {
    let inner = file
        .strip_prefix("src/")
        .unwrap_or(file)
        .trim_end_matches(".rs");
    let mut parts: Vec<String> = inner.split('/').map(str::to_owned).collect();
    if parts
        .last()
        .is_some_and(|last| matches!(last.as_str(), "mod" | "lib" | "main"))
    {
        parts.pop();
    }
    parts
}

fn resolved(module: &[String], path: &[String]) -> Vec<String> {
    let mut whole = Vec::new();
    for (position, word) in path.iter().enumerate() {
        match word.as_str() {
            "crate" | "quittance" if position == 0 => whole.clear(),
            "self" if position == 0 => whole = module.to_vec(),
            "super" => {
                if position == 0 {
                    whole = module.to_vec();
                }
                whole.pop();
            }
            "self" => {}
            _ => whole.push(word.clone()),
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::{Token, own_paths, tokens};

    fn paths(file: &str, source: &str) -> Vec<String> {
        own_paths(file, source)
            .iter()
            .map(|path| path.join("::"))
            .collect()
    }

    #[test]
    fn comments_strings_and_characters_leave_nothing() {
        let source = r##"
            // crate::ui
            /* crate::ui /* nested */ crate::ui */
            let a = "crate::ui \" crate::ui"; let b = r#"crate::ui " crate::ui"#;
            let c = b'"'; let d = '\''; let e: &'static str = b"crate::ui"; crate::engine
        "##;
        assert_eq!(paths("src/text/zh.rs", source), ["engine"]);
        assert!(tokens(source).contains(&Token::Word("static".into())));
    }

    #[test]
    fn brace_trees_are_followed_to_every_leaf() {
        let source = "use crate::{engine::{money::Money, plan::{self, Row as R}}, text::*};";
        assert_eq!(
            paths("src/ui/mod.rs", source),
            [
                "engine::money::Money",
                "engine::plan",
                "engine::plan::Row",
                "text"
            ]
        );
    }

    #[test]
    fn super_is_read_from_where_it_stands() {
        assert_eq!(
            paths(
                "src/engine/plan/rates.rs",
                "use super::super::money::Money;"
            ),
            ["engine::money::Money"]
        );
        let inline = "mod tests { use super::Row; fn f() { super::super::money() } } use super::x;";
        assert_eq!(
            paths("src/engine/plan/rates.rs", inline),
            [
                "engine::plan::rates::Row",
                "engine::plan::money",
                "engine::plan::x"
            ]
        );
    }

    #[test]
    fn paths_in_passing_are_seen_too() {
        let source = "fn f() -> crate::ui::View { quittance::text::word() }";
        assert_eq!(
            paths("src/engine/plan/rates.rs", source),
            ["ui::View", "text::word"]
        );
    }
}
