//! What contracts say beside the way to repay, worked out by hand: grace, dates, down payments, pauses, rate changes.

use quittance::engine::calendar::{DayCount, Frequency, format_date};
use quittance::engine::money::{Money, Rate, Rounding, Share};
use quittance::engine::plan::schedule::{
    DownPayment, FirstNight, Grace, InterestBasis, Multiple, Pause, RateChange, Refit, Repayment,
    Terms, Timetable,
};

use crate::reading::yuan;
use crate::ways::{assert_table, date, monthly, payments, percent, rows, stepped, times};

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
