//! Limits on what stands around a plan, whom rules bind and segments, as files: what is not right is refused at its
//! place.

use super::option::{pack_text, rule};
use super::schema::agrees_on_a_bad_pack;
use quittance::engine::fields::{FieldError, Problem};
use quittance::engine::rules::read_pack;
use quittance::text::Locale;
use quittance::text::problem::field_problem;

const COUNT: &str = r#"{"kind":"maximum-instalments","count":24}"#;

fn refused(text: &str) -> FieldError {
    let error = read_pack(text).expect_err(text);
    agrees_on_a_bad_pack(text, &error);
    error
}

fn unknown(found: &str, known: &str) -> Problem {
    Problem::NotOneOf {
        found: found.to_owned(),
        known: known.to_owned(),
    }
}

const STRATEGIES: &str = "lump-sum, instalments, deferral, waiver, discount, rate-cut, freeze";
const COMPONENTS: &str = "principal, interest, penalty, compound, charges, costs";
const EVIDENCE: &str = "identity, income, spending, hardship, unemployment, illness, disaster, fraud, other-debts, assets, business, recovery";

#[test]
fn a_limit_says_what_is_wrong_and_where() {
    let table: [(&str, &str, Problem); 22] = [
        (
            r#"{"kind":"minimum-settlement","share":"90","components":["fee"]}"#,
            "components.1",
            unknown("fee", COMPONENTS),
        ),
        (
            r#"{"kind":"minimum-settlement","share":"90","components":[]}"#,
            "components",
            Problem::NotEachOnce,
        ),
        (
            r#"{"kind":"minimum-settlement","share":"90","components":["costs","costs"]}"#,
            "components.2",
            Problem::NotEachOnce,
        ),
        (
            r#"{"kind":"waiver-cap","component":"penalty"}"#,
            "share",
            Problem::Missing,
        ),
        (
            r#"{"kind":"waiver-cap","component":"penalty","amount":"1.234"}"#,
            "amount",
            Problem::TooManyDecimals {
                found: "1.234".to_owned(),
                allowed: 2,
            },
        ),
        (
            r#"{"kind":"skipped-payments","most":2}"#,
            "running",
            Problem::Missing,
        ),
        (
            r#"{"kind":"skipped-payments","most":601,"running":1}"#,
            "most",
            Problem::NeedsCount { most: 600 },
        ),
        (
            r#"{"kind":"maximum-grace-days","days":"3"}"#,
            "days",
            Problem::NeedsCount { most: 36_500 },
        ),
        (
            r#"{"kind":"maximum-offer-days","months":3}"#,
            "months",
            Problem::OtherUnit {
                found: "months".to_owned(),
                wanted: "days".to_owned(),
            },
        ),
        (
            r#"{"kind":"restructures","most":1}"#,
            "within_months",
            Problem::Missing,
        ),
        (
            r#"{"kind":"restructures","most":1,"within_months":1201}"#,
            "within_months",
            Problem::NeedsCount { most: 1_200 },
        ),
        (
            r#"{"kind":"affordable-share","share":"101"}"#,
            "share",
            Problem::NotAPercentage {
                found: "101".to_owned(),
            },
        ),
        (
            r#"{"kind":"affordable-share","share":50}"#,
            "share",
            Problem::NeedsText,
        ),
        (
            r#"{"kind":"minimum-residual","amount":"-1"}"#,
            "amount",
            Problem::Negative {
                found: "-1".to_owned(),
            },
        ),
        (
            r#"{"kind":"guarantor-consent","share":"1"}"#,
            "share",
            Problem::Unknown {
                known: "kind".to_owned(),
            },
        ),
        (
            r#"{"kind":"minimum-value","share":"90"}"#,
            "rate",
            Problem::Missing,
        ),
        (
            r#"{"kind":"repayment-behaviour","payments":1001}"#,
            "payments",
            Problem::NeedsCount { most: 1_000 },
        ),
        (
            r#"{"kind":"evidence-required","evidence":["income","wish"]}"#,
            "evidence.2",
            unknown("wish", EVIDENCE),
        ),
        (
            r#"{"kind":"limitation-period","months":36.5}"#,
            "months",
            Problem::NeedsCount { most: 1_200 },
        ),
        (
            r#"{"kind":"total-cost-cap","rate":"100"}"#,
            "rate",
            Problem::OtherUnit {
                found: "rate".to_owned(),
                wanted: "share".to_owned(),
            },
        ),
        (r#"{"kind":"total-within-rate"}"#, "rate", Problem::Missing),
        (
            r#"{"kind":"allowed-strategies","strategies":["instalments","hope"]}"#,
            "strategies.2",
            unknown("hope", STRATEGIES),
        ),
    ];
    for (limit, field, problem) in table {
        let error = refused(&pack_text(&[
            rule("A", COUNT, "block", ""),
            rule("B", limit, "block", ""),
        ]));
        assert_eq!(error.path, format!("rules.2.limit.{field}"), "{limit}");
        assert_eq!(error.problem, problem, "{limit}");
    }
}

#[test]
fn whom_a_rule_binds_is_read_strictly() {
    let table = [
        (r#"{"balance":{}}"#, "balance.from", Problem::Missing),
        (r#"{"balance":"500"}"#, "balance", Problem::NeedsObject),
        (
            r#"{"customers":["able"]}"#,
            "customers.1",
            unknown(
                "able",
                "willing-able, willing-unable, unwilling-able, unwilling-unable",
            ),
        ),
        (r#"{"customers":[]}"#, "customers", Problem::NotEachOnce),
        (
            r#"{"strategies":["waiver","waiver"]}"#,
            "strategies.2",
            Problem::NotEachOnce,
        ),
        (
            r#"{"segments":["nowhere"]}"#,
            "segments.1",
            unknown("nowhere", ""),
        ),
        (r#"{"segments":[]}"#, "segments", Problem::NotEachOnce),
    ];
    for (applies, path, problem) in table {
        let more = format!(r#""applies":{applies},"#);
        let error = refused(&pack_text(&[rule("A", COUNT, "block", &more)]));
        assert_eq!(error.path, format!("rules.1.applies.{path}"), "{applies}");
        assert_eq!(error.problem, problem, "{applies}");
    }
    let more = r#""applies":{"balance":{"from":"500.01","to":"500.00"}},"#;
    let error = refused(&pack_text(&[rule("A", COUNT, "block", more)]));
    assert_eq!(error.path, "rules.1.applies.balance.from");
    assert!(matches!(error.problem, Problem::Above { .. }));
    assert_eq!(
        field_problem(Locale::En, &error),
        "\"A\", Rules, entry 1, applies, balance, from (rules.1.applies.balance.from): too large an amount; write ¥500.00 or less."
    );
}

#[test]
fn segments_are_read_strictly() {
    let with = |segments: &str| {
        let text = pack_text(&[rule("A", COUNT, "block", "")]);
        refused(&text.replace(r#""rules""#, &format!(r#""segments":{segments},"rules""#)))
    };
    for (segments, path) in [
        ("[]", "segments"),
        ("{}", "segments"),
        (r#"[{"products":["credit-card"]}]"#, "segments.1.id"),
        (r#"[{"id":"a","stage":"M1"}]"#, "segments.1.stage"),
        (
            r#"[{"id":"a","products":["pawn"]}]"#,
            "segments.1.products.1",
        ),
        (
            r#"[{"id":"a","days_past_due":{"from":0,"to":30}},{"id":"a","days_past_due":{"from":31}}]"#,
            "segments.2.id",
        ),
        (
            r#"[{"id":"a","days_past_due":{"from":0,"to":30}},{"id":"b","days_past_due":{"from":30}}]"#,
            "segments.2",
        ),
    ] {
        assert_eq!(with(segments).path, path, "{segments}");
    }
    let overlap = with(r#"[{"id":"cards"},{"id":"all"}]"#);
    assert_eq!(
        field_problem(Locale::Zh, &overlap),
        "“all”，分组、第2项（segments.2）：与分组“cards”重叠，一个案件可能同时落入两处；请改动其中一个的范围。"
    );
}
