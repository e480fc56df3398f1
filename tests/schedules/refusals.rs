//! Terms that make no schedule, each refused by name, and the extremes that still make one.

use quittance::engine::calendar::{Date, DateOutOfRange, Frequency};
use quittance::engine::money::{Money, Rate, Rounding};
use quittance::engine::plan::schedule::{
    DownPayment, FirstNight, FlatPrincipal, Multiple, Pause, RateChange, Refit, Repayment,
    ScheduleError, Step, Terms, TermsError, Timetable, lay_out,
};
use rust_decimal::Decimal;

use crate::reading::yuan;
use crate::ways::{date, monthly};

pub(crate) fn refused(terms: &Terms) -> TermsError {
    lay_out(terms).unwrap_err()
}

pub(crate) fn equal(change: impl Fn(&mut Terms)) -> Terms {
    let mut terms = monthly("1200", "12", 12, Repayment::EqualInstalment);
    change(&mut terms);
    terms
}

/// One of each way to repay, for twelve rows of 1,200.
pub(crate) fn every_way() -> Vec<Repayment> {
    let step = Step::Times(Decimal::new(101, 2));
    vec![
        Repayment::EqualInstalment,
        Repayment::EqualPrincipal,
        Repayment::InterestFirst,
        Repayment::Balloon(Money::ZERO),
        Repayment::Stepped { step, every: 1 },
        Repayment::Flat(FlatPrincipal::EqualParts),
        Repayment::Flat(FlatPrincipal::LevelInstalment),
        Repayment::OneOff,
        Repayment::InterestLast,
        Repayment::MinimumFirst {
            minimum: Money::MAX,
            rows: 0,
        },
        Repayment::Custom {
            payments: vec![Money::ZERO; 12],
            last_takes_rest: true,
        },
    ]
}

fn regular(terms: &Terms, start: Date, first_due: Option<Date>, count: u32) -> Terms {
    Terms {
        timetable: Timetable::Regular {
            start,
            first_due,
            frequency: Frequency::MONTHLY,
            count,
        },
        ..terms.clone()
    }
}

#[test]
fn counts_of_rows_outside_1_to_600_are_refused() {
    let start = date("2026-01-01");
    for repayment in every_way() {
        let terms = monthly("1200", "12", 12, repayment);
        let none = refused(&regular(&terms, start, None, 0));
        assert_eq!(none, TermsError::Schedule(ScheduleError::NoPeriods));
        for count in [601, u32::MAX] {
            let many = ScheduleError::TooManyPeriods { count, limit: 600 };
            let terms = regular(&terms, start, None, count);
            assert_eq!(refused(&terms), TermsError::Schedule(many));
        }
    }
    // A down payment is one of the rows.
    let down = equal(|terms| terms.down_payment = Some(DownPayment::Amount(yuan("1"))));
    assert_eq!(
        refused(&regular(&down, start, None, 1)),
        TermsError::Schedule(ScheduleError::NoPeriods)
    );
    assert_eq!(
        lay_out(&regular(&down, start, None, 600))
            .unwrap()
            .rows
            .len(),
        600
    );
    let many = ScheduleError::TooManyPeriods {
        count: 601,
        limit: 600,
    };
    assert_eq!(
        refused(&regular(&down, start, None, 601)),
        TermsError::Schedule(many)
    );
}

#[test]
fn dates_outside_the_calendar_or_out_of_order_are_refused() {
    let terms = equal(|_| {});
    let unsupported = TermsError::Schedule(ScheduleError::Date(DateOutOfRange::Unsupported));
    let ancient = Date::from_ymd_opt(1899, 12, 31).unwrap();
    assert_eq!(refused(&regular(&terms, ancient, None, 12)), unsupported);
    let late = date("9999-06-30");
    assert_eq!(refused(&regular(&terms, late, None, 12)), unsupported);
    assert_eq!(
        lay_out(&regular(&terms, late, None, 6)).unwrap().rows.len(),
        6
    );
    let (start, first_due) = (date("2026-01-02"), date("2026-01-01"));
    assert_eq!(
        refused(&regular(&terms, start, Some(first_due), 12)),
        TermsError::FirstDueBeforeStart { start, first_due }
    );
    let given = |due_dates: &[&str]| Terms {
        timetable: Timetable::Given {
            start: date("2026-01-01"),
            due_dates: due_dates.iter().map(|text| date(text)).collect(),
            frequency: Frequency::MONTHLY,
        },
        ..terms.clone()
    };
    assert_eq!(
        refused(&given(&["2026-02-01", "2026-02-01"])),
        TermsError::DatesOutOfOrder {
            field: "due_dates",
            before: date("2026-02-01"),
            date: date("2026-02-01")
        }
    );
    assert_eq!(
        refused(&given(&[])),
        TermsError::Schedule(ScheduleError::NoPeriods)
    );
    let backwards = equal(|terms| {
        terms.pauses = vec![Pause {
            from: date("2026-03-02"),
            to: date("2026-03-01"),
            instalment: Refit::Kept,
        }];
    });
    assert!(matches!(
        refused(&backwards),
        TermsError::DatesOutOfOrder { field: "pause", .. }
    ));
    let change = |from: &str| RateChange {
        from: date(from),
        first_night: FirstNight::Ends,
        annual_rate: Rate::ZERO,
        instalment: Refit::Kept,
    };
    let twice = equal(|terms| {
        terms.rate_changes = vec![change("2026-03-01"), change("2026-03-01")];
    });
    assert!(matches!(
        refused(&twice),
        TermsError::DatesOutOfOrder {
            field: "rate_changes",
            ..
        }
    ));
    let before_time = equal(|terms| terms.rate_changes = vec![change("1900-01-01")]);
    assert_eq!(refused(&before_time), unsupported);
}

#[test]
fn amounts_and_counts_outside_what_they_may_be_are_refused_with_the_limits() {
    let amount = |terms: Terms| match refused(&terms) {
        TermsError::AmountOutside {
            field, least, most, ..
        } => (field, least.minor(), most.minor()),
        other => panic!("{other:?}"),
    };
    let minus = yuan("-0.01");
    let negative = equal(|terms| terms.principal = minus);
    assert_eq!(
        refused(&negative),
        TermsError::Schedule(ScheduleError::NegativePrincipal)
    );
    for wrong in [minus, yuan("1200.01")] {
        let down = equal(|terms| terms.down_payment = Some(DownPayment::Amount(wrong)));
        assert_eq!(amount(down), ("down_payment", 0, 120_000));
        let balloon = monthly("1200", "12", 12, Repayment::Balloon(wrong));
        assert_eq!(amount(balloon), ("balloon", 0, 120_000));
    }
    let given = equal(|terms| terms.instalment = Some(minus));
    assert_eq!(amount(given), ("instalment", 0, Money::MAX.minor()));
    let multiple = equal(|terms| {
        terms.multiple = Some(Multiple {
            of: Money::ZERO,
            rounding: Rounding::HalfUp,
        });
    });
    assert_eq!(
        amount(multiple),
        ("instalment_multiple_of", 1, Money::MAX.minor())
    );
    let count = |terms: Terms| match refused(&terms) {
        TermsError::CountOutside {
            field, least, most, ..
        } => (field, least, most),
        other => panic!("{other:?}"),
    };
    let grace = |change: fn(&mut Terms)| count(equal(change));
    assert_eq!(
        grace(|terms| terms.grace.principal = 12),
        ("grace.principal", 0, 11)
    );
    assert_eq!(
        grace(|terms| terms.grace.interest_payment = 12),
        ("grace.interest_payment", 0, 11)
    );
    assert_eq!(
        grace(|terms| terms.grace.interest_free = 13),
        ("grace.interest_free", 0, 12)
    );
    let step = |step, every| monthly("1200", "12", 12, Repayment::Stepped { step, every });
    let one = Step::Times(Decimal::ONE);
    assert_eq!(count(step(one, 0)), ("step.every", 1, 600));
    for wrong in ["0", "-1", "100.1", "1.00000000001"] {
        let factor = Step::Times(Decimal::from_str_exact(wrong).unwrap());
        assert_eq!(
            refused(&step(factor, 1)),
            TermsError::StepOutside,
            "{wrong}"
        );
    }
    let minimum = |minimum, rows| {
        let repayment = Repayment::MinimumFirst { minimum, rows };
        monthly("1200", "12", 12, repayment)
    };
    assert_eq!(count(minimum(yuan("50"), 12)), ("minimum.rows", 0, 11));
    assert_eq!(
        amount(minimum(minus, 1)),
        ("minimum", 0, Money::MAX.minor())
    );
    let custom = |payments| {
        let repayment = Repayment::Custom {
            payments,
            last_takes_rest: true,
        };
        monthly("1200", "12", 12, repayment)
    };
    assert_eq!(
        refused(&custom(vec![Money::ZERO; 11])),
        TermsError::PaymentsForRows {
            payments: 11,
            rows: 12
        }
    );
    assert_eq!(
        amount(custom(vec![minus; 12])),
        ("payments", 0, Money::MAX.minor())
    );
}

#[test]
fn payments_below_their_interest_are_refused_with_the_row() {
    let below = |row, interest: &str| {
        TermsError::Schedule(ScheduleError::InstalmentBelowInterest {
            row,
            interest: yuan(interest),
        })
    };
    let given = equal(|terms| terms.instalment = Some(yuan("11.99")));
    assert_eq!(refused(&given), below(1, "12.00"));
    let minimum = Repayment::MinimumFirst {
        minimum: yuan("11.99"),
        rows: 1,
    };
    assert_eq!(
        refused(&monthly("1200", "12", 12, minimum)),
        below(1, "12.00")
    );
    let stepped = |step| Repayment::Stepped { step, every: 1 };
    let doubling = Step::Times(Decimal::TWO);
    assert_eq!(
        refused(&monthly("1200", "12", 12, stepped(doubling))),
        below(1, "12.00")
    );
    // Steps that repay more than there is by themselves, and steps that fall below nothing.
    let rising = Step::Plus(yuan("1000"));
    assert_eq!(
        refused(&monthly("1200", "12", 12, stepped(rising))),
        below(1, "12.00")
    );
    let falling = Step::Plus(yuan("-100"));
    let refusal = refused(&monthly("1200", "0", 12, stepped(falling)));
    assert!(matches!(
        refusal,
        TermsError::Schedule(ScheduleError::InstalmentBelowInterest { row: 8, .. })
    ));
}

#[test]
fn refusals_say_what_and_how_much() {
    let said = |terms: &Terms| refused(terms).to_string();
    let down = equal(|terms| terms.down_payment = Some(DownPayment::Amount(yuan("1200.01"))));
    assert_eq!(
        said(&down),
        "down_payment is 120001 minor units: it must be from 0 to 120000"
    );
    let grace = equal(|terms| terms.grace.principal = 12);
    assert_eq!(
        said(&grace),
        "grace.principal is 12: it must be from 0 to 11"
    );
    let short = Repayment::Custom {
        payments: vec![yuan("100")],
        last_takes_rest: false,
    };
    assert_eq!(
        said(&monthly("100", "12", 1, short)),
        "row 1 pays 100 minor units less than is owed"
    );
}
