//! What an error says to whoever writes programs: every kind of it something, no two kinds the same, with the value
//! that it is about.

use quittance::engine::calendar::{Date, DateOutOfRange, NotCovered, ParseDateError, RollError};
use quittance::engine::claim::{AccrualError, ReplayError};
use quittance::engine::money::{Money, OutOfRange, ParseMoneyError, RateError, ShareError};
use quittance::engine::plan::schedule::{ScheduleError, TermsError};
use quittance::engine::plan::{ActuarialError, NoRate};
use std::collections::BTreeSet;
use std::fmt::Display;

fn each_says_its_own<E: Display>(errors: &[E]) {
    let said: BTreeSet<String> = errors.iter().map(ToString::to_string).collect();
    assert_eq!(said.len(), errors.len(), "{said:?}");
    for words in &said {
        let letters = words.chars().filter(|letter| letter.is_alphabetic());
        assert!(letters.count() > 10, "{words:?}");
        assert!(!words.contains('!'), "{words:?}");
    }
}

fn names(error: &impl Display, parts: &[&str]) {
    let words = error.to_string();
    for part in parts {
        assert!(words.contains(part), "{part} in {words:?}");
    }
}

const AMOUNT: Money = Money::MAX;

fn day() -> Date {
    Date::from_ymd_opt(2026, 11, 22).expect("a day")
}

#[test]
fn amounts_rates_and_shares() {
    each_says_its_own(&[
        ParseMoneyError::Empty,
        ParseMoneyError::NotANumber,
        ParseMoneyError::TooManyDecimals { allowed: 2 },
        ParseMoneyError::TooLarge,
    ]);
    names(&ParseMoneyError::TooManyDecimals { allowed: 2 }, &["2"]);
    each_says_its_own(&[
        RateError::NotANumber,
        RateError::Negative,
        RateError::TooLarge,
        RateError::TooPrecise,
    ]);
    each_says_its_own(&[
        ShareError::NotANumber,
        ShareError::OutsideWhole,
        ShareError::TooPrecise,
    ]);
}

#[test]
fn dates_and_calendars() {
    each_says_its_own(&[
        ParseDateError::NotIso,
        ParseDateError::NoSuchDay,
        ParseDateError::OutOfRange,
    ]);
    each_says_its_own(&[DateOutOfRange::Unsupported, DateOutOfRange::EndBeforeStart]);
    let unknown = NotCovered {
        calendar: "cn",
        year: 2031,
        first: 2024,
        last: 2026,
    };
    names(&unknown, &["cn", "2031", "2024", "2026"]);
    let roll = RollError::from(unknown);
    assert_eq!(roll.to_string(), unknown.to_string());
    each_says_its_own(&[roll, RollError::from(DateOutOfRange::Unsupported)]);
}

#[test]
fn debts_and_their_histories() {
    let (instalment, after, amount) = (4, day(), AMOUNT);
    let late = AccrualError::InstalmentOutOfOrder { instalment, after };
    names(&late, &["instalment 5", "2026-11-22"]);
    let negative = AccrualError::NegativePayment { payment: 6, amount };
    names(&negative, &["payment 7"]);
    each_says_its_own(&[
        AccrualError::Amount(OutOfRange),
        AccrualError::PenaltyRate,
        AccrualError::Period,
        negative,
        late,
    ]);
    let late = ReplayError::InstalmentOutOfOrder { instalment, after };
    names(&late, &["instalment 5", "2026-11-22"]);
    let event = ReplayError::NegativeEvent { event: 8, amount };
    names(&event, &["event 9"]);
    each_says_its_own(&[
        ReplayError::NoInstalments,
        late,
        ReplayError::NegativeInstalment { instalment, amount },
        event,
        ReplayError::Amount(OutOfRange),
    ]);
}

#[test]
fn schedules_and_rates() {
    let (count, limit) = (601, 600);
    names(
        &ScheduleError::TooManyPeriods { count, limit },
        &["601", "600"],
    );
    let (row, interest) = (3, AMOUNT);
    let below = ScheduleError::InstalmentBelowInterest { row, interest };
    names(&below, &["row 3", "100000000000000000"]);
    each_says_its_own(&[
        ScheduleError::NoPeriods,
        ScheduleError::TooManyPeriods { count, limit },
        below,
        ScheduleError::FirstDueBeforeStart,
        ScheduleError::NegativePrincipal,
        ScheduleError::Amount(OutOfRange),
        ScheduleError::Date(DateOutOfRange::Unsupported),
    ]);
    each_says_its_own(&[
        NoRate::NothingFlows,
        NoRate::OneWay,
        NoRate::NeverEqual,
        NoRate::OutsideRange,
    ]);
    let odd = ActuarialError::OddPart { odd: (5, 4) };
    names(&odd, &["5/4"]);
    each_says_its_own(&[odd, ActuarialError::Date(DateOutOfRange::Unsupported)]);
}

#[test]
fn terms_of_a_schedule() {
    let (field, with) = ("balloon", "step");
    let (value, least, most) = (601, 1, 600);
    let amount = TermsError::AmountOutside {
        field,
        value: AMOUNT,
        least: Money::ZERO,
        most: AMOUNT,
    };
    names(&amount, &["balloon", "100000000000000000"]);
    let count = TermsError::CountOutside {
        field,
        value,
        least,
        most,
    };
    names(&count, &["balloon", "601", "600"]);
    let together = TermsError::NotTogether { field, with };
    names(&together, &["balloon", "step"]);
    let rows = TermsError::PaymentsForRows {
        payments: 3,
        rows: 12,
    };
    names(&rows, &["3", "12"]);
    each_says_its_own(&[
        TermsError::Schedule(ScheduleError::NoPeriods),
        together,
        amount,
        count,
        TermsError::StepOutside,
        rows,
        TermsError::RowsDoNotAddUp {
            row: 2,
            difference: AMOUNT,
        },
        TermsError::NothingLeft { as_of: day() },
    ]);
}
