//! What changed from one pack to another, and which verdicts change with it.

use super::option::{Case, card};
use quittance::engine::calendar::Frequency;
use quittance::engine::money::Currency;
use quittance::engine::rules::{
    Decision, Effect, HeadPart, PACK_IDS, Pack, PackDiff, RuleChange, RulePart, Verdict, diff,
    diff_of_book, pack_by_id, read_pack,
};
use quittance::text::Locale;
use quittance::text::pack_diff::{book, head_change, rule_change, shift, verdict_change};
use serde_json::{Value, json};

const CARD: &str = include_str!("../../src/engine/rules/packs/house-card-cn.json");

/// The card pack and a copy that was edited as JSON.
fn edited(edit: impl FnOnce(&mut Value)) -> (Pack, Pack, PackDiff) {
    let mut file: Value = serde_json::from_str(CARD).unwrap();
    edit(&mut file);
    let (before, after) = (
        read_pack(CARD).unwrap(),
        read_pack(&file.to_string()).unwrap(),
    );
    let changes = diff(&before, &after);
    (before, after, changes)
}

/// The rule of that id in the file.
fn rule<'a>(file: &'a mut Value, id: &str) -> &'a mut Value {
    let rules = file["rules"].as_array_mut().unwrap();
    rules.iter_mut().find(|rule| rule["id"] == id).unwrap()
}

fn only(changes: &PackDiff) -> (Vec<RulePart>, Effect) {
    assert_eq!(changes.rules.len(), 1, "{changes:?}");
    match &changes.rules[0] {
        RuleChange::Changed { parts, .. } => (parts.clone(), changes.rules[0].effect()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_pack_does_not_differ_from_itself() {
    for id in PACK_IDS {
        let pack = pack_by_id(id).unwrap();
        let changes = diff(&pack, &pack);
        assert_eq!((changes.head.len(), changes.rules.len()), (0, 0), "{id}");
    }
}

#[test]
fn each_part_of_a_rule_is_named_with_what_it_does() {
    use Effect::{Loosens, Mixed, Nothing, Tightens};
    use RulePart::{Applies, Effective, Limit, Severity, Source, Visibility};
    let change =
        |id: &str, field: &str, value: Value| only(&edited(|file| rule(file, id)[field] = value).2);
    let at = |share: &str| json!({"kind": "minimum-down-payment", "share": share});
    for (id, field, value, part, effect) in [
        ("CARD-DOWN-10", "limit", at("15"), Limit, Tightens),
        ("CARD-DOWN-10", "limit", at("5"), Limit, Loosens),
        (
            "CARD-DOWN-20",
            "severity",
            json!("block"),
            Severity,
            Tightens,
        ),
        ("CARD-DOWN-10", "severity", json!("warn"), Severity, Loosens),
        (
            "CARD-DOWN-10",
            "visibility",
            json!("private"),
            Visibility,
            Nothing,
        ),
        (
            "CARD-DOWN-10",
            "source",
            json!("house: elsewhere"),
            Source,
            Nothing,
        ),
        (
            "CARD-DOWN-10",
            "applies",
            json!({"days_past_due": {"from": 31}}),
            Applies,
            Loosens,
        ),
        (
            "CARD-DOWN-10",
            "effective_to",
            json!("2026-12-31"),
            Effective,
            Loosens,
        ),
        (
            "CARD-STEPS",
            "limit",
            json!({"kind": "allowed-frequencies", "frequencies": ["monthly", "every-3-months"]}),
            Limit,
            Mixed,
        ),
    ] {
        assert_eq!(
            change(id, field, value),
            (vec![part], effect),
            "{id} {field}"
        );
    }
    // Two parts that pull the same way, and two that do not.
    let both = |severity: &str, share: &str| {
        only(
            &edited(|file| {
                rule(file, "CARD-DOWN-20")["severity"] = json!(severity);
                rule(file, "CARD-DOWN-20")["limit"] = at(share);
            })
            .2,
        )
    };
    assert_eq!(both("block", "25"), (vec![Limit, Severity], Tightens));
    assert_eq!(both("block", "12"), (vec![Limit, Severity], Mixed));
}

#[test]
fn rules_that_come_go_or_change_their_name() {
    let (_, _, gone) = edited(|file| {
        file["rules"].as_array_mut().unwrap().remove(0);
    });
    assert!(
        matches!(&gone.rules[..], [RuleChange::Removed(rule)] if rule.id == "CARD-DOWN-20"),
        "{gone:?}"
    );
    assert_eq!(gone.rules[0].effect(), Effect::Loosens);

    let (_, _, come) = edited(|file| {
        let new = json!({"id": "CARD-CHARGES-STAY", "limit": {"kind": "not-capitalisable", "component": "charges"},
            "severity": "block", "visibility": "public", "source": "house"});
        file["rules"].as_array_mut().unwrap().insert(0, new);
    });
    assert!(
        matches!(&come.rules[..], [RuleChange::Added(rule)] if rule.id == "CARD-CHARGES-STAY"),
        "{come:?}"
    );
    assert_eq!(come.rules[0].effect(), Effect::Tightens);

    // Two rules of one kind change their names and one its value: each finds the one of its own severity.
    let (_, _, renamed) = edited(|file| {
        rule(file, "CARD-DOWN-20")["id"] = json!("DOWN-SUPERVISOR");
        rule(file, "CARD-DOWN-10")["limit"]["share"] = json!("12");
        rule(file, "CARD-DOWN-10")["id"] = json!("DOWN-LEAST");
        file["rules"].as_array_mut().unwrap().swap(0, 1);
    });
    let names: Vec<(&str, &str)> = renamed
        .rules
        .iter()
        .map(|change| match change {
            RuleChange::Changed { before, after, .. } => (before.id.as_str(), after.id.as_str()),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(
        names,
        [
            ("CARD-DOWN-20", "DOWN-SUPERVISOR"),
            ("CARD-DOWN-10", "DOWN-LEAST")
        ]
    );
    assert_eq!(renamed.rules[0].effect(), Effect::Nothing);
    assert_eq!(renamed.rules[1].effect(), Effect::Tightens);
}

#[test]
fn what_changed_is_said_with_both_values() {
    let say = |id: &str, field: &str, value: Value| {
        let (_, _, changes) = edited(|file| rule(file, id)[field] = value);
        Locale::ALL.map(|locale| rule_change(locale, &changes.rules[0], Currency::Cny))
    };
    assert_eq!(
        say(
            "CARD-DOWN-10",
            "limit",
            json!({"kind": "minimum-down-payment", "share": "15"})
        ),
        [
            "CARD-DOWN-10（首付款）：限额由至少10%改为至少15%。规则包因此更严。",
            "CARD-DOWN-10 (Down payment): limit at least 15% in place of at least 10%. This tightens the pack.",
        ]
    );
    assert_eq!(
        say("CARD-DOWN-10", "severity", json!("supervisor")),
        [
            "CARD-DOWN-10（首付款）：违反后果由不能办理改为须主管审批。规则包因此更宽。",
            "CARD-DOWN-10 (Down payment): a breach means approval by a supervisor in place of refusal. This loosens the pack.",
        ]
    );
    assert_eq!(
        say(
            "CARD-DOWN-10",
            "applies",
            json!({"days_past_due": {"from": 31, "to": 90}, "products": ["credit-card"]})
        ),
        [
            "CARD-DOWN-10（首付款）：适用范围由规则包内的所有债务改为信用卡，逾期天数31至90。规则包因此更宽。",
            "CARD-DOWN-10 (Down payment): applies to credit card, days past due: 31 to 90 in place of every debt of the pack. \
             This loosens the pack.",
        ]
    );
    let (before, after, changes) = edited(|file| {
        file["version"] = json!(format!("{}-next", file["version"].as_str().unwrap()));
        file["effective_to"] = json!("2027-12-31");
        file["defaults"]["waivers"]["penalty"] = json!("20");
        file["defaults"]["offer_days"] = json!(5);
    });
    assert_eq!(
        changes.head,
        [HeadPart::Version, HeadPart::Effective, HeadPart::Defaults]
    );
    let said = |locale| -> Vec<String> {
        let parts = changes.head.iter();
        parts
            .map(|part| head_change(locale, *part, &before, &after))
            .collect()
    };
    let now = &before.version;
    assert_eq!(
        said(Locale::En),
        [
            format!("Version {now}-next in place of {now}."),
            "In force for as-of dates: 1 January 2026 to 31 December 2027 in place of as-of dates: from 1 January 2026 on.".to_owned(),
            "The desk starts from: offers open for 5 days in place of 3 days; waiver of penalty interest 20% in place of 30%.".to_owned(),
        ]
    );
    assert_eq!(
        said(Locale::Zh),
        [
            format!("版本由{now}改为{now}-next。"),
            "有效期由截至日期2026年1月1日起改为截至日期2026年1月1日至2027年12月31日。".to_owned(),
            "工作台默认条件：方案有效由3天改为5天；罚息减免由30%改为20%。".to_owned(),
        ]
    );
}

fn judged(cases: &[Case], before: &Pack, after: &Pack) -> Vec<(Verdict, Verdict)> {
    cases
        .iter()
        .map(|case| (case.verdict(&[before]), case.verdict(&[after])))
        .collect()
}

#[test]
fn a_book_says_which_cases_change_and_by_which_rules() {
    let (before, after, _) = edited(|file| {
        rule(file, "CARD-DOWN-20")["limit"]["share"] = json!("25");
        rule(file, "CARD-PENALTY-30")["limit"]["share"] = json!("50");
    });
    let plain = || card().waiving(quittance::engine::claim::Component::Penalty, "30");
    let monthly = |case: Case| case.counted(Frequency::MONTHLY, 24);
    let cases = [
        // Enough down for both packs.
        monthly(plain().down("15000.00")),
        // Enough for the first one only.
        monthly(plain().down("10000.00")),
        // Half the penalty interest is no matter for a supervisor any more.
        monthly(card().down("15000.00")),
        // Refused by both.
        monthly(plain()).with(|proposal| proposal.rate = super::option::rate("16")),
        monthly(plain().down("11000.00")),
    ];
    let pairs = judged(&cases, &before, &after);
    let seen = diff_of_book(&pairs);
    assert_eq!(seen.cases, 5);
    let places: Vec<u32> = seen.changes.iter().map(|change| change.place).collect();
    assert_eq!(places, [2, 3, 5]);
    let supervisor = Decision::NeedsApproval(quittance::engine::rules::Role::Supervisor);
    let moves: Vec<(Decision, Decision, Vec<u32>)> = seen
        .shifts
        .iter()
        .map(|shift| (shift.before, shift.after, shift.cases.clone()))
        .collect();
    assert_eq!(
        moves,
        [
            (Decision::Allowed, supervisor, vec![2, 5]),
            (supervisor, Decision::Allowed, vec![3]),
        ]
    );
    assert_eq!(seen.changes[0].broken_now, ["CARD-DOWN-20"]);
    assert_eq!(seen.changes[1].broken_before, ["CARD-PENALTY-30"]);
    assert_eq!(
        book(Locale::En, &seen),
        "Cases whose verdict changes: 3 of 5."
    );
    assert_eq!(book(Locale::Zh, &seen), "5个案件中有3个的结论改变。");
    assert_eq!(
        shift(Locale::En, &seen.shifts[0]),
        "\"Allowed\" becomes \"Needs approval: supervisor\": 2 and 5."
    );
    assert_eq!(
        shift(Locale::Zh, &seen.shifts[0]),
        "“可以达成”变为“需主管审批”：第2和5个。"
    );
    assert_eq!(
        verdict_change(Locale::En, &seen.changes[1], Currency::Cny),
        "\"Needs approval: supervisor\" becomes \"Allowed\". No longer in the way, 1 rule: CARD-PENALTY-30."
    );
    assert_eq!(
        verdict_change(Locale::Zh, &seen.changes[0], Currency::Cny),
        "“可以达成”变为“需主管审批”。新增不符合的1条规则：CARD-DOWN-20。"
    );
}

#[test]
fn a_pack_that_cannot_judge_a_case_any_more_says_why() {
    let (before, after, _) = edited(|file| file["effective_to"] = json!("2026-06-30"));
    let case = card()
        .waiving(quittance::engine::claim::Component::Penalty, "30")
        .down("15000.00")
        .counted(Frequency::MONTHLY, 24);
    let seen = diff_of_book(&judged(&[case], &before, &after));
    assert_eq!(
        verdict_change(Locale::En, &seen.changes[0], Currency::Cny),
        "\"Allowed\" becomes \"Not allowed\". A rule pack is not in force on the as-of date: choose one that is."
    );
}

#[test]
fn a_rule_broken_before_and_after_is_no_news() {
    // What is given up is a supervisor's matter under both packs; the down payment is too small for the second alone.
    let (before, after, _) =
        edited(|file| rule(file, "CARD-DOWN-10")["limit"]["share"] = json!("35"));
    let case = card().down("15000.00").counted(Frequency::MONTHLY, 24);
    let seen = diff_of_book(&judged(std::slice::from_ref(&case), &before, &after));
    assert_eq!(seen.changes[0].broken_now, ["CARD-DOWN-10"]);
    assert!(seen.changes[0].broken_before.is_empty());
    let back = diff_of_book(&judged(&[case], &after, &before));
    assert_eq!(back.changes[0].broken_before, ["CARD-DOWN-10"]);
    assert!(back.changes[0].broken_now.is_empty());
    let shared = |verdict: &Verdict| {
        let mut broken = verdict
            .findings
            .iter()
            .filter(|one| one.outcome.is_broken());
        broken.any(|one| one.rule.id == "CARD-PENALTY-30")
    };
    let pairs = judged(
        &[card().down("15000.00").counted(Frequency::MONTHLY, 24)],
        &before,
        &after,
    );
    assert!(shared(&pairs[0].0) && shared(&pairs[0].1));
}
