//! What is wrong with a document of `quittance allocate`, place by place.

use serde_json::{Value, json};

use crate::allocate::two;
use crate::program::refuses;

fn event(event: &Value) -> Value {
    two(&json!({"events": [event]}))
}

fn claim(more: &Value) -> Value {
    let mut asked = json!({"before": {"principal": "100"}});
    for (name, value) in more.as_object().unwrap() {
        asked[name] = value.clone();
    }
    asked
}

#[test]
fn a_fault_in_the_form_or_a_claim_names_its_place() {
    refuses(
        "allocate",
        &[
            (json!({}), ""),
            (json!({"instalments": [], "events": []}), "instalments"),
            (two(&json!({"before": {"principal": "1"}})), ""),
            (two(&json!({"payment": "1"})), "payment"),
            (claim(&json!({"fill": "by-component"})), "fill"),
            (claim(&json!({"order": ["past-due-fee"]})), "order"),
            (claim(&json!({"payment": "-1"})), "payment"),
            (
                claim(&json!({"waive": {"principal": "100.01"}})),
                "waive.principal",
            ),
            (
                claim(&json!({"waive": {"principal": "101%"}})),
                "waive.principal",
            ),
            (claim(&json!({"waive": {"luck": "1"}})), "waive.luck"),
            (
                claim(&json!({"before": {"interest": "-1"}})),
                "before.interest",
            ),
            (claim(&json!({"before": {"luck": "1"}})), "before.luck"),
            (claim(&json!({"money_decimals": 5})), "money_decimals"),
        ],
    );
}

#[test]
fn a_fault_in_the_order_or_an_event_names_its_place() {
    refuses(
        "allocate",
        &[
            (two(&json!({"order": "alphabetical"})), "order"),
            (two(&json!({"order": "due-fee-due-interest"})), "order"),
            (two(&json!({"order": []})), "order"),
            (two(&json!({"order": 5})), "order"),
            (two(&json!({"order": ["fees", "charges"]})), "order.2"),
            (two(&json!({"order": ["fees", 7]})), "order.2"),
            (
                two(&json!({"order": ["due-fee", "someday-fee"]})),
                "order.2",
            ),
            (two(&json!({"order": ["due-fee", "interest"]})), "order"),
            (
                two(&json!({"switch": {"from_days_past_due": 9, "order": "x"}})),
                "switch.order",
            ),
            (two(&json!({"fill": "diagonal"})), "fill"),
            (two(&json!({"advance": "never"})), "advance"),
            (two(&json!({"charge_timing": "never"})), "charge_timing"),
            (
                two(
                    &json!({"charges": [{"kind": "interest", "due": "2026-10-01", "amount": "1"}]}),
                ),
                "charges.1.kind",
            ),
            (
                event(&json!({"type": "wish", "date": "2026-10-01", "amount": "1"})),
                "events.1.type",
            ),
            (
                event(&json!({"type": "payment", "amount": "1"})),
                "events.1.date",
            ),
            (
                event(
                    &json!({"type": "payment", "date": "2026-10-01", "due": "2026-10-01", "amount": "1"}),
                ),
                "events.1.due",
            ),
            (
                event(&json!({"type": "payment", "date": "2026-10-01", "amount": "-0.01"})),
                "events.1.amount",
            ),
            (
                event(&json!({"type": "payment", "date": "2026-10-01", "amount": 1})),
                "events.1.amount",
            ),
            (
                event(&json!({"type": "payment", "date": "1899-12-31", "amount": "1"})),
                "events.1.date",
            ),
            (
                event(
                    &json!({"type": "payment", "date": "2026-10-01", "amount": "1000000000000000.01"}),
                ),
                "events.1.amount",
            ),
            (
                event(&json!({"type": "charge", "kind": "fee", "amount": "1"})),
                "events.1.due",
            ),
            (
                event(&json!({"type": "charge", "due": "2026-10-01", "amount": "1"})),
                "events.1.kind",
            ),
            (
                event(&json!({"type": "charge", "date": "2026-10-01", "amount": "1"})),
                "events.1.date",
            ),
            (
                json!({"instalments": [{"n": 2, "due": "2026-10-01"}]}),
                "instalments.1.n",
            ),
            (
                json!({"instalments": [{"due": "2026-10-01"}, {"due": "2026-10-01"}]}),
                "instalments.2.due",
            ),
            (
                json!({"instalments": [{"due": "2026-10-01", "principal": "-1"}]}),
                "instalments.1.principal",
            ),
            (
                json!({"instalments": vec![json!({"due": "2026-10-01"}); 601]}),
                "instalments",
            ),
            (
                two(
                    &json!({"events": vec![json!({"type": "payment", "date": "2026-10-01", "amount": "1"}); 2001]}),
                ),
                "events",
            ),
        ],
    );
}
