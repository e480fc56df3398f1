//! The PDF made in the page, judged by what another program reads and renders of it.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use crate::offers::{CODE, card, document, every_kind, worked};
use crate::printed::{link, page_image, printed, run_together, text_of};
use crate::profiles::{document_knowing, every_profile, too_old};
use quittance::agreement::{Document, FieldId, Offer, PaperKind};
use quittance::engine::calendar::Frequency;
use quittance::engine::plan::{Method, Settlement, Size};
use quittance::papers::pdf::PageSize;
use quittance::text::clause::{section_title, sentences};
use quittance::text::table::{Table, table};
use quittance::text::{Label, Languages, Locale};

const EVERY: [Languages; 3] = [
    Languages::One(Locale::Zh),
    Languages::One(Locale::En),
    Languages::Both,
];

/// Everything that a paper must say, run together, piece by piece.
fn must_stand(
    offer: &Offer,
    document: &Document,
    kind: PaperKind,
    languages: Languages,
) -> Vec<String> {
    let (paper, currency) = (document.paper(kind), offer.claim.currency);
    let mut pieces = Vec::new();
    let all = paper.sections.iter().flat_map(|section| &section.clauses);
    for clause in paper.preface.iter().chain(&paper.warnings).chain(all) {
        for locale in languages.locales() {
            pieces.extend(sentences(*locale, clause, currency));
        }
        if let Some(table) = table(languages, clause, currency) {
            pieces.extend(table.rows.iter().map(|row| line(&row.cells)));
            pieces.extend(table.title);
        }
    }
    for section in &paper.sections {
        for locale in languages.locales() {
            pieces.push(section_title(*locale, paper.profile, section.field).to_owned());
        }
    }
    pieces
}

/// A row as it is read: cell after cell.
fn line(cells: &[quittance::text::table::Cell]) -> String {
    use quittance::text::table::CellKind;
    let words = cells.iter().map(|cell| match cell.kind {
        CellKind::Date => format!("{}{}", cell.figure, cell.words.join("/")),
        _ => format!("{}{}", cell.words.join("/"), cell.figure),
    });
    words.collect()
}

fn assert_all_stand(text: &str, pieces: &[String], name: &str) {
    let text = run_together(text);
    for piece in pieces {
        // What the file cannot write it writes out, and marks of both scripts are told apart by their font alone.
        let piece = run_together(piece).replace('₹', "Rs");
        assert!(text.contains(&piece), "{name}: {piece} in {text}");
    }
}

#[test]
fn all_22_fields_stand_in_the_pdf_of_every_profile_in_both_languages_and_on_both_papers() {
    for (profile, offer) in every_profile() {
        let built = document_knowing(&too_old(offer.clone()));
        let offer = too_old(offer);
        for languages in EVERY {
            for size in PageSize::ALL {
                let name = format!("{}-{}-{size:?}", profile.code(), languages.code());
                let bytes = printed(&offer, &built, PaperKind::Agreement, languages, size);
                let text = text_of(&bytes, &name);
                let pieces = must_stand(&offer, &built, PaperKind::Agreement, languages);
                assert!(pieces.len() > 100, "{name}");
                assert_all_stand(&text, &pieces, &name);
                assert!(text.contains(CODE), "{name}");
            }
        }
    }
}

#[test]
fn every_number_in_the_pdf_is_one_of_the_document_and_every_one_of_the_document_is_in_it() {
    for (place, (name, offer)) in every_kind().into_iter().enumerate() {
        // Each kind of option once, in the languages by turns.
        let languages = EVERY[place % 3];
        let built = document(&offer);
        let bytes = printed(
            &offer,
            &built,
            PaperKind::Agreement,
            languages,
            PageSize::A4,
        );
        let text = text_of(&bytes, &format!("numbers-{place}"));
        let pieces = must_stand(&offer, &built, PaperKind::Agreement, languages);
        assert_all_stand(&text, &pieces, &name);
        // Lines may break between digits and Chinese characters, never within a number.
        let mut known: BTreeSet<String> = pieces.iter().flat_map(|piece| numbers(piece)).collect();
        let table_numbers = tables(&built, languages, &offer)
            .into_iter()
            .flat_map(|it| it.rows);
        for row in table_numbers {
            known.extend(row.cells.iter().flat_map(|cell| numbers(&cell.figure)));
        }
        let totals = worked(&offer).totals;
        for amount in [
            totals.paid,
            totals.waived,
            worked(&offer).plan.opening.total().unwrap(),
        ] {
            let written = quittance::text::format::money_bare(amount, offer.claim.currency);
            known.extend(numbers(&written));
        }
        for found in text.lines().flat_map(numbers) {
            // Numbers of sections and pages, and those in names and in the link's code, are no amounts.
            assert!(
                !found.contains('.') || known.contains(&found),
                "{name}: {found}"
            );
        }
    }
}

fn tables(document: &Document, languages: Languages, offer: &Offer) -> Vec<Table> {
    let clauses = document
        .sections
        .iter()
        .flat_map(|section| &section.clauses);
    clauses
        .filter_map(|clause| table(languages, clause, offer.claim.currency))
        .collect()
}

/// Every amount with decimals in a text.
fn numbers(text: &str) -> Vec<String> {
    text.split(|letter: char| !(letter.is_ascii_digit() || matches!(letter, ',' | '.')))
        .map(|number| number.trim_matches([',', '.']).to_owned())
        .filter(|number| number.chars().any(|letter| letter.is_ascii_digit()))
        .collect()
}

#[test]
fn notices_are_papers_of_their_own_and_say_nothing_that_the_agreement_does_not() {
    for (profile, offer) in every_profile() {
        let built = document_knowing(&offer);
        for kind in [PaperKind::Arrears, PaperKind::Plan] {
            let name = format!("{}-{}", profile.code(), kind.code());
            let bytes = printed(&offer, &built, kind, Languages::Both, PageSize::A4);
            let text = text_of(&bytes, &name);
            assert_all_stand(
                &text,
                &must_stand(&offer, &built, kind, Languages::Both),
                &name,
            );
            let waiver = Label::ConditionalWaiver.text(Locale::Zh);
            assert_eq!(text.contains(waiver), kind == PaperKind::Plan, "{name}");
            assert_eq!(text.contains(CODE), kind == PaperKind::Plan, "{name}");
        }
    }
}

/// The card offer in so many monthly payments.
fn long(rows: u32) -> Offer {
    let mut offer = card();
    offer.proposal.settlement = Settlement::Instalments {
        repayment: Method::EqualInstalment.into(),
        frequency: Frequency::MONTHLY,
        size: Size::Count(rows),
        multiple: None,
    };
    offer
}

#[test]
fn six_hundred_payments_are_quick_and_every_page_of_a_table_has_its_head() {
    let offer = long(600);
    let built = document(&offer);
    let languages = Languages::One(Locale::En);
    let begun = Instant::now();
    let bytes = printed(
        &offer,
        &built,
        PaperKind::Agreement,
        languages,
        PageSize::A4,
    );
    let took = begun.elapsed();
    println!("600 payments: {} bytes in {took:?}", bytes.len());
    assert!(took < Duration::from_secs(5), "{took:?}");
    assert!(bytes.len() < 1_500_000, "{} bytes", bytes.len());
    let text = text_of(&bytes, "six-hundred");
    let pages: Vec<&str> = text
        .split('\u{c}')
        .filter(|page| !page.trim().is_empty())
        .collect();
    let mut seen = 0;
    for (page, number) in pages.iter().zip(1..) {
        assert!(
            page.contains(&format!("{number} / {}", pages.len())),
            "page {number}"
        );
        // A line of a table: a number, then a day.
        let rows = page.lines().filter(|line| {
            let mut words = line.split(' ');
            let (first, second) = (words.next(), words.next());
            first.is_some_and(|it| it.parse::<u32>().is_ok())
                && second.is_some_and(|it| it.len() == 10 && it.starts_with('2'))
        });
        let rows = rows.count();
        seen += rows;
        if rows > 0 {
            let heads = ["Date", "Principal"];
            assert!(
                heads.iter().all(|head| page.contains(head)),
                "page {number}: {page}"
            );
        }
    }
    // The down payment and 600 in the schedule, and 601 that can be the first one missed.
    assert_eq!(seen, 601 + worked(&offer).stops.len());
}

#[test]
fn the_same_paper_is_the_same_bytes_and_its_references_point_where_they_say() {
    let offer = card();
    let built = document(&offer);
    let make = || {
        printed(
            &offer,
            &built,
            PaperKind::Agreement,
            Languages::Both,
            PageSize::Letter,
        )
    };
    let bytes = make();
    assert_eq!(bytes, make());
    let whole = String::from_utf8_lossy(&bytes);
    assert!(whole.starts_with("%PDF-1.4\n") && whole.ends_with("%%EOF\n"));
    assert!(
        !whole.contains("CreationDate") && !whole.contains("ModDate"),
        "no clock"
    );
    let (_, rest) = whole.rsplit_once("startxref\n").unwrap();
    let start: usize = rest.lines().next().unwrap().parse().unwrap();
    let references = std::str::from_utf8(&bytes[start..]).unwrap();
    let mut lines = references.lines();
    assert_eq!(lines.next(), Some("xref"));
    let count: usize = lines
        .next()
        .unwrap()
        .split_once(' ')
        .unwrap()
        .1
        .parse()
        .unwrap();
    for (line, number) in lines.skip(1).take(count - 1).zip(1..) {
        let at: usize = line[..10].parse().unwrap();
        let object = format!("{number} 0 obj\n");
        assert!(
            bytes[at..].starts_with(object.as_bytes()),
            "object {number}"
        );
    }
    // What is drawn is as long as it says.
    let mut rest = bytes.as_slice();
    let mut drawn = 0;
    while let Some(at) = find(rest, b">>\nstream\n") {
        let head = &rest[..at];
        let from = find_last(head, b"/Length ").unwrap() + 8;
        let length: usize = std::str::from_utf8(&head[from..at])
            .unwrap()
            .trim()
            .parse()
            .unwrap();
        rest = &rest[at + 10 + length..];
        assert!(rest.starts_with(b"endstream"));
        drawn += 1;
    }
    assert!(drawn >= 3, "{drawn} pages");
}

fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|window| window == part)
}

fn find_last(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).rposition(|window| window == part)
}

/// The page that the QR code stands on: the one with the field that says how to verify.
fn page_of_code(text: &str) -> u32 {
    let title = section_title(
        Locale::Zh,
        quittance::agreement::Profile::CnCard,
        FieldId::Verification,
    );
    let place = text
        .split('\u{c}')
        .position(|page| page.contains(title))
        .unwrap();
    u32::try_from(place).unwrap() + 1
}

#[test]
fn the_qr_code_on_the_rendered_page_opens_the_agreement() {
    let offer = card();
    let built = document(&offer);
    for size in PageSize::ALL {
        let languages = Languages::One(Locale::Zh);
        let bytes = printed(&offer, &built, PaperKind::Agreement, languages, size);
        let page = page_of_code(&text_of(&bytes, "code-text"));
        let (width, levels) = page_image(&bytes, page, 300, "code-image");
        let mut image =
            rqrr::PreparedImage::prepare_from_greyscale(width, levels.len() / width, |x, y| {
                levels[y * width + x]
            });
        let read: Vec<String> = image
            .detect_grids()
            .into_iter()
            .map(|grid| grid.decode().unwrap().1)
            .collect();
        assert_eq!(read, [link(&offer)]);
    }
}

#[test]
fn chinese_is_drawn_and_not_only_written() {
    // A page of Chinese text has ink in it: the reader found a face for the font that is only named.
    let offer = card();
    let bytes = printed(
        &offer,
        &document(&offer),
        PaperKind::Arrears,
        Languages::One(Locale::Zh),
        PageSize::A4,
    );
    let (width, levels) = page_image(&bytes, 1, 72, "ink");
    let dark = levels.iter().filter(|level| **level < 128).count();
    assert!(width == 595 || width == 596, "{width}");
    assert!(dark > 4_000, "{dark} dark points");
}
