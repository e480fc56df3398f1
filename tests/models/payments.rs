//! The borrower's own note of payments: kept as a text, read back strictly, and held against the agreement.

use crate::typed_plans::opened;
use quittance::agreement::{Offer, Worked};
use quittance::engine::calendar::{Date, parse_date};
use quittance::engine::claim::PaymentReceived;
use quittance::engine::money::{Currency, Money};
use quittance::engine::plan::{Keeping, TrackError};
use quittance::text::typed::{TypedAmountError, TypedDateError};
use quittance::ui::model::SizeKind;
use quittance::ui::model::payments::{NoteProblem, PaymentNote, as_planned};

fn day(text: &str) -> Date {
    parse_date(text).unwrap()
}

fn payment(date: &str, amount: &str) -> PaymentReceived {
    PaymentReceived {
        date: day(date),
        amount: Money::parse(amount, Currency::Cny).unwrap(),
    }
}

fn noted(payments: &[(&str, &str)]) -> PaymentNote {
    let mut note = PaymentNote::default();
    for (date, amount) in payments {
        note.add(payment(date, amount));
    }
    note
}

/// The sample card in twelve payments without a down payment.
fn agreement() -> (Offer, Worked) {
    let open = opened("card-cn");
    let mut draft = open.starting_option();
    draft.size = SizeKind::Count;
    draft.count = "12".to_owned();
    draft.down_payment = String::new();
    let offer = open.offer(draft.read(&open.claim, &open.house.defaults).unwrap());
    let worked = offer.work_out().unwrap();
    (offer, worked)
}

#[test]
fn a_note_is_kept_as_it_is_and_read_back() {
    let note = noted(&[("2026-12-25", "1348.12"), ("2026-12-01", "0.01")]);
    let text = "quittance-payments-1\n2026-12-25 134812\n2026-12-01 1";
    assert_eq!(note.to_text(), text);
    let back = PaymentNote::from_text(text).unwrap();
    assert_eq!(back.payments(), note.payments());
    assert!(!back.can_undo(), "steps are not kept");
    let empty = PaymentNote::from_text("quittance-payments-1").unwrap();
    assert!(empty.payments().is_empty());
}

#[test]
fn a_kept_text_that_is_damaged_is_no_note() {
    for text in [
        "",
        "quittance-payments-2",
        "quittance-payments-1\n",
        "quittance-payments-1\n2026-12-25",
        "quittance-payments-1\n2026-12-25 ",
        "quittance-payments-1\n2026-12-25 0",
        "quittance-payments-1\n2026-12-25 -5",
        "quittance-payments-1\n2026-12-25 1.5",
        "quittance-payments-1\n2026-02-30 5",
        "quittance-payments-1\n2026-12-25 5 5",
        "quittance-payments-1\n2026-12-25 99999999999999999999",
    ] {
        assert_eq!(PaymentNote::from_text(text), None, "{text:?}");
    }
    let most = format!("quittance-payments-1{}", "\n2026-12-25 5".repeat(1200));
    assert!(PaymentNote::from_text(&most).is_some());
    assert!(PaymentNote::from_text(&format!("{most}\n2026-12-25 5")).is_none());
}

#[test]
fn every_step_can_be_taken_back() {
    let mut note = noted(&[("2026-12-25", "10"), ("2026-12-25", "20")]);
    let both = note.payments().to_vec();
    note.remove(payment("2026-12-25", "10"));
    assert_eq!(note.payments(), &both[1..]);
    note.remove(payment("2026-12-24", "20"));
    assert_eq!(note.payments(), &both[1..], "there is no such payment");
    note.clear();
    assert!(note.payments().is_empty());
    note.undo();
    note.undo();
    assert_eq!(note.payments(), both);
    note.undo();
    note.undo();
    assert!(note.payments().is_empty() && !note.can_undo());
    note.undo();
    assert!(note.payments().is_empty());
}

#[test]
fn what_another_tab_kept_is_taken_and_can_be_given_back() {
    let mut note = noted(&[("2026-12-25", "10")]);
    let theirs = noted(&[("2026-12-25", "10"), ("2026-12-26", "5")]);
    note.take(theirs.clone());
    assert_eq!(note.payments(), theirs.payments());
    note.undo();
    assert_eq!(note.payments().len(), 1);
}

#[test]
fn paying_as_planned_again_and_again_completes_the_agreement() {
    let (offer, worked) = agreement();
    let mut note = PaymentNote::default();
    let today = worked.totals.last_date;
    let mut presses = 0;
    while let Some(due) = note
        .tracked(&offer, &worked, offer.claim.as_of)
        .unwrap()
        .next()
    {
        // Seen from the last day, every due is in the past and noted on its own day.
        let planned = as_planned(due, today);
        assert_eq!(planned.date, due.date);
        note.add(planned);
        presses += 1;
        assert!(presses <= 12);
    }
    assert_eq!(presses, 12);
    let found = note.tracked(&offer, &worked, today).unwrap();
    assert_eq!(found.keeping, Keeping::Completed { on: today });
    assert!(found.overpaid.is_zero() && found.behind.is_zero());
}

#[test]
fn a_payment_ahead_of_its_due_is_noted_on_the_day_itself() {
    let (offer, worked) = agreement();
    let first = worked.totals.first_date;
    let found = PaymentNote::default();
    let found = found.tracked(&offer, &worked, offer.claim.as_of).unwrap();
    let planned = as_planned(found.next().unwrap(), found.on);
    assert!(planned.date < first);
    assert_eq!(planned.date, offer.claim.as_of);
}

#[test]
fn a_clock_that_runs_behind_is_taken_at_the_last_day_known() {
    let (offer, worked) = agreement();
    let first = worked.totals.first_date;
    let mut note = PaymentNote::default();
    let before = day("2020-01-01");
    let as_of = offer.claim.as_of;
    assert_eq!(note.tracked(&offer, &worked, before).unwrap().on, as_of);
    note.add(PaymentReceived {
        date: first,
        amount: worked.totals.last_payment,
    });
    assert_eq!(note.tracked(&offer, &worked, before).unwrap().on, first);
}

#[test]
fn what_is_typed_is_read_or_refused_with_its_reason() {
    let (offer, worked) = agreement();
    let as_of = offer.claim.as_of;
    let today = worked.totals.first_date;
    let note = PaymentNote::default();
    let read = |date: &str, amount: &str| note.read(&offer, &worked, (date, amount), today);
    let typed = as_of.format("%Y/%m/%d").to_string();
    let taken = read(&typed, "¥1,000").unwrap();
    assert_eq!((taken.date, taken.amount.minor()), (as_of, 100_000));
    assert_eq!(
        read("", "1000"),
        Err(NoteProblem::Date(TypedDateError::Empty))
    );
    assert_eq!(
        read(&typed, "1,00"),
        Err(NoteProblem::Amount(TypedAmountError::Grouping))
    );
    let later = worked.totals.last_date.format("%Y-%m-%d").to_string();
    let not_yet = TrackError::NotYetMade {
        number: 1,
        date: worked.totals.last_date,
        on: today,
    };
    assert_eq!(read(&later, "10"), Err(NoteProblem::Track(not_yet)));
    assert!(matches!(
        read(&typed, "0"),
        Err(NoteProblem::Track(TrackError::NotPositive { .. }))
    ));
    assert!(matches!(
        read(&typed, "100万"),
        Err(NoteProblem::Track(TrackError::MoreThanOwed { .. }))
    ));
    assert!(matches!(
        read("2020-01-01", "10"),
        Err(NoteProblem::Track(TrackError::BeforeAgreement { .. }))
    ));
}
