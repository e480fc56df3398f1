//! A repair typed into its fields: what is read there again is the very option that was found to pass.

use std::collections::BTreeSet;

use crate::typed_plans::{Dice, any_option, opened};
use quittance::engine::calendar::{Frequency, add_days};
use quittance::engine::money::{Currency, Money, Rate, Share};
use quittance::engine::negotiate::{Change, Term, TermValue};
use quittance::engine::plan::{Carry, DeferralInterest};
use quittance::engine::rules::{Decision, Role};
use quittance::samples;
use quittance::ui::model::{Asked, OpenCase, OptionDraft, OptionKind, SizeKind, evaluate};

/// Options of each kind, each with another part of the terms.
fn drafts(open: &OpenCase) -> Vec<OptionDraft> {
    let starting = open.starting_option();
    let by_payment = OptionDraft {
        size: SizeKind::Payment,
        payment: "2,000".to_owned(),
        ..starting.clone()
    };
    let in_whole_units = OptionDraft {
        whole_units: true,
        down_payment: "10%".to_owned(),
        ..starting.clone()
    };
    let smaller_first = OptionDraft {
        method: "minimum-first".to_owned(),
        minimum: "500".to_owned(),
        size: SizeKind::Payment,
        count: "20".to_owned(),
        ..starting.clone()
    };
    let one_sum = OptionDraft {
        kind: OptionKind::LumpSum,
        discount: "30%".to_owned(),
        ..starting.clone()
    };
    vec![starting, by_payment, in_whole_units, smaller_first, one_sum]
}

/// Values of every sort that a term can be moved to.
fn values(open: &OpenCase, term: Term) -> Vec<TermValue> {
    let money = |minor| TermValue::Money(Money::from_minor(minor).unwrap());
    match term {
        Term::DownPayment => vec![money(0), money(1), money(970_644)],
        Term::Payment => vec![money(1), money(100_000), money(166_874)],
        Term::Waiver(_) | Term::Discount => {
            let share = Share::parse_percent("33.25").unwrap();
            let amount = Money::from_minor(12_345).unwrap();
            vec![money(0), money(12_345), TermValue::Part { amount, share }]
        }
        Term::Count => [1, 24, 600].map(TermValue::Count).to_vec(),
        Term::Frequency => [
            Frequency::MONTHLY,
            Frequency::HALF_MONTHLY,
            Frequency::FORTNIGHTLY,
            Frequency::WEEKLY,
        ]
        .map(TermValue::Frequency)
        .to_vec(),
        Term::FirstDue => [0, 30, 3_660]
            .map(|days| TermValue::Date(add_days(open.claim.as_of, days).unwrap()))
            .to_vec(),
        Term::Rate => ["0", "6.13", "24", "3.6525"]
            .map(|rate| TermValue::Rate(Rate::parse_percent(rate).unwrap()))
            .to_vec(),
        Term::Deferral => DeferralInterest::ALL.map(TermValue::Deferral).to_vec(),
        Term::Carry => Carry::ALL.map(TermValue::Carry).to_vec(),
    }
}

#[test]
fn every_term_at_any_value_is_read_as_it_was_written() {
    let mut written = BTreeSet::new();
    for sample in samples::ALL {
        let open = opened(sample.id);
        for draft in drafts(&open) {
            let proposal = draft.read(&open.claim, &open.house.defaults).unwrap();
            for term in Term::ALL {
                let Some(from) = term.read(&open.claim, &proposal) else {
                    continue;
                };
                for to in values(&open, term) {
                    let wanted = term.write(&proposal, to).unwrap();
                    let change = Change { term, from, to };
                    let changed = draft.with_changes(&[change], open.claim.currency);
                    let read = changed.read(&open.claim, &open.house.defaults);
                    assert_eq!(read, Ok(wanted), "{} {term:?} {to:?}", sample.id);
                    written.insert(term);
                }
            }
        }
    }
    assert_eq!(written.into_iter().collect::<Vec<_>>(), {
        let mut all = Term::ALL.to_vec();
        all.sort();
        all
    });
}

#[test]
fn every_repair_of_a_refused_option_is_allowed_once_it_is_typed() {
    let (mut refused, mut repaired) = (0, 0);
    let mut changed_terms = BTreeSet::new();
    for sample in samples::ALL {
        let open = opened(sample.id);
        let mut dice = Dice::new(11);
        for _ in 0..40 {
            let draft = any_option(&mut dice, &open);
            let Ok(asked) = evaluate(&open, &draft) else {
                continue;
            };
            if asked.verdict.decision == Decision::Allowed {
                continue;
            }
            refused += 1;
            let found = open.look(Asked {
                options: vec![Some(asked.proposal)],
                ..Asked::default()
            });
            for repair in found.repairs.unwrap().found {
                let typed = draft.with_changes(&repair.changes, open.claim.currency);
                let after = evaluate(&open, &typed).unwrap();
                assert_eq!(after.proposal, repair.proposal, "{}", sample.id);
                assert_eq!(after.verdict, repair.judged.verdict);
                assert!(repair.judged.within(Role::Agent));
                repaired += 1;
                changed_terms.extend(repair.changes.iter().map(|change| change.term));
            }
        }
    }
    assert!(refused > 100 && repaired > 100, "{repaired} of {refused}");
    assert!(changed_terms.len() > 6, "{changed_terms:?}");
}

#[test]
fn amounts_stand_in_their_fields_as_people_leave_them() {
    let open = opened("card-cn");
    let to = |minor| TermValue::Money(Money::from_minor(minor).unwrap());
    let typed = |minor| {
        let change = Change {
            term: Term::DownPayment,
            from: to(0),
            to: to(minor),
        };
        let starting = open.starting_option();
        starting.with_changes(&[change], Currency::Cny).down_payment
    };
    assert_eq!(
        [0, 485_322, 500_000, 5].map(typed),
        ["", "4,853.22", "5,000", "0.05"]
    );
}

#[test]
fn every_step_put_on_the_desk_is_the_option_that_the_step_makes() {
    let (mut steps, mut noted, mut asked_for) = (0, 0, 0);
    for sample in samples::ALL {
        let open = opened(sample.id);
        for count in ["6", "12", "18", "24"] {
            for (down, put) in [("", 0), ("10%", 0), ("20%", 0), ("30%", 1)] {
                let draft = OptionDraft {
                    count: count.to_owned(),
                    down_payment: down.to_owned(),
                    ..open.starting_option()
                };
                let asked = evaluate(&open, &draft).unwrap();
                let found = open.look(Asked {
                    options: vec![None, Some(asked.proposal)],
                    selected: 1,
                    put,
                    ..Asked::default()
                });
                assert_eq!((found.standing.len(), found.standing[0]), (2, None));
                let ladder = found.ladder.unwrap();
                noted += ladder.notes.len();
                for rung in ladder.next.iter().chain(&ladder.further) {
                    let typed = draft.with_step(rung, open.claim.currency);
                    let after = evaluate(&open, &typed).unwrap();
                    assert_eq!(after.proposal, rung.proposal, "{} {}", sample.id, rung.id);
                    assert!(rung.judged.within(Role::Agent) && rung.place > put);
                    steps += 1;
                    asked_for += rung.ask.len();
                }
            }
        }
    }
    let all = format!("{steps} steps, {asked_for} asked for, {noted} notes");
    assert!(steps > 10 && noted > 10 && asked_for > 0, "{all}");
}

#[test]
fn an_option_that_passes_has_no_repairs_and_stands_beside_the_others() {
    let open = opened("card-cn");
    let option = |count: &str| OptionDraft {
        count: count.to_owned(),
        down_payment: "20%".to_owned(),
        ..open.starting_option()
    };
    let asked = |count: &str| Some(evaluate(&open, &option(count)).unwrap().proposal);
    let found = open.look(Asked {
        options: vec![asked("24"), None, asked("48"), asked("12")],
        ..Asked::default()
    });
    assert_eq!(found.repairs, None);
    let standing = &found.standing;
    assert_eq!(standing[1], None);
    let unbeaten = standing
        .iter()
        .map(|one| one.is_some_and(|one| one.unbeaten));
    // Forty-eight payments are refused: that option neither beats another nor is unbeaten.
    assert_eq!(unbeaten.collect::<Vec<_>>(), [true, false, false, true]);
    let refused = open.look(Asked {
        options: vec![asked("48")],
        ..Asked::default()
    });
    assert!(!refused.repairs.unwrap().found.is_empty());
}
