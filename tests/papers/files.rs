//! Calendar, table and data, read back by libraries that are not ours.

use crate::offers::{CODE, card, document, every_kind, worked};
use crate::printed::link;
use quittance::agreement::{Offer, PaperKind};
use quittance::engine::calendar::{format_date, parse_date};
use quittance::engine::claim::{Component, PaymentReceived};
use quittance::engine::money::Money;
use quittance::engine::plan::RowKind;
use quittance::papers::{DATA_FORMAT, Made, calendar, data, paid_table, table};
use quittance::share::encode_offer;
use quittance::text::format::money;
use quittance::text::{Languages, Locale};

const EVERY: [Languages; 3] = [
    Languages::One(Locale::Zh),
    Languages::One(Locale::En),
    Languages::Both,
];

fn with_made<T>(offer: &Offer, act: impl FnOnce(&Made<'_>) -> T) -> T {
    let (worked, document) = (worked(offer), document(offer));
    // Some of these offers hold what no link carries.
    let link = encode_offer(offer, &worked).ok().map(|_| link(offer));
    act(&Made {
        offer,
        worked: &worked,
        document: &document,
        code: CODE,
        link: link.as_deref(),
    })
}

fn payments(offer: &Offer) -> Vec<(String, Money)> {
    let rows = worked(offer).plan.rows;
    let paid = rows.iter().filter(|row| row.kind != RowKind::Deferral);
    paid.map(|row| (format_date(row.date), row.paid.total().unwrap()))
        .collect()
}

/// The properties of one kind of part of a calendar, as an independent reader sees them.
fn parts(text: &str, kind: &str) -> Vec<Vec<(String, String)>> {
    use icalendar::parser::{read_calendar, unfold};
    let unfolded = unfold(text);
    let calendar = read_calendar(&unfolded).unwrap();
    let events = calendar.components.iter();
    let found: Vec<_> = match kind {
        "VEVENT" => events.collect(),
        _ => events.flat_map(|event| &event.components).collect(),
    };
    found
        .into_iter()
        .map(|part| {
            assert_eq!(part.name.as_str(), kind);
            let named = part.properties.iter();
            named
                .map(|it| (it.name.as_str().to_owned(), it.val.as_str().to_owned()))
                .collect()
        })
        .collect()
}

fn value<'a>(part: &'a [(String, String)], name: &str) -> &'a str {
    let mut found = part.iter().filter(|(it, _)| it == name);
    let (_, value) = found.next().unwrap_or_else(|| panic!("no {name}"));
    assert!(found.next().is_none(), "two of {name}");
    value
}

#[test]
fn every_payment_is_a_day_in_the_calendar_with_an_identity_of_its_own_and_two_reminders() {
    for (name, offer) in every_kind() {
        for languages in EVERY {
            let text = with_made(&offer, |made| calendar(made, languages));
            let events = parts(&text, "VEVENT");
            let expected = payments(&offer);
            assert_eq!(events.len(), expected.len(), "{name}");
            for ((event, (day, amount)), number) in events.iter().zip(&expected).zip(1..) {
                assert_eq!(value(event, "UID"), format!("{CODE}-{number}@quittance"));
                assert_eq!(value(event, "DTSTART"), day.replace('-', ""), "{name}");
                assert_eq!(value(event, "DTSTAMP"), "20261121T000000Z");
                let sum = money(Locale::En, *amount, offer.claim.currency);
                let said = value(event, "SUMMARY");
                assert!(said.contains(&sum), "{name}: {sum} in {said}");
                // A locked screen names neither the creditor nor a debt.
                assert!(!said.contains("QTB") && !said.contains("债"), "{said}");
            }
            let alarms = parts(&text, "VALARM");
            assert_eq!(alarms.len(), expected.len() * 2, "{name}");
            let triggers: Vec<&str> = alarms[..2].iter().map(|it| value(it, "TRIGGER")).collect();
            assert_eq!(triggers, ["-P2DT15H", "PT9H"]);
        }
    }
}

#[test]
fn calendar_lines_are_folded_at_75_octets_between_characters_and_end_as_they_should() {
    let mut offer = card();
    // Every offset of a three-byte character against the fold, and everything that must be escaped.
    offer.parties.creditor.name = format!("{};,\\", "甲乙丙丁戊己庚辛".repeat(4));
    offer.parties.creditor.channels = vec!["a".repeat(100), "渠道".repeat(20)];
    for languages in EVERY {
        let text = with_made(&offer, |made| calendar(made, languages));
        assert!(text.ends_with("END:VCALENDAR\r\n"));
        assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
        for line in text.split("\r\n") {
            assert!(line.len() <= 75, "{} octets: {line}", line.len());
        }
        let longest = text.split("\r\n").map(str::len).max().unwrap();
        assert!(longest >= 73, "lines are filled: {longest}");
        let events = parts(&text, "VEVENT");
        let said = value(&events[0], "DESCRIPTION");
        let name = format!("{};,\\", "甲乙丙丁戊己庚辛".repeat(4));
        assert!(said.contains(&name) && said.contains('\n'), "{said}");
        assert!(
            text.replace("\r\n ", "").contains("庚辛\\;\\,\\\\\\n"),
            "{text}"
        );
        assert!(said.contains(&"渠道".repeat(20)), "{said}");
    }
}

#[test]
fn the_same_offer_makes_the_same_files_and_another_one_other_identities() {
    let offer = card();
    let twice = [0, 1].map(|_| with_made(&offer, |made| calendar(made, Languages::Both)));
    assert_eq!(twice[0], twice[1]);
    let other = with_made(&offer, |made| {
        let made = Made {
            code: "0000-0000",
            ..*made
        };
        calendar(&made, Languages::Both)
    });
    let identities = |text: &str| -> Vec<String> {
        let events = parts(text, "VEVENT");
        events
            .iter()
            .map(|it| value(it, "UID").to_owned())
            .collect()
    };
    let (mine, theirs) = (identities(&twice[0]), identities(&other));
    assert_eq!(mine.len(), 37);
    assert!(mine.iter().all(|id| !theirs.contains(id)));
}

fn rows(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').unwrap();
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.as_bytes());
    let rows = reader
        .records()
        .map(|row| row.unwrap().iter().map(str::to_owned).collect());
    rows.collect()
}

#[test]
fn the_table_holds_every_line_of_the_schedule_as_plain_numbers() {
    for (name, offer) in every_kind() {
        for languages in EVERY {
            let text = with_made(&offer, |made| table(made, languages));
            assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
            let rows = rows(&text);
            let plan = worked(&offer).plan;
            assert_eq!(rows.len(), plan.rows.len() + 1, "{name}");
            let currency = offer.claim.currency;
            for (row, line) in rows[1..].iter().zip(&plan.rows) {
                assert_eq!(row.len(), rows[0].len());
                assert_eq!(row[0], CODE);
                assert_eq!(row[1], offer.parties.creditor.name);
                assert_eq!(parse_date(&row[4]).unwrap(), line.date);
                let sum = |amount: Money| amount.to_decimal_string(currency);
                assert_eq!(row[7], sum(line.paid.total().unwrap()), "{name}");
                for (place, part) in Component::ALL.into_iter().enumerate() {
                    assert_eq!(row[8 + place], sum(line.paid.get(part)), "{name}");
                }
                assert_eq!(row[14], sum(line.interest));
                assert_eq!(row[15], sum(line.closing.total().unwrap()));
            }
        }
    }
}

#[test]
fn a_text_is_never_taken_for_a_formula_and_a_number_is_left_alone() {
    for begin in ["=", "+", "-", "@", "＝", "＋", "－", "＠", "\t"] {
        let mut offer = card();
        offer.parties.creditor.name = format!("{begin}1+\"2\",3");
        offer.parties.account = begin.to_owned();
        let rows = rows(&with_made(&offer, |made| table(made, Languages::Both)));
        for row in &rows[1..] {
            assert_eq!(row[1], format!("'{begin}1+\"2\",3"));
            assert_eq!(row[2], format!("'{begin}"));
            for cell in &row[7..] {
                assert!(
                    cell.chars()
                        .all(|letter| letter.is_ascii_digit() || letter == '.'),
                    "{cell}"
                );
            }
        }
    }
}

#[test]
fn the_data_holds_the_terms_the_figures_and_the_link() {
    for (name, offer) in every_kind() {
        let text = with_made(&offer, |made| data(made, "0.1.0"));
        let read: serde_json::Value = serde_json::from_str(&text).unwrap();
        let (plan, totals) = (worked(&offer).plan, worked(&offer).totals);
        let sum = |amount: Money| amount.to_decimal_string(offer.claim.currency);
        assert_eq!(read["format"], DATA_FORMAT);
        assert_eq!(read["version"], 1);
        assert_eq!(read["code"], CODE);
        assert_eq!(read["link"], link(&offer));
        assert_eq!(read["totals"]["paid"], sum(totals.paid), "{name}");
        assert_eq!(read["totals"]["last_date"], format_date(totals.last_date));
        let rows = read["rows"].as_array().unwrap();
        assert_eq!(rows.len(), plan.rows.len());
        for (row, line) in rows.iter().zip(&plan.rows) {
            assert_eq!(row["date"], format_date(line.date));
            assert_eq!(row["amount"], sum(line.paid.total().unwrap()), "{name}");
            assert_eq!(row["paid"]["principal"], sum(line.paid.principal));
            assert_eq!(row["left"], sum(line.closing.total().unwrap()));
        }
        let stops = read["if_payments_stop"].as_array().unwrap();
        assert_eq!(stops.len(), worked(&offer).stops.len());
        let settlement = offer.proposal.settlement.clone();
        let named = read["terms"]["settlement"].as_str().unwrap();
        assert_eq!(
            named == "lump-sum",
            settlement == quittance::engine::plan::Settlement::LumpSum,
            "{name}"
        );
        assert_eq!(
            read["opening"]["principal"],
            sum(offer.claim.components().principal)
        );
        // Amounts are text, so that no program reads them as binary fractions.
        assert!(read["totals"]["waived"].is_string(), "{name}");
    }
    let none = with_made(&card(), |made| {
        let made = Made {
            link: None,
            ..*made
        };
        data(&made, "0.1.0")
    });
    let read: serde_json::Value = serde_json::from_str(&none).unwrap();
    assert!(read["link"].is_null());
}

#[test]
fn files_are_named_by_paper_code_and_language() {
    with_made(&card(), |made| {
        let name = |kind, languages| made.file_name(kind, languages, "pdf");
        assert_eq!(
            name(PaperKind::Agreement, Languages::One(Locale::Zh)),
            "quittance-agreement-7F3K-92QD-zh.pdf"
        );
        assert_eq!(
            name(PaperKind::Arrears, Languages::Both),
            "quittance-arrears-2026-11-21-zh-en.pdf"
        );
    });
}

#[test]
fn a_note_of_payments_is_in_order_with_its_running_sum() {
    let payment = |date, minor| PaymentReceived {
        date: parse_date(date).unwrap(),
        amount: Money::from_minor(minor).unwrap(),
    };
    let noted = [payment("2027-01-25", 120_050), payment("2026-12-25", 100)];
    for languages in EVERY {
        let text = with_made(&card(), |made| paid_table(made, &noted, languages));
        assert!(text.starts_with('\u{feff}') && text.matches("\r\n").count() == 3);
        let body = text.trim_start_matches('\u{feff}');
        let mut reader = csv::Reader::from_reader(body.as_bytes());
        assert_eq!(reader.headers().unwrap().len(), 7);
        let rows: Vec<Vec<String>> = reader
            .records()
            .map(|row| row.unwrap().iter().map(str::to_owned).collect())
            .collect();
        assert_eq!(rows[0][3..], ["2026-12-25", "CNY", "1.00", "1.00"]);
        assert_eq!(rows[1][3..], ["2027-01-25", "CNY", "1200.50", "1201.50"]);
        assert_eq!(rows[0][0], CODE);
    }
}
