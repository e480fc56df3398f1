//! What is wrong with a document of `quittance accrue`, place by place.

use serde_json::{Value, json};

use crate::accrue::balances;
use crate::program::refuses;

fn history(more: &Value) -> Value {
    let mut asked =
        json!({"instalments": [{"due": "2026-02-01", "principal": "100"}], "to": "2026-03-01"});
    for (name, value) in more.as_object().unwrap() {
        asked[name] = value.clone();
    }
    asked
}

#[test]
fn a_fault_in_what_is_owed_or_when_names_its_place() {
    refuses(
        "accrue",
        &[
            (json!({}), ""),
            (json!({"amount": "1", "balances": {}, "days": 1}), ""),
            (history(&json!({"amount": "1"})), ""),
            (json!({"amount": "1", "annual_rate_pct": "8"}), "from"),
            (json!({"amount": "1", "from": "2026-01-01"}), ""),
            (json!({"amount": "1", "days": 1, "to": "2026-01-01"}), ""),
            (
                json!({"amount": "1", "days": 1, "day_count": "30/360"}),
                "from",
            ),
            (json!({"amount": "1", "days": -1}), "days"),
            (json!({"amount": "1", "days": 4_000_000}), "days"),
            (json!({"amount": "-1", "days": 1}), "amount"),
            (json!({"amount": 1, "days": 1}), "amount"),
            (json!({"amount": "0.001", "days": 1}), "amount"),
            (
                json!({"amount": "1", "days": 1, "annual_rate_pct": "-1"}),
                "annual_rate_pct",
            ),
            (
                json!({"amount": "1", "days": 1, "annual_rate_pct": "100001"}),
                "annual_rate_pct",
            ),
            (
                json!({"amount": "1", "days": 1, "annual_rate_pct": "1", "daily_rate_pct": "1"}),
                "daily_rate_pct",
            ),
            (
                json!({"amount": "1000000000000000", "days": 3650, "annual_rate_pct": "100000"}),
                "",
            ),
            (balances(&json!({"to": "2025-12-31"})), "to"),
            (
                balances(&json!({"to": "9999-12-31", "last_day_counts": true})),
                "to",
            ),
            (balances(&json!({"to": "10000-01-01"})), "to"),
            (balances(&json!({"from": "1899-12-31"})), "from"),
            (
                balances(&json!({"overdue_principal": "20000.01"})),
                "overdue_principal",
            ),
            (
                balances(&json!({"payments": [{"date": "2025-12-31", "amount": "1"}]})),
                "payments.1.date",
            ),
            (
                balances(&json!({"payments": [{"date": "2026-02-01", "amount": "-1"}]})),
                "payments.1.amount",
            ),
        ],
    );
}

#[test]
fn a_fault_in_the_terms_or_the_instalments_names_its_place() {
    refuses(
        "accrue",
        &[
            (balances(&json!({"penalty": {}})), "penalty"),
            (
                balances(&json!({"penalty": {"multiple": "1.5", "rate_pct": "1"}})),
                "penalty",
            ),
            (
                balances(&json!({"penalty": {"multiple": "much"}})),
                "penalty.multiple",
            ),
            (
                balances(&json!({"penalty": {"multiple": "-1"}})),
                "penalty.multiple",
            ),
            (
                balances(&json!({"penalty": {"rate_pct": "1", "base": "x"}})),
                "penalty.base",
            ),
            (
                balances(&json!({"penalty": {"rate_pct": "1", "x": 1}})),
                "penalty.x",
            ),
            (
                balances(&json!({"penalty": {"daily_rate_pct": "1"}, "day_count": "30/360"})),
                "penalty.daily_rate_pct",
            ),
            (balances(&json!({"late_charge": {}})), "late_charge"),
            (
                balances(&json!({"late_charge": {"rate_pct": "-1"}})),
                "late_charge.rate_pct",
            ),
            (
                balances(&json!({"late_charge": {"rate_pct": "1", "cap": "-1"}})),
                "late_charge.cap",
            ),
            (balances(&json!({"ceiling_pct": "x"})), "ceiling_pct"),
            (balances(&json!({"day_count": "act/111"})), "day_count"),
            (balances(&json!({"rounding": "up"})), "rounding"),
            (balances(&json!({"settling": "never"})), "settling"),
            (balances(&json!({"order": ["due-fee"]})), "order"),
            (balances(&json!({"grace": {"days": 1}})), "grace"),
            (
                balances(&json!({"accelerated_on": "2026-02-01"})),
                "accelerated_on",
            ),
            (balances(&json!({"paid_through": 1})), "paid_through"),
            (history(&json!({"days": 1})), "days"),
            (
                history(&json!({"overdue_since": "2026-01-01"})),
                "overdue_since",
            ),
            (history(&json!({"paid_through": 2})), "paid_through"),
            (history(&json!({"from": "2026-02-02"})), "instalments.1.due"),
            (
                history(&json!({"from": "2026-01-02", "to": "2026-01-01"})),
                "to",
            ),
            (history(&json!({"instalments": []})), "instalments"),
            (
                history(&json!({"instalments": [{"due": "2026-02-01", "amount": "-1"}]})),
                "instalments.1.principal",
            ),
            (
                history(
                    &json!({"instalments": [{"due": "2026-02-01", "amount": "1"}, {"due": "2026-01-01", "amount": "1"}]}),
                ),
                "instalments.2.due",
            ),
            (
                history(
                    &json!({"instalments": vec![json!({"due": "2026-02-01", "amount": "1"}); 601]}),
                ),
                "instalments",
            ),
            (
                history(&json!({"grace": {"days": 1, "penalty_from": "x"}})),
                "grace.penalty_from",
            ),
            (
                history(&json!({"grace": {"days": 4_000_000}})),
                "grace.days",
            ),
            (history(&json!({"missed_charge": {}})), "missed_charge"),
            (
                history(&json!({"missed_charge": {"share_pct": "101"}})),
                "missed_charge.share_pct",
            ),
            (
                history(&json!({"missed_charge": {"amount": "-1"}})),
                "missed_charge.amount",
            ),
        ],
    );
}
