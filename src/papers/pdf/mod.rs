//! A paper as a PDF 1.4 file, set and written by hand.
//!
//! ```text
//! face    which font has a character, how it is written there, how wide it is
//! lines   a text broken into lines
//! canvas  pages, and what is drawn on them
//! grid    tables: head repeated, no row split
//! layout  the whole paper on pages
//! file    objects, references and the bytes
//! ```
//!
//! Fonts are named, not embedded: STSong-Light, which every reader of PDF replaces by a Chinese face it has, and two of
//! the standard Latin ones. A character that none of them has is shown as the reader shows what it lacks.

mod canvas;
mod face;
mod file;
mod grid;
mod layout;
mod lines;

pub use canvas::PageSize;

use super::Made;
use crate::agreement::PaperKind;
use crate::text::Languages;
use crate::text::sheet::sheet;

/// A hundredth of a point: the unit of every length on a page.
type Length = i64;

/// One of the papers of an agreement as the bytes of a PDF file.
#[must_use]
pub fn pdf(made: &Made<'_>, kind: PaperKind, languages: Languages, size: PageSize) -> Vec<u8> {
    let paper = made.document.paper(kind);
    let words = sheet(languages, &paper, made.offer, made.worked);
    let pages = layout::pages(&words, made, size);
    file::bytes(&pages, size, &words)
}
