//! The control: a minor unit, a day or a verdict put out of place is seen by the law that it breaks.

use crate::dice::Dice;
use crate::draw::{Case, rules};
use crate::hold::verdicts;
use crate::judged::Judged;
use crate::oracle::{Answer, answer};
use crate::run::every_law;
use crate::tally::Tally;
use quittance::agreement::{Worked, work_out};
use quittance::engine::calendar::add_days;
use quittance::engine::claim::{Component, Components};
use quittance::engine::fields::CodeSet;
use quittance::engine::money::Money;
use quittance::engine::plan::RowKind;
use quittance::engine::rules::{Decision, LimitKind, Outcome, Quantity, Why};
use std::collections::BTreeMap;

const SEED: u64 = 7;
const CASES: u64 = 400;

fn cent() -> Money {
    Money::from_minor(1).unwrap()
}

fn more(amounts: &mut Components, component: Component) {
    amounts.add_to(component, cent()).unwrap();
}

/// Puts something out of place in everything worked out; `None` where the case has no such thing.
type Plant = fn(&mut Worked) -> Option<()>;

const PLANTS: [(&str, Plant); 12] = [
    ("a cent too much is paid", |worked| {
        more(&mut worked.plan.rows.last_mut()?.paid, Component::Principal);
        Some(())
    }),
    ("a cent is left", |worked| {
        more(&mut worked.plan.rows.last_mut()?.closing, Component::Costs);
        Some(())
    }),
    ("a cent of interest too much", |worked| {
        let row = worked.plan.rows.last_mut()?;
        row.interest = row.interest.checked_add(cent()).ok()?;
        Some(())
    }),
    ("a cent of interest too much, and paid", |worked| {
        let row = worked.plan.rows.last_mut()?;
        row.interest = row.interest.checked_add(cent()).ok()?;
        more(&mut row.paid, Component::Interest);
        Some(())
    }),
    ("a cent given up that was not asked for", |worked| {
        more(&mut worked.plan.waived, Component::Interest);
        Some(())
    }),
    ("a payment moved to the other component", |worked| {
        let row = worked.plan.rows.first_mut()?;
        row.paid.take_from(Component::Principal, cent()).ok()?;
        more(&mut row.paid, Component::Interest);
        Some(())
    }),
    ("a payment a day late", |worked| {
        let row = worked.plan.rows.last_mut()?;
        row.date = add_days(row.date, 1).ok()?;
        Some(())
    }),
    ("a row fewer", |worked| {
        worked.plan.rows.pop();
        Some(())
    }),
    (
        "the first two instalments change places in amount",
        |worked| {
            let instalments = worked
                .plan
                .rows
                .iter_mut()
                .filter(|row| row.kind == RowKind::Instalment);
            let [first, second, ..] = &mut instalments.collect::<Vec<_>>()[..] else {
                return None;
            };
            (first.paid != second.paid).then_some(())?;
            std::mem::swap(&mut first.paid, &mut second.paid);
            Some(())
        },
    ),
    ("a cent less is owed after a break", |worked| {
        let stop = worked.stops.first_mut()?;
        stop.balances
            .components
            .take_from(Component::Principal, cent())
            .ok()?;
        Some(())
    }),
    ("what was given up is not owed again", |worked| {
        let stop = worked.stops.last_mut()?;
        (!stop.revived.is_zero()).then_some(())?;
        stop.revived = Components::ZERO;
        Some(())
    }),
    ("the head figure is not the sum", |worked| {
        worked.totals.paid = worked.totals.paid.checked_add(cent()).ok()?;
        Some(())
    }),
];

fn laid_out() -> impl Iterator<Item = (Dice, Case, Worked)> {
    (0..CASES).filter_map(|number| {
        let mut dice = Dice::of_case(SEED, number);
        let case = Case::draw(&mut dice);
        let worked = work_out(&case.claim, &case.proposal).ok()?;
        Some((dice, case, worked))
    })
}

#[test]
fn every_planted_fault_in_a_plan_is_seen() {
    for (name, plant) in PLANTS {
        let mut planted = 0;
        for (mut dice, case, mut worked) in laid_out() {
            if plant(&mut worked).is_none() {
                continue;
            }
            planted += 1;
            let held = every_law(&mut dice, &case, &worked, &mut Tally::default());
            assert!(held.is_err(), "{name}: not seen in {worked:#?}");
        }
        println!("{name}: seen {planted} of {planted} times");
        assert!(planted > CASES / 20, "{name}: planted {planted} times only");
    }
}

#[test]
fn a_verdict_that_is_too_kind_is_seen() {
    let mut planted = 0;
    for (mut dice, case, worked) in laid_out() {
        let judged = Judged {
            case: &case,
            plan: &worked.plan,
            totals: &worked.totals,
            stops: &worked.stops,
        };
        let packs = rules::packs(&mut dice, &judged);
        let mut verdict = verdicts::verdict(&judged, &packs);
        if verdict.decision == Decision::Allowed {
            continue;
        }
        planted += 1;
        verdict.decision = Decision::Allowed;
        assert!(verdicts::check(&judged, &packs, &verdict).is_err());
        // A broken rule that is said to say nothing.
        let mut verdict = verdicts::verdict(&judged, &packs);
        if let Some(at) = verdict
            .findings
            .iter()
            .position(|finding| finding.outcome.is_broken())
        {
            verdict.findings.remove(at);
            assert!(verdicts::check(&judged, &packs, &verdict).is_err());
        }
    }
    assert!(planted > CASES / 4, "planted {planted} times only");
}

/// Puts an answer out of place: kept to where it is missed, missed where it is kept to, or missed by another size.
fn misjudged(outcome: Outcome) -> Vec<Outcome> {
    match outcome {
        Outcome::Met { limit, actual } => vec![
            Outcome::Broken {
                limit,
                actual,
                shortfall: Quantity::Unmeasured,
            },
            Outcome::DoesNotApply {
                why: Why::PackUnfit,
            },
        ],
        Outcome::Broken {
            limit,
            actual,
            shortfall,
        } => {
            let mut wrong = vec![
                Outcome::Met { limit, actual },
                Outcome::DoesNotApply { why: Why::NotNoted },
            ];
            wrong.extend(by_one_more(shortfall).map(|shortfall| Outcome::Broken {
                limit,
                actual,
                shortfall,
            }));
            wrong
        }
        Outcome::DoesNotApply { .. } => Vec::new(),
    }
}

fn by_one_more(shortfall: Quantity) -> Option<Quantity> {
    Some(match shortfall {
        Quantity::Money(amount) => Quantity::Money(amount.checked_add(cent()).ok()?),
        Quantity::Days(days) => Quantity::Days(days + 1),
        Quantity::Months(months) => Quantity::Months(months + 1),
        Quantity::Payments(payments) => Quantity::Payments(payments + 1),
        Quantity::Times(times) => Quantity::Times(times + 1),
        Quantity::Evidence(_) => Quantity::Evidence(CodeSet::EMPTY),
        Quantity::Strategies(_) => Quantity::Strategies(CodeSet::EMPTY),
        _ => return None,
    })
}

#[test]
fn every_answer_that_is_out_of_place_is_seen() {
    let mut planted: BTreeMap<&str, u64> = BTreeMap::new();
    for (mut dice, case, worked) in laid_out() {
        let judged = Judged {
            case: &case,
            plan: &worked.plan,
            totals: &worked.totals,
            stops: &worked.stops,
        };
        let packs = rules::packs(&mut dice, &judged);
        let verdict = verdicts::verdict(&judged, &packs);
        for (at, finding) in verdict.findings.iter().enumerate() {
            let expected = answer(&finding.rule.limit, &judged);
            // What is not worked out a second time is too near to say, or beyond the calendar.
            if expected == Answer::Unknown {
                continue;
            }
            for outcome in misjudged(finding.outcome) {
                // A broken rule must count, and a met one not: only the answer itself is put out of place.
                let mut wrong = verdict.clone();
                wrong.findings[at].outcome = outcome;
                let held = verdicts::check(&judged, &packs, &wrong);
                assert!(held.is_err(), "{outcome:?} for {finding:?}");
                *planted.entry(finding.kind().code()).or_default() += 1;
            }
        }
    }
    for kind in LimitKind::CODES {
        let times = planted.get(kind).copied().unwrap_or(0);
        println!("{kind}: seen {times} of {times} times");
        assert!(times > CASES / 20, "{kind}: planted {times} times only");
    }
}
