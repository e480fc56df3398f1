//! Every way to repay as typed, payments on agreed days, and what becomes of the concessions: read, worked out, and
//! refused at the field that mends it.

use crate::typed_plans::{Dice, any_text, opened};
use quittance::engine::calendar::format_date;
use quittance::engine::claim::Component;
use quittance::engine::money::{Currency, Money};
use quittance::engine::plan::{
    FlatPrincipal, PlanError, Relief, Repayment, RowKind, Settlement, Step, Vesting, WhileKept,
};
use quittance::share::{decode_offer, encode_offer};
use quittance::text::typed::{
    ListError, ListFault, TypedAmountError, TypedDateError, TypedListError,
};
use quittance::ui::model::{
    Draft, Evaluated, OptionDraft, OptionField, OptionKind, Refusal, SizeKind, TypedProblem, WAYS,
    evaluate,
};

fn card(change: impl FnOnce(&mut OptionDraft)) -> Result<Evaluated, Refusal> {
    let open = opened("card-cn");
    let mut option = open.starting_option();
    "0".clone_into(&mut option.rate);
    change(&mut option);
    evaluate(&open, &option)
}

/// The card repaid in one of the ways, with the texts that are its own.
fn by(way: &str, change: impl FnOnce(&mut OptionDraft)) -> Evaluated {
    let card = card(|option| {
        way.clone_into(&mut option.method);
        change(option);
    });
    card.unwrap()
}

fn yuan(text: &str) -> Money {
    Money::parse(text, Currency::Cny).unwrap()
}

fn repayment(option: &Evaluated) -> &Repayment {
    let Settlement::Instalments { repayment, .. } = &option.proposal.settlement else {
        panic!("not paid in instalments");
    };
    repayment
}

fn payments(option: &Evaluated) -> Vec<Money> {
    let rows = option.worked.plan.rows.iter();
    let paying = rows.filter(|row| row.kind == RowKind::Instalment);
    paying.map(|row| row.paid.total().unwrap()).collect()
}

#[test]
fn every_way_that_is_offered_is_the_one_that_is_laid_out() {
    for way in WAYS {
        let option = by(way, |option| {
            option.balloon = "20,000".to_owned();
            option.step = "5%".to_owned();
            option.minimum = "500".to_owned();
        });
        assert_eq!(repayment(&option).code(), way);
        let paid = payments(&option);
        assert_eq!(paid.len(), 12, "{way}");
        assert_eq!(Money::sum(paid), Ok(yuan("48532.17")), "{way}");
    }
}

#[test]
fn the_terms_of_a_way_come_from_its_own_fields() {
    let balloon = by("balloon", |option| option.balloon = "2万".to_owned());
    assert_eq!(*repayment(&balloon), Repayment::Balloon(yuan("20000")));
    let difference = balloon.worked.totals.last_payment.minor() - payments(&balloon)[0].minor();
    // The balloon, but for the cents that the last payment absorbs.
    assert!((difference - 2_000_000).abs() < 100, "{difference}");

    let falls = by("stepped", |option| {
        option.step = "−50".to_owned();
        option.step_every = "4".to_owned();
    });
    let step = Step::Plus(yuan("50").checked_neg().unwrap());
    assert_eq!(*repayment(&falls), Repayment::Stepped { step, every: 4 });

    let flat = by("flat", |option| {
        "level-instalment".clone_into(&mut option.flat)
    });
    assert_eq!(
        *repayment(&flat),
        Repayment::Flat(FlatPrincipal::LevelInstalment)
    );

    let smaller = by("minimum-first", |option| {
        option.minimum = "500".to_owned();
        option.minimum_rows = "4期".to_owned();
        // An amount each time, typed for equal instalments, does not govern a plan that needs a count.
        option.size = SizeKind::Payment;
        option.payment = "800".to_owned();
    });
    let terms = Repayment::MinimumFirst {
        minimum: yuan("500"),
        rows: 4,
    };
    assert_eq!(*repayment(&smaller), terms);
    assert_eq!(payments(&smaller)[..4], [yuan("500"); 4]);
    assert!(payments(&smaller)[4] > yuan("5000"));
}

#[test]
fn what_was_typed_for_another_way_is_kept_and_not_read() {
    let option = by("equal-principal", |option| {
        option.balloon = "plenty".to_owned();
        option.step = "steep".to_owned();
        option.minimum = "little".to_owned();
        option.step_every = "0".to_owned();
        option.dated = "never".to_owned();
        option.milestones = "far".to_owned();
    });
    assert_eq!(*repayment(&option), Repayment::EqualPrincipal);
}

#[test]
fn agreed_days_are_paid_as_listed_and_the_rest_on_the_last() {
    let option = card(|option| {
        option.kind = OptionKind::OnDates;
        option.first_due = "not read".to_owned();
        option.count = "nor this".to_owned();
        option.dated = "12月20日 1000\n2027-01-31 1.5万\n28/02/2027 余额".to_owned();
    });
    let option = option.unwrap();
    let paid: Vec<(String, Money)> = option
        .worked
        .plan
        .rows
        .iter()
        .map(|row| (format_date(row.date), row.paid.total().unwrap()))
        .collect();
    let wanted = [
        ("2026-12-20", "1000"),
        ("2027-01-31", "15000"),
        ("2027-02-28", "32532.17"),
    ];
    let wanted: Vec<(String, Money)> = wanted
        .iter()
        .map(|(day, amount)| ((*day).to_owned(), yuan(amount)))
        .collect();
    assert_eq!(paid, wanted);
    assert_eq!(format_date(option.proposal.first_due), "2026-12-20");
}

#[test]
fn what_is_wrong_is_said_at_the_field_that_mends_it() {
    type Change = fn(&mut OptionDraft);
    let changes: [(Change, OptionField); 12] = [
        (
            |option| {
                "balloon".clone_into(&mut option.method);
                option.balloon = "41,200.01".to_owned();
            },
            OptionField::Balloon,
        ),
        (
            |option| {
                "stepped".clone_into(&mut option.method);
                option.step = "-100%".to_owned();
            },
            OptionField::Step,
        ),
        (
            |option| {
                "stepped".clone_into(&mut option.method);
                option.step = "-20,000".to_owned();
                option.step_every = "1".to_owned();
            },
            OptionField::Step,
        ),
        (
            |option| {
                "stepped".clone_into(&mut option.method);
                option.step = "5%".to_owned();
                option.step_every = "0".to_owned();
            },
            OptionField::StepEvery,
        ),
        (
            |option| {
                "minimum-first".clone_into(&mut option.method);
                option.minimum = "1".to_owned();
                option.rate = "36".to_owned();
            },
            OptionField::Minimum,
        ),
        (
            |option| {
                "minimum-first".clone_into(&mut option.method);
                option.minimum = "500".to_owned();
                option.minimum_rows = "12".to_owned();
            },
            OptionField::MinimumRows,
        ),
        (
            |option| {
                "minimum-first".clone_into(&mut option.method);
                option.minimum = "50,000".to_owned();
                "first".clone_into(&mut option.carry);
            },
            OptionField::Minimum,
        ),
        (
            |option| on_days(option, "2026-11-19 余额"),
            OptionField::Dated,
        ),
        (
            |option| on_days(option, "2026-12-20 1000"),
            OptionField::Dated,
        ),
        (
            |option| on_days(option, "2026-12-20 50000\n2027-01-20 rest"),
            OptionField::Dated,
        ),
        (
            |option| on_days(option, "2026-12-20 0\n2027-01-20 rest"),
            OptionField::Dated,
        ),
        (
            |option| {
                on_days(option, "2026-12-20 1000\n2027-01-20 rest");
                "first".clone_into(&mut option.carry);
            },
            OptionField::Dated,
        ),
    ];
    for (at, (change, field)) in changes.into_iter().enumerate() {
        let refused = card(change).err().unwrap_or_default();
        assert_eq!(refused.len(), 1, "{at}: {refused:?}");
        assert_eq!(refused[0].field, Some(field), "{at}: {refused:?}");
    }
}

fn on_days(option: &mut OptionDraft, lines: &str) {
    option.kind = OptionKind::OnDates;
    lines.clone_into(&mut option.dated);
}

#[test]
fn a_text_that_cannot_be_read_is_said_where_it_stands() {
    let refused = card(|option| on_days(option, "2026-12-20 1000\n2027-02-30 rest"));
    let fault = ListFault::Date(TypedDateError::NoSuchDay);
    let error = TypedListError::Payments(ListError { at: 2, fault });
    let issue = &refused.unwrap_err()[0];
    assert_eq!(issue.field, Some(OptionField::Dated));
    assert_eq!(issue.problem, TypedProblem::Unreadable(error.into()));

    let refused = card(|option| {
        "balloon".clone_into(&mut option.method);
        "milestones".clone_into(&mut option.vesting);
        option.milestones = "6: 30%, 6: 60%".to_owned();
    });
    let issues = refused.unwrap_err();
    assert_eq!(issues[0].field, Some(OptionField::Balloon));
    let empty = TypedProblem::Unreadable(TypedAmountError::Empty.into());
    assert_eq!(issues[0].problem, empty);
    assert_eq!(issues[1].field, Some(OptionField::Milestones));
    let fault = ListFault::NotMore;
    let error = TypedListError::Milestones(ListError { at: 2, fault });
    assert_eq!(issues[1].problem, TypedProblem::Unreadable(error.into()));
}

#[test]
fn what_does_not_add_up_says_which_payment_and_by_how_much() {
    let refused = card(|option| on_days(option, "2026-12-20 1000\n2027-01-20 2000"));
    let error = PlanError::PaymentsDoNotAddUp {
        number: 2,
        difference: yuan("45532.17").checked_neg().unwrap(),
    };
    let problem = refused.unwrap_err()[0].problem.clone();
    assert_eq!(problem, TypedProblem::Unplannable(error));
}

#[test]
fn relief_is_the_usual_until_something_else_is_chosen() {
    let usual = card(|_| {}).unwrap();
    assert_eq!(usual.proposal.relief, Relief::default());
    let option = card(|option| {
        option.set_waiver(Component::Penalty, "50%".to_owned());
        "no-accrual".clone_into(&mut option.while_kept);
        "milestones".clone_into(&mut option.vesting);
        option.milestones = "6: 30%, 10: 60%".to_owned();
    });
    let option = option.unwrap();
    assert_eq!(option.proposal.relief.while_kept, WhileKept::NoAccrual);
    let Vesting::Milestones(steps) = &option.proposal.relief.vesting else {
        panic!("{:?}", option.proposal.relief);
    };
    assert_eq!(steps.as_slice().len(), 2);
    // Half of 3,913.77 is 1,956.89 to the cent; of it 30 % has taken effect after six payments, rounded down.
    let revived = |after: usize| option.worked.stops[after].revived.total().unwrap();
    assert_eq!(revived(5), yuan("1956.89"));
    assert_eq!(revived(6), yuan("1369.83"));
    assert_eq!(revived(10), yuan("782.76"));
    // Nothing accrues: what is owed is the debt less what was paid and what has taken effect.
    let owed = |after: usize| {
        let owed = option.worked.stops[after].balances.components.total();
        owed.unwrap().minor()
    };
    let paid = |after: usize| option.worked.stops[after].paid.minor();
    assert_eq!(owed(0), 4_853_217);
    assert_eq!(owed(6), 4_853_217 - paid(6) - 58_706);
}

#[test]
fn every_way_to_vest_and_every_freeze_can_be_chosen() {
    for (code, vesting) in [
        ("on-completion", Vesting::OnCompletion),
        ("pro-rata", Vesting::ProRata),
        ("at-once", Vesting::AtOnce),
    ] {
        for treatment in WhileKept::ALL {
            let option = card(|option| {
                code.clone_into(&mut option.vesting);
                treatment.code().clone_into(&mut option.while_kept);
            });
            let wanted = Relief {
                while_kept: treatment,
                vesting: vesting.clone(),
            };
            assert_eq!(option.unwrap().proposal.relief, wanted);
        }
    }
}

#[test]
fn a_draft_kept_before_there_were_such_terms_opens_with_the_usual_ones() {
    let mut draft = Draft {
        options: vec![opened("card-cn").starting_option()],
        ..Draft::default()
    };
    let mut text: serde_json::Value = serde_json::from_str(&draft.to_text()).unwrap();
    let option = text["options"][0].as_object_mut().unwrap();
    for name in [
        "balloon",
        "step",
        "step_every",
        "flat",
        "minimum",
        "minimum_rows",
        "dated",
        "while_kept",
        "vesting",
        "milestones",
    ] {
        assert!(option.remove(name).is_some(), "{name}");
    }
    let before = text.to_string();
    assert_eq!(Draft::from_text(&before), Some(draft.clone()));
    // A text that is there must be one, and those of every version must be there.
    text["options"][0]["dated"] = 7.into();
    assert_eq!(Draft::from_text(&text.to_string()), None);
    let without_rate = before.replace("\"rate\"", "\"rates\"");
    assert_eq!(Draft::from_text(&without_rate), None);
    draft.options[0].kind = OptionKind::OnDates;
    draft.options[0].dated = "2026-12-20 1000\n\n 余额?".to_owned();
    assert_eq!(Draft::from_text(&draft.to_text()), Some(draft));
}

#[test]
fn any_text_in_any_of_these_fields_is_kept_and_read_or_refused() {
    let open = opened("card-cn");
    let mut dice = Dice::new(11);
    let mut laid_out = 0;
    for at in 0..2_000 {
        let mut option = open.starting_option();
        option.kind = if at % 3 == 0 {
            OptionKind::OnDates
        } else {
            OptionKind::Instalments
        };
        WAYS[at % WAYS.len()].clone_into(&mut option.method);
        option.balloon = any_text(&mut dice);
        option.step = any_text(&mut dice);
        option.step_every = any_text(&mut dice);
        option.flat = any_text(&mut dice);
        option.minimum = any_text(&mut dice);
        option.minimum_rows = any_text(&mut dice);
        option.dated = format!("{}\n{}", any_text(&mut dice), any_text(&mut dice));
        option.while_kept = any_text(&mut dice);
        option.vesting = any_text(&mut dice);
        option.milestones = any_text(&mut dice);
        laid_out += usize::from(evaluate(&open, &option).is_ok());
        let draft = Draft {
            options: vec![option],
            ..Draft::default()
        };
        assert_eq!(Draft::from_text(&draft.to_text()), Some(draft));
    }
    assert!(laid_out > 0 && laid_out < 2_000, "{laid_out}");
}

/// The link that `tests/e2e/ways.test.mjs` opens: no house rule of the samples allows days of one's own, so that no
/// desk makes one.
const AGREED_DAYS: &str = include_str!("../e2e/links/agreed-days.txt");

#[test]
fn agreed_days_and_the_terms_of_their_waiver_go_through_a_link_with_every_figure() {
    let open = opened("card-cn");
    let mut option = open.starting_option();
    on_days(
        &mut option,
        "2026-12-20 1000\n2027-01-31 15000\n2027-02-28 rest",
    );
    option.down_payment = "5000".to_owned();
    option.set_waiver(Component::Penalty, "50%".to_owned());
    "accrues-uncharged".clone_into(&mut option.while_kept);
    "pro-rata".clone_into(&mut option.vesting);
    let option = evaluate(&open, &option).unwrap();
    let offer = open.offer(option.proposal);
    let link = encode_offer(&offer, &option.worked).unwrap();
    assert_eq!(link, AGREED_DAYS.trim());
    let Ok(opened) = decode_offer(&link) else {
        panic!("{:?}", decode_offer(&link));
    };
    assert_eq!(opened.offer.proposal, offer.proposal);
    assert_eq!(opened.offer.work_out(), Ok(option.worked));
}
