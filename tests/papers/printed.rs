//! A PDF read and rendered by a program that is not ours.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use quittance::agreement::{Document, Offer, PaperKind};
use quittance::papers::Made;
use quittance::papers::pdf::{PageSize, pdf};
use quittance::share::encode_offer;
use quittance::text::Languages;

use crate::offers::{CODE, worked};

/// The whole link of an offer.
pub fn link(offer: &Offer) -> String {
    let fragment = encode_offer(offer, &worked(offer)).unwrap();
    format!("https://plans.example/#{fragment}")
}

/// One of the papers of an offer as a file, with its link.
pub fn printed(
    offer: &Offer,
    document: &Document,
    kind: PaperKind,
    languages: Languages,
    size: PageSize,
) -> Vec<u8> {
    let (worked, link) = (worked(offer), link(offer));
    let made = Made {
        offer,
        worked: &worked,
        document,
        code: CODE,
        link: Some(&link),
    };
    pdf(&made, kind, languages, size)
}

/// A folder of the test's own, empty.
pub fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("papers")
        .join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).unwrap();
    }
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// What a program of poppler says; it must be there, with the data of the predefined encodings.
fn poppler(program: &str, arguments: &[&str], file: &Path) -> String {
    let run = Command::new(program)
        .args(arguments)
        .arg(file)
        .arg("-")
        .output();
    let run = run.unwrap_or_else(|error| {
        panic!("{program}: {error}. Install poppler-utils and poppler-data.")
    });
    let complaint = String::from_utf8_lossy(&run.stderr).into_owned();
    assert!(
        run.status.success() && complaint.is_empty(),
        "{program}: {complaint}"
    );
    String::from_utf8(run.stdout).unwrap()
}

/// The text of a file in the order in which it was written.
pub fn text_of(bytes: &[u8], name: &str) -> String {
    let file = folder(name).join("paper.pdf");
    fs::write(&file, bytes).unwrap();
    poppler("pdftotext", &["-raw", "-enc", "UTF-8"], &file)
}

/// A text without anything that a line or a page can add to it.
pub fn run_together(text: &str) -> String {
    text.chars()
        .filter(|letter| !letter.is_whitespace())
        .collect()
}

/// The grey levels of one page, row by row, and how many stand in a row.
pub fn page_image(bytes: &[u8], page: u32, dots_per_inch: u32, name: &str) -> (usize, Vec<u8>) {
    let place = folder(name);
    let file = place.join("paper.pdf");
    fs::write(&file, bytes).unwrap();
    let (page, dots) = (page.to_string(), dots_per_inch.to_string());
    let run = Command::new("pdftoppm")
        .args([
            "-gray",
            "-singlefile",
            "-r",
            &dots,
            "-f",
            &page,
            "-l",
            &page,
        ])
        .arg(&file)
        .arg(place.join("page"))
        .status();
    assert!(run.unwrap().success(), "pdftoppm");
    let image = fs::read(place.join("page.pgm")).unwrap();
    // P5, width, height, deepest grey, one byte of white space, then the levels.
    let mut numbers = Vec::new();
    let mut at = 2;
    while numbers.len() < 3 {
        let rest = &image[at..];
        let start = rest.iter().position(u8::is_ascii_digit).unwrap();
        let end = start
            + rest[start..]
                .iter()
                .position(|byte| !byte.is_ascii_digit())
                .unwrap();
        let number = std::str::from_utf8(&rest[start..end]).unwrap();
        numbers.push(number.parse::<usize>().unwrap());
        at += end;
    }
    assert_eq!((&image[..2], numbers[2]), (b"P5".as_slice(), 255));
    let levels = image[at + 1..].to_vec();
    assert_eq!(levels.len(), numbers[0] * numbers[1]);
    (numbers[0], levels)
}
