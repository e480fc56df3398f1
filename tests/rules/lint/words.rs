//! What people read of a finding.

use super::{article, cap, changed, days, desk, house, house_with, law, private, rule};
use crate::option::date;
use quittance::engine::money::Currency;
use quittance::engine::rules::{LintFinding, Pack, lint};
use quittance::text::Locale;
use quittance::text::lint::sentence;
use std::collections::BTreeSet;

fn said(locale: Locale, pack: &Pack, above: &[&Pack]) -> Vec<String> {
    lint(pack, above, None)
        .iter()
        .map(|one| sentence(locale, one, Currency::Cny))
        .collect()
}

#[test]
fn an_overlap_a_gap_and_a_loosening_are_said_with_what_to_do() {
    let overlap = house(&[
        rule("A", &cap("12"), "block", &days(0, Some(60))),
        rule("B", &cap("10"), "block", &days(31, Some(90))),
    ]);
    assert_eq!(
        said(Locale::En, &overlap, &[]),
        [
            "What the plan costs a year: B (at most 10% a year) and A (at most 12% a year) bind with equal weight where they \
          overlap (days past due: 31 to 60), and nothing says which value counts. End one band where the other begins."
        ]
    );
    assert_eq!(
        said(Locale::Zh, &overlap, &[]),
        [
            "方案的年化成本：B（不超过年化10%）与A（不超过年化12%）在重叠处（逾期天数31至60）级别相同而数值不同，无法确定以哪个为准。\
          请让一段在另一段开始之前结束。"
        ]
    );
    let gap = house(&[
        rule(
            "A",
            &cap("12"),
            "block",
            r#""applies":{"signed":{"to":"2022-06-30"}},"#,
        ),
        rule(
            "B",
            &cap("10"),
            "block",
            r#""applies":{"signed":{"from":"2022-07-02"}},"#,
        ),
    ]);
    assert_eq!(
        said(Locale::En, &gap, &[]),
        [
            "What the plan costs a year: no rule covers contracts made: 1 July 2022; A ends before and B begins after. Extend \
          one of the two bands, or add a rule between."
        ]
    );
    assert_eq!(
        said(Locale::Zh, &gap, &[]),
        [
            "方案的年化成本：没有规则覆盖合同签订日2022年7月1日，A在此之前结束，B在此之后开始。请延长其中一段，或者在中间补一条规则。"
        ]
    );
    let law = law(&[article("LAW", &cap("15.4"), "block", "", "Act of 2020 [R]")]);
    let loose = house(&[rule("A", &cap("18"), "block", "")]);
    assert_eq!(
        said(Locale::En, &loose, &[&law]),
        [
            "What the plan costs a year: A (at most 18% a year) leaves more room than LAW (at most 15.4% a year) of law for \
          the same debts, and a lower layer may only tighten. Bring A within that limit, or remove it."
        ]
    );
    assert_eq!(
        said(Locale::Zh, &loose, &[&law]),
        [
            "方案的年化成本：对同样的债务，A（不超过年化18%）比law的LAW（不超过年化15.4%）宽松，而下层规则只能收紧。\
          请把A调到该限额以内，或者删去它。"
        ]
    );
}

/// Packs that together have every flaw.
fn every_flaw() -> Vec<LintFinding> {
    let agreed = r#"{"kind":"allowed-frequencies","frequencies":["monthly","agreed-days"]}"#;
    let between = r#"{"kind":"maximum-days-between","days":30}"#;
    let total = r#"{"kind":"waiver-cap-total","share":"20"}"#;
    let count = r#"{"kind":"maximum-instalments","count":6}"#;
    let few = r#"{"kind":"minimum-payments","count":7}"#;
    let penalty = r#"{"kind":"waiver-cap","component":"penalty","share":"30"}"#;
    let statute = law(&[
        article("READ", &cap("15.4"), "block", "", "Act of 2020 [R]"),
        article("UNMARKED", penalty, "warn", "", "Act of 2020"),
        article("SECOND", count, "block", "", "Notice [2]").replace("public", "private"),
    ]);
    let sourceless = changed(house(&[rule("A", total, "block", "")]), |rule| {
        rule.source = String::new();
    });
    let timeless = changed(house(&[rule("A", &cap("9"), "block", "")]), |rule| {
        rule.effective.from = Some(date("2029-01-01"));
    });
    let packs = [
        house(&[
            rule("A", &cap("12"), "block", &days(0, Some(30))),
            rule("B", &cap("10"), "block", &days(61, None)),
            rule("C", &cap("9"), "block", &days(20, Some(25))),
            rule("D", &cap("20"), "supervisor", &days(70, None)),
        ]),
        house(&[
            rule("A", total, "block", ""),
            rule(
                "B",
                r#"{"kind":"waiver-cap-total","share":"10"}"#,
                "block",
                &days(31, None),
            ),
            private("C", total, "block"),
            rule("D", total, "block", ""),
        ]),
        house(&[rule(
            "B",
            &cap("12"),
            "block",
            r#""applies":{"products":["receivable"]},"#,
        )]),
        house(&[rule("A", agreed, "block", ""), rule("B", few, "block", "")]),
        house(&[
            rule("A", agreed, "block", ""),
            rule("B", between, "block", ""),
            rule("C", count, "block", ""),
            rule("D", few, "block", ""),
        ]),
        house_with(
            &desk("18", r#""penalty":"50""#),
            &[rule("A", penalty, "block", "")],
        ),
        sourceless,
        timeless,
        house(&[
            rule(
                "A",
                r#"{"kind":"allowed-strategies","strategies":["waiver"]}"#,
                "block",
                "",
            ),
            rule(
                "B",
                total,
                "block",
                r#""applies":{"strategies":["waiver"]},"#,
            ),
            rule(
                "C",
                r#"{"kind":"maximum-deferral-days","days":30}"#,
                "block",
                r#""applies":{"customers":["willing-able","willing-unable"]},"#,
            ),
            rule(
                "D",
                r#"{"kind":"maximum-deferral-days","days":20}"#,
                "block",
                r#""applies":{"customers":["unwilling-able","unwilling-unable"]},"#,
            ),
        ]),
        house_with(
            &format!(
                r#"{}"segments":[{{"id":"young","days_past_due":{{"from":0,"to":30}}}},
                {{"id":"old","days_past_due":{{"from":61}}}}],"#,
                desk("6", "")
            ),
            &[rule("A", &cap("9"), "block", &days(40, Some(50)))],
        ),
    ];
    let mut found = lint(&statute, &[], None);
    for pack in &packs {
        found.extend(lint(pack, &[&statute], None));
    }
    let expiring = house(&[rule(
        "A",
        &cap("9"),
        "block",
        r#""effective_to":"2026-02-01","#,
    )]);
    for day in ["2025-01-01", "2026-11-22", "2028-01-01"] {
        found.extend(lint(&expiring, &[], Some(date(day))));
    }
    found
}

#[test]
fn every_flaw_is_said_in_both_languages_with_its_rules_and_what_to_do() {
    let found = every_flaw();
    let codes: BTreeSet<&str> = found.iter().map(|one| one.flaw.code()).collect();
    assert_eq!(codes.len(), 29, "{codes:?}");
    let guide = include_str!("../../../docs/rule-packs.md");
    for code in codes {
        assert!(guide.contains(&format!("`{code}`")), "{code}");
    }
    for finding in &found {
        let zh = sentence(Locale::Zh, finding, Currency::Cny);
        let en = sentence(Locale::En, finding, Currency::Cny);
        for id in finding.rule_ids() {
            assert!(zh.contains(id) && en.contains(id), "{id}: {zh} {en}");
        }
        assert!(zh.ends_with('。') && zh.matches('。').count() >= 2, "{zh}");
        assert!(en.ends_with('.') && en.matches(". ").count() >= 1, "{en}");
        let is_chinese =
            |letter: char| matches!(letter, '\u{3000}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}');
        assert!(!en.chars().any(is_chinese), "{en}");
        for empty in ["()", "（）", "  ", "“”", " .", " ,", "，，"] {
            assert!(!zh.contains(empty) && !en.contains(empty), "{zh} {en}");
        }
    }
}
