//! Which font has a character, how it is written there, and how wide it is.

use std::fmt::Write as _;

use super::Length;

/// A font of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Font {
    /// Times-Roman, in the encoding of Windows.
    Latin,
    /// STSong-Light, in UTF-16.
    Chinese,
    /// Symbol, for the minus sign that the Latin encoding lacks.
    Symbol,
}

impl Font {
    /// Its name in the file.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Latin => "L",
            Self::Chinese => "C",
            Self::Symbol => "S",
        }
    }
}

/// Widths of Times-Roman from space to tilde in thousandths of its size (Adobe Font Metrics, Core 14).
const TIMES: [u16; 95] = [
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500,
    500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611,
    556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722,
    722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500,
    278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
];

/// Characters beyond ASCII: their place in the encoding of Windows and their width in Times-Roman.
const BEYOND: [(char, u8, u16); 14] = [
    ('€', 0x80, 500),
    ('…', 0x85, 1000),
    ('‘', 0x91, 333),
    ('’', 0x92, 333),
    ('“', 0x93, 444),
    ('”', 0x94, 444),
    ('–', 0x96, 500),
    ('—', 0x97, 1000),
    ('\u{a0}', 0xa0, 250),
    ('£', 0xa3, 500),
    ('¥', 0xa5, 500),
    ('§', 0xa7, 500),
    ('·', 0xb7, 250),
    ('×', 0xd7, 564),
];

const MINUS: char = '\u{2212}';
const MINUS_IN_SYMBOL: u8 = 0x2d;
const MINUS_WIDTH: u16 = 549;
/// A Chinese character is as wide as it is high.
const WIDE: u16 = 1000;

/// Whether a character stands on the square of Chinese type.
pub fn is_wide(letter: char) -> bool {
    letter >= '\u{2e80}'
}

/// Marks that both scripts have: among Chinese characters they are Chinese ones.
fn is_shared(letter: char) -> bool {
    matches!(letter, '‘' | '’' | '“' | '”' | '—' | '…' | '·')
}

/// The font of a character, its code there where that is a single byte, and its width in thousandths.
fn glyph(letter: char, beside_wide: bool) -> (Font, Option<u8>, u16) {
    if letter == MINUS {
        return (Font::Symbol, Some(MINUS_IN_SYMBOL), MINUS_WIDTH);
    }
    let ascii = u8::try_from(letter)
        .ok()
        .filter(|code| (0x20..0x7f).contains(code));
    if let Some(code) = ascii {
        let width = TIMES.get(usize::from(code - 0x20)).copied();
        return (Font::Latin, Some(code), width.unwrap_or(WIDE));
    }
    let found = BEYOND.iter().find(|(known, ..)| *known == letter);
    match found {
        Some((_, code, width)) if !(beside_wide && is_shared(letter)) => {
            (Font::Latin, Some(*code), *width)
        }
        // Letters with accents share their places with Unicode; nearly all are half as wide as high, or a little more.
        None if ('À'..='ÿ').contains(&letter) => {
            let width = if letter.is_uppercase() { 722 } else { 500 };
            (Font::Latin, u8::try_from(letter).ok(), width)
        }
        _ => (Font::Chinese, None, WIDE),
    }
}

/// A text cut where its font changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The font.
    pub font: Font,
    /// The characters as a string object of the file.
    pub string: String,
}

/// What a file can hold in place of what it cannot: control characters become spaces, the rupee sign its letters.
fn printable(text: &str) -> Vec<char> {
    let mut letters = Vec::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '₹' => letters.extend(['R', 's']),
            control if control.is_control() => letters.push(' '),
            letter => letters.push(letter),
        }
    }
    letters
}

/// Every character with its font, code and width.
fn glyphs(text: &str) -> Vec<(char, Font, Option<u8>, u16)> {
    let letters = printable(text);
    let wide_at = |place: Option<usize>| {
        place
            .and_then(|place| letters.get(place))
            .is_some_and(|letter| is_wide(*letter))
    };
    letters
        .iter()
        .enumerate()
        .map(|(place, letter)| {
            let beside = wide_at(place.checked_sub(1)) || wide_at(place.checked_add(1));
            let (font, code, width) = glyph(*letter, beside);
            (*letter, font, code, width)
        })
        .collect()
}

/// How wide a text is at a size.
pub fn width(text: &str, size: Length) -> Length {
    let thousandths: Length = glyphs(text)
        .iter()
        .map(|(_, _, _, width)| Length::from(*width))
        .sum();
    thousandths * size / 1000
}

/// The text as strings of the file, font by font.
pub fn runs(text: &str) -> Vec<Run> {
    let glyphs = glyphs(text);
    glyphs
        .chunk_by(|one, next| one.1 == next.1)
        .filter_map(|chunk| {
            let font = chunk.first()?.1;
            let string = match font {
                Font::Chinese => utf16(chunk.iter().map(|glyph| glyph.0)),
                Font::Latin | Font::Symbol => octets(chunk.iter().filter_map(|glyph| glyph.2)),
            };
            Some(Run { font, string })
        })
        .collect()
}

/// A literal string, with everything that is not plain written in octal.
fn octets(codes: impl Iterator<Item = u8>) -> String {
    let mut string = String::from("(");
    for code in codes {
        match code {
            b'(' | b')' | b'\\' => string.extend(['\\', char::from(code)]),
            0x20..0x7f => string.push(char::from(code)),
            // Writing to a string cannot fail.
            _ => {
                let _ = write!(string, "\\{code:03o}");
            }
        }
    }
    string.push(')');
    string
}

/// A hexadecimal string of UTF-16, the high byte first.
pub fn utf16(letters: impl Iterator<Item = char>) -> String {
    let mut string = String::from("<");
    for letter in letters {
        for unit in letter.encode_utf16(&mut [0; 2]) {
            // Writing to a string cannot fail.
            let _ = write!(string, "{unit:04X}");
        }
    }
    string.push('>');
    string
}

#[cfg(test)]
mod tests {
    use super::{Font, runs, width};

    fn written(text: &str) -> Vec<(Font, String)> {
        runs(text)
            .into_iter()
            .map(|run| (run.font, run.string))
            .collect()
    }

    #[test]
    fn each_script_is_written_in_its_own_font() {
        assert_eq!(
            written("共¥1.50"),
            [
                (Font::Chinese, "<5171>".to_owned()),
                (Font::Latin, "(\\2451.50)".to_owned())
            ]
        );
        assert_eq!(
            written("\u{2212}2 (a\\b)"),
            [
                (Font::Symbol, "(-)".to_owned()),
                (Font::Latin, "(2 \\(a\\\\b\\))".to_owned())
            ]
        );
        // Quotation marks are those of the script beside them; beyond the first plane two units are one character.
        assert_eq!(written("“余”").len(), 1);
        assert_eq!(written("“a”"), [(Font::Latin, "(\\223a\\224)".to_owned())]);
        assert_eq!(written("𠮷"), [(Font::Chinese, "<D842DFB7>".to_owned())]);
        assert_eq!(written("é\n₹"), [(Font::Latin, "(\\351 Rs)".to_owned())]);
    }

    #[test]
    fn widths_are_those_of_the_fonts() {
        assert_eq!(width("00", 1000), 1000);
        assert_eq!(width("款项", 900), 1800);
        assert_eq!(width("i.", 1000), 528);
        assert_eq!(width("~", 1000), 541);
        assert_eq!(width("", 1000), 0);
    }
}
