//! A pack's ladder and expectations as files: what they mean, and everything that is not right is refused at its place.

use quittance::engine::fields::Problem;
use quittance::engine::rules::{Ask, Pack, Reveal, read_pack};

use super::option::{rate, share};

const LADDER: &str = r#"{"reveal":"reached","source":"house: a test","steps":[
    {"id":"A","give":{"waivers":{"penalty":"20"},"discount":"5"},"ask":[{"kind":"down-payment","share":"10"}]},
    {"id":"B","give":{"waivers":{"penalty":"40","interest":"10"},"rate":"6"},"ask":[{"kind":"first-payment","days":7},{"kind":"autopay"}]},
    {"id":"C","give":{"count":36,"deferral_days":30},"ask":[{"kind":"evidence"},{"kind":"security"}]},
    {"id":"D","give":{"count":48},"ask":[{"kind":"lump-sum"}]}]}"#;
const EXPECTATIONS: &str = r#"{"rate":"8","kept":"97.5","recovers":"35","source":"house: a test"}"#;

fn text(ladder: &str, expectations: &str) -> String {
    format!(
        r#"{{"format":"quittance-pack/1","id":"p","name":{{"zh":"p","en":"p"}},"version":"1","layer":"house","jurisdiction":"cn",
        "currency":"CNY","effective_from":"2026-01-01",
        "defaults":{{"plan_rate":"6","basis":"periodic","rounding":"half-up","grace_days":3,"offer_days":3}},
        "rules":[],"ladder":{ladder},"expectations":{expectations}}}"#
    )
}

fn read(ladder: &str) -> Pack {
    read_pack(&text(ladder, EXPECTATIONS)).unwrap()
}

#[test]
fn a_ladder_is_read_as_levels_and_what_is_asked_for_them() {
    let pack = read(LADDER);
    let ladder = pack.ladder.unwrap();
    assert_eq!((ladder.reveal, ladder.steps.len()), (Reveal::Reached, 4));
    let [a, b, c, d] = &ladder.steps[..] else {
        panic!("{:?}", ladder.steps)
    };
    assert_eq!(a.give.waivers.penalty, share("20"));
    assert_eq!(a.ask, [Ask::DownPayment { share: share("10") }]);
    assert!(a.give.relieves() && !a.give.gives_time());
    assert_eq!(b.ask, [Ask::FirstPayment { days: 7 }, Ask::Autopay]);
    assert_eq!(c.ask, [Ask::Evidence, Ask::Security]);
    assert!(c.give.gives_time() && !c.give.relieves());
    assert_eq!(d.ask, [Ask::LumpSum]);
    let all = d.give.after(&c.give.after(&b.give.after(&a.give)));
    assert_eq!(
        (all.waivers.penalty, all.waivers.interest, all.discount),
        (share("40"), share("10"), share("5"))
    );
    assert_eq!(
        (all.rate, all.count, all.deferral_days),
        (Some(rate("6")), Some(48), Some(30))
    );
    assert_eq!(all.relief_alone().count, None);
    assert_eq!(all.time_alone().discount, share("0"));
    let expected = pack.expectations.unwrap();
    assert_eq!(
        (expected.rate, expected.kept, expected.recovers),
        (rate("8"), share("97.5"), share("35"))
    );
    for reveal in Reveal::ALL {
        assert_eq!(Reveal::from_code(reveal.code()), Some(reveal));
    }
    for code in Ask::CODES {
        assert!(
            LADDER.contains(&format!("\"{code}\"")),
            "{code} is not read above"
        );
    }
}

/// What stands in the good ladder, what in its place, where that is refused, and as what.
type Slip = (
    &'static str,
    &'static str,
    &'static str,
    fn(&Problem) -> bool,
);

#[test]
#[expect(clippy::too_many_lines, reason = "one entry per slip")]
fn a_ladder_says_what_is_wrong_and_where() {
    let missing = |problem: &Problem| *problem == Problem::Missing;
    let unknown = |problem: &Problem| matches!(problem, Problem::Unknown { .. });
    let not_one_of = |problem: &Problem| matches!(problem, Problem::NotOneOf { .. });
    let table: [Slip; 18] = [
        (r#""reveal":"reached","#, "", "ladder.reveal", missing),
        ("reached", "never", "ladder.reveal", not_one_of),
        (r#""source":"house: a test","#, "", "ladder.source", missing),
        (r#""steps""#, r#""rungs""#, "ladder.rungs", unknown),
        (r#""id":"A","#, "", "ladder.steps.1.id", missing),
        (
            r#""id":"B""#,
            r#""id":"A""#,
            "ladder.steps.2.id",
            |problem| *problem == Problem::NotEachOnce,
        ),
        (
            r#""discount""#,
            r#""principal""#,
            "ladder.steps.1.give.principal",
            unknown,
        ),
        // Principal is on no ladder, and costs were paid to somebody else.
        (
            r#"{"penalty":"20"}"#,
            r#"{"principal":"20"}"#,
            "ladder.steps.1.give.waivers.principal",
            unknown,
        ),
        (
            r#"{"penalty":"20"}"#,
            r#"{"costs":"20"}"#,
            "ladder.steps.1.give.waivers.costs",
            unknown,
        ),
        (
            r#"{"penalty":"20"}"#,
            r#"{"penalty":"120"}"#,
            "ladder.steps.1.give.waivers.penalty",
            |problem| matches!(problem, Problem::NotAPercentage { .. }),
        ),
        (
            r#"[{"kind":"lump-sum"}]"#,
            "[]",
            "ladder.steps.4.ask",
            missing,
        ),
        (
            "lump-sum",
            "kindness",
            "ladder.steps.4.ask.1.kind",
            not_one_of,
        ),
        (
            r#""share":"10""#,
            r#""days":10"#,
            "ladder.steps.1.ask.1.days",
            unknown,
        ),
        (
            r#","share":"10""#,
            "",
            "ladder.steps.1.ask.1.share",
            missing,
        ),
        (
            r#"{"kind":"security"}"#,
            r#"{"kind":"evidence"}"#,
            "ladder.steps.3.ask.2",
            |problem| *problem == Problem::NotEachOnce,
        ),
        (
            r#""count":48"#,
            r#""count":36"#,
            "ladder.steps.4.give",
            |problem| *problem == Problem::GivesNoMore,
        ),
        (
            r#""count":48"#,
            r#""waivers":{"interest":"20"}"#,
            "ladder.steps.4.give",
            |problem| *problem == Problem::ReliefAfterTime,
        ),
        (
            r#""count":48"#,
            r#""count":601"#,
            "ladder.steps.4.give.count",
            |problem| *problem == Problem::NeedsCount { most: 600 },
        ),
    ];
    for (good, bad, path, problem) in table {
        assert!(LADDER.contains(good), "{good}");
        let ladder = LADDER.replacen(good, bad, 1);
        let refused = read_pack(&text(&ladder, EXPECTATIONS)).expect_err(&ladder);
        assert_eq!(refused.path, path, "{bad}: {refused:?}");
        assert!(problem(&refused.problem), "{bad}: {refused:?}");
        super::schema::agrees_on_a_bad_pack(&text(&ladder, EXPECTATIONS), &refused);
    }
    let none = r#"{"reveal":"all","source":"x","steps":[]}"#;
    let refused = read_pack(&text(none, EXPECTATIONS)).expect_err(none);
    assert_eq!(
        (refused.path.as_str(), &refused.problem),
        ("ladder.steps", &Problem::Missing)
    );
    for (good, bad, path) in [
        (r#""rate":"8","#, "", "expectations.rate"),
        (r#""kept":"97.5""#, r#""kept":"101""#, "expectations.kept"),
        ("recovers", "brings", "expectations.brings"),
        (
            r#""source":"house: a test""#,
            r#""source":"""#,
            "expectations.source",
        ),
    ] {
        let expectations = EXPECTATIONS.replacen(good, bad, 1);
        let refused = read_pack(&text(LADDER, &expectations)).expect_err(&expectations);
        assert_eq!(refused.path, path);
        super::schema::agrees_on_a_bad_pack(&text(LADDER, &expectations), &refused);
    }
}

#[test]
fn the_law_states_neither_a_ladder_nor_expectations() {
    let statutory =
        text(LADDER, EXPECTATIONS).replace(r#""layer":"house""#, r#""layer":"statutory""#);
    let refused = read_pack(&statutory).expect_err("a law with a ladder");
    assert_eq!(refused.path, "ladder");
    super::schema::agrees_on_a_bad_pack(&statutory, &refused);
    let Problem::Unknown { known } = &refused.problem else {
        panic!("{refused:?}")
    };
    assert!(
        known.contains("rules") && !known.contains("ladder"),
        "{known}"
    );
    let refused = read_pack(&statutory.replace(LADDER, "null")).expect_err("a law that expects");
    assert_eq!(refused.path, "expectations");
}
