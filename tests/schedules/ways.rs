//! Every way to repay, worked out by hand: the formulas with fractions, the rows with a pencil.

use std::fmt::Write;

use quittance::engine::calendar::{Date, DayCount, Frequency, format_date, parse_date};
use quittance::engine::money::{Money, Rate, Rounding, Share};
use quittance::engine::plan::schedule::{
    Balances, Debt, DownPayment, FirstNight, FlatPrincipal, Grace, InterestBasis, LastInstalment,
    Method, Multiple, OverdueInterest, Pause, RateChange, Refit, Repayment, Row, Schedule, Step,
    Terms, TermsError, Timetable, lay_out, level_instalment, periods_after, re_age, re_amortise,
};
use rust_decimal::Decimal;

use crate::reading::{YUAN, yuan};

pub(crate) fn date(text: &str) -> Date {
    parse_date(text).unwrap()
}

fn percent(text: &str) -> Rate {
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

fn rows(terms: &Terms) -> Schedule {
    lay_out(terms).unwrap()
}

/// Interest, principal and what is left, a row a line.
fn table(rows: &[Row]) -> String {
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

fn assert_table(terms: &Terms, expected: &[&str]) {
    let expected: String = expected.iter().map(|row| format!("{row}\n")).collect();
    assert_eq!(table(&rows(terms).rows), expected);
}

fn payments(schedule: &Schedule) -> Vec<String> {
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

fn stepped(step: Step, every: u32) -> Repayment {
    Repayment::Stepped { step, every }
}

fn times(text: &str) -> Step {
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
fn grace_spares_principal_or_interest_or_both() {
    let with = |repayment, grace| Terms {
        grace,
        ..monthly("1200", "12", 3, repayment)
    };
    let grace = |principal, interest_payment, interest_free| Grace {
        principal,
        interest_payment,
        interest_free,
        instalment: Refit::Kept,
    };
    assert_table(
        &with(Repayment::EqualPrincipal, grace(1, 0, 0)),
        &[
            "12.00 0.00 1200.00",
            "12.00 600.00 600.00",
            "6.00 600.00 0.00",
        ],
    );
    assert_table(
        &with(Repayment::EqualPrincipal, grace(0, 2, 0)),
        &[
            "0.00 400.00 800.00",
            "0.00 400.00 400.00",
            "24.00 400.00 0.00",
        ],
    );
    assert_table(
        &with(Repayment::EqualPrincipal, grace(0, 0, 1)),
        &[
            "0.00 400.00 800.00",
            "8.00 400.00 400.00",
            "4.00 400.00 0.00",
        ],
    );
    assert_table(
        &with(Repayment::EqualPrincipal, grace(2, 2, 1)),
        &[
            "0.00 0.00 1200.00",
            "0.00 0.00 1200.00",
            "24.00 1200.00 0.00",
        ],
    );
    // The instalment of three rows at 12 % is 408.03 whether or not the first row is free of interest.
    let kept = with(Repayment::EqualInstalment, grace(0, 0, 1));
    assert_table(
        &kept,
        &[
            "0.00 408.03 791.97",
            "7.92 400.11 391.86",
            "3.92 391.86 0.00",
        ],
    );
    // Fitted to it, 1,200 / (1 + 1/1.01 + 1/1.01^2) = 403.99.
    let mut fitted = kept;
    fitted.grace.instalment = Refit::Refitted;
    assert_table(
        &fitted,
        &[
            "0.00 403.99 796.01",
            "7.96 396.03 399.98",
            "4.00 399.98 0.00",
        ],
    );
    // The first payment is all principal; the second pays the interest of both rows.
    assert_table(
        &with(Repayment::EqualInstalment, grace(0, 1, 0)),
        &[
            "0.00 408.03 791.97",
            "19.92 388.11 403.86",
            "4.04 403.86 0.00",
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

#[test]
fn dates_may_be_given_one_by_one() {
    let terms = Terms {
        timetable: Timetable::Given {
            start: date("2026-01-31"),
            due_dates: vec![date("2026-02-28"), date("2026-03-31"), date("2026-04-10")],
            frequency: Frequency::MONTHLY,
        },
        ..monthly("3650", "12", 3, Repayment::EqualPrincipal)
    };
    // Two months, and ten days over 365.
    let due = rows(&terms).rows;
    let dues: Vec<String> = due.iter().map(|row| format_date(row.due)).collect();
    assert_eq!(dues, ["2026-02-28", "2026-03-31", "2026-04-10"]);
    assert_table(
        &terms,
        &[
            "36.50 1216.67 2433.33",
            "24.33 1216.67 1216.66",
            "4.00 1216.66 0.00",
        ],
    );
    let by_day = Terms {
        basis: InterestBasis::Daily(DayCount::Act365Fixed),
        ..terms
    };
    assert_table(
        &by_day,
        &[
            "33.60 1216.67 2433.33",
            "24.80 1216.67 1216.66",
            "4.00 1216.66 0.00",
        ],
    );
}

#[test]
fn a_down_payment_is_the_first_of_the_rows() {
    let terms = |down, multiple| Terms {
        down_payment: Some(down),
        multiple,
        rounding: Rounding::HalfEven,
        ..monthly("1250", "0", 4, Repayment::EqualInstalment)
    };
    let quarter = DownPayment::Part(Share::parse_percent("25").unwrap());
    let whole = Multiple {
        of: yuan("1"),
        rounding: Rounding::HalfEven,
    };
    assert_eq!(
        payments(&rows(&terms(quarter, None))),
        ["312.50", "312.50", "312.50", "312.50"]
    );
    // 312.5 to the even unit; 938 / 3 to the nearest.
    assert_eq!(
        payments(&rows(&terms(quarter, Some(whole)))),
        ["312.00", "313.00", "313.00", "312.00"]
    );
    let first = rows(&terms(DownPayment::Amount(yuan("1000")), None)).rows[0];
    assert_eq!(
        (first.due, first.interest),
        (date("2026-01-01"), Money::ZERO)
    );
    assert_eq!(first.closing, yuan("250"));
}

#[test]
fn a_rate_change_splits_its_period_by_days() {
    let with = |basis, first_night| Terms {
        basis,
        rate_changes: vec![RateChange {
            from: date("2026-01-11"),
            first_night,
            annual_rate: percent("24"),
            instalment: Refit::Kept,
        }],
        ..monthly("1000", "12", 1, Repayment::OneOff)
    };
    let interest = |terms: &Terms| rows(terms).rows[0].interest;
    let by_day = InterestBasis::Daily(DayCount::Act365Fixed);
    // 10 nights at 12 % and 21 at 24 %, of 31 in a twelfth of a year, or over 365.
    let periodic = with(InterestBasis::Periodic, FirstNight::Begins);
    assert_eq!(interest(&periodic), yuan("16.77"));
    assert_eq!(interest(&with(by_day, FirstNight::Begins)), yuan("17.10"));
    assert_eq!(interest(&with(by_day, FirstNight::Ends)), yuan("17.42"));
    // A pause of 11 to 20 January frees the nights that end on those dates, ten at 24 % but for the first.
    let paused = Terms {
        pauses: vec![Pause {
            from: date("2026-01-11"),
            to: date("2026-01-20"),
            instalment: Refit::Kept,
        }],
        ..with(by_day, FirstNight::Begins)
    };
    // 9 nights at 12 %, 12 at 24 %.
    assert_eq!(interest(&paused), yuan("10.85"));
}

#[test]
fn parts_of_a_period_over_the_new_year_each_count_in_their_year() {
    let terms = |change: &str| Terms {
        timetable: Timetable::Given {
            start: date("2023-12-01"),
            due_dates: vec![date("2024-02-01")],
            frequency: Frequency::MONTHLY,
        },
        basis: InterestBasis::Daily(DayCount::ActActIsda),
        rate_changes: vec![RateChange {
            from: date(change),
            first_night: FirstNight::Begins,
            annual_rate: Rate::ZERO,
            instalment: Refit::Kept,
        }],
        ..monthly("36500", "100", 1, Repayment::OneOff)
    };
    let interest = |change| rows(&terms(change)).rows[0].interest;
    assert_eq!(interest("2024-01-01"), yuan("3100"));
    // One night more, of a leap year.
    assert_eq!(interest("2024-01-02"), yuan("3199.73"));
}

#[test]
fn a_given_instalment_and_its_remainder() {
    let given = |repayment, instalment| Terms {
        instalment: Some(yuan(instalment)),
        ..monthly("1000", "12", 3, repayment)
    };
    let schedule = rows(&given(Repayment::EqualInstalment, "300"));
    assert_eq!(payments(&schedule), ["300.00", "300.00", "421.27"]);
    let schedule = rows(&given(stepped(times("2"), 1), "100"));
    assert_eq!(payments(&schedule), ["100.00", "200.00", "726.29"]);
    let schedule = rows(&given(Repayment::EqualPrincipal, "300"));
    assert_eq!(payments(&schedule), ["310.00", "307.00", "404.00"]);
}

#[test]
fn what_is_overdue_is_spread_over_the_dates_that_are_left() {
    let start = date("2026-01-01");
    let terms = monthly("1000", "0", 4, Repayment::EqualInstalment);
    let contract = rows(&terms).rows;
    let periods = periods_after(start, Frequency::MONTHLY, 4, InterestBasis::Periodic).unwrap();
    let again = |paid, as_of| {
        re_amortise(
            &contract,
            &periods,
            paid,
            date(as_of),
            Rate::ZERO,
            Method::EqualInstalment,
            Rounding::HalfUp,
        )
    };
    // 4 x 250, two missed: 2 x 500.
    let left = again(0, "2026-03-15").unwrap();
    assert_eq!(table(&left), "0.00 500.00 500.00\n0.00 500.00 0.00\n");
    assert_eq!(left[0].due, date("2026-04-01"));
    let one_paid = again(1, "2026-03-15").unwrap();
    assert_eq!(table(&one_paid), "0.00 375.00 375.00\n0.00 375.00 0.00\n");
    let as_of = date("2026-05-01");
    assert_eq!(
        again(0, "2026-05-01"),
        Err(TermsError::NothingLeft { as_of })
    );
    assert!(matches!(
        again(9, "2026-01-01"),
        Err(TermsError::NothingLeft { .. })
    ));
}

#[test]
fn overdue_interest_is_carried_without_interest_when_spread_again() {
    let terms = monthly("1200", "12", 3, Repayment::EqualPrincipal);
    let start = date("2026-01-01");
    let periods = periods_after(start, Frequency::MONTHLY, 3, InterestBasis::Periodic).unwrap();
    let left = re_amortise(
        &rows(&terms).rows,
        &periods,
        0,
        date("2026-02-01"),
        percent("12"),
        Method::EqualPrincipal,
        Rounding::HalfUp,
    );
    let left = left.unwrap();
    assert_eq!(table(&left), "12.00 600.00 600.00\n6.00 600.00 0.00\n");
    let arrears: Vec<Money> = left.iter().map(|row| row.arrears).collect();
    assert_eq!(arrears, [yuan("6"), yuan("6")]);
}

#[test]
fn a_debt_is_re_aged_with_its_overdue_interest_first_or_everything_split() {
    let start = date("2026-01-01");
    let periods = periods_after(start, Frequency::MONTHLY, 3, InterestBasis::Periodic).unwrap();
    let debt = Debt {
        principal: yuan("1200"),
        arrears: yuan("100"),
    };
    let aged = |how| re_age(debt, percent("12"), &periods, how, Rounding::HalfUp).unwrap();
    let first = aged(OverdueInterest::WithFirst);
    let paid: Vec<Money> = first.iter().map(|row| row.payment().unwrap()).collect();
    assert_eq!(paid, [yuan("508.03"), yuan("408.03"), yuan("408.02")]);
    let split = aged(OverdueInterest::SplitEqually);
    assert_eq!(
        table(&split),
        "0.00 400.00 800.00\n0.00 400.00 400.00\n0.00 400.00 0.00\n"
    );
    let arrears: Vec<Money> = split.iter().map(|row| row.arrears).collect();
    assert_eq!(arrears, [yuan("33.34"), yuan("33.33"), yuan("33.33")]);
}
