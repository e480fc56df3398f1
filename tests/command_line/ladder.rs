//! `quittance ladder`, `check` and `compare`: what they answer can be put into the option, and then it holds.

use serde_json::{Value, json};

use crate::negotiation::merge;
use crate::program::{answer, quittance, refuses};

fn asked() -> Value {
    json!({
        "settlement": "instalments", "count": 12, "first_due": "2026-12-20", "rate_pct": "0",
        "down_payment": "2000.00"
    })
}

/// A house pack with a ladder, whose further steps have names to look for.
fn pack(reveal: &str) -> Value {
    let step = |id: &str, give: Value, ask: Value| json!({"id": id, "give": give, "ask": [ask]});
    json!({
        "format": "quittance-pack/1", "id": "own", "name": {"zh": "自有", "en": "Own"}, "version": "1", "layer": "house",
        "jurisdiction": "cn", "currency": "CNY", "effective_from": "2020-01-01",
        "defaults": {"plan_rate": "6", "basis": "periodic", "rounding": "half-up", "grace_days": 0, "offer_days": 3},
        "expectations": {"rate": "8", "kept": "98", "recovers": "40", "source": "house: a test"},
        "ladder": {"reveal": reveal, "source": "house: a test", "steps": [
            step("OPEN", json!({"waivers": {"penalty": "20"}}), json!({"kind": "autopay"})),
            step("BURIED", json!({"waivers": {"penalty": "40"}}), json!({"kind": "first-payment", "days": 5})),
            step("DEEPER", json!({"discount": "7"}), json!({"kind": "lump-sum"})),
        ]},
        "rules": []
    })
}

#[test]
fn every_step_put_into_the_option_is_what_it_says() {
    let mut steps = 0;
    for case in ["card-cn", "loan-cn", "micro-cn", "property-cn", "loan-gb"] {
        let mut option = asked();
        loop {
            let found = answer(
                "ladder",
                &json!({"case": case, "option": option, "authority": "manager"}),
            );
            let next = &found["next"];
            if next.is_null() {
                break;
            }
            merge(&mut option, &next["set"]);
            let plan = answer("plan", &json!({"case": case, "option": option}));
            assert_ne!(plan["verdict"]["decision"], "refused", "{case}: {option}");
            for figure in ["due_now", "count", "last_date", "paid", "waived"] {
                assert_eq!(plan["totals"][figure], next[figure], "{case}: {option}");
            }
            assert!(!next["gives"].as_array().unwrap().is_empty(), "{next}");
            assert!(!next["asks"].as_array().unwrap().is_empty(), "{next}");
            steps += 1;
            assert!(steps < 60);
        }
    }
    assert!(steps >= 10, "{steps} steps");
}

#[test]
fn a_step_in_one_sum_is_merged_as_one() {
    let document = json!({"case": "card-cn", "option": asked(), "packs": [pack("all")]});
    let found = answer("ladder", &document);
    let last = found["further"].as_array().unwrap().last().unwrap();
    assert_eq!(last["id"], "DEEPER");
    let mut option = asked();
    merge(&mut option, &last["set"]);
    let plan = answer(
        "plan",
        &json!({"case": "card-cn", "option": option, "packs": [pack("all")]}),
    );
    assert_eq!(
        (&plan["totals"]["paid"], &plan["totals"]["count"]),
        (&last["paid"], &json!(1))
    );
}

#[test]
fn hidden_steps_are_nowhere_in_what_is_written() {
    for (reveal, put, buried, deeper) in [
        ("reached", 0, false, false),
        ("reached", 1, true, false),
        ("next", 0, false, false),
        ("all", 0, true, true),
    ] {
        let document =
            json!({"case": "card-cn", "option": asked(), "put": put, "packs": [pack(reveal)]});
        let text = answer("ladder", &document).to_string();
        assert!(text.contains("OPEN"), "{text}");
        assert_eq!(text.contains("BURIED"), buried, "{reveal} {put}: {text}");
        assert_eq!(text.contains("DEEPER"), deeper, "{reveal} {put}: {text}");
    }
}

#[test]
fn what_the_month_and_the_behaviour_do_not_allow_is_said() {
    let found = |more: Value| {
        let mut document = json!({"case": "card-cn", "option": asked(), "packs": [pack("all")]});
        merge(&mut document, &more);
        answer("ladder", &document)
    };
    let tight = found(json!({"affordable": "100.00"}));
    let kinds: Vec<&Value> = tight["notes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|note| &note["kind"])
        .collect();
    assert_eq!(kinds, ["offer-above-affordable", "nothing-within-surplus"]);
    assert!(tight["next"].is_null() && tight["opening"].is_null());
    let unpaid = found(json!({"payments_since_overdue": 0}));
    assert_eq!(unpaid["notes"][0]["kind"], "no-repayment-behaviour");
    assert!(unpaid["next"].is_null());
    refuses(
        "ladder",
        &[
            (
                json!({"case": "card-cn", "option": asked(), "affordable": "1e3"}),
                "affordable",
            ),
            (
                json!({"case": "card-cn", "option": asked(), "authority": "owner"}),
                "authority",
            ),
            (
                json!({"case": "card-cn", "option": asked(), "expectations": {"rate_pct": "8", "kept_pct": "101"}}),
                "expectations.kept_pct",
            ),
        ],
    );
}

#[test]
fn check_gives_the_verdict_of_plan_and_a_status_for_scripts() {
    let said = |option: &Value| {
        let document = json!({"case": "card-cn", "option": option}).to_string();
        let plan = quittance(&["plan"], &document);
        let check = quittance(&["check"], &document);
        let verdict = |said: &crate::program::Said| {
            let line = &said.lines[0];
            line.get("answer").unwrap_or(line)["verdict"].clone()
        };
        assert_eq!(verdict(&plan), verdict(&check), "{option}");
        let reasons = check.lines[0]["refused"].as_array().map_or(0, Vec::len);
        (check.status, reasons, verdict(&check)["decision"].clone())
    };
    let mut option = asked();
    merge(
        &mut option,
        &json!({"rate_pct": "6", "down_payment": "9707.00"}),
    );
    assert_eq!(said(&option), (0, 0, json!("allowed")));
    merge(&mut option, &json!({"down_payment": "6000.00"}));
    assert_eq!(said(&option), (1, 1, json!("needs-approval")));
    merge(&mut option, &json!({"rate_pct": "20"}));
    let (status, reasons, decision) = said(&option);
    assert_eq!((status, decision), (1, json!("refused")));
    assert!(reasons >= 2);
    refuses(
        "check",
        &[(json!({"case": "no-such", "option": asked()}), "case")],
    );
}

#[test]
fn compare_marks_what_no_other_beats_and_names_the_option_at_fault() {
    let option = |count: u32, penalty: &str| {
        let mut option = asked();
        merge(
            &mut option,
            &json!({"count": count, "rate_pct": "6", "waivers": {"penalty": penalty}, "down_payment": "9707.00"}),
        );
        option
    };
    let expectations = json!({"rate_pct": "8", "kept_pct": "97", "recovers_pct": "35"});
    let document = json!({
        "case": "card-cn", "expectations": expectations,
        "options": [option(12, "30%"), option(24, "0"), option(24, "0"), option(90, "0")]
    });
    let found = answer("compare", &document);
    assert_eq!(found["expectations"], expectations);
    let unbeaten: Vec<bool> = found["options"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["unbeaten"].as_bool().unwrap())
        .collect();
    assert_eq!(unbeaten, [true, true, true, false]);
    assert_eq!(found["options"][3]["decision"], "refused");
    assert!(found["options"][0]["gain"].is_string());
    let mut wrong = document;
    wrong["options"][2]["down_payment"] = json!("1e3");
    refuses("compare", &[(wrong.clone(), "options.3.down_payment")]);
    wrong["options"][2]["down_payment"] = json!("90000.00");
    refuses("compare", &[(wrong, "options.3")]);
}
