//! Packs as files: everything that is not right is refused at its place.

use super::option::{pack_text, rule};
use super::schema::agrees_on_a_bad_pack;
use quittance::engine::fields::{FieldError, Problem};
use quittance::engine::rules::{LimitKind, read_pack};

const COUNT: &str = r#"{"kind":"maximum-instalments","count":24}"#;

fn refused(text: &str) -> FieldError {
    let error = read_pack(text).expect_err(text);
    agrees_on_a_bad_pack(text, &error);
    error
}

fn with_limit(limit: &str) -> String {
    pack_text(&[rule("A", COUNT, "block", ""), rule("B", limit, "block", "")])
}

/// A text in the good pack, what stands in its place, where that is refused, and as what.
type Slip = (
    &'static str,
    &'static str,
    &'static str,
    fn(&Problem) -> bool,
);

fn is_not_one_of(problem: &Problem) -> bool {
    matches!(problem, Problem::NotOneOf { .. })
}

#[test]
fn a_pack_says_what_is_wrong_and_where() {
    let good = pack_text(&[rule("A", COUNT, "block", "")]);
    assert!(read_pack(&good).is_ok());
    let table: [Slip; 15] = [
        (
            "quittance-pack/1",
            "quittance-pack/2",
            "format",
            is_not_one_of,
        ),
        (r#""id":"p","#, "", "id", |problem| {
            *problem == Problem::Missing
        }),
        (r#""version":"1""#, r#""version":1"#, "version", |problem| {
            *problem == Problem::NeedsText
        }),
        (
            r#""layer":"statutory""#,
            r#""layer":"federal""#,
            "layer",
            is_not_one_of,
        ),
        (
            r#""layer":"statutory""#,
            r#""layer":"house""#,
            "defaults",
            |problem| *problem == Problem::Missing,
        ),
        (
            r#""jurisdiction":"cn""#,
            r#""jurisdiction":"fr""#,
            "jurisdiction",
            is_not_one_of,
        ),
        (
            r#""currency":"CNY""#,
            r#""currency":"XAU""#,
            "currency",
            is_not_one_of,
        ),
        ("2026-01-01", "2026-02-30", "effective_from", |problem| {
            matches!(problem, Problem::NotADate { .. })
        }),
        (
            r#""rules""#,
            r#""effective_to":"2025-12-31","rules""#,
            "effective_from",
            |problem| matches!(problem, Problem::AfterDate { .. }),
        ),
        (
            r#""rules""#,
            r#""colour":"red","rules""#,
            "colour",
            |problem| matches!(problem, Problem::Unknown { .. }),
        ),
        (
            r#""rules""#,
            r#""products":[],"rules""#,
            "products",
            |problem| *problem == Problem::NotEachOnce,
        ),
        (
            r#""severity":"block""#,
            r#""severity":"agent""#,
            "rules.1.severity",
            is_not_one_of,
        ),
        (
            r#""visibility":"public""#,
            r#""visibility":"secret""#,
            "rules.1.visibility",
            is_not_one_of,
        ),
        (
            r#""source":"house""#,
            r#""source":" ""#,
            "rules.1.source",
            |problem| matches!(problem, Problem::TextLength { .. }),
        ),
        (
            r#""count":24"#,
            r#""count":24,"days":3"#,
            "rules.1.limit.days",
            |problem| matches!(problem, Problem::Unknown { known } if known == "kind, count"),
        ),
    ];
    for (from, to, path, wrong) in table {
        assert!(good.contains(from), "{from}");
        let error = refused(&good.replacen(from, to, 1));
        assert_eq!(error.path, path, "{to}: {:?}", error.problem);
        assert!(wrong(&error.problem), "{path}: {:?}", error.problem);
    }
    assert!(matches!(refused("{").problem, Problem::NotJson { .. }));
}

#[test]
fn a_limit_says_what_is_wrong_and_where() {
    let table: [(&str, &str, Problem); 15] = [
        (r#"{"count":3}"#, "kind", Problem::Missing),
        (
            r#"{"kind":"waiver-cap","component":"penalty"}"#,
            "share",
            Problem::Missing,
        ),
        (
            r#"{"kind":"minimum-settlement"}"#,
            "share",
            Problem::Missing,
        ),
        (
            r#"{"kind":"waiver-cap-total","share":"101"}"#,
            "share",
            Problem::NotAPercentage {
                found: "101".to_owned(),
            },
        ),
        (
            r#"{"kind":"all-in-cap","rate":"-1"}"#,
            "rate",
            Problem::NotAPercentage {
                found: "-1".to_owned(),
            },
        ),
        (
            r#"{"kind":"minimum-instalment","amount":"1.234"}"#,
            "amount",
            Problem::TooManyDecimals {
                found: "1.234".to_owned(),
                allowed: 2,
            },
        ),
        (
            r#"{"kind":"minimum-instalment","amount":"-1"}"#,
            "amount",
            Problem::Negative {
                found: "-1".to_owned(),
            },
        ),
        (
            r#"{"kind":"minimum-instalment","amount":300}"#,
            "amount",
            Problem::NeedsText,
        ),
        (
            r#"{"kind":"maximum-instalments","count":601}"#,
            "count",
            Problem::NeedsCount { most: 600 },
        ),
        (
            r#"{"kind":"maximum-instalments","count":"3"}"#,
            "count",
            Problem::NeedsCount { most: 600 },
        ),
        (
            r#"{"kind":"allowed-frequencies","frequencies":[]}"#,
            "frequencies",
            Problem::NotEachOnce,
        ),
        (
            r#"{"kind":"allowed-frequencies","frequencies":["weekly","weekly"]}"#,
            "frequencies",
            Problem::NotEachOnce,
        ),
        (
            r#"{"kind":"allowed-frequencies","frequencies":["weekly","agreed-days","agreed-days"]}"#,
            "frequencies",
            Problem::NotEachOnce,
        ),
        (
            r#"{"kind":"penalty-multiple-band","from":"1.5","to":"1.3"}"#,
            "from",
            Problem::NotANumber {
                found: "1.5".to_owned(),
            },
        ),
        (
            r#"{"kind":"penalty-multiple-band","from":"1e5","to":"2"}"#,
            "from",
            Problem::NotANumber {
                found: "1e5".to_owned(),
            },
        ),
    ];
    for (limit, field, problem) in table {
        let error = refused(&with_limit(limit));
        assert_eq!(error.path, format!("rules.2.limit.{field}"), "{limit}");
        assert_eq!(error.problem, problem, "{limit}");
    }
    let unknown = refused(&with_limit(r#"{"kind":"wish"}"#));
    assert_eq!(unknown.path, "rules.2.limit.kind");
    let known = LimitKind::CODES.join(", ");
    assert_eq!(
        unknown.problem,
        Problem::NotOneOf {
            found: "wish".to_owned(),
            known
        }
    );
    let step = refused(&with_limit(
        r#"{"kind":"allowed-frequencies","frequencies":["yearly"]}"#,
    ));
    assert_eq!(step.path, "rules.2.limit.frequencies.1");
}

#[test]
fn whom_a_rule_binds_is_read_as_strictly() {
    let table = [
        (r#"{"products":["pawn"]}"#, "applies.products.1"),
        (
            r#"{"products":["receivable","receivable"]}"#,
            "applies.products.2",
        ),
        (r#"{"products":[]}"#, "applies.products"),
        (
            r#"{"days_past_due":{"to":30}}"#,
            "applies.days_past_due.from",
        ),
        (
            r#"{"days_past_due":{"from":31,"to":30}}"#,
            "applies.days_past_due.from",
        ),
        (r#"{"days_past_due":[0,30]}"#, "applies.days_past_due"),
        (
            r#"{"signed":{"from":"2026-01-02","to":"2026-01-01"}}"#,
            "applies.signed.from",
        ),
        (r#"{"signed":{"on":"2026-01-02"}}"#, "applies.signed.on"),
        (r#"{"age":3}"#, "applies.age"),
    ];
    for (applies, path) in table {
        let more = format!(r#""applies":{applies},"#);
        let error = refused(&pack_text(&[rule("A", COUNT, "block", &more)]));
        assert_eq!(error.path, format!("rules.1.{path}"), "{applies}");
    }
    let twice = pack_text(&[rule("A", COUNT, "block", ""), rule("A", COUNT, "warn", "")]);
    let error = refused(&twice);
    assert_eq!(
        (error.path.as_str(), error.problem.clone()),
        ("rules.2.id", Problem::NotEachOnce)
    );
}

#[test]
fn what_the_desk_starts_from_is_read_as_strictly() {
    let house = |defaults: &str| {
        pack_text(&[])
            .replace(r#""layer":"statutory""#, r#""layer":"house""#)
            .replace(r#""rules""#, &format!(r#""defaults":{defaults},"rules""#))
    };
    let good = r#"{"plan_rate":"6","basis":"act/360","rounding":"half-even","grace_days":3,"offer_days":5,"waivers":{"penalty":"30"}}"#;
    let pack = read_pack(&house(good)).unwrap();
    assert_eq!(pack.defaults.cure.grace_days, 3);
    assert_eq!(pack.defaults.cure.misses_that_end, 1);
    assert_eq!(pack.defaults.waivers.penalty.to_percent_string(), "30");
    for (from, to, path) in [
        (
            r#""plan_rate":"6""#,
            r#""plan_rate":"six""#,
            "defaults.plan_rate",
        ),
        ("act/360", "lunar", "defaults.basis"),
        ("half-even", "up", "defaults.rounding"),
        (r#""grace_days":3,"#, "", "defaults.grace_days"),
        (
            r#""penalty":"30""#,
            r#""penalty":"130""#,
            "defaults.waivers.penalty",
        ),
        (
            r#""penalty":"30""#,
            r#""punishment":"30""#,
            "defaults.waivers.punishment",
        ),
    ] {
        assert_eq!(refused(&house(&good.replace(from, to))).path, path);
    }
}
