//! Whom a rule binds besides product and age, and the segments of a pack.

use super::option::{Case, card, money, pack_of, pack_text, rule, sample};
use quittance::engine::claim::{Customer, CustomerType, Product};
use quittance::engine::fields::Problem;
use quittance::engine::money::Currency;
use quittance::engine::rules::{Decision, Outcome, Pack, Unfit, Why, read_pack};
use quittance::text::Locale;
use quittance::text::finding::unfit;

const COUNT: &str = r#"{"kind":"maximum-instalments","count":24}"#;

fn under(case: &Case, applies: &str) -> Outcome {
    let more = format!(r#""applies":{applies},"#);
    let pack = pack_of(&[rule("R", COUNT, "block", &more)]);
    case.verdict(&[&pack]).findings[0].outcome
}

fn silent(why: Why) -> Outcome {
    Outcome::DoesNotApply { why }
}

#[test]
fn a_rule_may_be_for_debts_of_a_size() {
    // 48,532.17 is owed.
    let case = card();
    assert!(under(&case, r#"{"balance":{"from":"48532.17"}}"#).is_broken());
    assert!(under(&case, r#"{"balance":{"to":"48532.17"}}"#).is_broken());
    let other = silent(Why::OtherBalance);
    assert_eq!(under(&case, r#"{"balance":{"from":"48532.18"}}"#), other);
    assert_eq!(
        under(&case, r#"{"balance":{"from":"0.00","to":"48532.16"}}"#),
        other
    );
}

#[test]
fn a_rule_may_be_for_types_of_customers() {
    // Willing and not able.
    let case = card();
    let able = r#"{"customers":["willing-able","unwilling-able"]}"#;
    assert!(under(&case, r#"{"customers":["willing-unable"]}"#).is_broken());
    assert_eq!(under(&case, able), silent(Why::OtherCustomer));
    let unknown = card().noted(None);
    assert_eq!(under(&unknown, able), silent(Why::CustomerNotNoted));
    for (willing, able, kind) in [
        (true, true, CustomerType::WillingAble),
        (true, false, CustomerType::WillingUnable),
        (false, true, CustomerType::UnwillingAble),
        (false, false, CustomerType::UnwillingUnable),
    ] {
        let customer = Customer {
            willing,
            able,
            promises_broken: 0,
        };
        let only = format!(r#"{{"customers":["{}"]}}"#, kind.code());
        assert!(under(&card().noted(Some(customer)), &only).is_broken());
    }
}

#[test]
fn a_rule_may_be_for_options_that_use_a_strategy() {
    let relief = r#"{"strategies":["waiver","discount"]}"#;
    assert!(under(&card(), relief).is_broken());
    let plain = sample("card-cn");
    assert_eq!(under(&plain, relief), silent(Why::OtherStrategy));
    assert!(under(&plain, r#"{"strategies":["deferral","instalments"]}"#).is_broken());
}

const SEGMENTS: &str = r#"[
    {"id":"early","products":["credit-card"],"days_past_due":{"from":0,"to":44}},
    {"id":"late","products":["credit-card"],"days_past_due":{"from":45},"balance":{"to":"50000.00"},
     "customers":["willing-able","willing-unable"]}
]"#;

fn segmented(
    segments: &str,
    rules: &[String],
) -> Result<Pack, quittance::engine::fields::FieldError> {
    let with = format!(r#""segments":{segments},"rules""#);
    read_pack(&pack_text(rules).replace(r#""rules""#, &with))
}

#[test]
fn a_case_is_judged_by_the_segment_that_it_falls_in() {
    let early = rule("E", COUNT, "block", r#""applies":{"segments":["early"]},"#);
    let late = rule(
        "L",
        COUNT,
        "block",
        r#""applies":{"segments":["late","early"]},"#,
    );
    let pack = segmented(SEGMENTS, &[early, late]).unwrap();
    // 45 days past due.
    let verdict = card().verdict(&[&pack]);
    assert_eq!(verdict.unfit, None);
    assert_eq!(verdict.findings[0].outcome, silent(Why::OtherSegment));
    assert!(verdict.findings[1].outcome.is_broken());
    let younger = card().owing(|claim| claim.overdue_since = claim.as_of);
    assert!(younger.verdict(&[&pack]).findings[0].outcome.is_broken());
}

#[test]
fn a_case_outside_all_segments_is_refused_and_told_which_is_missing() {
    let pack = segmented(SEGMENTS, &[rule("R", COUNT, "warn", "")]).unwrap();
    let large = card().owing(|claim| {
        claim.balances.components.principal = money("50000.00");
    });
    let unwilling = card().noted(Some(Customer {
        willing: false,
        able: true,
        promises_broken: 0,
    }));
    for (case, zh, en) in [
        (
            large,
            "规则包的分组没有覆盖本案：信用卡、逾期45天、欠款¥57,332.17、客户愿意还款但暂无能力。请补上这一分组，或选择覆盖它的规则包。",
            "No segment of a rule pack covers this case: credit card, 45 days past due, ¥57,332.17 owed, a customer who is willing and not able to pay now. Add such a segment, or choose a pack that has one.",
        ),
        (
            unwilling,
            "规则包的分组没有覆盖本案：信用卡、逾期45天、欠款¥48,532.17、客户有能力但暂不愿还款。请补上这一分组，或选择覆盖它的规则包。",
            "No segment of a rule pack covers this case: credit card, 45 days past due, ¥48,532.17 owed, a customer who is able and not ready to pay yet. Add such a segment, or choose a pack that has one.",
        ),
        (
            card().noted(None),
            "规则包的分组没有覆盖本案：信用卡、逾期45天、欠款¥48,532.17、尚未记录客户情况。请补上这一分组，或选择覆盖它的规则包。",
            "No segment of a rule pack covers this case: credit card, 45 days past due, ¥48,532.17 owed, a customer of whom nothing is noted. Add such a segment, or choose a pack that has one.",
        ),
    ] {
        let verdict = case.verdict(&[&pack]);
        assert_eq!(verdict.decision, Decision::Refused);
        assert_eq!(verdict.findings[0].outcome, silent(Why::PackUnfit));
        let why = verdict.unfit.unwrap();
        assert!(matches!(
            why,
            Unfit::NoSegment {
                product: Product::CreditCard,
                days_past_due: 45,
                ..
            }
        ));
        assert_eq!(unfit(Locale::Zh, why, Currency::Cny), zh);
        assert_eq!(unfit(Locale::En, why, Currency::Cny), en);
    }
}

#[test]
fn segments_that_a_case_could_fall_in_twice_are_refused() {
    let base = r#"{"id":"a","products":["credit-card"],"days_past_due":{"from":31,"to":60},"balance":{"from":"100.00","to":"200.00"},"customers":["willing-able"]}"#;
    let beside = |other: &str| segmented(&format!("[{base},{other}]"), &[]);
    for other in [
        r#"{"id":"b"}"#,
        r#"{"id":"b","products":["bank-loan","credit-card"]}"#,
        r#"{"id":"b","days_past_due":{"from":60}}"#,
        r#"{"id":"b","days_past_due":{"from":0,"to":31}}"#,
        r#"{"id":"b","balance":{"from":"200.00"}}"#,
        r#"{"id":"b","balance":{"to":"100.00"}}"#,
        r#"{"id":"b","customers":["willing-unable","willing-able"]}"#,
    ] {
        let error = beside(other).expect_err(other);
        assert_eq!(error.path, "segments.2", "{other}");
        let with = "a".to_owned();
        assert_eq!(error.problem, Problem::Overlaps { with }, "{other}");
    }
    for apart in [
        r#"{"id":"b","products":["bank-loan"]}"#,
        r#"{"id":"b","days_past_due":{"from":61}}"#,
        r#"{"id":"b","days_past_due":{"from":0,"to":30}}"#,
        r#"{"id":"b","balance":{"from":"200.01"}}"#,
        r#"{"id":"b","balance":{"to":"99.99"}}"#,
        r#"{"id":"b","customers":["willing-unable"]}"#,
    ] {
        assert!(beside(apart).is_ok(), "{apart}");
    }
}
