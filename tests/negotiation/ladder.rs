//! Ladders: every step offered passes, relief comes before time, the surplus bears it, and what is hidden is not there.

use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use quittance::engine::calendar::{Frequency, add_days};
use quittance::engine::claim::Component;
use quittance::engine::money::{Money, Rate, Share};
use quittance::engine::negotiate::{Footing, LadderNote, LadderView, Prospects, Term, ladder};
use quittance::engine::plan::{Proposal, Settlement, monthly_equivalent};
use quittance::engine::rules::{Ask, Pack, Role, read_pack};

use crate::option::{Case, instalments, money, sample, share};
use crate::{packs_of, question};

const CASES: u32 = 300;

/// A house pack with a ladder of its own and no other rule than a cap on penalty relief.
pub fn house(reveal: &str) -> Pack {
    let text = format!(
        r#"{{"format":"quittance-pack/1","id":"own","name":{{"zh":"自有","en":"Own"}},"version":"1","layer":"house",
        "jurisdiction":"cn","currency":"CNY","effective_from":"2020-01-01",
        "defaults":{{"plan_rate":"6","basis":"periodic","rounding":"half-up","grace_days":0,"offer_days":3}},
        "expectations":{{"rate":"8","kept":"98","recovers":"40","source":"house: a test"}},
        "ladder":{{"reveal":"{reveal}","source":"house: a test","steps":[
          {{"id":"ONE","give":{{"waivers":{{"penalty":"20"}}}},"ask":[{{"kind":"autopay"}}]}},
          {{"id":"TWO","give":{{"waivers":{{"penalty":"40"}}}},"ask":[{{"kind":"down-payment","share":"10"}}]}},
          {{"id":"THREE","give":{{"waivers":{{"penalty":"60","interest":"10"}}}},"ask":[{{"kind":"first-payment","days":10}}]}},
          {{"id":"FOUR","give":{{"count":60}},"ask":[{{"kind":"evidence"}},{{"kind":"security"}}]}}
        ]}},
        "rules":[{{"id":"CAP","limit":{{"kind":"waiver-cap","component":"penalty","share":"50"}},"severity":"supervisor",
          "visibility":"private","source":"house: a test"}}]}}"#
    );
    read_pack(&text).unwrap()
}

pub fn footing(case: &Case, packs: &[&Pack]) -> Footing {
    Footing {
        authority: Role::Agent,
        put: 0,
        affordable: None,
        payments_since_overdue: None,
        prospects: Prospects::of(packs, &case.claim),
    }
}

fn next_id(view: &LadderView) -> Option<&str> {
    view.next.as_ref().map(|rung| rung.id.as_str())
}

#[test]
fn a_stated_ladder_is_climbed_step_by_step_and_each_step_says_what_it_costs() {
    let mut case = sample("card-cn").with(|proposal| proposal.rate = Rate::ZERO);
    let pack = house("next");
    let packs = [&pack];
    let at_hand = footing(&case, &packs);
    let first = ladder(&question(&packs, &case), &case.proposal, &at_hand).unwrap();
    let one = first.next.as_ref().unwrap();
    // A fifth of 3,913.77 of penalty interest, at no interest on the plan; spread over three years it is worth less today.
    assert_eq!((one.id.as_str(), one.place), ("ONE", 1));
    assert_eq!(one.cost.nominal, money("782.75"));
    assert!(one.cost.present > Money::ZERO && one.cost.present < one.cost.nominal);
    assert_eq!(one.ask, [Ask::Autopay]);
    assert_eq!(first.opening.as_ref().unwrap().proposal, one.proposal);
    assert!(first.reached.is_empty() && first.further.is_empty() && first.notes.is_empty());

    case.proposal = one.proposal.clone();
    let second = ladder(&question(&packs, &case), &case.proposal, &at_hand).unwrap();
    let two = second.next.as_ref().unwrap();
    assert_eq!(second.reached, ["ONE"]);
    assert_eq!(two.id, "TWO");
    // A tenth of 48,532.17, rounded up, is asked for; what it is paid earlier for is worth less than what is given up.
    assert_eq!(two.proposal.down_payment, money("4853.22"));
    let terms: Vec<Term> = two.changes.iter().map(|change| change.term).collect();
    assert_eq!(terms, [Term::DownPayment, Term::Waiver(Component::Penalty)]);

    // Six tenths of the penalty are beyond the agent; a supervisor may go on.
    case.proposal = two.proposal.clone();
    let beyond = ladder(&question(&packs, &case), &case.proposal, &at_hand).unwrap();
    assert_eq!(next_id(&beyond), None);
    assert_eq!(beyond.reached, ["ONE", "TWO"]);
    let asked_for = Footing {
        authority: Role::Supervisor,
        ..at_hand
    };
    let third = ladder(&question(&packs, &case), &case.proposal, &asked_for).unwrap();
    let three = third.next.unwrap();
    assert_eq!(three.id, "THREE");
    assert_eq!(
        three.proposal.first_due,
        add_days(case.claim.as_of, 10).unwrap()
    );
    assert_eq!(three.proposal.down_payment, money("4853.22"));
}

#[test]
fn what_is_hidden_is_nowhere_in_the_answer() {
    let case = sample("card-cn");
    let all = ["ONE", "TWO", "THREE", "FOUR"];
    let seen = |reveal: &str, put: u32, proposal: &Proposal| -> Vec<&str> {
        let pack = house(reveal);
        let packs = [&pack];
        let footing = Footing {
            authority: Role::Manager,
            put,
            ..footing(&case, &packs)
        };
        let view = ladder(&question(&packs, &case), proposal, &footing).unwrap();
        let text = format!("{view:?}");
        all.into_iter()
            .filter(|id| text.contains(&format!("{id:?}")))
            .collect()
    };
    assert_eq!(seen("reached", 0, &case.proposal), ["ONE"]);
    assert_eq!(seen("reached", 1, &case.proposal), ["ONE", "TWO"]);
    assert_eq!(seen("reached", 2, &case.proposal), ["ONE", "TWO", "THREE"]);
    assert_eq!(seen("next", 0, &case.proposal), ["ONE"]);
    assert_eq!(seen("all", 0, &case.proposal), all);
    // Whoever types a waiver into the option has not put it to anybody: under `reached` nothing opens.
    let typed = sample("card-cn").waiving(Component::Penalty, "45").proposal;
    assert_eq!(seen("reached", 0, &typed), ["ONE"]);
    assert_eq!(seen("next", 0, &typed), ["ONE", "TWO", "THREE"]);
}

#[test]
fn a_derived_ladder_gives_penalty_compound_charges_interest_and_then_time() {
    for (id, authority) in [
        ("card-cn", Role::Manager),
        ("loan-cn", Role::Manager),
        ("micro-cn", Role::Manager),
        ("property-cn", Role::Manager),
        ("loan-gb", Role::Manager),
    ] {
        let mut case = sample(id);
        case.proposal.settlement = instalments(Frequency::MONTHLY, 6);
        let mut packs = packs_of(id);
        packs[1].ladder = None;
        case.proposal.rate = packs[1].defaults.plan_rate;
        let packs = [&packs[0], &packs[1]];
        let footing = Footing {
            authority,
            ..footing(&case, &packs)
        };
        let mut order = Vec::new();
        while let Some(rung) = ladder(&question(&packs, &case), &case.proposal, &footing)
            .unwrap()
            .next
        {
            assert!(rung.judged.within(authority), "{id}: {}", rung.id);
            let kind = rung.id.rsplit_once('-').unwrap().0;
            let known = [
                "penalty", "compound", "charges", "interest", "count", "deferral",
            ];
            order.push(known.iter().position(|one| *one == kind).unwrap());
            assert_ne!(case.proposal, rung.proposal, "{id}: {}", rung.id);
            case.proposal = rung.proposal;
            assert!(order.len() < 20, "{id}: {order:?}");
        }
        assert!(order.is_sorted(), "{id}: {order:?}");
        let (relief, time) = order.iter().partition::<Vec<usize>, _>(|kind| **kind < 4);
        assert!(!time.is_empty(), "{id}: {order:?}");
        println!(
            "{id}: {} of relief, then {} of time",
            relief.len(),
            time.len()
        );
    }
}

#[test]
fn nothing_is_suggested_that_the_surplus_cannot_bear() {
    let case = sample("card-cn");
    let pack = house("all");
    let packs = [&pack];
    let question = question(&packs, &case);
    let with = |affordable: &str| {
        let footing = Footing {
            authority: Role::Manager,
            affordable: Some(money(affordable)),
            ..footing(&case, &packs)
        };
        ladder(&question, &case.proposal, &footing).unwrap()
    };
    // 36 payments at 6 % come to 1,456.62 a month; with a fifth of the penalty less, to less.
    let asked = question.judge(&case.proposal).unwrap();
    let monthly = monthly_equivalent(case.claim.as_of, &case.proposal, &asked.plan).unwrap();
    let enough = with("5000");
    assert_eq!((next_id(&enough), enough.further.len()), (Some("ONE"), 3));
    assert!(enough.notes.is_empty());
    // A tenth down is more at once than a month bears, and only sixty payments are within it.
    let tight = with("1000");
    assert_eq!(next_id(&tight), Some("FOUR"));
    assert!(tight.next.unwrap().monthly <= money("1000"));
    assert_eq!(
        tight.notes,
        [LadderNote::OfferAboveAffordable {
            monthly,
            affordable: money("1000")
        }]
    );
    let nothing = with("100");
    assert_eq!(next_id(&nothing), None);
    assert!(nothing.notes.contains(&LadderNote::NothingWithinSurplus {
        affordable: money("100")
    }));
}

#[test]
fn without_any_payment_nothing_is_given_up_and_time_still_is() {
    let case = sample("card-cn");
    let pack = house("all");
    let packs = [&pack];
    let footing = Footing {
        authority: Role::Manager,
        payments_since_overdue: Some(0),
        ..footing(&case, &packs)
    };
    let view = ladder(&question(&packs, &case), &case.proposal, &footing).unwrap();
    assert_eq!(next_id(&view), Some("FOUR"));
    assert!(view.further.is_empty());
    assert_eq!(view.next.unwrap().judged.totals.waived, Money::ZERO);
    assert_eq!(view.notes, [LadderNote::NoRepaymentBehaviour]);
    let paying = Footing {
        payments_since_overdue: Some(1),
        ..footing
    };
    let view = ladder(&question(&packs, &case), &case.proposal, &paying).unwrap();
    assert_eq!(next_id(&view), Some("ONE"));
}

#[test]
fn an_option_that_does_not_pass_is_said_to_need_its_repairs_first() {
    let mut case = sample("card-cn");
    case.proposal.settlement = instalments(Frequency::MONTHLY, 200);
    let packs = packs_of("card-cn");
    let packs = [&packs[0], &packs[1]];
    let view = ladder(
        &question(&packs, &case),
        &case.proposal,
        &footing(&case, &packs),
    )
    .unwrap();
    assert_eq!(view.notes, [LadderNote::OptionDoesNotPass]);
    assert_eq!((view.next, view.opening), (None, None));
}

/// Some option for a sample case, and what a ladder may depend on.
fn drawn() -> impl Strategy<Value = (&'static str, Proposal, Footing, &'static str)> {
    (
        select(vec![
            "card-cn",
            "loan-cn",
            "micro-cn",
            "property-cn",
            "loan-gb",
        ]),
        (1..61_u32, 0..120_i64, 0..6_i64, 0..101_u32, 0..40_u32),
        select(vec![0_usize, 1, 2]),
        select(Role::ALL.to_vec()),
        (
            0..5_u32,
            prop::option::of(10_000..900_000_i64),
            prop::option::of(0..3_u32),
        ),
        select(vec!["derived", "sample", "reached", "next", "all"]),
    )
        .prop_map(
            |(id, (count, days, tenths, penalty, interest), kind, authority, known, ladder)| {
                let (put, affordable, payments_since_overdue) = known;
                let mut case = sample(id)
                    .waiving(Component::Penalty, &penalty.to_string())
                    .waiving(Component::Interest, &interest.to_string());
                let owed = case.claim.components().total().unwrap().minor();
                case.proposal.down_payment = Money::from_minor(owed / 20 * tenths).unwrap();
                case.proposal.first_due = add_days(case.claim.as_of, days).unwrap();
                case.proposal.settlement = match kind {
                    0 => Settlement::LumpSum,
                    1 => instalments(Frequency::WEEKLY, count),
                    _ => instalments(Frequency::MONTHLY, count),
                };
                let footing = Footing {
                    authority,
                    put,
                    affordable: affordable.map(|minor| Money::from_minor(minor).unwrap()),
                    payments_since_overdue,
                    prospects: Prospects::of(&[], &case.claim),
                };
                // The ladder written here is in yuan.
                let ladder = if id == "loan-gb" { "sample" } else { ladder };
                (id, case.proposal, footing, ladder)
            },
        )
}

#[test]
fn every_step_offered_passes_whatever_the_option() {
    let config = Config {
        cases: CASES,
        failure_persistence: None,
        ..Config::default()
    };
    let mut runner =
        TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let counters = std::cell::RefCell::new((0_u32, 0_u32));
    runner
        .run(&drawn(), |(id, proposal, footing, kind)| {
            let case = Case {
                proposal,
                ..sample(id)
            };
            let of_case = packs_of(id);
            let own = match kind {
                "derived" => Pack {
                    ladder: None,
                    ..of_case[1].clone()
                },
                "sample" => of_case[1].clone(),
                reveal => house(reveal),
            };
            let packs = [&of_case[0], &own];
            let question = question(&packs, &case);
            let Ok(asked) = question.judge(&case.proposal) else {
                return Ok(());
            };
            let view = ladder(&question, &case.proposal, &footing).unwrap();
            let mut counters = counters.borrow_mut();
            counters.0 += 1;
            let steps = view.opening.iter().chain(&view.next).chain(&view.further);
            for rung in steps {
                counters.1 += 1;
                prop_assert!(rung.judged.within(footing.authority), "{}", rung.id);
                prop_assert_eq!(&question.judge(&rung.proposal).unwrap(), &rung.judged);
                let waived = |judged: &quittance::engine::negotiate::Judged, part| {
                    judged.plan.waived.get(part)
                };
                prop_assert!(
                    waived(&rung.judged, Component::Principal)
                        <= waived(&asked, Component::Principal)
                );
                let month = monthly_equivalent(case.claim.as_of, &rung.proposal, &rung.judged.plan)
                    .unwrap();
                prop_assert_eq!(month, rung.monthly);
                if let Some(affordable) = footing.affordable {
                    prop_assert!(month <= affordable);
                }
                if footing.payments_since_overdue == Some(0) {
                    prop_assert!(rung.judged.totals.waived <= asked.totals.waived);
                }
            }
            let next = view.next.iter().chain(&view.further);
            for (rung, place) in next.zip(1_u32..) {
                // A step gives at least what the option at hand gives already.
                for part in Component::ALL {
                    prop_assert!(rung.judged.plan.waived.get(part) >= asked.plan.waived.get(part));
                }
                prop_assert!(rung.place > footing.put.max(place - 1));
            }
            if kind == "reached" || kind == "next" {
                prop_assert!(view.further.is_empty());
            }
            Ok(())
        })
        .unwrap();
    let (views, steps) = counters.into_inner();
    println!("{steps} steps on {views} options");
    assert!(
        views > CASES * 3 / 4 && steps > CASES / 4,
        "{steps} steps on {views} options"
    );
}

#[test]
fn shares_of_a_derived_step_are_whole_percents_within_the_rules() {
    let case = sample("card-cn")
        .down("9707")
        .counted(Frequency::MONTHLY, 24);
    let mut packs = packs_of("card-cn");
    packs[1].ladder = None;
    let packs = [&packs[0], &packs[1]];
    let view = ladder(
        &question(&packs, &case),
        &case.proposal,
        &footing(&case, &packs),
    )
    .unwrap();
    let rung = view.next.unwrap();
    // The house's supervisor comes in above 30 % of penalty interest, which is where its desk starts, too.
    assert_eq!(rung.id, "penalty-30");
    let given = rung.proposal.concessions.waivers.penalty;
    let thirty: Share = share("30");
    assert_eq!(given, quittance::engine::plan::Waiver::Share(thirty));
    assert_eq!(rung.judged.totals.waived, money("1174.13"));
}
