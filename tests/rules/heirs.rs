//! A rule that was given another name: the new rule that is most like it is taken for it.

use quittance::engine::rules::{Pack, RuleChange, diff, read_pack};
use serde_json::{Value, json};

const CARD: &str = include_str!("../../src/engine/rules/packs/house-card-cn.json");

/// A rule of the kind that limits down payments.
fn rule(id: &str, applies: &Value, severity: &str) -> Value {
    json!({
        "id": id,
        "limit": {"kind": "minimum-down-payment", "share": "10"},
        "applies": applies,
        "severity": severity,
        "visibility": "public",
        "source": "house: test"
    })
}

fn pack(rules: &[Value]) -> Pack {
    let mut file: Value = serde_json::from_str(CARD).unwrap();
    file["rules"] = json!(rules);
    read_pack(&file.to_string()).unwrap()
}

/// What becomes of the rule `OLD` beside these new ones: the new name that it has.
fn heir(fresh: &[Value]) -> Option<String> {
    let before = pack(&[rule("OLD", &early(), "block")]);
    let changes = diff(&before, &pack(fresh)).rules;
    let (kept, gone): (Vec<_>, Vec<_>) = changes
        .into_iter()
        .partition(|change| matches!(change, RuleChange::Changed { .. } | RuleChange::Added(_)));
    let heir = kept.iter().find_map(|change| match change {
        RuleChange::Changed { after, .. } => Some(after.id.clone()),
        _ => None,
    });
    // It is either there under another name or gone, and nothing new is counted twice.
    assert_eq!(gone.len(), usize::from(heir.is_none()));
    assert_eq!(kept.len(), fresh.len());
    heir
}

fn early() -> Value {
    json!({"days_past_due": {"from": 1, "to": 30}})
}

fn late() -> Value {
    json!({"days_past_due": {"from": 31}})
}

#[test]
fn the_same_debts_and_severity_come_first_then_the_same_debts_then_the_same_severity() {
    let both = rule("BOTH", &early(), "block");
    let debts = rule("DEBTS", &early(), "warn");
    let severity = rule("SEVERITY", &late(), "block");
    let neither = rule("NEITHER", &late(), "warn");
    for (fresh, expected) in [
        (vec![&neither, &severity, &debts, &both], Some("BOTH")),
        (vec![&neither, &severity, &debts], Some("DEBTS")),
        (vec![&neither, &severity], Some("SEVERITY")),
        (vec![&neither], None),
    ] {
        let fresh: Vec<Value> = fresh.into_iter().cloned().collect();
        assert_eq!(heir(&fresh).as_deref(), expected);
    }
}
