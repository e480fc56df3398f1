//! Packs that tell segments apart: what lies between them, and rules written for some of them.

use super::{CLEAN, alone, article, cap, days, desk, house_with, law, rule, under};
use quittance::engine::rules::Pack;

fn segmented(segments: &[&str], rules: &[String]) -> Pack {
    let written = format!(r#"{}"segments":[{}],"#, desk("6", ""), segments.join(","));
    house_with(&written, rules)
}

const YOUNG: &str = r#"{"id":"young","days_past_due":{"from":0,"to":30}}"#;
const MIDDLE: &str = r#"{"id":"middle","days_past_due":{"from":31,"to":90}}"#;
const OLD: &str = r#"{"id":"old","days_past_due":{"from":91}}"#;

fn of(segments: &str) -> String {
    format!(r#""applies":{{"segments":[{segments}]}},"#)
}

#[test]
fn days_that_no_segment_takes() {
    let rules = [rule("A", &cap("12"), "block", "")];
    assert_eq!(
        alone(&segmented(&[YOUNG, OLD], &rules)),
        ["error segment-gap segments.2.days_past_due "]
    );
    assert_eq!(alone(&segmented(&[YOUNG, MIDDLE, OLD], &rules)), CLEAN);
    // In any order of the file.
    assert_eq!(alone(&segmented(&[OLD, YOUNG, MIDDLE], &rules)), CLEAN);
    let sized = |from: &str, to: &str| {
        format!(r#"{{"id":"{from}","balance":{{"from":"{from}","to":"{to}"}}}}"#)
    };
    let small = sized("0.00", "5000.00");
    assert_eq!(
        alone(&segmented(&[&small, &sized("5000.02", "90000.00")], &rules)),
        ["error segment-gap segments.2.balance "]
    );
    assert_eq!(
        alone(&segmented(&[&small, &sized("5000.01", "90000.00")], &rules)),
        CLEAN
    );
}

#[test]
fn values_for_different_segments_do_not_meet() {
    let rules = |first: &str, second: &str| {
        [
            rule("A", &cap("12"), "block", &of(first)),
            rule("B", &cap("10"), "block", &of(second)),
        ]
    };
    let every = [YOUNG, MIDDLE, OLD];
    assert_eq!(
        alone(&segmented(
            &every,
            &rules(r#""young""#, r#""middle","old""#)
        )),
        CLEAN
    );
    assert_eq!(
        alone(&segmented(
            &every,
            &rules(r#""young","middle""#, r#""middle","old""#)
        )),
        ["error overlap rules.2.applies.days_past_due B A"]
    );
    // What lies between the segments of two rules is for a rule of another segment, or for none: no band ends there.
    assert_eq!(
        alone(&segmented(&every, &rules(r#""young""#, r#""old""#))),
        CLEAN
    );
}

#[test]
fn a_band_within_no_segment() {
    let rules = [rule("A", &cap("12"), "block", &days(40, Some(60)))];
    assert_eq!(
        alone(&segmented(&[YOUNG], &rules)),
        ["error outside-segments rules.1.applies A"]
    );
    assert_eq!(alone(&segmented(&[MIDDLE], &rules)), CLEAN);
}

#[test]
fn the_law_is_looked_at_segment_by_segment() {
    let law = law(&[article(
        "LAW",
        &cap("10"),
        "block",
        &days(91, None),
        "Act of 2020 [R]",
    )]);
    let house = |segment: &str| {
        segmented(
            &[YOUNG, MIDDLE, OLD],
            &[rule("A", &cap("12"), "block", &of(segment))],
        )
    };
    assert_eq!(under(&[&law], &house(r#""young""#)), CLEAN);
    assert_eq!(
        under(&[&law], &house(r#""middle","old""#)),
        ["error loosens rules.1.limit A LAW"]
    );
}
