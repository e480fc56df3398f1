//! Payments made under an agreement, as the borrower notes them: how it stands, what comes next, what has taken effect.

use leptos::prelude::*;

use super::keeping::button;
use super::noted::{Noted, State};
use super::ready::Ready;
use super::signed::this_day;
use super::tracked_lines::{stands, stopped, what_each};
use crate::engine::calendar::format_date;
use crate::engine::claim::PaymentReceived;
use crate::engine::plan::TrackError;
use crate::papers::paid_table;
use crate::text::format::date;
use crate::text::tracking::track_problem;
use crate::text::typed::typed_problem;
use crate::text::{Languages, Locale, TrackLabel};
use crate::ui::browser::files::save;
use crate::ui::model::payments::NoteProblem;
use crate::ui::parts::field::{Keyboard, TextField, text_field};
use crate::ui::parts::figure::figure;
use crate::ui::session::Session;
use crate::ui::view::{View, view};

/// Whether payments under it can be noted: its figures stand, and nobody still waits for an answer to it.
#[must_use]
pub fn is_tracked(ready: &Ready) -> bool {
    let signing = ready.document.signing();
    !ready.differs() && signing.is_none_or(|signing| signing.accepted.is_some())
}

/// The section: what was paid, and everything that follows from it.
#[must_use]
pub fn tracking(session: Session, locale: Locale, ready: StoredValue<Ready>, noted: Noted) -> View {
    let words = move |label: TrackLabel| label.text(locale);
    let hint = move || match noted.state.get() {
        State::Guest => words(TrackLabel::OwnNoteUnkept),
        State::Kept | State::Refused | State::Unreadable => words(TrackLabel::OwnNote),
    };
    let notice = move || {
        let label = match noted.state.get() {
            State::Kept | State::Guest => return None,
            State::Refused => TrackLabel::NoteRefused,
            State::Unreadable => TrackLabel::NoteUnreadable,
        };
        Some(view! { <p class="track-notice" role="status">{words(label)}</p> })
    };
    let body = move || {
        if noted.state.get() == State::Unreadable {
            let forget = move |()| noted.forget();
            return button(words(TrackLabel::ForgetNote), false, forget);
        }
        view! {
            {standing(locale, ready, noted)}
            {entry(locale, ready, noted)}
            {list(locale, ready, noted)}
            {tools(locale, ready, noted)}
            {noted.keeping.outcome(session)}
            {details(locale, ready, noted)}
        }
    };
    view! {
        <section class="part tracking">
            <h2>{words(TrackLabel::PaymentsMade)}</h2>
            <p class="hint">{hint}</p>
            {notice}
            {body}
        </section>
    }
}

/// How the agreement stands with what is noted.
fn standing(locale: Locale, ready: StoredValue<Ready>, noted: Noted) -> View {
    View::live(move || {
        let note = noted.note.read();
        ready.with_value(|ready| {
            let tracked = note.tracked(&ready.offer, &ready.worked, this_day());
            match tracked {
                Ok(tracked) => stands(locale, ready, &tracked, noted),
                Err(error) => problem(locale, ready, &error),
            }
        })
    })
}

/// What would be owed if payments stopped, and each payment by itself; both folded.
fn details(locale: Locale, ready: StoredValue<Ready>, noted: Noted) -> View {
    View::live(move || {
        let note = noted.note.read();
        ready.with_value(|ready| {
            let tracked = note.tracked(&ready.offer, &ready.worked, this_day()).ok()?;
            (!tracked.paid.is_zero()).then(|| {
                view! {
                    {stopped(locale, ready, &tracked)}
                    {what_each(locale, ready, &tracked)}
                }
            })
        })
    })
}

fn problem(locale: Locale, ready: &Ready, error: &TrackError) -> View {
    view! { <p class="wrong" role="alert">{track_problem(locale, error, ready.currency())}</p> }
}

/// A day and an amount, for whatever was not paid as planned.
fn entry(locale: Locale, ready: StoredValue<Ready>, noted: Noted) -> View {
    let currency = ready.with_value(Ready::currency);
    let say = move |of_day: bool| {
        Signal::derive(move || {
            let problem = noted.problem.get()?;
            let (day, said) = match problem {
                NoteProblem::Date(error) => (true, typed_problem(locale, error)),
                NoteProblem::Amount(error) => (false, typed_problem(locale, error)),
                NoteProblem::Track(error) => {
                    (is_of_day(&error), track_problem(locale, &error, currency))
                }
            };
            (day == of_day).then_some(said)
        })
    };
    let field = move |label: TrackLabel, value: RwSignal<String>, keyboard, of_day: bool| {
        text_field(&TextField {
            label: label.text(locale).to_owned(),
            keyboard,
            value: value.into(),
            placeholder: Signal::stored(if of_day {
                format_date(this_day())
            } else {
                String::new()
            }),
            problem: say(of_day),
            on_text: Callback::new(move |text| {
                value.set(text);
                noted.problem.set(None);
            }),
            amount_in: (!of_day).then(|| Signal::stored(Some(currency))),
            focus: None,
        })
    };
    let add = move |()| {
        let (day, amount) = (noted.day.get_untracked(), noted.amount.get_untracked());
        let read = ready.with_value(|ready| {
            noted.note.with_untracked(|note| {
                note.read(&ready.offer, &ready.worked, (&day, &amount), this_day())
            })
        });
        match read {
            Ok(payment) => {
                noted.add(payment);
                noted.day.set(String::new());
                noted.amount.set(String::new());
            }
            Err(problem) => noted.problem.set(Some(problem)),
        }
    };
    view! {
        <details class="note-entry">
            <summary>{TrackLabel::NoteOtherPayment.text(locale)}</summary>
            <div class="note-fields">
                {field(TrackLabel::PaidOn, noted.day, Keyboard::Date, true)}
                {field(TrackLabel::AmountPaid, noted.amount, Keyboard::Figures, false)}
                {button(TrackLabel::NotePayment.text(locale), false, add)}
            </div>
        </details>
    }
}

const fn is_of_day(error: &TrackError) -> bool {
    matches!(
        error,
        TrackError::DayBeforeAgreement { .. }
            | TrackError::BeforeAgreement { .. }
            | TrackError::NotYetMade { .. }
    )
}

/// What is noted, the earliest first, each with its way out.
fn list(locale: Locale, ready: StoredValue<Ready>, noted: Noted) -> View {
    let currency = ready.with_value(Ready::currency);
    View::live(move || {
        let mut payments = noted.note.with(|note| note.payments().to_vec());
        payments.sort_by_key(|payment| payment.date);
        let rows: Vec<View> = payments
            .into_iter()
            .map(|payment| {
                let PaymentReceived { date: on, amount } = payment;
                let on = date(locale, on);
                let remove = TrackLabel::RemovePayment.text(locale);
                let named = format!("{remove} {on}");
                view! {
                    <li>
                        <span class="due-date">{on}</span>
                        {figure(amount, currency)}
                        <button
                            type="button"
                            class="button plain"
                            aria-label=named
                            on:click=move |_| noted.remove(payment)
                        >
                            {remove}
                        </button>
                    </li>
                }
            })
            .collect();
        (!rows.is_empty()).then(|| {
            view! {
                <h3>{TrackLabel::NotedPayments.text(locale)}</h3>
                <ol class="noted">{rows}</ol>
            }
        })
    })
}

/// Undo, save and forget, each while there is something for it.
fn tools(locale: Locale, ready: StoredValue<Ready>, noted: Noted) -> View {
    View::live(move || {
        let (some, can_undo) = noted
            .note
            .with(|note| (!note.payments().is_empty(), note.can_undo()));
        let words = |label: TrackLabel| label.text(locale);
        let undo =
            can_undo.then(|| button(words(TrackLabel::UndoNote), false, move |()| noted.undo()));
        let save = some.then(|| {
            button(words(TrackLabel::SaveNote), false, move |()| {
                save_note(locale, ready, noted);
            })
        });
        let forget = some.then(|| {
            button(words(TrackLabel::ForgetNote), false, move |()| {
                noted.forget();
            })
        });
        view! { <div class="button-row">{undo} {save} {forget}</div> }
    })
}

fn save_note(locale: Locale, ready: StoredValue<Ready>, noted: Noted) {
    let taken = ready.with_value(|ready| {
        let made = ready.made(None);
        let table = noted
            .note
            .with_untracked(|note| paid_table(&made, note.payments(), Languages::One(locale)));
        let name = format!("quittance-payments-{}.csv", made.code);
        save(&name, "text/csv;charset=utf-8", &table)
    });
    noted.keeping.saved(taken);
}
