//! A ladder that follows from the rules: it goes as far as they let this authority go, and no further.

use crate::ladder::footing;
use crate::option::{Case, instalments, money, sample, share};
use crate::{packs_of, question};
use quittance::engine::calendar::Frequency;
use quittance::engine::money::Rate;
use quittance::engine::negotiate::{Footing, LadderRung, ladder};
use quittance::engine::plan::monthly_equivalent;
use quittance::engine::rules::{Ask, Pack, read_pack};

/// Two fifths of the penalty and 935.52 (three tenths) of the interest, 24 payments and 60 days of deferral at most, a
/// tenth of it all down; whatever else is asked stands in `more`.
fn house(more: &[&str]) -> Pack {
    let limits = [
        r#""kind":"waiver-cap","component":"penalty","share":"40""#,
        r#""kind":"waiver-cap","component":"interest","amount":"935.52""#,
        r#""kind":"not-waivable","component":"charges""#,
        r#""kind":"maximum-instalments","count":24"#,
        r#""kind":"maximum-deferral-days","days":60"#,
        r#""kind":"minimum-down-payment","share":"10""#,
    ];
    let rules: Vec<String> = limits
        .iter()
        .chain(more)
        .zip(1..)
        .map(|(limit, number)| {
            format!(
                r#"{{"id":"R-{number}","limit":{{{limit}}},"severity":"block","visibility":"private","source":"house: a test"}}"#
            )
        })
        .collect();
    let text = format!(
        r#"{{"format":"quittance-pack/1","id":"own","name":{{"zh":"自有","en":"Own"}},"version":"1","layer":"house",
        "jurisdiction":"cn","currency":"CNY","effective_from":"2020-01-01",
        "defaults":{{"plan_rate":"6","basis":"periodic","rounding":"half-up","grace_days":0,"offer_days":3,"waivers":{{"penalty":"15"}}}},
        "rules":[{}]}}"#,
        rules.join(",")
    );
    read_pack(&text).unwrap()
}

/// The card without interest on the plan, in six monthly payments.
fn case() -> Case {
    sample("card-cn").with(|proposal| {
        proposal.rate = Rate::ZERO;
        proposal.settlement = instalments(Frequency::MONTHLY, 6);
    })
}

/// Every step, each taken before the next is looked for.
fn climbed(pack: &Pack, change: impl Fn(&mut Footing)) -> Vec<LadderRung> {
    let (mut case, packs) = (case(), [pack]);
    let mut footing = footing(&case, &packs);
    change(&mut footing);
    let mut rungs: Vec<LadderRung> = Vec::new();
    while let Some(rung) = ladder(&question(&packs, &case), &case.proposal, &footing)
        .unwrap()
        .next
    {
        case.proposal = rung.proposal.clone();
        rungs.push(rung);
        assert!(rungs.len() < 20);
    }
    rungs
}

fn ids(rungs: &[LadderRung]) -> Vec<&str> {
    rungs.iter().map(|rung| rung.id.as_str()).collect()
}

#[test]
fn each_limit_is_reached_and_none_is_passed() {
    let rungs = climbed(&house(&[]), |_| {});
    // From where the desk starts to the cap; halfway to the most payments while these are more than six away; then later.
    assert_eq!(
        ids(&rungs),
        [
            "penalty-15",
            "penalty-40",
            "interest-30",
            "count-15",
            "count-19",
            "count-24",
            "deferral-60"
        ]
    );
    // The first step asks for the tenth that is missing, those after it for payment from an account.
    let down = Ask::DownPayment { share: share("10") };
    for (rung, place) in rungs.iter().zip(1..) {
        let mut asked = vec![if place == 1 { down } else { Ask::Autopay }];
        if rung.id.starts_with("count") || rung.id.starts_with("deferral") {
            asked.push(Ask::Evidence);
        }
        assert_eq!(rung.ask, asked, "{}", rung.id);
    }
    let last = rungs.last().unwrap();
    // 40 % of 3,913.77, and 30 % of 3,118.40.
    assert_eq!(last.judged.totals.waived, money("2501.03"));
    assert_eq!(last.proposal.down_payment, money("4853.22"));
}

#[test]
fn a_floor_over_the_whole_is_nearer_than_a_cap() {
    // Two hundredths of 48,532.17 may go: 970.64, which is 24 % of the penalty and then 1 % of the interest.
    let floor = house(&[r#""kind":"minimum-settlement","share":"98""#]);
    let rungs = climbed(&floor, |_| {});
    assert_eq!(ids(&rungs)[..3], ["penalty-15", "penalty-24", "interest-1"]);
}

#[test]
fn without_a_payment_since_it_fell_due_only_time_is_given() {
    let rungs = climbed(&house(&[]), |footing| {
        footing.payments_since_overdue = Some(0);
    });
    assert_eq!(
        ids(&rungs),
        ["count-15", "count-19", "count-24", "deferral-60"]
    );
    let some = climbed(&house(&[]), |footing| {
        footing.payments_since_overdue = Some(1);
    });
    assert_eq!(some.len(), 7);
}

#[test]
fn a_month_that_is_borne_asks_for_no_more_payments_than_it_needs() {
    let pack = house(&[]);
    let whole = climbed(&pack, |_| {});
    // After all relief and the down payment; the fewest payments whose month is borne.
    let relieved = &whole[2].proposal;
    let month = |count: u32| {
        let mut case = case();
        case.proposal = relieved.clone();
        case.proposal.settlement = instalments(Frequency::MONTHLY, count);
        let packs = [&pack];
        let judged = question(&packs, &case).judge(&case.proposal).unwrap();
        monthly_equivalent(case.claim.as_of, &case.proposal, &judged.plan).unwrap()
    };
    // The month of more of them would not bear the down payment, which is paid at once.
    for count in [7, 8] {
        let rungs = climbed(&pack, |footing| footing.affordable = Some(month(count)));
        let counts: Vec<&str> = ids(&rungs)
            .into_iter()
            .filter(|id| id.starts_with("count"))
            .collect();
        assert_eq!(counts, [format!("count-{count}")]);
    }
    let much = climbed(&pack, |footing| {
        footing.affordable = Some(money("48532.17"));
    });
    assert!(ids(&much).iter().all(|id| !id.starts_with("count")));
}

#[test]
fn what_the_law_does_not_bound_has_no_step() {
    let packs = packs_of("card-cn");
    let law = [&packs[0]];
    let case = case();
    let view = ladder(
        &question(&law, &case),
        &case.proposal,
        &footing(&case, &law),
    )
    .unwrap();
    let steps: Vec<&str> = view
        .next
        .iter()
        .chain(&view.further)
        .map(|rung| rung.id.as_str())
        .collect();
    assert!(steps.iter().all(|id| !id.starts_with("count")), "{steps:?}");
}
