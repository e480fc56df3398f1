//! QR codes, read back from the drawing by hand: no part of the library that draws them is used.

use std::collections::BTreeSet;

use crate::cards;
use quittance::share::{QUIET_ZONE, QrError, QrPath, encode_offer, qr_path};

/// The dark modules of a drawing, without the quiet zone; a run outside the code ends the test.
fn modules(drawing: &QrPath) -> Vec<Vec<bool>> {
    let width = drawing.side_modules - 2 * QUIET_ZONE;
    let mut dark = vec![vec![false; width]; width];
    for run in drawing.path.split_terminator('z') {
        let (x, rest) = run.strip_prefix('M').unwrap().split_once(' ').unwrap();
        let (y, rest) = rest.split_once('h').unwrap();
        let (length, back) = rest.split_once("v1h-").unwrap();
        assert_eq!(length, back);
        let number = |text: &str| text.parse::<usize>().unwrap();
        for x in number(x)..number(x) + number(length) {
            let cell = &mut dark[number(y) - QUIET_ZONE][x - QUIET_ZONE];
            assert!(!*cell, "drawn twice");
            *cell = true;
        }
    }
    dark
}

/// Modules that hold no data, by ISO/IEC 18004: finders, timing, alignment, format and version.
fn reserved(version: usize) -> BTreeSet<(usize, usize)> {
    let width = 17 + 4 * version;
    let mut taken = BTreeSet::new();
    let mut block = |rows: std::ops::Range<usize>, columns: std::ops::Range<usize>| {
        for row in rows {
            taken.extend(columns.clone().map(|column| (row, column)));
        }
    };
    block(0..9, 0..9);
    block(0..9, width - 8..width);
    block(width - 8..width, 0..9);
    block(6..7, 0..width);
    block(0..width, 6..7);
    if version >= 7 {
        block(0..6, width - 11..width - 8);
        block(width - 11..width - 8, 0..6);
    }
    let centres = alignment(version);
    let last = centres.len().saturating_sub(1);
    for (i, row) in centres.iter().enumerate() {
        for (j, column) in centres.iter().enumerate() {
            if !matches!((i, j), (0, 0)) && (i, j) != (0, last) && (i, j) != (last, 0) {
                block(row - 2..row + 3, column - 2..column + 3);
            }
        }
    }
    taken
}

/// Centres of the alignment patterns (annex E): even steps back from the far edge to 6.
fn alignment(version: usize) -> Vec<usize> {
    if version == 1 {
        return Vec::new();
    }
    let (steps, far) = (version / 7 + 1, 10 + 4 * version);
    // The standard rounds the step to the nearest even number; version 32 alone is an exception.
    let step = if version == 32 {
        26
    } else {
        ((far - 6) * 2 + steps) / (2 * steps)
    };
    let step = step + step % 2;
    let mut centres: Vec<usize> = (0..steps).rev().map(|k| far - k * step).collect();
    centres.insert(0, 6);
    centres
}

fn masked(mask: usize, row: usize, column: usize) -> bool {
    let product = row * column;
    match mask {
        0 => (row + column).is_multiple_of(2),
        1 => row.is_multiple_of(2),
        2 => column.is_multiple_of(3),
        3 => (row + column).is_multiple_of(3),
        4 => (row / 2 + column / 3).is_multiple_of(2),
        5 => product % 2 + product % 3 == 0,
        6 => (product % 2 + product % 3).is_multiple_of(2),
        _ => ((row + column) % 2 + product % 3).is_multiple_of(2),
    }
}

/// Blocks at level M (table 9): how many of how many data bytes, then how many of one byte more.
fn blocks(version: usize) -> (usize, usize, usize) {
    match version {
        1 => (1, 16, 0),
        3 => (1, 44, 0),
        12 => (6, 36, 2),
        13 => (8, 37, 1),
        14 => (4, 40, 5),
        15 => (5, 41, 5),
        16 => (7, 45, 3),
        other => panic!("no table for version {other}"),
    }
}

/// The bytes in a drawing, and the version and level that it names itself.
fn scanned(drawing: &QrPath) -> (usize, Vec<u8>) {
    let dark = modules(drawing);
    let width = dark.len();
    let version = (width - 17) / 4;
    // Format bits 14 to 10 beside the upper left finder, with their fixed mask 10101.
    let format = (0..5).fold(0, |bits, column| bits << 1 | usize::from(dark[8][column])) ^ 0b10101;
    assert_eq!(format >> 3, 0b00, "level M");
    let taken = reserved(version);
    let mut bits = Vec::new();
    let columns = (0..width)
        .rev()
        .filter(|column| *column != 6)
        .collect::<Vec<_>>();
    for (pair, two) in columns.chunks(2).enumerate() {
        for step in 0..width {
            let row = if pair % 2 == 0 {
                width - 1 - step
            } else {
                step
            };
            for column in two
                .iter()
                .filter(|column| !taken.contains(&(row, **column)))
            {
                bits.push(dark[row][*column] ^ masked(format & 7, row, *column));
            }
        }
    }
    let byte = |bits: &[bool]| {
        bits.iter()
            .fold(0_u8, |byte, bit| byte << 1 | u8::from(*bit))
    };
    let words: Vec<u8> = bits.chunks_exact(8).map(byte).collect();
    let (short, length, long) = blocks(version);
    let mut data = vec![Vec::new(); short + long];
    let mut words = words.into_iter();
    for place in 0..=length {
        for (block, bytes) in data.iter_mut().enumerate() {
            if place < length || block >= short {
                bytes.push(words.next().unwrap());
            }
        }
    }
    let stream: Vec<bool> = data
        .concat()
        .into_iter()
        .flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1 == 1))
        .collect();
    let number = |bits: &[bool]| bits.iter().fold(0, |sum, bit| sum << 1 | usize::from(*bit));
    assert_eq!(number(&stream[..4]), 0b0100, "byte mode");
    let count_bits = if version < 10 { 8 } else { 16 };
    let (count, rest) = stream[4..].split_at(count_bits);
    (
        version,
        rest.chunks_exact(8).take(number(count)).map(byte).collect(),
    )
}

#[test]
fn a_link_is_read_back_from_its_drawing() {
    for (_, offer) in cards::all() {
        let link = encode_offer(&offer, &offer.work_out().unwrap()).unwrap();
        let whole = format!("https://plans.example/#{link}");
        let drawing = qr_path(&whole).unwrap();
        let (version, bytes) = scanned(&drawing);
        println!(
            "{} characters: version {version}-M, {} of path",
            whole.len(),
            drawing.path.len()
        );
        assert_eq!(String::from_utf8(bytes).unwrap(), whole);
        assert!(version <= 15, "version {version}");
    }
    for text in [
        "Q",
        "12345678901234",
        "https://plans.example/#q1.AAAAAAAAAA",
    ] {
        assert_eq!(scanned(&qr_path(text).unwrap()).1, text.as_bytes());
    }
}

#[test]
fn the_smallest_version_that_holds_the_text_is_taken() {
    // Bytes at level M, table 7.
    for (version, most) in [
        (1, 14),
        (2, 26),
        (10, 213),
        (13, 331),
        (15, 412),
        (20, 666),
        (40, 2_331),
    ] {
        let side = |bytes| qr_path(&"a".repeat(bytes)).unwrap().side_modules;
        assert_eq!(
            side(most),
            17 + 4 * version + 2 * QUIET_ZONE,
            "{most} bytes"
        );
        if version < 40 {
            assert_eq!(
                side(most + 1),
                17 + 4 * (version + 1) + 2 * QUIET_ZONE,
                "{most} bytes and one"
            );
        }
    }
    assert_eq!(
        qr_path(&"a".repeat(2_332)),
        Err(QrError::TooLong { bytes: 2_332 })
    );
}

#[test]
fn the_quiet_zone_is_four_modules_wide_and_empty() {
    let drawing = qr_path("7K3M-9QXT").unwrap();
    assert_eq!((QUIET_ZONE, drawing.side_modules), (4, 29));
    // `modules` fails on anything drawn outside; the three finders reach its inner edge.
    let dark = modules(&drawing);
    assert!(dark[0][0] && dark[0][20] && dark[20][0]);
    assert!(dark[0][..7].iter().all(|module| *module) && !dark[0][7]);
    assert!(drawing.path.starts_with("M4 4h7v1h-7z"));
}
