//! `quittance sign` and `quittance verify`: from the offer to the acceptance, and every other way it can go.

use serde_json::json;

use crate::lender::{Lender, doubt, offer};
use crate::program::answer;

#[test]
fn an_offer_within_the_rules_stands_and_is_accepted() {
    let lender = Lender::of(1);
    let signed = lender.plain();
    assert_eq!(
        (&signed["what"], signed.get("approval")),
        (&json!("offer"), None)
    );
    assert_eq!(signed["embedded"], json!([]));
    let read = lender.stands(&signed["text"]);
    assert_eq!(
        (&read["what"], &read["terms"]),
        (&json!("offer"), &signed["terms"])
    );
    assert_eq!(
        read["state"],
        json!({"name": "offered", "until": "2026-11-23"})
    );
    assert_eq!(
        (&read["by"]["holder"], &read["by"]["demo"]),
        (&json!("The agent"), &json!(true))
    );
    assert_eq!(read["by"]["reach"], "hidden");
    // The same figures as the plan itself.
    let plan = answer("plan", &offer(24, "30%"));
    for (figure, shown) in [
        ("paid", "paid"),
        ("count", "count"),
        ("first_date", "first_date"),
        ("last_date", "last_date"),
    ] {
        assert_eq!(read["options"][0][shown], plan["totals"][figure]);
    }
    let accepted = lender.sign(
        None,
        "acceptance",
        json!({"about": signed["text"], "on": "2026-11-22"}),
    );
    let read = lender.stands(&accepted["text"]);
    assert_eq!(read["state"]["name"], "accepted");
    assert_eq!(read["acceptance"]["on"], "2026-11-22");
    assert!(read["acceptance"].get("by").is_none());
    // Twice is once.
    let again = lender.sign(
        None,
        "acceptance",
        json!({"about": accepted["text"], "on": "2026-11-22"}),
    );
    assert_eq!(again["text"], accepted["text"]);
}

#[test]
fn an_offer_above_the_rules_of_an_agent_waits_until_somebody_approves_it() {
    let lender = Lender::of(1);
    let signed = lender.large();
    assert_eq!(signed["approval"], "supervisor");
    let waiting = lender.stands(&signed["text"]);
    assert_eq!(
        waiting["state"],
        json!({"name": "awaiting-approval", "role": "supervisor"})
    );
    let request = lender.sign(
        Some(lender.agent()),
        "approval_request",
        json!({"about": signed["text"], "on": "2026-11-22", "note": "Two children", "authority": lender.authorities[0]}),
    );
    let read = lender.stands(&request["text"]);
    assert_eq!(
        (&read["what"], &read["request"]["asked"]),
        (&json!("approval-request"), &json!("supervisor"))
    );
    assert_eq!(read["request"]["words"], "Two children");
    let mut asked = lender.asked(
        Some(lender.supervisor()),
        "approval",
        json!({"about": request["text"], "on": "2026-11-22", "until": "2026-11-23", "reason": "Income shown"}),
    );
    asked["embed"] = json!(true);
    let approved = answer("sign", &asked);
    assert_eq!(approved["terms"], signed["terms"]);
    assert_eq!(approved["embedded"].as_array().unwrap().len(), 2);
    let kinds: Vec<_> = answer("inspect", &json!({"text": approved["text"]}))["objects"]
        .as_array()
        .unwrap()
        .iter()
        .map(|object| object["kind"].as_str().unwrap().to_owned())
        .collect();
    // Neither the request nor the agent's limits go on to the borrower.
    assert_eq!(kinds, ["certificate", "certificate", "offer", "approval"]);
    let read = lender.stands(&approved["text"]);
    assert_eq!(
        read["state"],
        json!({"name": "approved", "until": "2026-11-23"})
    );
    assert_eq!(read["approval"]["by"]["role"], "supervisor");
    // It opens where nothing but the root key is known.
    let document =
        json!({"text": approved["text"], "lenders": [lender.bare_entry()], "today": "2026-11-22"});
    assert_eq!(answer("verify", &document)["state"]["name"], "approved");
}

#[test]
fn a_menu_is_chosen_from_countered_and_withdrawn() {
    let lender = Lender::of(1);
    let menu = lender.sign(
        Some(lender.agent()),
        "menu",
        json!([offer(24, "30%"), offer(12, "30%"), offer(6, "20%")]),
    );
    assert_eq!(menu["options"].as_array().unwrap().len(), 3);
    let read = lender.stands(&menu["text"]);
    assert_eq!(read["options"][1]["id"], menu["options"][1]);
    let chosen = lender.sign(
        None,
        "acceptance",
        json!({"about": menu["text"], "option": 2, "on": "2026-11-22"}),
    );
    assert_eq!(
        lender.stands(&chosen["text"])["state"]["of"],
        menu["options"][1]
    );
    let wish = lender.sign(
        None,
        "counter_proposal",
        json!({"about": menu["text"], "on": "2026-11-22", "wish": offer(36, "60%"), "note": "Wages come on the 5th"}),
    );
    let read = lender.stands(&wish["text"]);
    assert_eq!(
        (&read["what"], &read["counter_proposal"]["of"]),
        (&json!("counter-proposal"), &menu["terms"])
    );
    assert_eq!(read["options"][0]["count"], 36);
    let gone = lender.sign(
        Some(lender.agent()),
        "withdrawal",
        json!({"about": menu["text"], "on": "2026-11-22"}),
    );
    assert_eq!(
        lender.stands(&gone["text"])["state"],
        json!({"name": "withdrawn", "on": "2026-11-22"})
    );
    // By its id alone, and alone though the text was given.
    let by_id = lender.sign(
        Some(lender.agent()),
        "withdrawal",
        json!({"about": menu["terms"], "on": "2026-11-22"}),
    );
    let mut asked = lender.asked(
        Some(lender.agent()),
        "withdrawal",
        json!({"about": menu["text"], "on": "2026-11-22"}),
    );
    asked["alone"] = json!(true);
    assert_eq!(answer("sign", &asked)["text"], by_id["text"]);
    assert_eq!(lender.stands(&by_id["text"])["what"], "withdrawal");
}

#[test]
fn the_day_of_the_question_decides_what_has_run_out() {
    let lender = Lender::of(1);
    let text = lender.plain()["text"].clone();
    for (today, state) in [("2026-11-23", "offered"), ("2026-11-24", "expired")] {
        let read = answer(
            "verify",
            &json!({"text": text, "lenders": [lender.entry], "today": today}),
        );
        assert_eq!(read["state"]["name"], state);
    }
}

#[test]
fn a_text_of_another_lender_stands_with_its_own_entry_alone() {
    let (lender, other) = (Lender::of(1), Lender::of(40));
    let text = other.plain()["text"].clone();
    assert_eq!(doubt(&lender.verify(&text))["code"], "unknown-signer");
    assert_eq!(other.stands(&text)["by"]["lender"], "Tests");
}
