//! `quittance plan` gives the figures of the library, for every sample, and refuses with the rules' own words.

use quittance::agreement::work_out;
use quittance::engine::calendar::Frequency;
use quittance::engine::claim::{PerComponent, read_case};
use quittance::engine::money::{Money, Rate, Rounding, Share};
use quittance::engine::plan::{
    Carry, Concessions, DeferralInterest, InterestBasis, Proposal, Relief, Repayment, Settlement,
    Size, Waiver,
};
use quittance::engine::rules::{house_pack, statutory_ceiling, statutory_pack};
use quittance::samples;
use serde_json::{Value, json};

use crate::program::{answer, quittance};

fn option() -> Value {
    json!({
        "settlement": "instalments", "count": 24, "first_due": "2026-12-21", "rate_pct": "6",
        "waivers": {"penalty": "30%"}, "down_payment": "9707.00"
    })
}

#[test]
fn every_sample_comes_to_the_figures_of_the_library() {
    for sample in samples::ALL {
        let case = read_case(sample.file).unwrap();
        let statutory = statutory_pack(case.jurisdiction).unwrap();
        let house = house_pack(case.jurisdiction, case.product, case.pack.as_deref()).unwrap();
        let mut claim = case.claim;
        claim.terms.ceiling = claim
            .terms
            .ceiling
            .or_else(|| statutory_ceiling(&[&statutory, &house], case.product, &claim));
        let half = Waiver::Share(Share::parse_percent("50").unwrap());
        let proposal = Proposal {
            concessions: Concessions {
                waivers: PerComponent::all(Waiver::Nothing)
                    .with(quittance::engine::claim::Component::Penalty, half),
                discount: Waiver::Nothing,
            },
            down_payment: Money::from_minor(10_000).unwrap(),
            settlement: Settlement::Instalments {
                repayment: Repayment::EqualPrincipal,
                frequency: Frequency::FORTNIGHTLY,
                size: Size::Count(10),
                multiple: None,
            },
            first_due: quittance::engine::calendar::parse_date("2026-12-21").unwrap(),
            deferral: DeferralInterest::Frozen,
            carry: PerComponent::all(Carry::Spread),
            rate: Rate::parse_percent("6").unwrap(),
            basis: InterestBasis::Periodic,
            rounding: Rounding::HalfUp,
            relief: Relief::default(),
        };
        let worked = work_out(&claim, &proposal).unwrap();
        let said = quittance(
            &["plan"],
            &json!({"case": sample.id, "option": {
                "settlement": "instalments", "method": "equal-principal", "frequency": "fortnightly",
                "count": 10, "first_due": "2026-12-21", "rate_pct": "6", "deferral": "frozen",
                "waivers": {"penalty": "50%"}, "down_payment": "100.00"
            }})
            .to_string(),
        );
        let line = &said.lines[0];
        let given = if said.status == 1 {
            &line["answer"]
        } else {
            line
        };
        let text = |amount: Money| Value::String(amount.to_decimal_string(claim.currency));
        assert_eq!(
            given["totals"]["paid"],
            text(worked.totals.paid),
            "{}",
            sample.id
        );
        assert_eq!(
            given["rows"].as_array().unwrap().len(),
            worked.plan.rows.len()
        );
        for (row, ours) in given["rows"]
            .as_array()
            .unwrap()
            .iter()
            .zip(&worked.plan.rows)
        {
            assert_eq!(row["paid"]["total"], text(ours.paid.total().unwrap()));
            assert_eq!(row["closing"]["principal"], text(ours.closing.principal));
        }
        for (stop, ours) in given["if_payments_stop"]
            .as_array()
            .unwrap()
            .iter()
            .zip(&worked.stops)
        {
            assert_eq!(
                stop["owed"]["total"],
                text(ours.balances.components.total().unwrap())
            );
        }
    }
}

#[test]
fn a_refused_option_says_which_rules_refuse_and_still_shows_its_figures() {
    let mut wish = option();
    wish["count"] = json!(36);
    wish["down_payment"] = json!("0.00");
    wish["waivers"] = json!({"penalty": "50%"});
    let said = quittance(
        &["plan"],
        &json!({"case": "card-cn", "option": wish}).to_string(),
    );
    assert_eq!(said.status, 1);
    let reasons = said.lines[0]["refused"].as_array().unwrap();
    assert!(
        reasons
            .iter()
            .any(|reason| reason.as_str().unwrap().starts_with("CARD-DOWN-10: "))
    );
    assert_eq!(said.lines[0]["answer"]["totals"]["count"], 36);

    let allowed = answer("plan", &json!({"case": "card-cn", "option": option()}));
    assert_eq!(allowed["verdict"]["decision"], "allowed");
}

#[test]
fn a_whole_case_and_packs_of_ones_own_are_read() {
    let case: Value = serde_json::from_str(samples::by_id("card-cn").unwrap().file).unwrap();
    let by_name = answer("plan", &json!({"case": "card-cn", "option": option()}));
    assert_eq!(
        answer("plan", &json!({"case": case, "option": option()})),
        by_name
    );

    let pack = json!({
        "format": "quittance-pack/1", "id": "own", "name": {"zh": "自有", "en": "Own"}, "version": "1",
        "layer": "statutory", "jurisdiction": "cn", "currency": "CNY", "effective_from": "2020-01-01",
        "rules": [{"id": "FEW", "limit": {"kind": "maximum-instalments", "count": 6}, "severity": "block",
                   "visibility": "public", "source": "house: a test"}]
    });
    let said = quittance(
        &["plan"],
        &json!({"case": case, "option": option(), "packs": [pack]}).to_string(),
    );
    assert_eq!(said.status, 1);
    assert!(
        said.lines[0]["refused"][0]
            .as_str()
            .unwrap()
            .starts_with("FEW: ")
    );
}

#[test]
fn the_penalty_of_a_failed_debit_is_answered_apart_and_is_no_part_of_the_plan() {
    let mut case: Value = serde_json::from_str(samples::by_id("card-cn").unwrap().file).unwrap();
    let plain = answer("plan", &json!({"case": case, "option": option()}));
    assert!(plain.get("not_owed").is_none());
    case["circumstances"] = json!({"failed_debits": [{"on": "2026-10-07", "penalty": "35.00"}]});
    let said = quittance(
        &["plan"],
        &json!({"case": case, "option": option()}).to_string(),
    );
    let found = said.lines[0].get("answer").unwrap_or(&said.lines[0]);
    assert_eq!(
        found["not_owed"],
        json!({"penalty": "35.00", "failed_debits": ["2026-10-07"]})
    );
    assert_eq!(plain["opening"]["penalty"], "3913.77");
    assert_eq!(found["opening"]["penalty"], "3878.77");
    // 30 % of what is owed are given up, and nothing of what never was.
    assert_eq!(found["waived"]["penalty"], "1163.63");
}

#[test]
fn what_a_case_notes_is_judged_and_a_case_in_no_segment_is_told() {
    let mut case: Value = serde_json::from_str(samples::by_id("card-cn").unwrap().file).unwrap();
    case["circumstances"] = json!({"surplus": "900.00"});
    let pack = |extra: Value| {
        let mut pack = json!({
            "format": "quittance-pack/1", "id": "own", "name": {"zh": "自有", "en": "Own"}, "version": "1",
            "layer": "statutory", "jurisdiction": "cn", "currency": "CNY", "effective_from": "2020-01-01",
            "rules": [{"id": "BEAR", "limit": {"kind": "affordable-share", "share": "50"}, "severity": "block",
                       "visibility": "public", "source": "house: a test"}]
        });
        if !extra.is_null() {
            pack["segments"] = extra;
        }
        pack
    };
    let judged = |pack: Value| {
        let document = json!({"case": case, "option": option(), "packs": [pack]});
        quittance(&["plan"], &document.to_string())
    };
    let said = judged(pack(Value::Null));
    assert_eq!(said.status, 1);
    let reason = said.lines[0]["refused"][0].as_str().unwrap();
    assert!(
        reason.starts_with("BEAR: Asks ") && reason.contains("50% of what a month leaves, ¥450.00"),
        "{reason}"
    );
    // The same for programs.
    let found = &said.lines[0]["answer"]["verdict"]["findings"][0];
    assert_eq!(found["limit"], json!({"amount": "450.00", "share": "50"}));
    let number = |of: &str| -> f64 { found[of]["amount"].as_str().unwrap().parse().unwrap() };
    assert!(
        (number("actual") - 450.0 - number("shortfall")).abs() < 0.001,
        "{found}"
    );
    let elsewhere = json!([{"id": "old", "days_past_due": {"from": 91}}]);
    let said = judged(pack(elsewhere));
    assert_eq!(said.status, 1);
    let reason = &said.lines[0]["refused"][0];
    assert_eq!(
        reason,
        "No segment of a rule pack covers this case: credit card, 45 days past due, ¥48,532.17 owed, a customer who is willing and not able to pay now. Add such a segment, or choose a pack that has one."
    );
    assert_eq!(said.lines[0]["answer"]["verdict"]["unfit"], *reason);
}

#[test]
fn a_fault_in_the_case_or_the_option_names_its_place() {
    let with = |field: &str, value: Value| {
        let mut changed = option();
        changed[field] = value;
        json!({"case": "card-cn", "option": changed})
    };
    let mut broken: Value = serde_json::from_str(samples::by_id("card-cn").unwrap().file).unwrap();
    broken["contract"]["interest_rate"] = json!("six");
    for (document, at) in [
        (with("count", json!(0)), "option"),
        (with("count", json!(601)), "option"),
        (
            with("waivers", json!({"penalty": "101%"})),
            "option.waivers.penalty",
        ),
        (
            with("waivers", json!({"fine": "1%"})),
            "option.waivers.fine",
        ),
        (with("waivers", json!({"penalty": "3913.78"})), "option"),
        (with("first_due", json!("1899-01-01")), "option.first_due"),
        (with("first_due", json!("2026-01-01")), "option"),
        (with("rate_pct", json!("-1")), "option.rate_pct"),
        (with("down_payment", json!("0.001")), "option.down_payment"),
        (with("method", json!("magic")), "option.method"),
        (with("payment", json!("800.00")), "option"),
        (json!({"case": "card-us", "option": option()}), "case"),
        (
            json!({"case": broken, "option": option()}),
            "case.contract.interest_rate",
        ),
        (
            json!({"case": "card-cn", "option": option(), "balances": "recomputed"}),
            "balances",
        ),
    ] {
        let said = quittance(&["plan"], &document.to_string());
        assert_eq!(said.status, 2, "{document}");
        assert_eq!(said.lines[0]["error"]["at"], at, "{}", said.lines[0]);
    }
}

/// The card sample with another option: what each payment comes to.
fn payments_of(option: &Value) -> Vec<String> {
    let said = quittance(
        &["plan"],
        &json!({"case": "card-cn", "option": option}).to_string(),
    );
    let answer = match said.status {
        0 => &said.lines[0],
        1 => &said.lines[0]["answer"],
        _ => panic!("{}", said.lines[0]),
    };
    let rows = answer["rows"].as_array().unwrap();
    let total = |row: &Value| row["paid"]["total"].as_str().unwrap().to_owned();
    rows.iter().map(total).collect()
}

#[test]
fn every_way_to_repay_can_be_asked_for() {
    // The card: 41,200 of principal and 7,332.17 of arrears, spread evenly at no interest over four payments.
    let with = |more: Value| {
        let mut option = json!({
            "settlement": "instalments", "count": 4, "first_due": "2026-12-20", "rate_pct": "0"
        });
        for (field, value) in more.as_object().unwrap() {
            option[field] = value.clone();
        }
        option
    };
    for (more, expected) in [
        (
            json!({"method": "balloon", "balloon": "1200"}),
            ["11833.05", "11833.04", "11833.04", "13033.04"],
        ),
        (
            json!({"method": "stepped", "step": {"plus": "200", "every": 2}}),
            ["12033.05", "12033.04", "12233.04", "12233.04"],
        ),
        (
            json!({"method": "stepped", "step": {"times": "2"}}),
            ["4579.72", "7326.38", "12819.72", "23806.35"],
        ),
        (
            json!({"method": "flat", "flat_principal": "equal-parts"}),
            ["12133.05", "12133.04", "12133.04", "12133.04"],
        ),
        (
            json!({"method": "one-off"}),
            ["0.00", "0.00", "0.00", "48532.17"],
        ),
        (
            json!({"method": "interest-last"}),
            ["12133.05", "12133.04", "12133.04", "12133.04"],
        ),
        (
            json!({"method": "minimum-first", "minimum": {"payment": "1000", "rows": 2}}),
            ["1000.00", "1000.00", "23266.09", "23266.08"],
        ),
        (
            json!({"method": "custom", "payments": ["100", "200", "300", "0"], "last_takes_rest": true}),
            ["100.00", "200.00", "300.00", "47932.17"],
        ),
    ] {
        assert_eq!(payments_of(&with(more.clone())), expected, "{more}");
    }
    let on_dates = json!({
        "settlement": "on-dates", "first_due": "2026-12-20", "rate_pct": "0",
        "agreed": [{"date": "2026-12-20", "amount": "100"}, {"date": "2027-02-01", "amount": "200.50"}],
        "rest_on": "2027-03-01"
    });
    assert_eq!(payments_of(&on_dates), ["100.00", "200.50", "48231.67"]);
}

#[test]
fn freezes_and_ways_to_vest_decide_what_a_broken_plan_leaves() {
    let third = |while_kept: &str, vesting: &str| {
        let mut option = option();
        option["while_kept"] = json!(while_kept);
        option["vesting"] = json!(vesting);
        if vesting == "milestones" {
            option["milestones"] = json!([{"after": 2, "pct": "40"}]);
        }
        answer("plan", &json!({"case": "card-cn", "option": option}))["if_payments_stop"][2].clone()
    };
    let accrued = |while_kept| {
        let third = third(while_kept, "on-completion");
        ["interest", "penalty"].map(|part| third["accrued"][part].as_str().unwrap().to_owned())
    };
    // This card's penalty rate is its contract rate, in place of it. 9,707.00 down leave 38,825.17 of principal: 31 days
    // cost 601.79; 1,668.97 leave 37,757.99, and 31 more days cost 585.25. At the plan's 6 %: 197.85 and 190.35.
    assert_eq!(accrued("released-on-completion"), ["0.00", "1187.04"]);
    assert_eq!(accrued("accrues-uncharged"), ["1187.04", "0.00"]);
    assert_eq!(accrued("no-accrual"), ["0.00", "0.00"]);
    assert_eq!(accrued("plan-rate"), ["388.20", "0.00"]);

    // 30 % of 3,913.77 is given up: 1,174.13; 40 % of that is 469.65.
    let vested = |vesting| third("no-accrual", vesting)["vested"]["penalty"].clone();
    assert_eq!(vested("on-completion"), "0.00");
    assert_eq!(vested("at-once"), "1174.13");
    assert_eq!(vested("milestones"), "469.65");
    // 11,375.97 of 49,762.38 have been paid.
    assert_eq!(vested("pro-rata"), "268.41");
}

#[test]
fn payments_that_arrived_say_whether_the_plan_is_kept() {
    let standing = |kept: Value| {
        let document = json!({"case": "card-cn", "option": option(), "kept": kept});
        answer("plan", &document)["standing"].clone()
    };
    let plan = answer("plan", &json!({"case": "card-cn", "option": option()}));
    assert!(plan.get("standing").is_none());
    let (down, each) = (&plan["totals"]["due_now"], &plan["totals"]["instalment"]);
    let down = json!({"date": "2026-11-20", "amount": down});
    let kept = standing(json!({"on": "2026-11-21", "received": [down]}));
    assert_eq!(
        (&kept["state"], &kept["next"]),
        (&json!("kept"), &plan["totals"]["first_date"])
    );
    let missed = standing(json!({"on": "2026-12-25", "received": [down]}));
    assert_eq!(missed["state"], "cure-offered");
    assert_eq!((&missed["missed"], &missed["short"]), (&json!(1), each));
    let in_grace = standing(json!({"on": "2026-12-25", "received": [down], "grace_days": 10}));
    assert_eq!(in_grace["state"], "in-grace");
    let ended = standing(json!({"on": "2027-01-25", "received": [down]}));
    assert_eq!(ended["state"], "ended");
    assert_eq!(ended["missed_since"], plan["totals"]["first_date"]);
    let strict = standing(json!({"on": "2026-12-25", "received": [down], "misses_that_end": 1}));
    assert_eq!(strict["state"], "ended");
    let all = json!({"date": "2026-11-20", "amount": plan["totals"]["paid"]});
    let completed = standing(json!({"on": "2026-11-20", "received": [all]}));
    assert_eq!(
        (&completed["state"], &completed["on"]),
        (&json!("completed"), &json!("2026-11-20"))
    );
}

#[test]
fn what_belongs_to_another_term_is_refused_at_its_place() {
    let with = |fields: Value| {
        let mut changed = option();
        for (field, value) in fields.as_object().unwrap() {
            changed[field] = value.clone();
        }
        json!({"case": "card-cn", "option": changed})
    };
    let given = json!([{"date": "2026-12-21", "amount": "1"}]);
    for (document, at) in [
        (with(json!({"balloon": "1"})), "option.balloon"),
        (with(json!({"method": "balloon"})), "option.balloon"),
        (
            with(json!({"method": "stepped", "step": {}})),
            "option.step",
        ),
        (with(json!({"agreed": given})), "option.agreed"),
        (with(json!({"rest_on": "2026-12-21"})), "option.rest_on"),
        (with(json!({"settlement": "sometime"})), "option.settlement"),
        (with(json!({"vesting": "milestones"})), "option.milestones"),
        (with(json!({"milestones": []})), "option.milestones"),
        (
            with(
                json!({"vesting": "milestones", "milestones": [{"after": 2, "pct": "5"}, {"after": 2, "pct": "6"}]}),
            ),
            "option.milestones.2",
        ),
        (with(json!({"while_kept": "asleep"})), "option.while_kept"),
        (
            json!({"case": "card-cn", "option": option(),
                   "kept": {"on": "2026-12-01", "received": [{"date": "2026-12-01", "amount": "0"}]}}),
            "kept.received.1.amount",
        ),
        (
            json!({"case": "card-cn", "option": option(), "kept": {"on": "2026-12-01", "received": [], "misses_that_end": 0}}),
            "kept.misses_that_end",
        ),
    ] {
        let said = quittance(&["plan"], &document.to_string());
        assert_eq!(said.status, 2, "{document}");
        assert_eq!(said.lines[0]["error"]["at"], at, "{}", said.lines[0]);
    }
}
