//! Every way to repay, worked out by hand: the formulas with fractions, the rows with a pencil.

use std::fmt::Write;

use quittance::engine::calendar::{Date, Frequency, parse_date};
use quittance::engine::money::{Money, Rate, Rounding};
use quittance::engine::plan::schedule::{
    Balances, FlatPrincipal, Grace, InterestBasis, LastInstalment, Repayment, Row, Schedule, Step,
    Terms, TermsError, Timetable, lay_out, level_instalment, periods_after,
};
use rust_decimal::Decimal;

use crate::reading::{YUAN, yuan};

pub(crate) fn date(text: &str) -> Date {
    parse_date(text).unwrap()
}

pub(crate) fn percent(text: &str) -> Rate {
    Rate::parse_percent(text).unwrap()
}

/// Monthly from 1 January 2026, months all alike, and nothing else said.
pub(crate) fn monthly(principal: &str, rate: &str, count: u32, repayment: Repayment) -> Terms {
    Terms {
        principal: yuan(principal),
        annual_rate: percent(rate),
        repayment,
        timetable: Timetable::Regular {
            start: date("2026-01-01"),
            first_due: None,
            frequency: Frequency::MONTHLY,
            count,
        },
        basis: InterestBasis::Periodic,
        instalment_basis: None,
        down_payment: None,
        grace: Grace::NONE,
        pauses: Vec::new(),
        rate_changes: Vec::new(),
        instalment: None,
        multiple: None,
        rounding: Rounding::HalfUp,
        last_instalment: LastInstalment::Plain,
        balances: Balances::Rounded,
    }
}

pub(crate) fn rows(terms: &Terms) -> Schedule {
    lay_out(terms).unwrap()
}

/// Interest, principal and what is left, a row a line.
pub(crate) fn table(rows: &[Row]) -> String {
    let mut table = String::new();
    for row in rows {
        let cell = |amount: Money| amount.to_decimal_string(YUAN);
        writeln!(
            table,
            "{} {} {}",
            cell(row.interest),
            cell(row.principal),
            cell(row.closing)
        )
        .unwrap();
    }
    table
}

pub(crate) fn assert_table(terms: &Terms, expected: &[&str]) {
    let expected: String = expected.iter().map(|row| format!("{row}\n")).collect();
    assert_eq!(table(&rows(terms).rows), expected);
}

pub(crate) fn payments(schedule: &Schedule) -> Vec<String> {
    let rows = schedule.rows.iter();
    rows.map(|row| row.payment().unwrap().to_decimal_string(YUAN))
        .collect()
}

#[test]
fn a_balloon_is_paid_with_the_last_instalment() {
    // A = (100,000 - 40,000 / 1.01^12) 0.01 / (1 - 1.01^-12) = 5,730.93
    let schedule = rows(&monthly(
        "100000",
        "12",
        12,
        Repayment::Balloon(yuan("40000")),
    ));
    assert_eq!(schedule.instalment, Some(yuan("5730.93")));
    let paid = payments(&schedule);
    assert!(paid[..11].iter().all(|payment| payment == "5730.93"));
    assert_eq!(paid[11], "45730.90");
    assert_eq!(schedule.rows[5].closing, yuan("70895.26"));
    assert_eq!(schedule.rows[11].principal, yuan("45278.12"));
    // No balloon is an equal instalment, and the whole principal is interest first.
    let none = rows(&monthly(
        "100000",
        "12",
        12,
        Repayment::Balloon(Money::ZERO),
    ));
    assert_eq!(
        none,
        rows(&monthly("100000", "12", 12, Repayment::EqualInstalment))
    );
    let all = rows(&monthly(
        "100000",
        "12",
        12,
        Repayment::Balloon(yuan("100000")),
    ));
    let first = rows(&monthly("100000", "12", 12, Repayment::InterestFirst));
    assert_eq!(all.rows, first.rows);
}

pub(crate) fn stepped(step: Step, every: u32) -> Repayment {
    Repayment::Stepped { step, every }
}

pub(crate) fn times(text: &str) -> Step {
    Step::Times(Decimal::from_str_exact(text).unwrap())
}

#[test]
fn each_stepped_payment_follows_from_the_one_before() {
    // A1 = 10,000 (0.01 - 0.05) / (1 - (1.05 / 1.01)^6) = 1,524.2118
    assert_table(
        &monthly("10000", "12", 6, stepped(times("1.05"), 1)),
        &[
            "100.00 1424.21 8575.79",
            "85.76 1514.66 7061.13",
            "70.61 1609.83 5451.30",
            "54.51 1709.95 3741.35",
            "37.41 1815.27 1926.08",
            "19.26 1926.08 0.00",
        ],
    );
    let down = rows(&monthly("10000", "12", 6, stepped(times("0.8"), 2)));
    let expected = [
        "2115.28", "2115.28", "1692.22", "1692.22", "1353.78", "1353.81",
    ];
    assert_eq!(payments(&down), expected);
    let less = Step::Plus(yuan("-100"));
    let down = rows(&monthly("10000", "12", 6, stepped(less, 1)));
    let expected = [
        "1972.58", "1872.58", "1772.58", "1672.58", "1572.58", "1472.59",
    ];
    assert_eq!(payments(&down), expected);
    let up = rows(&monthly(
        "1000",
        "0",
        4,
        stepped(Step::Plus(yuan("100")), 1),
    ));
    assert_eq!(payments(&up), ["100.00", "200.00", "300.00", "400.00"]);
}

#[test]
fn steps_as_large_as_the_interest_begin_at_an_equal_share_and_its_interest() {
    // i = g: A1 = P (1 + i) / n = 12,000 x 1.01 / 12
    let schedule = rows(&monthly("12000", "12", 12, stepped(times("1.01"), 1)));
    assert_eq!(schedule.instalment, Some(yuan("1010")));
}

#[test]
fn a_flat_fee_of_three_quarters_a_month_is_16_22_percent_a_year() {
    let flat = |share| monthly("12000", "9", 12, Repayment::Flat(share));
    let schedule = rows(&flat(FlatPrincipal::EqualParts));
    assert!(
        payments(&schedule)
            .iter()
            .all(|payment| payment == "1090.00")
    );
    assert_eq!(
        rows(&flat(FlatPrincipal::LevelInstalment)).rows,
        schedule.rows
    );
    let start = date("2026-01-01");
    let months = periods_after(start, Frequency::MONTHLY, 12, InterestBasis::Periodic).unwrap();
    let level = |rate| level_instalment(yuan("12000"), percent(rate), &months, Rounding::HalfUp);
    assert!(level("16.215").unwrap() < yuan("1090"));
    assert!(level("16.225").unwrap() > yuan("1090"));
}

#[test]
fn a_flat_fee_is_rounded_once_for_all_periods() {
    // 100 at 10 % flat over a quarter is 2.50 in all: 0.83, 0.83 and 0.84.
    let flat = monthly("100", "10", 3, Repayment::Flat(FlatPrincipal::EqualParts));
    assert_table(
        &flat,
        &["0.83 33.33 66.67", "0.83 33.33 33.34", "0.84 33.34 0.00"],
    );
}

#[test]
fn interest_may_be_paid_only_at_the_end() {
    let terms = |repayment| monthly("1200", "12", 3, repayment);
    assert_table(
        &terms(Repayment::InterestLast),
        &[
            "0.00 400.00 800.00",
            "0.00 400.00 400.00",
            "24.00 400.00 0.00",
        ],
    );
    assert_table(
        &terms(Repayment::OneOff),
        &[
            "0.00 0.00 1200.00",
            "0.00 0.00 1200.00",
            "36.00 1200.00 0.00",
        ],
    );
}

#[test]
fn a_minimum_comes_first_and_equal_instalments_of_the_rest_after_it() {
    let minimum = Repayment::MinimumFirst {
        minimum: yuan("50"),
        rows: 2,
    };
    // After two rows 1,000 x 1.01^2 - 50 x 2.01 = 919.60 is left: 312.68 three times.
    assert_table(
        &monthly("1000", "12", 5, minimum),
        &[
            "10.00 40.00 960.00",
            "9.60 40.40 919.60",
            "9.20 303.48 616.12",
            "6.16 306.52 309.60",
            "3.10 309.60 0.00",
        ],
    );
}

#[test]
fn payments_may_be_given_one_by_one() {
    let custom = |payments: [&str; 3], last_takes_rest| {
        let payments = payments.map(yuan).to_vec();
        monthly(
            "1000",
            "12",
            3,
            Repayment::Custom {
                payments,
                last_takes_rest,
            },
        )
    };
    // The second payment is nothing: its interest, 5.10, is carried and bears none.
    let expected = [
        "10.00 490.00 510.00",
        "0.00 0.00 510.00",
        "10.20 510.00 0.00",
    ];
    assert_table(&custom(["500", "0", "520.20"], false), &expected);
    assert_table(&custom(["500", "0", "1"], true), &expected);
    let refused = |terms: &Terms| lay_out(terms).unwrap_err();
    assert_eq!(
        refused(&custom(["500", "0", "520.19"], false)),
        TermsError::RowsDoNotAddUp {
            row: 3,
            difference: yuan("-0.01")
        }
    );
    assert_eq!(
        refused(&custom(["500", "600", "0"], true)),
        TermsError::RowsDoNotAddUp {
            row: 2,
            difference: yuan("84.90")
        }
    );
}
