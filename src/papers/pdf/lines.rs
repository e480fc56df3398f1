//! A text broken into lines.

use super::Length;
use super::face::{is_wide, width};

/// Marks that no line begins with.
const NOT_FIRST: &str = "，。、；：！？）》」』】”’…·%";
/// Marks that no line ends with.
const NOT_LAST: &str = "（《「『【“‘";

/// The lines of a text at a size, none wider than `most` unless a single character is.
///
/// Lines break at spaces and between Chinese characters, never before a closing mark or after an opening one. A word
/// that is wider than a line is cut.
pub fn broken(text: &str, size: Length, most: Length) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for piece in pieces(text) {
        let joined = format!("{line}{piece}");
        if width(joined.trim_end(), size) <= most {
            line = joined;
            continue;
        }
        if !line.trim().is_empty() {
            lines.push(line.trim_end().to_owned());
        }
        piece.trim_start().clone_into(&mut line);
        while width(line.trim_end(), size) > most && line.chars().nth(1).is_some() {
            let rest = cut(&mut line, size, most);
            lines.push(std::mem::replace(&mut line, rest));
        }
    }
    if !line.trim().is_empty() || lines.is_empty() {
        lines.push(line.trim_end().to_owned());
    }
    lines
}

/// Leaves in a line what fits, at least one character, and hands back the rest.
fn cut(line: &mut String, size: Length, most: Length) -> String {
    let mut fits = String::new();
    for letter in line.chars() {
        fits.push(letter);
        if width(&fits, size) > most && fits.chars().nth(1).is_some() {
            fits.pop();
            break;
        }
    }
    let rest = line.split_off(fits.len());
    *line = fits;
    rest
}

/// The parts of a text between which a line may break.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut before: Option<char> = None;
    for letter in text.chars() {
        let breaks = before.is_none_or(|before| may_break(before, letter));
        match pieces.last_mut() {
            Some(piece) if !breaks => piece.push(letter),
            _ => pieces.push(letter.to_string()),
        }
        before = Some(letter);
    }
    pieces
}

fn may_break(before: char, after: char) -> bool {
    if NOT_FIRST.contains(after) || NOT_LAST.contains(before) || after == ' ' {
        return false;
    }
    before == ' ' || is_wide(before) || is_wide(after)
}

#[cfg(test)]
mod tests {
    use super::broken;

    #[test]
    fn lines_break_at_spaces_and_between_chinese_characters() {
        assert_eq!(broken("aa bb cc", 1000, 2200), ["aa bb", "cc"]);
        assert_eq!(broken("一二三四五", 1000, 2500), ["一二", "三四", "五"]);
        assert_eq!(broken("共48.00元", 1000, 3000), ["共", "48.00", "元"]);
        assert_eq!(broken("", 1000, 100), [""]);
    }

    #[test]
    fn no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one() {
        assert_eq!(broken("一二三，四", 1000, 3000), ["一二", "三，四"]);
        assert_eq!(broken("一二（三）", 1000, 3000), ["一二", "（三）"]);
        assert_eq!(broken("付48.00。", 1000, 3500), ["付", "48.00。"]);
    }

    #[test]
    fn a_word_wider_than_a_line_is_cut_and_nothing_is_lost() {
        let lines = broken("abcdefghij", 1000, 1500);
        assert!(lines.len() > 2, "{lines:?}");
        assert_eq!(lines.concat(), "abcdefghij");
        assert_eq!(broken("一二", 1000, 10), ["一", "二"]);
    }
}
