//! What a person reads when something does not fit: every refusal pinned in both languages, drawn from real input where
//! there is a way to it.
#![expect(
    clippy::unwrap_used,
    reason = "a test speaks by failing, in what it calls too"
)]

mod offers;
mod refusals;

use std::collections::BTreeSet;

use offers::{card, cents, day, document, every_kind, worked};
use quittance::agreement::Offer;
use quittance::engine::calendar::Frequency;
use quittance::engine::claim::{Component, read_case};
use quittance::engine::fields::Problem;
use quittance::engine::money::{Currency, Money, Rate, Share};
use quittance::engine::plan::{Method, PlanError, Settlement, Size, Waiver};
use quittance::text::Locale;
use quittance::text::problem::{field_problem, plan_problem};
use quittance::text::typed::{
    TypedAmountError, TypedCountError, TypedDateError, TypedPercentError, amount_in_order,
    parse_amount, parse_count, parse_date_typed, parse_percent_typed, parse_rate_typed,
    typed_problem,
};

/// A number for every variant: a new one does not compile before it has its own, and is then missed below.
const fn place_of(problem: &Problem) -> usize {
    match problem {
        Problem::TooLong => 0,
        Problem::NotJson { .. } => 1,
        Problem::Missing => 2,
        Problem::Unknown { .. } => 3,
        Problem::NeedsText => 4,
        Problem::NeedsObject => 5,
        Problem::NeedsList => 6,
        Problem::NeedsYesNo => 7,
        Problem::NeedsCount { .. } => 8,
        Problem::TextLength { .. } => 9,
        Problem::NotAnAmount { .. } => 10,
        Problem::TooManyDecimals { .. } => 11,
        Problem::TooLarge { .. } => 12,
        Problem::Negative { .. } => 13,
        Problem::NotADate { .. } => 14,
        Problem::NotAPercentage { .. } => 15,
        Problem::NotANumber { .. } => 16,
        Problem::NotOneOf { .. } => 17,
        Problem::DoesNotAddUp { .. } => 18,
        Problem::AfterDate { .. } => 19,
        Problem::Above { .. } => 20,
        Problem::OutOfOrder => 21,
        Problem::NotEachOnce => 22,
        Problem::Overlaps { .. } => 23,
        Problem::OtherUnit { .. } => 24,
        Problem::NeverInForce { .. } => 25,
        Problem::GivesNoMore => 26,
        Problem::ReliefAfterTime => 27,
    }
}

#[test]
fn every_problem_of_a_document_reads_as_pinned() {
    for (error, zh, en) in refusals::fields() {
        assert_eq!(field_problem(Locale::Zh, &error), zh);
        assert_eq!(field_problem(Locale::En, &error), en);
    }
    let pinned: BTreeSet<usize> = refusals::fields()
        .iter()
        .map(|(error, ..)| place_of(&error.problem))
        .collect();
    assert_eq!(pinned, (0..28).collect(), "a problem is not pinned");
}

#[test]
fn every_problem_of_a_proposal_reads_as_pinned() {
    for (error, zh, en) in refusals::plans() {
        assert_eq!(plan_problem(Locale::Zh, Currency::Cny, &error), zh);
        assert_eq!(plan_problem(Locale::En, Currency::Cny, &error), en);
    }
}

#[test]
fn every_problem_of_what_is_typed_reads_as_pinned() {
    for (error, zh, en) in refusals::typed() {
        assert_eq!(typed_problem(Locale::Zh, error), zh);
        assert_eq!(typed_problem(Locale::En, error), en);
    }
}

/// What is read when the card offer with a change cannot be laid out.
fn refusal(change: impl Fn(&mut Offer)) -> (PlanError, String) {
    let mut offer = card();
    change(&mut offer);
    let error = offer.work_out().unwrap_err();
    (
        error,
        plan_problem(Locale::En, offer.claim.currency, &error),
    )
}

fn monthly(method: Method, size: Size, multiple: Option<Money>) -> Settlement {
    Settlement::Instalments {
        repayment: method.into(),
        frequency: Frequency::MONTHLY,
        size,
        multiple,
    }
}

#[test]
fn proposals_that_do_not_fit_are_refused_in_words() {
    let (_, said) = refusal(|offer| {
        offer
            .proposal
            .concessions
            .waivers
            .set(Component::Penalty, Waiver::Amount(cents(400_000)));
    });
    assert_eq!(
        said,
        "The waiver of penalty interest is ¥4,000.00 but only ¥3,913.77 is owed: lower it to ¥3,913.77 or less."
    );
    let (_, said) = refusal(|offer| {
        offer.proposal.concessions.discount = Waiver::Amount(cents(9_999_999));
    });
    assert!(
        said.starts_with("The discount is ¥99,999.99 but the waivers leave only ¥46,575.28"),
        "{said}"
    );
    for wrong in [-1, 4_657_529] {
        let (_, said) = refusal(|offer| offer.proposal.down_payment = cents(wrong));
        assert!(
            said.ends_with("enter an amount from zero to ¥46,575.28."),
            "{said}"
        );
    }
    let (_, said) = refusal(|offer| offer.proposal.first_due = day("2026-11-20"));
    assert!(
        said.starts_with("The first payment on 20 November 2026"),
        "{said}"
    );
    let equal = Method::EqualInstalment;
    let (_, said) = refusal(|offer| {
        offer.proposal.settlement = monthly(equal, Size::Payment(cents(1_000)), None);
    });
    assert!(
        said.starts_with("¥10.00 each time does not pay this debt off"),
        "{said}"
    );
    for count in [0, 601, u32::MAX] {
        let (_, said) = refusal(|offer| {
            offer.proposal.settlement = monthly(equal, Size::Count(count), None);
        });
        assert_eq!(
            said, "That number of payments cannot be laid out: enter 1 to 600.",
            "{count}"
        );
    }
    let (error, _) = refusal(|offer| {
        let size = Size::Payment(cents(160_000));
        offer.proposal.settlement = monthly(Method::EqualPrincipal, size, None);
    });
    assert_eq!(error, PlanError::NeedsEqualInstalments);
    let (error, _) = refusal(|offer| {
        offer.proposal.settlement = monthly(equal, Size::Count(12), Some(Money::ZERO));
    });
    assert_eq!(error, PlanError::MultipleNotPositive);
    let (_, said) = refusal(|offer| {
        offer.proposal.settlement = monthly(equal, Size::Count(36), Some(cents(1_000_000)));
    });
    assert!(
        said.starts_with("Rounded up, ") && said.contains(" of the 36 payments"),
        "{said}"
    );
    let (error, _) = refusal(|offer| {
        offer.proposal.first_due = day("9999-12-01");
        offer.proposal.settlement = monthly(equal, Size::Count(36), None);
        offer.proposal.rate = Rate::ZERO;
    });
    assert!(matches!(error, PlanError::Date(_)), "{error:?}");
}

#[test]
fn offers_that_fit_are_not_refused() {
    for (name, offer) in every_kind() {
        let paid = worked(&offer).totals.paid;
        assert!(paid.is_positive(), "{name}");
        assert_eq!(document(&offer).sections.len(), 22, "{name}");
    }
}

#[test]
fn a_wrong_count_of_payments_says_the_range_in_chinese_too() {
    let mut offer = card();
    offer.proposal.settlement = monthly(Method::EqualInstalment, Size::Count(0), None);
    let error = offer.work_out().unwrap_err();
    let said = plan_problem(Locale::Zh, Currency::Cny, &error);
    assert_eq!(said, "期数不在可排范围内：请写1至600期。");
}

#[test]
fn a_case_file_that_does_not_fit_is_refused_at_its_field() {
    let read = |text: &str| field_problem(Locale::En, &read_case(text).unwrap_err());
    assert_eq!(
        read("{\"format\": "),
        "The document: not JSON from line 1, column 11 on; check the quotation marks, commas and brackets there."
    );
    assert_eq!(
        read("[]"),
        "The document: needs a group of fields; put them in braces."
    );
    assert_eq!(read("{}"), "Format (format): missing; add it.");
    assert!(
        read("{\"formatt\": 1}")
            .starts_with("Formatt (formatt): no such name here; use one of those known (format, ")
    );
    assert_eq!(
        read(r#"{"format": "quittance-case/9"}"#),
        "Format (format): \"quittance-case/9\" is not known here; write one of: quittance-case/1."
    );
    assert!(read(&" ".repeat((1 << 20) + 1)).starts_with("The document: longer than 1024 KB"));
}

#[test]
fn amounts_are_read_as_people_write_them() {
    let cny = |text: &str| parse_amount(text, Currency::Cny).map(Money::minor);
    for (text, minor) in [
        ("48532.17", 4_853_217),
        ("48,532.17", 4_853_217),
        ("４８，５３２．１７", 4_853_217),
        (" ¥ 48,532.17 ", 4_853_217),
        ("￥48,532.17", 4_853_217),
        ("48532.17元", 4_853_217),
        ("人民币48532.17元", 4_853_217),
        ("rmb 48532.17", 4_853_217),
        ("48 532.17", 4_853_217),
        ("48\u{a0}532.17", 4_853_217),
        ("４８５３２。１７", 4_853_217),
        ("4.85万", 4_850_000),
        ("4.85万元", 4_850_000),
        ("¥4.85 万", 4_850_000),
        ("４．８５万", 4_850_000),
        ("4.853217万", 4_853_217),
        ("0.5万", 500_000),
        ("12万", 12_000_000),
        ("1,200万", 1_200_000_000),
        ("800", 80_000),
        ("0800", 80_000),
        ("5.", 500),
        (".5", 50),
        ("0", 0),
        ("1,234,567.8", 123_456_780),
    ] {
        assert_eq!(cny(text), Ok(minor), "{text}");
    }
    assert_eq!(
        parse_amount("£1,200.00", Currency::Gbp).map(Money::minor),
        Ok(120_000)
    );
    assert_eq!(
        parse_amount("JP¥1,200", Currency::Jpy).map(Money::minor),
        Ok(1_200)
    );
    assert_eq!(
        parse_amount("¥1,200", Currency::Jpy).map(Money::minor),
        Ok(1_200)
    );
}

#[test]
fn amounts_are_put_in_order_without_a_change_of_value() {
    for (typed, written) in [
        ("4.85万", "48,500"),
        ("４８，５３２．１７", "48,532.17"),
        ("¥2000.5", "2,000.50"),
        ("1200.00", "1,200"),
    ] {
        let ordered = amount_in_order(typed, Currency::Cny).unwrap();
        assert_eq!(ordered, written);
        assert_eq!(
            parse_amount(&ordered, Currency::Cny),
            parse_amount(typed, Currency::Cny)
        );
        assert_eq!(amount_in_order(&ordered, Currency::Cny), None);
    }
    for typed in ["", "800", "30%", "2,00", "abc", "£5", "1.234"] {
        assert_eq!(amount_in_order(typed, Currency::Cny), None, "{typed}");
    }
}

#[test]
fn amounts_that_could_be_read_two_ways_are_refused() {
    let cny = |text: &str| parse_amount(text, Currency::Cny);
    for text in [
        "48,53",
        "4,8532.17",
        "48,5321",
        ",485",
        "4853,217",
        "48 53",
        "1,,000",
        "1,000,",
    ] {
        assert_eq!(cny(text), Err(TypedAmountError::Grouping), "{text}");
    }
    for text in [
        "abc",
        "1e5",
        "1_000",
        "1.2.3",
        "48.532,17",
        "4万8",
        "万",
        "元",
        ".",
        "1+1",
        "４８、５３",
        "--5x",
    ] {
        let refused = cny(text).unwrap_err();
        let expected = if text.starts_with('-') {
            TypedAmountError::Negative
        } else {
            TypedAmountError::NotANumber
        };
        assert_eq!(refused, expected, "{text}");
    }
    for text in ["", " ", "\u{3000}"] {
        assert_eq!(cny(text), Err(TypedAmountError::Empty), "{text:?}");
    }
    for text in ["-5", "¥-5", "-¥5", "－５", "−5"] {
        assert_eq!(cny(text), Err(TypedAmountError::Negative), "{text}");
    }
    for text in ["1.005", "4.8532171万"] {
        assert_eq!(
            cny(text),
            Err(TypedAmountError::TooManyDecimals { allowed: 2 }),
            "{text}"
        );
    }
    assert_eq!(
        parse_amount("1.5", Currency::Jpy),
        Err(TypedAmountError::TooManyDecimals { allowed: 0 })
    );
    for text in ["9999999999999999", "99999999999999万", &"9".repeat(400)] {
        assert_eq!(cny(text), Err(TypedAmountError::TooLarge), "{text}");
    }
    for text in ["£5", "$5", "5美元", "GBP 5", "€5"] {
        let expected = Currency::Cny;
        assert_eq!(
            cny(text),
            Err(TypedAmountError::OtherCurrency { expected }),
            "{text}"
        );
    }
    let expected = Currency::Gbp;
    assert_eq!(
        parse_amount("¥5", Currency::Gbp),
        Err(TypedAmountError::OtherCurrency { expected })
    );
}

#[test]
fn percentages_counts_and_dates_are_read_as_people_write_them() {
    let half = Share::parse_percent("50").unwrap();
    for text in ["50", "50%", "５０％", " 50 % ", "50.", "050"] {
        assert_eq!(parse_percent_typed(text), Ok(half), "{text}");
    }
    let outside = Err(TypedPercentError::OutsideRange { most: 100 });
    assert_eq!(parse_percent_typed("101"), outside);
    assert_eq!(parse_percent_typed("-1"), outside);
    assert_eq!(parse_percent_typed(""), Err(TypedPercentError::Empty));
    for text in ["half", "%", "5 0", "1,5"] {
        assert_eq!(
            parse_percent_typed(text),
            Err(TypedPercentError::NotANumber),
            "{text}"
        );
    }
    assert_eq!(
        parse_percent_typed("1.123456789"),
        Err(TypedPercentError::TooPrecise)
    );
    assert_eq!(
        parse_rate_typed("18.25%"),
        Ok(Rate::parse_percent("18.25").unwrap())
    );
    let outside = Err(TypedPercentError::OutsideRange { most: 100_000 });
    assert_eq!(parse_rate_typed("100001"), outside);
    assert_eq!(parse_rate_typed("-1"), outside);

    for text in ["36", "３６", "36期", " 36 期 ", "36个月"] {
        assert_eq!(parse_count(text, 1..=600), Ok(36), "{text}");
    }
    let outside = Err(TypedCountError::OutsideRange {
        least: 1,
        most: 600,
    });
    for text in ["0", "601", "-3", "99999999999"] {
        assert_eq!(parse_count(text, 1..=600), outside, "{text}");
    }
    assert_eq!(parse_count("", 1..=600), Err(TypedCountError::Empty));
    for text in ["3.5", "期", "many", "-"] {
        assert_eq!(
            parse_count(text, 1..=600),
            Err(TypedCountError::NotANumber),
            "{text}"
        );
    }

    for text in [
        "2026-11-21",
        "2026/11/21",
        "2026.11.21",
        "2026年11月21日",
        "2026 年 11 月 21 日",
        "2026年11月21号",
        "２０２６－１１－２１",
        "２０２６年１１月２１日",
        "21 November 2026",
        "21 nov 2026",
    ] {
        assert_eq!(parse_date_typed(text), Ok(day("2026-11-21")), "{text}");
    }
    assert_eq!(parse_date_typed("2026-1-5"), Ok(day("2026-01-05")));
    assert_eq!(parse_date_typed(" "), Err(TypedDateError::Empty));
    for text in [
        "21/11/2026",
        "11-21",
        "2026-11",
        "26-11-21",
        "tomorrow",
        "2026-11-21-1",
        "21 No 2026",
    ] {
        assert_eq!(
            parse_date_typed(text),
            Err(TypedDateError::NotADate),
            "{text}"
        );
    }
    for text in ["2026-02-30", "2026年13月1日", "31 June 2026"] {
        assert_eq!(
            parse_date_typed(text),
            Err(TypedDateError::NoSuchDay),
            "{text}"
        );
    }
    assert_eq!(
        parse_date_typed("1899-12-31"),
        Err(TypedDateError::OutOfRange)
    );
}
