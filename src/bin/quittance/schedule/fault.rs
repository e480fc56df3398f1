//! Why terms make no schedule, in the words and amounts of the document.

use quittance::engine::calendar::DateOutOfRange;
use quittance::engine::money::{Money, OutOfRange};
use quittance::engine::plan::schedule::{MOST_ROWS, Repayment, ScheduleError, Terms, TermsError};

use crate::document::BadInput;
use crate::schedule::Document;
use crate::values::DecimalText;

/// What is wrong with a document whose terms the engine refuses.
pub fn fault(document: &Document, terms: &Terms, error: &TermsError) -> BadInput {
    // A document with terms has so many decimals that they can be read.
    let digits = document.digits().unwrap_or_default();
    let text = |amount: Money| DecimalText::of(amount, digits).0;
    match *error {
        TermsError::Schedule(ref error) => of_rows(document, terms, error, &text),
        TermsError::NotTogether { field, with } => {
            let (at, value) = match field.split_once(' ') {
                Some((at, value)) => (at, Some(value)),
                None => (field, None),
            };
            let method = if Repayment::CODES.contains(&with) {
                "method "
            } else {
                ""
            };
            BadInput {
                at: at.to_owned(),
                value: value.map(str::to_owned),
                problem: format!("has no meaning together with {method}{with}"),
            }
        }
        TermsError::AmountOutside {
            field,
            value,
            least,
            most,
        } => {
            let problem = format!("it must be from {} to {}", text(least), text(most));
            BadInput::value(amount_place(field), &text(value), &problem)
        }
        TermsError::CountOutside {
            field,
            value,
            least,
            most,
        } => {
            let problem = format!("it must be from {least} to {most}");
            BadInput::value(field, &value, &problem)
        }
        TermsError::StepOutside => {
            let written = document.step.as_ref().and_then(|step| step.times.as_ref());
            let problem = "it must be above 0 and at most 100, with at most ten decimals";
            BadInput {
                at: "step.times".to_owned(),
                value: written.map(|times| times.0.clone()),
                problem: problem.to_owned(),
            }
        }
        TermsError::FirstDueBeforeStart { start, first_due } => {
            let problem = format!("it must not be before the start, {start}");
            BadInput::value("first_due", &first_due, &problem)
        }
        TermsError::DatesOutOfOrder {
            field: "pause",
            before,
            date,
        } => {
            let at = if document.pause.is_some() {
                "pause.end"
            } else {
                "pauses"
            };
            let problem = format!("it must not be before the first date, {before}");
            BadInput::value(at, &date, &problem)
        }
        TermsError::DatesOutOfOrder {
            field,
            before,
            date,
        } => BadInput::value(field, &date, &format!("it must come after {before}")),
        TermsError::PaymentsForRows { payments, rows } => {
            let problem = format!("payments for {rows} rows: give one for each");
            BadInput::value("payments", &payments, &problem)
        }
        TermsError::RowsDoNotAddUp { row, difference } => {
            does_not_add_up(document, terms, row, difference, &text)
        }
        TermsError::NothingLeft { as_of } => {
            let problem = "no row that is not paid is due after this date";
            BadInput::value("re_amortise.as_of", &as_of, problem)
        }
    }
}

/// Where the document has an amount that the engine names.
fn amount_place(field: &str) -> &str {
    match field {
        "minimum" => "minimum.payment",
        field => field,
    }
}

fn of_rows(
    document: &Document,
    terms: &Terms,
    error: &ScheduleError,
    text: &impl Fn(Money) -> String,
) -> BadInput {
    match *error {
        ScheduleError::NoPeriods | ScheduleError::TooManyPeriods { .. } => {
            let least = if terms.down_payment.is_some() { 2 } else { 1 };
            let problem =
                format!("a schedule has {least} to {MOST_ROWS} rows, a down payment included");
            match (&document.due_dates, document.periods) {
                (Some(dates), _) => {
                    BadInput::value("due_dates", &format!("{} dates", dates.len()), &problem)
                }
                (None, Some(periods)) => BadInput::value("periods", &periods, &problem),
                (None, None) => BadInput::place("periods", &problem),
            }
        }
        ScheduleError::InstalmentBelowInterest { row, interest } => {
            let row = row.saturating_add(u32::from(terms.down_payment.is_some()));
            let interest = text(interest);
            let problem = format!("the payment of row {row} must cover its interest, {interest}");
            let at = match (&terms.repayment, &document.instalment) {
                (Repayment::Stepped { .. }, _) => "step",
                (Repayment::MinimumFirst { .. }, None) => "minimum.payment",
                _ => "instalment",
            };
            BadInput::place(at, &problem)
        }
        ScheduleError::FirstDueBeforeStart => {
            BadInput::place("first_due", "it must not be before the start")
        }
        ScheduleError::NegativePrincipal => BadInput::value(
            "principal",
            &document.principal.0,
            "it must not be below zero",
        ),
        ScheduleError::Amount(OutOfRange) => {
            let most = text(Money::MAX);
            BadInput::place("", &format!("an amount of the schedule passes {most}"))
        }
        ScheduleError::Date(DateOutOfRange::Unsupported) => {
            BadInput::place("", "a due date is not within 1900-01-01 to 9999-12-31")
        }
        ScheduleError::Date(problem @ DateOutOfRange::EndBeforeStart) => {
            BadInput::place("", &problem)
        }
    }
}

fn does_not_add_up(
    document: &Document,
    terms: &Terms,
    row: u32,
    difference: Money,
    text: &impl Fn(Money) -> String,
) -> BadInput {
    let place = row.saturating_sub(u32::from(terms.down_payment.is_some()));
    let given = document.payments.iter().flatten().zip(1_u32..);
    let written = given
        .filter(|(_, at)| *at == place)
        .map(|(payment, _)| payment.0.clone())
        .next();
    let apart = text(
        difference
            .checked_neg()
            .unwrap_or(difference)
            .max(difference),
    );
    let problem = if difference.is_negative() {
        format!("row {row} is the last and leaves {apart}")
    } else {
        format!("row {row} pays {apart} more than is owed")
    };
    BadInput {
        at: format!("payments.{place}"),
        value: written,
        problem,
    }
}
