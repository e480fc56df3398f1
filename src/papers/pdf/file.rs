//! The objects of a PDF file and its bytes.

use std::fmt::Write as _;

use super::canvas::{PageSize, point};
use super::face::utf16;
use crate::text::sheet::Sheet;

/// Bytes above ASCII in the second line tell programs that move files that this one is not text.
const HEAD: &[u8] = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n";
const CATALOG: usize = 1;
const PAGES: usize = 2;
const LATIN: usize = 3;
const SYMBOL: usize = 4;
const CHINESE: usize = 5;
const CHINESE_FACE: usize = 6;
const CHINESE_METRICS: usize = 7;
const INFO: usize = 8;
/// From here on two objects for each page: the page, and what is drawn on it.
const FIRST_PAGE: usize = 9;

/// The whole file.
pub fn bytes(pages: &[String], size: PageSize, sheet: &Sheet) -> Vec<u8> {
    let mut objects = fixed(pages.len(), sheet);
    let (wide, high) = size.size();
    for (content, number) in pages.iter().zip((FIRST_PAGE..).step_by(2)) {
        objects.push(format!(
            "<< /Type /Page /Parent {PAGES} 0 R /MediaBox [0 0 {} {}] /Contents {} 0 R /Resources << /Font << /L {LATIN} 0 R /S {SYMBOL} 0 R /C {CHINESE} 0 R >> >> >>",
            point(wide),
            point(high),
            number + 1
        ));
        objects.push(format!(
            "<< /Length {} >>\nstream\n{content}\nendstream",
            content.len() + 1
        ));
    }
    assembled(&objects)
}

/// The objects that every file has, in the order of their numbers.
fn fixed(pages: usize, sheet: &Sheet) -> Vec<String> {
    let kids: Vec<String> = (FIRST_PAGE..)
        .step_by(2)
        .take(pages)
        .map(|number| format!("{number} 0 R"))
        .collect();
    let language = sheet.languages.locales().first().map_or("", |it| it.lang());
    let title = utf16(std::iter::once('\u{feff}').chain(sheet.title.join(" / ").chars()));
    vec![
        format!(
            "<< /Type /Catalog /Pages {PAGES} 0 R /Lang ({language}) /ViewerPreferences << /DisplayDocTitle true >> >>"
        ),
        format!("<< /Type /Pages /Count {pages} /Kids [{}] >>", kids.join(" ")),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>".to_owned(),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>".to_owned(),
        format!(
            "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light-UniGB-UTF16-H /Encoding /UniGB-UTF16-H /DescendantFonts [{CHINESE_FACE} 0 R] >>"
        ),
        format!(
            "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /FontDescriptor {CHINESE_METRICS} 0 R >>"
        ),
        "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>".to_owned(),
        format!("<< /Title {title} /Producer (Quittance) >>"),
    ]
}

/// Objects with their numbers, where each begins, and where to start reading.
fn assembled(objects: &[String]) -> Vec<u8> {
    let mut file = HEAD.to_vec();
    let mut places = String::new();
    for (object, number) in objects.iter().zip(1_usize..) {
        // Writing to a string cannot fail. An entry is twenty bytes, its end included.
        let _ = writeln!(places, "{:010} 00000 n ", file.len());
        file.extend(format!("{number} 0 obj\n{object}\nendobj\n").bytes());
    }
    let (start, count) = (file.len(), objects.len() + 1);
    let end = format!(
        "xref\n0 {count}\n0000000000 65535 f \n{places}trailer\n<< /Size {count} /Root {CATALOG} 0 R /Info {INFO} 0 R >>\nstartxref\n{start}\n%%EOF\n"
    );
    file.extend(end.bytes());
    file
}
