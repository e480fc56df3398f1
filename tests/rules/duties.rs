//! What packs ask beside their limits: read strictly, answered by day and product, said in both languages.

use super::option::{date, pack_text, rule};
use quittance::engine::claim::Product;
use quittance::engine::fields::Problem;
use quittance::engine::rules::{
    Duty, DutyTopic, Layer, PACK_IDS, Pack, Visibility, pack_by_id, read_pack,
};
use std::collections::BTreeSet;

const DUTY: &str = r#"{"id":"D","topic":"contact","words":{"zh":"甲","en":"a"},"source":"law"}"#;

fn with(duties: &str) -> String {
    let count = r#"{"kind":"maximum-instalments","count":24}"#;
    pack_text(&[rule("A", count, "block", "")])
        .replace(r#""rules""#, &format!(r#""duties":{duties},"rules""#))
}

fn statutory(id: &str) -> Pack {
    pack_by_id(id).unwrap()
}

fn ids<'a>(duties: impl Iterator<Item = &'a Duty>) -> BTreeSet<&'a str> {
    duties.map(|duty| duty.id.as_str()).collect()
}

#[test]
fn a_duty_that_is_not_right_is_refused_at_its_place() {
    let good = with(&format!("[{DUTY}]"));
    assert_eq!(read_pack(&good).unwrap().duties.len(), 1);
    for (from, to, path) in [
        (r#""topic":"contact""#, r#""topic":"weather""#, "topic"),
        (r#""topic":"contact","#, "", "topic"),
        (r#""en":"a""#, r#""en":"""#, "words.en"),
        (r#","en":"a""#, "", "words.en"),
        (r#""en":"a""#, r#""en":"a","fr":"a""#, "words.fr"),
        (r#""source":"law""#, r#""source":3"#, "source"),
        (
            r#""source":"law""#,
            r#""source":"law","severity":"block""#,
            "severity",
        ),
        (
            r#""source":"law""#,
            r#""source":"law","products":[]"#,
            "products",
        ),
        (
            r#""source":"law""#,
            r#""source":"law","effective_from":"2026-02-30""#,
            "effective_from",
        ),
        (
            r#""source":"law""#,
            r#""source":"law","effective_from":"2026-02-02","effective_to":"2026-02-01""#,
            "effective_from",
        ),
    ] {
        assert!(good.contains(from), "{from}");
        let error = read_pack(&good.replacen(from, to, 1)).expect_err(to);
        assert_eq!(error.path, format!("duties.1.{path}"), "{to}");
    }
}

#[test]
fn a_duty_bears_a_name_of_its_own() {
    let twice = read_pack(&with(&format!("[{DUTY},{DUTY}]"))).unwrap_err();
    assert_eq!(
        (twice.path.as_str(), &twice.problem),
        ("duties.2.id", &Problem::NotEachOnce)
    );
    let of_a_rule = with(&format!("[{}]", DUTY.replace(r#""D""#, r#""A""#)));
    assert_eq!(read_pack(&of_a_rule).unwrap_err().path, "duties.1.id");
    let many = vec![DUTY; 201].join(",");
    assert_eq!(
        read_pack(&with(&format!("[{many}]"))).unwrap_err().problem,
        Problem::NeedsCount { most: 200 }
    );
}

#[test]
fn a_duty_is_answered_by_the_day_and_the_product() {
    let law = statutory("cn-statutory");
    let on = |product, day| ids(law.duties_on(product, date(day)));
    let card = on(Product::CreditCard, "2026-11-20");
    assert!(card.contains("CN-ALLOC-CARD90") && card.contains("CN-ALLOC-561"));
    let loan = on(Product::BankLoan, "2026-11-20");
    assert!(!loan.contains("CN-ALLOC-CARD90") && loan.contains("CN-COMP-251"));
    // The band of card rates ended with the year 2020; the law of personal data began on 1 November 2021.
    assert!(on(Product::CreditCard, "2020-12-31").contains("CN-CARD-RATE"));
    assert!(!on(Product::CreditCard, "2021-01-01").contains("CN-CARD-RATE"));
    assert!(!on(Product::CreditCard, "2021-10-31").contains("CN-PIPL-24"));
    assert!(on(Product::CreditCard, "2021-11-01").contains("CN-PIPL-24"));
    // Before the pack itself there is nothing, and nothing of a house for debts it is not written for.
    assert_eq!(on(Product::CreditCard, "2020-08-19").len(), 0);
    let house =
        with(&format!("[{DUTY}]")).replace(r#""rules""#, r#""products":["receivable"],"rules""#);
    let house = read_pack(&house).unwrap();
    let today = date("2026-11-20");
    assert_eq!(house.duties_on(Product::Receivable, today).count(), 1);
    assert_eq!(house.duties_on(Product::CreditCard, today).count(), 0);
}

#[test]
fn every_law_says_how_its_duties_were_read_and_covers_what_the_facts_name() {
    use DutyTopic as T;
    let mut seen = BTreeSet::new();
    for (id, topics) in [
        (
            "cn-statutory",
            &[
                T::Allocation,
                T::Interest,
                T::EarlyRepayment,
                T::Extension,
                T::Waiver,
                T::Forbearance,
                T::Documents,
                T::Contact,
                T::Limitation,
                T::Signature,
                T::Decision,
                T::Data,
            ][..],
        ),
        (
            "gb-statutory",
            &[
                T::Forbearance,
                T::Documents,
                T::EarlyRepayment,
                T::Affordability,
                T::Contact,
                T::Limitation,
                T::Advice,
            ],
        ),
        (
            "us-statutory",
            &[
                T::Documents,
                T::Contact,
                T::Limitation,
                T::Interest,
                T::Payment,
                T::Signature,
                T::Tax,
                T::Advice,
            ],
        ),
    ] {
        let law = statutory(id);
        for topic in topics {
            assert!(
                law.duties.iter().any(|duty| duty.topic == *topic),
                "{id} has nothing on {}",
                topic.code()
            );
        }
        for duty in &law.duties {
            let marked = ["[R]", "[2]", "[u]"]
                .iter()
                .any(|mark| duty.source.contains(mark));
            assert!(marked, "{} does not say how it was read", duty.id);
            assert!(seen.insert(duty.id.clone()), "{} twice", duty.id);
        }
    }
}

#[test]
fn a_duty_is_said_in_its_language_and_ends_as_a_sentence() {
    for id in PACK_IDS {
        for duty in &statutory(id).duties {
            let chinese = |text: &str| text.chars().any(|letter| ('一'..='鿿').contains(&letter));
            assert!(chinese(&duty.words.zh), "{}", duty.id);
            assert!(!chinese(&duty.words.en), "{}", duty.id);
            assert!(duty.words.zh.ends_with('。'), "{}", duty.id);
            assert!(duty.words.en.ends_with('.'), "{}", duty.id);
        }
    }
}

#[test]
fn every_topic_has_a_code_of_its_own() {
    let codes: BTreeSet<&str> = DutyTopic::ALL.map(DutyTopic::code).into();
    assert_eq!(codes.len(), DutyTopic::ALL.len());
    for topic in DutyTopic::ALL {
        assert_eq!(DutyTopic::from_code(topic.code()), Some(topic));
    }
    assert_eq!(DutyTopic::from_code("weather"), None);
}

#[test]
fn private_lending_alone_is_held_to_four_times_the_lpr() {
    let law = statutory("cn-statutory");
    for rule in law
        .rules
        .iter()
        .filter(|rule| rule.id.starts_with("CN-CAP-PRIV"))
    {
        let products = rule.applies.products.as_deref();
        assert_eq!(products, Some(&[Product::PrivateLoan][..]), "{}", rule.id);
        assert_eq!(rule.visibility, Visibility::Public);
    }
    let licensed: Vec<_> = law
        .rules
        .iter()
        .filter(|rule| rule.id.starts_with("CN-CAP-FI24"))
        .collect();
    assert_eq!(licensed.len(), 3);
    for rule in licensed {
        let products = rule.applies.products.as_ref().unwrap();
        assert!(!products.contains(&Product::PrivateLoan), "{}", rule.id);
        assert!(products.contains(&Product::MicroLoan), "{}", rule.id);
    }
    assert_eq!(law.layer, Layer::Statutory);
}
