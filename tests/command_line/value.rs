//! `quittance value` gives figures worked by hand, and names what cannot be valued.

use serde_json::{Value, json};

use crate::program::{answer, quittance};

fn document(fields: Value) -> Value {
    let mut document = json!({"as_of": "2026-01-01", "rate_pct": "10"});
    let Value::Object(fields) = fields else {
        panic!("no fields: {fields}")
    };
    document.as_object_mut().unwrap().extend(fields);
    document
}

#[test]
fn flows_have_a_present_value_rounded_once() {
    // 1,100.00 / 1.1 - 242.00 / 1.21 is 1,000.00 - 200.00.
    let both = json!({"flows": [
        {"date": "2027-01-01", "amount": "1100.00"}, {"date": "2028-01-01", "amount": "-242.00"},
    ]});
    assert_eq!(
        answer("value", &document(both)),
        json!({"present_value": "800.00"})
    );
    // 1,000.00 in 73 days at 24 %: 1.24^-0.2 is 0.9578899 by logarithms.
    let fifth = |rounding: &str, decimals: u32| {
        let fields = json!({"rate_pct": "24", "rounding": rounding, "money_decimals": decimals,
                            "flows": [{"date": "2026-03-15", "amount": "1000"}]});
        answer("value", &document(fields))["present_value"].clone()
    };
    assert_eq!(fifth("toward-zero", 2), "957.89");
    assert_eq!(fifth("AwayFromZero", 2), "957.90");
    assert_eq!(fifth("half-up", 0), "958");
}

#[test]
fn a_plan_is_valued_and_set_against_doing_nothing() {
    // 0.9 x 1,100.00 / 1.1 + 0.6 x 1,210.00 / 1.21 = 900.00 + 600.00;
    // 0.1 x 400.00 / 1.1 + 0.3 x 200.00 / 1.21 = 36.3636 + 49.5868 = 85.95.
    let plan = json!([
        {"date": "2027-01-01", "pays": "1100.00", "kept_pct": "90", "recovers": "400.00"},
        {"date": "2028-01-01", "pays": "1210.00", "kept_pct": "60", "recovers": "200.00"},
    ]);
    let worth = |paid: &str, recovered: &str, cost: &str, total: &str| json!({"paid": paid, "recovered": recovered, "cost": cost, "total": total});
    let alone = answer(
        "value",
        &document(json!({"payments": plan, "cost": "25.00"})),
    );
    let planned = worth("1500.00", "85.95", "25.00", "1560.95");
    assert_eq!(alone, json!({"plan": planned}));
    // Half the debts recover 1,210.00 in two years: 500.00, less 50.00.
    let nothing = json!({"cost": "50.00", "payments": [
        {"date": "2027-01-01", "pays": "0"},
        {"date": "2028-01-01", "pays": "0", "kept_pct": "50", "recovers": "1210.00"},
    ]});
    let fields = json!({"payments": plan, "cost": "25.00", "doing_nothing": nothing});
    let compared = answer("value", &document(fields));
    let unplanned = worth("0.00", "500.00", "50.00", "450.00");
    assert_eq!(
        compared,
        json!({"plan": planned, "doing_nothing": unplanned, "gain": "1110.95"})
    );
}

#[test]
fn more_than_the_limit_lost_is_distressed() {
    let change = |after: &str, limit: Option<&str>| {
        let mut fields = json!({
            "before": [{"date": "2027-01-01", "amount": "1100.00"}],
            "after": [{"date": "2028-01-01", "amount": after}],
        });
        if let Some(limit) = limit {
            fields["limit_pct"] = json!(limit);
        }
        answer("value", &document(fields))
    };
    // 1,197.90 / 1.21 = 990.00: one per cent of 1,000.00 lost, which the limit allows.
    let within =
        json!({"before": "1000.00", "after": "990.00", "lost_pct": "1", "distressed": false});
    assert_eq!(change("1197.90", None), within);
    assert_eq!(change("1197.89", None)["distressed"], true);
    assert_eq!(change("1197.89", Some("2"))["distressed"], false);
    assert_eq!(change("1197.90", Some("0.99"))["distressed"], true);
}

#[test]
fn a_fault_names_its_place() {
    let flow = |date: &str, amount: Value| json!([{"date": date, "amount": amount}]);
    let paid = |date: &str, kept: &str| json!({"date": date, "pays": "1.00", "kept_pct": kept});
    let fine = || flow("2027-01-01", json!("1.00"));
    for (fields, at) in [
        (json!({}), ""),
        (json!({"flows": fine(), "payments": []}), ""),
        (json!({"before": fine()}), ""),
        (json!({"flows": fine(), "cost": "1.00"}), "cost"),
        (json!({"flows": fine(), "limit_pct": "1"}), "limit_pct"),
        (json!({"flows": fine(), "rate_pct": "-1"}), "rate_pct"),
        (json!({"flows": fine(), "rate_pct": "100001"}), "rate_pct"),
        (json!({"flows": fine(), "as_of": "1899-12-31"}), "as_of"),
        (
            json!({"flows": fine(), "day_count": "act/111"}),
            "day_count",
        ),
        (json!({"flows": fine(), "rounding": "up-ish"}), "rounding"),
        (
            json!({"flows": fine(), "money_decimals": 5}),
            "money_decimals",
        ),
        (json!({"flows": fine(), "other": 1}), "other"),
        (
            json!({"flows": flow("2025-12-31", json!("1.00"))}),
            "flows.1.date",
        ),
        (
            json!({"flows": flow("10000-01-01", json!("1.00"))}),
            "flows.1.date",
        ),
        (
            json!({"flows": flow("2027-01-01", json!("1.001"))}),
            "flows.1.amount",
        ),
        (
            json!({"flows": flow("2027-01-01", json!(1))}),
            "flows.1.amount",
        ),
        (
            json!({"flows": flow("2027-01-01", json!("1000000000000000.01"))}),
            "flows.1.amount",
        ),
        (
            json!({"flows": [{"date": "2026-01-01", "amount": "1000000000000000"},
                             {"date": "2026-01-01", "amount": "1000000000000000"}]}),
            "flows",
        ),
        (json!({"payments": [paid("2025-12-31", "90")]}), "payments"),
        (
            json!({"payments": [paid("2027-02-01", "90"), paid("2027-01-01", "80")]}),
            "payments",
        ),
        (
            json!({"payments": [paid("2027-01-01", "80"), paid("2027-02-01", "90")]}),
            "payments",
        ),
        (
            json!({"payments": [paid("2027-01-01", "101")]}),
            "payments.1.kept_pct",
        ),
        (
            json!({"payments": [{"date": "2027-01-01", "pays": "-1.00"}]}),
            "payments.1.pays",
        ),
        (json!({"payments": [], "cost": "-1.00"}), "cost"),
        (
            json!({"payments": [], "doing_nothing": {"payments": [paid("2025-01-01", "1")]}}),
            "doing_nothing.payments",
        ),
        (
            json!({"before": flow("2027-01-01", json!("0")), "after": []}),
            "before",
        ),
        (
            json!({"before": fine(), "after": [], "limit_pct": "101"}),
            "limit_pct",
        ),
    ] {
        let document = document(fields);
        let said = quittance(&["value"], &document.to_string());
        assert_eq!(said.status, 2, "{document}: {:?}", said.lines);
        let fault = &said.lines[0]["error"];
        assert_eq!(fault["at"], at, "{document}: {fault}");
        assert!(!fault["problem"].as_str().unwrap().is_empty());
    }
}
