//! What a lender reads of a pack that is not right: the rule, the place, what stands there and how to mend it.

use super::option::{card, date, pack_text, rule};
use quittance::engine::money::Currency;
use quittance::engine::rules::{Pack, Unfit, read_pack};
use quittance::text::Locale;
use quittance::text::finding::unfit;
use quittance::text::problem::field_problem;

const COUNT: &str = r#"{"kind":"maximum-instalments","count":24}"#;

/// Both sentences of a refusal.
fn said(pack: &str) -> [String; 2] {
    let error = read_pack(pack).unwrap_err();
    Locale::ALL.map(|locale| field_problem(locale, &error))
}

fn with_limit(limit: &str) -> [String; 2] {
    said(&pack_text(&[
        rule("A", COUNT, "block", ""),
        rule("CARD-TERM", limit, "block", ""),
    ]))
}

fn both(zh: &str, en: &str) -> [String; 2] {
    assert_eq!(Locale::ALL, [Locale::Zh, Locale::En]);
    [zh.to_owned(), en.to_owned()]
}

#[test]
fn an_unknown_parameter_is_named_with_those_that_are_known() {
    assert_eq!(
        with_limit(r#"{"kind":"maximum-term-months","months":36,"weeks":2}"#),
        both(
            "“CARD-TERM”，规则、第2项、限额、weeks（rules.2.limit.weeks）：此处没有这个名称；请改为可用的名称之一（kind, months），或者删除。",
            "\"CARD-TERM\", Rules, entry 2, limit, weeks (rules.2.limit.weeks): no such name here; use one of those known (kind, months) or remove it.",
        )
    );
    let [zh, en] = with_limit(r#"{"kind":"maximum-terms","months":36}"#);
    assert!(zh.starts_with(
        "“CARD-TERM”，规则、第2项、限额、类别（rules.2.limit.kind）：“maximum-terms”不是可用的值"
    ));
    assert!(en.starts_with(
        "\"CARD-TERM\", Rules, entry 2, limit, kind (rules.2.limit.kind): \"maximum-terms\" is not known here; write one of: "
    ));
}

#[test]
fn a_limit_of_the_wrong_unit_says_which_unit_it_takes() {
    assert_eq!(
        with_limit(r#"{"kind":"maximum-total-days","share":"20"}"#),
        both(
            "“CARD-TERM”，规则、第2项、限额、比例（rules.2.limit.share）：这一类限额不以“比例（share）”计量；请改用“天数（days）”。",
            "\"CARD-TERM\", Rules, entry 2, limit, share (rules.2.limit.share): this kind of limit is not measured by share; use days.",
        )
    );
    assert_eq!(
        with_limit(r#"{"kind":"restructures","days":2}"#)[1],
        "\"CARD-TERM\", Rules, entry 2, limit, days (rules.2.limit.days): this kind of limit is not measured by days; use most, within_months."
    );
    assert_eq!(
        with_limit(r#"{"kind":"maximum-total-days","days":"20 %"}"#),
        both(
            "“CARD-TERM”，规则、第2项、限额、天数（rules.2.limit.days）：最多为36500；请写0至36500的整数，如果是列表，请不要超过36500项。",
            "\"CARD-TERM\", Rules, entry 2, limit, days (rules.2.limit.days): at most 36500; write a whole number from 0 to 36500 or, for a list, no more than 36500 entries.",
        )
    );
    assert_eq!(
        with_limit(r#"{"kind":"waiver-cap-total","share":"20 %"}"#),
        both(
            "“CARD-TERM”，规则、第2项、限额、比例（rules.2.limit.share）：“20 %”不是这里可用的百分比；请写成18.25这样的数字，不带百分号。",
            "\"CARD-TERM\", Rules, entry 2, limit, share (rules.2.limit.share): \"20 %\" is not a percentage that fits here; write digits such as 18.25, without a percent sign.",
        )
    );
    // A kind without a unit has none to offer.
    let [_, en] = with_limit(r#"{"kind":"moratorium","days":60}"#);
    assert!(
        en.contains("no such name here; use one of those known (kind)"),
        "{en}"
    );
}

#[test]
fn a_rule_that_ended_before_its_pack_began_is_refused() {
    let expired = r#""effective_to":"2025-12-31","#;
    assert_eq!(
        said(&pack_text(&[rule("OLD", COUNT, "block", expired)])),
        both(
            "“OLD”，规则、第1项、失效日（rules.1.effective_to）：不在规则包的有效期之内（自2026年1月1日起），永远不会适用；请改动日期，或者删除这一条。",
            "\"OLD\", Rules, entry 1, effective to (rules.1.effective_to): lies outside the days on which the pack is in force (from 1 January 2026) and would never count; move its days or take it out.",
        )
    );
    let late = pack_text(&[rule(
        "NEW",
        COUNT,
        "block",
        r#""effective_from":"2027-01-01","#,
    )])
    .replace(r#""rules""#, r#""effective_to":"2026-12-31","rules""#);
    assert_eq!(
        said(&late)[1],
        "\"NEW\", Rules, entry 1, effective from (rules.1.effective_from): lies outside the days on which the pack is in force (1 January 2026 to 31 December 2026) and would never count; move its days or take it out."
    );
    // A rule of which one day lies within counts on that day.
    let last_day = rule("A", COUNT, "block", r#""effective_to":"2026-01-01","#);
    assert!(read_pack(&pack_text(&[last_day])).is_ok());
    let duty = r#""duties":[{"id":"D","topic":"tax","words":{"zh":"甲","en":"a"},"source":"law","effective_to":"2025-12-31"}],"rules""#;
    let error = read_pack(&pack_text(&[]).replace(r#""rules""#, duty)).unwrap_err();
    assert_eq!(error.path, "duties.1.effective_to");
    assert_eq!(error.within.as_deref(), Some("D"));
}

fn segmented(segments: &str) -> String {
    pack_text(&[]).replace(r#""rules""#, &format!(r#""segments":[{segments}],"rules""#))
}

#[test]
fn a_pack_that_ended_says_so_of_a_case() {
    let over = pack_text(&[]).replace(r#""rules""#, r#""effective_to":"2026-11-19","rules""#);
    let pack = read_pack(&over).unwrap();
    let why = card().verdict(&[&pack]).unfit.unwrap();
    assert_eq!(why, Unfit::NotInForce);
    assert_eq!(
        Locale::ALL.map(|locale| unfit(locale, why, Currency::Cny)),
        both(
            "规则包在截至日期当天尚未生效或已经失效，请选择当时有效的规则包。",
            "A rule pack is not in force on the as-of date: choose one that is.",
        )
    );
}

#[test]
fn segments_that_overlap_are_refused_by_both_names() {
    let young = r#"{"id":"young","days_past_due":{"from":1,"to":30}}"#;
    let old = r#"{"id":"old","days_past_due":{"from":30}}"#;
    assert_eq!(
        said(&segmented(&format!("{young},{old}"))),
        both(
            "“old”，分组、第2项（segments.2）：与分组“young”重叠，一个案件可能同时落入两处；请改动其中一个的范围。",
            "\"old\", Segments, entry 2 (segments.2): overlaps \"young\", so that a case could fall in both; narrow one of them.",
        )
    );
}

#[test]
fn a_gap_between_segments_names_the_case_that_falls_in_it() {
    let pack: Pack = read_pack(&segmented(
        r#"{"id":"young","days_past_due":{"from":0,"to":30}},{"id":"old","days_past_due":{"from":61}}"#,
    ))
    .unwrap();
    // The card is 45 days past due.
    let why = card().verdict(&[&pack]).unfit.unwrap();
    assert_eq!(
        Locale::ALL.map(|locale| unfit(locale, why, Currency::Cny)),
        both(
            "规则包的分组没有覆盖本案：信用卡、逾期45天、欠款¥48,532.17、客户愿意还款但暂无能力。请补上这一分组，或选择覆盖它的规则包。",
            "No segment of a rule pack covers this case: credit card, 45 days past due, ¥48,532.17 owed, a customer who is willing and not able to pay now. Add such a segment, or choose a pack that has one.",
        )
    );
    let younger = card().owing(|claim| claim.overdue_since = date("2026-10-31"));
    assert_eq!(younger.verdict(&[&pack]).unfit, None);
}
