//! What `quittance sign` does not sign, and why.

use serde_json::{Value, json};

use crate::lender::{Lender, offer};
use crate::program::quittance;

/// Refused with these words, and nothing signed.
fn refused(asked: &Value, words: &str) {
    let said = quittance(&["sign"], &asked.to_string());
    assert_eq!(said.status, 1, "{asked}: {:?}", said.lines);
    let reasons = said.lines[0]["refused"].to_string();
    assert!(reasons.contains(words), "{reasons}");
    assert!(!said.lines[0].to_string().contains("s1."));
}

#[test]
fn what_the_rules_refuse_is_not_signed() {
    let lender = Lender::of(1);
    let by = |key: String, body: Value| lender.asked(Some(key), "offer", body);
    let mut no_down_payment = offer(24, "30%");
    no_down_payment["option"]["down_payment"] = json!("0.00");
    refused(&by(lender.agent(), no_down_payment.clone()), "CARD-DOWN-10");
    // Nor by anybody else.
    refused(&by(lender.supervisor(), no_down_payment), "CARD-DOWN-10");
}

#[test]
fn what_would_not_stand_is_not_signed() {
    let lender = Lender::of(1);
    let beyond = offer(36, "30%");
    let mut asked = lender.asked(Some(lender.agent()), "offer", beyond.clone());
    // More than 3 % of what is owed is beyond the agent's own limits, though the rules would let any agent.
    asked["offer"]["option"]["count"] = json!(24);
    asked["offer"]["option"]["waivers"] = json!({"penalty": "30%", "interest": "10%"});
    let said = quittance(&["sign"], &asked.to_string());
    let (status, line) = (said.status, said.lines[0].to_string());
    assert!(status == 1 && line.contains("beyond-authority"), "{line}");
    let stranger = "99".repeat(32);
    refused(
        &lender.asked(Some(stranger), "offer", offer(24, "30%")),
        "unknown-signer",
    );
    let signed = lender.large();
    let approval =
        json!({"about": signed["text"], "on": "2026-11-22", "until": "2026-11-23", "reason": "R"});
    refused(
        &lender.asked(Some(lender.agent()), "approval", approval.clone()),
        "role",
    );
    let mut late = approval;
    late["on"] = json!("2026-11-30");
    late["until"] = json!("2026-11-30");
    refused(
        &lender.asked(Some(lender.supervisor()), "approval", late),
        "too-late",
    );
    let late = json!({"about": lender.plain()["text"], "on": "2026-12-24"});
    refused(&lender.asked(None, "acceptance", late), "too-late");
    let mut other = Lender::of(40).plain();
    other["on"] = json!("2026-11-22");
    let foreign = json!({"about": other["text"], "on": "2026-11-22"});
    refused(&lender.asked(None, "acceptance", foreign), "unknown-signer");
}

#[test]
fn what_is_wrong_is_named() {
    let lender = Lender::of(1);
    let menu = lender.sign(
        Some(lender.agent()),
        "menu",
        json!([offer(24, "30%"), offer(12, "30%")]),
    );
    let agent = || Some(lender.agent());
    let on = "2026-11-22";
    let mut draft_and_case = offer(24, "30%");
    draft_and_case["draft"] = json!("q1.AA.z");
    let mut another_debt = offer(24, "30%");
    another_debt["case"] = json!("loan-cn");
    let mut early = offer(24, "30%");
    early["expires_on"] = json!("2026-01-01");
    let mut low = offer(24, "65%");
    low["approval"] = json!("agent");
    let mut unknown = offer(24, "30%");
    unknown["option"]["count"] = json!("many");
    let mut short = lender.asked(None, "offer", offer(24, "30%"));
    short["key"] = json!("00");
    let mut nothing = lender.asked(agent(), "offer", offer(24, "30%"));
    nothing["withdrawal"] = json!({"about": menu["text"], "on": on});
    let mut pinned = lender.asked(agent(), "offer", offer(24, "30%"));
    pinned["pinned"] = json!("00".repeat(32));
    let mut held = lender.asked(agent(), "offer", offer(24, "30%"));
    held["authorities"] = json!([lender.entry]);
    for (asked, at) in [
        (lender.asked(None, "offer", offer(24, "30%")), "key"),
        (short, "key"),
        (nothing, ""),
        (pinned, "pinned"),
        (held, "authorities.1"),
        (lender.asked(agent(), "offer", json!({})), "offer"),
        (lender.asked(agent(), "offer", draft_and_case), "offer"),
        (lender.asked(agent(), "offer", early), "offer.expires_on"),
        (lender.asked(agent(), "offer", low), "offer.approval"),
        (lender.asked(agent(), "offer", unknown), "offer.option.count"),
        (lender.asked(agent(), "menu", json!([])), "menu"),
        (lender.asked(agent(), "menu", json!([offer(24, "30%"), offer(24, "30%")])), "menu"),
        (lender.asked(agent(), "menu", json!([offer(24, "30%"), {"case": "no-such-case", "option": offer(1, "0%")["option"]}])), "menu.2.case"),
        (lender.asked(None, "acceptance", json!({"about": menu["text"], "on": on})), "acceptance.option"),
        (lender.asked(None, "acceptance", json!({"about": menu["text"], "option": 3, "on": on})), "acceptance.option"),
        (lender.asked(None, "acceptance", json!({"about": menu["text"], "option": 0, "on": on})), "acceptance.option"),
        (lender.asked(None, "acceptance", json!({"about": menu["terms"], "option": 1, "on": on})), "acceptance.option"),
        (lender.asked(None, "acceptance", json!({"about": "abc", "on": on})), "acceptance.about"),
        (lender.asked(None, "acceptance", json!({"about": menu["terms"], "on": "2026-11-31"})), "acceptance.on"),
        (lender.asked(agent(), "approval_request", json!({"about": menu["terms"], "on": on})), "approval_request.about"),
        (lender.asked(agent(), "approval_request", json!({"about": menu["text"], "on": on, "asked": "agent"})), "approval_request.asked"),
        (lender.asked(agent(), "approval", json!({"about": menu["terms"], "on": on, "until": "2026-11-21", "reason": "R"})), "approval"),
        (lender.asked(agent(), "approval", json!({"about": menu["terms"], "on": on, "until": on, "reason": " "})), "approval"),
        (lender.asked(agent(), "approval", json!({"about": menu["terms"], "on": on, "until": on, "reason": "x".repeat(161)})), "approval"),
        (lender.asked(agent(), "withdrawal", json!({"about": menu["terms"], "on": on, "reason": "a\u{202e}b"})), "withdrawal"),
        (lender.asked(None, "counter_proposal", json!({"on": on, "wish": {"draft": "q1.AA.z", "case": "card-cn"}})), "counter_proposal.wish"),
    ] {
        let said = quittance(&["sign"], &asked.to_string());
        assert_eq!(said.status, 2, "{at}: {:?}", said.lines);
        assert_eq!(said.lines[0]["error"]["at"], at, "{}", said.lines[0]);
    }
    // A menu of two debts is none.
    let said = quittance(
        &["sign"],
        &lender
            .asked(agent(), "menu", json!([offer(24, "30%"), another_debt]))
            .to_string(),
    );
    assert!(said.status > 0, "{:?}", said.lines);
}
