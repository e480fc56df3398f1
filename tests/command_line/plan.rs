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
