//! Links that were made once and must open for ever, and the documentation's own example.

use std::collections::BTreeMap;
use std::fs;

use crate::cards;
use crate::sealing::{cbor, payload};
use quittance::engine::calendar::format_date;
use quittance::share::{Verified, decode_offer, encode_offer, short_code};

fn read(path: &str) -> String {
    fs::read_to_string(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// The lines `name: value` of a file.
fn pinned(name: &str) -> BTreeMap<String, String> {
    read(&format!("tests/published/links/{name}.txt"))
        .lines()
        .map(|line| line.split_once(": ").unwrap())
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

#[test]
fn a_pinned_link_opens_with_the_figures_it_was_made_with() {
    for (name, offer) in cards::all() {
        let file = pinned(name);
        let opened = decode_offer(&file["link"]).unwrap();
        assert_eq!(opened.verified, Verified::SameFigures, "{name}");
        assert_eq!(opened.offer, offer, "{name}");
        let currency = offer.claim.currency;
        let totals = opened.worked.totals;
        let found = [
            ("code", short_code(&opened.offer, &opened.worked).unwrap()),
            ("paid", totals.paid.to_decimal_string(currency)),
            ("waived", totals.waived.to_decimal_string(currency)),
            ("count", totals.count.to_string()),
            ("first", format_date(totals.first_date)),
            ("last", format_date(totals.last_date)),
            (
                "last payment",
                totals.last_payment.to_decimal_string(currency),
            ),
        ];
        for (figure, value) in found {
            assert_eq!(value, file[figure], "{name}: {figure}");
        }
    }
}

#[test]
fn todays_program_still_writes_the_pinned_links() {
    for (name, offer) in cards::all() {
        let link = encode_offer(&offer, &offer.work_out().unwrap()).unwrap();
        assert_eq!(link, pinned(name)["link"], "{name}");
    }
}

#[test]
fn no_link_was_pinned_without_a_test() {
    let folder = format!("{}/tests/published/links", env!("CARGO_MANIFEST_DIR"));
    assert_eq!(fs::read_dir(folder).unwrap().count(), cards::all().len());
}

/// What stands in the code blocks of a page that begin with this word, without white space.
fn blocks(page: &str, kind: &str) -> Vec<String> {
    page.split("```")
        .skip(1)
        .step_by(2)
        .filter_map(|block| block.strip_prefix(kind)?.strip_prefix('\n'))
        .map(|block| block.split_whitespace().collect())
        .collect()
}

#[test]
fn the_worked_example_of_the_documentation_is_the_pinned_card() {
    let page = read("docs/wire-format.md");
    let link = pinned("card")["link"].clone();
    let hex = |bytes: &[u8]| {
        bytes
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect::<String>()
    };
    let bytes = payload(&link);
    let inner = cbor(&link);
    assert_eq!(blocks(&page, "link"), [link]);
    assert_eq!(
        blocks(&page, "hex"),
        [hex(&inner), hex(&bytes[inner.len()..])]
    );
    let code = pinned("card")["code"].clone();
    assert!(page.contains(&format!("`{code}`")), "{code}");
}

#[test]
fn the_documentation_lists_every_key_under_its_number() {
    let page = read("docs/wire-format.md");
    let keys = read("src/share/wire/keys.rs");
    let keys: Vec<(&str, &str)> = keys
        .lines()
        .filter_map(|line| {
            line.trim()
                .strip_prefix("pub const ")?
                .split_once("= key(")?
                .1
                .split_once(", ")
        })
        .map(|(number, name)| (number, name.trim_end_matches(");").trim_matches('"')))
        .collect();
    assert_eq!(keys.len(), 81, "{keys:?}");
    for (number, name) in keys {
        assert!(
            page.contains(&format!("| {number} | `{name}` |")),
            "{number} {name}"
        );
        let schema = format!("? {number} =>");
        let needed = format!("\n  {number} =>");
        assert!(
            page.contains(&schema) || page.contains(&needed),
            "{number} {name}"
        );
    }
}
